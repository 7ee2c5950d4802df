// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "alertkeeper.h"

#include <desk/excerpt.h>
#include <desk/receipt.h>
#include <desk/rulestream.h>
#include <store/alertrules.h>
#include <store/articlestore.h>
#include <store/decisionwatch.h>
#include <store/rehearsal.h>
#include <store/storedquery.h>

#include <algorithm>

namespace app {

namespace {

constexpr int Chunk = 200; // articles evaluated in one transaction
constexpr int Sample = 300; // articles that say which conditions are rare
constexpr int Tries = 5; // while rules are being changed

bool asksStream(const desk::AlertRule& rule)
{
    return std::any_of(rule.crossings.begin(), rule.crossings.end(),
        [](const desk::Crossing& one) { return one.ofStream(); });
}

} // namespace

// A rule, or the entry or invalidation of an accepted decision.
struct AlertKeeper::Asked {
    const desk::AlertRule* rule = nullptr;
    desk::RuleQueries queries; // of a decision `match` alone
    std::optional<store::WatchedDecision> decision;
};

AlertKeeper::AlertKeeper() = default;
AlertKeeper::~AlertKeeper() = default;

std::size_t AlertKeeper::residual() const { return m_index ? m_index->residual().size() : 0; }

base::Outcome AlertKeeper::compile(store::Database& database, base::Instant now)
{
    const base::Result<std::int64_t> edits = store::alertEdits(database);
    if (!edits)
        return edits.error();
    if (m_index && *edits == m_edits)
        return base::Done{};
    base::Result<std::vector<desk::AlertRule>> rules = store::readRules(database, now);
    const base::Result<std::vector<store::WatchedDecision>> decisions
        = store::readWatchedDecisions(database);
    const base::Result<std::vector<desk::MatchedArticle>> sample = store::readSample(database, Sample);
    if (!rules || !decisions || !sample)
        return rules ? decisions ? sample.error() : decisions.error() : rules.error();
    m_index.reset();
    m_asked.clear();
    m_problems.clear();
    m_rules = std::move(rules).value();
    const store::StoredNames names = store::storedNames(database);
    std::vector<desk::Query> queries;
    for (const desk::AlertRule& rule : m_rules) {
        base::Result<desk::RuleQueries> read
            = desk::ruleQueries(rule, now, names.searches, names.watchlists);
        if (!read) {
            m_problems.push_back(rule.name + ": " + read.error().message);
            continue;
        }
        queries.push_back(read->match);
        m_asked.push_back({&rule, std::move(read).value(), {}});
    }
    for (const store::WatchedDecision& decision : *decisions) {
        base::Result<desk::Query> read
            = desk::parseQuery(decision.query, now, names.searches, names.watchlists);
        if (!read) {
            m_problems.push_back(decision.title + ": " + read.error().message);
            continue;
        }
        queries.push_back(*read);
        m_asked.push_back({nullptr, {std::move(read).value(), {}, {}}, decision});
    }
    m_index = std::make_unique<desk::RuleIndex>(
        queries, *sample, [this](std::size_t number, base::Instant at) -> std::optional<desk::Query> {
            const Asked& asked = m_asked[number];
            const store::StoredNames known = store::storedNames(*m_database);
            if (asked.rule == nullptr) {
                base::Result<desk::Query> read
                    = desk::parseQuery(asked.decision->query, at, known.searches, known.watchlists);
                return read ? std::optional(std::move(read).value()) : std::nullopt;
            }
            base::Result<desk::RuleQueries> read
                = desk::ruleQueries(*asked.rule, at, known.searches, known.watchlists);
            return read ? std::optional(std::move(read->match)) : std::nullopt;
        });
    m_edits = *edits;
    return base::Done{};
}

base::Outcome AlertKeeper::hit(store::Database& database, const store::DueArticle& due, const Asked& asked,
    base::Instant now, store::EvaluatedArticle& into)
{
    const desk::AlertRule& rule = *asked.rule;
    if (!desk::isAwake(rule, now) || desk::isStale(rule, due.article.published, due.article.received))
        return base::Done{};
    store::RuleHit hit;
    hit.rule = &rule;
    hit.level = rule.level;
    const desk::ArticleMatcher matcher(due.article);
    if (asked.queries.high && matcher.matches(*asked.queries.high))
        hit.level = std::max(hit.level, desk::AlertClass::High);
    if (asked.queries.critical && matcher.matches(*asked.queries.critical))
        hit.level = std::max(hit.level, desk::AlertClass::Critical);
    store::CrossingFigures figures;
    if (!rule.crossings.empty()) {
        const base::Result<store::StoryContext> story = store::readStoryContext(database, due.id);
        if (!story)
            return story.error();
        hit.stream = asksStream(rule);
        desk::RuleStream stream;
        if (hit.stream) {
            base::Result<desk::RuleStream> read
                = store::readStream(database, rule, asked.queries.match, due.article.received);
            if (!read)
                return read.error();
            stream = std::move(read).value();
        }
        const store::StreamFigures ofStream(stream, due.article.received);
        figures = store::crossingFigures(rule, due.article, *story, &ofStream);
        hit.reason = figures.reason;
        hit.crosses = figures.all;
        if (!figures.all && !hit.stream)
            return base::Done{};
    }
    const base::Result<store::StoredArticle> stored = store::readArticle(database, due.id);
    if (!stored)
        return stored.error();
    hit.receipt = desk::receiptOf(asked.queries.match, due.article, stored->article,
        stored->analysis ? &*stored->analysis : nullptr, stored->revisions, now);
    hit.receipt.clauses.insert(
        hit.receipt.clauses.end(), figures.clauses.begin(), figures.clauses.end());
    into.hits.push_back(std::move(hit));
    return base::Done{};
}

base::Result<store::EvaluatedArticle> AlertKeeper::evaluate(
    store::Database& database, const store::DueArticle& due, base::Instant now)
{
    store::EvaluatedArticle evaluated{due.id, due.fingerprint, {}, {}};
    for (const std::size_t number : m_index->matches(due.article, now)) {
        const Asked& asked = m_asked[number];
        if (asked.rule != nullptr) {
            if (const base::Outcome taken = hit(database, due, asked, now, evaluated); !taken)
                return taken.error();
            continue;
        }
        const base::Result<std::optional<store::DecisionHit>> taken
            = store::decisionHit(database, *asked.decision, asked.queries.match, due);
        if (!taken)
            return taken.error();
        if (*taken)
            evaluated.decisions.push_back(**taken);
    }
    return evaluated;
}

base::Result<AlertKeeper::Progress> AlertKeeper::evaluateSome(store::Database& database, base::Instant now)
{
    m_database = &database;
    for (int attempt = 0; attempt < Tries; ++attempt) {
        const base::Result<std::int64_t> waiting = store::countDue(database);
        if (!waiting)
            return waiting.error();
        if (*waiting == 0)
            return Progress{};
        if (const base::Outcome ready = compile(database, now); !ready)
            return ready.error();
        if (m_asked.empty()) {
            const base::Result<int> skipped = store::skipDue(database, m_edits);
            if (!skipped)
                return skipped.error();
            if (*skipped == 0)
                continue;
            return Progress{{}, *skipped, false};
        }
        const base::Result<std::vector<store::DueArticle>> due = store::readDue(database, Chunk);
        if (!due)
            return due.error();
        std::vector<store::EvaluatedArticle> evaluated;
        Progress progress;
        for (const store::DueArticle& one : *due) {
            base::Result<store::EvaluatedArticle> done = evaluate(database, one, now);
            if (!done)
                return done.error();
            progress.decisions = progress.decisions || !done->decisions.empty();
            evaluated.push_back(std::move(done).value());
        }
        base::Result<std::vector<desk::Firing>> fired = store::storeEvaluated(database, evaluated, m_edits, now);
        if (fired) {
            progress.fired = std::move(fired).value();
            progress.seen = static_cast<int>(evaluated.size());
            return progress;
        }
        if (fired.error().code != base::ErrorCode::Cancelled)
            return fired.error();
    }
    return Progress{}; // rules are being changed all the while: the next call finds what is left
}

} // namespace app
