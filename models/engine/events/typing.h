// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/largepages.h>
#include <base/result.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace engine {

inline constexpr std::uint32_t TypingBuckets = 1U << 16; // of the hashed features

// One thing read from a sentence: a word, two neighbours, five letters, a type of which it has trigger words.
struct TypingFeature {
    std::uint32_t bucket = 0;
    std::uint32_t token = 0; // where it stands
};

// The learned half of the events: which type a sentence tells in which no pattern fires. For each type, and
// for none, a logistic over hashed features, weighed by how rare they are; a byte for each weight. Most
// sentences tell nothing and the types are many, so only the sure ones are taken: `enough` was set on texts
// left out. Made by leadline-train; resources/engine/models/events.bin. Immutable after load; thread-safe.
class EventTyping final {
public:
    struct Parts {
        std::vector<std::string> types; // ids
        std::vector<std::uint32_t> buckets; // that have weights, rising
        std::vector<double> rarity; // of each of them
        std::vector<double> weights; // buckets × (types, then none), then the biases
        double enough = 1; // share of a type in the probabilities of all, from which it is taken
    };
    struct Found {
        std::string type;
        double share = 0;
        std::uint32_t token = 0; // that speaks for it most
    };

    static base::Result<std::shared_ptr<const EventTyping>> load(const base::ResourceFiles& files);
    static std::string bytesOf(const Parts& parts);
    // Knows nothing, to read sentences with before there is a model.
    static std::string blank();

    std::optional<Found> typeOf(const std::vector<TypingFeature>& features) const;

private:
    static constexpr std::uint32_t None = ~std::uint32_t{0};

    std::vector<std::string> m_types;
    std::size_t m_row = 0; // types and none, filled up to a multiple of 16
    std::vector<std::uint32_t> m_columnOf; // by bucket, or None
    std::vector<std::int8_t, base::LargePages<std::int8_t>> m_weights; // columns × m_row
    std::vector<float> m_rarity; // by column
    std::vector<float> m_ofNone; // by column: its weight for none, at hand for what is asked first
    std::vector<float> m_biases;
    float m_scale = 1;
    float m_enough = 1;
};

} // namespace engine
