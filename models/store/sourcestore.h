// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>
#include <base/source.h>
#include <store/database.h>

#include <string>
#include <vector>

namespace store {

// The source with this url (unique); made when there is none. An existing one keeps its own title, unless
// that is empty.
base::Result<base::Source> ensureSource(Database& database, const base::Source& source);
base::Result<std::vector<base::Source>> readSources(Database& database);
// Writes lastFetched, lastSucceeded, etag, lastModified, lastError and failures.
base::Outcome recordFetch(Database& database, const base::Source& source);
// Ends a subscription; its articles stay (the source becomes SourceKind::File). NotFound.
base::Outcome removeFeed(Database& database, std::int64_t id);

} // namespace store
