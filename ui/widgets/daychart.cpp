// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "daychart.h"

#include <items/marketmapmodel.h>

#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double LineWidth = 1.7;
constexpr double DotSize = 4.5; // a day between days without articles has no line
constexpr int FewDays = 31; // each of them has a dot
constexpr int DayLabels = 5;

} // namespace

DayChart::DayChart(const Theme& theme, Kind kind, QWidget* parent)
    : QChartView(parent)
    , m_theme(theme)
    , m_kind(kind)
{
    setAccessibleName(kind == Kind::Sentiment ? tr("Sentiment by day") : tr("Impact by day"));
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // What is drawn over the lines moves with the chosen day.
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setStyleSheet(QStringLiteral("background: transparent"));
    refreshTheme();
}

DayChart::~DayChart() = default;

void DayChart::refreshTheme()
{
    setFixedHeight(m_theme.px(m_kind == Kind::Sentiment ? 122 : 96));
    draw();
}

void DayChart::showDays(desk::Day first, const std::vector<desk::DayFigures>& days)
{
    m_first = first;
    m_days = days;
    m_chosen = -1;
    draw();
}

// The same left edge for both kinds, so that their days stand below each other.
void DayChart::placePlot()
{
    const double bottom = m_kind == Kind::Sentiment ? 8 : 24;
    chart()->setPlotArea(QRectF(m_theme.px(40), m_theme.px(8), std::max(1, width() - m_theme.px(44)),
        std::max(1, height() - m_theme.px(8 + bottom))));
}

bool DayChart::known(int day) const
{
    return day >= 0 && day < static_cast<int>(m_days.size())
        && m_days[static_cast<std::size_t>(day)].articles > 0;
}

double DayChart::valueOf(int day) const
{
    const desk::DayFigures& figures = m_days[static_cast<std::size_t>(day)];
    return m_kind == Kind::Sentiment ? figures.sentiment : figures.impact;
}

double DayChart::range() const
{
    double most = 0;
    for (int day = 0; day < static_cast<int>(m_days.size()); ++day)
        most = std::max(most, known(day) ? std::fabs(valueOf(day)) : 0);
    return most <= 0.5 ? 0.5 : 1;
}

void DayChart::draw()
{
    // A new one: axes that are taken out of a chart leave their labels in it until it is laid out again.
    QChart* former = chart();
    auto* made = new QChart;
    made->setBackgroundVisible(false);
    made->setPlotAreaBackgroundVisible(false);
    made->setAnimationOptions(QChart::NoAnimation);
    made->legend()->hide();
    made->setMargins(QMargins(0, 0, 0, 0));
    made->layout()->setContentsMargins(0, 0, 0, 0);
    setChart(made);
    delete former;
    placePlot();
    if (m_days.empty())
        return;
    drawAxes();
    drawLines();
}

void DayChart::drawAxes()
{
    const auto dress = [this](QCategoryAxis* axis) {
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        axis->setLabelsFont(m_theme.font(10.5));
        axis->setLabelsColor(m_theme.colour(Role::Muted));
        axis->setTruncateLabels(false);
        axis->setLinePen(Qt::NoPen);
        axis->setShadesVisible(false);
        axis->setGridLinePen(QPen(m_theme.colour(Role::Line), 1));
    };
    auto* values = new QCategoryAxis(chart());
    const double most = range();
    const bool signs = m_kind == Kind::Sentiment;
    values->setRange(signs ? -most : 0, most);
    const auto label = [&](double value) {
        QString text = QString::number(std::fabs(value), 'f', most < 1 ? 1 : 0);
        if (value == 0)
            text = QStringLiteral("0");
        else if (signs)
            text.prepend(value < 0 ? QStringLiteral("\u2212") : QStringLiteral("+"));
        values->append(text, value);
    };
    if (signs)
        label(-most);
    label(0);
    label(most);
    dress(values);
    chart()->addAxis(values, Qt::AlignLeft);

    auto* days = new QCategoryAxis(chart());
    const int last = static_cast<int>(m_days.size()) - 1;
    days->setRange(-0.5, last + 0.5);
    // Not at the very edge, where half of a label would be cut off.
    const int edge = (last + 1) / 16;
    const int step = std::max(1, (last - 2 * edge + DayLabels - 2) / (DayLabels - 1));
    QList<int> labelled;
    for (int day = last - edge; day >= 0 && labelled.size() < DayLabels; day -= step)
        labelled.prepend(day);
    for (const int day : std::as_const(labelled))
        days->append(items::shortDayText(m_first + std::chrono::days(day)), day);
    dress(days);
    days->setGridLineVisible(false);
    days->setLabelsVisible(m_kind == Kind::Impact); // one below the other: the days stand once
    chart()->addAxis(days, Qt::AlignBottom);
}

void DayChart::drawLines()
{
    const QColor colour = m_theme.colour(m_kind == Kind::Sentiment ? Role::Link : Role::Accent);
    const auto add = [this](QXYSeries* series) {
        chart()->addSeries(series);
        for (QAbstractAxis* axis : chart()->axes())
            series->attachAxis(axis);
    };
    auto* dots = new QScatterSeries(chart());
    dots->setMarkerSize(DotSize * m_theme.scale());
    dots->setColor(colour);
    dots->setBorderColor(Qt::transparent);
    QLineSeries* line = nullptr;
    for (int day = 0; day < static_cast<int>(m_days.size()); ++day) {
        if (!known(day)) {
            line = nullptr;
            continue;
        }
        const bool alone = !known(day - 1) && !known(day + 1);
        if (alone || m_days.size() <= FewDays)
            dots->append(day, valueOf(day));
        if (alone)
            continue;
        if (line == nullptr) {
            line = new QLineSeries(chart());
            line->setPen(
                QPen(colour, LineWidth * m_theme.scale(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            add(line);
        }
        line->append(day, valueOf(day));
    }
    add(dots);
}

void DayChart::drawForeground(QPainter* painter, const QRectF& rect)
{
    QChartView::drawForeground(painter, rect);
    if (!known(m_chosen) || chart()->series().isEmpty())
        return;
    const QPointF at
        = chart()->mapToPosition(QPointF(m_chosen, valueOf(m_chosen)), chart()->series().constFirst());
    const QRectF plot = chart()->plotArea();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_theme.colour(Role::Faint), 1));
    painter->drawLine(QPointF(at.x(), plot.top()), QPointF(at.x(), plot.bottom()));
    painter->setBrush(m_theme.colour(hasFocus() ? Role::Accent : Role::Text));
    painter->setPen(QPen(m_theme.colour(Role::Surface), 1.5));
    const double radius = 3.5 * m_theme.scale();
    painter->drawEllipse(at, radius, radius);
}

int DayChart::next(int from, int step) const
{
    for (int day = from + step; day >= 0 && day < static_cast<int>(m_days.size()); day += step) {
        if (known(day))
            return day;
    }
    return -1;
}

int DayChart::nearest(const QPointF& point) const
{
    if (chart()->series().isEmpty())
        return -1;
    const double wanted = chart()->mapToValue(point, chart()->series().constFirst()).x();
    int best = -1;
    for (int day = 0; day < static_cast<int>(m_days.size()); ++day) {
        if (known(day) && (best < 0 || std::fabs(day - wanted) < std::fabs(best - wanted)))
            best = day;
    }
    return best;
}

void DayChart::choose(int day)
{
    if (day == m_chosen || (day >= 0 && !known(day)))
        return;
    m_chosen = day;
    setAccessibleDescription(day < 0 ? QString()
                                     : tr("%1: %2").arg(items::longDayText(m_first + std::chrono::days(day)),
                                         items::figuresText(m_days[static_cast<std::size_t>(day)])));
    viewport()->update();
    Q_EMIT dayChosen(day);
}

void DayChart::keyPressEvent(QKeyEvent* event)
{
    const int count = static_cast<int>(m_days.size());
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    int day = -1;
    switch (event->key()) {
    case Qt::Key_Left:
        day = next(m_chosen < 0 ? count : m_chosen, mirrored && m_chosen >= 0 ? 1 : -1);
        break;
    case Qt::Key_Right:
        day = m_chosen < 0 ? next(count, -1) : next(m_chosen, mirrored ? -1 : 1);
        break;
    case Qt::Key_Home:
        day = next(-1, 1);
        break;
    case Qt::Key_End:
        day = next(count, -1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_chosen >= 0)
            Q_EMIT dayOpened(m_chosen);
        event->accept();
        return;
    default:
        return QWidget::keyPressEvent(event); // not the view's own: nothing here is scrolled
    }
    event->accept();
    if (day >= 0)
        choose(day);
}

void DayChart::mouseMoveEvent(QMouseEvent* event) { choose(nearest(event->position())); }

void DayChart::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    choose(nearest(event->position()));
}

void DayChart::mouseReleaseEvent(QMouseEvent*)
{
    if (m_chosen >= 0)
        Q_EMIT dayOpened(m_chosen);
}

void DayChart::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    placePlot();
}

void DayChart::focusInEvent(QFocusEvent* event)
{
    QChartView::focusInEvent(event);
    if (m_chosen < 0)
        choose(next(static_cast<int>(m_days.size()), -1));
    viewport()->update();
}

void DayChart::focusOutEvent(QFocusEvent* event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

} // namespace ui
