// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <base/strings.h>
#include <ingest/dates.h>
#include <ingest/files/tablefile.h>
#include <ingest/files/tablerows.h>

#include <algorithm>
#include <set>

namespace ingest {

namespace {

constexpr std::size_t HeadBytes = 256U << 10;
constexpr std::size_t HeadRows = 60;
constexpr std::size_t MaxColumns = 512; // a wider one is no list of articles
constexpr std::size_t ShownRows = 5;
constexpr std::size_t ShownBytes = 200; // of a cell
constexpr std::size_t LongCell = 60; // bytes; longer ones are text, not a column's name

using Cells = std::vector<std::string>;

bool isAddress(std::string_view cell) { return !httpAddress(cell).empty(); }

bool isNumber(std::string_view cell)
{
    return !cell.empty() && cell.find_first_not_of("0123456789.,+-% ") == std::string_view::npos;
}

bool isDate(std::string_view cell)
{
    if (cell.size() < 8 || cell.size() > 40 || cell.find_first_of("0123456789") == std::string_view::npos)
        return false;
    if (cell.find_first_not_of("0123456789") == std::string_view::npos) {
        // A day without signs or Unix time; any other number is none.
        const bool day = cell.size() == 8 && (cell.starts_with("19") || cell.starts_with("20"));
        const bool unixTime = (cell.size() == 10 || cell.size() == 13) && cell.starts_with('1');
        if (!day && !unixTime)
            return false;
    }
    return readDate(cell).has_value();
}

// What the cells of one column are like.
struct Column {
    std::size_t filled = 0;
    std::size_t bytes = 0;
    std::size_t addresses = 0;
    std::size_t dates = 0;
    std::size_t numbers = 0;
    std::size_t phrases = 0; // of several words
    std::set<std::string, std::less<>> values;

    bool mostly(std::size_t count) const { return filled > 0 && count * 2 > filled; }
    std::size_t length() const { return filled == 0 ? 0 : bytes / filled; }
    bool distinct() const { return values.size() * 10 >= filled * 7; }
    bool isText() const { return !mostly(addresses) && !mostly(dates) && !mostly(numbers) && distinct(); }
};

std::vector<Column> columnsOf(const std::vector<Cells>& rows, std::size_t first)
{
    std::vector<Column> columns;
    for (std::size_t row = first; row < rows.size(); ++row) {
        columns.resize(std::max(columns.size(), rows[row].size()));
        for (std::size_t at = 0; at < rows[row].size(); ++at) {
            const std::string& cell = rows[row][at];
            if (cell.empty())
                continue;
            Column& column = columns[at];
            ++column.filled;
            column.bytes += cell.size();
            column.addresses += isAddress(cell) ? 1 : 0;
            column.dates += isDate(cell) ? 1 : 0;
            column.numbers += isNumber(cell) ? 1 : 0;
            column.phrases += cell.find(' ') != std::string::npos ? 1 : 0;
            column.values.insert(cell);
        }
    }
    return columns;
}

bool isText(Part part) { return part == Part::Title || part == Part::Body || part == Part::Summary; }

bool has(const std::vector<Part>& parts, Part part)
{
    return std::find(parts.begin(), parts.end(), part) != parts.end();
}

// The parts by the header's names. Of several names for one part the best stays; bodies and categories of the
// same rank may be several.
std::vector<Part> namedParts(const Cells& header)
{
    std::vector<NamedPart> named;
    for (const std::string& cell : header)
        named.push_back(partNamed(cell));
    std::vector<Part> parts(named.size(), Part::None);
    for (std::size_t at = 0; at < named.size(); ++at) {
        const NamedPart& one = named[at];
        const bool several = one.part == Part::Body || one.part == Part::Categories;
        const bool beaten = std::any_of(named.begin(), named.end(),
            [&](const NamedPart& other) { return other.part == one.part && other.rank < one.rank; });
        if (one.part != Part::None && !beaten && (several || !has(parts, one.part)))
            parts[at] = one.part;
    }
    return parts;
}

bool looksLikeData(const Cells& row)
{
    return std::any_of(row.begin(), row.end(), [](const std::string& cell) {
        return isAddress(cell) || isDate(cell) || isNumber(cell) || cell.size() > LongCell;
    });
}

// A first row of unknown words is a header when the columns below are of another kind than its cells.
bool isHeader(const Cells& row, const std::vector<Column>& below)
{
    const std::vector<Part> named = namedParts(row);
    const auto known = std::count_if(named.begin(), named.end(), [](Part p) { return p != Part::None; });
    if (looksLikeData(row))
        return known >= 2 && std::any_of(named.begin(), named.end(), isText);
    if (known >= 1)
        return true;
    for (std::size_t at = 0; at < std::min(row.size(), below.size()); ++at) {
        const Column& column = below[at];
        const bool other
            = column.mostly(column.addresses) || column.mostly(column.dates) || column.mostly(column.numbers);
        if (!row[at].empty() && (other || column.length() > std::max(LongCell, row[at].size() * 3)))
            return true;
    }
    return false;
}

// Fills what the names did not tell by what is in the columns: addresses, dates, the longest text is the
// body and the next longest the title.
void guessParts(const std::vector<Column>& columns, std::vector<Part>& parts)
{
    constexpr std::size_t ShortText = 20;
    constexpr std::size_t ShortPhrase = 8;
    constexpr std::size_t LongTitle = 200;
    parts.resize(std::max(parts.size(), columns.size()), Part::None);
    std::vector<std::size_t> words;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        if (parts[at] != Part::None)
            continue;
        if (!has(parts, Part::Url) && columns[at].mostly(columns[at].addresses))
            parts[at] = Part::Url;
        else if (!has(parts, Part::Published) && columns[at].mostly(columns[at].dates))
            parts[at] = Part::Published;
        else if (columns[at].isText()
            && columns[at].length() >= (columns[at].mostly(columns[at].phrases) ? ShortPhrase : ShortText))
            words.push_back(at);
    }
    std::stable_sort(words.begin(), words.end(),
        [&](std::size_t a, std::size_t b) { return columns[a].length() > columns[b].length(); });
    const bool title = has(parts, Part::Title);
    const bool body = has(parts, Part::Body) || has(parts, Part::Summary);
    if (words.empty() || (title && body))
        return;
    const std::size_t longest = words.front();
    if (!title && !body) {
        parts[longest] = words.size() > 1 || columns[longest].length() > LongTitle ? Part::Body : Part::Title;
        if (words.size() > 1)
            parts[words[1]] = Part::Title;
    } else if (title) {
        const auto at
            = static_cast<std::size_t>(std::find(parts.begin(), parts.end(), Part::Title) - parts.begin());
        if (at < columns.size() && columns[longest].length() * 2 > columns[at].length() * 3)
            parts[longest] = Part::Body;
    } else if (columns[words.back()].length() <= LongTitle) {
        parts[words.back()] = Part::Title;
    }
}

double confidenceOf(const TableGuess& guess, double evenness)
{
    const std::vector<Part> named = namedParts(guess.header);
    const std::vector<Part>& parts = guess.mapping.columns;
    const bool title = has(parts, Part::Title);
    const bool body = has(parts, Part::Body) || has(parts, Part::Summary);
    const auto byName = std::count_if(named.begin(), named.end(), isText);
    const double base = !title && !body ? 0
        : title && body                 ? byName >= 2 ? 1.0
                            : byName == 1             ? 0.8
                                                      : 0.6
        : byName >= 1                   ? 0.7
                                        : 0.4;
    return base * (0.5 + evenness / 2);
}

std::size_t filledCells(const Cells& cells)
{
    return static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(), [](const std::string& cell) { return !cell.empty(); }));
}

Cells shown(Cells cells)
{
    for (std::string& cell : cells)
        cell = std::string(base::truncatedUtf8(cell, ShownBytes));
    return cells;
}

} // namespace

TableGuess guessTable(std::string_view text)
{
    const TableShape shape = tableShape(text);
    TableGuess guess;
    guess.mapping.delimiter = shape.delimiter;
    guess.mapping.quote = shape.quote;
    const std::string_view head = base::truncatedUtf8(separatorLine(text).rest, HeadBytes);
    TableRows reader(head, shape.delimiter, shape.quote);
    std::vector<Cells> rows;
    for (Cells cells; rows.size() < HeadRows && reader.next(cells);) {
        if (cells.size() > MaxColumns)
            cells.resize(MaxColumns);
        if (filledCells(cells) > 0)
            rows.push_back(cells);
    }
    if (rows.empty())
        return guess;
    // Lines above the table, with one cell: its caption.
    std::size_t first = 0;
    while (shape.width > 1 && first + 1 < rows.size() && first < 10 && filledCells(rows[first]) < 2)
        ++first;
    const std::vector<Column> below = columnsOf(rows, first + 1);
    guess.mapping.hasHeader = isHeader(rows[first], below);
    if (guess.mapping.hasHeader) {
        guess.header = rows[first];
        guess.mapping.columns = namedParts(rows[first]);
        guessParts(below, guess.mapping.columns);
        ++first;
    } else {
        first = 0;
        guessParts(columnsOf(rows, 0), guess.mapping.columns);
    }
    for (std::size_t row = first; row < std::min(rows.size(), first + ShownRows); ++row)
        guess.rows.push_back(shown(rows[row]));
    guess.confidence = confidenceOf(guess, shape.evenness);
    return guess;
}

bool looksLikeTable(std::string_view text)
{
    const TableShape shape = tableShape(text.substr(0, HeadBytes));
    if (shape.width < 2 || shape.evenness < 0.8)
        return false;
    const TableGuess guess = guessTable(text);
    const std::vector<Part> named = namedParts(guess.header);
    const auto known = static_cast<std::size_t>(
        std::count_if(named.begin(), named.end(), [](Part part) { return part != Part::None; }));
    return known >= 2 && known * 2 >= named.size() && !guess.rows.empty()
        && std::any_of(named.begin(), named.end(), isText);
}

} // namespace ingest
