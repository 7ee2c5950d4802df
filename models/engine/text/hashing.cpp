// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "hashing.h"

namespace engine {

std::string_view stemOf(std::string_view lower)
{
    const auto cut = [&](std::string_view ending, std::size_t least) {
        if (lower.size() < ending.size() + least || !lower.ends_with(ending))
            return false;
        lower.remove_suffix(ending.size());
        return true;
    };
    if (!cut("ing", 3) && !cut("ied", 3) && !cut("ies", 3) && !cut("ed", 3) && !lower.ends_with("ss"))
        cut("s", 3);
    cut("e", 3);
    return lower;
}

} // namespace engine
