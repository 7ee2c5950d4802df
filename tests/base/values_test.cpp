// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: analysis.cpp
#include <base/analysis.h>
#include <base/analysisjson.h>
#include <base/files.h>
#include <base/instant.h>
#include <base/quietthread.h>
#include <base/strings.h>

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <thread>

namespace {

base::Analysis sample()
{
    base::Analysis analysis;
    analysis.language = "en";
    analysis.impact.score = 1 / (1 + std::exp(0.5));
    analysis.impact.label = "moderate";
    analysis.impact.scope = "global";
    analysis.impact.terms
        = {{"event", -0.75, "strike, prior 0.32", {{{base::Field::Title, 0, 4}}, {"events#x"}}},
            {"breadth", 0.25, "B 0.7", {}}};
    analysis.sentiment.score = -0.15;
    analysis.sentiment.label = "mildly negative";
    analysis.sentiment.parts = {{{base::Field::Body, 3, 9}, -0.5, 0.3, "loss(−)"}};
    analysis.topics = {{"Oil & Gas", 0.9, {{{base::Field::Body, 0, 3}}, {"topics#oil"}}}};
    analysis.entities
        = {{"country:us", "United States", "country", "", 80, -0.1, {{base::Field::Body, 0, 3}}}};
    base::Event event;
    event.type = "labour.strike";
    event.modality = base::Modality::Rumoured;
    event.certainty = 0.5;
    event.subject = "company:x";
    event.quantities
        = {{12, 24, base::Unit::Duration, "", "range", "12 to 24 months", {base::Field::Body, 5, 20}}};
    event.provenance.evidence = {{base::Field::Body, 0, 30}};
    analysis.events = {event};
    analysis.claims = {{"c1", "loses", "role:users", "", -1, 0.4, 30, 365, base::Grade::B, {}}};
    analysis.summary
        = {{"One \"quoted\" line\u2019s end.", base::Grade::A, {{{base::Field::Body, 0, 10}}, {}}, {}}};
    analysis.analysis = {{"Losers", {{"Users lose.", base::Grade::C, {}, {"c1"}}}}};
    base::Decision decision;
    decision.kind = "pair";
    decision.legs = {{"long", "a", "XLI"}, {"short", "b", ""}};
    decision.horizon = {90, 270, "3–9 months"};
    decision.conviction = 0.6;
    analysis.decisions = {decision};
    analysis.engine = {"0.1.0", "abc"};
    return analysis;
}

} // namespace

class ValuesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void analysisSurvivesItsJson()
    {
        const std::string json = base::toJson(sample(), base::JsonDetail::Full);
        const base::Result<base::Analysis> back = base::analysisFromJson(json);
        QVERIFY(back);
        QCOMPARE(base::toJson(*back, base::JsonDetail::Full), json);
        QCOMPARE(back->impact.score, sample().impact.score); // to the last bit
        QVERIFY(back->events.front().quantities.front().upper.has_value());
    }

    void contractHasItsMembersAndSpans()
    {
        const auto json
            = nlohmann::json::parse(base::toJson(sample(), base::JsonDetail::Contract, "id", "a-1"));
        QCOMPARE(json.at("id").get<std::string>(), std::string("a-1"));
        for (const char* name : {"language", "mode", "impact", "sentiment", "topics", "entities", "events",
                 "summary", "analysis", "decisions", "engine"})
            QVERIFY2(json.contains(name), name);
        QVERIFY(!json.contains("claims"));
        double sum = 0;
        for (const auto& term : json.at("impact").at("terms"))
            sum += term.at("value").get<double>();
        QVERIFY(std::abs(1 / (1 + std::exp(-sum)) - json.at("impact").at("score").get<double>()) < 1e-9);
        QVERIFY(json.at("summary").at(0).at("evidence").at(0) == nlohmann::json::array({0, 10}));
    }

    void whatIsNotAnalysedHasNoScore()
    {
        base::Analysis analysis;
        analysis.mode = base::Mode::NotAnalysed;
        analysis.reason = "No language model for German: not analysed";
        const auto json
            = nlohmann::json::parse(base::toJson(analysis, base::JsonDetail::Contract, "id", "x"));
        QVERIFY(json.at("impact").at("score").is_null());
        QVERIFY(json.at("sentiment").at("score").is_null());
    }

    void brokenJsonIsAnError()
    {
        QVERIFY(!base::analysisFromJson("{\"language\":3}"));
        QVERIFY(!base::analysisFromJson("nonsense"));
    }

    void utf8IsRepairedAndCut()
    {
        QVERIFY(base::isValidUtf8("h\u00E9"));
        QVERIFY(!base::isValidUtf8("h\xE9"));
        QVERIFY(base::isValidUtf8(base::repairedUtf8("a\xFF\xC3")));
        QCOMPARE(std::string(base::truncatedUtf8("a\u00E9", 2)), std::string("a"));
        QCOMPARE(base::fixed(-0.145, 2), std::string("-0.15"));
        QCOMPARE(base::fixed(-0.001, 2), std::string("0.00"));
        QCOMPARE(base::collapsed("  a \n b "), std::string("a b"));
    }

    void instantsReadAndWrite()
    {
        const auto instant = base::fromIso("2026-11-23T15:44:00+02:00");
        QVERIFY(instant.has_value());
        QCOMPARE(base::toIso(*instant), std::string("2026-11-23T13:44:00Z"));
        QVERIFY(!base::fromIso("2026-13-01"));
    }

    void quietThreadTellsOfWork()
    {
        QStringList told;
        base::keepQuiet([&told](base::Work work) { told << QString::fromLatin1(base::workName(work)); });
        base::beginWork(base::Work::Query);
        std::thread([] { base::beginWork(base::Work::Parse); }).join(); // elsewhere it is nobody's concern
        base::keepQuiet({});
        base::beginWork(base::Work::Export);
        QCOMPARE(told, QStringList{QStringLiteral("query")});
    }

    void filesAreWrittenWhole()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("x/y.txt")).toStdString();
        QVERIFY(!base::writeFile(path, "text")); // no such folder: an error, no crash
        const std::filesystem::path good = folder.filePath(QStringLiteral("y.txt")).toStdString();
        QVERIFY(base::writeFile(good, "text"));
        QCOMPARE(base::readFile(good).value(), std::string("text"));
        QVERIFY(base::readFile(good, 2).error().code == base::ErrorCode::TooLarge);
        QVERIFY(base::readFile(folder.path().toStdString()).error().code == base::ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(ValuesTest)
#include "values_test.moc"
