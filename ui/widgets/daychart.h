// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/marketmap.h>
#include <ui/theme/theme.h>

#include <QtCharts/QChartView>

#include <vector>

namespace ui {

// A mean by day as a line that breaks where there are no articles. Left and Right, Home and End move the
// chosen day from one that has articles to the next, the pointer does too; Enter or a click opens it.
class DayChart final : public QChartView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DayChart)

public:
    enum class Kind { Sentiment, Impact };

    DayChart(const Theme& theme, Kind kind, QWidget* parent = nullptr);
    ~DayChart() override;

    void showDays(desk::Day first, const std::vector<desk::DayFigures>& days);
    void choose(int day); // −1: none
    int chosen() const { return m_chosen; }
    void refreshTheme();

Q_SIGNALS:
    void dayChosen(int day);
    void dayOpened(int day);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    double valueOf(int day) const;
    bool known(int day) const;
    int next(int from, int step) const; // with articles; −1: none
    int nearest(const QPointF& point) const; // −1: none
    void placePlot();
    void draw();
    void drawAxes();
    void drawLines();
    double range() const; // of the values shown, from 0 or to both sides of it

    const Theme& m_theme;
    Kind m_kind;
    desk::Day m_first = {};
    std::vector<desk::DayFigures> m_days;
    int m_chosen = -1;
};

} // namespace ui
