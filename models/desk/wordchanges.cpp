// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "wordchanges.h"

#include <base/strings.h>

#include <algorithm>
#include <array>

namespace desk {

namespace {

using Words = std::vector<std::string_view>;

constexpr std::string_view Break = "\n\n";
constexpr int MaxEdits = 1000;

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

Words wordsOf(std::string_view text)
{
    Words words;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t start = at;
        while (at < text.size() && isSpace(text[at]))
            ++at;
        if (!words.empty() && at < text.size()
            && text.substr(start, at - start).find('\n') != std::string_view::npos)
            words.push_back(Break);
        const std::size_t word = at;
        while (at < text.size() && !isSpace(text[at]))
            ++at;
        if (at > word)
            words.push_back(text.substr(word, at - word));
    }
    return words;
}

class Runs final {
public:
    void add(Change change, std::string_view word)
    {
        if (m_runs.empty() || m_runs.back().change != change)
            m_runs.push_back({change, {}});
        std::string& text = m_runs.back().text;
        if (!text.empty() && word != Break && !text.ends_with('\n'))
            text += ' ';
        text += word;
    }
    std::vector<WordRun> take() { return std::move(m_runs); }

private:
    std::vector<WordRun> m_runs;
};

// The edit script between a and b as changes in order; empty when it needs more than MaxEdits.
std::vector<Change> script(const Words& a, const Words& b)
{
    const int n = static_cast<int>(a.size());
    const int m = static_cast<int>(b.size());
    const int most = std::min(n + m, MaxEdits);
    std::vector<int> furthest(2 * static_cast<std::size_t>(most) + 3, 0);
    const auto at = [most](int k) { return static_cast<std::size_t>(k + most + 1); };
    std::vector<std::vector<int>> trace;
    int edits = 0;
    bool found = false;
    for (; edits <= most && !found; ++edits) {
        trace.push_back(furthest);
        for (int k = -edits; k <= edits; k += 2) {
            int x = k == -edits || (k != edits && furthest[at(k - 1)] < furthest[at(k + 1)])
                ? furthest[at(k + 1)]
                : furthest[at(k - 1)] + 1;
            while (x < n && x - k < m && x - k >= 0
                && a[static_cast<std::size_t>(x)] == b[static_cast<std::size_t>(x - k)])
                ++x;
            furthest[at(k)] = x;
            if (x >= n && x - k >= m) {
                found = true;
                break;
            }
        }
    }
    if (!found)
        return {};
    std::vector<Change> changes;
    int x = n;
    int y = m;
    for (int d = edits - 1; d >= 0; --d) {
        const std::vector<int>& before = trace[static_cast<std::size_t>(d)];
        const int k = x - y;
        const bool down = k == -d || (k != d && before[at(k - 1)] < before[at(k + 1)]);
        const int previousX = d == 0 ? 0 : before[at(down ? k + 1 : k - 1)];
        const int previousY = d == 0 ? 0 : previousX - (down ? k + 1 : k - 1);
        while (x > previousX && y > previousY) {
            changes.push_back(Change::Same);
            --x;
            --y;
        }
        if (d > 0) {
            changes.push_back(down ? Change::Added : Change::Removed);
            x = previousX;
            y = previousY;
        }
    }
    std::reverse(changes.begin(), changes.end());
    return changes;
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> list)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool isNumber(std::string_view word)
{
    return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == ',' || c == '.' || c == 'k';
    }) && word.front() != 'k';
}

// Lower case, without punctuation around it; signs and units of figures stay.
std::string plainWord(std::string_view word)
{
    std::string lower = base::lowerAscii(word);
    for (const std::string_view dash :
        {"\u2014", "\u2013", "\u2018", "\u2019", "\u201C", "\u201D", "\u2026"}) {
        for (std::size_t at = lower.find(dash); at != std::string::npos; at = lower.find(dash, at))
            lower.replace(at, dash.size(), dash == "\u2018" || dash == "\u2019" ? "'" : "");
    }
    const auto odd = [](char c) {
        return c > ' ' && c < 127 && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '%'
            && c != '$' && c != '-' && c != '+';
    };
    std::size_t begin = 0;
    std::size_t end = lower.size();
    while (begin < end && odd(lower[begin]))
        ++begin;
    while (end > begin && (odd(lower[end - 1]) || lower[end - 1] == '-'))
        --end;
    lower = lower.substr(begin, end - begin);
    return lower == "-" ? std::string() : lower;
}

bool isDateWord(std::string_view word)
{
    if (word.find_first_of("0123456789") != std::string_view::npos)
        return word.find_first_of("%$") == std::string_view::npos;
    constexpr std::array<std::string_view, 19> Names{"january", "february", "march", "april", "may", "june",
        "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday",
        "thursday", "friday", "saturday", "sunday"};
    const std::string_view plain = word == "sept" ? word.substr(0, 3) : word;
    if (plain.size() >= 3 && std::any_of(Names.begin(), Names.end(), [&](std::string_view name) {
            return name.starts_with(plain);
        }))
        return true;
    return isOneOf(word,
        {"at", "on", "am", "pm", "a.m", "p.m", "utc", "gmt", "et", "est", "edt", "ct", "cst", "cdt", "pt",
            "pst", "pdt", "bst", "cet", "cest", "ist", "jst", "today", "yesterday"});
}

// A line that only says when the page was touched.
bool isUpdateLine(const std::vector<std::string>& line)
{
    std::size_t at = 0;
    if (at < line.size() && isOneOf(line[at], {"last", "first"}))
        ++at;
    if (at >= line.size() || !isOneOf(line[at], {"updated", "modified", "published", "posted", "edited"}))
        return false;
    return std::all_of(line.begin() + static_cast<std::ptrdiff_t>(at) + 1, line.end(), isDateWord);
}

// What a text says, without what changes by itself.
std::vector<std::string> essence(std::string_view text)
{
    std::vector<std::string> all;
    for (const std::string_view line : base::split(text, '\n')) {
        std::vector<std::string> words;
        for (const std::string_view word : wordsOf(line)) {
            if (std::string plain = plainWord(word); !plain.empty())
                words.push_back(std::move(plain));
        }
        if (isUpdateLine(words))
            continue;
        for (std::size_t at = 0; at < words.size(); ++at) {
            const std::string_view next = at + 1 < words.size() ? std::string_view(words[at + 1]) : "";
            const std::string_view third = at + 2 < words.size() ? std::string_view(words[at + 2]) : "";
            const bool number = isNumber(words[at]) || isOneOf(words[at], {"a", "an", "one"});
            const bool unit = isOneOf(next,
                {"second", "seconds", "minute", "minutes", "min", "mins", "hour", "hours", "day", "days",
                    "week", "weeks", "month", "months"});
            if (number && unit && isOneOf(third, {"ago", "read"})) {
                at += 2;
                continue;
            }
            if (isNumber(words[at])
                && isOneOf(next,
                    {"comment", "comments", "views", "replies", "likes", "reactions", "followers",
                        "subscribers"})) {
                ++at;
                continue;
            }
            all.push_back(std::move(words[at]));
        }
    }
    return all;
}

} // namespace

std::vector<WordRun> wordChanges(std::string_view before, std::string_view after)
{
    Words a = wordsOf(before);
    Words b = wordsOf(after);
    Runs runs;
    std::size_t start = 0;
    while (start < a.size() && start < b.size() && a[start] == b[start])
        runs.add(Change::Same, a[start++]);
    std::size_t tail = 0;
    while (tail < a.size() - start && tail < b.size() - start
        && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    const Words middleA(
        a.begin() + static_cast<std::ptrdiff_t>(start), a.end() - static_cast<std::ptrdiff_t>(tail));
    const Words middleB(
        b.begin() + static_cast<std::ptrdiff_t>(start), b.end() - static_cast<std::ptrdiff_t>(tail));
    const std::vector<Change> changes = script(middleA, middleB);
    if (changes.empty()) {
        for (const std::string_view word : middleA)
            runs.add(Change::Removed, word);
        for (const std::string_view word : middleB)
            runs.add(Change::Added, word);
    }
    std::size_t x = 0;
    std::size_t y = 0;
    for (const Change change : changes) {
        runs.add(change, change == Change::Added ? middleB[y] : middleA[x]);
        x += change == Change::Added ? 0 : 1;
        y += change == Change::Removed ? 0 : 1;
    }
    for (std::size_t at = a.size() - tail; at < a.size(); ++at)
        runs.add(Change::Same, a[at]);
    return runs.take();
}

bool saysTheSame(std::string_view before, std::string_view after)
{
    return essence(before) == essence(after);
}

} // namespace desk
