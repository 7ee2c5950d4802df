// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "rehearsalpanel.h"

#include <items/navigationmodel.h>
#include <items/roles.h>
#include <items/timetext.h>
#include <ui/widgets/alertdelegate.h>
#include <ui/widgets/firingdays.h>

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int Week = 7;
constexpr int Month = 30;

} // namespace

RehearsalPanel::RehearsalPanel(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->setSpacing(6);
    m_title = new QLabel(this);
    m_title->setWordWrap(true);
    head->addWidget(m_title, 1);
    const auto chip = [&](const QString& text, const QString& name, int days) {
        auto* button = new QToolButton(this);
        button->setObjectName(QStringLiteral("chip"));
        button->setText(text);
        button->setAccessibleName(name);
        button->setCheckable(true);
        connect(button, &QToolButton::clicked, this, [this, days] { setDays(days); });
        head->addWidget(button);
        return button;
    };
    m_week = chip(tr("7 d"), tr("Over the last 7 days"), Week);
    m_month = chip(tr("30 d"), tr("Over the last 30 days"), Month);
    m_run = new QPushButton(this);
    m_run->setToolTip(tr("Nothing is saved by it (Ctrl+Return)"));
    connect(m_run, &QPushButton::clicked, this, &RehearsalPanel::run);
    head->addWidget(m_run);
    column->addLayout(head);
    m_summary = new QLabel(this);
    m_summary->setObjectName(QStringLiteral("rehearsal"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    column->addWidget(m_summary);
    m_bars = new FiringDays(m_theme, this);
    column->addWidget(m_bars);
    m_list = new QListView(this);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new AlertDelegate(m_theme, m_list));
    m_list->setAccessibleName(tr("What it would have fired on, and nearly"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->setResizeMode(QListView::Adjust);
    connect(m_list, &QListView::activated, this,
        [this](const QModelIndex& index) { Q_EMIT articleOpened(index.data(items::IdRole).toLongLong()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex& index) {
            if (index.isValid())
                Q_EMIT articleChosen(index.data(items::IdRole).toLongLong());
        });
    column->addWidget(m_list, 1);
    clear();
    refreshTheme();
}

RehearsalPanel::~RehearsalPanel() = default;

void RehearsalPanel::refreshTheme()
{
    m_title->setFont(m_theme.font(13, QFont::DemiBold));
    m_summary->setFont(m_theme.font(12));
    m_summary->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Muted)));
    for (QToolButton* chip : {m_week, m_month})
        chip->setFont(m_theme.font(11));
    m_run->setFont(m_theme.font(12));
    m_bars->refreshTheme();
    m_list->setMinimumHeight(m_theme.px(170));
    m_list->doItemsLayout();
}

void RehearsalPanel::setReady(bool ready)
{
    m_ready = ready;
    showState();
}

void RehearsalPanel::clear()
{
    m_model.clear();
    m_running = false;
    m_shown = false;
    m_summary->setText(tr("Shows when and on what the rule would have fired, before anything is saved."));
    showState();
}

void RehearsalPanel::outdate()
{
    if (m_running || m_shown)
        clear();
}

void RehearsalPanel::setDays(int days)
{
    const bool again = days != m_days && (m_shown || m_running);
    m_days = days;
    if (again) {
        m_running = false;
        run();
    }
    showState();
}

void RehearsalPanel::run()
{
    if (m_running) {
        clear();
        Q_EMIT ended();
    } else if (m_ready) {
        m_running = true;
        m_summary->setText(tr("Looking for the articles\u2026"));
        showState();
        Q_EMIT wanted(m_days);
    }
}

void RehearsalPanel::showState()
{
    m_title->setText(tr("Rehearsal: last %1 days").arg(m_days));
    m_week->setChecked(m_days == Week);
    m_month->setChecked(m_days == Month);
    m_run->setText(m_running ? tr("Stop") : tr("Rehearse"));
    m_run->setEnabled(m_running || m_ready);
    m_bars->setVisible(m_shown);
    m_list->setVisible(m_shown && m_model.rowCount() > 0);
}

void RehearsalPanel::showProgress(qint64 done, qint64 of)
{
    if (m_running)
        m_summary->setText(tr("%1 of %2 articles").arg(items::countText(done), items::countText(of)));
}

void RehearsalPanel::showRehearsal(const desk::Rehearsal& rehearsal, desk::AlertClass level)
{
    if (!m_running)
        return;
    m_running = false;
    m_shown = true;
    m_model.setRehearsal(rehearsal);
    const auto fired = static_cast<qint64>(rehearsal.firings.size());
    const QString replayed = tr("Replayed %1 articles in %2 s.")
                                 .arg(items::countText(rehearsal.articles))
                                 .arg(static_cast<double>(rehearsal.millis) / 1000, 0, 'f', 1);
    const auto misses = static_cast<qint64>(rehearsal.misses.size());
    const QString near = misses == 1 ? tr("1 near miss") : tr("%1 near misses").arg(misses);
    if (fired == 0)
        m_summary->setText(tr("Would not have fired; %1. %2").arg(near, replayed));
    else
        m_summary->setText(tr("Would have fired %1 times on %2 stories, %3 a day, %4 a week; %5. %6")
                               .arg(items::countText(fired), items::countText(rehearsal.stories))
                               .arg(rehearsal.perDayMean(), 0, 'f', 1)
                               .arg(rehearsal.perWeek(), 0, 'f', 1)
                               .arg(near, replayed));
    QStringList names;
    for (std::size_t day = 0; day < rehearsal.perDay.size(); ++day) {
        const auto at = base::toUnix(rehearsal.from + std::chrono::hours(24 * static_cast<int>(day)));
        names << items::dayMonthText(QDateTime::fromSecsSinceEpoch(at, Qt::UTC).date());
    }
    m_bars->setDays(rehearsal.perDay, names, levelRole(static_cast<int>(level)));
    showState();
}

void RehearsalPanel::showFailure(const QString& reason)
{
    clear();
    m_summary->setText(reason);
}

} // namespace ui
