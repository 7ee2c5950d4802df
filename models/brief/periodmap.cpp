// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "periodmap.h"

#include "composer.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace brief {

namespace {

using std::chrono::days;
constexpr int MostSteps = 12;

// The steps a period is divided into: whole days from midnight UTC.
class Steps final {
public:
    explicit Steps(const Period& period)
        : m_first(std::chrono::floor<days>(period.first))
    {
        const auto length = (std::chrono::floor<days>(period.last) - m_first).count() + 1;
        m_days = static_cast<int>((length + MostSteps - 1) / MostSteps);
        m_count = static_cast<std::size_t>((length + m_days - 1) / m_days);
    }
    std::size_t count() const { return m_count; }
    std::size_t of(base::Instant instant) const
    {
        return static_cast<std::size_t>((std::chrono::floor<days>(instant) - m_first).count() / m_days);
    }
    std::string name(std::size_t step) const // "17 Nov"
    {
        const std::string day = base::dayText(m_first + days(m_days * static_cast<int>(step)));
        return day.substr(0, day.rfind(' '));
    }

private:
    std::chrono::sys_days m_first;
    int m_days = 1;
    std::size_t m_count = 1;
};

// Names of topics, most articles first, then by name.
std::vector<std::string> topicsOf(const std::vector<desk::ArticleRow>& rows)
{
    std::map<std::string, int> counts;
    for (const desk::ArticleRow& row : rows) {
        for (const std::string& topic : row.topics)
            ++counts[topic];
    }
    std::vector<std::pair<std::string, int>> order(counts.begin(), counts.end());
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> names;
    for (auto& [name, count] : order)
        names.push_back(std::move(name));
    return names;
}

bool isOf(const desk::ArticleRow& row, const std::string& topic)
{
    return std::find(row.topics.begin(), row.topics.end(), topic) != row.topics.end();
}

struct Mean {
    double sum = 0;
    int count = 0;
    void add(double value)
    {
        sum += value;
        ++count;
    }
    double value() const { return count == 0 ? 0 : sum / count; }
};

} // namespace

base::Instant toldAt(const desk::ArticleRow& row) { return row.published.value_or(row.received); }

std::optional<Period> periodOf(const std::vector<desk::ArticleRow>& rows)
{
    if (rows.empty())
        return std::nullopt;
    Period period{toldAt(rows.front()), toldAt(rows.front())};
    for (const desk::ArticleRow& row : rows) {
        period.first = std::min(period.first, toldAt(row));
        period.last = std::max(period.last, toldAt(row));
    }
    return period;
}

std::string periodText(const Period& period)
{
    const std::string first = base::dayText(period.first);
    const std::string last = base::dayText(period.last);
    if (first == last)
        return last;
    // The month and the year are said once where both days share them.
    const std::string firstMonth = first.substr(first.find(' '));
    if (firstMonth == last.substr(last.find(' ')))
        return first.substr(0, first.find(' ')) + " to " + last;
    return (first.substr(first.rfind(' ')) == last.substr(last.rfind(' ')) ? first.substr(0, first.rfind(' '))
                                                                          : first)
        + " to " + last;
}

HeatMap periodMap(const std::vector<desk::ArticleRow>& rows, std::size_t topics)
{
    HeatMap map;
    map.title = "Market map: mean sentiment by topic and day, with the number of articles";
    const std::optional<Period> period = periodOf(rows);
    if (!period)
        return map;
    const Steps steps(*period);
    for (std::size_t step = 0; step < steps.count(); ++step)
        map.columns.push_back(steps.name(step));
    std::vector<std::string> names = topicsOf(rows);
    names.resize(std::min(names.size(), topics));
    for (const std::string& name : names) {
        std::vector<Mean> sentiment(steps.count());
        std::vector<Mean> impact(steps.count());
        for (const desk::ArticleRow& row : rows) {
            if (!row.analysed || !isOf(row, name))
                continue;
            sentiment[steps.of(toldAt(row))].add(row.sentiment);
            impact[steps.of(toldAt(row))].add(row.impact);
        }
        HeatMap::Row line{name, std::vector<HeatMap::Cell>(steps.count())};
        for (std::size_t step = 0; step < steps.count(); ++step) {
            if (sentiment[step].count > 0)
                line.cells[step] = {sentiment[step].value(), impact[step].value(), sentiment[step].count};
        }
        map.rows.push_back(std::move(line));
    }
    return map;
}

Chart movers(const std::vector<desk::ArticleRow>& rows, std::size_t topics)
{
    Chart chart{Chart::Kind::Bars, "Movers: change of mean sentiment", {}};
    const std::optional<Period> period = periodOf(rows);
    if (!period)
        return chart;
    const base::Instant border = period->last - (period->last - period->first) / 3;
    for (const std::string& name : topicsOf(rows)) {
        Mean before;
        Mean after;
        for (const desk::ArticleRow& row : rows) {
            if (row.analysed && isOf(row, name))
                (toldAt(row) < border ? before : after).add(row.sentiment);
        }
        const double change = after.value() - before.value();
        if (before.count >= 2 && after.count >= 2 && std::abs(change) >= 0.005)
            chart.points.push_back({name, change, signedFigure(change)});
    }
    std::stable_sort(chart.points.begin(), chart.points.end(),
        [](const auto& a, const auto& b) { return std::abs(a.value) > std::abs(b.value); });
    chart.points.resize(std::min(chart.points.size(), topics));
    return chart;
}

Chart volume(const std::vector<desk::ArticleRow>& rows)
{
    Chart chart{Chart::Kind::Columns, "Articles by day", {}};
    const std::optional<Period> period = periodOf(rows);
    if (!period)
        return chart;
    const Steps steps(*period);
    std::vector<int> counts(steps.count());
    for (const desk::ArticleRow& row : rows)
        ++counts[steps.of(toldAt(row))];
    for (std::size_t step = 0; step < steps.count(); ++step)
        chart.points.push_back({steps.name(step), double(counts[step]), std::to_string(counts[step])});
    return chart;
}

} // namespace brief
