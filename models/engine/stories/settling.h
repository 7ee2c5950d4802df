// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace engine {

// Links below are logits of two articles telling one story. A table of them has a row for each of `count`
// articles, with its link to each; it is symmetric where nothing else is said, and the link of an article to
// itself is not read.
using LinkTable = std::vector<double>;

// The links as all of the articles together show them: two that share nothing may both be linked to a third,
// and an article that is linked to little belongs where its best link is. `beside` tells of each pair the
// best link that the row's article has to any article but the column's, here or elsewhere; it is not
// symmetric.
LinkTable inCompany(const LinkTable& links, const LinkTable& beside, std::size_t count);

// Groups articles, those first that are linked best: by the mean of their links in company and the best of
// these, while that is above a bound. Groups that are tied by weak links alone stay apart where the mean of
// the bare links speaks against them. Gives the number of each article's group: that of one of its articles.
std::vector<std::size_t> regrouped(LinkTable links, LinkTable company, std::size_t count);

// Stories that go on as groups of their articles. `groups` as regrouped gives them, `places` the number of
// the story each article is in, 0 to `stories` − 1; each story has an article. A story goes on in the group
// that has most of its articles; of several in one group the first is what the others become part of.
struct GoneOn {
    std::vector<std::size_t> stories; // by story: itself, or what it becomes part of
    std::vector<std::size_t>
        places; // by article: its story after that; new ones are numbered from `stories` on
};
GoneOn goneOn(
    const std::vector<std::size_t>& groups, const std::vector<std::size_t>& places, std::size_t stories);

// The links between articles that were compared lately: a bounded memory in which what is newer takes the
// place of what is older. A link does not depend on what is remembered, only the work for it does; what is
// near an article does.
class LinkMemory final {
public:
    // Articles that one is linked to, the best first, by their numbers; 0 stands for none.
    struct Near {
        std::uint32_t article = 0;
        std::array<std::uint32_t, 8> others{};
        std::array<float, 8> links{};
    };

    LinkMemory();

    // Of two articles by their numbers, not 0, in either order.
    std::optional<double> find(std::uint32_t one, std::uint32_t other) const;
    void keep(std::uint32_t one, std::uint32_t other, double link);

    // As far as is remembered.
    Near nearOf(std::uint32_t article) const;
    static double bestBeside(const Near& near, std::uint32_t other); // the best link to any but `other`

private:
    void note(std::uint32_t one, std::uint32_t other, double link);

    struct Entry {
        std::uint64_t key = 0;
        double link = 0;
    };

    std::vector<Entry> m_entries;
    std::vector<Near> m_near;
};

} // namespace engine
