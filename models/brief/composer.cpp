// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "composer.h"

#include <base/strings.h>

#include <algorithm>
#include <cmath>

namespace brief {

namespace {

constexpr std::size_t QuoteBytes = 90;

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

std::string gaugeLabel(const base::Impact& impact)
{
    return impact.scope.empty() ? impact.label : impact.label + " · " + impact.scope;
}

bool isAddress(const std::string& url) { return url.starts_with("https://") || url.starts_with("http://"); }

} // namespace

std::string plainText(const Line& line)
{
    std::string text;
    for (const Run& run : line)
        text += run.text;
    return text;
}

std::string signedFigure(double value)
{
    const std::string number = base::fixed(std::abs(value), 2);
    if (number == "0.00")
        return number;
    return (value < 0 ? "−" : "+") + number;
}

Run figureRun(double value)
{
    const std::string figure = signedFigure(value);
    return {figure, figure == "0.00" ? Look::Plain : value < 0 ? Look::Negative : Look::Positive};
}

std::string momentText(base::Instant instant)
{
    return base::dayText(instant) + " " + base::clockText(instant) + " UTC";
}

std::string countOf(std::size_t count, const std::string& one, const std::string& many)
{
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string decisionType(const std::string& kind)
{
    static const std::vector<std::pair<std::string, std::string>> names{{"long_short", "Long / short"},
        {"long", "Long"}, {"short", "Short"}, {"pair", "Pair"}, {"options", "Options"}, {"put_options", "Options"}, {"curve", "Curve"},
        {"fx", "Currency"}, {"hedge", "Hedge"}, {"fade", "Short"}, {"exit", "Exit"}, {"watch", "Watch"}};
    for (const auto& [id, name] : names) {
        if (id == kind)
            return name;
    }
    std::string words = kind;
    std::replace(words.begin(), words.end(), '_', ' ');
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

std::string legsText(const base::Decision& decision)
{
    std::vector<std::string> longs;
    std::vector<std::string> shorts;
    std::vector<std::string> others;
    for (const base::Leg& leg : decision.legs) {
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
    return legs;
}

std::string storyPlace(const base::Article& article) { return "a" + std::to_string(article.id); }

Composer::Composer(const BriefInput& input)
    : m_input(input)
{
    m_document.head = input.house.title.empty() ? "Leadline brief" : input.house.title;
    m_document.desk = input.house.desk;
    m_document.logo = input.house.logo;
    m_document.notice = input.house.notice.empty() ? "Analysis, not investment advice. Assumptions are marked."
                                                   : input.house.notice;
    m_document.made = momentText(input.made);
    if (input.asOf)
        m_document.made += " · as of " + momentText(*input.asOf);
    m_document.madeIso = base::toIso(input.made);
}

void Composer::heading(int level, const std::string& text, const std::string& anchor, bool listed)
{
    add(Heading{level, {{text}}, anchor, listed});
}

void Composer::text(Line line, Paragraph::Role role) { add(Paragraph{std::move(line), role}); }

void Composer::title(const std::string& text, Line meta)
{
    m_document.title = text;
    m_document.subject = plainText(meta);
    add(Title{text, std::move(meta)});
}

void Composer::engine(const base::Engine& engine)
{
    std::string& line = m_document.engine;
    if (!engine.version.empty())
        line = "Engine " + engine.version + " · pack " + engine.pack.substr(0, 6);
    if (!m_input.sidecar.empty())
        line += (line.empty() ? "" : " · ") + std::string("rebuild: leadline brief --from ") + m_input.sidecar;
}

Line Composer::meta(const ArticlePart& part) const
{
    const base::Article& article = part.article;
    Line line;
    if (!article.source.empty()) {
        line.push_back({article.source, Look::Muted, isAddress(article.url) ? article.url : std::string()});
        line.push_back({" · ", Look::Muted});
    }
    std::vector<std::string> parts;
    if (!article.author.empty())
        parts.push_back(article.author);
    parts.push_back(
        article.published ? "published " + momentText(*article.published) : std::string("no readable date"));
    if (part.revisions > 0)
        parts.push_back("revised " + countOf(std::size_t(part.revisions), "time", "times"));
    parts.emplace_back(base::modeName(part.analysis.mode));
    parts.push_back("story: " + countOf(std::size_t(part.storySources), "source", "sources"));
    line.push_back({base::join(parts, " · "), Look::Muted});
    return line;
}

int Composer::number(Evidence::Entry entry)
{
    std::vector<Evidence::Entry>& all = m_evidence.entries;
    auto it = std::find_if(all.begin(), all.end(), [&](const Evidence::Entry& other) {
        return other.text == entry.text && other.place == entry.place;
    });
    if (it == all.end())
        it = all.insert(all.end(), std::move(entry));
    return m_evidence.first + static_cast<int>(it - all.begin());
}

std::vector<int> Composer::marks(const base::Provenance& provenance, base::Grade grade)
{
    const base::Article& article = m_part->article;
    std::vector<int> numbers;
    for (const base::Span& span : provenance.evidence) {
        const bool title = span.field == base::Field::Title;
        const std::string_view words = base::slice(title ? article.title : article.body, span);
        numbers.push_back(number({quoted(words),
            title ? std::string("title") : "¶" + std::to_string(paragraphOf(article.body, span.begin))}));
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

void Composer::addMarks(Line& line, const std::vector<int>& numbers) const
{
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::string number = std::to_string(numbers[i]);
        // A thin, unbreakable space keeps the mark at its word.
        line.push_back({(i == 0 ? "\u202F" : ",") + number, Look::Mark, "#e" + number});
    }
}

void Composer::sentences(Line& line, const std::vector<base::Sentence>& from)
{
    for (const base::Sentence& sentence : from) {
        if (&sentence != &from.front())
            line.push_back({" "});
        line.push_back({sentence.text, sentence.grade == base::Grade::C ? Look::Assumption : Look::Plain});
        addMarks(line, marks(sentence.provenance, sentence.grade));
    }
}

void Composer::analysis(const base::Analysis& analysis)
{
    for (const base::Section& section : analysis.analysis) {
        Line line{{section.section + ". ", Look::Lead}};
        sentences(line, section.sentences);
        text(std::move(line));
    }
}

void Composer::decisions(const base::Analysis& analysis)
{
    Table table{"Key decisions for investors",
        {{"Type", 84}, {"Idea"}, {"Long / short", 168}, {"Horizon", 84}, {"Exit if", 132}}, {}};
    for (const base::Decision& decision : analysis.decisions) {
        Line idea{{decision.title, decision.grade == base::Grade::C ? Look::Assumption : Look::Plain}};
        addMarks(idea, marks(decision.provenance, decision.grade));
        table.rows.push_back({{{decisionType(decision.kind), Look::Strong}}, std::move(idea),
            {{legsText(decision)}}, {{decision.horizon.text}}, {{decision.invalidation}}});
    }
    add(std::move(table));
}

void Composer::evidence(bool headed)
{
    if (m_evidence.entries.empty())
        return;
    const int next = m_evidence.first + static_cast<int>(m_evidence.entries.size());
    if (headed)
        heading(3, "Evidence");
    add(std::move(m_evidence));
    m_evidence = {next, {}};
}

void Composer::wholeArticle(const ArticlePart& part)
{
    m_part = &part;
    const base::Analysis& found = part.analysis;
    title(part.article.title, meta(part));
    m_document.language = found.language.empty() ? "en" : found.language;
    engine(found.engine);
    if (found.mode == base::Mode::NotAnalysed) {
        text({{found.reason}});
        return;
    }
    Chips chips;
    for (const base::TopicScore& topic : found.topics)
        chips.words.push_back(topic.name);
    m_document.keywords = chips.words;
    if (!chips.words.empty())
        add(std::move(chips));
    Gauges gauges{
        found.impact.score, gaugeLabel(found.impact), found.sentiment.score, found.sentiment.label, {}, false};
    if (m_input.trend.size() > 1)
        gauges.trend
            = {"Sentiment, " + std::to_string(m_input.trend.size()) + " days: " + m_input.trendTopic, m_input.trend};
    add(std::move(gauges));
    if (!found.summary.empty()) {
        heading(3, "Summary", "summary", true);
        Line line;
        sentences(line, found.summary);
        text(std::move(line));
    }
    if (!found.analysis.empty())
        heading(3, "Analysis", "analysis", true);
    analysis(found);
    heading(3, "Key decisions for investors", "decisions", true);
    if (found.decisions.empty())
        text({{"Nothing in this article supports one."}}, Paragraph::Role::Quiet);
    else
        decisions(found);
    if (!m_evidence.entries.empty())
        heading(3, "Evidence", "evidence", true);
    evidence(false);
}

void Composer::articleAmongMany(const ArticlePart& part, const Line& after)
{
    m_part = &part;
    const base::Analysis& found = part.analysis;
    heading(2, part.article.title, storyPlace(part.article), true);
    text(meta(part), Paragraph::Role::Meta);
    if (!after.empty())
        text(after, Paragraph::Role::Meta);
    if (found.mode == base::Mode::NotAnalysed) {
        text({{found.reason}}, Paragraph::Role::Quiet);
        return;
    }
    add(Gauges{
        found.impact.score, gaugeLabel(found.impact), found.sentiment.score, found.sentiment.label, {}, true});
    Line line;
    sentences(line, found.summary);
    if (!line.empty())
        text(std::move(line));
    analysis(found);
    if (!found.decisions.empty())
        decisions(found);
    evidence(true);
}

} // namespace brief
