// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "receipt.h"

#include <base/strings.h>

#include <algorithm>

namespace desk {

namespace {

constexpr std::size_t Before = 90; // bytes of a quote before what it is about
constexpr std::size_t After = 130;

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }
bool isBlank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool endsSentence(std::string_view text, std::size_t at)
{
    const char c = text[at];
    return c == '\n' || ((c == '.' || c == '!' || c == '?') && (at + 1 == text.size() || isBlank(text[at + 1])));
}

// The words around a span, with those spans that lie within.
void quote(FiringArticle& made, std::string_view body, const base::Span& first, const std::vector<base::Span>& all)
{
    std::size_t begin = first.begin > Before ? first.begin - Before : 0;
    while (begin > 0 && begin < first.begin && !isBlank(body[begin]))
        ++begin;
    while (begin < first.begin && (isBlank(body[begin]) || continues(body[begin])))
        ++begin;
    std::size_t end = std::min(body.size(), std::max<std::size_t>(first.end, begin + Before + After));
    while (end > first.end && end < body.size() && !isBlank(body[end]))
        --end;
    while (end < body.size() && continues(body[end]))
        ++end;
    const std::string lead = begin > 0 ? "\u2026" : "";
    made.quote = lead + std::string(body.substr(begin, end - begin)) + (end < body.size() ? "\u2026" : "");
    std::replace_if(
        made.quote.begin(), made.quote.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    for (const base::Span& span : all) {
        if (span.field == base::Field::Body && span.begin >= begin && span.end <= end)
            made.quoteHits.push_back({base::Field::Body,
                static_cast<std::uint32_t>(span.begin - begin + lead.size()),
                static_cast<std::uint32_t>(span.end - begin + lead.size())});
    }
}

} // namespace

FiringArticle receiptOf(const Query& match, const MatchedArticle& matched, const base::Article& article,
    const base::Analysis* analysis, int revisions, base::Instant at)
{
    FiringArticle made;
    made.article = article.id;
    made.at = at;
    made.revision = revisions + 1;
    made.title = article.title;
    made.source = article.source.empty() && !matched.sources.empty() ? matched.sources.front() : article.source;
    made.url = article.url;
    made.published = article.published;
    made.received = article.received;
    made.impact = matched.impact;
    made.sentiment = matched.sentiment;
    made.novelty = matched.novelty;
    made.clauses = clausesOf(match, matched, analysis);
    if (analysis != nullptr) {
        made.engine = analysis->engine.version;
        made.pack = analysis->engine.pack;
    }
    std::vector<base::Span> spans;
    for (const Clause& clause : made.clauses) {
        for (const base::Span& span : clause.spans) {
            if (span.field == base::Field::Body && span.end <= article.body.size())
                spans.push_back(span);
        }
    }
    std::sort(spans.begin(), spans.end());
    // Evidence of one place may be named by several clauses, and lie within other evidence.
    std::vector<base::Span> apart;
    for (const base::Span& span : spans) {
        if (apart.empty() || !apart.back().overlaps(span))
            apart.push_back(span);
    }
    if (!apart.empty())
        quote(made, article.body, apart.front(), apart);
    return made;
}

std::string sentenceAt(std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return {};
    std::size_t begin = at;
    while (begin > 0 && !endsSentence(text, begin - 1))
        --begin;
    std::size_t end = at;
    while (end < text.size() && !endsSentence(text, end))
        ++end;
    if (end < text.size() && text[end] != '\n')
        ++end;
    return base::collapsed(text.substr(begin, end - begin));
}

} // namespace desk
