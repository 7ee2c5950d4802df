// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/storylist.h>
#include <items/storylistmodel.h>
#include <ui/dialogs/keys.h>
#include <ui/theme/theme.h>
#include <ui/windowpages.h>

#include <QList>
#include <QTimer>
#include <QWidget>

class QFrame;
class QLabel;
class QLineEdit;
class QListView;
class QScrollArea;
class QSplitter;
class QToolButton;

namespace ui {

class PageKeys;
class StoryLog;
class StoryPanel;

// The permanent stories: a list of them, and beside it the one that is chosen, with its sources in order of
// appearance, its timeline, what its articles say differently, and how it came to its bounds. Where there is
// no room for both, they take turns.
class StoriesPage final : public QWidget, public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoriesPage)

public:
    explicit StoriesPage(const Theme& theme, QWidget* parent = nullptr);
    ~StoriesPage() override;

    QWidget& widget() override { return *this; }
    void shown() override;
    void refreshTheme() override;
    static KeysDialog::Rows keys(); // for the list of all keys
    qint64 currentStory() const; // 0: none
    void setNow(base::Instant now) override;

public Q_SLOTS:
    void showList(const desk::StoryListPage& page, int generation, bool first);
    void showFailure(const QString& reason, int generation);
    void showStory(qint64 story, const desk::StoryDetails& details);
    void storiesChanged(); // their bounds: asks anew, while the page is in front

Q_SIGNALS:
    void listWanted(const desk::StoryListRequest& request, int generation);
    void storyWanted(qint64 story);
    void articleWanted(qint64 id);
    void newsWanted(const QString& query); // a list of these articles
    void storiesJoined(const QList<qint64>& articles); // one of each
    void articlesSplit(const QList<qint64>& articles); // off their story
    void undoWanted(const desk::StoryChange& change);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildList();
    QWidget* buildStory();
    void addKeys();
    void request();
    void setSort(desk::StorySort sort);
    void showChips();
    void setMessage(const QString& message);
    void choose(int row); // shows it
    void step(int by, bool extend);
    void enterStory(); // its timeline
    void leaveStory();
    void joinChosen();
    void showNews();
    void showMenu(const QPoint& point);
    void arrange();
    QString meta() const;
    QString sources() const;

    const Theme& m_theme;
    items::StoryListModel m_model;
    desk::StoryListRequest m_request;
    desk::StoryDetails m_details; // of the story shown
    base::Instant m_now = {};
    int m_generation = 0;
    qint64 m_wanted = 0; // story asked for
    qint64 m_kept = 0; // to be chosen when the list was read
    bool m_reading = false; // narrow page: the story has the place of the list
    QTimer m_typing;
    PageKeys* m_listKeys = nullptr;
    PageKeys* m_storyKeys = nullptr;
    QSplitter* m_sides = nullptr;
    QWidget* m_listSide = nullptr;
    QLineEdit* m_filter = nullptr;
    QToolButton* m_sort = nullptr;
    QToolButton* m_alone = nullptr;
    QLabel* m_count = nullptr;
    QLabel* m_message = nullptr;
    QListView* m_list = nullptr;
    QScrollArea* m_storySide = nullptr;
    QToolButton* m_back = nullptr;
    QToolButton* m_news = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_meta = nullptr;
    QLabel* m_sourcesTitle = nullptr;
    QLabel* m_sources = nullptr;
    QLabel* m_timelineTitle = nullptr;
    StoryPanel* m_panel = nullptr;
    StoryLog* m_log = nullptr;
};

} // namespace ui
