// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

// Short signatures by which copies of a text are known without comparing the texts.
namespace engine {

// How many elements two sorted lists share.
template <class List> std::size_t commonCount(const List& a, const List& b)
{
    std::size_t both = 0;
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        if (*left == *right) {
            ++both;
            ++left;
            ++right;
        } else if (*left < *right) {
            ++left;
        } else {
            ++right;
        }
    }
    return both;
}

// 64 bits of which similar word sequences share most (Charikar's SimHash over three-word shingles). 0 of
// nothing.
std::uint64_t simHash(std::span<const std::uint32_t> words);

// MinHash of the five-word shingles: 128 values of which one byte each is kept for an estimate of the Jaccard
// coefficient (a byte agrees by chance in 1 of 256, which the estimate takes off), and 32 keys of four values
// each: two texts with a common key are candidates (likely from a Jaccard of about .42 on).
struct MinHash {
    std::array<std::uint8_t, 128> bytes{};
    std::array<std::uint32_t, 32> bands{};
    bool empty = true; // fewer than five words

    bool operator==(const MinHash&) const = default;
};

MinHash minHash(std::span<const std::uint32_t> words);
double jaccard(const MinHash& a, const MinHash& b); // 0…1; 0 when one is empty

// Hashes of the four-letter pieces of a headline, letters and digits only, in lower case; sorted, once each.
std::vector<std::uint16_t> letterGrams(std::string_view headline);
double jaccard(std::span<const std::uint16_t> a, std::span<const std::uint16_t> b);

} // namespace engine
