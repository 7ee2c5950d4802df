// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "settling.h"

#include <algorithm>

namespace engine {

namespace {

// What is below was chosen by how well labelled files are grouped by weights made from other files.
constexpr double Unlinked = -4; // logits below which it makes no difference how weak a link is
constexpr double Contrary = -6; // logits of two articles that cannot be of one story, whatever is beside them
constexpr double Surest = 6;
constexpr double Base = 0.7;
constexpr double Through = 0.5; // the weaker of two links to a third article, where that is best
constexpr double Ahead = 1.2; // how far the link is ahead of others of the article that has fewer …
constexpr double AheadBoth = 0.1; // … and of the one that has more
constexpr double MostAbove
    = 1.5; // by which a link in company is above itself, or above what is through a third

constexpr double Grouped = -1.2; // logits in company from which groups are one
constexpr double BestShare = 0.35; // that the best link between two groups has in it, beside the mean
constexpr double Tied = 1; // logits from which a bare link ties two groups, whatever the others say
constexpr double Against = -2; // mean of bare links below which weaker ones do not

constexpr unsigned MemoryBits = 20; // of the number of links remembered
constexpr std::size_t Remembered = std::size_t{1} << 16; // articles of which what is near is

std::uint64_t keyOf(std::uint32_t one, std::uint32_t other)
{
    return (static_cast<std::uint64_t>(std::max(one, other)) << 32) | std::min(one, other);
}

std::size_t slotOf(std::uint64_t key)
{
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15U) >> (64 - MemoryBits));
}

// Links between groups: their sum and the best.
class GroupLinks final {
public:
    GroupLinks(LinkTable links, std::size_t count)
        : m_count(count)
        , m_sums(std::move(links))
        , m_best(m_sums)
    {
    }
    double sum(std::size_t one, std::size_t other) const { return m_sums[one * m_count + other]; }
    double best(std::size_t one, std::size_t other) const { return m_best[one * m_count + other]; }
    void join(std::size_t into, std::size_t from)
    {
        for (std::size_t at = 0; at < m_count; ++at) {
            m_sums[at * m_count + into] = m_sums[into * m_count + at] += m_sums[from * m_count + at];
            m_best[at * m_count + into] = m_best[into * m_count + at]
                = std::max(m_best[into * m_count + at], m_best[from * m_count + at]);
        }
    }

private:
    std::size_t m_count;
    LinkTable m_sums;
    LinkTable m_best;
};

} // namespace

LinkTable inCompany(const LinkTable& links, const LinkTable& beside, std::size_t count)
{
    LinkTable through(count * count, Unlinked);
    std::vector<std::size_t> best(count); // linked article
    std::vector<double> first(count, Unlinked);
    std::vector<double> second(count, Unlinked);
    std::vector<std::size_t> linked;
    for (std::size_t one = 0; one < count; ++one) {
        const double* const row = &links[one * count];
        linked.clear();
        for (std::size_t other = 0; other < count; ++other) {
            if (other == one || row[other] <= Unlinked)
                continue;
            linked.push_back(other);
            if (row[other] > first[one]) {
                second[one] = first[one];
                first[one] = row[other];
                best[one] = other;
            } else {
                second[one] = std::max(second[one], row[other]);
            }
        }
        for (const std::size_t left : linked) {
            for (const std::size_t right : linked) {
                double& most = through[left * count + right];
                most = std::max(most, std::min(row[left], row[right]));
            }
        }
    }
    const auto ahead = [&](std::size_t one, std::size_t other) {
        const bool own = first[one] > Unlinked && best[one] == other;
        const double next = std::max(beside[one * count + other], own ? second[one] : first[one]);
        return std::max(Unlinked, links[one * count + other]) - next;
    };
    LinkTable company(count * count);
    for (std::size_t one = 0; one < count; ++one) {
        for (std::size_t other = 0; other < one; ++other) {
            const double left = ahead(one, other);
            const double right = ahead(other, one);
            const double link = links[one * count + other];
            const double third = through[one * count + other];
            const double sum = std::min(std::max(link, third) + MostAbove,
                Base + Through * third + Ahead * std::max(left, right) + AheadBoth * std::min(left, right));
            company[one * count + other] = company[other * count + one]
                = link <= Contrary ? Unlinked : std::clamp(sum, Unlinked, Surest);
        }
    }
    return company;
}

std::vector<std::size_t> regrouped(LinkTable links, LinkTable company, std::size_t count)
{
    GroupLinks bare(std::move(links), count);
    GroupLinks told(std::move(company), count);
    std::vector<std::size_t> groups(count);
    for (std::size_t at = 0; at < count; ++at)
        groups[at] = at;
    std::vector<std::size_t> left = groups; // groups there are
    std::vector<double> sizes(count, 1);
    for (;;) {
        double best = Grouped;
        std::size_t into = count;
        std::size_t from = count;
        for (const std::size_t one : left) {
            for (const std::size_t other : left) {
                if (other >= one)
                    break;
                const double pairs = sizes[one] * sizes[other];
                const double link
                    = (1 - BestShare) * told.sum(one, other) / pairs + BestShare * told.best(one, other);
                if (link > best
                    && (bare.best(one, other) >= Tied || bare.sum(one, other) >= Against * pairs)) {
                    best = link;
                    into = other;
                    from = one;
                }
            }
        }
        if (into == count)
            return groups;
        bare.join(into, from);
        told.join(into, from);
        sizes[into] += sizes[from];
        std::erase(left, from);
        std::replace(groups.begin(), groups.end(), from, into);
    }
}

GoneOn goneOn(
    const std::vector<std::size_t>& groups, const std::vector<std::size_t>& places, std::size_t stories)
{
    const std::size_t count = groups.size();
    std::vector<std::size_t> shared(stories * count);
    for (std::size_t at = 0; at < count; ++at)
        ++shared[places[at] * count + groups[at]];
    GoneOn after;
    std::vector<std::optional<std::size_t>> names(count); // by group: the story it is
    for (std::size_t story = 0; story < stories; ++story) {
        const auto row = shared.begin() + static_cast<std::ptrdiff_t>(story * count);
        const auto most = std::max_element(row, row + static_cast<std::ptrdiff_t>(count)) - row;
        std::optional<std::size_t>& name = names[static_cast<std::size_t>(most)];
        name = name.value_or(story);
        after.stories.push_back(*name);
    }
    std::size_t next = stories;
    for (const std::size_t group : groups) {
        if (!names[group])
            names[group] = next++;
        after.places.push_back(*names[group]);
    }
    return after;
}

LinkMemory::LinkMemory()
    : m_entries(std::size_t{1} << MemoryBits)
    , m_near(Remembered)
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
    note(one, other, link);
    note(other, one, link);
}

void LinkMemory::note(std::uint32_t one, std::uint32_t other, double link)
{
    Near& near = m_near[one % Remembered];
    if (near.article != one)
        near = {one, {}, {}};
    if (link <= Unlinked || std::find(near.others.begin(), near.others.end(), other) != near.others.end())
        return;
    const auto weight = static_cast<float>(link);
    std::size_t at = 0;
    while (at < near.others.size() && near.others[at] != 0 && near.links[at] >= weight)
        ++at;
    if (at == near.others.size())
        return;
    for (std::size_t last = near.others.size() - 1; last > at; --last) {
        near.others[last] = near.others[last - 1];
        near.links[last] = near.links[last - 1];
    }
    near.others[at] = other;
    near.links[at] = weight;
}

LinkMemory::Near LinkMemory::nearOf(std::uint32_t article) const
{
    const Near& near = m_near[article % Remembered];
    return near.article == article ? near : Near{article, {}, {}};
}

double LinkMemory::bestBeside(const Near& near, std::uint32_t other)
{
    for (std::size_t at = 0; at < near.others.size() && near.others[at] != 0; ++at) {
        if (near.others[at] != other)
            return static_cast<double>(near.links[at]);
    }
    return Unlinked;
}

} // namespace engine
