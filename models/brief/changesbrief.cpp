// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "composer.h"
#include "periodmap.h"

#include <base/strings.h>
#include <desk/wordchanges.h>

#include <algorithm>
#include <set>

namespace brief {

namespace {

constexpr std::size_t Around = 60; // bytes of unchanged words that are shown beside a change

std::string causeText(desk::MoveCause cause)
{
    switch (cause) {
    case desk::MoveCause::RevisedText:
        return "the text was revised";
    case desk::MoveCause::OtherEngine:
        return "another version of the engine";
    case desk::MoveCause::OtherData:
        return "other data of the engine";
    case desk::MoveCause::LaterNews:
        return "later news";
    }
    return {};
}

// The end and the beginning of words that stayed, cut between words.
std::string lastWords(const std::string& text)
{
    if (text.size() <= Around)
        return text;
    const std::size_t at = text.find(' ', text.size() - Around);
    return at == std::string::npos ? std::string("…") : "…" + text.substr(at);
}

std::string firstWords(const std::string& text)
{
    if (text.size() <= Around)
        return text;
    const std::size_t at = text.rfind(' ', Around);
    return at == std::string::npos ? std::string("…") : text.substr(0, at + 1) + "…";
}

// Only what changed, with the words around it.
Line differences(const std::string& before, const std::string& after)
{
    Line line;
    const std::vector<desk::WordRun> runs = desk::wordChanges(before, after);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        std::string text = base::collapsed(runs[i].text);
        Look look = runs[i].change == desk::Change::Added ? Look::Added : Look::Removed;
        if (runs[i].change == desk::Change::Same) {
            look = Look::Plain;
            if (i == 0)
                text = lastWords(text);
            else if (i + 1 == runs.size())
                text = firstWords(text);
            else if (text.size() > 2 * Around)
                text = firstWords(text) + " " + lastWords(text).substr(std::string("…").size());
        }
        line.push_back({text, look});
        line.push_back({" "});
    }
    return line;
}

void added(Composer& composer, const BriefInput& input)
{
    composer.heading(1, "New", "new", true);
    Table table{"New articles",
        {{"Published, UTC", 112}, {"Impact", 58, true}, {"Sentiment", 76, true}, {"Headline"}, {"Source", 130}},
        {}};
    std::set<std::int64_t> told;
    for (const ArticlePart& part : input.articles)
        told.insert(part.article.id);
    for (const desk::ArticleRow& row : input.changes.added) {
        const base::Instant at = toldAt(row);
        table.rows.push_back({{{base::dayText(at) + " " + base::clockText(at), Look::Muted}},
            {{row.analysed ? base::fixed(row.impact, 2) : "–"}},
            {row.analysed ? figureRun(row.sentiment) : Run{"–"}},
            {{row.title, Look::Plain, told.contains(row.id) ? "#a" + std::to_string(row.id) : std::string()}},
            {{row.source, Look::Muted}}});
    }
    composer.add(std::move(table));
}

void revised(Composer& composer, const std::vector<desk::RevisedArticle>& all)
{
    composer.heading(1, "Revised", "revised", true);
    for (const desk::RevisedArticle& one : all) {
        composer.heading(2, one.after.title, "r" + std::to_string(one.row.id), true);
        composer.text({{one.row.source + " · revised " + momentText(one.after.received), Look::Muted}},
            Paragraph::Role::Meta);
        if (one.before.title != one.after.title)
            composer.text(differences(one.before.title, one.after.title));
        if (one.before.body != one.after.body)
            composer.text(differences(one.before.body, one.after.body));
    }
}

void moved(Composer& composer, const std::vector<desk::ScoreMove>& all)
{
    composer.heading(1, "Scores that moved", "moved", true);
    Table table{"Scores that moved", {{"Headline"}, {"Impact", 92}, {"Sentiment", 104}, {"Cause", 190}}, {}};
    for (const desk::ScoreMove& move : all) {
        Line cause{{causeText(move.cause)}};
        if (!move.reason.empty())
            cause.push_back({": " + move.reason, Look::Muted});
        table.rows.push_back({{{move.row.title}},
            {{base::fixed(move.impactBefore, 2) + " → " + base::fixed(move.impactAfter, 2)}},
            {{signedFigure(move.sentimentBefore) + " → "}, figureRun(move.sentimentAfter)}, std::move(cause)});
    }
    composer.add(std::move(table));
}

} // namespace

BriefDocument changesBrief(const BriefInput& input)
{
    Composer composer(input);
    const desk::ViewChanges& changes = input.changes;
    std::string meta = countOf(changes.added.size(), "new article", "new articles") + " · "
        + std::to_string(changes.revised.size()) + " revised · "
        + countOf(changes.moved.size(), "score moved", "scores moved");
    if (changes.more)
        meta += " · the newest of more";
    if (!input.query.empty())
        meta = input.query + " · " + meta;
    if (!input.since.empty())
        meta += " · since " + input.since;
    composer.title("Changed since " + momentText(changes.since), {{meta, Look::Muted}});
    composer.engine(input.articles.empty() ? base::Engine() : input.articles.front().analysis.engine);
    if (changes.empty())
        composer.text({{"Nothing changed."}}, Paragraph::Role::Quiet);
    if (!changes.added.empty())
        added(composer, input);
    if (!changes.revised.empty())
        revised(composer, changes.revised);
    if (!changes.moved.empty())
        moved(composer, changes.moved);
    if (!input.articles.empty())
        composer.heading(1, "New, in full", "full", true);
    for (const ArticlePart& part : input.articles)
        composer.articleAmongMany(part);
    return composer.take();
}

} // namespace brief
