// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: query.cpp querylexer.cpp querytable.cpp querytext.cpp querytimes.cpp querymatch.cpp
#include <desk/query.h>
#include <desk/querymatch.h>
#include <desk/querytable.h>

#include <QTest>

#include <algorithm>

using desk::NodeKind;

class QueryTest final : public QObject {
    Q_OBJECT

    const base::Instant m_now = *base::fromIso("2026-11-23T14:00:00Z");

private Q_SLOTS:
    void errorsSayWhereAndWhat_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("expected");
        QTest::newRow("number") << "impact>=high"
                                << "column 9"
                                << "number";
        QTest::newRow("field") << "colour:red"
                               << "column 1"
                               << "no field";
        QTest::newRow("quote") << "oil \"crude"
                               << "column 5"
                               << "not closed";
        QTest::newRow("paren") << "(oil OR gas"
                               << "column 1"
                               << "not closed";
        QTest::newRow("close") << "oil)"
                               << "column 4"
                               << "no (";
        QTest::newRow("or") << "oil OR"
                            << "column 5"
                            << "after OR";
        QTest::newRow("is") << "is:green"
                            << "column 4"
                            << "unread";
        QTest::newRow("time") << "published:soon"
                              << "column 11"
                              << "24h";
        QTest::newRow("sort") << "sort:colour"
                              << "column 6"
                              << "impact";
        QTest::newRow("near") << "oil NEAR/x gas"
                              << "column 5"
                              << "NEAR/5";
        const auto row = [](const char* name, const char* text, const char* column, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromLatin1(column)
                                << QString::fromLatin1(expected);
        };
        row("nearest field", "oil topci:gas", "column 5", "\"topic\"?");
        row("after marks", "cafe\u0301 \u77F3\u6CB9 is:green", "column 12", "unread");
        row("after wide quotes", "\u201Coil gas\u201D impact>x", "column 18", "number");
        row("no word", "&", "column 1", "no letter or digit");
        row("no word in a phrase", "oil \"--\"", "column 5", "no letter or digit");
        row("empty phrase", "\"\"", "column 1", "expected words");
        row("no value", "oil topic:", "column 11", "expected a value");
        row("value apart", "topic: oil", "column 7", "expected a value");
        row("out of range", "impact>=60", "column 9", "from 0 to 1");
        row("compared", "topic>3", "column 6", "expected :");
        row("colon", "impact:3", "column 7", "expected <");
        row("range backwards", "published:2026-03..2026-01", "column 11", "2026-03-01..2026-03-15");
        row("no such day", "published:2026-02-30", "column 11", "expected today");
        row("open range", "published:..", "column 11", "expected today");
        row("empty group", "oil ()", "column 6", "inside ( )");
        row("or before", "OR oil", "column 1", "before OR");
        row("or, only an order", "oil OR sort:impact", "column 5", "after OR");
        row("and", "oil AND", "column 5", "both sides of AND");
        row("not", "oil NOT", "column 5", "after NOT");
        row("order negated", "-sort:impact", "column 1", "after -");
        row("field in a field", "title:(topic:oil)", "column 8", "cannot stand in it");
        row("near across fields", "title:oil NEAR/5 gas", "column 11", "one field");
        row("near a field", "topic:oil NEAR/5 gas", "column 11", "before NEAR");
        row("story", "story:abc", "column 7", "s12");
        row("saved search", "search:Mine", "column 8", "no saved search");
    }
    void errorsSayWhereAndWhat()
    {
        QFETCH(QString, text);
        QFETCH(QString, column);
        QFETCH(QString, expected);
        const auto query = desk::parseQuery(text.toStdString(), m_now);
        QVERIFY(!query);
        const QString message = QString::fromStdString(query.error().message);
        QVERIFY2(message.startsWith(column + QLatin1Char(':')), qPrintable(message));
        QVERIFY2(message.contains(expected), qPrintable(message));
    }

    void shapes()
    {
        QVERIFY(desk::parseQuery("", m_now)->root.kind == NodeKind::All);
        QVERIFY(desk::parseQuery("oil gas", m_now)->root.kind == NodeKind::And);
        QVERIFY(desk::parseQuery("oil OR gas", m_now)->root.kind == NodeKind::Or);
        QVERIFY(desk::parseQuery("-oil", m_now)->root.kind == NodeKind::Not);
        QVERIFY(desk::parseQuery("sanc*", m_now)->root.kind == NodeKind::Prefix);
        QVERIFY(desk::parseQuery("oil NEAR/5 price", m_now)->root.kind == NodeKind::Near);
        const auto topic = desk::parseQuery("topic:\"Oil & Gas\"", m_now);
        QCOMPARE(topic->root.text, std::string("Oil & Gas"));
        QVERIFY(desk::parseQuery("oil sort:impact", m_now)->sort == desk::Sort::Impact);
    }

    // Each operator of the documentation, on an article it finds and one it does not.
    void everyOperator_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        const std::pair<const char*, const char*> rows[] = {{"oil pipeline", "oil tanker"},
            {"tanker OR oil", "tanker OR gas"}, {"oil NOT tanker", "oil NOT pipeline"}, {"-tanker", "-oil"},
            {"oil (gas OR pipeline)", "(oil gas) OR tanker"}, {"\"crude oil\"", "\"oil crude\""},
            {"pipe*", "line*"}, {"\"crude o\"*", "\"crude il\"*"}, {"OIL", "oi"},
            {"crude NEAR/2 reopens", "crude NEAR/1 reopens"},
            {"title:(reopens NEAR/3 crude)", "body:(crude NEAR/9 reopens)"}, {"title:crude", "body:crude"},
            {"body:\"last week\"", "title:week"}, {"title:(x OR oil)", "title:(x OR week)"},
            {"source:reuters", "source:reut"}, {"source:reut*", "source:euters"},
            {"source:(bloomberg OR reuters)", "source:bbc"}, {"author:doe", "author:roe"},
            {"topic:\"Oil & Gas\"", "topic:copper"}, {"topic:gas", "topic:ga"}, {"ticker:xom", "ticker:xo"},
            {"ticker:x*", "ticker:om*"}, {"entity:exxon", "entity:chevron"},
            {"event:trade.deal", "event:trade.tariff"}, {"event:trade", "event:supply"},
            {"lang:en", "lang:de"}, {"mode:news", "mode:opinion"}, {"story:s12", "story:s1"},
            {"label:\"to do\"", "label:done"}, {"is:unread", "is:read"}, {"is:starred", "-is:starred"},
            {"-is:hidden", "is:hidden"}, {"has:decision", "-has:decision"}, {"has:note", "-has:note"},
            {"-has:alert", "has:alert"}, {"has:label", "-has:label"}, {"impact>=0.6", "impact>0.6"},
            {"impact=0.6", "impact<0.6"}, {"impact<=0.6", "impact=0.5"}, {"impact >= 0.6", "impact > 0.6"},
            {"impact\u22650.6", "impact\u22640.5"}, {"sentiment<-0.3", "sentiment>-0.3"},
            {"novelty>=75", "novelty<75"}, {"relevance>=75", "relevance<75"},
            {"published:today", "published:yesterday"}, {"published:24h", "published:30m"},
            {"published:7d", "published:14d..7d"}, {"published:4w", "published:2025"},
            {"published:2026-11", "published:2026-10"}, {"published:2026-11-23", "published:2026-11-22"},
            {"published:2026-11-01..2026-11-23", "published:2026-11-24.."},
            {"published:2026-11-23T12:30", "published:2026-11-23T12:31"},
            {"published>=2026-11-23", "published>2026-11-23"},
            {"received:..2026-11-23", "received:..2026-11-22"},
            {"received:today", "received:2026-11-23T00:00..2026-11-23T01:00"},
            {"oil sort:published", "tanker sort:relevance"}, {"oil & gas* | pipeline", "tanker | gas"},
            {"search:Mine", "-search:Mine"}};
        for (const auto& [yes, no] : rows) {
            QTest::newRow(yes) << QString::fromUtf8(yes) << true;
            QTest::newRow(no) << QString::fromUtf8(no) << false;
        }
    }
    void everyOperator()
    {
        QFETCH(QString, text);
        QFETCH(bool, found);
        desk::MatchedArticle article;
        article.title = "Crude oil pipeline reopens";
        article.body = "It was shut last week.";
        article.sources = {"Reuters World"};
        article.author = "Jane Doe";
        article.language = "en";
        article.mode = "news";
        article.story = "s12";
        article.topics = {"Oil & Gas"};
        article.entities = {{"company:XOM", "Exxon Mobil", "XOM", 80}};
        article.events = {"trade.deal"};
        article.labels = {"To do"};
        article.impact = 0.6;
        article.sentiment = -0.4;
        article.novelty = 75;
        article.published = base::fromIso("2026-11-23T12:30:20Z");
        article.received = *base::fromIso("2026-11-23T13:00:00Z");
        article.decisions = 1;
        article.starred = true;
        article.note = true;
        const auto query = desk::parseQuery(text.toStdString(), m_now, [](std::string_view name) {
            return name == "Mine" ? std::optional<std::string>("oil -tanker") : std::nullopt;
        });
        QVERIFY2(query, query ? "" : query.error().message.c_str());
        QCOMPARE(desk::ArticleMatcher(article).matches(*query), found);
        const auto again = desk::parseQuery(desk::queryText(*query), m_now);
        QVERIFY2(again, desk::queryText(*query).c_str());
        QCOMPARE(desk::ArticleMatcher(article).matches(*again), found);
    }

    void everyFieldOfTheTableIsInTheHelp()
    {
        for (const desk::FieldInfo& field : desk::queryFields()) {
            const auto& all = desk::operators();
            QVERIFY2(std::any_of(all.begin(), all.end(),
                         [&](const desk::OperatorHelp& help) { return help.form.starts_with(field.name); }),
                field.name.data());
        }
    }

    void longAndManyAreRefused()
    {
        const auto refused = [this](const std::string& text) {
            const auto query = desk::parseQuery(text, m_now);
            return !query && desk::errorColumn(query.error());
        };
        std::string many;
        for (int at = 0; at < 501; ++at)
            many += "a OR ";
        QVERIFY(refused(many + "a"));
        QVERIFY(refused(std::string(20001, 'a')));
        QVERIFY(refused(std::string(30, '-') + "a"));
        QVERIFY(!refused(std::string(15, '(') + "a" + std::string(15, ')')));
    }

    void theCaretStandsUnderTheColumn()
    {
        QCOMPARE(desk::columnSpaces("oil is:green", 8), std::string(7, ' '));
        QCOMPARE(desk::columnSpaces("\u77F3\u6CB9 is:green", 7), std::string(8, ' '));
        QCOMPARE(desk::columnSpaces("cafe\u0301 x", 6), std::string(5, ' '));
    }

    void times_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("today") << "published:today"
                               << "2026-11-23T00:00:00Z"
                               << "2026-11-24T00:00:00Z";
        QTest::newRow("24h") << "received:24h"
                             << "2026-11-22T14:00:00Z"
                             << "";
        QTest::newRow("month") << "published:2026-03"
                               << "2026-03-01T00:00:00Z"
                               << "2026-04-01T00:00:00Z";
        QTest::newRow("range") << "published:2026-03-01..2026-03-15"
                               << "2026-03-01T00:00:00Z"
                               << "2026-03-16T00:00:00Z";
    }
    void times()
    {
        QFETCH(QString, text);
        QFETCH(QString, from);
        QFETCH(QString, to);
        const auto query = desk::parseQuery(text.toStdString(), m_now);
        QVERIFY(query);
        QCOMPARE(QString::fromStdString(base::toIso(*query->root.from)), from);
        QCOMPARE(query->root.to ? QString::fromStdString(base::toIso(*query->root.to)) : QString(), to);
    }

    void quotedValuesReadBack()
    {
        for (const std::string value : {"plain", "Sanctions & Export Controls", "a:b", "OR"}) {
            const auto query = desk::parseQuery("topic:" + desk::quoted(value), m_now);
            QVERIFY(query);
            QCOMPARE(query->root.text, value);
        }
        QVERIFY(desk::operators().size() > 10);
    }

    void deepNestingIsRefused() { QVERIFY(!desk::parseQuery(std::string(5000, '('), m_now)); }
};

QTEST_GUILESS_MAIN(QueryTest)
#include "query_test.moc"
