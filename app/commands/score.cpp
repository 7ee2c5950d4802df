// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "textinput.h"

#include <base/strings.h>
#include <engine/analyser.h>

#include <nlohmann/json.hpp>

#include <iostream>

namespace app {

int runScore(const Context& context, const ScoreOptions& options)
{
    const auto pack = enginePack(context);
    const base::Result<std::string> bytes = readFileOrInput(options.file);
    if (!pack || !bytes) {
        printFailure(pack ? bytes.error() : pack.error());
        return SomeFailed;
    }
    bool failed = false;
    forEachLine(*bytes, [&](std::string_view text, int number) {
        const auto refuse = [&](const char* reason) {
            failed = true;
            printFailure(
                {base::ErrorCode::InvalidInput, reason, options.file + ", line " + std::to_string(number)});
        };
        const auto object = nlohmann::ordered_json::parse(text, nullptr, false);
        if (object.is_discarded() || !object.is_object())
            return refuse("is not a JSON object");
        const auto sentence = object.find("text");
        if (sentence == object.end() || !sentence->is_string())
            return refuse("has no text");
        const auto named = object.find("target");
        const bool aimed = named != object.end() && named->is_string();
        const std::string target
            = options.target && aimed ? base::repairedUtf8(named->get<std::string>()) : std::string();
        const engine::TextSentiment sentiment
            = engine::scoreText(**pack, base::repairedUtf8(sentence->get<std::string>()), target);
        nlohmann::ordered_json line;
        line["id"] = object.contains("id") ? object["id"] : nlohmann::ordered_json(number);
        line["label"] = sentiment.label;
        line["score"] = sentiment.score;
        line["probabilities"] = {{"negative", sentiment.negative}, {"neutral", sentiment.neutral},
            {"positive", sentiment.positive}};
        std::cout << line.dump() << '\n';
    });
    return failed ? SomeFailed : AllDone;
}

} // namespace app
