// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "textinput.h"

#include <base/parallel.h>
#include <base/strings.h>
#include <engine/analyser.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <iostream>
#include <span>
#include <string_view>
#include <vector>

namespace app {

namespace {

constexpr std::size_t BlockLines = 256; // scored at once by one processor
constexpr std::size_t BlocksAtOnce = 64; // until they are written

struct InputLine {
    std::string_view text;
    int number = 0;
};

// What is to be written of some lines; what is refused stands between them.
struct Scored {
    struct Refused {
        std::size_t at = 0; // in `lines`
        base::Error error;
    };
    std::string lines;
    std::vector<Refused> refused;
};

// The shortest that reads back as the same number. Written here, for making a tree of each line takes a fifth
// of the time.
void appendNumber(std::string& text, double value)
{
    std::array<char, 32> digits;
    const auto [end, code] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    text.append(digits.data(), end);
}

Scored score(const engine::Pack& pack, const ScoreOptions& options, std::span<const InputLine> lines)
{
    Scored scored;
    for (const InputLine& input : lines) {
        const auto refuse = [&](const char* reason) {
            scored.refused.push_back({scored.lines.size(),
                {base::ErrorCode::InvalidInput, reason,
                    options.file + ", line " + std::to_string(input.number)}});
        };
        const auto object = nlohmann::ordered_json::parse(input.text, nullptr, false);
        if (object.is_discarded() || !object.is_object()) {
            refuse("is not a JSON object");
            continue;
        }
        const auto sentence = object.find("text");
        if (sentence == object.end() || !sentence->is_string()) {
            refuse("has no text");
            continue;
        }
        const auto named = object.find("target");
        const bool aimed = named != object.end() && named->is_string();
        const std::string target
            = options.target && aimed ? base::repairedUtf8(named->get<std::string>()) : std::string();
        const engine::TextSentiment sentiment
            = engine::scoreText(pack, base::repairedUtf8(sentence->get<std::string>()), target);
        const auto id = object.find("id");
        scored.lines.append(R"({"id":)")
            .append(id == object.end() ? std::to_string(input.number) : id->dump());
        scored.lines.append(R"(,"label":")").append(sentiment.label).append(R"(","score":)");
        appendNumber(scored.lines, sentiment.score);
        appendNumber(scored.lines.append(R"(,"probabilities":{"negative":)"), sentiment.negative);
        appendNumber(scored.lines.append(R"(,"neutral":)"), sentiment.neutral);
        appendNumber(scored.lines.append(R"(,"positive":)"), sentiment.positive);
        scored.lines.append("}}\n");
    }
    return scored;
}

// Whether a line was refused.
bool write(const Scored& scored)
{
    std::string_view left = scored.lines;
    std::size_t written = 0;
    for (const Scored::Refused& refused : scored.refused) {
        std::cout << left.substr(0, refused.at - written);
        left.remove_prefix(refused.at - written);
        written = refused.at;
        printFailure(refused.error);
    }
    std::cout << left;
    return !scored.refused.empty();
}

} // namespace

int runScore(const Context& context, const ScoreOptions& options)
{
    const auto pack = enginePack(context);
    const base::Result<std::string> bytes = readFileOrInput(options.file);
    if (!pack || !bytes) {
        printFailure(pack ? bytes.error() : pack.error());
        return SomeFailed;
    }
    bool failed = false;
    std::vector<InputLine> lines;
    const auto scoreLines = [&] {
        const std::span<const InputLine> all = lines;
        std::vector<Scored> blocks((lines.size() + BlockLines - 1) / BlockLines);
        base::inParallel(blocks.size(), [&](std::size_t at) {
            const std::size_t first = at * BlockLines;
            blocks[at] = score(**pack, options, all.subspan(first, std::min(BlockLines, all.size() - first)));
        });
        for (const Scored& block : blocks)
            failed = write(block) || failed;
        lines.clear();
    };
    forEachLine(*bytes, [&](std::string_view text, int number) {
        lines.push_back({text, number});
        if (lines.size() == BlockLines * BlocksAtOnce)
            scoreLines();
    });
    scoreLines();
    return failed ? SomeFailed : AllDone;
}

} // namespace app
