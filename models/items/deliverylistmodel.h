// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/alertview.h>

#include <QAbstractListModel>
#include <QString>

#include <vector>

namespace items {

// By what way alerts were told, newest first; older lines are asked for as they come into view.
class DeliveryListModel final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeliveryListModel)

public:
    explicit DeliveryListModel(QObject* parent = nullptr);
    ~DeliveryListModel() override;

    void ask(); // from the newest on; what is listed stays until the answer comes
    // The answer to wanted(before): lines, and whether there are older ones.
    void show(const std::vector<desk::DeliveryLine>& lines, qint64 before, bool more);
    void setNow(base::Instant now);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override; // IdRole: the firing, 0 of a digest
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void wanted(qint64 before); // lines older than this one; 0: the newest

private:
    std::vector<desk::DeliveryLine> m_lines;
    base::Instant m_now = {};
    bool m_more = false;
    bool m_waiting = false; // for older lines
};

} // namespace items
