// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// What keys, menus, views and drops do: the other half of MainWindow.
#include "asofclock.h"
#include "mainwindow.h"

#include <desk/query.h>
#include <items/roles.h>
#include <ui/articlestates.h>
#include <ui/briefwindows.h>
#include <ui/commandtable.h>
#include <ui/controlwindows.h>
#include <ui/pages/alerts.h>
#include <ui/articlewindows.h>
#include <ui/pages/decisions.h>
#include <ui/windowlayouts.h>
#include <ui/pages/marketmap.h>
#include <ui/pages/playbooks.h>
#include <ui/pages/stories.h>
#include <ui/panels/articlelist.h>
#include <ui/panels/decisions.h>
#include <ui/panels/reader.h>
#include <ui/sourcewindows.h>
#include <ui/viewwindows.h>
#include <ui/widgets/emptystate.h>
#include <ui/widgets/searchbox.h>
#include <ui/windowpages.h>

#include <QAction>
#include <QCloseEvent>
#include <QDataStream>
#include <QDropEvent>
#include <QFileDialog>
#include <QIODevice>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace ui {

namespace {
constexpr quint32 StateMagic = 0x4C4C5734; // "LLW4"
constexpr quint32 StateWithoutWindows = 0x4C4C5733; // "LLW3": of an earlier version
constexpr quint32 StateWithoutFolded = 0x4C4C5732; // "LLW2": of an earlier version
constexpr quint32 StateWithoutOffline = 0x4C4C5731; // "LLW1": of one before that

struct View {
    QString conditions;
    std::optional<desk::Sort> order;
};

// An order at the end of a view's query is no condition: the list's own order can be changed after it.
View viewOf(const QString& query)
{
    static const std::pair<const char*, desk::Sort> Orders[]
        = {{"sort:impact", desk::Sort::Impact}, {"sort:published", desk::Sort::Published},
            {"sort:received", desk::Sort::Received}, {"sort:read", desk::Sort::ReadAt}};
    const qsizetype space = query.lastIndexOf(QLatin1Char(' '));
    for (const auto& [text, sort] : Orders) {
        if (query.mid(space + 1) == QLatin1String(text))
            return {query.left(std::max<qsizetype>(0, space)).trimmed(), sort};
    }
    return {query, std::nullopt};
}

} // namespace

QString MainWindow::query() const
{
    // What was typed comes first, so that the columns of an error are those of the search box.
    const QString view = m_boxHoldsView ? QString() : viewOf(m_viewQuery).conditions;
    QStringList parts;
    for (const QString& part :
        {m_search->text().trimmed(), view, m_list->timeFilter(), m_list->impactFilter()}) {
        if (!part.isEmpty())
            parts << part;
    }
    if (parts.size() > 1) {
        for (QString& part : parts) {
            if (part.contains(QStringLiteral(" OR ")))
                part = QLatin1Char('(') + part + QLatin1Char(')');
        }
    }
    return parts.join(QLatin1Char(' '));
}

void MainWindow::chooseView(const QString& chosen, bool intoBox)
{
    const View view = viewOf(chosen);
    m_viewQuery = chosen;
    if (view.order)
        m_list->setSort(*view.order);
    if (intoBox || m_boxHoldsView)
        m_search->setText(intoBox ? view.conditions : QString());
    m_boxHoldsView = intoBox;
    requestFeed();
}

void MainWindow::markSearch(bool invalid, const QString& reason)
{
    m_search->setProperty("invalid", invalid);
    m_search->setToolTip(reason);
    m_search->style()->unpolish(m_search); // lets the style sheet see the property
    m_search->style()->polish(m_search);
}

// A line edit takes plain letters for itself before any shortcut sees them.
void MainWindow::addKey(
    const QString& id, const QString& keys, const QString& text, const std::function<void()>& run)
{
    m_commands->add(id, keys, text, Where::Everywhere, run);
}

void MainWindow::addNewsKey(
    const QString& id, const QString& keys, const QString& text, const std::function<void()>& run)
{
    m_commands->add(id, keys, text, Where::News, run);
}

void MainWindow::addActions()
{
    addNewsKey(
        QStringLiteral("list.next"), QStringLiteral("J"), tr("next article"), [this] { m_list->moveBy(1); });
    addNewsKey(QStringLiteral("list.previous"), QStringLiteral("K"), tr("previous article"),
        [this] { m_list->moveBy(-1); });
    addNewsKey(QStringLiteral("list.nextUnread"), QStringLiteral("N"), tr("next unread"),
        [this] { m_list->moveToUnread(1); });
    addNewsKey(QStringLiteral("list.previousUnread"), QStringLiteral("P"), tr("previous unread"),
        [this] { m_list->moveToUnread(-1); });
    const auto open = [this] {
        if (m_list->currentId() != 0)
            Q_EMIT m_list->rowOpened(m_list->currentId());
    };
    addNewsKey(QStringLiteral("list.open"), QStringLiteral("O"), // Enter is the list's own
        tr("open the article: marks it read; Enter too"), open);
    addNewsKey(
        QStringLiteral("article.page"), QStringLiteral("Space"), tr("page on, then next unread"), [this] {
            if (!m_reader->pageDown())
                m_list->moveToUnread(1);
        });
    addKey(
        QStringLiteral("window.back"), QStringLiteral("U Esc"), tr("back to the list"), [this] { back(); });
    addStateActions();
    addNewsKey(QStringLiteral("list.markAll"), QStringLiteral("Shift+A"), tr("mark all in this view read"),
        [this] { Q_EMIT markAllReadRequested(query()); });
    addKey(QStringLiteral("window.undo"), QStringLiteral("Ctrl+Z"), tr("undo"),
        [this] { Q_EMIT undoRequested(); });
    addNewsKey(QStringLiteral("article.original"), QStringLiteral("V"), tr("original in the browser"),
        [this] { openOriginal(); });
    addNewsKey(QStringLiteral("article.revisions"), QStringLiteral("D"),
        tr("differences between the article's revisions"), [this] { m_reader->openRevisions(); });
    addKey(QStringLiteral("page.news"), QStringLiteral("G,N"), tr("news"), [this] { m_pages->show(0); });
    addKey(QStringLiteral("page.stories"), QStringLiteral("G,T"), tr("stories"),
        [this] { m_pages->show(m_pages->stories()); });
    addKey(QStringLiteral("page.decisions"), QStringLiteral("G,D"), tr("accepted decisions"),
        [this] { m_pages->show(m_pages->decisions()); });
    addKey(QStringLiteral("page.map"), QStringLiteral("G,M"), tr("market map"),
        [this] { m_pages->show(m_pages->map()); });
    addNewsKey(QStringLiteral("list.fold"), QStringLiteral("Z"),
        tr("articles one by one, or each story once: Right and Left in the list unfold a story and fold it"),
        [this] {
            m_list->setFolded(!m_list->isFolded());
            requestFeed();
        });
    addKey(QStringLiteral("page.alerts"), QStringLiteral("G,A"), tr("alerts and watchlists"),
        [this] { m_pages->show(m_pages->alerts()); });
    addKey(QStringLiteral("page.playbooks"), QStringLiteral("G,P"), tr("playbooks"),
        [this] { m_pages->show(m_pages->playbooks()); });
    addKey(QStringLiteral("window.search"), QStringLiteral("/ Ctrl+F"), tr("search"), [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    for (int at = 1; at <= 5; ++at)
        addNewsKey(QStringLiteral("decisions.%1").arg(at), QString::number(at), tr("decision %1").arg(at),
            [this, at] { m_decisions->focusCard(at - 1); });
    addNewsKey(QStringLiteral("decisions.accept"), QStringLiteral("E"), tr("accept the open decision"),
        [this] { m_decisions->acceptFocused(); });
    addNewsKey(QStringLiteral("article.whyImpact"), QStringLiteral("W"), tr("why this impact"),
        [this] { m_reader->openWhyImpact(); });
    addNewsKey(QStringLiteral("article.whySentiment"), QStringLiteral("Shift+W"), tr("why this sentiment"),
        [this] { m_reader->openWhySentiment(); });
    addNewsKey(QStringLiteral("article.tab"), QStringLiteral("T"), tr("next tab of the article"),
        [this] { m_reader->setTab(static_cast<Reader::Tab>((m_reader->tab() + 1) % Reader::TabCount)); });
    addNewsKey(QStringLiteral("evidence.next"), QStringLiteral("]"),
        tr("next evidence: a sentence that rests on the article, or words something rests on"),
        [this] { m_reader->stepEvidence(1); });
    addNewsKey(QStringLiteral("evidence.previous"), QStringLiteral("["), tr("previous evidence"),
        [this] { m_reader->stepEvidence(-1); });
    addNewsKey(QStringLiteral("evidence.follow"), QStringLiteral("R"),
        tr("follow the evidence: to the words it rests on, and back"),
        [this] { m_reader->followEvidence(); });
    addNewsKey(QStringLiteral("article.find"), QStringLiteral("F"), tr("find in this article"),
        [this] { m_reader->openFind(); });
    addNewsKey(QStringLiteral("article.brief"), QStringLiteral("B"), tr("export brief\u2026"),
        [this] { exportBrief(); });
    addKey(QStringLiteral("sources.add"), QStringLiteral("Ctrl+N"), tr("add feed or folder\u2026"),
        [this] { m_sources->openAdd(); });
    addKey(QStringLiteral("sources.open"), QStringLiteral("G,S"), tr("sources"),
        [this] { m_sources->openSources(); });
    addViewActions();
    addWindowActions();
}

void MainWindow::addWindowActions()
{
    addKey(QStringLiteral("window.asOf"), QStringLiteral("Ctrl+Shift+T"),
        tr("as of\u2026: set the clock back, or to now again"), [this] { m_asOf->open(); });
    addKey(QStringLiteral("window.offline"), QStringLiteral("Ctrl+Shift+O"),
        tr("work offline: or online again"), [this] { toggleOffline(); });
    m_commands->action(QStringLiteral("window.offline"))->setCheckable(true);
    addKey(QStringLiteral("files.open"), QStringLiteral("Ctrl+O"), tr("open files or OPML\u2026"),
        [this] { chooseFiles(); });
    addKey(QStringLiteral("files.sample"), QString(), tr("open sample news"),
        [this] { Q_EMIT sampleNewsRequested(); });
    addKey(QStringLiteral("sources.refresh"), QStringLiteral("F5"), tr("refresh feeds"),
        [this] { Q_EMIT refreshRequested(); });
    addKey(QStringLiteral("window.theme"), QStringLiteral("Ctrl+D"), tr("dark or light"), [this] {
        setDarkTheme(!m_isDark);
        m_controls->choose(QStringLiteral("appearance.theme"), std::string(m_isDark ? "dark" : "light"));
    });
    const auto scale = [this](double wanted) {
        setTextScale(wanted);
        m_controls->choose(QStringLiteral("appearance.text_size"), qRound(m_theme.scale() * 100));
    };
    addKey(QStringLiteral("text.larger"), QStringLiteral("Ctrl+= Ctrl++"), tr("larger text"),
        [this, scale] { scale(m_theme.scale() + 0.1); });
    addKey(QStringLiteral("text.smaller"), QStringLiteral("Ctrl+-"), tr("smaller text"),
        [this, scale] { scale(m_theme.scale() - 0.1); });
    addKey(QStringLiteral("text.normal"), QStringLiteral("Ctrl+0"), tr("normal text"), [scale] { scale(1); });
    addKey(QStringLiteral("window.own"), QStringLiteral("Ctrl+Shift+N"),
        tr("in its own window: the article in News, else the page"), [this] {
            if (m_pages->current() > 0) {
                m_pages->detach(m_pages->current());
                Q_EMIT stateChanged();
            } else if (m_reader->hasArticle()) {
                m_pages->articles().open(m_reader->article().id);
            }
        });
    addKey(QStringLiteral("window.layouts"), QStringLiteral("G,L"),
        tr("layouts\u2026: use, save or remove one"), [this] { m_controls->layouts().openDialog(); });
    addKey(QStringLiteral("window.full"), QStringLiteral("F11"), tr("full screen"),
        [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    addKey(QStringLiteral("window.palette"), QStringLiteral("Ctrl+K"),
        tr("find anything: commands, views, topics, names, sources, articles"),
        [this] { m_controls->openPalette(); });
    addKey(QStringLiteral("window.settings"), QStringLiteral("Ctrl+,"), tr("settings"),
        [this] { m_controls->openSettings(); });
    addKey(QStringLiteral("window.keys"), QStringLiteral("?"), tr("keys and search"),
        [this] { m_controls->openKeys(); });
    const auto ids = [](const char* list) { return QString::fromLatin1(list).split(QLatin1Char(' ')); };
    m_commands->addTo(*m_menu->menu(),
        ids("window.palette  page.stories page.decisions page.map page.alerts page.playbooks sources.open sources.add files.open "
            "files.sample sources.refresh "
            "window.asOf "
            "window.offline  view.save view.alert view.changes view.export view.retention  article.brief list.markAll "
            "window.undo  window.own window.layouts  window.theme window.settings window.keys"));
    connect(
        m_pages, &WindowPages::changed, this, [this](int page) { m_commands->setNewsInFront(page == 0); });
    connect(m_commands, &CommandTable::keysChanged, this, &MainWindow::showKeysInUse);
    showKeysInUse();
}

void MainWindow::addStateActions()
{
    addNewsKey(QStringLiteral("list.chooseNext"), QStringLiteral("Shift+J"),
        tr("choose the next article too: Shift+Down in the list"), [this] { m_list->extendBy(1); });
    addNewsKey(QStringLiteral("list.choosePrevious"), QStringLiteral("Shift+K"),
        tr("choose the previous article too: Shift+Up in the list"), [this] { m_list->extendBy(-1); });
    addNewsKey(
        QStringLiteral("article.star"), QStringLiteral("S"), tr("star"), [this] { m_states->toggleStar(); });
    addNewsKey(QStringLiteral("article.read"), QStringLiteral("M"), tr("read or unread"),
        [this] { m_states->toggleRead(); });
    addNewsKey(QStringLiteral("article.labels"), QStringLiteral("L"), tr("labels\u2026"),
        [this] { m_states->openLabels(); });
    addNewsKey(QStringLiteral("article.hide"), QStringLiteral("X"),
        tr("hide, or list again: the latter in a list of hidden ones"), [this] { m_states->toggleHidden(); });
    addNewsKey(QStringLiteral("article.note"), QStringLiteral("C"), tr("note on the article"),
        [this] { m_states->openNote(); });
    addNewsKey(QStringLiteral("article.join"), QStringLiteral("Shift+S"),
        tr("one story: the chosen articles tell one"), [this] { m_states->joinStories(); });
}

void MainWindow::addViewActions()
{
    addNewsKey(QStringLiteral("view.changes"), QStringLiteral("G,C"), tr("changed since I last looked"),
        [this] { m_views->openChanges(); });
    addNewsKey(QStringLiteral("view.save"), QStringLiteral("Ctrl+S"), tr("save this search\u2026"),
        [this] { m_views->openSave(); });
    addNewsKey(QStringLiteral("view.alert"), QString(), tr("alert on this search\u2026"), [this] {
        const QString search = query();
        m_pages->show(m_pages->alerts());
        m_pages->alerts().startRule(search);
    });
    addNewsKey(QStringLiteral("view.export"), QStringLiteral("Ctrl+Shift+E"),
        tr("export articles\u2026: those of this view"), [this] { m_views->chooseExport(); });
    addKey(QStringLiteral("view.retention"), QStringLiteral("Ctrl+Shift+K"),
        tr("keep and remove\u2026: rules for old articles"), [this] { m_views->openRetention(); });
}

void MainWindow::openFromElsewhere(qint64 id)
{
    m_pages->show(0);
    if (const int row = m_model.indexOf(id); row >= 0)
        m_list->selectRow(row);
    openArticle(id);
    m_reading = true;
    arrange();
}

void MainWindow::searchNews(const QString& query)
{
    m_pages->show(0);
    m_boxHoldsView = false;
    m_search->setText(query);
    requestFeed();
}

void MainWindow::searchFor(const QString& field, const QString& value)
{
    searchNews(field + QString::fromStdString(desk::quoted(value.toStdString())));
}

void MainWindow::back()
{
    if (m_pages->current() != 0)
        return m_pages->show(0);
    m_reading = false;
    m_list->chooseOnlyCurrent();
    arrange();
    m_list->view().setFocus();
}

void MainWindow::exportBrief()
{
    const qint64 shown = m_reader->hasArticle() ? m_reader->article().id : 0;
    m_briefs->open({shown, m_list->chosenIds(), query(), m_list->sort()});
}

void MainWindow::chooseFiles()
{
    auto* dialog = new QFileDialog(this, tr("Open files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::filesChosen);
    dialog->open();
}

void MainWindow::showRowMenu(const QPoint& global)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_commands->addTo(*menu,
        {QStringLiteral("article.read"), QStringLiteral("article.star"), QStringLiteral("article.labels"),
            QStringLiteral("article.hide"), QStringLiteral("article.note")});
    if (m_list->chosenIds().size() > 1)
        m_commands->addTo(*menu, {QStringLiteral("article.join")});
    m_commands->addTo(
        *menu, {QString(), QStringLiteral("article.brief"), QStringLiteral("article.original")});
    menu->popup(global);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        paths << (url.isLocalFile() ? url.toLocalFile() : url.toString());
    if (!paths.isEmpty())
        Q_EMIT filesChosen(paths);
    event->acceptProposedAction();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    Q_EMIT stateChanged();
    QMainWindow::closeEvent(event);
    m_pages->closeWindows();
    m_pages->articles().closeAll();
}

void MainWindow::showFirstStart(bool first)
{
    while (m_stack->count() > 1) {
        QWidget* old = m_stack->widget(1);
        m_stack->removeWidget(old);
        old->deleteLater();
    }
    if (first) {
        auto* empty = new EmptyState(m_theme, m_stack);
        connect(empty, &EmptyState::sampleWanted, this, &MainWindow::sampleNewsRequested);
        connect(empty, &EmptyState::feedWanted, m_sources, &SourceWindows::openAdd);
        connect(empty, &EmptyState::filesWanted, this, &MainWindow::chooseFiles);
        m_stack->addWidget(empty);
    }
    m_stack->setCurrentIndex(first ? 1 : 0);
}

QByteArray MainWindow::saveWindow() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << StateMagic << saveGeometry() << m_columns->saveState() << m_right->saveState() << m_isDark
           << m_theme.scale() << m_viewQuery << m_list->timeFilter() << m_list->impactFilter()
           << static_cast<qint32>(m_list->sort()) << m_offlineKept << m_list->isFolded() << m_pages->saveWindows();
    return bytes;
}

bool MainWindow::restoreWindow(const QByteArray& state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 magic = 0;
    QByteArray geometry;
    QByteArray columns;
    QByteArray right;
    bool dark = true;
    double scale = 1;
    QString view;
    QString time;
    QString impact;
    qint32 sort = 0;
    stream >> magic >> geometry >> columns >> right >> dark >> scale >> view >> time >> impact >> sort;
    bool offline = false;
    bool folded = false;
    QByteArray windows;
    const quint32 all[] = {StateWithoutOffline, StateWithoutFolded, StateWithoutWindows, StateMagic};
    const auto version = std::find(std::begin(all), std::end(all), magic) - std::begin(all);
    if (version >= 1)
        stream >> offline;
    if (version >= 2)
        stream >> folded;
    if (version >= 3)
        stream >> windows;
    const bool known = version < std::ssize(all);
    if (stream.status() != QDataStream::Ok || !known || !(scale >= 0.8 && scale <= 2) || sort < 0
        || sort > static_cast<qint32>(desk::Sort::ReadAt))
        return false;
    m_offlineKept = offline;
    showOffline(offline);
    restoreGeometry(geometry);
    m_columns->restoreState(columns);
    m_right->restoreState(right);
    m_viewQuery = view;
    m_list->setFilters(time, impact, static_cast<desk::Sort>(sort));
    m_list->setFolded(folded);
    useTheme(dark, scale);
    arrange();
    m_pages->restoreWindows(windows);
    return true;
}

} // namespace ui
