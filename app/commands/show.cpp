// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "storecommand.h"
#include "textinput.h"
#include "textreport.h"

#include <base/analysisjson.h>
#include <store/articlestore.h>

#include <iostream>

namespace app {

int runShow(const Context& context, const ShowOptions& options)
{
    const std::unique_ptr<store::Database> database = openForReading(context);
    if (!database)
        return NoStore;
    const base::Result<store::StoredArticle> stored = store::readArticle(*database, options.id);
    if (!stored) {
        printFailure(stored.error());
        return stored.error().code == base::ErrorCode::NotFound ? SomeFailed : NoStore;
    }
    const base::Analysis analysis = stored->analysis.value_or(base::Analysis());
    if (options.format == "json")
        std::cout << base::toJson(analysis, base::JsonDetail::Contract, "id", std::to_string(options.id))
                  << '\n';
    else
        std::cout << textReport(stored->article, analysis);
    return AllDone;
}

} // namespace app
