// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "textfile.h"

#include <base/strings.h>

#include <algorithm>

namespace ingest {

namespace {

std::string withoutMarks(std::string_view line)
{
    line = base::trimmed(line);
    while (line.starts_with('#') || line.starts_with('>'))
        line = base::trimmed(line.substr(1));
    if (line.starts_with("- ") || line.starts_with("* "))
        line = base::trimmed(line.substr(2));
    std::string out(line);
    for (const std::string_view mark : {"**", "__", "`"})
        base::replaceAll(out, mark, "");
    // [text](address) → text
    for (std::size_t open = out.find('['); open != std::string::npos; open = out.find('[', open + 1)) {
        const std::size_t middle = out.find("](", open);
        const std::size_t close = middle == std::string::npos ? middle : out.find(')', middle);
        if (close == std::string::npos)
            break;
        out = out.substr(0, open) + out.substr(open + 1, middle - open - 1) + out.substr(close + 1);
    }
    return out;
}

// Wrapped text has many lines of about one length inside its paragraphs.
bool isWrapped(const std::vector<std::string_view>& lines)
{
    std::size_t inner = 0;
    std::size_t full = 0;
    for (std::size_t at = 0; at + 1 < lines.size(); ++at) {
        if (base::trimmed(lines[at]).empty() || base::trimmed(lines[at + 1]).empty())
            continue;
        ++inner;
        full += lines[at].size() >= 50 && lines[at].size() <= 100 ? 1 : 0;
    }
    return inner >= 2 && full * 3 >= inner * 2;
}

} // namespace

base::Article readTextFile(std::string_view text, bool markdown)
{
    base::Article article;
    std::vector<std::string_view> lines = base::split(text, '\n');
    for (std::string_view& line : lines) {
        if (line.ends_with('\r'))
            line.remove_suffix(1);
    }
    auto first = std::find_if(lines.begin(), lines.end(), [](std::string_view line) { return !base::trimmed(line).empty(); });
    if (first == lines.end())
        return article;
    article.title = markdown ? withoutMarks(*first) : std::string(base::trimmed(*first));
    const std::vector<std::string_view> rest(std::next(first), lines.end());
    const bool wrapped = isWrapped(rest);
    bool blank = true;
    for (const std::string_view line : rest) {
        const std::string clean = markdown ? withoutMarks(line) : std::string(base::trimmed(line));
        if (clean.empty()) {
            blank = true;
            continue;
        }
        if (!article.body.empty())
            article.body += blank ? "\n\n" : wrapped ? " " : "\n";
        article.body += clean;
        blank = false;
    }
    return article;
}

} // namespace ingest
