// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "lexicon.h"

#include <base/strings.h>
#include <engine/tables.h>
#include <engine/toml.h>

#include <algorithm>
#include <cmath>
#include <unordered_set>

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
    {"contest", "trails", SentimentRole::Contest, -1}, {"contest", "cedes", SentimentRole::Contest, -2},
    {"contest", "harms", SentimentRole::Contest, -3}, {"contest", "leaves", SentimentRole::Contest, -4},
    {"lean", "good", SentimentRole::Lean, 1}, {"lean", "bad", SentimentRole::Lean, -1}};

// "{rise|climb} in {cost|debt}": every choice of one of each.
void expand(const std::string& text, std::vector<std::string>& phrases)
{
    const std::size_t open = text.find('{');
    const std::size_t close = text.find('}', open);
    if (open == std::string::npos || close == std::string::npos) {
        phrases.push_back(text);
        return;
    }
    for (const std::string_view choice :
        base::split(std::string_view(text).substr(open + 1, close - open - 1), '|'))
        expand(text.substr(0, open) + std::string(choice) + text.substr(close + 1), phrases);
}

std::vector<std::string> phrasesOf(const TomlValue& table, std::string_view member)
{
    std::vector<std::string> phrases;
    for (const std::string& text : strings(table, member))
        expand(text, phrases);
    return phrases;
}

std::unordered_set<std::string> setOf(const TomlValue& table, std::string_view member)
{
    const std::vector<std::string> phrases = phrasesOf(table, member);
    return {phrases.begin(), phrases.end()};
}

// Whether an object may stand between the words of such a verb: "call the strike off", "put it on ice".
bool parts(const SentimentWord& word, const std::unordered_set<std::string>& directions)
{
    constexpr std::string_view Particles[] = {"off", "out", "down", "back", "up", "away", "aside", "through",
        "over", "apart", "go", "slip", "lapse", "right", "under"};
    constexpr std::string_view Prepositions[] = {"on", "in", "at", "into"};
    constexpr std::string_view Sources[] = {"from", "of"};
    if (word.role != SentimentRole::Starter && word.role != SentimentRole::Ender)
        return false;
    const std::vector<std::string_view> words = base::split(word.text, ' ');
    const auto isSecond = [&](const auto& list) {
        return std::find(std::begin(list), std::end(list), words[1]) != std::end(list);
    };
    return (words.size() > 1 && isSecond(Particles)) || (words.size() > 2 && isSecond(Prepositions))
        || (words.size() == 2 && isSecond(Sources) && !directions.contains(std::string(words[0])));
}

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
    std::unordered_set<std::string> directions;
    for (const Member& member : Members) {
        const TomlValue* group = table.table(member.table);
        if (group == nullptr)
            return dataError(file, "no [" + std::string(member.table) + "]");
        const std::vector<std::string> words = phrasesOf(*group, member.name);
        if (words.empty())
            return dataError(
                file, "no words under " + std::string(member.table) + '.' + std::string(member.name));
        const std::unordered_set<std::string> alone = setOf(*group, "alone");
        const std::unordered_set<std::string> transitive = setOf(*group, "transitive");
        const std::unordered_set<std::string> intransitive = setOf(*group, "intransitive");
        const std::unordered_set<std::string> absolute = setOf(*group, "absolute");
        const std::unordered_set<std::string> comparing = setOf(*group, "comparing");
        const std::unordered_set<std::string> benchmark = setOf(*group, "benchmark");
        for (const std::string& word : words) {
            const std::size_t gap = word.find(" ... ");
            if (gap == std::string::npos) {
                PhraseSet& set = member.role == SentimentRole::Lean ? lexicon->m_leans : lexicon->m_phrases;
                set.add(word, static_cast<std::uint32_t>(lexicon->m_words.size()), vocabulary);
            }
            if (gap == std::string::npos && member.role == SentimentRole::Pair
                && word.find(' ') != std::string::npos)
                lexicon->m_pairs.add(word, static_cast<std::uint32_t>(lexicon->m_words.size()), vocabulary);
            lexicon->m_words.push_back({member.role, member.value, word, alone.contains(word),
                transitive.contains(word), intransitive.contains(word), absolute.contains(word),
                comparing.contains(word), benchmark.contains(word)});
            if (member.role == SentimentRole::Direction)
                directions.insert(word);
            if (gap != std::string::npos || parts(lexicon->m_words.back(), directions)) {
                Phrase phrase = compilePhrase(
                    gap == std::string::npos ? word : word.substr(0, gap) + word.substr(gap + 4), vocabulary);
                const PhraseWord verb = phrase.front();
                phrase.erase(phrase.begin());
                const auto id = static_cast<std::size_t>(verb.id);
                lexicon->m_partedOf.resize(std::max(lexicon->m_partedOf.size(), id + 1), 0);
                if (lexicon->m_partedOf[id] == 0) {
                    lexicon->m_partedVerbs.emplace_back();
                    lexicon->m_partedOf[id] = static_cast<std::uint16_t>(lexicon->m_partedVerbs.size());
                }
                lexicon->m_partedVerbs[lexicon->m_partedOf[id] - 1U].push_back(
                    {std::move(phrase), static_cast<std::uint32_t>(lexicon->m_words.size() - 1)});
            }
        }
    }
    lexicon->close(vocabulary.size());
    if (const TomlValue* modifiers = table.table("modifier")) {
        for (const std::string& word : phrasesOf(*modifiers, "filler")) {
            const Phrase phrase = compilePhrase(word, vocabulary);
            const auto id = static_cast<std::size_t>(
                phrase.size() == 1 ? phrase.front().id : vocabulary.addWord(word)); // "'s"
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

void SentimentLexicon::close(std::size_t words)
{
    for (PhraseSet* set : {&m_phrases, &m_pairs, &m_leans})
        set->close();
    m_partedOf.resize(words, 0);
    m_begins.resize(words, 0);
    for (std::size_t id = 0; id < words; ++id) {
        const auto word = static_cast<std::int32_t>(id);
        const auto put = [&](bool begins, Begins what) {
            if (begins)
                m_begins[id] |= what;
        };
        put(m_phrases.begins(word), APhrase);
        put(m_pairs.begins(word), APair);
        put(m_leans.begins(word), ALean);
        put(m_partedOf[id] != 0, APartedVerb);
    }
}

const std::vector<PartedVerb>* SentimentLexicon::partedVerbs(const Token& token) const
{
    for (const std::int32_t id : {token.lemma, token.word}) {
        const auto at = static_cast<std::size_t>(id);
        if (id >= 0 && at < m_partedOf.size() && m_partedOf[at] > 0)
            return &m_partedVerbs[m_partedOf[at] - 1U];
    }
    return nullptr;
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
