// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commandlistmodel.h"

#include "roles.h"

namespace items {

CommandListModel::CommandListModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

CommandListModel::~CommandListModel() = default;

std::vector<std::size_t> CommandListModel::matches() const
{
    std::vector<std::size_t> shown;
    for (std::size_t at = 0; at < m_commands.size(); ++at) {
        if (m_commands[at].text.contains(m_typed, Qt::CaseInsensitive)
            || m_commands[at].keys.contains(m_typed, Qt::CaseInsensitive))
            shown.push_back(at);
    }
    return shown;
}

void CommandListModel::setCommands(std::vector<CommandRow> commands)
{
    bool same = commands.size() == m_commands.size();
    for (std::size_t at = 0; same && at < commands.size(); ++at)
        same = commands[at].id == m_commands[at].id;
    if (same) {
        // Listed as before, even where the key that was typed is gone: the user works on this row.
        m_commands = std::move(commands);
        if (!m_shown.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_commands = std::move(commands);
    m_shown = matches();
    endResetModel();
}

void CommandListModel::setTyped(const QString& typed)
{
    beginResetModel();
    m_typed = typed.simplified();
    m_shown = matches();
    endResetModel();
}

QString CommandListModel::idAt(int row) const
{
    return row < 0 || row >= rowCount() ? QString() : m_commands[m_shown[static_cast<std::size_t>(row)]].id;
}

int CommandListModel::rowOf(const QString& id) const
{
    for (std::size_t at = 0; at < m_shown.size(); ++at) {
        if (m_commands[m_shown[at]].id == id)
            return static_cast<int>(at);
    }
    return -1;
}

int CommandListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int CommandListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CommandListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const CommandRow& command = m_commands[m_shown[static_cast<std::size_t>(index.row())]];
    if (role == Qt::AccessibleTextRole && index.column() == Text)
        return command.keys.isEmpty() ? tr("%1, no key").arg(command.text)
                                      : tr("%1, %2").arg(command.text, command.keys);
    if (role == NoteRole && index.column() == Keys && command.own)
        return tr("yours");
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Text:
        return command.text;
    case Keys:
        return command.keys.isEmpty() ? QStringLiteral("\u2014") : command.keys;
    default:
        return command.where;
    }
}

QVariant CommandListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Text ? tr("Command") : section == Keys ? tr("Keys") : tr("Where");
}

} // namespace items
