// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "packhighlighter.h"

#include <QRegularExpression>

namespace ui {

PackHighlighter::PackHighlighter(const Theme& theme, QTextDocument* document)
    : QSyntaxHighlighter(document)
    , m_theme(theme)
{
}

PackHighlighter::~PackHighlighter() = default;

void PackHighlighter::mark(const std::map<int, bool>& lines)
{
    m_marked = lines;
    rehighlight();
}

void PackHighlighter::highlightBlock(const QString& text)
{
    static const QRegularExpression Table(QStringLiteral("^\\s*\\[{1,2}[^\\]]*\\]{1,2}"));
    static const QRegularExpression Member(
        QStringLiteral("^\\s*[A-Za-z0-9_.-]+(?=\\s*=)|(?<=[{,] )[a-z_]+(?= =)"));
    static const QRegularExpression Quoted(QStringLiteral("\"(?:\\\\.|[^\"\\\\])*\"|#.*$"));
    const auto colour = [this](Role role) {
        QTextCharFormat format;
        format.setForeground(m_theme.colour(role));
        return format;
    };
    const auto each = [&](const QRegularExpression& pattern, Role role) {
        for (auto found = pattern.globalMatch(text); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            setFormat(static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()),
                colour(role));
        }
    };
    each(Table, Role::Accent);
    each(Member, Role::Link);
    // A comment sign within a text is no comment: both are found in one pass.
    for (auto found = Quoted.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const bool comment = match.captured().startsWith(QLatin1Char('#'));
        setFormat(static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()),
            colour(comment ? Role::Muted : Role::Body));
    }
    const auto marked = m_marked.find(currentBlock().blockNumber() + 1);
    if (marked == m_marked.end())
        return;
    QTextCharFormat wrong;
    wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    wrong.setUnderlineColor(m_theme.colour(marked->second ? Role::Negative : Role::Accent));
    for (int at = 0; at < text.size(); ++at) {
        QTextCharFormat both = format(at);
        both.setUnderlineStyle(wrong.underlineStyle());
        both.setUnderlineColor(wrong.underlineColor());
        setFormat(at, 1, both);
    }
}

} // namespace ui
