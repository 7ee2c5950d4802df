// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>
#include <base/source.h>
#include <desk/feedview.h>
#include <store/articlestore.h>
#include <store/database.h>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace store {

// The source with this url (unique); made when there is none. An existing one keeps its own title, unless
// that is empty.
base::Result<base::Source> ensureSource(Database& database, const base::Source& source);
// The same for a whole list in one transaction, in its order. A feed that the list names again, in another
// folder or by another title, stays one source; its further places are kept as listings.
base::Result<std::vector<base::Source>> ensureSources(
    Database& database, const std::vector<base::Source>& sources);
base::Result<std::vector<base::Source>> readSources(Database& database);
// The sources as lists of subscriptions name them: each once for every folder and title it is listed under.
base::Result<std::vector<base::Source>> readListings(Database& database);
// What one input brought.
struct Arrival {
    base::Source source; // id 0: found by its url or made
    std::vector<base::Article> articles; // sourceId is set here
    std::optional<base::FetchRecord> fetch; // of a fetch: what it changed in the source is written and logged
    std::optional<base::WatchedFile> file; // remembered as read
};

struct StoredArrival {
    std::int64_t sourceId = 0;
    StoredBatch batch;
};

// All in one transaction. A fetch updates the source's times, validators, errors, rhythm and address (when
// the new one is free), and a log line with the counts; the last hundred lines of a source are kept.
base::Result<std::vector<StoredArrival>> storeArrivals(Database& database, std::span<Arrival> arrivals);

// Of these articles, the places of those that the source does not hold with this fingerprint.
base::Result<std::vector<std::size_t>> newOrChanged(
    Database& database, std::int64_t source, std::span<const base::Article> articles);

// Of these files, those that were not read as they are now.
base::Result<std::vector<base::WatchedFile>> unreadFiles(
    Database& database, const std::vector<base::WatchedFile>& files);

// The columns of tables as the analyst set or accepted them, by ingest's key of the header row.
using TableMappings = std::map<std::string, std::string>;
base::Result<TableMappings> readTableMappings(Database& database);
base::Outcome saveTableMapping(Database& database, const std::string& header, const std::string& mapping);

// Counts again what each source has brought; throws SQLite::Exception. For repairs.
void recountSources(SQLite::Database& handle);

// Each source with its counts, by folder and title.
base::Result<std::vector<desk::SourceHealth>> readSourceHealth(Database& database, base::Instant now);
// Newest first.
base::Result<std::vector<base::FetchRecord>> readFetchLog(Database& database, std::int64_t source, int limit);

// What the analyst sets: title, folder, fullText. NotFound.
base::Outcome changeSource(Database& database, const base::Source& source);
// Makes a failing, waiting or gone feed due now.
base::Outcome makeDue(Database& database, std::int64_t source);

// Ends a subscription, or the watch over a folder; its articles stay (the source becomes SourceKind::File).
// NotFound.
base::Outcome removeFeed(Database& database, std::int64_t id);

} // namespace store
