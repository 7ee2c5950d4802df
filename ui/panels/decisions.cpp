// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "decisions.h"

#include <items/datawords.h>

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr int Dots = 5;

QString utf8(const std::string& text) { return QString::fromStdString(text); }

QString tagText(const std::string& kind)
{
    const QString text = utf8(kind).replace(QLatin1Char('_'), QStringLiteral(" / "));
    return items::dataWord(kind == "put_options" ? "options" : text.toStdString()).toUpper();
}

std::pair<Role, Role> tagColours(const std::string& kind)
{
    if (kind == "short" || kind == "exit" || kind == "fade")
        return {Role::TagShort, Role::TagShortText};
    if (kind == "hedge" || kind == "options" || kind == "put_options")
        return {Role::TagHedge, Role::TagHedgeText};
    if (kind == "long")
        return {Role::TagLong, Role::TagLongText};
    return {Role::TagNeutral, Role::TagNeutralText};
}

QString sideText(const std::string& side)
{
    QString text = items::dataWord(side);
    text[0] = text[0].toUpper();
    return text;
}

} // namespace

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

void DecisionsPanel::showDecisions(const base::Analysis& analysis, const std::vector<int>& acceptedOnes)
{
    m_analysis = analysis;
    m_accepted = acceptedOnes;
    m_focused = -1;
    fill();
}

void DecisionsPanel::clear() { showDecisions({}, {}); }

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
    if (m_focused >= 0 && std::find(m_accepted.begin(), m_accepted.end(), m_focused) == m_accepted.end())
        Q_EMIT accepted(m_focused);
}

void DecisionsPanel::fill()
{
    while (QLayoutItem* item = m_cards->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
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
    const base::Decision& decision = m_analysis.decisions[static_cast<std::size_t>(index)];
    const bool open = index == m_focused;
    auto* frame = new QFrame(this);
    frame->setObjectName(QStringLiteral("card"));
    frame->setProperty("focused", open);
    frame->setAccessibleName(tr("Decision %1: %2, conviction %3")
                                 .arg(index + 1)
                                 .arg(utf8(decision.title))
                                 .arg(decision.conviction, 0, 'f', 2));
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(12, 9, 12, 8);
    column->setSpacing(5);

    auto* head = new QHBoxLayout;
    auto* tag = new QLabel(tagText(decision.kind), frame);
    const auto [back, front] = tagColours(decision.kind);
    tag->setFont(m_theme.font(10.5, QFont::DemiBold));
    tag->setStyleSheet(QStringLiteral("background: %1; color: %2; border-radius: 4px; padding: 2px 7px")
                           .arg(m_theme.css(back), m_theme.css(front)));
    const int full = std::clamp(static_cast<int>(std::lround(decision.conviction * Dots)), 1, Dots);
    auto* dots = new QLabel(frame);
    dots->setFont(m_theme.font(11));
    dots->setText(QStringLiteral("<span style=\"color:%1\">%2</span><span style=\"color:%3\">%4</span>")
                      .arg(m_theme.css(Role::Accent), QString(full, QChar(0x25CF)), m_theme.css(Role::Off),
                          QString(Dots - full, QChar(0x25CF))));
    dots->setToolTip(tr("Conviction %1").arg(decision.conviction, 0, 'f', 2));
    head->addWidget(tag);
    head->addStretch();
    head->addWidget(dots);
    column->addLayout(head);

    auto* name = new QLabel(utf8(decision.title), frame);
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    name->setFont(m_theme.font(13, QFont::DemiBold));
    column->addWidget(name);

    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(2);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    const QFontMetrics metrics(m_theme.font(12));
    int keyWidth = m_theme.px(46);
    for (const QString& key :
        {tr("Entry"), tr("Exit if"), tr("Target"), tr("Stop"), tr("Risk"), tr("Idea"), tr("Rules")})
        keyWidth = std::max(keyWidth, metrics.horizontalAdvance(key) + 1);
    const auto row = [&](const QString& key, const QString& value) {
        if (value.isEmpty())
            return;
        auto* left = new QLabel(key, frame);
        left->setFont(m_theme.font(12));
        left->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Muted)));
        left->setFixedWidth(keyWidth);
        left->setAlignment(Qt::AlignTop);
        auto* right = new QLabel(value, frame);
        right->setTextFormat(Qt::PlainText);
        right->setFont(m_theme.font(12));
        right->setWordWrap(true);
        right->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Body)));
        form->addRow(left, right);
    };
    for (const base::Leg& leg : decision.legs)
        row(sideText(leg.side),
            utf8(leg.name)
                + (leg.instrument.empty() ? QString() : QStringLiteral(" (%1)").arg(utf8(leg.instrument))));
    row(tr("Entry"), utf8(decision.entry));
    row(tr("Exit if"), utf8(decision.invalidation));
    if (open) {
        row(tr("Target"), utf8(decision.target));
        row(tr("Stop"), utf8(decision.stop));
        row(tr("Risk"), utf8(decision.risk));
        row(tr("Idea"), utf8(decision.text));
        QStringList rules;
        for (const std::string& rule : decision.provenance.rules)
            rules << utf8(rule);
        row(tr("Rules"), rules.join(QStringLiteral(", ")));
    }
    column->addLayout(form);

    auto* rule = new QFrame(frame);
    rule->setObjectName(QStringLiteral("rule"));
    column->addWidget(rule);
    auto* foot = new QHBoxLayout;
    const auto small = [&](const QString& text) {
        auto* label = new QLabel(text, frame);
        label->setFont(m_theme.font(11));
        label->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Muted)));
        foot->addWidget(label);
    };
    small(utf8(decision.horizon.text));
    foot->addStretch();
    const auto evidence = static_cast<int>(decision.provenance.evidence.size());
    small(decision.grade == base::Grade::C ? tr("assumption") : tr("%1 evidence").arg(evidence));
    foot->addStretch();
    auto* more = new QToolButton(frame);
    more->setObjectName(QStringLiteral("plain"));
    more->setFont(m_theme.font(11));
    more->setText(open ? tr("Less") : tr("More"));
    more->setAccessibleName(tr("Open decision %1").arg(index + 1));
    connect(more, &QToolButton::clicked, this, [this, index] { focusCard(index); });
    foot->addWidget(more);
    foot->addSpacing(8);
    auto* accept = new QToolButton(frame);
    accept->setObjectName(QStringLiteral("plain"));
    accept->setFont(m_theme.font(11));
    const bool done = std::find(m_accepted.begin(), m_accepted.end(), index) != m_accepted.end();
    accept->setText(done ? tr("Accepted") : tr("Accept"));
    accept->setEnabled(!done);
    accept->setAccessibleName(tr("Accept decision %1").arg(index + 1));
    accept->setToolTip(
        done ? tr("Kept in the ledger as it stood") : tr("Keep this decision in the ledger as it stands"));
    connect(accept, &QToolButton::clicked, this, [this, index] { Q_EMIT accepted(index); });
    foot->addWidget(accept);
    column->addLayout(foot);
    return frame;
}

} // namespace ui
