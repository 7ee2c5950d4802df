// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QSyntaxHighlighter>

#include <map>

namespace ui {

// Colours a pack's file: tables, members, texts and comments of TOML; comments and tabs of TSV. Lines with
// something wrong are underlined.
class PackHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PackHighlighter)

public:
    PackHighlighter(const Theme& theme, QTextDocument* document);
    ~PackHighlighter() override;

    void mark(const std::map<int, bool>& lines); // from 1; true: an error, else a warning

protected:
    void highlightBlock(const QString& text) override;

private:
    const Theme& m_theme;
    std::map<int, bool> m_marked;
};

} // namespace ui
