// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "sources.h"

#include "removal.h"

#include <items/navigationmodel.h>
#include <items/roles.h>
#include <ui/widgets/elidedlabel.h>
#include <ui/widgets/rowdelegate.h>

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QHideEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

enum Page { List, Empty };
enum Rows { Table, NoMatch };

} // namespace

SourcesDialog::SourcesDialog(const Theme& theme, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
{
    setWindowTitle(tr("Sources"));
    m_shown.setSourceModel(&m_sources);
    m_shown.setFilterRole(items::SearchRole);
    m_shown.setFilterKeyColumn(0);
    m_shown.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown.setSortRole(items::SortRole);
    m_shown.setDynamicSortFilter(true);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 14, 18, 14);
    column->setSpacing(10);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(buildList());
    m_pages->addWidget(buildEmpty());
    column->addWidget(m_pages, 1);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    const auto button = [&](const QString& words, const QString& hint, auto signal) {
        auto* push = new QPushButton(words, this);
        push->setAutoDefault(false);
        push->setToolTip(hint);
        connect(push, &QPushButton::clicked, this, signal);
        buttons->addWidget(push);
        m_bar << push;
        return push;
    };
    button(tr("Add\u2026"), tr("Subscribe to a feed or watch a folder (A)"), &SourcesDialog::addWanted)
        ->setObjectName(QStringLiteral("primary"));
    button(tr("Catalogue\u2026"), tr("Choose from finance feeds (C)"), &SourcesDialog::catalogueWanted);
    button(tr("Import OPML\u2026"), tr("Subscribe to a list of feeds (I)"), &SourcesDialog::importWanted);
    button(tr("Export OPML\u2026"), tr("Write the feeds as a list (X)"), &SourcesDialog::exportWanted);
    m_message = new ElidedLabel(this);
    buttons->addSpacing(8);
    buttons->addWidget(m_message, 1);
    button(tr("Close"), tr("Esc"), &QDialog::reject);
    m_bar.removeLast(); // stays
    column->addLayout(buttons);

    addActions();
    refreshTheme();
    showState();
    m_table->setFocus(); // letters are keys here, not the filter's text
    resize(theme.px(1120), theme.px(680));
}

SourcesDialog::~SourcesDialog() = default;

KeysDialog::Rows SourcesDialog::keys()
{
    return {{QStringLiteral("R"), tr("retry now")}, {QStringLiteral("F"), tr("full text on or off")},
        {QStringLiteral("F2"), tr("rename")}, {QStringLiteral("Shift+F2"), tr("change the folder")},
        {QStringLiteral("Delete"), tr("remove; articles stay")},
        {QStringLiteral("Ctrl+C"), tr("copy the address")}, {QStringLiteral("A"), tr("add a feed or folder")},
        {QStringLiteral("C"), tr("catalogue")}, {QStringLiteral("I"), tr("import OPML")},
        {QStringLiteral("X"), tr("export OPML")}, {QStringLiteral("/"), tr("filter")}};
}

QTreeView* SourcesDialog::table(QAbstractItemModel& model, const QString& name)
{
    auto* view = new QTreeView(this);
    view->setModel(&model);
    view->setItemDelegate(new RowDelegate(m_theme, view));
    view->setRootIsDecorated(false);
    view->setItemsExpandable(false);
    view->setUniformRowHeights(true);
    view->setAccessibleName(name);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers); // by key: see addActions
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setTextElideMode(Qt::ElideRight);
    view->header()->setHighlightSections(false);
    view->header()->setSectionsMovable(false);
    view->header()->setStretchLastSection(true);
    return view;
}

QWidget* SourcesDialog::buildList()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    m_title = new QLabel(tr("Sources"), page);
    m_summary = new ElidedLabel(page);
    m_filter = new QLineEdit(page);
    m_filter->setPlaceholderText(tr("Filter by title, folder, address or reason"));
    m_filter->setAccessibleName(tr("Filter sources"));
    m_filter->setClearButtonEnabled(true);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_shown.setFilterFixedString(text.trimmed());
        showState();
    });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(); });
    head->addWidget(m_title);
    head->addWidget(m_summary, 1);
    head->addWidget(m_filter);
    column->addLayout(head);

    auto* halves = new QSplitter(Qt::Vertical, page);
    halves->setChildrenCollapsible(false);
    halves->setHandleWidth(1);
    m_rows = new QStackedWidget(halves);
    m_table = table(m_shown, tr("Sources"));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(items::SourceListModel::Title, Qt::AscendingOrder);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SourcesDialog::choose);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SourcesDialog::showState);
    m_noMatch = new QLabel(tr("No source matches."), m_rows);
    m_noMatch->setAlignment(Qt::AlignCenter);
    m_rows->addWidget(m_table);
    m_rows->addWidget(m_noMatch);

    auto* below = new QWidget(halves);
    auto* log = new QVBoxLayout(below);
    log->setContentsMargins(0, 10, 0, 0);
    log->setSpacing(8);
    auto* title = new QHBoxLayout;
    title->setSpacing(8);
    m_logTitle = new ElidedLabel(below);
    title->addWidget(m_logTitle, 1);
    const auto action = [&](const QString& words, const QString& hint, const auto& run) {
        auto* push = new QPushButton(words, below);
        push->setAutoDefault(false);
        push->setToolTip(hint);
        push->setObjectName(QStringLiteral("chip"));
        connect(push, &QPushButton::clicked, this, run);
        title->addWidget(push);
        m_needChoice << push;
        return push;
    };
    action(tr("Retry now"), tr("Ask it again at once (R)"), [this] { Q_EMIT retryWanted(selectedIds()); });
    m_fullText = action(tr("Full text"), tr("Fetch the pages of entries that carry a teaser only (F)"),
        [this] { toggleFullText(); });
    m_fullText->setCheckable(true);
    action(tr("Rename"), tr("F2"), [this] { edit(items::SourceListModel::Title); });
    action(tr("Folder"), tr("Shift+F2"), [this] { edit(items::SourceListModel::Folder); });
    action(tr("Copy address"), tr("Ctrl+C"), [this] { copyAddress(); });
    action(tr("Remove\u2026"), tr("Delete"), [this] { askRemove(); });
    log->addLayout(title);
    m_logTable = table(m_log, tr("Log of the source"));
    m_logTable->setSelectionMode(QAbstractItemView::SingleSelection);
    log->addWidget(m_logTable, 1);
    m_logNote = new QLabel(below);
    m_logNote->setWordWrap(true);
    log->addWidget(m_logNote);
    halves->addWidget(m_rows);
    halves->addWidget(below);
    halves->setStretchFactor(0, 3);
    halves->setStretchFactor(1, 2);
    halves->setSizes({m_theme.px(360), m_theme.px(230)});
    column->addWidget(halves, 1);
    connect(&m_sources, &items::SourceListModel::titleEdited, this, &SourcesDialog::titleChanged);
    connect(
        &m_sources, &items::SourceListModel::folderEdited, this, [this](qint64 id, const QString& folder) {
            QList<qint64> ids
                = selectedIds(); // a folder for one is a folder for all that are selected with it
            if (!ids.contains(id))
                ids = {id};
            Q_EMIT folderChanged(ids, folder);
        });
    return page;
}

QWidget* SourcesDialog::buildEmpty()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setSpacing(12);
    column->addStretch(2);
    m_emptyTitle = new QLabel(tr("No sources yet"), page);
    m_emptyText = new QLabel(
        tr("Subscribe to a feed, or to the one a page names; watch a folder; choose from the catalogue; or "
           "bring the list of another reader."),
        page);
    for (QLabel* label : {m_emptyTitle, m_emptyText}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addSpacing(8);
    const auto button = [&](const QString& words, auto signal) {
        auto* push = new QPushButton(words, page);
        push->setAutoDefault(false);
        push->setProperty("wide", true);
        connect(push, &QPushButton::clicked, this, signal);
        column->addWidget(push, 0, Qt::AlignHCenter);
    };
    button(tr("Add feed or folder\u2026"), &SourcesDialog::addWanted);
    button(tr("Choose from the catalogue\u2026"), &SourcesDialog::catalogueWanted);
    button(tr("Import OPML\u2026"), &SourcesDialog::importWanted);
    column->addStretch(3);
    return page;
}

void SourcesDialog::addKey(const QString& key, const std::function<void()>& run)
{
    auto* shortcut = new QShortcut(QKeySequence(key), this);
    connect(shortcut, &QShortcut::activated, this, run);
}

void SourcesDialog::addActions()
{
    const auto add = [this](const QString& key, const QString& words, const std::function<void()>& run) {
        addKey(key, run);
        auto* action = new QAction(words + QLatin1Char('\t') + key, m_table);
        connect(action, &QAction::triggered, this, run);
        m_table->addAction(action);
    };
    add(QStringLiteral("R"), tr("Retry now"), [this] {
        if (const QList<qint64> ids = selectedIds(); !ids.isEmpty())
            Q_EMIT retryWanted(ids);
    });
    add(QStringLiteral("F"), tr("Full text on or off"), [this] { toggleFullText(); });
    add(QStringLiteral("F2"), tr("Rename"), [this] { edit(items::SourceListModel::Title); });
    add(QStringLiteral("Shift+F2"), tr("Change the folder"),
        [this] { edit(items::SourceListModel::Folder); });
    add(QStringLiteral("Ctrl+C"), tr("Copy the address"), [this] { copyAddress(); });
    add(QStringLiteral("Del"), tr("Remove\u2026"), [this] { askRemove(); });
    addKey(QStringLiteral("A"), [this] { Q_EMIT addWanted(); });
    addKey(QStringLiteral("C"), [this] { Q_EMIT catalogueWanted(); });
    addKey(QStringLiteral("I"), [this] { Q_EMIT importWanted(); });
    addKey(QStringLiteral("X"), [this] { Q_EMIT exportWanted(); });
    for (int column = 0; column < items::SourceListModel::ColumnCount; ++column) {
        addKey(QString::number(column + 1), [this, column] {
            const QHeaderView* header = m_table->header();
            const bool again = header->sortIndicatorSection() == column
                && header->sortIndicatorOrder() == Qt::AscendingOrder;
            m_table->sortByColumn(column, again ? Qt::DescendingOrder : Qt::AscendingOrder);
        });
    }
    for (const QString& key : {QStringLiteral("/"), QStringLiteral("Ctrl+F")}) {
        addKey(key, [this] {
            m_filter->setFocus();
            m_filter->selectAll();
        });
    }
}

void SourcesDialog::setColumns()
{
    using items::FetchLogModel;
    using items::SourceListModel;
    const auto set = [this](QTreeView* view, std::initializer_list<int> widths) {
        int at = 0;
        for (const int width : widths)
            view->header()->resizeSection(at++, m_theme.px(width));
        view->header()->setMinimumSectionSize(m_theme.px(48));
    };
    set(m_table, {300, 150, 104, 86, 82, 80});
    set(m_logTable, {150, 64, 80, 70, 70, 76});
}

void SourcesDialog::refreshTheme()
{
    setPalette(m_theme.palette()); // a window does not take that of its parent
    const QString muted = QStringLiteral("color: %1").arg(m_theme.css(Role::Muted));
    m_title->setFont(m_theme.font(16, QFont::DemiBold));
    m_logTitle->setFont(m_theme.font(13, QFont::DemiBold));
    m_emptyTitle->setFont(m_theme.font(22, QFont::DemiBold));
    for (QLabel* label : {m_summary, m_message, m_logNote, m_noMatch, m_emptyText}) {
        label->setFont(m_theme.font(12));
        label->setStyleSheet(muted);
    }
    m_emptyText->setFont(m_theme.font(13));
    m_filter->setFont(m_theme.font(12.5));
    m_filter->setFixedWidth(m_theme.px(320));
    for (QTreeView* view : {m_table, m_logTable}) {
        dressHeader(m_theme, *view->header());
        view->setFont(m_theme.font(12.5));
        view->doItemsLayout();
    }
    for (QPushButton* push : findChildren<QPushButton*>()) {
        const bool chip = push->objectName() == QLatin1String("chip");
        push->setFont(m_theme.font(chip ? 11 : 12.5));
        if (push->property("wide").toBool())
            push->setFixedWidth(m_theme.px(280));
    }
    setMinimumSize(m_theme.px(620), m_theme.px(400));
    if (m_scale != m_theme.scale()) {
        m_scale = m_theme.scale();
        setColumns();
    }
}

void SourcesDialog::setNow(base::Instant now)
{
    m_sources.setNow(now);
    m_log.setNow(now);
}

void SourcesDialog::showSources(const std::vector<desk::SourceHealth>& sources)
{
    m_read = true;
    m_sources.setSources(sources);
    if (!m_table->currentIndex().isValid() && m_shown.rowCount() > 0)
        m_table->selectionModel()->setCurrentIndex(
            m_shown.index(0, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    choose();
}

void SourcesDialog::showLog(qint64 id, const std::vector<base::FetchRecord>& records)
{
    if (id != m_chosen)
        return;
    m_log.setRecords(records);
    showState();
}

void SourcesDialog::showMessage(const QString& text) { m_message->setText(text); }

qint64 SourcesDialog::currentId() const { return m_table->currentIndex().data(items::IdRole).toLongLong(); }

QList<qint64> SourcesDialog::selectedIds() const
{
    QList<qint64> ids;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        ids << index.data(items::IdRole).toLongLong();
    return ids;
}

void SourcesDialog::choose()
{
    const qint64 id = currentId();
    if (id != m_chosen) {
        m_chosen = id;
        m_log.setRecords({});
        Q_EMIT sourceChosen(id);
    }
    showState();
}

void SourcesDialog::showState()
{
    const int all = m_sources.rowCount();
    const bool empty = m_read && all == 0;
    m_pages->setCurrentIndex(empty ? Empty : List);
    m_rows->setCurrentIndex(m_shown.rowCount() == 0 && !m_filter->text().isEmpty() ? NoMatch : Table);
    for (QPushButton* push : m_bar)
        push->setVisible(!empty); // the empty page has the same in large
    const int failing = m_sources.failing();
    QStringList summary{all == 1 ? tr("1 source") : tr("%1 sources").arg(items::countText(all))};
    summary << (failing == 0 ? tr("all healthy") : tr("%1 failing").arg(failing));
    m_summary->setText(m_read ? summary.join(QStringLiteral(" \u00B7 ")) : tr("Reading\u2026"));
    const QList<qint64> ids = selectedIds();
    for (QPushButton* push : m_needChoice)
        push->setEnabled(!ids.isEmpty());
    const desk::SourceHealth* source = m_sources.source(m_chosen);
    QString title = source == nullptr ? tr("Log") : QString::fromStdString(source->source.title);
    if (ids.size() > 1)
        title = tr("%1 sources chosen \u00B7 log of %2").arg(ids.size()).arg(title);
    m_logTitle->setText(title);
    m_fullText->setChecked(source != nullptr && source->source.fullText);
    m_logTable->setVisible(m_log.rowCount() > 0);
    m_logNote->setVisible(m_log.rowCount() == 0);
    if (source == nullptr)
        m_logNote->setText(tr("Choose a source to see when it was asked, and what came of it."));
    else if (source->source.kind == base::SourceKind::Folder)
        m_logNote->setText(
            tr("New and changed files of this folder are read as they come; what cannot be read is "
               "listed here."));
    else
        m_logNote->setText(tr("It was not asked yet. R asks it now."));
}

void SourcesDialog::askRemove()
{
    const QList<qint64> ids = selectedIds();
    if (ids.isEmpty())
        return;
    const desk::SourceHealth* first = m_sources.source(ids.front());
    askRemoval(m_theme, *this,
        ids.size() == 1 && first != nullptr
            ? tr("Remove %1?").arg(m_sources.index(m_sources.indexOf(ids.front()), 0).data().toString())
            : tr("Remove %1 sources?").arg(ids.size()),
        tr("It is not asked any more. Its articles stay, with their analyses and notes."),
        RemovalDefault::Remove, [this, ids] { Q_EMIT removeWanted(ids); });
}

void SourcesDialog::toggleFullText()
{
    const QList<qint64> ids = selectedIds();
    const desk::SourceHealth* source = m_sources.source(m_chosen);
    if (ids.isEmpty() || source == nullptr)
        return;
    m_fullText->setChecked(source->source.fullText); // the next reading says what it is then
    Q_EMIT fullTextChanged(ids, !source->source.fullText);
}

void SourcesDialog::edit(int column)
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid())
        m_table->edit(current.siblingAtColumn(column));
}

void SourcesDialog::copyAddress()
{
    QStringList addresses;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        addresses << index.data(items::UrlRole).toString();
    if (addresses.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(addresses.join(QLatin1Char('\n')));
    showMessage(addresses.size() == 1 ? tr("Copied: %1").arg(addresses.front())
                                      : tr("%1 addresses copied").arg(addresses.size()));
}

void SourcesDialog::hideEvent(QHideEvent* event)
{
    QDialog::hideEvent(event);
    if (!event->spontaneous())
        Q_EMIT closed();
}

} // namespace ui
