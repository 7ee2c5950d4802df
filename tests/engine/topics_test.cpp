// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: topicrules.cpp
#include <engine/topics/topicrules.h>

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
