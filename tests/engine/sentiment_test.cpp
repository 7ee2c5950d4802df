// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: lexicon.cpp composition.cpp sentiment.cpp
#include <engine/sentiment/composition.h>
#include <engine/sentiment/lexicon.h>
#include <engine/sentiment/sentiment.h>

#include <QTest>

#include <support/testpack.h>

class SentimentTest final : public QObject {
    Q_OBJECT

    std::shared_ptr<const engine::Pack> m_pack = support::shippedPack();

private Q_SLOTS:
    void sentences_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("label");
        const auto row = [](const char* text, const char* label) { QTest::newRow(text) << text << label; };
        row("Operating profit rose to EUR 13.1 mn.", "positive");
        row("Operating loss widened to EUR 5 mn.", "negative");
        row("The company narrowed its loss.", "positive");
        row("Costs fell sharply.", "positive");
        row("Unemployment rose.", "negative");
        row("Net sales totalled EUR 21.1 mn, compared to EUR 18.6 mn a year earlier.", "positive");
        row("Net sales totalled EUR 18.6 mn, compared to EUR 21.1 mn a year earlier.", "negative");
        row("Orders did not grow.", "negative");
        row("The firm cut its dividend.", "negative");
        row("The annual meeting takes place in Helsinki.", "neutral");
    }
    void sentences()
    {
        QFETCH(QString, text);
        QFETCH(QString, label);
        const engine::TextSentiment scored = engine::scoreText(*m_pack, text.toStdString());
        QCOMPARE(QString::fromStdString(scored.label), label);
        QVERIFY(std::abs(scored.negative + scored.neutral + scored.positive - 1) < 1e-9);
    }

    void targetHasItsOwnClause()
    {
        const std::string text = "Shares of Orvella rose strongly, while Brantel fell sharply.";
        QVERIFY(engine::scoreText(*m_pack, text, "Orvella").score > 0);
        QVERIFY(engine::scoreText(*m_pack, text, "Brantel").score < 0);
    }

    void partsAddUp()
    {
        const base::Analysis analysis = support::analyse(*m_pack, "Orvella cuts outlook as demand falls",
            "Orvella Corp cut its outlook on Monday after demand fell. Costs rose. Some customers won "
            "contracts.");
        double sum = 0;
        for (const base::SentimentPart& part : analysis.sentiment.parts)
            sum += part.score * part.weight;
        QVERIFY(std::abs(sum - analysis.sentiment.score) < 0.005);
        QVERIFY(analysis.sentiment.score < 0);
    }
};

QTEST_GUILESS_MAIN(SentimentTest)
#include "sentiment_test.moc"
