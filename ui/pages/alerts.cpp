// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "alerts.h"

#include <items/navigationmodel.h>
#include <items/roles.h>
#include <ui/dialogs/searchname.h>
#include <ui/panels/firingspanel.h>
#include <ui/panels/rehearsalpanel.h>
#include <ui/panels/ruleeditor.h>
#include <ui/panels/watchlistpanel.h>
#include <ui/widgets/alertdelegate.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int SideBySide = 1150; // narrower than this the firings stand below the rule
constexpr int FiringsBeside = 560; // there, room for their list and a receipt beside each other
constexpr int NameRole = Qt::UserRole;

QString utf8(const std::string& text) { return QString::fromStdString(text); }

} // namespace

AlertsPage::AlertsPage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_columns = new QSplitter(Qt::Horizontal, this);
    m_columns->setHandleWidth(1);
    m_columns->setChildrenCollapsible(false);
    m_columns->addWidget(buildLists());
    m_work = new QSplitter(Qt::Horizontal, m_columns);
    m_work->setHandleWidth(1);
    m_work->setChildrenCollapsible(false);
    m_stack = new QStackedWidget(m_work);
    m_empty = buildEmpty();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildRule());
    m_watchlist = new WatchlistPanel(m_theme, m_stack);
    m_stack->addWidget(m_watchlist);
    m_work->addWidget(m_stack);
    m_firings = new FiringsPanel(m_theme, m_work);
    m_work->addWidget(m_firings);
    m_columns->addWidget(m_work);
    m_columns->setStretchFactor(1, 1);
    row->addWidget(m_columns);
    connectParts();
    refreshTheme();
    m_columns->setSizes({theme.px(300), theme.px(1300)});
    for (QWidget* child : findChildren<QWidget*>()) {
        if (child->focusPolicy() != Qt::NoFocus)
            child->installEventFilter(this);
    }
}

AlertsPage::~AlertsPage() = default;

QWidget* AlertsPage::buildLists()
{
    m_lists = new QSplitter(Qt::Vertical, this);
    m_lists->setHandleWidth(1);
    m_lists->setChildrenCollapsible(false);
    const auto part = [&](QLabel*& title, const QString& name, QPushButton*& button, const QString& word,
                          const QString& tip) {
        auto* frame = new QFrame(m_lists);
        auto* column = new QVBoxLayout(frame);
        column->setContentsMargins(0, 10, 0, 0);
        column->setSpacing(8);
        auto* head = new QHBoxLayout;
        head->setContentsMargins(14, 0, 10, 0);
        title = new QLabel(name, frame);
        button = new QPushButton(word, frame);
        button->setObjectName(QStringLiteral("chip"));
        button->setToolTip(tip);
        head->addWidget(title);
        head->addStretch();
        head->addWidget(button);
        column->addLayout(head);
        m_lists->addWidget(frame);
        return column;
    };
    QVBoxLayout* rules = part(m_rulesTitle, tr("Rules"), m_new, tr("+ New rule"), tr("N"));
    m_ruleView = new QListView(m_lists);
    m_ruleView->setModel(&m_rules);
    m_ruleView->setItemDelegate(new AlertDelegate(m_theme, m_ruleView));
    m_ruleView->setAccessibleName(tr("Rules"));
    m_ruleView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_ruleView->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_ruleView->setMouseTracking(true);
    m_ruleView->setResizeMode(QListView::Adjust);
    rules->addWidget(m_ruleView, 1);
    QVBoxLayout* lists = part(m_listsTitle, tr("Watchlists"), m_newList, tr("+ New"), tr("New watchlist"));
    m_newList->setAccessibleName(tr("New watchlist"));
    m_listsEmpty = new QLabel(tr("Names you follow: tickers, entities, topics and words."), m_lists);
    m_listsEmpty->setWordWrap(true);
    m_listsEmpty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    lists->addWidget(m_listsEmpty);
    m_listView = new QListWidget(m_lists);
    m_listView->setAccessibleName(tr("Watchlists"));
    m_listView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    lists->addWidget(m_listView, 1);
    m_lists->setStretchFactor(0, 1);
    m_lists->setSizes({m_theme.px(600), m_theme.px(240)});
    return m_lists;
}

QWidget* AlertsPage::buildRule()
{
    m_ruleArea = new QScrollArea(m_stack);
    m_ruleArea->setWidgetResizable(true);
    m_ruleArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_ruleArea->setFocusPolicy(Qt::NoFocus);
    m_ruleArea->setAccessibleName(tr("Rule"));
    auto* inner = new QWidget(m_ruleArea);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(24, 16, 24, 12);
    column->setSpacing(14);
    m_editor = new RuleEditor(m_theme, inner);
    m_rehearsalPanel = new RehearsalPanel(m_theme, inner);
    column->addWidget(m_editor);
    column->addWidget(m_rehearsalPanel, 1);
    m_ruleArea->setWidget(inner);
    return m_ruleArea;
}

QWidget* AlertsPage::buildEmpty()
{
    auto* empty = new QWidget(m_stack);
    auto* column = new QVBoxLayout(empty);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(10);
    column->addStretch(2);
    m_emptyTitle = new QLabel(tr("No alert rules yet"), empty);
    m_emptyNote = new QLabel(tr("A rule is a query with a class: it fires once on a story that matches, and keeps what it "
                                "fired on. Rehearse it over the last days before you save it."),
        empty);
    for (QLabel* label : {m_emptyTitle, m_emptyNote}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_first = new QPushButton(tr("New rule"), empty);
    column->addWidget(m_first, 0, Qt::AlignHCenter);
    column->addStretch(3);
    return empty;
}

void AlertsPage::connectParts()
{
    connect(m_new, &QPushButton::clicked, this, [this] { startRule(); });
    connect(m_first, &QPushButton::clicked, this, [this] { startRule(); });
    connect(m_newList, &QPushButton::clicked, this, &AlertsPage::addWatchlist);
    connect(m_ruleView->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex& index) {
            if (index.isValid())
                chooseRule(index.data(items::IdRole).toLongLong());
        });
    connect(m_ruleView, &QListView::activated, this, [this] { m_editor->focusFirst(); });
    connect(m_ruleView, &QListView::clicked, this,
        [this](const QModelIndex& index) { chooseRule(index.data(items::IdRole).toLongLong()); });
    connect(m_listView, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item != nullptr)
            chooseWatchlist(item->data(NameRole).toString());
    });
    connect(m_listView, &QListWidget::itemClicked, this,
        [this](QListWidgetItem* item) { chooseWatchlist(item->data(NameRole).toString()); });
    connect(m_editor, &RuleEditor::checkWanted, this, &AlertsPage::checkWanted);
    connect(m_editor, &RuleEditor::saveWanted, this, &AlertsPage::saveWanted);
    connect(m_editor, &RuleEditor::removeWanted, this, [this](qint64 rule) {
        m_editor->forget(rule);
        Q_EMIT removeWanted(rule);
    });
    connect(m_editor, &RuleEditor::snoozeWanted, this, &AlertsPage::snoozeWanted);
    connect(m_editor, &RuleEditor::ruleRead, this, &AlertsPage::ruleRead);
    connect(m_rehearsalPanel, &RehearsalPanel::wanted, this, [this](int days) {
        if (!m_editor->rule())
            return;
        m_level = m_editor->rule()->level;
        Q_EMIT rehearsalWanted(*m_editor->rule(), days, ++m_rehearsal);
    });
    connect(m_rehearsalPanel, &RehearsalPanel::ended, this, &AlertsPage::rehearsalEnded);
    connect(m_rehearsalPanel, &RehearsalPanel::articleOpened, this, &AlertsPage::articleWanted);
    connect(m_rehearsalPanel, &RehearsalPanel::articleChosen, this, &AlertsPage::askWhyNot);
    connect(m_firings, &FiringsPanel::firingsWanted, this, &AlertsPage::firingsWanted);
    connect(m_firings, &FiringsPanel::receiptWanted, this, &AlertsPage::receiptWanted);
    connect(m_firings, &FiringsPanel::deliveriesWanted, this, &AlertsPage::deliveriesWanted);
    connect(m_firings, &FiringsPanel::acknowledgeWanted, this, &AlertsPage::acknowledgeWanted);
    connect(m_firings, &FiringsPanel::acknowledgeAllWanted, this, &AlertsPage::acknowledgeAllWanted);
    connect(m_firings, &FiringsPanel::articleWanted, this, &AlertsPage::articleWanted);
    connect(m_firings, &FiringsPanel::whyNotWanted, this, &AlertsPage::askWhyNot);
    connect(m_watchlist, &WatchlistPanel::saveWanted, this, &AlertsPage::watchlistSaved);
    connect(m_watchlist, &WatchlistPanel::renameWanted, this, [this](const QString& name, const QString& other) {
        m_wantedList = other;
        Q_EMIT watchlistRenamed(name, other);
    });
    connect(m_watchlist, &WatchlistPanel::removeWanted, this, &AlertsPage::watchlistRemoved);
    connect(m_watchlist, &WatchlistPanel::importWanted, this, &AlertsPage::watchlistImported);
    connect(m_watchlist, &WatchlistPanel::searchWanted, this, &AlertsPage::searchWanted);
    connect(m_watchlist, &WatchlistPanel::ruleWanted, this, &AlertsPage::startRule);
}

KeysDialog::Rows AlertsPage::keys()
{
    return {{QStringLiteral("J K"), tr("next and previous rule, firing or article")},
        {QStringLiteral("N"), tr("new rule")}, {QStringLiteral("E"), tr("acknowledge the chosen firings")},
        {QStringLiteral("Shift+E"), tr("acknowledge all")},
        {QStringLiteral("O"), tr("open the article that fired (Enter too)")},
        {QStringLiteral("W"), tr("why the rule does not fire on the article open in News")},
        {QStringLiteral("L"), tr("how alerts were told, or the firings again")},
        {QStringLiteral("Ctrl+S"), tr("save the rule")}, {QStringLiteral("Ctrl+Return"), tr("rehearse, or stop")},
        {QStringLiteral("Ctrl+T"), tr("the rule as a form or as text")},
        {QStringLiteral("Del"), tr("take the chosen members off the watchlist")}};
}

void AlertsPage::refreshTheme()
{
    for (QLabel* title : {m_rulesTitle, m_listsTitle})
        title->setFont(m_theme.font(13, QFont::DemiBold));
    for (QPushButton* button : {m_new, m_newList})
        button->setFont(m_theme.font(11));
    const QString muted = QStringLiteral("color: %1").arg(m_theme.css(Role::Muted));
    for (QLabel* note : {m_listsEmpty, m_emptyNote}) {
        note->setFont(m_theme.font(12));
        note->setStyleSheet(muted);
    }
    m_listsEmpty->setStyleSheet(muted + QStringLiteral("; padding: 0 14px"));
    m_emptyTitle->setFont(m_theme.font(18, QFont::DemiBold));
    m_emptyNote->setFont(m_theme.font(13));
    m_first->setFont(m_theme.font(13));
    m_listView->setFont(m_theme.font(13));
    m_ruleView->doItemsLayout();
    m_editor->refreshTheme();
    m_rehearsalPanel->refreshTheme();
    m_watchlist->refreshTheme();
    m_firings->refreshTheme();
    m_lists->setMinimumWidth(m_theme.px(200));
    arrange();
}

void AlertsPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void AlertsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!isAncestorOf(window()->focusWidget()))
        m_ruleView->setFocus(); // where the page's keys are heard
}

void AlertsPage::arrange()
{
    const bool below = width() < m_theme.px(SideBySide);
    const bool wide = width() * 7 / 10 >= m_theme.px(FiringsBeside);
    m_firings->setOrientation(below && wide ? Qt::Horizontal : Qt::Vertical);
    const Qt::Orientation orientation = below ? Qt::Vertical : Qt::Horizontal;
    if (m_work->orientation() == orientation)
        return;
    m_work->setOrientation(orientation);
    m_columns->setSizes({std::min(m_theme.px(300), width() * 3 / 10), width() * 7 / 10});
    m_work->setStretchFactor(0, below ? 3 : 1);
    m_work->setStretchFactor(1, below ? 2 : 0);
    if (below)
        m_work->setSizes({height() * 3 / 5, height() * 2 / 5});
    else
        m_work->setSizes({m_theme.px(870), m_theme.px(430)});
}

void AlertsPage::setNow(base::Instant now)
{
    m_now = now;
    m_rules.setNow(now);
    m_editor->setNow(now);
    m_firings->setNow(now);
}

void AlertsPage::shown()
{
    refreshRules();
    refreshFirings();
}

void AlertsPage::refreshRules()
{
    Q_EMIT rulesWanted();
    Q_EMIT watchlistsWanted();
}

void AlertsPage::refreshFirings() { m_firings->ask(); }

void AlertsPage::openFiring(qint64 firing)
{
    m_firings->choose(firing);
    m_firings->list().setFocus();
}

void AlertsPage::setOpenArticle(qint64 article)
{
    m_article = article;
    m_firings->setOpenArticle(article);
}

// ---- Rules

void AlertsPage::startRule(const QString& query)
{
    m_ruleView->selectionModel()->clear();
    m_listView->setCurrentItem(nullptr);
    m_rehearsalPanel->clear();
    m_stack->setCurrentWidget(m_ruleArea);
    m_editor->startNew(query);
    m_firings->setRule(0, {});
    m_editor->focusFirst();
}

void AlertsPage::chooseRule(qint64 rule)
{
    const desk::RuleRow* row = m_rules.find(rule);
    if (row == nullptr)
        return;
    m_listView->setCurrentItem(nullptr);
    m_stack->setCurrentWidget(m_ruleArea);
    if (rule != m_editor->ruleId()) {
        m_rehearsalPanel->clear();
        Q_EMIT rehearsalEnded();
    }
    m_editor->showRule(*row);
    m_firings->setRule(rule, utf8(row->rule.name));
}

void AlertsPage::showRules(const std::vector<desk::RuleRow>& rules)
{
    const qint64 shown = m_editor->ruleId();
    m_rules.setRules(rules, m_now);
    const qint64 wanted = m_wantedRule != 0 ? m_wantedRule : shown;
    const int row = m_rules.indexOf(wanted);
    if (row >= 0) {
        m_wantedRule = 0;
        if (m_stack->currentWidget() != m_watchlist) {
            m_ruleView->setCurrentIndex(m_rules.index(row));
            chooseRule(wanted);
        }
        return;
    }
    if (m_stack->currentWidget() == m_watchlist || shown == 0)
        return; // a new rule is being typed
    if (rules.empty()) {
        m_stack->setCurrentWidget(m_empty);
        m_firings->setRule(0, {});
    } else {
        m_ruleView->setCurrentIndex(m_rules.index(0));
        chooseRule(rules.front().rule.id);
    }
}

void AlertsPage::ruleSaved(qint64 rule)
{
    const qint64 shown = m_editor->ruleId();
    if (shown == 0)
        m_editor->dropNew();
    else
        m_editor->forget(rule);
    if (shown == 0 || shown == rule)
        m_wantedRule = rule;
}

void AlertsPage::showCheck(
    const std::optional<desk::AlertRule>& rule, const QString& problem, int column, int generation)
{
    m_editor->showCheck(rule, problem, column, generation);
}

void AlertsPage::ruleRead()
{
    const auto& rule = m_editor->rule();
    m_rehearsalPanel->setReady(rule.has_value());
    if (m_editor->isChanged())
        m_rehearsalPanel->outdate();
    m_firings->setRule(m_editor->ruleId(), rule ? utf8(rule->name) : QString());
}

void AlertsPage::askWhyNot(qint64 article)
{
    if (m_editor->rule() && article != 0)
        Q_EMIT whyNotWanted(*m_editor->rule(), article);
}

void AlertsPage::showRehearsalProgress(qint64 done, qint64 of, int generation)
{
    if (generation == m_rehearsal)
        m_rehearsalPanel->showProgress(done, of);
}

void AlertsPage::showRehearsal(const desk::Rehearsal& rehearsal, int generation)
{
    if (generation == m_rehearsal)
        m_rehearsalPanel->showRehearsal(rehearsal, m_level);
}

void AlertsPage::showRehearsalFailure(const QString& reason, int generation)
{
    if (generation == m_rehearsal)
        m_rehearsalPanel->showFailure(reason);
}

void AlertsPage::showFirings(const std::vector<desk::Firing>& firings, qint64 rule, bool open)
{
    m_firings->showFirings(firings, rule, open);
}

void AlertsPage::showReceipt(const desk::Firing& firing) { m_firings->showReceipt(firing); }
void AlertsPage::showDeliveries(const std::vector<desk::DeliveryLine>& lines, qint64 before, bool more)
{
    m_firings->showDeliveries(lines, before, more);
}
void AlertsPage::showWhyNot(const desk::WhyNot& why) { m_firings->showWhyNot(why); }

// ---- Watchlists

void AlertsPage::showWatchlists(const std::vector<desk::WatchlistRow>& lists)
{
    m_watchlists = lists;
    fillWatchlists();
    QStringList names;
    for (const desk::WatchlistRow& row : lists)
        names << utf8(row.list.name);
    m_editor->setWatchlists(names);
}

void AlertsPage::fillWatchlists()
{
    const bool shown = m_stack->currentWidget() == m_watchlist;
    const QString wanted = !m_wantedList.isEmpty() ? m_wantedList : shown ? m_watchlist->name() : QString();
    {
        const QSignalBlocker quiet(m_listView);
        m_listView->clear();
        for (const desk::WatchlistRow& row : m_watchlists) {
            auto* item = new QListWidgetItem(
                tr("%1  \u00B7  %2").arg(utf8(row.list.name), items::countText(row.articles)), m_listView);
            item->setData(NameRole, utf8(row.list.name));
            item->setToolTip(tr("%1 members, %2 articles in seven days")
                                 .arg(row.list.members.size())
                                 .arg(row.articles));
            item->setData(Qt::AccessibleTextRole, utf8(row.list.name) + QStringLiteral(", ") + item->toolTip());
            if (utf8(row.list.name) == wanted)
                m_listView->setCurrentItem(item);
        }
    }
    m_listView->setVisible(!m_watchlists.empty());
    m_listsEmpty->setVisible(m_watchlists.empty());
    if (QListWidgetItem* item = m_listView->currentItem(); item != nullptr) {
        m_wantedList.clear();
        chooseWatchlist(item->data(NameRole).toString());
    } else if (shown) { // it was removed
        m_stack->setCurrentWidget(m_rules.rowCount() == 0 ? m_empty : static_cast<QWidget*>(m_ruleArea));
        if (m_rules.rowCount() > 0)
            m_ruleView->setCurrentIndex(m_rules.index(std::max(0, m_rules.indexOf(m_editor->ruleId()))));
    }
}

void AlertsPage::chooseWatchlist(const QString& name)
{
    for (const desk::WatchlistRow& row : m_watchlists) {
        if (utf8(row.list.name) != name)
            continue;
        m_ruleView->selectionModel()->clear();
        m_stack->setCurrentWidget(m_watchlist);
        m_watchlist->showList(row);
    }
}

void AlertsPage::addWatchlist()
{
    auto* dialog = new SearchNameDialog(m_theme, tr("New watchlist"), {}, {}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SearchNameDialog::named, this, [this](const QString& name) {
        m_wantedList = name;
        for (const desk::WatchlistRow& row : m_watchlists) {
            if (name.compare(utf8(row.list.name), Qt::CaseInsensitive) == 0) { // it is there
                m_wantedList = utf8(row.list.name);
                return fillWatchlists();
            }
        }
        Q_EMIT watchlistSaved({0, name.toStdString(), {}});
    });
    dialog->open();
}

// ---- Keys

bool AlertsPage::runKey(int key, Qt::KeyboardModifiers modifiers, bool typing, QObject* where)
{
    if (modifiers == Qt::ControlModifier && m_stack->currentWidget() == m_ruleArea) {
        if (key == Qt::Key_S)
            m_editor->save();
        else if (key == Qt::Key_Return || key == Qt::Key_Enter)
            m_rehearsalPanel->run();
        else if (key == Qt::Key_T)
            m_editor->showAsText(!m_editor->isText());
        else
            return false;
        return true;
    }
    if (typing)
        return false;
    if (modifiers == Qt::ShiftModifier && key == Qt::Key_E) {
        Q_EMIT acknowledgeAllWanted();
        return true;
    }
    if (modifiers != Qt::NoModifier)
        return false;
    auto* list = qobject_cast<QAbstractItemView*>(where);
    switch (key) {
    case Qt::Key_J:
    case Qt::Key_K: {
        if (list == nullptr || list->model()->rowCount() == 0)
            return false;
        const int row = list->currentIndex().isValid() ? list->currentIndex().row() + (key == Qt::Key_J ? 1 : -1) : 0;
        list->setCurrentIndex(list->model()->index(std::clamp(row, 0, list->model()->rowCount() - 1), 0));
        return true;
    }
    case Qt::Key_N:
        startRule();
        return true;
    case Qt::Key_E:
        m_firings->acknowledgeChosen();
        return true;
    case Qt::Key_O:
        if (list == &m_rehearsalPanel->list())
            Q_EMIT articleWanted(list->currentIndex().data(items::IdRole).toLongLong());
        else
            m_firings->openChosen();
        return true;
    case Qt::Key_W:
        askWhyNot(m_article);
        return true;
    case Qt::Key_L:
        m_firings->showLog(!m_firings->isLog());
        return true;
    default:
        return false;
    }
}

bool AlertsPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* pressed = static_cast<QKeyEvent*>(event);
    const int key = pressed->key();
    const Qt::KeyboardModifiers modifiers = pressed->modifiers() & ~Qt::KeypadModifier;
    const bool typing = qobject_cast<QLineEdit*>(watched) != nullptr || qobject_cast<QPlainTextEdit*>(watched) != nullptr;
    const bool control = modifiers == Qt::ControlModifier
        && (key == Qt::Key_S || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_T);
    const bool letter = !typing
        && ((modifiers == Qt::NoModifier
                && (key == Qt::Key_J || key == Qt::Key_K || key == Qt::Key_N || key == Qt::Key_E || key == Qt::Key_O
                    || key == Qt::Key_W || key == Qt::Key_L))
            || (modifiers == Qt::ShiftModifier && key == Qt::Key_E));
    if (!control && !letter)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // it comes as a key then, not as a shortcut of the window
        return true;
    }
    return runKey(key, modifiers, typing, watched) || QWidget::eventFilter(watched, event);
}

} // namespace ui
