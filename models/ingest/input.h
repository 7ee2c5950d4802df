// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/article.h>
#include <base/entry.h>
#include <base/instant.h>
#include <base/result.h>
#include <ingest/files/tablefile.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The door of the library: any bytes to articles or subscriptions.
namespace ingest {

struct InputContext {
    std::string name; // as the user named it: path or address; its ending helps to tell the kind
    std::string url; // of fetched ones; empty for files
    std::string contentType; // as served; may be empty
    base::Instant received = {}; // becomes each article's received time
};

enum class InputKind { Feed, Subscriptions, Page, Text, Mail, Table, Records, Archive };

// A remembered mapping for the table whose headerKey this is; nothing when there is none.
using MappingLookup = std::function<std::optional<TableMapping>(const std::string& headerKey)>;

struct InputOptions {
    MappingLookup mapping; // may be empty
};

// A table that was read, so that its mapping can be shown and remembered.
struct TableUse {
    std::string member; // of an archive; empty for a file of its own
    std::string key; // headerKey of the guess
    TableGuess guess; // the first rows, and the mapping found by itself
    TableMapping used; // the remembered one, else the guessed
    bool remembered = false;
};

struct InputDocument {
    InputKind kind = InputKind::Text;
    std::string sourceTitle; // of the feed, site or sender; empty when the input does not say
    std::string sourceUrl; // the feed's own address for itself, when it says one
    std::string siteUrl;
    std::vector<base::Article> articles; // id and sourceId 0; Article::source set where the input names one
    std::vector<base::Subscription> subscriptions;
    std::vector<TableUse> tables;
    std::vector<std::string> warnings; // what was repaired, or is odd
    std::vector<std::string> leftOut; // what the input holds but which was not read
    int ttlMinutes = 0; // what a feed says of its rhythm, as in base::Source
    std::uint32_t skipHours = 0;
    std::uint8_t skipDays = 0;
};

// Hops 2–4. Pure, apart from the lookup it is given. The bytes say what the input is, its name and type only
// where they leave it open. Archives are read member by member, an archive in an archive too, but no deeper;
// a member that cannot be read is a warning that names it. Every article has identity, fingerprint, received
// time and language; no two of one input share an identity. InvalidInput says in plain words why the input
// cannot be read; its context is empty.
base::Result<InputDocument> readInput(
    std::string_view bytes, const InputContext& context, const InputOptions& options = {});

} // namespace ingest
