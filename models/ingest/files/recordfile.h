// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/article.h>
#include <base/result.h>
#include <ingest/files/partnames.h>

#include <string>
#include <string_view>
#include <vector>

namespace ingest {

// What a file of many records gives: tables, JSON and mailboxes.
struct RecordList {
    std::vector<base::Article> articles; // incomplete: see ingest::complete
    std::vector<std::string> warnings; // one for each record that could not be read, up to a hundred
    std::size_t unread = 0; // such records past the hundred
    std::size_t repeats = 0; // records equal to the one before them
    std::size_t beyond = 0; // records past the million that is read
};

// Adds a record, unless it repeats the one before it or a million are there: rows without end take no memory.
void addArticle(RecordList& list, base::Article article);

// Notes why a record was left out.
void leaveOut(RecordList& list, std::string reason);

// Ends a list: says how many were left out. InvalidInput with `none` and the first warning when there is
// no article in it.
base::Result<RecordList> closed(RecordList list, const std::string& none);

// JSON in UTF-8: an object, an array of objects, an object with such an array in it, or a line of JSON for
// each article; values one after the other without commas are read too. Parts are known by the names of
// partNamed, also one level down ("source": {"name": …}, "attributes": {"title": …}). InvalidInput when it is
// no JSON, with line and column, or when no record with a title or a body is in it.
base::Result<RecordList> readRecordFile(std::string_view text);

} // namespace ingest
