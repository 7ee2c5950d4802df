// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "marketmapmodel.h"

#include "navigationmodel.h"
#include "timetext.h"

#include <QDate>

#include <algorithm>
#include <cmath>

namespace items {

namespace {

QString utf8(const std::string& text) { return QString::fromStdString(text); }

QDate dateOf(desk::Day day) { return QDate(1970, 1, 1).addDays(day.time_since_epoch().count()); }

} // namespace

QString signText(double value)
{
    const QString figure = QString::number(std::fabs(value), 'f', 2);
    if (figure == QLatin1String("0.00"))
        return figure;
    return (value < 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) + figure;
}

QString timesText(double value) { return QString::number(value, 'f', 1) + QStringLiteral("\u00D7"); }

QString shortDayText(desk::Day day) { return dayMonthText(dateOf(day)); }

QString longDayText(desk::Day day) { return weekdayText(dateOf(day)); }

QString figuresText(const desk::DayFigures& figures)
{
    if (figures.articles == 0)
        return QObject::tr("no article");
    const QString count = figures.articles == 1 ? QObject::tr("1 article")
                                                : QObject::tr("%1 articles").arg(countText(figures.articles));
    return QObject::tr("%1 \u00B7 sentiment %2 \u00B7 impact %3 \u00B7 volume %4")
        .arg(count, signText(figures.sentiment), QString::number(figures.impact, 'f', 2),
            QString::number(figures.volume, 'f', 1));
}

MarketMapModel::MarketMapModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

MarketMapModel::~MarketMapModel() = default;

void MarketMapModel::setMap(const desk::MarketMap& map)
{
    beginResetModel();
    m_map = map;
    m_mostVolume = 0;
    for (const desk::TopicDays& topic : m_map.topics) {
        for (const desk::DayFigures& figures : topic.days)
            m_mostVolume = std::max(m_mostVolume, figures.volume);
    }
    endResetModel();
}

void MarketMapModel::setMeasure(Measure measure)
{
    if (measure == m_measure)
        return;
    m_measure = measure;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, std::max(0, columnCount() - 1));
}

int MarketMapModel::days() const
{
    return m_map.topics.empty() ? 0 : static_cast<int>(m_map.topics.front().days.size());
}

QString MarketMapModel::topic(int row) const
{
    return row >= 0 && row < rowCount() ? utf8(this->row(row).topic) : QString();
}

int MarketMapModel::rowOf(const QString& topic) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (this->topic(row) == topic)
            return row;
    }
    return -1;
}

int MarketMapModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_map.topics.size());
}

int MarketMapModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_map.topics.empty() ? 0 : days() + 2;
}

const desk::DayFigures& MarketMapModel::figures(int row, int column) const
{
    const desk::TopicDays& topic = this->row(row);
    if (column < days())
        return topic.days[static_cast<std::size_t>(column)];
    return column == days() ? topic.period : topic.recent;
}

QVariant MarketMapModel::value(const desk::DayFigures& figures) const
{
    if (figures.articles == 0)
        return {};
    switch (m_measure) {
    case Measure::Sentiment:
        return figures.sentiment;
    case Measure::Impact:
        return figures.impact;
    case Measure::Volume:
        break;
    }
    return m_mostVolume > 0 ? figures.volume / m_mostVolume : 0.0;
}

QString MarketMapModel::usualText(const desk::TopicDays& topic) const
{
    if (!topic.usual)
        return tr("too few days of news before to tell what is usual");
    if (*topic.usual <= 0)
        return tr("nothing in the %1 days of news before").arg(m_map.usualDays);
    return tr("%1 the usual %2, the mean of %3 days of news")
        .arg(timesText(*topic.againstUsual()), QString::number(*topic.usual, 'f', 1))
        .arg(m_map.usualDays);
}

QString MarketMapModel::text(int row, int column) const
{
    const desk::DayFigures& shown = figures(row, column);
    if (column > days()) {
        const std::optional<double> times = this->row(row).againstUsual();
        return times ? timesText(*times) : QStringLiteral("\u2013");
    }
    if (shown.articles == 0)
        return {};
    switch (m_measure) {
    case Measure::Sentiment:
        return signText(shown.sentiment);
    case Measure::Impact:
        return QString::number(shown.impact, 'f', 2);
    case Measure::Volume:
        break;
    }
    return QString::number(shown.volume, 'f', 1);
}

QString MarketMapModel::spoken(int row, int column) const
{
    QString when;
    if (column < days())
        when = longDayText(day(column));
    else if (column == days())
        when = tr("%1 to %2").arg(shortDayText(m_map.first), shortDayText(m_map.last));
    else
        when = tr("last 24 hours");
    QString text = tr("%1, %2: %3").arg(topic(row), when, figuresText(figures(row, column)));
    if (column > days())
        text += QStringLiteral(" \u00B7 ") + usualText(this->row(row));
    return text;
}

QString MarketMapModel::query(int row, int column) const
{
    if (figures(row, column).articles == 0)
        return {};
    const std::string topic = desk::bothQueries(desk::topicQuery(this->row(row).topic), m_map.filter);
    if (column < days())
        return utf8(desk::daysQuery(topic, day(column), day(column)));
    if (column == days())
        return utf8(desk::daysQuery(topic, m_map.first, m_map.last));
    return utf8(desk::momentsQuery(topic, m_map.until - std::chrono::days(1), m_map.until));
}

QVariant MarketMapModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::ToolTipRole:
        return QStringLiteral("<qt>%1</qt>").arg(spoken(index.row(), index.column()).toHtmlEscaped());
    case Qt::AccessibleTextRole:
        return spoken(index.row(), index.column());
    case ValueRole:
        return value(figures(index.row(), index.column()));
    case DotRole:
        return m_mostVolume > 0 ? figures(index.row(), index.column()).volume / m_mostVolume : 0.0;
    case CellQueryRole:
        return query(index.row(), index.column());
    case DayRole:
        return index.column() < days();
    default:
        return {};
    }
}

QVariant MarketMapModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0 || section >= (orientation == Qt::Vertical ? rowCount() : columnCount()))
        return {};
    const bool spelled = role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if (role != Qt::DisplayRole && !spelled)
        return {};
    if (orientation == Qt::Vertical)
        return role == Qt::ToolTipRole ? QStringLiteral("<qt>%1</qt>").arg(topic(section).toHtmlEscaped())
                                       : topic(section);
    if (section < days())
        return spelled ? longDayText(day(section)) : QString::number(dateOf(day(section)).day());
    if (section == days())
        return spelled ? tr("Mean of the period; for the volume its sum") : tr("%1 d").arg(days());
    return spelled ? tr("Impact-weighted volume of the last 24 hours beside the usual one") : tr("volume");
}

} // namespace items
