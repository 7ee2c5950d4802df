// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <base/analysisjson.h>
#include <base/strings.h>
#include <brief/briefinput.h>

#include <QByteArray>

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <stdexcept>

namespace brief {

namespace {

using Json = nlohmann::ordered_json;
constexpr int Version = 2;
constexpr std::string_view Kinds[] = {"article", "story", "desk", "changes", "decisions"};

base::Error invalid(const std::string& reason)
{
    return {base::ErrorCode::InvalidInput, reason, "brief sidecar"};
}

// Thrown and caught in this file alone.
struct Unreadable final : std::runtime_error {
    using std::runtime_error::runtime_error;
};

Json moment(const std::optional<base::Instant>& instant)
{
    return instant ? Json(base::toIso(*instant)) : Json(nullptr);
}

std::optional<base::Instant> momentOrNone(const Json& json)
{
    if (json.is_null())
        return std::nullopt;
    const auto instant = base::fromIso(json.get<std::string>());
    if (!instant)
        throw Unreadable("has a date that cannot be read: " + json.get<std::string>());
    return instant;
}

base::Instant momentOf(const Json& json)
{
    const auto instant = momentOrNone(json);
    if (!instant)
        throw Unreadable("has no readable date");
    return *instant;
}

std::string base64(const std::string& bytes) { return QByteArray::fromStdString(bytes).toBase64().toStdString(); }

Json toJson(const base::Analysis& analysis)
{
    return Json::parse(base::toJson(analysis, base::JsonDetail::Full));
}

base::Analysis analysisOf(const Json& json)
{
    base::Result<base::Analysis> analysis = base::analysisFromJson(json.dump());
    if (!analysis)
        throw Unreadable(analysis.error().message);
    return std::move(analysis).value();
}

Json toJson(const base::Article& article)
{
    return {{"id", article.id}, {"guid", article.guid}, {"title", article.title}, {"body", article.body},
        {"url", article.url}, {"source", article.source}, {"author", article.author},
        {"published", moment(article.published)}, {"received", base::toIso(article.received)}};
}

base::Article articleOf(const Json& json)
{
    base::Article article;
    article.id = json.at("id").get<std::int64_t>();
    json.at("guid").get_to(article.guid);
    json.at("title").get_to(article.title);
    json.at("body").get_to(article.body);
    json.at("url").get_to(article.url);
    json.at("source").get_to(article.source);
    json.at("author").get_to(article.author);
    article.published = momentOrNone(json.at("published"));
    article.received = momentOf(json.at("received"));
    return article;
}

// What a brief shows of a row, no more: states of reading are nobody else's.
Json toJson(const desk::ArticleRow& row)
{
    return {{"id", row.id}, {"title", row.title}, {"source", row.source}, {"url", row.url},
        {"published", moment(row.published)}, {"received", base::toIso(row.received)},
        {"analysed", row.analysed}, {"impact", row.impact}, {"sentiment", row.sentiment},
        {"topics", row.topics}, {"story", row.story}, {"novelty", row.novelty}};
}

desk::ArticleRow rowOf(const Json& json)
{
    desk::ArticleRow row;
    row.id = json.at("id").get<std::int64_t>();
    json.at("title").get_to(row.title);
    json.at("source").get_to(row.source);
    json.at("url").get_to(row.url);
    row.published = momentOrNone(json.at("published"));
    row.received = momentOf(json.at("received"));
    json.at("analysed").get_to(row.analysed);
    json.at("impact").get_to(row.impact);
    json.at("sentiment").get_to(row.sentiment);
    json.at("topics").get_to(row.topics);
    json.at("story").get_to(row.story);
    json.at("novelty").get_to(row.novelty);
    return row;
}

Json toJson(const desk::StoryTimeline& timeline)
{
    const auto claim = [](const desk::StoryClaim& from) -> Json {
        return {{"article", from.article}, {"source", from.source}, {"said", from.said},
            {"sentence", from.sentence}};
    };
    Json members = Json::array();
    for (const desk::StoryMember& member : timeline.story.members)
        members.push_back({{"article", member.article}, {"title", member.title}, {"source", member.source},
            {"published", moment(member.published)}, {"received", base::toIso(member.received)},
            {"novelty", member.novelty}, {"analysed", member.analysed}, {"impact", member.impact}});
    Json disputes = Json::array();
    for (const desk::StoryDispute& dispute : timeline.disputes)
        disputes.push_back({{"kind", dispute.kind}, {"stance", dispute.stance}, {"later", dispute.later},
            {"one", claim(dispute.one)}, {"other", claim(dispute.other)}});
    return {{"id", timeline.story.id}, {"articles", timeline.story.articles},
        {"sources", timeline.story.sources}, {"members", members}, {"disputes", disputes}};
}

desk::StoryTimeline storyOf(const Json& json)
{
    const auto claim = [](const Json& from) -> desk::StoryClaim {
        return {from.at("article").get<std::int64_t>(), from.at("source").get<std::string>(),
            from.at("said").get<std::string>(), from.at("sentence").get<std::string>()};
    };
    desk::StoryTimeline timeline;
    json.at("id").get_to(timeline.story.id);
    json.at("articles").get_to(timeline.story.articles);
    json.at("sources").get_to(timeline.story.sources);
    for (const Json& member : json.at("members"))
        timeline.story.members.push_back({member.at("article").get<std::int64_t>(),
            member.at("title").get<std::string>(), member.at("source").get<std::string>(),
            momentOrNone(member.at("published")), momentOf(member.at("received")),
            member.at("novelty").get<int>(), member.at("analysed").get<bool>(),
            member.at("impact").get<double>()});
    for (const Json& dispute : json.at("disputes"))
        timeline.disputes.push_back({dispute.at("kind").get<std::string>(),
            dispute.at("stance").get<std::string>(), dispute.at("later").get<bool>(),
            claim(dispute.at("one")), claim(dispute.at("other"))});
    return timeline;
}

Json toJson(const desk::ViewChanges& changes)
{
    const auto version = [](const desk::TextVersion& from) -> Json {
        return {{"title", from.title}, {"body", from.body}, {"received", base::toIso(from.received)}};
    };
    Json json{{"since", base::toIso(changes.since)}, {"more", changes.more}, {"added", Json::array()},
        {"revised", Json::array()}, {"moved", Json::array()}};
    for (const desk::ArticleRow& row : changes.added)
        json["added"].push_back(toJson(row));
    for (const desk::RevisedArticle& one : changes.revised)
        json["revised"].push_back(
            {{"row", toJson(one.row)}, {"before", version(one.before)}, {"after", version(one.after)}});
    for (const desk::ScoreMove& move : changes.moved)
        json["moved"].push_back({{"row", toJson(move.row)}, {"impact", {move.impactBefore, move.impactAfter}},
            {"sentiment", {move.sentimentBefore, move.sentimentAfter}}, {"cause", static_cast<int>(move.cause)},
            {"reason", move.reason}});
    return json;
}

desk::ViewChanges changesOf(const Json& json)
{
    const auto version = [](const Json& from) -> desk::TextVersion {
        return {from.at("title").get<std::string>(), from.at("body").get<std::string>(),
            momentOf(from.at("received"))};
    };
    desk::ViewChanges changes;
    changes.since = momentOf(json.at("since"));
    json.at("more").get_to(changes.more);
    for (const Json& row : json.at("added"))
        changes.added.push_back(rowOf(row));
    for (const Json& one : json.at("revised"))
        changes.revised.push_back({rowOf(one.at("row")), version(one.at("before")), version(one.at("after"))});
    for (const Json& move : json.at("moved")) {
        const int cause = move.at("cause").get<int>();
        if (cause < 0 || cause > static_cast<int>(desk::MoveCause::LaterNews))
            throw Unreadable("has a cause that is not known");
        changes.moved.push_back({rowOf(move.at("row")), move.at("impact").at(0).get<double>(),
            move.at("impact").at(1).get<double>(), move.at("sentiment").at(0).get<double>(),
            move.at("sentiment").at(1).get<double>(), static_cast<desk::MoveCause>(cause),
            move.at("reason").get<std::string>()});
    }
    return changes;
}

Json toJson(const LedgerEntry& entry)
{
    base::Analysis frozen;
    frozen.decisions = {entry.decision};
    return {{"article", entry.article}, {"title", entry.title}, {"source", entry.source},
        {"accepted", base::toIso(entry.accepted)}, {"state", entry.state}, {"cause", entry.cause},
        {"decision", toJson(frozen)}};
}

LedgerEntry ledgerEntryOf(const Json& json)
{
    base::Analysis frozen = analysisOf(json.at("decision"));
    if (frozen.decisions.empty())
        throw Unreadable("has an entry without a decision");
    return {json.at("article").get<std::int64_t>(), json.at("title").get<std::string>(),
        json.at("source").get<std::string>(), std::move(frozen.decisions.front()), momentOf(json.at("accepted")),
        json.at("state").get<std::string>(), json.at("cause").get<std::string>()};
}

void readParts(const Json& json, BriefInput& input)
{
    for (const Json& part : json.at("articles")) {
        input.articles.push_back({articleOf(part.at("article")), analysisOf(part.at("analysis")),
            part.at("story_sources").get<int>(), part.at("revisions").get<int>()});
        input.articles.back().article.fingerprint
            = std::strtoull(part.at("fingerprint").get<std::string>().c_str(), nullptr, 16);
    }
    if (json.contains("rows")) {
        for (const Json& row : json.at("rows"))
            input.rows.push_back(rowOf(row));
        json.at("more").get_to(input.more);
    }
    if (json.contains("story"))
        input.story = storyOf(json.at("story"));
    if (json.contains("changes"))
        input.changes = changesOf(json.at("changes"));
    if (json.contains("ledger")) {
        for (const Json& entry : json.at("ledger"))
            input.ledger.push_back(ledgerEntryOf(entry));
    }
}

BriefInput inputOf(const Json& json)
{
    BriefInput input;
    input.made = momentOf(json.at("made"));
    input.paper = json.at("paper") == "letter" ? Paper::Letter : Paper::A4;
    json.at("sidecar").get_to(input.sidecar);
    json.at("trend").at("topic").get_to(input.trendTopic);
    json.at("trend").at("values").get_to(input.trend);
    if (json["leadline_brief"] == 1) { // one article, before there were other kinds
        json.at("desk").get_to(input.house.desk);
        input.articles.push_back({articleOf(json.at("article")), analysisOf(json.at("analysis")),
            json.at("story_sources").get<int>(), 0});
        return input;
    }
    const std::optional<Kind> kind = kindOf(json.at("kind").get<std::string>());
    if (!kind)
        throw Unreadable("is of a kind that is not known");
    input.kind = *kind;
    input.asOf = momentOrNone(json.at("as_of"));
    json.at("query").get_to(input.query);
    json.at("since").get_to(input.since);
    const Json& house = json.at("house");
    house.at("desk").get_to(input.house.desk);
    house.at("title").get_to(input.house.title);
    house.at("notice").get_to(input.house.notice);
    input.house.logo
        = QByteArray::fromBase64(QByteArray::fromStdString(house.at("logo").get<std::string>())).toStdString();
    readParts(json, input);
    return input;
}

} // namespace

std::string_view kindName(Kind kind) { return Kinds[static_cast<std::size_t>(kind)]; }

std::optional<Kind> kindOf(std::string_view name)
{
    for (std::size_t i = 0; i < std::size(Kinds); ++i) {
        if (Kinds[i] == name)
            return static_cast<Kind>(i);
    }
    return std::nullopt;
}

std::string toSidecar(const BriefInput& input)
{
    Json json;
    json["leadline_brief"] = Version;
    json["kind"] = kindName(input.kind);
    json["made"] = base::toIso(input.made);
    json["as_of"] = moment(input.asOf);
    json["query"] = input.query;
    json["since"] = input.since;
    json["paper"] = input.paper == Paper::Letter ? "letter" : "a4";
    json["house"] = {{"desk", input.house.desk}, {"title", input.house.title}, {"notice", input.house.notice},
        {"logo", base64(input.house.logo)}};
    json["sidecar"] = input.sidecar;
    json["trend"] = {{"topic", input.trendTopic}, {"values", input.trend}};
    json["articles"] = Json::array();
    for (const ArticlePart& part : input.articles)
        json["articles"].push_back({{"article", toJson(part.article)}, {"revisions", part.revisions},
            {"fingerprint", base::hex64(part.article.fingerprint)}, {"story_sources", part.storySources},
            {"analysis", toJson(part.analysis)}});
    if (input.kind == Kind::Desk) {
        json["more"] = input.more;
        json["rows"] = Json::array();
        for (const desk::ArticleRow& row : input.rows)
            json["rows"].push_back(toJson(row));
    }
    if (input.kind == Kind::Story)
        json["story"] = toJson(input.story);
    if (input.kind == Kind::Changes)
        json["changes"] = toJson(input.changes);
    if (input.kind == Kind::Decisions) {
        json["ledger"] = Json::array();
        for (const LedgerEntry& entry : input.ledger)
            json["ledger"].push_back(toJson(entry));
    }
    return json.dump(1) + "\n";
}

base::Result<BriefInput> fromSidecar(std::string_view text)
{
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded() || !json.is_object() || !json.contains("leadline_brief"))
        return invalid("is not the sidecar of a brief");
    if (json["leadline_brief"] != 1 && json["leadline_brief"] != Version)
        return invalid("was written by another version of the program");
    try {
        return inputOf(json);
    } catch (const nlohmann::json::exception& error) {
        return invalid(error.what());
    } catch (const Unreadable& error) {
        return invalid(error.what());
    }
}

} // namespace brief
