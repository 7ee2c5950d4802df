// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storykeeper.h"

#include <engine/stories/novelty.h>
#include <store/articlestore.h>

#include <algorithm>
#include <limits>

namespace app {

namespace {

constexpr std::size_t Chunk = 200; // articles placed in one transaction
constexpr int Page = 500; // features read back at once
constexpr std::size_t LateArrivals = 200; // old articles from which what was told at their time is read back
constexpr std::int64_t KeptFeatures = 60 * 86400; // seconds behind the newest article

} // namespace

StoryKeeper::StoryKeeper(std::shared_ptr<const engine::Pack> pack)
    : m_pack(std::move(pack))
{
}

base::Outcome StoryKeeper::begin(store::Database& database)
{
    base::Result<std::vector<store::Unplaced>> waiting = store::readUnplaced(database);
    if (!waiting)
        return waiting.error();
    m_waiting = std::move(waiting).value();
    m_next = 0;
    if (m_waiting.empty())
        return base::Done{};
    const base::Result<std::int64_t> edits = store::storyEdits(database);
    const base::Result<std::int64_t> next = store::nextStory(database);
    if (!edits || !next)
        return edits ? next.error() : edits.error();
    constexpr std::int64_t Window = engine::StoryClusterer::Window;
    const bool late = m_clusterer != nullptr && m_waiting.size() > LateArrivals
        && m_waiting[LateArrivals].at < m_clusterer->time() - Window;
    if (m_clusterer == nullptr || *edits != m_edits || late) {
        m_clusterer = std::make_unique<engine::StoryClusterer>(m_pack->stories, *next);
        const auto apart = store::storiesKeptApart(database);
        if (!apart)
            return apart.error();
        for (const auto& [one, other] : *apart)
            m_clusterer->keepApart(one, other);
        const auto changed = store::storiesChangedByHand(database);
        if (!changed)
            return changed.error();
        for (const std::int64_t story : *changed)
            m_clusterer->keepAsItIs(story);
        m_edits = *edits;
        m_recalled = m_waiting.front().at - Window - 1;
    }
    return base::Done{};
}

// Of an article whose kept features are of an earlier version's layout; nothing when it is gone.
std::optional<engine::StoryFeatures> StoryKeeper::read(store::Database& database, std::int64_t article) const
{
    const base::Result<store::StoredArticle> stored = store::readArticle(database, article);
    if (!stored)
        return std::nullopt;
    return engine::storyFeatures(
        *m_pack->stories, stored->article, stored->analysis.value_or(base::Analysis()));
}

base::Result<std::vector<engine::StoryFeatures>> StoryKeeper::take(store::Database& database)
{
    std::vector<std::int64_t> ids;
    std::int64_t last = 0;
    // Articles of one second stay together: they are ordered by their text.
    while (m_next < m_waiting.size() && (ids.size() < Chunk || m_waiting[m_next].at == last)) {
        last = m_waiting[m_next].at;
        ids.push_back(m_waiting[m_next++].article);
    }
    base::Result<std::vector<store::StoryFeatureRow>> rows = store::readFeatures(database, ids);
    if (!rows)
        return rows.error();
    std::vector<engine::StoryFeatures> features;
    std::vector<store::StoryFeatureRow> made;
    for (const store::StoryFeatureRow& row : *rows) {
        std::optional<engine::StoryFeatures> known = engine::storyFeaturesFromBytes(row.data);
        if (!known) {
            known = read(database, row.article);
            if (!known)
                continue;
            made.push_back({known->article, known->time, 0, engine::storyFeaturesToBytes(*known)});
        }
        features.push_back(std::move(*known));
    }
    if (!made.empty()) {
        if (base::Outcome saved = store::saveStoryFeatures(database, made); !saved)
            return saved.error();
    }
    std::sort(
        features.begin(), features.end(), [](const engine::StoryFeatures& a, const engine::StoryFeatures& b) {
            return a.time != b.time  ? a.time < b.time
                : a.order != b.order ? a.order < b.order
                                     : a.article < b.article;
        });
    return features;
}

// Takes into the clusterer what was placed before and told up to this time.
base::Outcome StoryKeeper::recall(store::Database& database, std::int64_t until)
{
    m_recalled = std::max(m_recalled, until - engine::StoryClusterer::Window - 1);
    std::int64_t article = std::numeric_limits<std::int64_t>::max();
    std::int64_t after = m_recalled;
    while (after < until) {
        base::Result<std::vector<store::StoryFeatureRow>> rows
            = store::readPlacedFeatures(database, after, article, Page);
        if (!rows)
            return rows.error();
        for (store::StoryFeatureRow& row : *rows) {
            if (row.at > until)
                break;
            after = row.at;
            article = row.article;
            std::optional<engine::StoryFeatures> features = engine::storyFeaturesFromBytes(row.data);
            if (!features)
                features = read(database, row.article);
            if (features)
                m_clusterer->restore(std::move(*features), row.story);
        }
        if (rows->size() < static_cast<std::size_t>(Page) || rows->back().at > until)
            break;
    }
    m_recalled = std::max(m_recalled, until);
    return base::Done{};
}

// The article's analysis with the impact as its place makes it; nothing where it has none.
base::Result<std::optional<base::Analysis>> StoryKeeper::rescored(
    store::Database& database, std::int64_t article, const engine::Telling& telling) const
{
    base::Result<store::StoredArticle> stored = store::readArticle(database, article);
    if (!stored)
        return stored.error();
    if (!stored->analysis || stored->analysis->mode == base::Mode::NotAnalysed)
        return std::optional<base::Analysis>();
    engine::rescoreImpact(*m_pack, telling, *stored->analysis);
    return std::move(stored->analysis);
}

// What is to be written of where an article was placed.
base::Outcome StoryKeeper::describe(
    store::Database& database, const engine::Placement& placement, store::PlacedArticle& placed) const
{
    placed.story = placement.story;
    placed.novelty = placement.novelty;
    placed.merged = placement.merged;
    if (placement.earlier > 0) {
        base::Result<std::optional<base::Analysis>> own = rescored(database, placed.article, placement);
        if (!own)
            return own.error();
        placed.rescored = std::move(own).value();
    }
    for (const engine::Placement::Move& one : placement.moved) {
        const auto same = std::find_if(placed.moved.begin(), placed.moved.end(),
            [&](const auto& move) { return move.from == one.from && move.into == one.into; });
        if (same == placed.moved.end())
            placed.moved.push_back({{one.article}, one.from, one.into});
        else
            same->articles.push_back(one.article);
    }
    for (const auto& [article, telling] : placement.retold) {
        base::Result<std::optional<base::Analysis>> again = rescored(database, article, telling);
        if (!again && again.error().code == base::ErrorCode::NotFound)
            continue; // it was removed since
        if (!again)
            return again.error();
        placed.retold.push_back({article, telling.novelty, std::move(again).value()});
    }
    return base::Done{};
}

base::Result<StoryKeeper::Progress> StoryKeeper::placeSome(store::Database& database, base::Instant now)
{
    const base::Result<std::int64_t> edits = store::storyEdits(database);
    if (!edits)
        return edits.error();
    if (m_next >= m_waiting.size() || *edits != m_edits) {
        if (base::Outcome begun = begin(database); !begun)
            return begun.error();
    }
    Progress progress;
    if (m_waiting.empty())
        return progress;
    base::Result<std::vector<engine::StoryFeatures>> features = take(database);
    if (!features)
        return features.error();
    std::vector<store::PlacedArticle> placed;
    base::Outcome outcome = base::Done{};
    for (engine::StoryFeatures& one : *features) {
        outcome = recall(database, one.time);
        if (!outcome)
            break;
        store::PlacedArticle place;
        place.article = one.article;
        const engine::Placement placement = m_clusterer->add(std::move(one));
        outcome = describe(database, placement, place);
        if (!outcome)
            break;
        placed.push_back(std::move(place));
    }
    if (outcome)
        outcome = store::placeArticles(database, placed, now);
    progress.left = m_waiting.size() - m_next;
    if (outcome && progress.left == 0)
        outcome = store::dropStoryFeatures(database, m_clusterer->time() - KeptFeatures);
    if (!outcome) {
        // What memory holds is no longer what the store holds: both are read again.
        m_clusterer.reset();
        m_waiting.clear();
        m_next = 0;
        return outcome.error();
    }
    progress.placed = static_cast<int>(placed.size());
    return progress;
}

} // namespace app
