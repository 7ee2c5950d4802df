// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "clusterer.h"

#include "novelty.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace engine {

namespace {

constexpr double Join = 0.46; // chance from which an article is added to a story
constexpr double Merge = 0.40; // mean chance between two stories' articles from which they are one
constexpr double BestShare = 0.45; // of the nearest member in an article's fit; the rest is what others say
constexpr double Agreeing = 0.5; // share of the members that are asked besides, the nearest first …
constexpr std::size_t MostAsked = 5; // … at most
constexpr std::size_t Candidates = 24; // stories an article is compared with
constexpr std::size_t PostingLimit = 160; // newest stories kept for one key
constexpr std::size_t KeyTerms = 28; // rarest words by which stories are found
constexpr std::size_t FirstMembers = 6; // articles of a story that are compared: its first …
constexpr std::size_t LastMembers = 18; // … and its newest
constexpr std::size_t Linked = 10; // articles of a story that decide about a merge

std::uint64_t wordKey(Term term) { return term; }
std::uint64_t bandKey(std::size_t band, std::uint32_t value)
{
    return (std::uint64_t{1} << 40) | (static_cast<std::uint64_t>(band) << 32) | value;
}

// What an article's story can be found by, with how much it tells.
std::vector<std::pair<std::uint64_t, double>> keysOf(const WeighedArticle& article)
{
    std::map<Term, double> weights;
    for (const WeightedTerm& one : article.text.terms)
        weights[one.term] += static_cast<double>(one.weight) * article.text.length;
    for (const WeightedTerm& one : article.title.terms)
        weights[one.term] += static_cast<double>(one.weight) * article.title.length;
    std::vector<std::pair<std::uint64_t, double>> keys;
    for (const auto& [term, weight] : weights)
        keys.emplace_back(wordKey(term), weight);
    std::stable_sort(
        keys.begin(), keys.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    if (keys.size() > KeyTerms)
        keys.resize(KeyTerms);
    if (!article.features.shingles.empty) {
        for (std::size_t band = 0; band < article.features.shingles.bands.size(); ++band)
            keys.emplace_back(bandKey(band, article.features.shingles.bands[band]), 10.0);
    }
    return keys;
}

} // namespace

struct StoryClusterer::Story {
    StoryId id = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
    int articles = 0;
    std::deque<WeighedArticle> members; // the first and the newest, by time
    std::unordered_map<Term, std::uint32_t> terms; // how many articles use them
    std::unordered_map<std::uint64_t, std::uint32_t> keys; // under which it stands in the postings
    KnownFacts known;
};

struct StoryClusterer::Match {
    double score = 0;
    double best = 0;
};

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
    std::vector<std::pair<double, Story*>> matches;
    for (const StoryId id : candidates(article)) {
        Story& story = *m_stories.at(id);
        const Match found = match(story, article);
        if (found.score >= Join)
            matches.emplace_back(found.score, &story);
    }
    std::sort(matches.begin(), matches.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second->id < b.second->id;
    });
    Placement placement;
    Story* story = nullptr;
    if (matches.empty()) {
        placement.begins = true;
        auto begun = std::make_unique<Story>();
        begun->id = m_next++;
        story = begun.get();
        m_stories.emplace(story->id, std::move(begun));
    } else {
        story = matches.front().second;
        judge(*story, article, placement);
    }
    insert(*story, std::move(article));
    // An article that fits two stories may show that they are one.
    for (std::size_t at = 1; at < std::min<std::size_t>(matches.size(), 3); ++at) {
        Story* other = matches[at].second;
        if (linkage(*story, *other) < Merge)
            continue;
        Story* older = story->id < other->id ? story : other;
        Story* younger = older == story ? other : story;
        placement.merged.emplace_back(younger->id, older->id);
        merge(*older, *younger);
        story = older;
    }
    placement.story = story->id;
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
    insert(*story, weigh(m_statistics, std::move(features)));
}

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
    story.first = story.articles == 0 ? time : std::min(story.first, time);
    story.last = story.articles == 0 ? time : std::max(story.last, time);
    ++story.articles;
    for (const WeightedTerm& one : article.text.terms) {
        if (++story.terms[one.term] == 1)
            m_statistics.add(one.term);
    }
    for (const auto& [key, weight] : keysOf(article)) {
        if (++story.keys[key] > 1)
            continue;
        std::vector<StoryId>& posting = m_postings[key];
        if (posting.size() >= PostingLimit)
            posting.erase(posting.begin());
        posting.push_back(story.id);
    }
    story.known.add(article.features);
    const auto place = std::upper_bound(story.members.begin(), story.members.end(), article,
        [](const WeighedArticle& a, const WeighedArticle& b) { return a.features.time < b.features.time; });
    story.members.insert(place, std::move(article));
    if (story.members.size() > FirstMembers + LastMembers) {
        drop(story, story.members[FirstMembers]);
        story.members.erase(story.members.begin() + FirstMembers);
    }
    m_ageing.emplace_back(std::max(m_time, story.last), story.id);
}

// A story that goes on and on is found by what its kept articles say.
void StoryClusterer::drop(Story& story, const WeighedArticle& article)
{
    for (const WeightedTerm& one : article.text.terms) {
        const auto found = story.terms.find(one.term);
        if (found != story.terms.end() && --found->second == 0) {
            story.terms.erase(found);
            m_statistics.remove(one.term);
        }
    }
    for (const auto& [key, weight] : keysOf(article)) {
        const auto found = story.keys.find(key);
        if (found != story.keys.end() && --found->second == 0) {
            story.keys.erase(found);
            unlist(key, story.id);
        }
    }
}

void StoryClusterer::unlist(std::uint64_t key, StoryId id)
{
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
    forget(from.id);
    const int before = into.articles;
    for (WeighedArticle& member : members)
        insert(into, std::move(member));
    into.articles = before + articles;
    into.known.add(known);
}

std::vector<StoryId> StoryClusterer::candidates(const WeighedArticle& article) const
{
    std::map<StoryId, double> found;
    for (const auto& [key, weight] : keysOf(article)) {
        const auto posting = m_postings.find(key);
        if (posting == m_postings.end())
            continue;
        for (const StoryId id : posting->second)
            found[id] += weight;
    }
    std::vector<std::pair<double, StoryId>> ranked;
    for (const auto& [id, weight] : found) {
        if (m_stories.at(id)->first - Window <= article.features.time)
            ranked.emplace_back(weight, id);
    }
    const std::size_t kept = std::min(Candidates, ranked.size());
    std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept), ranked.end(),
        [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first > b.first : a.second < b.second;
        });
    std::vector<StoryId> ids;
    for (std::size_t at = 0; at < kept; ++at)
        ids.push_back(ranked[at].second);
    return ids;
}

StoryClusterer::Match StoryClusterer::match(const Story& story, const WeighedArticle& article) const
{
    std::vector<double> chances;
    for (const WeighedArticle& member : story.members)
        chances.push_back(sameStory(compare(article, member)));
    std::sort(chances.rbegin(), chances.rend());
    Match match;
    if (chances.empty())
        return match;
    match.best = chances.front();
    // One close member is not enough in a long story.
    const std::size_t asked = std::min(
        MostAsked, static_cast<std::size_t>(std::ceil(Agreeing * static_cast<double>(chances.size()))));
    double sum = 0;
    for (std::size_t at = 0; at < asked; ++at)
        sum += chances[at];
    match.score = BestShare * match.best + (1 - BestShare) * sum / static_cast<double>(asked);
    return match;
}

double StoryClusterer::linkage(const Story& a, const Story& b) const
{
    double sum = 0;
    int pairs = 0;
    const auto step
        = [](const Story& story) { return std::max<std::size_t>(1, story.members.size() / Linked); };
    for (std::size_t left = 0; left < a.members.size(); left += step(a)) {
        for (std::size_t right = 0; right < b.members.size(); right += step(b)) {
            sum += sameStory(compare(a.members[left], b.members[right]));
            ++pairs;
        }
    }
    return pairs == 0 ? 0 : sum / pairs;
}

void StoryClusterer::judge(const Story& story, const WeighedArticle& article, Placement& placement) const
{
    double nearest = 0;
    int lately = 0;
    placement.earlier = 0;
    for (const WeighedArticle& member : story.members) {
        if (member.features.time > article.features.time)
            continue;
        nearest = std::max(nearest, likeness(article, member));
        lately += article.features.time - member.features.time <= 86400 ? 1 : 0;
        ++placement.earlier;
    }
    placement.earlier += story.articles - static_cast<int>(story.members.size());
    placement.known = story.known.share(article.features);
    placement.novelty = noveltyOf({nearest, placement.known, lately, placement.earlier});
}

} // namespace engine
