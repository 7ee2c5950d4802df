// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "textinput.h"

#include <ingest/feeds/feedparser.h>

#include <nlohmann/json.hpp>

#include <iostream>

namespace app {

namespace {

using Json = nlohmann::ordered_json;

Json orNull(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json orNull(const std::optional<base::Instant>& time)
{
    return time ? Json(base::toIso(*time)) : Json(nullptr);
}

Json feedJson(const base::FeedInfo& feed)
{
    return {{"title", orNull(feed.title)}, {"link", orNull(feed.link)}, {"id", orNull(feed.id)},
        {"description", orNull(feed.description)}, {"language", orNull(feed.language)},
        {"author", orNull(feed.author)}, {"copyright", orNull(feed.copyright)},
        {"published", orNull(feed.published)}, {"updated", orNull(feed.updated)},
        {"categories", feed.categories}};
}

Json entryJson(const base::FeedEntry& entry)
{
    Json authors = Json::array();
    for (const base::Person& person : entry.authors)
        authors.push_back({{"name", orNull(person.name)}, {"email", orNull(person.email)}});
    Json enclosures = Json::array();
    for (const base::Enclosure& enclosure : entry.enclosures) {
        enclosures.push_back({{"url", orNull(enclosure.url)}, {"type", orNull(enclosure.type)},
            {"length", enclosure.length ? Json(*enclosure.length) : Json(nullptr)}});
    }
    const std::string author = entry.authors.empty() ? std::string()
        : entry.authors.front().name.empty()         ? entry.authors.front().email
                                                     : entry.authors.front().name;
    return {{"title", orNull(entry.title)}, {"link", orNull(entry.link)}, {"id", orNull(entry.id)},
        {"published", orNull(entry.published)}, {"updated", orNull(entry.updated)},
        {"summary", orNull(entry.summary)}, {"content", orNull(entry.content)}, {"author", orNull(author)},
        {"authors", authors}, {"categories", entry.categories}, {"enclosures", enclosures}};
}

Json parse(const std::string& file, const ParseFeedOptions& options, bool& failed)
{
    const base::Result<std::string> bytes = readFileOrInput(file);
    const base::Result<base::ParsedFeed> parsed = bytes
        ? ingest::parseFeed(*bytes, {options.url, options.contentType})
        : base::Result<base::ParsedFeed>(bytes.error());
    if (!parsed) {
        failed = true;
        base::Error error = parsed.error();
        if (error.context.empty())
            error.context = file;
        printFailure(error);
        return {{"file", file}, {"error", parsed.error().message}};
    }
    Json entries = Json::array();
    for (const base::FeedEntry& entry : parsed->entries)
        entries.push_back(entryJson(entry));
    return {{"file", file}, {"format", parsed->format}, {"encoding", orNull(parsed->encoding)},
        {"wellformed", parsed->wellformed}, {"feed", feedJson(parsed->feed)}, {"entries", entries}};
}

} // namespace

int runParseFeed(const Context&, const ParseFeedOptions& options)
{
    bool failed = false;
    const bool pretty = options.format == "json";
    for (const std::string& file : options.files)
        std::cout << parse(file, options, failed).dump(pretty ? 2 : -1) << '\n';
    return failed ? SomeFailed : AllDone;
}

} // namespace app
