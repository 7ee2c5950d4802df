// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>
#include <desk/alertview.h>
#include <desk/rulestream.h>
#include <store/alertstore.h>
#include <store/database.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

// What a rule would have done with what is stored, and why it does or does not fire on one article.
namespace store {

// Articles looked at of how many; false: stop.
using RehearsalProgress = std::function<bool(std::int64_t done, std::int64_t of)>;

// Over what was received in the last days, each article as it is now and in the order it came; whether the
// rule is asleep does not count. Cancelled when `progress` said so; InvalidInput and NotFound as
// desk::ruleQueries. Over a connection for reading, too.
base::Result<desk::Rehearsal> rehearse(Database& database, const desk::AlertRule& rule, int days,
    base::Instant now, const RehearsalProgress& progress = {});

// NotFound when there is no such article.
base::Result<desk::WhyNot> whyNot(
    Database& database, const desk::AlertRule& rule, std::int64_t article, base::Instant now);

// What a rule matched as far back as its crossings look, for figures of its stream at one time.
class StreamFigures final {
public:
    StreamFigures(const desk::RuleStream& stream, base::Instant at)
        : m_stream(stream)
        , m_at(at)
    {
    }
    desk::RuleStream::Figure operator()(const desk::Crossing& crossing) const
    {
        return m_stream.figure(crossing, m_at);
    }

private:
    const desk::RuleStream& m_stream;
    base::Instant m_at;
};

// What must cross at an article, beside the rule's query; `stream` as far as the rule asks for one.
struct CrossingFigures {
    std::vector<desk::Clause> clauses; // one for each crossing, in the rule's order
    bool all = true;
    std::string reason; // what crossed, in words; empty when nothing had to
};
CrossingFigures crossingFigures(const desk::AlertRule& rule, const desk::MatchedArticle& article,
    const StoryContext& story, const StreamFigures* stream);

// What the query matched in that time, by time of receipt.
base::Result<desk::RuleStream> readStream(
    Database& database, const desk::AlertRule& rule, const desk::Query& match, base::Instant until);

} // namespace store
