// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: topicmodel.cpp topictrainer.cpp
#include <base/files.h>
#include <engine/text/hashing.h>
#include <engine/topics/topicmodel.h>
#include <engine/topics/topicrules.h>
#include <engine/training/descent.h>
#include <engine/training/topictrainer.h>

#include <QTest>

#include <support/testpack.h>

#include <algorithm>
#include <cmath>
#include <memory>

// The learned half of the topics: it can be made again, byte for byte, and it learns what it is shown.
class TopicModelTest final : public QObject {
    Q_OBJECT

    static constexpr std::uint32_t Taught = 4;

    // Words no rule knows: whatever went blick is of one topic.
    static std::vector<engine::TopicText> shown()
    {
        std::vector<engine::TopicText> texts;
        for (int at = 0; at < 60; ++at) {
            const std::string number = std::to_string(100 + at);
            texts.push_back({"$ABC zorgle of unit " + number + " went blick", {}, {Taught}, false, {}, 1});
            texts.push_back(
                {"$ABC zorgle of unit " + number + " went quonk", {}, {Taught + 1}, false, {}, 1});
        }
        return texts;
    }

    static base::Result<std::shared_ptr<const engine::Pack>> packWith(std::string model)
    {
        base::ResourceFiles files = base::readFolder(LEADLINE_RESOURCES "/engine").value();
        files["models/topics.bin"] = std::move(model);
        return engine::loadPack(files);
    }

private Q_SLOTS:
    void madeTwiceTheSame()
    {
        const auto pack = support::shippedPack();
        const std::string once = engine::trainTopics(*pack, shown());
        QVERIFY(once == engine::trainTopics(*pack, shown()));
        QVERIFY(once != engine::TopicModel::blank(pack->topics->topics().size()));
    }

    void learnsWordsNoRuleKnows()
    {
        const auto pack = packWith(engine::trainTopics(*support::shippedPack(), shown()));
        QVERIFY(pack);
        const base::Analysis analysis
            = support::analyse(**pack, "$XYZ zorgle of unit 7 went blick", std::string());
        QVERIFY(!analysis.topics.empty());
        const base::TopicScore& first = analysis.topics.front();
        QCOMPARE(first.name, (*pack)->topics->topics()[Taught].name);
        // Why: the words it was learned from.
        QVERIFY(!first.provenance.evidence.empty());
        const std::string title = "$XYZ zorgle of unit 7 went blick";
        QVERIFY(std::any_of(
            first.provenance.evidence.begin(), first.provenance.evidence.end(), [&](const base::Span& span) {
                return base::slice(title, span).find("blick") != std::string_view::npos;
            }));
    }

    void brokenModelIsRefused()
    {
        const std::string blank = engine::TopicModel::blank(55);
        for (const std::string& bytes : {std::string(), std::string("LLTOPI01"), blank.substr(1), blank + "x",
                 blank.substr(0, blank.size() - 1), engine::TopicModel::blank(54)})
            QVERIFY(!packWith(bytes));
        QVERIFY(packWith(blank));
    }

    void descentFindsTheLowestPoint()
    {
        const engine::Loss bowl = [](const std::vector<double>& at, std::vector<double>& gradient) {
            gradient = {2 * (at[0] - 3), 20 * (at[1] + 1)};
            return (at[0] - 3) * (at[0] - 3) + 10 * (at[1] + 1) * (at[1] + 1);
        };
        const std::vector<double> lowest = engine::minimise(bowl, 2, 100);
        QVERIFY(std::abs(lowest[0] - 3) < 0.05);
        QVERIFY(std::abs(lowest[1] + 1) < 0.05);
    }

    void inflectedFormsShareAStem()
    {
        QCOMPARE(engine::wordHash(engine::stemOf("rises")), engine::wordHash(engine::stemOf("rising")));
        QVERIFY(engine::stemOf("glass") != engine::stemOf("glad"));
        QVERIFY(engine::mixedKey(1) != engine::mixedKey(2));
    }
};

QTEST_GUILESS_MAIN(TopicModelTest)
#include "topicmodel_test.moc"
