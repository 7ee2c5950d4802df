// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "headline.h"

#include <base/strings.h>

#include <algorithm>
#include <set>

namespace ingest {

namespace {

constexpr double Alike = 0.5;
constexpr std::size_t MaxTitle = 2000; // bytes compared

struct Separator {
    std::string_view sign;
    bool strong; // used for little else than to set off the site's name
};

constexpr Separator Separators[] = {{" | ", true}, {" :: ", true}, {" \u00BB ", true}, {" \u2022 ", true},
    {" \u00B7 ", true}, {"\uFF5C", true}, {" \u2013 ", false}, {" \u2014 ", false}, {" - ", false},
    {" \u00AB ", true}, {" // ", true}, {" : ", false}, {"_", false}, {"\uFF1A", false}, {":", false}};

bool isSite(std::string_view text, const std::vector<std::string>& sites)
{
    const std::string words = bareText(text);
    return !words.empty() && std::any_of(sites.begin(), sites.end(), [&](const std::string& site) {
        return bareText(site) == words;
    });
}

// After a dash stands the site's name or more of the headline: names are written large or have a point.
bool mayBeSite(std::string_view tail)
{
    const bool small = tail.front() >= 'a' && tail.front() <= 'z';
    return !small || (tail.find('.') != std::string_view::npos && tail.find(' ') == std::string_view::npos);
}

// "Headline | Site", "Site - Headline" without the names the site is known by.
std::string withoutKnownSite(const std::string& title, const std::vector<std::string>& sites)
{
    std::string_view rest = title;
    for (const Separator& separator : Separators) {
        const std::size_t last = rest.rfind(separator.sign);
        if (last == std::string_view::npos || last == 0)
            continue;
        if (isSite(rest.substr(last + separator.sign.size()), sites)) {
            rest = base::trimmed(rest.substr(0, last));
            continue;
        }
        const std::size_t first = rest.find(separator.sign);
        if (isSite(rest.substr(0, first), sites))
            rest = base::trimmed(rest.substr(first + separator.sign.size()));
    }
    return std::string(rest);
}

// The same for titles of documents, which carry a name nearly always: a short end or start is taken for it.
std::string withoutSite(const std::string& title, const std::vector<std::string>& sites)
{
    const std::string known = withoutKnownSite(title, sites);
    std::string_view rest = known;
    for (const Separator& separator : Separators) {
        if (separator.sign.find(' ') == std::string_view::npos && separator.sign != "\uFF5C")
            continue; // inside words as well
        const std::size_t last = rest.rfind(separator.sign);
        if (last == std::string_view::npos || last == 0)
            continue;
        const std::string_view tail = rest.substr(last + separator.sign.size());
        if (tail.empty()
            || (separator.strong ? last >= tail.size()
                                 : last > tail.size() * 2 && tail.size() < 35 && mayBeSite(tail))) {
            rest = base::trimmed(rest.substr(0, last));
            continue;
        }
        const std::size_t first = rest.find(separator.sign);
        if (separator.strong && tail.size() > first * 2)
            rest = base::trimmed(rest.substr(first + separator.sign.size()));
    }
    return std::string(rest);
}

std::set<std::string> wordsOf(std::string_view text)
{
    std::set<std::string> words;
    std::string word;
    const auto end = [&] {
        if (!word.empty())
            words.insert(word);
        word.clear();
    };
    const std::string lower = base::lowerAscii(text.substr(0, MaxTitle));
    for (std::size_t at = 0; at < lower.size();) {
        const auto byte = static_cast<unsigned char>(lower[at]);
        const std::size_t size = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        const std::string_view sign = std::string_view(lower).substr(at, size);
        at += size;
        const bool wide = byte >= 0xE3; // Chinese, Japanese, Korean and beyond
        if (wide || byte == 0xE2) { // or punctuation
            end();
            if (wide)
                words.emplace(sign);
        } else if (size > 1 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
            word += sign;
        } else {
            end();
        }
    }
    end();
    return words;
}

bool isCut(std::string_view title) { return base::endsWith(title, "...") || base::endsWith(title, "\u2026"); }

// A heading that is one of the parts between the separators of a title.
bool isPart(const std::string& title, const std::string& heading)
{
    const std::string words = bareText(heading);
    if (words.size() < 8)
        return false;
    for (const Separator& separator : Separators) {
        if (separator.sign.size() < 3 && separator.sign != "_")
            continue;
        for (std::size_t at = 0; at <= title.size();) {
            const std::size_t end = std::min(title.find(separator.sign, at), title.size());
            if (bareText(std::string_view(title).substr(at, end - at)) == words)
                return true;
            at = end + separator.sign.size();
        }
    }
    return false;
}

// The heading that shows this title; null when none does.
const std::string* shown(const std::string& title, const TitleClues& clues)
{
    const std::string whole = bareText(title);
    const std::string* best = nullptr;
    double bestLikeness = 0;
    for (const std::string& heading : clues.headings) {
        const std::string words = bareText(heading);
        if (words.size() < 3 || isSite(heading, clues.sites))
            continue;
        // More than twice as long is a heading with other things in it.
        double alike = words.size() > whole.size() * 2 + 40 ? 0 : likeness(title, heading);
        const bool inside = words.size() >= 8 && whole.find(words) != std::string::npos;
        if (inside && words.size() * 2 >= whole.size())
            alike = std::max(alike, 0.9);
        else if (isPart(title, heading))
            alike = std::max(alike, 0.8);
        if (alike >= Alike && alike > bestLikeness) {
            best = &heading;
            bestLikeness = alike;
        }
    }
    return best;
}

} // namespace

std::string bareText(std::string_view text)
{
    std::string out;
    for (const char c : base::lowerAscii(text)) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80)
            out += c;
    }
    for (const std::string_view sign : {"\u2018", "\u2019", "\u201C", "\u201D", "\u201E", "\u2013", "\u2014",
             "\u2026", "\u00AB", "\u00BB", "\u00A0"})
        base::replaceAll(out, sign, "");
    return out;
}

double likeness(std::string_view one, std::string_view other)
{
    const std::set<std::string> a = wordsOf(one);
    const std::set<std::string> b = wordsOf(other);
    if (a.empty() || b.empty())
        return 0;
    const auto common
        = std::count_if(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); });
    return 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

std::string chooseTitle(const TitleClues& clues)
{
    if (!clues.linked.empty() && !isCut(clues.linked) && !isSite(clues.linked, clues.sites))
        return clues.linked;
    std::vector<std::string> headings;
    std::copy_if(clues.headings.begin(), clues.headings.end(), std::back_inserter(headings),
        [&](const std::string& heading) {
            return bareText(heading).size() > 3 && !isSite(heading, clues.sites);
        });
    for (const std::string* said : {&clues.linked, &clues.stated, &clues.document}) {
        if (said->empty() || isSite(*said, clues.sites))
            continue;
        if (const std::string* heading = shown(*said, clues))
            return *heading;
        const std::string title = said == &clues.document ? withoutSite(*said, clues.sites)
                                                           : withoutKnownSite(*said, clues.sites);
        if (isSite(title, clues.sites))
            continue;
        // A word or two name the department; the only heading of several words is the headline.
        if (headings.size() == 1 && wordsOf(headings.front()).size() >= 3 && wordsOf(title).size() <= 3
            && said != &clues.linked)
            return headings.front();
        return title;
    }
    return headings.empty() ? clues.document : headings.front();
}

} // namespace ingest
