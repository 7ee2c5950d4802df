// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// Marks on rows mean what a search for watchlist:"name" means: both are asked of the same made-up articles.
#include <desk/querymatch.h>
#include <desk/watchlistmarks.h>

#include <QTest>

#include <random>

class WatchlistMarksTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfMember()
    {
        using enum desk::MemberKind;
        const std::vector<desk::Watchlist> lists{{1, "Chips", {{Ticker, "nvda"}, {Entity, "company:TSM"}}},
            {2, "Empty", {}}, {3, "Metals", {{Word, "rare  Earths"}, {Topic, "commodities & raw materials"}}}};
        const desk::WatchlistMarks marks(lists);
        QVERIFY(!marks.empty() && marks.needsTexts());
        const auto of = [&](std::vector<desk::NamedInArticle> entities, std::vector<std::string> topics,
                            std::string_view title, std::string_view body) {
            return marks.of(entities, topics, title, body);
        };
        using Names = std::vector<std::string>;
        QCOMPARE(of({{"company:NVDA", "Nvidia", "NVDA"}}, {}, "A", "b"), Names{"Chips"});
        QCOMPARE(of({{"COMPANY:tsm", "TSMC", ""}}, {"Commodities & Raw Materials"}, "A", "b"), (Names{"Chips", "Metals"}));
        QCOMPARE(of({}, {}, "A", "Rare-earths, again"), Names{"Metals"});
        QCOMPARE(of({}, {}, "A rare", "earths"), Names{}); // not across title and body
        QCOMPARE(of({}, {}, "Rarer earths", "rare old earths"), Names{});
        QCOMPARE(of({{"person:X", "nvda", ""}}, {}, "nvda", "nvda"), Names{}); // a ticker is no word and no name
    }

    void nothingIsFollowed()
    {
        const desk::WatchlistMarks marks({});
        QVERIFY(marks.empty());
        const std::vector<desk::Watchlist> bare{{1, "Bare", {}}};
        QVERIFY(desk::WatchlistMarks(bare).empty());
    }

    void theyAgreeWithTheSearch()
    {
        std::mt19937 random(20261129);
        const auto below = [&random](std::size_t most) { return random() % most; };
        const std::vector<std::string> words{
            "oil", "Zürich", "zurich", "rare", "earths", "I", "ı", "tanker-rates", "B", "BRK.B"};
        const std::vector<std::string> topics{"Oil & Gas", "OIL & GAS", "Trade"};
        const auto text = [&](std::size_t count) {
            std::string made;
            for (std::size_t at = 0; at < count; ++at)
                made += words[below(words.size())] + (below(4) == 0 ? ", " : " ");
            return made;
        };
        const auto member = [&]() -> desk::WatchlistMember {
            switch (below(4)) {
            case 0:
                return {desk::MemberKind::Entity, below(2) == 0 ? "company:" + words[below(3)] : words[below(words.size())]};
            case 1:
                return {desk::MemberKind::Ticker, words[below(words.size())]};
            case 2:
                return {desk::MemberKind::Topic, topics[below(topics.size())]};
            default:
                return {desk::MemberKind::Word, text(1 + below(3))};
            }
        };
        int held = 0;
        for (int round = 0; round < 400; ++round) {
            std::vector<desk::Watchlist> lists;
            for (int at = 0; at < 4; ++at) {
                desk::Watchlist list{at + 1, "list " + std::to_string(at), {}};
                for (std::size_t count = below(4); count > 0; --count)
                    list.members.push_back(member());
                lists.push_back(std::move(list));
            }
            desk::MatchedArticle article;
            article.title = text(4);
            article.body = text(12);
            for (std::size_t count = below(3); count > 0; --count)
                article.topics.push_back(topics[below(topics.size())]);
            std::vector<desk::NamedInArticle> named;
            for (std::size_t count = below(3); count > 0; --count) {
                named.push_back({"company:" + words[below(3)], words[below(words.size())],
                    below(2) == 0 ? std::string() : words[below(words.size())]});
                article.entities.push_back({named.back().id, named.back().name, named.back().ticker, 50});
            }
            const desk::ArticleMatcher matcher(article);
            std::vector<std::string> expected;
            for (const desk::Watchlist& list : lists) {
                if (matcher.holds(desk::watchlistNode(list.name, list.members)))
                    expected.push_back(list.name);
            }
            held += static_cast<int>(expected.size());
            QCOMPARE(desk::WatchlistMarks(lists).of(named, article.topics, article.title, article.body), expected);
        }
        QVERIFY2(held > 200, qPrintable(QString::number(held)));
    }
};

QTEST_APPLESS_MAIN(WatchlistMarksTest)
#include "watchlistmarks_test.moc"
