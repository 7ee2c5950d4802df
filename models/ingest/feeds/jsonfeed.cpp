// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "jsonfeed.h"

#include <base/strings.h>
#include <ingest/cleanhtml.h>
#include <ingest/dates.h>
#include <ingest/htmltext.h>

#include <nlohmann/json.hpp>

namespace ingest {

namespace {

using Json = nlohmann::json;

std::string text(const Json& object, const char* name)
{
    const auto it = object.find(name);
    if (it == object.end())
        return {};
    if (it->is_string())
        return base::repairedUtf8(it->get_ref<const std::string&>());
    return it->is_number() ? it->dump() : std::string();
}

std::optional<base::Instant> date(const Json& object, const char* name, std::vector<std::string>& warnings)
{
    const std::string value = text(object, name);
    if (value.empty())
        return std::nullopt;
    const std::optional<base::Instant> instant = readDate(value);
    if (!instant)
        warnings.push_back("date not readable: " + value);
    return instant;
}

// Without commas before a closing bracket, and control characters in strings as spaces.
std::string mendedJson(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    bool string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (string && c == '\\' && at + 1 < text.size()) {
            out += c;
            out += text[++at];
            continue;
        }
        if (c == '"')
            string = !string;
        if (string && static_cast<unsigned char>(c) < 0x20) {
            out += ' ';
            continue;
        }
        if (!string && (c == ']' || c == '}')) {
            const std::size_t last = out.find_last_not_of(" \n\r\t");
            if (last != std::string::npos && out[last] == ',')
                out.resize(last);
        }
        out += c;
    }
    return out;
}

std::vector<base::Person> authors(const Json& object)
{
    std::vector<base::Person> people;
    if (const auto list = object.find("authors"); list != object.end() && list->is_array()) {
        for (const Json& author : *list) {
            if (author.is_object())
                people.push_back({text(author, "name"), {}, absoluteUrl({}, text(author, "url"))});
        }
    }
    if (const auto one = object.find("author"); people.empty() && one != object.end() && one->is_object())
        people.push_back({text(*one, "name"), {}, absoluteUrl({}, text(*one, "url"))});
    std::erase_if(people,
        [](const base::Person& who) { return who.name.empty() && who.url.find("://") == std::string::npos; });
    return people;
}

// Plain text as HTML: signs as references, blank lines as paragraphs.
std::string asHtml(std::string plain)
{
    base::replaceAll(plain, "&", "&amp;");
    base::replaceAll(plain, "<", "&lt;");
    base::replaceAll(plain, ">", "&gt;");
    if (plain.find("\n\n") == std::string::npos)
        return plain;
    base::replaceAll(plain, "\n\n", "</p><p>");
    return "<p>" + plain + "</p>";
}

base::FeedEntry entry(const Json& item, const FeedContext& context, const std::string& home)
{
    base::FeedEntry result;
    const std::string from = home.empty() ? context.url : home;
    result.id = text(item, "id");
    result.title = htmlToLine(text(item, "title"));
    result.link = absoluteUrl(from, text(item, "url"));
    if (result.link.empty())
        result.link = absoluteUrl(from, text(item, "external_url"));
    result.content = cleanHtml(text(item, "content_html"), from);
    if (result.content.empty())
        result.content = asHtml(text(item, "content_text"));
    result.summary = asHtml(text(item, "summary"));
    result.published = date(item, "date_published", result.warnings);
    result.updated = date(item, "date_modified", result.warnings);
    result.authors = authors(item);
    result.language = text(item, "language");
    if (const std::string tag = htmlToLine(text(item, "tags")); !tag.empty())
        result.categories.push_back(tag); // one, not in a list
    if (const auto tags = item.find("tags"); tags != item.end() && tags->is_array()) {
        for (const Json& tag : *tags) {
            if (tag.is_string())
                result.categories.push_back(htmlToLine(tag.get<std::string>()));
        }
    }
    if (const auto files = item.find("attachments"); files != item.end() && files->is_array()) {
        for (const Json& file : *files) {
            if (!file.is_object())
                continue;
            base::Enclosure enclosure{
                absoluteUrl(from, text(file, "url")), text(file, "mime_type"), std::nullopt};
            if (const auto size = file.find("size_in_bytes");
                size != file.end() && size->is_number_unsigned())
                enclosure.length = size->get<std::uint64_t>();
            result.enclosures.push_back(std::move(enclosure));
        }
    }
    return result;
}

} // namespace

base::Result<base::ParsedFeed> parseJsonFeed(std::string_view bytes, const FeedContext& context)
{
    Json root = Json::parse(bytes, nullptr, false);
    const bool mended = root.is_discarded();
    if (mended)
        root = Json::parse(mendedJson(bytes), nullptr, false);
    if (root.is_discarded() || !root.is_object())
        return base::Error{base::ErrorCode::InvalidInput, "is not valid JSON"};
    const auto items = root.find("items");
    const std::string version = text(root, "version");
    if (version.find("jsonfeed") == std::string::npos && (items == root.end() || !items->is_array()))
        return base::Error{base::ErrorCode::InvalidInput, "is JSON, but not a feed"};
    base::ParsedFeed feed;
    if (mended) {
        feed.wellformed = false;
        feed.warnings.emplace_back(
            "the JSON is not valid; commas and control characters too many were left out");
    }
    feed.format = version.find("version/1.1") != std::string::npos ? "jsonfeed11" : "jsonfeed10";
    feed.feed.title = htmlToLine(text(root, "title"));
    feed.feed.link = absoluteUrl(context.url, text(root, "home_page_url"));
    feed.feed.id = text(root, "feed_url");
    feed.feed.description = text(root, "description");
    feed.feed.language = text(root, "language");
    feed.feed.authors = authors(root);
    if (!feed.feed.authors.empty())
        feed.feed.author = feed.feed.authors.front().name;
    if (items == root.end() || !items->is_array())
        return feed;
    for (const Json& item : *items) {
        if (item.is_object())
            feed.entries.push_back(entry(item, context, feed.feed.link));
        else
            feed.warnings.emplace_back("an item that is no object was left out");
    }
    return feed;
}

} // namespace ingest
