// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/feedview.h>
#include <desk/retentionrules.h>

#include <QAbstractTableModel>
#include <QHash>

#include <optional>
#include <vector>

namespace items {

// What is kept of each source: by the rule for all, or by one of its own. Days and number can be edited: a
// number, "all" to keep all, nothing to leave it to the rule for all.
class RetentionModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RetentionModel)

public:
    enum Column { Title, Articles, Days, Newest, Going, ColumnCount };

    explicit RetentionModel(QObject* parent = nullptr);
    ~RetentionModel() override;

    void setSources(
        const std::vector<desk::SourceHealth>& sources, const std::vector<desk::RetentionRule>& rules);
    std::vector<desk::RetentionRule> rules() const; // of sources that have one of their own
    void setPreview(const desk::RetentionPreview& preview);
    void forgetPreview();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void edited();

private:
    struct Source {
        qint64 id = 0;
        QString title;
        qint64 articles = 0;
        bool own = false; // a rule of its own
        std::optional<qint64> days;
        std::optional<qint64> newest;
    };

    QString text(const Source& source, int column, bool editing) const;

    std::vector<Source> m_sources;
    QHash<qint64, qint64> m_going; // articles by source
    bool m_previewed = false;
};

} // namespace items
