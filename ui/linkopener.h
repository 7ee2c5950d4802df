// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QObject>
#include <QSet>
#include <QUrl>

class QWidget;

namespace ui {

// The one way out of the program for an address: its scheme is checked, its host shown, and only what the
// user confirmed is given on.
class LinkOpener final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinkOpener)

public:
    // `theme` and `window` outlive this.
    LinkOpener(const Theme& theme, QWidget& window);
    ~LinkOpener() override;

public Q_SLOTS:
    void open(const QString& address);

Q_SIGNALS:
    void confirmed(const QUrl& url); // http, https or mailto
    void said(const QString& message);

private:
    const Theme& m_theme;
    QWidget& m_window;
    QSet<QString> m_trusted; // hosts that are opened without asking, as they go over the wire
};

} // namespace ui
