// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/article.h>

#include <string>
#include <string_view>

namespace ingest {

// What a record, a column or a line "Name: value" may carry of an article.
enum class Part { None, Title, Body, Summary, Published, Source, Url, Id, Author, Language, Categories };

// The part a name stands for, in the names services and spreadsheets use in several languages; case, spaces,
// signs and accents do not matter. Of two names for one part the lower rank is the better one: a record's
// "published" goes before its "updated".
struct NamedPart {
    Part part = Part::None;
    int rank = 0;
};
NamedPart partNamed(std::string_view name);

// "title", "body", "summary", "published", "source", "url", "id", "author", "language", "categories"; "-" for
// none. partOf reads them back; None for any other word.
std::string_view partName(Part part);
Part partOf(std::string_view name);

// Fills the part where it is still empty; of several bodies the longest stays. HTML becomes text; a date that
// cannot be read becomes a warning of the article.
void setPart(base::Article& article, Part part, std::string value);

// The address when it is an absolute one of the web, else empty.
std::string httpAddress(std::string_view address);

} // namespace ingest
