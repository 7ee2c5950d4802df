// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "fetchlogmodel.h"

#include "navigationmodel.h"
#include "roles.h"
#include "timetext.h"

namespace items {

namespace {

// 304 is an answer as good as 200; no status means that no server answered, or that a file was read.
bool failed(const base::FetchRecord& record)
{
    return record.status >= 400 || (record.status == 0 && !record.message.empty());
}

QString figure(qint64 value) { return value == 0 ? QString() : countText(value); }

QString cell(const base::FetchRecord& record, int column, base::Instant now)
{
    switch (column) {
    case FetchLogModel::Time:
        return clockText(record.at, now);
    case FetchLogModel::Status:
        return record.status == 0 ? QStringLiteral("\u2013") : QString::number(record.status);
    case FetchLogModel::Size:
        return record.bytes == 0 ? QString() : bytesText(record.bytes);
    case FetchLogModel::Millis:
        return figure(record.millis);
    case FetchLogModel::Added:
        return figure(record.added);
    case FetchLogModel::Revised:
        return figure(record.revised);
    default:
        if (record.message.empty() && record.status == 304)
            return FetchLogModel::tr("nothing new");
        return QString::fromStdString(record.message);
    }
}

bool isFigure(int column) { return column >= FetchLogModel::Status && column <= FetchLogModel::Revised; }

} // namespace

FetchLogModel::FetchLogModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

FetchLogModel::~FetchLogModel() = default;

void FetchLogModel::setRecords(std::vector<base::FetchRecord> records)
{
    beginResetModel();
    m_records = std::move(records);
    endResetModel();
}

int FetchLogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int FetchLogModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant FetchLogModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= static_cast<int>(m_records.size()))
        return {};
    const base::FetchRecord& record = m_records[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return cell(record, index.column(), m_now);
    case Qt::ToolTipRole:
        if (index.column() == Time)
            return momentText(record.at);
        return index.column() == Message ? cell(record, Message, m_now) : QString();
    case Qt::AccessibleTextRole:
        return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + QStringLiteral(": ")
            + cell(record, index.column(), m_now);
    case Qt::TextAlignmentRole:
        return static_cast<int>(
            Qt::AlignVCenter | (isFigure(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    case FailingRole:
        return failed(record);
    default:
        return {};
    }
}

QVariant FetchLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignVCenter | (isFigure(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    const QStringList names{
        tr("Time"), tr("Status"), tr("Size"), tr("ms"), tr("Added"), tr("Revised"), tr("What happened")};
    return names.at(section);
}

} // namespace items
