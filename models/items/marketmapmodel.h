// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/marketmap.h>

#include <QAbstractTableModel>
#include <QString>

namespace items {

enum class Measure { Sentiment, Impact, Volume };

// "−0.15", "+0.63", "0.00"; "1.4×".
QString signText(double value);
QString timesText(double value);
// "23 Nov"; "Mon 23 Nov 2026".
QString shortDayText(desk::Day day);
QString longDayText(desk::Day day);
// "12 articles · sentiment −0.42 · impact 0.38 · volume 4.6"; "no article".
QString figuresText(const desk::DayFigures& figures);

// Topics down, days across, and after them the whole period and the volume of the last 24 hours beside the
// usual one. An empty cell is a day without articles: it has no value, and nothing to open.
class MarketMapModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MarketMapModel)

public:
    enum CellRole {
        ValueRole
        = Qt::UserRole + 100, // double: what the colour tells, −1…+1 or 0…1; invalid without articles
        DotRole, // double 0…1: volume beside the largest of the map
        CellQueryRole, // QString: the articles behind it; empty when there are none
        DayRole // bool: the column is a day
    };

    explicit MarketMapModel(QObject* parent = nullptr);
    ~MarketMapModel() override;

    void setMap(const desk::MarketMap& map);
    void setMeasure(Measure measure);
    Measure measure() const { return m_measure; }
    int days() const; // columns that are days
    QString topic(int row) const;
    int rowOf(const QString& topic) const; // −1 when it is none

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const desk::TopicDays& row(int row) const { return m_map.topics[static_cast<std::size_t>(row)]; }
    desk::Day day(int column) const { return m_map.first + std::chrono::days(column); }
    const desk::DayFigures& figures(int row, int column) const;
    QVariant value(const desk::DayFigures& figures) const;
    QString text(int row, int column) const;
    QString spoken(int row, int column) const;
    QString usualText(const desk::TopicDays& topic) const;
    QString query(int row, int column) const;

    desk::MarketMap m_map;
    double m_mostVolume = 0; // of one cell
    Measure m_measure = Measure::Sentiment;
};

} // namespace items
