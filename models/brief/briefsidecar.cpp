// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <base/analysisjson.h>
#include <brief/briefbuilder.h>

#include <nlohmann/json.hpp>

namespace brief {

namespace {

using Json = nlohmann::ordered_json;
constexpr int Version = 1;

base::Error invalid(const std::string& reason)
{
    return {base::ErrorCode::InvalidInput, reason, "brief sidecar"};
}

} // namespace

std::string toSidecar(const BriefInput& input)
{
    const base::Article& article = input.article;
    Json json;
    json["leadline_brief"] = Version;
    json["made"] = base::toIso(input.made);
    json["paper"] = input.paper == Paper::Letter ? "letter" : "a4";
    json["desk"] = input.desk;
    json["sidecar"] = input.sidecar;
    json["story_sources"] = input.storySources;
    json["trend"] = {{"topic", input.trendTopic}, {"values", input.trend}};
    json["article"] = {{"id", article.id}, {"guid", article.guid}, {"title", article.title},
        {"body", article.body}, {"url", article.url}, {"source", article.source}, {"author", article.author},
        {"published", article.published ? Json(base::toIso(*article.published)) : Json(nullptr)},
        {"received", base::toIso(article.received)}};
    json["analysis"] = Json::parse(base::toJson(input.analysis, base::JsonDetail::Full));
    return json.dump(1) + "\n";
}

base::Result<BriefInput> fromSidecar(std::string_view text)
{
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded() || !json.is_object() || !json.contains("leadline_brief"))
        return invalid("is not the sidecar of a brief");
    if (json["leadline_brief"] != Version)
        return invalid("was written by another version of the program");
    BriefInput input;
    try {
        const Json& article = json.at("article");
        const auto text_of = [&article](const char* name) { return article.at(name).get<std::string>(); };
        input.article.id = article.at("id").get<std::int64_t>();
        input.article.guid = text_of("guid");
        input.article.title = text_of("title");
        input.article.body = text_of("body");
        input.article.url = text_of("url");
        input.article.source = text_of("source");
        input.article.author = text_of("author");
        if (!article.at("published").is_null())
            input.article.published = base::fromIso(text_of("published"));
        input.article.received = base::fromIso(text_of("received")).value_or(base::Instant());
        const auto made = base::fromIso(json.at("made").get<std::string>());
        if (!made)
            return invalid("has no readable date");
        input.made = *made;
        input.paper = json.at("paper") == "letter" ? Paper::Letter : Paper::A4;
        input.desk = json.at("desk").get<std::string>();
        input.sidecar = json.at("sidecar").get<std::string>();
        input.storySources = json.at("story_sources").get<int>();
        input.trendTopic = json.at("trend").at("topic").get<std::string>();
        input.trend = json.at("trend").at("values").get<std::vector<double>>();
        base::Result<base::Analysis> analysis = base::analysisFromJson(json.at("analysis").dump());
        if (!analysis)
            return analysis.error();
        input.analysis = std::move(analysis).value();
    } catch (const nlohmann::json::exception& error) {
        return invalid(error.what());
    }
    return input;
}

} // namespace brief
