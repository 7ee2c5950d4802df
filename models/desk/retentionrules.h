// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What need not be kept for ever, by age and by number. Starred, noted and labelled articles, and those an
// accepted decision rests on, stay whatever a rule says.
namespace desk {

struct RetentionRule {
    std::int64_t source = 0; // 0: all sources that have no rule of their own
    std::optional<int> days; // since an article was received; older ones go
    std::optional<std::int64_t> articles; // the newest of each source stay

    bool operator==(const RetentionRule&) const = default;
};

struct RetentionPreview {
    struct OfSource {
        std::int64_t source = 0;
        std::string title;
        std::int64_t articles = 0; // that would go
    };
    std::int64_t articles = 0; // that would go
    std::int64_t bytes = 0; // of their texts, analyses not counted
    std::int64_t kept = 0; // that a rule names but which stay: starred, noted, labelled, decided on
    std::optional<base::Instant> oldest; // of those that would go, when received
    std::optional<base::Instant> newest;
    std::vector<OfSource> sources; // most first
};

} // namespace desk
