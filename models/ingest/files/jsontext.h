// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include <string_view>

namespace ingest {

// JSON from outside: discarded when it is not valid or is nested deeper than any real document, so that
// walking or copying the value cannot exhaust the stack.
nlohmann::json parseJson(std::string_view text);

} // namespace ingest
