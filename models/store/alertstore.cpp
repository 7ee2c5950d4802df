// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "alertstore.h"

#include "alertrules.h"
#include "firingjson.h"
#include "firingwriter.h"
#include "matchedarticles.h"
#include "sqlerror.h"

#include <algorithm>
#include <limits>

namespace store {

namespace {

std::int64_t unixOf(base::Instant at) { return static_cast<std::int64_t>(base::toUnix(at)); }

constexpr const char* FiringColumns
    = "SELECT f.id, f.rule_id, f.rule_name, f.rule, f.class, f.story_id, f.at, f.title, f.reason, "
      "f.acknowledged, f.delivered, (SELECT count(*) FROM firing_article h WHERE h.firing_id = f.id AND "
      "h.fired = 0), a.article_id, a.data FROM firing f LEFT JOIN firing_article a ON a.id = (SELECT min(x.id) "
      "FROM firing_article x WHERE x.firing_id = f.id) ";

desk::Firing firingOf(SQLite::Statement& query)
{
    const auto number = [&](int column) {
        return query.getColumn(column).isNull() ? std::int64_t{0} : query.getColumn(column).getInt64();
    };
    desk::Firing firing;
    firing.id = number(0);
    firing.rule = number(1);
    firing.ruleName = query.getColumn(2).getString();
    firing.ruleText = query.getColumn(3).getString();
    firing.level = static_cast<desk::AlertClass>(std::clamp<std::int64_t>(number(4), 0, 2));
    firing.story = number(5);
    firing.at = base::fromUnix(number(6));
    firing.title = query.getColumn(7).getString();
    firing.reason = query.getColumn(8).getString();
    firing.acknowledged = instantAt(query.getColumn(9));
    firing.delivered = instantAt(query.getColumn(10));
    firing.held = number(11);
    firing.article = number(12);
    const desk::FiringArticle first = firingArticleFrom(query.getColumn(13).getString());
    firing.impact = first.impact;
    firing.source = first.source;
    firing.url = first.url;
    return firing;
}

} // namespace

base::Result<std::vector<DueArticle>> readDue(Database& database, int limit)
{
    return guarded<std::vector<DueArticle>>([&]() -> base::Result<std::vector<DueArticle>> {
        SQLite::Statement query(database.handle(),
            "SELECT a.id, a.fingerprint FROM alert_due d CROSS JOIN article a ON a.id = d.article_id ORDER BY "
            "a.received, a.id LIMIT ?");
        query.bind(1, limit);
        std::vector<DueArticle> due;
        while (query.executeStep())
            due.push_back({query.getColumn(0).getInt64(),
                static_cast<std::uint64_t>(query.getColumn(1).getInt64()), {}});
        for (DueArticle& one : due) {
            base::Result<desk::MatchedArticle> article = readMatchedArticle(database, one.id);
            if (!article)
                return article.error();
            one.article = std::move(article).value();
        }
        return due;
    });
}

base::Result<std::int64_t> countDue(Database& database)
{
    return guarded<std::int64_t>(
        [&] { return database.handle().execAndGet("SELECT count(*) FROM alert_due").getInt64(); });
}

base::Result<int> skipDue(Database& database, std::int64_t edits)
{
    return guarded<int>([&] {
        SQLite::Statement skip(
            database.handle(), "DELETE FROM alert_due WHERE (SELECT sum(edits) FROM alert_edits) = ?");
        skip.bind(1, edits);
        return skip.exec();
    });
}

base::Result<std::vector<desk::MatchedArticle>> readSample(Database& database, int count)
{
    return guarded<std::vector<desk::MatchedArticle>>([&] {
        SQLite::Statement query(database.handle(),
            "SELECT id FROM article WHERE impact >= 0 ORDER BY received DESC, id DESC LIMIT ?");
        query.bind(1, count);
        std::vector<desk::MatchedArticle> sample;
        while (query.executeStep()) {
            base::Result<desk::MatchedArticle> one = readMatchedArticle(database, query.getColumn(0).getInt64());
            if (one)
                sample.push_back(std::move(one).value());
        }
        return sample;
    });
}

StoryReader::StoryReader(SQLite::Database& handle)
    : m_query(handle,
        "SELECT a.story_id, count(o.id), max(o.impact), (SELECT t.sources FROM story t WHERE t.id = "
        "a.story_id) FROM article a LEFT JOIN article o INDEXED BY article_story ON o.story_id = "
        "a.story_id AND (o.received, o.id) < (a.received, a.id) WHERE a.id = ? GROUP BY a.id")
{
}

StoryContext StoryReader::read(std::int64_t article)
{
    m_query.reset();
    m_query.bind(1, article);
    StoryContext context;
    if (m_query.executeStep() && !m_query.getColumn(0).isNull()) {
        context.story = m_query.getColumn(0).getInt64();
        context.earlier = m_query.getColumn(1).getInt();
        if (!m_query.getColumn(2).isNull() && m_query.getColumn(2).getDouble() >= 0)
            context.impactBefore = m_query.getColumn(2).getDouble();
        context.sources = std::max(1, m_query.getColumn(3).getInt());
    }
    m_query.reset();
    return context;
}

base::Result<StoryContext> readStoryContext(Database& database, std::int64_t article)
{
    return guarded<StoryContext>([&] { return StoryReader(database.handle()).read(article); });
}

base::Result<std::vector<desk::Firing>> storeEvaluated(
    Database& database, std::span<const EvaluatedArticle> evaluated, std::int64_t edits, base::Instant at)
{
    using Firings = std::vector<desk::Firing>;
    return guarded<Firings>([&]() -> base::Result<Firings> {
        SQLite::Database& handle = database.handle();
        SQLite::Transaction transaction(handle);
        FiringWriter writer(handle, at);
        Firings fired;
        bool locked = false;
        for (const EvaluatedArticle& one : evaluated) {
            const bool seen = writer.see(one);
            // The first statement took the lock: from here on nobody changes the rules.
            if (!std::exchange(locked, true)
                && handle.execAndGet("SELECT sum(edits) FROM alert_edits").getInt64() != edits)
                return base::Error{base::ErrorCode::Cancelled, "the rules were changed"};
            if (!seen)
                continue;
            for (const RuleHit& hit : one.hits) {
                if (std::optional<desk::Firing> firing = writer.fire(one.article, hit))
                    fired.push_back(std::move(*firing));
            }
            for (const DecisionHit& hit : one.decisions)
                writer.change(one.article, hit);
        }
        transaction.commit();
        return fired;
    });
}

base::Result<std::vector<desk::Firing>> readFirings(Database& database, const FiringRequest& request)
{
    return guarded<std::vector<desk::Firing>>([&] {
        std::string where = "WHERE 1";
        if (request.rule)
            where += " AND f.rule_id = ?1";
        if (request.open)
            where += " AND f.acknowledged IS NULL";
        if (request.before > 0)
            where += " AND f.id < ?2";
        SQLite::Statement query(
            database.handle(), FiringColumns + where + " ORDER BY f.id DESC LIMIT ?3");
        if (request.rule)
            query.bind(1, *request.rule);
        if (request.before > 0)
            query.bind(2, request.before);
        query.bind(3, request.limit);
        std::vector<desk::Firing> firings;
        while (query.executeStep())
            firings.push_back(firingOf(query));
        return firings;
    });
}

base::Result<desk::Firing> readFiring(Database& database, std::int64_t id)
{
    return guarded<desk::Firing>([&]() -> base::Result<desk::Firing> {
        SQLite::Statement query(database.handle(), std::string(FiringColumns) + "WHERE f.id = ?");
        query.bind(1, id);
        if (!query.executeStep())
            return base::Error{base::ErrorCode::NotFound, "there is no firing " + std::to_string(id)};
        desk::Firing firing = firingOf(query);
        SQLite::Statement articles(database.handle(),
            "SELECT article_id, fired, at, data FROM firing_article WHERE firing_id = ? ORDER BY id");
        articles.bind(1, id);
        while (articles.executeStep()) {
            desk::FiringArticle one = firingArticleFrom(articles.getColumn(3).getString());
            one.article = articles.getColumn(0).isNull() ? 0 : articles.getColumn(0).getInt64();
            one.fired = articles.getColumn(1).getInt() != 0;
            one.at = base::fromUnix(articles.getColumn(2).getInt64());
            firing.articles.push_back(std::move(one));
        }
        return firing;
    });
}

base::Result<desk::FiringCounts> readFiringCounts(Database& database)
{
    return guarded<desk::FiringCounts>([&] {
        SQLite::Database& handle = database.handle();
        const auto count = [&handle](const char* sql) { return handle.execAndGet(sql).getInt64(); };
        return desk::FiringCounts{count("SELECT count(*) FROM firing WHERE acknowledged IS NULL"),
            count("SELECT count(*) FROM firing WHERE acknowledged IS NULL AND class = 2"),
            count("SELECT count(*) FROM firing WHERE delivered IS NULL")};
    });
}

base::Result<Ids> acknowledge(Database& database, const Ids& firings, bool acknowledged, base::Instant at)
{
    return guarded<Ids>([&] {
        Ids changed;
        SQLite::Transaction transaction(database.handle());
        // What was acknowledged needs no notification any more.
        SQLite::Statement set(database.handle(),
            acknowledged ? "UPDATE firing SET acknowledged = ?1, delivered = coalesce(delivered, ?1) WHERE id = "
                           "?2 AND acknowledged IS NULL"
                         : "UPDATE firing SET acknowledged = NULL WHERE id = ?2 AND acknowledged IS NOT NULL");
        for (const std::int64_t id : firings) {
            set.reset();
            if (acknowledged)
                set.bind(1, unixOf(at));
            set.bind(2, id);
            if (set.exec() > 0)
                changed.push_back(id);
        }
        transaction.commit();
        return changed;
    });
}

base::Result<Ids> snoozeFired(
    Database& database, const Ids& firings, base::Instant until, base::Instant now)
{
    Ids rules;
    for (const std::int64_t id : firings) {
        const base::Result<desk::Firing> firing = readFiring(database, id);
        if (firing && firing->rule != 0
            && std::find(rules.begin(), rules.end(), firing->rule) == rules.end())
            rules.push_back(firing->rule);
    }
    for (const std::int64_t rule : rules) {
        if (const base::Result<desk::AlertRule> slept = snoozeRule(database, rule, until, now); !slept)
            return slept.error();
    }
    if (const base::Result<Ids> done = acknowledge(database, firings, true, now); !done)
        return done.error();
    return rules;
}

base::Result<Ids> acknowledgeAll(Database& database, base::Instant at)
{
    return guarded<Ids>([&] {
        Ids changed;
        SQLite::Statement set(database.handle(),
            "UPDATE firing SET acknowledged = ?1, delivered = coalesce(delivered, ?1) WHERE acknowledged IS "
            "NULL RETURNING id");
        set.bind(1, unixOf(at));
        while (set.executeStep())
            changed.push_back(set.getColumn(0).getInt64());
        return changed;
    });
}

base::Result<std::vector<desk::Firing>> readWaiting(Database& database)
{
    return guarded<std::vector<desk::Firing>>([&] {
        SQLite::Statement query(
            database.handle(), std::string(FiringColumns) + "WHERE f.delivered IS NULL ORDER BY f.id");
        std::vector<desk::Firing> firings;
        while (query.executeStep())
            firings.push_back(firingOf(query));
        return firings;
    });
}

base::Outcome recordDelivery(Database& database, const Delivery& delivery, base::Instant at)
{
    return guarded<base::Done>([&] {
        SQLite::Transaction transaction(database.handle());
        SQLite::Statement log(database.handle(),
            "INSERT INTO delivery (firing_id, at, channel, done, title, detail) VALUES (?, ?, ?, ?, ?, ?)");
        log.bind(2, unixOf(at));
        log.bind(3, delivery.channel);
        log.bind(4, delivery.done ? 1 : 0);
        log.bind(5, delivery.title);
        log.bind(6, delivery.detail);
        if (delivery.each || delivery.firings.size() == 1) {
            for (const std::int64_t id : delivery.firings) {
                log.reset();
                log.bind(1, id);
                log.exec();
            }
        } else {
            log.exec();
        }
        SQLite::Statement told(
            database.handle(), "UPDATE firing SET delivered = ? WHERE id = ? AND delivered IS NULL");
        for (const std::int64_t id : delivery.told ? delivery.firings : Ids()) {
            told.reset();
            told.bind(1, unixOf(at));
            told.bind(2, id);
            told.exec();
        }
        transaction.commit();
        return base::Done{};
    });
}

base::Result<bool> wasDelivered(Database& database, std::int64_t firing, const std::string& channel)
{
    return guarded<bool>([&] {
        SQLite::Statement query(
            database.handle(), "SELECT 1 FROM delivery WHERE firing_id = ? AND channel = ? LIMIT 1");
        query.bind(1, firing);
        query.bind(2, channel);
        return query.executeStep();
    });
}

base::Result<std::vector<desk::DeliveryLine>> readDeliveries(Database& database, int limit, std::int64_t before)
{
    return guarded<std::vector<desk::DeliveryLine>>([&] {
        SQLite::Statement query(database.handle(),
            "SELECT d.id, d.firing_id, f.rule_name, f.title, d.title, d.at, d.channel, d.done, d.detail FROM "
            "delivery d LEFT JOIN firing f ON f.id = d.firing_id WHERE d.id < ? ORDER BY d.id DESC LIMIT ?");
        query.bind(1, before == 0 ? std::numeric_limits<std::int64_t>::max() : before);
        query.bind(2, limit);
        std::vector<desk::DeliveryLine> lines;
        while (query.executeStep())
            lines.push_back({query.getColumn(0).getInt64(),
                query.getColumn(1).isNull() ? 0 : query.getColumn(1).getInt64(), query.getColumn(2).getString(),
                query.getColumn(3).getString(), query.getColumn(4).getString(),
                base::fromUnix(query.getColumn(5).getInt64()), query.getColumn(6).getString(),
                query.getColumn(7).getInt() != 0, query.getColumn(8).getString()});
        return lines;
    });
}

} // namespace store
