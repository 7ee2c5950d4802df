// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: alertstore.cpp firingwriter.cpp
// A program that puts articles into stories and asks rules of them is killed at random moments; another one goes
// on after it. In the end every article that matches has fired once, none twice. LEADLINE_KILLS says how often
// (20).
#include <desk/receipt.h>
#include <desk/ruleindex.h>
#include <store/alertrules.h>
#include <store/alertstore.h>
#include <store/maintenance.h>
#include <store/storystore.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <support/teststore.h>
#include <unistd.h>

#include <cstring>
#include <random>

namespace {

constexpr int WaitMs = 20000;
const base::Instant Now = base::fromUnix(1795010000);

void say(const std::string& line)
{
    if (::write(STDOUT_FILENO, line.data(), line.size()) < 0)
        ::_exit(4);
}

// As the program does it: what is due is matched, and stored with its mark. Gives how many were seen.
int evaluate(store::Database& database)
{
    const auto due = store::readDue(database, 7);
    const auto rules = store::readRules(database, Now);
    const auto edits = store::alertEdits(database);
    if (!due || !rules || !edits || due->empty())
        return 0;
    std::vector<desk::Query> queries;
    for (const desk::AlertRule& rule : *rules)
        queries.push_back(desk::ruleQueries(rule, Now)->match);
    desk::RuleIndex index(queries);
    std::vector<store::EvaluatedArticle> all;
    for (const store::DueArticle& one : *due) {
        store::EvaluatedArticle evaluated{one.id, one.fingerprint, {}, {}};
        for (const std::size_t at : index.matches(one.article, Now)) {
            store::RuleHit hit;
            hit.rule = &(*rules)[at];
            hit.level = hit.rule->level;
            hit.receipt.title = one.article.title;
            evaluated.hits.push_back(std::move(hit));
        }
        all.push_back(std::move(evaluated));
    }
    const auto fired = store::storeEvaluated(database, all, *edits, Now);
    if (!fired)
        say("failed\t" + fired.error().text() + '\n');
    return static_cast<int>(all.size());
}

int worker(const char* file, int from)
{
    const auto database = store::Database::openForWriting(file, support::migrations());
    if (!database) {
        say("failed\t" + database.error().text() + '\n');
        return 3;
    }
    say("open\n");
    const base::Source source = support::addSource(**database);
    for (int number = from;; number += 5) {
        std::vector<support::AnalysedArticle> batch;
        for (int at = number; at < number + 5; ++at)
            batch.push_back(support::article(source, at, (at % 2 == 0 ? "Oil " : "Wheat ") + std::to_string(at),
                "A tanker of number " + std::to_string(at)));
        const auto stored = support::storeBatch(**database, batch);
        std::vector<store::PlacedArticle> placed;
        for (std::size_t at = 0; stored && at < batch.size(); ++at) {
            store::PlacedArticle one;
            one.article = stored->ids[at];
            one.story = number + static_cast<std::int64_t>(at) + 1;
            one.novelty = 100;
            placed.push_back(std::move(one));
        }
        if (!stored || !store::placeArticles(**database, placed, Now))
            say("failed\tstoring\n");
        while (evaluate(**database) > 0)
            say("!\n");
    }
}

} // namespace

class AlertCrashTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noFiringIsLostOrDoubled()
    {
        bool given = false;
        const int asked = qEnvironmentVariableIntValue("LEADLINE_KILLS", &given);
        const int kills = given ? asked : 20;
        std::mt19937 random(20261129);
        QTemporaryDir folder;
        const std::string file = folder.filePath(QStringLiteral("a.sqlite")).toStdString();
        {
            const auto database = support::openStore(file);
            for (const char* text : {"oil", "tanker; class: critical", "wheat OR oil; name: Both"})
                QVERIFY(store::saveRule(*database, *desk::parseRule(text, Now), Now));
        }
        int acknowledged = 0;
        for (int kill = 0; kill < kills; ++kill) {
            QProcess process;
            process.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--worker"), QString::fromStdString(file), QString::number((kill + 1) * 10000)});
            QVERIFY(process.waitForStarted(WaitMs));
            QByteArray said;
            const auto wanted = static_cast<qsizetype>(1 + random() % 8);
            while (said.count('!') < wanted && process.waitForReadyRead(WaitMs))
                said += process.readAll();
            process.waitForFinished(static_cast<int>(random() % 20));
            process.kill();
            process.waitForFinished(WaitMs);
            said += process.readAll();
            QVERIFY2(!said.contains("failed"), said.constData());
            acknowledged += static_cast<int>(said.count('!'));
        }
        const auto database = support::openStore(file);
        // What was analysed and not yet in a story, or not yet seen, is taken up by the next start.
        const auto unplaced = store::readUnplaced(*database);
        std::vector<store::PlacedArticle> placed;
        std::int64_t story = 100000000;
        for (const store::Unplaced& one : *unplaced) {
            store::PlacedArticle place;
            place.article = one.article;
            place.story = ++story;
            place.novelty = 100;
            placed.push_back(std::move(place));
        }
        QVERIFY(store::placeArticles(*database, placed, Now));
        while (evaluate(*database) > 0) { }
        QVERIFY(store::checkStore(*database)->empty());
        SQLite::Database& handle = database->handle();
        const int articles = handle.execAndGet("SELECT count(*) FROM article WHERE mode <> ''").getInt();
        const int oil = handle.execAndGet("SELECT count(*) FROM article WHERE mode <> '' AND title LIKE 'Oil%'").getInt();
        QVERIFY(articles > kills * 5);
        QCOMPARE(handle.execAndGet("SELECT count(*) FROM firing").getInt(), 2 * articles + oil);
        QCOMPARE(handle.execAndGet("SELECT count(*) FROM (SELECT 1 FROM firing_article a JOIN firing f ON f.id = "
                                   "a.firing_id GROUP BY f.rule_id, a.article_id HAVING count(*) <> 1)")
                     .getInt(),
            0);
        QCOMPARE(*store::countDue(*database), std::int64_t{0});
        qInfo("%d kills: %d batches acknowledged, %d articles, %d firings; none lost, none doubled", kills,
            acknowledged, articles, 2 * articles + oil);
    }
};

int main(int argc, char** argv)
{
    if (argc == 4 && std::strcmp(argv[1], "--worker") == 0)
        return worker(argv[2], std::atoi(argv[3]));
    QCoreApplication application(argc, argv);
    AlertCrashTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "alertcrash_test.moc"
