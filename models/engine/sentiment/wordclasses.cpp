// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "wordclasses.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace engine {

namespace {

constexpr std::uint32_t MostClasses = 400; // of one text
constexpr std::array<std::string_view, 33> Joining{"%", "(", ")", ",", "-", ":", ";", "?", "after", "against",
    "ahead", "amid", "and", "as", "at", "before", "but", "by", "despite", "for", "from", "in", "into", "not",
    "of", "on", "over", "than", "to", "vs", "while", "with", "|"};

// Most words can be told from those by their size and letters.
constexpr std::size_t lookOf(std::string_view word)
{
    const auto letter = [&](std::size_t at) { return std::size_t{static_cast<unsigned char>(word[at])}; };
    return (letter(0) * 37 + letter(word.size() - 1) * 11 + word.size()) % 512;
}

constexpr std::array<bool, 512> looksOfJoining()
{
    std::array<bool, 512> looks{};
    for (const std::string_view word : Joining)
        looks[lookOf(word)] = true;
    return looks;
}

enum Code : std::uint64_t {
    Begin = 1,
    End = 2,
    Aim = 3,
    Figure = 4,
    OtherName = 5,
    Compared = 7,
    Roles = 16
};

enum Salt : std::uint64_t { Row = 0x1100000000000021ULL, Side = 0x2200000000000023ULL };

struct WordClass {
    std::uint64_t code;
    bool tells; // whether it says something good or bad by itself or of what is beside it
};

bool tells(SentimentRole role)
{
    return role == SentimentRole::Direction || role == SentimentRole::Polar || role == SentimentRole::Pair
        || role == SentimentRole::Event || role == SentimentRole::Contest;
}

class ClassReader final {
public:
    ClassReader(const ClassedText& text, SentimentFeatures& features)
        : m_text(text)
        , m_lower(text.field == base::Field::Title ? text.document.lowerTitle : text.document.lowerBody)
        , m_features(features)
    {
    }

    void read(const Target& target, const Composition& whole)
    {
        std::uint32_t next = 0; // of the marks
        for (std::uint32_t at = m_text.first; at < m_text.last; ++at) {
            const Token& token = m_text.document.tokens[at];
            while (next < whole.markCount && whole.marks[next].first < at)
                ++next;
            const bool marked = next < whole.markCount && whole.marks[next].first == at;
            if (target.found && at == target.first) {
                m_aim = m_count;
                put({Aim, false});
                at = std::max(at + 1, target.last) - 1;
            } else if (marked) {
                put({Roles + phraseClass(whole.marks[next]), tells(whole.marks[next].role)});
                at = whole.marks[next].last - 1;
            } else if (whole.compared.found && at == whole.compared.now) {
                put({Compared + static_cast<std::uint64_t>(whole.compared.order), true});
            } else if (token.is(Number)) {
                put({Figure, false});
            } else if (joins(lower(token))) {
                put({token.hash, false});
            } else if (!m_text.titleCase && token.is(Capitalised) && !token.is(SentenceStart)
                && (m_count == 0 || m_classes[m_count - 1].code != OtherName)) {
                put({OtherName, false});
            }
        }
    }

    void nGrams()
    {
        BucketList& list = m_features.classes;
        list.size = 0;
        const auto count = static_cast<std::int64_t>(m_count);
        for (std::int64_t at = -1; at <= count; ++at) {
            std::uint64_t key = code(at) + Row;
            list.add(sentimentBucket(key));
            for (std::int64_t back = 1; back <= 2 && at - back >= -1; ++back) {
                key = pairKey(key, code(at - back));
                list.add(sentimentBucket(key));
            }
        }
    }

    void sides()
    {
        BucketList& list = m_features.sides;
        list.size = 0;
        if (m_aim >= m_count)
            return;
        const auto aim = static_cast<std::int64_t>(m_aim);
        const auto put = [&](std::uint64_t kind, std::uint64_t key) {
            list.add(sentimentBucket(pairKey(key, kind) + Side));
        };
        const auto run = [&](std::int64_t from, std::int64_t to) {
            std::uint64_t key = 0;
            for (std::int64_t at = from; at <= to; ++at)
                key = at == aim ? key : pairKey(key, code(at));
            return key;
        };
        for (std::int64_t reach = 1; reach <= 3; ++reach) {
            put(static_cast<std::uint64_t>(reach), run(aim - reach, aim));
            put(static_cast<std::uint64_t>(3 + reach), run(aim, aim + reach));
        }
        put(7, run(aim - 1, aim + 1));
        put(8, run(aim - 1, aim + 2));
        put(9, run(aim - 2, aim + 1));
        put(10, run(aim - 2, aim + 2));
        // The nearest on each side that says something, and the way to it.
        std::int64_t left = aim - 1;
        while (left >= 0 && !m_classes[static_cast<std::size_t>(left)].tells)
            --left;
        auto right = aim + 1;
        const auto count = static_cast<std::int64_t>(m_count);
        while (right < count && !m_classes[static_cast<std::size_t>(right)].tells)
            ++right;
        put(11, pairKey(code(left), code(right)));
        put(12, code(left));
        put(13, code(right));
        if (left >= 0)
            put(14, run(left, aim));
        if (right < count)
            put(15, run(aim, right));
        const auto names = [&](std::uint32_t from, std::uint32_t to) {
            return static_cast<std::uint64_t>(std::min<std::ptrdiff_t>(3,
                std::count_if(m_classes.begin() + from, m_classes.begin() + to,
                    [](const WordClass& one) { return one.code == OtherName; })));
        };
        put(16, names(0, m_aim) * 4 + names(m_aim, m_count));
    }

private:
    static bool joins(std::string_view word)
    {
        static constexpr std::array<bool, 512> Looks = looksOfJoining();
        return Looks[lookOf(word)] && std::binary_search(Joining.begin(), Joining.end(), word);
    }

    std::string_view lower(const Token& token) const
    {
        return m_lower.substr(token.begin, token.end - token.begin);
    }

    void put(const WordClass& found)
    {
        if (m_count < MostClasses)
            m_classes[m_count++] = found;
    }

    std::uint64_t code(std::int64_t at) const
    {
        return at < 0 ? std::uint64_t{Begin}
            : at >= static_cast<std::int64_t>(m_count) ? std::uint64_t{End}
                                                       : m_classes[static_cast<std::size_t>(at)].code;
    }

    const ClassedText& m_text;
    std::string_view m_lower;
    SentimentFeatures& m_features;
    std::array<WordClass, MostClasses> m_classes; // only the first `m_count` are set
    std::uint32_t m_count = 0;
    std::uint32_t m_aim = MostClasses; // the target's place
};

} // namespace

void readWordClasses(
    const ClassedText& text, const Target& target, const Composition& whole, SentimentFeatures& features)
{
    ClassReader reader(text, features);
    reader.read(target, whole);
    reader.nGrams();
    features.sides.size = 0;
    if (target.found)
        reader.sides();
}

} // namespace engine
