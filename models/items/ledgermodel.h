// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/ledger.h>

#include <QAbstractTableModel>
#include <QString>

#include <vector>

namespace items {

// Accepted decisions with their states, one a row; all of them or those of one state.
class LedgerModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LedgerModel)

public:
    enum Column { Decision, State, Kind, Accepted, Ends, Article, Columns };

    explicit LedgerModel(QObject* parent = nullptr);
    ~LedgerModel() override;

    void setEntries(std::vector<desk::LedgerEntry> entries, base::Instant now);
    void setState(const std::string& state); // empty: all
    const desk::LedgerEntry& entry(int row) const { return m_entries[m_rows[static_cast<std::size_t>(row)]]; }
    int rowOf(std::int64_t ledger) const; // −1: not among them
    int count(const std::string& state) const; // of all entries; empty: all

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void arrange(); // which rows, in which order

    std::vector<desk::LedgerEntry> m_entries;
    std::vector<std::size_t> m_rows; // of m_entries
    std::string m_state;
    int m_column = Accepted;
    Qt::SortOrder m_order = Qt::DescendingOrder;
    base::Instant m_now = {};
};

// "Open", "Triggered", "For review", "Expired".
QString ledgerStateText(const std::string& state);

} // namespace items
