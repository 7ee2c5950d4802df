// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <desk/feedview.h>

#include <QAbstractTableModel>

#include <vector>

namespace items {

// The subscribed feeds and watched folders with their health. Titles and folders can be edited: the model
// shows the new text and says so; the next reading confirms it or takes it back.
class SourceListModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SourceListModel)

public:
    enum Column { Title, Folder, LastSuccess, NextTry, PerWeek, Articles, Failures, ColumnCount };
    enum Health { Healthy, NotYet, Failing, Gone };
    Q_ENUM(Health)

    explicit SourceListModel(QObject* parent = nullptr);
    ~SourceListModel() override;

    // Files that were read once are left out. Rows that stay keep their place, so that selections do too.
    void setSources(const std::vector<desk::SourceHealth>& sources);
    void setNow(base::Instant now);
    const desk::SourceHealth* source(qint64 id) const; // null when there is none
    int indexOf(qint64 id) const; // −1 when there is none
    int failing() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void titleEdited(qint64 id, const QString& title);
    void folderEdited(qint64 id, const QString& folder);

private:
    QString text(const desk::SourceHealth& health, int column) const;
    QString hint(const desk::SourceHealth& health, int column) const;

    std::vector<desk::SourceHealth> m_rows;
    base::Instant m_now = {};
};

} // namespace items
