// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: rehearsal.cpp rulecheck.cpp rulestream.cpp ruleexplain.cpp receipt.cpp
#include <desk/receipt.h>
#include <desk/rulestream.h>
#include <store/rehearsal.h>
#include <store/storystore.h>

#include <QTemporaryDir>
#include <QTest>

#include <support/teststore.h>

using desk::AlertClass;

class RehearsalTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Database> m_database;
    base::Source m_source;
    const base::Instant m_now = base::fromUnix(1795100000);

    struct Told {
        const char* title;
        int story;
        double impact;
        int hoursAgo;
        base::Mode mode = base::Mode::News;
        int toldHoursBefore = 0;
        double sentiment = 0;
    };

    std::vector<std::int64_t> tell(const std::vector<Told>& all)
    {
        std::vector<support::AnalysedArticle> batch;
        int number = 0;
        for (const Told& one : all) {
            support::AnalysedArticle made = support::article(m_source, ++number, one.title, std::string(one.title) + " is told here. Oil rose.", one.impact);
            made.article.received = m_now - std::chrono::hours(one.hoursAgo);
            made.article.published = made.article.received - std::chrono::hours(one.toldHoursBefore);
            made.analysis.mode = one.mode;
            made.analysis.sentiment.score = one.sentiment;
            batch.push_back(std::move(made));
        }
        const auto stored = support::storeBatch(*m_database, batch);
        std::vector<store::PlacedArticle> placed;
        for (std::size_t at = 0; at < all.size(); ++at) {
            store::PlacedArticle one;
            one.article = stored->ids[at];
            one.story = all[at].story;
            one.novelty = 80;
            placed.push_back(std::move(one));
        }
        if (!store::placeArticles(*m_database, placed, m_now))
            qFatal("not placed");
        return stored->ids;
    }

    desk::AlertRule rule(const std::string& text) const { return desk::parseRule(text, m_now).value(); }
    desk::Rehearsal rehearse(const std::string& text, int days = 7)
    {
        return store::rehearse(*m_database, rule(text), days, m_now).value();
    }

private Q_SLOTS:
    void init()
    {
        m_database.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = support::openStore(m_folder->filePath(QStringLiteral("a.sqlite")).toStdString());
        m_source = support::addSource(*m_database);
    }

    void aRehearsalSaysWhenAndOnWhat()
    {
        tell({{"Gallium one", 1, 0.4, 100}, {"Gallium two", 1, 0.5, 90}, {"Gallium three", 1, 0.9, 89},
            {"Gallium four", 2, 0.26, 50}, {"Gallium five", 3, 0.1, 40}, {"Gallium six", 4, 0.6, 30, base::Mode::Opinion},
            {"Gallium old", 5, 0.6, 20, base::Mode::News, 24 * 20}, {"Gallium seven", 6, 0.35, 10}, {"Other", 7, 0.9, 5},
            {"Gallium before", 8, 0.9, 24 * 9}});
        int said = 0;
        const auto made = store::rehearse(*m_database, rule("gallium impact>=0.3; critical: impact>=0.8"), 7, m_now,
            [&](std::int64_t done, std::int64_t of) {
                ++said;
                return done <= of;
            });
        QVERIFY(made && said >= 3);
        QCOMPARE(made->articles, std::int64_t{9});
        QCOMPARE(made->firings.size(), std::size_t{3});
        QCOMPARE(made->firings[0].title, std::string("Gallium seven"));
        QCOMPARE(made->firings[1].title, std::string("Gallium three"));
        QVERIFY(made->firings[1].level == AlertClass::Critical);
        QCOMPARE(made->firings[2].title, std::string("Gallium one"));
        QCOMPARE(made->firings[2].held, 1);
        QCOMPARE(made->stories, std::int64_t{2});
        QCOMPARE(made->misses.size(), std::size_t{1});
        QCOMPARE(made->misses.front().title, std::string("Gallium four"));
        QCOMPARE(made->misses.front().reason, std::string("0.26, not impact>=0.3"));
        int days = 0;
        for (const int count : made->perDay)
            days += count;
        QCOMPARE(days, 3);
        QCOMPARE(rehearse("gallium impact>=0.3", 30).firings.size(), std::size_t{3});
        QCOMPARE(rehearse("gallium impact>=0.3; fresh: any; opinion: yes").firings.size(), std::size_t{4});
        // A time counts back from when each article came in.
        QCOMPARE(rehearse("gallium published:24h impact>=0.3").firings.size(), std::size_t{2});
        const auto ended = store::rehearse(*m_database, rule("gallium"), 7, m_now, [](auto, auto) { return false; });
        QVERIFY(!ended && ended.error().code == base::ErrorCode::Cancelled);
    }

    void whatCrossesFiresOnce()
    {
        tell({{"Tanker one", 1, 0.4, 60}, {"Tanker two", 1, 0.7, 50}, {"Tanker three", 1, 0.9, 40}, {"Tanker four", 2, 0.8, 30},
            {"Tanker five", 3, 0.55, 20}});
        const desk::Rehearsal made = rehearse("tanker; crosses: impact above 0.6");
        QCOMPARE(made.firings.size(), std::size_t{2});
        QCOMPARE(made.firings[1].title, std::string("Tanker two"));
        QVERIFY(made.firings[1].reason.find("0.70, of its story before 0.40") != std::string::npos);
        QCOMPARE(made.misses.size(), std::size_t{1});
        QCOMPARE(made.misses.front().title, std::string("Tanker five"));
        QCOMPARE(rehearse("tanker; crosses: first source").firings.size(), std::size_t{3});
        QCOMPARE(rehearse("tanker; crosses: novelty above 81").firings.size(), std::size_t{0});
    }

    void volumeAndSentimentAreOfTheStream()
    {
        std::vector<Told> all;
        for (int hours = 150; hours > 30; hours -= 24)
            all.push_back({"Lithium", hours, 0.5, hours, base::Mode::News, 0, 0.4});
        for (int hours = 20; hours > 12; --hours)
            all.push_back({"Lithium", hours, 0.5, hours, base::Mode::News, 0, -0.3});
        tell(all);
        const desk::Rehearsal volume = rehearse("lithium; crosses: volume above 3x in 24h");
        QCOMPARE(volume.firings.size(), std::size_t{1}); // it stays beyond: not again
        QVERIFY(volume.firings.front().reason.starts_with("volume 3, usually"));
        QCOMPARE(rehearse("lithium; crosses: sentiment falls 0.5 in 3d").firings.size(), std::size_t{1});
        QCOMPARE(rehearse("lithium; crosses: sentiment rises 0.5 in 3d").firings.size(), std::size_t{0});
        QCOMPARE(rehearse("lithium; crosses: sentiment falls 0.8 in 3d").firings.size(), std::size_t{0});
    }

    void figuresOfTooFewSayNothing()
    {
        desk::RuleStream stream;
        const desk::Crossing fall{desk::Crossing::Kind::SentimentFall, 0.1, 24};
        const desk::Crossing volume{desk::Crossing::Kind::Volume, 2, 24};
        for (int hour = 0; hour < 2; ++hour)
            stream.add(m_now - std::chrono::hours(2 - hour), -1.0);
        QVERIFY(!stream.figure(fall, m_now).crossed);
        QVERIFY(!stream.figure(volume, m_now).crossed);
        stream.add(m_now, std::nullopt);
        QVERIFY(stream.figure(volume, m_now).crossed);
        QVERIFY(!stream.figure(fall, m_now).crossed);
    }

    void whyNotNamesTheClauseThatFailed()
    {
        const auto ids = tell({{"Gallium export licences", 1, 0.28, 10}, {"Old news of gallium", 2, 0.9, 9, base::Mode::News, 24 * 12}});
        const desk::WhyNot why = *store::whyNot(*m_database, rule("topic:\"Oil & Gas\" gallium impact>=0.3"), ids[0], m_now);
        QVERIFY(!why.fires);
        std::vector<std::string> failed;
        for (const desk::Clause& clause : why.clauses) {
            if (!clause.holds)
                failed.push_back(clause.text + ": " + clause.found);
        }
        QCOMPARE(failed, (std::vector<std::string>{"impact>=0.3: 0.28"}));
        QCOMPARE(why.clauses[0].found, std::string("Oil & Gas 0.90"));
        QVERIFY(!why.clauses[1].spans.empty()); // the word in headline and text
        QVERIFY(store::whyNot(*m_database, rule("gallium impact>=0.2"), ids[0], m_now)->fires);
        QVERIFY(!store::whyNot(*m_database, rule("gallium; snooze: 8h"), ids[0], m_now)->fires);
        const desk::WhyNot old = *store::whyNot(*m_database, rule("gallium"), ids[1], m_now);
        QVERIFY(!old.fires);
        QCOMPARE(old.clauses.back().text, std::string("fresh: 7d"));
        QVERIFY(!store::whyNot(*m_database, rule("gallium"), 999, m_now));
    }

    void aReceiptQuotesItsEvidence()
    {
        desk::MatchedArticle matched;
        base::Article article;
        article.title = matched.title = "Metals";
        article.body = matched.body = "A first sentence that is long enough to be cut away from the quote of it all, surely. "
                                      "Then Beijing tightened export licences for gallium. \u00C9nd of it.";
        const auto query = desk::parseQuery("gallium export", m_now);
        const desk::FiringArticle made = desk::receiptOf(*query, matched, article, nullptr, 2, m_now);
        QCOMPARE(made.revision, 3);
        QVERIFY(made.quote.starts_with("\u2026"));
        QCOMPARE(made.quoteHits.size(), std::size_t{2});
        QCOMPARE(std::string(base::slice(made.quote, made.quoteHits[1])), std::string("gallium"));
        QCOMPARE(desk::sentenceAt(article.body, article.body.find("gallium")),
            std::string("Then Beijing tightened export licences for gallium."));
    }
};

QTEST_GUILESS_MAIN(RehearsalTest)
#include "rehearsal_test.moc"
