// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "ruleindex.h"

#include "ruleconditions.h"

#include <algorithm>

namespace desk {

namespace {

using Id = RuleConditions::Id;

// A query as a tree of condition numbers.
struct Tree {
    enum class Kind { All, And, Or, Not, One } kind = Kind::All;
    Id condition = 0;
    std::vector<Tree> children;
};

// A set of conditions of which one must hold for a tree to hold, and how often one does.
struct Anchors {
    std::vector<Id> conditions;
    double often = 0; // articles of a hundred
};

Tree treeOf(const QueryNode& node, RuleConditions& conditions, bool& timed)
{
    Tree tree;
    switch (node.kind) {
    case NodeKind::All:
        return tree;
    case NodeKind::And:
    case NodeKind::Or:
    case NodeKind::Not:
        tree.kind = node.kind == NodeKind::And ? Tree::Kind::And
            : node.kind == NodeKind::Or        ? Tree::Kind::Or
                                               : Tree::Kind::Not;
        for (const QueryNode& child : node.children)
            tree.children.push_back(treeOf(child, conditions, timed));
        return tree;
    default:
        tree.kind = Tree::Kind::One;
        tree.condition = conditions.add(node);
        timed = timed || node.kind == NodeKind::Time;
        return tree;
    }
}

// What must hold for the tree to hold, or, negated, not to hold. Nothing when there is no such set.
std::optional<Anchors> anchorsOf(
    const Tree& tree, bool negated, const RuleConditions& conditions, const std::vector<double>& often)
{
    switch (tree.kind) {
    case Tree::Kind::All:
        // Negated it never holds: an empty set is right, and the rule is never looked at.
        return negated ? std::optional(Anchors()) : std::nullopt;
    case Tree::Kind::One:
        if (negated || conditions.isTime(tree.condition))
            return std::nullopt;
        return Anchors{{tree.condition}, often[tree.condition]};
    case Tree::Kind::Not:
        return anchorsOf(tree.children.front(), !negated, conditions, often);
    case Tree::Kind::And:
    case Tree::Kind::Or:
        break;
    }
    const bool all = (tree.kind == Tree::Kind::And) != negated; // every child is needed
    std::optional<Anchors> best;
    Anchors together;
    for (const Tree& child : tree.children) {
        std::optional<Anchors> own = anchorsOf(child, negated, conditions, often);
        if (all) {
            if (own && (!best || own->often < best->often))
                best = std::move(own);
            continue;
        }
        if (!own)
            return std::nullopt;
        together.conditions.insert(
            together.conditions.end(), own->conditions.begin(), own->conditions.end());
        together.often += own->often;
    }
    return all ? best : std::optional(std::move(together));
}

// Rare conditions first: the others need not be asked.
void order(Tree& tree, const std::vector<double>& often)
{
    const auto rank = [&](const Tree& one) {
        return one.kind == Tree::Kind::One ? often[one.condition]
            : one.kind == Tree::Kind::Not  ? 95.0
                                           : 90.0;
    };
    for (Tree& child : tree.children)
        order(child, often);
    if (tree.kind == Tree::Kind::And)
        std::stable_sort(tree.children.begin(), tree.children.end(),
            [&](const Tree& a, const Tree& b) { return rank(a) < rank(b); });
}

bool holds(const Tree& tree, RuleConditions& conditions)
{
    const auto one = [&](const Tree& child) { return holds(child, conditions); };
    switch (tree.kind) {
    case Tree::Kind::All:
        return true;
    case Tree::Kind::One:
        return conditions.holds(tree.condition);
    case Tree::Kind::Not:
        return !one(tree.children.front());
    case Tree::Kind::And:
        return std::all_of(tree.children.begin(), tree.children.end(), one);
    case Tree::Kind::Or:
        return std::any_of(tree.children.begin(), tree.children.end(), one);
    }
    return false;
}

} // namespace

struct RuleIndex::Parts {
    struct Rule {
        Tree tree;
        bool hidden = false;
        bool timed = false;
    };

    RuleConditions conditions;
    std::vector<Rule> rules;
    std::vector<std::vector<std::uint32_t>> anchored; // by condition
    std::vector<std::size_t> residual;
    std::vector<std::uint32_t> seen; // by rule: the article it was looked at for
    std::uint32_t article = 0;
    std::size_t lookedAt = 0;
    Reread reread;
};

RuleIndex::RuleIndex(const std::vector<Query>& rules, std::span<const MatchedArticle> sample, Reread reread)
    : m(std::make_unique<Parts>())
{
    m->reread = std::move(reread);
    for (const Query& query : rules) {
        Parts::Rule rule;
        rule.hidden = query.hidden;
        rule.tree = treeOf(query.root, m->conditions, rule.timed);
        m->rules.push_back(std::move(rule));
    }
    m->conditions.prepare();
    m->seen.assign(rules.size(), 0);
    m->anchored.resize(m->conditions.size());
    // A kind's usual share counts like two articles beside the sample.
    constexpr double Prior = 2;
    std::vector<double> often(m->conditions.size(), 0);
    for (const MatchedArticle& article : sample) {
        m->conditions.take(article);
        m->conditions.eachThatHolds([&](Id id) { often[id] += 1; });
    }
    for (Id id = 0; id < often.size(); ++id)
        often[id] = (100 * often[id] + Prior * m->conditions.guess(id))
            / (static_cast<double>(sample.size()) + Prior);
    for (std::size_t at = 0; at < m->rules.size(); ++at) {
        order(m->rules[at].tree, often);
        std::optional<Anchors> anchors = anchorsOf(m->rules[at].tree, false, m->conditions, often);
        if (!anchors) {
            m->residual.push_back(at);
            continue;
        }
        std::sort(anchors->conditions.begin(), anchors->conditions.end());
        anchors->conditions.erase(std::unique(anchors->conditions.begin(), anchors->conditions.end()),
            anchors->conditions.end());
        for (const Id id : anchors->conditions)
            m->anchored[id].push_back(static_cast<std::uint32_t>(at));
    }
}

RuleIndex::~RuleIndex() = default;

std::vector<std::size_t> RuleIndex::matches(const MatchedArticle& article, base::Instant at)
{
    std::vector<std::size_t> matched;
    std::unique_ptr<ArticleMatcher> slow; // for queries that are read again
    ++m->article;
    m->lookedAt = 0;
    const auto look = [&](std::size_t number) {
        if (m->seen[number] == m->article)
            return;
        m->seen[number] = m->article;
        ++m->lookedAt;
        const Parts::Rule& rule = m->rules[number];
        if (rule.timed && m->reread) {
            const std::optional<Query> now = m->reread(number, at);
            if (!slow)
                slow = std::make_unique<ArticleMatcher>(article);
            if (now && slow->matches(*now))
                matched.push_back(number);
            return;
        }
        if ((rule.hidden || !article.hidden) && holds(rule.tree, m->conditions))
            matched.push_back(number);
    };
    m->conditions.take(article);
    m->conditions.eachThatHolds([&](Id id) {
        for (const std::uint32_t number : m->anchored[id])
            look(number);
    });
    for (const std::size_t number : m->residual)
        look(number);
    std::sort(matched.begin(), matched.end());
    return matched;
}

std::size_t RuleIndex::rules() const { return m->rules.size(); }

std::size_t RuleIndex::conditions() const { return m->conditions.size(); }

const std::vector<std::size_t>& RuleIndex::residual() const { return m->residual; }

std::size_t RuleIndex::lookedAt() const { return m->lookedAt; }

} // namespace desk
