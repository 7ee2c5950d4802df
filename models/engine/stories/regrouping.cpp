// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "clusteredstory.h"

namespace engine {

namespace {

constexpr double ViewFloor = -3; // logits of a link from which a story comes into view
constexpr double AsItIs = 0.3; // logits by which two articles of one story are linked better
constexpr double Never = -1e6; // logits of two whose stories the analyst keeps apart

// What a kept article told: its words are kept as they were weighed.
void addFacts(KnownFacts& facts, const WeighedArticle& article)
{
    StoryFeatures told;
    told.facts = article.features.facts;
    told.text = article.text.terms;
    facts.add(told);
}

} // namespace

// What an article brings after these of its story and some more, which told what is known.
Telling tellingOf(const std::vector<const WeighedArticle*>& earlier, int more, const KnownFacts& facts,
    const WeighedArticle& article)
{
    double nearest = 0;
    int lately = 0;
    for (const WeighedArticle* one : earlier) {
        nearest = std::max(nearest, likeness(article, *one));
        lately += article.features.time - one->features.time <= 86400 ? 1 : 0;
    }
    const int count = static_cast<int>(earlier.size()) + more;
    const double known = facts.share(article.features);
    return {count, noveltyOf({nearest, known, lately, count}), known};
}

std::vector<StoryClusterer::Story::Told> StoryClusterer::Story::tellings() const
{
    std::vector<Told> list;
    Articles earlier;
    KnownFacts facts;
    const int gone = articles - static_cast<int>(members.size()); // after the first
    for (const WeighedArticle& member : members) {
        Told told{member.number, member.features.article, {}};
        if (!earlier.empty())
            told.telling = tellingOf(earlier, earlier.size() < FirstCompared ? 0 : gone, facts, member);
        list.push_back(told);
        earlier.push_back(&member);
        addFacts(facts, member);
    }
    return list;
}

void StoryClusterer::Story::look()
{
    if (members.empty())
        return;
    first = members.front().features.time;
    last = members.back().features.time;
    if (articles != static_cast<int>(members.size()))
        return; // what those that are gone told is known still
    known = {};
    for (const WeighedArticle& member : members)
        addFacts(known, member);
}

// Gives the article's id; 0 when it is no longer kept, or the only one that is.
std::int64_t StoryClusterer::move(Story& from, Story& into, std::uint32_t number)
{
    const auto found = std::find_if(from.members.begin(), from.members.end(),
        [number](const WeighedArticle& one) { return one.number == number; });
    if (found == from.members.end() || from.members.size() < 2)
        return 0;
    drop(from, *found);
    WeighedArticle article = std::move(*found);
    from.members.erase(found);
    --from.articles;
    const std::int64_t id = article.features.article;
    insert(into, std::move(article));
    return id;
}

// Finds again what is near an article that was read back.
void StoryClusterer::compareAgain(const WeighedArticle& article)
{
    for (const StoryId id : candidates(article)) {
        for (const WeighedArticle& member : m_stories.at(id)->members) {
            if (member.number != article.number)
                link(article, member);
        }
    }
    m_homes.at(article.number).compared = true;
}

// Its own story and those its articles are linked to, and those theirs are, the best linked first.
std::vector<StoryClusterer::Story*> StoryClusterer::inView(StoryId own)
{
    std::vector<Story*> stories;
    std::vector<std::pair<double, StoryId>> open = {{SurestPair, own}};
    std::set<StoryId> seen;
    std::size_t count = 0;
    while (!open.empty()) {
        const auto best = std::max_element(open.begin(), open.end(), [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first < b.first : a.second > b.second;
        });
        const StoryId id = best->second;
        open.erase(best);
        if (!seen.insert(id).second || m_kept.contains(id))
            continue;
        Story* const story = m_stories.at(id).get();
        const Articles articles = story->movable();
        if (count + articles.size() > InView)
            continue;
        count += articles.size();
        stories.push_back(story);
        for (const WeighedArticle* article : articles) {
            if (!m_homes.at(article->number).compared)
                compareAgain(*article);
            const LinkMemory::Near near = m_links.nearOf(article->number);
            for (std::size_t at = 0; at < near.others.size(); ++at) {
                const auto link = static_cast<double>(near.links[at]);
                if (near.others[at] == 0 || link < ViewFloor)
                    break;
                const auto home = m_homes.find(near.others[at]);
                if (home != m_homes.end() && !seen.contains(home->second.story))
                    open.emplace_back(link, home->second.story);
            }
        }
    }
    std::sort(stories.begin(), stories.end(), [](const Story* a, const Story* b) { return a->id < b->id; });
    return stories;
}

// Makes stories part of others, older ones; a story that the article has only just begun has never been.
void StoryClusterer::putTogether(
    std::vector<Story*>& stories, const std::vector<std::size_t>& into, StoryId& own, Placement& placement)
{
    for (std::size_t story = 0; story < into.size(); ++story) {
        if (into[story] == story)
            continue;
        Story& older = *stories[into[story]];
        const StoryId id = stories[story]->id;
        if (id == own && placement.begins) {
            placement.begins = false;
            judge(older, stories[story]->members.front(), placement);
        } else {
            placement.merged.emplace_back(id, older.id);
        }
        if (id == own)
            own = older.id;
        merge(older, *stories[story]);
        stories[story] = &older;
    }
}

// What the article shows of the articles of its story and of those in view. Gives the story it is in then.
StoryId StoryClusterer::settle(StoryId own, std::uint32_t article, Placement& placement)
{
    if (m_kept.contains(own))
        return own;
    std::vector<Story*> stories = inView(own);
    Articles articles;
    std::vector<std::size_t> places;
    std::vector<std::uint32_t> numbers;
    for (std::size_t story = 0; story < stories.size(); ++story) {
        for (const WeighedArticle* one : stories[story]->movable()) {
            articles.push_back(one);
            places.push_back(story);
            numbers.push_back(one->number);
        }
    }
    const std::size_t count = articles.size();
    if (count < 2)
        return own;
    LinkTable links(count * count);
    for (std::size_t one = 0; one < count; ++one) {
        for (std::size_t other = 0; other < one; ++other)
            links[one * count + other] = links[other * count + one] = link(*articles[one], *articles[other]);
    }
    LinkTable beside(count * count);
    for (std::size_t one = 0; one < count; ++one) {
        const LinkMemory::Near near = m_links.nearOf(numbers[one]);
        for (std::size_t other = 0; other < count; ++other)
            beside[one * count + other] = LinkMemory::bestBeside(near, numbers[other]);
    }
    LinkTable company = inCompany(links, beside, count);
    for (std::size_t one = 0; one < count; ++one) {
        for (std::size_t other = 0; other < count; ++other) {
            if (places[one] == places[other])
                company[one * count + other] += AsItIs;
            else if (keptApart(stories[places[one]]->id, stories[places[other]]->id))
                company[one * count + other] = Never;
        }
    }
    const GoneOn gone = goneOn(regrouped(links, company, count), places, stories.size());
    for (std::size_t story = 0; story < stories.size(); ++story) {
        if (keptApart(stories[story]->id, stories[gone.stories[story]]->id))
            return own;
    }
    putTogether(stories, gone.stories, own, placement);
    for (std::size_t& place : places)
        place = gone.stories[place];
    const std::vector<std::size_t>& after = gone.places;
    if (after == places)
        return own;
    struct Going {
        std::uint32_t article;
        std::size_t from;
        std::size_t into;
    };
    std::vector<Going> going;
    std::set<std::size_t> touched;
    for (std::size_t at = 0; at < count; ++at) {
        if (after[at] == places[at])
            continue;
        going.push_back({numbers[at], places[at], after[at]});
        touched.insert({places[at], after[at]});
    }
    std::vector<Story::Told> before;
    for (const std::size_t story : touched) {
        for (; stories.size() <= story; ++m_next) {
            auto begun = std::make_unique<Story>();
            begun->id = m_next;
            stories.push_back(begun.get());
            m_stories.emplace(m_next, std::move(begun));
        }
        for (Story::Told& told : stories[story]->tellings())
            before.push_back(told);
    }
    for (const Going& one : going) {
        const std::int64_t moved = move(*stories[one.from], *stories[one.into], one.article);
        if (moved == 0)
            continue;
        if (one.article == article)
            own = stories[one.into]->id;
        else
            placement.moved.push_back({moved, stories[one.from]->id, stories[one.into]->id});
    }
    for (const std::size_t story : touched) {
        stories[story]->look();
        for (const Story::Told& told : stories[story]->tellings()) {
            if (std::find(before.begin(), before.end(), told) != before.end())
                continue;
            if (told.number != article) {
                placement.retold.emplace_back(told.article, told.telling);
                continue;
            }
            static_cast<Telling&>(placement) = told.telling;
            placement.begins = told.telling.earlier == 0;
        }
    }
    return own;
}

} // namespace engine
