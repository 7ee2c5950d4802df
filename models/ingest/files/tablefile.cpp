// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "tablefile.h"

#include <base/strings.h>
#include <ingest/files/tablerows.h>

#include <algorithm>
#include <utility>

namespace ingest {

namespace {

constexpr std::size_t MaxColumns = 512; // of a mapping

constexpr std::pair<char, std::string_view> Delimiters[]
    = {{',', "comma"}, {';', "semicolon"}, {'\t', "tab"}, {'|', "bar"}};

std::string delimiterName(char delimiter)
{
    for (const auto& [sign, name] : Delimiters) {
        if (sign == delimiter)
            return std::string(name);
    }
    return "code" + std::to_string(static_cast<unsigned char>(delimiter));
}

char delimiterOf(std::string_view name)
{
    for (const auto& [sign, known] : Delimiters) {
        if (known == name)
            return sign;
    }
    if (!name.starts_with("code") || name.size() > 7 || name.size() < 5
        || name.find_first_not_of("0123456789", 4) != std::string_view::npos)
        return 0;
    const int code = std::stoi(std::string(name.substr(4)));
    return code > 0 && code < 128 && code != '\n' && code != '\r' && code != '"' ? static_cast<char>(code)
                                                                                 : '\0';
}

base::Error unknown(std::string_view word)
{
    return base::Error{base::ErrorCode::InvalidInput,
        "not part of a column mapping: " + std::string(base::truncatedUtf8(word, 60))};
}

// A mark spreadsheets put before what would be a formula.
std::string withoutFormulaMark(std::string cell)
{
    if (cell.size() < 2 || cell.front() != '\'')
        return cell;
    // One mark of several goes: whoever writes "'=1" as text puts another before it.
    const std::string_view rest
        = std::string_view(cell).substr(std::min(cell.find_first_not_of('\''), cell.size()));
    for (const std::string_view sign :
        {"=", "+", "-", "@", "\t", "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
        if (rest.starts_with(sign))
            return cell.substr(1);
    }
    return cell;
}

std::string cellKind(const std::string& cell)
{
    if (cell.empty())
        return "empty";
    if (!httpAddress(cell).empty())
        return "address";
    if (cell.find_first_not_of("0123456789.,+-:/TZ ") == std::string::npos)
        return "number";
    return "text";
}

} // namespace

std::string headerKey(const TableGuess& guess)
{
    // A table without a header is known by the number and kind of its columns.
    std::string key = guess.mapping.hasHeader ? "header" : "rows";
    key += ' ' + delimiterName(guess.mapping.delimiter);
    if (guess.mapping.hasHeader) {
        for (const std::string& cell : guess.header)
            key += '\x1F' + base::lowerAscii(base::collapsed(base::truncatedUtf8(cell, 100)));
    } else if (!guess.rows.empty()) {
        for (const std::string& cell : guess.rows.front())
            key += '\x1F' + cellKind(cell);
    }
    return key;
}

std::string mappingText(const TableMapping& mapping)
{
    std::vector<std::string> columns;
    for (const Part part : mapping.columns)
        columns.emplace_back(partName(part));
    return "delimiter=" + delimiterName(mapping.delimiter)
        + (mapping.quote == '\'' ? " quote=single" : " quote=double")
        + (mapping.hasHeader ? " header=yes" : " header=no") + " columns=" + base::join(columns, ",");
}

base::Result<TableMapping> parseMapping(std::string_view text)
{
    TableMapping mapping;
    bool columns = false;
    for (const std::string_view word : base::split(base::trimmed(text), ' ')) {
        const std::size_t sign = word.find('=');
        const std::string_view name = word.substr(0, sign);
        const std::string_view value
            = sign == std::string_view::npos ? std::string_view() : word.substr(sign + 1);
        if (name == "delimiter" && delimiterOf(value) != 0) {
            mapping.delimiter = delimiterOf(value);
        } else if (name == "quote" && (value == "single" || value == "double")) {
            mapping.quote = value == "single" ? '\'' : '"';
        } else if (name == "header" && (value == "yes" || value == "no")) {
            mapping.hasHeader = value == "yes";
        } else if (name == "columns" && !columns) {
            columns = true;
            for (const std::string_view part : base::split(value, ',')) {
                if ((partOf(part) == Part::None && part != "-") || mapping.columns.size() == MaxColumns)
                    return unknown(part);
                mapping.columns.push_back(partOf(part));
            }
        } else {
            return unknown(word);
        }
    }
    if (!columns)
        return base::Error{base::ErrorCode::InvalidInput, "the column mapping names no columns"};
    return mapping;
}

base::Result<RecordList> readTable(std::string_view text, const TableMapping& mapping)
{
    const std::vector<Part>& parts = mapping.columns;
    if (std::none_of(parts.begin(), parts.end(),
            [](Part part) { return part == Part::Title || part == Part::Body || part == Part::Summary; }))
        return base::Error{base::ErrorCode::InvalidInput,
            "no column of the table is known as a title, headline, body or text; its header row names none"};
    RecordList list;
    TableRows rows(separatorLine(text).rest, mapping.delimiter, mapping.quote);
    std::vector<std::string> cells;
    bool header = mapping.hasHeader;
    bool open = false;
    while (rows.next(cells)) {
        const auto filled = std::count_if(
            cells.begin(), cells.end(), [](const std::string& cell) { return !cell.empty(); });
        if (filled == 0 && cells.size() == 1)
            continue;
        if (header) { // lines with one cell above it are the table's caption
            header = parts.size() > 1 && filled < 2 && rows.number() <= 10;
            continue;
        }
        const std::string row = "row " + std::to_string(rows.number());
        base::Article article;
        for (std::size_t at = 0; at < std::min(cells.size(), parts.size()); ++at)
            setPart(article, parts[at], withoutFormulaMark(std::move(cells[at])));
        if (article.title.empty() && article.body.empty()) {
            leaveOut(list, row + " has neither title nor body");
            continue;
        }
        if (cells.size() > parts.size())
            article.warnings.push_back(row + " has more cells than the table has columns");
        if (rows.openQuote() && !open) {
            open = true;
            article.warnings.push_back(row + " has a quote that is never closed");
        }
        addArticle(list, std::move(article));
    }
    return closed(std::move(list), "the table has no row with a title or a body");
}

} // namespace ingest
