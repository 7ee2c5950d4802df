// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "seriespanel.h"

#include <items/marketmapmodel.h>
#include <items/navigationmodel.h>
#include <ui/widgets/daychart.h>
#include <ui/widgets/elidedlabel.h>
#include <ui/widgets/searchbox.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

SeriesPanel::SeriesPanel(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("card"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(6);
    auto* head = new QHBoxLayout;
    m_title = new ElidedLabel(this);
    m_open = new QToolButton(this);
    m_open->setObjectName(QStringLiteral("link"));
    m_open->setCursor(Qt::PointingHandCursor);
    m_open->hide();
    connect(m_open, &QToolButton::clicked, this, [this] {
        const desk::Day last = m_series.first + std::chrono::days(static_cast<int>(m_series.days.size()) - 1);
        Q_EMIT articlesWanted(QString::fromStdString(desk::daysQuery(m_series.query, m_series.first, last)));
    });
    head->addWidget(m_title, 1);
    head->addWidget(m_open);
    column->addLayout(head);
    m_box = new SearchBox(m_theme, this);
    m_box->setPlaceholderText(tr("Chart a query: entity:NVIDIA, search:\"Oil or gas\", tariff"));
    m_box->setAccessibleName(tr("Query to chart"));
    m_box->setClearButtonEnabled(true);
    connect(m_box, &QLineEdit::returnPressed, this, [this] { Q_EMIT queryTyped(m_box->text().trimmed()); });
    column->addWidget(m_box);
    m_sentimentName = new QLabel(this);
    m_sentiment = new DayChart(theme, DayChart::Kind::Sentiment, this);
    m_impactName = new QLabel(tr("Impact"), this);
    m_impact = new DayChart(theme, DayChart::Kind::Impact, this);
    m_day = new QLabel(this);
    m_day->setTextFormat(Qt::PlainText);
    m_day->setWordWrap(true);
    m_message = new QLabel(this);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    for (QWidget* widget : {static_cast<QWidget*>(m_sentimentName), static_cast<QWidget*>(m_sentiment),
             static_cast<QWidget*>(m_impactName), static_cast<QWidget*>(m_impact),
             static_cast<QWidget*>(m_day), static_cast<QWidget*>(m_message)})
        column->addWidget(widget);
    for (DayChart* chart : {m_sentiment, m_impact}) {
        connect(chart, &DayChart::dayChosen, this, [this](int day) {
            m_sentiment->choose(day);
            m_impact->choose(day);
            sayDay(day);
        });
        connect(chart, &DayChart::dayOpened, this, &SeriesPanel::openDay);
    }
    setMessage(tr("Reading\u2026"), false);
    refreshTheme();
}

SeriesPanel::~SeriesPanel() = default;

void SeriesPanel::setSubject(const QString& name) { m_title->setText(name); }

void SeriesPanel::setMessage(const QString& message, bool wrongQuery)
{
    m_message->setText(message);
    for (QWidget* widget : {static_cast<QWidget*>(m_sentimentName), static_cast<QWidget*>(m_sentiment),
             static_cast<QWidget*>(m_impactName), static_cast<QWidget*>(m_impact),
             static_cast<QWidget*>(m_day)})
        widget->setVisible(message.isEmpty());
    m_message->setVisible(!message.isEmpty());
    m_box->setProperty("invalid", wrongQuery);
    m_box->style()->unpolish(m_box); // lets the style sheet see the property
    m_box->style()->polish(m_box);
}

void SeriesPanel::showSeries(const desk::DaySeries& series)
{
    m_series = series;
    m_open->setVisible(series.period.articles > 0);
    m_open->setText(series.period.articles == 1
            ? tr("Open 1 article")
            : tr("Open %1 articles").arg(items::countText(series.period.articles)));
    if (series.period.articles == 0)
        return setMessage(tr("No analysed article in %1 days.").arg(series.days.size()), false);
    setMessage({}, false);
    m_sentimentName->setText(tr("Sentiment, %1 days").arg(series.days.size()));
    for (DayChart* chart : {m_sentiment, m_impact})
        chart->showDays(series.first, series.days);
    sayDay(-1);
}

void SeriesPanel::showFailure(const QString& reason)
{
    m_open->hide();
    setMessage(reason, !m_box->text().isEmpty());
}

void SeriesPanel::focusQuery()
{
    m_box->setFocus(Qt::ShortcutFocusReason);
    m_box->selectAll();
}

void SeriesPanel::sayDay(int day)
{
    if (day < 0 || day >= static_cast<int>(m_series.days.size())) {
        m_day->setText(items::figuresText(m_series.period));
        return;
    }
    m_day->setText(tr("%1: %2").arg(items::shortDayText(m_series.first + std::chrono::days(day)),
        items::figuresText(m_series.days[static_cast<std::size_t>(day)])));
}

void SeriesPanel::openDay(int day)
{
    const desk::Day at = m_series.first + std::chrono::days(day);
    Q_EMIT articlesWanted(QString::fromStdString(desk::daysQuery(m_series.query, at, at)));
}

void SeriesPanel::refreshTheme()
{
    const QString muted = QStringLiteral("color: %1").arg(m_theme.css(Role::Muted));
    for (QLabel* label : {static_cast<QLabel*>(m_title), m_sentimentName, m_impactName, m_day, m_message}) {
        label->setFont(m_theme.font(label == m_day || label == m_title ? 11.5 : 11));
        label->setStyleSheet(muted);
    }
    m_message->setFont(m_theme.font(12.5));
    m_sentimentName->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Link)));
    m_impactName->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Accent)));
    m_open->setFont(m_theme.font(11.5));
    m_box->setFont(m_theme.font(12));
    m_box->refreshTheme();
    m_sentiment->refreshTheme();
    m_impact->refreshTheme();
}

} // namespace ui
