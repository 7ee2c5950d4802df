// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/article.h>
#include <base/entry.h>
#include <base/instant.h>
#include <base/result.h>

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

enum class InputKind { Feed, Subscriptions, Page, Text, Mail, Table, Records };

struct InputDocument {
    InputKind kind = InputKind::Text;
    std::string sourceTitle; // of the feed, site or sender; empty when the input does not say
    std::string sourceUrl; // the feed's own address for itself, when it says one
    std::string siteUrl;
    std::vector<base::Article> articles; // id and sourceId 0; Article::source set where the input names one
    std::vector<base::Subscription> subscriptions;
    std::vector<std::string> warnings;
    int ttlMinutes = 0; // what a feed says of its rhythm, as in base::Source
    std::uint32_t skipHours = 0;
    std::uint8_t skipDays = 0;
};

// Hops 2–4. Pure. Every article has identity, fingerprint, received time and language; no two of one input
// share an identity. InvalidInput says in plain words why the input cannot be read; its context is empty.
base::Result<InputDocument> readInput(std::string_view bytes, const InputContext& context);

} // namespace ingest
