// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "clusterer.h"

#include "belonging.h"
#include "clusteredstory.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr std::size_t Candidates = 20; // stories an article is compared with
constexpr std::size_t SureCandidates = 5; // compared in any case; the others only when they share …
constexpr double FairShare = 0.33; // … so much of what the best shares
constexpr std::size_t PostingLimit = 64; // newest stories kept for one key
constexpr std::size_t KeyTerms = 24; // rarest words by which stories are found
constexpr std::size_t Linked = 10; // articles of a story that decide about a merge
constexpr std::size_t Linkable = 3; // other stories an article is near to that are asked whether they are its
constexpr double NearShare = 0.4; // of the chance to join from which a story is near

constexpr std::uint64_t Signature = std::uint64_t{1} << 40; // keys from here on are of copies

std::uint64_t wordKey(Term term) { return term; }
std::uint64_t bandKey(std::size_t band, std::uint32_t value)
{
    return Signature | (static_cast<std::uint64_t>(band) << 32) | value;
}

// What an article's story can be found by, with how much it tells.
std::vector<std::pair<std::uint64_t, double>> keysOf(const WeighedArticle& article)
{
    std::vector<std::pair<std::uint64_t, double>> keys;
    for (const TermVector* vector : {&article.text, &article.title}) {
        for (const WeightedTerm& one : vector->terms)
            keys.emplace_back(wordKey(one.term), static_cast<double>(one.weight) * vector->length);
    }
    std::sort(keys.begin(), keys.end());
    std::size_t kept = 0; // words of the headline count for both
    for (std::size_t at = 0; at < keys.size(); ++at) {
        if (kept > 0 && keys[kept - 1].first == keys[at].first)
            keys[kept - 1].second += keys[at].second;
        else
            keys[kept++] = keys[at];
    }
    keys.resize(kept);
    std::sort(keys.begin(), keys.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    if (keys.size() > KeyTerms)
        keys.resize(KeyTerms);
    if (!article.features.shingles.empty) {
        for (std::size_t band = 0; band < article.features.shingles.bands.size(); ++band)
            keys.emplace_back(bandKey(band, article.features.shingles.bands[band]), 10.0);
    }
    return keys;
}

} // namespace

StoryClusterer::StoryClusterer(std::shared_ptr<const StoryLexicon> lexicon, StoryId next)
    : m_lexicon(std::move(lexicon))
    , m_statistics(*m_lexicon)
    , m_next(next)
{
}

StoryClusterer::~StoryClusterer() = default;

Placement StoryClusterer::add(StoryFeatures features)
{
    advance(features.time);
    WeighedArticle article = weigh(m_statistics, std::move(features));
    const StoryWeights& weights = m_lexicon->weights();
    const std::vector<StoryId> compared = candidates(article);
    article.number = ++m_number;
    std::vector<StoryEvidence> evidence;
    for (const StoryId id : compared) {
        const Articles members = m_stories.at(id)->list();
        evidence.push_back(belonging(article, members, weights));
        for (std::size_t at = 0; at < members.size(); ++at)
            m_links.keep(article.number, members[at]->number,
                std::clamp(evidence.back().links[at], -SurestPair, SurestPair));
    }
    addRivals(evidence);
    std::vector<std::pair<double, Story*>> matches;
    for (std::size_t at = 0; at < compared.size(); ++at) {
        const double chance = belongs(evidence[at], weights);
        if (chance >= NearShare * weights.join)
            matches.emplace_back(chance, m_stories.at(compared[at]).get());
    }
    std::sort(matches.begin(), matches.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second->id < b.second->id;
    });
    Placement placement;
    Story* story = nullptr;
    for (std::size_t at = 0; at < std::min(matches.size(), Linkable) && story == nullptr; ++at) {
        Story* const near = matches[at].second;
        // That none is sure to be its story may come of the story's being torn: its articles are asked alone.
        if (matches[at].first < weights.join && linkage({&article}, near->list()) < weights.merge)
            continue;
        story = near;
        matches.erase(matches.begin() + static_cast<std::ptrdiff_t>(at));
    }
    if (story == nullptr) {
        placement.begins = true;
        auto begun = std::make_unique<Story>();
        begun->id = m_next++;
        story = begun.get();
        m_stories.emplace(story->id, std::move(begun));
        matches.clear();
    } else {
        judge(*story, article, placement);
    }
    const std::uint32_t number = article.number;
    insert(*story, std::move(article));
    if (const auto home = m_homes.find(number); home != m_homes.end())
        home->second.compared = true;
    // An article that is near two stories may show that they are one.
    for (std::size_t at = 0; at < std::min(matches.size(), Linkable); ++at) {
        Story* other = matches[at].second;
        if (keptApart(story->id, other->id) || linkage(story->list(), other->list()) < weights.merge)
            continue;
        Story* older = story->id < other->id ? story : other;
        Story* younger = older == story ? other : story;
        placement.merged.emplace_back(younger->id, older->id);
        merge(*older, *younger);
        story = older;
    }
    placement.story = settle(story->id, number, placement);
    return placement;
}

void StoryClusterer::restore(StoryFeatures features, StoryId id)
{
    advance(features.time);
    std::unique_ptr<Story>& story = m_stories[id];
    if (!story) {
        story = std::make_unique<Story>();
        story->id = id;
    }
    m_next = std::max(m_next, id + 1);
    WeighedArticle article = weigh(m_statistics, std::move(features));
    article.number = ++m_number;
    insert(*story, std::move(article));
}

void StoryClusterer::keepApart(StoryId one, StoryId other)
{
    m_apart.emplace(std::min(one, other), std::max(one, other));
}

bool StoryClusterer::keptApart(StoryId one, StoryId other) const
{
    return m_apart.contains(std::pair(std::min(one, other), std::max(one, other)));
}

void StoryClusterer::keepAsItIs(StoryId story) { m_kept.insert(story); }

void StoryClusterer::advance(std::int64_t time)
{
    m_time = std::max(m_time, time);
    while (!m_ageing.empty() && m_ageing.front().first + Window < m_time) {
        const StoryId id = m_ageing.front().second;
        m_ageing.pop_front();
        const auto found = m_stories.find(id);
        if (found != m_stories.end() && found->second->last + Window < m_time)
            forget(id);
    }
    m_statistics.setStories(m_stories.size());
}

void StoryClusterer::insert(Story& story, WeighedArticle article)
{
    const std::int64_t time = article.features.time;
    m_homes[article.number].story = story.id;
    story.first = story.articles == 0 ? time : std::min(story.first, time);
    story.last = story.articles == 0 ? time : std::max(story.last, time);
    ++story.articles;
    for (const WeightedTerm& one : article.text.terms) {
        if (story.terms.add(one.term))
            m_statistics.add(one.term);
    }
    for (const auto& [key, weight] : keysOf(article)) {
        if (!story.keys.add(key))
            continue;
        if (key >= Signature) {
            m_copies[key] = story.id;
            continue;
        }
        std::vector<StoryId>& posting = m_postings[key];
        if (posting.size() >= PostingLimit)
            posting.erase(posting.begin());
        posting.push_back(story.id);
    }
    story.known.add(article.features);
    const auto place = std::upper_bound(story.members.begin(), story.members.end(), article,
        [](const WeighedArticle& a, const WeighedArticle& b) { return a.features.time < b.features.time; });
    article.features.text = {}; // weighed by now, and known
    story.members.insert(place, std::move(article));
    if (story.members.size() > Compared) {
        drop(story, story.members[FirstCompared]);
        m_homes.erase(story.members[FirstCompared].number);
        story.members.erase(story.members.begin() + FirstCompared);
    }
    m_ageing.emplace_back(std::max(m_time, story.last), story.id);
}

// A story that goes on and on is found by what its kept articles say.
void StoryClusterer::drop(Story& story, const WeighedArticle& article)
{
    for (const WeightedTerm& one : article.text.terms) {
        if (story.terms.remove(one.term))
            m_statistics.remove(one.term);
    }
    for (const auto& [key, weight] : keysOf(article)) {
        if (story.keys.remove(key))
            unlist(key, story.id);
    }
}

void StoryClusterer::unlist(std::uint64_t key, StoryId id)
{
    if (key >= Signature) {
        const auto copy = m_copies.find(key);
        if (copy != m_copies.end() && copy->second == id)
            m_copies.erase(copy);
        return;
    }
    const auto posting = m_postings.find(key);
    if (posting == m_postings.end())
        return;
    std::erase(posting->second, id);
    if (posting->second.empty())
        m_postings.erase(posting);
}

void StoryClusterer::forget(StoryId id)
{
    const auto found = m_stories.find(id);
    for (const WeighedArticle& member : found->second->members)
        m_homes.erase(member.number);
    for (const auto& [term, count] : found->second->terms)
        m_statistics.remove(term);
    for (const auto& [key, count] : found->second->keys)
        unlist(key, id);
    m_stories.erase(found);
}

void StoryClusterer::merge(Story& into, Story& from)
{
    std::deque<WeighedArticle> members = std::move(from.members);
    const int articles = from.articles;
    const KnownFacts known = std::move(from.known);
    from.members.clear();
    if (m_kept.contains(from.id))
        m_kept.insert(into.id);
    forget(from.id);
    const int before = into.articles;
    for (WeighedArticle& member : members)
        insert(into, std::move(member));
    into.articles = before + articles;
    into.known.add(known);
}

std::vector<StoryId> StoryClusterer::candidates(const WeighedArticle& article) const
{
    std::vector<std::pair<StoryId, double>> found;
    for (const auto& [key, weight] : keysOf(article)) {
        if (key >= Signature) {
            if (const auto copy = m_copies.find(key); copy != m_copies.end())
                found.emplace_back(copy->second, weight);
            continue;
        }
        const auto posting = m_postings.find(key);
        if (posting == m_postings.end())
            continue;
        for (const StoryId id : posting->second)
            found.emplace_back(id, weight);
    }
    std::stable_sort(
        found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::pair<double, StoryId>> ranked;
    for (const auto& [id, weight] : found) {
        if (!ranked.empty() && ranked.back().second == id)
            ranked.back().first += weight;
        else
            ranked.emplace_back(weight, id);
    }
    std::size_t kept = std::min(Candidates, ranked.size());
    std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept), ranked.end(),
        [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first > b.first : a.second < b.second;
        });
    // What shares little beside what the best share is not of this story.
    while (kept > SureCandidates && ranked[kept - 1].first < FairShare * ranked.front().first)
        --kept;
    std::vector<StoryId> ids;
    for (std::size_t at = 0; at < kept; ++at) {
        const StoryId id = ranked[at].second;
        if (m_stories.at(id)->first - Window <= article.features.time)
            ids.push_back(id);
    }
    return ids;
}

double StoryClusterer::link(const WeighedArticle& a, const WeighedArticle& b)
{
    if (const std::optional<double> known = m_links.find(a.number, b.number))
        return *known;
    const PairEvidence evidence = a.number > b.number ? compare(a, b) : compare(b, a);
    const double link = evidence.copy ? SurestPair
        : evidence.veto               ? -SurestPair
                        : std::clamp(m_lexicon->weights().pair.sum(evidence.parts), -SurestPair, SurestPair);
    m_links.keep(a.number, b.number, link);
    return link;
}

double StoryClusterer::linkage(const Articles& a, const Articles& b)
{
    double sum = 0;
    int pairs = 0;
    const auto step = [](const Articles& story) { return std::max<std::size_t>(1, story.size() / Linked); };
    for (std::size_t left = 0; left < a.size(); left += step(a)) {
        for (std::size_t right = 0; right < b.size(); right += step(b)) {
            sum += link(*a[left], *b[right]);
            ++pairs;
        }
    }
    return pairs == 0 ? 0 : 1 / (1 + std::exp(-sum / pairs));
}

void StoryClusterer::judge(const Story& story, const WeighedArticle& article, Placement& placement) const
{
    Articles earlier;
    for (const WeighedArticle& member : story.members) {
        if (member.features.time <= article.features.time)
            earlier.push_back(&member);
    }
    static_cast<Telling&>(placement)
        = tellingOf(earlier, story.articles - static_cast<int>(story.members.size()), story.known, article);
}

} // namespace engine
