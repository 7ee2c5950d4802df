// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QString>

class QTextBrowser;

namespace ui {

// Goes from link to link of a text by key, as a pointer would: the link is tinted, brought into view and named.
class LinkWalk final {
public:
    // All outlive this. scheme: of the links it stops at, such as "ev".
    LinkWalk(const Theme& theme, QTextBrowser& view, QString scheme);

    // Forwards or back, round the ends; the address that is current now, or an empty one when there is none.
    QString step(int by);
    QString current() const { return m_current; }
    QPoint place() const; // below the current link, in the view's viewport
    void reset(); // the view has another text

private:
    const Theme& m_theme;
    QTextBrowser& m_view;
    QString m_scheme;
    QString m_current;
    int m_at = -1;
    int m_end = 0; // position in the document where the current link ends
};

} // namespace ui
