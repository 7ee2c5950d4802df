// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storyreport.h"

#include <base/strings.h>
#include <store/articlestore.h>
#include <store/storystore.h>

#include <nlohmann/json.hpp>

#include <map>
#include <set>

namespace app {

namespace {

constexpr int Compared = 40; // articles whose claims are compared

QuotedClaim quoted(const engine::StoryClaim& claim, const std::map<std::int64_t, base::Article>& articles)
{
    const base::Article& article = articles.at(claim.article);
    const std::string& text = claim.span.field == base::Field::Title ? article.title : article.body;
    return {claim, article.source, base::collapsed(base::slice(text, claim.span))};
}

void keepReceivedBy(base::Instant instant, desk::StoryView& story)
{
    std::erase_if(story.members, [&](const desk::StoryMember& member) { return member.received > instant; });
    std::set<std::string> sources;
    for (const desk::StoryMember& member : story.members)
        sources.insert(member.source);
    story.articles = static_cast<int>(story.members.size());
    story.sources = static_cast<int>(sources.size());
}

// As it was known at the instant the article was read for.
void setKnown(desk::StoryMember& member, const store::StoredArticle& stored)
{
    member.title = stored.article.title;
    member.analysed = stored.analysis && stored.analysis->mode != base::Mode::NotAnalysed;
    member.impact = member.analysed ? stored.analysis->impact.score : 0;
    member.sentiment = member.analysed ? stored.analysis->sentiment.score : 0;
}

std::string told(const desk::StoryMember& member)
{
    return base::toIso(member.published.value_or(member.received)).substr(0, 16);
}

std::string padded(const std::string& text, std::size_t width)
{
    return std::string(text.size() < width ? width - text.size() : 0, ' ') + text;
}

desk::StoryClaim claimOf(QuotedClaim& quoted)
{
    return {quoted.claim.article, std::move(quoted.source), std::move(quoted.claim.said),
        std::move(quoted.sentence)};
}

} // namespace

base::Result<std::optional<StoryReport>> storyReport(store::Database& database, const engine::Pack& pack,
    std::int64_t article, std::optional<base::Instant> asOf)
{
    const base::Result<std::int64_t> story = store::storyOf(database, article);
    if (!story)
        return story.error();
    if (*story == 0)
        return std::optional<StoryReport>();
    base::Result<StoryReport> report = storyReportOf(database, pack, *story, asOf);
    if (!report)
        return report.error();
    return std::optional<StoryReport>(std::move(report).value());
}

base::Result<StoryReport> storyReportOf(store::Database& database, const engine::Pack& pack,
    std::int64_t story, std::optional<base::Instant> asOf)
{
    base::Result<desk::StoryView> view = store::readStory(database, story);
    if (!view)
        return view.error();
    StoryReport report;
    report.story = std::move(view).value();
    if (asOf)
        keepReceivedBy(*asOf, report.story);
    std::map<std::int64_t, base::Article> articles;
    std::vector<engine::StoryText> texts;
    for (desk::StoryMember& member : report.story.members) {
        if (texts.size() == Compared && !asOf)
            break;
        base::Result<store::StoredArticle> stored = store::readArticle(database, member.article, asOf);
        if (!stored)
            return stored.error();
        if (asOf)
            setKnown(member, *stored);
        if (texts.size() == Compared)
            continue;
        const base::Article& own = articles.emplace(member.article, std::move(stored->article)).first->second;
        texts.push_back(
            {member.article, base::toUnix(member.published.value_or(member.received)), own.title, own.body});
    }
    for (const engine::Contradiction& found : engine::findContradictions(*pack.stories, texts))
        report.contradictions.push_back({found.kind, found.stance, found.later, quoted(found.one, articles),
            quoted(found.other, articles)});
    return report;
}

desk::StoryTimeline timelineOf(StoryReport report)
{
    desk::StoryTimeline timeline;
    timeline.story = std::move(report.story);
    for (QuotedContradiction& one : report.contradictions)
        timeline.disputes.push_back(
            {std::string(engine::claimKindName(one.kind)), std::string(engine::claimStanceName(one.stance)),
                one.later, claimOf(one.one), claimOf(one.other)});
    return timeline;
}

std::string storyText(const StoryReport& report, std::int64_t article)
{
    const desk::StoryView& story = report.story;
    std::string text = "STORY " + desk::storyName(story.id) + "  " + std::to_string(story.articles)
        + (story.articles == 1 ? " article, " : " articles, ") + std::to_string(story.sources)
        + (story.sources == 1 ? " source" : " sources");
    for (const std::int64_t former : story.formerIds)
        text += ", formerly " + desk::storyName(former);
    text += '\n';
    for (const desk::StoryMember& member : story.members) {
        const bool first = &member == &story.members.front();
        text += (member.article == article ? "> " : "  ") + told(member) + "  novelty "
            + padded(std::to_string(member.novelty), 3) + "  " + member.source + (first ? " (first)" : "")
            + ": " + base::collapsed(member.title) + "  #" + std::to_string(member.article) + '\n';
    }
    if (!report.contradictions.empty())
        text += "\nCONTRADICTIONS\n";
    for (const QuotedContradiction& one : report.contradictions) {
        text += "  " + std::string(engine::claimKindName(one.kind)) + " ("
            + std::string(engine::claimStanceName(one.stance)) + (one.later ? ", the second is later)" : ")")
            + '\n';
        for (const QuotedClaim* claim : {&one.one, &one.other})
            text += "    " + claim->claim.said + " - " + claim->source + " #"
                + std::to_string(claim->claim.article) + ": \u201C" + claim->sentence + "\u201D\n";
    }
    return text;
}

std::string storyJson(const StoryReport& report)
{
    using Json = nlohmann::ordered_json;
    Json former = Json::array();
    for (const std::int64_t id : report.story.formerIds)
        former.push_back(desk::storyName(id));
    Json members = Json::array();
    for (const desk::StoryMember& member : report.story.members)
        members.push_back({{"id", member.article}, {"title", member.title}, {"source", member.source},
            {"published", member.published ? Json(base::toIso(*member.published)) : Json(nullptr)},
            {"novelty", member.novelty}, {"impact", member.analysed ? Json(member.impact) : Json(nullptr)}});
    Json contradictions = Json::array();
    for (const QuotedContradiction& one : report.contradictions) {
        Json claims = Json::array();
        for (const QuotedClaim* claim : {&one.one, &one.other}) {
            const base::Span& span = claim->claim.span;
            const Json evidence = span.field == base::Field::Title
                ? Json{{"field", "title"}, {"begin", span.begin}, {"end", span.end}}
                : Json::array({span.begin, span.end});
            claims.push_back({{"article", claim->claim.article}, {"source", claim->source},
                {"said", claim->claim.said}, {"sentence", claim->sentence}, {"evidence", evidence}});
        }
        contradictions.push_back({{"kind", engine::claimKindName(one.kind)},
            {"stance", engine::claimStanceName(one.stance)}, {"later", one.later}, {"claims", claims}});
    }
    const Json json
        = {{"id", desk::storyName(report.story.id)}, {"former", former}, {"sources", report.story.sources},
            {"count", report.story.articles}, {"articles", members}, {"contradictions", contradictions}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace app
