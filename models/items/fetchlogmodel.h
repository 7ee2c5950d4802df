// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/source.h>

#include <QAbstractTableModel>

#include <vector>

namespace items {

// The log of one source, newest first.
class FetchLogModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FetchLogModel)

public:
    enum Column { Time, Status, Size, Millis, Added, Revised, Message, ColumnCount };

    explicit FetchLogModel(QObject* parent = nullptr);
    ~FetchLogModel() override;

    void setRecords(std::vector<base::FetchRecord> records);
    void setNow(base::Instant now) { m_now = now; } // before setRecords

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<base::FetchRecord> m_records;
    base::Instant m_now = {};
};

} // namespace items
