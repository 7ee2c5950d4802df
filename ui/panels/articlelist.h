// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <items/articlelistmodel.h>
#include <ui/theme/theme.h>

#include <QListView>
#include <QPersistentModelIndex>
#include <QWidget>

class QBoxLayout;
class QButtonGroup;
class QLabel;
class QToolButton;

namespace ui {

// The feed with its chips: articles or stories, time, least impact, order. The list never moves by itself: new
// articles wait behind a bar. Right unfolds the articles of a story below its row, Left folds them.
class ArticleListPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ArticleListPanel)

public:
    ArticleListPanel(const Theme& theme, items::ArticleListModel& model, QWidget* parent = nullptr);
    ~ArticleListPanel() override;

    QListView& view() { return *m_view; }
    qint64 currentId() const; // 0: none
    void copyChosen() const; // them, with their sources, for other programs
    QList<qint64> listedIds() const { return m_model.ids(); }
    QList<qint64> chosenIds() const; // from the top; the current one where no others are chosen
    void selectRow(int row); // alone
    bool moveBy(int step); // false at either end
    bool extendBy(int step); // chooses on from where the choice began; false at either end
    void chooseOnlyCurrent();
    // Rows leave the list: the one after the last of them becomes the current one, and nothing else moves.
    void take(const QList<qint64>& ids);
    bool moveToUnread(int step);
    void setMessage(const QString& message); // shown instead of the list; empty: the list
    void setNewCount(int count);
    QString timeFilter() const { return m_time; } // "received:24h", or empty
    QString impactFilter() const { return m_impact; } // "impact>=0.2", or empty
    desk::Sort sort() const { return m_sort; }
    bool isFolded() const; // stories, not articles
    void setFolded(bool folded);
    void setFilters(const QString& time, const QString& impact, desk::Sort sort);
    void setSort(desk::Sort sort);
    void refreshTheme();

public Q_SLOTS:
    void showArticles(qint64 id, const std::vector<desk::ArticleRow>& articles); // of its story, below it

Q_SIGNALS:
    void filtersChanged();
    void rowChosen(qint64 id);
    void rowOpened(qint64 id);
    void newWanted();
    void articlesWanted(qint64 id, const QString& story); // of the row's story
    void menuWanted(qint64 id, const QPoint& global);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showChips();
    void placeChips(); // in one line, or in two where they need them
    bool unfold(int row); // asks for what is to stand below it
    bool fold(int row);

    const Theme& m_theme;
    items::ArticleListModel& m_model;
    QListView* m_view = nullptr;
    QLabel* m_message = nullptr;
    QToolButton* m_new = nullptr;
    QToolButton* m_timeChip = nullptr;
    QToolButton* m_impactChip = nullptr;
    QToolButton* m_sortChip = nullptr;
    QBoxLayout* m_chipLines = nullptr;
    QButtonGroup* m_kinds = nullptr; // articles or stories
    QToolButton* m_wire = nullptr;
    QToolButton* m_stories = nullptr;
    QList<QToolButton*> m_chips;
    QPersistentModelIndex m_anchor; // where a choice of several rows began
    QString m_time;
    QString m_impact;
    desk::Sort m_sort = desk::Sort::Impact;
    bool m_taking = false;
};

} // namespace ui
