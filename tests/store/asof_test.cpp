// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <store/asof.h>
#include <store/states.h>
#include <store/storedquery.h>

#include <QTemporaryDir>
#include <QTest>

#include <support/teststore.h>

#include <set>

namespace {

constexpr std::int64_t Start = 1795000000;
constexpr std::int64_t Hour = 3600;

base::Instant at(std::int64_t hours) { return base::fromUnix(Start + hours * Hour); }

} // namespace

// A day in the life of a store: what each hour saw must be what it sees when the clock is set back.
class AsOfTest final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<store::Database> m_database;
    base::Source m_source;

    std::int64_t receive(int number, const std::string& title, const std::string& body, std::int64_t hour)
    {
        base::Article article = support::article(m_source, number, title, body).article;
        article.received = at(hour);
        article.published = at(hour);
        article.fingerprint = std::hash<std::string>()(title + body);
        return store::storeArticles(*m_database, std::vector{article})->ids.front();
    }

    void analyse(std::int64_t id, double impact, const std::string& topic, std::int64_t hour)
    {
        store::FinishedAnalysis finished;
        finished.article = id;
        finished.fingerprint = store::readArticle(*m_database, id)->article.fingerprint;
        finished.analysis = support::article(m_source, 1, "", "", impact).analysis;
        finished.analysis.topics = {{topic, 0.9, {}}};
        QCOMPARE(store::storeAnalyses(*m_database, std::vector{finished}, at(hour)).value(), 1);
    }

    desk::FeedPage page(std::int64_t hour, const std::string& query = {}, int limit = 100,
        std::optional<desk::Cursor> after = {})
    {
        desk::FeedRequest request;
        request.query = query;
        request.limit = limit;
        request.asOf = at(hour);
        request.after = after;
        request.count = true;
        return store::readPage(*m_database, request, at(1000)).value();
    }

    QStringList titles(std::int64_t hour, const std::string& query = {})
    {
        QStringList list;
        for (const desk::ArticleRow& row : page(hour, query).rows)
            list << QString::fromStdString(row.title);
        return list;
    }

private Q_SLOTS:
    void init()
    {
        static int file = 0;
        m_database = support::openStore(m_folder.filePath(QString::number(++file) + ".sqlite").toStdString());
        m_source = support::addSource(*m_database);
    }

    void whatCameLaterIsNotThere()
    {
        const std::int64_t first = receive(1, "Oil rises", "It rose.", 1);
        analyse(first, 0.4, "Oil & Gas", 1);
        const std::int64_t second = receive(2, "Gas falls", "It fell.", 3);
        analyse(second, 0.9, "Oil & Gas", 3);
        QCOMPARE(titles(0), QStringList());
        QCOMPARE(titles(2), QStringList{"Oil rises"});
        QCOMPARE(titles(3), (QStringList{"Gas falls", "Oil rises"}));
        QCOMPARE(page(2).total, 1);
        QVERIFY(store::readArticleAsOf(*m_database, second, at(2)).error().code == base::ErrorCode::NotFound);
        QCOMPARE(store::readArticleAsOf(*m_database, first, at(2))->article.title, std::string("Oil rises"));
        // "24h" counts back from then.
        QCOMPARE(titles(26, "received:24h"), QStringList{"Gas falls"});
    }

    void countsAndMarksKeepToWhatHadCome()
    {
        const std::int64_t first = receive(1, "Oil rises", "It rose.", 1);
        receive(2, "Oil falls", "It fell.", 3);
        const auto then = store::parseStoredQuery(*m_database, "oil", at(9), at(2)).value();
        QCOMPARE(store::countMatches(*m_database, then)->count, 1);
        QCOMPARE(store::markMatchesRead(*m_database, then).value(), store::Ids{first});
        // "1h" counts back from then, not from now.
        const auto lately = store::parseStoredQuery(*m_database, "received:1h", at(9), at(3)).value();
        QCOMPARE(store::countMatches(*m_database, lately)->count, 1);
    }

    void scoresOfLaterAreNotKnown()
    {
        const std::int64_t id = receive(1, "Oil rises", "It rose.", 1);
        QVERIFY(!page(2).rows.front().analysed);
        analyse(id, 0.4, "Oil & Gas", 3);
        analyse(id, 0.8, "Metals & Mining", 5);
        QVERIFY(!page(2).rows.front().analysed);
        QVERIFY(!store::readArticleAsOf(*m_database, id, at(2))->analysis);
        QCOMPARE(page(4).rows.front().impact, 0.4);
        QCOMPARE(page(4).rows.front().topics, std::vector<std::string>{"Oil & Gas"});
        QCOMPARE(store::readArticleAsOf(*m_database, id, at(4))->analysis->impact.score, 0.4);
        QCOMPARE(page(6).rows.front().impact, 0.8);
        QCOMPARE(titles(4, "impact>=0.5"), QStringList());
        QCOMPARE(titles(6, "impact>=0.5"), QStringList{"Oil rises"});
        QCOMPARE(titles(4, "topic:\"Oil & Gas\""), QStringList{"Oil rises"});
        QCOMPARE(titles(6, "topic:\"Oil & Gas\""), QStringList());
        QCOMPARE(page(4, "impact>=0.5").total, 0);
        QCOMPARE(page(6, "impact>=0.5").total, 1);
    }

    void formerTextsComeBack()
    {
        const std::int64_t id = receive(1, "Oil rises", "It rose by two percent.", 1);
        analyse(id, 0.4, "Oil & Gas", 2);
        QCOMPARE(receive(1, "Oil jumps", "It rose by nine percent.", 5), id);
        analyse(id, 0.7, "Oil & Gas", 6);
        QCOMPARE(titles(3), QStringList{"Oil rises"});
        QCOMPARE(titles(5), QStringList{"Oil jumps"});
        QCOMPARE(titles(3, "two"), QStringList{"Oil rises"});
        QCOMPARE(titles(3, "nine"), QStringList());
        QCOMPARE(titles(7, "nine"), QStringList{"Oil jumps"});
        QCOMPARE(page(3).rows.front().impact, 0.4);
        QVERIFY(!page(5).rows.front().analysed); // the new text was not analysed yet
        const store::StoredArticle then = store::readArticleAsOf(*m_database, id, at(3)).value();
        QCOMPARE(then.article.body, std::string("It rose by two percent."));
        QCOMPARE(then.revisions, 0);
        QCOMPARE(then.analysis->impact.score, 0.4);
        QCOMPARE(store::readArticleAsOf(*m_database, id, at(7))->revisions, 1);
        QVERIFY(store::setStarred(*m_database, {id}, true));
        QCOMPARE(titles(3, "is:starred"), QStringList{"Oil rises"}); // states are those of now
    }

    void pagesFollowOneAnother()
    {
        // Every third article was revised and analysed again since, so that the order of then differs.
        for (int number = 0; number < 60; ++number) {
            const std::int64_t id = receive(number, "Title " + std::to_string(number), "Copper text.", 1);
            analyse(id, (number * 37 % 60) / 60.0, "Metals", 1);
        }
        for (int number = 0; number < 60; number += 3) {
            const std::int64_t id
                = receive(number, "Title " + std::to_string(number) + " again", "Copper text, revised.", 9);
            analyse(id, 1 - (number * 37 % 60) / 60.0, "Metals", 10);
        }
        for (const char* query : {"", "copper", "sort:published", "impact>=0.5"}) {
            std::set<std::int64_t> seen;
            std::optional<desk::Cursor> after;
            double last = 2;
            const std::int64_t total = page(5, query).total;
            do {
                const desk::FeedPage part = page(5, query, 7, after);
                QVERIFY(part.rows.size() <= 7);
                for (const desk::ArticleRow& row : part.rows) {
                    QVERIFY(seen.insert(row.id).second);
                    QVERIFY(!QString::fromStdString(row.title).contains("again"));
                    if (part.sort == desk::Sort::Impact) {
                        QVERIFY(row.impact <= last);
                        last = row.impact;
                    }
                }
                after = part.next;
            } while (after);
            QCOMPARE(static_cast<std::int64_t>(seen.size()), total);
            QCOMPARE(static_cast<int>(seen.size()), std::string_view(query) == "impact>=0.5" ? 30 : 60);
        }
    }
};

QTEST_GUILESS_MAIN(AsOfTest)
#include "asof_test.moc"
