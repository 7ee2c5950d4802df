// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "ledgermodel.h"

#include "datawords.h"
#include "roles.h"
#include "timetext.h"

#include <QDateTime>

#include <algorithm>

namespace items {

namespace {

QString dayText(base::Instant instant)
{
    const QDate day = QDateTime::fromSecsSinceEpoch(base::toUnix(instant), Qt::UTC).date();
    return dayMonthText(day) + QStringLiteral(" ") + QString::number(day.year());
}

// What asks for the analyst's eye comes first.
int rank(const std::string& state)
{
    return state == "review" ? 0 : state == "triggered" ? 1 : state == "open" ? 2 : 3;
}

QString kindText(const std::string& kind)
{
    return dataWord(kind == "put_options"
            ? std::string("options")
            : QString::fromStdString(kind).replace(QLatin1Char('_'), QStringLiteral(" / ")).toStdString());
}

} // namespace

QString ledgerStateText(const std::string& state)
{
    return state == "triggered" ? LedgerModel::tr("Triggered")
        : state == "review"     ? LedgerModel::tr("For review")
        : state == "expired"    ? LedgerModel::tr("Expired")
                                : LedgerModel::tr("Open");
}

LedgerModel::LedgerModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

LedgerModel::~LedgerModel() = default;

void LedgerModel::setEntries(std::vector<desk::LedgerEntry> entries, base::Instant now)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_now = now;
    arrange();
    endResetModel();
}

void LedgerModel::setState(const std::string& state)
{
    beginResetModel();
    m_state = state;
    arrange();
    endResetModel();
}

void LedgerModel::sort(int column, Qt::SortOrder order)
{
    beginResetModel();
    m_column = column < 0 ? Accepted : column;
    m_order = column < 0 ? Qt::DescendingOrder : order;
    arrange();
    endResetModel();
}

void LedgerModel::arrange()
{
    m_rows.clear();
    for (std::size_t at = 0; at < m_entries.size(); ++at) {
        if (m_state.empty() || desk::stateOf(m_entries[at], m_now) == m_state)
            m_rows.push_back(at);
    }
    const auto less = [this](std::size_t left, std::size_t right) {
        const desk::LedgerEntry& a = m_entries[left];
        const desk::LedgerEntry& b = m_entries[right];
        switch (m_column) {
        case State:
            return rank(desk::stateOf(a, m_now)) < rank(desk::stateOf(b, m_now));
        case Decision:
            return QString::localeAwareCompare(
                       QString::fromStdString(a.frozen.title), QString::fromStdString(b.frozen.title))
                < 0;
        case Kind:
            return QString::localeAwareCompare(kindText(a.frozen.kind), kindText(b.frozen.kind)) < 0;
        case Ends: {
            constexpr base::Instant never = base::Instant::max();
            return desk::endOf(a).value_or(never) < desk::endOf(b).value_or(never);
        }
        case Article:
            return QString::localeAwareCompare(
                       QString::fromStdString(a.articleTitle), QString::fromStdString(b.articleTitle))
                < 0;
        default:
            return a.accepted != b.accepted ? a.accepted < b.accepted : a.id < b.id;
        }
    };
    std::stable_sort(m_rows.begin(), m_rows.end(), [&](std::size_t left, std::size_t right) {
        return m_order == Qt::AscendingOrder ? less(left, right) : less(right, left);
    });
}

int LedgerModel::rowOf(std::int64_t ledger) const
{
    const auto row = std::find_if(
        m_rows.begin(), m_rows.end(), [&](std::size_t at) { return m_entries[at].id == ledger; });
    return row == m_rows.end() ? -1 : static_cast<int>(row - m_rows.begin());
}

int LedgerModel::count(const std::string& state) const
{
    return static_cast<int>(
        std::count_if(m_entries.begin(), m_entries.end(), [&](const desk::LedgerEntry& entry) {
            return state.empty() || desk::stateOf(entry, m_now) == state;
        }));
}

int LedgerModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LedgerModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Columns; }

QVariant LedgerModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const desk::LedgerEntry& one = entry(index.row());
    const std::string state = desk::stateOf(one, m_now);
    if (role == KindRole)
        return QString::fromStdString(state);
    if (role == Qt::AccessibleTextRole && index.column() == 0)
        return tr("%1: %2, accepted %3, from %4")
            .arg(ledgerStateText(state), QString::fromStdString(one.frozen.title), dayText(one.accepted),
                QString::fromStdString(one.articleTitle));
    if (role == Qt::ToolTipRole && index.column() != State)
        return data(index, Qt::DisplayRole);
    if (role == Qt::ToolTipRole) {
        const desk::LedgerChange* cause = desk::causeOf(one, m_now);
        return cause == nullptr ? QString() : QString::fromStdString(cause->sentence);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case State:
        return ledgerStateText(state);
    case Decision:
        return QString::fromStdString(one.frozen.title);
    case Kind:
        return kindText(one.frozen.kind);
    case Accepted:
        return dayText(one.accepted);
    case Ends: {
        const std::optional<base::Instant> end = desk::endOf(one);
        return end ? dayText(*end) : tr("open end");
    }
    case Article:
        return QString::fromStdString(one.articleTitle);
    default:
        return {};
    }
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State:
        return tr("State");
    case Decision:
        return tr("Decision");
    case Kind:
        return tr("Kind");
    case Accepted:
        return tr("Accepted");
    case Ends:
        return tr("Horizon ends");
    case Article:
        return tr("Article");
    default:
        return {};
    }
}

} // namespace items
