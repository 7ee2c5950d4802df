// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/article.h>
#include <base/result.h>

#include <string>
#include <string_view>
#include <vector>

namespace ingest {

// What a record may call the parts of an article; also used for the columns of a table.
enum class Part { None, Title, Body, Summary, Published, Source, Url, Id, Author, Language, Categories };
Part partNamed(std::string_view name);
void setPart(base::Article& article, Part part, std::string value);

// The address when it is an absolute one of the web, else empty.
std::string httpAddress(std::string_view address);

struct RecordList {
    std::vector<base::Article> articles; // incomplete: see ingest::complete
    std::vector<std::string> warnings; // one for each record that could not be read
};

// JSON in UTF-8: an object, an array of objects, an object with such an array in it, or a line of JSON for
// each article. InvalidInput when no record with a title or a body is in it.
base::Result<RecordList> readRecordFile(std::string_view text);

} // namespace ingest
