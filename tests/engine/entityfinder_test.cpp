// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: gazetteer.cpp marks.cpp namecontext.cpp symbols.cpp unlisted.cpp coreference.cpp relevance.cpp
#include <engine/entities/entityfinder.h>
#include <engine/entities/gazetteer.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <support/testpack.h>

#include <algorithm>

class EntityFinderTest final : public QObject {
    Q_OBJECT

    std::shared_ptr<const engine::Pack> m_pack = support::shippedPack();

    std::vector<std::string> found(const QString& title, const QString& body) const
    {
        std::vector<std::string> ids;
        for (const base::Entity& entity :
            support::analyse(*m_pack, title.toStdString(), body.toStdString()).entities)
            ids.push_back(entity.id);
        return ids;
    }

private Q_SLOTS:
    void names_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("expected");
        QTest::newRow("demonym") << "Chinese exports rose sharply."
                                 << "country:cn" << true;
        QTest::newRow("capital as government") << "Beijing tightened its rules."
                                               << "country:cn" << true;
        QTest::newRow("US") << "The US raised tariffs."
                            << "country:us" << true;
        QTest::newRow("us is no country") << "It gave us hope and nothing else."
                                          << "country:us" << false;
        QTest::newRow("central bank") << "The Riksbank raised rates."
                                      << "cb:riksbank" << true;
        QTest::newRow("acronym") << "The Fed kept rates steady."
                                 << "cb:fed" << true;
        QTest::newRow("commodity") << "Buyers of rare-earth magnets wait."
                                   << "commodity:rare_earth_magnets" << true;
        QTest::newRow("company") << "Microsoft shares rose."
                                 << "company:MSFT" << true;
        QTest::newRow("riot is not in patriot") << "The patriot spoke of targets."
                                                << "company:TGT" << false;
        QTest::newRow("ordinary word") << "The visa rules changed."
                                       << "company:V" << false;
    }
    void names()
    {
        QFETCH(QString, body);
        QFETCH(QString, id);
        QFETCH(bool, expected);
        const std::vector<std::string> ids = found({}, body);
        QCOMPARE(std::find(ids.begin(), ids.end(), id.toStdString()) != ids.end(), expected);
    }

    void unknownCompaniesByTheirForm()
    {
        const base::Analysis analysis = support::analyse(*m_pack, "Velmarra cuts outlook",
            "Velmarra Systems Inc said on Monday it would cut jobs. Velmarra shares fell 9%.");
        const auto it = std::find_if(analysis.entities.begin(), analysis.entities.end(),
            [](const base::Entity& entity) { return entity.id == "company:velmarra_systems"; });
        QVERIFY(it != analysis.entities.end());
        QVERIFY(it->mentions.size() >= 3); // the title's and the last sentence's short form too
        QVERIFY(it->relevance > 50);
    }

    void context_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char* name, const char* title, const char* body, const char* id,
                             bool expected) { QTest::newRow(name) << title << body << id << expected; };
        row("retailer by its verb", "Target lowers sales view", "", "company:TGT", true);
        row("target of a review", "", "The target of the review is unclear.", "company:TGT", false);
        row("word at the head", "Gap between rich and poor grows", "", "company:GPS", false);
        row("by the noun", "", "Gap shares rose on Friday.", "company:GPS", true);
        row("apposition", "", "Block, the payments firm, bought back stock.", "company:XYZ", true);
        row("actor", "", "The actor Harrison Ford waved.", "company:F", false);
        row("founder, not his firm", "", "Michael Dell spoke to students.", "company:DELL", false);
        row("foundation", "", "The Ford Foundation gave money.", "company:F", false);
        row("capital city", "", "He moved to a flat in Paris.", "country:fr", false);
        row("government", "", "Paris rejected the plan.", "country:fr", true);
        row("dateline", "", "WASHINGTON (Reuters) - The budget grew.", "country:us", false);
        row("state", "", "The plant is near Savannah, Georgia, and opens in May.", "country:ge", false);
        row("country by its neighbour", "", "Russia and Tbilisi met. A Georgian minister said no.",
            "country:ge", true);
        row("first name", "", "Jordan Belfort gave a talk.", "country:jo", false);
        row("country acting", "", "Jordan said it needs aid.", "country:jo", true);
        row("cashtag", "$TSLA jumps", "", "company:TSLA", true);
        row("exchange and symbol", "", "The firm (NYSE: IBM) raised its outlook.", "company:IBM", true);
        row("symbol with suffix", "", "Sales at the carmaker (GM.N) rose.", "company:GM", true);
        row("initials, no symbol", "", "Shares rose, J.P.Morgan analysts said.", "company:J", false);
        row("initials in brackets", "", "The bank (J.P.Morgan) raised its view.", "company:J", false);
        row("initials of a bank", "", "Shares rose, J.P. Morgan analysts said.", "company:JPM", true);
        row("office, no symbol", "", "The CEO said the IPO would wait for GDP.", "company:CEO", false);
        row("day, no company", "", "- NOV 4, 2008 The bank reports outflows.", "company:NOV", false);
        row("surname", "", "Irving Picard filed claims. Picard is a trustee.", "company:PMI", false);
        row("head of a bank", "", "Fed Chair Jerome Powell waited. Powell said so.", "person:jerome_powell",
            true);
        row("quoted source", "", "Analysts polled by Thomson Reuters expected 20 cents.", "company:TRI",
            false);
    }
    void context()
    {
        QFETCH(QString, title);
        QFETCH(QString, body);
        QFETCH(QString, id);
        QFETCH(bool, expected);
        const std::vector<std::string> ids = found(title, body);
        QCOMPARE(std::find(ids.begin(), ids.end(), id.toStdString()) != ids.end(), expected);
    }

    void tickerOfItsTime()
    {
        engine::ArticleText text;
        text.title = "Facebook sells shares";
        const auto ticker = [&]() { return engine::analyse(*m_pack, text).entities.at(0).ticker; };
        QCOMPARE(ticker(), std::string("META"));
        text.published = base::fromIso("2013-05-04T00:00:00Z");
        QCOMPARE(ticker(), std::string("FB"));
    }

    void descriptionsAreMentions()
    {
        const base::Analysis analysis = support::analyse(*m_pack, "Toyota raises forecast",
            "Toyota raised its forecast on Monday. The carmaker sees weak demand. The lender down the road "
            "closed.");
        const auto it = std::find_if(analysis.entities.begin(), analysis.entities.end(),
            [](const base::Entity& entity) { return entity.id == "company:TM"; });
        QVERIFY(it != analysis.entities.end());
        QCOMPARE(it->mentions.size(), std::size_t(3));
        QVERIFY(it->relevance > 70);
    }

    void acronymsInBrackets()
    {
        const std::vector<std::string> ids
            = found({}, "The Food Safety Bureau (FSB) closed two plants. The FSB gave no reason.");
        QVERIFY(std::find(ids.begin(), ids.end(), "body:fsb") == ids.end());
    }

    // The project's own paragraphs, those kept back while the rules were made included.
    void ownParagraphs()
    {
        QFile file(QStringLiteral(LEADLINE_TEST_DATA "/entities/paragraphs.ndjson"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        int right = 0;
        int wrong = 0;
        int missed = 0;
        while (!file.atEnd()) {
            const QJsonObject json = QJsonDocument::fromJson(file.readLine()).object();
            std::vector<std::string> expected;
            for (const QJsonValue& id : json.value(QStringLiteral("entities")).toArray())
                expected.push_back(id.toString().toStdString());
            const std::vector<std::string> ids = found({}, json.value(QStringLiteral("text")).toString());
            for (const std::string& id : ids)
                ++(std::find(expected.begin(), expected.end(), id) != expected.end() ? right : wrong);
            for (const std::string& id : expected)
                missed += std::find(ids.begin(), ids.end(), id) == ids.end() ? 1 : 0;
        }
        QVERIFY(right > 250);
        QVERIFY2(right >= 0.97 * (right + wrong), qPrintable(QStringLiteral("%1 wrong").arg(wrong)));
        QVERIFY2(right >= 0.88 * (right + missed), qPrintable(QStringLiteral("%1 missed").arg(missed)));
    }

    void mentionsAreTheWords()
    {
        const std::string body = "Germany and the European Central Bank disagree.";
        for (const base::Entity& entity : support::analyse(*m_pack, "x", body).entities) {
            for (const base::Span& span : entity.mentions)
                QVERIFY(!base::slice(body, span).empty());
        }
    }
};

QTEST_GUILESS_MAIN(EntityFinderTest)
#include "entityfinder_test.moc"
