// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "ideas.h"

#include <base/strings.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace engine {

namespace {

constexpr std::size_t MaxIdeas = 5;
constexpr int MaxOfKind = 2;

// A leg's direction: +1 long, −1 short, 0 neither.
int direction(const base::Leg& leg)
{
    if (leg.side == "long" || leg.side == "buy")
        return 1;
    return leg.side == "short" || leg.side == "sell" ? -1 : 0; // a hedge is smaller and may oppose
}

bool contradicts(const base::Decision& a, const base::Decision& b)
{
    if (a.kind == "hedge" || b.kind == "hedge")
        return false;
    for (const base::Leg& left : a.legs) {
        for (const base::Leg& right : b.legs) {
            const bool same = left.name == right.name
                || (!left.instrument.empty() && left.instrument == right.instrument);
            if (same && direction(left) * direction(right) < 0)
                return true;
        }
    }
    return false;
}

// The same trade twice is one trade, whatever event each came from.
bool repeats(const base::Decision& a, const base::Decision& b)
{
    return a.kind == b.kind
        && std::equal(a.legs.begin(), a.legs.end(), b.legs.begin(), b.legs.end(),
            [](const base::Leg& left, const base::Leg& right) {
                return left.side == right.side && left.name == right.name;
            });
}

bool complete(const base::Decision& idea)
{
    const bool nameless = std::any_of(
        idea.legs.begin(), idea.legs.end(), [](const base::Leg& leg) { return leg.name.empty(); });
    if (nameless || contradicts(idea, idea)) // one name on both sides
        return false;
    const bool pair = idea.kind == "pair" || idea.kind == "long_short";
    return !idea.legs.empty() && (!pair || idea.legs.size() >= 2) && !idea.entry.empty()
        && !idea.invalidation.empty() && !idea.risk.empty() && idea.horizon.maxDays > 0;
}

std::string legNames(const base::Decision& decision, int wanted)
{
    std::vector<std::string> names;
    for (const base::Leg& leg : decision.legs) {
        const bool fits = wanted == 0 ? leg.side == "hedge" : direction(leg) == wanted;
        if (fits)
            names.push_back(leg.instrument.empty() ? leg.name : leg.name + " (" + leg.instrument + ")");
    }
    return base::join(names, " and ");
}

std::string opening(const base::Decision& decision)
{
    const std::string longs = legNames(decision, 1);
    const std::string shorts = legNames(decision, -1);
    const std::string hedges = legNames(decision, 0);
    if (decision.kind == "options" && longs.empty()) // no direction: the move itself is bought
        return "Buy straddles on " + decision.legs.front().name;
    if (decision.kind == "options")
        return "Buy call spreads on " + longs;
    if (decision.kind == "put_options")
        return "Buy put spreads on " + (shorts.empty() ? longs : shorts);
    if (decision.kind == "watch")
        return "Watch " + decision.legs.front().name;
    if (decision.kind == "hedge")
        return shorts.empty() && hedges.empty() ? "Hedge with " + longs
                                                : "Hedge with a short in " + (shorts.empty() ? hedges : shorts);
    if (decision.kind == "exit")
        return "Reduce " + (!shorts.empty() ? shorts : !hedges.empty() ? hedges : decision.legs.front().name);
    std::string text;
    if (!longs.empty())
        text = "Go long " + longs;
    if (!shorts.empty())
        text += (text.empty() ? "Short " : ", short ") + shorts;
    if (!hedges.empty())
        text += ", hedged with a smaller short in " + hedges;
    return text;
}

} // namespace

double conviction(const ConvictionParts& parts)
{
    const double value = 0.30 * parts.certainty + 0.25 * parts.strength + 0.15 * parts.specificity
        + 0.15 * parts.purity + 0.15 * parts.catalyst;
    const double clipped = std::clamp(value, 0.05, parts.soft ? 0.6 : 0.95);
    return std::round(clipped * 100) / 100;
}

std::string ideaText(const base::Decision& decision, const std::string& thesis, const std::string& occasion,
    const std::vector<std::string>& names)
{
    std::string text = opening(decision);
    const bool named = std::any_of(names.begin(), names.end(),
        [&](const std::string& name) { return !name.empty() && text.find(name) != std::string::npos; });
    if (!named && !occasion.empty())
        text += ", " + occasion;
    if (!decision.horizon.text.empty())
        text += named || occasion.empty()
            ? (decision.horizon.text.starts_with("within") ? ", " : " for ") + decision.horizon.text
            : ", " + decision.horizon.text;
    text += ". ";
    if (!thesis.empty())
        text += thesis + ' ';
    text += "Entry: " + decision.entry + ". ";
    if (!decision.target.empty())
        text += "Target: " + decision.target + ". ";
    if (!decision.stop.empty())
        text += "Stop: " + decision.stop + ". ";
    text += "Out if " + decision.invalidation + ". Risk: " + decision.risk + '.';
    return text;
}

std::vector<base::Decision> selectIdeas(std::vector<base::Decision> ideas)
{
    std::stable_sort(ideas.begin(), ideas.end(),
        [](const base::Decision& a, const base::Decision& b) { return a.conviction > b.conviction; });
    std::vector<base::Decision> chosen;
    std::map<std::string, int> kinds;
    for (base::Decision& idea : ideas) {
        if (!complete(idea) || kinds[idea.kind] >= MaxOfKind || chosen.size() >= MaxIdeas)
            continue;
        if (std::any_of(chosen.begin(), chosen.end(), [&](const base::Decision& other) {
                return contradicts(idea, other) || repeats(idea, other);
            }))
            continue;
        ++kinds[idea.kind];
        chosen.push_back(std::move(idea));
    }
    return chosen;
}

} // namespace engine
