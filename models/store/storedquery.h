// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/query.h>
#include <store/database.h>

#include <string_view>

namespace store {

// desk::parseQuery with the saved searches of this store.
base::Result<desk::Query> parseStoredQuery(Database& database, std::string_view text, base::Instant now);

} // namespace store
