// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/feedview.h>

#include <QAbstractListModel>
#include <QString>

#include <vector>

namespace items {

// The left column: section headings with their entries, each with the query it shows. Empty sections are
// left out.
class NavigationModel final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NavigationModel)

public:
    enum Kind { Heading, View, Topic, Source, Label, Saved };

    explicit NavigationModel(QObject* parent = nullptr);
    ~NavigationModel() override;

    void setNavigation(const desk::Navigation& navigation);
    int indexOfQuery(const QString& query) const; // −1 when there is none

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Entry {
        Kind kind = Heading;
        QString name;
        QString query;
        QString count;
        double sign = 0;
        bool failing = false;
        QString reason;
    };

    std::vector<Entry> m_entries;
};

// "1 204": digits in threes, a thin space between.
QString countText(qint64 count);
// "+0.63", "−0.15", "0.00": two places and the real minus sign.
QString signedText(double value);

} // namespace items
