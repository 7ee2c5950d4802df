// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "decisions.h"

#include <ui/panels/decisioncard.h>
#include <ui/widgets/emptylayout.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui {

DecisionsPanel::DecisionsPanel(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 6, 8);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(2, 2, 8, 0);
    m_heading = new QLabel(tr("Key decisions for investors"), this);
    m_count = new QLabel(this);
    head->addWidget(m_heading);
    head->addStretch();
    head->addWidget(m_count);
    column->addLayout(head);
    m_area = new QScrollArea(this);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(tr("Key decisions"));
    m_area->setFocusPolicy(Qt::NoFocus);
    auto* inner = new QWidget(m_area);
    m_cards = new QVBoxLayout(inner);
    m_cards->setContentsMargins(0, 0, 6, 0);
    m_cards->setSpacing(9);
    m_area->setWidget(inner);
    column->addWidget(m_area, 1);
    m_notice = new QLabel(
        tr("Analysis, not investment advice. No live prices are used; levels are relative."), this);
    m_notice->setWordWrap(true);
    column->addWidget(m_notice);
    refreshTheme();
}

DecisionsPanel::~DecisionsPanel() = default;

void DecisionsPanel::refreshTheme()
{
    setMinimumWidth(m_theme.px(330));
    m_heading->setFont(m_theme.font(13, QFont::DemiBold));
    m_count->setFont(m_theme.font(12));
    m_count->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Muted)));
    m_notice->setFont(m_theme.font(10.5));
    m_notice->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Muted)));
    fill();
}

void DecisionsPanel::showDecisions(
    const base::Analysis& analysis, std::vector<desk::LedgerEntry> kept, base::Instant now)
{
    m_analysis = analysis;
    m_kept = std::move(kept);
    m_now = now;
    m_focused = -1;
    fill();
}

void DecisionsPanel::clear() { showDecisions({}, {}, {}); }

void DecisionsPanel::focusCard(int index)
{
    if (index < 0 || index >= count())
        return;
    m_focused = m_focused == index ? -1 : index;
    fill();
    if (m_focused >= 0)
        m_area->ensureWidgetVisible(m_cards->itemAt(m_focused)->widget());
}

void DecisionsPanel::acceptFocused()
{
    if (m_focused >= 0 && keptOf(m_focused) == nullptr)
        Q_EMIT accepted(m_focused);
}

void DecisionsPanel::fill()
{
    emptyLayout(*m_cards);
    m_count->setText(count() > 0 ? QString::number(count()) : QString());
    for (int at = 0; at < count(); ++at)
        m_cards->addWidget(card(at));
    if (count() == 0) {
        auto* none = new QLabel(tr("The article supports no decision."), this);
        none->setFont(m_theme.font(12));
        none->setWordWrap(true);
        none->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Muted)));
        m_cards->addWidget(none);
    }
    m_cards->addStretch();
}

QWidget* DecisionsPanel::card(int index)
{
    const desk::LedgerEntry* kept = keptOf(index);
    auto* card = new DecisionCard(m_theme, m_analysis.decisions[static_cast<std::size_t>(index)],
        {index + 1, index == m_focused, true, kept != nullptr ? std::optional(*kept) : std::nullopt, m_now},
        this);
    connect(card, &DecisionCard::folded, this, [this, index] { focusCard(index); });
    connect(card, &DecisionCard::accepted, this, [this, index] { Q_EMIT accepted(index); });
    connect(card, &DecisionCard::takenBack, this, [this, index] { Q_EMIT takenBack(index); });
    return card;
}

const desk::LedgerEntry* DecisionsPanel::keptOf(int index) const
{
    const auto kept = std::find_if(m_kept.begin(), m_kept.end(),
        [index](const desk::LedgerEntry& entry) { return entry.decision == index; });
    return kept == m_kept.end() ? nullptr : &*kept;
}

} // namespace ui
