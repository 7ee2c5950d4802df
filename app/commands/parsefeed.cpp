// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "textinput.h"

#include <base/strings.h>
#include <ingest/feeds/feedparser.h>
#include <ingest/htmltext.h>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <iostream>

namespace app {

namespace {

using Json = nlohmann::ordered_json;

Json orNull(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json orNull(const std::optional<base::Instant>& time)
{
    return time ? Json(base::toIso(*time)) : Json(nullptr);
}

// Titles and names are plain text. Where a reader of HTML would take a part of them for markup or a
// reference, that part is escaped, so that the field says the same to both kinds of reader and is never
// markup.
Json plain(const std::string& text)
{
    const std::size_t sign = text.find('<');
    const bool tag = sign != std::string::npos
        && text.find_first_not_of("< \t\r\n", sign) != std::string::npos && ingest::htmlToLine(text) != text;
    if (!tag && ingest::decodeReferences(text) == text)
        return orNull(text);
    std::string escaped = text;
    base::replaceAll(escaped, "&", "&amp;");
    base::replaceAll(escaped, "<", "&lt;");
    return escaped;
}

// A title that was sent without words is not one that is missing.
Json titleJson(const std::string& title, bool sent)
{
    return title.empty() && sent ? Json("") : plain(title);
}

Json peopleJson(const std::vector<base::Person>& people)
{
    Json list = Json::array();
    for (const base::Person& person : people)
        list.push_back(
            {{"name", plain(person.name)}, {"email", orNull(person.email)}, {"url", orNull(person.url)}});
    return list;
}

Json textsJson(const std::vector<std::string>& texts)
{
    Json list = Json::array();
    for (const std::string& text : texts)
        list.push_back(plain(text));
    return list;
}

// The numbers of the bits that are set: hours of the day in UTC, days of the week from Sunday = 0.
Json bitsJson(std::uint32_t bits)
{
    Json list = Json::array();
    for (int bit = 0; bit < 32; ++bit) {
        if ((bits >> bit & 1U) != 0)
            list.push_back(bit);
    }
    return list;
}

Json feedJson(const base::FeedInfo& feed)
{
    return {{"title", titleJson(feed.title, feed.titled)}, {"link", orNull(feed.link)},
        {"id", orNull(feed.id)}, {"description", orNull(feed.description)},
        {"language", orNull(feed.language)}, {"author", plain(feed.author)},
        {"authors", peopleJson(feed.authors)}, {"contributors", peopleJson(feed.contributors)},
        {"copyright", plain(feed.copyright)}, {"published", orNull(feed.published)},
        {"updated", orNull(feed.updated)}, {"categories", textsJson(feed.categories)},
        {"ttl", feed.ttlMinutes > 0 ? Json(feed.ttlMinutes) : Json(nullptr)},
        {"skip_hours", bitsJson(feed.skipHours)}, {"skip_days", bitsJson(feed.skipDays)}};
}

Json entryJson(const base::FeedEntry& entry)
{
    Json enclosures = Json::array();
    for (const base::Enclosure& enclosure : entry.enclosures) {
        enclosures.push_back({{"url", orNull(enclosure.url)}, {"type", orNull(enclosure.type)},
            {"length", enclosure.length ? Json(*enclosure.length) : Json(nullptr)}});
    }
    const std::string author = entry.authors.empty() ? std::string()
        : entry.authors.front().name.empty()         ? entry.authors.front().email
                                                     : entry.authors.front().name;
    Json json{{"title", titleJson(entry.title, entry.titled)}, {"link", orNull(entry.link)},
        {"id", orNull(entry.id)}, {"published", orNull(entry.published)}, {"updated", orNull(entry.updated)},
        {"summary", orNull(entry.summary)}, {"content", orNull(entry.content)}, {"author", plain(author)},
        {"authors", peopleJson(entry.authors)}, {"contributors", peopleJson(entry.contributors)},
        {"categories", textsJson(entry.categories)}, {"enclosures", enclosures},
        {"language", orNull(entry.language)}, {"copyright", plain(entry.copyright)},
        {"comments", orNull(entry.comments)}};
    if (!entry.headline.empty())
        json["headline"] = plain(entry.headline);
    if (entry.source)
        json["source"] = feedJson(*entry.source);
    return json;
}

Json parse(const std::string& file, const ParseFeedOptions& options, bool& failed)
{
    base::Result<std::string> bytes = readFileOrInput(file, ingest::MaxFeedBytes);
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
    for (const std::string& omission : parsed->leftOut)
        printFailure({base::ErrorCode::TooLarge, omission, file});
    bytes = std::string(); // large feeds are held as seldom as can be
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
