// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <brief/briefbuilder.h>

#include <QTest>

#include <support/briefinput.h>

// covers: briefsidecar
class BriefBuilderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void evidenceIsNumberedInOrderOfUse()
    {
        const brief::BriefDocument document = brief::build(support::briefInput());
        QCOMPARE(document.evidence.size(), std::size_t(4));
        QCOMPARE(document.evidence[0].text, std::string("“shut its second furnace”"));
        QCOMPARE(document.evidence[0].place, std::string("¶1"));
        QCOMPARE(document.evidence[1].text, std::string("“Output falls by 4,000 tonnes a month.”"));
        QCOMPARE(document.evidence[2].text, std::string("Assumption, playbook outage"));
        QCOMPARE(document.evidence[2].place, std::string());
        QCOMPARE(document.evidence[3].place, std::string("¶2"));
        QCOMPARE(document.summary.sentences[0].marks, std::vector<int>{1});
        QCOMPARE(document.analysis[0].sentences[0].marks, (std::vector<int>{1, 2}));
        QVERIFY(document.analysis[0].sentences[1].assumption);
        QCOMPARE(document.decisions[0].marks, std::vector<int>{4});
    }

    void factsStandInTheHead()
    {
        const brief::BriefDocument document = brief::build(support::briefInput());
        QCOMPARE(document.meta,
            std::string("Metals Daily · published 22 Nov 2026 09:30 UTC · news · story: 3 sources"));
        QCOMPARE(document.impactLabel, std::string("moderate · industry-wide"));
        QCOMPARE(document.made, std::string("23 Nov 2026 14:32 UTC"));
        QCOMPARE(document.decisions[0].legs,
            std::string("nickel producers outside the grid / stainless makers (SLX)"));
        QCOMPARE(document.decisions[0].type, std::string("Pair"));
        QVERIFY(document.trend.empty());
    }

    void aMissingDateIsSaid()
    {
        brief::BriefInput input = support::briefInput();
        input.article.published.reset();
        QVERIFY(brief::build(input).meta.find("no readable date") != std::string::npos);
    }

    void whatIsNotAnalysedShowsNoNumbers()
    {
        brief::BriefInput input = support::briefInput();
        input.analysis = {};
        input.analysis.mode = base::Mode::NotAnalysed;
        input.analysis.reason = "No language model for German: not analysed";
        const brief::BriefDocument document = brief::build(input);
        QVERIFY(!document.analysed);
        QCOMPARE(document.notAnalysed, std::string("No language model for German: not analysed"));
        QVERIFY(document.decisions.empty());
    }

    void longQuotesAreCutAtAWord()
    {
        brief::BriefInput input = support::briefInput();
        input.analysis.summary[0].provenance.evidence
            = {{base::Field::Body, 0, static_cast<std::uint32_t>(input.article.body.size())}};
        const std::string quote = brief::build(input).evidence[0].text;
        QVERIFY(quote.size() < 110);
        QVERIFY(quote.ends_with("…”"));
        QCOMPARE(quote.find("  "), std::string::npos);
    }

    void theSidecarGivesTheSameBriefBack()
    {
        const brief::BriefInput input = support::briefInput();
        const auto read = brief::fromSidecar(brief::toSidecar(input));
        QVERIFY2(bool(read), read ? "" : read.error().text().c_str());
        QCOMPARE(brief::toSidecar(*read), brief::toSidecar(input));
        const brief::BriefDocument first = brief::build(input);
        const brief::BriefDocument second = brief::build(*read);
        QCOMPARE(second.evidence.size(), first.evidence.size());
        QCOMPARE(second.meta, first.meta);
        QCOMPARE(second.impact, first.impact);
    }

    void foreignSidecarsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("not JSON") << QByteArray("brief");
        QTest::newRow("another object") << QByteArray("{\"a\": 1}");
        QTest::newRow("a later version") << QByteArray("{\"leadline_brief\": 99}");
        QTest::newRow("parts missing") << QByteArray("{\"leadline_brief\": 1, \"article\": {}}");
        QTest::newRow("wrong types") << QByteArray("{\"leadline_brief\": 1, \"article\": [1, 2]}");
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
