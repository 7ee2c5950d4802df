// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "storecommand.h"
#include "textinput.h"

#include <app/briefing.h>
#include <base/files.h>
#include <store/articlestore.h>

#include <iostream>

namespace app {

namespace {

base::Result<brief::BriefInput> inputOf(const Context& context, const BriefOptions& options, int& code)
{
    if (!options.from.empty()) {
        const base::Result<std::string> text = base::readFile(options.from);
        if (!text)
            return text.error();
        base::Result<brief::BriefInput> input = brief::fromSidecar(*text);
        if (!input)
            input.error().context = options.from;
        return input;
    }
    const base::Result<std::unique_ptr<store::Database>> database
        = store::Database::openForReading(context.storePath());
    if (!database) {
        code = NoStore;
        return database.error();
    }
    std::int64_t article = options.article;
    if (article == 0) {
        desk::FeedRequest request;
        request.query = options.query;
        request.limit = 1;
        request.asOf = context.options.asOf;
        const base::Result<desk::FeedPage> page = store::readPage(**database, request, currentInstant());
        if (!page)
            return page.error();
        if (page->rows.empty())
            return base::Error{base::ErrorCode::NotFound, "no article matches", options.query};
        article = page->rows.front().id;
    }
    base::Result<brief::BriefInput> input
        = briefInput(**database, article, currentInstant(), context.options.asOf);
    if (input)
        input->paper = options.paper == "letter" ? brief::Paper::Letter : brief::Paper::A4;
    return input;
}

} // namespace

int runBrief(const Context& context, const BriefOptions& options)
{
    const int named
        = (options.query.empty() ? 0 : 1) + (options.article == 0 ? 0 : 1) + (options.from.empty() ? 0 : 1);
    if (named != 1) {
        printFailure({base::ErrorCode::InvalidInput, "name one of a query, --article and --from", "brief"});
        return UsageError;
    }
    int code = SomeFailed;
    base::Result<brief::BriefInput> input = inputOf(context, options, code);
    if (!input) {
        printFailure(input.error());
        return code;
    }
    const base::Result<int> pages = writeBrief(std::move(input).value(), options.out);
    if (!pages) {
        printFailure(pages.error());
        return SomeFailed;
    }
    std::cout << options.out << ": " << *pages << (*pages == 1 ? " page" : " pages") << '\n';
    return AllDone;
}

} // namespace app
