// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "eventsets.h"
#include "labelledsets.h"
#include "topicsets.h"

#include <base/files.h>
#include <base/strings.h>
#include <engine/events/typing.h>
#include <engine/sentiment/classifier.h>
#include <engine/sentiment/features.h>
#include <engine/topics/topicmodel.h>
#include <engine/topics/topicrules.h>
#include <engine/training/eventtrainer.h>
#include <engine/training/sentimenttrainer.h>

#include <cstdio>
#include <filesystem>
#include <iostream>

// leadline-train sentiment|topics|events [OUT]: makes resources/engine/models/sentiment.bin, … again from
// ../shared/data and the project's own labelled texts. The same data give the same bytes.
namespace {

int fail(const base::Error& error)
{
    std::cerr << error.text() << '\n';
    return 1;
}

} // namespace

int main(int argc, char** argv)
{
    const std::string resources = LEADLINE_RESOURCES;
    const std::string shared = LEADLINE_SHARED;
    const std::string what = argc > 1 ? argv[1] : "";
    if (what != "sentiment" && what != "topics" && what != "events") {
        std::cerr << "usage: leadline-train sentiment|topics|events [OUT]\n";
        return 1;
    }
    const std::string out = argc > 2 ? argv[2] : resources + "/engine/models/" + what + ".bin";
    if (!std::filesystem::exists(shared + "/data/sentfin/sentfin_train80.csv")) {
        std::cout << "skipped: the training sets are not at " << shared << "/data\n";
        return 0;
    }
    base::Result<base::ResourceFiles> files = base::readFolder(resources + "/engine");
    if (!files)
        return fail(files.error());
    // What is to be made need not be there, nor fit the rules as they stand now.
    if (what == "sentiment") {
        (*files)["models/sentiment.bin"] = engine::SentimentClassifier::blank();
    } else if (what == "events") {
        (*files)["models/events.bin"] = engine::EventTyping::blank();
    } else {
        engine::Vocabulary vocabulary;
        const auto rules = engine::TopicRules::load(*files, vocabulary);
        if (!rules)
            return fail(rules.error());
        (*files)["models/topics.bin"] = engine::TopicModel::blank((*rules)->topics().size());
    }
    const auto pack = engine::loadPack(*files);
    if (!pack)
        return fail(pack.error());
    std::size_t count = 0;
    std::string bytes;
    if (what == "sentiment") {
        const std::vector<engine::LabelledText> texts = evaluate::trainingTexts(shared, resources, true);
        count = texts.size();
        bytes = engine::trainSentiment(**pack, texts);
    } else if (what == "events") {
        const std::vector<engine::EventText> texts = evaluate::eventTrainingTexts(LEADLINE_EVENTS);
        count = texts.size();
        engine::EventTypingMeasure measure;
        bytes = engine::trainEvents(**pack, texts, measure);
        std::printf("left out in their turn, where no pattern fires: from %.3f on %zu of %zu right, "
                    "%zu wrong, %zu of %zu without an event taken for one\n",
            measure.enough, measure.right, measure.asked, measure.wrong, measure.invented, measure.quiet);
    } else {
        const std::vector<engine::TopicText> texts
            = evaluate::topicTrainingTexts(**pack, shared, LEADLINE_LEADS, true);
        count = texts.size();
        bytes = engine::trainTopics(**pack, texts);
    }
    const base::Outcome written = base::writeFile(out, bytes);
    if (!written)
        return fail(written.error());
    std::printf("%zu texts, %zu bytes, hash %s: %s\n", count, bytes.size(),
        base::hex64(base::hash64(bytes)).c_str(), out.c_str());
    return 0;
}
