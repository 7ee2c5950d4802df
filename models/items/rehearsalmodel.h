// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/alertview.h>

#include <QAbstractListModel>
#include <QString>

#include <vector>

namespace items {

// What a rule would have fired on and what it nearly fired on, newest first.
class RehearsalModel final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RehearsalModel)

public:
    explicit RehearsalModel(QObject* parent = nullptr);
    ~RehearsalModel() override;

    void setRehearsal(const desk::Rehearsal& rehearsal);
    void clear() { setRehearsal({}); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        qint64 article = 0;
        base::Instant at = {};
        QString title;
        QString note;
        double impact = -1; // none
        bool fired = false;
    };

    std::vector<Row> m_rows;
};

} // namespace items
