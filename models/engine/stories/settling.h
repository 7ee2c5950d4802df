// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace engine {

// Which of some articles belong together, as what came since shows. `links` has a row for each article with
// its link to each (logits of their telling one story; symmetric; its own place is not read), `places` the
// number of the story each is in, 0 to `stories` − 1. Articles move one at a time, the clearest case first:
// to a story to whose articles it is linked better by their mean than to its own, or, where it is linked to
// hardly any of its own, to a new story (numbered from `stories` on). `alone` is the mean link from which an
// article is part of a story, in logits. A story is never left without an article. Gives the places after
// that.
std::vector<std::size_t> settled(
    const std::vector<double>& links, std::vector<std::size_t> places, std::size_t stories, double alone);

// The links between articles that were compared lately: a bounded memory in which what is newer takes the
// place of what is older. A link does not depend on what is remembered, only the work for it does.
class LinkMemory final {
public:
    LinkMemory();

    // Of two articles by their numbers, not 0, in either order.
    std::optional<double> find(std::uint32_t one, std::uint32_t other) const;
    void keep(std::uint32_t one, std::uint32_t other, double link);

private:
    struct Entry {
        std::uint64_t key = 0;
        double link = 0;
    };

    std::vector<Entry> m_entries;
};

} // namespace engine
