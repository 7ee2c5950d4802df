// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "recordfile.h"

#include <base/strings.h>
#include <ingest/files/jsontext.h>
#include <ingest/files/recordshape.h>

#include <algorithm>
#include <cmath>

namespace ingest {

namespace {

using Json = nlohmann::json;

constexpr std::size_t MaxWarnings = 100;
constexpr std::size_t MaxRecords = 1000000;

// Where an object keeps its words, in order.
constexpr const char* TextNames[]
    = {"name", "title", "rendered", "main", "text", "value", "content", "body", "plain", "original", "label",
        "display_name", "#text", "$t", "_text", "$date", "$oid", "$numberLong", "href", "url", "html"};

// Objects of a record that carry its parts one level down.
constexpr const char* InnerNames[] = {"attributes", "_source", "fields", "article", "item", "document",
    "node", "story", "data", "properties", "metadata", "meta", "content", "news", "post"};

std::string numberText(const Json& value)
{
    if (!value.is_number_float())
        return value.dump();
    const double number = value.get<double>(); // Unix time with a fraction
    const bool whole = std::abs(number) < 9e15;
    return whole ? std::to_string(static_cast<long long>(std::floor(number))) : value.dump();
}

// A value's words; those of a list are joined by `separator`.
std::string valueText(const Json& value, const char* separator, int depth = 0)
{
    if (value.is_string())
        return base::repairedUtf8(value.get_ref<const std::string&>());
    if (value.is_number())
        return numberText(value);
    if (depth > 3)
        return {};
    if (value.is_object()) {
        for (const char* name : TextNames) {
            if (const auto it = value.find(name); it != value.end()) {
                if (std::string text = valueText(*it, separator, depth + 1); !text.empty())
                    return text;
            }
        }
        std::string first; // a person in two parts
        for (const char* name : {"first_name", "firstname", "given", "last_name", "lastname", "family"}) {
            if (const auto it = value.find(name); it != value.end() && it->is_string())
                first += (first.empty() ? "" : " ") + valueText(*it, separator, depth + 1);
        }
        return first;
    }
    std::string all;
    if (value.is_array()) {
        for (const Json& one : value) {
            const std::string text = valueText(one, separator, depth + 1);
            if (!text.empty())
                all += (all.empty() ? "" : separator) + text;
        }
    }
    return all;
}

void setValue(base::Article& article, Part part, const Json& value)
{
    // A number there is a key of the service's own tables.
    const bool number
        = value.is_number() || (value.is_array() && !value.empty() && value.front().is_number());
    if (number && part != Part::Published && part != Part::Id)
        return;
    const bool list = value.is_array();
    if (list && (part == Part::Categories || part == Part::Url || part == Part::Published)) {
        for (const Json& one : value)
            setPart(article, part, valueText(one, ", "));
    } else if (part == Part::Categories && value.is_object()) {
        setPart(article, part, valueText(value, ";"));
    } else {
        setPart(article, part, valueText(value, part == Part::Body ? "\n\n" : ", "));
    }
}

// Whether a service sent only the beginning of a body; its own mark of that ("[+812 chars]") is taken off.
bool wasCut(std::string& body)
{
    if (const std::size_t mark = body.rfind("[+");
        mark != std::string::npos && body.ends_with("chars]") && body.size() - mark < 20)
        body.resize(base::trimmed(std::string_view(body).substr(0, mark)).size());
    return body.ends_with("\u2026") || body.ends_with("...");
}

struct Field {
    NamedPart named;
    const Json* value;
};

void collect(const Json& object, std::vector<Field>& fields, int level)
{
    const std::size_t begin = fields.size();
    for (const auto& [name, value] : object.items()) {
        NamedPart named = partNamed(name);
        if (named.part == Part::None || value.is_null() || value.is_boolean())
            continue;
        named.rank += level * 10; // the record's own words go before those one level down
        fields.push_back({named, &value});
    }
    std::stable_sort(fields.begin() + static_cast<std::ptrdiff_t>(begin), fields.end(),
        [](const Field& a, const Field& b) { return a.named.rank < b.named.rank; });
}

void collectInner(const Json& object, std::vector<Field>& fields, int level)
{
    constexpr int MaxLevels = 2;
    for (const char* name : InnerNames) {
        if (const auto it = object.find(name); it != object.end() && it->is_object()) {
            collect(*it, fields, level);
            if (level < MaxLevels)
                collectInner(*it, fields, level + 1);
        }
    }
}

bool addRecord(const Json& object, RecordList& list)
{
    std::vector<Field> fields;
    collect(object, fields, 0);
    collectInner(object, fields, 1);
    base::Article article;
    // Summaries stand in only where there is no body, or less of one: last.
    for (const bool summary : {false, true}) {
        int bodyRank = -1;
        for (const Field& field : fields) {
            if ((field.named.part == Part::Summary) != summary)
                continue;
            // Of several bodies of one rank the longest stays; a worse rank only stands in for none.
            if (field.named.part == Part::Body) {
                if (bodyRank >= 0 && field.named.rank > bodyRank)
                    continue;
                setValue(article, Part::Body, *field.value);
                bodyRank = article.body.empty() ? bodyRank : field.named.rank;
            } else {
                if (summary && wasCut(article.body)) {
                    base::Article whole;
                    setValue(whole, Part::Summary, *field.value);
                    if (whole.body.size() > article.body.size())
                        article.body = std::move(whole.body);
                }
                setValue(article, field.named.part, *field.value);
            }
        }
    }
    if (article.title.empty() && article.body.empty())
        return false;
    addArticle(list, std::move(article));
    return true;
}

// A list of headlines is a list of words alone.
bool addHeadline(const Json& words, RecordList& list)
{
    base::Article article;
    setPart(article, Part::Title, valueText(words, " "));
    if (article.title.find(' ') == std::string::npos)
        return false;
    addArticle(list, std::move(article));
    return true;
}

void addArray(const Json& array, RecordList& list)
{
    std::size_t number = 0;
    for (const Json& item : array) {
        ++number;
        if (!(item.is_string() ? addHeadline(item, list) : item.is_object() && addRecord(item, list)))
            leaveOut(list, "record " + std::to_string(number) + " has neither title nor body");
    }
}

void addRoot(const Json& root, RecordList& list)
{
    if (!root.is_array() && !root.is_object()) {
        leaveOut(list, "a value alone is no record");
        return;
    }
    JsonRecords records;
    findRecords(root, records);
    const std::size_t before = list.articles.size();
    if (records.array != nullptr)
        addArray(*records.array, list);
    else if (!addRecord(root, list))
        leaveOut(list, "the object has neither title nor body");
    for (std::size_t at = before; at < list.articles.size(); ++at) {
        if (list.articles[at].source.empty())
            list.articles[at].source = records.source;
    }
}

// Whether each line is a value of its own: most lines are whole objects by their first and last sign.
bool isLines(std::string_view text)
{
    constexpr std::size_t MaxLines = 1000;
    std::size_t lines = 0;
    std::size_t whole = 0;
    while (!text.empty() && lines < MaxLines) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = base::trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        lines += line.empty() ? 0 : 1;
        whole += line.starts_with('{') && line.ends_with('}') ? 1 : 0;
    }
    return whole > 0 && whole * 2 > lines;
}

void addLines(std::string_view text, RecordList& list)
{
    std::size_t number = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = base::trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (line.starts_with('\x1E')) // the mark of JSON text sequences
            line = base::trimmed(line.substr(1));
        if (line.empty())
            continue;
        const std::string place = "line " + std::to_string(number);
        const Json object = parseJson(line);
        if (object.is_discarded())
            leaveOut(list, place + " is not valid JSON");
        else if (!object.is_object() || !addRecord(object, list))
            leaveOut(list, place + " has neither title nor body");
    }
}

// Values one after the other without commas between: the texts of each, by their brackets.
std::vector<std::string_view> valuesIn(std::string_view text)
{
    std::vector<std::string_view> values;
    std::size_t begin = 0;
    int depth = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted) {
            if (c == '\\')
                ++at;
            else if (c == '"')
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            begin = depth == 0 ? at : begin;
            ++depth;
        } else if (c == '}' || c == ']') {
            if (--depth < 0)
                return {};
            if (depth == 0)
                values.push_back(text.substr(begin, at + 1 - begin));
        } else if (depth == 0 && std::string_view(" \t\r\n\x1E").find(c) == std::string_view::npos) {
            return {};
        }
    }
    return depth == 0 ? values : std::vector<std::string_view>{};
}

} // namespace

void addArticle(RecordList& list, base::Article article)
{
    if (!list.articles.empty()) {
        const base::Article& last = list.articles.back();
        if (last.title == article.title && last.body == article.body && last.url == article.url
            && last.guid == article.guid) {
            ++list.repeats;
            return;
        }
    }
    if (list.articles.size() == MaxRecords)
        ++list.beyond;
    else
        list.articles.push_back(std::move(article));
}

void leaveOut(RecordList& list, std::string reason)
{
    if (list.warnings.size() < MaxWarnings)
        list.warnings.push_back(std::move(reason));
    else
        ++list.unread;
}

base::Result<RecordList> closed(RecordList list, const std::string& none)
{
    if (list.articles.empty())
        return base::Error{base::ErrorCode::InvalidInput,
            none + (list.warnings.empty() ? "" : ": " + list.warnings.front())};
    if (list.unread > 0)
        list.warnings.push_back(std::to_string(list.unread) + " more could not be read");
    if (list.repeats > 0)
        list.warnings.push_back(std::to_string(list.repeats) + (list.repeats == 1 ? " repeat" : " repeats")
            + " of the article before left out");
    if (list.beyond > 0)
        list.warnings.push_back(
            std::to_string(list.beyond) + " articles past the first million were left out");
    return list;
}

base::Result<RecordList> readRecordFile(std::string_view text)
{
    RecordList list;
    text = base::trimmed(text);
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (isLines(text) && text.find('\n') != std::string_view::npos) {
        addLines(text, list);
        return closed(std::move(list), "holds no readable record");
    }
    base::Result<Json> root = readJson(text);
    if (root) {
        addRoot(*root, list);
    } else {
        const std::vector<std::string_view> values = valuesIn(text);
        if (values.size() < 2)
            return root.error();
        std::size_t number = 0;
        for (const std::string_view value : values) {
            ++number;
            const Json one = parseJson(value);
            if (one.is_discarded())
                leaveOut(list, "value " + std::to_string(number) + " is not valid JSON");
            else
                addRoot(one, list);
        }
    }
    return closed(std::move(list), "holds no record with a title or a body");
}

} // namespace ingest
