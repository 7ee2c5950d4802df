// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/alertview.h>

#include <QAbstractListModel>
#include <QList>

#include <vector>

namespace items {

// What rules said: critical ones that nobody acknowledged first, then by time, newest first.
class FiringListModel final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FiringListModel)

public:
    explicit FiringListModel(QObject* parent = nullptr);
    ~FiringListModel() override;

    void setFirings(std::vector<desk::Firing> firings, base::Instant now);
    void setNow(base::Instant now);
    int indexOf(qint64 firing) const; // −1 when it is not among them

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<desk::Firing> m_firings;
    base::Instant m_now = {};
};

} // namespace items
