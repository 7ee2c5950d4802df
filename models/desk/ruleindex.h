// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <desk/query.h>
#include <desk/querymatch.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

// Many queries asked of one article at once, without a look at each. Every distinct condition of all queries
// is kept once and found from the article: from its words, names, states and figures. Of each query one set
// of conditions is chosen of which at least one must hold for it to hold (the rarest); only when one does,
// the query is looked at, and each condition is answered once for all queries. Queries for which there is no
// such set, because they only exclude or only name times, are looked at for every article.
namespace desk {

class RuleIndex final {
public:
    // The query as it reads at that instant: relative times have moved on.
    using Reread = std::function<std::optional<Query>(std::size_t rule, base::Instant at)>;

    // `sample`: articles like those to come; it says which conditions are rare. Without `reread` times stay as
    // they are in the queries.
    explicit RuleIndex(
        const std::vector<Query>& rules, std::span<const MatchedArticle> sample = {}, Reread reread = {});
    ~RuleIndex();
    RuleIndex(const RuleIndex&) = delete;
    RuleIndex& operator=(const RuleIndex&) = delete;

    // The rules that match, ascending: exactly those ArticleMatcher::matches holds for. Used by one thread.
    std::vector<std::size_t> matches(const MatchedArticle& article, base::Instant at);

    std::size_t rules() const;
    std::size_t conditions() const; // distinct ones
    const std::vector<std::size_t>& residual() const; // looked at for every article
    std::size_t lookedAt() const; // rules, at the last article

private:
    struct Parts;
    std::unique_ptr<Parts> m;
};

} // namespace desk
