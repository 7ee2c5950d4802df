// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storystore.h"

#include "sqlerror.h"
#include "storywriter.h"

#include <base/analysisjson.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <set>

namespace store {

namespace {

constexpr const char* ToldAt = "min(coalesce(published, received), received + 86400)";

std::vector<std::int64_t> idsFrom(const std::string& text)
{
    const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
    std::vector<std::int64_t> ids;
    if (json.is_array()) {
        for (const nlohmann::json& id : json) {
            if (id.is_number_integer())
                ids.push_back(id.get<std::int64_t>());
        }
    }
    return ids;
}

desk::StoryChange changeOf(SQLite::Statement& query)
{
    desk::StoryChange change;
    change.id = query.getColumn(0).getInt64();
    change.at = base::fromUnix(query.getColumn(1).getInt64());
    change.merge = query.getColumn(2).getString() == "merge";
    change.move = query.getColumn(2).getString() == "move";
    change.byHand = query.getColumn(3).getInt() != 0;
    change.story = query.getColumn(4).getInt64();
    change.other = query.getColumn(5).getInt64();
    change.articles = idsFrom(query.getColumn(6).getString());
    change.undone = query.getColumn(7).getInt() != 0;
    return change;
}

// The articles in order; InvalidInput when they are not some, but not all, of the story's.
base::Result<std::vector<std::int64_t>> someOf(
    StoryWriter& writer, std::int64_t story, std::vector<std::int64_t> articles)
{
    std::sort(articles.begin(), articles.end());
    articles.erase(std::unique(articles.begin(), articles.end()), articles.end());
    if (articles.empty() || !writer.holdsMore(story, articles))
        return base::Error{base::ErrorCode::InvalidInput,
            "some, but not all, of the articles of " + desk::storyName(story) + " were expected"};
    return articles;
}

constexpr const char* ChangeColumns
    = "SELECT id, at, kind, by_hand, story, other, articles, undone FROM story_change";

} // namespace

base::Outcome saveStoryFeatures(Database& database, std::span<const StoryFeatureRow> rows)
{
    return guarded<base::Done>([&] {
        SQLite::Transaction transaction(database.handle());
        // An article may be gone by now.
        SQLite::Statement insert(database.handle(),
            "INSERT OR REPLACE INTO story_feature (article_id, at, data) SELECT id, ?, ? FROM article WHERE "
            "id = ?");
        for (const StoryFeatureRow& row : rows) {
            insert.reset();
            insert.bind(1, row.at);
            insert.bind(2, row.data.data(), static_cast<int>(row.data.size()));
            insert.bind(3, row.article);
            insert.exec();
        }
        transaction.commit();
        return base::Done{};
    });
}

base::Outcome dropStoryFeatures(Database& database, std::int64_t before)
{
    return guarded<base::Done>([&] {
        SQLite::Statement drop(database.handle(), "DELETE FROM story_feature WHERE at < ?");
        drop.bind(1, before);
        drop.exec();
        return base::Done{};
    });
}

base::Result<std::vector<Unplaced>> readUnplaced(Database& database)
{
    return guarded<std::vector<Unplaced>>([&] {
        SQLite::Statement query(database.handle(),
            std::string("SELECT id, ") + ToldAt
                + " FROM article INDEXED BY article_unplaced WHERE story_id IS NULL AND mode <> ''");
        std::vector<Unplaced> list;
        while (query.executeStep())
            list.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getInt64()});
        std::sort(list.begin(), list.end(), [](const Unplaced& a, const Unplaced& b) {
            return a.at != b.at ? a.at < b.at : a.article < b.article;
        });
        return list;
    });
}

base::Result<std::vector<StoryPlace>> readStoryPlaces(
    Database& database, std::span<const std::int64_t> articles)
{
    return guarded<std::vector<StoryPlace>>([&] {
        SQLite::Statement query(database.handle(),
            std::string("WITH own AS (SELECT id, story_id, novelty, ") + ToldAt
                + " AS told FROM article WHERE id = ? AND story_id IS NOT NULL) "
                  "SELECT novelty, (SELECT count(*) FROM article INDEXED BY article_story "
                  "WHERE story_id = own.story_id AND ("
                + ToldAt + ", article.id) < (own.told, own.id)) FROM own");
        std::vector<StoryPlace> places;
        for (const std::int64_t article : articles) {
            query.reset();
            query.bind(1, article);
            if (!query.executeStep())
                continue;
            const StoryPlace place{article, query.getColumn(0).getInt(), query.getColumn(1).getInt()};
            if (place.earlier > 0)
                places.push_back(place);
        }
        return places;
    });
}

base::Result<std::vector<StoryFeatureRow>> readFeatures(
    Database& database, std::span<const std::int64_t> articles)
{
    return guarded<std::vector<StoryFeatureRow>>([&] {
        SQLite::Statement query(database.handle(),
            "SELECT f.at, f.data, a.story_id FROM article a LEFT JOIN story_feature f ON f.article_id = a.id "
            "WHERE a.id = ?");
        std::vector<StoryFeatureRow> rows;
        for (const std::int64_t article : articles) {
            query.reset();
            query.bind(1, article);
            StoryFeatureRow row;
            row.article = article;
            if (query.executeStep() && !query.getColumn(0).isNull()) {
                row.at = query.getColumn(0).getInt64();
                row.data = query.getColumn(1).getString();
                row.story = query.getColumn(2).isNull() ? 0 : query.getColumn(2).getInt64();
            }
            rows.push_back(std::move(row));
        }
        return rows;
    });
}

base::Result<std::vector<StoryFeatureRow>> readPlacedFeatures(
    Database& database, std::int64_t after, std::int64_t article, int limit)
{
    return guarded<std::vector<StoryFeatureRow>>([&] {
        SQLite::Statement query(database.handle(),
            "SELECT f.article_id, f.at, a.story_id, f.data FROM story_feature f CROSS JOIN article a ON a.id "
            "= "
            "f.article_id WHERE (f.at, f.article_id) > (?, ?) AND a.story_id IS NOT NULL ORDER BY f.at, "
            "f.article_id LIMIT ?");
        query.bind(1, after);
        query.bind(2, article);
        query.bind(3, limit);
        std::vector<StoryFeatureRow> rows;
        while (query.executeStep())
            rows.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getInt64(),
                query.getColumn(2).getInt64(), query.getColumn(3).getString()});
        return rows;
    });
}

base::Result<std::int64_t> nextStory(Database& database)
{
    return guarded<std::int64_t>([&] {
        return database.handle()
            .execAndGet("SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'story'), 0), "
                        "coalesce((SELECT max(id) FROM story), 0)) + 1")
            .getInt64();
    });
}

base::Outcome placeArticles(Database& database, std::span<const PlacedArticle> placed, base::Instant at)
{
    return guarded<base::Done>([&] {
        SQLite::Transaction transaction(database.handle());
        StoryWriter writer(database.handle());
        for (const PlacedArticle& one : placed) {
            writer.place(one.article, one.story, one.novelty);
            if (one.rescored)
                writer.rescore(one.article, *one.rescored);
            for (const auto& [from, into] : one.merged)
                writer.merge(from, into, at, false);
            for (const PlacedArticle::Move& move : one.moved)
                writer.transfer(move.articles, move.from, move.into, at, false);
            for (const PlacedArticle::Retold& again : one.retold) {
                writer.retell(again.article, again.novelty);
                if (again.rescored)
                    writer.rescore(again.article, *again.rescored);
            }
        }
        transaction.commit();
        return base::Done{};
    });
}

base::Result<std::int64_t> storyOf(Database& database, std::int64_t article)
{
    return guarded<std::int64_t>([&] {
        SQLite::Statement query(database.handle(), "SELECT story_id FROM article WHERE id = ?");
        query.bind(1, article);
        return query.executeStep() && !query.getColumn(0).isNull() ? query.getColumn(0).getInt64()
                                                                   : std::int64_t{0};
    });
}

base::Result<desk::StoryView> readStory(Database& database, std::int64_t story, int limit)
{
    return guarded<desk::StoryView>([&]() -> base::Result<desk::StoryView> {
        desk::StoryView view;
        SQLite::Statement own(database.handle(),
            "SELECT t.id, t.articles, t.sources FROM story t WHERE t.id = (SELECT coalesce(merged_into, id) "
            "FROM "
            "story WHERE id = ?)");
        own.bind(1, story);
        if (!own.executeStep())
            return base::Error{base::ErrorCode::NotFound, "there is no story " + desk::storyName(story)};
        view.id = own.getColumn(0).getInt64();
        view.articles = own.getColumn(1).getInt();
        view.sources = own.getColumn(2).getInt();
        SQLite::Statement former(database.handle(), "SELECT id FROM story WHERE merged_into = ? ORDER BY id");
        former.bind(1, view.id);
        while (former.executeStep())
            view.formerIds.push_back(former.getColumn(0).getInt64());
        SQLite::Statement members(database.handle(),
            std::string(
                "SELECT a.id, a.title, coalesce(nullif(a.source_name, ''), s.title), a.published, "
                "a.received, a.novelty, a.impact, a.sentiment FROM article a JOIN source s ON s.id = "
                "a.source_id WHERE "
                "a.story_id = ? ORDER BY min(coalesce(a.published, a.received), a.received + 86400), a.id "
                "LIMIT ?"));
        members.bind(1, view.id);
        members.bind(2, limit);
        while (members.executeStep()) {
            desk::StoryMember member;
            member.article = members.getColumn(0).getInt64();
            member.title = members.getColumn(1).getString();
            member.source = members.getColumn(2).getString();
            member.published = instantAt(members.getColumn(3));
            member.received = base::fromUnix(members.getColumn(4).getInt64());
            member.novelty = members.getColumn(5).getInt();
            member.impact = members.getColumn(6).getDouble();
            member.analysed = member.impact >= 0;
            member.impact = std::max(0.0, member.impact);
            member.sentiment
                = member.analysed && !members.getColumn(7).isNull() ? members.getColumn(7).getDouble() : 0;
            view.members.push_back(std::move(member));
        }
        return view;
    });
}

base::Result<std::vector<desk::StoryChange>> readStoryChanges(Database& database, int limit)
{
    return guarded<std::vector<desk::StoryChange>>([&] {
        SQLite::Statement query(database.handle(), std::string(ChangeColumns) + " ORDER BY id DESC LIMIT ?");
        query.bind(1, limit);
        std::vector<desk::StoryChange> changes;
        while (query.executeStep())
            changes.push_back(changeOf(query));
        return changes;
    });
}

base::Result<std::vector<desk::StoryChange>> readStoryLog(
    Database& database, std::int64_t story, std::optional<base::Instant> asOf, int limit)
{
    using Changes = std::vector<desk::StoryChange>;
    return guarded<Changes>([&]() -> base::Result<Changes> {
        SQLite::Statement names(database.handle(),
            "SELECT id FROM story WHERE coalesce(merged_into, id) = (SELECT coalesce(merged_into, id) FROM "
            "story "
            "WHERE id = ?)");
        names.bind(1, story);
        std::string ids;
        while (names.executeStep())
            ids += (ids.empty() ? "" : ", ") + names.getColumn(0).getString();
        if (ids.empty())
            return base::Error{base::ErrorCode::NotFound, "there is no story " + desk::storyName(story)};
        SQLite::Statement query(database.handle(),
            std::string(ChangeColumns) + " WHERE (story IN (" + ids + ") OR other IN (" + ids
                + ")) AND (?1 IS NULL OR at <= ?1) ORDER BY id DESC LIMIT ?2");
        bindInstant(query, 1, asOf);
        query.bind(2, limit);
        Changes changes;
        while (query.executeStep())
            changes.push_back(changeOf(query));
        return changes;
    });
}

base::Result<std::vector<std::int64_t>> mergeStories(
    Database& database, const std::vector<std::int64_t>& stories, base::Instant at)
{
    using Changes = std::vector<std::int64_t>;
    return guarded<Changes>([&]() -> base::Result<Changes> {
        SQLite::Transaction transaction(database.handle());
        StoryWriter writer(database.handle());
        std::set<std::int64_t> present;
        for (const std::int64_t story : stories) {
            const std::int64_t now = writer.present(story);
            if (now == 0)
                return base::Error{
                    base::ErrorCode::NotFound, "there is no story " + desk::storyName(story), {}};
            present.insert(now);
        }
        if (present.size() < 2)
            return base::Error{base::ErrorCode::InvalidInput, "these are one story already", {}};
        Changes changes;
        for (auto one = std::next(present.begin()); one != present.end(); ++one)
            changes.push_back(writer.merge(*one, *present.begin(), at, true));
        transaction.commit();
        return changes;
    });
}

base::Result<std::int64_t> splitStory(
    Database& database, std::int64_t story, const std::vector<std::int64_t>& articles, base::Instant at)
{
    return guarded<std::int64_t>([&]() -> base::Result<std::int64_t> {
        SQLite::Transaction transaction(database.handle());
        StoryWriter writer(database.handle());
        const std::int64_t own = writer.present(story);
        if (own == 0)
            return base::Error{base::ErrorCode::NotFound, "there is no story " + desk::storyName(story)};
        const base::Result<std::vector<std::int64_t>> moved = someOf(writer, own, articles);
        if (!moved)
            return moved.error();
        const std::int64_t change = writer.split(own, *moved, at);
        transaction.commit();
        return change;
    });
}

base::Result<std::int64_t> moveArticles(Database& database, std::int64_t from, std::int64_t into,
    const std::vector<std::int64_t>& articles, base::Instant at)
{
    return guarded<std::int64_t>([&]() -> base::Result<std::int64_t> {
        SQLite::Transaction transaction(database.handle());
        StoryWriter writer(database.handle());
        const std::int64_t own = writer.present(from);
        const std::int64_t other = writer.present(into);
        if (own == 0 || other == 0)
            return base::Error{
                base::ErrorCode::NotFound, "there is no story " + desk::storyName(own == 0 ? from : into)};
        if (own == other)
            return base::Error{base::ErrorCode::InvalidInput, "these are one story"};
        const base::Result<std::vector<std::int64_t>> moved = someOf(writer, own, articles);
        if (!moved)
            return moved.error();
        const std::int64_t change = writer.transfer(*moved, own, other, at, true);
        transaction.commit();
        return change;
    });
}

base::Outcome undoStoryChange(Database& database, std::int64_t change)
{
    return guarded<base::Done>([&]() -> base::Outcome {
        SQLite::Transaction transaction(database.handle());
        desk::StoryChange made;
        {
            SQLite::Statement query(database.handle(), std::string(ChangeColumns) + " WHERE id = ?");
            query.bind(1, change);
            if (!query.executeStep())
                return base::Error{base::ErrorCode::NotFound, "there is no such change"};
            made = changeOf(query);
        }
        if (made.undone)
            return base::Error{base::ErrorCode::InvalidInput, "this change was undone before"};
        StoryWriter(database.handle()).undo(made);
        transaction.commit();
        return base::Done{};
    });
}

base::Result<std::vector<std::pair<std::int64_t, std::int64_t>>> storiesKeptApart(Database& database)
{
    using Pairs = std::vector<std::pair<std::int64_t, std::int64_t>>;
    return guarded<Pairs>([&] {
        SQLite::Statement query(database.handle(),
            "SELECT story, other FROM story_change WHERE (kind = 'split' AND undone = 0) OR (kind IN "
            "('merge', 'move') AND undone = 1) ORDER BY id");
        Pairs pairs;
        while (query.executeStep())
            pairs.emplace_back(query.getColumn(0).getInt64(), query.getColumn(1).getInt64());
        return pairs;
    });
}

base::Result<std::vector<std::int64_t>> storiesChangedByHand(Database& database)
{
    return guarded<std::vector<std::int64_t>>([&] {
        SQLite::Statement query(database.handle(),
            "SELECT DISTINCT coalesce(s.merged_into, s.id) FROM story_change c JOIN story s ON s.id IN "
            "(c.story, c.other) WHERE c.by_hand + c.undone > 0 ORDER BY 1");
        std::vector<std::int64_t> stories;
        while (query.executeStep())
            stories.push_back(query.getColumn(0).getInt64());
        return stories;
    });
}

base::Result<std::int64_t> storyEdits(Database& database)
{
    return guarded<std::int64_t>([&] {
        return database.handle()
            .execAndGet(
                "SELECT coalesce(sum((by_hand + undone) * id), 0) FROM story_change WHERE by_hand + undone "
                "> 0")
            .getInt64();
    });
}

} // namespace store
