// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace desk {

// What the store has under the words that are typed in the palette.
struct PaletteFinds {
    struct Article {
        std::int64_t id = 0;
        std::string title;
        std::string source;
    };

    std::vector<std::string> entities; // names
    std::vector<std::string> sources;
    std::vector<Article> articles;
};

} // namespace desk
