// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "labelledsets.h"

#include <base/files.h>
#include <base/strings.h>
#include <engine/sentiment/classifier.h>
#include <engine/sentiment/features.h>
#include <engine/training/sentimenttrainer.h>

#include <cstdio>
#include <filesystem>
#include <iostream>

// leadline-train [OUT]: makes resources/engine/models/sentiment.bin again from ../shared/data and the labels
// in resources/engine/labels. The same data give the same bytes.
int main(int argc, char** argv)
{
    const std::string resources = LEADLINE_RESOURCES;
    const std::string shared = LEADLINE_SHARED;
    const std::string out = argc > 1 ? argv[1] : resources + "/engine/models/sentiment.bin";
    if (!std::filesystem::exists(shared + "/data/sentfin/sentfin_train80.csv")) {
        std::cout << "skipped: the training sets are not at " << shared << "/data\n";
        return 0;
    }
    base::Result<base::ResourceFiles> files = base::readFolder(resources + "/engine");
    if (!files) {
        std::cerr << files.error().text() << '\n';
        return 1;
    }
    (*files)["models/sentiment.bin"] = engine::SentimentClassifier::blank();
    const auto pack = engine::loadPack(*files);
    if (!pack) {
        std::cerr << pack.error().text() << '\n';
        return 1;
    }
    const std::vector<engine::LabelledText> texts = evaluate::trainingTexts(shared, resources, true);
    const std::string bytes = engine::trainSentiment(**pack, texts);
    const base::Outcome written = base::writeFile(out, bytes);
    if (!written) {
        std::cerr << written.error().text() << '\n';
        return 1;
    }
    std::printf("%zu texts, %zu bytes, hash %s: %s\n", texts.size(), bytes.size(),
        base::hex64(base::hash64(bytes)).c_str(), out.c_str());
    return 0;
}
