// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <desk/viewchanges.h>

#include <QAbstractListModel>
#include <QString>

#include <vector>

namespace items {

// What changed in a view, in three groups with their headings: new articles, revised ones, scores that moved.
// Groups without any are left out.
class ChangesModel final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChangesModel)

public:
    enum Kind { Heading, Added, Revised, Moved };

    explicit ChangesModel(QObject* parent = nullptr);
    ~ChangesModel() override;

    void setChanges(desk::ViewChanges changes, base::Instant now);
    const desk::ViewChanges& changes() const { return m_changes; }
    Kind kindAt(int row) const;
    int placeAt(int row) const; // within its group, from 0
    const desk::ArticleRow* articleAt(int row) const; // null: a heading, or no such row
    int nextRow(int from, int step) const; // the next that is no heading; −1: none

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        Kind kind = Heading;
        int place = 0;
        QString heading;
    };

    QString note(const Row& row) const;

    desk::ViewChanges m_changes;
    std::vector<Row> m_rows;
    base::Instant m_now = {};
};

// "text revised", "another version of the engine", …
QString causeText(desk::MoveCause cause);

} // namespace items
