// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: features.cpp lettergrams.h wordclasses.cpp classifier.cpp logistic.cpp sentimenttrainer.cpp
#include <base/files.h>
#include <engine/analyser.h>
#include <engine/sentiment/classifier.h>
#include <engine/sentiment/sentiment.h>
#include <engine/training/logistic.h>
#include <engine/training/sentimenttrainer.h>

#include <QTest>

#include <support/testpack.h>

#include <memory>

// The learned half: it can be made again, byte for byte, and it learns what it is shown.
class SentimentModelTest final : public QObject {
    Q_OBJECT

    static std::vector<engine::LabelledText> shown()
    {
        std::vector<engine::LabelledText> texts;
        for (int at = 0; at < 40; ++at) {
            const std::string number = std::to_string(100 + at);
            texts.push_back({"The zorgle of unit " + number + " went blick.", {}, 2});
            texts.push_back({"The zorgle of unit " + number + " went quonk.", {}, 0});
            texts.push_back({"Unit " + number + " has a zorgle.", {}, 1});
        }
        return texts;
    }

    static std::shared_ptr<const engine::Pack> packWith(std::string model)
    {
        base::ResourceFiles files = base::readFolder(LEADLINE_RESOURCES "/engine").value();
        files["models/sentiment.bin"] = std::move(model);
        return engine::loadPack(files).value();
    }

private Q_SLOTS:
    void madeTwiceTheSame()
    {
        const auto blank = packWith(engine::SentimentClassifier::blank());
        const std::string once = engine::trainSentiment(*blank, shown());
        QCOMPARE(engine::trainSentiment(*blank, shown()), once);
        QVERIFY(once != engine::SentimentClassifier::blank());
    }

    void learnsWordsNoRuleKnows()
    {
        const auto blank = packWith(engine::SentimentClassifier::blank());
        const auto pack = packWith(engine::trainSentiment(*blank, shown()));
        QCOMPARE(engine::scoreText(*pack, "The zorgle of unit 7 went blick.").label, std::string("positive"));
        QCOMPARE(engine::scoreText(*pack, "The zorgle of unit 7 went quonk.").label, std::string("negative"));
        QCOMPARE(engine::scoreText(*pack, "Unit 7 has a zorgle.").label, std::string("neutral"));
    }

    // Among many texts written to be hard, those written as they are met tell how sure one may be.
    void usualTextsTellHowSure()
    {
        std::vector<engine::LabelledText> texts;
        for (int at = 0; at < 120; ++at) {
            const std::string number = std::to_string(100 + at);
            texts.push_back({"The zorgle of unit " + number + " went blick.", {}, 2});
            texts.push_back({"The zorgle of unit " + number + " went quonk.", {}, 0});
            for (const char* word : {"blick", "quonk"})
                texts.push_back({"Zone " + number + " of the zorgle went " + word + '.', {}, at % 3});
        }
        const auto blank = packWith(engine::SentimentClassifier::blank());
        const std::string plain = engine::trainSentiment(*blank, texts);
        for (engine::LabelledText& text : texts)
            text.usual = text.text.starts_with("The");
        const auto before = packWith(plain);
        const auto after = packWith(engine::trainSentiment(*blank, texts));
        for (const auto& [word, sign] : {std::pair("blick", 1), std::pair("quonk", -1)}) {
            const std::string text = std::string("The zorgle of unit 7 went ") + word + '.';
            QVERIFY(
                sign * engine::scoreText(*after, text).score > sign * engine::scoreText(*before, text).score);
            QVERIFY(sign * engine::scoreText(*before, text).score > 0);
        }
    }

    // One headline, two names: the words are the same, so only where a name stands and what it is can tell.
    void learnsWhoIsMeant()
    {
        std::vector<engine::LabelledText> texts;
        for (int at = 0; at < 40; ++at) {
            const std::string stock = "Stock" + std::to_string(at);
            const std::string broker = "House" + std::to_string(at % 8) + " Securities";
            const std::string text = stock + " is a zorgle: Some One, " + broker;
            texts.push_back({text, stock, 2});
            texts.push_back({text, broker, 1});
        }
        const auto blank = packWith(engine::SentimentClassifier::blank());
        const auto pack = packWith(engine::trainSentiment(*blank, texts));
        const std::string text = "Quonk is a zorgle: Any Body, Blick Securities";
        QCOMPARE(engine::scoreText(*pack, text, "Quonk").label, std::string("positive"));
        QCOMPARE(engine::scoreText(*pack, text, "Blick Securities").label, std::string("neutral"));
    }

    // What the letters of known words weigh is summed up beforehand; the sum is what reading them gives.
    void knownLettersWeighTheSame()
    {
        const auto shipped = support::shippedPack();
        const engine::Pack& pack = *shipped;
        std::string longText; // more letters than are read
        for (int at = 0; at < 400; ++at)
            longText += "Significantly lower zorglish revenue was reported by companies ";
        for (const std::string& text :
            {longText,
                std::string("The company expects significantly lower net sales in the coming quarter."),
                std::string("Quonkish zorglers outblicked the company's revenue forecast, analysts said.")}) {
            engine::SentimentFeatures read;
            engine::SentimentFeatures known;
            pack.sentimentModel->expect(known);
            engine::readTextFeatures(pack, text, {}, read);
            engine::readTextFeatures(pack, text, {}, known);
            QVERIFY(known.letters.size < read.letters.size);
            QCOMPARE(known.letters.size + known.letters.known.size, read.letters.size);
            QCOMPARE(pack.sentimentModel->score(known).positive, pack.sentimentModel->score(read).positive);
        }
    }

    void brokenModelIsRefused()
    {
        std::string noNumber = engine::SentimentClassifier::blank();
        noNumber.replace(8, 4, "\xFF\xFF\xFF\xFF"); // the first weight of the second fit
        std::string older = engine::SentimentClassifier::blank();
        older.replace(0, 8, "LLSENT09");
        for (const std::string& bytes :
            {std::string(), std::string("LLSENT10"), older, engine::SentimentClassifier::blank().substr(1),
                engine::SentimentClassifier::blank() + "x", noNumber,
                engine::SentimentClassifier::blank().substr(
                    0, engine::SentimentClassifier::blank().size() - 1)}) {
            base::ResourceFiles files = base::readFolder(LEADLINE_RESOURCES "/engine").value();
            files["models/sentiment.bin"] = bytes;
            const auto pack = engine::loadPack(files);
            QVERIFY(!pack);
            QVERIFY(pack.error().text().find("models/sentiment.bin") != std::string::npos);
        }
    }

    // Texts with a target of which the rules say both good and bad have a block of their own besides.
    void mixedTextsHaveTheirBlock()
    {
        const auto blocks = [](bool aimed, bool mixed) {
            return engine::stackBlocks(engine::Register::Headline, aimed, mixed);
        };
        QCOMPARE(blocks(false, true).size, std::size_t{2});
        QCOMPARE(blocks(true, false).size, std::size_t{2});
        QCOMPARE(blocks(true, true).size, std::size_t{3});
        for (const std::size_t block : blocks(true, true))
            QVERIFY(block < engine::StackBlocks);
    }

    void probabilitiesSumToOne()
    {
        for (const engine::Margins& margins :
            {engine::Margins{0, 0}, engine::Margins{900, -900}, engine::Margins{-3, 2}}) {
            const engine::ClassProbabilities found = engine::probabilitiesOf(margins);
            QVERIFY(std::abs(found.negative + found.neutral + found.positive - 1) < 1e-12);
            QVERIFY(found.negative >= 0 && found.neutral >= 0 && found.positive >= 0);
        }
    }

    // One column of ones: the fit is the logarithm of the shares of the classes.
    void fitFindsTheShares()
    {
        std::vector<engine::TrainingRow> rows;
        for (int at = 0; at < 100; ++at)
            rows.push_back({{{0, 1.0F}}, at < 20 ? 0 : at < 70 ? 1 : 2, 1});
        std::vector<const engine::TrainingRow*> all;
        for (const engine::TrainingRow& row : rows)
            all.push_back(&row);
        const std::vector<double> weights = engine::fitLogistic(all, 1, 1e-9, 100);
        const engine::ClassProbabilities found = engine::probabilitiesOf({weights[0], weights[1]});
        QVERIFY(std::abs(found.negative - 0.2) < 0.01);
        QVERIFY(std::abs(found.positive - 0.3) < 0.01);
    }
};

QTEST_GUILESS_MAIN(SentimentModelTest)
#include "sentimentmodel_test.moc"
