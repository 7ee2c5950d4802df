// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "blockview.h"
#include "composer.h"

#include <base/strings.h>

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace brief {

namespace {

QColor signColor(const BriefStyle& style, double value)
{
    return value < -0.005 ? style.negative : value > 0.005 ? style.positive : style.muted;
}

// A color laid over the paper, `share` of it.
QColor tinted(const QColor& color, const QColor& paper, double share)
{
    const auto mix = [share](int over, int under) { return static_cast<int>(std::lround(under + (over - under) * share)); };
    return QColor(mix(color.red(), paper.red()), mix(color.green(), paper.green()), mix(color.blue(), paper.blue()));
}

void frameCard(QPainter& painter, const QRectF& card, const BriefStyle& style)
{
    painter.setPen(QPen(style.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

// The track of a gauge with the part from `from` to `to` (of 1) filled.
void drawBar(QPainter& painter, const QRectF& track, double from, double to, const QColor& color, bool middle,
    const BriefStyle& style)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.track);
    painter.drawRoundedRect(track, 3, 3);
    const double low = std::clamp(std::min(from, to), 0.0, 1.0);
    const double high = std::clamp(std::max(from, to), 0.0, 1.0);
    const QRectF filled(
        track.left() + track.width() * low, track.top(), track.width() * (high - low), track.height());
    painter.setBrush(color);
    painter.drawRoundedRect(filled, middle ? 0 : 3, middle ? 0 : 3);
    if (middle) {
        painter.setBrush(style.text);
        painter.drawRect(QRectF(track.center().x() - 0.7, track.top() - 2, 1.4, track.height() + 4));
    }
}

void drawTrend(Canvas& canvas, const QRectF& plot, const std::vector<double>& values, const BriefStyle& style)
{
    QPainter& painter = canvas.painter;
    painter.setPen(QPen(style.line, 1));
    painter.drawLine(QPointF(plot.left(), plot.center().y()), QPointF(plot.right(), plot.center().y()));
    QPainterPath path;
    const double step = plot.width() / double(std::max<std::size_t>(2, values.size()) - 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const QPointF point(plot.left() + step * double(i),
            plot.center().y() - std::clamp(values[i], -1.0, 1.0) * plot.height() / 2);
        if (i == 0)
            path.moveTo(point);
        else
            path.lineTo(point);
    }
    painter.setPen(QPen(style.link, 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

class GaugesView final : public BlockView {
public:
    GaugesView(const Gauges& gauges, const ViewSetting& setting)
        : m_gauges(gauges)
        , m_setting(setting)
    {
    }
    std::vector<Piece> pieces(int) override
    {
        if (m_gauges.small)
            return {{20, 4, true}};
        return {{97, 13, true}};
    }
    void draw(Canvas& canvas, int, int, QPointF at) override
    {
        if (m_gauges.small)
            return drawSmall(canvas, at);
        const BriefStyle& style = m_setting.style;
        const bool trend = !m_gauges.trend.values.empty();
        const double gap = 12;
        const double unit = (m_setting.width - 2 * gap) / 3.25;
        const double wide = trend ? unit : (m_setting.width - gap) / 2;
        QRectF card(at.x(), at.y(), wide, 97);
        drawCard(canvas, card, "Market impact", base::fixed(m_gauges.impact, 2), style.text, m_gauges.impactLabel);
        drawBar(canvas.painter, track(card), 0, m_gauges.impact, style.accent, false, style);
        card.moveLeft(card.right() + gap);
        const QColor direction = signColor(style, m_gauges.sentiment);
        drawCard(canvas, card, "Market sentiment", signedFigure(m_gauges.sentiment), direction,
            m_gauges.sentimentLabel);
        drawBar(canvas.painter, track(card), 0.5, 0.5 + m_gauges.sentiment / 2, direction, true, style);
        if (!trend)
            return;
        card = QRectF(card.right() + gap, card.top(), at.x() + m_setting.width - card.right() - gap, 97);
        frameCard(canvas.painter, card, style);
        drawLine(canvas, m_gauges.trend.title, {10.5, QFont::Normal, style.muted}, style,
            card.topLeft() + QPointF(13, 22), card.width() - 26);
        drawTrend(canvas, card.adjusted(13, 32, -13, -14), m_gauges.trend.values, style);
    }

private:
    static QRectF track(const QRectF& card)
    {
        return {card.left() + 13, card.top() + 58, std::min(150.0, card.width() - 26), 6};
    }
    void drawCard(Canvas& canvas, const QRectF& card, const std::string& label, const std::string& value,
        const QColor& color, const std::string& words) const
    {
        const BriefStyle& style = m_setting.style;
        frameCard(canvas.painter, card, style);
        const double inner = card.width() - 26;
        const QPointF corner = card.topLeft() + QPointF(13, 0);
        drawLine(canvas, label, {10.5, QFont::Normal, style.muted}, style, corner + QPointF(0, 22), inner);
        drawLine(canvas, value, {21, QFont::Bold, color}, style, corner + QPointF(0, 47), inner);
        drawLine(canvas, words, {11, QFont::Normal, style.muted}, style, corner + QPointF(0, 82), inner);
    }
    // "Impact ▬▬ 0.35 moderate    Sentiment ▬|▬ −0.15 mildly negative" on one line.
    void drawSmall(Canvas& canvas, QPointF at) const
    {
        const BriefStyle& style = m_setting.style;
        const double half = m_setting.width / 2;
        const auto side = [&](double left, const std::string& name, const std::string& value, const QColor& color,
                              const std::string& label) {
            drawLine(canvas, name, {size::Small, QFont::Normal, style.muted}, style, {left, at.y() + 13.5}, 60);
            drawLine(canvas, value, {size::Small, QFont::Bold, color}, style, {left + 156, at.y() + 13.5}, 40);
            drawLine(canvas, label, {size::Small, QFont::Normal, style.muted}, style, {left + 192, at.y() + 13.5},
                half - 200);
            return QRectF(left + 62, at.y() + 6.5, 84, 6);
        };
        drawBar(canvas.painter,
            side(at.x(), "Impact", base::fixed(m_gauges.impact, 2), style.text, m_gauges.impactLabel), 0,
            m_gauges.impact, style.accent, false, style);
        const QColor direction = signColor(style, m_gauges.sentiment);
        drawBar(canvas.painter,
            side(at.x() + half, "Sentiment", signedFigure(m_gauges.sentiment), direction, m_gauges.sentimentLabel),
            0.5, 0.5 + m_gauges.sentiment / 2, direction, true, style);
    }

    const Gauges& m_gauges;
    const ViewSetting& m_setting;
};

// Unit 0 is the head with the days, repeated where the rows go on over a page's end.
class HeatMapView final : public BlockView {
public:
    HeatMapView(const HeatMap& map, const ViewSetting& setting)
        : m_map(map)
        , m_setting(setting)
        , m_label(std::min(210.0, setting.width * 0.3))
        , m_cell((setting.width - m_label) / double(std::max<std::size_t>(1, map.columns.size())))
    {
        m_cell = std::min(m_cell, 110.0);
    }
    int units() const override { return static_cast<int>(m_map.rows.size()) + 1; }
    bool hasHead() const override { return true; }
    std::vector<Piece> pieces(int unit) override
    {
        if (unit == 0)
            return {{40, 14, true}};
        return {{RowHeight, 0, unit == 1 || unit + 2 == units()}};
    }
    void draw(Canvas& canvas, int unit, int, QPointF at) override
    {
        const BriefStyle& style = m_setting.style;
        TextStyle text{9.5, QFont::Normal, style.muted};
        text.alignment = Qt::AlignRight;
        if (unit == 0) {
            drawLine(canvas, m_map.title, {12.5, QFont::DemiBold, style.text}, style, at + QPointF(0, 13),
                m_setting.width);
            for (std::size_t i = 0; i < m_map.columns.size(); ++i)
                drawLine(canvas, m_map.columns[i], text, style,
                    at + QPointF(m_label + m_cell * double(i), 35), m_cell - 6);
            return;
        }
        const HeatMap::Row& row = m_map.rows[static_cast<std::size_t>(unit) - 1];
        drawLine(canvas, row.label, {10.5, QFont::Normal, style.text}, style, at + QPointF(0, 14), m_label - 8);
        text.color = style.text;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const QRectF box(at.x() + m_label + m_cell * double(i) + 1, at.y() + 1, m_cell - 2, RowHeight - 2);
            const HeatMap::Cell& cell = row.cells[i];
            canvas.painter.fillRect(box, style.faintLine);
            if (!cell.sentiment)
                continue;
            const double share = 0.12 + 0.5 * std::min(1.0, std::abs(*cell.sentiment));
            canvas.painter.fillRect(box, tinted(signColor(style, *cell.sentiment), style.paper, share));
            // The sign stands in the figure, so that the map reads without colour too.
            drawLine(canvas, signedFigure(*cell.sentiment), text, style, box.topLeft() + QPointF(0, 13),
                box.width() - 5);
            if (box.width() > 52) {
                TextStyle count{8, QFont::Normal, style.text};
                drawLine(canvas, std::to_string(cell.articles), count, style, box.topLeft() + QPointF(5, 12.5),
                    20);
            }
        }
    }

private:
    static constexpr double RowHeight = 20;
    const HeatMap& m_map;
    const ViewSetting& m_setting;
    double m_label;
    double m_cell;
};

class ChartsView final : public BlockView {
public:
    ChartsView(const Charts& charts, const ViewSetting& setting)
        : m_charts(charts)
        , m_setting(setting)
    {
        for (const Chart& chart : charts.charts) {
            if (chart.kind == Chart::Kind::Bars)
                m_height = std::max(m_height, 44 + BarStep * double(chart.points.size()));
        }
    }
    std::vector<Piece> pieces(int) override { return {{m_height, 14, false}}; }
    void draw(Canvas& canvas, int, int, QPointF at) override
    {
        const double gap = 12;
        const auto count = double(m_charts.charts.size());
        const double width = (m_setting.width - gap * (count - 1)) / count;
        QRectF card(at.x(), at.y(), width, m_height);
        for (const Chart& chart : m_charts.charts) {
            frameCard(canvas.painter, card, m_setting.style);
            drawLine(canvas, chart.title, {10.5, QFont::Normal, m_setting.style.muted}, m_setting.style,
                card.topLeft() + QPointF(13, 22), width - 26);
            const QRectF plot = card.adjusted(13, 34, -13, -10);
            if (chart.kind == Chart::Kind::Bars)
                bars(canvas, chart, plot);
            else if (chart.kind == Chart::Kind::Columns)
                columns(canvas, chart, plot);
            else
                lines(canvas, chart, plot);
            card.translate(width + gap, 0);
        }
    }

private:
    static constexpr double BarStep = 19;

    void bars(Canvas& canvas, const Chart& chart, const QRectF& plot) const
    {
        const BriefStyle& style = m_setting.style;
        double most = 0;
        for (const Chart::Point& point : chart.points)
            most = std::max(most, std::abs(point.value));
        const double label = plot.width() * 0.5;
        const QRectF field(plot.left() + label, plot.top(), plot.width() - label - 40, plot.height());
        double y = plot.top();
        TextStyle figure{10, QFont::DemiBold, style.text};
        figure.alignment = Qt::AlignRight;
        for (const Chart::Point& point : chart.points) {
            drawLine(canvas, point.label, {10, QFont::Normal, style.text}, style, {plot.left(), y + 11}, label - 8);
            const double length = most > 0 ? point.value / most * field.width() / 2 : 0;
            canvas.painter.fillRect(
                QRectF(field.center().x(), y + 3, length, 9).normalized(), signColor(style, point.value));
            figure.color = signColor(style, point.value);
            drawLine(canvas, point.text, figure, style, {plot.right() - 38, y + 11}, 38);
            y += BarStep;
        }
        canvas.painter.fillRect(
            QRectF(field.center().x() - 0.5, plot.top(), 1, y - plot.top() - 3), style.line);
    }
    void columns(Canvas& canvas, const Chart& chart, const QRectF& plot) const
    {
        const BriefStyle& style = m_setting.style;
        double most = 1;
        for (const Chart::Point& point : chart.points)
            most = std::max(most, point.value);
        const QRectF field = plot.adjusted(0, 14, 0, -16);
        const double step = field.width() / double(std::max<std::size_t>(1, chart.points.size()));
        const double wide = std::min(step * 0.7, 34.0);
        for (std::size_t i = 0; i < chart.points.size(); ++i) {
            const Chart::Point& point = chart.points[i];
            const double middle = field.left() + step * (double(i) + 0.5);
            const double height = point.value / most * field.height();
            canvas.painter.fillRect(QRectF(middle - wide / 2, field.bottom() - height, wide, height), style.link);
            const auto centred = [&](const std::string& words, double size, const QColor& color, double y) {
                const TextStyle text{size, QFont::Normal, color};
                const double width = std::min(lineWidth(words, text), step);
                drawLine(canvas, words, text, style, {middle - width / 2, y}, width + 0.5);
            };
            centred(point.text, 9.5, style.text, field.bottom() - height - 4);
            // Days are named as far apart as they can be read.
            if (i % std::size_t(std::ceil(34 / step)) == 0)
                centred(point.label, 9, style.muted, field.bottom() + 13);
        }
        canvas.painter.fillRect(QRectF(field.left(), field.bottom(), field.width(), 1), style.line);
    }
    void lines(Canvas& canvas, const Chart& chart, const QRectF& plot) const
    {
        std::vector<double> values;
        for (const Chart::Point& point : chart.points)
            values.push_back(point.value);
        drawTrend(canvas, plot, values, m_setting.style);
    }

    const Charts& m_charts;
    const ViewSetting& m_setting;
    double m_height = 130;
};

} // namespace

std::unique_ptr<BlockView> figureViewOf(const Block& block, const ViewSetting& setting)
{
    if (const auto* gauges = std::get_if<Gauges>(&block))
        return std::make_unique<GaugesView>(*gauges, setting);
    if (const auto* map = std::get_if<HeatMap>(&block))
        return std::make_unique<HeatMapView>(*map, setting);
    if (const auto* charts = std::get_if<Charts>(&block))
        return std::make_unique<ChartsView>(*charts, setting);
    return nullptr;
}

} // namespace brief
