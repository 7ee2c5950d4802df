// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "settling.h"

#include <algorithm>

namespace engine {

namespace {

constexpr double Better = 0.3; // logits by which another story's mean must be above the own
constexpr double Astray = 1.0; // logits below `alone` at which an article is taken out of its story

constexpr unsigned MemoryBits = 16; // of the number of links remembered

std::uint64_t keyOf(std::uint32_t one, std::uint32_t other)
{
    return (static_cast<std::uint64_t>(std::max(one, other)) << 32) | std::min(one, other);
}

std::size_t slotOf(std::uint64_t key)
{
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15U) >> (64 - MemoryBits));
}

// Sums of links by article and story, so that a move costs one pass over the articles.
class Sums final {
public:
    Sums(const std::vector<double>& links, const std::vector<std::size_t>& places, std::size_t stories)
        : m_links(links)
        , m_count(places.size())
        , m_sums(places.size() * (stories + places.size()))
        , m_sizes(stories + places.size())
    {
        for (std::size_t article = 0; article < places.size(); ++article)
            count(article, places[article], 1);
    }
    void move(std::size_t article, std::size_t from, std::size_t to)
    {
        count(article, from, -1);
        count(article, to, 1);
    }
    std::size_t size(std::size_t story) const { return m_sizes[story]; }
    // Mean link of an article to a story's `others` articles besides it.
    double mean(std::size_t article, std::size_t story, std::size_t others) const
    {
        return m_sums[article * m_sizes.size() + story] / static_cast<double>(others);
    }

private:
    void count(std::size_t article, std::size_t story, int sign)
    {
        m_sizes[story] = sign > 0 ? m_sizes[story] + 1 : m_sizes[story] - 1;
        for (std::size_t other = 0; other < m_count; ++other) {
            if (other != article)
                m_sums[other * m_sizes.size() + story] += sign * m_links[other * m_count + article];
        }
    }

    const std::vector<double>& m_links;
    std::size_t m_count;
    std::vector<double> m_sums;
    std::vector<std::size_t> m_sizes;
};

} // namespace

std::vector<std::size_t> settled(
    const std::vector<double>& links, std::vector<std::size_t> places, std::size_t stories, double alone)
{
    Sums sums(links, places, stories);
    // Each article moves once at most on average; should moves go round, they end there.
    for (std::size_t move = 0; move < places.size(); ++move) {
        double gain = 0;
        std::size_t mover = 0;
        std::size_t target = 0;
        for (std::size_t article = 0; article < places.size(); ++article) {
            const std::size_t own = places[article];
            if (sums.size(own) < 2)
                continue;
            const double stays = sums.mean(article, own, sums.size(own) - 1);
            const auto consider = [&](double better, std::size_t story) {
                if (better > gain) {
                    gain = better;
                    mover = article;
                    target = story;
                }
            };
            for (std::size_t story = 0; story < stories; ++story) {
                if (story == own || sums.size(story) == 0)
                    continue;
                const double goes = sums.mean(article, story, sums.size(story));
                if (goes >= alone)
                    consider(goes - stays - Better, story);
            }
            consider(alone - Astray - stays, stories);
        }
        if (gain <= 0)
            break;
        stories = std::max(stories, target + 1);
        sums.move(mover, places[mover], target);
        places[mover] = target;
    }
    return places;
}

LinkMemory::LinkMemory()
    : m_entries(std::size_t{1} << MemoryBits)
{
}

std::optional<double> LinkMemory::find(std::uint32_t one, std::uint32_t other) const
{
    const std::uint64_t key = keyOf(one, other);
    const Entry& entry = m_entries[slotOf(key)];
    return entry.key == key ? std::optional(entry.link) : std::nullopt;
}

void LinkMemory::keep(std::uint32_t one, std::uint32_t other, double link)
{
    const std::uint64_t key = keyOf(one, other);
    m_entries[slotOf(key)] = {key, link};
}

} // namespace engine
