// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storylistmodel.h"

#include "navigationmodel.h"
#include "roles.h"
#include "timetext.h"

#include <QStringList>

#include <algorithm>

namespace items {

namespace {

QString utf8(const std::string& text) { return QString::fromStdString(text); }

QString articlesText(int count)
{
    return count == 1 ? QObject::tr("1 article") : QObject::tr("%1 articles").arg(countText(count));
}

} // namespace

StoryListModel::StoryListModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

StoryListModel::~StoryListModel() = default;

void StoryListModel::setNow(base::Instant now)
{
    m_now = now;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {AgeRole, Qt::AccessibleTextRole});
}

void StoryListModel::reset(desk::StoryListPage page)
{
    beginResetModel();
    m_rows = std::move(page.rows);
    m_next = page.next;
    m_total = page.total;
    m_waiting = false;
    endResetModel();
}

void StoryListModel::append(desk::StoryListPage page)
{
    m_waiting = false;
    m_next = page.next;
    // A story that was told again since stands where it stood when it was read.
    std::erase_if(page.rows, [this](const desk::StoryRow& row) { return indexOf(row.id) >= 0; });
    if (page.rows.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(page.rows.size()) - 1);
    m_rows.insert(
        m_rows.end(), std::make_move_iterator(page.rows.begin()), std::make_move_iterator(page.rows.end()));
    m_total.count = std::max(m_total.count, static_cast<std::int64_t>(m_rows.size()));
    m_total.more = m_total.more && m_next.has_value();
    endInsertRows();
}

void StoryListModel::nextPageFailed() { m_waiting = false; }

int StoryListModel::indexOf(qint64 story) const
{
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [story](const desk::StoryRow& row) { return row.id == story; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

QString StoryListModel::totalText() const
{
    return countText(m_total.count) + (m_total.more ? QStringLiteral("+") : QString());
}

int StoryListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString StoryListModel::spoken(const desk::StoryRow& row) const
{
    QStringList parts{utf8(row.title), articlesText(row.articles),
        row.sources == 1 ? QObject::tr("one source") : QObject::tr("%1 sources").arg(row.sources),
        QObject::tr("first %1").arg(utf8(row.firstSource)),
        QObject::tr("last told %1 ago").arg(ageText(row.last, m_now)),
        row.analysed ? QObject::tr("impact %1, sentiment %2")
                           .arg(QString::number(row.impact, 'f', 2), QString::number(row.sentiment, 'f', 2))
                     : QObject::tr("not analysed")};
    if (row.unread > 0)
        parts << QObject::tr("%1 unread").arg(row.unread);
    return parts.join(QStringLiteral(", "));
}

QVariant StoryListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const desk::StoryRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return utf8(row.title);
    case Qt::AccessibleTextRole:
        return spoken(row);
    case IdRole:
        return static_cast<qint64>(row.id);
    case SourceRole:
        return articlesText(row.articles);
    case AgeRole:
        return ageText(row.last, m_now);
    case AnalysedRole:
        return row.analysed;
    case ImpactRole:
        return row.impact;
    case SentimentRole:
        return row.sentiment;
    case TopicsRole: {
        QStringList topics;
        for (const std::string& topic : row.topics)
            topics << utf8(topic);
        return topics;
    }
    case ReadRole:
        return row.unread == 0;
    case StorySourcesRole:
        return row.sources;
    case StoryArticlesRole:
        return row.articles;
    default:
        return {};
    }
}

bool StoryListModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_next.has_value() && !m_waiting;
}

void StoryListModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_waiting = true;
    Q_EMIT pageWanted(*m_next);
}

} // namespace items
