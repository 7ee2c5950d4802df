// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "byline.h"

#include <base/strings.h>
#include <ingest/dates.h>

#include <algorithm>
#include <iterator>
#include <vector>

namespace ingest {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// What stands on buttons and labels beside a name.
bool isLabel(std::string_view text)
{
    static constexpr std::string_view Words[] = {"archive", "rss", "follow", "profil", "datum", "quelle",
        "guideline", "contributor", "subscri", "\u00FCbersicht", "comment", "kommentar", "ver\u00F6ffentlich",
        "read more", "view all", "see all", "all posts", "more by", "about the", "contact", "email", "share",
        "login", "updated", "anonymous"};
    const std::string lower = base::lowerAscii(text);
    return std::any_of(std::begin(Words), std::end(Words),
        [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

// "By ", "Posted by", "Autor:" at the start, without regard to case; the rest.
std::string_view withoutLabel(std::string_view line)
{
    static constexpr std::string_view Labels[]
        = {"written by", "posted by", "published by", "post author", "by", "author", "authors", "autor",
            "autorin", "autoren", "von", "vom", "par", "por", "di", "door", "af", "text", "story by",
            "reported by", "reporting by", "ver\u00F6ffentlicht von", "posted on", "published", "posted"};
    for (bool found = true; found;) {
        found = false;
        line = base::trimmed(line);
        const std::string lower = base::lowerAscii(line.substr(0, 30));
        for (const std::string_view label : Labels) {
            if (!lower.starts_with(label))
                continue;
            const std::string_view rest = line.substr(label.size());
            const bool glued = !rest.empty() && rest.front() >= 'A' && rest.front() <= 'Z'
                && label.size() >= 6; // "AuthorAnn Lee"
            if (!rest.empty() && rest.front() != ' ' && rest.front() != ':' && !glued)
                continue;
            line = rest.substr(std::min(rest.find_first_not_of(": "), rest.size()));
            found = true;
            break;
        }
    }
    return line;
}

// Names of weekdays and months begin the date that follows a name.
bool beginsDate(std::string_view word)
{
    static constexpr std::string_view Starts[] = {"monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september",
        "october", "november", "december", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
        "sept", "oct", "nov", "dec", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag",
        "sonntag", "januar", "februar", "juni", "juli", "oktober", "dezember", "updated", "published",
        "posted", "last", "staff", "senior", "correspondent", "share", "am", "on", "in", "at", "um", "via"};
    std::string lower = base::lowerAscii(word);
    while (!lower.empty() && std::string_view(",.:").find(lower.back()) != std::string_view::npos)
        lower.pop_back();
    return std::find(std::begin(Starts), std::end(Starts), lower) != std::end(Starts);
}

// As names are, but for the little words in and between them.
bool isWrittenLarge(std::string_view names)
{
    static constexpr std::string_view Little[] = {"and", "und", "et", "y", "e", "i", "en", "de", "la", "le",
        "von", "van", "der", "den", "da", "di", "del", "dos", "du", "zu", "zur", "al", "bin", "for", "of"};
    for (const std::string_view word : base::split(names, ' ')) {
        const bool small = !word.empty() && word.front() >= 'a' && word.front() <= 'z';
        if (word.find_first_of("!?:\"") != std::string_view::npos || word.starts_with("\u00AB")
            || (small && std::find(std::begin(Little), std::end(Little), word) == std::end(Little)))
            return false;
    }
    return !(names.front() >= 'a' && names.front() <= 'z');
}

// Numbers beside a headline are read as dates easily; pages are not older than this or from the far future.
bool isOfTheWeb(base::Instant date)
{
    return date >= base::fromUnix(631152000) && date < base::fromUnix(4102444800); // 1990 to 2099
}

} // namespace

std::string namesIn(std::string_view line)
{
    constexpr std::size_t MaxName = 90;
    line = withoutLabel(line);
    // A number ends the name, but may be part of a nickname.
    std::size_t end = 0;
    while (end < line.size() && std::string_view("|@/\n([<").find(line[end]) == std::string_view::npos
        && !(isDigit(line[end]) && (end == 0 || !isLetter(line[end - 1]))))
        ++end;
    std::string names(line.substr(0, end));
    for (const std::string_view mark : {"\u00B7", "\u2022", " - ", " \u2013 ", " \u2014 ", "http"})
        names = names.substr(0, names.find(mark));
    std::string out;
    for (const std::string_view word : base::split(names, ' ')) {
        if (word.empty())
            continue;
        if (!out.empty() && beginsDate(word))
            break;
        out += (out.empty() ? "" : " ") + std::string(word);
    }
    while (!out.empty() && std::string_view(" ,;:-.&").find(out.back()) != std::string_view::npos
        && !(out.back() == '.' && out.size() > 2 && out[out.size() - 3] == ' '))
        out.pop_back();
    if (out.size() < 2 || out.size() > MaxName || beginsDate(out) || isLabel(out))
        return {};
    // "Read all posts of this writer" is no name: a name has few words between its commas.
    std::size_t words = 1;
    std::size_t most = 1;
    for (const char c : out) {
        words = c == ',' || c == ';' ? 0 : words + (c == ' ' ? 1 : 0);
        most = std::max(most, words);
    }
    return most > 9 ? std::string() : out;
}

std::string namesBeside(const std::vector<std::string>& lines)
{
    static constexpr std::string_view Labels[] = {"by", "von", "par", "por", "di", "door", "written by",
        "text", "autor", "autorin", "author", "auteur", "posted by", "af", "av"};
    for (std::size_t at = 0; at < lines.size(); ++at) {
        std::string lower = base::lowerAscii(std::string_view(lines[at]).substr(0, 24));
        const auto label = std::find_if(std::begin(Labels), std::end(Labels), [&](std::string_view one) {
            return lower.starts_with(one)
                && (lower.size() == one.size() || lower[one.size()] == ' ' || lower[one.size()] == ':');
        });
        if (label == std::end(Labels))
            continue;
        std::string_view name = base::trimmed(std::string_view(lines[at]).substr(label->size()));
        while (!name.empty() && (name.front() == ':' || name.front() == ' '))
            name.remove_prefix(1);
        if (name.empty() && at + 1 < lines.size())
            name = lines[at + 1];
        const std::string names = namesIn(name);
        if (!names.empty() && names.size() < 60 && name.size() < 100 && isWrittenLarge(names))
            return names;
    }
    return {};
}

std::optional<base::Instant> dateIn(std::string_view line)
{
    constexpr std::size_t MaxWords = 24;
    const std::string text = base::collapsed(line.substr(0, 240));
    std::vector<std::string_view> words = base::split(text, ' ');
    words.resize(std::min(words.size(), MaxWords));
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
        // The longest run from here that is a date; one word only with separators ("23.11.2026").
        for (std::size_t count = std::min<std::size_t>(6, words.size() - begin); count >= 1; --count) {
            const std::string_view last = words[begin + count - 1];
            std::string_view run(words[begin].data(),
                static_cast<std::size_t>(last.data() + last.size() - words[begin].data()));
            while (!run.empty() && std::string_view(",;|.-)").find(run.back()) != std::string_view::npos)
                run.remove_suffix(1);
            const auto digits = std::count_if(run.begin(), run.end(), isDigit);
            const bool marked = run.find_first_of("./-") != std::string_view::npos && digits >= 4;
            if (digits < 3 || run.size() < 6 || (count == 1 && !marked))
                continue;
            if (const std::optional<base::Instant> date = readDate(run); date && isOfTheWeb(*date))
                return date;
        }
    }
    return std::nullopt;
}

std::optional<base::Instant> dateInAddress(std::string_view url)
{
    const auto number = [&](std::size_t at, std::size_t size) {
        int value = 0;
        for (std::size_t place = at; place < at + size; ++place) {
            if (place >= url.size() || !isDigit(url[place]))
                return -1;
            value = value * 10 + (url[place] - '0');
        }
        return value;
    };
    for (std::size_t at = url.find("://"); at != std::string_view::npos && at + 10 <= url.size(); ++at) {
        const char sign = url[at + 4];
        if (isDigit(url[at == 0 ? 0 : at - 1]) || (sign != '/' && sign != '-') || url[at + 7] != sign)
            continue;
        const int year = number(at, 4);
        const int month = number(at + 5, 2);
        const int day = number(at + 8, 2);
        const bool ends = at + 10 == url.size() || !isDigit(url[at + 10]);
        if (year < 1990 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31 || !ends)
            continue;
        std::string iso(url.substr(at, 10));
        std::replace(iso.begin(), iso.end(), '/', '-');
        return base::fromIso(iso);
    }
    return std::nullopt;
}

} // namespace ingest
