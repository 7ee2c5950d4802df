// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace ingest {

// The records of a JSON value.
struct JsonRecords {
    const nlohmann::json* array = nullptr; // into the value or `made`; null: the value is a record itself
    nlohmann::json made; // records put together from a table by columns or an object of records
    std::string source; // title of what holds the list; may be empty
};

// Finds them: an array; the list in an object that wraps it, by its usual names, else the longest list of
// objects; an object whose members all are records; columns ("title": […], "body": […]). An object with a
// body of its own is a record, whatever lists it holds.
void findRecords(const nlohmann::json& root, JsonRecords& records);

} // namespace ingest
