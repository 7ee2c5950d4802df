// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/marketmap.h>
#include <ui/theme/theme.h>

#include <QFrame>

class QLabel;
class QToolButton;

namespace ui {

class DayChart;
class ElidedLabel;
class SearchBox;

// Sentiment and impact by day of one query: a topic, an entity, a saved search or whatever is typed. Says the
// figures of the chosen day in words.
class SeriesPanel final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SeriesPanel)

public:
    explicit SeriesPanel(const Theme& theme, QWidget* parent = nullptr);
    ~SeriesPanel() override;

    void setSubject(const QString& name); // what the series is of, while it is read
    void showSeries(const desk::DaySeries& series);
    void showFailure(const QString& reason);
    void focusQuery();
    SearchBox& box() { return *m_box; }
    void refreshTheme();

Q_SIGNALS:
    void queryTyped(const QString& query);
    void articlesWanted(const QString& query);

private:
    void sayDay(int day);
    void openDay(int day);
    void setMessage(const QString& message, bool wrongQuery);

    const Theme& m_theme;
    desk::DaySeries m_series;
    ElidedLabel* m_title = nullptr;
    QToolButton* m_open = nullptr;
    SearchBox* m_box = nullptr;
    DayChart* m_sentiment = nullptr;
    DayChart* m_impact = nullptr;
    QLabel* m_sentimentName = nullptr;
    QLabel* m_impactName = nullptr;
    QLabel* m_day = nullptr;
    QLabel* m_message = nullptr;
};

} // namespace ui
