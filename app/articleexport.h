// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>
#include <desk/feedview.h>
#include <store/database.h>

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>

namespace app {

// How a query's articles are written. `ingest` reads the first three back: the same id, title, text, times,
// source, address, author, language and categories.
enum class ExportFormat { Json, Ndjson, Csv, Markdown };

// By the name ("json", "ndjson", "csv", "md") or the ending of a file.
std::optional<ExportFormat> exportFormat(const std::string& nameOrEnding);

// Writes every article of the request's query (request.limit: at most so many) in its order, a page at a
// time; gives how many. What a spreadsheet would take for a formula is marked as text.
base::Result<int> exportArticles(store::Database& database, const desk::FeedRequest& request,
    ExportFormat format, base::Instant now, std::ostream& out);

// The same into a file, which appears only when it is whole. Replaces the file that stands there.
base::Result<int> exportArticles(store::Database& database, const desk::FeedRequest& request,
    ExportFormat format, base::Instant now, const std::filesystem::path& to);

} // namespace app
