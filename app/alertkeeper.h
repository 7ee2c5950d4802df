// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <base/result.h>
#include <desk/alertview.h>
#include <desk/ruleindex.h>
#include <store/alertstore.h>
#include <store/database.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace app {

// Asks the rules, and the accepted decisions, of what came in or was changed: desk's index over what the store
// keeps. The index is made anew when rules, watchlists, saved searches or the ledger were changed. Used by one
// thread, with one store.
class AlertKeeper final {
public:
    AlertKeeper();
    ~AlertKeeper();

    struct Progress {
        std::vector<desk::Firing> fired; // new ones, with their articles
        int seen = 0; // articles
        bool decisions = false; // an accepted decision has another state now
    };

    // The next some hundred of what waits; nothing seen: all is done. With no rule at all the articles are
    // marked as seen all the same.
    base::Result<Progress> evaluateSome(store::Database& database, base::Instant now);

    // Rules for which every article must be asked, as of the last evaluation.
    std::size_t residual() const;
    std::vector<std::string> problems() const { return m_problems; } // of rules that cannot be read

private:
    struct Asked; // one query of the index

    base::Outcome compile(store::Database& database, base::Instant now);
    base::Result<store::EvaluatedArticle> evaluate(
        store::Database& database, const store::DueArticle& due, base::Instant now);
    base::Outcome hit(store::Database& database, const store::DueArticle& due, const Asked& asked,
        base::Instant now, store::EvaluatedArticle& into);

    std::vector<desk::AlertRule> m_rules;
    std::vector<Asked> m_asked;
    std::unique_ptr<desk::RuleIndex> m_index;
    std::vector<std::string> m_problems;
    std::int64_t m_edits = -1; // store::alertEdits when it was made
    store::Database* m_database = nullptr; // during a call: what relative times are read again with
};

} // namespace app
