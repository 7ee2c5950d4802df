// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "watchlistmarks.h"

#include "words.h"

#include <base/strings.h>

#include <unordered_map>

namespace desk {

namespace {

using Values = std::unordered_map<std::string, std::vector<std::size_t>>; // to the lists that have them

// Words that must stand one after the other.
struct Phrase {
    std::vector<Word> words;
    std::size_t list = 0;
};

} // namespace

struct WatchlistMarks::Members {
    Values entities;
    Values tickers;
    Values topics;
    std::unordered_map<std::string, std::vector<Phrase>> phrases; // by their first word

    static void mark(const Values& values, std::string_view value, std::vector<char>& marked)
    {
        if (values.empty() || value.empty())
            return;
        const auto found = values.find(base::lowerAscii(value));
        if (found == values.end())
            return;
        for (const std::size_t list : found->second)
            marked[list] = 1;
    }

    void markWords(std::string_view text, std::vector<char>& marked) const
    {
        const std::vector<Word> words = wordsIn(text);
        for (std::size_t at = 0; at < words.size(); ++at) {
            const auto found = phrases.find(words[at].text);
            if (found == phrases.end())
                continue;
            for (const Phrase& phrase : found->second) {
                std::size_t same = 1;
                while (same < phrase.words.size() && at + same < words.size()
                    && words[at + same].text == phrase.words[same].text)
                    ++same;
                if (same == phrase.words.size())
                    marked[phrase.list] = 1;
            }
        }
    }
};

WatchlistMarks::WatchlistMarks(std::span<const Watchlist> lists)
{
    auto members = std::make_unique<Members>();
    for (const Watchlist& list : lists) {
        const std::size_t number = m_names.size();
        m_names.push_back(list.name);
        for (const WatchlistMember& member : list.members) {
            const std::string value = base::lowerAscii(base::trimmed(member.value));
            switch (member.kind) {
            case MemberKind::Entity:
                members->entities[value].push_back(number);
                break;
            case MemberKind::Ticker:
                members->tickers[value].push_back(number);
                break;
            case MemberKind::Topic:
                members->topics[value].push_back(number);
                break;
            case MemberKind::Word: {
                std::vector<Word> words = wordsIn(member.value);
                if (words.empty())
                    break;
                const std::string first = words.front().text;
                members->phrases[first].push_back({std::move(words), number});
                break;
            }
            }
        }
    }
    m_members = std::move(members);
}

WatchlistMarks::~WatchlistMarks() = default;

bool WatchlistMarks::empty() const
{
    return m_members->entities.empty() && m_members->tickers.empty() && m_members->topics.empty()
        && m_members->phrases.empty();
}

bool WatchlistMarks::needsTexts() const { return !m_members->phrases.empty(); }

std::vector<std::string> WatchlistMarks::of(std::span<const NamedInArticle> entities,
    std::span<const std::string> topics, std::string_view title, std::string_view body) const
{
    std::vector<char> marked(m_names.size(), 0);
    for (const NamedInArticle& entity : entities) {
        Members::mark(m_members->entities, entity.id, marked);
        Members::mark(m_members->entities, entity.name, marked);
        Members::mark(m_members->tickers, entity.ticker, marked);
    }
    for (const std::string& topic : topics)
        Members::mark(m_members->topics, topic, marked);
    if (needsTexts()) {
        m_members->markWords(title, marked);
        m_members->markWords(body, marked);
    }
    std::vector<std::string> names;
    for (std::size_t at = 0; at < marked.size(); ++at) {
        if (marked[at] != 0)
            names.push_back(m_names[at]);
    }
    return names;
}

} // namespace desk
