// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "analyser.h"

#include <engine/entities/entityfinder.h>
#include <engine/events/eventfinder.h>
#include <engine/impact/impactpriors.h>
#include <engine/knowledge/reasoner.h>
#include <engine/prose/summary.h>
#include <engine/sentiment/sentiment.h>
#include <engine/topics/topics.h>

namespace engine {

namespace {

std::string languageName(std::string_view tag)
{
    constexpr std::pair<std::string_view, std::string_view> Names[] = {{"de", "German"}, {"fr", "French"},
        {"es", "Spanish"}, {"it", "Italian"}, {"pt", "Portuguese"}, {"nl", "Dutch"}, {"sv", "Swedish"},
        {"no", "Norwegian"}, {"da", "Danish"}, {"fi", "Finnish"}, {"pl", "Polish"}, {"ru", "Russian"},
        {"zh", "Chinese"}, {"ja", "Japanese"}, {"ko", "Korean"}, {"tr", "Turkish"}, {"ar", "Arabic"}};
    for (const auto& [code, name] : Names) {
        if (tag == code)
            return std::string(name);
    }
    return "the language \u201C" + std::string(tag) + "\u201D";
}

} // namespace

Reading readText(const Pack& pack, const ArticleText& article)
{
    Reading reading;
    reading.document = readDocument(pack.vocabulary, article.title, article.body);
    reading.source = article.source;
    reading.published = article.published;
    reading.sourceWeight = article.sourceWeight;
    if (article.novelty)
        reading.novelty = *article.novelty;
    if (reading.document.sentences.empty())
        return reading;
    findEntities(*pack.gazetteer, reading);
    findEvents(*pack.events, reading);
    decideMode(*pack.impact, reading);
    readSentiment(pack, reading);
    scoreTopics(pack, reading);
    scoreImpact(*pack.impact, *pack.events, reading);
    summarise(reading);
    return reading;
}

base::Analysis analyse(const Pack& pack, const ArticleText& article)
{
    base::Analysis analysis;
    analysis.engine = {std::string(Version), pack.hash};
    analysis.language = article.language.empty() ? "en" : std::string(article.language);
    if (!analysis.language.starts_with("en")) {
        analysis.mode = base::Mode::NotAnalysed;
        analysis.reason = "No language model for " + languageName(analysis.language) + ": not analysed";
        return analysis;
    }
    Reading reading = readText(pack, article);
    if (reading.document.sentences.empty()) {
        analysis.mode = base::Mode::NotAnalysed;
        analysis.reason = "The article has no text: not analysed";
        return analysis;
    }
    reason(pack, reading, analysis);
    analysis.mode = reading.mode;
    analysis.impact = std::move(reading.impact);
    analysis.sentiment = std::move(reading.sentiment);
    analysis.topics = std::move(reading.topics);
    analysis.entities = std::move(reading.entities);
    analysis.events = std::move(reading.events);
    analysis.summary = std::move(reading.summary);
    return analysis;
}

} // namespace engine
