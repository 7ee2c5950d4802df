// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "textreport.h"

#include <base/strings.h>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr std::size_t Width = 88;

std::string signedText(double value)
{
    const std::string text = base::fixed(std::abs(value), 2);
    if (text == "0.00")
        return text;
    return (value < 0 ? "−" : "+") + text;
}

// Numbers the evidence in order of first use.
class Notes final {
public:
    explicit Notes(const base::Article& article)
        : m_article(article)
    {
    }

    std::string mark(const base::Provenance& provenance, base::Grade grade)
    {
        std::vector<std::string> marks;
        for (const base::Span& span : provenance.evidence) {
            auto it = std::find(m_spans.begin(), m_spans.end(), span);
            if (it == m_spans.end())
                it = m_spans.insert(m_spans.end(), span);
            marks.push_back(std::to_string(it - m_spans.begin() + 1));
        }
        if (grade == base::Grade::C)
            marks.emplace_back("assumption");
        return marks.empty() ? std::string() : " [" + base::join(marks, ",") + "]";
    }

    std::string list() const
    {
        std::string text;
        for (std::size_t i = 0; i < m_spans.size(); ++i) {
            const bool title = m_spans[i].field == base::Field::Title;
            const std::string words
                = base::collapsed(base::slice(title ? m_article.title : m_article.body, m_spans[i]));
            const std::string number = std::to_string(i + 1);
            text += std::string(number.size() < 3 ? 3 - number.size() : 0, ' ') + number + "  “"
                + wrapped(words + "”", Width - 6, 5) + (title ? "  (title)" : "") + "\n";
        }
        return text;
    }

private:
    const base::Article& m_article;
    std::vector<base::Span> m_spans;
};

void addGauges(std::string& text, const base::Analysis& analysis)
{
    const base::Impact& impact = analysis.impact;
    text += "Impact     " + base::fixed(impact.score, 2) + "  " + impact.label;
    text += (impact.scope.empty() ? "" : " · " + impact.scope) + "\n";
    double sum = 0;
    for (const base::ImpactTerm& term : impact.terms) {
        sum += term.value;
        std::string name = term.name + ": " + term.detail;
        name.resize(std::max<std::size_t>(name.size(), 58), ' ');
        text += "             " + name + "  " + signedText(term.value) + "\n";
    }
    text += "             sum " + signedText(sum) + ", through the logistic function "
        + base::fixed(impact.score, 2) + "\n";
    text += "Sentiment  " + signedText(analysis.sentiment.score) + "  " + analysis.sentiment.label + "\n";
}

void addDecision(std::string& text, const base::Decision& decision, int number, Notes& notes)
{
    text += std::to_string(number) + ". " + decision.title + "  (" + decision.kind + ", "
        + decision.horizon.text + ", conviction " + base::fixed(decision.conviction, 2) + ")\n   ";
    text += wrapped(decision.text + notes.mark(decision.provenance, decision.grade), Width - 3, 3) + "\n";
    const auto line = [&text](const char* name, const std::string& value) {
        if (!value.empty())
            text += "   " + std::string(name) + wrapped(value, Width - 17, 17) + "\n";
    };
    for (const base::Leg& leg : decision.legs) {
        std::string side = leg.side;
        side.resize(14, ' ');
        line(side.c_str(), leg.name + (leg.instrument.empty() ? "" : " (" + leg.instrument + ")"));
    }
    line("entry         ", decision.entry);
    line("target        ", decision.target);
    line("stop          ", decision.stop);
    line("invalidation  ", decision.invalidation);
    line("risk          ", decision.risk);
}

} // namespace

std::string wrapped(const std::string& text, std::size_t width, std::size_t indent)
{
    std::string result;
    std::size_t column = 0;
    for (const std::string_view word : base::split(text, ' ')) {
        const auto length = static_cast<std::size_t>(std::count_if(word.begin(), word.end(),
            [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
        if (column > 0 && column + 1 + length > width) {
            result += '\n' + std::string(indent, ' ');
            column = 0;
        } else if (column > 0) {
            result += ' ';
            ++column;
        }
        result += word;
        column += length;
    }
    return result;
}

std::string textReport(const base::Article& article, const base::Analysis& analysis)
{
    std::string text = wrapped(article.title, Width, 0) + "\n";
    std::vector<std::string> facts;
    if (!article.source.empty())
        facts.push_back(article.source);
    if (article.published)
        facts.push_back("published " + base::dayText(*article.published) + " "
            + base::clockText(*article.published) + " UTC");
    facts.emplace_back(base::modeName(analysis.mode));
    text += base::join(facts, " · ") + "\n";
    if (analysis.mode == base::Mode::NotAnalysed)
        return text + "\n" + analysis.reason + "\n";

    std::vector<std::string> topics;
    for (const base::TopicScore& topic : analysis.topics)
        topics.push_back(topic.name);
    text += wrapped(base::join(topics, "; "), Width, 0) + "\n\n";
    addGauges(text, analysis);

    Notes notes(article);
    const auto sentences = [&](const std::vector<base::Sentence>& list) {
        std::string paragraph;
        for (const base::Sentence& sentence : list)
            paragraph += (paragraph.empty() ? "" : " ") + sentence.text
                + notes.mark(sentence.provenance, sentence.grade);
        return paragraph;
    };
    if (!analysis.summary.empty())
        text += "\nSUMMARY\n" + wrapped(sentences(analysis.summary), Width, 0) + "\n";
    if (!analysis.analysis.empty())
        text += "\nANALYSIS\n";
    for (const base::Section& section : analysis.analysis)
        text += wrapped(section.section + ". " + sentences(section.sentences), Width, 0) + "\n";
    text += "\nKEY DECISIONS FOR INVESTORS\n";
    if (analysis.decisions.empty())
        text += "Nothing in this article supports one.\n";
    int number = 0;
    for (const base::Decision& decision : analysis.decisions)
        addDecision(text, decision, ++number, notes);
    const std::string evidence = notes.list();
    if (!evidence.empty())
        text += "\nEVIDENCE\n" + evidence;
    text += "\nAnalysis, not investment advice. Engine " + analysis.engine.version + ", pack "
        + analysis.engine.pack + ".\n";
    return text;
}

} // namespace app
