// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>
#include <ingest/files/recordfile.h>

#include <string>
#include <string_view>
#include <vector>

namespace ingest {

// How the columns of a table become articles: shown to the user, changed by them, remembered.
struct TableMapping {
    char delimiter = ',';
    char quote = '"';
    bool hasHeader = true;
    std::vector<Part> columns; // what each column carries, in the table's order

    bool operator==(const TableMapping&) const = default;
};

// What a table's first rows show, with the mapping that would be used.
struct TableGuess {
    TableMapping mapping;
    std::vector<std::string> header; // the header row's cells; empty when there is none
    std::vector<std::vector<std::string>> rows; // the first five rows below it, long cells cut
    double confidence = 0; // 0 (no column is a title or a body) … 1 (title and body by their names)
};

// Never fails; reads at most the first 256 KiB. `text` is UTF-8.
TableGuess guessTable(std::string_view text);

// The key a mapping is remembered under: files with the same columns share it.
std::string headerKey(const TableGuess& guess);

// "delimiter=semicolon quote=double header=yes columns=title,body,-,published": one line, stable;
// parseMapping reads it back. InvalidInput says which word is not known.
std::string mappingText(const TableMapping& mapping);
base::Result<TableMapping> parseMapping(std::string_view text);

// Whether the first row is a header whose names are known and the rows below are as wide as it.
bool looksLikeTable(std::string_view text);

// The rows as articles. A row without title and body is left out with a warning; a mark before a formula
// ("'=1") is the spreadsheet's and no text. InvalidInput when no column is mapped to a title, a body or a
// summary, or no row has any.
base::Result<RecordList> readTable(std::string_view text, const TableMapping& mapping);

} // namespace ingest
