// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "foundevent.h"

#include <algorithm>
#include <charconv>

namespace engine {

namespace {

constexpr std::uint32_t Reach = 7; // tokens an operator may stand before the verb …
constexpr std::uint32_t After = 4; // … and after the match
constexpr std::uint32_t DenyReach = 12;
constexpr std::uint32_t GroupReach = 4; // "not", "may": in the verb group itself

class Status final {
public:
    Status(FoundEvent& event, const SentenceWords& words, const std::vector<OperatorHit>& operators)
        : m_event(event)
        , m_words(words)
        , m_operators(operators)
    {
    }

    void settle(bool undoing, int publishedYear)
    {
        bool seen[OperatorCount] = {};
        int reversals = m_event.reversed ? 1 : 0;
        for (const OperatorHit& hit : m_operators) {
            if (std::find(m_event.matched.begin(), m_event.matched.end(), hit.first) != m_event.matched.end())
                continue; // "reject" of "pilots reject contract" is the event itself
            if (!applies(hit))
                continue;
            if (hit.value == Operator::Reverse) {
                if (hit.first != m_event.verb && !m_event.reversed && !undoing)
                    ++reversals;
                continue;
            }
            seen[static_cast<std::size_t>(hit.value)] = true;
        }
        m_event.reversed = reversals % 2 == 1;
        const auto is = [&](Operator value) { return seen[static_cast<std::size_t>(value)]; };
        using base::Modality;
        m_event.modality = is(Operator::Deny) || is(Operator::Negate) ? Modality::Denied
            : is(Operator::Rumour)                                    ? Modality::Rumoured
            : is(Operator::Threaten)                                  ? Modality::Threatened
            : is(Operator::Conditional)                               ? Modality::Conditional
            : is(Operator::Delay)                                     ? Modality::Delayed
            : is(Operator::Propose)                                   ? Modality::Proposed
            : is(Operator::Expect)                                    ? Modality::Expected
            : historical(publishedYear)                               ? Modality::Historical
            : told()                                                  ? Modality::Completed
                                                                      : Modality::Announced;
    }

private:
    bool applies(const OperatorHit& hit) const
    {
        // The verb of an action may be an operator itself: "considers tariffs".
        const bool own = m_event.hasVerb && hit.first == m_event.verb;
        const bool before = own || hit.last <= m_event.verb;
        const std::uint32_t distance = own ? 0 : before ? m_event.verb - hit.last : hit.first - m_event.verb;
        const bool joined = own ? true
            : before            ? !m_words.borderBetween(hit.last, m_event.verb)
                                : !m_words.borderBetween(m_event.verb, hit.first);
        const bool follows = hit.first >= m_event.last && hit.first < m_event.last + After && joined
            && !comma(m_event.last, hit.first);
        switch (hit.value) {
        case Operator::Rumour:
            return true;
        case Operator::Reverse:
            return joined
                && ((hit.last <= m_event.first && m_event.first - hit.last <= GroupReach)
                    || (before && hit.first >= m_event.first) || (follows && m_words.isPassive(hit.first)));
        case Operator::Delay:
            return joined && ((before && distance <= Reach) || (follows && m_words.isPast(hit.first)));
        case Operator::Deny:
            return joined && before && distance <= DenyReach;
        case Operator::Negate:
            return joined && before && distance <= GroupReach && !comma(hit.last, m_event.verb)
                && m_words.lower(hit.last) != "only";
        case Operator::Conditional:
            return conditional(hit, before, distance, joined);
        case Operator::Threaten:
        case Operator::Propose:
            return joined && before && distance <= Reach;
        case Operator::Expect:
            return joined && ((before && distance <= Reach) || follows);
        }
        return false;
    }

    bool conditional(const OperatorHit& hit, bool before, std::uint32_t distance, bool joined) const
    {
        const std::string_view word = m_words.lower(hit.first);
        if (word == "if" || word == "unless")
            return before || !told();
        if (word == "may" && isMonth(hit.first))
            return false;
        return joined && before && distance <= (word == "whether" ? DenyReach : GroupReach);
    }

    bool isMonth(std::uint32_t at) const
    {
        if (!m_words.token(at).is(Capitalised) || at == m_words.sentence().firstToken)
            return false;
        const std::string_view left = m_words.lower(at - 1);
        const std::uint32_t next = at + 1;
        return m_words.isPreposition(at - 1) || left == "last" || left == "next" || left == "this"
            || left == "to" || m_words.token(at - 1).is(Number) || next >= m_words.sentence().lastToken
            || m_words.token(next).is(Number) || m_words.token(next).is(Punctuation);
    }

    bool comma(std::uint32_t from, std::uint32_t to) const
    {
        for (std::uint32_t at = from; at < to; ++at) {
            if (m_words.lower(at) == ",")
                return true;
        }
        return false;
    }

    // Whether a verb of the event stands in the past: its own verb, or any word of its pattern.
    bool told() const
    {
        if (m_event.matched.empty() || m_event.hasVerb)
            return m_words.isPast(m_event.verb);
        return std::any_of(m_event.matched.begin(), m_event.matched.end(),
            [this](std::uint32_t at) { return m_words.isPast(at); });
    }

    // A full year, as a number; 0 for anything else.
    int yearAt(std::uint32_t at) const
    {
        const std::string_view text = m_words.lower(at);
        int year = 0;
        if (text.size() != 4 || std::from_chars(text.data(), text.data() + 4, year).ec != std::errc())
            return 0;
        return year >= 1900 && year <= 2100 ? year : 0;
    }

    // Told in the past perfect, or in the past with a date that is over: "in 2018", "last year".
    bool historical(int publishedYear) const
    {
        const TextSentence& sentence = m_words.sentence();
        // Without a verb ("the takeover of …"), or after it ("after buying …"), the date alone says when.
        const bool after = m_event.verb > sentence.firstToken && m_words.lower(m_event.verb).ends_with("ing")
            && m_words.lower(m_event.verb - 1) == "after";
        bool past = told() || !m_event.hasVerb || after;
        for (std::uint32_t back = 1; back <= 3 && m_event.verb >= sentence.firstToken + back; ++back) {
            const std::string_view word = m_words.lower(m_event.verb - back);
            if (word == "had" && past)
                return true;
            if (word == "has" || word == "have" || word == "will" || word == "to" || word == "'s")
                past = false;
        }
        if (!past)
            return false;
        if (sentence.zone == Zone::Body && isAside())
            return true;
        for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at) {
            const std::string_view word = m_words.lower(at);
            const std::string_view left = at > sentence.firstToken ? m_words.lower(at - 1) : word;
            const bool far = m_words.borderBetween(std::min(at, m_event.verb), std::max(at, m_event.verb));
            if (far)
                continue;
            if (const int year = yearAt(at); year > 0) {
                const bool dated = left == "in" || left == "of" || isMonthName(left)
                    || at + 1 == m_event.first; // "its 2008 acquisition of"
                if (dated && (publishedYear == 0 || year < publishedYear))
                    return true;
            }
            const bool compared = left == "than" || left == "from" || left == "with" || left == "to"
                || left == "versus" || left == "of";
            if (word == "last" && m_words.lower(at + 1) == "year" && !compared)
                return true;
            if ((word == "years" || word == "decades") && m_words.lower(at + 1) == "ago" && !compared)
                return true;
        }
        return false;
    }

    // "… Wachovia, which it bought", "since it emerged from bankruptcy": what the text reminds of on the way.
    bool isAside() const
    {
        constexpr std::uint32_t Near = 4;
        std::uint32_t at = std::min(m_event.first, m_event.verb);
        for (std::uint32_t back = 0; back < Near && at > m_words.sentence().firstToken; ++back) {
            if (m_words.clauseBorder(--at))
                return false;
            const std::string_view word = m_words.lower(at);
            if (word == "which" || word == "who" || word == "since")
                return true;
        }
        return false;
    }

    static bool isMonthName(std::string_view word)
    {
        constexpr std::string_view Names[] = {"january", "february", "march", "april", "may", "june", "july",
            "august", "september", "october", "november", "december"};
        return std::find(std::begin(Names), std::end(Names), word) != std::end(Names);
    }

    FoundEvent& m_event;
    const SentenceWords& m_words;
    const std::vector<OperatorHit>& m_operators;
};

} // namespace

void settleEvent(FoundEvent& event, const SentenceWords& words, const std::vector<OperatorHit>& operators,
    bool undoing, int publishedYear)
{
    Status(event, words, operators).settle(undoing, publishedYear);
}

} // namespace engine
