// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstring>
#include <string>

// Writing of the engine's binary files, which are little endian.
namespace engine {

static_assert(std::endian::native == std::endian::little, "the engine's files are little endian");

template <class Value> void append(std::string& bytes, const Value& value)
{
    char raw[sizeof value];
    std::memcpy(raw, &value, sizeof value);
    bytes.append(raw, sizeof value);
}

} // namespace engine
