// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "pagepainter.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QTextOption>

namespace brief {

namespace {

constexpr double SideMargin = 54;
constexpr double TopMargin = 84; // below the running head
constexpr double BottomMargin = 62; // above the footer
constexpr double PixelsPerInch = 96;

} // namespace

PagePainter::PagePainter(
    QPdfWriter& writer, const BriefStyle& style, std::function<void(PagePainter&, int)> frame)
    : m_writer(writer)
    , m_style(style)
    , m_frame(std::move(frame))
    , m_painter(&writer)
{
    const double scale = writer.resolution() / PixelsPerInch;
    m_painter.scale(scale, scale);
    m_page = QSizeF(writer.width() / scale, writer.height() / scale);
    m_area = QRectF(
        SideMargin, TopMargin, m_page.width() - 2 * SideMargin, m_page.height() - TopMargin - BottomMargin);
    m_y = m_area.top();
    m_frame(*this, 1);
}

QFont PagePainter::font(double pixels, int weight)
{
    QFont font(QStringLiteral("Inter"));
    font.setStyleHint(QFont::SansSerif);
    // Sizes are fractions of a CSS pixel; QFont keeps those only in points. 96 px are 72 pt.
    font.setPointSizeF(pixels * 72.0 / PixelsPerInch);
    font.setWeight(QFont::Weight(weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    // Inter's contextual alternates ("14:32", "−0.15") have no character of their own: copied from the page
    // they would be missing.
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

void PagePainter::turn()
{
    m_writer.newPage();
    ++m_pages;
    m_y = m_area.top();
    m_frame(*this, m_pages);
}

void PagePainter::need(double height)
{
    if (m_y + height > m_area.bottom() && m_y > m_area.top())
        turn();
}

void PagePainter::layOut(QTextLayout& layout, const std::vector<Run>& runs, double width) const
{
    QString text;
    QList<QTextLayout::FormatRange> formats;
    for (const Run& run : runs) {
        QTextCharFormat format;
        format.setFont(run.font);
        format.setForeground(run.color);
        if (run.raised)
            format.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
        if (run.background.isValid())
            format.setBackground(run.background);
        formats.append({int(text.size()), int(run.text.size()), format});
        text += run.text;
    }
    layout.setText(text);
    layout.setFormats(formats);
    if (!runs.empty())
        layout.setFont(runs.front().font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine())
        line.setLineWidth(width);
    layout.endLayout();
}

void PagePainter::paragraph(const std::vector<Run>& runs, double lineHeight)
{
    QTextLayout layout;
    layOut(layout, runs, m_area.width());
    for (int i = 0; i < layout.lineCount(); ++i) {
        QTextLine line = layout.lineAt(i);
        need(lineHeight);
        const double leading = (lineHeight - line.height()) / 2;
        line.setPosition(QPointF(0, 0));
        line.draw(&m_painter, QPointF(m_area.left(), m_y + leading));
        m_y += lineHeight;
    }
}

double PagePainter::boxed(
    const std::vector<Run>& runs, QPointF at, double width, double lineHeight, bool draw)
{
    QTextLayout layout;
    layOut(layout, runs, width);
    if (draw) {
        for (int i = 0; i < layout.lineCount(); ++i) {
            QTextLine line = layout.lineAt(i);
            line.setPosition(QPointF(0, 0));
            line.draw(
                &m_painter, QPointF(at.x(), at.y() + i * lineHeight + (lineHeight - line.height()) / 2));
        }
    }
    return layout.lineCount() * lineHeight;
}

double PagePainter::line(const Run& run, QPointF baseline, double width, Qt::Alignment alignment)
{
    // Through a layout, like all other text: a font set on the painter itself would be sized for the paper's
    // resolution and then scaled once more.
    const QFontMetricsF metrics(run.font);
    Run shown = run;
    shown.text = metrics.elidedText(run.text, Qt::ElideRight, width);
    const double taken = metrics.horizontalAdvance(shown.text);
    const double shift = alignment.testFlag(Qt::AlignRight) ? width - taken : 0;
    QTextLayout layout;
    layOut(layout, {shown}, m_page.width() * 4); // never wrapped
    if (layout.lineCount() > 0) {
        QTextLine line = layout.lineAt(0);
        line.setPosition(QPointF(0, 0));
        line.draw(&m_painter, QPointF(baseline.x() + shift, baseline.y() - line.ascent()));
    }
    return taken;
}

} // namespace brief
