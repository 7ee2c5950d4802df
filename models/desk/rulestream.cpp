// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "rulestream.h"

#include <algorithm>

namespace desk {

namespace {

constexpr int FewestArticles = 3;
constexpr int UsualHours = 7 * 24;

} // namespace

void RuleStream::add(base::Instant received, std::optional<double> sentiment)
{
    Sum sum = m_sums.empty() ? Sum() : m_sums.back();
    ++sum.articles;
    sum.scored += sentiment ? 1 : 0;
    sum.sentiment += sentiment.value_or(0);
    m_times.push_back(m_times.empty() ? received : std::max(received, m_times.back()));
    m_sums.push_back(sum);
}

RuleStream::Sum RuleStream::upTo(base::Instant instant) const
{
    const auto after = std::lower_bound(m_times.begin(), m_times.end(), instant);
    return after == m_times.begin() ? Sum() : m_sums[static_cast<std::size_t>(after - m_times.begin()) - 1];
}

RuleStream::Sum RuleStream::less(const Sum& all, const Sum& part)
{
    return {all.articles - part.articles, all.scored - part.scored, all.sentiment - part.sentiment};
}

RuleStream::Figure RuleStream::figure(const Crossing& crossing, base::Instant now) const
{
    const std::chrono::hours length(crossing.hours);
    const Sum all = upTo(now + std::chrono::seconds(1));
    const Sum last = less(all, upTo(now - length));
    Figure figure;
    figure.articles = last.articles;
    if (crossing.kind == Crossing::Kind::Volume) {
        const Sum week
            = less(upTo(now - length), upTo(now - length - std::chrono::hours(UsualHours)));
        figure.now = last.articles;
        figure.before = static_cast<double>(week.articles) * crossing.hours / UsualHours;
        figure.crossed = last.articles >= FewestArticles
            && figure.now >= crossing.amount * std::max(figure.before, 1.0);
        return figure;
    }
    const Sum before = less(upTo(now - length), upTo(now - 2 * length));
    if (last.scored < FewestArticles || before.scored < FewestArticles)
        return figure;
    figure.now = last.sentiment / last.scored;
    figure.before = before.sentiment / before.scored;
    const double fallen = figure.before - figure.now;
    constexpr double Rounding = 1e-9; // sums of figures with few places
    figure.crossed
        = (crossing.kind == Crossing::Kind::SentimentFall ? fallen : -fallen) >= crossing.amount - Rounding;
    return figure;
}

std::chrono::hours RuleStream::reach(const AlertRule& rule)
{
    int hours = 0;
    for (const Crossing& one : rule.crossings) {
        if (one.ofStream())
            hours = std::max(
                hours, one.kind == Crossing::Kind::Volume ? one.hours + UsualHours : 2 * one.hours);
    }
    return std::chrono::hours(hours);
}

} // namespace desk
