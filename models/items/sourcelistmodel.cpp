// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "sourcelistmodel.h"

#include "navigationmodel.h"
#include "roles.h"
#include "timetext.h"

#include <QHash>

#include <algorithm>

namespace items {

namespace {

QString utf8(const std::string& text) { return QString::fromStdString(text); }

bool isFolder(const desk::SourceHealth& health) { return health.source.kind == base::SourceKind::Folder; }

SourceListModel::Health healthOf(const desk::SourceHealth& health)
{
    if (health.source.gone)
        return SourceListModel::Gone;
    if (health.failing())
        return SourceListModel::Failing;
    if (!health.source.lastSucceeded && !(isFolder(health) && health.articles > 0))
        return SourceListModel::NotYet;
    return SourceListModel::Healthy;
}

QString healthWord(const desk::SourceHealth& health)
{
    switch (healthOf(health)) {
    case SourceListModel::Healthy:
        return SourceListModel::tr("healthy");
    case SourceListModel::NotYet:
        return SourceListModel::tr("not read yet");
    case SourceListModel::Failing:
        return SourceListModel::tr("failing");
    case SourceListModel::Gone:
        break;
    }
    return SourceListModel::tr("gone");
}

QString addressOf(const desk::SourceHealth& health)
{
    const QString url = utf8(health.source.url);
    return isFolder(health) && url.startsWith(QStringLiteral("file:")) ? url.mid(5) : url;
}

QString titleOf(const desk::SourceHealth& health)
{
    return health.source.title.empty() ? addressOf(health) : utf8(health.source.title);
}

// Nothing comes last, whichever way the column is ordered first: what was never read is most worth a look.
qint64 secondsOf(const std::optional<base::Instant>& instant, qint64 none)
{
    return instant ? base::toUnix(*instant) : none;
}

QVariant sortKey(const desk::SourceHealth& health, int column)
{
    constexpr qint64 Never = 1LL << 40;
    switch (column) {
    case SourceListModel::Title:
        return titleOf(health).toCaseFolded();
    case SourceListModel::Folder:
        return utf8(health.source.folder).toCaseFolded();
    case SourceListModel::LastSuccess:
        return secondsOf(health.source.lastSucceeded, 0);
    case SourceListModel::NextTry:
        return health.source.gone || isFolder(health) ? Never : secondsOf(health.source.nextFetch, 0);
    case SourceListModel::PerWeek:
        return health.perWeek;
    case SourceListModel::Articles:
        return static_cast<qint64>(health.articles);
    default:
        return static_cast<qint64>(health.source.failures) + (health.source.gone ? Never : 0);
    }
}

} // namespace

SourceListModel::SourceListModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

SourceListModel::~SourceListModel() = default;

void SourceListModel::setSources(const std::vector<desk::SourceHealth>& sources)
{
    QHash<qint64, const desk::SourceHealth*> fresh;
    for (const desk::SourceHealth& health : sources) {
        if (health.source.kind != base::SourceKind::File)
            fresh.insert(health.source.id, &health);
    }
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (fresh.contains(m_rows[static_cast<std::size_t>(row)].source.id))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (desk::SourceHealth& row : m_rows)
        row = *fresh.take(row.source.id);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, ColumnCount - 1));
    if (fresh.isEmpty())
        return;
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    for (const desk::SourceHealth& health : sources) {
        if (fresh.contains(health.source.id))
            m_rows.push_back(health);
    }
    endInsertRows();
}

void SourceListModel::setNow(base::Instant now)
{
    m_now = now;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, LastSuccess), index(static_cast<int>(m_rows.size()) - 1, NextTry));
}

int SourceListModel::indexOf(qint64 id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
        [id](const desk::SourceHealth& health) { return health.source.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

const desk::SourceHealth* SourceListModel::source(qint64 id) const
{
    const int row = indexOf(id);
    return row < 0 ? nullptr : &m_rows[static_cast<std::size_t>(row)];
}

int SourceListModel::failing() const
{
    return static_cast<int>(std::count_if(
        m_rows.begin(), m_rows.end(), [](const desk::SourceHealth& health) { return health.failing(); }));
}

int SourceListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SourceListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SourceListModel::text(const desk::SourceHealth& health, int column) const
{
    const base::Source& source = health.source;
    switch (column) {
    case Title:
        return titleOf(health);
    case Folder:
        return utf8(source.folder);
    case LastSuccess:
        if (source.lastSucceeded)
            return ageText(source.lastSucceeded, m_now);
        return isFolder(health) ? QStringLiteral("\u2013") : tr("never");
    case NextTry:
        if (source.gone)
            return tr("not again");
        return isFolder(health) ? tr("watched") : untilText(source.nextFetch, m_now);
    case PerWeek:
        return health.perWeek < 10 ? QString::number(health.perWeek, 'f', 1)
                                   : countText(static_cast<qint64>(health.perWeek + 0.5));
    case Articles:
        return countText(health.articles);
    default:
        if (!health.failing())
            return {};
        return source.failures > 1 ? tr("%1\u00D7 %2").arg(source.failures).arg(utf8(source.lastError))
                                   : utf8(source.lastError);
    }
}

QString SourceListModel::hint(const desk::SourceHealth& health, int column) const
{
    const base::Source& source = health.source;
    switch (column) {
    case Title:
        return addressOf(health)
            + (source.fullText ? QLatin1Char('\n') + tr("full text is fetched") : QString());
    case LastSuccess:
        if (source.lastSucceeded)
            return momentText(*source.lastSucceeded);
        return isFolder(health) ? tr("its files are read as they come") : tr("never read with success");
    case NextTry:
        return source.nextFetch && !source.gone && !isFolder(health) ? momentText(*source.nextFetch)
                                                                     : QString();
    case Failures:
        return utf8(source.lastError);
    default:
        return {};
    }
}

QVariant SourceListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= static_cast<int>(m_rows.size()))
        return {};
    const desk::SourceHealth& health = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(health, column);
    case Qt::ToolTipRole:
        return hint(health, column);
    case Qt::TextAlignmentRole:
        return static_cast<int>(
            Qt::AlignVCenter | (column == PerWeek || column == Articles ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::AccessibleTextRole:
        return column == Title ? titleOf(health) + QStringLiteral(", ") + healthWord(health)
                               : headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()
                + QStringLiteral(": ") + text(health, column);
    case IdRole:
        return static_cast<qint64>(health.source.id);
    case UrlRole:
        return addressOf(health);
    case FailingRole:
        return health.failing();
    case HealthRole:
        return healthOf(health);
    case SortRole:
        return sortKey(health, column);
    case NoteRole:
        return column == Title && health.source.fullText ? tr("full text") : QString();
    case SearchRole:
        return QStringList{titleOf(health), utf8(health.source.folder), addressOf(health),
            health.failing() ? utf8(health.source.lastError) : QString(), healthWord(health)}
            .join(QLatin1Char('\n'));
    default:
        return {};
    }
}

bool SourceListModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || index.row() >= static_cast<int>(m_rows.size()))
        return false;
    base::Source& source = m_rows[static_cast<std::size_t>(index.row())].source;
    QString text = value.toString().simplified();
    if (index.column() == Title) {
        if (text.isEmpty() || text == utf8(source.title))
            return false;
        source.title = text.toStdString();
        Q_EMIT dataChanged(index, index);
        Q_EMIT titleEdited(source.id, text);
        return true;
    }
    if (index.column() != Folder)
        return false;
    QStringList groups = text.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (QString& group : groups)
        group = group.trimmed();
    groups.removeAll(QString());
    text = groups.join(QLatin1Char('/'));
    if (text == utf8(source.folder))
        return false;
    source.folder = text.toStdString();
    Q_EMIT dataChanged(index, index);
    Q_EMIT folderEdited(source.id, text);
    return true;
}

QVariant SourceListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(
            Qt::AlignVCenter | (section == PerWeek || section == Articles ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Source"), tr("Folder"), tr("Last success"), tr("Next try"), tr("Per week"),
        tr("Articles"), tr("Failures")};
    return names.at(section);
}

Qt::ItemFlags SourceListModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.column() == Title || index.column() == Folder)
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace items
