// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// The market map's questions over a real store, from the desk's signals to its answers.
#include <app/context.h>
#include <app/databasethread.h>
#include <app/mapdesk.h>

#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#include <support/teststore.h>

namespace {

constexpr int WaitMs = 20000;

} // namespace

class MapDeskTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<app::DatabaseThread> m_reader;
    std::unique_ptr<app::MapDesk> m_desk;
    std::vector<std::pair<desk::MarketMap, int>> m_maps;
    std::vector<std::pair<desk::DaySeries, int>> m_series;
    std::vector<std::pair<QString, int>> m_failures;

private Q_SLOTS:
    void initTestCase()
    {
        const std::filesystem::path file = m_folder.filePath(QStringLiteral("map.sqlite")).toStdString();
        {
            const auto database = support::openStore(file);
            const base::Source source = support::addSource(*database);
            std::vector<support::AnalysedArticle> batch;
            for (int at = 1; at <= 3; ++at)
                batch.push_back(
                    support::article(source, at, "Smelter " + std::to_string(at), "It cuts runs."));
            for (support::AnalysedArticle& one : batch)
                one.article.published = one.article.received
                    = app::currentInstant() - std::chrono::minutes(5);
            QVERIFY(support::storeBatch(*database, batch));
        }
        m_reader = std::make_unique<app::DatabaseThread>(
            store::Database::openForReading(file).value(), QStringLiteral("reader"));
        m_desk = std::make_unique<app::MapDesk>(*m_reader);
        connect(m_desk.get(), &app::MapDesk::mapRead, this,
            [this](const desk::MarketMap& map, int generation) { m_maps.emplace_back(map, generation); });
        connect(m_desk.get(), &app::MapDesk::seriesRead, this,
            [this](const desk::DaySeries& series, int generation) {
                m_series.emplace_back(series, generation);
            });
        for (auto failed : {&app::MapDesk::mapFailed, &app::MapDesk::seriesFailed})
            connect(m_desk.get(), failed, this, [this](const QString& reason, int generation) {
                m_failures.emplace_back(reason, generation);
            });
    }

    void cleanupTestCase()
    {
        m_desk.reset();
        m_reader.reset();
    }

    void init()
    {
        m_maps.clear();
        m_series.clear();
        m_failures.clear();
    }

    void aMapIsRead()
    {
        m_desk->readMap({}, 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_maps.size(), std::size_t{1}, WaitMs);
        QCOMPARE(m_maps[0].second, 1);
        QCOMPARE(m_maps[0].first.topics.size(), std::size_t{1});
        QCOMPARE(m_maps[0].first.topics[0].period.articles, std::int64_t{3});
        m_desk->readSeries({"smelter", 60, {}}, 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_series.size(), std::size_t{1}, WaitMs);
        QCOMPARE(m_series[0].first.period.articles, std::int64_t{3});
    }

    void onlyTheNewestQuestionIsAnswered()
    {
        QSemaphore go;
        m_reader->run(
            [&go](store::Database&) {
                go.acquire();
                return true;
            },
            this, [](bool) {});
        for (int generation = 10; generation < 20; ++generation) {
            m_desk->readMap({generation, {}, {}, {}}, generation);
            m_desk->readSeries({"smelter", generation, {}}, generation);
        }
        go.release();
        QTRY_COMPARE_WITH_TIMEOUT(m_series.size(), std::size_t{1}, WaitMs);
        QCOMPARE(m_maps.size(), std::size_t{1});
        QCOMPARE(m_maps[0].second, 19);
        QCOMPARE(m_series[0].second, 19);
    }

    void aWrongQueryIsSaidSo()
    {
        m_desk->readSeries({"impact>=high", 60, {}}, 21);
        QTRY_COMPARE_WITH_TIMEOUT(m_failures.size(), std::size_t{1}, WaitMs);
        QVERIFY(m_failures[0].first.contains(QStringLiteral("column")));
        m_desk->readMap({14, "impact>=high", {}, {}}, 22);
        QTRY_COMPARE_WITH_TIMEOUT(m_failures.size(), std::size_t{2}, WaitMs);
        QCOMPARE(m_failures[1].second, 22);
    }
};

QTEST_GUILESS_MAIN(MapDeskTest)
#include "mapdesk_test.moc"
