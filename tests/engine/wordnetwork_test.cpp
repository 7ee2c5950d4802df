// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: networktext.cpp wordnetwork.cpp networktrainer.cpp
#include <engine/pack.h>
#include <engine/sentiment/sentiment.h>
#include <engine/training/networktrainer.h>

#include <QTest>

#include <support/testpack.h>

#include <cmath>
#include <limits>
#include <memory>
#include <span>
#include <string>
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

    // One word that gives one channel something else at each place around it, and each voice another.
    void wordsGiveToThePlacesAroundThem()
    {
        constexpr auto Reach = static_cast<int>(engine::NetworkReach);
        engine::NetworkWeights weights;
        const engine::SentimentFeatures features = read("Aa Bb Cc Dd Ee Ff Gg", "Dd");
        weights.words = {features.network.words[0].key, features.network.words[2].key};
        // The first gives 1, 2, 3 … on the way, the second twice as much in the other order, and is heard
        // thrice.
        const auto given
            = [](std::size_t voice, int place) { return voice % 2 == 0 ? place + 1 : 2 * (Reach - place); };
        const auto heard = [](std::size_t voice) { return voice % 2 == 0 ? 1 : 3; };
        for (std::size_t at = 0; at < engine::NetworkVoices; ++at) {
            engine::VoiceWeights& voice = weights.voices[at];
            voice.wordRows.assign(engine::VoiceRow * 2, 0);
            for (int place = 0; place < Reach; ++place)
                voice.wordRows[engine::VoiceRow + static_cast<std::size_t>(place) * engine::VoiceWidth]
                    = static_cast<float>(given(at, place));
            voice.hidden[0] = 1; // the largest of all places to the first unit, and that to negative
            voice.hidden[engine::VoiceWidth * engine::VoiceHidden + 1] = 1; // the target's to the second
            voice.out[0] = voice.out[3] = static_cast<float>(heard(at));
        }
        const std::string bytes = bytesOf(weights);
        std::string_view left = bytes;
        const auto network = engine::WordNetwork::take(left);
        QVERIFY(network.has_value());
        const std::span<const engine::NetworkWord> words(
            features.network.words.data(), features.network.count);
        for (std::uint32_t aim = 0; aim < words.size(); ++aim) {
            const engine::Margins found = network->margins(words, aim, {});
            const int place = static_cast<int>(aim) - 2 + Reach / 2; // as the word that gives sees it
            double largest = 0;
            double own = 0;
            for (std::size_t voice = 0; voice < engine::NetworkVoices; ++voice) {
                const double times = double(heard(voice)) / engine::NetworkVoices;
                largest += times * Reach * (voice % 2 == 0 ? 1 : 2);
                own += place >= 0 && place < Reach ? times * given(voice, place) : 0;
            }
            QVERIFY(std::abs(found[1] - own) < 0.2);
            QVERIFY(std::abs(found[0] - largest) < 0.2);
        }
    }

    // What begins at other random weights ends at others, or one would do.
    void voicesDiffer()
    {
        for (std::size_t voice = 1; voice < engine::NetworkVoices; ++voice)
            QVERIFY(m_weights.voices[voice].wordRows != m_weights.voices[0].wordRows);
    }

    void whatIsNoNumberIsRefused()
    {
        engine::NetworkWeights weights;
        const std::string blank = bytesOf(weights);
        std::string_view left = blank;
        QVERIFY(engine::WordNetwork::take(left).has_value());
        weights.voices.back().out[3] = std::numeric_limits<float>::quiet_NaN();
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
