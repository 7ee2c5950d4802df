// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "fingerprints.h"

#include <algorithm>
#include <bit>
#include <string>

namespace engine {

namespace {

constexpr std::size_t Shingle = 5;
constexpr std::size_t Letters = 4;
constexpr double Chance = 1.0 / 256; // that two unequal values have the same byte

std::uint64_t mixed(std::uint64_t value)
{
    value ^= value >> 33;
    value *= 0xff51afd7ed558ccdULL;
    value ^= value >> 33;
    value *= 0xc4ceb9fe1a85ec53ULL;
    return value ^ (value >> 33);
}

std::uint64_t joined(std::span<const std::uint32_t> words)
{
    std::uint64_t hash = 0x9e3779b97f4a7c15ULL;
    for (const std::uint32_t word : words)
        hash = mixed(hash ^ word) + 0x9e3779b97f4a7c15ULL;
    return hash;
}

template <class List> double overlap(const List& a, const List& b)
{
    const std::size_t both = commonCount(a, b);
    const std::size_t all = a.size() + b.size() - both;
    return all == 0 ? 0 : static_cast<double>(both) / static_cast<double>(all);
}

} // namespace

std::uint64_t simHash(std::span<const std::uint32_t> words)
{
    if (words.empty())
        return 0;
    std::array<int, 64> votes{};
    const std::size_t width = std::min<std::size_t>(3, words.size());
    for (std::size_t at = 0; at + width <= words.size(); ++at) {
        const std::uint64_t hash = joined(words.subspan(at, width));
        for (std::size_t bit = 0; bit < 64; ++bit)
            votes[bit] += ((hash >> bit) & 1) != 0 ? 1 : -1;
    }
    std::uint64_t result = 0;
    for (std::size_t bit = 0; bit < 64; ++bit)
        result |= votes[bit] > 0 ? std::uint64_t{1} << bit : 0;
    return result;
}

MinHash minHash(std::span<const std::uint32_t> words)
{
    MinHash result;
    if (words.size() < Shingle)
        return result;
    result.empty = false;
    // One permutation cut into 128 bins, empty bins filled from the next full one: one hash for each shingle
    // instead of 128.
    std::array<std::uint32_t, 128> least;
    least.fill(0xFFFFFFFFU);
    for (std::size_t at = 0; at + Shingle <= words.size(); ++at) {
        const std::uint64_t hash = joined(words.subspan(at, Shingle));
        const std::size_t bin = hash & 127;
        least[bin] = std::min(least[bin], static_cast<std::uint32_t>((hash >> 8) & 0x7FFFFFFF));
    }
    const std::array<std::uint32_t, 128> full = least;
    for (std::size_t bin = 0; bin < least.size(); ++bin) {
        for (std::size_t step = 1; least[bin] == 0xFFFFFFFFU && step < full.size(); ++step) {
            const std::uint32_t other = full[(bin + step) % full.size()];
            if (other != 0xFFFFFFFFU)
                least[bin] = static_cast<std::uint32_t>(mixed(other + step * 0x9e3779b9ULL)) & 0x7FFFFFFF;
        }
    }
    for (std::size_t bin = 0; bin < least.size(); ++bin)
        result.bytes[bin] = static_cast<std::uint8_t>(mixed(least[bin]) & 0xFF);
    for (std::size_t band = 0; band < result.bands.size(); ++band)
        result.bands[band] = static_cast<std::uint32_t>(
            joined(std::span<const std::uint32_t>(least).subspan(band * 4, 4)) ^ mixed(band));
    return result;
}

double jaccard(const MinHash& a, const MinHash& b)
{
    if (a.empty || b.empty)
        return 0;
    int same = 0;
    for (std::size_t at = 0; at < a.bytes.size(); ++at)
        same += a.bytes[at] == b.bytes[at] ? 1 : 0;
    const double share = same / 128.0;
    return std::max(0.0, (share - Chance) / (1 - Chance));
}

std::vector<std::uint16_t> letterGrams(std::string_view headline)
{
    std::string letters;
    for (const char c : headline) {
        if (c >= 'A' && c <= 'Z')
            letters += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
            || (static_cast<unsigned char>(c) & 0x80) != 0)
            letters += c;
        else if (!letters.empty() && letters.back() != ' ')
            letters += ' ';
    }
    std::vector<std::uint16_t> grams;
    for (std::size_t at = 0; at + Letters <= letters.size() && grams.size() < 200; ++at) {
        std::uint64_t hash = 0;
        for (std::size_t i = 0; i < Letters; ++i)
            hash = (hash << 8) | static_cast<unsigned char>(letters[at + i]);
        grams.push_back(static_cast<std::uint16_t>(mixed(hash)));
    }
    std::sort(grams.begin(), grams.end());
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    return grams;
}

double jaccard(std::span<const std::uint16_t> a, std::span<const std::uint16_t> b) { return overlap(a, b); }

} // namespace engine
