// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: graph.cpp graphreasoner.cpp playbookreasoner.cpp lint.cpp choice.cpp plan.cpp
// covers: anchors.cpp combination.cpp playbookbench.cpp
#include <engine/knowledge/combination.h>
#include <engine/knowledge/graph.h>
#include <engine/knowledge/graphreasoner.h>
#include <engine/knowledge/lint.h>
#include <engine/knowledge/playbookbench.h>
#include <engine/knowledge/playbookreasoner.h>
#include <engine/prose/anchors.h>
#include <engine/prose/choice.h>
#include <engine/prose/plan.h>

#include <QTest>

#include <support/testpack.h>

#include <algorithm>
#include <cmath>

namespace {

// Oil costs airlines and feeds producers; dear oil also slows growth, which in time costs both.
base::ResourceFiles smallGraph()
{
    return {{"knowledge/nodes.tsv",
                "oil\tdriver\tthe oil price\ts\tdearer oil\tcheaper oil\t\tcommodity:crude_oil\n"
                "growth\tdriver\tgrowth\ts\tfaster growth\tslower growth\t\t\n"
                "airlines\tgroup\tairlines\tp\t\t\tJETS\t\n"
                "producers\tgroup\toil producers\tp\t\t\t\t\n"},
        {"knowledge/edges.tsv",
            "oil\tairlines\t-\t0.6\t1\t90\tfuel is a large cost\t\texpert estimate\t2024-01\n"
            "oil\tproducers\t+\t0.8\t1\t30\tthey sell it\t\texpert estimate\t2024-01\n"
            "oil\tgrowth\t-\t0.5\t90\t360\tit is a tax on buyers\t\texpert estimate\t2024-01\n"
            "growth\tproducers\t+\t0.5\t30\t90\tdemand follows output\tgrowth:slowing\texpert estimate\t2024-01\n"}};
}

engine::NodeEffect effectOn(
    const engine::KnowledgeGraph& graph, const std::string& node, int sign, const engine::Regime& regime)
{
    const auto oil = static_cast<std::uint32_t>(graph.find("oil"));
    for (const engine::NodeEffect& effect : graph.propagate(oil, sign, regime)) {
        if (static_cast<int>(effect.node) == graph.find(node))
            return effect;
    }
    return {};
}

std::size_t wordsOf(const base::Analysis& analysis)
{
    std::size_t words = 0;
    for (const base::Section& section : analysis.analysis) {
        for (const base::Sentence& sentence : section.sentences)
            words += engine::wordCount(sentence.text);
    }
    return words;
}

bool holds(const std::vector<engine::LintFinding>& findings, const std::string& words)
{
    return std::any_of(findings.begin(), findings.end(), [&](const engine::LintFinding& finding) {
        return finding.error && finding.text.find(words) != std::string::npos;
    });
}

} // namespace

class ReasoningTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void effectsFollowTheEdges()
    {
        engine::Vocabulary vocabulary;
        const auto graph = engine::KnowledgeGraph::load(smallGraph(), vocabulary);
        QVERIFY(graph);
        QCOMPARE((*graph)->driverOf("commodity:crude_oil"), (*graph)->find("oil"));
        const engine::NodeEffect airlines = effectOn(**graph, "airlines", 1, {});
        QCOMPARE(airlines.gain, 0.0);
        QCOMPARE(airlines.loss, 0.6);
        QCOMPARE(effectOn(**graph, "airlines", -1, {}).gain, 0.6); // cheaper oil
        QVERIFY((*graph)->findEdge("oil>-airlines") != nullptr);
        QVERIFY((*graph)->findEdge("oil>airlines") == nullptr); // of the other sign
    }

    void anUnknownRegimeWeakens()
    {
        engine::Vocabulary vocabulary;
        const auto graph = engine::KnowledgeGraph::load(smallGraph(), vocabulary);
        QVERIFY(graph);
        // 0.5 × 0.5 × 0.6 for the second edge; half of it while nobody says whether growth slows.
        QVERIFY(std::abs(effectOn(**graph, "producers", 1, {"slowing", "", ""}).loss - 0.15) < 1e-9);
        QVERIFY(std::abs(effectOn(**graph, "producers", 1, {}).loss - 0.075) < 1e-9);
        QCOMPARE(effectOn(**graph, "producers", 1, {"expanding", "", ""}).loss, 0.0);
    }

    void aNodeThatIsNoneIsRefused()
    {
        base::ResourceFiles files = smallGraph();
        files["knowledge/edges.tsv"] += "oil\tferries\t-\t0.6\t1\t90\tfuel\t\texpert estimate\t2024-01\n";
        engine::Vocabulary vocabulary;
        const auto graph = engine::KnowledgeGraph::load(files, vocabulary);
        QVERIFY(!graph);
        QVERIFY(graph.error().text().find("edges.tsv:5") != std::string::npos);
        QVERIFY(graph.error().text().find("ferries") != std::string::npos);
    }

    void theShippedDataHasNoErrors()
    {
        const base::Result<base::ResourceFiles> files = base::readFolder(LEADLINE_RESOURCES "/engine");
        QVERIFY(files);
        for (const engine::LintFinding& finding : engine::lintPack(*files))
            QVERIFY2(!finding.error, (finding.place + ": " + finding.text).c_str());
    }

    void mistakesAreNamed()
    {
        base::Result<base::ResourceFiles> files = base::readFolder(LEADLINE_RESOURCES "/engine");
        QVERIFY(files);
        (*files)["playbooks/wrong.toml"]
            = "id = \"wrong\"\nevents = [\"corp.no_such\"]\ncolour = 1\n"
              "[role.a]\nname = \"those who lose\"\n"
              "[[claim]]\nid = \"c\"\nsection = \"Elsewhere\"\nsubject = \"a\"\nsign = -1\nlag = [30, 90]\n"
              "edge = \"nothing>-here\"\nsay = [\"{nobody} {will} say this\"]\n"
              "[[decision]]\nid = \"d\"\nkind = \"long\"\ntitle = \"t\"\nlegs = [\"long a\"]\nhorizon = [1, 7]\n"
              "thesis = \"t\"\nentry = \"e\"\ninvalidation = \"i\"\nrisk = \"r\"\nclaims = [\"c\"]\n"
              "[[test]]\ntext = \"Nothing happened.\\nNothing at all.\"\n";
        const std::vector<engine::LintFinding> findings = engine::lintPack(*files);
        for (const char* words : {"no event corp.no_such", "nothing reads the member colour",
                 "no section Elsewhere", "no edge nothing>-here", "nothing fills {nobody}",
                 "long a against its claim c", "ends before the effect", "does not apply"})
            QVERIFY2(holds(findings, words), words);
    }

    void theChoiceIsTheArticlesOwn()
    {
        const auto pack = support::shippedPack();
        engine::ArticleText text;
        text.title = "Mill closes";
        const engine::Reading reading = engine::readText(*pack, text);
        engine::WordingChoice choice(reading);
        const std::vector<std::string> ways{"{a} rises", "{a} gains with {figure}", "up goes {a}"};
        engine::Slots slots{{"a", "Paper"}};
        const auto first = choice.choose(ways, slots, "rule", true);
        QVERIFY(first);
        QCOMPARE(choice.choose(ways, slots, "rule", true), first); // the same again
        slots["figure"] = "4%";
        QCOMPARE(*choice.choose(ways, slots, "rule", true), std::string("Paper gains with 4%."));
        choice.said("Paper rises.");
        slots.erase("figure");
        const std::vector<std::string> two{"{a} rises", "up goes {a}"};
        QCOMPARE(*choice.choose(two, slots, "rule", true), std::string("Up goes Paper."));
    }

    void theBenchShowsWhatChanges()
    {
        base::Result<base::ResourceFiles> files = base::readFolder(LEADLINE_RESOURCES "/engine");
        QVERIFY(files);
        const auto before = engine::loadPack(*files);
        // An editor puts other words for the reason.
        std::string& book = (*files)["playbooks/critical-materials.toml"];
        const std::string words = "less reliant on {dom}";
        const std::size_t at = book.find(words);
        QVERIFY(at != std::string::npos);
        book.replace(at, words.size(), "not bound to {dom}");
        const auto after = engine::loadPack(*files);
        QVERIFY(before && after);
        const char* title = "West races to build gallium supply";
        const char* body = "Washington wants a gallium supply chain that is less reliant on China. China refines "
                           "98 percent of the gallium, and refining is the scarce step.";
        const base::Analysis old = support::analyse(**before, title, body);
        const engine::OutputChange change
            = engine::outputChange(old, support::analyse(**after, title, body));
        QVERIFY(engine::outputChange(old, old).empty());
        QCOMPARE(change.removed.size(), change.added.size());
        QVERIFY(!change.added.empty());
        QVERIFY(change.added.front().find("not bound to China") != std::string::npos);
    }

    void quotationsAreTheArticlesWords()
    {
        const auto pack = support::shippedPack();
        const char* title = "Riksbank stuns with 50 basis point rise";
        const std::string body
            = "The Riksbank unexpectedly raised its policy rate by 50 basis points on Thursday. Property "
              "companies with loans that mature soon fell sharply in early trading. Analysts at two banks had "
              "expected a smaller step, and mortgage costs for young households will climb.";
        const base::Analysis analysis = support::analyse(*pack, title, body.c_str());
        int quotations = 0;
        for (const base::Section& section : analysis.analysis) {
            for (const base::Sentence& sentence : section.sentences) {
                const std::size_t open = sentence.text.find("\u201C");
                const std::size_t close = sentence.text.find("\u201D");
                if (open == std::string::npos)
                    continue;
                ++quotations;
                const std::string words = sentence.text.substr(open + 3, close - open - 3);
                QVERIFY2(body.find(words) != std::string::npos, words.c_str());
                QVERIFY(sentence.grade == base::Grade::C || !sentence.provenance.evidence.empty());
            }
        }
        QVERIFY(quotations > 0);
    }

    void whatHasNothingToDoWithAConclusionIsNoEvidence()
    {
        const auto pack = support::shippedPack();
        engine::ArticleText text;
        text.title = "Riksbank raises rate";
        const std::string body = "The Riksbank raised its policy rate by 50 basis points on Thursday. Villages in the "
                                 "mountains sold wooden toboggans briskly.";
        text.body = body;
        const engine::Reading reading = engine::readText(*pack, text);
        engine::Anchors anchors(*pack, reading);
        QVERIFY(!anchors.take("Shares of growth companies will lose first."));
        const auto quoted = anchors.take("Sellers of toboggans will gain.");
        QVERIFY(quoted);
        QVERIFY(quoted->quote.find("toboggans") != std::string::npos);
        QVERIFY(!anchors.take("Sellers of toboggans will gain.")); // each sentence once
    }

    void aShortArticleGetsAShortAnalysis()
    {
        engine::Reading reading;
        reading.document.body = "Few words.";
        base::Analysis analysis;
        const std::string sentence = "One two three four five six seven eight nine ten.";
        for (int number = 0; number < 40; ++number) {
            base::Claim claim;
            claim.id = "c" + std::to_string(number);
            claim.strength = 0.01 * number;
            analysis.claims.push_back(claim);
            base::Sentence said;
            said.text = sentence;
            said.claims = {claim.id};
            const std::string name = number % 4 == 0 ? "Losers" : number % 4 == 1 ? "Winners"
                : number % 4 == 2                                                 ? "Contrarian"
                                                                                  : "Implication";
            if (number < 4)
                analysis.analysis.push_back({name, {}});
            analysis.analysis[static_cast<std::size_t>(number % 4)].sentences.push_back(said);
        }
        engine::planDocument(reading, analysis);
        QVERIFY(wordsOf(analysis) <= 120);
        QCOMPARE(analysis.analysis.front().section, std::string("Implication"));
        QCOMPARE(analysis.analysis[1].section, std::string("Winners and losers"));
        QCOMPARE(analysis.analysis.back().section, std::string("Contrarian"));
    }
};

QTEST_APPLESS_MAIN(ReasoningTest)
#include "reasoning_test.moc"
