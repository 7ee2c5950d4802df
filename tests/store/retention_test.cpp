// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <store/retention.h>
#include <store/ledgerstore.h>
#include <store/states.h>

#include <QTemporaryDir>
#include <QTest>

#include <support/teststore.h>

namespace {

constexpr std::int64_t Day = 86400;

base::Instant at(std::int64_t seconds) { return base::fromUnix(seconds); }

store::RetentionRule rule(std::int64_t source, std::optional<int> days, std::optional<std::int64_t> articles)
{
    return {source, days, articles};
}

} // namespace

class RetentionTest final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<store::Database> m_database;
    base::Source m_first;
    base::Source m_second;
    store::Ids m_ids; // of the first source, received on days 0 to 9

    base::Article article(const base::Source& source, int day)
    {
        base::Article article = support::article(
            source, day, "Title of day " + std::to_string(day), "Words of source " + source.title + ".")
                                    .article;
        article.received = at(day * Day);
        return article;
    }

    int removeAll(base::Instant now)
    {
        int all = 0;
        while (const int some = store::applyRetention(*m_database, now, 2).value())
            all += some;
        return all;
    }

private Q_SLOTS:
    void init()
    {
        static int file = 0;
        m_database = support::openStore(m_folder.filePath(QString::number(++file) + ".sqlite").toStdString());
        m_first = support::addSource(*m_database, "First");
        m_second = support::addSource(*m_database, "Second");
        std::vector<base::Article> articles;
        for (int day = 0; day < 10; ++day)
            articles.push_back(article(m_first, day));
        m_ids = store::storeArticles(*m_database, articles)->ids;
        QVERIFY(store::storeArticles(*m_database, std::vector{article(m_second, 0), article(m_second, 9)}));
    }

    void byAge()
    {
        const std::vector rules{rule(0, 5, std::nullopt)};
        const base::Instant now = at(10 * Day);
        const store::RetentionPreview preview = store::previewRetention(*m_database, rules, now).value();
        QCOMPARE(preview.articles, 6); // days 0 to 4 of the first, day 0 of the second
        QCOMPARE(preview.sources.size(), std::size_t{2});
        QCOMPARE(preview.sources[0].title, std::string("First"));
        QCOMPARE(preview.sources[0].articles, 5);
        QVERIFY(preview.oldest == at(0));
        QVERIFY(preview.newest == at(4 * Day));
        QVERIFY(preview.bytes > 6 * 30);
        QCOMPARE(support::page(*m_database, "").total, 12); // a preview changes nothing
        QCOMPARE(removeAll(now), 0); // nor do rules that were not stored
        QVERIFY(store::setRetention(*m_database, rules));
        QCOMPARE(removeAll(now), 6);
        QCOMPARE(support::page(*m_database, "").total, 6);
        QCOMPARE(support::page(*m_database, "words").total, 6);
        QVERIFY(store::checkStore(*m_database)->empty());
    }

    void byNumberAndOwnRules()
    {
        // The first source keeps its three newest, the others what is not older than a day.
        QVERIFY(
            store::setRetention(*m_database, {rule(0, 1, std::nullopt), rule(m_first.id, std::nullopt, 3)}));
        QCOMPARE(removeAll(at(10 * Day)), 7 + 1);
        QCOMPARE(support::page(*m_database, "source:First").total, 3);
        QCOMPARE(support::page(*m_database, "source:Second").total, 1);
        // A rule of its own without bounds: everything of it stays.
        QVERIFY(store::setRetention(
            *m_database, {rule(0, 1, std::nullopt), rule(m_first.id, std::nullopt, std::nullopt)}));
        QCOMPARE(removeAll(at(100 * Day)), 1);
        QCOMPARE(support::page(*m_database, "source:First").total, 3);
    }

    void whatTheAnalystTouchedStays()
    {
        QVERIFY(store::setStarred(*m_database, {m_ids[0]}, true));
        QVERIFY(store::setNote(*m_database, m_ids[1], "mine"));
        QVERIFY(store::addLabel(*m_database, {m_ids[2]}, "Oil"));
        QVERIFY(store::acceptDecision(*m_database, {m_ids[3], 0, "{}", at(1), {}}));
        const std::vector rules{rule(0, 1, 1)};
        QCOMPARE(store::previewRetention(*m_database, rules, at(100 * Day))->kept, 4);
        QVERIFY(store::setRetention(*m_database, rules));
        QCOMPARE(removeAll(at(100 * Day)), 8);
        QCOMPARE(support::page(*m_database, "").total, 4);
    }

    void aFeedDoesNotBringItBack()
    {
        QVERIFY(store::setRetention(*m_database, {rule(0, 5, std::nullopt)}));
        removeAll(at(10 * Day));
        const auto again
            = store::storeArticles(*m_database, std::vector{article(m_first, 0), article(m_first, 11)});
        QCOMPARE(again->added, 1);
        QCOMPARE(again->unchanged, 1);
        QCOMPARE(again->ids.front(), 0);
        QCOMPARE(support::page(*m_database, "").total, 7);
    }

    void badRulesAreRefusedAndNothingChanges()
    {
        QVERIFY(store::setRetention(*m_database, {rule(0, 5, std::nullopt)}));
        QVERIFY(store::setRetention(*m_database, {rule(0, 0, std::nullopt)}).error().code
            == base::ErrorCode::InvalidInput);
        QVERIFY(!store::setRetention(*m_database, {rule(0, std::nullopt, 0)}));
        QVERIFY(store::setRetention(*m_database, {rule(99, 5, std::nullopt)}).error().code
            == base::ErrorCode::NotFound);
        QVERIFY(!store::setRetention(*m_database, {rule(m_first.id, 5, 1), rule(m_first.id, 6, 1)}));
        const auto rules = store::readRetention(*m_database).value();
        QCOMPARE(rules.size(), std::size_t{1});
        QVERIFY(rules[0].days == 5);
    }
};

QTEST_GUILESS_MAIN(RetentionTest)
#include "retention_test.moc"
