// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ingest {

// Reads the rows of delimited text one by one. A cell in quotes may hold delimiters, line ends and doubled
// (or backslashed) quotes; a quote inside such a cell that no delimiter or line end follows is text, and so
// is one that nobody closes. Any line ends. Linear in the text, whatever is in it.
class TableRows final {
public:
    TableRows(std::string_view text, char delimiter, char quote);

    // The next row's cells, trimmed, at most 4096; false at the end.
    bool next(std::vector<std::string>& cells);
    std::size_t number() const { return m_number; } // of the row read last, from 1
    bool openQuote() const { return m_literal; } // a quote was never closed: from there on quotes are text

private:
    bool closes(std::size_t at) const;
    bool quotedCell(std::string& cell);
    void plainCell(std::string& cell);

    std::string_view m_text;
    char m_delimiter;
    char m_quote;
    std::size_t m_at = 0;
    std::size_t m_number = 0;
    bool m_escapes = false; // a backslash makes the quote behind it text
    bool m_literal = false;
};

// "sep=;" on the first line, as spreadsheets write it: the delimiter, and the text after that line. 0 and the
// whole text when there is no such line.
struct SeparatorLine {
    char delimiter = 0;
    std::string_view rest;
};
SeparatorLine separatorLine(std::string_view text);

// The delimiter (comma, semicolon, tab, bar) that splits the first rows most evenly into columns, those with
// known names in front, and the quote around cells.
struct TableShape {
    char delimiter = ',';
    char quote = '"';
    double evenness = 0; // share of the first rows that have the usual number of cells, 0…1
    std::size_t width = 1; // that number
};
TableShape tableShape(std::string_view text);

} // namespace ingest
