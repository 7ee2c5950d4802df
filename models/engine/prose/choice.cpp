// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "choice.h"

#include <base/strings.h>

#include <algorithm>

namespace engine {

namespace {

std::string openingOf(std::string_view sentence)
{
    std::size_t end = sentence.find(' ');
    end = end == std::string_view::npos ? sentence.size() : sentence.find(' ', end + 1);
    return base::lowerAscii(sentence.substr(0, std::min(end, sentence.size())));
}

} // namespace

std::size_t articleSlotCount(std::string_view text)
{
    constexpr std::string_view Own[] = {"will", "up", "down", "more", "node", "mechanism"};
    std::vector<std::string_view> slots;
    for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
        const std::string_view name
            = text.substr(open + 1, std::min(text.find('}', open), text.size()) - open - 1);
        if (!name.empty() && name.front() != '@' && name.front() != '#'
            && std::find(std::begin(Own), std::end(Own), name) == std::end(Own)
            && std::find(slots.begin(), slots.end(), name) == slots.end())
            slots.push_back(name);
    }
    return slots.size();
}

WordingChoice::WordingChoice(const Reading& reading)
    : m_seed(base::hash64(reading.document.body, base::hash64(reading.document.title)))
{
}

// The most telling of the texts that can be said, and how many facts each has; only the one taken is made.
template <class Texts, class TextOf, class FactsOf>
std::optional<std::pair<std::size_t, std::string>> WordingChoice::chosen(const Texts& texts, TextOf textOf,
    FactsOf factsOf, const Slots& slots, const std::string& rule, bool sentence) const
{
    constexpr std::size_t FactWorth = 100; // facts go before slots
    std::vector<std::size_t> best;
    std::size_t most = 0;
    for (std::size_t at = 0; at < texts.size(); ++at) {
        const std::size_t score = factsOf(texts[at]) * FactWorth + articleSlotCount(textOf(texts[at]));
        if ((!best.empty() && score < most) || !isRealisable(textOf(texts[at]), slots))
            continue;
        if (score > most)
            best.clear();
        most = score;
        best.push_back(at);
    }
    if (best.empty())
        return std::nullopt;
    const std::size_t start = base::hash64(rule, m_seed) % best.size();
    std::optional<std::string> first;
    for (std::size_t step = 0; step < best.size(); ++step) {
        const std::size_t at = best[(start + step) % best.size()];
        std::optional<std::string> text = realise(textOf(texts[at]), slots, sentence);
        if (!m_openings.contains(openingOf(*text)))
            return std::pair{at, std::move(*text)};
        if (step == 0)
            first = std::move(text);
    }
    return std::pair{best[start], std::move(*first)};
}

std::optional<SaidWording> WordingChoice::choose(const std::vector<const Wording*>& wordings,
    const Slots& slots, const std::string& rule, bool sentence) const
{
    auto one = chosen(
        wordings, [](const Wording* wording) -> const std::string& { return wording->text; },
        [](const Wording* wording) { return wording->facts.size(); }, slots, rule, sentence);
    if (!one)
        return std::nullopt;
    return SaidWording{wordings[one->first], std::move(one->second)};
}

std::optional<std::string> WordingChoice::choose(const std::vector<std::string>& texts, const Slots& slots,
    const std::string& rule, bool sentence) const
{
    auto one = chosen(
        texts, [](const std::string& text) -> const std::string& { return text; },
        [](const std::string&) { return std::size_t{0}; }, slots, rule, sentence);
    if (!one)
        return std::nullopt;
    return std::move(one->second);
}

void WordingChoice::said(const std::string& sentence)
{
    m_openings.insert(openingOf(sentence));
}

} // namespace engine
