// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "storecommand.h"
#include "textinput.h"
#include "textreport.h"

#include <app/storyreport.h>
#include <base/analysisjson.h>
#include <store/articlestore.h>

#include <iostream>

namespace app {

int runShow(const Context& context, const ShowOptions& options)
{
    const std::unique_ptr<store::Database> database = openForReading(context);
    if (!database)
        return NoStore;
    const base::Result<store::StoredArticle> stored
        = store::readArticle(*database, options.id, context.options.asOf);
    if (!stored) {
        printFailure(stored.error());
        return stored.error().code == base::ErrorCode::NotFound ? SomeFailed : NoStore;
    }
    const base::Analysis analysis = stored->analysis.value_or(base::Analysis());
    const auto pack = enginePack(context);
    if (!pack) {
        printFailure(pack.error());
        return SomeFailed;
    }
    // Of a story it is not kept what it was then.
    const base::Result<std::optional<StoryReport>> story = context.options.asOf
        ? base::Result<std::optional<StoryReport>>(std::optional<StoryReport>())
        : storyReport(*database, **pack, options.id);
    if (!story) {
        printFailure(story.error());
        return NoStore;
    }
    if (options.format == "json") {
        std::string json
            = base::toJson(analysis, base::JsonDetail::Contract, "id", std::to_string(options.id));
        if (*story) {
            json.pop_back(); // the object's brace
            json += ",\"story\":" + storyJson(**story) + '}';
        }
        std::cout << json << '\n';
    } else {
        std::cout << textReport(stored->article, analysis);
        if (*story)
            std::cout << '\n' << storyText(**story, options.id);
    }
    return AllDone;
}

} // namespace app
