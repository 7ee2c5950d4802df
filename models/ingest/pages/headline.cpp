// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "headline.h"

#include <base/strings.h>

#include <algorithm>
#include <set>

namespace ingest {

namespace {

constexpr double Alike = 0.6; // the heading words the same headline anew
constexpr std::size_t MaxTitle = 2000; // bytes compared

// What stands between a headline and the names of site and department; the last ones inside headlines as
// well.
constexpr std::string_view Separators[] = {" | ", " :: ", " \u00BB ", " \u00AB ", " \u2022 ", " \u00B7 ",
    " // ", "\uFF5C", " \u2013 ", " \u2014 ", " - ", " > ", " / ", " : ", "_", "\uFF1A", ":"};
constexpr std::size_t Clear = 13; // so many of them are never part of a word

bool isSite(std::string_view text, const std::vector<std::string>& sites)
{
    const std::string words = bareText(text);
    return !words.empty() && std::any_of(sites.begin(), sites.end(), [&](const std::string& site) {
        return bareText(site) == words;
    });
}

// "Headline | Site", "Site - Headline" without the names the site is known by.
std::string withoutKnownSite(const std::string& title, const std::vector<std::string>& sites)
{
    std::string_view rest = title;
    for (const std::string_view sign : Separators) {
        const std::size_t last = rest.rfind(sign);
        if (last == std::string_view::npos || last == 0)
            continue;
        if (isSite(rest.substr(last + sign.size()), sites)) {
            rest = base::trimmed(rest.substr(0, last));
            continue;
        }
        const std::size_t first = rest.find(sign);
        if (isSite(rest.substr(0, first), sites))
            rest = base::trimmed(rest.substr(first + sign.size()));
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
    for (const std::string_view sign : Separators) {
        for (std::size_t at = 0; words.size() >= 8 && at <= title.size();) {
            const std::size_t end = std::min(title.find(sign, at), title.size());
            if (bareText(std::string_view(title).substr(at, end - at)) == words)
                return true;
            at = end + sign.size();
        }
    }
    return false;
}

// The heading that shows what is stated, perhaps with other signs or without a name before or after it.
const std::string* shown(const std::string& stated, const std::vector<std::string>& headings)
{
    const std::string whole = bareText(stated);
    const std::string* best = nullptr;
    for (const std::string& heading : headings) {
        const std::string words = bareText(heading);
        const bool inside
            = words.size() >= 8 && words.size() * 2 >= whole.size() && whole.find(words) != std::string::npos;
        if ((inside || words == whole || isPart(stated, heading))
            && (best == nullptr || heading.size() > best->size()))
            best = &heading;
    }
    return best;
}

std::size_t spacedWords(std::string_view text)
{
    std::size_t words = 0;
    for (const std::string_view word : base::split(text, ' '))
        words += word.empty() ? 0 : 1;
    return words;
}

// A document's title carries a name at its end nearly always. Without knowing that name it is cut only where
// a heading agrees or a whole sentence is left: "Oil - Wire" may be all there is to say.
std::string titleOfDocument(const std::string& title, const std::vector<std::string>& headings)
{
    constexpr std::size_t Sentence = 5; // words
    for (const std::string& heading : headings) {
        const std::size_t at = title.find(heading);
        // In front stands the headline, behind often the name of a section in a heading of its own.
        if (at == std::string::npos
            || static_cast<double>(heading.size())
                < (at == 0 ? 0.5 : 0.67) * static_cast<double>(title.size())
            || (spacedWords(heading) < 2 && heading.size() < 12))
            continue;
        const std::string_view before = std::string_view(title).substr(0, at);
        const std::string_view behind = std::string_view(title).substr(at + heading.size());
        const auto clear = [](std::string_view rest, bool end) {
            return rest.empty() || std::any_of(Separators, Separators + Clear, [&](std::string_view sign) {
                return end ? rest.ends_with(sign) : rest.starts_with(sign);
            });
        };
        if (clear(before, true) && clear(behind, false))
            return heading;
    }
    std::size_t last = std::string::npos;
    for (std::size_t i = 0; i < Clear; ++i) {
        const std::size_t at = title.rfind(Separators[i]);
        if (at != std::string::npos && (last == std::string::npos || at > last))
            last = at;
    }
    if (last == std::string::npos)
        return title;
    const bool bar = title.compare(last, 3, " | ") == 0 || title.compare(last, 4, " :: ") == 0;
    if (spacedWords(std::string_view(title).substr(0, last)) < (bar ? 2 : Sentence))
        return title;
    return std::string(base::trimmed(std::string_view(title).substr(0, last)));
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
    if (clues.exact && !isCut(clues.stated) && !isSite(clues.stated, clues.sites))
        return withoutKnownSite(clues.stated, clues.sites);
    std::vector<std::string> headings;
    std::copy_if(clues.headings.begin(), clues.headings.end(), std::back_inserter(headings),
        [&](const std::string& heading) {
            return bareText(heading).size() > 3 && !isSite(heading, clues.sites);
        });
    for (const std::string* said : {&clues.linked, &clues.stated}) {
        if (said->empty() || isSite(*said, clues.sites))
            continue;
        if (const std::string* heading = shown(*said, headings))
            return *heading;
        const std::string title = withoutKnownSite(*said, clues.sites);
        for (const std::string& heading : headings) {
            if (likeness(title, heading) >= Alike && heading.size() < title.size() * 2)
                return heading;
            const bool whole = isCut(title) && bareText(heading).starts_with(bareText(title));
            // One word names a department; the only heading, of several words, is the headline.
            const bool only
                = headings.size() == 1 && wordsOf(heading).size() >= 3 && wordsOf(title).size() == 1;
            if (whole || only)
                return heading;
        }
        return title;
    }
    if (clues.document.empty() || isSite(clues.document, clues.sites))
        return headings.empty() ? clues.document : headings.front();
    const std::string title = withoutKnownSite(clues.document, clues.sites);
    return title != clues.document && !isCut(title) ? title : titleOfDocument(title, headings);
}

} // namespace ingest
