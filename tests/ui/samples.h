// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A theme, a feed of twelve rows, one article and its analysis, to fill the window with.

#include <base/analysis.h>
#include <base/article.h>
#include <desk/feedview.h>
#include <desk/ledger.h>
#include <ui/theme/theme.h>

#include <QFile>
#include <QTest>

#include <string>
#include <string_view>

namespace samples {

inline ui::Theme theme(const QString& name)
{
    QFile file(QStringLiteral(LEADLINE_RESOURCES "/themes/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the theme is missing");
    const QByteArray json = file.readAll();
    return ui::Theme::fromJson({json.constData(), static_cast<std::size_t>(json.size())}).value();
}

inline base::Instant now() { return base::fromIso("2026-11-23T14:32:00Z").value(); }

inline desk::FeedPage feed(int rows = 12)
{
    desk::FeedPage page;
    for (int at = 1; at <= rows; ++at) {
        desk::ArticleRow row;
        row.id = at;
        row.title = "Copper smelters run slower as treatment charges fall, report " + std::to_string(at);
        row.source = "Metals Daily";
        row.url = "https://example.org/" + std::to_string(at);
        row.published = now() - std::chrono::minutes(7 * at);
        row.received = *row.published;
        row.analysed = true;
        row.impact = 0.75 - 0.05 * at;
        row.sentiment = at % 2 == 0 ? 0.2 : -0.2;
        row.topics = {"Commodities", "Trade"};
        row.mode = "news";
        page.rows.push_back(row);
    }
    page.total = rows;
    return page;
}

inline desk::SourceHealth source(
    std::int64_t id, const std::string& title, std::int64_t articles, const std::string& reason = {})
{
    desk::SourceHealth health;
    health.source.id = id;
    health.source.title = title;
    health.source.url = "https://example.org/feeds/" + std::to_string(id);
    health.source.lastError = reason;
    health.source.failures = reason.empty() ? 0 : 3;
    health.source.lastSucceeded = now() - std::chrono::minutes(20 * id);
    health.source.nextFetch = now() + std::chrono::minutes(10 * id);
    health.articles = articles;
    health.perWeek = static_cast<double>(articles) / 4;
    return health;
}

inline desk::Navigation navigation()
{
    desk::Navigation navigation;
    navigation.views = {{"Top by impact", "sort:impact", 41}, {"Latest", "sort:published", 1204},
        {"Unread", "is:unread", 312}};
    navigation.topics = {{"Geopolitics & War", 9, -0.31}, {"Commodities", 3, 0.07}};
    navigation.savedSearches = {{"Oil or gas", "oil OR gas", 9}};
    navigation.sources
        = {source(1, "Rates Wire", 604), source(2, "Metals Daily", 12, "the server answers 503")};
    navigation.articles = 184220;
    navigation.bytes = 1'100'000'000;
    return navigation;
}

inline base::Article article(std::int64_t id = 3)
{
    base::Article article;
    article.id = id;
    article.title = "Smelters <b>cut</b> runs & wait";
    article.source = "Metals Daily";
    article.url = "https://example.org/3";
    article.published = now() - std::chrono::minutes(48);
    article.received = now() - std::chrono::minutes(46);
    article.body = "Treatment charges fell below zero in S\u00E3o Paulo.\n\nTwo plants will stop a furnace "
                   "each until spring. "
                   "Buyers of cathode expect to pay more.";
    return article;
}

inline base::Span span(const base::Article& article, std::string_view words)
{
    const std::size_t at = article.body.find(words);
    if (at == std::string::npos)
        qFatal("the sample has no such words");
    return {base::Field::Body, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

inline base::Sentence sentence(std::string text, base::Grade grade, std::vector<base::Span> evidence)
{
    base::Sentence sentence;
    sentence.text = std::move(text);
    sentence.grade = grade;
    sentence.provenance.evidence = std::move(evidence);
    return sentence;
}

inline base::Decision decision(std::string kind, std::string title, double conviction)
{
    base::Decision decision;
    decision.kind = std::move(kind);
    decision.title = std::move(title);
    decision.conviction = conviction;
    decision.grade = base::Grade::B;
    decision.horizon = {30, 180, "1\u20136 months"};
    decision.legs = {{"long", "Miners with own smelters", "ABC"}, {"short", "Merchant smelters", ""}};
    decision.entry = "After the next charge is set";
    decision.invalidation = "Charges rise above zero";
    decision.text = "Own what gains from scarce concentrate.";
    return decision;
}

inline base::Analysis analysis()
{
    const base::Article text = article();
    const base::Span charges = span(text, "Treatment charges fell below zero in S\u00E3o Paulo.");
    const base::Span plants = span(text, "Two plants will stop a furnace each until spring.");
    const base::Span buyers = span(text, "Buyers of cathode expect to pay more.");
    base::Analysis analysis;
    analysis.language = "en";
    analysis.mode = base::Mode::Explainer;
    analysis.impact = {0.35, "moderate", "sector-wide",
        {{"event", -0.16, "supply cut, prior 0.46", {{plants}, {"edge:smelter>cathode"}}},
            {"breadth", 0.36, "several sectors 0.80", {}}, {"certainty", -0.82, "explanatory 0.62", {}}}};
    analysis.sentiment
        = {-0.15, "mildly negative", 0.4, 0.4, 0.2, {{plants, -0.3, 0.5, "stop(\u2212) = \u2212"}}};
    analysis.topics = {{"Commodities & Raw Materials", 0.8, {}}, {"Trade", 0.4, {}}};
    analysis.entities = {{"commodity:copper", "Copper", "commodity", "HG", 90, -0.1, {buyers}}};
    analysis.summary = {sentence("Charges fell below zero.", base::Grade::A, {charges}),
        sentence("Two plants stop until spring.", base::Grade::A, {plants})};
    analysis.analysis
        = {{"Implication", {sentence("Cathode becomes scarce.", base::Grade::B, {plants, buyers})}},
            {"Key risk",
                {sentence("A quick settlement would undo it.", base::Grade::C, {charges}),
                    sentence("Scrap may fill the gap.", base::Grade::C, {})}}};
    analysis.decisions = {decision("long_short", "Own integrated miners", 0.62),
        decision("hedge", "Hedge cathode purchases", 0.4)};
    analysis.engine = {"1.0.0", "4f9c2eaa"};
    return analysis;
}

// One of the analysis' decisions, accepted an hour ago.
inline desk::LedgerEntry kept(int decision)
{
    desk::LedgerEntry entry;
    entry.id = decision + 1;
    entry.article = 1;
    entry.decision = decision;
    entry.articleTitle = article().title;
    entry.source = article().source;
    entry.frozen = analysis().decisions[static_cast<std::size_t>(decision)];
    entry.accepted = now() - std::chrono::hours(1);
    return entry;
}

inline base::Analysis notAnalysed(std::string reason)
{
    base::Analysis analysis;
    analysis.mode = base::Mode::NotAnalysed;
    analysis.reason = std::move(reason);
    return analysis;
}

} // namespace samples
