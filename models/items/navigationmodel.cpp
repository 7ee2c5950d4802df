// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "navigationmodel.h"

#include "datawords.h"
#include "roles.h"

#include <desk/query.h>

#include <cmath>

namespace items {

namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

} // namespace

QString countText(qint64 count)
{
    QString digits = QString::number(count);
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, QChar(0x2009));
    return digits;
}

QString signedText(double value)
{
    const QString figure = QString::number(std::abs(value), 'f', 2);
    if (figure == QLatin1String("0.00"))
        return figure;
    return (value < 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) + figure;
}

NavigationModel::NavigationModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

NavigationModel::~NavigationModel() = default;

void NavigationModel::setNavigation(const desk::Navigation& navigation)
{
    std::vector<Entry> entries;
    const auto heading = [&](const QString& name, bool any) {
        if (any)
            entries.push_back({Heading, name, {}, {}, 0, false, {}});
    };
    const auto views = [&](const QString& name, const std::vector<desk::CountedView>& list, Kind kind) {
        heading(name, !list.empty());
        for (const desk::CountedView& view : list)
            entries.push_back({kind, kind == View ? dataWord(view.name) : text(view.name), text(view.query),
                countText(view.count) + (view.more ? QStringLiteral("+") : QString()), 0, false,
                kind == Saved ? text(view.query) : QString()});
    };
    views(tr("Views"), navigation.views, View);
    heading(tr("Topics"), !navigation.topics.empty());
    for (const desk::TopicMean& topic : navigation.topics) {
        entries.push_back({Topic, text(topic.topic),
            QStringLiteral("topic:") + text(desk::quoted(topic.topic)), signedText(topic.sentiment),
            topic.sentiment, false, tr("%1 articles in 24 hours, mean sentiment").arg(topic.articles)});
    }
    views(tr("Saved searches"), navigation.savedSearches, Saved);
    views(tr("Labels"), navigation.labels, Label);
    views(tr("Watchlists"), navigation.watchlists, View);
    heading(tr("Sources"), !navigation.sources.empty());
    for (const desk::SourceHealth& source : navigation.sources) {
        entries.push_back({Source, text(source.source.title),
            QStringLiteral("source:") + text(desk::quoted(source.source.title)),
            source.failing() ? tr("failing") : countText(source.articles), 0, source.failing(),
            text(source.source.lastError)});
    }
    // The same rows with other counts: keep the view's place and selection.
    const bool same = entries.size() == m_entries.size()
        && std::equal(entries.begin(), entries.end(), m_entries.begin(),
            [](const Entry& a, const Entry& b) { return a.kind == b.kind && a.name == b.name; });
    if (same) {
        m_entries = std::move(entries);
        if (!m_entries.empty())
            Q_EMIT dataChanged(index(0), index(static_cast<int>(m_entries.size()) - 1));
        return;
    }
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int NavigationModel::indexOfQuery(const QString& query) const
{
    for (std::size_t at = 0; at < m_entries.size(); ++at) {
        if (m_entries[at].kind != Heading && m_entries[at].query == query)
            return static_cast<int>(at);
    }
    return -1;
}

int NavigationModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant NavigationModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= static_cast<int>(m_entries.size()))
        return {};
    const Entry& entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return entry.name;
    case Qt::AccessibleTextRole:
        return entry.count.isEmpty() ? entry.name : entry.name + QStringLiteral(", ") + entry.count;
    case Qt::ToolTipRole:
        return entry.reason;
    case KindRole:
        return entry.kind;
    case QueryRole:
        return entry.query;
    case CountRole:
        return entry.count;
    case SignRole:
        return entry.sign;
    case FailingRole:
        return entry.failing;
    default:
        return {};
    }
}

Qt::ItemFlags NavigationModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || m_entries[static_cast<std::size_t>(index.row())].kind == Heading)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace items
