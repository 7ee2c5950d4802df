// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "worddifference.h"

#include <QStringList>

namespace ui {

namespace {

qsizetype words(const QString& text)
{
    return text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts).size();
}

struct Drawn {
    QString html;
    qsizetype added = 0;
    qsizetype removed = 0;
};

// A change that runs over a paragraph's end is closed and opened again there.
QString wrapped(const QString& text, const QString& open, const QString& close)
{
    QStringList parts;
    for (const QString& part : text.split(QStringLiteral("\n\n"))) {
        const QString escaped = part.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
        parts << (escaped.isEmpty() ? QString() : open + escaped + close);
    }
    return parts.join(QStringLiteral("</p><p>"));
}

Drawn drawn(const Theme& theme, const std::vector<desk::WordRun>& runs, int& changes)
{
    Drawn drawn;
    bool inChange = false;
    for (const desk::WordRun& run : runs) {
        const QString text = QString::fromStdString(run.text);
        if (run.change == desk::Change::Same) {
            drawn.html += wrapped(text, {}, {}) + QLatin1Char(' ');
            inChange = false;
            continue;
        }
        if (!inChange) // words removed and those put in their place are one change
            drawn.html += QStringLiteral("<a name=\"change%1\"></a>").arg(changes++);
        inChange = true;
        const bool added = run.change == desk::Change::Added;
        (added ? drawn.added : drawn.removed) += words(text);
        const QString open = QStringLiteral("<span style=\"color:%1; background:%2; text-decoration:%3\">")
                                 .arg(theme.css(added ? Role::TagLongText : Role::TagShortText),
                                     theme.css(added ? Role::TagLong : Role::TagShort),
                                     added ? QStringLiteral("underline") : QStringLiteral("line-through"));
        drawn.html += wrapped(text, open, QStringLiteral("</span>")) + QLatin1Char(' ');
    }
    return drawn;
}

} // namespace

WordDifference wordDifference(
    const Theme& theme, const std::vector<desk::WordRun>& title, const std::vector<desk::WordRun>& body)
{
    WordDifference difference;
    const Drawn headline = drawn(theme, title, difference.changes);
    const Drawn text = drawn(theme, body, difference.changes);
    difference.html
        = QStringLiteral("<style>p { color: %1; line-height: 135%; margin: 0 0 10px 0; } .head { color: %2; "
                         "font-size: %3px; font-weight: 600; }</style>")
              .arg(theme.css(Role::Body), theme.css(Role::Text))
              .arg(theme.px(17))
        + QStringLiteral("<p class=\"head\">%1</p><p>%2</p>").arg(headline.html, text.html);
    difference.added = headline.added + text.added;
    difference.removed = headline.removed + text.removed;
    return difference;
}

} // namespace ui
