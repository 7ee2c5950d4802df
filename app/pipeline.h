// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/article.h>
#include <base/entry.h>
#include <base/result.h>
#include <engine/pack.h>
#include <ingest/input.h>

#include <optional>
#include <string>
#include <vector>

namespace app {

// Where bytes came from: a file's path or a fetched address.
struct InputBytes {
    std::string name; // as the user named it
    std::string url; // of fetched ones; empty for files
    std::string contentType;
    std::string bytes;
    base::Instant received = {};
};

// Hops 2–4: bytes to articles and subscriptions. Pure; safe on any thread. The error names the input.
base::Result<ingest::InputDocument> readInput(
    const InputBytes& input, const ingest::InputOptions& options = {});

// Hop 5: an article to its analysis. Pure; safe on any thread.
base::Analysis analyseArticle(const engine::Pack& pack, const base::Article& article);

} // namespace app
