// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/entry.h>

#include <QAbstractItemModel>
#include <QSet>
#include <QString>

#include <vector>

namespace items {

// A list of feeds to choose from, in its groups, with check boxes. What is subscribed already is shown as
// such and cannot be chosen.
class CatalogueModel final : public QAbstractItemModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CatalogueModel)

public:
    enum Column { Name, Note, ColumnCount };

    explicit CatalogueModel(QObject* parent = nullptr);
    ~CatalogueModel() override;

    // `known`: addresses that are subscribed. What was chosen before is forgotten.
    void setCatalogue(const std::vector<base::Subscription>& subscriptions, const QSet<QString>& known);
    std::vector<base::Subscription> chosen() const; // in the catalogue's order
    int chosenCount() const { return m_chosen; }
    int size() const; // feeds in all

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void chosenChanged(int count);

private:
    struct Feed {
        base::Subscription subscription;
        bool known = false;
        bool chosen = false;
    };
    struct Group {
        QString name;
        std::vector<Feed> feeds;
    };

    const Feed* feedAt(const QModelIndex& index) const;
    Qt::CheckState stateOf(const Group& group) const;
    void choose(Feed& feed, bool chosen);

    std::vector<Group> m_groups;
    int m_chosen = 0;
};

} // namespace items
