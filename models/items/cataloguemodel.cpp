// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "cataloguemodel.h"

#include "roles.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

namespace items {

namespace {

constexpr quintptr GroupId = 0; // of a group's index; a feed's is its group's row + 1

QString utf8(const std::string& text) { return QString::fromStdString(text); }

QString titleOf(const base::Subscription& feed) { return utf8(feed.title.empty() ? feed.url : feed.title); }

} // namespace

CatalogueModel::CatalogueModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

CatalogueModel::~CatalogueModel() = default;

void CatalogueModel::setCatalogue(
    const std::vector<base::Subscription>& subscriptions, const QSet<QString>& known)
{
    beginResetModel();
    m_groups.clear();
    m_chosen = 0;
    QHash<QString, std::size_t> places;
    for (const base::Subscription& subscription : subscriptions) {
        QStringList folder;
        for (const std::string& name : subscription.folder)
            folder << utf8(name);
        const QString name = folder.isEmpty() ? tr("Other") : folder.join(QStringLiteral(" / "));
        if (!places.contains(name)) {
            places.insert(name, m_groups.size());
            m_groups.push_back({name, {}});
        }
        m_groups[places.value(name)].feeds.push_back(
            {subscription, known.contains(utf8(subscription.url)), false});
    }
    endResetModel();
    Q_EMIT chosenChanged(0);
}

std::vector<base::Subscription> CatalogueModel::chosen() const
{
    std::vector<base::Subscription> list;
    for (const Group& group : m_groups) {
        for (const Feed& feed : group.feeds) {
            if (feed.chosen)
                list.push_back(feed.subscription);
        }
    }
    return list;
}

int CatalogueModel::size() const
{
    std::size_t count = 0;
    for (const Group& group : m_groups)
        count += group.feeds.size();
    return static_cast<int>(count);
}

QModelIndex CatalogueModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row() + 1) : GroupId);
}

QModelIndex CatalogueModel::parent(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == GroupId)
        return {};
    return createIndex(static_cast<int>(index.internalId()) - 1, 0, GroupId);
}

int CatalogueModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != GroupId || parent.column() != 0)
        return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].feeds.size());
}

int CatalogueModel::columnCount(const QModelIndex&) const { return ColumnCount; }

const CatalogueModel::Feed* CatalogueModel::feedAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == GroupId)
        return nullptr;
    return &m_groups[index.internalId() - 1].feeds[static_cast<std::size_t>(index.row())];
}

Qt::CheckState CatalogueModel::stateOf(const Group& group) const
{
    const auto free
        = std::count_if(group.feeds.begin(), group.feeds.end(), [](const Feed& feed) { return !feed.known; });
    const auto chosen
        = std::count_if(group.feeds.begin(), group.feeds.end(), [](const Feed& feed) { return feed.chosen; });
    return chosen == 0 ? Qt::Unchecked : chosen == free ? Qt::Checked : Qt::PartiallyChecked;
}

QVariant CatalogueModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Feed* feed = feedAt(index);
    if (feed == nullptr) {
        const Group& group = m_groups[static_cast<std::size_t>(index.row())];
        if (index.column() == Note)
            return role != Qt::DisplayRole ? QVariant()
                : group.feeds.size() == 1  ? tr("1 feed")
                                           : tr("%1 feeds").arg(group.feeds.size());
        if (role == Qt::CheckStateRole)
            return stateOf(group);
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? group.name : QVariant();
    }
    const base::Subscription& subscription = feed->subscription;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Name)
            return titleOf(subscription);
        return feed->known ? tr("subscribed") : utf8(subscription.note);
    case Qt::ToolTipRole:
        return subscription.note.empty()
            ? utf8(subscription.url)
            : utf8(subscription.url) + QLatin1Char('\n') + utf8(subscription.note);
    case Qt::CheckStateRole:
        if (index.column() != Name)
            return {};
        return feed->known || feed->chosen ? Qt::Checked : Qt::Unchecked;
    case Qt::AccessibleTextRole:
        return titleOf(subscription) + (feed->known ? QStringLiteral(", ") + tr("subscribed") : QString());
    case UrlRole:
        return utf8(subscription.url);
    case KnownRole:
        return feed->known;
    case SearchRole:
        return QStringList{titleOf(subscription), utf8(subscription.url), utf8(subscription.note),
            m_groups[index.internalId() - 1].name}
            .join(QLatin1Char('\n'));
    default:
        return {};
    }
}

void CatalogueModel::choose(Feed& feed, bool chosen)
{
    if (feed.known || feed.chosen == chosen)
        return;
    feed.chosen = chosen;
    m_chosen += chosen ? 1 : -1;
}

bool CatalogueModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || index.column() != Name)
        return false;
    const bool chosen = value.toInt() != Qt::Unchecked;
    const bool isGroup = index.internalId() == GroupId;
    const int row = isGroup ? index.row() : static_cast<int>(index.internalId()) - 1;
    Group& group = m_groups[static_cast<std::size_t>(row)];
    const QModelIndex groupIndex = createIndex(row, 0, GroupId);
    if (isGroup) {
        for (Feed& feed : group.feeds)
            choose(feed, chosen);
    } else {
        choose(group.feeds[static_cast<std::size_t>(index.row())], chosen);
    }
    Q_EMIT dataChanged(this->index(0, 0, groupIndex), this->index(rowCount(groupIndex) - 1, 0, groupIndex),
        {Qt::CheckStateRole});
    Q_EMIT dataChanged(groupIndex, groupIndex, {Qt::CheckStateRole});
    Q_EMIT chosenChanged(m_chosen);
    return true;
}

QVariant CatalogueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Feed") : section == Note ? tr("Note") : QVariant();
}

Qt::ItemFlags CatalogueModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Feed* feed = feedAt(index);
    if (feed != nullptr && feed->known)
        return Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    if (feed != nullptr)
        flags |= Qt::ItemNeverHasChildren;
    return index.column() == Name ? flags | Qt::ItemIsUserCheckable : flags;
}

} // namespace items
