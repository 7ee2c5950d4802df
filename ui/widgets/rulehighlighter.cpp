// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "rulehighlighter.h"

#include <QRegularExpression>
#include <QTextDocument>

#include <algorithm>

namespace ui {

RuleHighlighter::RuleHighlighter(const Theme& theme, QTextDocument* document)
    : QSyntaxHighlighter(document)
    , m_theme(theme)
{
}

RuleHighlighter::~RuleHighlighter() = default;

void RuleHighlighter::markFrom(int position)
{
    if (position == m_wrong)
        return;
    m_wrong = position;
    rehighlight();
}

void RuleHighlighter::highlightBlock(const QString& text)
{
    static const QRegularExpression Quoted(QStringLiteral("\"(?:\\\\.|[^\"\\\\])*\"?"));
    static const QRegularExpression Field(QStringLiteral("\\b[a-z]+(?=[:<>=])"));
    static const QRegularExpression Clause(
        QStringLiteral("(?:^|;)\\s*(?:when|name|class|high|critical|crosses|sources|watchlists|quiet|cooldown|"
                       "snooze|expires|fresh|opinion|delivery|run)(?=:\\s)"));
    const auto paint = [&](const QRegularExpression& pattern, Role role) {
        for (auto found = pattern.globalMatch(text); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            setFormat(static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()),
                m_theme.colour(role));
        }
    };
    paint(Field, Role::Link);
    paint(Clause, Role::Muted);
    paint(Quoted, Role::Text); // a colon within a text names no field
    const int begin = currentBlock().position();
    const auto length = static_cast<int>(text.size());
    if (m_wrong < begin || m_wrong > begin + length || length == 0)
        return;
    int from = std::min(m_wrong - begin, length - 1);
    int end = from + 1;
    while (end < length && !text[end].isSpace() && text[end] != QLatin1Char(';'))
        ++end;
    QTextCharFormat wrong = format(from);
    wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    wrong.setUnderlineColor(m_theme.colour(Role::Negative));
    setFormat(from, end - from, wrong);
}

} // namespace ui
