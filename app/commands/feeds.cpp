// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "storecommand.h"
#include "textinput.h"

#include <app/sourcelist.h>
#include <base/files.h>
#include <base/strings.h>
#include <ingest/htmltext.h>
#include <ingest/opml/opml.h>
#include <store/sourcestore.h>
#include <store/storefile.h>

#include <nlohmann/json.hpp>

#include <charconv>
#include <iostream>
#include <set>

namespace app {

namespace {

int failed(const base::Error& error)
{
    printFailure(error);
    return SomeFailed;
}

// The number of a source on the command line.
base::Result<std::int64_t> sourceId(const std::string& argument)
{
    std::int64_t id = 0;
    const char* end = argument.data() + argument.size();
    if (std::from_chars(argument.data(), end, id).ptr != end || argument.empty())
        return base::Error{base::ErrorCode::InvalidInput, "is not the number of a source", argument};
    return id;
}

base::Error ownStore(const std::string& file)
{
    return {base::ErrorCode::InvalidInput, "is Leadline's own store; it was left as it is", file};
}

int importFeeds(store::Database& database, const std::string& file)
{
    if (store::isOfStore(database.file(), file))
        return failed(ownStore(file));
    const base::Result<std::string> bytes = base::readFile(file);
    if (!bytes)
        return failed(bytes.error());
    const base::Result<ingest::SubscriptionList> list = ingest::readOpml(*bytes);
    if (!list)
        return failed({list.error().code, list.error().message, file});
    int code = AllDone;
    for (const std::string& omission : list->leftOut)
        code = failed({base::ErrorCode::InvalidInput, omission, file});
    const std::vector<base::Source> sources = sourcesOf(list->subscriptions);
    const base::Result<std::vector<base::Source>> stored = store::ensureSources(database, sources);
    if (!stored)
        return failed(stored.error());
    // A list may name a feed twice; it is one subscription.
    std::set<std::int64_t> ids;
    for (const base::Source& source : *stored)
        ids.insert(source.id);
    std::cout << ids.size() << " feeds subscribed\n";
    return code;
}

int exportFeeds(store::Database& database, const std::string& file)
{
    if (store::isOfStore(database.file(), file))
        return failed(ownStore(file));
    const base::Result<std::vector<base::Source>> sources = store::readListings(database);
    if (!sources)
        return failed(sources.error());
    const base::Outcome written = base::writeFile(file, ingest::writeOpml(listOf(*sources)));
    return written ? AllDone : failed(written.error());
}

using Json = nlohmann::ordered_json;

Json instantJson(const std::optional<base::Instant>& instant)
{
    return instant ? Json(base::toIso(*instant)) : Json(nullptr);
}

const char* kindName(base::SourceKind kind)
{
    switch (kind) {
    case base::SourceKind::Feed:
        return "feed";
    case base::SourceKind::Folder:
        return "folder";
    case base::SourceKind::File:
        return "file";
    }
    return "";
}

int listSources(store::Database& database, const std::string& format)
{
    const base::Result<std::vector<desk::SourceHealth>> list
        = store::readSourceHealth(database, currentInstant());
    if (!list)
        return failed(list.error());
    Json all = Json::array();
    for (const desk::SourceHealth& health : *list) {
        const base::Source& source = health.source;
        if (source.kind == base::SourceKind::File)
            continue;
        if (format == "table") {
            std::cout << source.id << '\t' << source.title << '\t' << source.url << '\t' << source.folder
                      << '\t' << (source.gone ? "gone: " : "") << source.lastError << '\n';
            continue;
        }
        all.push_back({{"id", source.id}, {"kind", kindName(source.kind)}, {"title", source.title},
            {"url", source.url}, {"site", source.site}, {"folder", source.folder},
            {"full_text", source.fullText}, {"articles", health.articles}, {"per_week", health.perWeek},
            {"last_fetched", instantJson(source.lastFetched)},
            {"last_succeeded", instantJson(source.lastSucceeded)},
            {"next_fetch", instantJson(source.nextFetch)}, {"interval_minutes", source.intervalMinutes},
            {"failures", source.failures}, {"gone", source.gone},
            {"error", source.lastError.empty() ? Json(nullptr) : Json(source.lastError)}});
    }
    if (format == "json")
        std::cout << all.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    return AllDone;
}

int printLog(store::Database& database, std::int64_t id, const std::string& format)
{
    constexpr int Lines = 100;
    const base::Result<std::vector<base::FetchRecord>> log = store::readFetchLog(database, id, Lines);
    if (!log)
        return failed(log.error());
    Json all = Json::array();
    for (const base::FetchRecord& line : *log) {
        if (format == "table") {
            std::cout << base::toIso(line.at) << '\t' << line.status << '\t' << line.bytes << " B\t"
                      << line.millis << " ms\t+" << line.added << '\t' << line.revised << " revised\t"
                      << line.message << '\n';
            continue;
        }
        all.push_back({{"at", base::toIso(line.at)}, {"status", line.status}, {"bytes", line.bytes},
            {"millis", line.millis}, {"added", line.added}, {"revised", line.revised},
            {"message", line.message.empty() ? Json(nullptr) : Json(line.message)}});
    }
    if (format == "json")
        std::cout << all.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    return AllDone;
}

int setFullText(store::Database& database, std::int64_t id, bool on)
{
    const base::Result<std::vector<base::Source>> sources = store::readSources(database);
    if (!sources)
        return failed(sources.error());
    base::Source changed;
    changed.id = id;
    for (const base::Source& source : *sources) {
        if (source.id == id)
            changed = source;
    }
    changed.fullText = on;
    const base::Outcome saved = store::changeSource(database, changed);
    return saved ? AllDone : failed(saved.error());
}

// The actions that name one source by its number.
int changeOne(store::Database& database, const FeedsOptions& options)
{
    const base::Result<std::int64_t> id = sourceId(options.argument);
    if (!id)
        return failed(id.error());
    using Action = FeedsOptions::Action;
    if (options.action == Action::Log)
        return printLog(database, *id, options.format);
    if (options.action == Action::FullText)
        return setFullText(database, *id, !options.off);
    const base::Outcome done
        = options.action == Action::Remove ? store::removeFeed(database, *id) : store::makeDue(database, *id);
    return done ? AllDone : failed(done.error());
}

} // namespace

int runFeeds(const Context& context, const FeedsOptions& options)
{
    using Action = FeedsOptions::Action;
    if (options.action == Action::Add)
        return subscribe(context, options.argument);
    const std::unique_ptr<store::Database> database = openForWriting(context);
    if (!database)
        return NoStore;
    switch (options.action) {
    case Action::List:
        return listSources(*database, options.format);
    case Action::Import:
        return importFeeds(*database, options.argument);
    case Action::Export:
        return exportFeeds(*database, options.argument);
    default:
        return changeOne(*database, options);
    }
}

} // namespace app
