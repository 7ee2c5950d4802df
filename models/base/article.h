// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace base {

// One article as stored and analysed. `title` and `body` are plain UTF-8 text (paragraphs of the body are
// separated by one blank line); evidence spans are byte offsets into exactly these two strings.
struct Article {
    std::int64_t id = 0; // the store's row; 0 before it is stored
    std::int64_t sourceId = 0;
    std::string
        identity; // stable key of the article within its source: hash of guid, else of link, else of text
    std::string guid; // the publisher's own id, as sent; may be empty
    std::string title;
    std::string body;
    std::string url; // absolute http(s) address of the original, or empty
    std::string source; // the source's display name
    std::string author;
    std::string language; // BCP 47 primary tag ("en"), empty when not known
    std::vector<std::string> categories; // as the publisher wrote them
    std::optional<Instant> published; // nothing when the publisher gave no readable date
    Instant received = {};
    std::uint64_t fingerprint = 0; // of title and body: another one under the same identity is a revision
    std::vector<std::string> warnings; // "date not readable: Thu, 32 Nov": what had to be repaired or dropped
};

} // namespace base
