// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "markdownfile.h"

#include <base/strings.h>
#include <ingest/files/paragraphs.h>
#include <ingest/htmltext.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace ingest {

namespace {

constexpr std::size_t LongTitle = 300; // bytes
constexpr std::size_t WrappedLine = 60; // a first line from here on that goes on is text, no title

bool consistsOf(std::string_view line, std::string_view characters)
{
    return line.find_first_not_of(characters) == std::string_view::npos;
}

// "-", "*", "+" or "12." before words.
std::size_t listMark(std::string_view line)
{
    if (line.size() > 1 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ')
        return 2;
    const std::size_t end = line.find_first_not_of("0123456789");
    const bool number = end != std::string_view::npos && end > 0 && end <= 3 && end + 1 < line.size();
    return number && (line[end] == '.' || line[end] == ')') && line[end + 1] == ' ' ? end + 2 : 0;
}

// A heading of its own: "## Outlook". "#1 in its market" is none.
std::size_t headingMark(std::string_view line)
{
    const std::size_t end = line.find_first_not_of('#');
    return end != std::string_view::npos && end >= 1 && end <= 6 && line[end] == ' ' ? end + 1 : 0;
}

// The run of ` or ~ that opens or closes a block of code; 0 when the line has none.
std::size_t fenceMark(std::string_view line)
{
    if (!line.starts_with("```") && !line.starts_with("~~~"))
        return 0;
    const std::size_t end = std::min(line.find_first_not_of(line.front()), line.size());
    return line.front() == '`' && line.find('`', end) != std::string_view::npos ? 0 : end;
}

// "[name]: address" defines where a link goes and is no text; a footnote "[^1]: words" is.
bool isDefinition(std::string_view line)
{
    if (!line.starts_with('[') || line.starts_with("[^"))
        return false;
    const std::size_t end = line.find("]:");
    return end != std::string_view::npos && end > 1
        && line.substr(0, end).find('[', 1) == std::string_view::npos;
}

// Underline of a heading: "===" or "---".
bool isUnderline(std::string_view line)
{
    line = base::trimmed(line);
    return line.size() >= 2 && (consistsOf(line, "=") || consistsOf(line, "-"));
}

bool isTableRule(std::string_view line)
{
    return consistsOf(line, "|-: ") && line.find("--") != std::string_view::npos
        && line.find('|') != std::string_view::npos;
}

// The tags of a page inside Markdown: blocks part paragraphs, other marks vanish; code is left as it is.
class HtmlStripper final {
public:
    explicit HtmlStripper(std::string_view text)
        : m_text(text)
    {
    }

    std::string run()
    {
        if (m_text.find('<') == std::string_view::npos)
            return std::string(m_text);
        while (m_at < m_text.size()) {
            const bool start = m_at == 0 || m_text[m_at - 1] == '\n';
            if (start && fence())
                continue;
            const char c = m_text[m_at];
            if (!m_fenced && c == '<' && tag())
                continue;
            if (!m_fenced && c == '`' && code())
                continue;
            m_out += c;
            ++m_at;
        }
        return std::move(m_out);
    }

private:
    void copyTo(std::size_t end)
    {
        m_out.append(m_text.substr(m_at, end - m_at));
        m_at = end;
    }

    bool fence()
    {
        const std::size_t end = std::min(m_text.find('\n', m_at), m_text.size());
        const std::string_view line = base::trimmed(m_text.substr(m_at, end - m_at));
        if (fenceMark(line) == 0 || (m_fenced && line.front() != m_sign))
            return false;
        m_fenced = !m_fenced;
        m_sign = line.front();
        copyTo(end);
        return true;
    }

    bool code()
    {
        constexpr std::size_t MaxCode = 500;
        const std::size_t begin = std::min(m_text.find_first_not_of('`', m_at), m_text.size());
        const std::string mark(std::min<std::size_t>(begin - m_at, 8), '`');
        const std::size_t end = m_text.substr(begin, MaxCode).find(mark);
        copyTo(end == std::string_view::npos ? begin : begin + end + mark.size());
        return true;
    }

    std::size_t past(std::string_view mark) const
    {
        const std::size_t end = m_text.find(mark, m_at);
        return end == std::string_view::npos ? m_text.size() : end + mark.size();
    }

    bool tag()
    {
        constexpr std::size_t MaxTag = 1000;
        if (m_text.substr(m_at).starts_with("<!--")) {
            m_at = past("-->");
            return true;
        }
        const std::string_view rest = m_text.substr(m_at, MaxTag);
        const std::size_t nameAt = rest.starts_with("</") ? 2 : 1;
        const char first = nameAt < rest.size() ? static_cast<char>(rest[nameAt] | 0x20) : '\0';
        if (first < 'a' || first > 'z')
            return false;
        const std::size_t close = rest.find('>');
        if (close == std::string_view::npos || rest.substr(0, close).find("\n\n") != std::string_view::npos)
            return false;
        const std::string_view inside = rest.substr(1, close - 1);
        const std::size_t nameEnd = std::min(inside.find_first_of(" \t\n/", nameAt - 1), inside.size());
        const std::string name = base::lowerAscii(inside.substr(nameAt - 1, nameEnd - nameAt + 1));
        if (name.find_first_of(":@.") != std::string::npos) { // an address between angles
            m_out += inside;
        } else if (name == "script" || name == "style") {
            m_at = past(name == "script" ? "</script" : "</style");
            m_at = std::min(m_text.find('>', m_at), m_text.size() - 1) + 1;
            return true;
        } else if (std::find(std::begin(Blocks), std::end(Blocks), name) != std::end(Blocks)) {
            m_out += "\n\n";
        } else if (name == "br") {
            m_out += "\\\n";
        }
        m_at += close + 1;
        return true;
    }

    static constexpr std::string_view Blocks[]
        = {"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "blockquote",
            "pre", "section", "article", "figure", "figcaption", "details", "summary", "hr"};

    std::string_view m_text;
    std::string m_out;
    std::size_t m_at = 0;
    char m_sign = 0;
    bool m_fenced = false;
};

struct Line {
    std::string text;
    bool apart = false; // a heading, list item, row or code: does not join the line before
    bool closed = false; // a heading: a paragraph begins behind it
    bool ends = false; // the next line does not join it
};

Line cleanLine(std::string_view line)
{
    Line clean;
    clean.ends = line.ends_with("  ") || line.ends_with('\\');
    line = base::trimmed(line.ends_with('\\') ? line.substr(0, line.size() - 1) : line);
    while (line.starts_with('>'))
        line = base::trimmed(line.substr(1));
    if (const std::size_t mark = headingMark(line); mark > 0) {
        line = base::trimmed(line.substr(mark));
        line = line.substr(0, line.find_last_not_of('#') + 1);
        clean.apart = clean.closed = true;
    } else if (const std::size_t item = listMark(line); item > 0) {
        // The number of a numbered list is text.
        line = line[item - 2] == '.' || line[item - 2] == ')' ? line : line.substr(item);
        for (const std::string_view box : {"[ ] ", "[x] ", "[X] "})
            line = line.starts_with(box) ? line.substr(4) : line;
        clean.apart = true;
    } else if (line.size() > 2 && line.starts_with('|') && line.ends_with('|')) {
        line = line.substr(1, line.size() - 2);
        clean.apart = clean.ends = true;
    }
    if (!isTableRule(line) && !isDefinition(line))
        clean.text = base::collapsed(decodeReferences(markdownWords(line)));
    return clean;
}

// Collects title and body from the lines.
class Writer final {
public:
    explicit Writer(base::Article& article)
        : m_article(article)
        , m_named(!article.title.empty())
    {
        article.body.clear();
    }

    void blank() { m_blank = true; }

    void add(const Line& line, bool goesOn)
    {
        if (m_first) {
            m_first = false;
            const bool heading
                = line.closed && base::lowerAscii(line.text) == base::lowerAscii(m_article.title);
            if (m_named && heading)
                return;
            const bool title = line.closed || !goesOn || line.text.size() < WrappedLine;
            if (!m_named && title && line.text.size() <= LongTitle) {
                m_article.title = line.text;
                m_blank = true;
                return;
            }
        }
        std::string& body = m_article.body;
        if (!body.empty())
            body += m_blank ? "\n\n" : line.apart || m_ends ? "\n" : " ";
        body += line.text;
        m_blank = line.closed;
        m_ends = line.ends;
    }

private:
    base::Article& m_article;
    bool m_named; // by the header block
    bool m_first = true;
    bool m_blank = true;
    bool m_ends = false;
};

} // namespace

base::Article readMarkdownFile(std::string_view text)
{
    base::Article article;
    const std::string plain = withPlainLines(text);
    std::string_view rest = plain;
    takeFrontMatter(rest, article);
    const std::string summary = std::exchange(article.body, {});
    const std::string stripped = HtmlStripper(rest).run();
    Writer writer(article);
    std::size_t fence = 0;
    char sign = 0;
    std::string_view left = stripped;
    for (std::string_view whole; nextLine(left, whole);) {
        const std::string_view line = base::trimmed(whole);
        if (const std::size_t mark = fenceMark(line);
            fence == 0 ? mark > 0 : mark >= fence && line[0] == sign) {
            fence = fence == 0 ? mark : 0;
            sign = line.front();
            writer.blank();
            continue;
        }
        if (line.empty() || (fence == 0 && isRule(line))) {
            writer.blank();
            continue;
        }
        if (fence > 0) {
            writer.add({std::string(line), true, false, true}, true);
            continue;
        }
        Line clean = cleanLine(whole);
        std::string_view behind = left;
        std::string_view next;
        nextLine(behind, next);
        next = base::trimmed(next);
        if (isUnderline(next) && !clean.apart) {
            clean.apart = clean.closed = true;
            left = behind;
        }
        if (!clean.text.empty())
            writer.add(clean, !next.empty() && headingMark(next) == 0);
    }
    if (article.body.empty())
        article.body = summary;
    return article;
}

} // namespace ingest
