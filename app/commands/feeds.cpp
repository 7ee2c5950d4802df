// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "storecommand.h"
#include "textinput.h"

#include <base/files.h>
#include <base/strings.h>
#include <ingest/htmltext.h>
#include <ingest/opml/opml.h>
#include <store/sourcestore.h>

#include <charconv>
#include <iostream>

namespace app {

namespace {

int failed(const base::Error& error)
{
    printFailure(error);
    return SomeFailed;
}

int addFeed(store::Database& database, const base::Subscription& subscription)
{
    base::Source source;
    source.kind = base::SourceKind::Feed;
    source.url = ingest::absoluteUrl({}, subscription.url);
    source.title = subscription.title;
    source.site = subscription.site;
    source.folder = base::join(subscription.folder, "/");
    if (source.url.find("://") == std::string::npos)
        return failed({base::ErrorCode::InvalidInput, "is not an http address", subscription.url});
    const base::Result<base::Source> stored = store::ensureSource(database, source);
    return stored ? AllDone : failed(stored.error());
}

int exportFeeds(store::Database& database, const std::string& file)
{
    const base::Result<std::vector<base::Source>> sources = store::readSources(database);
    if (!sources)
        return failed(sources.error());
    ingest::SubscriptionList list;
    list.title = "Leadline subscriptions";
    for (const base::Source& source : *sources) {
        if (source.kind != base::SourceKind::Feed)
            continue;
        base::Subscription subscription{source.url, source.title, source.site, {}};
        for (const std::string_view part : base::split(source.folder, '/')) {
            if (!part.empty())
                subscription.folder.emplace_back(part);
        }
        list.subscriptions.push_back(std::move(subscription));
    }
    const base::Outcome written = base::writeFile(file, ingest::writeOpml(list));
    return written ? AllDone : failed(written.error());
}

} // namespace

int runFeeds(const Context& context, const FeedsOptions& options)
{
    const std::unique_ptr<store::Database> database = openForWriting(context);
    if (!database)
        return NoStore;
    using Action = FeedsOptions::Action;
    switch (options.action) {
    case Action::List: {
        const base::Result<std::vector<base::Source>> sources = store::readSources(*database);
        if (!sources)
            return failed(sources.error());
        for (const base::Source& source : *sources) {
            if (source.kind == base::SourceKind::Feed)
                std::cout << source.id << '\t' << source.title << '\t' << source.url << '\t' << source.folder
                          << '\t' << source.lastError << '\n';
        }
        return AllDone;
    }
    case Action::Add:
        return addFeed(*database, {options.argument, {}, {}, {}});
    case Action::Remove: {
        std::int64_t id = 0;
        std::from_chars(options.argument.data(), options.argument.data() + options.argument.size(), id);
        const base::Outcome removed = store::removeFeed(*database, id);
        return removed ? AllDone : failed(removed.error());
    }
    case Action::Import: {
        const base::Result<std::string> bytes = base::readFile(options.argument);
        if (!bytes)
            return failed(bytes.error());
        const base::Result<ingest::SubscriptionList> list = ingest::readOpml(*bytes);
        if (!list)
            return failed({list.error().code, list.error().message, options.argument});
        int code = AllDone;
        for (const base::Subscription& subscription : list->subscriptions)
            code = std::max(code, addFeed(*database, subscription));
        return code;
    }
    case Action::Export:
        return exportFeeds(*database, options.argument);
    }
    return UsageError;
}

} // namespace app
