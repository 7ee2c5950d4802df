// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>
#include <desk/querymatch.h>
#include <store/database.h>

#include <cstdint>

namespace store {

// All that a query can ask of a stored article. NotFound when there is no such article.
base::Result<desk::MatchedArticle> readMatchedArticle(Database& database, std::int64_t id);

} // namespace store
