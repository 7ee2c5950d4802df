// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "textinput.h"

#include <app/briefing.h>
#include <app/briefwriter.h>
#include <base/files.h>
#include <brief/briefbuilder.h>
#include <desk/storyview.h>
#include <store/storefile.h>

#include <iostream>

namespace app {

namespace {

base::Error invalid(const std::string& message, const std::string& context = "brief")
{
    return {base::ErrorCode::InvalidInput, message, context};
}

base::Result<brief::BriefInput> readSidecar(const std::string& file)
{
    const base::Result<std::string> text = base::readFile(file);
    if (!text)
        return text.error();
    base::Result<brief::BriefInput> input = brief::fromSidecar(*text);
    if (!input)
        input.error().context = file;
    return input;
}

// What one brief is to hold, or why that is not clear.
base::Result<BriefRequest> requestOf(const Context& context, const BriefOptions& options)
{
    BriefRequest request;
    request.asOf = context.options.asOf;
    request.query = options.query;
    request.inFull = static_cast<std::size_t>(options.inFull);
    request.limit = static_cast<std::size_t>(options.limit);
    base::Result<brief::House> house = houseOf(briefSettings(context.settings), context.options.dataDir);
    if (!house)
        return house.error();
    request.house = std::move(house).value();
    request.paper = paperOf(options.paper.empty() ? briefSettings(context.settings).paper : options.paper);
    if (options.article != 0) {
        request.article = options.article;
    } else if (!options.story.empty()) {
        request.kind = brief::Kind::Story;
        request.story = desk::storyNumber(options.story);
        if (request.story == 0)
            return invalid("is no story's name, like s12", options.story);
    } else if (options.decisions) {
        request.kind = brief::Kind::Decisions;
    } else if (!options.since.empty()) {
        if (const base::Outcome counted = countFrom(request, options.since); !counted)
            return counted.error();
    } else {
        request.kind = brief::Kind::Desk;
    }
    return request;
}

base::Result<brief::BriefInput> inputOf(const Context& context, const BriefOptions& options, int& code)
{
    if (!options.from.empty())
        return readSidecar(options.from);
    const base::Result<BriefRequest> request = requestOf(context, options);
    if (!request)
        return request.error();
    const base::Result<std::unique_ptr<store::Database>> database
        = store::Database::openForReading(context.storePath());
    if (!database) {
        code = NoStore;
        return database.error();
    }
    return readBriefInput(**database, *request, currentInstant(), [&context] { return enginePack(context); });
}

// What is wrong with the words of the command; empty when nothing is.
std::string fault(const BriefOptions& options)
{
    const int named = (options.article != 0 ? 1 : 0) + (options.story.empty() ? 0 : 1)
        + (options.decisions ? 1 : 0) + (options.since.empty() ? 0 : 1) + (options.from.empty() ? 0 : 1);
    const bool query = options.queried && options.since.empty();
    if (named + (query ? 1 : 0) != 1)
        return "name one of a query, --article, --story, --decisions, --since and --from";
    if (options.out.empty() == options.into.empty())
        return "name the file with -o, or a folder with --into";
    return {};
}

} // namespace

int runBrief(const Context& context, const BriefOptions& options)
{
    if (const std::string wrong = fault(options); !wrong.empty()) {
        printFailure(invalid(wrong));
        return UsageError;
    }
    const std::filesystem::path named = options.into.empty() ? options.out : options.name;
    if (!briefFormat(named)) {
        printFailure(invalid("its ending names no format: .pdf, .html, .md, .txt or .json", named.string()));
        return UsageError;
    }
    int code = SomeFailed;
    base::Result<brief::BriefInput> input = inputOf(context, options, code);
    if (!input) {
        printFailure(input.error());
        return code;
    }
    std::filesystem::path out = options.out;
    if (!options.into.empty()) {
        std::error_code ignored; // the failure shows when the file is written
        std::filesystem::create_directories(options.into, ignored);
        out = briefPath(options.into, options.name, *input, brief::build(*input).title);
    }
    if (store::isOfStore(context.storePath(), out)) {
        printFailure(invalid("is Leadline's own store; it was left as it is", out.string()));
        return UsageError;
    }
    const base::Result<int> pages = writeBrief(
        std::move(input).value(), out, options.from.empty() ? Sidecar::Write : Sidecar::Keep);
    if (!pages) {
        printFailure(pages.error());
        return SomeFailed;
    }
    std::cout << out.string();
    if (*pages > 0)
        std::cout << ": " << *pages << (*pages == 1 ? " page" : " pages");
    std::cout << '\n';
    return AllDone;
}

} // namespace app
