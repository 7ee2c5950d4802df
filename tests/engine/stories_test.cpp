// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: storylexicon.cpp storywords.cpp fingerprints.cpp storyfeatures.cpp featurebytes.cpp similarity.cpp regrouping
// covers: clusterer.cpp novelty.cpp evidence.cpp belonging.cpp settling.cpp
#include <engine/analyser.h>
#include <engine/stories/belonging.h>
#include <engine/stories/clusterer.h>
#include <engine/stories/evidence.h>
#include <engine/stories/novelty.h>
#include <engine/stories/settling.h>
#include <engine/stories/storywords.h>

#include <QTest>

#include <support/storypack.h>
#include <support/testpack.h>

#include <algorithm>
#include <bit>
#include <cmath>

namespace {

const std::shared_ptr<const engine::Pack>& shipped()
{
    static const std::shared_ptr<const engine::Pack> pack = support::shippedPack();
    return pack;
}

constexpr std::int64_t Start = 1'780'000'000;

engine::StoryFeatures features(const std::string& title, const std::string& body = {}, double hours = 0,
    const std::string& source = "Wire")
{
    static std::int64_t number = 0;
    const auto& pack = shipped();
    base::Article article;
    article.id = ++number;
    article.title = title;
    article.body = body;
    article.source = source;
    article.published = base::fromUnix(Start + static_cast<std::int64_t>(hours * 3600));
    engine::ArticleText text;
    text.title = article.title;
    text.body = article.body;
    text.source = article.source;
    text.published = article.published;
    return engine::storyFeatures(*pack->stories, article, engine::analyse(*pack, text));
}

const std::string Refinery
    = "Corvantis Metals today opened its second lithium hydroxide refinery in Becancour, Quebec, doubling "
      "capacity to 40,000 tonnes a year. The plant will supply battery makers in North America under "
      "contracts "
      "that run to 2035, the company said. The provincial government paid for a quarter of the cost of 1.2 "
      "billion Canadian dollars.";

} // namespace

class StoriesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreKnownWhereCapitalsTellNothing_data()
    {
        QTest::addColumn<QString>("headline");
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("name");
        QTest::newRow("first word") << "Corvantis opens a refinery in Quebec"
                                    << "corvantis" << true;
        QTest::newRow("headline in capitals") << "Shares of Corvantis Surge After Quarter"
                                              << "corvantis" << true;
        QTest::newRow("usual first word") << "Shares of miners climb in London"
                                          << "shares" << false;
        QTest::newRow("usual word in capitals") << "Shares of Corvantis Surge After Quarter"
                                                << "surge" << false;
    }
    void namesAreKnownWhereCapitalsTellNothing()
    {
        QFETCH(QString, headline);
        QFETCH(QString, word);
        QFETCH(bool, name);
        const auto& lexicon = *shipped()->stories;
        const engine::Term term = lexicon.term(word.toStdString());
        const auto words = engine::storyWords(lexicon, headline.toStdString(), 20);
        const auto found = std::find_if(
            words.begin(), words.end(), [&](const engine::StoryWord& one) { return one.term == term; });
        QVERIFY(found != words.end());
        QCOMPARE(found->name, name);
    }
    void roundPercentagesTieNothing()
    {
        const auto& lexicon = *shipped()->stories;
        const auto figure
            = [&](const char* text) { return engine::storyWords(lexicon, text, 5).front().figure; };
        QVERIFY(!figure("2% lower"));
        QVERIFY(figure("2.3% lower"));
        QVERIFY(figure("12% lower"));
    }
    void formsOfAWordAreOneTerm_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("same");
        QTest::newRow("tense") << "raises"
                               << "raised" << true;
        QTest::newRow("doubled letter") << "stopped"
                                        << "stopping" << true;
        QTest::newRow("plural") << "refineries"
                                << "refinery" << true;
        QTest::newRow("newsroom word") << "acquires"
                                       << "takeover" << true;
        QTest::newRow("people of a country") << "Chilean"
                                             << "Chile" << true;
        QTest::newRow("percent") << "3.5 percent"
                                 << "3.5%" << true;
        QTest::newRow("scale") << "$4.2bn"
                               << "$4.2 billion" << true;
        QTest::newRow("thousands") << "3,000 jobs"
                                   << "3000 jobs" << true;
        QTest::newRow("other figure") << "3.5%"
                                      << "3.6%" << false;
        QTest::newRow("other unit") << "3.5%"
                                    << "3.5 million" << false;
        QTest::newRow("other word") << "profit"
                                    << "strike" << false;
    }
    void formsOfAWordAreOneTerm()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(bool, same);
        const auto& lexicon = *shipped()->stories;
        const auto left = engine::storyWords(lexicon, one.toStdString(), 10);
        const auto right = engine::storyWords(lexicon, other.toStdString(), 10);
        QVERIFY(left.front().term != 0);
        QCOMPARE(left.front().term == right.front().term, same);
    }

    void figuresNeedNoLocale()
    {
        const auto words = engine::storyWords(*shipped()->stories, "Brent fell 1.75% to $1,070.12", 10);
        QCOMPARE(words[2].value, 1.75);
        QVERIFY(words[2].unit == engine::StoryWord::Unit::Percent);
        QCOMPARE(words.back().value, 1070.12);
        QVERIFY(words.back().unit == engine::StoryWord::Unit::Money);
    }

    void headlinesLoseTheirFurniture_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("bare");
        QTest::newRow("publisher") << "Oil falls as Iraq restores exports - Metals Wire"
                                   << "Oil falls as Iraq restores exports";
        QTest::newRow("bar") << "Oil falls as Iraq restores exports | Energy"
                             << "Oil falls as Iraq restores exports";
        QTest::newRow("update") << "UPDATE 2-Oil falls as Iraq restores exports"
                                << "Oil falls as Iraq restores exports";
        QTest::newRow("own dash") << "Opel - a brand in search of an owner at last"
                                  << "Opel - a brand in search of an owner at last";
    }
    void headlinesLoseTheirFurniture()
    {
        QFETCH(QString, title);
        QFETCH(QString, bare);
        const std::string text = title.toStdString();
        QCOMPARE(std::string(engine::bareHeadline(text, "Metals Wire")), bare.toStdString());
    }

    void aQuarterIsNobodysName()
    {
        const auto words
            = engine::storyWords(*shipped()->stories, "Samsung Electronics Q3 profit triples", 40);
        QVERIFY(std::any_of(words.begin(), words.end(), [](const auto& word) { return word.quarter == 3; }));
        for (const engine::StoryWord& word : words)
            QVERIFY(word.quarter == 0 || !word.name);
    }

    void theRatesOfTwoCentralBanksAreTwoStories()
    {
        const auto together = [](const engine::StoryFeatures& one, const engine::StoryFeatures& other) {
            engine::StoryClusterer clusterer(shipped()->stories, 1);
            return clusterer.add(one).story == clusterer.add(other).story;
        };
        const engine::StoryFeatures norway
            = features("Norway's central bank keeps its policy rate at 4.0%", {}, 1);
        QVERIFY(!together(features("Swedish Riksbank keeps its policy rate at 1.75%"), norway));
        QVERIFY(together(norway, features("Norges Bank keeps policy rate at 4.0%", {}, 2)));
    }

    void copiesAreKnownByFingerprint()
    {
        const engine::StoryFeatures one = features("A refinery opens in Quebec", Refinery);
        const engine::StoryFeatures reprint = features("Quebec refinery", Refinery);
        const engine::StoryFeatures other = features("Steel tariffs",
            "The ministry said on Monday that it would study whether cheap imports of steel had hurt the "
            "mills of "
            "the south, where three furnaces were shut this year and two thousand people lost their work.");
        QVERIFY(std::popcount(one.simhash ^ reprint.simhash) <= 3);
        QVERIFY(engine::jaccard(one.shingles, reprint.shingles) > 0.95);
        QVERIFY(std::popcount(one.simhash ^ other.simhash) > 10);
        QVERIFY(engine::jaccard(one.shingles, other.shingles) < 0.1);
        QVERIFY(engine::letterGrams("Oil falls").size() >= 4);
        QVERIFY(engine::minHash({}).empty);
    }

    void featuresSurviveAsBytes()
    {
        const engine::StoryFeatures one = features("Corvantis opens lithium refinery in Quebec", Refinery);
        const std::string bytes = engine::storyFeaturesToBytes(one);
        QVERIFY(bytes.size() < 4000);
        const auto back = engine::storyFeaturesFromBytes(bytes);
        QVERIFY(back.has_value());
        QVERIFY(*back == one);
        for (std::size_t size = 0; size < bytes.size(); size += 7)
            QVERIFY(!engine::storyFeaturesFromBytes(std::string_view(bytes).substr(0, size)));
        QVERIFY(!engine::storyFeaturesFromBytes(bytes + "x"));
    }

    void pairsOfArticles_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<double>("hours");
        QTest::addColumn<bool>("together");
        const auto row = [](const char* name, const char* first, const char* second, double hours,
                             bool together) { QTest::newRow(name) << first << second << hours << together; };
        row("rewrite", "Veltra boss quits amid accounting investigation",
            "Veltra CEO resigns after accounting review", 1, true);
        row("follow-up", "Orvane to buy Tessel for $7.8 billion",
            "EU regulators review Orvane's purchase of Tessel", 30, true);
        row("market reaction", "Halden Robotics trims its forecast as orders cool",
            "Halden shares tumble after robot maker trims forecast", 3, true);
        row("one decision in other words", "ECB cuts rates by 25 bps, signals pause ahead",
            "ECB lowers interest rates to 2 per cent", 0.1, true);
        row("a union and its member", "Euro zone inflation rises to 2.2% in September",
            "German inflation rises to 2.4% in September", 3, false);
        row("two firms' results", "Halden Robotics second-quarter profit jumps 34%",
            "Brixon Automation second-quarter profit falls 12%", 1, false);
        row("two months", "US consumer prices rise 0.3% in March", "US consumer prices rise 0.1% in April",
            90, false);
        row("two countries", "UK inflation falls to 2.6% in March", "French inflation falls to 1.1% in March",
            2, false);
        row("two central banks", "Bank of England holds rates at 3.75%", "ECB holds rates at 1.75%", 3,
            false);
        row("two days of oil", "Oil falls 2% as Iraq restores exports", "Oil rises 1% on cold snap", 24,
            false);
        row("two deals", "Orvane to buy Tessel for $7.8 billion", "Mirador to buy Quillon for $5.2 billion",
            20, false);
        row("two recalls", "Toyota recalls 1.2 million vehicles over fuel pumps",
            "Ford recalls 870,000 trucks over parking brakes", 20, false);
        row("a round-up", "SkyJet pilots to strike for three days",
            "Week in review: SkyJet strike and a new cabinet", 20, false);
    }
    void pairsOfArticles()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(double, hours);
        QFETCH(bool, together);
        engine::StoryClusterer stories(shipped()->stories, 7);
        const engine::Placement one = stories.add(features(first.toStdString()));
        const engine::Placement other = stories.add(features(second.toStdString(), {}, hours, "Desk"));
        QCOMPARE(one.story, 7);
        QVERIFY(one.begins);
        QCOMPARE(one.novelty, 100);
        QCOMPARE(other.story == one.story, together);
        QCOMPARE(other.begins, !together);
    }

    void weightsAreReadWholeOrNotAtAll()
    {
        const base::Result<base::ResourceFiles> files = base::readFolder(LEADLINE_RESOURCES "/engine");
        QVERIFY(files);
        base::ResourceFiles changed = *files;
        QVERIFY(engine::StoryWeights::load(changed));
        std::string& weights = changed["stories/weights.tsv"];
        const std::string whole = weights;
        weights = whole.substr(0, whole.rfind('\n', whole.size() - 2) + 1); // the last is missing
        QVERIFY(!engine::StoryWeights::load(changed));
        weights = whole + "charm\t1\n";
        QVERIFY(!engine::StoryWeights::load(changed));
        weights = whole;
        std::string& tables = changed["stories/tables.tsv"];
        tables = "title\t0.5\n";
        QVERIFY(!engine::StoryWeights::load(changed));
        const std::string additions = "0.1\t0\t0\t0\t0\t0\t0\t0\n";
        tables = "story_lead\t0.5\tstory_told\t0.5\tstory_since\t1\t" + additions;
        QVERIFY(engine::StoryWeights::load(changed));
        tables = "story_lead\t0.5\ttold\t0.5\tapart\t1\t" + additions; // of pairs and of stories
        QVERIFY(!engine::StoryWeights::load(changed));
    }

    void evidenceAgainstWeighsAgainst()
    {
        const engine::StoryWeights& weights = shipped()->stories->weights();
        engine::PairEvidence evidence;
        evidence.parts[engine::PairEvidence::Text] = 0.6;
        evidence.parts[engine::PairEvidence::Told] = 0.7;
        evidence.parts[engine::PairEvidence::Fields] = 0.8;
        const double before = engine::sameStory(evidence, weights);
        evidence.parts[engine::PairEvidence::OtherActors] = 1;
        QVERIFY(engine::sameStory(evidence, weights) < before);
        evidence.veto = true;
        QCOMPARE(engine::sameStory(evidence, weights), 0.0);
        evidence.copy = true;
        QCOMPARE(engine::sameStory(evidence, weights), 1.0);
    }

    void daysAreThoseOfTheirWeekday()
    {
        const std::string text = "The brewer's shares rose on Tuesday after Monday's results.";
        const engine::StoryFeatures later = features("Brokers toast Halstrom numbers", text, 48);
        const std::int64_t day = later.time / 86400; // days since a Thursday
        const auto last = [&](std::int64_t weekday) { // 0: Monday
            return static_cast<std::uint32_t>(day - ((day + 3 - weekday) % 7 + 7) % 7);
        };
        std::vector<std::uint32_t> expected = {last(0), last(1)};
        std::sort(expected.begin(), expected.end());
        QCOMPARE(later.days, expected);
        QVERIFY(features("Brokers toast Halstrom numbers").days.empty());
    }

    void aStoryKnowsWhatItsArticlesKnow()
    {
        const auto& lexicon = *shipped()->stories;
        const engine::StoryWeights& weights = lexicon.weights();
        const engine::TermStatistics statistics(lexicon);
        const auto weighed = [&](const char* title, const char* body, double hours) {
            return engine::weigh(statistics, features(title, body, hours));
        };
        const engine::WeighedArticle first = weighed("Fire halts Tormund smelter in Quebec",
            "A blaze stopped the Alma aluminium plant of Tormund Energy on Monday.", 0);
        const engine::WeighedArticle second = weighed("Aluminium leaps on Quebec smelter outage",
            "The metal rose 3.9 percent after the fire at the Alma plant.", 9);
        const engine::WeighedArticle other = weighed("Lundvik cuts outlook as drug sales miss",
            "The Danish maker of migraine pills blamed rivals.", 9);
        const engine::WeighedArticle next = weighed("Tormund declares force majeure on Alma shipments",
            "Customers of the Quebec smelter were told on Thursday that the fire will stop deliveries.", 70);
        std::vector<engine::StoryEvidence> both = {
            engine::belonging(next, {&first, &second}, weights), engine::belonging(next, {&other}, weights)};
        engine::addRivals(both);
        using Part = engine::StoryEvidence;
        QVERIFY(both[0].parts[Part::Nearest] >= both[0].parts[Part::Second]);
        QVERIFY(both[0].parts[Part::Lead] > 0);
        QVERIFY(both[1].parts[Part::Lead] < 0);
        QCOMPARE(both[0].parts[Part::HeadsTold], 1.0);
        QCOMPARE(both[1].parts[Part::HeadsTold], 0.0);
        QVERIFY(both[0].parts[Part::TitleTold] > both[1].parts[Part::TitleTold]);
        QVERIFY(engine::belongs(both[0], weights) > engine::belongs(both[1], weights));
        both[0].veto = true;
        QCOMPARE(engine::belongs(both[0], weights), 0.0);
        both[0].copy = true;
        QCOMPARE(engine::belongs(both[0], weights), 1.0);
        QVERIFY(!engine::belonging(next, {}, weights).copy);
    }

    void noveltyFallsWithWhatIsKnown()
    {
        engine::StoryClusterer stories(shipped()->stories, 1);
        stories.add(features("Corvantis opens lithium refinery in Quebec", Refinery));
        const engine::Placement reprint
            = stories.add(features("Corvantis opens lithium refinery in Quebec", Refinery, 1, "Desk"));
        const engine::Placement news
            = stories.add(features("Fire at Corvantis lithium refinery in Quebec hurts 14",
                "A fire at the lithium refinery of Corvantis in Becancour injured 14 workers on Friday and "
                "cut its output by "
                "60 percent, the company said. Repairs will cost 80 million dollars.",
                20, "Desk"));
        QVERIFY(!reprint.begins);
        QCOMPARE(reprint.earlier, 1);
        QCOMPARE(reprint.known, 1.0);
        QCOMPARE(reprint.novelty, 15); // 50·0 + 30·0 + 20·0.75
        QVERIFY(!news.begins);
        QVERIFY(news.novelty > reprint.novelty + 20);
        QCOMPARE(engine::noveltyOf({0, 0, 0, 1}), 100);
        QCOMPARE(engine::noveltyOf({1, 1, 40, 40}), 0);
    }

    void impactSaysWhatItsNoveltyRestsOn()
    {
        const auto& pack = shipped();
        engine::ArticleText text;
        text.title = "China tightens export controls on rare earths";
        text.body = "China tightened its export controls on rare earths on Monday, the ministry said.";
        const base::Analysis before = engine::analyse(*pack, text);
        base::Analysis after = before;
        engine::Placement placement;
        engine::rescoreImpact(*pack, placement, after);
        QCOMPARE(after.impact.score, before.impact.score); // the first of its story
        placement.earlier = 2;
        placement.known = 0.61;
        placement.novelty = 25;
        engine::rescoreImpact(*pack, placement, after);
        QVERIFY(after.impact.score < before.impact.score);
        double sum = 0;
        std::string detail;
        for (const base::ImpactTerm& term : after.impact.terms) {
            sum += term.value;
            if (term.name == "novelty")
                detail = term.detail;
        }
        QVERIFY(std::abs(1 / (1 + std::exp(-sum)) - after.impact.score) < 1e-12);
        QCOMPARE(detail, std::string("N 0.15, 3rd article of its story, 61 % of what it tells known"));
        engine::rescoreImpact(*pack, engine::Placement(), after); // it turned out to be the first of another
        QVERIFY(std::abs(after.impact.score - before.impact.score) < 1e-12);
    }

    void whatIsReadBackGroupsAlike()
    {
        std::vector<engine::StoryFeatures> list;
        for (int at = 0; at < 6; ++at) {
            list.push_back(features("Veltra boss quits amid accounting investigation", {}, at * 3.0));
            list.push_back(features("Toyota recalls 1.2 million vehicles over fuel pumps", {}, at * 3.0 + 1));
        }
        engine::StoryClusterer whole(shipped()->stories, 1);
        std::vector<engine::StoryId> ids;
        for (const engine::StoryFeatures& one : list)
            ids.push_back(whole.add(one).story);
        QCOMPARE(ids[0], ids[10]);
        QVERIFY(ids[0] != ids[1]);
        engine::StoryClusterer again(shipped()->stories, 1);
        for (std::size_t at = 0; at < list.size(); ++at) {
            if (at < 6)
                again.restore(list[at], ids[at]);
            else
                QCOMPARE(again.add(list[at]).story, ids[at]);
        }
        QVERIFY(again.next() > ids[1]);
    }

    void linksCountByWhatIsBesideThem()
    {
        const std::vector<double> nothing(9, -4);
        // The first and the last share little, but both are linked to the second.
        const std::vector<double> linked(9, 2);
        const std::vector<double> through = engine::inCompany({0, 2, -1, 2, 0, 2, -1, 2, 0}, linked, 3);
        const std::vector<double> lone = engine::inCompany({0, -5, -1, -5, 0, 2, -1, 2, 0}, linked, 3);
        QVERIFY(through[2] > lone[2] + 1);
        QCOMPARE(through[2], through[6]);
        // Who is linked better elsewhere is less of this one's.
        std::vector<double> elsewhere = nothing;
        elsewhere[1] = elsewhere[3] = 4;
        const std::vector<double> links = {0, 3, -5, 3, 0, 3, -5, 3, 0};
        QVERIFY(engine::inCompany(links, elsewhere, 3)[1] < engine::inCompany(links, nothing, 3)[1] - 1);
        // What cannot be one story is not, whoever is between them.
        QCOMPARE(engine::inCompany({0, 3, -6, 3, 0, 3, -6, 3, 0}, nothing, 3)[2], -4.0);
    }

    void articlesAreGroupedByTheBestLinksFirst()
    {
        using Groups = std::vector<std::size_t>;
        const auto grouped = [](const std::vector<double>& links, std::size_t count) {
            return engine::regrouped(links, links, count);
        };
        QCOMPARE(grouped({0, -3, -4, -4, -3, 0, 3, 3, -4, 3, 0, 3, -4, 3, 3, 0}, 4), (Groups{0, 1, 1, 1}));
        QCOMPARE(grouped({0, 2, -1, 2, 0, 4, -1, 4, 0}, 3), (Groups{0, 0, 0}));
        QCOMPARE(grouped({}, 0), Groups{});
        // A weak link ties nothing that the others speak against, however it looks in company.
        const std::vector<double> company = {0, 5, -1, 5, 0, 6, -1, 6, 0};
        QCOMPARE(engine::regrouped({0, 0.8, -5, 0.8, 0, 3, -5, 3, 0}, company, 3), (Groups{0, 1, 1}));
        QCOMPARE(engine::regrouped({0, 1.2, -5, 1.2, 0, 3, -5, 3, 0}, company, 3), (Groups{0, 0, 0}));
    }

    void storiesGoOnWhereMostOfThemIs()
    {
        using Places = std::vector<std::size_t>;
        const engine::GoneOn same = engine::goneOn({0, 0, 2}, {0, 0, 1}, 2);
        QCOMPARE(same.stories, (Places{0, 1}));
        QCOMPARE(same.places, (Places{0, 0, 1}));
        const engine::GoneOn parted = engine::goneOn({0, 1, 1, 3}, {0, 0, 0, 1}, 2);
        QCOMPARE(parted.stories, (Places{0, 1}));
        QCOMPARE(parted.places, (Places{2, 0, 0, 1}));
        const engine::GoneOn one = engine::goneOn({0, 0, 0}, {0, 1, 1}, 2);
        QCOMPARE(one.stories, (Places{0, 0}));
        QCOMPARE(one.places, (Places{0, 0, 0}));
        // What was begun by mistake becomes part of another, but for what belongs to neither.
        const engine::GoneOn torn = engine::goneOn({0, 0, 0, 3}, {0, 1, 1, 1}, 2);
        QCOMPARE(torn.stories, (Places{0, 0}));
        QCOMPARE(torn.places, (Places{0, 0, 0, 2}));
    }

    void linksAreRememberedInEitherOrder()
    {
        engine::LinkMemory memory;
        QVERIFY(!memory.find(1, 2));
        for (std::uint32_t at = 2; at < 200'000; ++at)
            memory.keep(at, 1, at);
        QCOMPARE(memory.find(1, 199'999), std::optional<double>(199'999));
        QCOMPARE(memory.find(199'999, 1), std::optional<double>(199'999));
        for (std::uint32_t at = 2; at < 200'000; ++at) { // forgotten perhaps, never another's
            const std::optional<double> link = memory.find(at, 1);
            QVERIFY(!link || *link == at);
        }
    }

    void twoAffairsMixedArePartedWhenALaterArticleShowsIt_data()
    {
        QTest::addColumn<bool>("byHand");
        QTest::newRow("by the program") << false;
        QTest::newRow("made one by hand") << true;
    }
    void twoAffairsMixedArePartedWhenALaterArticleShowsIt()
    {
        QFETCH(bool, byHand);
        engine::StoryClusterer stories(support::wordsAlone(shipped())->stories, 1);
        const engine::StoryFeatures flood
            = features("Quellara copper mine floods", "Water filled the Quellara copper mine on Monday.");
        const engine::StoryFeatures walk = features("Quellara miners walk out over wages",
            "Miners of the Quellara copper mine walked out over wages.", 4);
        const engine::StoryFeatures talks = features("Union wants talks over wages as miners walk out",
            "The miners walked out over wages, and their union wants talks.", 8);
        QCOMPARE(stories.add(flood).story, 1);
        QCOMPARE(stories.add(walk).story, 1);
        if (byHand)
            stories.keepAsItIs(1);
        const engine::Placement third = stories.add(talks);
        QCOMPARE(third.story, 1);
        QCOMPARE(third.moved.size(), std::size_t{byHand ? 0U : 1U});
        if (byHand)
            return;
        QCOMPARE(third.moved[0].article, flood.article);
        QCOMPARE(third.moved[0].from, 1);
        QCOMPARE(third.moved[0].into, 2);
        QCOMPARE(third.earlier, 1);
        // What began the other story tells nothing that was known any more.
        QVERIFY(std::any_of(third.retold.begin(), third.retold.end(), [&](const auto& one) {
            return one.first == walk.article && one.second.earlier == 0 && one.second.novelty == 100;
        }));
        QCOMPARE(stories
                     .add(features("Water pumped from flooded Quellara copper mine",
                         "Water was pumped from the Quellara copper mine, which it filled on Monday.", 20))
                     .story,
            2);
    }

    void whatWasReadBackIsPartedToo()
    {
        engine::StoryClusterer stories(support::wordsAlone(shipped())->stories, 1);
        const engine::StoryFeatures flood
            = features("Quellara copper mine floods", "Water filled the Quellara copper mine on Monday.");
        stories.restore(flood, 1);
        stories.restore(features("Quellara miners walk out over wages",
                            "Miners of the Quellara copper mine walked out over wages.", 4),
            1);
        const engine::Placement third
            = stories.add(features("Union wants talks over wages as miners walk out",
                "The miners walked out over wages, and their union wants talks.", 8));
        QCOMPARE(third.moved.size(), std::size_t{1});
        QCOMPARE(third.moved[0].article, flood.article);
    }

    void memoryHoldsTheWindowOnly()
    {
        engine::StoryClusterer stories(shipped()->stories, 1);
        std::size_t most = 0;
        for (int day = 0; day < 120; ++day) {
            const std::string name = "Firm" + std::string(1, static_cast<char>('a' + day % 26))
                + std::string(1, static_cast<char>('a' + day / 26)) + "ona";
            const auto placed
                = stories.add(features(name + " wins contract in Ghana for trams", {}, day * 24.0));
            QCOMPARE(placed.story,
                static_cast<engine::StoryId>(placed.begins ? stories.next() - 1 : placed.story));
            if (day == 30)
                most = stories.terms();
        }
        QVERIFY(stories.stories() <= 16);
        QVERIFY(stories.terms() <= most + most / 2);
        QCOMPARE(stories.time(), Start + std::int64_t{119} * 86400);
    }

    void otherScriptsAreGroupedToo()
    {
        base::Analysis none;
        none.mode = base::Mode::NotAnalysed;
        base::Article article;
        article.published = base::fromUnix(Start);
        article.title = "Düsseldorfer Rüstungskonzern erhält Großauftrag für Munition aus Litauen";
        engine::StoryClusterer stories(shipped()->stories, 1);
        const auto first = stories.add(engine::storyFeatures(*shipped()->stories, article, none));
        article.title = "Großauftrag aus Litauen: Rüstungskonzern aus Düsseldorf liefert Munition";
        QCOMPARE(stories.add(engine::storyFeatures(*shipped()->stories, article, none)).story, first.story);
        article.title = "東京市場で日経平均株価が大幅に上昇";
        QVERIFY(stories.add(engine::storyFeatures(*shipped()->stories, article, none)).begins);
        article.title.clear(); // says nothing: a story of its own each time
        QVERIFY(stories.add(engine::storyFeatures(*shipped()->stories, article, none)).begins);
        QVERIFY(stories.add(engine::storyFeatures(*shipped()->stories, article, none)).begins);
    }
};

QTEST_APPLESS_MAIN(StoriesTest)
#include "stories_test.moc"
