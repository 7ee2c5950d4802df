// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <base/strings.h>
#include <ingest/files/markdownfile.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace ingest {

namespace {

constexpr int MaxDepth = 6; // links' words inside links' words

bool isWordByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z');
}

class Words final {
public:
    explicit Words(std::string_view line)
        : m_line(line)
        , m_partner(line.size(), 0)
    {
        // Brackets find their partners in one pass, so that a line of brackets is read as fast as any.
        std::vector<std::size_t> square;
        std::vector<std::size_t> round;
        for (std::size_t at = 0; at < line.size(); ++at) {
            const char c = line[at];
            if (c == '\\') {
                ++at;
            } else if (c == '[' || c == '(') {
                (c == '[' ? square : round).push_back(at);
            } else if (c == ']' || c == ')') {
                std::vector<std::size_t>& open = c == ']' ? square : round;
                if (!open.empty()) {
                    m_partner[open.back()] = at;
                    open.pop_back();
                }
            }
        }
    }

    std::string run()
    {
        read(0, m_line.size(), 0);
        return std::move(m_out);
    }

private:
    void read(std::size_t at, std::size_t end, int depth)
    {
        while (at < end) {
            const char c = m_line[at];
            if (c == '\\' && at + 1 < end
                && std::string_view("\\`*_{}[]()<>#+-.!|~$\"'&:").find(m_line[at + 1])
                    != std::string_view::npos) {
                m_out += m_line[at + 1];
                at += 2;
            } else if (c == '`') {
                at = code(at, end);
            } else if (c == '[' || (c == '!' && at + 1 < end && m_line[at + 1] == '[')) {
                at = link(at, end, depth);
            } else if (c == '*' || c == '_' || c == '~') {
                at = emphasis(at, end);
            } else {
                m_out += c;
                ++at;
            }
        }
    }

    // What stands between equal runs of ` is text as it is; a run alone goes.
    std::size_t code(std::size_t at, std::size_t end)
    {
        const std::size_t begin = std::min(m_line.find_first_not_of('`', at), end);
        const std::size_t run = begin - at;
        const std::string mark(std::min<std::size_t>(run, 8), '`');
        const std::size_t close = run >= m_noCode ? std::string_view::npos : m_line.find(mark, begin);
        if (close == std::string_view::npos || close >= end) {
            if (close == std::string_view::npos)
                m_noCode = std::min(m_noCode, run); // a longer run will not be found either
            return begin;
        }
        m_out += base::trimmed(m_line.substr(begin, close - begin));
        return std::min(m_line.find_first_not_of('`', close), m_line.size());
    }

    std::size_t link(std::size_t at, std::size_t end, int depth)
    {
        const bool image = m_line[at] == '!';
        const std::size_t open = image ? at + 1 : at;
        const std::size_t close = m_partner[open];
        if (close == 0 || close >= end) {
            m_out += m_line[at];
            return at + 1;
        }
        if (m_line[open + 1] == '^') // a footnote's number; its colon where the note stands
            return close + 1 < end && m_line[close + 1] == ':' ? close + 2 : close + 1;
        const char next = close + 1 < end ? m_line[close + 1] : '\0';
        const std::size_t last = next == '(' || next == '[' ? m_partner[close + 1] : 0;
        if (last == 0 || last >= end) { // brackets that are text
            if (image)
                return close + 1;
            m_out += '[';
            if (depth < MaxDepth)
                read(open + 1, close, depth + 1);
            m_out += ']';
            return close + 1;
        }
        if (!image && depth < MaxDepth)
            read(open + 1, close, depth + 1);
        return last + 1;
    }

    // A star or underscore between spaces or inside a word stays.
    std::size_t emphasis(std::size_t at, std::size_t end)
    {
        const char c = m_line[at];
        const std::size_t after = std::min(m_line.find_first_not_of(c, at), end);
        const std::size_t run = after - at;
        const bool before = at > 0 && isWordByte(m_line[at - 1]);
        const bool behind = after < end && isWordByte(m_line[after]);
        const bool spaceBefore = at == 0 || m_line[at - 1] == ' ';
        const bool spaceBehind = after == m_line.size() || m_line[after] == ' ';
        const bool inside = before && behind && (c == '_' || run == 1);
        const bool mark = c == '~' ? run == 2 : run <= 3 && !inside && !(spaceBefore && spaceBehind);
        if (!mark)
            m_out.append(run, c);
        return after;
    }

    std::string_view m_line;
    std::vector<std::size_t> m_partner; // of an opening bracket: its closing one; 0 for none
    std::string m_out;
    std::size_t m_noCode = std::string_view::npos; // the shortest run of ` known to have no partner
};

} // namespace

std::string markdownWords(std::string_view line)
{
    constexpr std::size_t MaxLine = 1U << 20; // nobody writes a longer one by hand
    return line.size() > MaxLine ? std::string(line) : Words(line).run();
}

} // namespace ingest
