// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: alertrules.cpp alertstore.cpp firingwriter.cpp firingjson.cpp decisionwatch.cpp
#include <desk/receipt.h>
#include <store/alertrules.h>
#include <store/alertstore.h>
#include <store/decisionwatch.h>
#include <store/savedsearches.h>
#include <store/ledgerstore.h>
#include <store/states.h>
#include <store/storedquery.h>
#include <store/storystore.h>

#include <base/analysisjson.h>

#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <support/teststore.h>

using desk::AlertClass;

class AlertStoreTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Database> m_database;
    base::Source m_source;
    const base::Instant m_now = base::fromUnix(1795010000);

    // Stored, analysed and put into a story.
    std::int64_t arrive(int number, const std::string& title, std::int64_t story, double impact = 0.5)
    {
        const auto stored = support::storeBatch(*m_database, {support::article(m_source, number, title, title + ". A body.", impact)});
        const std::int64_t id = stored->ids.front();
        store::PlacedArticle placed;
        placed.article = id;
        placed.story = story;
        placed.novelty = 60;
        const std::vector<store::PlacedArticle> all{placed};
        if (!store::placeArticles(*m_database, all, m_now))
            qFatal("not placed");
        return id;
    }

    desk::AlertRule rule(const std::string& text)
    {
        const auto read = store::parseStoredRule(*m_database, text, m_now);
        if (!read)
            qFatal("%s", read.error().message.c_str());
        const auto id = store::saveRule(*m_database, *read, m_now);
        if (!id)
            qFatal("%s", id.error().message.c_str());
        return *store::findRule(*m_database, std::to_string(*id), m_now);
    }

    // What is due, each with a hit of this rule.
    std::vector<store::EvaluatedArticle> hitsOf(const desk::AlertRule& rule, AlertClass level)
    {
        std::vector<store::EvaluatedArticle> all;
        const auto due = store::readDue(*m_database, 100);
        for (const store::DueArticle& one : *due) {
            store::RuleHit hit;
            hit.rule = &rule;
            hit.level = level;
            hit.receipt.title = one.article.title;
            hit.receipt.impact = one.article.impact;
            hit.receipt.clauses = {{"oil", true, "", {}, {{base::Field::Body, 3, 6}}}};
            all.push_back({one.id, one.fingerprint, {hit}, {}});
        }
        return all;
    }

    std::size_t fire(const desk::AlertRule& rule, AlertClass level, base::Instant at)
    {
        const auto fired = store::storeEvaluated(
            *m_database, hitsOf(rule, level), *store::alertEdits(*m_database), at);
        return fired ? fired->size() : 999;
    }

    std::int64_t due() { return *store::countDue(*m_database); }

private Q_SLOTS:
    void init()
    {
        m_database.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = support::openStore(m_folder->filePath(QStringLiteral("a.sqlite")).toStdString());
        m_source = support::addSource(*m_database);
    }

    void onlyWhatIsNewOrChangedIsDue()
    {
        const std::int64_t id = arrive(1, "Oil", 1);
        QCOMPARE(due(), 1);
        const auto seen = store::readDue(*m_database, 10);
        std::vector<store::EvaluatedArticle> all{{id, seen->front().fingerprint, {}, {}}};
        QVERIFY(store::storeEvaluated(*m_database, all, *store::alertEdits(*m_database), m_now));
        QCOMPARE(due(), 0);
        // An analysis of the same words is no news.
        support::AnalysedArticle same = support::article(m_source, 1, "Oil", "Oil. A body.", 0.9);
        QVERIFY(support::storeBatch(*m_database, {same}));
        QCOMPARE(due(), 0);
        // Other words are, as soon as they are analysed.
        support::AnalysedArticle changed = support::article(m_source, 1, "Oil is dearer than ever", "Another body", 0.9);
        QVERIFY(store::storeArticles(*m_database, std::vector<base::Article>{changed.article}));
        QCOMPARE(due(), 0);
        QVERIFY(support::storeBatch(*m_database, {changed}));
        QCOMPARE(due(), 1);
        // Of a text that is another by now nothing is marked.
        QVERIFY(store::storeEvaluated(*m_database, all, *store::alertEdits(*m_database), m_now));
        QCOMPARE(due(), 1);
    }

    void aStoryFiresARuleOnceUntilItsClassChanges()
    {
        const desk::AlertRule oil = rule("oil; class: info; cooldown: 6h");
        const auto at = [this](int hours) { return m_now + std::chrono::hours(hours); };
        arrive(1, "Oil one", 1);
        QCOMPARE(fire(oil, AlertClass::High, at(0)), std::size_t{1});
        arrive(2, "Oil two", 1);
        QCOMPARE(fire(oil, AlertClass::High, at(1)), std::size_t{0});
        // A critical one inside the cooldown fires.
        arrive(3, "Oil three", 1);
        QCOMPARE(fire(oil, AlertClass::Critical, at(2)), std::size_t{1});
        arrive(4, "Oil four", 1);
        QCOMPARE(fire(oil, AlertClass::High, at(3)), std::size_t{0});
        arrive(5, "Oil five", 1);
        QCOMPARE(fire(oil, AlertClass::High, at(9)), std::size_t{1});
        // The clock goes back: nothing fires twice.
        arrive(6, "Oil six", 1);
        QCOMPARE(fire(oil, AlertClass::High, at(-100)), std::size_t{0});
        // Another story is another matter.
        arrive(7, "Oil seven", 2);
        QCOMPARE(fire(oil, AlertClass::High, at(9)), std::size_t{1});
        const auto firings = store::readFirings(*m_database, {});
        QCOMPARE(firings->size(), std::size_t{4});
        const desk::Firing first = *store::readFiring(*m_database, firings->back().id);
        QCOMPARE(first.held, std::int64_t{1});
        QCOMPARE(first.articles.size(), std::size_t{2});
        QVERIFY(first.articles[0].fired && !first.articles[1].fired);
        QCOMPARE(first.articles[1].title, std::string("Oil two"));
        QCOMPARE(first.articles[0].clauses.front().spans.front().begin, 3U);
        QCOMPARE(first.ruleText, std::string("oil\nclass: info"));
        QCOMPARE(page("has:alert"), 6 + 1);
    }

    int page(const std::string& query) { return static_cast<int>(support::page(*m_database, query).rows.size()); }

    void aMergedStoryIsTheSameStory()
    {
        const desk::AlertRule oil = rule("oil");
        arrive(1, "Oil one", 1);
        arrive(2, "Oil two", 2);
        QCOMPARE(fire(oil, AlertClass::High, m_now), std::size_t{2});
        QVERIFY(store::mergeStories(*m_database, {1, 2}, m_now));
        arrive(3, "Oil three", 1);
        QCOMPARE(fire(oil, AlertClass::High, m_now), std::size_t{0});
    }

    void changedRulesStopTheBatch()
    {
        const desk::AlertRule oil = rule("oil");
        arrive(1, "Oil one", 1);
        const auto hits = hitsOf(oil, AlertClass::High);
        const std::int64_t edits = *store::alertEdits(*m_database);
        QVERIFY(store::snoozeRule(*m_database, oil.id, m_now + std::chrono::hours(8), m_now));
        const auto fired = store::storeEvaluated(*m_database, hits, edits, m_now);
        QVERIFY(!fired && fired.error().code == base::ErrorCode::Cancelled);
        QCOMPARE(due(), 1);
        for (const auto& change : {std::function<bool()>([&] { return bool(store::saveSearch(*m_database, {"S", "gas"})); }),
                 std::function<bool()>([&] { return bool(store::saveWatchlist(*m_database, {0, "W", {{desk::MemberKind::Word, "x"}}})); }),
                 std::function<bool()>([&] { return bool(store::removeWatchlist(*m_database, "w")); }),
                 std::function<bool()>([&] { return bool(store::removeRule(*m_database, oil.id, m_now)); })}) {
            const std::int64_t before = *store::alertEdits(*m_database);
            QVERIFY(change());
            QVERIFY(*store::alertEdits(*m_database) > before);
        }
    }

    void rulesAreKeptAndComeBack()
    {
        const desk::AlertRule oil = rule("oil impact>=0.5; name: Oil; quiet: 22:00-07:00 Europe/Berlin");
        QVERIFY(!store::saveRule(*m_database, *desk::parseRule("gas; name: OIL", m_now), m_now));
        QVERIFY(!store::saveRule(*m_database, *desk::parseRule("gas; name: Gas; off", m_now, {}), m_now)
            == false);
        QCOMPARE(*store::findRule(*m_database, "oil", m_now), oil);
        QCOMPARE(store::readRules(*m_database, m_now)->size(), std::size_t{2});
        arrive(1, "Oil one", 1);
        QCOMPARE(fire(oil, AlertClass::High, m_now), std::size_t{1});
        QCOMPARE(store::readRuleRows(*m_database, m_now)->front().firings, std::int64_t{1});
        // Its firings stay without it, and are its own again when it is put back.
        const desk::AlertRule gone = *store::removeRule(*m_database, oil.id, m_now);
        QCOMPARE(store::readFirings(*m_database, {})->front().ruleName, std::string("Oil"));
        QCOMPARE(*store::saveRule(*m_database, gone, m_now), oil.id);
        desk::AlertRule bad = gone;
        bad.query = "oil impact>=7";
        const auto refused = store::saveRule(*m_database, bad, m_now);
        QVERIFY(!refused && desk::errorColumn(refused.error()) == 13);
    }

    void aRuleWhoseSearchIsGoneSaysSo()
    {
        QVERIFY(store::saveSearch(*m_database, {"Mine", "oil"}));
        rule("search:Mine; name: Of a search");
        QVERIFY(store::removeSearch(*m_database, "Mine"));
        const auto rows = store::readRuleRows(*m_database, m_now);
        QCOMPARE(rows->front().rule.query, std::string("search:Mine"));
        QVERIFY(rows->front().problem.find("no saved search") != std::string::npos);
    }

    void firingsAreAcknowledgedAndDelivered()
    {
        const desk::AlertRule oil = rule("oil; class: critical");
        arrive(1, "Oil one", 1);
        arrive(2, "Oil two", 2);
        QCOMPARE(fire(oil, AlertClass::Critical, m_now), std::size_t{2});
        QCOMPARE(store::readFiringCounts(*m_database)->openCritical, std::int64_t{2});
        const auto waiting = store::readWaiting(*m_database);
        QCOMPARE(waiting->size(), std::size_t{2});
        QVERIFY(store::recordDelivery(*m_database,
            {{waiting->front().id}, "desktop", false, false, "Oil one", "there is no notification service"}, m_now));
        QCOMPARE(store::readWaiting(*m_database)->size(), std::size_t{2});
        QVERIFY(store::recordDelivery(*m_database, {{waiting->front().id}, "desktop", true, true, "Oil one", ""}, m_now));
        QCOMPARE(store::readWaiting(*m_database)->size(), std::size_t{1});
        QCOMPARE(store::acknowledge(*m_database, {waiting->back().id}, true, m_now)->size(), std::size_t{1});
        QCOMPARE(store::acknowledge(*m_database, {waiting->back().id}, true, m_now)->size(), std::size_t{0});
        QVERIFY(store::readWaiting(*m_database)->empty());
        QCOMPARE(store::readFirings(*m_database, {.open = true})->size(), std::size_t{1});
        QCOMPARE(store::acknowledgeAll(*m_database, m_now)->size(), std::size_t{1});
        QCOMPARE(store::readDeliveries(*m_database, 10)->size(), std::size_t{2});
        const desk::DeliveryLine newest = store::readDeliveries(*m_database, 1)->front();
        QCOMPARE(store::readDeliveries(*m_database, 10, newest.id)->size(), std::size_t{1});
        QVERIFY(!store::readDeliveries(*m_database, 10)->back().done);
    }

    void watchlistsAreAConditionOfSearches()
    {
        QVERIFY(store::saveWatchlist(*m_database,
            {0, "Book", {{desk::MemberKind::Entity, "United states"}, {desk::MemberKind::Word, "tanker"}}}));
        QVERIFY(store::saveWatchlist(*m_database, {0, "Topics", {{desk::MemberKind::Topic, "oil & gas"}}}));
        arrive(1, "Wheat", 1);
        QCOMPARE(page("watchlist:book"), 1);
        QCOMPARE(page("-watchlist:Book"), 0);
        QCOMPARE(page("watchlist:Topics wheat"), 1);
        QVERIFY(store::saveWatchlist(*m_database, {0, "BOOK", {{desk::MemberKind::Word, "tanker"}}}));
        QCOMPARE(page("watchlist:Book"), 0);
        QVERIFY(!store::parseStoredQuery(*m_database, "watchlist:None", m_now));
        QVERIFY(store::renameWatchlist(*m_database, "Book", "Ships"));
        QVERIFY(!store::renameWatchlist(*m_database, "Ships", "topics"));
        const auto navigation = store::readNavigation(*m_database, m_now);
        QCOMPARE(navigation->watchlists.size(), std::size_t{2});
        QCOMPARE(navigation->watchlists[0].query, std::string("watchlist:Ships"));
        QCOMPARE(navigation->watchlists[1].count, std::int64_t{1});
    }

    void rowsSayWhichWatchlistsTheyAreOf()
    {
        const auto rows = [&](const std::string& query = {}) {
            desk::FeedRequest request;
            request.query = query;
            const auto page = store::readPage(*m_database, request, m_now);
            if (!page)
                qFatal("%s", page.error().text().c_str());
            return page->rows;
        };
        const std::int64_t wheat = arrive(1, "Wheat", 1);
        arrive(2, "A tanker", 2);
        using Names = std::vector<std::string>;
        QCOMPARE(rows().front().watchlists, Names{});
        QVERIFY(store::saveWatchlist(*m_database, {0, "Ships", {{desk::MemberKind::Word, "Tanker"}}}));
        QVERIFY(store::saveWatchlist(*m_database,
            {0, "Book", {{desk::MemberKind::Entity, "united states"}, {desk::MemberKind::Word, "wheat"}}}));
        QVERIFY(store::saveWatchlist(*m_database, {0, "Empty", {}}));
        for (const desk::ArticleRow& row : rows()) {
            for (const std::string name : {"Ships", "Book", "Empty"}) {
                const bool listed = std::find(row.watchlists.begin(), row.watchlists.end(), name) != row.watchlists.end();
                const auto found = rows("watchlist:" + name);
                const bool expected = std::any_of(found.begin(), found.end(),
                    [&](const desk::ArticleRow& one) { return one.id == row.id; });
                QVERIFY2(listed == expected, (row.title + ", " + name).c_str());
            }
        }
        const auto marked = store::readRows(*m_database, {wheat});
        QCOMPARE(marked->front().watchlists, Names{"Book"});
    }

    void laterArticlesChangeAcceptedDecisions()
    {
        const std::int64_t first = arrive(1, "Oil one", 1);
        base::Analysis frozen;
        base::Decision decision;
        decision.title = "Long freight";
        decision.entryWhen = "event:trade.deal tanker";
        decision.invalidationWhen = "calm";
        decision.horizon.maxDays = 10;
        frozen.decisions = {decision};
        QVERIFY(store::acceptDecision(*m_database, {first, 0, base::toJson(frozen, base::JsonDetail::Full), base::fromUnix(1795000150), {}}));
        const auto watched = store::readWatchedDecisions(*m_database);
        QCOMPARE(watched->size(), std::size_t{2});
        const auto see = [&](int number, const std::string& title) {
            arrive(number, title, number);
            std::vector<store::EvaluatedArticle> all;
            const auto arrived = store::readDue(*m_database, 10);
            const auto watching = store::readWatchedDecisions(*m_database);
            for (const store::DueArticle& due : *arrived) {
                store::EvaluatedArticle one{due.id, due.fingerprint, {}, {}};
                for (const store::WatchedDecision& each : *watching) {
                    const desk::Query query = *store::parseStoredQuery(*m_database, each.query, m_now);
                    if (!desk::ArticleMatcher(due.article).matches(query))
                        continue;
                    if (const auto hit = store::decisionHit(*m_database, each, query, due); *hit)
                        one.decisions.push_back(**hit);
                }
                all.push_back(std::move(one));
            }
            QVERIFY(store::storeEvaluated(*m_database, all, *store::alertEdits(*m_database), m_now));
        };
        const auto state = [&] { return desk::stateOf(store::readLedger(*m_database)->front(), m_now); };
        QCOMPARE(state(), std::string("open"));
        see(2, "A tanker is seized");
        QCOMPARE(state(), std::string("triggered"));
        const desk::LedgerEntry told = store::readLedger(*m_database)->front();
        QCOMPARE(told.changes.back().sentence, std::string("A tanker is seized."));
        QCOMPARE(told.changes.back().byTitle, std::string("A tanker is seized"));
        const base::Instant before = m_now - std::chrono::seconds(1);
        QCOMPARE(desk::stateOf(store::readLedger(*m_database, before)->front(), before),
            std::string("open")); // as it was then
        see(3, "All is calm");
        QCOMPARE(state(), std::string("review"));
        QVERIFY(store::readWatchedDecisions(*m_database)->empty());
        QCOMPARE(*store::expireDecisions(*m_database, base::fromUnix(1795000150 + 86400 * 9)), 0);
        QCOMPARE(*store::expireDecisions(*m_database, base::fromUnix(1795000150 + 86400 * 10)), 1);
        QCOMPARE(*store::expireDecisions(*m_database, base::fromUnix(1795000150 + 86400 * 11)), 0);
        QCOMPARE(store::readLedger(*m_database)->front().changes.back().state, std::string("expired"));
    }
};

QTEST_GUILESS_MAIN(AlertStoreTest)
#include "alertstore_test.moc"
