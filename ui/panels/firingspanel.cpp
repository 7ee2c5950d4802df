// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "firingspanel.h"

#include "receiptcards.h"

#include <items/roles.h>
#include <items/rulelistmodel.h>
#include <items/timetext.h>
#include <ui/widgets/alertdelegate.h>
#include <ui/widgets/emptylayout.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

QString utf8(const std::string& text) { return QString::fromStdString(text); }

std::pair<Role, Role> tagRoles(desk::AlertClass level)
{
    if (level == desk::AlertClass::Critical)
        return {Role::TagShort, Role::TagShortText};
    if (level == desk::AlertClass::High)
        return {Role::TagHedge, Role::TagHedgeText};
    return {Role::TagNeutral, Role::TagNeutralText};
}

} // namespace

FiringsPanel::FiringsPanel(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_parts = new QSplitter(Qt::Vertical, this);
    m_parts->setHandleWidth(1);
    m_parts->setChildrenCollapsible(false);
    m_parts->addWidget(buildList());
    m_parts->addWidget(buildReceipt());
    m_parts->setSizes({theme.px(300), theme.px(560)});
    m_parts->setStretchFactor(1, 1);
    column->addWidget(m_parts);
    refreshTheme();
    fill();
}

FiringsPanel::~FiringsPanel() = default;

QWidget* FiringsPanel::buildList()
{
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 10, 0, 0);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(14, 0, 10, 0);
    head->setSpacing(6);
    m_title = new QLabel(tr("Firings"), part);
    head->addWidget(m_title);
    head->addStretch();
    const auto chip = [&](const QString& text, const QString& tip) {
        auto* button = new QToolButton(part);
        button->setObjectName(QStringLiteral("chip"));
        button->setText(text);
        button->setToolTip(tip);
        button->setCheckable(true);
        head->addWidget(button);
        return button;
    };
    m_openOnly = chip(tr("Open"), tr("Only what is not acknowledged"));
    m_ruleOnly = chip(tr("This rule"), tr("Only of the chosen rule"));
    m_logChip = chip(tr("Log"), tr("How alerts were told, and where that failed (L)"));
    connect(m_logChip, &QToolButton::toggled, this, &FiringsPanel::fill);
    connect(m_logChip, &QToolButton::toggled, this, [this](bool log) {
        if (log)
            m_deliveries.ask();
    });
    connect(m_openOnly, &QToolButton::toggled, this, &FiringsPanel::fill);
    connect(m_ruleOnly, &QToolButton::toggled, this, &FiringsPanel::ask);
    m_all = new QPushButton(tr("Acknowledge all"), part);
    m_all->setObjectName(QStringLiteral("chip"));
    m_all->setToolTip(tr("Shift+E; Ctrl+Z takes it back"));
    connect(m_all, &QPushButton::clicked, this, &FiringsPanel::acknowledgeAllWanted);
    head->addWidget(m_all);
    column->addLayout(head);
    m_empty = new QLabel(part);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(m_empty);
    m_list = new QListView(part);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new AlertDelegate(m_theme, m_list));
    m_list->setAccessibleName(tr("Firings"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setMouseTracking(true);
    m_list->setResizeMode(QListView::Adjust);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex& index) {
            if (index.isValid())
                Q_EMIT receiptWanted(index.data(items::IdRole).toLongLong());
        });
    connect(m_list, &QListView::activated, this, &FiringsPanel::openChosen);
    column->addWidget(m_list, 1);
    m_log = new QListView(part);
    m_log->setModel(&m_deliveries);
    m_log->setItemDelegate(new AlertDelegate(m_theme, m_log));
    m_log->setAccessibleName(tr("Delivery log"));
    m_log->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_log->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_log->setMouseTracking(true);
    m_log->setResizeMode(QListView::Adjust);
    connect(m_log->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex& index) {
            if (const qint64 firing = index.data(items::IdRole).toLongLong(); firing != 0)
                return Q_EMIT receiptWanted(firing);
            m_receipt.reset(); // of many together there is none
            fillReceipt();
        });
    connect(m_log, &QListView::activated, this, &FiringsPanel::openChosen);
    connect(&m_deliveries, &items::DeliveryListModel::wanted, this, &FiringsPanel::deliveriesWanted);
    column->addWidget(m_log, 1);
    return part;
}

QWidget* FiringsPanel::buildReceipt()
{
    m_area = new QScrollArea(this);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setAccessibleName(tr("Receipt"));
    auto* inner = new QWidget(m_area);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(9);
    auto* head = new QHBoxLayout;
    m_receiptTitle = new QLabel(inner);
    m_receiptTitle->setTextFormat(Qt::PlainText);
    m_receiptTitle->setWordWrap(true);
    m_tag = new QLabel(inner);
    head->addWidget(m_receiptTitle, 1);
    head->addWidget(m_tag, 0, Qt::AlignTop);
    column->addLayout(head);
    m_cards = new QVBoxLayout;
    m_cards->setSpacing(9);
    column->addLayout(m_cards);
    auto* why = new QFrame(inner);
    why->setObjectName(QStringLiteral("card"));
    auto* whyColumn = new QVBoxLayout(why);
    whyColumn->setContentsMargins(12, 10, 12, 10);
    whyColumn->setSpacing(6);
    m_whyTitle = new QLabel(tr("Why not?"), why);
    m_whyNote = new QLabel(why);
    m_whyNote->setTextFormat(Qt::PlainText);
    m_whyNote->setWordWrap(true);
    m_whyAsk = new QPushButton(tr("Ask of the open article"), why);
    connect(m_whyAsk, &QPushButton::clicked, this, [this] { Q_EMIT whyNotWanted(m_article); });
    whyColumn->addWidget(m_whyTitle);
    whyColumn->addWidget(m_whyNote);
    whyColumn->addWidget(m_whyAsk, 0, Qt::AlignLeft);
    column->addWidget(why);
    m_whyPlace = new QVBoxLayout;
    column->addLayout(m_whyPlace);
    column->addStretch();
    m_area->setWidget(inner);
    return m_area;
}

void FiringsPanel::refreshTheme()
{
    for (QLabel* title : {m_title, m_receiptTitle, m_whyTitle})
        title->setFont(m_theme.font(13, QFont::DemiBold));
    const QString muted = QStringLiteral("color: %1").arg(m_theme.css(Role::Muted));
    for (QLabel* note : {m_empty, m_whyNote}) {
        note->setFont(m_theme.font(12));
        note->setStyleSheet(muted);
    }
    m_empty->setStyleSheet(muted + QStringLiteral("; padding: 0 14px"));
    for (QToolButton* chip : {m_openOnly, m_ruleOnly, m_logChip})
        chip->setFont(m_theme.font(11));
    m_all->setFont(m_theme.font(11));
    m_whyAsk->setFont(m_theme.font(12));
    m_list->setMinimumHeight(m_theme.px(70));
    m_list->doItemsLayout();
    m_log->setMinimumHeight(m_theme.px(70));
    m_log->doItemsLayout();
    fillReceipt();
    fillWhy();
}

void FiringsPanel::setOrientation(Qt::Orientation orientation)
{
    if (m_parts->orientation() == orientation)
        return;
    m_parts->setOrientation(orientation);
    if (orientation == Qt::Vertical)
        m_parts->setSizes({m_theme.px(300), m_theme.px(560)});
    else
        m_parts->setSizes({width() / 2, width() - width() / 2});
}

void FiringsPanel::setNow(base::Instant now)
{
    m_now = now;
    m_model.setNow(now);
    m_deliveries.setNow(now);
}

void FiringsPanel::setRule(qint64 rule, const QString& name)
{
    const bool other = rule != m_rule;
    m_rule = rule;
    m_ruleName = name;
    if (other) {
        m_why.reset();
        if (m_ruleOnly->isChecked())
            ask();
    }
    fillWhy();
}

void FiringsPanel::setOpenArticle(qint64 article)
{
    m_article = article;
    fillWhy();
}

void FiringsPanel::ask()
{
    const qint64 rule = m_ruleOnly->isChecked() ? m_rule : 0;
    Q_EMIT firingsWanted(rule, true);
    Q_EMIT firingsWanted(rule, false);
    if (isLog())
        m_deliveries.ask();
}

void FiringsPanel::showFirings(const std::vector<desk::Firing>& firings, qint64 rule, bool open)
{
    if (rule != (m_ruleOnly->isChecked() ? m_rule : 0))
        return;
    (open ? m_open : m_newest) = firings;
    if (!open)
        fill();
}

void FiringsPanel::fill()
{
    std::vector<desk::Firing> shown = m_open;
    if (!m_openOnly->isChecked()) {
        for (const desk::Firing& firing : m_newest) {
            const bool listed = std::any_of(
                m_open.begin(), m_open.end(), [&](const desk::Firing& one) { return one.id == firing.id; });
            if (!listed)
                shown.push_back(firing);
        }
    }
    const qint64 kept = m_choose != 0 ? m_choose : m_list->currentIndex().data(items::IdRole).toLongLong();
    m_model.setFirings(std::move(shown), m_now);
    m_all->setEnabled(!m_open.empty());
    const bool log = isLog();
    const bool nothing = log ? m_deliveries.rowCount() == 0 : m_model.rowCount() == 0;
    m_title->setText(log ? tr("Delivery log") : tr("Firings"));
    for (QWidget* of : {static_cast<QWidget*>(m_openOnly), static_cast<QWidget*>(m_ruleOnly), static_cast<QWidget*>(m_all)})
        of->setVisible(!log);
    m_list->setVisible(!log && !nothing);
    m_log->setVisible(log && !nothing);
    m_empty->setVisible(nothing);
    m_empty->setText(log ? tr("Nothing was told yet. Each try stands here: when, of which rule, by what way, and what became of it.")
            : m_openOnly->isChecked() ? tr("Nothing waits to be acknowledged.")
            : m_ruleOnly->isChecked()        ? tr("This rule has not fired yet.")
                                             : tr("No rule has fired yet. What fires stands here, with what it rests on."));
    if (const int row = m_model.indexOf(kept); row >= 0) {
        if (m_list->currentIndex().row() != row)
            m_list->setCurrentIndex(m_model.index(row));
        m_choose = 0;
    } else if (m_model.rowCount() > 0 && !m_list->currentIndex().isValid()) {
        m_list->setCurrentIndex(m_model.index(0));
    }
    if (nothing) {
        m_receipt.reset();
        fillReceipt();
    } else if (m_receipt && m_receipt->id == current()) {
        Q_EMIT receiptWanted(m_receipt->id); // it may be acknowledged by now
    }
}

qint64 FiringsPanel::current() const
{
    return (isLog() ? m_log : m_list)->currentIndex().data(items::IdRole).toLongLong();
}

bool FiringsPanel::isLog() const { return m_logChip->isChecked(); }

void FiringsPanel::showLog(bool log)
{
    m_logChip->setChecked(log);
    list().setFocus();
}

void FiringsPanel::showDeliveries(const std::vector<desk::DeliveryLine>& lines, qint64 before, bool more)
{
    const bool first = m_deliveries.rowCount() == 0;
    m_deliveries.show(lines, before, more);
    if (!isLog() || before != 0)
        return;
    fill();
    if (first && m_deliveries.rowCount() > 0) {
        m_log->setFocus();
        m_log->setCurrentIndex(m_deliveries.index(0));
    }
}

QList<qint64> FiringsPanel::chosen() const
{
    QList<qint64> ids;
    if (!isLog()) {
        for (const QModelIndex& index : m_list->selectionModel()->selectedIndexes())
            ids << index.data(items::IdRole).toLongLong();
    }
    if (ids.isEmpty() && current() != 0)
        ids << current();
    return ids;
}

void FiringsPanel::choose(qint64 firing)
{
    m_choose = firing;
    m_logChip->setChecked(false);
    m_openOnly->setChecked(false);
    m_ruleOnly->setChecked(false);
    if (const int row = m_model.indexOf(firing); row >= 0) {
        m_list->setCurrentIndex(m_model.index(row));
        m_choose = 0;
    }
}

void FiringsPanel::acknowledgeChosen()
{
    const QList<qint64> ids = chosen();
    if (!ids.isEmpty())
        Q_EMIT acknowledgeWanted(ids);
}

void FiringsPanel::openChosen()
{
    if (m_receipt && m_receipt->id == current() && m_receipt->article != 0)
        Q_EMIT articleWanted(m_receipt->article);
}

void FiringsPanel::showReceipt(const desk::Firing& firing)
{
    if (firing.id != current())
        return; // of one that is no longer chosen
    m_receipt = firing;
    fillReceipt();
}

void FiringsPanel::fillReceipt()
{
    emptyLayout(*m_cards);
    m_tag->setVisible(m_receipt.has_value());
    m_receiptTitle->setVisible(m_receipt.has_value());
    if (!m_receipt)
        return;
    const desk::Firing& firing = *m_receipt;
    m_receiptTitle->setText(tr("Receipt \u00B7 %1").arg(items::clockText(firing.at, m_now)));
    const auto [back, front] = tagRoles(firing.level);
    m_tag->setText(items::levelText(firing.level).toUpper());
    m_tag->setFont(m_theme.font(10.5, QFont::DemiBold));
    m_tag->setStyleSheet(QStringLiteral("background: %1; color: %2; border-radius: 4px; padding: 2px 7px")
                             .arg(m_theme.css(back), m_theme.css(front)));
    const auto line = [this](const QString& text, Role role) {
        auto* label = new QLabel(text, this);
        label->setTextFormat(Qt::PlainText);
        label->setFont(m_theme.font(12));
        label->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(role)));
        label->setWordWrap(true);
        label->setMinimumWidth(1);
        m_cards->addWidget(label);
        return label;
    };
    line(utf8(firing.ruleName), Role::Body)->setToolTip(utf8(firing.ruleText));
    if (!firing.reason.empty())
        line(tr("Crossed: %1").arg(utf8(firing.reason)), Role::Body);
    line(firing.acknowledged ? tr("Acknowledged %1").arg(items::clockText(*firing.acknowledged, m_now))
            : firing.delivered ? tr("Delivered %1; not acknowledged").arg(items::clockText(*firing.delivered, m_now))
                               : tr("Not acknowledged"),
        Role::Muted);
    if (!firing.acknowledged) {
        auto* button = new QPushButton(tr("Acknowledge"), this);
        button->setFont(m_theme.font(12));
        button->setToolTip(tr("E"));
        connect(button, &QPushButton::clicked, this,
            [this, id = firing.id] { Q_EMIT acknowledgeWanted({static_cast<qint64>(id)}); });
        m_cards->addWidget(button, 0, Qt::AlignLeft);
    }
    for (const desk::FiringArticle& article : firing.articles) {
        std::function<void()> open;
        if (article.article != 0)
            open = [this, id = article.article] { Q_EMIT articleWanted(id); };
        m_cards->addWidget(receiptCard(m_theme, article, this, open));
    }
}

void FiringsPanel::showWhyNot(const desk::WhyNot& why)
{
    m_why = why;
    fillWhy();
}

void FiringsPanel::fillWhy()
{
    emptyLayout(*m_whyPlace);
    m_whyAsk->setEnabled(m_rule >= 0 && m_article != 0 && !m_ruleName.isEmpty());
    m_whyNote->setText(m_ruleName.isEmpty() ? tr("Choose a rule to ask it of an article.")
            : m_article == 0
            ? tr("Open an article in News, or choose one of the rehearsal, to see which clause kept it out.")
            : tr("Asks \u201C%1\u201D of the article that is open in News.").arg(m_ruleName));
    if (m_why)
        m_whyPlace->addWidget(whyCard(m_theme, *m_why, this));
}

} // namespace ui
