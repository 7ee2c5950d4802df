// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: lexicon.cpp composition.cpp sentiment.cpp target.cpp
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
        row("The company won an order for six ferries.", "positive");
        row("The customer cancelled its order for six ferries.", "negative");
        row("Turkey lifted its ban on the imports.", "positive");
        row("Turkey imposed a ban on the imports.", "negative");
        row("EPS came to EUR 0.41 (0.29).", "positive");
        row("EPS came to EUR 0.29 (0.41).", "negative");
        row("The result was a loss of EUR 2 mn, against a profit of EUR 1 mn.", "negative");
        row("The result was a profit of EUR 1 mn, against a loss of EUR 2 mn.", "positive");
        row("Operating profit was unchanged.", "neutral");
        row("The value of the deal was not disclosed.", "neutral");
        row("The company has 3,000 employees in 12 countries.", "neutral");
        row("The new plant makes fine paper and takes up to 90 trucks a day.", "neutral");
        row("The firm will cut 400 jobs.", "negative");
        row("Net sales fell less than feared.", "positive");
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

    void namesAreTold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("label");
        const auto row = [](const char* text, const char* target, const char* label) {
            QTest::addRow("%s @ %s", text, target) << text << target << label;
        };
        row("Orvella gains as Brantel slumps", "Orvella", "positive");
        row("Orvella gains as Brantel slumps", "Brantel", "negative");
        row("Brantel gains as Orvella slumps", "Orvella", "negative");
        row("Gold up, oil down", "Gold", "positive");
        row("Gold up, oil down", "oil", "negative");
        row("Nifty slips, but Tarsus Motors rises 3%", "Tarsus Motors", "positive");
    }
    void namesAreTold()
    {
        QFETCH(QString, text);
        QFETCH(QString, target);
        QFETCH(QString, label);
        const engine::TextSentiment scored
            = engine::scoreText(*m_pack, text.toStdString(), target.toStdString());
        QCOMPARE(QString::fromStdString(scored.label), label);
    }

    // A name that is not there, no words, signs only, and more words than are read: the whole text counts and
    // nothing breaks.
    void oddTexts()
    {
        const std::string text = "Net sales rose.";
        QCOMPARE(engine::scoreText(*m_pack, text, "Orvella").score, engine::scoreText(*m_pack, text).score);
        for (const std::string& odd : {std::string(), std::string("\u20AC % $ ?"), std::string(100000, 'a')})
            QCOMPARE(engine::scoreText(*m_pack, odd).label, std::string("neutral"));
        std::string many;
        for (int at = 0; at < 3000; ++at)
            many += "Net sales rose. ";
        QCOMPARE(engine::scoreText(*m_pack, many, "sales").label, std::string("positive"));
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
