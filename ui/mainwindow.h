// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/article.h>
#include <desk/completion.h>
#include <desk/feedview.h>
#include <desk/ledger.h>
#include <items/articlelistmodel.h>
#include <items/navigationmodel.h>
#include <ui/theme/theme.h>

#include <QList>
#include <QMainWindow>

#include <functional>
#include <optional>
#include <vector>

class QFrame;
class QLabel;
class QListView;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace ui {

class ArticleListPanel;
class ArticleStates;
class AsOfClock;
class BriefWindows;
class CommandTable;
class ControlWindows;
class DecisionsPanel;
class LinkOpener;
class Reader;
class SearchBox;
class SourceWindows;
class ViewWindows;
class WindowPages;

// The News page with its bars. Emits what the user wants; shows what it is given. Knows no store.
class MainWindow final : public QMainWindow {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    MainWindow(const Theme& dark, const Theme& light, QWidget* parent = nullptr);
    ~MainWindow() override;

    QByteArray saveWindow() const; // geometry, splitters, theme, text size, view, filters
    bool restoreWindow(const QByteArray& state); // false, and unchanged, when it is not one
    void setDarkTheme(bool dark);
    const Theme& theme() const { return m_theme; } // lives as long as the window
    bool isDarkTheme() const { return m_isDark; }
    void setTextScale(double scale);
    void start(); // asks for the first page
    void openFromElsewhere(qint64 id); // on the News page, whether it is listed or not
    void searchNews(const QString& query); // shows the News page with it
    void startFromTop(); // and goes to its first row, whatever was chosen before
    QList<qint64> unscoredRows() const; // that wait for their analysis
    qint64 shownArticle() const { return m_wanted; }
    SourceWindows& sources() { return *m_sources; } // the dialogs about sources
    ViewWindows& views() { return *m_views; } // dialogs about a view as a whole
    BriefWindows& briefs() { return *m_briefs; } // the export of briefs
    WindowPages& pages() { return *m_pages; } // News first
    ControlWindows& controls() { return *m_controls; } // palette, settings, help
    ArticleStates& states() { return *m_states; } // of the chosen articles
    Reader& reader() { return *m_reader; }
    ArticleListPanel& list() { return *m_list; }
    bool isOffline() const { return m_offline; }
    AsOfClock& clock() { return *m_asOf; } // the time that is shown
    void showOffline(bool offline); // not remembered: only what the user chose here is

public Q_SLOTS:
    void toggleOffline();
    void setNow(base::Instant now);
    void showFeed(const desk::FeedPage& page, int generation, bool firstPage);
    void showTotal(const desk::MatchCount& count, int generation);
    void showSuggestions(const std::vector<desk::Suggestion>& suggestions, int generation);
    void showFeedFailure(const QString& reason, int generation);
    void showNavigation(const desk::Navigation& navigation);
    void showArticle(const base::Article& article, const base::Analysis& analysis,
        const std::vector<desk::LedgerEntry>& kept, int revisions = 0); // kept: of its decisions
    void showRowState(const QList<qint64>& ids, std::optional<bool> read, std::optional<bool> starred);
    void showJob(const QString& text, int done, int total); // total 0: nothing under way
    void showMessage(const QString& text);
    void showNewCount(int count);
    void showFirstStart(bool first);
    void showScores(const std::vector<desk::ArticleRow>& rows); // of rows where they stand

Q_SIGNALS:
    void feedRequested(const desk::FeedRequest& request, int generation);
    void suggestionsWanted(const desk::Completion& completion, int generation);
    void articleChosen(qint64 id);
    void readChanged(const QList<qint64>& ids, bool read);
    void starChanged(const QList<qint64>& ids, bool starred);
    void markAllReadRequested(const QString& query);
    void undoRequested();
    void addFeedRequested(const QString& url);
    void filesChosen(const QStringList& paths);
    void sampleNewsRequested();
    void decisionAccepted(qint64 id, int index);
    void decisionTakenBack(qint64 id, int index);
    void refreshRequested();
    void cancelRequested();
    void viewShown(const QString& query); // of the navigation, without a search of one's own
    void originalRequested(const QString& url); // http, https or mailto, confirmed by the user
    void offlineChanged(bool offline);
    void stateChanged(); // worth saving

protected:
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void buildTop(QWidget* parent);
    void buildPage();
    void buildStatus(QWidget* parent);
    void buildPages();
    void buildWays(); // to sources and links
    void addActions();
    void addKey(const QString& id, const QString& keys, const QString& text, const std::function<void()>& run);
    // The same for what is done with the list or the article: works while News is in front.
    void addNewsKey(const QString& id, const QString& keys, const QString& text, const std::function<void()>& run);
    void showKeysInUse(); // where they are named outside of menus
    void useTheme(bool dark, double scale); // nothing is done where it is in use
    void applyTheme();
    void arrange(); // columns by width, counted in the size of the text
    void chooseView(const QString& query, bool intoBox);
    void markSearch(bool invalid, const QString& reason);
    QString query() const; // of view, filters and search box together
    void requestFeed();
    desk::FeedRequest feedRequest(const std::optional<desk::Cursor>& after) const;
    void openArticle(qint64 id);
    void placeArticle(); // its number among the rows
    void searchFor(const QString& field, const QString& value);
    void addStateActions();
    void addViewActions();
    void addWindowActions();
    void back();
    void openOriginal();
    void showHealth(const desk::Navigation& navigation);
    void exportBrief();
    void chooseFiles();
    void showRowMenu(const QPoint& global);

    Theme m_dark;
    Theme m_light;
    Theme m_theme; // the one in use; panels keep a reference to it
    bool m_isDark = true;
    items::ArticleListModel m_model;
    items::NavigationModel m_navigation;
    CommandTable* m_commands = nullptr;
    QStackedWidget* m_pageStack = nullptr;
    WindowPages* m_pages = nullptr;
    QStackedWidget* m_stack = nullptr; // News: page or first start
    QSplitter* m_columns = nullptr;
    QSplitter* m_right = nullptr; // article and decisions
    QListView* m_navigationView = nullptr;
    QWidget* m_navigationColumn = nullptr;
    ArticleListPanel* m_list = nullptr;
    Reader* m_reader = nullptr;
    DecisionsPanel* m_decisions = nullptr;
    SearchBox* m_search = nullptr;
    AsOfClock* m_asOf = nullptr;
    QFrame* m_top = nullptr;
    QFrame* m_status = nullptr;
    QLabel* m_brand = nullptr;
    QLabel* m_clock = nullptr;
    QToolButton* m_menu = nullptr;
    QLabel* m_health = nullptr;
    QLabel* m_job = nullptr;
    QLabel* m_message = nullptr;
    QLabel* m_size = nullptr;
    QToolButton* m_cancel = nullptr;
    QToolButton* m_offlineWord = nullptr;
    SourceWindows* m_sources = nullptr;
    ArticleStates* m_states = nullptr;
    ViewWindows* m_views = nullptr;
    BriefWindows* m_briefs = nullptr;
    ControlWindows* m_controls = nullptr;
    LinkOpener* m_links = nullptr;
    bool m_offline = false;
    bool m_offlineKept = false; // what the next start finds
    QString m_viewQuery = QStringLiteral("sort:impact");
    int m_generation = 0;
    bool m_boxHoldsView = false; // the search box shows the view's query, to be read and changed
    bool m_fromTop = false;
    bool m_firstPending = false; // the first page of this generation was not answered yet
    qint64 m_wanted = 0; // article asked for
    bool m_reading = false; // narrow window: the article has the place of the feed
    base::Instant m_now = {};
};

} // namespace ui
