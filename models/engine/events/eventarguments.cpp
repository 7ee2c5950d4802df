// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "foundevent.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace engine {

namespace {

constexpr std::size_t MaxQuantities = 8;
constexpr int KnownFrom = 40; // relevance of an entity the article is about

template <std::size_t N> bool isOneOf(std::string_view word, const std::array<std::string_view, N>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 7> Weekdays{
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 23> Months{"january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun",
    "jul", "aug", "sept", "sep", "oct", "nov"};
constexpr std::array<std::string_view, 6> Days{
    "today", "yesterday", "tomorrow", "overnight", "tonight", "midnight"};
constexpr std::array<std::string_view, 9> Periods{
    "week", "month", "quarter", "year", "decade", "season", "spring", "summer", "autumn"};
constexpr std::array<std::string_view, 6> Ordinals{"first", "second", "third", "fourth", "final", "fiscal"};
constexpr std::array<std::string_view, 7> Upon{"on", "against", "from", "to", "of", "with", "for"};

class Arguments final {
public:
    Arguments(const FoundEvent& found, const EventType& type, const SentenceWords& words,
        const Reading& reading, const std::vector<std::int32_t>& mentionAt)
        : m_found(found)
        , m_type(type)
        , m_words(words)
        , m_reading(reading)
        , m_mentionAt(mentionAt)
    {
        const TextSentence& sentence = words.sentence();
        m_begin = found.first;
        while (m_begin > sentence.firstToken && !words.clauseBorder(m_begin - 1))
            --m_begin;
        m_end = found.last;
        while (m_end < sentence.lastToken && !words.clauseBorder(m_end))
            ++m_end;
    }

    void actors(base::Event& event) const
    {
        const std::uint32_t first = m_words.sentence().firstToken;
        const std::uint32_t last = m_words.sentence().lastToken;
        if (m_found.hasVerb && m_words.isPassive(m_found.verb)) {
            event.object = leftOf(m_type.objects, m_begin, m_found.verb, {});
            event.subject = behind(m_type.subjects, {"by"}, m_found.verb, m_end, event.object);
            if (event.object.empty())
                event.object = rightOf(m_type.objects, m_found.verb, m_end, event.subject);
        } else {
            const std::uint32_t pivot = m_found.hasVerb ? m_found.verb : m_found.first;
            event.subject = leftOf(m_type.subjects, m_begin, pivot, {});
            event.object = rightOf(m_type.objects, pivot, m_end, event.subject);
        }
        if (event.subject.empty())
            event.subject = behind(
                m_type.subjects, {"by", "from", "at", "between", "in"}, m_found.first, m_end, event.object);
        if (event.subject.empty())
            event.subject = leftOf(m_type.subjects, first, m_found.first, event.object);
        const bool alone = !m_type.objects.empty() && m_type.objects.front() == "none";
        if (event.subject.empty() && alone)
            event.subject = rightOf(m_type.subjects, m_found.first, last, {});
        if (event.object.empty() && m_type.suffers && !event.subject.empty() && count(m_type.objects) == 1
            && fits(m_type.objects, event.subject))
            event.object.swap(event.subject);
        if (event.object.empty() && m_type.suffers)
            event.object = leftOf(m_type.objects, m_begin, m_end, event.subject);
        if (event.object.empty() && m_type.mutual)
            pairUp(event);
        if (event.object.empty() && m_type.suffers)
            event.object = principal(m_type.objects, event.subject);
        else if (event.subject.empty())
            event.subject = principal(m_type.subjects, event.object);
    }

    void theme(base::Event& event) const
    {
        const std::vector<std::string> kinds{"commodity"};
        event.theme = rightOf(kinds, m_found.first, m_end, event.subject);
        if (event.theme.empty())
            event.theme = leftOf(kinds, m_begin, m_found.last, event.subject);
        if (event.theme.empty() && event.subject.empty() && event.object.empty())
            event.theme = leftOf(kinds, m_words.sentence().firstToken, m_words.sentence().lastToken, {});
        if (event.theme.empty())
            event.theme = principal(kinds, event.subject);
    }

    void quantities(base::Event& event, const std::vector<FoundEvent>& others) const
    {
        const TextSentence& sentence = m_words.sentence();
        std::uint32_t at = m_begin;
        std::uint32_t covered = 0; // bytes read already
        std::uint32_t index = sentence.firstQuantity;
        for (; at < m_end && event.quantities.size() < MaxQuantities; ++at) {
            const Token& token = m_words.token(at);
            while (index < sentence.lastQuantity
                && m_reading.document.quantities[index].span.begin < token.begin)
                ++index;
            if (token.begin < covered || m_words.mention(at))
                continue;
            if (index < sentence.lastQuantity
                && m_reading.document.quantities[index].span.begin == token.begin) {
                const base::Quantity& quantity = m_reading.document.quantities[index];
                covered = quantity.span.end;
                if (quantity.unit != base::Unit::Duration || isTerm(at, covered))
                    take(event, quantity, at, others);
            } else if (isCount(at)) {
                base::Quantity quantity;
                std::string digits(m_words.lower(at));
                std::erase(digits, ',');
                std::from_chars(digits.data(), digits.data() + digits.size(), quantity.value);
                quantity.unit = base::Unit::Count;
                quantity.basis = "level";
                quantity.span = m_reading.document.span(sentence, at, at + 1);
                quantity.text = m_reading.document.text(quantity.span);
                take(event, quantity, at, others);
            }
        }
    }

    void when(base::Event& event) const
    {
        std::uint32_t best = UINT32_MAX;
        for (std::uint32_t at = m_begin; at < m_end;) {
            const std::uint32_t end = timeAt(at);
            if (end == at) {
                ++at;
                continue;
            }
            const std::uint32_t distance = at >= m_found.last ? at - m_found.last
                : end <= m_found.first                        ? m_found.first - end
                                                              : 0;
            if (distance < best) {
                best = distance;
                event.when = m_reading.document.text(m_reading.document.span(m_words.sentence(), at, end));
            }
            at = end;
        }
    }

private:
    bool kindFits(const std::vector<std::string>& kinds, const base::Entity& entity) const
    {
        if (kinds.empty())
            return entity.kind != "currency" && entity.kind != "index" && entity.kind != "commodity";
        return std::find(kinds.begin(), kinds.end(), entity.kind) != kinds.end();
    }
    bool fits(const std::vector<std::string>& kinds, const std::string& id) const
    {
        return std::any_of(m_reading.entities.begin(), m_reading.entities.end(),
            [&](const base::Entity& entity) { return entity.id == id && kindFits(kinds, entity); });
    }
    const Mention* mentionAt(std::uint32_t at) const
    {
        return m_mentionAt[at] < 0 ? nullptr : &m_reading.mentions[static_cast<std::size_t>(m_mentionAt[at])];
    }
    const base::Entity* candidate(
        const std::vector<std::string>& kinds, std::uint32_t at, const std::string& other) const
    {
        const Mention* mention = mentionAt(at);
        if (mention == nullptr || mention->firstToken != at)
            return nullptr;
        const base::Entity& entity = m_reading.entities[mention->entity];
        return entity.id != other && kindFits(kinds, entity) ? &entity : nullptr;
    }

    // How many entities of these kinds the sentence names.
    int count(const std::vector<std::string>& kinds) const
    {
        std::vector<const base::Entity*> seen;
        for (std::uint32_t at = m_words.sentence().firstToken; at < m_words.sentence().lastToken; ++at) {
            const base::Entity* entity = candidate(kinds, at, {});
            if (entity != nullptr && std::find(seen.begin(), seen.end(), entity) == seen.end())
                seen.push_back(entity);
        }
        return static_cast<int>(seen.size());
    }

    bool afterPreposition(std::uint32_t at) const
    {
        std::uint32_t back = at;
        while (back > m_words.sentence().firstToken && m_words.isDeterminer(back - 1))
            --back;
        return back > m_words.sentence().firstToken
            && (m_words.isPreposition(back - 1) || m_words.lower(back - 1) == "to");
    }

    // The nearest to the left: best one that no preposition hangs to something else.
    std::string leftOf(const std::vector<std::string>& kinds, std::uint32_t begin, std::uint32_t end,
        const std::string& other) const
    {
        std::string hanging;
        for (std::uint32_t at = end; at-- > begin;) {
            const base::Entity* entity = candidate(kinds, at, other);
            if (entity == nullptr)
                continue;
            if (!afterPreposition(at))
                return entity->id;
            if (hanging.empty())
                hanging = entity->id;
        }
        return hanging;
    }

    std::string rightOf(const std::vector<std::string>& kinds, std::uint32_t begin, std::uint32_t end,
        const std::string& other) const
    {
        std::string placed;
        for (std::uint32_t at = begin; at < end; ++at) {
            const base::Entity* entity = candidate(kinds, at, other);
            if (entity == nullptr)
                continue;
            const bool elsewhere = at > m_words.sentence().firstToken && m_words.isPreposition(at - 1)
                && !isOneOf(m_words.lower(at - 1), Upon);
            if (!elsewhere)
                return entity->id;
            if (placed.empty())
                placed = entity->id;
        }
        return placed;
    }

    // "Israel, Iran agree", "Honda and Nissan": two names side by side are both parties.
    void pairUp(base::Event& event) const
    {
        for (std::uint32_t at = m_begin; at + 2 < m_end; ++at) {
            const base::Entity* first = candidate(m_type.subjects, at, {});
            if (first == nullptr)
                continue;
            const std::uint32_t joint = mentionAt(at)->lastToken;
            const std::string_view word = m_words.lower(joint);
            if (joint + 1 >= m_end || (word != "," && word != "and" && word != "&"))
                continue;
            const base::Entity* second = candidate(m_type.objects, joint + 1, first->id);
            if (second == nullptr || (first->id != event.subject && second->id != event.subject))
                continue;
            event.subject = first->id;
            event.object = second->id;
            return;
        }
    }

    // The first that one of these prepositions introduces.
    std::string behind(const std::vector<std::string>& kinds,
        std::initializer_list<std::string_view> prepositions, std::uint32_t begin, std::uint32_t end,
        const std::string& other) const
    {
        for (std::uint32_t at = begin + 1; at < end; ++at) {
            const base::Entity* entity = candidate(kinds, at, other);
            if (entity == nullptr)
                continue;
            const std::uint32_t lead = at > begin + 1 && m_words.isDeterminer(at - 1) ? at - 2 : at - 1;
            if (std::find(prepositions.begin(), prepositions.end(), m_words.lower(lead))
                != prepositions.end())
                return entity->id;
        }
        return {};
    }

    // What the article is about, when its sentence does not say.
    std::string principal(const std::vector<std::string>& kinds, const std::string& other) const
    {
        if (m_reading.document.sentences.size() < 2)
            return {};
        for (const base::Entity& entity : m_reading.entities) {
            if (entity.relevance >= KnownFrom && kindFits(kinds, entity) && entity.id != other)
                return entity.id;
        }
        return {};
    }

    // Whether a duration belongs to what happened ("for six months"), not to a comparison ("a 30-year low",
    // "the first in 41 years").
    bool isTerm(std::uint32_t at, std::uint32_t endByte) const
    {
        std::uint32_t next = at;
        while (next < m_end && m_words.token(next).begin < endByte)
            ++next;
        const std::string_view after = m_words.lower(next);
        const std::string_view left = at > m_begin ? m_words.lower(at - 1) : std::string_view();
        return at + 1 >= m_found.first && left != "in" && left != "after" && left != "since" && left != "than"
            && after != "low" && after != "high" && after != "peak" && after != "ago" && after != "lows"
            && after != "highs";
    }

    // "13,000 jobs": a figure without a unit that counts the noun after it.
    bool isCount(std::uint32_t at) const
    {
        const Token& token = m_words.token(at);
        if (!token.is(Number) || m_words.mention(at) || at + 1 >= m_end)
            return false;
        const std::string_view text = m_words.lower(at);
        const std::string_view left = at > m_begin ? m_words.lower(at - 1) : std::string_view();
        const Token& next = m_words.token(at + 1);
        const bool year = text.size() == 4 && (text.starts_with("19") || text.starts_with("20"));
        const bool joined = at > m_begin && m_words.token(at - 1).end == token.begin;
        const bool named = at > m_words.sentence().firstToken + 1 && m_words.token(at - 1).is(Capitalised)
            && !m_words.mention(at - 1);
        return !year && !joined && !named && !next.is(AllCaps) && !isOneOf(left, Months) && left != "phase"
            && left != "chapter" && !next.is(Number) && next.begin > token.end
            && !isOneOf(m_words.lower(at + 1), Months) && m_words.lower(at + 1) != "a.m."
            && m_words.lower(at + 1) != "p.m."
            && (next.is(Punctuation) ? text.find(',') != std::string_view::npos : true);
    }

    static std::uint32_t distance(const FoundEvent& found, std::uint32_t at)
    {
        return at >= found.last ? at - found.last + 1 : at < found.first ? found.first - at + 1 : 0;
    }

    void take(base::Event& event, const base::Quantity& quantity, std::uint32_t at,
        const std::vector<FoundEvent>& others) const
    {
        const std::uint32_t own = distance(m_found, at);
        const bool nearer = std::any_of(others.begin(), others.end(), [&](const FoundEvent& other) {
            return distance(other, at) < own && (other.last <= m_found.first || other.first >= m_found.last);
        });
        if (!nearer)
            event.quantities.push_back(quantity);
    }

    // One past the last token of a time that starts at `at`; `at` when none does.
    std::uint32_t timeAt(std::uint32_t at) const
    {
        const std::string_view word = m_words.lower(at);
        const std::string_view next = m_words.lower(at + 1);
        const std::string_view left = at > m_words.sentence().firstToken ? m_words.lower(at - 1) : word;
        if (isOneOf(word, Weekdays) || isOneOf(word, Days))
            return at + 1;
        if (isOneOf(word, Months) && (word != "may" || m_words.token(at).is(Capitalised))
            && (word != "march" || m_words.token(at).is(Capitalised))) {
            const bool opens = at == m_words.sentence().firstToken;
            const bool dated = opens || m_words.isPreposition(at - 1) || left == "to" || left == "last"
                || left == "next" || left == "this" || left == "-" || m_words.token(at - 1).is(Number)
                || number(at + 1) || word.size() > 5;
            if (!dated)
                return at;
            std::uint32_t end = at + 1;
            if (m_words.lower(end) == "." && number(end + 1))
                ++end;
            if (number(end))
                ++end;
            if (m_words.lower(end) == "," && year(end + 1))
                end += 2;
            return end;
        }
        if (word == "next" || word == "last" || word == "this" || word == "coming") {
            if (isOneOf(next, Periods) || isOneOf(next, Months) || isOneOf(next, Weekdays))
                return at + 2;
            return at;
        }
        if (word == "q1" || word == "q2" || word == "q3" || word == "q4")
            return at + 1;
        if (isOneOf(word, Ordinals)
            && (next == "quarter" || next == "half" || (word == "fiscal" && year(at + 1))))
            return at + 2;
        if (word.ends_with("-quarter") && word != "three-quarter" && word != "per-quarter")
            return at + 1;
        if (year(at)
            && (left == "in" || left == "by" || left == "until" || left == "from" || left == "for"
                || left == "to" || left == "of" || left == "fiscal"
                || (at > m_begin && !m_words.token(at - 1).is(Punctuation))))
            return at + 1;
        return at;
    }
    bool number(std::uint32_t at) const
    {
        return at < m_words.sentence().lastToken && m_words.token(at).is(Number);
    }
    bool year(std::uint32_t at) const
    {
        const std::string_view text = m_words.lower(at);
        return number(at) && text.size() == 4 && (text.starts_with("19") || text.starts_with("20"));
    }

    const FoundEvent& m_found;
    const EventType& m_type;
    const SentenceWords& m_words;
    const Reading& m_reading;
    const std::vector<std::int32_t>& m_mentionAt;
    std::uint32_t m_begin = 0; // tokens of its clause
    std::uint32_t m_end = 0;
};

} // namespace

void readArguments(base::Event& event, const FoundEvent& found, const std::vector<FoundEvent>& others,
    const EventType& type, const SentenceWords& words, const Reading& reading,
    const std::vector<std::int32_t>& mentionAt)
{
    const Arguments arguments(found, type, words, reading, mentionAt);
    arguments.actors(event);
    arguments.theme(event);
    arguments.quantities(event, others);
    arguments.when(event);
}

} // namespace engine
