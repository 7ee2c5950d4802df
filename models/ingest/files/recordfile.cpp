// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "recordfile.h"

#include <base/strings.h>
#include <ingest/dates.h>
#include <ingest/files/jsontext.h>
#include <ingest/htmltext.h>

namespace ingest {

namespace {

using Json = nlohmann::json;

std::string valueText(const Json& value)
{
    if (value.is_string())
        return base::repairedUtf8(value.get_ref<const std::string&>());
    if (value.is_number())
        return value.dump();
    if (value.is_object()) {
        for (const char* name : {"name", "title", "url"}) {
            if (const auto it = value.find(name); it != value.end() && it->is_string())
                return base::repairedUtf8(it->get_ref<const std::string&>());
        }
    }
    if (value.is_array()) {
        std::string all; // several authors
        for (const Json& one : value) {
            const std::string text = one.is_array() ? std::string() : valueText(one);
            if (!text.empty())
                all += (all.empty() ? "" : ", ") + text;
        }
        return all;
    }
    return {};
}

bool addRecord(const Json& object, RecordList& list)
{
    base::Article article;
    for (const auto& [name, value] : object.items()) {
        const Part part = partNamed(name);
        if (part == Part::Categories && value.is_array()) {
            for (const Json& one : value)
                setPart(article, part, valueText(one));
        } else if (part != Part::None) {
            setPart(article, part, valueText(value));
        }
    }
    if (article.title.empty() && article.body.empty())
        return false;
    list.articles.push_back(std::move(article));
    return true;
}

// The records of an object that wraps them: {"articles": […]}, {"data": {"items": […]}}.
const Json* arrayIn(const Json& object, int depth)
{
    const Json* inner = nullptr;
    for (const char* name :
        {"articles", "items", "data", "results", "entries", "news", "documents", "response"}) {
        const auto it = object.find(name);
        if (it == object.end())
            continue;
        if (it->is_array())
            return &*it;
        if (it->is_object() && depth < 3 && inner == nullptr)
            inner = arrayIn(*it, depth + 1);
    }
    return inner;
}

void addArray(const Json& array, RecordList& list)
{
    std::size_t number = 0;
    for (const Json& item : array) {
        ++number;
        if (!item.is_object() || !addRecord(item, list))
            list.warnings.push_back("record " + std::to_string(number) + " has neither title nor body");
    }
}

void addLines(std::string_view text, RecordList& list)
{
    std::size_t number = 0;
    for (const std::string_view line : base::split(text, '\n')) {
        ++number;
        if (base::trimmed(line).empty())
            continue;
        const Json object = parseJson(line);
        if (object.is_discarded())
            list.warnings.push_back("line " + std::to_string(number) + " is not valid JSON");
        else if (!object.is_object() || !addRecord(object, list))
            list.warnings.push_back("line " + std::to_string(number) + " has neither title nor body");
    }
}

} // namespace

std::string httpAddress(std::string_view address)
{
    std::string absolute = absoluteUrl({}, address);
    const std::string start = base::lowerAscii(std::string_view(absolute).substr(0, 8));
    return start.starts_with("http://") || start.starts_with("https://") ? absolute : std::string();
}

Part partNamed(std::string_view name)
{
    struct Name {
        std::string_view name;
        Part part;
    };
    constexpr Name Names[] = {{"title", Part::Title}, {"headline", Part::Title}, {"subject", Part::Title},
        {"titel", Part::Title}, {"body", Part::Body}, {"text", Part::Body}, {"content", Part::Body},
        {"article", Part::Body}, {"story", Part::Body}, {"full_text", Part::Body}, {"fulltext", Part::Body},
        {"description", Part::Summary}, {"summary", Part::Summary}, {"abstract", Part::Summary},
        {"published", Part::Published}, {"date", Part::Published}, {"time", Part::Published},
        {"pubdate", Part::Published}, {"published_at", Part::Published}, {"publishedat", Part::Published},
        {"timestamp", Part::Published}, {"datetime", Part::Published}, {"created_at", Part::Published},
        {"datum", Part::Published}, {"date_published", Part::Published}, {"datepublished", Part::Published},
        {"source", Part::Source}, {"publisher", Part::Source}, {"provider", Part::Source},
        {"site", Part::Source}, {"url", Part::Url}, {"link", Part::Url}, {"id", Part::Id}, {"guid", Part::Id},
        {"uuid", Part::Id}, {"author", Part::Author}, {"authors", Part::Author}, {"byline", Part::Author},
        {"language", Part::Language}, {"lang", Part::Language}, {"categories", Part::Categories},
        {"category", Part::Categories}, {"tags", Part::Categories}, {"keywords", Part::Categories}};
    const std::string lower = base::lowerAscii(base::trimmed(name));
    for (const Name& known : Names) {
        if (known.name == lower)
            return known.part;
    }
    return Part::None;
}

void setPart(base::Article& article, Part part, std::string value)
{
    const auto setIfEmpty = [&](std::string& to) {
        if (to.empty())
            to = std::move(value);
    };
    switch (part) {
    case Part::Title:
        value = htmlToLine(value);
        setIfEmpty(article.title);
        break;
    case Part::Body: // of several the longest: some services cut one short
        value = htmlToText(value);
        if (value.size() > article.body.size())
            article.body = std::move(value);
        break;
    case Part::Summary:
        value = htmlToText(value);
        setIfEmpty(article.body);
        break;
    case Part::Published:
        if (!article.published && !value.empty()) {
            article.published = readDate(value);
            if (!article.published)
                article.warnings.push_back("date not readable: " + value);
        }
        break;
    case Part::Source:
        value = htmlToLine(value);
        setIfEmpty(article.source);
        break;
    case Part::Url:
        value = httpAddress(value);
        setIfEmpty(article.url);
        break;
    case Part::Id:
        setIfEmpty(article.guid);
        break;
    case Part::Author:
        value = htmlToLine(value);
        setIfEmpty(article.author);
        break;
    case Part::Language:
        setIfEmpty(article.language);
        break;
    case Part::Categories:
        if (value = htmlToLine(value); !value.empty())
            article.categories.push_back(std::move(value));
        break;
    case Part::None:
        break;
    }
}

base::Result<RecordList> readRecordFile(std::string_view text)
{
    RecordList list;
    const Json root = parseJson(text);
    if (root.is_discarded()) {
        addLines(text, list);
    } else if (root.is_array()) {
        addArray(root, list);
    } else if (root.is_object()) {
        if (const Json* array = arrayIn(root, 0); array != nullptr)
            addArray(*array, list);
        else if (!addRecord(root, list))
            list.warnings.emplace_back("the object has neither title nor body");
    }
    if (list.articles.empty()) {
        return base::Error{base::ErrorCode::InvalidInput,
            list.warnings.empty() ? "holds no record with a title or a body"
                                  : "holds no readable record: " + list.warnings.front()};
    }
    return list;
}

} // namespace ingest
