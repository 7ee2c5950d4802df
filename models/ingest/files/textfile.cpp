// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "textfile.h"

#include <base/strings.h>

#include <algorithm>
#include <vector>

namespace ingest {

namespace {

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

// "[text](address)" → text; "![alt](address)" → nothing.
std::string withoutLinks(std::string_view line)
{
    std::string out;
    while (!line.empty()) {
        const std::size_t open = line.find('[');
        const std::size_t middle = open == std::string_view::npos ? open : line.find("](", open);
        const std::size_t close = middle == std::string_view::npos ? middle : line.find(')', middle);
        if (close == std::string_view::npos)
            break;
        const bool image = open > 0 && line[open - 1] == '!';
        out += line.substr(0, image ? open - 1 : open);
        if (!image)
            out += line.substr(open + 1, middle - open - 1);
        line.remove_prefix(close + 1);
    }
    return out.append(line);
}

bool isWordByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z');
}

// Marks of emphasis and code; a star or underscore between spaces or inside a word stays.
std::string withoutEmphasis(const std::string& line)
{
    std::string out;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char c = line[at];
        if (c == '\\' && at + 1 < line.size()
            && std::string_view("*_`#[]()~>-+.!\\").find(line[at + 1]) != std::string_view::npos) {
            out += line[++at];
            continue;
        }
        if (c == '`')
            continue;
        if (c == '*' || c == '_' || c == '~') {
            std::size_t end = at;
            while (end < line.size() && line[end] == c)
                ++end;
            const bool before = at > 0 && isWordByte(line[at - 1]);
            const bool after = end < line.size() && isWordByte(line[end]);
            const bool spaceBefore = at == 0 || line[at - 1] == ' ';
            const bool spaceAfter = end == line.size() || line[end] == ' ';
            const bool mark = c == '~' ? end - at == 2
                                       : end - at <= 3 && !(before && after) && !(spaceBefore && spaceAfter);
            if (!mark)
                out.append(end - at, c);
            at = end - 1;
            continue;
        }
        out += c;
    }
    return out;
}

struct Line {
    std::string text;
    bool apart = false; // a heading or list item: does not join the line before
    bool closed = false; // a heading: the next line does not join it
};

Line cleanLine(std::string_view line, bool markdown)
{
    Line clean;
    line = base::trimmed(line);
    if (markdown) {
        while (line.starts_with('>'))
            line = base::trimmed(line.substr(1));
        if (const std::size_t mark = headingMark(line); mark > 0) {
            line = base::trimmed(line.substr(mark));
            line = line.substr(0, line.find_last_not_of('#') + 1);
            clean.apart = clean.closed = true;
        } else if (const std::size_t item = listMark(line); item > 0) {
            // The number of a numbered list is text.
            line = line[item - 2] == '.' || line[item - 2] == ')' ? line : line.substr(item);
            clean.apart = true;
        }
        if (consistsOf(line, "|-: ") && line.find("--") != std::string_view::npos)
            line = {};
        clean.text = base::collapsed(withoutEmphasis(withoutLinks(line)));
    } else {
        clean.text = base::collapsed(line);
    }
    return clean;
}

// Underlines of titles and rules between sections carry no words.
bool isRule(std::string_view line)
{
    line = base::trimmed(line);
    return line.size() >= 3
        && (consistsOf(line, "=") || consistsOf(line, "-") || consistsOf(line, "* ")
            || consistsOf(line, "_"));
}

} // namespace

base::Article readTextFile(std::string_view text, bool markdown)
{
    base::Article article;
    std::string whole(text);
    base::replaceAll(whole, "\r\n", "\n");
    std::replace(whole.begin(), whole.end(), '\r', '\n');
    bool blank = true;
    bool joins = false;
    bool fenced = false;
    bool front = markdown && base::startsWith(whole, "---\n"); // the header block some tools write
    bool firstLine = true;
    for (const std::string_view line : base::split(whole, '\n')) {
        if (front) {
            front = firstLine || base::trimmed(line) != "---";
            firstLine = false;
            if (!front)
                continue;
            if (const std::string_view title = base::trimmed(line);
                article.title.empty() && title.starts_with("title:")) {
                article.title = base::collapsed(title.substr(6));
                std::erase(article.title, '"');
            }
            continue;
        }
        if (markdown && base::trimmed(line).starts_with("```")) {
            fenced = !fenced;
            continue;
        }
        const Line clean = isRule(line) ? Line{} : cleanLine(line, markdown && !fenced);
        if (clean.text.empty()) {
            blank = true;
            continue;
        }
        if (article.title.empty()) {
            article.title = clean.text;
            blank = true;
            continue;
        }
        if (!article.body.empty())
            article.body += blank ? "\n\n" : clean.apart || !joins ? "\n" : " ";
        article.body += clean.text;
        blank = clean.closed;
        joins = true;
    }
    return article;
}

} // namespace ingest
