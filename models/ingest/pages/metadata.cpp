// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "metadata.h"

#include <base/strings.h>
#include <ingest/dates.h>
#include <ingest/files/jsontext.h>
#include <ingest/htmltext.h>

#include <map>

namespace ingest {

namespace {

using Json = nlohmann::json;
constexpr int MaxDepth = 400;

struct Found {
    std::map<std::string, std::string> meta; // first value by lower-case name
    std::string documentTitle;
    std::string heading; // first h1
    std::string timeTag;
    std::string byline;
    std::string language;
    std::vector<Json> linked; // JSON-LD objects
};

void collectLinked(const Json& json, Found& found, int depth)
{
    if (depth > 6)
        return;
    if (json.is_array()) {
        for (const Json& item : json)
            collectLinked(item, found, depth + 1);
    } else if (json.is_object()) {
        found.linked.push_back(json);
        if (const auto graph = json.find("@graph"); graph != json.end())
            collectLinked(*graph, found, depth + 1);
    }
}

void walk(const xmlNode* node, Found& found, int depth)
{
    for (const xmlNode* child = node->children; child != nullptr && depth < MaxDepth; child = child->next) {
        const std::string tag = tagOf(child);
        if (tag.empty())
            continue;
        if (tag == "html" || tag == "body") {
            if (found.language.empty())
                found.language = attributeOf(child, "lang");
        } else if (tag == "meta") {
            std::string name = attributeOf(child, "property");
            if (name.empty())
                name = attributeOf(child, "name");
            if (name.empty())
                name = attributeOf(child, "itemprop");
            if (!name.empty())
                found.meta.emplace(base::lowerAscii(name), attributeOf(child, "content"));
        } else if (tag == "title" && found.documentTitle.empty()) {
            found.documentTitle = lineOf(child);
        } else if (tag == "link" && base::lowerAscii(attributeOf(child, "rel")) == "canonical") {
            found.meta.emplace("canonical", attributeOf(child, "href"));
        } else if (tag == "h1" && found.heading.empty()) {
            found.heading = lineOf(child);
        } else if (tag == "time" && found.timeTag.empty()) {
            found.timeTag = attributeOf(child, "datetime");
            if (found.timeTag.empty())
                found.timeTag = lineOf(child);
        } else if (tag == "script" && base::lowerAscii(attributeOf(child, "type")).find("ld+json") != std::string::npos) {
            std::string text;
            for (const xmlNode* part = child->children; part != nullptr; part = part->next) {
                if (part->content != nullptr)
                    text += reinterpret_cast<const char*>(part->content);
            }
            const Json json = parseJson(text);
            if (!json.is_discarded())
                collectLinked(json, found, 0);
        }
        if (found.byline.empty()) {
            const std::string mark = base::lowerAscii(attributeOf(child, "rel") + ' ' + attributeOf(child, "itemprop") + ' ' + attributeOf(child, "class"));
            const bool author = mark.find("author") != std::string::npos || mark.find("byline") != std::string::npos;
            if (author) {
                const std::string text = lineOf(child);
                if (!text.empty() && text.size() < 100)
                    found.byline = text;
            }
        }
        walk(child, found, depth + 1);
    }
}

std::string jsonText(const Json& object, const char* name)
{
    const auto it = object.find(name);
    if (it == object.end())
        return {};
    if (it->is_string())
        return htmlToLine(base::repairedUtf8(it->get<std::string>()));
    if (it->is_object())
        return jsonText(*it, "name");
    if (it->is_array() && !it->empty()) {
        std::string names;
        for (const Json& one : *it) {
            const std::string text = one.is_string() ? htmlToLine(one.get<std::string>()) : one.is_object() ? jsonText(one, "name") : std::string();
            if (!text.empty())
                names += (names.empty() ? "" : ", ") + text;
        }
        return names;
    }
    return {};
}

bool isArticle(const Json& object)
{
    const auto type = object.find("@type");
    if (type == object.end())
        return false;
    const std::string text = base::lowerAscii(type->dump());
    return text.find("article") != std::string::npos || text.find("posting") != std::string::npos || text.find("report") != std::string::npos;
}

std::string withoutBy(std::string text)
{
    const std::string lower = base::lowerAscii(text);
    for (const std::string_view start : {"by ", "written by ", "author: ", "von ", "par "}) {
        if (lower.starts_with(start))
            return text.substr(start.size());
    }
    return text;
}

// "Headline | Site", "Headline - Site": the part that is also the first heading, else the longer one.
std::string withoutSite(const std::string& title, const std::string& heading, const std::string& site)
{
    if (!heading.empty() && title.find(heading) != std::string::npos)
        return heading;
    for (const std::string_view sign : {" | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u00BB "}) {
        const std::size_t at = title.rfind(sign);
        if (at == std::string::npos || at == 0)
            continue;
        const std::string tail = title.substr(at + sign.size());
        if (tail == site || sign == " | " || sign == " :: " || (at > tail.size() * 2 && tail.size() < 30))
            return std::string(base::trimmed(std::string_view(title).substr(0, at)));
    }
    return title;
}

} // namespace

void readMetadata(const xmlNode* root, ExtractedPage& page)
{
    Found found;
    found.language = attributeOf(root, "lang");
    walk(root, found, 0);
    const auto meta = [&](std::initializer_list<const char*> names) {
        for (const char* name : names) {
            const auto it = found.meta.find(name);
            if (it != found.meta.end() && !it->second.empty())
                return htmlToLine(it->second);
        }
        return std::string();
    };
    page.siteName = meta({"og:site_name", "application-name"});
    std::string date;
    for (const Json& object : found.linked) {
        if (!isArticle(object))
            continue;
        if (page.title.empty())
            page.title = jsonText(object, "headline");
        if (page.author.empty())
            page.author = jsonText(object, "author");
        if (date.empty())
            date = jsonText(object, "datePublished");
        if (page.siteName.empty())
            page.siteName = jsonText(object, "publisher");
    }
    if (page.title.empty())
        page.title = meta({"og:title", "twitter:title", "dc.title", "headline"});
    page.title = withoutSite(page.title.empty() ? found.documentTitle : page.title, found.heading, page.siteName);
    if (page.title.empty())
        page.title = found.heading;
    if (page.author.empty())
        page.author = meta({"author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author"});
    if (page.author.starts_with("http"))
        page.author.clear();
    if (page.author.empty())
        page.author = found.byline;
    page.author = withoutBy(page.author);
    if (date.empty())
        date = meta({"article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate",
            "parsely-pub-date", "sailthru.date", "publishdate", "article:published", "dcterms.created"});
    page.published = readDate(date.empty() ? found.timeTag : date);
    if (!page.published && !date.empty())
        page.published = readDate(found.timeTag);
    const std::string language = found.language.empty() ? meta({"og:locale", "language", "content-language"}) : found.language;
    page.language = base::lowerAscii(language.substr(0, language.find_first_of("-_")));
    page.canonicalUrl = meta({"canonical", "og:url"});
}

} // namespace ingest
