// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "briefbuilder.h"

#include <base/strings.h>

#include <algorithm>

namespace brief {

namespace {

constexpr std::size_t QuoteBytes = 90;

std::string typeName(const std::string& kind)
{
    static const std::vector<std::pair<std::string, std::string>> names{{"long_short", "Long / short"},
        {"long", "Long"}, {"short", "Short"}, {"pair", "Pair"}, {"options", "Options"}, {"curve", "Curve"},
        {"fx", "Currency"}, {"hedge", "Hedge"}, {"fade", "Short"}, {"exit", "Exit"}, {"watch", "Watch"}};
    for (const auto& [id, name] : names) {
        if (id == kind)
            return name;
    }
    return kind;
}

std::string ruleName(const std::string& rule)
{
    // "playbook/critical-materials#all_at_once" is named to a reader as "playbook critical-materials".
    std::string name = rule.substr(0, rule.find('#'));
    std::replace(name.begin(), name.end(), '/', ' ');
    return name;
}

// The words of a span, cut at a word's border when long.
std::string quoted(std::string_view words)
{
    std::string text = base::collapsed(words);
    if (text.size() <= QuoteBytes)
        return "“" + text + "”";
    text = base::truncatedUtf8(text, QuoteBytes);
    text.resize(std::min(text.size(), text.rfind(' ')));
    return "“" + text + "…”";
}

std::size_t paragraphOf(std::string_view body, std::uint32_t at)
{
    std::size_t paragraph = 1;
    for (std::size_t from = 0; (from = body.find("\n\n", from)) < at;) {
        from = std::min(body.find_first_not_of('\n', from), body.size());
        ++paragraph;
    }
    return paragraph;
}

class Builder final {
public:
    explicit Builder(const BriefInput& input)
        : m_input(input)
    {
    }

    BriefDocument build()
    {
        const base::Article& article = m_input.article;
        const base::Analysis& analysis = m_input.analysis;
        m_document.desk = m_input.desk;
        m_document.made = base::dayText(m_input.made) + " " + base::clockText(m_input.made) + " UTC";
        m_document.madeIso = base::toIso(m_input.made);
        m_document.title = article.title;
        m_document.meta = meta();
        m_document.notice = "Analysis, not investment advice. Assumptions are marked.";
        m_document.analysed = analysis.mode != base::Mode::NotAnalysed;
        if (!m_document.analysed) {
            m_document.notAnalysed = analysis.reason;
            return m_document;
        }
        for (const base::TopicScore& topic : analysis.topics)
            m_document.topics.push_back(topic.name);
        m_document.impact = analysis.impact.score;
        m_document.impactLabel = analysis.impact.label;
        if (!analysis.impact.scope.empty())
            m_document.impactLabel += " · " + analysis.impact.scope;
        m_document.sentiment = analysis.sentiment.score;
        m_document.sentimentLabel = analysis.sentiment.label;
        if (m_input.trend.size() > 1) {
            m_document.trendTitle
                = "Sentiment, " + std::to_string(m_input.trend.size()) + " days: " + m_input.trendTopic;
            m_document.trend = m_input.trend;
        }
        m_document.summary = section({}, analysis.summary);
        for (const base::Section& part : analysis.analysis)
            m_document.analysis.push_back(section(part.section, part.sentences));
        for (const base::Decision& one : analysis.decisions)
            m_document.decisions.push_back(decision(one));
        if (m_document.decisions.empty())
            m_document.noDecisions = "Nothing in this article supports one.";
        m_document.engine
            = "Engine " + analysis.engine.version + " · pack " + analysis.engine.pack.substr(0, 6);
        if (!m_input.sidecar.empty())
            m_document.engine += " · rebuild: leadline brief --from " + m_input.sidecar;
        return m_document;
    }

private:
    std::string meta() const
    {
        const base::Article& article = m_input.article;
        std::vector<std::string> parts;
        if (!article.source.empty())
            parts.push_back(article.source);
        parts.push_back(article.published ? "published " + base::dayText(*article.published) + " "
                    + base::clockText(*article.published) + " UTC"
                                          : std::string("no readable date"));
        parts.emplace_back(base::modeName(m_input.analysis.mode));
        parts.push_back("story: " + std::to_string(m_input.storySources)
            + (m_input.storySources == 1 ? " source" : " sources"));
        return base::join(parts, " · ");
    }

    int number(BriefEvidence evidence)
    {
        std::vector<BriefEvidence>& all = m_document.evidence;
        const auto it = std::find_if(all.begin(), all.end(), [&](const BriefEvidence& other) {
            return other.text == evidence.text && other.place == evidence.place;
        });
        if (it != all.end())
            return static_cast<int>(it - all.begin()) + 1;
        all.push_back(std::move(evidence));
        return static_cast<int>(all.size());
    }

    std::vector<int> marks(const base::Provenance& provenance, base::Grade grade)
    {
        std::vector<int> numbers;
        for (const base::Span& span : provenance.evidence) {
            const bool title = span.field == base::Field::Title;
            const std::string_view words
                = base::slice(title ? m_input.article.title : m_input.article.body, span);
            numbers.push_back(number({quoted(words),
                title ? std::string("title")
                      : "¶" + std::to_string(paragraphOf(m_input.article.body, span.begin))}));
        }
        if (grade == base::Grade::C && numbers.empty()) {
            const std::string rule
                = provenance.rules.empty() ? std::string() : ", " + ruleName(provenance.rules.front());
            numbers.push_back(number({"Assumption" + rule, {}}));
        }
        std::sort(numbers.begin(), numbers.end());
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
        return numbers;
    }

    BriefSection section(std::string name, const std::vector<base::Sentence>& sentences)
    {
        BriefSection made{std::move(name), {}};
        for (const base::Sentence& sentence : sentences) {
            made.sentences.push_back({sentence.text, marks(sentence.provenance, sentence.grade),
                sentence.grade == base::Grade::C});
        }
        return made;
    }

    BriefDecision decision(const base::Decision& from)
    {
        std::vector<std::string> longs;
        std::vector<std::string> shorts;
        std::vector<std::string> others;
        for (const base::Leg& leg : from.legs) {
            const std::string name = leg.name + (leg.instrument.empty() ? "" : " (" + leg.instrument + ")");
            const bool buys = leg.side == "long" || leg.side == "buy";
            const bool sells = leg.side == "short" || leg.side == "sell" || leg.side == "hedge";
            (buys ? longs : sells ? shorts : others).push_back(name);
        }
        std::string legs = base::join(longs, ", ");
        if (!shorts.empty())
            legs += (legs.empty() ? "— / " : " / ") + base::join(shorts, ", ");
        if (!others.empty())
            legs += (legs.empty() ? "" : "; ") + base::join(others, ", ");
        return {typeName(from.kind), from.title, marks(from.provenance, from.grade), legs, from.horizon.text,
            from.invalidation};
    }

    const BriefInput& m_input;
    BriefDocument m_document;
};

} // namespace

BriefDocument build(const BriefInput& input) { return Builder(input).build(); }

} // namespace brief
