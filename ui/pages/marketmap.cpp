// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "marketmap.h"

#include <desk/query.h>
#include <items/navigationmodel.h>
#include <ui/panels/seriespanel.h>
#include <ui/widgets/figurelist.h>
#include <ui/widgets/heatmap.h>
#include <ui/widgets/searchbox.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>

namespace ui {

namespace {

constexpr int WideWidth = 1180; // below it the series stand under the map
constexpr double SideWidth = 470;
constexpr double NarrowerSide = 400;
constexpr double MapShare = 0.66; // of the page's height at most, where the series stand below
constexpr int SeriesDelayMs = 120;
constexpr int NewsDelayMs = 5000; // a map that changed all the time could not be read
constexpr int ShownVolumes = 6;

QString utf8(const std::string& text) { return QString::fromStdString(text); }

// On a button or in a menu, where a single & would be taken for a key.
QString spelled(const QString& name) { return QString(name).replace(QLatin1Char('&'), QStringLiteral("&&")); }

const QList<int>& periods()
{
    static const QList<int> Periods{7, 14, 30};
    return Periods;
}

} // namespace

MarketMapPage::MarketMapPage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    m_outer = new QScrollArea(this);
    m_outer->setFrameShape(QFrame::NoFrame);
    m_outer->setWidgetResizable(true);
    m_outer->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_outer->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(m_outer);
    m_layout = new QHBoxLayout(content);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_left = buildMap();
    m_layout->addWidget(m_left, 1);
    m_sideScroll = new QScrollArea(content);
    m_sideScroll->setObjectName(QStringLiteral("side"));
    m_sideScroll->setFrameShape(QFrame::NoFrame);
    m_sideScroll->setWidgetResizable(true);
    m_sideScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_sideScroll->setFocusPolicy(Qt::NoFocus);
    m_side = buildSide();
    m_sideScroll->setWidget(m_side);
    m_layout->addWidget(m_sideScroll);
    m_outer->setWidget(content);
    whole->addWidget(m_outer);
    m_seriesSoon.setSingleShot(true);
    m_seriesSoon.setInterval(SeriesDelayMs);
    connect(&m_seriesSoon, &QTimer::timeout, this, &MarketMapPage::askSeries);
    m_mapSoon.setSingleShot(true);
    m_mapSoon.setInterval(NewsDelayMs);
    connect(&m_mapSoon, &QTimer::timeout, this, [this] {
        if (isVisible())
            askMap();
    });
    setMessage(tr("Reading\u2026"));
    refreshTheme();
}

MarketMapPage::~MarketMapPage() = default;

QToolButton* MarketMapPage::chip(const QString& name)
{
    auto* button = new QToolButton(m_left);
    button->setObjectName(QStringLiteral("chip"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAccessibleName(name);
    button->setMenu(new QMenu(button));
    return button;
}

QWidget* MarketMapPage::buildMap()
{
    m_left = new QWidget(m_outer);
    auto* column = new QVBoxLayout(m_left);
    column->setContentsMargins(22, 14, 22, 12);
    column->setSpacing(8);
    m_head = new QHBoxLayout;
    m_head->setSpacing(8);
    auto* controls = new QHBoxLayout;
    controls->setSpacing(8);
    m_title = new QLabel(tr("Market map"), m_left);
    m_periodChip = chip(tr("Period"));
    m_periodChip->setCheckable(true);
    for (const int days : periods())
        m_periodChip->menu()->addAction(tr("%1 days").arg(days), this, [this, days] { setDays(days); });
    m_measureChip = chip(tr("What the colour tells"));
    m_measureChip->menu()->addAction(
        tr("Sentiment"), this, [this] { setMeasure(items::Measure::Sentiment); });
    m_measureChip->menu()->addAction(tr("Impact"), this, [this] { setMeasure(items::Measure::Impact); });
    m_measureChip->menu()->addAction(tr("Volume"), this, [this] { setMeasure(items::Measure::Volume); });
    m_filterChip = chip(tr("Which articles"));
    m_filterChip->setCheckable(true);
    const auto step = [this](const QString& sign, const QString& name, int days) {
        auto* button = new QToolButton(m_left);
        button->setObjectName(QStringLiteral("chip"));
        button->setText(sign);
        button->setAccessibleName(name);
        button->setToolTip(name);
        connect(button, &QToolButton::clicked, this, [this, days] { stepDay(days); });
        return button;
    };
    m_earlier = step(QStringLiteral("\u2039"), tr("One day earlier (,)"), -1);
    m_later = step(QStringLiteral("\u203A"), tr("One day later (.)"), 1);
    controls->addWidget(m_title);
    controls->addSpacing(8);
    for (QToolButton* button : {m_periodChip, m_measureChip, m_filterChip, m_earlier, m_later})
        controls->addWidget(button);
    controls->addStretch(1);
    m_head->addLayout(controls);
    m_legend = new QLabel(m_left);
    m_head->addWidget(m_legend);
    column->addLayout(m_head);
    m_note = new QLabel(m_left);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    m_heat = new HeatMap(m_theme, m_model, m_left);
    column->addWidget(m_heat, 1);
    m_message = new QLabel(m_left);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setMargin(24);
    column->addWidget(m_message, 1);
    m_cell = new QLabel(m_left);
    m_cell->setTextFormat(Qt::PlainText);
    m_cell->setWordWrap(true);
    column->addWidget(m_cell);
    connect(m_heat, &HeatMap::cellOpened, this, &MarketMapPage::searchWanted);
    connect(m_heat, &HeatMap::cellChanged, this, &MarketMapPage::cellChanged);
    connect(m_heat, &HeatMap::keyPressed, this, &MarketMapPage::keyPressed);
    return m_left;
}

QWidget* MarketMapPage::buildSide()
{
    m_side = new QWidget(m_sideScroll);
    auto* column = new QVBoxLayout(m_side);
    column->setContentsMargins(18, 16, 18, 16);
    column->setSpacing(12);
    m_series = new SeriesPanel(m_theme, m_side);
    column->addWidget(m_series);
    connect(m_series, &SeriesPanel::queryTyped, this, &MarketMapPage::chartQuery);
    connect(m_series, &SeriesPanel::articlesWanted, this, &MarketMapPage::searchWanted);
    connect(&m_series->box(), &SearchBox::suggestionsWanted, this, &MarketMapPage::suggestionsWanted);
    const auto card = [&](QLabel*& title, QLabel*& empty, FigureList*& list, const QString& name) {
        auto* frame = new QFrame(m_side);
        frame->setObjectName(QStringLiteral("card"));
        auto* inside = new QVBoxLayout(frame);
        inside->setContentsMargins(8, 12, 8, 10); // rows have a margin of their own
        inside->setSpacing(6);
        title = new QLabel(frame);
        title->setTextFormat(Qt::PlainText);
        title->setWordWrap(true);
        empty = new QLabel(frame);
        empty->setTextFormat(Qt::PlainText);
        empty->setWordWrap(true);
        list = new FigureList(m_theme, name, frame);
        inside->addWidget(title);
        inside->addWidget(empty);
        inside->addWidget(list);
        column->addWidget(frame);
        connect(list, &FigureList::rowOpened, this, &MarketMapPage::searchWanted);
    };
    card(m_volumeTitle, m_volumeEmpty, m_volumes, tr("Volume against its usual level"));
    card(m_moverTitle, m_moverEmpty, m_movers, tr("Movers"));
    column->addStretch(1);
    return m_side;
}

KeysDialog::Rows MarketMapPage::keys()
{
    return {{tr("Arrows"), tr("move the cell, or the day of a chart")},
        {QStringLiteral("Enter"), tr("open its articles in News")},
        {QStringLiteral("P"), tr("7, 14 or 30 days")},
        {QStringLiteral("C"), tr("colour: sentiment, impact or volume")},
        {QStringLiteral(", ."), tr("one day earlier or later")}, {QStringLiteral("Q"), tr("chart a query")}};
}

void MarketMapPage::shown()
{
    askMap();
    m_focusMap = !m_arrived || !isAncestorOf(window()->focusWidget());
    takeFocus();
}

// Once there is a map to have it.
void MarketMapPage::takeFocus()
{
    if (!m_focusMap || m_heat->isHidden())
        return;
    m_focusMap = false;
    m_heat->setFocus(Qt::OtherFocusReason);
}

void MarketMapPage::askMap()
{
    m_mapSoon.stop();
    Q_EMIT mapWanted(m_request, ++m_mapGeneration);
}

void MarketMapPage::newsArrived()
{
    if (isVisible() && !m_mapSoon.isActive())
        m_mapSoon.start();
}

void MarketMapPage::askSeries()
{
    m_seriesSoon.stop();
    if (m_query.isEmpty())
        return;
    desk::SeriesRequest request;
    request.query = desk::bothQueries(m_query.toStdString(), m_request.filter);
    Q_EMIT seriesWanted(request, ++m_seriesGeneration);
}

void MarketMapPage::showMap(const desk::MarketMap& map, int generation)
{
    if (generation != m_mapGeneration)
        return;
    // The same topic and day as before, wherever they stand now.
    const QModelIndex before = m_heat->currentIndex();
    const QString topic = m_model.topic(before.row());
    const desk::Day day = m_map.first + std::chrono::days(std::max(0, before.column()));
    const int beyond = before.isValid() ? before.column() - m_model.days() : -1; // a figure after the days
    m_map = map;
    m_model.setMap(map);
    m_arrived = true;
    setMessage(
        map.topics.empty() ? tr("No analysed article in these %1 days.").arg(m_request.days) : QString());
    showFilters();
    showChips();
    showVolumes();
    showMovers();
    if (m_model.rowCount() > 0) {
        const int days = m_model.days();
        const int column = !before.isValid() ? days - 1
            : beyond >= 0                    ? days + beyond
                                             : static_cast<int>((day - map.first).count());
        m_heat->setCurrentIndex(m_model.index(
            std::max(0, m_model.rowOf(topic)), std::clamp(column, 0, m_model.columnCount() - 1)));
    }
    showWords();
    takeFocus();
    askSeries();
    arrange();
}

void MarketMapPage::showMapFailure(const QString& reason, int generation)
{
    if (generation == m_mapGeneration)
        setMessage(reason);
}

void MarketMapPage::showSeries(const desk::DaySeries& series, int generation)
{
    if (generation == m_seriesGeneration)
        m_series->showSeries(series);
    arrange();
}

void MarketMapPage::showSeriesFailure(const QString& reason, int generation)
{
    if (generation == m_seriesGeneration)
        m_series->showFailure(reason);
    arrange();
}

void MarketMapPage::showSuggestions(const std::vector<desk::Suggestion>& suggestions, int generation)
{
    m_series->box().showSuggestions(suggestions, generation);
}

void MarketMapPage::setMessage(const QString& message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
    m_heat->setVisible(message.isEmpty());
    m_cell->setVisible(message.isEmpty());
    if (!message.isEmpty() && m_arrived && m_query.isEmpty())
        m_series->showFailure(tr("Type a query to see its days."));
}

// The topic of the row is charted, until a query is typed, and again when another row is gone to.
void MarketMapPage::cellChanged()
{
    m_cell->setText(m_heat->currentText());
    const QString topic = m_model.topic(m_heat->currentIndex().row());
    if (topic.isEmpty() || topic == m_topic)
        return;
    m_topic = topic;
    m_query = utf8(desk::topicQuery(topic.toStdString()));
    m_series->setSubject(topic);
    m_series->box().clear();
    m_seriesSoon.start();
}

void MarketMapPage::chartQuery(const QString& query)
{
    if (query.isEmpty()) {
        m_topic.clear(); // the row's again
        return cellChanged();
    }
    m_query = query;
    m_series->setSubject(query);
    askSeries();
}

void MarketMapPage::keyPressed(int key)
{
    const auto next
        = [](const auto& list, const auto& value) { return list[(list.indexOf(value) + 1) % list.size()]; };
    switch (key) {
    case Qt::Key_P:
        return setDays(next(periods(), m_request.days));
    case Qt::Key_C: {
        static const QList<items::Measure> Measures{
            items::Measure::Sentiment, items::Measure::Impact, items::Measure::Volume};
        return setMeasure(next(Measures, m_model.measure()));
    }
    case Qt::Key_Comma:
        return stepDay(-1);
    case Qt::Key_Period:
        return stepDay(1);
    default:
        m_series->focusQuery();
    }
}

void MarketMapPage::setDays(int days)
{
    m_request.days = days;
    showChips();
    askMap();
}

void MarketMapPage::setMeasure(items::Measure measure)
{
    m_model.setMeasure(measure);
    showChips();
    showWords();
}

void MarketMapPage::setFilter(const QString& query, const QString& name)
{
    m_request.filter = query.toStdString();
    m_filterName = name;
    showChips();
    askMap();
}

void MarketMapPage::stepDay(int days)
{
    if (!m_arrived)
        return;
    const desk::Day last = m_map.last + std::chrono::days(days);
    if (last > m_map.today)
        return;
    m_request.last = last == m_map.newest ? std::nullopt : std::optional(last);
    askMap();
}

void MarketMapPage::showChips()
{
    const QString arrow = QStringLiteral(" \u25BE");
    m_periodChip->setText(tr("%1 days").arg(m_request.days) + arrow);
    m_periodChip->setChecked(true);
    const QString measure = m_model.measure() == items::Measure::Sentiment ? tr("Colour: sentiment")
        : m_model.measure() == items::Measure::Impact                      ? tr("Colour: impact")
                                                                           : tr("Colour: volume");
    m_measureChip->setText(measure + arrow);
    m_filterChip->setText((m_filterName.isEmpty() ? tr("All articles") : spelled(m_filterName)) + arrow);
    m_filterChip->setChecked(!m_filterName.isEmpty());
    m_later->setEnabled(m_arrived && m_map.last < m_map.today);
    m_earlier->setEnabled(m_arrived);
}

void MarketMapPage::showFilters()
{
    QMenu* menu = m_filterChip->menu();
    menu->clear();
    const auto add = [&](const QString& name, const QString& query, const QString& shown) {
        menu->addAction(spelled(name), this, [this, query, shown] { setFilter(query, shown); });
    };
    add(tr("All articles"), {}, {});
    add(tr("Unread"), QStringLiteral("is:unread"), tr("Unread"));
    add(tr("Starred"), QStringLiteral("is:starred"), tr("Starred"));
    add(tr("With decisions"), QStringLiteral("has:decision"), tr("With decisions"));
    if (!m_map.searches.empty())
        menu->addSeparator();
    for (const std::string& name : m_map.searches)
        add(utf8(name), utf8("search:" + desk::quoted(name)), utf8(name));
}

void MarketMapPage::showWords()
{
    const QString colour = m_model.measure() == items::Measure::Sentiment ? tr("colour: mean sentiment")
        : m_model.measure() == items::Measure::Impact                     ? tr("colour: mean impact")
                                                                          : tr("colour: volume");
    m_legend->setText(
        tr("%1 \u00B7 dot: impact-weighted volume \u00B7 click a cell for its articles").arg(colour));
    if (!m_arrived)
        return;
    QStringList words{tr("%1 \u2013 %2, days of UTC")
                          .arg(items::shortDayText(m_map.first), items::longDayText(m_map.last))};
    words << (m_map.articles == 1 ? tr("1 article")
                                  : tr("%1 articles").arg(items::countText(m_map.articles)));
    if (m_map.last < m_map.newest)
        words << tr("newer days: .");
    else if (m_map.newest < m_map.today)
        words << tr("no article has a later date");
    if (m_map.waiting > 0)
        words << tr("%1 wait for their analysis").arg(items::countText(m_map.waiting));
    m_note->setText(words.join(QStringLiteral(" \u00B7 ")));
    m_cell->setText(m_heat->currentText());
}

void MarketMapPage::showVolumes()
{
    const bool now = m_map.last == m_map.today;
    m_volumeTitle->setText(now ? tr("Impact-weighted volume of the last 24 hours against its usual level")
                               : tr("Impact-weighted volume of %1 against its usual level")
                                     .arg(items::shortDayText(m_map.last)));
    std::vector<const desk::TopicDays*> topics;
    for (const desk::TopicDays& topic : m_map.topics) {
        if (topic.recent.articles > 0 && topic.againstUsual())
            topics.push_back(&topic);
    }
    // One article of what is rarely told is many times the usual, and says little.
    const auto several = [](const desk::TopicDays* topic) { return topic->recent.articles > 1; };
    if (std::any_of(topics.begin(), topics.end(), several))
        std::erase_if(topics, std::not_fn(several));
    std::stable_sort(topics.begin(), topics.end(),
        [](const auto* one, const auto* other) { return *one->againstUsual() > *other->againstUsual(); });
    if (static_cast<int>(topics.size()) > ShownVolumes)
        topics.resize(ShownVolumes);
    QList<FigureList::Row> rows;
    for (const desk::TopicDays* topic : topics) {
        FigureList::Row row;
        const double times = *topic->againstUsual();
        row.name = utf8(topic->topic);
        row.bar = times / *topics.front()->againstUsual();
        row.figure = items::timesText(times);
        row.spoken
            = tr("%1: %2 the usual volume, %3").arg(row.name, row.figure, items::figuresText(topic->recent));
        row.query = utf8(desk::momentsQuery(desk::bothQueries(desk::topicQuery(topic->topic), m_map.filter),
            m_map.until - std::chrono::days(1), m_map.until));
        rows << row;
    }
    m_volumes->setRows(rows);
    m_volumes->setVisible(!rows.isEmpty());
    m_volumeEmpty->setVisible(rows.isEmpty());
    m_volumeEmpty->setText(m_map.usualDays < desk::FewestUsualDays
            ? tr("Too few days of news before it to tell what is usual.")
            : tr("No article of a topic that had any before."));
}

void MarketMapPage::showMovers()
{
    const desk::Day before = std::chrono::floor<std::chrono::days>(m_map.until - std::chrono::seconds(1));
    const bool yesterday = m_map.until - m_map.before == std::chrono::days(2);
    m_moverTitle->setText(!yesterday
            ? tr("Movers since %1: sentiment, impact")
                  .arg(items::shortDayText(std::chrono::floor<std::chrono::days>(m_map.before)))
            : m_map.last == m_map.today
            ? tr("Movers since yesterday: sentiment, impact")
            : tr("Movers of %1: sentiment, impact").arg(items::shortDayText(before)));
    QList<FigureList::Row> rows;
    for (const desk::Mover& mover : m_map.movers) {
        FigureList::Row row;
        row.name = utf8(mover.name);
        row.kind = mover.kind == desk::Mover::Kind::Topic ? tr("topic")
            : mover.kind == desk::Mover::Kind::Entity     ? tr("entity")
                                                          : tr("story");
        row.figure = arrowFigure(mover.change());
        row.sign = mover.change();
        row.second = QString::number(mover.recent.impact, 'f', 2);
        row.spoken = tr("%1, %2: sentiment from %3 to %4, impact %5, %6 articles before and %7 now")
                         .arg(row.name, row.kind, signedFigure(mover.before.sentiment),
                             signedFigure(mover.recent.sentiment), row.second)
                         .arg(mover.before.articles)
                         .arg(mover.recent.articles);
        row.query = utf8(desk::bothQueries(mover.query, m_map.filter));
        rows << row;
    }
    m_movers->setRows(rows);
    m_movers->setVisible(!rows.isEmpty());
    m_moverEmpty->setVisible(rows.isEmpty());
    m_moverEmpty->setText(tr("Nothing that was told on both days turned."));
}

void MarketMapPage::refreshTheme()
{
    const QString muted = QStringLiteral("color: %1").arg(m_theme.css(Role::Muted));
    m_title->setFont(m_theme.font(18, QFont::DemiBold));
    for (QToolButton* button : {m_periodChip, m_measureChip, m_filterChip, m_earlier, m_later})
        button->setFont(m_theme.font(11));
    for (QLabel* label :
        {m_legend, m_note, m_message, m_cell, m_volumeTitle, m_volumeEmpty, m_moverTitle, m_moverEmpty}) {
        label->setFont(m_theme.font(label == m_message ? 13 : 11.5));
        label->setStyleSheet(muted);
    }
    for (QLabel* label : {m_volumeTitle, m_volumeEmpty, m_moverTitle, m_moverEmpty})
        label->setIndent(m_theme.px(6));
    m_cell->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Body)));
    m_cell->setFont(m_theme.font(12));
    dressSide();
    m_heat->refreshTheme();
    m_series->refreshTheme();
    m_volumes->refreshTheme();
    m_movers->refreshTheme();
    showChips();
    showWords();
    arrange();
}

void MarketMapPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void MarketMapPage::arrange()
{
    const double room = width() / std::max(1.0, m_theme.scale());
    const bool wide = room >= WideWidth;
    const int side = m_theme.px(room >= 1500 ? SideWidth : NarrowerSide);
    m_layout->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_layout->setStretchFactor(m_left, wide ? 1 : 0);
    m_legend->setWordWrap(false);
    const int controls = m_head->itemAt(0)->sizeHint().width() + m_legend->sizeHint().width();
    const bool oneLine = controls + m_theme.px(80) <= width() - (wide ? side : 0);
    m_head->setDirection(oneLine ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_legend->setWordWrap(!oneLine);
    if (wide) {
        m_heat->setMostHeight(0);
        m_sideScroll->setFixedWidth(side);
        m_sideScroll->setMinimumHeight(0);
        m_sideScroll->setMaximumHeight(QWIDGETSIZE_MAX);
        m_sideScroll->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    } else {
        m_heat->setMostHeight(static_cast<int>(height() * MapShare));
        m_sideScroll->setMinimumWidth(0);
        m_sideScroll->setMaximumWidth(QWIDGETSIZE_MAX);
        m_sideScroll->setFixedHeight(m_side->layout()->totalHeightForWidth(m_outer->viewport()->width()));
        m_sideScroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    }
    if (m_sideScroll->property("beside").toBool() != wide) {
        m_sideScroll->setProperty("beside", wide);
        dressSide();
    }
}

// A line between it and the map, where they stand beside each other.
void MarketMapPage::dressSide()
{
    m_sideScroll->setStyleSheet(
        QStringLiteral("QScrollArea#side { border: none; border-left: %1px solid %2; }")
            .arg(m_sideScroll->property("beside").toBool() ? 1 : 0)
            .arg(m_theme.css(Role::Line)));
}

} // namespace ui
