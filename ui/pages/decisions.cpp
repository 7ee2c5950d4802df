// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "decisions.h"

#include <items/timetext.h>
#include <ui/panels/decisioncard.h>
#include <ui/widgets/emptylayout.h>
#include <ui/widgets/pagekeys.h>
#include <ui/widgets/rowdelegate.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int NarrowWidth = 1280; // below it the idea stands under the ledger
constexpr int IdeaWidth = 420;

QString utf8(const std::string& text) { return QString::fromStdString(text); }

} // namespace

DecisionsPage::DecisionsPage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_sides = new QSplitter(Qt::Horizontal, this);
    m_sides->setHandleWidth(1);
    m_sides->setChildrenCollapsible(false);
    m_sides->addWidget(buildList());
    m_sides->addWidget(buildIdea());
    m_sides->setStretchFactor(0, 1);
    row->addWidget(m_sides);
    addKeys();
    setState(0);
    refreshTheme();
    fillIdea();
}

DecisionsPage::~DecisionsPage() = default;

QWidget* DecisionsPage::buildList()
{
    auto* side = new QWidget(m_sides);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(18, 14, 18, 14);
    column->setSpacing(10);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    m_title = new QLabel(tr("Accepted decisions"), side);
    head->addWidget(m_title);
    head->addStretch();
    m_sheet = new QToolButton(side);
    m_sheet->setObjectName(QStringLiteral("chip"));
    m_sheet->setText(tr("Decision sheet\u2026"));
    m_sheet->setToolTip(tr("A brief of the ledger, to look at, save and print (B)"));
    connect(m_sheet, &QToolButton::clicked, this, &DecisionsPage::sheetWanted);
    head->addWidget(m_sheet);
    column->addLayout(head);
    auto* chips = new QHBoxLayout;
    chips->setSpacing(6);
    for (const char* state : {"", "open", "triggered", "review", "expired"}) {
        auto* chip = new QToolButton(side);
        chip->setObjectName(QStringLiteral("chip"));
        chip->setCheckable(true);
        connect(chip, &QToolButton::clicked, this,
            [this, at = static_cast<int>(m_chips.size())] { setState(at); });
        chips->addWidget(chip);
        m_chips.push_back({state, chip});
    }
    chips->addStretch();
    column->addLayout(chips);
    m_table = new QTreeView(side);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new RowDelegate(m_theme, m_table));
    m_table->setAccessibleName(tr("Ledger of accepted decisions"));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(items::LedgerModel::Accepted, Qt::DescendingOrder);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DecisionsPage::choose);
    connect(m_table, &QTreeView::activated, this, [this] {
        if (const desk::LedgerEntry* entry = current())
            Q_EMIT articleWanted(entry->article);
    });
    connect(&m_model, &items::LedgerModel::modelReset, this, [this] {
        const int row = std::max(0, m_model.rowOf(m_chosen)); // as long as it is among them
        m_table->setCurrentIndex(m_model.index(row, 0));
        choose();
    });
    column->addWidget(m_table, 1);
    m_message = new QLabel(side);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    column->addWidget(m_message, 1);
    return side;
}

QWidget* DecisionsPage::buildIdea()
{
    m_ideaSide = new QScrollArea(m_sides);
    m_ideaSide->setWidgetResizable(true);
    m_ideaSide->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_ideaSide->setAccessibleName(tr("The decision as it was accepted"));
    auto* inner = new QWidget(m_ideaSide);
    m_idea = new QVBoxLayout(inner);
    m_idea->setContentsMargins(16, 14, 16, 14);
    m_idea->setSpacing(8);
    m_ideaSide->setWidget(inner);
    return m_ideaSide;
}

void DecisionsPage::addKeys()
{
    m_keys = new PageKeys(this);
    m_keys->watch(*m_table);
    m_keys->add(QStringLiteral("J"), [this] { step(1); });
    m_keys->add(QStringLiteral("K"), [this] { step(-1); });
    m_keys->add(QStringLiteral("O"), [this] {
        if (const desk::LedgerEntry* entry = current())
            Q_EMIT articleWanted(entry->article);
    });
    m_keys->add(QStringLiteral("Delete"), [this] { takeBack(); });
    m_keys->add(QStringLiteral("B"), [this] { Q_EMIT sheetWanted(); });
    for (int at = 0; at < static_cast<int>(m_chips.size()); ++at)
        m_keys->add(QString::number(at + 1), [this, at] { setState(at); });
}

KeysDialog::Rows DecisionsPage::keys()
{
    return {{QStringLiteral("J K"), tr("next and previous decision")},
        {QStringLiteral("Enter O"), tr("open the article it was made from")},
        {QStringLiteral("1 2 3 4 5"), tr("list all, open, triggered, for review, expired")},
        {QStringLiteral("Delete"), tr("take the decision out of the ledger (Ctrl+Z puts it back)")},
        {QStringLiteral("B"), tr("decision sheet")}};
}

void DecisionsPage::shown()
{
    m_table->setFocus();
    Q_EMIT ledgerWanted();
}

void DecisionsPage::showLedger(const std::vector<desk::LedgerEntry>& entries, base::Instant now)
{
    m_now = now;
    m_model.setEntries(entries, now);
    for (const auto& [state, chip] : m_chips) {
        const int count = m_model.count(state);
        const QString name = state.empty() ? tr("All") : items::ledgerStateText(state);
        chip->setText(name + QStringLiteral(" ") + QString::number(count));
        chip->setAccessibleName(tr("%1: %n decision(s)", nullptr, count).arg(name));
    }
    setColumns();
}

void DecisionsPage::showFailure(const QString& reason)
{
    m_table->hide();
    m_message->setText(reason);
    m_message->show();
}

void DecisionsPage::setState(int chip)
{
    for (int at = 0; at < static_cast<int>(m_chips.size()); ++at)
        m_chips[at].second->setChecked(at == chip);
    m_model.setState(m_chips[chip].first);
}

const desk::LedgerEntry* DecisionsPage::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() && index.row() < m_model.rowCount() ? &m_model.entry(index.row()) : nullptr;
}

void DecisionsPage::choose()
{
    if (const desk::LedgerEntry* entry = current())
        m_chosen = entry->id;
    const bool any = m_model.rowCount() > 0;
    m_table->setVisible(any);
    m_message->setVisible(!any);
    if (!any)
        m_message->setText(m_model.count({}) > 0 ? tr("No decision has this state.")
                                                 : tr("No decision was accepted yet. Accept one beside an "
                                                      "article in News (1 to 5, then E): it is "
                                                      "kept here as it stood, and later articles that meet "
                                                      "its entry or its exit change its state."));
    fillIdea();
}

void DecisionsPage::step(int by)
{
    const int row = std::clamp(m_table->currentIndex().row() + by, 0, std::max(0, m_model.rowCount() - 1));
    m_table->setCurrentIndex(m_model.index(row, 0));
}

void DecisionsPage::takeBack()
{
    if (const desk::LedgerEntry* entry = current())
        Q_EMIT takenBack(entry->article, entry->decision);
}

QLabel* DecisionsPage::addText(const QString& text, double size, Role role, bool strong)
{
    auto* label = new QLabel(text, m_ideaSide->widget());
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(m_theme.font(size, strong ? QFont::DemiBold : QFont::Normal));
    label->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(role)));
    m_idea->addWidget(label);
    return label;
}

void DecisionsPage::fillIdea()
{
    emptyLayout(*m_idea);
    const desk::LedgerEntry* entry = current();
    m_ideaSide->setVisible(entry != nullptr);
    if (entry == nullptr)
        return;
    addText(tr("As it was accepted"), 13, Role::Text, true);
    m_idea->addWidget(new DecisionCard(
        m_theme, entry->frozen, {entry->decision + 1, true, false, *entry, m_now}, m_ideaSide->widget()));
    const auto link = [this](const QString& text, qint64 article) {
        auto* button = new QToolButton(m_ideaSide->widget());
        button->setObjectName(QStringLiteral("link"));
        button->setFont(m_theme.font(12));
        button->setText(text);
        connect(button, &QToolButton::clicked, this, [this, article] { Q_EMIT articleWanted(article); });
        m_idea->addWidget(button);
    };
    addText(utf8(entry->articleTitle), 12.5, Role::Body);
    addText(QStringList({utf8(entry->source), items::momentText(entry->accepted)})
                .join(QStringLiteral(" \u00b7 ")),
        11.5, Role::Muted);
    link(tr("Open the article"), entry->article);
    m_idea->addSpacing(6);
    addText(tr("What became of it"), 13, Role::Text, true);
    const std::string state = desk::stateOf(*entry, m_now);
    if (entry->changes.empty() && state == "open") {
        addText(entry->frozen.entryWhen.empty() && entry->frozen.invalidationWhen.empty()
                ? tr("Open. It has no entry and no exit that an article could meet.")
                : tr("Open. No later article has met its entry or its exit."),
            12.5, Role::Body);
    }
    for (const desk::LedgerChange& change : entry->changes) {
        addChange(change);
        if (change.by != 0)
            link(tr("Open this article"), change.by);
    }
    if (state == "expired" && (entry->changes.empty() || entry->changes.back().state != "expired"))
        addText(tr("Expired: its horizon is over."), 12.5, Role::Body);
    m_idea->addStretch();
}

void DecisionsPage::addChange(const desk::LedgerChange& change)
{
    addText(items::ledgerStateText(change.state) + QStringLiteral(" \u00b7 ") + items::momentText(change.at),
        12, ledgerStateRole(change.state), true);
    if (change.state == "expired")
        addText(tr("Its horizon is over."), 12.5, Role::Body);
    if (!change.sentence.empty())
        addText(
            QStringLiteral("\u201c") + utf8(change.sentence) + QStringLiteral("\u201d"), 12.5, Role::Body);
    if (!change.byTitle.empty() && change.byTitle != change.sentence)
        addText(utf8(change.byTitle), 12, Role::Muted);
    if (!change.clause.empty())
        addText(tr("It met: %1").arg(utf8(change.clause)), 12, Role::Muted);
}

void DecisionsPage::refreshTheme()
{
    m_title->setFont(m_theme.font(16, QFont::DemiBold));
    for (const auto& [state, chip] : m_chips)
        chip->setFont(m_theme.font(11));
    m_sheet->setFont(m_theme.font(11));
    m_message->setFont(m_theme.font(13));
    m_message->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Muted)));
    m_table->setFont(m_theme.font(12.5));
    dressHeader(m_theme, *m_table->header());
    m_table->doItemsLayout();
    m_ideaSide->setMinimumWidth(m_theme.px(300));
    if (m_scale != m_theme.scale()) {
        m_scale = m_theme.scale();
        if (m_sides->orientation() == Qt::Horizontal)
            m_sides->setSizes({m_theme.px(1600 - IdeaWidth), m_theme.px(IdeaWidth)});
        setColumns();
    }
    fillIdea();
    arrange();
}

void DecisionsPage::setColumns()
{
    using items::LedgerModel;
    QHeaderView* header = m_table->header();
    header->setStretchLastSection(true);
    const QFontMetrics metrics(m_theme.font(12.5));
    for (const int column :
        {LedgerModel::State, LedgerModel::Kind, LedgerModel::Accepted, LedgerModel::Ends}) {
        int width = metrics.horizontalAdvance(
            m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        for (int row = 0; row < std::min(m_model.rowCount(), 100); ++row)
            width = std::max(width,
                metrics.horizontalAdvance(m_model.index(row, column).data(Qt::DisplayRole).toString()));
        header->resizeSection(column, width + m_theme.px(28));
    }
    const int others = header->sectionSize(LedgerModel::State) + header->sectionSize(LedgerModel::Kind)
        + header->sectionSize(LedgerModel::Accepted) + header->sectionSize(LedgerModel::Ends);
    const int room = std::max(m_theme.px(320), m_table->viewport()->width() - others);
    header->resizeSection(LedgerModel::Decision, room * 45 / 100);
}

void DecisionsPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
    setColumns();
}

void DecisionsPage::arrange()
{
    const bool narrow = width() / std::max(1.0, m_theme.scale()) < NarrowWidth;
    const Qt::Orientation wanted = narrow ? Qt::Vertical : Qt::Horizontal;
    if (m_sides->orientation() == wanted)
        return;
    m_sides->setOrientation(wanted);
    m_sides->setStretchFactor(1, narrow ? 1 : 0); // side by side the ledger takes what is over or missing
    if (narrow)
        m_sides->setSizes({height() / 2, height() / 2});
    else
        m_sides->setSizes({width() - m_theme.px(IdeaWidth), m_theme.px(IdeaWidth)});
}

} // namespace ui
