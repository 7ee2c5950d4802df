// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "asofclock.h"

#include <desk/querytimes.h>
#include <items/timetext.h>

#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

// The end of what the words name, as everywhere in Leadline; a length of time counts back from now.
std::optional<base::Instant> instantOf(const QString& text, base::Instant now)
{
    const std::optional<desk::TimeSpan> span = desk::readTime(text.trimmed().toStdString(), now);
    if (!span || !span->from)
        return std::nullopt;
    return span->to ? std::min(now, *span->to - std::chrono::seconds(1)) : *span->from;
}

} // namespace

AsOfClock::AsOfClock(const Theme& theme, QWidget& window, QWidget& bar)
    : QObject(&window)
    , m_theme(theme)
    , m_window(window)
    , m_word(new QToolButton(&bar))
{
    m_word->setObjectName(QStringLiteral("word"));
    m_word->setCursor(Qt::PointingHandCursor);
    m_word->hide();
    connect(m_word, &QToolButton::clicked, this, [this] { set(std::nullopt); });
}

AsOfClock::~AsOfClock() = default;

void AsOfClock::refreshTheme() { m_word->setFont(m_theme.font(11.5, QFont::DemiBold)); }

void AsOfClock::set(std::optional<base::Instant> instant)
{
    if (instant == m_instant)
        return;
    m_instant = instant;
    m_word->setVisible(instant.has_value());
    if (instant)
        m_word->setText(tr("As of %1").arg(items::momentText(*instant)));
    m_word->setAccessibleName(m_word->text());
    Q_EMIT changed();
}

void AsOfClock::open()
{
    if (m_instant)
        return set(std::nullopt);
    auto* dialog = new QDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Set the clock back"));
    dialog->setPalette(m_theme.palette());
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(20, 16, 20, 14);
    column->setSpacing(10);
    auto* head = new QLabel(tr("As of"), dialog);
    head->setFont(m_theme.font(14, QFont::DemiBold));
    column->addWidget(head);
    auto* text = new QLineEdit(QStringLiteral("24h"), dialog);
    text->setFont(m_theme.font(13));
    text->setAccessibleName(tr("Time"));
    text->selectAll();
    column->addWidget(text);
    auto* meaning = new QLabel(dialog);
    meaning->setFont(m_theme.font(12));
    meaning->setWordWrap(true);
    meaning->setMinimumWidth(m_theme.px(360));
    column->addWidget(meaning);
    auto* note
        = new QLabel(tr("Lists, articles, scores and briefs then show only what had been received and "
                        "analysed by that time. What you starred, labelled or noted stays as it is now."),
            dialog);
    note->setFont(m_theme.font(12));
    note->setWordWrap(true);
    note->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Muted)));
    column->addWidget(note);
    column->addStretch();
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addStretch();
    auto* take = new QPushButton(tr("Set back"), dialog);
    take->setObjectName(QStringLiteral("primary"));
    take->setDefault(true);
    auto* cancel = new QPushButton(tr("Cancel"), dialog);
    cancel->setAutoDefault(false);
    for (QPushButton* button : {take, cancel}) {
        button->setFont(m_theme.font(12.5));
        foot->addWidget(button);
    }
    column->addLayout(foot);
    const auto show = [this, text, meaning, take] {
        const std::optional<base::Instant> instant = instantOf(text->text(), m_now);
        take->setEnabled(instant.has_value());
        meaning->setStyleSheet(
            QStringLiteral("color: %1").arg(m_theme.css(instant ? Role::Text : Role::Negative)));
        meaning->setText(instant ? items::momentText(*instant)
                                 : tr("Expected a time like 2026-03-01, 2026-03-01T14:30, yesterday or 7d."));
    };
    connect(text, &QLineEdit::textChanged, dialog, show);
    connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    connect(take, &QPushButton::clicked, this, [this, dialog, text] {
        set(instantOf(text->text(), m_now));
        dialog->accept();
    });
    show();
    dialog->open();
}

} // namespace ui
