// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "briefing.h"

#include "storyreport.h"

#include <base/files.h>
#include <store/articlestore.h>
#include <store/ledgerstore.h>
#include <store/storystore.h>
#include <store/viewchanges.h>

#include <QByteArray>
#include <QImage>

#include <algorithm>
#include <set>

namespace app {

namespace {

constexpr int TrendDays = 30;
constexpr int PageRows = 500;
constexpr int MostChanges = 500; // of each kind
constexpr std::size_t StoryInFull = 3;
constexpr std::uintmax_t MostLogo = 4U << 20;

base::Result<brief::ArticlePart> partOf(
    store::Database& database, std::int64_t article, const BriefRequest& request)
{
    base::Result<store::StoredArticle> stored = store::readArticle(database, article, request.asOf);
    if (!stored)
        return stored.error();
    brief::ArticlePart part{std::move(stored->article), std::move(stored->analysis).value_or(base::Analysis()),
        stored->storySources, stored->revisions};
    if (!stored->analysis && part.analysis.engine.version.empty()) {
        part.analysis.mode = base::Mode::NotAnalysed;
        if (part.analysis.reason.empty())
            part.analysis.reason = "This article is not analysed yet.";
    }
    return part;
}

base::Outcome addParts(store::Database& database, const std::vector<std::int64_t>& articles,
    const BriefRequest& request, brief::BriefInput& input)
{
    for (const std::int64_t article : articles) {
        base::Result<brief::ArticlePart> part = partOf(database, article, request);
        if (!part)
            return part.error();
        input.articles.push_back(std::move(part).value());
    }
    return base::Done{};
}

base::Outcome readOne(
    store::Database& database, const BriefRequest& request, base::Instant now, brief::BriefInput& input)
{
    if (base::Outcome added = addParts(database, {request.article}, request, input); !added)
        return added;
    const base::Analysis& analysis = input.articles.front().analysis;
    if (analysis.topics.empty())
        return base::Done{};
    const std::string& topic = analysis.topics.front().name;
    base::Result<std::vector<double>> trend
        = store::topicTrend(database, topic, request.asOf.value_or(now), TrendDays);
    if (trend && trend->size() >= 3) {
        input.trendTopic = topic;
        input.trend = std::move(trend).value();
    }
    return base::Done{};
}

// The best account of each story first, as far as it is to be told in full.
std::vector<std::int64_t> leads(const std::vector<desk::ArticleRow>& rows, std::size_t count)
{
    std::vector<std::int64_t> ids;
    std::set<std::string> stories;
    for (const desk::ArticleRow& row : rows) {
        if (ids.size() == count)
            break;
        if (row.analysed && (row.story.empty() || stories.insert(row.story).second))
            ids.push_back(row.id);
    }
    return ids;
}

base::Outcome readDesk(
    store::Database& database, const BriefRequest& request, base::Instant now, brief::BriefInput& input)
{
    if (!request.articles.empty()) {
        base::Result<std::vector<desk::ArticleRow>> rows = store::readRows(database, request.articles);
        if (!rows)
            return rows.error();
        input.rows = std::move(rows).value();
        std::stable_sort(input.rows.begin(), input.rows.end(),
            [](const desk::ArticleRow& a, const desk::ArticleRow& b) { return a.impact > b.impact; });
        input.query = std::to_string(input.rows.size()) + " chosen articles";
    } else {
        desk::FeedRequest page;
        page.query = request.query;
        page.sort = request.sort;
        page.asOf = request.asOf;
        while (input.rows.size() < request.limit) {
            page.limit = static_cast<int>(std::min<std::size_t>(PageRows, request.limit - input.rows.size()));
            base::Result<desk::FeedPage> found = store::readPage(database, page, now);
            if (!found)
                return found.error();
            std::move(found->rows.begin(), found->rows.end(), std::back_inserter(input.rows));
            page.after = found->next;
            if (!found->next)
                break;
        }
        input.more = page.after.has_value();
        input.query = request.query;
    }
    if (input.rows.empty())
        return base::Error{base::ErrorCode::NotFound, "no article matches", request.query};
    return addParts(database, leads(input.rows, request.inFull), request, input);
}

base::Outcome readStory(store::Database& database, const BriefRequest& request, const PackSource& pack,
    brief::BriefInput& input)
{
    std::int64_t article = request.article;
    if (article == 0) {
        const base::Result<desk::StoryView> story = store::readStory(database, request.story, 1);
        if (!story)
            return story.error();
        if (story->members.empty())
            return base::Error{base::ErrorCode::NotFound, "has no articles", desk::storyName(request.story)};
        article = story->members.front().article;
    }
    const base::Result<std::shared_ptr<const engine::Pack>> data = pack();
    if (!data)
        return data.error();
    base::Result<std::optional<StoryReport>> report = storyReport(database, **data, article, request.asOf);
    if (!report)
        return report.error();
    if (!*report || (*report)->story.members.empty())
        return base::Error{base::ErrorCode::NotFound, "has no story yet", std::to_string(article)};
    input.story = timelineOf(std::move(**report));
    // The account with the highest impact, then what was newest.
    std::vector<desk::StoryMember> members = input.story.story.members;
    std::erase_if(members, [](const desk::StoryMember& member) { return !member.analysed; });
    std::stable_sort(members.begin(), members.end(),
        [](const desk::StoryMember& a, const desk::StoryMember& b) { return a.impact > b.impact; });
    if (members.size() > 1)
        std::stable_sort(members.begin() + 1, members.end(),
            [](const desk::StoryMember& a, const desk::StoryMember& b) { return a.novelty > b.novelty; });
    std::vector<std::int64_t> told;
    for (const desk::StoryMember& member : members) {
        if (told.size() < std::min(StoryInFull, request.inFull))
            told.push_back(member.article);
    }
    return addParts(database, told, request, input);
}

base::Outcome readChanges(
    store::Database& database, const BriefRequest& request, base::Instant now, brief::BriefInput& input)
{
    base::Result<desk::ViewChanges> changes
        = store::readViewChanges(database, request.query, request.since, now, MostChanges);
    if (!changes)
        return changes.error();
    input.changes = std::move(changes).value();
    input.changes.since = request.since;
    input.query = request.query;
    input.since = request.sinceName;
    // As they are told below: by impact, those without one last.
    std::stable_sort(input.changes.added.begin(), input.changes.added.end(),
        [](const desk::ArticleRow& a, const desk::ArticleRow& b) {
            return std::pair(a.analysed, a.impact) > std::pair(b.analysed, b.impact);
        });
    return addParts(database, leads(input.changes.added, request.inFull), request, input);
}

base::Outcome readLedger(
    store::Database& database, const BriefRequest& request, base::Instant now, brief::BriefInput& input)
{
    base::Result<std::vector<desk::LedgerEntry>> ledger = store::readLedger(database, request.asOf);
    if (!ledger)
        return ledger.error();
    const base::Instant at = request.asOf.value_or(now);
    for (desk::LedgerEntry& one : *ledger) {
        const desk::LedgerChange* cause = desk::causeOf(one, at);
        std::string state = desk::stateOf(one, at);
        std::string sentence = cause != nullptr ? cause->sentence : std::string();
        input.ledger.push_back({one.article, std::move(one.articleTitle), std::move(one.source),
            std::move(one.frozen), one.accepted, std::move(state), std::move(sentence)});
    }
    return base::Done{};
}

base::Outcome readKind(store::Database& database, const BriefRequest& request, base::Instant now,
    const PackSource& pack, brief::BriefInput& input)
{
    switch (request.kind) {
    case brief::Kind::Article:
        return readOne(database, request, now, input);
    case brief::Kind::Story:
        return readStory(database, request, pack, input);
    case brief::Kind::Desk:
        return readDesk(database, request, now, input);
    case brief::Kind::Changes:
        return readChanges(database, request, now, input);
    case brief::Kind::Decisions:
        return readLedger(database, request, now, input);
    }
    return base::Done{};
}

} // namespace

BriefSettings briefSettings(const Settings& settings)
{
    return {settings.briefDesk, settings.briefTitle, settings.briefLogo, settings.briefNotice, settings.briefPaper};
}

base::Result<brief::House> houseOf(const BriefSettings& settings, const std::filesystem::path& dataDir)
{
    brief::House house{settings.desk, settings.title, {}, settings.notice};
    if (settings.logo.empty())
        return house;
    base::Result<std::string> logo = base::readFile(dataDir / settings.logo, MostLogo);
    if (!logo)
        return logo.error();
    const bool vector = logo->find("<svg") != std::string::npos;
    if (!vector && QImage::fromData(QByteArray::fromStdString(*logo)).isNull())
        return base::Error{base::ErrorCode::InvalidInput, "is no PNG, JPEG or SVG", settings.logo};
    house.logo = std::move(logo).value();
    return house;
}

brief::Paper paperOf(const std::string& name)
{
    return name == "letter" ? brief::Paper::Letter : brief::Paper::A4;
}

base::Outcome countFrom(BriefRequest& request, const std::filesystem::path& sidecar)
{
    const base::Result<std::string> text = base::readFile(sidecar);
    if (!text)
        return text.error();
    base::Result<brief::BriefInput> former = brief::fromSidecar(*text);
    if (!former) {
        former.error().context = sidecar.string();
        return former.error();
    }
    request.kind = brief::Kind::Changes;
    request.since = former->asOf.value_or(former->made);
    request.sinceName = sidecar.filename().string();
    if (request.query.empty() && former->kind != brief::Kind::Article)
        request.query = former->query;
    return base::Done{};
}

base::Result<brief::BriefInput> readBriefInput(
    store::Database& database, const BriefRequest& request, base::Instant now, const PackSource& pack)
{
    brief::BriefInput input;
    input.kind = request.kind;
    input.house = request.house;
    input.paper = request.paper;
    input.made = now;
    input.asOf = request.asOf;
    if (const base::Outcome read = readKind(database, request, now, pack, input); !read)
        return read.error();
    return input;
}

} // namespace app
