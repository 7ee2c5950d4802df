// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <brief/briefbuilder.h>
#include <brief/periodmap.h>

#include <QTest>

#include <support/briefinput.h>

using support::blocksOf;

// What stands in a desk brief, a story, changes and a decision sheet.
// covers: deskbrief storybrief changesbrief decisionsheet periodmap
class BriefKindsTest final : public QObject {
    Q_OBJECT

private:
    static std::vector<std::string> listed(const brief::BriefDocument& document)
    {
        std::vector<std::string> names;
        for (const brief::Heading& heading : blocksOf<brief::Heading>(document)) {
            if (heading.listed && heading.level == 1)
                names.push_back(brief::plainText(heading.text));
        }
        return names;
    }

    static desk::ArticleRow row(int id, const std::string& day, const std::string& topic, double sentiment)
    {
        desk::ArticleRow made;
        made.id = id;
        made.published = base::fromIso(day + "T12:00:00Z");
        made.analysed = true;
        made.sentiment = sentiment;
        made.topics = {topic};
        return made;
    }

private Q_SLOTS:
    void aDeskBriefHasItsParts()
    {
        const brief::BriefDocument document = brief::build(support::deskInput(12));
        QCOMPARE(listed(document),
            (std::vector<std::string>{"Top stories", "Decisions", "Watch list", "Appendix: headlines"}));
        const auto title = blocksOf<brief::Title>(document)[0];
        QCOMPARE(title.text, std::string("nickel impact>=0.3"));
        QCOMPARE(brief::plainText(title.meta),
            std::string("Desk brief · 12 articles · 1 source · 22 to 25 Nov 2026"));
        const brief::HeatMap map = blocksOf<brief::HeatMap>(document)[0];
        QCOMPARE(map.columns, (std::vector<std::string>{"22 Nov", "23 Nov", "24 Nov", "25 Nov"}));
        QCOMPARE(map.rows.size(), std::size_t(2));
        QCOMPARE(blocksOf<brief::Contents>(document).size(), std::size_t(1));
        const auto tables = blocksOf<brief::Table>(document);
        QCOMPARE(tables.back().rows.size(), std::size_t(12)); // the headlines
        // Evidence goes on counting from article to article.
        const auto evidence = blocksOf<brief::Evidence>(document);
        QCOMPARE(evidence.size(), std::size_t(12));
        QCOMPARE(evidence[1].first, 5);
    }

    void otherAccountsOfAStoryAreNamed()
    {
        brief::BriefInput input = support::deskInput(2);
        input.rows[0].story = input.rows[1].story = "s4";
        input.articles.resize(1);
        bool named = false;
        for (const brief::Paragraph& paragraph : blocksOf<brief::Paragraph>(brief::build(input)))
            named = named || brief::plainText(paragraph.text).starts_with("Also: “Smelter 2");
        QVERIFY(named);
    }

    void theMapHoldsMeansAndLeavesGaps()
    {
        const std::vector<desk::ArticleRow> rows{row(1, "2026-11-01", "Oil", -0.4), row(2, "2026-11-01", "Oil", 0.2),
            row(3, "2026-11-03", "Oil", 0.6), row(4, "2026-11-03", "Gas", 0.1)};
        const brief::HeatMap map = brief::periodMap(rows);
        QCOMPARE(map.rows[0].label, std::string("Oil"));
        QCOMPARE(map.columns.size(), std::size_t(3));
        QCOMPARE(*map.rows[0].cells[0].sentiment, -0.1);
        QCOMPARE(map.rows[0].cells[0].articles, 2);
        QVERIFY(!map.rows[0].cells[1].sentiment);
        QCOMPARE(brief::volume(rows).points[1].value, 0.0);
        // A year is shown in steps that fit.
        const std::vector<desk::ArticleRow> year{row(1, "2025-11-01", "Oil", 0), row(2, "2026-10-31", "Oil", 0)};
        QVERIFY(brief::periodMap(year).columns.size() <= 12);
        QVERIFY(brief::periodMap({}).rows.empty());
    }

    void moversNeedArticlesOnBothSides()
    {
        std::vector<desk::ArticleRow> rows{row(1, "2026-11-01", "Oil", -0.4), row(2, "2026-11-02", "Oil", -0.2),
            row(3, "2026-11-09", "Oil", 0.6), row(4, "2026-11-10", "Oil", 0.4), row(5, "2026-11-01", "Gas", 0.1),
            row(6, "2026-11-10", "Gas", 0.9)};
        const brief::Chart chart = brief::movers(rows);
        QCOMPARE(chart.points.size(), std::size_t(1));
        QCOMPARE(chart.points[0].label, std::string("Oil"));
        QCOMPARE(chart.points[0].text, std::string("+0.80"));
    }

    void periodsAreNamedShortly_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("text");
        QTest::newRow("a day") << "2026-11-23" << "2026-11-23" << "23 Nov 2026";
        QTest::newRow("a month") << "2026-11-03" << "2026-11-23" << "3 to 23 Nov 2026";
        QTest::newRow("a year") << "2026-02-03" << "2026-11-23" << "3 Feb to 23 Nov 2026";
        QTest::newRow("years") << "2025-12-30" << "2026-01-02" << "30 Dec 2025 to 2 Jan 2026";
    }

    void periodsAreNamedShortly()
    {
        QFETCH(QString, first);
        QFETCH(QString, last);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(brief::periodText(
                     {*base::fromIso(first.toStdString()), *base::fromIso(last.toStdString())})),
            text);
    }

    void aStoryHasTimelineSourcesAndContradictions()
    {
        brief::BriefInput input = support::briefInput();
        input.kind = brief::Kind::Story;
        input.story.story = {12, {}, {}, 3, 2};
        for (const char* source : {"Wire", "Daily", "Wire"})
            input.story.story.members.push_back(
                {7, "Furnace shut", source, input.made, input.made, 40, true, 0.5});
        input.story.disputes = {{"figure", "fact", false, {7, "Wire", "4,000", "It was 4,000 tonnes."},
            {8, "Daily", "5,000", "It was 5,000 tonnes."}}};
        const brief::BriefDocument document = brief::build(input);
        QCOMPARE(listed(document),
            (std::vector<std::string>{"Timeline", "Contradictions", "Sources in order of appearance",
                "The accounts"}));
        const auto tables = blocksOf<brief::Table>(document);
        QCOMPARE(tables[0].rows.size(), std::size_t(3));
        QCOMPARE(tables[0].rows[0][2][0].target, std::string("#a7")); // leads to the account
        QCOMPARE(tables[2].rows.size(), std::size_t(2));
        QCOMPARE(brief::plainText(tables[2].rows[0][2]), std::string("2"));
        QVERIFY(brief::plainText(tables[1].rows[0][1]).starts_with("4,000 — Wire"));
    }

    void changesShowWordsAndCauses()
    {
        brief::BriefInput input = support::deskInput(3);
        input.kind = brief::Kind::Changes;
        input.articles.clear();
        input.changes.since = *base::fromIso("2026-11-20T10:00:00Z");
        input.changes.added = {input.rows[0]};
        input.changes.revised = {{input.rows[1], {"A title", "Output fell by 3 percent.", input.made},
            {"A title", "Output fell by 5 percent.", input.made}}};
        input.changes.moved = {{input.rows[2], 0.2, 0.3, -0.1, 0.1, desk::MoveCause::LaterNews, "novelty −0.31"}};
        const brief::BriefDocument document = brief::build(input);
        QCOMPARE(blocksOf<brief::Title>(document)[0].text, std::string("Changed since 20 Nov 2026 10:00 UTC"));
        QCOMPARE(listed(document), (std::vector<std::string>{"New", "Revised", "Scores that moved"}));
        bool removed = false;
        bool added = false;
        for (const brief::Paragraph& paragraph : blocksOf<brief::Paragraph>(document)) {
            for (const brief::Run& run : paragraph.text) {
                removed = removed || (run.look == brief::Look::Removed && run.text == "3");
                added = added || (run.look == brief::Look::Added && run.text == "5");
            }
        }
        QVERIFY(removed && added);
        QCOMPARE(brief::plainText(blocksOf<brief::Table>(document)[1].rows[0][1]), std::string("0.20 → 0.30"));
    }

    void aDecisionSheetTellsStatesAndTerms()
    {
        brief::BriefInput input;
        input.kind = brief::Kind::Decisions;
        input.made = *base::fromIso("2026-11-30T14:32:00Z");
        QCOMPARE(brief::plainText(blocksOf<brief::Paragraph>(brief::build(input))[0].text),
            std::string("No decision of the ledger is open."));
        const base::Decision decision = support::briefInput().articles[0].analysis.decisions[0];
        input.ledger = {{7, "Furnace shut", "Wire", decision, *base::fromIso("2026-11-01T10:00:00Z"), "open", {}}};
        const brief::BriefDocument document = brief::build(input);
        QCOMPARE(brief::plainText(blocksOf<brief::Title>(document)[0].meta), std::string("1 decision · 1 open"));
        const auto tables = blocksOf<brief::Table>(document);
        QCOMPARE(brief::plainText(tables[0].rows[0][4]), std::string("6–12 weeks, until 30 Jan 2027"));
        QCOMPARE(brief::plainText(tables[1].rows.back()[1]), std::string("power returns early"));
    }
};

QTEST_GUILESS_MAIN(BriefKindsTest)
#include "briefkinds_test.moc"
