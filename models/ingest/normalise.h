// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/article.h>
#include <base/entry.h>
#include <base/instant.h>

#include <string>
#include <string_view>

namespace ingest {

// Hop 4: an entry as sent to an article as stored: plain text, one language, one stable identity. A date
// more than a day after `received` is kept out with a warning.
base::Article normalise(const base::FeedEntry& entry, const base::FeedInfo& feed, base::Instant received);

// Fills identity when it is empty (from guid, else url, else title and body; normalise has made it from the
// guid or url and the entry's distinction where entries of the feed share it), fingerprint and, when empty,
// language; trims and normalises title and body (NFC, paragraphs separated by one blank line).
void complete(base::Article& article);

} // namespace ingest
