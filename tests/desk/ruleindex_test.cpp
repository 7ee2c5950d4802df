// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: ruleindex.cpp ruleconditions.cpp
#include <base/strings.h>
#include <desk/ruleindex.h>

#include <QTest>

#include <random>
#include <set>

// The index finds exactly the rules that match when each is asked by itself, and looks at few others.
class RuleIndexTest final : public QObject {
    Q_OBJECT

    const base::Instant m_now = base::fromUnix(1795000000);
    std::mt19937 m_random{20261129};

    std::size_t below(std::size_t bound)
    {
        return std::uniform_int_distribution<std::size_t>(0, bound - 1)(m_random);
    }
    template <class T> const T& oneOf(const std::vector<T>& list) { return list[below(list.size())]; }
    bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }

    const std::vector<std::string> m_words{"oil", "Oil", "gas", "price", "prices", "priced", "caf\u00E9",
        "cafe\u0301", "Z\u00FCrich", "zurich", "stra\u00DFe", "\u0433\u0430\u0437", "\u77F3\u6CB9", "don't",
        "AT&T", "U.S.", "3.5", "2026", "G-7", "sanction", "sanctions", "tariff", "lithium", "tanker"};
    const std::vector<std::string> m_topics{"Oil & Gas", "Sanctions & Export Controls", "Monetary Policy", "Gas"};
    const std::vector<std::string> m_entities{
        "United States", "Z\u00FCrich Insurance", "Gas Natural", "Oil", "Exxon Mobil"};
    const std::vector<std::string> m_tickers{"XOM", "BRK.B", "zurn", "", "XO"};
    const std::vector<std::string> m_events{"trade.deal", "trade.tariff_impose", "supply.cut"};

    std::string text(std::size_t most)
    {
        std::string all;
        for (std::size_t at = below(most); at > 0; --at)
            all += oneOf(m_words) + (chance(80) ? " " : ", ");
        return all;
    }

    desk::MatchedArticle article(int number)
    {
        desk::MatchedArticle one;
        one.title = text(8);
        one.body = text(40);
        one.sources = {oneOf(std::vector<std::string>{"Metals Daily", "Reuters", "Oil Z\u00FCrich"}),
            chance(30) ? "Reuters " + oneOf(m_words) : std::string()};
        one.author = chance(50) ? oneOf(m_words) + " Doe" : std::string();
        one.language = oneOf(std::vector<std::string>{"en", "EN", "de", ""});
        one.mode = oneOf(std::vector<std::string>{"news", "opinion", "explainer", "not analysed"});
        one.story = chance(70) ? "s" + std::to_string(1 + below(4)) : std::string();
        for (const std::string& topic : m_topics) {
            if (chance(30))
                one.topics.push_back(topic);
        }
        for (std::size_t at = 0; at < m_entities.size(); ++at) {
            if (chance(25))
                one.entities.push_back({"company:" + std::to_string(at), m_entities[at], m_tickers[at],
                    static_cast<int>(below(5) * 25)});
        }
        for (const std::string& event : m_events) {
            if (chance(30))
                one.events.push_back(event);
        }
        if (chance(20))
            one.labels = {chance(50) ? "To do" : "todo"};
        if (chance(85))
            one.impact = static_cast<double>(below(11)) / 10;
        if (one.impact)
            one.sentiment = static_cast<double>(below(21)) / 10 - 1;
        if (chance(70))
            one.novelty = static_cast<double>(below(5) * 25);
        one.received = m_now - std::chrono::hours(number);
        if (chance(80))
            one.published = one.received - std::chrono::minutes(below(9000));
        one.decisions = static_cast<int>(below(3));
        one.read = chance(30);
        one.starred = chance(20);
        one.hidden = chance(10);
        one.note = chance(10);
        one.alert = chance(10);
        return one;
    }

    std::string words()
    {
        const std::string word = oneOf(m_words);
        if (chance(20))
            return desk::quoted(word + ' ' + oneOf(m_words));
        return chance(20) ? desk::quoted(word.substr(0, 1 + below(2) * 2)) + '*' : desk::quoted(word);
    }

    std::string condition(int depth)
    {
        const auto sign = [this] { return oneOf(std::vector<std::string>{"<", "<=", "=", ">=", ">"}); };
        switch (below(depth > 3 ? 14 : 19)) {
        case 0:
            return oneOf(std::vector<std::string>{"title:", "body:"}) + words();
        case 1:
            return oneOf(std::vector<std::string>{"", "title:", "body:"}) + '(' + words() + " NEAR/"
                + std::to_string(1 + below(6)) + ' ' + words() + ')';
        case 2:
            return "source:" + oneOf(std::vector<std::string>{"Reuters", "\"Metals Daily\"", "re*"});
        case 3:
            return "topic:" + (chance(50) ? desk::quoted(oneOf(m_topics)) : std::string("gas"));
        case 4:
            return "entity:" + oneOf(std::vector<std::string>{"\"United States\"", "gas", "oil", "comp*", "\"company:1\""});
        case 5:
            return "event:" + oneOf(m_events);
        case 6:
            return "ticker:" + oneOf(std::vector<std::string>{"xom", "BRK.B", "x*", "ZURN"});
        case 7:
            return oneOf(std::vector<std::string>{"lang:en", "lang:d*", "mode:news", "mode:op*", "story:s2",
                "label:todo", "label:t*", "author:doe", "watchlist:Book", "watchlist:Words", "watchlist:Empty"});
        case 8:
            return oneOf(std::vector<std::string>{"is:read", "is:unread", "is:starred", "is:hidden",
                "is:analysed", "has:decision", "has:note", "has:alert", "has:label"});
        case 9:
            return "impact" + sign() + base::fixed(static_cast<double>(below(11)) / 10, 1);
        case 10:
            return "sentiment" + sign() + base::fixed(static_cast<double>(below(21)) / 10 - 1, 1);
        case 11:
            return oneOf(std::vector<std::string>{"novelty", "relevance"}) + sign() + std::to_string(below(5) * 25);
        case 12:
            return oneOf(std::vector<std::string>{"published:24h", "received:7d", "published:2026-11"});
        case 13:
        case 14:
            return words();
        case 15:
            return '(' + sequence(depth + 1) + " OR " + sequence(depth + 1) + ')';
        case 16:
            return "NOT (" + sequence(depth + 1) + ')';
        default:
            return '(' + sequence(depth + 1) + ')';
        }
    }

    std::string sequence(int depth)
    {
        std::string all;
        for (std::size_t at = 0, count = 1 + below(3); at < count; ++at) {
            const std::string one = condition(depth);
            const bool negated = chance(25) && !one.starts_with("NOT") && one.find(' ') == std::string::npos;
            all += (at > 0 ? " " : "") + std::string(negated ? "-" : "") + one;
        }
        return all;
    }

    static std::optional<std::vector<desk::WatchlistMember>> watchlist(std::string_view name)
    {
        using enum desk::MemberKind;
        if (name == "Book")
            return std::vector<desk::WatchlistMember>{
                {Ticker, "XOM"}, {Entity, "company:1"}, {Entity, "gas natural"}, {Topic, "Monetary Policy"}};
        if (name == "Words")
            return std::vector<desk::WatchlistMember>{{Word, "tanker"}, {Word, "oil price"}, {Ticker, "zurn"}};
        if (name == "Empty")
            return std::vector<desk::WatchlistMember>{};
        return std::nullopt;
    }

    desk::Query parsed(const std::string& query, base::Instant now) const
    {
        return desk::parseQuery(query, now, {}, watchlist).value();
    }

private Q_SLOTS:
    void itAgreesWithAskingEachRule_data()
    {
        QTest::addColumn<bool>("sampled");
        QTest::newRow("by kind alone") << false;
        QTest::newRow("with a sample") << true;
    }
    void itAgreesWithAskingEachRule()
    {
        QFETCH(bool, sampled);
        std::vector<std::string> texts;
        std::vector<desk::Query> rules;
        while (rules.size() < 3000) {
            const std::string one = sequence(0);
            auto query = desk::parseQuery(one, m_now, {}, watchlist);
            if (!query && query.error().message.find("no letter or digit") != std::string::npos)
                continue; // a beginning cut inside a character
            QVERIFY2(query, (one + ": " + (query ? "" : query.error().message)).c_str());
            texts.push_back(one);
            rules.push_back(std::move(query).value());
        }
        std::vector<desk::MatchedArticle> sample;
        for (int at = 0; sampled && at < 50; ++at)
            sample.push_back(article(at));
        desk::RuleIndex index(rules, sample);
        QCOMPARE(index.rules(), rules.size());
        std::size_t matched = 0;
        for (int number = 0; number < 300; ++number) {
            const desk::MatchedArticle one = article(number);
            const desk::ArticleMatcher matcher(one);
            std::vector<std::size_t> naive;
            for (std::size_t at = 0; at < rules.size(); ++at) {
                if (matcher.matches(rules[at]))
                    naive.push_back(at);
            }
            const std::vector<std::size_t> found = index.matches(one, m_now);
            if (found != naive) {
                std::vector<std::size_t> apart;
                std::set_symmetric_difference(
                    found.begin(), found.end(), naive.begin(), naive.end(), std::back_inserter(apart));
                QFAIL(texts[apart.front()].c_str());
            }
            matched += naive.size();
        }
        QVERIFY(matched > 10000);
        QVERIFY(index.residual().size() < rules.size() / 2);
    }

    void anArticleMeetsOnlyWhatCanMatch()
    {
        std::vector<desk::Query> rules;
        for (int at = 0; at < 5000; ++at)
            rules.push_back(parsed("topic:Gas word" + std::to_string(at) + " impact>=0.1", m_now));
        rules.push_back(parsed("-oil", m_now));
        rules.push_back(parsed("published:24h", m_now));
        rules.push_back(parsed("gas OR -oil", m_now));
        rules.push_back(parsed("NOT (oil OR -tanker)", m_now)); // needs tanker
        desk::RuleIndex index(rules);
        QCOMPARE(index.residual(), (std::vector<std::size_t>{5000, 5001, 5002}));
        desk::MatchedArticle one;
        one.title = "A tanker and word17";
        one.topics = {"Gas"};
        one.impact = 0.5;
        one.received = m_now;
        QCOMPARE(index.matches(one, m_now), (std::vector<std::size_t>{17, 5000, 5001, 5002, 5003}));
        QCOMPARE(index.lookedAt(), std::size_t{5});
    }

    void timesMoveOn()
    {
        const std::string text = "oil published:24h";
        const base::Instant later = m_now + std::chrono::hours(72);
        desk::MatchedArticle one;
        one.title = "oil";
        one.published = m_now;
        one.received = m_now;
        desk::RuleIndex still({parsed(text, m_now)});
        desk::RuleIndex moving({parsed(text, m_now)}, {},
            [&](std::size_t, base::Instant at) { return std::optional(parsed(text, at)); });
        QCOMPARE(still.matches(one, later).size(), std::size_t{1});
        QCOMPARE(moving.matches(one, m_now).size(), std::size_t{1});
        QCOMPARE(moving.matches(one, later).size(), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(RuleIndexTest)
#include "ruleindex_test.moc"
