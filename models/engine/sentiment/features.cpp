// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "features.h"

#include "figurecues.h"
#include "lettergrams.h"
#include "wordclasses.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace engine {

namespace {

constexpr std::uint32_t MostWords = 400; // of one text
constexpr std::uint32_t NegationReach = 3;
constexpr std::uint32_t LettersAhead = 6; // tokens

// Kinds of features: the same words mean different things in each.
enum Salt : std::uint64_t {
    Unigram = 0x1000000000000001ULL,
    Bigram = 0x2000000000000003ULL,
    Trigram = 0x3000000000000005ULL,
    Negated = 0x4000000000000007ULL,
    Before = 0x5000000000000009ULL,
    After = 0x600000000000000BULL,
    InClause = 0x700000000000000DULL,
    Near = 0x800000000000000FULL,
    PairBefore = 0x9000000000000011ULL,
    PairAfter = 0xA000000000000013ULL,
    Beside = 0xB000000000000015ULL,
    Crossed = 0xC000000000000017ULL,
    Named = 0xE00000000000001BULL,
    Placed = 0xF00000000000001DULL,
    InPost = 0x100000000000001FULL,
    Turning = 0x3300000000000025ULL,
    Compared = 0x5500000000000029ULL,
    BesideClass = 0x4400000000000027ULL
};

bool isNegator(std::string_view word)
{
    if (word.back() != 't' && word.front() != 'n' && word.front() != 'w')
        return false; // nearly all words
    return word == "not" || word == "no" || word == "never" || word == "without" || word == "cannot"
        || word.ends_with("n't") || word.ends_with("n\u2019t") || word == "nor" || word == "neither";
}

struct Word {
    std::uint64_t surface;
    std::uint64_t stem;
    std::uint32_t token;
};

class FeatureReader final {
public:
    FeatureReader(const Document& document, base::Field field, const Composition::Compared& compared,
        SentimentFeatures& features)
        : m_document(document)
        , m_compared(compared)
        , m_lower(field == base::Field::Title ? document.lowerTitle : document.lowerBody)
        , m_features(features)
    {
    }

    void read(std::uint32_t first, std::uint32_t last, const Target& target)
    {
        m_features.words.size = 0;
        m_features.letters.size = 0;
        m_features.letters.known = {};
        m_features.around.size = 0;
        m_features.name.size = 0;
        m_features.place.size = 0;
        m_features.aimed = target.found;
        countForms(first, last);
        readWords(first, last, target);
        nGrams();
        if (!target.found)
            return;
        aroundTarget(target);
        nameOfTarget(target);
        placeOfTarget(first, last, target);
    }

    bool titleCase() const { return m_titleCase; }

    // Each word with the sign the rules find: what may turn it, or make it stand.
    void besideSign(double value)
    {
        BucketList& list = m_features.turns;
        list.size = 0;
        if (std::abs(value) < 0.05)
            return;
        const std::uint64_t sign = Turning + (value > 0 ? 1 : 2);
        for (std::uint32_t at = 0; at < m_count; ++at)
            list.add(sentimentBucket(m_words[at].stem * 3 + sign));
    }

    // Each word around two compared figures, with which of them is the larger: what more of it is good or
    // bad.
    void besideFigures()
    {
        constexpr std::uint32_t Before = 16; // tokens
        constexpr std::uint32_t Behind = 8;
        BucketList& list = m_features.figures;
        list.size = 0;
        if (!m_compared.found)
            return;
        const std::uint64_t code = Compared + static_cast<std::uint64_t>(m_compared.order + 1);
        const auto [first, last] = std::minmax(m_compared.now, m_compared.then);
        list.add(sentimentBucket(code * 11));
        list.add(sentimentBucket(code * 13 + (m_compared.forecast ? 1 : 0)));
        for (std::uint32_t at = 0; at < m_count; ++at) {
            const Word& word = m_words[at];
            if (word.token + Before >= first && word.token <= last + Behind && word.token != m_compared.now
                && word.token != m_compared.then)
                list.add(sentimentBucket(word.stem * 5 + code));
        }
    }

    // Each word near a phrase the rules know, with what they take that for, and such phrases two by two:
    // words they do not know are learned by what they do to the known.
    void besideMarks(const Composition& whole)
    {
        constexpr std::uint32_t Reach = 6; // tokens
        BucketList& list = m_features.beside;
        list.size = 0;
        std::uint32_t begin = 0;
        for (std::uint32_t mark = 0; mark < whole.markCount; ++mark) {
            const Composition::Mark& known = whole.marks[mark];
            const std::uint64_t code = phraseClass(known);
            for (std::uint32_t before = 0; before < mark; ++before)
                list.add(sentimentBucket(pairKey(phraseClass(whole.marks[before]), code) * 5 + BesideClass));
            while (begin < m_count && m_words[begin].token + Reach < known.first)
                ++begin;
            for (std::uint32_t at = begin; at < m_count && m_words[at].token < known.last + Reach; ++at) {
                const Word& word = m_words[at];
                if (word.token >= known.first && word.token < known.last)
                    continue;
                list.add(sentimentBucket(
                    pairKey(word.stem, code * 2 + (word.token < known.first ? 0 : 1)) + BesideClass));
            }
        }
    }

    // What the rules find nearest to the target on each side, alone and with the words beside the target.
    void crossTarget(const Composition& whole, const Target& target)
    {
        m_left = {};
        m_right = {};
        for (std::uint32_t at = 0; at < whole.saidCount; ++at) {
            const Composition::Said& said = whole.said[at];
            const bool before = said.token < target.first;
            Nearest& side = before ? m_left : m_right;
            const std::uint32_t distance = before ? target.first - said.token
                : said.token < target.last        ? 0
                                                  : said.token - target.last + 1;
            const bool inClause = said.token >= target.clauseFirst && said.token < target.clauseLast;
            if (side.value != 0 && (side.distance <= distance || (side.inClause && !inClause)))
                continue;
            side = {said.value, distance, inClause};
        }
        const auto code = [](const Nearest& side) -> std::uint64_t {
            if (side.value == 0)
                return 0;
            return (side.value > 0 ? 1U : 2U) + (side.inClause ? 2U : 0U);
        };
        const std::uint64_t signs = code(m_left) * 8 + code(m_right);
        const auto near = [](const Nearest& side) -> std::uint64_t {
            return side.distance <= 2 ? 1 : side.distance <= 5 ? 2 : 3;
        };
        const auto cross
            = [&](std::uint64_t key) { m_features.around.add(sentimentBucket(key * 64 + signs + Crossed)); };
        cross(1);
        cross(2 + near(m_left) * 4 + near(m_right));
        cross(32 + (target.clauseFirst > 0 ? 1U : 0U) * 2 + (m_center + 1 < m_count ? 1U : 0U));
        if (m_center > 0)
            cross(m_words[m_center - 1].stem * 7 + 101);
        if (m_center + 1 < m_count)
            cross(m_words[m_center + 1].stem * 7 + 103);
        if (m_center > 1)
            cross(m_words[m_center - 2].stem * 7 + 105);
        if (m_center + 2 < m_count)
            cross(m_words[m_center + 2].stem * 7 + 107);
    }

    void readDense(const Compositions& said, const Target& target, std::uint32_t first, std::uint32_t last)
    {
        const Composition& whole = said.whole;
        const Composition& clause = said.clause;
        auto& dense = m_features.dense;
        dense.fill(0);
        const auto limited = [](double value, double most) {
            return static_cast<float>(std::clamp(value, -most, most) / most);
        };
        const auto flag = [](bool value) { return value ? 1.0F : 0.0F; };
        const float sign = whole.value > 0.05 ? 1.0F : whole.value < -0.05 ? -1.0F : 0.0F;
        std::size_t at = 0;
        const auto put = [&](float value) { dense[at++] = value; };
        put(1);
        put(limited(whole.value, 1));
        put(limited(whole.value, 3));
        put(std::abs(limited(whole.value, 1)));
        put(flag(whole.positive > 0 && whole.negative == 0));
        put(flag(whole.negative > 0 && whole.positive == 0));
        put(flag(whole.positive > 0 && whole.negative > 0));
        put(flag(whole.parts() == 0));
        put(static_cast<float>(whole.first));
        put(static_cast<float>(whole.last));
        put(limited(whole.strongest, 2));
        put(limited(whole.bound, 1.6));
        put(std::abs(limited(whole.bound, 1.6)));
        put(limited(whole.polar, 1.6));
        put(std::abs(limited(whole.polar, 1.6)));
        put(limited(whole.figures, 0.8));
        put(std::abs(limited(whole.figures, 0.8)));
        put(limited(whole.alone, 1));
        put(std::abs(limited(whole.alone, 1)));
        put(flag(whole.negated));
        put(flag(whole.negated) * sign);
        put(flag(whole.hedged));
        put(flag(whole.hedged) * sign);
        put(flag(whole.expected));
        put(flag(whole.expected) * sign);
        put(flag(whole.opinion));
        put(flag(m_question));
        put(static_cast<float>(std::min(last - first, 40U)) / 40.0F);
        put(flag(m_percent));
        put(flag(m_money));
        put(flag(m_numbers > 0));
        put(flag(m_percent) * sign);
        put(flag(m_money) * sign);
        const bool brief = last - first <= 8;
        put(flag(brief));
        put(flag(brief && whole.parts() == 0));
        put(flag(brief) * sign);
        put(limited(whole.lean, 2));
        put(static_cast<float>(whole.lean > 0 ? 1 : whole.lean < 0 ? -1 : 0));
        put(flag(whole.lean != 0));
        put(static_cast<float>(m_compared.order));
        put(flag(m_compared.found && m_compared.order == 0));
        put(m_compared.forecast ? static_cast<float>(m_compared.order) : 0.0F);
        if (!target.found)
            return;
        put(limited(clause.value, 1));
        put(limited(clause.value, 3));
        put(std::abs(limited(clause.value, 1)));
        put(flag(clause.parts() == 0));
        put(static_cast<float>(clause.first));
        put(static_cast<float>(clause.last));
        put(limited(clause.bound, 1.6));
        put(limited(clause.polar, 1.6));
        put(limited(clause.alone, 1));
        put(limited(whole.value - clause.value, 1.5));
        put(flag(target.first == first));
        put(flag(target.clauseFirst > first));
        put(limited(said.left.value, 1));
        put(limited(said.right.value, 1));
        for (const Nearest& side : {m_left, m_right}) {
            const float lean = side.value > 0 ? 1.0F : side.value < 0 ? -1.0F : 0.0F;
            put(lean);
            put(side.inClause ? lean : 0.0F);
            put(lean / static_cast<float>(1 + side.distance));
            put(side.distance <= 2 ? lean : 0.0F);
        }
        put(limited(clause.lean, 2));
    }

private:
    std::string_view lower(std::uint32_t at) const
    {
        const Token& token = m_document.tokens[at];
        return m_lower.substr(token.begin, token.end - token.begin);
    }

    // Whether names can be told by their capitals, and the register.
    void countForms(std::uint32_t first, std::uint32_t last)
    {
        std::uint32_t words = 0;
        std::uint32_t capitals = 0;
        bool link = false;
        for (std::uint32_t at = first; at < last; ++at) {
            const Token& token = m_document.tokens[at];
            if (token.is(Punctuation)) {
                const std::string_view sign = lower(at);
                m_question = m_question || sign == "?";
                m_percent = m_percent || sign == "%";
                m_money = m_money || sign == "$" || sign == "\u20AC" || sign == "\u00A3";
                link = link || (isTicker(at, last) || (sign == "#" && at + 1 < last));
                continue;
            }
            if (token.is(Number)) {
                ++m_numbers;
                continue;
            }
            const std::string_view word = lower(at);
            const char initial = word.front(); // most words begin with none of these
            link = link || (initial == 'h' && (word == "https" || word == "http"));
            m_percent = m_percent || (initial == 'p' && (word == "pct" || word == "percent"));
            m_money = m_money || (initial == 'e' && (word == "eur" || word == "euro" || word == "euros"))
                || (initial == 'u' && word == "usd");
            ++words;
            capitals += token.is(Capitalised) ? 1 : 0;
        }
        m_titleCase = capitals * 10 > words * 6;
        const bool stops = last > first && (lower(last - 1) == "." || lower(last - 1) == "\"");
        m_features.kind = link                       ? Register::Post
            : stops || (words >= 22 && !m_titleCase) ? Register::Prose
                                                     : Register::Headline;
    }

    bool isTicker(std::uint32_t at, std::uint32_t last) const
    {
        return lower(at) == "$" && at + 1 < last && m_document.tokens[at + 1].is(Capitalised)
            && m_document.tokens[at + 1].begin == m_document.tokens[at].end;
    }

    void put(std::uint32_t token, std::uint64_t surface, std::uint64_t stem)
    {
        if (m_count < MostWords)
            m_words[m_count++] = {surface, stem, token};
    }

    void readWords(std::uint32_t first, std::uint32_t last, const Target& target)
    {
        constexpr std::uint64_t AnyNumber = 11;
        constexpr std::uint64_t Year = 12;
        constexpr std::uint64_t Name = 13;
        constexpr std::uint64_t Ticker = 14;
        constexpr std::uint64_t TheTarget = 15;
        constexpr std::uint64_t More = 16; // and two further: less, the same
        for (std::uint32_t at = first; at < last; ++at) {
            const Token& token = m_document.tokens[at];
            const std::string_view word = lower(at);
            expectLetters(at + LettersAhead);
            if (target.found && at == target.first) {
                put(at, TheTarget, TheTarget);
                at = std::max(at, target.last - 1);
                continue;
            }
            if (m_compared.found && at == m_compared.now) {
                const std::uint64_t code = More + static_cast<std::uint64_t>(m_compared.order + 1);
                put(at, code, code);
            } else if (token.is(Number)) {
                const std::uint64_t code = isYear(word) ? Year : AnyNumber;
                put(at, code, code);
            } else if (token.is(Punctuation)) {
                if (isTicker(at, last)) {
                    put(at, Ticker, Ticker);
                    ++at;
                } else if (word != "." && word != "," && word != "/" && word != "\"" && word != "'") {
                    const std::uint64_t code = token.hash;
                    put(at, code, code);
                }
            } else if (word == "https" || word == "http") {
                // An address goes on to the next space.
                while (at + 1 < last && m_document.tokens[at + 1].begin == m_document.tokens[at].end)
                    ++at;
            } else if (!m_titleCase && token.is(Capitalised) && !token.is(SentenceStart) && word != "eur"
                && word != "mn" && word != "eps" && word != "ceo") {
                put(at, Name, Name);
            } else {
                const std::string_view stem = stemOf(word);
                const std::uint64_t hash = stem.size() == word.size() ? token.hash : wordHash(stem);
                put(at, token.hash, hash);
                letterGrams(word, token.word);
            }
        }
    }

    void expectLetters(std::uint32_t at) const
    {
        if (at >= m_document.tokens.size())
            return;
        const std::int32_t id = m_document.tokens[at].word;
        if (id >= 0 && static_cast<std::size_t>(id) < m_features.knownLetters.size())
            __builtin_prefetch(&m_features.knownLetters[static_cast<std::size_t>(id)]);
    }

    // What the letters of a word weigh is known of the words the pack knows, and read of all others.
    void letterGrams(std::string_view word, std::int32_t id)
    {
        if (word.size() < FewestLetters || word.size() > MostLetters)
            return;
        BucketList& letters = m_features.letters;
        if (letters.size + letters.known.size + lettersOf(word) > letters.buckets.size())
            return;
        if (id >= 0 && static_cast<std::size_t>(id) < m_features.knownLetters.size()) {
            letters.known.add(m_features.knownLetters[static_cast<std::size_t>(id)]);
            return;
        }
        eachLetterBucket(word, [&](std::uint32_t bucket) { letters.add(bucket); });
    }

    void nGrams()
    {
        std::uint32_t negatedUntil = 0;
        for (std::uint32_t at = 0; at < m_count; ++at) {
            const Word& word = m_words[at];
            m_features.words.add(sentimentBucket(word.surface * 3 + Unigram));
            if (at < negatedUntil)
                m_features.words.add(sentimentBucket(word.stem * 3 + Negated));
            if (at >= 1)
                m_features.words.add(sentimentBucket(pairOf(m_words[at - 1], word) + Bigram));
            if (at >= 2)
                m_features.words.add(
                    sentimentBucket((pairOf(m_words[at - 2], m_words[at - 1]) * 31 + word.stem) + Trigram));
            if (m_features.kind == Register::Post) { // what words mean there, besides what they mean anywhere
                m_features.words.add(sentimentBucket(word.stem * 3 + InPost));
                if (at >= 1)
                    m_features.words.add(sentimentBucket(pairOf(m_words[at - 1], word) + InPost));
            }
            if (isNegator(lower(word.token)))
                negatedUntil = at + 1 + NegationReach;
        }
    }

    static std::uint64_t pairOf(const Word& left, const Word& right)
    {
        return pairKey(left.stem, right.stem);
    }

    void aroundTarget(const Target& target)
    {
        std::uint32_t& center = m_center;
        while (center < m_count && m_words[center].token < target.first)
            ++center;
        for (std::uint32_t at = 0; at < m_count; ++at) {
            if (at == center)
                continue;
            const Word& word = m_words[at];
            const bool before = at < center;
            const std::uint32_t distance = before ? center - at : at - center;
            const std::uint64_t side = before ? 1 : 2;
            m_features.around.add(sentimentBucket(word.stem * 3 + (before ? Before : After)));
            if (distance <= 2)
                m_features.around.add(sentimentBucket((word.stem * 3 + side) * 7 + Beside));
            if (distance <= 5)
                m_features.around.add(sentimentBucket((word.stem * 3 + side) * 7 + Near));
            if (at > 0 && at - 1 != center && distance <= 6)
                m_features.around.add(
                    sentimentBucket(pairOf(m_words[at - 1], word) + (before ? PairBefore : PairAfter)));
            if (word.token >= target.clauseFirst && word.token < target.clauseLast)
                m_features.around.add(sentimentBucket(word.stem * 3 + InClause + side));
        }
    }

    void nameOfTarget(const Target& target)
    {
        BucketList& name = m_features.name;
        const std::uint32_t begin = m_document.tokens[target.first].begin;
        const std::string_view whole
            = m_lower.substr(begin, m_document.tokens[target.last - 1].end - begin);
        name.add(sentimentBucket(wordHash(whole) * 3 + Named));
        for (std::uint32_t at = target.first; at < target.last; ++at)
            name.add(sentimentBucket(m_document.tokens[at].hash * 3 + 1 + Named));
        eachLetterGram(
            whole, [&](std::uint64_t four) { name.add(sentimentBucket(four * 3 + 2 + Named)); }, [](std::uint64_t) {});
    }

    void placeOfTarget(std::uint32_t first, std::uint32_t last, const Target& target)
    {
        constexpr std::uint64_t Outside = 17;
        const auto word = [&](std::uint32_t at) {
            return at >= first && at < last ? m_document.tokens[at].hash : Outside;
        };
        const auto put = [&](std::uint64_t kind, std::uint64_t key) {
            m_features.place.add(sentimentBucket(pairKey(key, kind) + Placed));
        };
        const std::uint64_t before = word(target.first - 1);
        const std::uint64_t after = word(target.last);
        put(1, target.first == first ? 1 : 0);
        put(2, target.last == last ? 1 : 0);
        put(3, before);
        put(4, after);
        put(5, pairKey(before, after));
        put(6, pairKey(word(target.first - 2), before));
        put(7, pairKey(after, word(target.last + 1)));
        std::uint32_t colon = last;
        while (colon > first && lower(colon - 1) != ":")
            --colon;
        if (colon > first) {
            const bool behind = target.first >= colon;
            put(8, behind ? 1 : 0);
            if (behind) {
                put(9, target.last == last ? 1 : 0);
                put(10, before);
            }
        }
        const std::uint64_t left = word(target.clauseFirst - 1);
        const std::uint64_t right = word(target.clauseLast);
        put(11, left);
        put(12, right);
        put(13, pairKey(left, right));
    }

    // A part of what the rules say, seen from the target.
    struct Nearest {
        float value = 0;
        std::uint32_t distance = 0; // tokens
        bool inClause = false;
    };

    const Document& m_document;
    const Composition::Compared& m_compared;
    std::string_view m_lower;
    SentimentFeatures& m_features;
    std::array<Word, MostWords> m_words; // only the first `m_count` are set
    std::uint32_t m_count = 0;
    std::uint32_t m_center = 0; // the target's word
    Nearest m_left;
    Nearest m_right;
    std::uint32_t m_numbers = 0;
    bool m_titleCase = false;
    bool m_question = false;
    bool m_percent = false;
    bool m_money = false;
};

} // namespace

void readFeatures(const Document& document, base::Field field, std::uint32_t first, std::uint32_t last,
    const Target& target, const Compositions& said, SentimentFeatures& features)
{
    FeatureReader reader(document, field, said.whole.compared, features);
    reader.read(first, last, target);
    reader.besideMarks(said.whole);
    reader.besideFigures();
    reader.besideSign(target.found ? said.clause.value : said.whole.value);
    const ClassedText text{document, field, first, last, reader.titleCase()};
    readWordClasses(text, target, said.whole, features);
    readNetworkText(text, target, said.whole, features.network);
    if (target.found)
        reader.crossTarget(said.whole, target);
    features.mixed = said.whole.positive > 0 && said.whole.negative > 0;
    reader.readDense(said, target, first, last);
}

} // namespace engine
