// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: analyser.cpp pack.cpp impact.cpp impactpriors.cpp summary.cpp reasoner.cpp
// covers: genericreasoner.cpp playbooks.cpp facts.cpp slots.cpp ideas.cpp wording.cpp tables.cpp
// covers: toml.cpp
#include <base/analysisjson.h>
#include <engine/decisions/ideas.h>
#include <engine/knowledge/facts.h>
#include <engine/knowledge/playbooks.h>
#include <engine/prose/wording.h>

#include <QFile>
#include <QTest>

#include <support/testpack.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace {

const char* const Title = "West Races to Build Domestic Gallium Supply";
const char* const Body = "For years the United States bought its gallium from China because it was cheap. "
                         "Policymakers in Washington are now trying to build a domestic supply "
                         "chain that is less reliant on China.\n\n"
                         "The metal is key to national security. China refines close to 98 percent of the "
                         "world's gallium, and radar and power chips need it.\n\n"
                         "Most of the work lies in refining, which few plants outside China can do. New "
                         "plants need environmental permits that take years, and chip makers demand "
                         "18 to 30 months of testing before they accept a new source.\n\n"
                         "The government guarantees a floor price and has funded a stockpile. If every "
                         "project were built, the market would be swamped and prices would fall "
                         "below the cost of most new entrants. Several developers have sold new shares, "
                         "though none is expected to produce before the end of the decade.\n\n"
                         "Export licences can be rewritten in days, while a plant takes the better part of a "
                         "decade. The bottleneck is permits and know-how.";

bool says(const base::Analysis& analysis, const std::string& words)
{
    for (const base::Section& section : analysis.analysis) {
        for (const base::Sentence& sentence : section.sentences) {
            if (sentence.text.find(words) != std::string::npos)
                return true;
        }
    }
    return false;
}

int signOf(const base::Analysis& analysis, const std::string& role)
{
    for (const base::Claim& claim : analysis.claims) {
        if (claim.subject == "role:" + role)
            return claim.sign;
    }
    return 0;
}

} // namespace

class AnalyserTest final : public QObject {
    Q_OBJECT

    std::shared_ptr<const engine::Pack> m_pack = support::shippedPack();

    void checkProvenance(const base::Analysis& analysis)
    {
        const auto check = [](const base::Sentence& sentence) {
            return sentence.grade == base::Grade::C || !sentence.provenance.evidence.empty();
        };
        for (const base::Sentence& sentence : analysis.summary)
            QVERIFY2(check(sentence), sentence.text.c_str());
        for (const base::Section& section : analysis.analysis) {
            for (const base::Sentence& sentence : section.sentences)
                QVERIFY2(check(sentence), sentence.text.c_str());
        }
        for (const base::Decision& decision : analysis.decisions) {
            QVERIFY(!decision.horizon.text.empty() && !decision.entry.empty()
                && !decision.invalidation.empty() && !decision.risk.empty());
            QVERIFY(decision.grade == base::Grade::C || !decision.provenance.evidence.empty());
        }
    }

private Q_SLOTS:
    void termsAddUpToTheNeedle()
    {
        const base::Analysis analysis = support::analyse(*m_pack, Title, Body);
        double sum = 0;
        for (const base::ImpactTerm& term : analysis.impact.terms)
            sum += term.value;
        QVERIFY(std::abs(1 / (1 + std::exp(-sum)) - analysis.impact.score) < 1e-12);
    }

    // What the worked example beside the project asks of its article.
    void theWorkedExample()
    {
        QFile file(QStringLiteral(LEADLINE_SHARED "/seed/article.txt"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the worked example is not here");
        const std::string title = file.readLine().trimmed().toStdString();
        const base::Analysis analysis = support::analyse(*m_pack, title, file.readAll().toStdString());
        std::set<std::string> topics;
        for (const base::TopicScore& topic : analysis.topics)
            topics.insert(topic.name);
        QVERIFY(topics.size() <= 6);
        for (const char* topic : {"Trade Policy & Supply Chain", "Geopolitics & War", "Commodities & Raw Materials",
                 "Sanctions & Export Controls", "Infrastructure & Defense"})
            QVERIFY2(topics.contains(topic), topic);
        QVERIFY(analysis.mode == base::Mode::Explainer);
        QVERIFY(analysis.impact.score >= 0.25 && analysis.impact.score <= 0.45);
        QVERIFY(analysis.sentiment.score >= -0.30 && analysis.sentiment.score <= -0.05);
        QCOMPARE(analysis.sentiment.label, std::string("mildly negative"));
        QVERIFY(analysis.analysis.size() >= 4);
        std::set<std::string> kinds;
        for (const base::Decision& decision : analysis.decisions)
            kinds.insert(decision.kind);
        QVERIFY(analysis.decisions.size() >= 4 && analysis.decisions.size() <= 5);
        QVERIFY(kinds.size() >= 3);
        QVERIFY(says(analysis, "12\u201324 months"));
    }

    void criticalMaterials()
    {
        const base::Analysis analysis = support::analyse(*m_pack, Title, Body);
        QVERIFY(analysis.mode == base::Mode::Explainer);
        QVERIFY(signOf(analysis, "midstream") > 0);
        QVERIFY(signOf(analysis, "users") < 0);
        QVERIFY(says(analysis, "18\u201330 months")); // a figure that stands in the text
        QVERIFY(says(analysis, "98 percent"));
        std::set<std::string> kinds;
        for (const base::Decision& decision : analysis.decisions)
            kinds.insert(decision.kind);
        QVERIFY(kinds.size() >= 3);
        QVERIFY(analysis.decisions.size() <= 5);
        checkProvenance(analysis);
    }

    void easedLicencesTurnTheSigns()
    {
        std::string body = Body;
        body += "\n\nChina lifted its export licences for gallium this month.";
        const base::Analysis analysis
            = support::analyse(*m_pack, "China lifts export licences for gallium", body);
        QVERIFY(signOf(analysis, "midstream") < 0);
        QVERIFY(signOf(analysis, "users") > 0);
    }

    void hawkishSurprise()
    {
        const base::Analysis analysis = support::analyse(*m_pack, "Riksbank stuns with 50 basis point rise",
            "The Riksbank unexpectedly raised its policy rate by 50 basis points on Thursday; economists had "
            "expected 25 basis points. Property companies with "
            "loans that mature soon fell. The krona rose against the euro. Inflation was the reason, the "
            "governor said.");
        QVERIFY(support::eventOf(analysis, "cb.hike_surprise") != nullptr);
        QVERIFY(signOf(analysis, "duration") < 0);
        QVERIFY(analysis.sentiment.score < 0);
        QVERIFY(std::any_of(analysis.decisions.begin(), analysis.decisions.end(),
            [](const base::Decision& idea) { return idea.kind == "curve"; }));
        checkProvenance(analysis);
    }

    void theSameBytesTwice()
    {
        const std::string once = base::toJson(support::analyse(*m_pack, Title, Body), base::JsonDetail::Full);
        QCOMPARE(base::toJson(support::analyse(*support::shippedPack(), Title, Body), base::JsonDetail::Full),
            once);
    }

    void swappedNamesSwapInTheText()
    {
        std::string body = Body;
        for (const auto& [from, to] :
            {std::pair<std::string, std::string>{"the United States", "Japan"}, {"Washington", "Tokyo"}}) {
            for (std::size_t at = body.find(from); at != std::string::npos;
                 at = body.find(from, at + to.size()))
                body.replace(at, from.size(), to);
        }
        const base::Analysis analysis = support::analyse(*m_pack, Title, body);
        for (const base::Section& section : analysis.analysis) {
            for (const base::Sentence& sentence : section.sentences)
                QVERIFY2(sentence.text.find("United States") == std::string::npos, sentence.text.c_str());
        }
    }

    void rumourIsOnlyWatched()
    {
        const base::Analysis analysis
            = support::analyse(*m_pack, "Orvella Corp could acquire Brantel Inc, sources say",
                "Orvella Corp is in talks to acquire Brantel Inc, people familiar said on Monday.");
        for (const base::Decision& decision : analysis.decisions)
            QCOMPARE(decision.kind, std::string("watch"));
    }

    void nothingIsSaidOfNothing()
    {
        const base::Analysis analysis = support::analyse(*m_pack, "Village choir sings",
            "The choir sang on Sunday in the old hall. The evening was mild.");
        QVERIFY(analysis.decisions.empty());
        QVERIFY(analysis.analysis.empty());
        QVERIFY(analysis.impact.score < 0.2);
    }

    void whatWasDoneIsNotWhatWasExpected()
    {
        const base::Analysis analysis = support::analyse(*m_pack, "Riksbank stuns markets with rate rise to 2.25%",
            "Sweden's Riksbank raised its policy rate by 50 basis points to 2.25% on Thursday, twice the step "
            "economists had expected. The krona rose.");
        QVERIFY(!analysis.analysis.empty());
        for (const base::Section& paragraph : analysis.analysis) {
            for (const base::Sentence& sentence : paragraph.sentences)
                QVERIFY2(sentence.text.find("against the 50 basis points") == std::string::npos, sentence.text.c_str());
        }
    }

    void aListOfFactsIsNoNews()
    {
        const std::string body = "Orvane filed for bankruptcy protection on Thursday. Tessel went bankrupt in 2003.";
        const base::Analysis list = support::analyse(*m_pack, "Factbox: Largest bankruptcies of shippers", body);
        const base::Analysis news = support::analyse(*m_pack, "Orvane files for bankruptcy", body);
        QVERIFY(list.mode == base::Mode::Recap);
        QVERIFY(news.mode == base::Mode::News);
        QVERIFY(list.impact.score < news.impact.score);
    }

    void otherLanguagesAreNotAnalysed()
    {
        engine::ArticleText text;
        text.title = "Auftr\u00E4ge steigen";
        text.body = "Die Auftr\u00E4ge stiegen im Oktober.";
        text.language = "de";
        const base::Analysis analysis = engine::analyse(*m_pack, text);
        QVERIFY(analysis.mode == base::Mode::NotAnalysed);
        QVERIFY(analysis.reason.find("German") != std::string::npos);
        QVERIFY(support::analyse(*m_pack, "", "").mode == base::Mode::NotAnalysed);
    }

    void hostileTextDoesNoHarm_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("quotes") << QByteArray(200000, '"');
        QTest::newRow("digits") << QByteArray(200000, '7');
        QTest::newRow("stops") << QByteArray(100000, '.');
        QTest::newRow("one word") << QByteArray(300000, 'a');
        QTest::newRow("tariffs") << QByteArray("impose tariffs on China ").repeated(4000);
        QTest::newRow("marks") << QByteArray("\xE2\x80\x9C\xE2\x80\x9D ").repeated(20000);
    }
    void hostileTextDoesNoHarm()
    {
        QFETCH(QByteArray, body);
        const base::Analysis analysis = support::analyse(*m_pack, "x", body.toStdString());
        for (const base::Sentence& sentence : analysis.summary) {
            for (const base::Span& span : sentence.provenance.evidence)
                QVERIFY(
                    span.field == base::Field::Title || span.end <= static_cast<std::size_t>(body.size()));
        }
        QVERIFY(!base::toJson(analysis, base::JsonDetail::Contract).empty());
    }

    void brokenPackSaysWhere_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("place");
        QTest::newRow("toml") << "events.toml"
                              << "[[event]]\nid = "
                              << "events.toml:2";
        QTest::newRow("prior") << "events.toml"
                               << "[[event]]\nid = \"x\"\nprior = 2"
                               << "events.toml:1";
        QTest::newRow("columns") << "gazetteer/countries.tsv"
                                 << "country:xx\tname"
                                 << "countries.tsv:1";
        QTest::newRow("role") << "playbooks/x.toml"
                              << "id = \"x\"\nevents = [\"cb.hold\"]\n[[claim]]\nid = \"a\"\nsection = "
                                 "\"s\"\nsubject = \"nobody\"\nsay = [\"x\"]"
                              << "playbooks/x.toml";
    }
    void brokenPackSaysWhere()
    {
        QFETCH(QString, file);
        QFETCH(QString, text);
        QFETCH(QString, place);
        base::ResourceFiles files = base::readFolder(LEADLINE_RESOURCES "/engine").value();
        files[file.toStdString()] = text.toStdString();
        const auto pack = engine::loadPack(files);
        QVERIFY(!pack);
        QVERIFY2(
            pack.error().text().find(place.toStdString()) != std::string::npos, pack.error().text().c_str());
    }

    void wordsFitTogether()
    {
        QCOMPARE(engine::realise("a {x} falls", {{"x", "outage"}}, true).value_or(""),
            std::string("An outage falls."));
        QVERIFY(!engine::realise("{missing} falls", {}, true));
        QCOMPARE(engine::horizonText(180, 540), std::string("6\u201318 months"));
        QCOMPARE(engine::horizonText(0, 5), std::string("within days"));
    }

    void ideasThatContradictAreDropped()
    {
        base::Decision one;
        one.kind = "long";
        one.legs = {{"long", "steel makers", ""}};
        one.horizon = {1, 30, "4 weeks"};
        one.entry = "e";
        one.invalidation = "i";
        one.risk = "r";
        one.conviction = 0.7;
        base::Decision two = one;
        two.kind = "short";
        two.legs.front().side = "short";
        two.conviction = 0.5;
        base::Decision again = one; // the same trade from another event
        again.conviction = 0.4;
        QCOMPARE(static_cast<int>(engine::selectIdeas({one, again}).size()), 1);
        base::Decision incomplete = one;
        incomplete.entry.clear();
        QCOMPARE(static_cast<int>(engine::selectIdeas({two, one, incomplete}).size()), 1);
        QCOMPARE(engine::selectIdeas({two, one}).front().kind, std::string("long"));
    }
};

QTEST_GUILESS_MAIN(AnalyserTest)
#include "analyser_test.moc"
