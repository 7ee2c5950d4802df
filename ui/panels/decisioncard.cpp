// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "decisioncard.h"

#include <items/datawords.h>
#include <items/ledgermodel.h>
#include <items/timetext.h>

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
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

Role ledgerStateRole(const std::string& state)
{
    return state == "triggered" ? Role::Accent
        : state == "review"     ? Role::Negative
        : state == "expired"    ? Role::Muted
                                : Role::Link;
}

DecisionCard::DecisionCard(
    const Theme& theme, const base::Decision& decision, const View& view, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_view(view)
{
    setObjectName(QStringLiteral("card"));
    setProperty("focused", view.open && view.foldable);
    setAccessibleName(tr("Decision %1: %2, conviction %3")
                          .arg(view.number)
                          .arg(utf8(decision.title))
                          .arg(decision.conviction, 0, 'f', 2));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 9, 12, 8);
    column->setSpacing(5);
    addHead(decision);
    addRows(decision);
    auto* rule = new QFrame(this);
    rule->setObjectName(QStringLiteral("rule"));
    column->addWidget(rule);
    addFoot(decision);
}

DecisionCard::~DecisionCard() = default;

void DecisionCard::addHead(const base::Decision& decision)
{
    auto* head = new QHBoxLayout;
    auto* tag = new QLabel(tagText(decision.kind), this);
    const auto [back, front] = tagColours(decision.kind);
    tag->setFont(m_theme.font(10.5, QFont::DemiBold));
    tag->setStyleSheet(QStringLiteral("background: %1; color: %2; border-radius: 4px; padding: 2px 7px")
                           .arg(m_theme.css(back), m_theme.css(front)));
    const int full = std::clamp(static_cast<int>(std::lround(decision.conviction * Dots)), 1, Dots);
    auto* dots = new QLabel(this);
    dots->setFont(m_theme.font(11));
    dots->setText(QStringLiteral("<span style=\"color:%1\">%2</span><span style=\"color:%3\">%4</span>")
                      .arg(m_theme.css(Role::Accent), QString(full, QChar(0x25CF)), m_theme.css(Role::Off),
                          QString(Dots - full, QChar(0x25CF))));
    dots->setToolTip(tr("Conviction %1").arg(decision.conviction, 0, 'f', 2));
    head->addWidget(tag);
    head->addStretch();
    head->addWidget(dots);
    static_cast<QVBoxLayout*>(layout())->addLayout(head);
    auto* name = new QLabel(utf8(decision.title), this);
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    name->setFont(m_theme.font(13, QFont::DemiBold));
    layout()->addWidget(name);
}

void DecisionCard::addRow(const QString& key, const QString& value)
{
    if (value.isEmpty())
        return;
    auto* left = new QLabel(key, this);
    left->setFont(m_theme.font(12));
    left->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Muted)));
    left->setFixedWidth(m_keyWidth);
    left->setAlignment(Qt::AlignTop);
    auto* right = new QLabel(value, this);
    right->setTextFormat(Qt::PlainText);
    right->setFont(m_theme.font(12));
    right->setWordWrap(true);
    right->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Body)));
    m_rows->addRow(left, right);
}

void DecisionCard::addRows(const base::Decision& decision)
{
    m_rows = new QFormLayout;
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setHorizontalSpacing(8);
    m_rows->setVerticalSpacing(2);
    m_rows->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    const QFontMetrics metrics(m_theme.font(12));
    m_keyWidth = m_theme.px(46);
    for (const QString& key :
        {tr("Entry"), tr("Exit if"), tr("Target"), tr("Stop"), tr("Risk"), tr("Idea"), tr("Rules")})
        m_keyWidth = std::max(m_keyWidth, metrics.horizontalAdvance(key) + 1);
    for (const base::Leg& leg : decision.legs)
        addRow(sideText(leg.side),
            utf8(leg.name)
                + (leg.instrument.empty() ? QString() : QStringLiteral(" (%1)").arg(utf8(leg.instrument))));
    addRow(tr("Entry"), utf8(decision.entry));
    addRow(tr("Exit if"), utf8(decision.invalidation));
    if (m_view.open) {
        addRow(tr("Target"), utf8(decision.target));
        addRow(tr("Stop"), utf8(decision.stop));
        addRow(tr("Risk"), utf8(decision.risk));
        addRow(tr("Idea"), utf8(decision.text));
        QStringList rules;
        for (const std::string& rule : decision.provenance.rules)
            rules << utf8(rule);
        addRow(tr("Rules"), rules.join(QStringLiteral(", ")));
    }
    static_cast<QVBoxLayout*>(layout())->addLayout(m_rows);
    if (m_view.kept && m_view.foldable)
        addKept();
}

// What became of it since it was accepted, and the sentence that did it.
void DecisionCard::addKept()
{
    const std::string state = desk::stateOf(*m_view.kept, m_view.now);
    const desk::LedgerChange* cause = desk::causeOf(*m_view.kept, m_view.now);
    if (state == "open")
        return;
    QString text = items::ledgerStateText(state);
    if (cause != nullptr)
        text += QStringLiteral(" \u00b7 ") + items::clockText(cause->at, m_view.now);
    if (cause != nullptr && !cause->sentence.empty())
        text += QStringLiteral("\n\u201c") + utf8(cause->sentence) + QStringLiteral("\u201d");
    auto* label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(m_theme.font(11.5));
    label->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(ledgerStateRole(state))));
    layout()->addWidget(label);
}

void DecisionCard::addFoot(const base::Decision& decision)
{
    auto* foot = new QHBoxLayout;
    const auto small = [&](const QString& text) {
        auto* label = new QLabel(text, this);
        label->setFont(m_theme.font(11));
        label->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Muted)));
        foot->addWidget(label);
    };
    small(utf8(decision.horizon.text));
    foot->addStretch();
    const auto evidence = static_cast<int>(decision.provenance.evidence.size());
    small(decision.grade == base::Grade::C ? tr("assumption") : tr("%1 evidence").arg(evidence));
    static_cast<QVBoxLayout*>(layout())->addLayout(foot);
    if (!m_view.foldable)
        return;
    foot->addStretch();
    const auto button = [&](const QString& text, const QString& name) {
        auto* made = new QToolButton(this);
        made->setObjectName(QStringLiteral("plain"));
        made->setFont(m_theme.font(11));
        made->setText(text);
        made->setAccessibleName(name);
        foot->addWidget(made);
        return made;
    };
    connect(button(m_view.open ? tr("Less") : tr("More"), tr("Open decision %1").arg(m_view.number)),
        &QToolButton::clicked, this, &DecisionCard::folded);
    foot->addSpacing(8);
    if (!m_view.kept) {
        auto* accept = button(tr("Accept"), tr("Accept decision %1").arg(m_view.number));
        accept->setToolTip(tr("Keep this decision in the ledger as it stands"));
        connect(accept, &QToolButton::clicked, this, &DecisionCard::accepted);
        return;
    }
    const std::string state = desk::stateOf(*m_view.kept, m_view.now);
    auto* done = button(state == "open" ? tr("Accepted") : items::ledgerStateText(state),
        tr("Take decision %1 back").arg(m_view.number));
    done->setToolTip(tr("Kept in the ledger as it stood on %1; a click takes it back")
                         .arg(items::momentText(m_view.kept->accepted)));
    connect(done, &QToolButton::clicked, this, &DecisionCard::takenBack);
}

} // namespace ui
