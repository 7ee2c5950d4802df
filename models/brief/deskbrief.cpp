// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "composer.h"
#include "periodmap.h"

#include <base/strings.h>

#include <algorithm>
#include <map>
#include <set>

namespace brief {

namespace {

constexpr std::size_t ShownIdeas = 20; // in the table of decisions and the watch list
constexpr std::size_t ListedFrom = 3; // articles from which on a brief has contents

// What the figures of the rows say, in sentences.
std::string overview(const std::vector<desk::ArticleRow>& rows)
{
    double impact = 0;
    double sentiment = 0;
    std::size_t analysed = 0;
    std::size_t positive = 0;
    std::size_t negative = 0;
    for (const desk::ArticleRow& row : rows) {
        if (!row.analysed)
            continue;
        ++analysed;
        impact += row.impact;
        sentiment += row.sentiment;
        positive += row.sentiment > 0.05 ? 1 : 0;
        negative += row.sentiment < -0.05 ? 1 : 0;
    }
    if (analysed == 0)
        return "None of these articles is analysed.";
    std::string text = "Mean impact " + base::fixed(impact / double(analysed), 2) + ", mean sentiment "
        + signedFigure(sentiment / double(analysed)) + ": " + std::to_string(positive) + " positive, "
        + std::to_string(negative) + " negative, " + std::to_string(analysed - positive - negative)
        + " near neutral.";
    const auto top = std::max_element(rows.begin(), rows.end(),
        [](const desk::ArticleRow& a, const desk::ArticleRow& b) { return a.impact < b.impact; });
    text += " The highest impact, " + base::fixed(top->impact, 2) + ", has “" + top->title + "” ("
        + top->source + ").";
    if (analysed < rows.size())
        text += " " + countOf(rows.size() - analysed, "article is", "articles are") + " not analysed.";
    return text;
}

void cover(Composer& composer, const BriefInput& input)
{
    std::set<std::string> sources;
    for (const desk::ArticleRow& row : input.rows)
        sources.insert(row.source);
    const std::optional<Period> period = periodOf(input.rows);
    std::string meta = (input.more ? "the first " : "") + countOf(input.rows.size(), "article", "articles")
        + " · " + countOf(sources.size(), "source", "sources");
    if (period)
        meta += " · " + periodText(*period);
    composer.title(input.query.empty() ? "All that was received" : input.query,
        {{"Desk brief · ", Look::Muted}, {meta, Look::Muted}});
    if (input.rows.empty())
        return composer.text({{"No article matches."}}, Paragraph::Role::Quiet);
    composer.text({{overview(input.rows)}});
    if (HeatMap map = periodMap(input.rows); !map.rows.empty())
        composer.add(std::move(map));
    Charts charts;
    for (Chart chart : {movers(input.rows), volume(input.rows)}) {
        if (!chart.points.empty())
            charts.charts.push_back(std::move(chart));
    }
    if (!charts.charts.empty())
        composer.add(std::move(charts));
    if (input.articles.size() >= ListedFrom)
        composer.add(Contents{});
}

// Other accounts of an article's story among the rows.
Line alsoTold(const BriefInput& input, const ArticlePart& part)
{
    const auto own = std::find_if(input.rows.begin(), input.rows.end(),
        [&](const desk::ArticleRow& row) { return row.id == part.article.id; });
    if (own == input.rows.end() || own->story.empty())
        return {};
    std::vector<std::string> others;
    for (const desk::ArticleRow& row : input.rows) {
        if (row.story == own->story && row.id != own->id && others.size() < 6)
            others.push_back("“" + row.title + "” (" + row.source + ")");
    }
    if (others.empty())
        return {};
    return {{"Also: " + base::join(others, ", "), Look::Muted}};
}

void decisions(Composer& composer, const BriefInput& input)
{
    struct Found {
        const ArticlePart* part;
        const base::Decision* decision;
    };
    std::vector<Found> all;
    for (const ArticlePart& part : input.articles) {
        for (const base::Decision& decision : part.analysis.decisions)
            all.push_back({&part, &decision});
    }
    if (all.empty())
        return;
    std::stable_sort(all.begin(), all.end(),
        [](const Found& a, const Found& b) { return a.decision->conviction > b.decision->conviction; });
    const std::size_t found = all.size();
    all.resize(std::min(found, ShownIdeas));
    composer.heading(1, "Decisions", "decisions", true);
    if (found > all.size())
        composer.text({{"The " + std::to_string(all.size()) + " of the highest conviction; "
                          + std::to_string(found - all.size()) + " more stand with their articles.",
                          Look::Muted}},
            Paragraph::Role::Meta);
    Table table{"Decisions",
        {{"Conviction", 74, true}, {"Type", 74}, {"Idea"}, {"Long / short", 144}, {"Horizon", 78}, {"From", 140}},
        {}};
    Table watch{"Watch list", {{"Idea", 150}, {"Begins"}, {"Ends if"}, {"From", 140}}, {}};
    for (const auto& [part, decision] : all) {
        const Run from{part->article.title, Look::Muted, "#" + storyPlace(part->article)};
        table.rows.push_back({{{base::fixed(decision->conviction, 2)}},
            {{decisionType(decision->kind), Look::Strong}}, {{decision->title}}, {{legsText(*decision)}},
            {{decision->horizon.text}}, {from}});
        if (!decision->entry.empty() || !decision->invalidation.empty())
            watch.rows.push_back(
                {{{decision->title, Look::Strong}}, {{decision->entry}}, {{decision->invalidation}}, {from}});
    }
    composer.add(std::move(table));
    if (watch.rows.empty())
        return;
    composer.heading(1, "Watch list", "watch", true);
    composer.add(std::move(watch));
}

void headlines(Composer& composer, const BriefInput& input)
{
    composer.heading(1, "Appendix: headlines", "headlines", true);
    Table table{"Headlines",
        {{"Published, UTC", 112}, {"Impact", 58, true}, {"Sentiment", 76, true}, {"Headline"}, {"Source", 130}},
        {}};
    std::set<std::int64_t> told;
    for (const ArticlePart& part : input.articles)
        told.insert(part.article.id);
    for (const desk::ArticleRow& row : input.rows) {
        const base::Instant at = toldAt(row);
        const std::string target = told.contains(row.id) ? "#a" + std::to_string(row.id)
            : row.url.starts_with("http")                ? row.url
                                                         : std::string();
        table.rows.push_back({{{base::dayText(at) + " " + base::clockText(at), Look::Muted}},
            {{row.analysed ? base::fixed(row.impact, 2) : "–"}},
            {row.analysed ? figureRun(row.sentiment) : Run{"–"}}, {{row.title, Look::Plain, target}},
            {{row.source, Look::Muted}}});
    }
    composer.add(std::move(table));
}

} // namespace

BriefDocument deskBrief(const BriefInput& input)
{
    Composer composer(input);
    composer.engine(input.articles.empty() ? base::Engine() : input.articles.front().analysis.engine);
    cover(composer, input);
    if (!input.articles.empty()) {
        composer.add(PageBreak{});
        composer.heading(1, "Top stories", "top", true);
        for (const ArticlePart& part : input.articles)
            composer.articleAmongMany(part, alsoTold(input, part));
        decisions(composer, input);
    }
    if (!input.rows.empty())
        headlines(composer, input);
    return composer.take();
}

} // namespace brief
