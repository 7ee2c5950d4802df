// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/completion.h>
#include <desk/marketmap.h>
#include <items/marketmapmodel.h>
#include <ui/dialogs/keys.h>
#include <ui/theme/theme.h>
#include <ui/windowpages.h>

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QFrame;
class QLabel;
class QScrollArea;
class QToolButton;

namespace ui {

class ElidedLabel;
class FigureList;
class HeatMap;
class SeriesPanel;

// What is told by topic and day: a heat map whose cells open their articles, the days of the current topic or
// of a query, volumes beside the usual, and what turned. Below a certain width all stands in one column.
class MarketMapPage final : public QWidget, public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MarketMapPage)

public:
    explicit MarketMapPage(const Theme& theme, QWidget* parent = nullptr);
    ~MarketMapPage() override;

    QWidget& widget() override { return *this; }
    void shown() override;
    void refreshTheme() override;

    static KeysDialog::Rows keys(); // for the list of all keys
public Q_SLOTS:
    void showMap(const desk::MarketMap& map, int generation);
    void showMapFailure(const QString& reason, int generation);
    void showSeries(const desk::DaySeries& series, int generation);
    void showSeriesFailure(const QString& reason, int generation);
    void showSuggestions(const std::vector<desk::Suggestion>& suggestions, int generation);
    void newsArrived(); // asks again soon, while it is seen

Q_SIGNALS:
    // Both without an as-of instant: whoever answers knows the clock.
    void mapWanted(const desk::MapRequest& request, int generation);
    void seriesWanted(const desk::SeriesRequest& request, int generation);
    void suggestionsWanted(const desk::Completion& completion, int generation);
    void searchWanted(const QString& query); // on the News page

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildMap();
    QWidget* buildSide();
    QToolButton* chip(const QString& name);
    void arrange();
    void dressSide();
    void takeFocus();
    void askMap();
    void askSeries();
    void cellChanged();
    void chartQuery(const QString& query);
    void keyPressed(int key);
    void setDays(int days);
    void setMeasure(items::Measure measure);
    void setFilter(const QString& query, const QString& name);
    void stepDay(int days);
    void showChips();
    void showFilters();
    void showWords(); // the lines around the map
    void showVolumes();
    void showMovers();
    void setMessage(const QString& message);

    const Theme& m_theme;
    items::MarketMapModel m_model;
    desk::MarketMap m_map;
    desk::MapRequest m_request;
    QString m_filterName;
    QString m_topic; // of the current row
    QString m_query; // that is charted: of that topic, or typed
    bool m_arrived = false; // a map has been shown
    bool m_focusMap = false; // as soon as it is shown
    int m_mapGeneration = 0;
    int m_seriesGeneration = 0;
    QTimer m_seriesSoon; // moving through rows asks for the last one
    QTimer m_mapSoon;
    QScrollArea* m_outer = nullptr;
    QBoxLayout* m_layout = nullptr;
    QBoxLayout* m_head = nullptr;
    QWidget* m_left = nullptr;
    QScrollArea* m_sideScroll = nullptr;
    QWidget* m_side = nullptr;
    QLabel* m_title = nullptr;
    QToolButton* m_periodChip = nullptr;
    QToolButton* m_measureChip = nullptr;
    QToolButton* m_filterChip = nullptr;
    QToolButton* m_earlier = nullptr;
    QToolButton* m_later = nullptr;
    QLabel* m_legend = nullptr;
    QLabel* m_note = nullptr;
    QLabel* m_message = nullptr;
    HeatMap* m_heat = nullptr;
    QLabel* m_cell = nullptr;
    SeriesPanel* m_series = nullptr;
    QLabel* m_volumeTitle = nullptr;
    QLabel* m_volumeEmpty = nullptr;
    FigureList* m_volumes = nullptr;
    QLabel* m_moverTitle = nullptr;
    QLabel* m_moverEmpty = nullptr;
    FigureList* m_movers = nullptr;
};

} // namespace ui
