// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <base/result.h>
#include <desk/viewchanges.h>
#include <store/database.h>

#include <optional>
#include <string>

// What changed in a view since it was last looked at. A view is known by the query it shows.
namespace store {

base::Result<std::optional<base::Instant>> viewSeen(Database& database, const std::string& query);
// Gives what stood there before, so that it can be set back (nothing: forgotten).
base::Result<std::optional<base::Instant>> setViewSeen(
    Database& database, const std::string& query, std::optional<base::Instant> at);

// Of the articles that match the query now and are not hidden: those received after `since`, those whose
// text was revised after it, and those whose scores another analysis moved, at most `limit` of each, newest
// first. InvalidInput when the query cannot be read.
base::Result<desk::ViewChanges> readViewChanges(
    Database& database, const std::string& query, base::Instant since, base::Instant now, int limit);

} // namespace store
