// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/query.h>
#include <store/database.h>

#include <optional>
#include <string_view>

namespace store {

// desk::parseQuery with the saved searches of this store. As of an instant: relative times count back from
// it, and what had not been received by then does not match.
base::Result<desk::Query> parseStoredQuery(Database& database, std::string_view text, base::Instant now,
    std::optional<base::Instant> asOf = std::nullopt);

} // namespace store
