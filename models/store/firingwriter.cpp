// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "firingwriter.h"

#include "firingjson.h"
#include "sqlerror.h"

namespace store {

namespace {

constexpr const char* LastColumns = "SELECT id, class, at FROM firing INDEXED BY firing_story WHERE rule_id = ? AND ";

template <class... Values> int run(SQLite::Statement& statement, const Values&... values)
{
    statement.reset();
    int at = 0;
    (statement.bind(++at, values), ...);
    return statement.exec();
}

} // namespace

FiringWriter::FiringWriter(SQLite::Database& handle, base::Instant at)
    : m_handle(handle)
    , m_at(at)
    , m_see(handle,
          "DELETE FROM alert_due WHERE article_id = ?1 AND EXISTS (SELECT 1 FROM article WHERE id = ?1 AND "
          "fingerprint = ?2)")
    , m_story(handle, "SELECT story_id FROM article WHERE id = ?")
    // A story goes by the ids of those that became part of it, too.
    , m_last(handle,
          std::string(LastColumns)
              + "story_id IN (SELECT ?2 UNION SELECT id FROM story WHERE merged_into = ?2) ORDER BY id DESC LIMIT 1")
    , m_lastOfStream(handle, std::string(LastColumns) + "story_id IS NULL ORDER BY id DESC LIMIT 1")
    , m_firing(handle,
          "INSERT INTO firing (rule_id, rule_name, rule, class, story_id, at, title, reason) VALUES (?, ?, ?, ?, "
          "nullif(?, 0), ?, ?, ?)")
    , m_article(handle,
          "INSERT INTO firing_article (firing_id, article_id, fired, at, data) VALUES (?, ?, ?, ?, ?)")
{
}

bool FiringWriter::see(const EvaluatedArticle& article)
{
    return run(m_see, article.article, static_cast<std::int64_t>(article.fingerprint)) > 0;
}

std::optional<FiringWriter::Last> FiringWriter::last(std::int64_t rule, std::int64_t story)
{
    SQLite::Statement& query = story == 0 ? m_lastOfStream : m_last;
    query.reset();
    query.bind(1, rule);
    if (story != 0)
        query.bind(2, story);
    std::optional<Last> found;
    if (query.executeStep())
        found = Last{query.getColumn(0).getInt64(),
            {static_cast<desk::AlertClass>(query.getColumn(1).getInt()),
                base::fromUnix(query.getColumn(2).getInt64())}};
    query.reset();
    return found;
}

bool FiringWriter::risesAbove(std::int64_t rule, bool crosses)
{
    SQLite::Statement change(m_handle, "UPDATE alert_rule SET beyond = ?1 WHERE id = ?2 AND beyond <> ?1");
    return run(change, crosses ? 1 : 0, rule) > 0 && crosses;
}

void FiringWriter::keep(
    std::int64_t firing, std::int64_t article, bool fired, const desk::FiringArticle& receipt)
{
    run(m_article, firing, article, fired ? 1 : 0, static_cast<std::int64_t>(base::toUnix(m_at)),
        firingArticleJson(receipt));
}

std::optional<desk::Firing> FiringWriter::fire(std::int64_t article, const RuleHit& hit)
{
    const desk::AlertRule& rule = *hit.rule;
    std::int64_t story = 0;
    if (!hit.stream) {
        m_story.reset();
        m_story.bind(1, article);
        if (m_story.executeStep() && !m_story.getColumn(0).isNull())
            story = m_story.getColumn(0).getInt64();
        m_story.reset();
        if (story == 0)
            return std::nullopt; // it waits for its story again
    }
    if (hit.stream && !risesAbove(rule.id, hit.crosses))
        return std::nullopt;
    const std::optional<Last> before = last(rule.id, story);
    const std::optional<desk::LastFiring> was = before ? std::optional(before->was) : std::nullopt;
    const bool may = hit.stream ? desk::mayFireAgain(rule, hit.level, was, m_at)
                                : desk::mayFire(rule, hit.level, was, m_at);
    if (!may) {
        keep(before->firing, article, false, hit.receipt);
        return std::nullopt;
    }
    desk::Firing firing;
    firing.rule = rule.id;
    firing.ruleName = rule.name;
    firing.ruleText = desk::ruleText(rule);
    firing.level = hit.level;
    firing.story = story;
    firing.at = m_at;
    firing.title = hit.receipt.title;
    firing.reason = hit.reason;
    firing.article = article;
    firing.impact = hit.receipt.impact;
    firing.source = hit.receipt.source;
    firing.url = hit.receipt.url;
    run(m_firing, firing.rule, firing.ruleName, firing.ruleText, static_cast<int>(firing.level), firing.story,
        static_cast<std::int64_t>(base::toUnix(m_at)), firing.title, firing.reason);
    firing.id = m_handle.getLastInsertRowid();
    keep(firing.id, article, true, hit.receipt);
    firing.articles = {hit.receipt};
    firing.articles.front().article = article;
    firing.articles.front().at = m_at;
    return firing;
}

void FiringWriter::change(std::int64_t article, const DecisionHit& hit)
{
    // Once for each decision and state.
    SQLite::Statement insert(m_handle,
        "INSERT INTO decision_change (ledger_id, state, at, article_id, title, sentence, clause) SELECT ?1, ?2, "
        "?3, ?4, ?5, ?6, ?7 WHERE EXISTS (SELECT 1 FROM ledger WHERE id = ?1) AND NOT EXISTS (SELECT 1 FROM "
        "decision_change WHERE ledger_id = ?1 AND state = ?2)");
    run(insert, hit.ledger, hit.state, static_cast<std::int64_t>(base::toUnix(m_at)), article, hit.title,
        hit.sentence, hit.clause);
}

} // namespace store
