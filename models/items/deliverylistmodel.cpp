// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "deliverylistmodel.h"

#include "roles.h"
#include "timetext.h"

#include <QStringList>

namespace items {

namespace {

QString utf8(const std::string& text) { return QString::fromStdString(text); }

} // namespace

DeliveryListModel::DeliveryListModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

DeliveryListModel::~DeliveryListModel() = default;

void DeliveryListModel::ask() { Q_EMIT wanted(0); }

void DeliveryListModel::show(const std::vector<desk::DeliveryLine>& lines, qint64 before, bool more)
{
    if (before == 0) {
        m_waiting = false;
        m_more = more;
        const bool same = !lines.empty() && lines.size() <= m_lines.size() && lines.front().id == m_lines.front().id;
        if (same)
            return; // nothing new: the place in the list stays
        beginResetModel();
        m_lines = lines;
        endResetModel();
        return;
    }
    if (m_lines.empty() || before != m_lines.back().id)
        return; // asked for by a list that is gone
    m_waiting = false;
    m_more = more;
    if (lines.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(lines.size()) - 1);
    m_lines.insert(m_lines.end(), lines.begin(), lines.end());
    endInsertRows();
}

void DeliveryListModel::setNow(base::Instant now)
{
    m_now = now;
    if (!m_lines.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {NoteRole, Qt::AccessibleTextRole});
}

int DeliveryListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant DeliveryListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const desk::DeliveryLine& line = m_lines[static_cast<std::size_t>(index.row())];
    const auto outcome = [&] {
        const QString detail = utf8(line.detail);
        if (!line.done)
            return line.channel == "command" ? tr("the command failed: %1").arg(detail)
                                             : tr("not told: %1").arg(detail);
        if (line.channel == "tray")
            return tr("told in the tray; %1").arg(detail);
        if (line.channel == "command")
            return detail.isEmpty() ? tr("the command ran") : tr("the command ran: %1").arg(detail);
        if (line.channel == "sound")
            return tr("heard");
        if (line.channel == "list")
            return tr("listed, as the rule has it");
        return line.channel == "digest" ? tr("told by the desktop, with others") : tr("told by the desktop");
    };
    const auto note = [&] {
        QStringList parts{clockText(line.at, m_now)};
        if (!line.rule.empty())
            parts << utf8(line.rule);
        parts << outcome();
        return parts.join(QStringLiteral(" \u00B7 "));
    };
    switch (role) {
    case Qt::DisplayRole:
        return utf8(line.headline.empty() ? line.title : line.headline);
    case Qt::ToolTipRole:
        return outcome();
    case Qt::AccessibleTextRole:
        return data(index, Qt::DisplayRole).toString() + QStringLiteral(", ") + note();
    case IdRole:
        return static_cast<qint64>(line.firing);
    case FailingRole:
        return !line.done;
    case NoteRole:
        return note();
    default:
        return {};
    }
}

bool DeliveryListModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_more && !m_waiting && !m_lines.empty();
}

void DeliveryListModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_waiting = true;
    Q_EMIT wanted(m_lines.back().id);
}

} // namespace items
