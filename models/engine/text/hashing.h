// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

// How words become features of the learned models. The shipped weights rest on these values.
namespace engine {

// FNV-1a. With the hash of what stands before: of both together.
inline std::uint64_t wordHash(std::string_view lower, std::uint64_t hash = 0xCBF29CE484222325ULL)
{
    for (const char c : lower)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return hash;
}

// Spreads a key over all 64 bits; its low bits choose a bucket.
inline std::uint64_t mixedKey(std::uint64_t key)
{
    key ^= key >> 32;
    key *= 0xD6E8FEB86659FD93ULL;
    key ^= key >> 32;
    key *= 0xD6E8FEB86659FD93ULL;
    key ^= key >> 32;
    return key;
}

// Shared ending-less form, the word's first bytes: "rises", "rising" and "rise" are one.
std::string_view stemOf(std::string_view lower);
// Of two neighbours, by their stems' hashes.
inline std::uint64_t pairKey(std::uint64_t left, std::uint64_t right)
{
    return left * 0x9E3779B97F4A7C15ULL + right;
}

} // namespace engine
