// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace engine {

// Bits of the generator alone: what the standard's distributions make of them is not the same everywhere.
class Chance final {
public:
    explicit Chance(std::uint64_t seed)
        : m_bits(seed)
    {
    }

    double share() { return static_cast<double>(m_bits() >> 11) * 0x1.0p-53; }
    bool is(double probability) { return share() < probability; }
    float between(double most) { return static_cast<float>((share() * 2 - 1) * most); }
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(m_bits() % count); }

private:
    std::mt19937_64 m_bits;
};

// Weights, what changes them and what Adam keeps of each; all of one size.
struct AdamWeights {
    std::vector<float> values;
    std::vector<float> gradient;
    std::vector<float> first;
    std::vector<float> second;

    explicit AdamWeights(std::size_t size)
        : values(size)
        , gradient(size)
        , first(size)
        , second(size)
    {
    }

    void start(Chance& chance, double most)
    {
        for (float& value : values)
            value = chance.between(most);
    }
};

// One step of Adam (Kingma and Ba 2015, "Adam: A method for stochastic optimization", algorithm 1), with
// weights held down for themselves (Loshchilov and Hutter 2019, "Decoupled weight decay regularization").
struct AdamStep {
    float rate = 0;
    float decay = 0;
    float firstShare = 1; // 1 − β₁ᵗ
    float secondShare = 1;

    // Those from `from` on; and clears their gradient.
    void take(AdamWeights& weights, std::size_t from, std::size_t count) const
    {
        constexpr float First = 0.9F;
        constexpr float Second = 0.999F;
        constexpr float Least = 1e-8F;
        for (std::size_t at = from; at < from + count; ++at) {
            const float gradient = weights.gradient[at];
            weights.gradient[at] = 0;
            weights.first[at] = First * weights.first[at] + (1 - First) * gradient;
            weights.second[at] = Second * weights.second[at] + (1 - Second) * gradient * gradient;
            weights.values[at] -= rate
                * (decay * weights.values[at]
                    + weights.first[at] / firstShare / (std::sqrt(weights.second[at] / secondShare) + Least));
        }
    }
    void take(AdamWeights& weights) const { take(weights, 0, weights.values.size()); }
};

} // namespace engine
