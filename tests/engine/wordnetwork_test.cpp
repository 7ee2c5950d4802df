// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: adam.h networktext.cpp wordnetwork.cpp networktrainer.cpp unitturn.cpp
#include <engine/pack.h>
#include <engine/sentiment/sentiment.h>
#include <engine/sentiment/unitturn.h>
#include <engine/training/networktrainer.h>

#include <QTest>

#include <support/testpack.h>

#include <cmath>
#include <limits>
#include <memory>
#include <random>
#include <span>
#include <string>
#include <tuple>
#include <vector>

// The network over words: it learns what no sum of words can say, and a file gives back what was written.
class WordNetworkTest final : public QObject {
    Q_OBJECT

    std::shared_ptr<const engine::Pack> m_pack;
    std::vector<engine::NetworkExample> m_examples;
    engine::NetworkWeights m_weights;

    engine::SentimentFeatures read(const std::string& text, const std::string& target = {}) const
    {
        engine::SentimentFeatures features;
        engine::readTextFeatures(*m_pack, text, target, features);
        return features;
    }

    static engine::NetworkWeights trained(const std::vector<engine::NetworkExample>& examples)
    {
        std::vector<const engine::NetworkExample*> shown;
        for (const engine::NetworkExample& example : examples)
            shown.push_back(&example);
        engine::NetworkSettings settings;
        settings.rounds = 60;
        settings.batch = 32;
        return engine::trainNetwork(shown, settings);
    }

    static std::string bytesOf(const engine::NetworkWeights& weights)
    {
        std::string bytes;
        engine::WordNetwork::append(bytes, weights);
        return bytes;
    }

    engine::Margins margins(const engine::WordNetwork& network, const std::string& text) const
    {
        const engine::SentimentFeatures features = read(text);
        return network.margins({features.network.words.data(), features.network.count}, features.network.aim,
            engine::networkDense(features));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_pack = support::shippedPack();
        // Each of the four words is said as often of good as of bad.
        for (int at = 0; at < 60; ++at) {
            const std::string name = "Unit" + std::to_string(at);
            for (const auto& [text, label] :
                {std::pair("the zorgle went blick", 2), std::pair("the zorgle went quonk", 0),
                    std::pair("the marvle went blick", 0), std::pair("the marvle went quonk", 2)})
                m_examples.push_back(engine::networkExample(read(name + " said " + text + "."), label, 1));
        }
        m_weights = trained(m_examples);
    }

    void learnsWhichWordsTurnWhich()
    {
        const std::string bytes = bytesOf(m_weights);
        std::string_view left = bytes;
        const auto made = engine::WordNetwork::take(left);
        QVERIFY(made.has_value());
        QVERIFY(left.empty());
        const engine::WordNetwork& network = *made;
        for (const auto& [text, sign] :
            {std::pair("the zorgle went blick", 1), std::pair("the zorgle went quonk", -1),
                std::pair("the marvle went blick", -1), std::pair("the marvle went quonk", 1)}) {
            const engine::Margins found = margins(network, std::string("Nobody said ") + text + ".");
            QVERIFY2((found[1] - found[0]) * sign > 0, text);
        }
    }

    void madeTwiceTheSame() { QVERIFY(bytesOf(trained(m_examples)) == bytesOf(m_weights)); }

    void cutFilesAreRefused()
    {
        const std::string bytes = bytesOf(m_weights);
        for (const std::size_t size : {std::size_t{0}, std::size_t{3}, std::size_t{400}, bytes.size() - 1}) {
            std::string_view cut = std::string_view(bytes).substr(0, size);
            QVERIFY(!engine::WordNetwork::take(cut));
        }
        std::string many = bytes; // says that there are more words than any file has
        many.replace(0, 4, "\xFF\xFF\xFF\xFF");
        std::string_view left = many;
        QVERIFY(!engine::WordNetwork::take(left));
    }

    // The same words, two names: only where the target stands tells.
    void learnsWhereTheTargetStands()
    {
        std::vector<engine::NetworkExample> examples;
        for (int at = 0; at < 60; ++at) {
            const std::string one = "Zorgle" + std::to_string(at);
            const std::string other = "Marvle" + std::to_string(at);
            const std::string text = one + " blicks " + other + " in Quonk";
            examples.push_back(engine::networkExample(read(text, one), 2, 1));
            examples.push_back(engine::networkExample(read(text, other), 0, 1));
        }
        for (engine::NetworkExample& example : examples) // what the rules say of it is not to tell
            example.dense.fill(0);
        const std::string bytes = bytesOf(trained(examples));
        std::string_view left = bytes;
        const auto network = engine::WordNetwork::take(left);
        QVERIFY(network.has_value());
        for (const auto& [name, sign] : {std::pair("Vorpel", 1), std::pair("Tarquon", -1)}) {
            const engine::SentimentFeatures features = read("Vorpel blicks Tarquon in Quonk", name);
            const engine::Margins found = network->margins(
                {features.network.words.data(), features.network.count}, features.network.aim, {});
            QVERIFY2((found[1] - found[0]) * sign > 0, name);
        }
    }

    // What turns a word may stand at the other end of the text, behind or before it.
    void turnsWordsHoweverFarApart()
    {
        std::vector<engine::NetworkExample> examples;
        const auto text = [](const std::string& first, const std::string& last) {
            return first + " said one and two and three and four and five and six of them were " + last;
        };
        for (int at = 0; at < 30; ++at) {
            for (const auto& [first, last, label] :
                {std::tuple("zorgle", "blick", 2), std::tuple("zorgle", "quonk", 0),
                    std::tuple("marvle", "blick", 0), std::tuple("marvle", "quonk", 2)})
                examples.push_back(engine::networkExample(
                    read("Unit" + std::to_string(at) + " of " + text(first, last)), label, 1));
        }
        const std::string bytes = bytesOf(trained(examples));
        std::string_view left = bytes;
        const auto network = engine::WordNetwork::take(left);
        QVERIFY(network.has_value());
        for (const auto& [first, last, sign] :
            {std::tuple("zorgle", "blick", 1), std::tuple("zorgle", "quonk", -1),
                std::tuple("marvle", "blick", -1), std::tuple("marvle", "quonk", 1)}) {
            const engine::Margins found = margins(*network, "Nobody of " + text(first, last));
            QVERIFY2((found[1] - found[0]) * sign > 0, first);
        }
    }

    // Sums made one by one, eight or sixteen at once are the same, bit by bit.
    void everyMachineHearsTheSame()
    {
        std::mt19937 bits(7);
        const auto below = [&](int most) { return static_cast<int>(bits() % static_cast<unsigned>(most)); };
        std::vector<std::int8_t> turn(engine::TurnUnits * engine::TurnRow);
        std::vector<float> scales(engine::TurnRow);
        std::vector<float> biases(engine::TurnRow);
        engine::UnitTurn::Ways ways;
        for (engine::UnitTurn& way : ways) {
            for (std::int8_t& weight : turn)
                weight = static_cast<std::int8_t>(below(255) - 127);
            for (std::size_t at = 0; at < engine::TurnRow; ++at) {
                scales[at] = static_cast<float>(1 + below(90)) / 9000;
                biases[at] = static_cast<float>(below(200) - 100) / 77;
            }
            way = engine::UnitTurn({.turn = turn,
                .turnScale = scales,
                .pastBias = std::span(biases).first(engine::TurnUnits),
                .givenScale = scales,
                .givenBias = biases});
        }
        constexpr std::size_t Count = 19;
        constexpr std::size_t Stride = engine::TurnRow * 2;
        std::vector<std::int16_t> given(Count * Stride);
        for (std::int16_t& value : given)
            value = static_cast<std::int16_t>(below(700) - 350);
        using Lanes = engine::UnitTurn::Lanes;
        const auto one = engine::UnitTurn::through(ways, given.data(), Stride, Count, 4, Lanes::One);
        QVERIFY(one[0].most != one[1].most);
        QVERIFY(one[0].own != one[0].most);
        for (const Lanes lanes : {Lanes::Eight, Lanes::Sixteen}) {
            if (lanes > engine::UnitTurn::mostLanes())
                continue;
            const auto many = engine::UnitTurn::through(ways, given.data(), Stride, Count, 4, lanes);
            for (std::size_t way = 0; way < ways.size(); ++way) {
                QVERIFY(many[way].most == one[way].most);
                QVERIFY(many[way].own == one[way].own);
            }
        }
    }

    void whatIsNoNumberIsRefused()
    {
        engine::NetworkWeights weights;
        const std::string blank = bytesOf(weights);
        std::string_view left = blank;
        QVERIFY(engine::WordNetwork::take(left).has_value());
        weights.out[3] = std::numeric_limits<float>::quiet_NaN();
        const std::string broken = bytesOf(weights);
        left = broken;
        QVERIFY(!engine::WordNetwork::take(left));
    }

    // Of a text with more words than are read, those around the target are.
    void targetIsAmongTheWordsRead()
    {
        std::string text;
        for (int at = 0; at < 70; ++at)
            text += "and so on ";
        const engine::SentimentFeatures early = read("Quonk fell " + text, "Quonk");
        QCOMPARE(early.network.aim, 0U);
        const engine::SentimentFeatures late = read(text + "until Quonk fell", "Quonk");
        QCOMPARE(late.network.count, engine::NetworkWords);
        QCOMPARE(late.network.aim, engine::NetworkWords - 2);
        QCOMPARE(read(text).network.count, engine::NetworkWords);
        QVERIFY(read(text).network.aim >= engine::NetworkWords);
    }

    void wordsShareTheirPartsAndFiguresTheirKey()
    {
        const engine::SentimentFeatures features = read("Unbelievable unbelievably it 12.5 2,400");
        const auto& words = features.network.words;
        const engine::WordParts first = engine::partsOf(words[0]);
        const engine::WordParts second = engine::partsOf(words[1]);
        QCOMPARE(first.size, std::size_t{4});
        QCOMPARE(first.buckets[0], second.buckets[0]);
        QCOMPARE(first.buckets[1], second.buckets[1]);
        QVERIFY(words[0].key != words[1].key);
        QCOMPARE(engine::partsOf(words[2]).size, std::size_t{0});
        QCOMPARE(words[3].key, words[4].key);
    }
};

QTEST_GUILESS_MAIN(WordNetworkTest)
#include "wordnetwork_test.moc"
