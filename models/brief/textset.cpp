// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "textset.h"

#include <QFontMetricsF>
#include <QTextOption>

#include <cmath>

namespace brief {

namespace {

constexpr double Grid = 12.5; // units a CSS pixel: 1200 an inch

QFont fontOf(const TextStyle& text)
{
    QFont font(QStringLiteral("Inter"));
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(static_cast<int>(std::lround(text.pixels * Grid)));
    font.setWeight(text.weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Inter's contextual alternates ("14:32", "−0.15") have no character of their own: copied from the page
    // they would be missing.
    font.setStyleStrategy(QFont::PreferNoShaping);
    if (text.spacing != 0)
        font.setLetterSpacing(QFont::AbsoluteSpacing, text.spacing * Grid);
    return font;
}

QTextCharFormat formatOf(const Run& run, QFont font, const TextStyle& text, const BriefStyle& style)
{
    QTextCharFormat format;
    QColor color = text.color;
    switch (run.look) {
    case Look::Plain:
        break;
    case Look::Strong:
        font.setWeight(QFont::DemiBold);
        break;
    case Look::Lead:
        font.setWeight(QFont::DemiBold);
        color = style.accentText;
        break;
    case Look::Muted:
        color = style.muted;
        break;
    case Look::Negative:
        color = style.negative;
        break;
    case Look::Positive:
        color = style.positive;
        break;
    case Look::Assumption:
        format.setBackground(style.assumption);
        break;
    case Look::Mark:
        color = style.link;
        format.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
        break;
    case Look::Added:
        color = style.positive;
        font.setUnderline(true);
        break;
    case Look::Removed:
        color = style.negative;
        font.setStrikeOut(true);
        break;
    }
    format.setFont(font);
    format.setForeground(color);
    return format;
}

// Whether a character's form hangs on its neighbours: from Hebrew to the scripts of South-East Asia, and their
// forms of presentation.
bool needsShaping(QChar one)
{
    const char16_t code = one.unicode();
    return (code >= 0x0590 && code < 0x1100) || (code >= 0x1780 && code < 0x1800) || (code >= 0xA800 && code < 0xAC00)
        || (code >= 0xFB1D && code < 0xFE00) || (code >= 0xFE70 && code < 0xFEFF);
}

// The end of the part of one kind that begins at `from`; spaces and marks go with what stands before them.
qsizetype endOfPart(const QString& text, qsizetype from)
{
    const bool shaped = needsShaping(text[from]);
    qsizetype end = from + 1;
    while (end < text.size() && (needsShaping(text[end]) == shaped || (shaped && !text[end].isLetterOrNumber())))
        ++end;
    return end;
}

} // namespace

SetText::SetText(const Line& line, const TextStyle& text, const BriefStyle& style, double width)
    : m_lineHeight(text.lineHeight)
{
    const QFont font = fontOf(text);
    QString words;
    QList<QTextLayout::FormatRange> formats;
    for (const Run& run : line) {
        // A line's end within a run would be a line of its own.
        const QString part = QString::fromStdString(run.text).replace(QLatin1Char('\n'), QLatin1Char(' '));
        if (part.isEmpty())
            continue;
        const int at = static_cast<int>(words.size());
        const int size = static_cast<int>(part.size());
        for (qsizetype from = 0, end = 0; from < part.size(); from = end) {
            end = endOfPart(part, from);
            QFont own = font;
            if (needsShaping(part[from]))
                own.setStyleStrategy(QFont::PreferDefault);
            formats.append({at + static_cast<int>(from), static_cast<int>(end - from),
                formatOf(run, own, text, style)});
        }
        if (!run.target.empty())
            m_links.push_back({at, at + size, run.target});
        words += part;
    }
    m_layout.setText(words);
    m_layout.setFont(font);
    m_layout.setFormats(formats);
    QTextOption option(words.isRightToLeft() && text.alignment.testFlag(Qt::AlignLeft)
            ? Qt::Alignment(Qt::AlignRight)
            : text.alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout.setTextOption(option);
    m_layout.beginLayout();
    for (QTextLine one = m_layout.createLine(); one.isValid(); one = m_layout.createLine())
        one.setLineWidth(width * Grid);
    m_layout.endLayout();
}

double SetText::naturalWidth() const
{
    double width = 0;
    for (int i = 0; i < lines(); ++i)
        width = std::max(width, m_layout.lineAt(i).naturalTextWidth());
    return width / Grid;
}

void SetText::draw(Canvas& canvas, QPointF at, int from, int to) const
{
    QPainter& painter = canvas.painter;
    painter.save();
    painter.translate(at);
    painter.scale(1 / Grid, 1 / Grid);
    for (int i = from; i < to; ++i) {
        const QTextLine line = m_layout.lineAt(i);
        const double top = (i - from) * m_lineHeight * Grid;
        const double leading = (m_lineHeight * Grid - line.height()) / 2;
        line.draw(&painter, QPointF(0, top + leading - line.y()));
        if (canvas.links == nullptr)
            continue;
        for (const Link& link : m_links) {
            const int begin = std::max(link.from, line.textStart());
            const int end = std::min(link.to, line.textStart() + line.textLength());
            if (begin >= end)
                continue;
            const double left = line.cursorToX(begin) / Grid;
            const double right = line.cursorToX(end) / Grid;
            canvas.links->push_back({QRectF(at.x() + std::min(left, right), at.y() + (i - from) * m_lineHeight,
                                         std::abs(right - left), m_lineHeight),
                link.target});
        }
    }
    painter.restore();
}

double lineWidth(const std::string& words, const TextStyle& text)
{
    return QFontMetricsF(fontOf(text)).horizontalAdvance(QString::fromStdString(words)) / Grid;
}

void drawLine(Canvas& canvas, const std::string& words, const TextStyle& text, const BriefStyle& style,
    QPointF at, double width)
{
    const QFont font = fontOf(text);
    const QFontMetricsF metrics(font);
    const QString shown = metrics.elidedText(QString::fromStdString(words), Qt::ElideRight, width * Grid);
    TextStyle one = text;
    one.lineHeight = metrics.height() / Grid;
    // Wide enough that rounding never breaks what was just measured.
    const SetText line({{shown.toStdString()}}, one, style, width + 2);
    const double shift = text.alignment.testFlag(Qt::AlignRight) ? -2 : 0;
    line.draw(canvas, {at.x() + shift, at.y() - metrics.ascent() / Grid}, 0, std::min(1, line.lines()));
}

} // namespace brief
