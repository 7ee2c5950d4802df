// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <base/analysisjson.h>
#include <brief/briefbuilder.h>
#include <brief/composer.h>

#include <QTest>

#include <support/briefinput.h>

#include <algorithm>

using support::blocksOf;

// covers: briefsidecar composer
class BriefBuilderTest final : public QObject {
    Q_OBJECT

private:
    static std::vector<std::string> marksOf(const brief::Line& line)
    {
        std::vector<std::string> marks;
        for (const brief::Run& run : line) {
            if (run.look == brief::Look::Mark)
                marks.push_back(run.target);
        }
        return marks;
    }

private Q_SLOTS:
    void evidenceIsNumberedInOrderOfUse()
    {
        const brief::BriefDocument document = brief::build(support::briefInput());
        const auto evidence = blocksOf<brief::Evidence>(document);
        QCOMPARE(evidence.size(), std::size_t(1));
        const auto& entries = evidence[0].entries;
        QCOMPARE(entries.size(), std::size_t(4));
        QCOMPARE(entries[0].text, std::string("“shut its second furnace”"));
        QCOMPARE(entries[0].place, std::string("¶1"));
        QCOMPARE(entries[1].text, std::string("“Output falls by 4,000 tonnes a month.”"));
        QCOMPARE(entries[2].text, std::string("Assumption, playbook outage"));
        QCOMPARE(entries[2].place, std::string());
        QCOMPARE(entries[3].place, std::string("¶2"));
        const auto paragraphs = blocksOf<brief::Paragraph>(document);
        QCOMPARE(marksOf(paragraphs[0].text), std::vector<std::string>{"#e1"});
        QCOMPARE(marksOf(paragraphs[1].text), (std::vector<std::string>{"#e1", "#e2", "#e3"}));
        QVERIFY(std::any_of(paragraphs[1].text.begin(), paragraphs[1].text.end(),
            [](const brief::Run& run) { return run.look == brief::Look::Assumption; }));
        const auto tables = blocksOf<brief::Table>(document);
        QCOMPARE(marksOf(tables[0].rows[0][1]), std::vector<std::string>{"#e4"});
    }

    void factsStandInTheHead()
    {
        const brief::BriefDocument document = brief::build(support::briefInput());
        const auto title = blocksOf<brief::Title>(document);
        QCOMPARE(title[0].text, std::string("Nickel smelter halts second furnace as power runs short"));
        QCOMPARE(brief::plainText(title[0].meta),
            std::string("Metals Daily · published 22 Nov 2026 09:30 UTC · news · story: 3 sources"));
        const auto gauges = blocksOf<brief::Gauges>(document);
        QCOMPARE(gauges[0].impactLabel, std::string("moderate · industry-wide"));
        QVERIFY(gauges[0].trend.values.empty());
        QCOMPARE(document.made, std::string("23 Nov 2026 14:32 UTC"));
        const auto tables = blocksOf<brief::Table>(document);
        QCOMPARE(brief::plainText(tables[0].rows[0][2]),
            std::string("nickel producers outside the grid / stainless makers (SLX)"));
        QCOMPARE(brief::plainText(tables[0].rows[0][0]), std::string("Pair"));
        QCOMPARE(document.engine,
            std::string("Engine 0.1.0 · pack 4f9c2e · rebuild: leadline brief --from brief.json"));
    }

    void theHouseStandsOnEveryPage()
    {
        brief::BriefInput input = support::briefInput();
        input.house = {"Critical minerals desk", "Northern Research", {}, "For clients of the house only."};
        const brief::BriefDocument document = brief::build(input);
        QCOMPARE(document.head, std::string("Northern Research"));
        QCOMPARE(document.desk, std::string("Critical minerals desk"));
        QCOMPARE(document.notice, std::string("For clients of the house only."));
        QCOMPARE(brief::build(support::briefInput()).head, std::string("Leadline brief"));
    }

    void aMissingDateIsSaid()
    {
        brief::BriefInput input = support::briefInput();
        input.articles[0].article.published.reset();
        const auto title = blocksOf<brief::Title>(brief::build(input));
        QVERIFY(brief::plainText(title[0].meta).find("no readable date") != std::string::npos);
    }

    void whatIsNotAnalysedShowsNoNumbers()
    {
        brief::BriefInput input = support::briefInput();
        input.articles[0].analysis = {};
        input.articles[0].analysis.mode = base::Mode::NotAnalysed;
        input.articles[0].analysis.reason = "No language model for German: not analysed";
        const brief::BriefDocument document = brief::build(input);
        QVERIFY(blocksOf<brief::Gauges>(document).empty());
        QVERIFY(blocksOf<brief::Table>(document).empty());
        QCOMPARE(brief::plainText(blocksOf<brief::Paragraph>(document)[0].text),
            std::string("No language model for German: not analysed"));
    }

    void longQuotesAreCutAtAWord()
    {
        brief::BriefInput input = support::briefInput();
        input.articles[0].analysis.summary[0].provenance.evidence = {
            {base::Field::Body, 0, static_cast<std::uint32_t>(input.articles[0].article.body.size())}};
        const std::string quote = blocksOf<brief::Evidence>(brief::build(input))[0].entries[0].text;
        QVERIFY(quote.size() < 110);
        QVERIFY(quote.ends_with("…”"));
        QCOMPARE(quote.find("  "), std::string::npos);
    }

    void theSidecarGivesTheSameBriefBack_data()
    {
        QTest::addColumn<int>("kind");
        for (const brief::Kind kind : {brief::Kind::Article, brief::Kind::Story, brief::Kind::Desk,
                 brief::Kind::Changes, brief::Kind::Decisions})
            QTest::newRow(std::string(brief::kindName(kind)).c_str()) << static_cast<int>(kind);
    }

    void theSidecarGivesTheSameBriefBack()
    {
        QFETCH(int, kind);
        brief::BriefInput input = support::deskInput(3);
        input.kind = static_cast<brief::Kind>(kind);
        input.asOf = base::fromIso("2026-11-24T10:00:00Z");
        input.since = "former.json";
        input.house = {"Desk", "House", std::string("\x89PNG\0\1", 6), "Notice"};
        input.trend = {0.1, -0.2, 0.3};
        input.articles[0].article.fingerprint = 0xFEDCBA9876543210U;
        input.story.story = {12, {}, {{1, "A title", "A source", input.made, input.made, 70, true, 0.4}}, 1, 1};
        input.story.disputes = {{"figure", "fact", true, {1, "A", "12", "It was 12."}, {2, "B", "14", "14."}}};
        input.changes = {input.made, {input.rows[0]},
            {{input.rows[1], {"Old", "Old body", input.made}, {"New", "New body", input.made}}},
            {{input.rows[2], 0.2, 0.3, -0.1, 0.1, desk::MoveCause::OtherData, "novelty −0.31"}}, true};
        input.ledger = {{7, "Title", "Source", input.articles[0].analysis.decisions[0], input.made, "open", "why"}};
        const auto read = brief::fromSidecar(brief::toSidecar(input));
        QVERIFY2(bool(read), read ? "" : read.error().text().c_str());
        QCOMPARE(brief::toSidecar(*read), brief::toSidecar(input));
        QCOMPARE(brief::build(*read).blocks.size(), brief::build(input).blocks.size());
        QCOMPARE(read->house.logo, input.house.logo);
        QVERIFY(brief::toSidecar(input).find("\"fingerprint\": \"fedcba9876543210\"") != std::string::npos);
    }

    void theFirstFormOfSidecarsIsRead()
    {
        const auto read = brief::fromSidecar(R"({"leadline_brief": 1, "made": "2026-11-23T14:32:00Z",
            "paper": "letter", "desk": "Metals", "sidecar": "x.json", "story_sources": 2,
            "trend": {"topic": "", "values": []}, "article": {"id": 3, "guid": "", "title": "Old", "body": "Text",
            "url": "", "source": "S", "author": "", "published": null, "received": "2026-11-22T14:32:00Z"},
            "analysis": )" + base::toJson(base::Analysis(), base::JsonDetail::Full) + "}");
        QVERIFY2(bool(read), read ? "" : read.error().text().c_str());
        QCOMPARE(read->articles[0].article.title, std::string("Old"));
        QCOMPARE(read->house.desk, std::string("Metals"));
        QVERIFY(read->paper == brief::Paper::Letter);
    }

    void foreignSidecarsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("not JSON") << QByteArray("brief");
        QTest::newRow("another object") << QByteArray("{\"a\": 1}");
        QTest::newRow("a later version") << QByteArray("{\"leadline_brief\": 99}");
        QTest::newRow("parts missing") << QByteArray("{\"leadline_brief\": 2, \"articles\": {}}");
        QTest::newRow("wrong types") << QByteArray("{\"leadline_brief\": 1, \"article\": [1, 2]}");
        QTest::newRow("another kind")
            << QByteArray("{\"leadline_brief\": 2, \"made\": \"2026-11-23T14:32:00Z\", \"paper\": \"a4\", "
                          "\"sidecar\": \"\", \"trend\": {\"topic\": \"\", \"values\": []}, \"kind\": \"poem\"}");
    }

    void foreignSidecarsAreRefused()
    {
        QFETCH(QByteArray, text);
        const auto read = brief::fromSidecar(text.toStdString());
        QVERIFY(!read);
        QCOMPARE(int(read.error().code), int(base::ErrorCode::InvalidInput));
        QVERIFY(!read.error().message.empty());
    }
};

QTEST_GUILESS_MAIN(BriefBuilderTest)
#include "briefbuilder_test.moc"
