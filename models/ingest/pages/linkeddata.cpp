// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "linkeddata.h"

#include <base/strings.h>
#include <ingest/files/jsontext.h>
#include <ingest/htmltext.h>

#include <algorithm>

namespace ingest {

namespace {

using Json = nlohmann::json;
constexpr int MaxDepth = 6;
constexpr std::size_t MaxNames = 24;
constexpr std::size_t MaxGraph = 200; // objects looked through for a person

std::string typeOf(const Json& object)
{
    const auto type = object.find("@type");
    return type == object.end() ? std::string() : base::lowerAscii(type->dump());
}

bool isArticle(const std::string& type)
{
    for (const char* part : {"article", "posting", "report", "recipe", "creativework", "review", "webpage"}) {
        if (type.find(part) != std::string::npos)
            return true;
    }
    return false;
}

// Pages describe themselves as WebPage too; what that says of titles is weaker than what an article says.
bool isPageOnly(const std::string& type) { return type.find("page") != std::string::npos; }

std::string textOf(const Json& value, int depth = 0)
{
    if (depth > MaxDepth)
        return {};
    if (value.is_string())
        return htmlToLine(base::repairedUtf8(value.get<std::string>()));
    if (value.is_object()) {
        for (const char* name : {"name", "@value"}) {
            if (const auto it = value.find(name); it != value.end())
                return textOf(*it, depth + 1);
        }
        return {};
    }
    if (!value.is_array())
        return {};
    std::vector<std::string> names;
    for (const Json& one : value) {
        std::string text = textOf(one, depth + 1);
        if (!text.empty() && names.size() < MaxNames
            && std::find(names.begin(), names.end(), text) == names.end())
            names.push_back(std::move(text));
    }
    return base::join(names, ", ");
}

std::string textOf(const Json& object, const char* name)
{
    const auto it = object.find(name);
    return it == object.end() ? std::string() : textOf(*it);
}

void keep(std::string& place, std::string text)
{
    if (place.empty())
        place = std::move(text);
}

// People stand in the graph once and are referred to by their @id.
std::string authorOf(const Json& object, const Json& graph)
{
    const auto it = object.find("author");
    if (it == object.end())
        return textOf(object, "creator");
    std::vector<std::string> names;
    const auto add = [&](const Json& one) {
        std::string name = textOf(one);
        if (name.empty() && one.is_object() && graph.is_array() && graph.size() <= MaxGraph) {
            const auto id = one.find("@id");
            for (const Json& other : graph) {
                if (id != one.end() && other.is_object() && other.contains("name")
                    && other.value("@id", Json()) == *id)
                    name = textOf(other);
            }
        }
        if (!name.empty() && names.size() < MaxNames
            && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
    };
    if (it->is_array()) {
        for (std::size_t i = 0; i < it->size() && i < MaxNames; ++i)
            add((*it)[i]);
    } else {
        add(*it);
    }
    return base::join(names, ", ");
}

void readObject(const Json& object, const Json& graph, LinkedArticle& article)
{
    const std::string type = typeOf(object);
    if (type.find("website") != std::string::npos)
        keep(article.site, textOf(object, "name"));
    if (!isArticle(type))
        return;
    if (!isPageOnly(type)) {
        keep(article.title, textOf(object, "headline"));
        if (type.find("recipe") != std::string::npos)
            keep(article.title, textOf(object, "name"));
        keep(article.author, authorOf(object, graph));
        keep(article.publisher, textOf(object, "publisher"));
        if (const auto body = object.find("articleBody");
            article.body.empty() && body != object.end() && body->is_string())
            article.body = htmlToText(base::repairedUtf8(body->get<std::string>()));
    }
    keep(article.language, textOf(object, "inLanguage"));
    std::vector<std::string> dates;
    for (const char* name : {"datePublished", "dateCreated"}) {
        if (std::string date = textOf(object, name); !date.empty())
            dates.push_back(std::move(date));
    }
    // A page may be older than the article on it.
    article.dates.insert(isPageOnly(type) ? article.dates.end() : article.dates.begin() + article.trusted,
        dates.begin(), dates.end());
    if (!isPageOnly(type))
        article.trusted += static_cast<std::ptrdiff_t>(dates.size());
}

void collect(const Json& json, const Json& graph, LinkedArticle& article, int depth)
{
    if (depth > MaxDepth)
        return;
    if (json.is_array()) {
        for (const Json& item : json)
            collect(item, json, article, depth + 1);
    } else if (json.is_object()) {
        readObject(json, graph, article);
        for (const char* inner : {"@graph", "mainEntity"}) {
            if (const auto it = json.find(inner); it != json.end())
                collect(*it, graph, article, depth + 1);
        }
    }
}

} // namespace

void readLinkedData(std::string_view script, LinkedArticle& article)
{
    std::string text(script);
    // Line ends inside strings are no JSON, but common.
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    for (const std::string_view mark : {"<![CDATA[", "<!--", "]]>", "-->"}) {
        if (const std::size_t at = text.find(mark); at != std::string::npos)
            text.replace(at, mark.size(), mark.size(), ' ');
    }
    const std::size_t begin = text.find_first_of("{[");
    const std::size_t end = text.find_last_of("}]");
    if (begin == std::string::npos || end == std::string::npos || end < begin)
        return;
    const Json json = parseJson(std::string_view(text).substr(begin, end + 1 - begin));
    if (!json.is_discarded())
        collect(json, json, article, 0);
}

} // namespace ingest
