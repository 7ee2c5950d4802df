// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/pack.h>
#include <engine/prose/choice.h>
#include <engine/reading.h>

#include <optional>
#include <string>
#include <vector>

namespace engine {

// The article's own telling words, a short phrase of each of its sentences, to set beside what is concluded.
class Anchors final {
public:
    Anchors(const Pack& pack, const Reading& reading);

    struct Anchor {
        std::string quote; // two to six words in quotation marks
        base::Span span;
    };

    // The phrase that has most to do with what `about` says, of sentences not taken yet: it shares a telling word
    // with it.
    std::optional<Anchor> take(std::string_view about);
    // The phrase that says most of what happened, of sentences not taken yet that tell an event or open the article.
    std::optional<Anchor> takeOfEvent();
    // Says that a sentence that covers any of these spans is quoted already.
    void leaveOut(const std::vector<base::Span>& spans);

private:
    // Words as stories compare them, and how rare each is.
    struct Terms {
        std::vector<std::uint32_t> list;
        std::vector<double> rarity;
        std::uint64_t mark = 0; // a bit for each: texts that share none share no word

        void add(std::uint32_t term, double rare)
        {
            list.push_back(term);
            rarity.push_back(rare);
            mark |= std::uint64_t{1} << (term % 64);
        }
    };

    struct Phrase {
        base::Span span;
        Terms terms;
        double weight = 0; // how rare its words are
        bool figure = false;
    };

    struct Candidate { // a sentence
        std::vector<Phrase> phrases; // in order of text
        Terms terms; // of them all, sorted
        double worth = 0; // how much the article makes of it
        bool taken = false;
    };

    Candidate candidateOf(const TextSentence& sentence) const;
    template <class Score> std::optional<Anchor> takeBest(Score score);
    std::optional<Anchor> quoted(Candidate& candidate, const Phrase& phrase) const;

    const Pack& m_pack;
    const Document& m_document;
    std::vector<Candidate> m_candidates;
};

// Sets the article's words beside what is concluded, and adds them to what it rests on: up to three phrases of what
// happened beside the first sentence, and beside others that quote nothing a phrase that speaks of the same, where
// there is one; at most two of a section.
void anchorAnalysis(const Pack& pack, const Reading& reading, const WordingChoice& choice, base::Analysis& analysis);

} // namespace engine
