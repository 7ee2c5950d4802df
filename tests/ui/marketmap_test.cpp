// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "windowfixture.h"

#include <ui/dialogs/keys.h>
#include <ui/pages/marketmap.h>
#include <ui/panels/seriespanel.h>
#include <ui/widgets/daychart.h>
#include <ui/widgets/figurelist.h>
#include <ui/widgets/heatmap.h>
#include <ui/widgets/searchbox.h>
#include <ui/windowpages.h>

#include <QAccessible>
#include <QHeaderView>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

#include <cmath>

namespace {

desk::Day lastDay() { return std::chrono::floor<std::chrono::days>(samples::now()); }

desk::TopicDays topic(const std::string& name, int days, int seed)
{
    desk::TopicDays topic;
    topic.topic = name;
    for (int day = 0; day < days; ++day) {
        const double wave = std::sin(day * 0.7 + seed);
        const std::int64_t articles = (day + seed) % 6 == 0 ? 0 : 1 + (day * 7 + seed * 3) % 9;
        if (articles == 0)
            topic.days.emplace_back();
        else
            topic.days.push_back({articles, wave * 0.6, 0.3, 0.3 * static_cast<double>(articles)});
    }
    topic.period = {40, seed % 2 == 0 ? 0.11 : -0.22, 0.3, 12};
    topic.recent = {3, 0.2, 0.4, 1.2};
    topic.usual = 0.4 + 0.2 * seed;
    return topic;
}

desk::MarketMap map(int days = 14)
{
    desk::MarketMap map;
    map.today = map.newest = map.last = lastDay();
    map.first = map.last - std::chrono::days(days - 1);
    map.until = samples::now();
    map.before = map.until - std::chrono::days(2);
    map.articles = 184;
    map.usualDays = 28;
    const char* names[] = {"Geopolitics & War", "Trade Policy & Supply Chain", "Sanctions & Export Controls",
        "Monetary Policy & Central Banks", "Oil & Gas"};
    for (int at = 0; at < 5; ++at)
        map.topics.push_back(topic(names[at], days, at + 1));
    map.movers = {{desk::Mover::Kind::Story, "Strait traffic stops", "story:s4", {3, 0.1, 0.5, 1.5},
        {5, -0.21, 0.58, 2.9}}};
    map.searches = {"Oil or gas"};
    return map;
}

desk::DaySeries series(const std::string& query)
{
    desk::DaySeries series;
    series.query = query;
    series.first = lastDay() - std::chrono::days(59);
    for (int day = 0; day < 60; ++day) {
        if (day % 11 == 3)
            series.days.emplace_back();
        else
            series.days.push_back({2, std::sin(day * 0.2) * 0.4, 0.4, 0.8});
    }
    series.period = {110, 0.02, 0.4, 44};
    return series;
}

} // namespace

class MarketMapTest final : public QObject, private WindowFixture {
    Q_OBJECT

private:
    ui::MarketMapPage& page() const { return m_window->pages().map(); }
    ui::HeatMap& heat() const { return *page().findChild<ui::HeatMap*>(); }
    ui::SeriesPanel& seriesPanel() const { return *page().findChild<ui::SeriesPanel*>(); }

    void openMap()
    {
        open();
        m_maps.clear();
        m_series.clear();
        connect(&page(), &ui::MarketMapPage::mapWanted, this,
            [this](const desk::MapRequest& request, int generation) {
                m_maps.push_back(request);
                m_mapGeneration = generation;
            });
        connect(&page(), &ui::MarketMapPage::seriesWanted, this,
            [this](const desk::SeriesRequest& request, int generation) {
                m_series.push_back(request);
                m_seriesGeneration = generation;
            });
        QTest::keyClick(m_window.get(), Qt::Key_G);
        QTest::keyClick(m_window.get(), Qt::Key_M);
        QTRY_COMPARE(m_maps.size(), std::size_t{1});
        page().showMap(map(), m_mapGeneration);
        QTRY_VERIFY(!m_series.empty());
        page().showSeries(series(m_series.back().query), m_seriesGeneration);
    }

    std::vector<desk::MapRequest> m_maps;
    std::vector<desk::SeriesRequest> m_series;
    int m_mapGeneration = 0;
    int m_seriesGeneration = 0;

private Q_SLOTS:
    void keysMoveTheCellAndOpenItsArticles()
    {
        openMap();
        QVERIFY(heat().hasFocus());
        QCOMPARE(heat().currentIndex().column(), 13); // the last day
        QTest::keyClick(&heat(), Qt::Key_Down);
        QTest::keyClick(&heat(), Qt::Key_Left);
        QTest::keyClick(&heat(), Qt::Key_Left);
        const std::size_t asked = m_requests.size();
        QTest::keyClick(&heat(), Qt::Key_Return);
        QCOMPARE(m_window->pages().current(), 0);
        QVERIFY(m_requests.size() > asked);
        QCOMPARE(search().text(),
            QStringLiteral("topic:\"Trade Policy & Supply Chain\" published:2026-11-21..2026-11-21"));
        QVERIFY(m_requests.back().query.find("2026-11-21..2026-11-21") != std::string::npos);
        QTest::keyClick(m_window.get(), Qt::Key_G); // and back: the cell is where it was
        QTest::keyClick(m_window.get(), Qt::Key_M);
        QTRY_COMPARE(m_window->pages().name(m_window->pages().current()), QStringLiteral("Market map"));
        QCOMPARE(heat().currentIndex().row(), 1);
        QCOMPARE(heat().currentIndex().column(), 11);
    }

    void aClickOpensACellAndAnEmptyOneOpensNothing()
    {
        openMap();
        QSignalSpy wanted(&page(), &ui::MarketMapPage::searchWanted);
        const auto click = [this](int row, int column) {
            QTest::mouseClick(heat().viewport(), Qt::LeftButton, {},
                heat().visualRect(heat().model()->index(row, column)).center());
        };
        click(0, 5); // of the first topic every sixth day has nothing
        QCOMPARE(wanted.size(), 0);
        click(0, 6);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(),
            QStringLiteral("topic:\"Geopolitics & War\" published:2026-11-16..2026-11-16"));
    }

    void everyCellIsSpoken()
    {
        openMap();
        QAccessibleInterface* table = QAccessible::queryAccessibleInterface(&heat());
        QVERIFY(table != nullptr && table->tableInterface() != nullptr);
        QCOMPARE(table->tableInterface()->rowCount(), 5);
        QAccessibleInterface* cell = table->tableInterface()->cellAt(4, 12);
        QVERIFY(cell != nullptr);
        const QString spoken = cell->text(QAccessible::Name);
        QVERIFY2(spoken.startsWith(QStringLiteral("Oil & Gas, Sun 22 Nov 2026: ")), qPrintable(spoken));
        QVERIFY(spoken.contains(QStringLiteral("sentiment ")));
        QCOMPARE(table->tableInterface()->cellAt(0, 5)->text(QAccessible::Name),
            QStringLiteral("Geopolitics & War, Sun 15 Nov 2026: no article"));
        heat().setCurrentIndex(heat().model()->index(0, 3));
        const QString before = heat().accessibleDescription();
        QTest::keyClick(&heat(), Qt::Key_Right);
        QVERIFY(before != heat().accessibleDescription());
        QVERIFY(heat().accessibleDescription().startsWith(QStringLiteral("Geopolitics & War, Sat 14 Nov")));
        QVERIFY(visibleWords().contains(heat().accessibleDescription())); // and stands below the map
        const QString tip = heat().currentIndex().data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(QStringLiteral("Geopolitics &amp; War, Sat 14 Nov")), qPrintable(tip));
    }

    void allControlsHaveNames()
    {
        openMap();
        for (const QWidget* widget : page().findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() != nullptr
                || !widget->isVisible() || qobject_cast<const QScrollArea*>(widget) != nullptr)
                continue;
            const auto* button = qobject_cast<const QToolButton*>(widget);
            const bool named
                = !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
            QVERIFY2(named, widget->metaObject()->className());
        }
    }

    void periodMeasureAndDayHaveKeys()
    {
        openMap();
        QTest::keyClick(&heat(), Qt::Key_P);
        QCOMPARE(m_maps.back().days, 30);
        QTest::keyClick(&heat(), Qt::Key_P);
        QCOMPARE(m_maps.back().days, 7);
        page().showMap(map(7), m_mapGeneration);
        QCOMPARE(heat().model()->columnCount(), 9);
        const QString sentiment = heat().model()->index(0, 0).data().toString();
        QTest::keyClick(&heat(), Qt::Key_C);
        QCOMPARE(heat().model()->index(0, 0).data().toString(), QStringLiteral("0.30"));
        QVERIFY(sentiment != QStringLiteral("0.30"));
        QTest::keyClick(&heat(), Qt::Key_Comma);
        QVERIFY(m_maps.back().last == lastDay() - std::chrono::days(1));
        QTest::keyClick(&heat(), Qt::Key_Period); // there is no later day than today
        QVERIFY(m_maps.back().last == lastDay() - std::chrono::days(1));
        QTest::keyClick(&heat(), Qt::Key_Q);
        QVERIFY(seriesPanel().box().hasFocus());
    }

    void aSavedSearchNarrowsTheMap()
    {
        openMap();
        for (const QToolButton* chip : page().findChildren<QToolButton*>()) {
            if (chip->menu() == nullptr || chip->accessibleName() != QStringLiteral("Which articles"))
                continue;
            chip->menu()->actions().last()->trigger();
            QCOMPARE(m_maps.back().filter, std::string("search:\"Oil or gas\""));
            QVERIFY(chip->text().startsWith(QStringLiteral("Oil or gas")));
        }
        QCOMPARE(m_maps.size(), std::size_t{2});
    }

    void theSeriesFollowsTheRowAndTheQuery()
    {
        openMap();
        QCOMPARE(m_series.back().query, std::string("topic:\"Geopolitics & War\""));
        QTest::keyClick(&heat(), Qt::Key_Down);
        QTRY_COMPARE(m_series.back().query, std::string("topic:\"Trade Policy & Supply Chain\""));
        seriesPanel().box().setFocus();
        QTest::keyClicks(&seriesPanel().box(), QStringLiteral("copper OR zinc"));
        QTest::keyClick(&seriesPanel().box(), Qt::Key_Return);
        QCOMPARE(m_series.back().query, std::string("copper OR zinc"));
        QCOMPARE(m_window->pages().name(m_window->pages().current()), QStringLiteral("Market map"));
        page().showSeries(series("copper OR zinc"), m_seriesGeneration);
        QSignalSpy wanted(&page(), &ui::MarketMapPage::searchWanted);
        auto* chart = page().findChild<ui::DayChart*>();
        chart->setFocus();
        QCOMPARE(chart->chosen(), 59);
        QTest::keyClick(chart, Qt::Key_Left);
        QCOMPARE(chart->chosen(), 57); // the day between has no article
        QVERIFY(chart->accessibleDescription().startsWith(QStringLiteral("Sat 21 Nov 2026: 2 articles")));
        QTest::keyClick(chart, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(),
            QStringLiteral("(copper OR zinc) published:2026-11-21..2026-11-21"));
        // News that arrive ask for the same again, not for the row's topic.
        m_window->pages().show(page());
        page().showMap(map(), m_mapGeneration);
        QCOMPARE(m_series.back().query, std::string("copper OR zinc"));
    }

    void staleAnswersAreDropped()
    {
        openMap();
        const int stale = m_mapGeneration;
        page().shown();
        desk::MarketMap other = map();
        other.topics.resize(1);
        page().showMap(other, stale);
        QCOMPARE(heat().model()->rowCount(), 5);
        page().showMap(other, m_mapGeneration);
        QCOMPARE(heat().model()->rowCount(), 1);
        page().showSeriesFailure(QStringLiteral("wrong"), m_seriesGeneration - 1);
        QVERIFY(!visibleWords().contains(QStringLiteral("wrong")));
    }

    void whatIsNotThereIsSaid()
    {
        openMap();
        desk::MarketMap none = map();
        none.topics.clear();
        none.movers.clear();
        none.usualDays = 1;
        none.articles = 0;
        page().shown();
        page().showMap(none, m_mapGeneration);
        const QString words = visibleWords().join(QLatin1Char('\n'));
        QVERIFY(words.contains(QStringLiteral("No analysed article in these 14 days.")));
        QVERIFY(words.contains(QStringLiteral("Too few days of news before it to tell what is usual.")));
        QVERIFY(words.contains(QStringLiteral("Nothing that was told on both days turned.")));
        page().shown();
        page().showMapFailure(QStringLiteral("column 9: expected a number"), m_mapGeneration);
        QVERIFY(visibleWords().contains(QStringLiteral("column 9: expected a number")));
        desk::DaySeries empty = series("tulips");
        empty.period = {};
        page().showSeries(empty, m_seriesGeneration);
        QVERIFY(visibleWords().contains(QStringLiteral("No analysed article in 60 days.")));
    }

    void volumesAndMoversOpenTheirArticles()
    {
        openMap();
        QSignalSpy wanted(&page(), &ui::MarketMapPage::searchWanted);
        const QList<ui::FigureList*> lists = page().findChildren<ui::FigureList*>();
        QCOMPARE(lists.size(), 2);
        QCOMPARE(
            lists[0]->model()->index(0, 0).data().toString(), QStringLiteral("Geopolitics & War")); // 2.0×
        lists[0]->setFocus();
        QTest::keyClick(lists[0], Qt::Key_Return);
        QCOMPARE(wanted.last().first().toString(),
            QStringLiteral(
                "topic:\"Geopolitics & War\" published:2026-11-22T14:32:00Z..2026-11-23T14:31:59Z"));
        m_window->pages().show(page());
        lists[1]->setFocus();
        QVERIFY(lists[1]
                    ->model()
                    ->index(0, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("sentiment from +0.10 to \u22120.21")));
        QTest::keyClick(lists[1], Qt::Key_Return);
        QCOMPARE(wanted.last().first().toString(), QStringLiteral("story:s4"));
    }

    void itHoldsAtAllSizes_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("dark");
        for (const QSize& size : {QSize(1600, 960), QSize(1280, 800), QSize(960, 700)}) {
            for (const double scale : {0.8, 1.0, 1.5, 2.0}) {
                for (const bool dark : {true, false})
                    QTest::addRow(
                        "%dx%d %.1f %s", size.width(), size.height(), scale, dark ? "dark" : "light")
                        << size << scale << dark;
            }
        }
    }

    void itHoldsAtAllSizes()
    {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        QFETCH(bool, dark);
        openMap();
        m_window->setDarkTheme(dark);
        m_window->setTextScale(scale);
        m_window->resize(size);
        QCoreApplication::processEvents();
        auto* outer = page().findChild<QScrollArea*>();
        QVERIFY2(outer->widget()->width() <= outer->viewport()->width(), "the page is wider than the window");
        QVERIFY(heat().height() >= heat().horizontalHeader()->height() + 3 * heat().rowHeight(0));
        const QRect side = seriesPanel().rect().translated(seriesPanel().mapTo(&page(), QPoint(0, 0)));
        const QRect map = heat().rect().translated(heat().mapTo(&page(), QPoint(0, 0)));
        QVERIFY2(!side.intersects(map), "the series cover the map");
        for (const QToolButton* button : page().findChildren<QToolButton*>()) {
            if (button->isVisible())
                QVERIFY2(button->width() >= button->fontMetrics().horizontalAdvance(button->text()),
                    qPrintable(button->text()));
        }
        if (const QString folder = qEnvironmentVariable("LEADLINE_PICTURES"); !folder.isEmpty())
            QVERIFY(m_window->grab().save(
                folder + QStringLiteral("/map %1.png").arg(QString::fromLatin1(QTest::currentDataTag()))));
    }
};

QTEST_MAIN(MarketMapTest)
#include "marketmap_test.moc"
