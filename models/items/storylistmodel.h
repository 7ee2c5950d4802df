// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <desk/storylist.h>

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace items {

// Stories: rows of the pages read so far, answering the roles of the feed's rows; the id is the story's. Asks
// for the next page when the view comes to its end.
class StoryListModel final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoryListModel)

public:
    explicit StoryListModel(QObject* parent = nullptr);
    ~StoryListModel() override;

    void setNow(base::Instant now); // ages count from it
    void reset(desk::StoryListPage page);
    void append(desk::StoryListPage page);
    void nextPageFailed(); // it may be asked for again
    const desk::StoryRow& row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }
    int indexOf(qint64 story) const; // −1 when it is not among the rows read
    QString totalText() const; // "1,204", "60+"

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void pageWanted(const desk::Cursor& after);

private:
    QString spoken(const desk::StoryRow& row) const;

    std::vector<desk::StoryRow> m_rows;
    std::optional<desk::Cursor> m_next;
    desk::MatchCount m_total;
    bool m_waiting = false; // for the next page
    base::Instant m_now = {};
};

} // namespace items
