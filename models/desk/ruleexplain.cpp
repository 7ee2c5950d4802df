// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "ruleexplain.h"

#include "excerpt.h"
#include "querytable.h"
#include "words.h"

#include <base/strings.h>

#include <algorithm>
#include <cmath>

namespace desk {

namespace {

constexpr std::size_t MostSpans = 12; // of one clause

std::string figureText(const std::string& field, double value)
{
    const bool whole = field == "novelty" || field == "relevance";
    return base::fixed(value, whole ? 0 : 2);
}

std::string textOf(const QueryNode& node)
{
    Query query;
    query.root = node;
    return queryText(query);
}

void addFound(Clause& clause, const std::string& found)
{
    if (!found.empty() && clause.found.find(found) == std::string::npos)
        clause.found += (clause.found.empty() ? "" : ", ") + found;
}

class Explainer final {
public:
    Explainer(const MatchedArticle& article, const base::Analysis* analysis)
        : m_article(article)
        , m_analysis(analysis)
        , m_matcher(article)
    {
    }

    Clause clause(const QueryNode& node)
    {
        Clause made;
        made.text = textOf(node);
        made.holds = m_matcher.holds(node);
        if (node.kind == NodeKind::Number)
            figure(node, made);
        else if (made.holds)
            support(node, made);
        else if (node.kind == NodeKind::Field)
            others(node.field, made);
        std::sort(made.spans.begin(), made.spans.end());
        made.spans.erase(std::unique(made.spans.begin(), made.spans.end()), made.spans.end());
        if (made.spans.size() > MostSpans)
            made.spans.resize(MostSpans);
        return made;
    }

private:
    void figure(const QueryNode& node, Clause& made) const
    {
        const std::optional<double> value = numberOf(m_article, node.field);
        if (!value) {
            made.found = "not known";
            return;
        }
        made.found = figureText(node.field, *value);
        if (!made.holds)
            made.miss = std::abs(*value - node.number) / rangeOf(node.field);
    }

    // What of the article makes a condition hold.
    void support(const QueryNode& node, Clause& made)
    {
        switch (node.kind) {
        case NodeKind::And:
        case NodeKind::Or:
            for (const QueryNode& child : node.children) {
                if (m_matcher.holds(child))
                    support(child, made);
            }
            return;
        case NodeKind::Number:
            addFound(made, node.field + ' ' + figureText(node.field, numberOf(m_article, node.field).value_or(0)));
            return;
        case NodeKind::Words:
        case NodeKind::Phrase:
        case NodeKind::Prefix:
        case NodeKind::Near:
            words(node, made);
            return;
        case NodeKind::Field:
            if (node.field == "watchlist") {
                for (const QueryNode& member : node.children)
                    member.kind == NodeKind::Phrase ? supportIfHeld(member, made) : named(member, made, true);
                return;
            }
            named(node, made, false);
            return;
        default:
            return;
        }
    }

    void supportIfHeld(const QueryNode& node, Clause& made)
    {
        if (!m_matcher.holds(node))
            return;
        addFound(made, node.text);
        words(node, made);
    }

    void words(const QueryNode& node, Clause& made) const
    {
        Query query;
        query.root = node;
        const HitMarker marker(query);
        for (const auto& [text, field] : {std::pair{&m_article.title, base::Field::Title},
                 std::pair{&m_article.body, base::Field::Body}}) {
            const std::vector<base::Span> hits = marker.hits(*text, field);
            made.spans.insert(made.spans.end(), hits.begin(), hits.end());
        }
    }

    // Whether a value is what a condition on it asks for: whole, or by its words.
    static bool meets(const std::string& value, const QueryNode& node, bool whole)
    {
        const bool exact = whole || node.field == "ticker" || node.field == "mode" || node.field == "lang";
        return exact ? !value.empty() && isValue(value, node) : holdsWords(value, wordsIn(node.text), node.prefix);
    }

    void take(const std::vector<base::Span>& spans, Clause& made) const
    {
        made.spans.insert(made.spans.end(), spans.begin(), spans.end());
    }

    void named(const QueryNode& node, Clause& made, bool whole) const
    {
        if (node.field == "topic") {
            for (const std::string& topic : m_article.topics) {
                if (!meets(topic, node, whole))
                    continue;
                std::string found = topic;
                for (const base::TopicScore& score : scores()) {
                    if (score.name != topic)
                        continue;
                    found += ' ' + base::fixed(score.score, 2);
                    take(score.provenance.evidence, made);
                }
                addFound(made, found);
            }
        } else if (node.field == "entity" || node.field == "ticker") {
            for (const MatchedEntity& one : m_article.entities) {
                const bool is = node.field == "ticker" ? meets(one.ticker, node, true)
                                                       : meets(one.id, node, whole) || meets(one.name, node, whole);
                if (!is)
                    continue;
                addFound(made, one.name + ", relevance " + std::to_string(one.relevance));
                if (m_analysis == nullptr)
                    continue;
                for (const base::Entity& known : m_analysis->entities) {
                    if (known.id == one.id)
                        take(known.mentions, made);
                }
            }
        } else if (node.field == "event") {
            for (const std::string& event : m_article.events) {
                if (!meets(event, node, false))
                    continue;
                addFound(made, event);
                if (m_analysis == nullptr)
                    continue;
                for (const base::Event& known : m_analysis->events) {
                    if (known.type == event)
                        take(known.provenance.evidence, made);
                }
            }
        } else {
            others(node.field, made);
        }
    }

    // What the article has in a field.
    void others(const std::string& field, Clause& made) const
    {
        constexpr std::size_t Most = 4;
        std::size_t said = 0;
        const auto say = [&](const std::string& value) {
            if (!value.empty() && said++ < Most)
                addFound(made, value);
        };
        if (field == "topic")
            for (const std::string& topic : m_article.topics)
                say(topic);
        else if (field == "entity")
            for (const MatchedEntity& one : m_article.entities)
                say(one.name);
        else if (field == "ticker")
            for (const MatchedEntity& one : m_article.entities)
                say(one.ticker);
        else if (field == "event")
            for (const std::string& event : m_article.events)
                say(event);
        else if (field == "source")
            for (const std::string& source : m_article.sources)
                say(source);
        else if (field == "label")
            for (const std::string& label : m_article.labels)
                say(label);
        else if (field == "author")
            say(m_article.author);
        else if (field == "mode")
            say(m_article.mode);
        else if (field == "lang")
            say(m_article.language);
        else if (field == "story")
            say(m_article.story);
    }

    std::vector<base::TopicScore> scores() const
    {
        return m_analysis == nullptr ? std::vector<base::TopicScore>() : m_analysis->topics;
    }

    const MatchedArticle& m_article;
    const base::Analysis* m_analysis;
    ArticleMatcher m_matcher;
};

} // namespace

double rangeOf(const std::string& field)
{
    const FieldInfo* info = queryField(field);
    return info == nullptr || info->most <= info->least ? 1 : info->most - info->least;
}

std::vector<Clause> clausesOf(const Query& query, const MatchedArticle& article, const base::Analysis* analysis)
{
    Explainer explainer(article, analysis);
    std::vector<Clause> clauses;
    if (!query.hidden && article.hidden)
        clauses.push_back({"-is:hidden", false, "taken out of the lists", {}, {}});
    if (query.root.kind == NodeKind::And) {
        for (const QueryNode& child : query.root.children)
            clauses.push_back(explainer.clause(child));
    } else if (query.root.kind != NodeKind::All) {
        clauses.push_back(explainer.clause(query.root));
    }
    return clauses;
}

std::optional<Clause> nearMiss(const std::vector<Clause>& clauses)
{
    std::optional<Clause> only;
    for (const Clause& clause : clauses) {
        if (clause.holds)
            continue;
        constexpr double Rounding = 1e-9;
        if (only || !clause.miss || *clause.miss > NearMissShare + Rounding)
            return std::nullopt;
        only = clause;
    }
    return only;
}

std::string missText(const Clause& clause)
{
    if (clause.found.empty())
        return "not " + clause.text;
    return clause.found + ", not " + clause.text;
}

} // namespace desk
