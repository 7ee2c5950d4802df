// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "querymatch.h"

#include "words.h"

#include <base/strings.h>

#include <algorithm>
#include <map>

namespace desk {

namespace {

using Positions = std::vector<int>; // ascending

// The words of one text, and where each stands.
class TextIndex final {
public:
    explicit TextIndex(std::string_view text)
    {
        int at = 0;
        for (Word& word : wordsIn(text))
            m_at[std::move(word.text)].push_back(at++);
    }

    Positions of(const std::string& word, bool prefix) const
    {
        Positions all;
        for (auto one = m_at.lower_bound(word);
             one != m_at.end() && (prefix ? one->first.starts_with(word) : one->first == word); ++one)
            all.insert(all.end(), one->second.begin(), one->second.end());
        std::sort(all.begin(), all.end());
        return all;
    }

    // Where the words begin that stand one after the other.
    Positions of(const std::vector<Word>& words, bool prefix) const
    {
        Positions found;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const Positions all = of(words[i].text, prefix && i + 1 == words.size());
            if (i == 0) {
                found = all;
                continue;
            }
            std::erase_if(found, [&](int begin) {
                return !std::binary_search(all.begin(), all.end(), begin + static_cast<int>(i));
            });
        }
        return found;
    }

private:
    std::map<std::string, Positions, std::less<>> m_at;
};

} // namespace

bool compares(double value, Comparison comparison, double with)
{
    switch (comparison) {
    case Comparison::Less:
        return value < with;
    case Comparison::LessOrEqual:
        return value <= with;
    case Comparison::Equal:
        return value == with;
    case Comparison::GreaterOrEqual:
        return value >= with;
    case Comparison::Greater:
        return value > with;
    }
    return false;
}

bool isValue(const std::string& value, const QueryNode& node)
{
    const std::string lower = base::lowerAscii(value);
    return node.prefix ? lower.starts_with(node.text) : lower == node.text;
}

struct ArticleMatcher::Texts {
    TextIndex title;
    TextIndex body;

    std::vector<const TextIndex*> of(const std::string& field) const
    {
        if (field == "title")
            return {&title};
        if (field == "body")
            return {&body};
        return {&title, &body};
    }
};

ArticleMatcher::ArticleMatcher(const MatchedArticle& article)
    : m_article(article)
    , m_texts(std::make_unique<Texts>(Texts{TextIndex(article.title), TextIndex(article.body)}))
{
}

ArticleMatcher::~ArticleMatcher() = default;

bool ArticleMatcher::matches(const Query& query) const
{
    return (query.hidden || !m_article.hidden) && holds(query.root);
}

bool ArticleMatcher::holds(const QueryNode& node) const
{
    const auto holdsOne = [this](const QueryNode& one) { return holds(one); };
    switch (node.kind) {
    case NodeKind::All:
        return true;
    case NodeKind::And:
        return std::all_of(node.children.begin(), node.children.end(), holdsOne);
    case NodeKind::Or:
        return std::any_of(node.children.begin(), node.children.end(), holdsOne);
    case NodeKind::Not:
        return !holds(node.children.front());
    case NodeKind::Words:
    case NodeKind::Phrase:
    case NodeKind::Prefix: {
        const std::vector<Word> words = wordsIn(node.text);
        const std::vector<const TextIndex*> texts = m_texts->of(node.field);
        return std::any_of(texts.begin(), texts.end(),
            [&](const TextIndex* text) { return !text->of(words, node.kind == NodeKind::Prefix).empty(); });
    }
    case NodeKind::Near:
        return near(node);
    case NodeKind::Field:
        return field(node);
    case NodeKind::State:
        return inState(m_article, node.field);
    case NodeKind::Number: {
        const std::optional<double> value = numberOf(m_article, node.field);
        return value && compares(*value, node.comparison, node.number);
    }
    case NodeKind::Time: {
        const base::Instant at = node.field == "received" ? m_article.received
                                                          : m_article.published.value_or(m_article.received);
        return (!node.from || at >= *node.from) && (!node.to || at < *node.to);
    }
    }
    return false;
}

bool ArticleMatcher::near(const QueryNode& node) const
{
    const QueryNode& left = node.children[0];
    const QueryNode& right = node.children[1];
    const std::vector<Word> leftWords = wordsIn(left.text);
    const std::vector<Word> rightWords = wordsIn(right.text);
    const int most = static_cast<int>(node.number);
    for (const TextIndex* text : m_texts->of(node.field)) {
        const Positions first = text->of(leftWords, left.kind == NodeKind::Prefix);
        const Positions second = text->of(rightWords, right.kind == NodeKind::Prefix);
        // The one that begins first ends at most so many words before the other begins.
        for (const int at : first) {
            const int least = at - static_cast<int>(rightWords.size()) - most;
            const auto other = std::lower_bound(second.begin(), second.end(), least);
            if (other != second.end() && *other <= at + static_cast<int>(leftWords.size()) + most)
                return true;
        }
    }
    return false;
}

bool ArticleMatcher::member(const QueryNode& node) const
{
    if (node.kind == NodeKind::Phrase)
        return holds(node);
    const auto any
        = [](const auto& list, const auto& one) { return std::any_of(list.begin(), list.end(), one); };
    if (node.field == "topic")
        return any(m_article.topics, [&](const std::string& topic) { return isValue(topic, node); });
    return any(m_article.entities, [&](const MatchedEntity& one) {
        return node.field == "ticker" ? !one.ticker.empty() && isValue(one.ticker, node)
                                      : isValue(one.id, node) || isValue(one.name, node);
    });
}

bool ArticleMatcher::field(const QueryNode& node) const
{
    if (node.field == "watchlist")
        return std::any_of(node.children.begin(), node.children.end(),
            [this](const QueryNode& one) { return member(one); });
    const std::vector<Word> words = wordsIn(node.text);
    const auto holdsThem = [&](const std::string& value) { return holdsWords(value, words, node.prefix); };
    const auto any
        = [](const auto& list, const auto& one) { return std::any_of(list.begin(), list.end(), one); };
    if (node.field == "source")
        return any(m_article.sources, holdsThem);
    if (node.field == "author")
        return holdsThem(m_article.author);
    if (node.field == "topic")
        return any(m_article.topics, holdsThem);
    if (node.field == "event")
        return any(m_article.events, holdsThem);
    if (node.field == "label")
        return any(m_article.labels, holdsThem);
    if (node.field == "entity")
        return any(m_article.entities,
            [&](const MatchedEntity& one) { return holdsThem(one.id) || holdsThem(one.name); });
    if (node.field == "ticker")
        return any(m_article.entities,
            [&](const MatchedEntity& one) { return !one.ticker.empty() && isValue(one.ticker, node); });
    if (node.field == "lang")
        return isValue(m_article.language, node);
    if (node.field == "mode")
        return isValue(m_article.mode, node);
    return isValue(m_article.story, node);
}

bool inState(const MatchedArticle& article, const std::string& state)
{
    if (state == "read" || state == "unread")
        return article.read == (state == "read");
    if (state == "starred")
        return article.starred;
    if (state == "hidden")
        return article.hidden;
    if (state == "analysed")
        return article.impact.has_value();
    if (state == "decision")
        return article.decisions > 0;
    if (state == "note")
        return article.note;
    if (state == "label")
        return !article.labels.empty();
    return article.alert;
}

std::optional<double> numberOf(const MatchedArticle& article, const std::string& field)
{
    if (field == "impact")
        return article.impact;
    if (field == "sentiment")
        return article.sentiment;
    if (field == "novelty")
        return article.novelty;
    std::optional<double> value;
    for (const MatchedEntity& one : article.entities)
        value = std::max<double>(value.value_or(0), one.relevance);
    return value;
}

} // namespace desk
