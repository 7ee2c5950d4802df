// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "brieftext.h"

#include "composer.h"

#include <base/strings.h>

namespace brief {

namespace {

constexpr std::size_t Columns = 78;

// Characters, not bytes.
std::size_t lengthOf(std::string_view text)
{
    std::size_t count = 0;
    for (const char one : text)
        count += (static_cast<unsigned char>(one) & 0xC0U) != 0x80U ? 1 : 0;
    return count;
}

std::string wrapped(const std::string& text, const std::string& indent = {})
{
    std::string out;
    std::size_t column = 0;
    for (const std::string_view word : base::split(text, ' ')) {
        if (word.empty())
            continue;
        const std::size_t length = lengthOf(word);
        if (column > indent.size() && column + 1 + length > Columns) {
            out += "\n";
            column = 0;
        }
        if (column == 0) {
            out += indent;
            column = indent.size();
        } else {
            out += " ";
            ++column;
        }
        out += word;
        column += length;
    }
    return out + "\n";
}

std::string numberOf(const Run& run) { return run.target.starts_with("#e") ? run.target.substr(2) : run.text; }

// The words with what cannot be seen said: [3], [assumption], and what was added and removed of a revision.
std::string saidLine(const Line& line)
{
    std::string text;
    for (const Run& run : line) {
        if (run.look == Look::Mark)
            text += "[" + numberOf(run) + "]";
        else if (run.look == Look::Assumption)
            text += run.text + " [assumption]";
        else if (run.look == Look::Added)
            text += "{+" + run.text + "+}";
        else if (run.look == Look::Removed)
            text += "[-" + run.text + "-]";
        else
            text += run.text;
    }
    return base::collapsed(text);
}

class TextWriter final {
public:
    std::string write(const BriefDocument& document)
    {
        m_text = document.head + (document.desk.empty() ? "" : " · " + document.desk) + " · " + document.made
            + "\n\n";
        for (const Block& block : document.blocks)
            std::visit([this](const auto& one) { add(one); }, block);
        m_text += std::string(Columns, '-') + "\n" + wrapped(document.notice + " " + document.engine);
        return std::move(m_text);
    }

private:
    void underlined(const std::string& words, char with)
    {
        m_text += wrapped(words) + std::string(std::min(Columns, lengthOf(words)), with) + "\n";
    }
    void add(const Title& title)
    {
        underlined(title.text, '=');
        m_text += wrapped(saidLine(title.meta)) + "\n";
    }
    void add(const Heading& heading)
    {
        if (heading.level == 3)
            m_text += "\n" + wrapped(saidLine(heading.text));
        else {
            m_text += "\n";
            underlined(saidLine(heading.text), heading.level == 1 ? '=' : '-');
        }
    }
    void add(const Paragraph& paragraph) { m_text += wrapped(saidLine(paragraph.text)) + "\n"; }
    void add(const Chips& chips) { m_text += wrapped("Topics: " + base::join(chips.words, ", ")) + "\n"; }
    void add(const Gauges& gauges)
    {
        m_text += wrapped("Impact " + base::fixed(gauges.impact, 2) + " " + gauges.impactLabel + "; sentiment "
            + signedFigure(gauges.sentiment) + " " + gauges.sentimentLabel);
        m_text += "\n";
    }
    // A row is a paragraph: "Type: Pair; Idea: …". Columns of text would not fit.
    void add(const Table& table)
    {
        for (const auto& row : table.rows) {
            std::string text;
            for (std::size_t i = 0; i < row.size() && i < table.columns.size(); ++i) {
                const std::string cell = saidLine(row[i]);
                if (!cell.empty())
                    text += (text.empty() ? "" : "; ") + table.columns[i].head + ": " + cell;
            }
            const std::string set = wrapped(text, "  ");
            m_text += "- " + set.substr(std::min<std::size_t>(2, set.size()));
        }
        m_text += "\n";
    }
    void add(const HeatMap& map)
    {
        m_text += wrapped(map.title);
        for (const HeatMap::Row& row : map.rows) {
            std::string text = row.label + ":";
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                if (row.cells[i].sentiment)
                    text += " " + map.columns[i] + " " + signedFigure(*row.cells[i].sentiment) + " ("
                        + std::to_string(row.cells[i].articles) + ")";
            }
            const std::string set = wrapped(text, "  ");
            m_text += "- " + set.substr(std::min<std::size_t>(2, set.size()));
        }
        m_text += "\n";
    }
    void add(const Charts& charts)
    {
        for (const Chart& chart : charts.charts) {
            m_text += wrapped(chart.title);
            for (const Chart::Point& point : chart.points)
                m_text += "- " + point.label + " " + point.text + "\n";
            m_text += "\n";
        }
    }
    void add(const Evidence& evidence)
    {
        for (std::size_t i = 0; i < evidence.entries.size(); ++i) {
            const Evidence::Entry& entry = evidence.entries[i];
            m_text += wrapped("[" + std::to_string(evidence.first + static_cast<int>(i)) + "] " + entry.text
                + (entry.place.empty() ? std::string() : " — " + entry.place));
        }
        m_text += "\n";
    }
    void add(const Contents&) { }
    void add(const PageBreak&) { m_text += "\n"; }

    std::string m_text;
};

class MarkdownWriter final {
public:
    std::string write(const BriefDocument& document)
    {
        m_text = escaped(document.head + (document.desk.empty() ? "" : " · " + document.desk) + " · " + document.made)
            + "\n\n";
        for (const Block& block : document.blocks)
            std::visit([this](const auto& one) { add(one); }, block);
        m_text += "---\n\n" + escaped(document.notice + " " + document.engine) + "\n";
        return std::move(m_text);
    }

private:
    static std::string escaped(const std::string& text)
    {
        std::string out;
        for (const char one : text) {
            if (std::string_view("\\`*_[]<>#|~").find(one) != std::string_view::npos)
                out += '\\';
            out += one;
        }
        return out;
    }
    static std::string line(const Line& line)
    {
        std::string text;
        for (const Run& run : line) {
            const std::string words = escaped(run.text);
            const bool address = run.target.starts_with("http");
            if (run.look == Look::Mark)
                text += "[" + numberOf(run) + "]";
            else if (run.look == Look::Strong || run.look == Look::Lead) {
                const std::string inner = base::collapsed(words);
                text += "**" + inner + "**" + (base::endsWith(words, " ") ? " " : "");
            } else if (run.look == Look::Assumption)
                text += words + " *(assumption)*";
            else if (run.look == Look::Added)
                text += "**" + words + "**";
            else if (run.look == Look::Removed)
                text += "~~" + words + "~~";
            else
                text += address ? "[" + words + "](<" + run.target + ">)" : words;
        }
        base::replaceAll(text, "\n", " ");
        return text;
    }
    void add(const Title& title)
    {
        m_text += "# " + escaped(title.text) + "\n\n" + line(title.meta) + "\n\n";
    }
    void add(const Heading& heading)
    {
        m_text += std::string(static_cast<std::size_t>(heading.level) + 1, '#') + " " + line(heading.text) + "\n\n";
    }
    void add(const Paragraph& paragraph) { m_text += line(paragraph.text) + "\n\n"; }
    void add(const Chips& chips) { m_text += "Topics: " + escaped(base::join(chips.words, ", ")) + "\n\n"; }
    void add(const Gauges& gauges)
    {
        m_text += "**Impact " + base::fixed(gauges.impact, 2) + "** " + escaped(gauges.impactLabel)
            + " · **Sentiment " + signedFigure(gauges.sentiment) + "** " + escaped(gauges.sentimentLabel) + "\n\n";
    }
    void row(const std::vector<std::string>& cells)
    {
        m_text += "| " + base::join(cells, " | ") + " |\n";
    }
    void add(const Table& table)
    {
        std::vector<std::string> head;
        std::vector<std::string> rule;
        for (const Column& column : table.columns) {
            head.push_back(escaped(column.head));
            rule.emplace_back(column.right ? "--:" : "---");
        }
        row(head);
        row(rule);
        for (const auto& cells : table.rows) {
            std::vector<std::string> texts;
            for (const Line& cell : cells)
                texts.push_back(line(cell));
            row(texts);
        }
        m_text += "\n";
    }
    void add(const HeatMap& map)
    {
        m_text += "**" + escaped(map.title) + "**\n\n";
        std::vector<std::string> head{"Topic"};
        head.insert(head.end(), map.columns.begin(), map.columns.end());
        row(head);
        row(std::vector<std::string>(head.size(), "---"));
        for (const HeatMap::Row& one : map.rows) {
            std::vector<std::string> texts{escaped(one.label)};
            for (const HeatMap::Cell& cell : one.cells)
                texts.push_back(cell.sentiment
                        ? signedFigure(*cell.sentiment) + " (" + std::to_string(cell.articles) + ")"
                        : std::string());
            row(texts);
        }
        m_text += "\n";
    }
    void add(const Charts& charts)
    {
        for (const Chart& chart : charts.charts) {
            m_text += "**" + escaped(chart.title) + "**\n\n";
            for (const Chart::Point& point : chart.points)
                m_text += "- " + escaped(point.label) + " " + point.text + "\n";
            m_text += "\n";
        }
    }
    void add(const Evidence& evidence)
    {
        for (std::size_t i = 0; i < evidence.entries.size(); ++i) {
            const Evidence::Entry& entry = evidence.entries[i];
            m_text += std::to_string(evidence.first + static_cast<int>(i)) + ". " + escaped(entry.text)
                + (entry.place.empty() ? std::string() : " — " + entry.place) + "\n";
        }
        m_text += "\n";
    }
    void add(const Contents&) { }
    void add(const PageBreak&) { m_text += "---\n\n"; }

    std::string m_text;
};

} // namespace

std::string writeMarkdown(const BriefDocument& document) { return MarkdownWriter().write(document); }
std::string writeText(const BriefDocument& document) { return TextWriter().write(document); }

} // namespace brief
