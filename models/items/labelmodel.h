// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/feedview.h>

#include <QAbstractListModel>
#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace items {

// The labels there are, with their numbers of articles and whether the chosen articles carry them: all,
// some, none. Those whose name holds what was typed; where none is called so, a last row would make it.
class LabelModel final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabelModel)

public:
    explicit LabelModel(QObject* parent = nullptr);
    ~LabelModel() override;

    // `carried`: the labels of each chosen article.
    void setLabels(const std::vector<desk::CountedView>& labels, const QList<QStringList>& carried);
    void setTyped(const QString& typed);
    QString nameAt(int row) const; // of a label there is, or would be
    bool wouldMake(int row) const;
    // On all chosen articles, or, where all carry it, off all of them. Gives whether it is on now.
    bool toggle(int row);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Label {
        QString name;
        qint64 articles = 0;
        int carried = 0; // by how many of the chosen
    };

    void filter();
    Label* find(const QString& name);

    std::vector<Label> m_labels; // by name
    std::vector<std::size_t> m_shown; // places among them
    QString m_typed;
    QString m_new; // the label that would be made; empty: none
    int m_chosen = 0;
};

} // namespace items
