// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <base/result.h>
#include <engine/pack.h>
#include <engine/stories/clusterer.h>
#include <store/database.h>
#include <store/storystore.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace app {

// Puts analysed articles into stories: the engine's grouping over what the store keeps. Within one run
// articles are taken in order of time, so the order in which files were read makes no difference. What was
// placed before is read back from the store's features as far as it is near in time. What an article shows of
// earlier ones is written with it; stories that somebody changed by hand keep what they have. Used by one
// thread, with one store.
class StoryKeeper final {
public:
    explicit StoryKeeper(std::shared_ptr<const engine::Pack> pack);

    struct Progress {
        int placed = 0;
        std::size_t left = 0; // articles that wait
    };

    // Places the next some hundred of what waits; at the end of a run it looks for more at the next call.
    base::Result<Progress> placeSome(store::Database& database, base::Instant now);

private:
    base::Outcome begin(store::Database& database);
    std::optional<engine::StoryFeatures> read(store::Database& database, std::int64_t article) const;
    base::Result<std::vector<engine::StoryFeatures>> take(store::Database& database);
    base::Outcome recall(store::Database& database, std::int64_t until);
    base::Result<std::optional<base::Analysis>> rescored(
        store::Database& database, std::int64_t article, const engine::Telling& telling) const;
    base::Outcome describe(
        store::Database& database, const engine::Placement& placement, store::PlacedArticle& placed) const;

    std::shared_ptr<const engine::Pack> m_pack;
    std::unique_ptr<engine::StoryClusterer> m_clusterer;
    std::int64_t m_recalled = 0; // what was placed and told up to then is in the clusterer
    std::int64_t m_edits = 0; // store::storyEdits when it was filled
    std::vector<store::Unplaced> m_waiting; // of this run, by time
    std::size_t m_next = 0;
};

} // namespace app
