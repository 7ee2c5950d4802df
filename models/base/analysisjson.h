// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/article.h>
#include <base/result.h>

#include <string>
#include <string_view>

namespace base {

enum class JsonDetail {
    Contract, // exactly the members of the command line's contract
    Full // these and all others, so that analysisFromJson gives back an equal value
};

// One line of UTF-8 JSON without a line end; the same bytes for the same value. `key` and `id` are written
// first ("id": "a-1"); pass an empty key to leave them out.
std::string toJson(
    const Analysis& analysis, JsonDetail detail, std::string_view key = {}, std::string_view id = {});

// Reads what toJson wrote with JsonDetail::Full. InvalidInput names the member that does not fit.
Result<Analysis> analysisFromJson(std::string_view json);

} // namespace base
