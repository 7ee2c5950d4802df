// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/settings.h>
#include <brief/briefinput.h>
#include <desk/feedview.h>
#include <engine/pack.h>
#include <store/database.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app {

// What the settings say of briefs.
struct BriefSettings {
    std::string desk;
    std::string title;
    std::string logo; // a file; relative to the data folder
    std::string notice;
    std::string paper = "a4"; // or "letter"
};

BriefSettings briefSettings(const Settings& settings);
// InvalidInput when the logo is no picture that can be read; NotFound, Io.
base::Result<brief::House> houseOf(const BriefSettings& settings, const std::filesystem::path& dataDir);
brief::Paper paperOf(const std::string& name);

// What a brief is asked for.
struct BriefRequest {
    brief::Kind kind = brief::Kind::Article;
    std::int64_t article = 0; // of an article, or one of a story's
    std::int64_t story = 0; // of a story, where no article names it
    std::string query; // of a desk brief and of changes
    desk::Sort sort = desk::Sort::Impact;
    std::vector<std::int64_t> articles; // of a desk brief, in place of a query: those that were chosen
    std::size_t inFull = 12; // articles told in full
    std::size_t limit = 20000; // headlines of the appendix
    std::string sinceName; // of changes: the sidecar's file
    base::Instant since = {};
    std::optional<base::Instant> asOf = {};
    brief::House house = {};
    brief::Paper paper = brief::Paper::A4;
};

// Makes a request for what changed since the brief with this sidecar; in the view it was of, unless the request
// names another.
base::Outcome countFrom(BriefRequest& request, const std::filesystem::path& sidecar);

// Loads the engine's data; only a story's contradictions need it.
using PackSource = std::function<base::Result<std::shared_ptr<const engine::Pack>>()>;

// Reads what the brief is made from. NotFound when there is nothing to write of.
base::Result<brief::BriefInput> readBriefInput(
    store::Database& database, const BriefRequest& request, base::Instant now, const PackSource& pack);

} // namespace app
