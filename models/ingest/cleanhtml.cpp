// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "cleanhtml.h"

#include <base/strings.h>
#include <ingest/htmltext.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace ingest {

namespace {

constexpr std::size_t MaxOpen = 200; // elements inside each other; deeper ones lose their tags
constexpr int MaxUnclosed = 32; // hidden elements without an end that are searched for one

constexpr std::array<std::string_view, 61> Kept{"a", "abbr", "acronym", "address", "article", "aside", "b",
    "bdi", "bdo", "big", "blockquote", "br", "caption", "center", "cite", "code", "col", "colgroup", "dd",
    "del", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp",
    "section", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"};
constexpr std::array<std::string_view, 10> AlsoKept{
    "dir", "font", "main", "nav", "strike", "summary", "tfoot", "time", "tt", "u"};
// Their content goes with them: it is not for reading.
constexpr std::array<std::string_view, 12> Dropped{"annotation", "annotation-xml", "frameset", "head",
    "noembed", "noframes", "script", "select", "style", "template", "textarea", "title"};
constexpr std::array<std::string_view, 6> Empty{"br", "col", "hr", "img", "source", "wbr"};
constexpr std::array<std::string_view, 13> KeptAttributes{"alt", "title", "width", "height", "colspan",
    "rowspan", "lang", "dir", "datetime", "start", "abbr", "scope", "align"};
constexpr std::array<std::string_view, 2> Addresses{"href", "cite"};

template <std::size_t N> bool has(const std::array<std::string_view, N>& list, std::string_view name)
{
    return std::find(list.begin(), list.end(), name) != list.end();
}

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
bool isLetter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

void appendEscaped(std::string& out, std::string_view text, bool inAttribute)
{
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += inAttribute ? "&quot;" : "\"";
            break;
        case '`': // some old readers take it for a quote
            out += inAttribute ? "&#96;" : "`";
            break;
        case '\0':
            break;
        default:
            out += c;
        }
    }
}

// Whether an image's attributes say that there is nothing to see of it: it counts readers.
bool isPixel(std::string_view attributes)
{
    for (const std::string_view size : {" width=\"0", " width=\"1", " height=\"0", " height=\"1"}) {
        const std::size_t at = attributes.find(size);
        const std::size_t end = at == std::string_view::npos ? at : at + size.size();
        if (end != std::string_view::npos
            && (attributes.substr(end, 1) == "\"" || attributes.substr(end, 2) == "px"))
            return true;
    }
    return false;
}

// The address to write, or empty when it is none to follow.
std::string safeAddress(std::string_view base, std::string_view raw)
{
    std::string bare; // what browsers read: control characters do not count
    for (const char c : decodeReferences(raw)) {
        if (static_cast<unsigned char>(c) > 0x20 && c != 0x7F)
            bare += c;
        else if (c == ' ' && !bare.empty())
            bare += "%20";
    }
    while (bare.ends_with("%20"))
        bare.resize(bare.size() - 3);
    if (bare.empty())
        return {};
    const std::string lower = base::lowerAscii(bare.substr(0, 8));
    if (lower.starts_with("mailto:"))
        return bare;
    if (bare.starts_with('#'))
        return bare;
    if (bare.find('\\') != std::string::npos)
        std::replace(bare.begin(), bare.end(), '\\', '/');
    std::string joined = absoluteUrl(base, bare);
    const std::string start = base::lowerAscii(std::string_view(joined).substr(0, 8));
    return start.starts_with("http://") || start.starts_with("https://")
        ? joined
        : std::string(); // relative to nothing leads nowhere
}

class Cleaner final {
public:
    Cleaner(std::string_view html, std::string_view base)
        : m_html(html)
        , m_base(base)
    {
        m_out.reserve(html.size());
    }

    std::string run()
    {
        while (m_at < m_html.size()) {
            const std::size_t next = std::min(m_html.find('<', m_at), m_html.size());
            text(m_html.substr(m_at, next - m_at));
            m_at = next;
            if (m_at < m_html.size())
                markup();
        }
        while (!m_open.empty())
            close();
        return std::string(base::trimmed(m_out));
    }

private:
    void text(std::string_view part) { appendEscaped(m_out, decodeReferences(part), false); }

    void skipTo(std::string_view mark)
    {
        const std::size_t end = m_html.find(mark, m_at);
        m_at = end == std::string_view::npos ? m_html.size() : end + mark.size();
    }

    // Where `mark` stands at or after `from`, or npos. A mark once missed is not looked for again, which
    // keeps hostile input linear.
    std::size_t seek(std::string_view mark, std::size_t from)
    {
        if (std::find(m_missed.begin(), m_missed.end(), mark) != m_missed.end())
            return std::string_view::npos;
        const std::size_t at = m_html.find(mark, from);
        if (at == std::string_view::npos)
            m_missed.emplace_back(mark);
        return at;
    }

    // Past the markup that begins here when it has an end; otherwise the sign alone is text.
    void skipOrWrite(std::string_view mark, std::size_t from)
    {
        const std::size_t end = seek(mark, from);
        if (end != std::string_view::npos) {
            m_at = end + mark.size();
            return;
        }
        m_out += "&lt;";
        ++m_at;
    }

    void markup()
    {
        const std::string_view rest = m_html.substr(m_at);
        const char next = rest.size() > 1 ? rest[1] : ' ';
        if (rest.starts_with("<!-->") || rest.starts_with("<!--->")) {
            skipTo(">"); // an empty comment to browsers
        } else if (rest.starts_with("<!--")) {
            skipOrWrite("-->", m_at + 4);
        } else if (rest.starts_with("<![CDATA[") && seek("]]>", m_at) != std::string_view::npos) {
            const std::size_t end = m_html.find("]]>", m_at);
            appendEscaped(m_out, m_html.substr(m_at + 9, end - m_at - 9), false);
            m_at = end + 3;
        } else if (next == '?'
            || (next == '!' && rest.size() > 2 && (isLetter(rest[2]) || rest[2] == '[' || rest[2] == '>'))) {
            skipOrWrite(">", m_at);
        } else if (next == '/' && rest.size() > 2 && isLetter(rest[2])
            && seek(">", m_at) != std::string_view::npos) {
            m_at += 2;
            endTag(name());
        } else if (next == '/' && rest.size() > 2 && !isLetter(rest[2])) {
            skipOrWrite(">", m_at);
        } else if (isLetter(next) && seek(">", m_at) != std::string_view::npos) {
            startTag();
        } else {
            m_out += "&lt;";
            ++m_at;
        }
    }

    // As browsers read it, up to white space, '/' or '>'; the local part in lower case.
    std::string name()
    {
        const std::size_t begin = m_at;
        while (m_at < m_html.size() && !isSpace(m_html[m_at]) && m_html[m_at] != '>' && m_html[m_at] != '/')
            ++m_at;
        std::string found = base::lowerAscii(m_html.substr(begin, m_at - begin));
        if (const std::size_t colon = found.rfind(':'); colon != std::string::npos)
            found.erase(0, colon + 1);
        std::erase(found, '\0');
        return found;
    }

    void close()
    {
        m_out += "</";
        m_out += m_open.back();
        m_out += '>';
        m_open.pop_back();
    }

    // An end tag says nothing after its name: where the next tag begins before it ends, its rest is text.
    void endOfEndTag()
    {
        const std::size_t stop = m_html.find_first_of("<>", m_at);
        if (stop == std::string_view::npos)
            return;
        if (m_html[stop] == '>')
            m_at = stop + 1;
    }

    void endTag(const std::string& tag)
    {
        endOfEndTag();
        if ((tag == "svg" || tag == "math") && m_drawing > 0)
            --m_drawing;
        const auto found = std::find(m_open.rbegin(), m_open.rend(), tag);
        if (found == m_open.rend())
            return;
        const auto keep = static_cast<std::size_t>(m_open.rend() - found) - 1;
        while (m_open.size() > keep)
            close();
    }

    void startTag()
    {
        const std::size_t begin = m_at++;
        const std::string tag = name();
        std::string attributes;
        bool closed = false;
        readAttributes(attributes, closed);
        if (m_html[m_at - 1] != '>' && m_endless < MaxUnclosed) { // its ends were all in quotes: words
            ++m_endless;
            m_out += "&lt;";
            m_at = begin + 1;
            return;
        }
        if (tag == "svg" || tag == "math") {
            m_drawing += closed ? 0 : 1;
            return;
        }
        // A drawing's title is its caption, and a formula's signs stand close.
        if (m_drawing > 0 && tag != "script" && tag != "style" && !tag.starts_with("annotation")
            && !has(Kept, tag))
            return;
        if (has(Dropped, tag)) {
            if (!closed || tag == "script" || tag == "style")
                skipContent(tag);
            return;
        }
        if (!has(Kept, tag) && !has(AlsoKept, tag)) {
            m_out += ' ';
            return;
        }
        const bool empty = has(Empty, tag);
        if (tag == "img" && isPixel(attributes))
            return;
        if (!empty && m_open.size() >= MaxOpen)
            return;
        m_out += '<';
        m_out += tag;
        m_out += attributes;
        m_out += '>';
        if (!empty)
            m_open.push_back(tag);
        if (!empty && closed && tag != "p" && tag != "div" && tag != "li")
            close();
    }

    void skipContent(const std::string& tag)
    {
        if (m_unclosed >= MaxUnclosed)
            return;
        const bool nests = tag == "template";
        int depth = 1;
        for (std::size_t at = m_html.find('<', m_at); at != std::string_view::npos;
             at = m_html.find('<', at + 1)) {
            const bool ending = at + 1 < m_html.size() && m_html[at + 1] == '/';
            if (!sameName(at + (ending ? 2 : 1), tag))
                continue;
            depth += ending ? -1 : nests ? 1 : 0;
            if (depth == 0) {
                m_at = at + 2 + tag.size();
                endOfEndTag();
                return;
            }
        }
        // Never closed: the tag alone goes, so that one broken tag does not hide the article.
        ++m_unclosed;
    }

    bool sameName(std::size_t at, std::string_view tag) const
    {
        if (at + tag.size() > m_html.size())
            return false;
        for (std::size_t i = 0; i < tag.size(); ++i) {
            if (std::tolower(static_cast<unsigned char>(m_html[at + i])) != tag[i])
                return false;
        }
        const std::size_t end = at + tag.size();
        return end == m_html.size() || isSpace(m_html[end]) || m_html[end] == '>' || m_html[end] == '/';
    }

    // Reads up to the tag's end and collects what may stay.
    void readAttributes(std::string& out, bool& closed)
    {
        std::vector<std::string> seen;
        while (m_at < m_html.size()) {
            const char c = m_html[m_at];
            if (c == '>') {
                ++m_at;
                return;
            }
            if (c == '/' && m_at + 1 < m_html.size() && m_html[m_at + 1] == '>')
                closed = true;
            if (isSpace(c) || c == '/') {
                ++m_at;
                continue;
            }
            const std::size_t begin = m_at++;
            while (m_at < m_html.size() && !isSpace(m_html[m_at]) && m_html[m_at] != '='
                && m_html[m_at] != '>' && m_html[m_at] != '/')
                ++m_at;
            const std::string key
                = base::lowerAscii(m_html.substr(begin, std::min<std::size_t>(m_at - begin, 40)));
            std::size_t after = m_at;
            while (after < m_html.size() && isSpace(m_html[after]))
                ++after;
            std::string_view value;
            if (after < m_html.size() && m_html[after] == '=') {
                m_at = after + 1;
                value = readValue();
            }
            if (seen.size() < 40 && std::find(seen.begin(), seen.end(), key) == seen.end()) {
                keep(key, value, out);
                seen.push_back(key);
            }
        }
    }

    std::string_view readValue()
    {
        while (m_at < m_html.size() && isSpace(m_html[m_at]))
            ++m_at;
        if (m_at < m_html.size() && (m_html[m_at] == '"' || m_html[m_at] == '\'')) {
            const std::size_t end = seek(m_html.substr(m_at, 1), m_at + 1);
            if (end != std::string_view::npos) {
                const std::string_view value = m_html.substr(m_at + 1, end - m_at - 1);
                m_at = end + 1;
                return value;
            }
            ++m_at; // nobody closes the quote: the value ends with the tag
        }
        const std::size_t begin = m_at;
        while (m_at < m_html.size() && !isSpace(m_html[m_at]) && m_html[m_at] != '>')
            ++m_at;
        return m_html.substr(begin, m_at - begin);
    }

    void keep(const std::string& key, std::string_view value, std::string& out) const
    {
        std::string written;
        if (has(Addresses, key)) {
            written = safeAddress(m_base, value);
            if (written.empty())
                return;
        } else if (has(KeptAttributes, key)) {
            written = decodeReferences(value);
        } else {
            return;
        }
        out += ' ';
        out += key;
        out += "=\"";
        appendEscaped(out, written, true);
        out += '"';
    }

    std::string_view m_html;
    std::string_view m_base;
    std::size_t m_at = 0;
    std::string m_out;
    std::vector<std::string> m_open;
    std::vector<std::string> m_missed;
    int m_unclosed = 0;
    int m_endless = 0;
    int m_drawing = 0; // drawings and formulas around
};

} // namespace

std::string cleanHtml(std::string_view html, std::string_view base)
{
    if (html.find_first_of("<&") == std::string_view::npos) {
        std::string out;
        appendEscaped(out, html, false);
        return std::string(base::trimmed(out));
    }
    return Cleaner(html, base).run();
}

} // namespace ingest
