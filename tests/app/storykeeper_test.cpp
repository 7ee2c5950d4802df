// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// Stories from files to lists: whatever the order of lines, over restarts, with what was said differently.
#include <app/context.h>
#include <app/databasethread.h>
#include <app/ingestjob.h>
#include <app/resourcefiles.h>
#include <app/statedesk.h>
#include <app/storydesk.h>
#include <app/storylistdesk.h>
#include <app/storyreport.h>
#include <store/articlestore.h>
#include <store/storystore.h>

#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <support/storypack.h>

#include <algorithm>
#include <map>

namespace {

constexpr int WaitMs = 60000;

QByteArray line(
    const char* id, const char* published, const char* source, const char* title, const char* body = "")
{
    return QByteArrayLiteral("{\"id\":\"") + id + "\",\"title\":\"" + title + "\",\"body\":\"" + body
        + "\",\"source\":\"" + source + "\",\"published\":\"" + published + "\"}\n";
}

} // namespace

class StoryKeeperTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<app::Context> m_context;
    int m_files = 0;
    const QList<QByteArray> m_news = {
        line("a1", "2026-03-02T07:01:00Z", "Wire", "Orvane to buy coatings maker Tessel for $7.8 billion",
            "Orvane agreed to acquire Tessel in a deal worth $7.8 billion, the companies said on Monday."),
        line("a2", "2026-03-02T07:20:00Z", "Desk", "Orvane agrees to acquire Tessel",
            "Orvane agreed to acquire Tessel in a deal worth $7.1 billion, the companies said on Monday."),
        line("a3", "2026-03-03T12:00:00Z", "Wire", "EU regulators to review Orvane's purchase of Tessel"),
        line("b1", "2026-03-02T07:05:00Z", "Wire", "Toyota recalls 1.2 million vehicles over fuel pumps"),
        line("b2", "2026-03-02T09:30:00Z", "Cars",
            "Toyota recall of 1.2 million vehicles: fuel pumps may fail"),
        line("c1", "2026-03-02T08:00:00Z", "Wire", "Kenya to send more police to Haiti"),
    };

    void ingest(const QList<QByteArray>& lines, std::shared_ptr<const engine::Pack> pack = nullptr)
    {
        const QString name = m_folder.filePath(QStringLiteral("n%1.ndjson").arg(++m_files));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (const QByteArray& each : lines)
            file.write(each);
        file.close();
        auto database = store::Database::openForWriting(
            m_context->storePath(), app::resourceFiles(QStringLiteral("migrations")));
        app::DatabaseThread writer(std::move(database).value(), QStringLiteral("writer"));
        app::IngestJob job(*m_context, pack ? pack : app::enginePack(*m_context).value(), writer);
        QSignalSpy finished(&job, &app::IngestJob::finished);
        job.add({name.toStdString()});
        while (job.isRunning())
            QVERIFY(finished.wait(WaitMs));
    }
    std::map<std::string, desk::ArticleRow> rows()
    {
        auto database = store::Database::openForReading(m_context->storePath());
        desk::FeedRequest request;
        request.limit = 500;
        std::map<std::string, desk::ArticleRow> list;
        base::Result<desk::FeedPage> page = store::readPage(**database, request, app::currentInstant());
        for (desk::ArticleRow& row : page->rows)
            list[row.guid] = std::move(row);
        return list;
    }

private Q_SLOTS:
    void init()
    {
        app::Options options;
        options.dataDir
            = m_folder.filePath(QString::number(QRandomGenerator::global()->generate())).toStdString();
        options.offline = true;
        std::filesystem::create_directories(options.dataDir);
        m_context = std::make_unique<app::Context>(app::makeContext(options));
    }

    void theOrderOfLinesMakesNoDifference_data()
    {
        QTest::addColumn<int>("turn");
        for (int turn = 0; turn < 6; ++turn)
            QTest::addRow("turned by %d", turn) << turn;
    }
    void theOrderOfLinesMakesNoDifference()
    {
        QFETCH(int, turn);
        QList<QByteArray> lines = m_news;
        std::rotate(lines.begin(), lines.begin() + turn, lines.end());
        ingest(lines);
        auto list = rows();
        QCOMPARE(list.size(), std::size_t{6});
        QCOMPARE(list["a1"].story, std::string("s1"));
        QCOMPARE(list["a2"].story, std::string("s1"));
        QCOMPARE(list["a3"].story, std::string("s1"));
        QCOMPARE(list["b1"].story, std::string("s2"));
        QCOMPARE(list["b2"].story, std::string("s2"));
        QCOMPARE(list["c1"].story, std::string("s3"));
        QCOMPARE(list["a1"].novelty, 100);
        QVERIFY(list["a2"].novelty < 80);
        QCOMPARE(list["a3"].storySources, 2);
        QCOMPARE(list["c1"].storySources, 1);
    }

    void storiesGoOnAfterARestart()
    {
        ingest({m_news[0], m_news[3], m_news[5]});
        ingest({m_news[4], m_news[2]});
        ingest({m_news[1]}); // told before the last, read after it
        auto list = rows();
        QCOMPARE(list["a1"].story, std::string("s1"));
        QCOMPARE(list["a2"].story, std::string("s1"));
        QCOMPARE(list["a3"].story, std::string("s1"));
        QCOMPARE(list["b2"].story, list["b1"].story);
        QVERIFY(list["c1"].story != list["a1"].story && list["c1"].story != list["b1"].story);
        // Weeks later the same words are another story.
        ingest({line(
            "d1", "2026-04-20T07:00:00Z", "Wire", "Toyota recalls 1.2 million vehicles over fuel pumps")});
        list = rows();
        QVERIFY(list["d1"].story != list["b1"].story);
        QCOMPARE(list["d1"].novelty, 100);
    }

    void storiesGoOnFromAnEarlierVersion()
    {
        ingest({m_news[0]});
        auto list = rows();
        {
            auto database = store::Database::openForWriting(
                m_context->storePath(), app::resourceFiles(QStringLiteral("migrations")));
            const std::vector<std::int64_t> ids = {list["a1"].id};
            auto kept = store::readFeatures(**database, ids);
            QVERIFY(kept && kept->size() == 1);
            kept->front().data.front() = '\1'; // its layout
            QVERIFY(store::saveStoryFeatures(**database, *kept));
        }
        ingest({m_news[2]});
        list = rows();
        QCOMPARE(list["a3"].story, list["a1"].story);
    }

    void aChangeByHandIsKept()
    {
        ingest(m_news.mid(0, 4));
        auto list = rows();
        {
            auto database = store::Database::openForWriting(
                m_context->storePath(), app::resourceFiles(QStringLiteral("migrations")));
            QVERIFY(store::splitStory(**database, 1, {list["a3"].id}, app::currentInstant()));
        }
        ingest({line(
            "a4", "2026-03-03T13:00:00Z", "Desk", "EU regulators to review Orvane's purchase of Tessel")});
        list = rows();
        QVERIFY(list["a3"].story != list["a1"].story);
        QCOMPARE(list["a4"].story, list["a3"].story); // its nearest, where the analyst put it
    }

    void twoAffairsMixedArePartedWhenALaterArticleShowsIt_data()
    {
        QTest::addColumn<QString>("byHand");
        QTest::newRow("nobody touched it") << QString();
        QTest::newRow("split and merged again by hand") << QStringLiteral("merged");
        QTest::newRow("parted, and that undone") << QStringLiteral("undone");
    }
    void twoAffairsMixedArePartedWhenALaterArticleShowsIt()
    {
        QFETCH(QString, byHand);
        const auto words = support::wordsAlone(app::enginePack(*m_context).value());
        ingest({line("q1", "2026-03-02T07:00:00Z", "Wire", "Quellara copper mine floods",
                    "Water filled the Quellara copper mine on Monday."),
                   line("q2", "2026-03-02T11:00:00Z", "Desk", "Quellara miners walk out over wages",
                       "Miners of the Quellara copper mine walked out over wages.")},
            words);
        auto list = rows();
        QCOMPARE(list["q2"].story, list["q1"].story);
        QVERIFY(list["q2"].novelty < 100);
        const auto byUser = [&](const auto& change) {
            auto database = store::Database::openForWriting(
                m_context->storePath(), app::resourceFiles(QStringLiteral("migrations")));
            QVERIFY(change(**database));
        };
        if (byHand == QLatin1String("merged")) {
            const std::int64_t flood = list["q1"].id;
            byUser([&](store::Database& database) {
                return store::splitStory(
                    database, *store::storyOf(database, flood), {flood}, app::currentInstant());
            });
            byUser([&](store::Database& database) {
                return store::mergeStories(database,
                    {*store::storyOf(database, flood), *store::storyOf(database, list["q2"].id)},
                    app::currentInstant());
            });
        }
        ingest({line("q3", "2026-03-02T15:00:00Z", "Union", "Union wants talks over wages as miners walk out",
                   "The miners walked out over wages, and their union wants talks.")},
            words);
        list = rows();
        QCOMPARE(list["q3"].story, list["q2"].story);
        if (byHand == QLatin1String("merged")) {
            QCOMPARE(list["q1"].story, list["q2"].story);
            QCOMPARE(list["q1"].storyArticles, 3);
            return;
        }
        QVERIFY(list["q1"].story != list["q2"].story);
        QCOMPARE(list["q1"].storyArticles, 1);
        QCOMPARE(list["q2"].storyArticles, 2);
        QCOMPARE(list["q2"].novelty, 100); // the first of its story now, and scored as such
        {
            auto database = store::Database::openForReading(m_context->storePath());
            const auto stored = store::readArticle(**database, list["q2"].id);
            for (const base::ImpactTerm& term : stored->analysis->impact.terms)
                QVERIFY(term.detail.find("article of its story") == std::string::npos);
            const auto changes = store::readStoryChanges(**database);
            QVERIFY(!changes->empty() && changes->front().move && !changes->front().byHand);
        }
        const auto more
            = line("q4", "2026-03-02T19:00:00Z", "Wire", "Miners walk out over wages for a second day",
                "The miners walked out over wages again, their union said, and it wants talks.");
        if (byHand.isEmpty()) {
            ingest({more}, words);
            list = rows();
            QCOMPARE(list["q4"].story, list["q2"].story);
            QCOMPARE(list["q1"].storyArticles, 1);
            return;
        }
        byUser([](store::Database& database) {
            return store::undoStoryChange(database, store::readStoryChanges(database)->front().id);
        });
        ingest({more}, words);
        list = rows();
        QCOMPARE(list["q1"].story, list["q2"].story); // it is not parted a second time
        QCOMPARE(list["q4"].story, list["q2"].story);
    }

    void theReportNamesWhoWasFirstAndWhoDisagrees()
    {
        ingest(m_news);
        auto list = rows();
        auto database = store::Database::openForReading(m_context->storePath());
        const auto pack = app::enginePack(*m_context).value();
        const auto report = app::storyReport(**database, *pack, list["a2"].id);
        QVERIFY(report && report->has_value());
        QCOMPARE((*report)->story.members.size(), std::size_t{3});
        QCOMPARE((*report)->story.members.front().article, list["a1"].id);
        QCOMPARE((*report)->contradictions.size(), std::size_t{1});
        QCOMPARE((*report)->contradictions.front().one.claim.said, std::string("7.8 billion"));
        QCOMPARE((*report)->contradictions.front().other.claim.said, std::string("7.1 billion"));
        const std::string text = app::storyText(**report, list["a2"].id);
        QVERIFY(text.find("STORY s1  3 articles, 2 sources") != std::string::npos);
        QVERIFY(text.find("Wire (first)") != std::string::npos);
        const std::string json = app::storyJson(**report);
        QVERIFY(json.find("\"said\":\"7.1 billion\"") != std::string::npos);
        // The impact says what its novelty rests on.
        const auto stored = store::readArticle(**database, list["a2"].id);
        const auto& terms = stored->analysis->impact.terms;
        QVERIFY(std::any_of(terms.begin(), terms.end(), [](const base::ImpactTerm& term) {
            return term.name == "novelty"
                && term.detail.find("2nd article of its story") != std::string::npos;
        }));
        QCOMPARE(stored->analysis->impact.score, list["a2"].impact);
    }

    void aRevisedArticleKeepsWhatItsPlaceMeans()
    {
        ingest(m_news);
        const auto noveltyTerm = [this](std::int64_t id) {
            auto database = store::Database::openForReading(m_context->storePath());
            const auto stored = store::readArticle(**database, id);
            for (const base::ImpactTerm& term : stored->analysis->impact.terms) {
                if (term.name == "novelty")
                    return term;
            }
            return base::ImpactTerm();
        };
        auto before = rows();
        const base::ImpactTerm placed = noveltyTerm(before["a2"].id);
        QVERIFY(placed.value < 0);
        --m_files; // the same file, written anew
        ingest({line("a2", "2026-03-02T07:20:00Z", "Desk", "Orvane agrees to acquire Tessel",
            "Orvane agreed to acquire Tessel in a deal worth $7.2 billion, the companies said on Monday.")});
        auto after = rows();
        QCOMPARE(after["a2"].id, before["a2"].id);
        QCOMPARE(after["a2"].story, before["a2"].story);
        QCOMPARE(after["a2"].novelty, before["a2"].novelty);
        const base::ImpactTerm revised = noveltyTerm(after["a2"].id);
        QCOMPARE(revised.value, placed.value);
        QVERIFY2(
            revised.detail.find("2nd article of its story") != std::string::npos, revised.detail.c_str());
        --m_files;
        // The first of a story told nothing known, whatever is mended in it.
        ingest({line("a1", "2026-03-02T07:01:00Z", "Wire", "Orvane to buy Tessel for $7.8 billion",
            "Orvane agreed to acquire Tessel in a deal worth $7.8 billion, the companies said.")});
        QVERIFY(noveltyTerm(before["a1"].id).detail.find("article of its story") == std::string::npos);
    }

    void theDeskReadsSplitsAndJoinsAndUndoBringsBack()
    {
        ingest(m_news);
        auto list = rows();
        const qint64 taken = list["a2"].id;
        const auto opened = [this] {
            return store::Database::openForWriting(
                m_context->storePath(), app::resourceFiles(QStringLiteral("migrations")));
        };
        app::DatabaseThread writer(opened().value(), QStringLiteral("writer"));
        app::DatabaseThread reader(
            store::Database::openForReading(m_context->storePath()).value(), QStringLiteral("reader"));
        app::StateDesk states(writer);
        app::StoryDesk stories(reader, writer, states);
        desk::StoryTimeline told;
        QSignalSpy read(&stories, &app::StoryDesk::storyRead);
        QSignalSpy changed(&stories, &app::StoryDesk::changed);
        QSignalSpy said(&stories, &app::StoryDesk::said);
        connect(&stories, &app::StoryDesk::storyRead, this,
            [&told](qint64, const desk::StoryTimeline& timeline) { told = timeline; });
        stories.read(taken); // asked before the engine's data are there: answered when they are
        stories.usePack(app::enginePack(*m_context).value());
        QVERIFY(read.wait(WaitMs));
        QCOMPARE(told.story.members.size(), std::size_t{3});
        QCOMPARE(told.disputes.size(), std::size_t{1});
        QCOMPARE(told.disputes.front().kind, std::string("figure"));
        QCOMPARE(told.disputes.front().one.said, std::string("7.8 billion"));
        QCOMPARE(told.disputes.front().one.source, std::string("Wire"));
        QCOMPARE(told.disputes.front().other.article, taken);
        stories.splitOff({taken});
        QVERIFY(changed.wait(WaitMs));
        QVERIFY(rows()["a2"].story != list["a1"].story);
        states.undo();
        QVERIFY(changed.wait(WaitMs));
        QCOMPARE(rows()["a2"].story, list["a1"].story);
        // The only article of a story cannot be taken out of it.
        stories.splitOff({list["c1"].id});
        QVERIFY(said.wait(WaitMs));
        QVERIFY2(said.back().at(0).toString().startsWith(QStringLiteral("Not taken out")),
            qPrintable(said.back().at(0).toString()));
        QCOMPARE(rows()["c1"].story, list["c1"].story);
        // Chosen articles are made one story, and apart again.
        stories.join({list["a1"].id, list["c1"].id});
        QVERIFY(changed.wait(WaitMs));
        QCOMPARE(rows()["c1"].story, rows()["a1"].story);
        states.undo();
        QVERIFY(changed.wait(WaitMs));
        QCOMPARE(rows()["c1"].story, list["c1"].story);
        QCOMPARE(rows()["a1"].story, list["a1"].story);
        stories.join({list["a1"].id, taken});
        QVERIFY(said.wait(WaitMs));
        QVERIFY2(said.back().at(0).toString().startsWith(QStringLiteral("Not joined")),
            qPrintable(said.back().at(0).toString()));
        // What the log holds is undone from there, and undo makes it again.
        stories.join({list["a1"].id, list["b1"].id});
        QVERIFY(changed.wait(WaitMs));
        app::StoryListDesk lists(reader);
        desk::StoryListPage listed;
        desk::StoryDetails details;
        QSignalSpy listRead(&lists, &app::StoryListDesk::listRead);
        QSignalSpy storyRead(&lists, &app::StoryListDesk::storyRead);
        connect(&lists, &app::StoryListDesk::listRead, this,
            [&listed](const desk::StoryListPage& page) { listed = page; });
        connect(&lists, &app::StoryListDesk::storyRead, this,
            [&details](qint64, const desk::StoryDetails& all) { details = all; });
        lists.readList({}, 7);
        QVERIFY(listRead.wait(WaitMs));
        QCOMPARE(listRead.back().at(1).toInt(), 7);
        QCOMPARE(listed.rows.size(), std::size_t{1});
        QCOMPARE(listed.rows[0].articles, 5);
        QCOMPARE(listed.rows[0].firstSource, std::string("Wire"));
        lists.readStory(listed.rows[0].id, {}); // asked before the engine's data are there
        lists.usePack(app::enginePack(*m_context).value());
        QVERIFY(storyRead.wait(WaitMs));
        QCOMPARE(details.timeline.story.members.size(), std::size_t{5});
        QVERIFY(!details.changes.empty() && details.changes.front().merge && details.changes.front().byHand);
        stories.undoChange(details.changes.front());
        QVERIFY(changed.wait(WaitMs));
        QCOMPARE(rows()["b1"].story, list["b1"].story);
        states.undo();
        QVERIFY(changed.wait(WaitMs));
        QCOMPARE(rows()["b1"].story, rows()["a1"].story);
        lists.readList({}, 8);
        lists.readList({"impact>=", desk::StorySort::Newest, false, 60, {}, {}}, 9);
        QSignalSpy failed(&lists, &app::StoryListDesk::listFailed);
        QVERIFY(failed.wait(WaitMs));
        QSignalSpy articlesRead(&lists, &app::StoryListDesk::articlesRead);
        lists.readArticles(list["a1"].id, QString::fromStdString(rows()["a1"].story), {});
        QVERIFY(articlesRead.wait(WaitMs));
        QCOMPARE(articlesRead.back().at(1).value<std::vector<desk::ArticleRow>>().size(), std::size_t{5});
        // Several are taken out together.
        stories.splitOff({list["b1"].id, list["b2"].id});
        QVERIFY(changed.wait(WaitMs));
        QCOMPARE(rows()["b1"].story, rows()["b2"].story);
        QVERIFY(rows()["b1"].story != rows()["a1"].story);
        // As of a moment before anything was received nothing is told.
        stories.read(taken, base::fromIso("2020-01-01T00:00:00Z"));
        QVERIFY(read.wait(WaitMs));
        QCOMPARE(told.story.members.size(), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(StoryKeeperTest)
#include "storykeeper_test.moc"
