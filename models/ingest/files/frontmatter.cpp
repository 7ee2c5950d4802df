// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <base/strings.h>
#include <ingest/files/markdownfile.h>
#include <ingest/files/partnames.h>

#include <algorithm>
#include <vector>

namespace ingest {

namespace {

constexpr std::size_t MaxLines = 500; // of a header block

struct Entry {
    std::string key;
    std::vector<std::string> values;
    bool open = false; // its value may go on below
};

std::string unquoted(std::string_view value)
{
    value = base::trimmed(value);
    if (value.size() >= 2 && value.front() == '\'' && value.back() == '\'') {
        std::string text(value.substr(1, value.size() - 2));
        base::replaceAll(text, "''", "'");
        return text;
    }
    if (value.size() < 2 || value.front() != '"' || value.back() != '"')
        return std::string(value);
    std::string text;
    value = value.substr(1, value.size() - 2);
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (value[at] == '\\' && at + 1 < value.size())
            text += value[++at] == 'n' ? ' ' : value[at];
        else
            text += value[at];
    }
    return text;
}

// A value of one line without its comment.
std::string_view withoutComment(std::string_view value)
{
    if (value.starts_with('"') || value.starts_with('\'')) {
        const std::size_t end = value.find(std::string{value.front(), ' ', '#'}, 1);
        return end == std::string_view::npos ? value : value.substr(0, end + 1);
    }
    return value.substr(0, value.find(" #"));
}

// "[a, 'b, c']" by its commas outside quotes.
std::vector<std::string> listed(std::string_view value)
{
    std::vector<std::string> items;
    std::size_t begin = 0;
    char quote = 0;
    for (std::size_t at = 0; at <= value.size(); ++at) {
        const char c = at < value.size() ? value[at] : ',';
        if (quote != 0 && at < value.size()) {
            quote = c == quote ? '\0' : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == ',') {
            if (std::string item = unquoted(value.substr(begin, at - begin)); !item.empty())
                items.push_back(std::move(item));
            begin = at + 1;
        }
    }
    return items;
}

bool isIndented(std::string_view line) { return line.starts_with(' ') || line.starts_with('\t'); }

// What stands below a key: a list, "name: …" of a person, or text over lines.
void takeBelow(std::string_view line, Entry& entry, bool text)
{
    line = base::trimmed(line);
    if (line.empty())
        return;
    if (!text && (line.starts_with("- ") || line == "-")) {
        line = base::trimmed(line.substr(1));
        if (line.starts_with("name:"))
            line = line.substr(5);
        entry.values.push_back(unquoted(withoutComment(base::trimmed(line))));
    } else if (!text && line.starts_with("name:")) {
        entry.values.push_back(unquoted(withoutComment(base::trimmed(line.substr(5)))));
    } else if (text || entry.open) {
        if (entry.values.empty())
            entry.values.emplace_back();
        entry.values.back().append(entry.values.back().empty() ? "" : " ").append(line);
    }
}

// "tags = [" whose end stands on a line below.
bool isOpenList(std::string_view line, char sign)
{
    const std::size_t at = line.find(sign);
    const std::string_view value = at == std::string_view::npos ? line : base::trimmed(line.substr(at + 1));
    return !isIndented(line) && value.starts_with('[') && value.find(']') == std::string_view::npos;
}

// A line "key: value"; `text` becomes whether the lines below it are its text.
void add(std::string_view line, std::vector<Entry>& entries, char sign, bool& text)
{
    const std::size_t at = line.find(sign);
    if (at == std::string_view::npos || line.starts_with('#'))
        return;
    const std::string_view value = withoutComment(base::trimmed(line.substr(at + 1)));
    Entry entry{unquoted(line.substr(0, at)), {}, false};
    text = value.starts_with('|') || value.starts_with('>');
    if (value.starts_with('[') && value.ends_with(']'))
        entry.values = listed(value.substr(1, value.size() - 2));
    else if (!text && !value.empty())
        entry.values.push_back(unquoted(value));
    entry.open = entry.values.size() == 1 && !value.starts_with('[');
    entries.push_back(std::move(entry));
}

std::vector<Entry> entriesOf(const std::vector<std::string_view>& lines, char sign)
{
    std::vector<Entry> entries;
    bool text = false;
    std::string joined; // "key = [" and the lines up to its end
    for (const std::string_view line : lines) {
        if (!joined.empty() || isOpenList(line, sign)) {
            joined.append(joined.empty() ? line : base::trimmed(line)).append(1, ' ');
            if (!base::trimmed(line).ends_with(']'))
                continue;
            joined.pop_back();
            add(joined, entries, sign, text);
            joined.clear();
            continue;
        }
        const bool item = line.starts_with("- ") && sign == ':';
        if (isIndented(line) || item) {
            if (!entries.empty())
                takeBelow(line, entries.back(), text);
            continue;
        }
        add(line, entries, sign, text);
    }
    return entries;
}

void take(const std::vector<Entry>& entries, base::Article& article)
{
    std::vector<std::pair<NamedPart, const Entry*>> named;
    for (const Entry& entry : entries)
        named.emplace_back(partNamed(entry.key), &entry);
    std::stable_sort(
        named.begin(), named.end(), [](const auto& a, const auto& b) { return a.first.rank < b.first.rank; });
    for (const auto& [name, entry] : named) {
        if (name.part == Part::Categories) {
            for (const std::string& value : entry->values)
                setPart(article, name.part, value);
        } else if (name.part != Part::None && name.part != Part::Body) {
            setPart(article, name.part, base::join(entry->values, ", "));
        }
    }
}

} // namespace

void takeFrontMatter(std::string_view& text, base::Article& article)
{
    const bool toml = text.starts_with("+++\n");
    if (!toml && !text.starts_with("---\n"))
        return;
    std::vector<std::string_view> lines;
    std::size_t at = 4;
    while (at < text.size() && lines.size() < MaxLines) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        const std::string_view plain = base::trimmed(line);
        at = std::min(end + 1, text.size());
        if (plain == (toml ? "+++" : "---") || (!toml && plain == "...")) {
            const std::vector<Entry> entries = entriesOf(lines, toml ? '=' : ':');
            if (entries.empty()) // a rule, and words up to the next
                return;
            take(entries, article);
            text.remove_prefix(at);
            return;
        }
        lines.push_back(line);
    }
}

} // namespace ingest
