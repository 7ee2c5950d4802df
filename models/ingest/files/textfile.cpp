// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "textfile.h"

#include <base/strings.h>
#include <ingest/files/paragraphs.h>
#include <ingest/files/partnames.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace ingest {

namespace {

constexpr std::size_t LongTitle = 300; // bytes
constexpr std::size_t MaxHead = 16; // lines "Name: value" at the start
constexpr std::size_t MaxName = 24;

using Lines = std::vector<std::string_view>;

struct Head {
    std::vector<std::pair<Part, std::string>> parts;
    std::size_t end = 0; // the first line behind it
    bool body = false; // its last part is "Text: …", which begins the body
};

// The lines "Name: value" from `at`, up to a blank line. An indented line continues the one above it.
Head headAt(const Lines& lines, std::size_t at)
{
    Head head;
    head.end = at;
    while (head.end < lines.size() && head.end < at + MaxHead) {
        const std::string_view line = lines[head.end];
        if (base::trimmed(line).empty())
            break;
        if ((line.front() == ' ' || line.front() == '\t') && !head.parts.empty()) {
            head.parts.back().second.append(1, ' ').append(base::trimmed(line));
            ++head.end;
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0 || colon > MaxName)
            break;
        const NamedPart named = partNamed(line.substr(0, colon));
        if (named.part == Part::None || named.part == Part::Summary || named.rank > 1)
            break;
        head.parts.emplace_back(named.part, base::trimmed(line.substr(colon + 1)));
        ++head.end;
        if (named.part == Part::Body) {
            head.body = true;
            break;
        }
    }
    return head;
}

bool names(const Head& head, Part part)
{
    return std::any_of(
        head.parts.begin(), head.parts.end(), [&](const auto& one) { return one.first == part; });
}

std::size_t nextWords(const Lines& lines, std::size_t at)
{
    while (at < lines.size() && (base::trimmed(lines[at]).empty() || isRule(lines[at])))
        ++at;
    return at;
}

} // namespace

base::Article readTextFile(std::string_view text)
{
    base::Article article;
    std::string plain = withPlainLines(text);
    base::replaceAll(plain, "\f", "\n\n");
    // Only the first lines can be a head or a title; the rest is text.
    Lines lines;
    std::string_view rest = plain;
    bool words = false;
    for (std::string_view line; lines.size() < MaxHead * 4 && nextLine(rest, line);) {
        words = words || !base::trimmed(line).empty();
        if (words)
            lines.push_back(line);
    }
    std::size_t at = nextWords(lines, 0);
    std::string body;
    const auto take = [&](const Head& head) {
        for (const auto& [part, value] : head.parts) {
            if (part == Part::Body)
                body = value + '\n';
            else
                setPart(article, part, value);
        }
        at = head.end;
    };
    if (const Head head = headAt(lines, at); head.parts.size() >= 2 || names(head, Part::Title))
        take(head);
    if (article.title.empty() && body.empty()) {
        at = nextWords(lines, at);
        if (at < lines.size() && base::trimmed(lines[at]).size() <= LongTitle) {
            article.title = base::collapsed(lines[at]);
            const Head under = headAt(lines, nextWords(lines, ++at));
            const bool apart = under.end == lines.size() || base::trimmed(lines[under.end]).empty();
            if (under.parts.size() >= 2 && !names(under, Part::Title) && (apart || under.body))
                take(under);
        }
    }
    for (; at < lines.size(); ++at)
        body.append(lines[at]).append(1, '\n');
    body += rest;
    article.body = paragraphsOf(body);
    return article;
}

} // namespace ingest
