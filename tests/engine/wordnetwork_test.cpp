// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: adam.h networktext.cpp wordnetwork.cpp networktrainer.cpp unitturn.cpp
#include <engine/pack.h>
#include <engine/sentiment/sentiment.h>
#include <engine/sentiment/unitturn.h>
#include <engine/training/networktrainer.h>

#include <QTest>

#include <support/testpack.h>

#include <algorithm>
#include <array>
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

    // The same words far apart, in two orders: only which comes first tells.
    void readsOrderHoweverFarApart()
    {
        std::vector<engine::NetworkExample> examples;
        const auto text = [](const std::string& first, const std::string& last) {
            return first + " said one and two and three and four and five and six of them were " + last;
        };
        const std::array orders{std::tuple("zorgle", "blick", 2), std::tuple("blick", "zorgle", 0)};
        for (int at = 0; at < 40; ++at) {
            for (const auto& [first, last, label] : orders)
                examples.push_back(engine::networkExample(
                    read("Unit" + std::to_string(at) + " of " + text(first, last)), label, 1));
        }
        for (engine::NetworkExample& example : examples) // what the rules say of it is not to tell
            example.dense.fill(0);
        const std::string bytes = bytesOf(trained(examples));
        std::string_view left = bytes;
        const auto network = engine::WordNetwork::take(left);
        QVERIFY(network.has_value());
        for (const auto& [first, last, label] : orders) {
            const engine::SentimentFeatures features = read("Nobody of " + text(first, last));
            const engine::Margins found = network->margins(
                {features.network.words.data(), features.network.count}, features.network.aim, {});
            QVERIFY2((found[1] - found[0]) * (label - 1) > 0, first);
        }
    }

    // By the formula, worked out once more in whole.
    void unitsDoAsTheFormulaSays()
    {
        constexpr std::size_t Units = engine::TurnUnits;
        constexpr std::size_t Row = engine::TurnRow;
        constexpr int Count = 4;
        std::vector<std::int8_t> turn(Units * Row);
        for (std::size_t at = 0; at < turn.size(); ++at)
            turn[at] = static_cast<std::int8_t>(static_cast<int>(at * 37 % 201) - 100);
        std::vector<float> turnScale(Row, 0.0008F);
        std::vector<float> pastBias(Units);
        std::vector<float> scale(Row, 0.01F);
        std::vector<float> bias(Row);
        for (std::size_t at = 0; at < Row; ++at) {
            turnScale[at] += static_cast<float>(at % 5) * 0.0002F;
            bias[at] = static_cast<float>(at % 7) * 0.1F - 0.3F;
            pastBias[at % Units] = static_cast<float>(at % 11) * 0.05F - 0.2F;
        }
        const engine::UnitTurn both({turn, turnScale, pastBias, scale, bias});
        std::vector<std::int16_t> given(Count * Row * 2);
        for (std::size_t at = 0; at < given.size(); ++at)
            given[at] = static_cast<std::int16_t>(static_cast<int>(at * 53 % 181) - 90);
        for (const int aim : {0, 2, Count - 1}) {
            const auto heard = engine::UnitTurn::through(
                {both, both}, given.data(), Row * 2, Count, static_cast<std::size_t>(aim));
            for (std::size_t way = 0; way < 2; ++way) {
                std::vector<double> state(Units);
                std::vector<double> most(Units, -1);
                std::vector<double> own;
                for (int step = 0; step < Count; ++step) {
                    const int place = way == 0 ? step : Count - 1 - step;
                    const auto sum = [&](std::size_t at, double times, double more) {
                        double past = 0;
                        for (std::size_t unit = 0; unit < Units; ++unit)
                            past += state[unit] * turn[unit * Row + at] * double{turnScale[at]};
                        const std::size_t word = static_cast<std::size_t>(place) * Row * 2 + way * Row + at;
                        return given[word] * double{scale[at]} + double{bias[at]} + times * (past + more);
                    };
                    std::vector<double> next(Units);
                    for (std::size_t unit = 0; unit < Units; ++unit) {
                        const double let = std::clamp(0.5 + 0.25 * sum(unit, 1, 0), 0.0, 1.0);
                        const double kept = std::clamp(0.5 + 0.25 * sum(Units + unit, 1, 0), 0.0, 1.0);
                        const double added
                            = std::clamp(sum(Units * 2 + unit, let, double{pastBias[unit]}), -1.0, 1.0);
                        next[unit] = kept * state[unit] + (1 - kept) * added;
                        most[unit] = std::max(most[unit], next[unit]);
                    }
                    state = next;
                    if (place == aim)
                        own = state;
                }
                for (std::size_t unit = 0; unit < Units; ++unit) {
                    QVERIFY(std::abs(double{heard[way].most[unit]} - most[unit]) < 0.02);
                    QVERIFY(std::abs(double{heard[way].own[unit]} - own[unit]) < 0.02);
                }
            }
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
        for (const auto values : {&engine::NetworkWeights::bias, &engine::NetworkWeights::pastBias,
                 &engine::NetworkWeights::hidden, &engine::NetworkWeights::hiddenBias,
                 &engine::NetworkWeights::out}) {
            for (const float wrong :
                {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(), 2e6F}) {
                engine::NetworkWeights broken = weights;
                (broken.*values)[3] = wrong;
                const std::string bytes = bytesOf(broken);
                left = bytes;
                QVERIFY(!engine::WordNetwork::take(left));
            }
        }
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
