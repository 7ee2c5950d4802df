// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "firingjson.h"

#include <nlohmann/json.hpp>

namespace store {

namespace {

using Json = nlohmann::json;

Json spansJson(const std::vector<base::Span>& spans)
{
    Json all = Json::array();
    for (const base::Span& span : spans)
        all.push_back({span.field == base::Field::Title ? 0 : 1, span.begin, span.end});
    return all;
}

std::vector<base::Span> spansFrom(const Json& json)
{
    std::vector<base::Span> spans;
    if (!json.is_array())
        return spans;
    for (const Json& one : json) {
        if (!one.is_array() || one.size() != 3 || !one[0].is_number_integer() || !one[1].is_number_unsigned()
            || !one[2].is_number_unsigned())
            continue;
        spans.push_back({one[0].get<int>() == 0 ? base::Field::Title : base::Field::Body,
            one[1].get<std::uint32_t>(), one[2].get<std::uint32_t>()});
    }
    return spans;
}

template <class T> Json orNull(const std::optional<T>& value) { return value ? Json(*value) : Json(nullptr); }

std::string textAt(const Json& json, const char* key)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<double> numberAt(const Json& json, const char* key)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_number() ? std::optional(found->get<double>()) : std::nullopt;
}

std::int64_t integerAt(const Json& json, const char* key, std::int64_t otherwise)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_number_integer() ? found->get<std::int64_t>() : otherwise;
}

} // namespace

std::string firingArticleJson(const desk::FiringArticle& article)
{
    Json clauses = Json::array();
    for (const desk::Clause& clause : article.clauses)
        clauses.push_back({{"text", clause.text}, {"holds", clause.holds}, {"found", clause.found},
            {"spans", spansJson(clause.spans)}});
    const Json json = {{"revision", article.revision}, {"title", article.title}, {"source", article.source},
        {"url", article.url},
        {"published", article.published ? Json(base::toUnix(*article.published)) : Json(nullptr)},
        {"received", base::toUnix(article.received)}, {"impact", orNull(article.impact)},
        {"sentiment", orNull(article.sentiment)}, {"novelty", orNull(article.novelty)}, {"clauses", clauses},
        {"quote", article.quote}, {"hits", spansJson(article.quoteHits)}, {"engine", article.engine},
        {"pack", article.pack}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

desk::FiringArticle firingArticleFrom(const std::string& text)
{
    desk::FiringArticle article;
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return article;
    article.revision = static_cast<int>(integerAt(json, "revision", 1));
    article.title = textAt(json, "title");
    article.source = textAt(json, "source");
    article.url = textAt(json, "url");
    if (json.contains("published") && json.at("published").is_number_integer())
        article.published = base::fromUnix(json.at("published").get<std::int64_t>());
    article.received = base::fromUnix(integerAt(json, "received", 0));
    article.impact = numberAt(json, "impact");
    article.sentiment = numberAt(json, "sentiment");
    article.novelty = numberAt(json, "novelty");
    if (const auto clauses = json.find("clauses"); clauses != json.end() && clauses->is_array()) {
        for (const Json& one : *clauses) {
            if (!one.is_object())
                continue;
            article.clauses.push_back({textAt(one, "text"), !one.contains("holds") || one.at("holds") == true, textAt(one, "found"), {},
                spansFrom(one.value("spans", Json::array()))});
        }
    }
    article.quote = textAt(json, "quote");
    article.quoteHits = spansFrom(json.value("hits", Json::array()));
    article.engine = textAt(json, "engine");
    article.pack = textAt(json, "pack");
    return article;
}

} // namespace store
