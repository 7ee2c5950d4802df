// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QSyntaxHighlighter>

namespace ui {

// Field names of a query and clause words of a rule's text stand out; what cannot be read is underlined.
class RuleHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleHighlighter)

public:
    RuleHighlighter(const Theme& theme, QTextDocument* document);
    ~RuleHighlighter() override;

    void markFrom(int position); // of the text, in characters; −1: nothing is wrong

protected:
    void highlightBlock(const QString& text) override;

private:
    const Theme& m_theme;
    int m_wrong = -1;
};

} // namespace ui
