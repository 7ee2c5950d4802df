// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: lexicon.cpp composition.cpp betweenphrases.cpp binding.cpp pairfinder.cpp contest.cpp leaning.cpp
// sentimentphrase.cpp figures.cpp figurecues.cpp sentiment.cpp target.cpp
#include <engine/sentiment/betweenphrases.h>
#include <engine/sentiment/binding.h>
#include <engine/sentiment/composition.h>
#include <engine/sentiment/contest.h>
#include <engine/sentiment/figurecues.h>
#include <engine/sentiment/figures.h>
#include <engine/sentiment/leaning.h>
#include <engine/sentiment/lexicon.h>
#include <engine/sentiment/pairfinder.h>
#include <engine/sentiment/sentiment.h>
#include <engine/sentiment/sentimentphrase.h>
#include <engine/sentiment/target.h>

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
        row("Net sales totalled 44.1 mln euro ( $ 61.9 mln ) .", "neutral");
        row("The operating margin was 9.4 % (7.1 %).", "positive");
        row("The pretax loss was EUR 1.2 mn, compared to EUR 4.9 mn in 2008.", "positive");
        row("The cost of sales rose.", "negative");
        row("Congestion at the port improved.", "positive");
        row("The firm cut all of its planned dividend.", "negative");
        row("The bank was accused of money laundering.", "negative");
        row("The bank was cleared of money laundering.", "positive");
        row("Production was resumed.", "positive");
        row("Production was halted.", "negative");
        row("The company will lay off 120 people.", "negative");
        row("The contract covers maintenance of 12 vessels.", "neutral");
        row("Shares rocket 21 percent in Tokyo.", "positive");
        row("The company will show a model of its rocket in June.", "neutral");
    }
    void sentences()
    {
        QFETCH(QString, text);
        QFETCH(QString, label);
        const engine::TextSentiment scored = engine::scoreText(*m_pack, text.toStdString());
        QCOMPARE(QString::fromStdString(scored.label), label);
        QVERIFY(std::abs(scored.negative + scored.neutral + scored.positive - 1) < 1e-9);
    }

    // An amount in another currency is no earlier figure; a year and a share of it are none either.
    void figuresAreCompared_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("sign");
        const auto row = [](const char* text, int sign) { QTest::newRow(text) << text << sign; };
        row("Net sales were EUR 38.1 mn (EUR 30.4 mn).", 1);
        row("Net sales were EUR 30.4 mn (38.1).", -1);
        row("Net sales were EUR 38.1 mn ($ 51.2 mn).", 0);
        row("Net sales were EUR 38.1 mn (2009).", 0);
        row("Net sales were EUR 38.1 mn in 2009, compared to EUR 30.4 mn in 2008.", 1);
        row("Net sales were 14.1 million euros versus 15.6 million.", -1);
        row("Net sales were EUR 38.1 mn, compared to 12 %.", 0);
        row("Business confidence went to 96 from 101.", -1);
        row("Business confidence went to 101 from 96.", 1);
        row("Business confidence went to 96 from 2019 levels.", 0);
        row("Sales went to $ 1.2 billion from 900 million euros.", 0);
        row("Euro zone inflation stood at 2.6 percent, while economists had seen 2.3 percent.", -1);
    }
    void figuresAreCompared()
    {
        QFETCH(QString, text);
        QFETCH(int, sign);
        const engine::Document document = engine::readDocument(m_pack->vocabulary, {}, text.toStdString());
        const engine::TextSentence& sentence = document.sentences.front();
        const engine::Composition found = engine::compose(
            *m_pack->sentiment, document, sentence, sentence.firstToken, sentence.lastToken);
        QCOMPARE(found.figures > 0 ? 1 : found.figures < 0 ? -1 : 0, sign);
    }

    // Which figure is that of now and which the larger, told by the words around them: "more", "less",
    // "same", or "nothing" where they are not compared.
    void figuresAreOrdered_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("order");
        const auto row = [](const char* text, const char* order) { QTest::newRow(text) << text << order; };
        row("The margin went from 7.1 to 9.3 percent.", "more 9.3 percent 7.1");
        row("The margin reached 9.3 percent from 7.1 percent.", "more 9.3 percent 7.1 percent");
        row("Analysts had seen 90 million euros; the yard booked 74 million.",
            "less 74 million 90 million euros");
        row("Vacancy at the mall: 16% in 2022, 9% in 2024", "less 9% 16%");
        row("On-time rate 61% in June, 78% in May", "less 61% 78%");
        row("The studio sold 11 million copies, not the 15 it had hoped for.", "less 11 million 15");
        row("Full-year profit of 54 million euros was within the forecast of 53 to 55 million.",
            "same 54 million euros 53 to 55 million");
        row("Profit came to $2.0 million, having been $2.0 million a year earlier.",
            "same $2.0 million $2.0 million");
        row("Output shrank 5.6 percent, against a forecast of minus 1.8 percent.",
            "less 5.6 percent minus 1.8 percent");
        row("Some 70 firms use the program, where 12 did a year ago.", "more 70 12");
        row("The dividend is 18.5p (2023: 21.0p) per share.", "less 18.5p 21.0p");
        row("Wage costs rose 12 percent, twice what the airline had budgeted.", "more twice what");
        row("Some 2 percent of the loans were in arrears, half as much as last year.", "less half as");
        row("The market shrank by a tenth, half as much as the association had projected.", "more half as");
        row("The index slipped to 19.5 in June from 20.1 in May.", "less 19.5 20.1");
        row("The firm lays off half its staff.", "nothing");
        row("The chipset unit brings 30 percent of revenue and ranks No. 5.", "nothing");
        row("The plant lies 240 km (150 miles) north of Tokyo.", "nothing");
        row("The fund took A$12 billion ($11 billion) from savers.", "nothing");
        row("The S&P 500 closed lower after 3 days of gains.", "nothing");
        row("The meeting begins at 5:15 p.m. and ends at 6:30.", "nothing");
        row("It employs 300 people in 12 countries.", "nothing");
    }
    void figuresAreOrdered()
    {
        QFETCH(QString, text);
        QFETCH(QString, order);
        const engine::Document document = engine::readDocument(m_pack->vocabulary, {}, text.toStdString());
        const engine::TextSentence& sentence = document.sentences.front();
        const auto found
            = engine::comparedFigures(document, sentence, sentence.firstToken, sentence.lastToken);
        const auto asText = [](std::string_view view) {
            return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
        };
        QString told = QStringLiteral("nothing");
        if (found) {
            told = found->order > 0 ? QStringLiteral("more ")
                : found->order < 0  ? QStringLiteral("less ")
                                    : QStringLiteral("same ");
            told += asText(found->nowText) + ' ' + asText(found->thenText);
        }
        QCOMPARE(told, order);
    }

    // A word of every list is found in it, a word that is in none is not: their order is what they are
    // searched by.
    void cuesAreFound()
    {
        for (const char* word :
            {"after", "against", "analysts", "forecast", "not-a-cue", "previously", "yesterday"})
            QCOMPARE(engine::figureCue(word) != nullptr, std::string_view(word) != "not-a-cue");
        QVERIFY(engine::figureCue("forecast")->forecast);
        QVERIFY(!engine::figureCue("against")->forecast);
        QCOMPARE(engine::monthOf("sept"), 9);
        QCOMPARE(engine::monthOf("end-june"), 6);
        QCOMPARE(engine::monthOf("ma"), 0);
        QVERIFY(engine::isYear("2024") && !engine::isYear("2,024") && !engine::isYear("1830"));
        QVERIFY(
            engine::makesFall("contracted") && engine::makesFall("tumbled") && !engine::makesFall("rose"));
        QVERIFY(engine::makesRise("added") && engine::makesRise("up") && !engine::makesRise("fell"));
        QVERIFY(engine::passes("beat") && engine::passes("topping") && !engine::passes("met"));
        QVERIFY(engine::namesNumber("article") && engine::namesNumber("week") && !engine::namesNumber("of"));
        QCOMPARE(engine::multipleOf("half"), -1);
        QCOMPARE(engine::multipleOf("twice"), 1);
        QCOMPARE(engine::multipleOf("once"), 0);
    }

    // What the rules say by themselves: +1, 0, -1.
    void rulesSay_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("sign");
        const auto row = [](const char* text, int sign) { QTest::newRow(text) << text << sign; };
        row("Orders drifted lower.", -1);
        row("Orders drifted higher.", 1);
        row("The renewal rate went up.", 1);
        row("The arrears rate went up.", -1);
        row("The union called its strike off.", 1);
        row("The parties let the ceasefire lapse.", -1);
        row("The government ordered the yard to repay the aid.", -1);
        row("The slide in orders ended.", 1);
        row("The rise in orders ended.", -1);
        row("The fall in costs slowed.", -1);
        row("Costs exceeded the forecast.", -1);
        row("Profit exceeded the forecast.", 1);
        row("Sales were up 1.1 percent, against the 2.0 percent expected.", -1);
        row("The yen's fall lifts exporters' profits.", 1);
        row("The shares rose after a week of losses.", 1);
        row("Unemployment dropped to a five-year low.", 1);
        row("The lender was cleared of fraud.", 1);
        row("The group will host a conference call on its loss.", 0);
        row("The shares lost most of last week's gain.", -1);
        row("The economy shrank a record 2.3 percent.", -1);
        row("Exports fell more than forecast.", -1);
        row("The ferries carry more than last year.", 1);
        row("The ferries carry more than 400 people.", 0); // an amount, not more than before
        row("Shares plunged just as the market opened.", -1);
        row("The sales target was surpassed.", 1);
        row("Inflation surprised on the upside.", -1);
        row("Profit surprised on the upside.", 1);
        row("The carrier was overtaken by its rival.", -1);
        // what was only planned and is no more
        row("Plans to lay off staff were dropped.", 1);
        row("A plan to raise the fuel tax was dropped.", 1);
        row("The plan to tax banks was scrapped.", 1);
        // hopes, chances and fears move with what they are of
        row("Hopes of a deal faded.", -1);
        row("Fears of a default faded.", 1);
        row("Chances of a rate cut dwindled.", -1);
        // more of what is estimated may be bad
        row("The insurer raised its estimate of storm claims.", -1);
        row("The treasury cut its deficit forecast.", 1);
        row("The bank raised its estimate of profit.", 1);
        // what moves only makes something else move, whatever stands before
        row("Lower energy bills lifted the result.", 1);
        row("The appeal against the fine was thrown out.", -1);
        row("The end of the blockade was confirmed.", 1);
        // weaker words are none of what the rules say
        row("The crew is gone.", 0);
    }
    void rulesSay()
    {
        QFETCH(QString, text);
        QFETCH(int, sign);
        const engine::Document document = engine::readDocument(m_pack->vocabulary, {}, text.toStdString());
        const engine::TextSentence& sentence = document.sentences.front();
        const engine::Composition found = engine::compose(
            *m_pack->sentiment, document, sentence, sentence.firstToken, sentence.lastToken);
        QCOMPARE(found.value > 0 ? 1 : found.value < 0 ? -1 : 0, sign);
    }

    // Weaker words are asked where nothing else speaks, turned where they are denied, and not of what did not
    // move.
    void weakerWordsLean()
    {
        const auto lean = [&](const char* text) {
            const engine::Document document = engine::readDocument(m_pack->vocabulary, {}, text);
            const engine::TextSentence& sentence = document.sentences.front();
            return engine::composeLeaning(
                *m_pack->sentiment, document, sentence, sentence.firstToken, sentence.lastToken)
                .lean;
        };
        QVERIFY(lean("Lorries may cross without having to stop at the bridge.") > 0);
        QVERIFY(lean("The crane operators are gone.") < 0);
        QVERIFY(lean("The crane operators are not gone.") > 0);
        QCOMPARE(lean("Net sales rose, and the crane operators are gone."), 0.0);
        QCOMPARE(lean("The crane stands in the yard."), 0.0);
    }

    // What the rules say is kept with its place, for those who ask about one name.
    void saidHasItsPlace()
    {
        const engine::Document document
            = engine::readDocument(m_pack->vocabulary, {}, "Orvella rose and Brantel fell.");
        const engine::TextSentence& sentence = document.sentences.front();
        const engine::Composition found = engine::compose(
            *m_pack->sentiment, document, sentence, sentence.firstToken, sentence.lastToken);
        QCOMPARE(found.saidCount, 2U);
        QVERIFY(found.said[0].value > 0 && found.said[1].value < 0);
        QVERIFY(found.said[0].token < found.said[1].token);
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
        row("Harlow surges; Metrix plunges", "Harlow", "positive");
        row("Harlow surges; Metrix plunges", "Metrix", "negative");
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

    void contests()
    {
        const auto contest = [&](const char* text, const char* name) {
            const engine::Document document = engine::readDocument(m_pack->vocabulary, {}, text);
            return engine::contestOf(*m_pack->sentiment, document, engine::findTarget(document, name));
        };
        QCOMPARE(contest("Orvella overtakes Brantel", "Orvella"), 1);
        QCOMPARE(contest("Orvella overtakes Brantel", "Brantel"), -1);
        QCOMPARE(contest("Brokers prefer Orvella to Brantel", "Orvella"), 1);
        QCOMPARE(contest("Brokers prefer Orvella to Brantel", "Brantel"), -1);
        QCOMPARE(contest("Orvella builds ferries in Brantel", "Brantel"), 0);
        // who is left and for whom; who was not chosen
        QCOMPARE(contest("Travellers defect from Orvella to Brantel", "Orvella"), -1);
        QCOMPARE(contest("Travellers defect from Orvella to Brantel", "Brantel"), 1);
        QCOMPARE(contest("The ferry order went to Orvella rather than to Brantel", "Orvella"), 1);
        QCOMPARE(contest("The ferry order went to Orvella rather than to Brantel", "Brantel"), -1);
    }

    void betweenPhrases()
    {
        const engine::Document document = engine::readDocument(
            m_pack->vocabulary, {}, "The bank slid into default after lenders refused.");
        const engine::TextSentence& sentence = document.sentences.front();
        const engine::BetweenPhrases between(document, sentence);
        QVERIFY(between.apart(4, 7)); // "default after lenders"
        QVERIFY(!between.apart(0, 4));
        QVERIFY(!between.commaBetween(0, sentence.lastToken));
        const engine::Document planned
            = engine::readDocument(m_pack->vocabulary, {}, "Plans to raise the tax were dropped.");
        const engine::BetweenPhrases inPlan(planned, planned.sentences.front());
        QCOMPARE(inPlan.planBefore(6, 0), 1U); // its "to"
        QCOMPARE(inPlan.planBefore(1, 0), 1U); // nothing was planned before it
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
