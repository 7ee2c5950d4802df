// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "watchlist.h"

#include "words.h"

#include <base/strings.h>

#include <algorithm>
#include <array>
#include <utility>

namespace desk {

namespace {

constexpr std::array<std::pair<std::string_view, MemberKind>, 4> KindNames{
    std::pair{std::string_view("entity"), MemberKind::Entity}, std::pair{std::string_view("ticker"), MemberKind::Ticker},
    std::pair{std::string_view("topic"), MemberKind::Topic}, std::pair{std::string_view("word"), MemberKind::Word}};

constexpr std::array<std::pair<std::string_view, MemberKind>, 11> ColumnNames{
    std::pair{std::string_view("ticker"), MemberKind::Ticker}, std::pair{std::string_view("symbol"), MemberKind::Ticker},
    std::pair{std::string_view("entity"), MemberKind::Entity}, std::pair{std::string_view("name"), MemberKind::Entity},
    std::pair{std::string_view("company"), MemberKind::Entity}, std::pair{std::string_view("issuer"), MemberKind::Entity},
    std::pair{std::string_view("topic"), MemberKind::Topic}, std::pair{std::string_view("word"), MemberKind::Word},
    std::pair{std::string_view("words"), MemberKind::Word}, std::pair{std::string_view("keyword"), MemberKind::Word},
    std::pair{std::string_view("phrase"), MemberKind::Word}};

constexpr std::size_t LongestTicker = 6;
constexpr std::size_t LongestValue = 200; // bytes

struct Line {
    int number = 0; // from 1
    std::vector<std::string> cells; // trimmed
};

// The sign most frequent in the first line, outside of quotes.
char separatorOf(std::string_view text)
{
    std::array<std::pair<char, int>, 3> counts{std::pair{',', 0}, std::pair{';', 0}, std::pair{'\t', 0}};
    bool quoted = false;
    for (const char c : text) {
        if (c == '\n' && !quoted)
            break;
        quoted = quoted != (c == '"');
        for (auto& [sign, count] : counts)
            count += !quoted && c == sign ? 1 : 0;
    }
    return std::max_element(counts.begin(), counts.end(),
        [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

std::vector<Line> linesOf(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    const char separator = separatorOf(text);
    std::vector<Line> lines;
    Line line{1, {}};
    std::string cell;
    bool quoted = false;
    int number = 1;
    const auto endCell = [&] {
        line.cells.push_back(base::collapsed(cell));
        cell.clear();
    };
    const auto endLine = [&] {
        endCell();
        if (std::any_of(line.cells.begin(), line.cells.end(), [](const std::string& one) { return !one.empty(); }))
            lines.push_back(std::move(line));
        line = {number, {}};
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        number += c == '\n' ? 1 : 0;
        if (quoted && c == '"' && at + 1 < text.size() && text[at + 1] == '"')
            cell += text[++at];
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == separator)
            endCell();
        else if (!quoted && c == '\n')
            endLine();
        else
            cell += c;
    }
    endLine();
    return lines;
}

std::optional<MemberKind> columnKind(std::string_view name)
{
    const std::string lower = base::lowerAscii(name);
    for (const auto& [known, kind] : ColumnNames) {
        if (known == lower)
            return kind;
    }
    return std::nullopt;
}

bool looksLikeTicker(std::string_view text)
{
    return text.size() <= LongestTicker && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    }) && std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

MemberKind guessedKind(std::string_view text)
{
    if (looksLikeTicker(text))
        return MemberKind::Ticker;
    const std::size_t colon = text.find(':');
    const bool id = colon != std::string_view::npos && colon > 0 && colon + 1 < text.size()
        && text.find(' ') == std::string_view::npos && text.find("//") == std::string_view::npos;
    return id ? MemberKind::Entity : MemberKind::Word;
}

// What the columns of a head say.
struct Head {
    std::vector<std::pair<std::size_t, MemberKind>> columns; // in the order to look through
    std::optional<std::size_t> kind; // these two instead
    std::optional<std::size_t> value;

    bool any() const { return !columns.empty() || (kind && value); }
};

Head headOf(const std::vector<std::string>& cells)
{
    Head head;
    for (std::size_t at = 0; at < cells.size(); ++at) {
        const std::string lower = base::lowerAscii(cells[at]);
        if (lower == "kind" || lower == "type")
            head.kind = at;
        else if (lower == "value" || lower == "member")
            head.value = at;
        else if (const std::optional<MemberKind> kind = columnKind(lower))
            head.columns.emplace_back(at, *kind);
    }
    std::stable_sort(head.columns.begin(), head.columns.end(), [](const auto& a, const auto& b) {
        const auto rank = [](MemberKind kind) { return kind == MemberKind::Ticker ? 0 : 1; };
        return rank(a.second) < rank(b.second);
    });
    return head;
}

} // namespace

std::string_view memberKindName(MemberKind kind)
{
    for (const auto& [name, one] : KindNames) {
        if (one == kind)
            return name;
    }
    return "word";
}

std::optional<MemberKind> memberKind(std::string_view name)
{
    for (const auto& [known, kind] : KindNames) {
        if (known == name)
            return kind;
    }
    return std::nullopt;
}

ReadWatchlist readWatchlistCsv(std::string_view text)
{
    ReadWatchlist read;
    std::vector<Line> lines = linesOf(text);
    Head head;
    if (!lines.empty())
        head = headOf(lines.front().cells);
    const auto leaveOut = [&](const Line& line, const std::string& reason) {
        read.leftOut.push_back("line " + std::to_string(line.number) + ": " + reason);
    };
    for (std::size_t at = head.any() ? 1 : 0; at < lines.size(); ++at) {
        const Line& line = lines[at];
        const auto cell = [&](std::size_t column) {
            return column < line.cells.size() ? line.cells[column] : std::string();
        };
        WatchlistMember member;
        if (head.kind && head.value) {
            const std::optional<MemberKind> kind = memberKind(base::lowerAscii(cell(*head.kind)));
            if (!kind) {
                leaveOut(line, "expected entity, ticker, topic or word, not \"" + cell(*head.kind) + '"');
                continue;
            }
            member = {*kind, cell(*head.value)};
        } else if (head.any()) {
            for (const auto& [column, kind] : head.columns) {
                if (member.value.empty())
                    member = {kind, cell(column)};
            }
        } else {
            member.value = cell(0);
            member.kind = guessedKind(member.value);
        }
        if (member.value.empty())
            leaveOut(line, "there is nothing in it");
        else if (member.value.size() > LongestValue)
            leaveOut(line, "it is longer than " + std::to_string(LongestValue) + " bytes");
        else if (member.kind != MemberKind::Ticker && !hasWord(member.value))
            leaveOut(line, '"' + member.value + "\" holds no letter or digit");
        else if (std::find(read.members.begin(), read.members.end(), member) == read.members.end())
            read.members.push_back(std::move(member));
    }
    return read;
}

} // namespace desk
