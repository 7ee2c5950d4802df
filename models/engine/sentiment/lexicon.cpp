// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "lexicon.h"

#include <engine/tables.h>
#include <engine/toml.h>

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

struct Member {
    std::string_view table;
    std::string_view name;
    SentimentRole role;
    int value;
};

constexpr Member Members[] = {{"direction", "up", SentimentRole::Direction, 1},
    {"direction", "up_strong", SentimentRole::Direction, 2},
    {"direction", "down", SentimentRole::Direction, -1},
    {"direction", "down_strong", SentimentRole::Direction, -2},
    {"measure", "good", SentimentRole::Measure, 1}, {"measure", "bad", SentimentRole::Measure, -1},
    {"polar", "positive", SentimentRole::Polar, 1}, {"polar", "negative", SentimentRole::Polar, -1},
    {"polar", "positive_strong", SentimentRole::Polar, 2},
    {"polar", "negative_strong", SentimentRole::Polar, -2}, {"pair", "positive", SentimentRole::Pair, 1},
    {"pair", "negative", SentimentRole::Pair, -1}, {"event", "good", SentimentRole::Event, 1},
    {"event", "bad", SentimentRole::Event, -1}, {"event", "restraint", SentimentRole::Event, -2},
    {"event", "flow", SentimentRole::Event, 3}, {"event", "starter", SentimentRole::Starter, 0},
    {"event", "restarter", SentimentRole::Starter, 1}, {"event", "burdener", SentimentRole::Starter, 2},
    {"event", "ender", SentimentRole::Ender, 1}, {"event", "soother", SentimentRole::Ender, 0},
    {"event", "place", SentimentRole::Event, 2}, {"event", "closer", SentimentRole::Ender, 2},
    {"swing", "profit", SentimentRole::Swing, 1}, {"swing", "loss", SentimentRole::Swing, -1},
    {"modifier", "idiom", SentimentRole::Idiom, 0}, {"modifier", "idiom_apart", SentimentRole::Idiom, 1},
    {"modifier", "unchanged", SentimentRole::Unchanged, 0},
    {"modifier", "negator", SentimentRole::Negator, 0},
    {"modifier", "negator_after", SentimentRole::Negator, 1},
    {"modifier", "negator_wide", SentimentRole::Negator, 2},
    {"modifier", "intensifier", SentimentRole::Intensifier, 0},
    {"modifier", "diminisher", SentimentRole::Diminisher, 0}, {"modifier", "hedge", SentimentRole::Hedge, 0},
    {"modifier", "expected", SentimentRole::Expected, 0}, {"modifier", "split", SentimentRole::Split, 0},
    {"modifier", "concession", SentimentRole::Split, 1}, {"modifier", "compare", SentimentRole::Compare, 0},
    {"modifier", "opinion", SentimentRole::Opinion, 0}, {"contest", "beats", SentimentRole::Contest, 1},
    {"contest", "takes", SentimentRole::Contest, 2}, {"contest", "prefers", SentimentRole::Contest, 3},
    {"contest", "trails", SentimentRole::Contest, -1}, {"contest", "cedes", SentimentRole::Contest, -2}};

} // namespace

base::Result<std::shared_ptr<const SentimentLexicon>> SentimentLexicon::load(
    const base::ResourceFiles& files, Vocabulary& vocabulary)
{
    const std::string file = "sentiment.toml";
    const base::Result<TomlDocument> document = readToml(files, file);
    if (!document)
        return document.error();
    const TomlValue& table = document->root;
    auto lexicon = std::make_shared<SentimentLexicon>();
    for (const Member& member : Members) {
        const TomlValue* group = table.table(member.table);
        if (group == nullptr)
            return dataError(file, "no [" + std::string(member.table) + "]");
        const std::vector<std::string_view> words = texts(*group, member.name);
        if (words.empty())
            return dataError(
                file, "no words under " + std::string(member.table) + '.' + std::string(member.name));
        const std::vector<std::string_view> alone = texts(*group, "alone");
        const std::vector<std::string_view> transitive = texts(*group, "transitive");
        const std::vector<std::string_view> intransitive = texts(*group, "intransitive");
        const std::vector<std::string_view> absolute = texts(*group, "absolute");
        for (const std::string_view word : words) {
            lexicon->m_phrases.add(word, static_cast<std::uint32_t>(lexicon->m_words.size()), vocabulary);
            if (member.role == SentimentRole::Pair && word.find(' ') != std::string_view::npos)
                lexicon->m_pairs.add(word, static_cast<std::uint32_t>(lexicon->m_words.size()), vocabulary);
            const auto isIn = [&](const std::vector<std::string_view>& list) {
                return std::find(list.begin(), list.end(), word) != list.end();
            };
            lexicon->m_words.push_back({member.role, member.value, std::string(word), isIn(alone), isIn(transitive),
                isIn(intransitive), isIn(absolute)});
        }
    }
    if (const TomlValue* modifiers = table.table("modifier")) {
        for (const std::string_view word : texts(*modifiers, "filler")) {
            const auto id = static_cast<std::size_t>(compilePhrase(word, vocabulary).front().id);
            lexicon->m_fillers.resize(std::max(lexicon->m_fillers.size(), id + 1), false);
            lexicon->m_fillers[id] = true;
        }
    }
    if (const TomlValue* bands = table.table("bands")) {
        lexicon->m_neutral = numberOr(*bands, "neutral", lexicon->m_neutral);
        lexicon->m_mild = numberOr(*bands, "mild", lexicon->m_mild);
        lexicon->m_moderate = numberOr(*bands, "moderate", lexicon->m_moderate);
    }
    return std::shared_ptr<const SentimentLexicon>(std::move(lexicon));
}

bool SentimentLexicon::isFiller(const Token& token) const
{
    return token.word >= 0 && static_cast<std::size_t>(token.word) < m_fillers.size()
        && m_fillers[static_cast<std::size_t>(token.word)];
}

std::string SentimentLexicon::label(double score, double spread) const
{
    const double size = std::abs(score);
    if (size < 0.12 && spread >= 0.35)
        return "mixed";
    if (size < m_neutral)
        return "neutral";
    const std::string sign = score < 0 ? "negative" : "positive";
    return (size < m_mild ? "mildly " : size < m_moderate ? "moderately " : "strongly ") + sign;
}

} // namespace engine
