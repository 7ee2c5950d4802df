// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "mainwindow.h"

#include "asofclock.h"

#include <items/roles.h>
#include <ui/articlewindows.h>
#include <ui/controlwindows.h>
#include <ui/panels/articlelist.h>
#include <ui/panels/decisions.h>
#include <ui/panels/reader.h>
#include <ui/sourcewindows.h>
#include <ui/viewwindows.h>
#include <ui/windowpages.h>
#include <ui/widgets/articledelegate.h>
#include <ui/widgets/elidedlabel.h>
#include <ui/widgets/searchbox.h>

#include <QApplication>
#include <QCloseEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int NarrowWidth = 961; // below it feed and article take turns
constexpr int MediumWidth = 1280; // below it decisions go under the article
constexpr int PageRows = 100;
constexpr int FirstRows = 40; // of an empty list: enough for a tall screen, and soon there
constexpr int NavigationColumn = 212;
constexpr int FeedColumn = 424;
constexpr int ArticleColumns = 964; // with its decisions
constexpr int ArticleColumn = 592;
constexpr double SmallestText = 0.8;
constexpr double LargestText = 2;

} // namespace

MainWindow::MainWindow(const Theme& dark, const Theme& light, QWidget* parent)
    : QMainWindow(parent)
    , m_dark(dark)
    , m_light(light)
    , m_theme(dark)
{
    setWindowTitle(tr("Leadline"));
    setAcceptDrops(true);
    auto* central = new QWidget(this);
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildTop(central);
    buildPage();
    buildPages();
    column->addWidget(m_pageStack, 1);
    buildStatus(central);
    setCentralWidget(central);
    buildWays();
    addActions();
    applyTheme();
    resize(1600, 960);
    m_list->view().setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPage()
{
    m_stack = new QStackedWidget(this);
    m_columns = new QSplitter(Qt::Horizontal, m_stack);
    m_columns->setHandleWidth(1);
    m_columns->setChildrenCollapsible(false);
    auto* navigation = new QFrame(m_columns);
    navigation->setObjectName(QStringLiteral("navigation"));
    m_navigationColumn = navigation;
    auto* navigationLayout = new QVBoxLayout(navigation);
    navigationLayout->setContentsMargins(0, 4, 0, 4);
    m_navigationView = new QListView(navigation);
    m_navigationView->setModel(&m_navigation);
    m_navigationView->setItemDelegate(new NavigationDelegate(m_theme, m_navigationView));
    m_navigationView->setAccessibleName(tr("Views, topics and sources"));
    m_navigationView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_navigationView->setWordWrap(true); // the list lays its rows out again when its width changes
    m_navigationView->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    navigationLayout->addWidget(m_navigationView);
    connect(m_navigationView->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex& current) {
            const QString chosen = current.data(items::QueryRole).toString();
            if (!chosen.isEmpty() && chosen != m_viewQuery)
                chooseView(chosen, current.data(items::KindRole).toInt() == items::NavigationModel::Saved);
        });
    m_list = new ArticleListPanel(m_theme, m_model, m_columns);
    m_right = new QSplitter(Qt::Horizontal, m_columns);
    m_right->setHandleWidth(1);
    m_right->setChildrenCollapsible(false);
    m_reader = new Reader(m_theme, m_right);
    m_decisions = new DecisionsPanel(m_theme, m_right);
    m_columns->setStretchFactor(2, 1);
    m_right->setStretchFactor(0, 1);
    m_columns->setSizes({NavigationColumn, FeedColumn, ArticleColumns});
    m_right->setSizes({ArticleColumn, ArticleColumns - ArticleColumn});
    m_stack->addWidget(m_columns);
    connect(&m_model, &items::ArticleListModel::pageWanted, this, [this](const desk::Cursor& after) {
        Q_EMIT feedRequested(feedRequest(after), m_generation);
    });
    connect(m_list, &ArticleListPanel::filtersChanged, this, &MainWindow::requestFeed);
    connect(m_list, &ArticleListPanel::rowChosen, this, &MainWindow::openArticle);
    connect(m_list, &ArticleListPanel::newWanted, this, &MainWindow::requestFeed);
    connect(m_list, &ArticleListPanel::menuWanted, this,
        [this](qint64, const QPoint& global) { showRowMenu(global); });
    connect(m_list, &ArticleListPanel::rowOpened, this, [this](qint64 id) {
        Q_EMIT readChanged({id}, true);
        m_reading = true;
        arrange();
    });
    connect(m_reader, &Reader::backChosen, this, &MainWindow::back);
    connect(m_reader, &Reader::articleWanted, this, &MainWindow::openArticle);
    connect(m_reader, &Reader::briefWanted, this, &MainWindow::exportBrief);
    connect(m_reader, &Reader::topicChosen, this,
        [this](const QString& topic) { searchFor(QStringLiteral("topic:"), topic); });
    connect(m_reader, &Reader::labelChosen, this,
        [this](const QString& label) { searchFor(QStringLiteral("label:"), label); });
    connect(m_decisions, &DecisionsPanel::accepted, this, [this](int index) {
        // The article whose decisions are shown; the one asked for may still be on its way.
        Q_EMIT decisionAccepted(m_reader->article().id, index);
    });
    connect(m_decisions, &DecisionsPanel::takenBack, this,
        [this](int index) { Q_EMIT decisionTakenBack(m_reader->article().id, index); });
}

void MainWindow::setDarkTheme(bool dark) { useTheme(dark, m_theme.scale()); }

void MainWindow::useTheme(bool dark, double scale)
{
    if (dark == m_isDark && scale == m_theme.scale())
        return;
    m_isDark = dark;
    m_theme = dark ? m_dark : m_light;
    m_theme.setScale(scale);
    applyTheme();
    Q_EMIT stateChanged();
}

void MainWindow::setTextScale(double scale)
{
    const double before = m_theme.scale();
    useTheme(m_isDark, std::clamp(scale, SmallestText, LargestText));
    if (m_theme.scale() == before)
        return;
    arrange();
    // Navigation and feed keep their letters a line. Before the first show there are no sizes to go by.
    QList<int> sizes
        = isVisible() ? m_columns->sizes() : QList<int>{NavigationColumn, FeedColumn, ArticleColumns};
    for (int at = 0; at < 2; ++at)
        sizes[at] = static_cast<int>(sizes[at] * m_theme.scale() / (isVisible() ? before : 1));
    m_columns->setSizes(sizes);
}

void MainWindow::applyTheme()
{
    setPalette(m_theme.palette());
    setFont(m_theme.font(13));
    setStyleSheet(m_theme.styleSheet());
    setMinimumSize(
        m_theme.px(480), m_theme.px(330)); // whatever the columns would like: they are arranged by the width
    m_top->setFixedHeight(m_theme.px(44));
    m_status->setFixedHeight(m_theme.px(26));
    m_navigationColumn->setMinimumWidth(m_theme.px(170));
    m_brand->setFont(m_theme.font(14, QFont::DemiBold));
    m_pages->refreshTheme();
    m_menu->setFont(m_theme.font(11));
    m_search->setFont(m_theme.font(13));
    m_search->refreshTheme();
    m_search->setMaximumWidth(m_theme.px(560));
    const QString muted = QStringLiteral("color: %1").arg(m_theme.css(Role::Muted));
    for (QLabel* label : {m_health, m_job, m_message, m_size}) {
        label->setFont(m_theme.font(11.5));
        label->setStyleSheet(muted);
    }
    for (QToolButton* button : {m_cancel, m_offlineWord})
        button->setFont(m_theme.font(11.5));
    m_clock->setStyleSheet(muted);
    m_clock->setFont(m_theme.font(13));
    m_list->refreshTheme();
    m_reader->refreshTheme();
    m_decisions->refreshTheme();
    m_sources->refreshTheme();
    m_asOf->refreshTheme();
    m_controls->refreshTheme();
    m_pages->articles().refreshTheme();
    m_navigationView->doItemsLayout();
    if (m_stack->count() > 1) {
        // The first-start page is made anew in the theme's fonts.
        const bool shown = m_stack->currentIndex() == 1;
        showFirstStart(false);
        showFirstStart(shown);
    }
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    arrange();
}

void MainWindow::arrange()
{
    const double room = width() / std::max(1.0, m_theme.scale()); // larger text breaks earlier
    const bool narrow = room < NarrowWidth;
    const Qt::Orientation orientation = room < MediumWidth ? Qt::Vertical : Qt::Horizontal;
    if (m_right->orientation() != orientation) {
        m_right->setOrientation(orientation);
        if (orientation == Qt::Vertical)
            m_right->setSizes(
                {height() * 8 / 10, height() * 2 / 10}); // the article takes what is over or missing
        else
            m_right->setSizes({m_theme.px(ArticleColumn), m_theme.px(ArticleColumns - ArticleColumn)});
    }
    m_navigationColumn->setVisible(!narrow || !m_reading);
    m_list->setVisible(!narrow || !m_reading);
    m_right->setVisible(!narrow || m_reading);
    m_reader->setBackVisible(narrow && m_reading);
    m_columns->setStretchFactor(1, narrow ? 1 : 0);
}

void MainWindow::start() { requestFeed(); }

void MainWindow::startFromTop()
{
    m_fromTop = true;
    requestFeed();
}

void MainWindow::requestFeed()
{
    m_firstPending = true;
    if (m_search->text().isEmpty() || m_boxHoldsView)
        Q_EMIT viewShown(query());
    Q_EMIT feedRequested(feedRequest({}), ++m_generation);
}

desk::FeedRequest MainWindow::feedRequest(const std::optional<desk::Cursor>& after) const
{
    const int rows = m_model.rowCount() == 0 ? FirstRows : PageRows;
    desk::FeedRequest request{query().toStdString(), m_list->sort(), rows, after, m_asOf->instant()};
    request.excerpts = true;
    request.folded = m_list->isFolded();
    return request;
}

void MainWindow::showFeed(const desk::FeedPage& page, int generation, bool firstPage)
{
    if (generation != m_generation)
        return; // an answer to a question no longer asked
    markSearch(false, {});
    if (!firstPage) {
        m_model.append(page);
        return;
    }
    m_firstPending = false;
    const qint64 kept = m_fromTop ? 0 : m_list->currentId();
    m_fromTop = false;
    const int before = m_model.indexOf(kept);
    const std::string story = before >= 0 ? m_model.row(before).story : std::string();
    m_model.reset(page);
    m_list->setNewCount(0);
    m_list->setMessage(page.rows.empty() ? tr("No article matches.") : QString());
    if (page.rows.empty())
        return;
    const int row = m_model.indexOf(kept);
    m_list->selectRow(std::max(0, row >= 0 ? row : m_model.rowOfStory(story)));
}

void MainWindow::showTotal(const desk::MatchCount& count, int generation)
{
    if (generation != m_generation)
        return;
    m_model.setTotal(count);
    placeArticle();
}

void MainWindow::showSuggestions(const std::vector<desk::Suggestion>& suggestions, int generation)
{
    m_search->showSuggestions(suggestions, generation);
}

void MainWindow::showFeedFailure(const QString& reason, int generation)
{
    if (generation != m_generation)
        return;
    if (!m_firstPending) {
        m_model.nextPageFailed(); // the rows read so far stay
        showMessage(reason);
        return;
    }
    markSearch(!m_search->text().trimmed().isEmpty(), reason);
    m_list->setMessage(reason);
}

void MainWindow::showNavigation(const desk::Navigation& navigation)
{
    m_navigation.setNavigation(navigation);
    const int row = m_navigation.indexOfQuery(m_viewQuery);
    if (row >= 0 && m_navigationView->currentIndex().row() != row)
        m_navigationView->setCurrentIndex(m_navigation.index(row));
    showHealth(navigation);
}

void MainWindow::openArticle(qint64 id)
{
    m_wanted = id;
    Q_EMIT articleChosen(id);
}

void MainWindow::showArticle(const base::Article& article, const base::Analysis& analysis,
    const std::vector<desk::LedgerEntry>& kept, int revisions)
{
    if (article.id != m_wanted)
        return;
    m_reader->showArticle(article, analysis, m_now, revisions);
    placeArticle();
    m_decisions->showDecisions(analysis, kept, m_asOf->instant().value_or(m_now));
}

void MainWindow::showRowState(const QList<qint64>& ids, std::optional<bool> read, std::optional<bool> starred)
{
    for (const qint64 id : ids) {
        if (read)
            m_model.setRead(id, *read);
        if (starred)
            m_model.setStarred(id, *starred);
    }
}

QList<qint64> MainWindow::unscoredRows() const
{
    constexpr int AtOnce = 300;
    return m_model.pending(AtOnce);
}

void MainWindow::showScores(const std::vector<desk::ArticleRow>& rows)
{
    for (const desk::ArticleRow& row : rows)
        m_model.setScores(row);
}

} // namespace ui
