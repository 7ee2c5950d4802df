// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "storecommand.h"
#include "textinput.h"

#include <app/articleexport.h>

#include <iostream>

namespace app {

int runExport(const Context& context, const ExportOptions& options)
{
    std::string ending = std::filesystem::path(options.out).extension().string();
    if (!ending.empty())
        ending.erase(0, 1);
    const std::optional<ExportFormat> format
        = exportFormat(options.format.empty() ? options.out == "-" ? "ndjson" : ending : options.format);
    if (!format) {
        printFailure({base::ErrorCode::InvalidInput,
            "its ending names no format: .json, .ndjson, .csv or .md, or --format", options.out});
        return UsageError;
    }
    const std::unique_ptr<store::Database> database = openForReading(context);
    if (!database)
        return NoStore;
    desk::FeedRequest request;
    request.query = options.query;
    request.sort = desk::Sort::Received;
    request.limit = options.limit;
    request.asOf = context.options.asOf;
    const base::Result<int> written = options.out == "-"
        ? exportArticles(*database, request, *format, currentInstant(), std::cout)
        : exportArticles(*database, request, *format, currentInstant(), std::filesystem::path(options.out));
    if (!written) {
        printFailure(written.error());
        return written.error().code == base::ErrorCode::InvalidInput ? UsageError
            : written.error().code == base::ErrorCode::Io            ? SomeFailed
                                                                     : NoStore;
    }
    if (options.out != "-")
        std::cout << *written << (*written == 1 ? " article" : " articles") << " written to " << options.out
                  << '\n';
    return AllDone;
}

} // namespace app
