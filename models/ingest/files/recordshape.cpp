// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "recordshape.h"

#include <base/strings.h>
#include <ingest/files/partnames.h>

#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

namespace ingest {

namespace {

using Json = nlohmann::json;

constexpr int MaxListDepth = 4; // objects around the list of records

// Where an answer keeps its records.
constexpr const char* ListNames[]
    = {"articles", "items", "results", "data", "entries", "news", "documents", "docs", "hits", "stories",
        "posts", "feed", "records", "rows", "list", "value", "values", "content", "response", "result",
        "payload", "body", "channel", "rss", "item", "entry", "edges", "nodes", "children", "@graph"};

bool isRecordList(const Json& value)
{
    return value.is_array()
        && std::any_of(value.begin(), value.end(), [](const Json& one) { return one.is_object(); });
}

struct Found {
    const Json* array = nullptr;
    const Json* owner = nullptr; // the object it stands in
};

// The records of an object that wraps them: {"articles": […]}, {"response": {"docs": […]}}. A known name goes
// before any other list of objects.
Found listIn(const Json& object, int depth)
{
    for (const char* name : ListNames) {
        const auto it = object.find(name);
        if (it != object.end() && isRecordList(*it))
            return {&*it, &object};
    }
    for (const char* name : ListNames) {
        const auto it = object.find(name);
        if (it != object.end() && it->is_object() && depth < MaxListDepth) {
            if (const Found inner = listIn(*it, depth + 1); inner.array != nullptr)
                return inner;
        }
    }
    return {};
}

Found longestListIn(const Json& object)
{
    Found longest;
    for (const auto& [name, value] : object.items()) {
        if (isRecordList(value) && (longest.array == nullptr || value.size() > longest.array->size()))
            longest = {&value, &object};
    }
    return longest;
}

bool names(const Json& object, std::initializer_list<Part> parts)
{
    for (const auto& [name, value] : object.items()) {
        const NamedPart named = partNamed(name);
        if (!value.is_null() && named.rank < 2
            && std::find(parts.begin(), parts.end(), named.part) != parts.end())
            return true;
    }
    return false;
}

// Whether an object has a body of its own, so that a list in it belongs to it: sections, related articles.
bool hasBody(const Json& object)
{
    for (const auto& [name, value] : object.items()) {
        const NamedPart named = partNamed(name);
        if (value.is_string() && named.part == Part::Body && named.rank == 0)
            return true;
    }
    return false;
}

// {"title": ["A", "B"], "body": ["C", "D"]}, or the same with objects of numbered rows: as records. Nothing
// when the members are no columns of one length.
Json fromColumns(const Json& object)
{
    std::size_t rows = 0;
    for (const auto& [name, value] : object.items()) {
        if (!value.is_structured() || value.empty() || (rows != 0 && value.size() != rows))
            return {};
        if (value.is_object() && value.begin().key().find_first_not_of("0123456789") != std::string::npos)
            return {};
        rows = value.size();
    }
    // One row in lists may as well be a record whose words stand in lists.
    if (object.size() < 2 || (rows < 2 && object.begin()->is_array())
        || !names(object, {Part::Title, Part::Body, Part::Summary}))
        return {};
    Json records = Json::array();
    std::vector<std::pair<std::string, Json::const_iterator>> columns;
    for (auto it = object.begin(); it != object.end(); ++it)
        columns.emplace_back(it.key(), it->begin());
    for (std::size_t row = 0; row < rows; ++row) {
        Json record = Json::object();
        for (auto& [name, cell] : columns) {
            if (cell->is_object()) // rows of objects are no cells of a table
                return {};
            record[name] = *cell;
            ++cell;
        }
        records.push_back(std::move(record));
    }
    return records;
}

// {"a1": {"title": …}, "a2": {…}}: the members as records.
Json fromMembers(const Json& object)
{
    Json records = Json::array();
    for (const auto& [name, value] : object.items()) {
        if (!value.is_object() || !names(value, {Part::Title, Part::Body, Part::Summary}))
            return {};
        records.push_back(value);
    }
    return records;
}

std::string titleOf(const Json* owner)
{
    if (owner == nullptr)
        return {};
    for (const char* name : {"title", "name"}) {
        const auto it = owner->find(name);
        if (it != owner->end() && it->is_string())
            return base::collapsed(base::repairedUtf8(it->get_ref<const std::string&>()));
    }
    return {};
}

} // namespace

void findRecords(const Json& root, JsonRecords& records)
{
    if (root.is_array())
        records.array = &root;
    if (!root.is_object() || hasBody(root))
        return;
    Found found = listIn(root, 0);
    if (found.array == nullptr) {
        records.made = fromColumns(root);
        if (records.made.empty())
            records.made = fromMembers(root);
        if (!records.made.empty()) {
            records.array = &records.made;
            return;
        }
        if (!names(root, {Part::Title, Part::Body, Part::Summary}))
            found = longestListIn(root);
    }
    records.array = found.array;
    records.source = titleOf(found.owner);
}

} // namespace ingest
