// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/query.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

// The query language as a predicate over one article: what alert rules ask. It means exactly what the store's
// search means (tests/store/queryagreement_test.cpp).
namespace desk {

// What a query can ask of an article.
struct MatchedEntity {
    std::string id;
    std::string name;
    std::string ticker;
    int relevance = 0; // 0…100
};

struct MatchedArticle {
    std::string title;
    std::string body;
    std::vector<std::string> sources; // the names it goes by: the source's title, the article's own
    std::string author;
    std::string language;
    std::string mode; // "news", "explainer", …
    std::string story; // "s12"; empty when it is in none
    std::vector<std::string> topics;
    std::vector<MatchedEntity> entities;
    std::vector<std::string> events; // types
    std::vector<std::string> labels;
    std::optional<double> impact; // nothing: not analysed
    std::optional<double> sentiment;
    std::optional<double> novelty;
    std::optional<base::Instant> published;
    base::Instant received = {};
    int decisions = 0;
    bool read = false;
    bool starred = false;
    bool hidden = false;
    bool note = false;
    bool alert = false; // a rule fired on it
};

// Single conditions of it, by the names of the language.
bool inState(const MatchedArticle& article, const std::string& state); // read, starred, decision, …
std::optional<double> numberOf(const MatchedArticle& article, const std::string& field); // impact, …
bool compares(double value, Comparison comparison, double with);
bool isValue(const std::string& value, const QueryNode& node); // of an exact field: it, or its beginning

// One article made ready, once, for any number of queries. Holds a reference to the article.
class ArticleMatcher final {
public:
    explicit ArticleMatcher(const MatchedArticle& article);
    ~ArticleMatcher();
    ArticleMatcher(const ArticleMatcher&) = delete;
    ArticleMatcher& operator=(const ArticleMatcher&) = delete;

    bool matches(const Query& query) const;
    bool holds(const QueryNode& node) const; // one condition of it

private:
    struct Texts;

    bool near(const QueryNode& node) const;
    bool field(const QueryNode& node) const;
    bool member(const QueryNode& node) const; // of a watchlist

    const MatchedArticle& m_article;
    std::unique_ptr<Texts> m_texts;
};

} // namespace desk
