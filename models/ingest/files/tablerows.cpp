// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "tablerows.h"

#include <base/strings.h>
#include <ingest/files/partnames.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>

namespace ingest {

namespace {

constexpr std::size_t HeadBytes = 256U << 10; // of the text that tells its shape
constexpr std::size_t HeadRows = 60;
constexpr std::size_t MaxCells = 4096; // of a row; what stands behind them is no article's

bool isLineEnd(char c) { return c == '\n' || c == '\r'; }

// Cells that begin and end with this quote, as far as their borders show it; 0 when far from all that begin
// with it end so (apostrophes, marks before formulas).
std::size_t quotedCells(std::string_view text, char quote)
{
    std::size_t opened = 0;
    std::size_t closed = 0;
    const auto border = [](char c) { return isLineEnd(c) || c == ',' || c == ';' || c == '\t' || c == '|'; };
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != quote)
            continue;
        opened += at == 0 || border(text[at - 1]) ? 1 : 0;
        closed += at + 1 == text.size() || border(text[at + 1]) ? 1 : 0;
    }
    const std::size_t both = std::min(opened, closed);
    return both * 4 < std::max(opened, closed) * 3 ? 0 : both;
}

} // namespace

TableRows::TableRows(std::string_view text, char delimiter, char quote)
    : m_text(text)
    , m_delimiter(delimiter)
    , m_quote(quote)
{
    // Where a backslashed quote goes before a letter, backslashes escape; else one may end a path.
    const std::string_view head = text.substr(0, HeadBytes);
    const std::string escaped{'\\', quote};
    for (std::size_t at = head.find(escaped); at != std::string_view::npos && !m_escapes;
         at = head.find(escaped, at + 2))
        m_escapes = at + 2 < head.size() && std::isalnum(static_cast<unsigned char>(head[at + 2])) != 0;
}

// Whether the quote before `at` ends its cell: a delimiter or line end follows, spaces apart.
bool TableRows::closes(std::size_t at) const
{
    constexpr std::size_t MaxSpaces = 16;
    const std::size_t limit = std::min(m_text.size(), at + MaxSpaces);
    while (at < limit && m_text[at] == ' ')
        ++at;
    return at == m_text.size() || m_text[at] == m_delimiter || isLineEnd(m_text[at]);
}

bool TableRows::quotedCell(std::string& cell)
{
    std::size_t at = m_at + 1;
    while (at < m_text.size()) {
        const std::size_t run = m_text.find_first_of(std::string_view("\\\"'"), at);
        const std::size_t stop = std::min(run, m_text.size());
        cell.append(m_text.substr(at, stop - at));
        at = stop;
        if (at == m_text.size())
            break;
        const bool more = at + 1 < m_text.size();
        if (m_text[at] == '\\' && more && m_text[at + 1] == m_quote && (m_escapes || !closes(at + 2))) {
            cell += m_quote;
            at += 2;
        } else if (m_text[at] != m_quote) {
            cell += m_text[at++];
        } else if (more && m_text[at + 1] == m_quote) {
            cell += m_quote;
            at += 2;
        } else if (closes(at + 1)) {
            m_at = at + 1;
            plainCell(cell); // the spaces after it
            return true;
        } else {
            cell += m_text[at++];
        }
    }
    return false;
}

void TableRows::plainCell(std::string& cell)
{
    const char ends[] = {m_delimiter, '\n', '\r'};
    const std::size_t end
        = std::min(m_text.find_first_of(std::string_view(ends, sizeof ends), m_at), m_text.size());
    cell.append(m_text.substr(m_at, end - m_at));
    m_at = end;
}

bool TableRows::next(std::vector<std::string>& cells)
{
    cells.clear();
    if (m_at >= m_text.size())
        return false;
    ++m_number;
    while (true) {
        std::string cell;
        std::size_t start = m_at;
        while (start < m_text.size() && m_text[start] == ' ')
            ++start;
        if (!m_literal && start < m_text.size() && m_text[start] == m_quote) {
            m_at = start;
            if (!quotedCell(cell)) {
                m_literal = true;
                cell.clear();
                m_at = start + 1;
                plainCell(cell);
            }
        } else {
            plainCell(cell);
        }
        if (cells.size() < MaxCells)
            cells.emplace_back(base::trimmed(cell));
        if (m_at >= m_text.size())
            return true;
        const char end = m_text[m_at++];
        if (end == m_delimiter)
            continue;
        if (end == '\r' && m_at < m_text.size() && m_text[m_at] == '\n')
            ++m_at;
        return true;
    }
}

SeparatorLine separatorLine(std::string_view text)
{
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    std::string_view line = text.substr(0, end);
    if (line.size() > 2 && line.starts_with('"') && line.ends_with('"'))
        line = line.substr(1, line.size() - 2);
    // A sign, a space or a tab; a letter, a quote or half a character parts no cells.
    const auto sign = static_cast<unsigned char>(line.empty() ? 'x' : line.back());
    const bool parts = sign == '\t' || (sign >= ' ' && sign < 0x7F && std::isalnum(sign) == 0);
    if (line.size() != 5 || base::lowerAscii(line.substr(0, 4)) != "sep=" || !parts || sign == '"'
        || sign == '\'')
        return {0, text};
    const std::size_t next = text.find_first_not_of("\r\n", end);
    return {line[4], next == std::string_view::npos ? std::string_view() : text.substr(next)};
}

TableShape tableShape(std::string_view text)
{
    const SeparatorLine stated = separatorLine(text);
    const std::string_view head = stated.rest.substr(0, HeadBytes);
    TableShape best;
    if (quotedCells(head, '"') == 0 && quotedCells(head, '\'') >= 4)
        best.quote = '\'';
    double most = -1;
    const std::string candidates = stated.delimiter != 0 ? std::string(1, stated.delimiter) : ",;\t|";
    for (const char candidate : candidates) {
        TableRows rows(head, candidate, best.quote);
        std::vector<std::string> cells;
        std::map<std::size_t, std::size_t> widths;
        std::size_t count = 0;
        std::size_t known = 0;
        while (count < HeadRows && rows.next(cells)) {
            if (cells.size() == 1 && cells.front().empty())
                continue;
            if (++count == 1) {
                known = static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(),
                    [](const std::string& cell) { return partNamed(cell).part != Part::None; }));
            }
            ++widths[cells.size()];
        }
        if (count == 0)
            continue;
        const auto usual = std::max_element(
            widths.begin(), widths.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
        const double evenness = static_cast<double>(usual->second) / static_cast<double>(count);
        const auto width = static_cast<double>(usual->first);
        const double weight = usual->first < 2
            ? 0
            : evenness * (1 + std::log2(width) / 4) + (known >= 2 ? static_cast<double>(known) : 0);
        if (weight > most) {
            most = weight;
            best.delimiter = candidate;
            best.evenness = evenness;
            best.width = usual->first;
        }
    }
    return best;
}

} // namespace ingest
