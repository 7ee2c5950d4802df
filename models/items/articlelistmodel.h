// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <desk/feedview.h>
#include <items/roles.h>

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

#include <optional>
#include <vector>

namespace items {

// The feed: rows of the pages read so far. Asks for the next page when the view comes to its end. Where a page
// has its stories folded, the other articles of a story can be put below its row and taken away again.
class ArticleListModel final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ArticleListModel)

public:
    explicit ArticleListModel(QObject* parent = nullptr);
    ~ArticleListModel() override;

    void setNow(base::Instant now); // ages count from it
    void reset(desk::FeedPage page);
    void append(desk::FeedPage page);
    void nextPageFailed(); // it may be asked for again
    QString totalText() const; // "1,204", "10,000+"
    void setTotal(const desk::MatchCount& count);
    QList<qint64> ids() const; // of all rows that are loaded
    const desk::ArticleRow& row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }
    int indexOf(qint64 id) const; // −1 when it is not among the rows read
    int placeOf(qint64 id) const; // the same, with the stories counted and not what is unfolded of them
    int rowOfStory(const std::string& story) const; // of the folded ones; −1 when it is not among them
    bool isFolding() const { return m_folding; }
    Fold foldOf(int row) const;
    int headOf(int row) const; // the row of the story that it stands below, or itself
    // Below the row of this article; those that stand in the list already stay where they are.
    void unfold(qint64 id, std::vector<desk::ArticleRow> articles);
    void fold(int row);
    void setRead(qint64 id, bool read);
    void setStarred(qint64 id, bool starred);
    // Rows that wait for their analysis, from the top, as many at the most.
    QList<qint64> pending(int most) const;
    void setScores(const desk::ArticleRow& scored); // the row stays where it is
    void setMarks(const desk::ArticleRow& marked); // labels, note and watchlists
    // Rows that do not belong to the list any more leave it; put back, they stand where they stood, as long
    // as the list was not read anew.
    void take(const QList<qint64>& ids);
    void putBack(const QList<qint64>& ids, bool hidden); // as which they stand in the list again

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    // What is dragged or copied: plain and rich text with the source, and the addresses of the pages. Ours.
    QMimeData* mimeData(const QModelIndexList& indexes) const override;

Q_SIGNALS:
    void pageWanted(const desk::Cursor& after);

private:
    void changed(int index, int role);

    void remember(std::size_t first); // where the rows from here on stand
    void drop(int first, int count); // these rows
    int insideOf(int row) const; // how many stand below it as its story's

    struct Taken {
        desk::ArticleRow row;
        int place = 0;
    };

    std::vector<desk::ArticleRow> m_rows;
    std::vector<Taken> m_taken; // oldest first
    QHash<qint64, int> m_places; // by id
    QSet<qint64> m_inside; // articles that stand below their story's row
    bool m_folding = false;
    std::optional<desk::Cursor> m_next;
    bool m_waiting = false; // for the next page
    desk::MatchCount m_total;
    base::Instant m_now = {};
};

} // namespace items
