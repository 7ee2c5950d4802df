// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "tablefile.h"

#include <base/strings.h>
#include <ingest/dates.h>

#include <algorithm>
#include <string>
#include <vector>

namespace ingest {

namespace {

// One row from `at`; quotes may hold delimiters and line ends. Gives the place after it.
std::size_t readRow(std::string_view text, std::size_t at, char delimiter, std::vector<std::string>& cells)
{
    cells.assign(1, {});
    bool quoted = false;
    bool wasQuoted = false;
    bool blank = true; // nothing but white space in the cell so far
    while (at < text.size()) {
        const char c = text[at];
        if (quoted) {
            if (c == '"' && at + 1 < text.size() && text[at + 1] == '"') {
                cells.back() += '"';
                ++at;
            } else if (c == '"') {
                quoted = false;
            } else {
                cells.back() += c;
            }
        } else if (c == '"' && !wasQuoted && blank) {
            cells.back().clear();
            quoted = wasQuoted = true;
        } else if (c == delimiter) {
            cells.emplace_back();
            wasQuoted = false;
            blank = true;
        } else if (c == '\n') {
            return at + 1;
        } else if (c == '\r') {
            return at + 1 < text.size() && text[at + 1] == '\n' ? at + 2 : at + 1;
        } else {
            cells.back() += c;
            blank = blank && base::trimmed(std::string_view(&c, 1)).empty();
        }
        ++at;
    }
    return at;
}

// The candidate that splits the first rows into most columns, the same number in each.
char delimiterOf(std::string_view text)
{
    char best = ',';
    std::size_t most = 1;
    for (const char candidate : {',', ';', '\t', '|'}) {
        std::vector<std::string> cells;
        std::size_t at = 0;
        std::size_t same = 0;
        std::size_t rows = 0;
        std::size_t width = 0;
        for (; rows < 8 && at < text.size(); ++rows) {
            at = readRow(text, at, candidate, cells);
            width = rows == 0 ? cells.size() : width;
            same += cells.size() == width ? 1 : 0;
        }
        const std::size_t weight = width * (same == rows ? 2 : 1);
        if (width > 1 && weight > most) {
            most = weight;
            best = candidate;
        }
    }
    return best;
}

bool isAddress(std::string_view cell) { return cell.starts_with("http://") || cell.starts_with("https://"); }

bool isDate(std::string_view cell)
{
    const bool digits = cell.find_first_of("0123456789") != std::string_view::npos;
    return digits && cell.size() >= 8 && cell.size() <= 40 && readDate(cell).has_value();
}

// A table without a header row tells its columns by what is in them: addresses, dates, the longest text is
// the body and the next longest the title.
std::vector<Part> guessedParts(std::string_view text, char delimiter)
{
    constexpr std::size_t Rows = 20;
    struct Column {
        std::size_t length = 0;
        std::size_t addresses = 0;
        std::size_t dates = 0;
    };
    std::vector<Column> columns;
    std::vector<std::string> cells;
    std::size_t rows = 0;
    for (std::size_t at = 0; rows < Rows && at < text.size(); ++rows) {
        at = readRow(text, at, delimiter, cells);
        columns.resize(std::max(columns.size(), cells.size()));
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const std::string_view cell = base::trimmed(cells[column]);
            columns[column].length += cell.size();
            columns[column].addresses += isAddress(cell) ? 1 : 0;
            columns[column].dates += isDate(cell) ? 1 : 0;
        }
    }
    std::vector<Part> parts(columns.size(), Part::None);
    std::vector<std::size_t> words;
    bool date = false;
    bool address = false;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        if (!address && columns[column].addresses * 2 > rows) {
            parts[column] = Part::Url;
            address = true;
        } else if (!date && columns[column].dates * 2 > rows) {
            parts[column] = Part::Published;
            date = true;
        } else if (columns[column].length >= 20 * rows) {
            words.push_back(column);
        }
    }
    std::stable_sort(words.begin(), words.end(),
        [&](std::size_t a, std::size_t b) { return columns[a].length > columns[b].length; });
    if (words.size() == 1)
        parts[words[0]] = Part::Title;
    if (words.size() >= 2) {
        parts[words[0]] = Part::Body;
        parts[words[1]] = Part::Title;
    }
    return words.empty() || columns.size() < 2 ? std::vector<Part>{} : parts;
}

bool namesText(const std::vector<Part>& parts)
{
    return std::any_of(parts.begin(), parts.end(),
        [](Part part) { return part == Part::Title || part == Part::Body || part == Part::Summary; });
}

std::vector<Part> headerParts(const std::vector<std::string>& cells)
{
    std::vector<Part> parts;
    for (const std::string& cell : cells)
        parts.push_back(partNamed(cell));
    return parts;
}

// "sep=;" on a line of its own, as spreadsheets write it.
std::string_view withoutSeparatorLine(std::string_view text)
{
    return text.starts_with("sep=") ? text.substr(std::min(text.find('\n'), text.size() - 1) + 1) : text;
}

} // namespace

bool looksLikeTable(std::string_view text)
{
    text = withoutSeparatorLine(text);
    const std::string_view header = text.substr(0, text.find('\n'));
    if (header.size() > 2000 || header.size() == text.size())
        return false;
    std::vector<std::string> cells;
    readRow(header, 0, delimiterOf(header), cells);
    const std::vector<Part> parts = headerParts(cells);
    const auto known
        = std::count_if(parts.begin(), parts.end(), [](Part part) { return part != Part::None; });
    return cells.size() >= 2 && known >= 2 && static_cast<std::size_t>(known) * 2 >= cells.size()
        && namesText(parts);
}

base::Result<RecordList> readTableFile(std::string_view text)
{
    text = withoutSeparatorLine(text);
    const char delimiter = delimiterOf(text);
    std::vector<std::string> cells;
    std::size_t at = readRow(text, 0, delimiter, cells);
    std::vector<Part> parts = headerParts(cells);
    std::size_t number = 1;
    if (!namesText(parts)) {
        const bool data = std::any_of(cells.begin(), cells.end(), [](const std::string& cell) {
            return isAddress(base::trimmed(cell)) || isDate(base::trimmed(cell)) || cell.size() > 60;
        });
        parts = data ? guessedParts(text, delimiter) : std::vector<Part>{};
        at = 0;
        number = 0;
    }
    if (!namesText(parts))
        return base::Error{base::ErrorCode::InvalidInput,
            "the table's header row names no title, headline, body or text column"};
    RecordList list;
    while (at < text.size()) {
        at = readRow(text, at, delimiter, cells);
        ++number;
        const bool empty = std::all_of(
            cells.begin(), cells.end(), [](const std::string& cell) { return base::trimmed(cell).empty(); });
        if (empty && cells.size() == 1)
            continue;
        base::Article article;
        for (std::size_t column = 0; column < std::min(cells.size(), parts.size()); ++column)
            setPart(article, parts[column], std::string(base::trimmed(cells[column])));
        if (article.title.empty() && article.body.empty()) {
            list.warnings.push_back("row " + std::to_string(number) + " has neither title nor body");
            continue;
        }
        if (cells.size() > parts.size())
            article.warnings.push_back(
                "row " + std::to_string(number) + " has more cells than the table has columns");
        list.articles.push_back(std::move(article));
    }
    if (list.articles.empty())
        return base::Error{base::ErrorCode::InvalidInput, "the table has no row with a title or a body"};
    return list;
}

} // namespace ingest
