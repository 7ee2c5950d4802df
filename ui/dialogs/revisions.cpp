// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "revisions.h"

#include <items/timetext.h>
#include <ui/widgets/chooser.h>
#include <ui/widgets/worddifference.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

RevisionsDialog::RevisionsDialog(const Theme& theme, qint64 article, base::Instant now, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_article(article)
    , m_now(now)
{
    setWindowTitle(tr("Revisions"));
    setPalette(theme.palette()); // a window does not take that of its parent
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 14);
    column->setSpacing(10);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    const auto text = [&](const QString& words, Role role) {
        auto* label = new QLabel(words, this);
        label->setFont(theme.font(12));
        label->setStyleSheet(QStringLiteral("color: %1").arg(theme.css(role)));
        head->addWidget(label);
        return label;
    };
    const auto chooser = [&](const QString& name) {
        auto* box = new Chooser(theme, this);
        box->setAccessibleName(name);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        head->addWidget(box);
        connect(box, &QComboBox::activated, this, &RevisionsDialog::ask);
        return box;
    };
    text(tr("From"), Role::Muted);
    m_before = chooser(tr("Earlier version"));
    text(tr("to"), Role::Muted);
    m_after = chooser(tr("Later version"));
    head->addStretch();
    m_summary = text(tr("Reading\u2026"), Role::Muted);
    column->addLayout(head);
    auto* rule = new QFrame(this);
    rule->setObjectName(QStringLiteral("rule"));
    column->addWidget(rule);
    m_text = new QTextBrowser(this);
    m_text->setFont(theme.font(13.5));
    m_text->setOpenLinks(false);
    m_text->setAccessibleName(tr("Word differences"));
    column->addWidget(m_text, 1);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    auto* legend = new QLabel(this);
    legend->setFont(theme.font(12));
    legend->setTextFormat(Qt::RichText);
    legend->setText(
        QStringLiteral(
            "<span style=\"color:%1; background:%2; text-decoration:underline\">%3</span>&nbsp;&nbsp; <span "
            "style=\"color:%4; background:%5; text-decoration:line-through\">%6</span>&nbsp;&nbsp; <span "
            "style=\"color:%7\">%8</span>")
            .arg(theme.css(Role::TagLongText), theme.css(Role::TagLong), tr("added"),
                theme.css(Role::TagShortText), theme.css(Role::TagShort), tr("removed"))
            .arg(theme.css(Role::Muted), tr("N and P go through the changes, J and K through the versions")));
    auto* close = new QPushButton(tr("Close"), this);
    close->setFont(theme.font(12.5));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    foot->addWidget(legend, 1);
    foot->addWidget(close);
    column->addLayout(foot);
    const auto key = [this](const QString& keys, auto run) {
        connect(new QShortcut(QKeySequence(keys), this), &QShortcut::activated, this, run);
    };
    key(QStringLiteral("N"), [this] { toChange(1); });
    key(QStringLiteral("P"), [this] { toChange(-1); });
    key(QStringLiteral("K"), [this] { step(-1); });
    key(QStringLiteral("J"), [this] { step(1); });
    m_text->setFocus();
    resize(theme.px(760), theme.px(560));
}

RevisionsDialog::~RevisionsDialog() = default;

KeysDialog::Rows RevisionsDialog::keys()
{
    return {{QStringLiteral("N"), tr("next change")}, {QStringLiteral("P"), tr("previous change")},
        {QStringLiteral("J"), tr("newer versions")}, {QStringLiteral("K"), tr("older versions")}};
}

void RevisionsDialog::showVersions(const std::vector<desk::TextVersion>& versions)
{
    const int count = static_cast<int>(versions.size());
    for (QComboBox* box : {m_before, m_after}) {
        box->clear();
        for (int at = 0; at < count; ++at) {
            const base::Instant received = versions[static_cast<std::size_t>(at)].received;
            const QString time = items::clockText(received, m_now);
            box->addItem(
                at + 1 == count ? tr("now \u00B7 %1").arg(time) : tr("%1 \u00B7 %2").arg(at + 1).arg(time));
            box->setItemData(at, items::momentText(received), Qt::ToolTipRole);
        }
    }
    m_before->setCurrentIndex(std::max(0, count - 2));
    m_after->setCurrentIndex(count - 1);
    if (count < 2)
        m_summary->setText(tr("No earlier text is kept."));
    else
        ask();
}

void RevisionsDialog::ask() { Q_EMIT changesWanted(m_before->currentIndex(), m_after->currentIndex()); }

void RevisionsDialog::step(int by)
{
    const int before = m_before->currentIndex() + by;
    if (before < 0 || before + 1 >= m_after->count())
        return;
    m_before->setCurrentIndex(before);
    m_after->setCurrentIndex(before + 1);
    ask();
}

void RevisionsDialog::showChanges(
    int before, int after, const std::vector<desk::WordRun>& title, const std::vector<desk::WordRun>& body)
{
    if (before != m_before->currentIndex() || after != m_after->currentIndex())
        return;
    const WordDifference difference = wordDifference(m_theme, title, body);
    m_changes = difference.changes;
    m_change = -1;
    m_text->setHtml(difference.html);
    const QString counts = tr("+%1 \u2212%2 words").arg(difference.added).arg(difference.removed);
    m_summary->setText(m_changes == 0 ? tr("The two say the same.")
            : m_changes == 1          ? tr("%1 in one place").arg(counts)
                                      : tr("%1 in %2 places").arg(counts).arg(m_changes));
}

void RevisionsDialog::toChange(int by)
{
    if (m_changes == 0)
        return;
    m_change = std::clamp(m_change + by, 0, m_changes - 1);
    m_text->scrollToAnchor(QStringLiteral("change%1").arg(m_change));
}

} // namespace ui
