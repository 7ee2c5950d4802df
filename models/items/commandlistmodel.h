// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>
#include <QString>

#include <vector>

namespace items {

struct CommandRow {
    QString id;
    QString text;
    QString keys; // as they are shown
    QString where;
    bool own = false; // not the usual keys

    bool operator==(const CommandRow& other) const = default;
};

// The commands of the window with their keys, in the table's order; those whose text or key holds what was
// typed.
class CommandListModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandListModel)

public:
    enum Column { Text, Keys, Place, ColumnCount };

    explicit CommandListModel(QObject* parent = nullptr);
    ~CommandListModel() override;

    void setCommands(std::vector<CommandRow> commands); // the same ones with other keys keep their places
    void setTyped(const QString& typed);
    QString idAt(int row) const;
    int rowOf(const QString& id) const; // −1: it is not listed

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<std::size_t> matches() const;

    std::vector<CommandRow> m_commands;
    std::vector<std::size_t> m_shown; // places among them
    QString m_typed;
};

} // namespace items
