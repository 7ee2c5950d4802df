// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>
#include <store/database.h>

#include <string>
#include <vector>

// Searches the analyst keeps by name. A name is unique whatever its case; what it stands for is a query that
// could be read when it was saved.
namespace store {

struct SavedSearch {
    std::string name;
    std::string query;
};

// In the analyst's order.
base::Result<std::vector<SavedSearch>> readSavedSearches(Database& database);
// Keeps the query under this name, in the place of what stood there; a new one goes to the end. Gives the
// former query, empty when there was none. InvalidInput: no name, or a quote in it.
base::Result<std::string> saveSearch(Database& database, const SavedSearch& search);
// NotFound; InvalidInput when another search has that name.
base::Outcome renameSearch(Database& database, const std::string& name, const std::string& newName);
// Gives what was removed, so that it can be saved again. NotFound.
base::Result<SavedSearch> removeSearch(Database& database, const std::string& name);
// To this place from 0 in the order.
base::Outcome moveSearch(Database& database, const std::string& name, int place);

} // namespace store
