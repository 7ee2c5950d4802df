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
    std::set<std::string_view> slots;
    for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
        const std::string_view name
            = text.substr(open + 1, std::min(text.find('}', open), text.size()) - open - 1);
        if (!name.empty() && name.front() != '@' && name.front() != '#'
            && std::find(std::begin(Own), std::end(Own), name) == std::end(Own))
            slots.insert(name);
    }
    return slots.size();
}

WordingChoice::WordingChoice(const Reading& reading)
    : m_seed(base::hash64(reading.document.body, base::hash64(reading.document.title)))
{
}

std::optional<SaidWording> WordingChoice::choose(const std::vector<const Wording*>& wordings,
    const Slots& slots, const std::string& rule, bool sentence) const
{
    constexpr std::size_t FactWorth = 100; // facts go before slots
    std::vector<SaidWording> best;
    std::size_t most = 0;
    for (const Wording* wording : wordings) {
        const std::size_t score = wording->facts.size() * FactWorth + articleSlotCount(wording->text);
        if (!best.empty() && score < most)
            continue;
        std::optional<std::string> text = realise(wording->text, slots, sentence);
        if (!text)
            continue;
        if (score > most)
            best.clear();
        most = score;
        best.push_back({wording, std::move(*text)});
    }
    if (best.empty())
        return std::nullopt;
    const std::size_t start = base::hash64(rule, m_seed) % best.size();
    for (std::size_t step = 0; step < best.size(); ++step) {
        SaidWording& one = best[(start + step) % best.size()];
        if (!m_openings.contains(openingOf(one.text)))
            return std::move(one);
    }
    return std::move(best[start]);
}

std::optional<std::string> WordingChoice::choose(const std::vector<std::string>& texts, const Slots& slots,
    const std::string& rule, bool sentence) const
{
    std::vector<Wording> wordings;
    for (const std::string& text : texts)
        wordings.push_back({{}, text});
    std::vector<const Wording*> pointers;
    for (const Wording& wording : wordings)
        pointers.push_back(&wording);
    const std::optional<SaidWording> said = choose(pointers, slots, rule, sentence);
    return said ? std::optional<std::string>(said->text) : std::nullopt;
}

void WordingChoice::said(const std::string& sentence)
{
    m_openings.insert(openingOf(sentence));
}

} // namespace engine
