// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <base/result.h>
#include <desk/query.h>
#include <store/database.h>

#include <cstdint>
#include <string>
#include <vector>

// What the analyst does with articles. Each change is one transaction, written through (synchronous=FULL)
// before it returns, and gives the ids it changed, so that exactly those can be changed back.
namespace store {

using Ids = std::vector<std::int64_t>;

// Of one article alone, when it was read is kept too.
base::Result<Ids> setRead(Database& database, const Ids& ids, bool read, base::Instant at);
base::Result<Ids> setStarred(Database& database, const Ids& ids, bool starred);
base::Result<Ids> setHidden(Database& database, const Ids& ids, bool hidden);
// Marks all that match and are not hidden.
base::Result<Ids> markMatchesRead(Database& database, const desk::Query& query);

// The name as it will be kept: trimmed, inner blanks as one. InvalidInput when it is empty, longer than 60
// characters, or holds a quote.
base::Result<std::string> labelName(const std::string& text);
// Makes the label when there is none of that name, whatever its case.
base::Result<Ids> addLabel(Database& database, const Ids& ids, const std::string& name);
// A label that no article carries any more is gone.
base::Result<Ids> removeLabel(Database& database, const Ids& ids, const std::string& name);

struct Label {
    std::string name;
    std::int64_t articles = 0;
};

// By name.
base::Result<std::vector<Label>> readLabels(Database& database);
// Gives the former note. NotFound when there is no such article.
base::Result<std::string> setNote(Database& database, std::int64_t id, const std::string& note);

} // namespace store
