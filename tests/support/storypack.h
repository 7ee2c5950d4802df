// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/pack.h>
#include <engine/stories/belonging.h>
#include <engine/stories/storylexicon.h>

#include <memory>

namespace support {

// The pack with stories grouped by nothing but the words of their texts, so that a test can tell what its
// articles are linked by, whatever weights are shipped: an article joins its nearest.
inline std::shared_ptr<const engine::Pack> wordsAlone(const std::shared_ptr<const engine::Pack>& pack)
{
    engine::StoryWeights weights;
    weights.pair.weights.resize(engine::PairEvidence::Parts);
    weights.pair.base = -5;
    weights.pair.weights[engine::PairEvidence::Text] = 12;
    weights.story.weights.resize(engine::StoryEvidence::Parts);
    weights.story.weights[engine::StoryEvidence::Nearest] = 4; // these are logits in fours
    auto copy = std::make_shared<engine::Pack>(*pack);
    copy->stories = pack->stories->withWeights(weights);
    return copy;
}

} // namespace support
