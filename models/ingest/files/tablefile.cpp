// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "tablefile.h"

#include <base/strings.h>

#include <algorithm>

namespace ingest {

namespace {

// One row from `at`; quotes may hold delimiters and line ends. Gives the place after it.
std::size_t readRow(std::string_view text, std::size_t at, char delimiter, std::vector<std::string>& cells)
{
    cells.assign(1, {});
    bool quoted = false;
    bool wasQuoted = false;
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
        } else if (c == '"' && !wasQuoted && base::trimmed(cells.back()).empty()) {
            cells.back().clear();
            quoted = wasQuoted = true;
        } else if (c == delimiter) {
            cells.emplace_back();
            wasQuoted = false;
        } else if (c == '\n') {
            return at + 1;
        } else if (c != '\r') {
            cells.back() += c;
        }
        ++at;
    }
    return at;
}

char delimiterOf(std::string_view header)
{
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char candidate : {',', ';', '\t', '|'}) {
        const std::ptrdiff_t count = std::count(header.begin(), header.end(), candidate);
        if (count > most) {
            most = count;
            best = candidate;
        }
    }
    return best;
}

} // namespace

base::Result<RecordList> readTableFile(std::string_view text)
{
    const char delimiter = delimiterOf(text.substr(0, text.find('\n')));
    std::vector<std::string> cells;
    std::size_t at = readRow(text, 0, delimiter, cells);
    std::vector<Part> parts;
    for (const std::string& cell : cells)
        parts.push_back(partNamed(cell));
    const bool known = std::any_of(parts.begin(), parts.end(), [](Part part) { return part == Part::Title || part == Part::Body; });
    if (!known)
        return base::Error{base::ErrorCode::InvalidInput, "the header row names no title, headline, body or text column"};
    RecordList list;
    std::size_t number = 1;
    while (at < text.size()) {
        at = readRow(text, at, delimiter, cells);
        ++number;
        if (cells.size() == 1 && base::trimmed(cells.front()).empty())
            continue;
        base::Article article;
        for (std::size_t column = 0; column < std::min(cells.size(), parts.size()); ++column)
            setPart(article, parts[column], std::string(base::trimmed(cells[column])));
        if (article.title.empty() && article.body.empty())
            list.warnings.push_back("row " + std::to_string(number) + " has neither title nor body");
        else
            list.articles.push_back(std::move(article));
    }
    if (list.articles.empty())
        return base::Error{base::ErrorCode::InvalidInput, "the table has no row with a title or a body"};
    return list;
}

} // namespace ingest
