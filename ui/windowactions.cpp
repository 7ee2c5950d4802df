// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// What keys, menus, views and drops do: the other half of MainWindow.
#include "asofclock.h"
#include "mainwindow.h"

#include <desk/query.h>
#include <desk/querytable.h>
#include <items/datawords.h>
#include <items/roles.h>
#include <ui/articlestates.h>
#include <ui/dialogs/keys.h>
#include <ui/dialogs/labelchooser.h>
#include <ui/dialogs/revisions.h>
#include <ui/dialogs/sources.h>
#include <ui/dialogs/viewchanges.h>
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

#include <QAbstractButton>
#include <QAction>
#include <QCloseEvent>
#include <QDataStream>
#include <QDropEvent>
#include <QFileDialog>
#include <QIODevice>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace ui {

namespace {
constexpr quint32 StateMagic = 0x4C4C5733; // "LLW3"
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
void MainWindow::addKey(const QString& keys, const QString& text, const std::function<void()>& run)
{
    m_commands.append({QString(keys).replace(QLatin1Char(','), QStringLiteral(", ")), text});
    for (const QString& key : keys.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        auto* shortcut = new QShortcut(QKeySequence(key), this);
        shortcut->setAutoRepeat(true);
        connect(shortcut, &QShortcut::activated, this, [this, run, sequence = QKeySequence(key)] {
            if (!focusTakes(sequence))
                run();
        });
    }
}

void MainWindow::addNewsKey(const QString& keys, const QString& text, const std::function<void()>& run)
{
    addKey(keys, text, [this, run] {
        if (m_pages->current() == 0)
            run();
    });
}

// A button that has the focus is pressed by Space, whatever else Space does.
bool MainWindow::focusTakes(const QKeySequence& key)
{
    auto* button = qobject_cast<QAbstractButton*>(focusWidget());
    if (button == nullptr || key != QKeySequence(Qt::Key_Space))
        return false;
    button->click();
    return true;
}

void MainWindow::addActions()
{
    addNewsKey(QStringLiteral("J"), tr("next article"), [this] { m_list->moveBy(1); });
    addNewsKey(QStringLiteral("K"), tr("previous article"), [this] { m_list->moveBy(-1); });
    addNewsKey(QStringLiteral("N"), tr("next unread"), [this] { m_list->moveToUnread(1); });
    addNewsKey(QStringLiteral("P"), tr("previous unread"), [this] { m_list->moveToUnread(-1); });
    const auto open = [this] {
        if (m_list->currentId() != 0)
            Q_EMIT m_list->rowOpened(m_list->currentId());
    };
    addNewsKey(QStringLiteral("O"), tr("open (Enter too): marks it read"), open); // Enter is the list's own
    addNewsKey(QStringLiteral("Space"), tr("page on, then next unread"), [this] {
        if (!m_reader->pageDown())
            m_list->moveToUnread(1);
    });
    addKey(QStringLiteral("U Esc"), tr("back to the list"), [this] { back(); });
    addStateActions();
    addNewsKey(QStringLiteral("Shift+A"), tr("mark all in this view read"),
        [this] { Q_EMIT markAllReadRequested(query()); });
    addKey(QStringLiteral("Ctrl+Z"), tr("undo"), [this] { Q_EMIT undoRequested(); });
    addNewsKey(QStringLiteral("V"), tr("original in the browser"), [this] { openOriginal(); });
    addNewsKey(QStringLiteral("D"), tr("differences between the article's revisions"),
        [this] { m_reader->openRevisions(); });
    addKey(QStringLiteral("G,N"), tr("news"), [this] { m_pages->show(0); });
    addKey(QStringLiteral("G,T"), tr("stories"), [this] { m_pages->show(m_pages->stories()); });
    addNewsKey(QStringLiteral("Z"), tr("articles one by one, or each story once"), [this] {
        m_list->setFolded(!m_list->isFolded());
        requestFeed();
    });
    m_commands.append({tr("Right Left"), tr("unfold the articles of a story, and fold them")}); // the list's own
    addKey(QStringLiteral("G,M"), tr("market map"), [this] { m_pages->show(m_pages->map()); });
    addKey(QStringLiteral("G,P"), tr("playbooks"), [this] { m_pages->show(m_pages->playbooks()); });
    addKey(QStringLiteral("/ Ctrl+F"), tr("search"), [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    for (int at = 1; at <= 5; ++at)
        addNewsKey(
            QString::number(at), tr("decision %1").arg(at), [this, at] { m_decisions->focusCard(at - 1); });
    addNewsKey(QStringLiteral("E"), tr("accept the open decision"), [this] { m_decisions->acceptFocused(); });
    addNewsKey(QStringLiteral("W"), tr("why this impact"), [this] { m_reader->openWhyImpact(); });
    addNewsKey(QStringLiteral("Shift+W"), tr("why this sentiment"), [this] { m_reader->openWhySentiment(); });
    addNewsKey(QStringLiteral("T"), tr("next tab of the article"),
        [this] { m_reader->setTab(static_cast<Reader::Tab>((m_reader->tab() + 1) % Reader::TabCount)); });
    addNewsKey(QStringLiteral("]"), tr("next sentence that rests on the article, or words something rests on"),
        [this] { m_reader->stepEvidence(1); });
    addNewsKey(QStringLiteral("["), tr("the previous one"), [this] { m_reader->stepEvidence(-1); });
    addNewsKey(QStringLiteral("R"), tr("to the words it rests on, and back"),
        [this] { m_reader->followEvidence(); });
    addNewsKey(QStringLiteral("F"), tr("find in this article"), [this] { m_reader->openFind(); });
    addNewsKey(QStringLiteral("B"), tr("export brief"), [this] { exportBrief(); });
    addKey(QStringLiteral("Ctrl+N"), tr("add feed or folder"), [this] { m_sources->openAdd(); });
    addKey(QStringLiteral("G,S"), tr("sources"), [this] { m_sources->openSources(); });
    addViewActions();
    addKey(QStringLiteral("Ctrl+Shift+T"), tr("as of: set the clock back, or to now again"),
        [this] { m_asOf->open(); });
    addKey(QStringLiteral("Ctrl+Shift+O"), tr("work offline or online"), [this] { toggleOffline(); });
    addKey(QStringLiteral("Ctrl+O"), tr("open files"), [this] { chooseFiles(); });
    addKey(QStringLiteral("F5"), tr("refresh feeds"), [this] { Q_EMIT refreshRequested(); });
    addKey(QStringLiteral("Ctrl+D"), tr("dark or light"), [this] { setDarkTheme(!m_isDark); });
    addKey(
        QStringLiteral("Ctrl+= Ctrl++"), tr("larger text"), [this] { setTextScale(m_theme.scale() + 0.1); });
    addKey(QStringLiteral("Ctrl+-"), tr("smaller text"), [this] { setTextScale(m_theme.scale() - 0.1); });
    addKey(QStringLiteral("Ctrl+0"), tr("normal text"), [this] { setTextScale(1); });
    addKey(QStringLiteral("F11"), tr("full screen"),
        [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    addKey(QStringLiteral("?"), tr("keys and search"), [this] { showKeys(); });

    QMenu* menu = m_menu->menu();
    menu->addAction(tr("Market map"), this, [this] { m_pages->show(m_pages->map()); });
    menu->addAction(tr("Playbooks"), this, [this] { m_pages->show(m_pages->playbooks()); });
    menu->addAction(tr("Sources"), m_sources, &SourceWindows::openSources);
    menu->addAction(tr("Add feed or folder\u2026"), m_sources, &SourceWindows::openAdd);
    menu->addAction(tr("Open files or OPML\u2026"), this, &MainWindow::chooseFiles);
    menu->addAction(tr("Open sample news"), this, &MainWindow::sampleNewsRequested);
    menu->addAction(tr("Refresh feeds"), this, &MainWindow::refreshRequested);
    menu->addAction(tr("As of\u2026"), m_asOf, &AsOfClock::open);
    m_offlineAction = menu->addAction(tr("Work offline"), this, &MainWindow::toggleOffline);
    m_offlineAction->setCheckable(true);
    menu->addSeparator();
    menu->addAction(tr("Save this search\u2026"), m_views, &ViewWindows::openSave);
    menu->addAction(tr("Changed since I last looked"), m_views, &ViewWindows::openChanges);
    menu->addAction(tr("Export articles\u2026"), m_views, &ViewWindows::chooseExport);
    menu->addAction(tr("Keep and remove\u2026"), m_views, &ViewWindows::openRetention);
    menu->addSeparator();
    menu->addAction(tr("Export brief\u2026"), this, &MainWindow::exportBrief);
    menu->addAction(tr("Mark all in this view read"), this, [this] { Q_EMIT markAllReadRequested(query()); });
    menu->addAction(tr("Undo"), this, &MainWindow::undoRequested);
    menu->addSeparator();
    menu->addAction(tr("Dark or light"), this, [this] { setDarkTheme(!m_isDark); });
    menu->addAction(tr("Keys and search"), this, &MainWindow::showKeys);
}

void MainWindow::addStateActions()
{
    addNewsKey(QStringLiteral("Shift+J"), tr("choose the next article too (Shift+Down)"),
        [this] { m_list->extendBy(1); });
    addNewsKey(QStringLiteral("Shift+K"), tr("choose the previous article too (Shift+Up)"),
        [this] { m_list->extendBy(-1); });
    addNewsKey(QStringLiteral("S"), tr("star"), [this] { m_states->toggleStar(); });
    addNewsKey(QStringLiteral("M"), tr("read or unread"), [this] { m_states->toggleRead(); });
    addNewsKey(QStringLiteral("L"), tr("labels"), [this] { m_states->openLabels(); });
    addNewsKey(QStringLiteral("X"), tr("hide; in a list of hidden ones: list again"),
        [this] { m_states->toggleHidden(); });
    addNewsKey(QStringLiteral("C"), tr("note on the article"), [this] { m_states->openNote(); });
    addNewsKey(QStringLiteral("Shift+S"), tr("the chosen articles tell one story"),
        [this] { m_states->joinStories(); });
}

void MainWindow::addViewActions()
{
    addNewsKey(QStringLiteral("G,C"), tr("changed since I last looked"), [this] { m_views->openChanges(); });
    addNewsKey(QStringLiteral("Ctrl+S"), tr("save this search"), [this] { m_views->openSave(); });
    addNewsKey(QStringLiteral("Ctrl+Shift+E"), tr("export the articles of this view"),
        [this] { m_views->chooseExport(); });
    addKey(QStringLiteral("Ctrl+Shift+K"), tr("keep and remove: rules for old articles"),
        [this] { m_views->openRetention(); });
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
    if (!m_reader->hasArticle())
        return;
    const qint64 id = m_reader->article().id;
    auto* dialog = new QFileDialog(this, tr("Export brief"), {}, tr("PDF (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(QStringLiteral("brief.pdf"));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, id](const QString& path) { Q_EMIT briefRequested(id, path); });
    dialog->open();
}

void MainWindow::showKeys()
{
    KeysDialog::Rows keys;
    keys.append(m_commands);
    keys.append({{}, tr("On the Stories page")});
    keys.append(StoriesPage::keys());
    keys.append({{}, tr("In the market map")});
    keys.append(MarketMapPage::keys());
    keys.append({{}, tr("In Sources")});
    keys.append(SourcesDialog::keys());
    keys.append({{}, tr("In Revisions")});
    keys.append(RevisionsDialog::keys());
    keys.append({{}, tr("In Changed since")});
    keys.append(ViewChangesDialog::keys());
    keys.append({{}, tr("In Playbooks")});
    keys.append(PlaybooksPage::keys());
    keys.append({{}, tr("On a saved search in the navigation")});
    keys.append(ViewWindows::navigationKeys());
    keys.append({{}, tr("In Labels")});
    keys.append(LabelChooser::keys());
    keys.append({{}, tr("In lists to choose from")});
    keys.append({QStringLiteral("Ctrl+Return"), tr("take what was chosen")});
    KeysDialog::Rows operators;
    for (const desk::OperatorHelp& help : desk::operators())
        operators.append({QString::fromStdString(help.form), items::dataWord(help.text)});
    auto* dialog = new KeysDialog(m_theme, keys, operators, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
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
    menu->addAction(tr("Read or unread\tM"), m_states, &ArticleStates::toggleRead);
    menu->addAction(tr("Star\tS"), m_states, &ArticleStates::toggleStar);
    menu->addAction(tr("Labels\u2026\tL"), m_states, &ArticleStates::openLabels);
    menu->addAction(tr("Hide, or list again\tX"), m_states, &ArticleStates::toggleHidden);
    menu->addAction(tr("Note\tC"), m_states, &ArticleStates::openNote);
    menu->addAction(tr("One story\tShift+S"), m_states, &ArticleStates::joinStories)
        ->setEnabled(m_list->chosenIds().size() > 1);
    menu->addSeparator();
    menu->addAction(tr("Export brief\u2026\tB"), this, &MainWindow::exportBrief);
    menu->addAction(tr("Original in the browser\tV"), this, &MainWindow::openOriginal);
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
           << static_cast<qint32>(m_list->sort()) << m_offlineKept << m_list->isFolded();
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
    if (magic == StateMagic || magic == StateWithoutFolded)
        stream >> offline;
    if (magic == StateMagic)
        stream >> folded;
    const bool known = magic == StateMagic || magic == StateWithoutFolded || magic == StateWithoutOffline;
    if (stream.status() != QDataStream::Ok || !known
        || !(scale >= 0.8 && scale <= 2) || sort < 0 || sort > static_cast<qint32>(desk::Sort::ReadAt))
        return false;
    m_offlineKept = offline;
    showOffline(offline);
    restoreGeometry(geometry);
    m_columns->restoreState(columns);
    m_right->restoreState(right);
    m_viewQuery = view;
    m_list->setFilters(time, impact, static_cast<desk::Sort>(sort));
    m_list->setFolded(folded);
    m_theme.setScale(scale);
    setDarkTheme(dark);
    arrange();
    return true;
}

} // namespace ui
