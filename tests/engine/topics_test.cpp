// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: topicrules.cpp topics.cpp
#include <engine/topics/topicrules.h>
#include <engine/topics/topics.h>

#include <QStringList>
#include <QTest>

#include <support/testpack.h>

#include <algorithm>

class TopicsTest final : public QObject {
    Q_OBJECT

    std::shared_ptr<const engine::Pack> m_pack = support::shippedPack();

private Q_SLOTS:
    void thereAre55() { QCOMPARE(static_cast<int>(m_pack->topics->topics().size()), 55); }

    void topics_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("topic");
        const auto row = [](const char* text, const char* topic) { QTest::newRow(topic) << text << topic; };
        row("The central bank raised its policy rate by 25 basis points.", "Monetary Policy & Central Banks");
        row("Crude oil fell below 60 dollars a barrel as OPEC added supply.", "Oil & Gas");
        row("The chipmaker's foundry ran out of wafers for memory chips.", "Semiconductors & Hardware");
        row("The airline cancelled flights and lost passengers at the airport.",
            "Airlines, Travel & Leisure");
        row("Export controls were widened and the firm was put on the entity list.",
            "Sanctions & Export Controls");
        row("Wheat and corn harvests fell short, farmers said.", "Agriculture & Food");
        row("Bitcoin fell and a crypto exchange closed its wallet service.", "Crypto & Digital Assets");
        row("The drugmaker's late-stage trial met its primary endpoint.", "Biotech & Pharma");
        row("A ransomware attack led to a data breach at the insurer.", "Cybersecurity & Data Privacy");
        row("House prices rose as mortgage rates fell and housing starts climbed.", "Housing & Real Estate");
    }
    void topics()
    {
        QFETCH(QString, text);
        QFETCH(QString, topic);
        const base::Analysis analysis = support::analyse(*m_pack, {}, text.toStdString());
        const bool found
            = std::any_of(analysis.topics.begin(), analysis.topics.end(), [&](const base::TopicScore& one) {
                  return one.name == topic.toStdString() && !one.provenance.evidence.empty();
              });
        QVERIFY(found);
        QVERIFY(analysis.topics.size() <= 6);
    }

    void leads_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QStringList>("topics");
        QTest::newRow("wire: results")
            << "MORTIMER FOODS INC 2ND QTR NET"
            << "Shr 33 cts vs 29 cts. Net 3.9 mln vs 3.3 mln. Revs 88.1 mln vs 80.4 "
               "mln."
            << QStringList{"Earnings & Guidance"};
        QTest::newRow("wire: grain") << "TAIWAN TO TENDER FOR U.S. MAIZE"
                                     << "Importers in Taiwan will tender for 54,000 tonnes of U.S. corn for "
                                        "May shipment, traders said."
                                     << QStringList{"Agriculture & Food"};
        QTest::newRow("wire: crude")
            << "ALDINE RAISES CRUDE OIL PRICES"
            << "Aldine Petroleum raised its posted price for crude by 40 cts a barrel to 17.80 dlrs."
            << QStringList{"Oil & Gas"};
        QTest::newRow("wire: deal") << "HOBART CORP TO ACQUIRE BOTTLER"
                                    << "Hobart Corp said it signed a letter of intent to acquire all "
                                       "outstanding shares of Vale Bottling for 18 dlrs a share."
                                    << QStringList{"Mergers & Acquisitions"};
        QTest::newRow("wire: currencies and rates")
            << "BANK OF JAPAN INTERVENES AS YEN CLIMBS"
            << "The central bank bought dollars in Tokyo, foreign exchange dealers said, as the yen rose."
            << QStringList{"Currencies & FX", "Monetary Policy & Central Banks"};
        QTest::newRow("two topics")
            << "Airline pilots vote to strike over pay"
            << "Cockpit crews at the carrier will walk out on Friday, their union said. "
               "Hundreds of flights may be cancelled."
            << QStringList{"Airlines, Travel & Leisure", "Labor Disputes & Layoffs"};
        QTest::newRow("post") << "$KLM beats by $0.12, beats on revenue; raises FY22 outlook https://t.co/x"
                              << QString() << QStringList{"Earnings & Guidance"};
    }
    // All topics of a lead are found, before any other.
    void leads()
    {
        QFETCH(QString, title);
        QFETCH(QString, body);
        QFETCH(QStringList, topics);
        const base::Analysis analysis = support::analyse(*m_pack, title.toStdString(), body.toStdString());
        QStringList found;
        for (const base::TopicScore& topic : analysis.topics)
            found << QString::fromStdString(topic.name);
        found = found.mid(0, topics.size());
        found.sort();
        QCOMPARE(found, topics);
    }

    // What stands once, far down, is not what an article is of.
    void passingMentionsAreNoTopics()
    {
        std::string body = "The brewer opened a new brewery and hired forty people.";
        for (int at = 0; at < 60; ++at)
            body += " The beer is brewed with water from the hills and sold in bottles to pubs.";
        body += " A lawsuit over a lorry was settled.";
        const base::Analysis analysis = support::analyse(*m_pack, "Brewer opens brewery in the hills", body);
        for (const base::TopicScore& topic : analysis.topics)
            QVERIFY(topic.name != "Litigation & Legal");
    }

    void cancelledPhrasesDoNotCount()
    {
        const base::Analysis analysis = support::analyse(
            *m_pack, {}, "A price war and a perfect storm hit the grocer's price war plans.");
        for (const base::TopicScore& topic : analysis.topics)
            QVERIFY(topic.name != "Geopolitics & War");
    }
};

QTEST_GUILESS_MAIN(TopicsTest)
#include "topics_test.moc"
