// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/result.h>
#include <engine/text/phrases.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace engine {

// What a word or phrase does in the composition of a sentence's sentiment.
enum class SentimentRole : std::uint8_t {
    Direction, // value ±1, ±2
    Measure, // value ±1: whether more of it is good
    Polar, // value ±1, ±2 by itself
    Pair, // value ±1: a whole phrase with its sign
    Event, // value 1 good, 2 a place of work, 3 what flows or goes on, -1 bad, -2 a restraint
    Starter, // brings an event; value 1: one that was there before, flows too; 2: only what is bad
    Ender, // value 1: takes any event away; 0: only what is bad; 2: closes a place
    Swing, // value ±1: profit or loss, as what a result was and is
    Idiom, // says nothing, whatever its words would; value 1: but for right after a measure or "was"
    Unchanged, // nothing moved: the clause says nothing
    Negator, // of what follows; value 1: of what stands before ("fell less than feared"); 2: of the whole
             // clause
    Intensifier,
    Diminisher,
    Hedge,
    Expected,
    Split, // a clause begins; value 1: of what is granted ("despite"), 2: of a cause ("as")
    Compare, // "from", "compared with": figures on both sides
    Opinion, // whose view it is
    Lean, // value ±1: asked only where nothing else speaks
    Contest // one gains what another loses; value 1: who stands before gains, 2: so, but who loses comes
            // after "from", "to", "over" alone, 3: who comes next gains before whom comes after "to", -1: who
            // stands before loses, -2: so, and who gains comes after such a word, -3: who comes next loses,
            // -4: who comes next or after "from" loses to whom comes after "to" or "for"
};

struct SentimentWord {
    SentimentRole role = SentimentRole::Polar;
    int value = 0;
    std::string text; // as in the data
    bool alone = false; // a direction that speaks without a measure
    bool transitive = false; // a direction that moves what stands after it
    bool intransitive = false; // one that does so only with "in" or "of"
    bool absolute = false; // one that is good or bad whatever moves: "arrears improved"
    bool comparing = false; // a direction that sets its subject against something: "exceed", "below"
    bool benchmark = false; // a measure that others are set against: "forecast"
};

// A verb that an object may stand inside: what comes after the object.
struct PartedVerb {
    Phrase rest;
    std::uint32_t word = 0; // index in words()
};

// resources/engine/sentiment.toml. Immutable after load; thread-safe.
class SentimentLexicon final {
public:
    static base::Result<std::shared_ptr<const SentimentLexicon>> load(
        const base::ResourceFiles& files, Vocabulary& vocabulary);

    const std::vector<SentimentWord>& words() const { return m_words; }
    const PhraseSet& phrases() const { return m_phrases; } // Hit::phrase is an index in words()
    // Pairs of two words or more alone, which hold with fillers between their words, too ("cut its
    // dividend").
    const PhraseSet& pairs() const { return m_pairs; }
    const PhraseSet& leans() const { return m_leans; } // as phrases(), of those that are asked last
    // What may begin with a token, as Begins, together: with few anything does.
    enum Begins : std::uint8_t { APhrase = 1, APair = 2, ALean = 4, APartedVerb = 8 };
    unsigned begins(const Token& token) const { return begins(token.word) | begins(token.lemma); }
    bool isFiller(const Token& token) const;
    // Those that begin with this word, or none.
    const std::vector<PartedVerb>* partedVerbs(const Token& token) const;
    // "neutral", "mildly negative", …, by the bands of the data; "mixed" when strong parts cancel.
    std::string label(double score, double spread) const;

private:
    void close(std::size_t words);
    unsigned begins(std::int32_t word) const
    {
        const auto at = static_cast<std::size_t>(word);
        return word >= 0 && at < m_begins.size() ? m_begins[at] : 0U;
    }

    std::vector<SentimentWord> m_words;
    PhraseSet m_phrases;
    PhraseSet m_pairs;
    PhraseSet m_leans;
    std::vector<std::uint8_t> m_begins; // by word id
    std::vector<bool> m_fillers; // by id of the word
    std::vector<std::vector<PartedVerb>> m_partedVerbs; // of one verb each
    std::vector<std::uint16_t> m_partedOf; // by word id: 1 + index in m_partedVerbs, 0 for none
    double m_neutral = 0.07;
    double m_mild = 0.30;
    double m_moderate = 0.60;
};

} // namespace engine
