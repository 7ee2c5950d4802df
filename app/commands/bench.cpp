// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "storecommand.h"
#include "textinput.h"

#include <app/pipeline.h>
#include <engine/knowledge/playbookbench.h>
#include <store/articlestore.h>

#include <iostream>

namespace app {

// The playbook bench: the articles of a query whose text would be another with this folder's data.
int runBench(const Context& context, const BenchOptions& options)
{
    const auto today = enginePack(context);
    if (!std::filesystem::is_directory(options.folder)) {
        printFailure({base::ErrorCode::NotFound, "is no folder", options.folder});
        return SomeFailed;
    }
    const base::Result<base::ResourceFiles> files = packFiles(options.folder);
    const auto changed = files ? engine::loadPack(*files)
                               : base::Result<std::shared_ptr<const engine::Pack>>(files.error());
    if (!today || !changed) {
        printFailure(today ? changed.error() : today.error());
        return SomeFailed;
    }
    const std::unique_ptr<store::Database> database = openForReading(context);
    if (!database)
        return NoStore;
    desk::FeedRequest request;
    request.query = options.query;
    request.limit = options.limit;
    const base::Result<desk::FeedPage> page = store::readPage(*database, request, currentInstant());
    if (!page) {
        printFailure(page.error());
        return page.error().code == base::ErrorCode::InvalidInput ? UsageError : NoStore;
    }
    int different = 0;
    for (const auto& row : page->rows) {
        const base::Result<store::StoredArticle> article = store::readArticle(*database, row.id);
        if (!article)
            continue;
        const engine::OutputChange change = engine::outputChange(
            analyseArticle(**today, article->article), analyseArticle(**changed, article->article));
        if (change.empty())
            continue;
        std::cout << row.id << ' ' << row.title << '\n';
        for (const std::string& line : change.removed)
            std::cout << "  - " << line << '\n';
        for (const std::string& line : change.added)
            std::cout << "  + " << line << '\n';
        ++different;
    }
    std::cout << different << " of " << page->rows.size() << " articles would read otherwise\n";
    return AllDone;
}

} // namespace app
