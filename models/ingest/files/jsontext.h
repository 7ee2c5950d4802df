// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>

#include <nlohmann/json.hpp>

#include <string_view>

namespace ingest {

// JSON from outside: discarded when it is not valid, is nested deeper than any real document, so that walking
// or copying the value cannot exhaust the stack, or holds more values than any set of articles.
nlohmann::json parseJson(std::string_view text);

// The same with the reason: "is not valid JSON: line 3, column 17: a comma before ']'". Columns count
// characters from 1.
base::Result<nlohmann::json> readJson(std::string_view text);

} // namespace ingest
