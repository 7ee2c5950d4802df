// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "figurecues.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace engine {

namespace {

using namespace sureness;

// This and the lists below in order of their words.
constexpr FigureCue Cues[] = {
    {"acquired", Weak, 0},
    {"advertised", Weak, Weak, true},
    {"after", Clear, 0},
    {"against", Strong, 0},
    {"ago", Clear, Clear},
    {"allowance", Weak, 0},
    {"allows", Later, 0, true},
    {"analysts", Clear, Weak, true},
    {"announced", 0, Weak},
    {"average", Later, Weak},
    {"back", 0, Clear},
    {"before", Later, Clear},
    {"began", Weak, 0},
    {"beginning", 0, Weak},
    {"begun", Weak, 0},
    {"benchmark", Later, 0},
    {"book", Later, 0},
    {"borrowed", Weak, 0},
    {"bought", Weak, 0},
    {"braced", Clear, 0, true},
    {"break-even", Weak, 0},
    {"brokers", Clear, Weak, true},
    {"budget", Clear, Weak, true},
    {"budgeted", Clear, Clear, true},
    {"comparable", Clear, Clear},
    {"compare", Strong, 0},
    {"compared", Strong, 0},
    {"compares", Strong, 0},
    {"comparison", Weak, Clear},
    {"consensus", Clear, Clear, true},
    {"cost", Later, 0},
    {"costs", Later, 0},
    {"counted", Clear, 0, true},
    {"covenant", Clear, Weak, true},
    {"currently", Now, Now},
    {"demands", Later, 0, true},
    {"earlier", Weak, Clear},
    {"economists", Clear, Weak, true},
    {"est", Clear, Clear, true},
    {"estimate", Clear, Clear, true},
    {"estimated", 0, Clear, true},
    {"estimates", Clear, Clear, true},
    {"exp", Clear, Clear, true},
    {"expectation", Weak, Clear, true},
    {"expectations", Weak, Clear, true},
    {"expected", Clear, Clear, true},
    {"feared", Clear, Clear, true},
    {"following", Clear, 0},
    {"follows", Clear, 0},
    {"forecast", Clear, Clear, true},
    {"forecasts", Clear, Clear, true},
    {"foresaw", Clear, Clear, true},
    {"foreseen", Clear, Clear, true},
    {"from", Strong, 0},
    {"goal", Clear, Weak, true},
    {"guaranteed", Clear, Clear, true},
    {"guidance", Weak, Weak, true},
    {"guided", Weak, 0, true},
    {"had", Later, 0},
    {"having", Clear, 0},
    {"hoped", Clear, Clear, true},
    {"industry", Later, 0},
    {"instead", Strong, 0},
    {"last", Later, Weak},
    {"latest", Now, Now},
    {"limit", Later, Weak, true},
    {"longer", Later, 0},
    {"market", Later, 0},
    {"needed", Weak, 0, true},
    {"needs", Weak, 0},
    {"norm", Clear, Clear},
    {"normal", Clear, Clear},
    {"now", 2 * Now, 2 * Now},
    {"old", Later, 0},
    {"older", Later, 0},
    {"once", Clear, Weak},
    {"opened", Weak, 0},
    {"opening", Weak, 0},
    {"originally", Clear, Clear, true},
    {"paid", Weak, 0},
    {"pays", Weak, 0},
    {"peers", Later, Weak},
    {"pencilled", Clear, Clear, true},
    {"permits", Later, 0, true},
    {"placebo", Later, Later},
    {"plan", Clear, Weak, true},
    {"planned", Clear, Clear, true},
    {"poll", Clear, Clear, true},
    {"preceding", Clear, Clear},
    {"predicted", Clear, Clear, true},
    {"previous", Clear, Clear},
    {"previously", Clear, Clear},
    {"priced", Weak, 0},
    {"prior", Clear, Clear},
    {"projected", Clear, Clear, true},
    {"promised", Clear, Clear, true},
    {"rather", Strong, 0},
    {"reckoned", Clear, Clear, true},
    {"replaces", Clear, 0},
    {"replacing", Clear, 0},
    {"required", Later, Weak, true},
    {"rival", Later, 0},
    {"rivals", Later, 0},
    {"saw", Clear, 0, true},
    {"scheduled", Clear, Clear, true},
    {"seen", Later, 0, true},
    {"specification", Later, 0, true},
    {"spent", Weak, 0},
    {"standard", Later, Weak, true},
    {"start", 0, Weak},
    {"street", Weak, Weak, true},
    {"target", Clear, Clear, true},
    {"targeted", Clear, Clear, true},
    {"than", Later, 0},
    {"then", Weak, Clear},
    {"this", Now, Now},
    {"thought", Clear, 0, true},
    {"today", Now, Now},
    {"traders", Clear, 0, true},
    {"used", Clear, Weak},
    {"v", Strong, 0},
    {"versus", Strong, 0},
    {"vs", Strong, 0},
    {"wanted", Clear, Clear, true},
    {"when", Later, 0},
    {"where", Later, 0},
    {"whereas", Later, 0},
    {"year-ago", Clear, Clear},
    {"yesterday", Clear, Clear},
};

// Most words can be told from those by their size and letters.
constexpr std::size_t lookOf(std::string_view word)
{
    const auto letter = [&](std::size_t at) { return std::size_t{static_cast<unsigned char>(word[at])}; };
    return (letter(0) * 37 + letter(word.size() / 2) * 11 + word.size()) % 1024;
}

constexpr std::array<bool, 1024> looksOfCues()
{
    std::array<bool, 1024> looks{};
    for (const FigureCue& cue : Cues)
        looks[lookOf(cue.word)] = true;
    return looks;
}

constexpr std::string_view Falls[] = {"contracted", "contraction", "decline", "declined", "declines",
    "decrease", "decreased", "down", "drop", "dropped", "drops", "fall", "fallen", "falling", "falls", "fell",
    "lost", "lower", "plunged", "shed", "shrank", "shrink", "shrinks", "shrunk", "slid", "slide", "slipped",
    "slump", "slumped", "tumbled"};

constexpr std::string_view Rises[] = {"added", "climbed", "gain", "gained", "grew", "growth", "higher",
    "increase", "increased", "rise", "rises", "rising", "rose", "up"};

constexpr std::string_view Passing[] = {"beat", "beating", "exactly", "exceeded", "exceeding", "matched",
    "matching", "missed", "missing", "surpassed", "surpassing", "topped", "topping"};

constexpr std::string_view Beside[] = {"above", "below", "beyond", "over", "under"};

constexpr std::string_view Naming[] = {"article", "basel", "chapter", "day", "line", "no", "no.", "number",
    "page", "part", "phase", "platform", "section", "stage", "tier", "version", "week"};

constexpr std::string_view Period[] = {"each", "every", "first", "last", "next", "past", "previous", "the"};

constexpr std::string_view Shares[] = {"each", "every", "in", "its", "of", "out", "the", "their"};

constexpr std::string_view Function[] = {"a", "after", "against", "ago", "an", "and", "as", "at", "before",
    "but", "by", "compared", "consensus", "expected", "for", "forecast", "from", "had", "in", "instead",
    "last", "now", "on", "per", "planned", "rather", "seen", "the", "then", "this", "to", "versus", "vs",
    "was", "were", "when", "where", "while", "with"};

constexpr std::string_view Months[] = {"january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december"};

template <std::size_t Size> bool isOneOf(const std::string_view (&words)[Size], std::string_view word)
{
    return std::binary_search(std::begin(words), std::end(words), word);
}

// They are searched by their order.
template <std::size_t Size> constexpr bool inOrder(const std::string_view (&words)[Size])
{
    return std::is_sorted(std::begin(words), std::end(words));
}
static_assert(inOrder(Falls) && inOrder(Rises) && inOrder(Passing) && inOrder(Beside) && inOrder(Naming)
    && inOrder(Period) && inOrder(Shares) && inOrder(Function));
static_assert(std::is_sorted(std::begin(Cues), std::end(Cues),
    [](const FigureCue& a, const FigureCue& b) { return a.word < b.word; }));

} // namespace

const FigureCue* figureCue(std::string_view word)
{
    static constexpr std::array<bool, 1024> Looks = looksOfCues();
    if (word.empty() || !Looks[lookOf(word)])
        return nullptr;
    const FigureCue* found = std::lower_bound(std::begin(Cues), std::end(Cues), word,
        [](const FigureCue& cue, std::string_view text) { return cue.word < text; });
    return found != std::end(Cues) && found->word == word ? found : nullptr;
}

int monthOf(std::string_view word)
{
    if (const std::size_t hyphen = word.rfind('-'); hyphen != std::string_view::npos)
        word.remove_prefix(hyphen + 1);
    if (word == "sept")
        return 9;
    for (int month = 1; month <= 12; ++month) {
        const std::string_view whole = Months[month - 1];
        if (word == whole || (word.size() == 3 && whole.starts_with(word)))
            return month;
    }
    return 0;
}

bool isYear(std::string_view text)
{
    return text.size() == 4 && (text.starts_with("19") || text.starts_with("20"))
        && text.find_first_of(".,") == std::string_view::npos; // "20.1" is none
}

int multipleOf(std::string_view word)
{
    if (word.empty() || (word.front() != 't' && word.front() != 'h' && word.front() != 'd'))
        return 0; // most words
    return word == "half"                                                                                ? -1
        : word == "twice" || word == "double" || word == "triple" || word == "treble" || word == "times" ? 1
                                                                                                         : 0;
}

bool tellsSequence(std::string_view word)
{
    constexpr std::string_view Standing[] = {"being", "closing", "having", "opening", "standing", "starting"};
    return word.ends_with("ing") && !isOneOf(Standing, word);
}

bool makesFall(std::string_view word) { return isOneOf(Falls, word); }
bool makesRise(std::string_view word) { return isOneOf(Rises, word); }
bool passes(std::string_view word) { return isOneOf(Passing, word); }
bool standsBeside(std::string_view word) { return isOneOf(Beside, word); }
bool namesNumber(std::string_view word) { return isOneOf(Naming, word); }
bool tellsPeriod(std::string_view word) { return isOneOf(Period, word); }
bool isShareWord(std::string_view word) { return isOneOf(Shares, word); }
bool isFunctionWord(std::string_view word) { return isOneOf(Function, word); }

} // namespace engine
