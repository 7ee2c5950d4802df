// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "eventfinder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace engine {

namespace {

constexpr std::uint32_t VerbBefore = 8; // tokens a verb may stand before its noun …
constexpr std::uint32_t VerbAfter = 5; // … and after it ("tariffs were finally imposed")
constexpr std::uint32_t OperatorReach = 7;
constexpr std::size_t MaxEvidence = 4;
constexpr std::size_t MaxQuantities = 8;

struct Found {
    std::uint32_t type = 0;
    int sign = 2;
    std::uint32_t sentence = 0;
    std::uint32_t first = 0; // tokens of the match, half-open
    std::uint32_t last = 0;
    std::uint32_t verb = 0; // first token of the verb; `first` when there is none
    std::string rule;
    std::vector<std::uint32_t> matched; // tokens of a pattern's own words
    bool reversed = false;
    base::Modality modality = base::Modality::Announced;
};

class EventFinder final {
public:
    EventFinder(const EventRules& rules, Reading& reading)
        : m_rules(rules)
        , m_reading(reading)
        , m_document(reading.document)
        , m_mentionAt(reading.document.tokens.size(), -1)
    {
        for (std::size_t at = 0; at < reading.mentions.size(); ++at) {
            for (std::uint32_t token = reading.mentions[at].firstToken;
                 token < reading.mentions[at].lastToken; ++token)
                m_mentionAt[token] = static_cast<std::int32_t>(at);
        }
    }

    void run()
    {
        for (std::uint32_t number = 0; number < m_document.sentences.size(); ++number) {
            if (!m_document.sentences[number].boilerplate)
                readSentence(number);
        }
        for (auto& [type, event] : m_events)
            m_reading.events.push_back(std::move(event));
        std::stable_sort(m_reading.events.begin(), m_reading.events.end(),
            [this](const base::Event& a, const base::Event& b) { return weight(a) > weight(b); });
    }

private:
    const Token& token(std::uint32_t at) const { return m_document.tokens[at]; }
    double weight(const base::Event& event) const
    {
        return event.certainty * prominence(m_reading, event)
            * m_rules.types()[static_cast<std::size_t>(m_rules.find(event.type))].prior;
    }

    void readSentence(std::uint32_t number)
    {
        m_sentence = &m_document.sentences[number];
        m_number = number;
        readOperators();
        std::vector<Found> found;
        for (std::uint32_t at = m_sentence->firstToken; at < m_sentence->lastToken; ++at) {
            forEachRule(
                at, [&](std::int32_t id) { return m_rules.actionsFor(id); },
                [&](std::uint32_t action) { tryAction(action, at, found); });
            forEachRule(
                at, [&](std::int32_t id) { return m_rules.patternsFor(id); },
                [&](std::uint32_t pattern) { tryPattern(pattern, at, found); });
        }
        for (Found& one : found) {
            settle(one);
            add(one);
        }
    }

    template <class Look, class Call> void forEachRule(std::uint32_t at, Look look, Call call) const
    {
        const Token& current = token(at);
        const std::vector<std::uint32_t>* byWord = look(current.word);
        if (byWord != nullptr)
            std::for_each(byWord->begin(), byWord->end(), call);
        if (current.lemma != current.word) {
            if (const std::vector<std::uint32_t>* byLemma = look(current.lemma))
                std::for_each(byLemma->begin(), byLemma->end(), call);
        }
    }

    void readOperators()
    {
        m_operators.clear();
        for (std::uint32_t at = m_sentence->firstToken; at < m_sentence->lastToken;) {
            std::vector<PhraseSet::Hit> hits;
            m_rules.operators().matchAt(m_document.tokens, at, m_sentence->lastToken, hits);
            for (const PhraseSet::Hit& hit : hits)
                m_operators.push_back(hit);
            ++at;
        }
    }

    // A clause ends at these; verbs and operators beyond them do not reach.
    bool clauseBorder(std::uint32_t at) const
    {
        const std::string_view text = m_document.lower(*m_sentence, token(at));
        return text == ";" || text == ":" || text == "but" || text == "while" || text == "although"
            || text == "whereas" || text == "as" || text == "\u2014";
    }

    // ---- noun and verb

    void tryAction(std::uint32_t index, std::uint32_t at, std::vector<Found>& found) const
    {
        const EventRules::Action& action = m_rules.actions()[index];
        const std::uint32_t size = matchPhrase(action.noun, m_document.tokens, at, m_sentence->lastToken);
        if (size == 0)
            return;
        Found one;
        one.type = action.type;
        one.sentence = m_number;
        one.rule = "events#" + m_rules.types()[action.type].id + '/' + action.text;
        const std::uint32_t end = at + size;
        // The nearest verb of the type, or a word that reverses it.
        const std::uint32_t low = at - std::min(at - m_sentence->firstToken, VerbBefore);
        const std::uint32_t high = std::min(m_sentence->lastToken, end + VerbAfter);
        std::uint32_t best = VerbBefore + VerbAfter + 1;
        const auto consider = [&](std::uint32_t verb, std::uint32_t verbEnd, bool reverse) {
            const std::uint32_t distance = verb < at ? at - verb : verb - end + 2;
            if (distance >= best || token(verb).is(Quoted) != token(at).is(Quoted))
                return;
            best = distance;
            one.verb = verb;
            one.first = std::min(verb, at);
            one.last = std::max(verbEnd, end);
            one.reversed = reverse && !m_rules.types()[action.type].undoing;
        };
        for (std::uint32_t verb = at; verb-- > low;) {
            if (clauseBorder(verb))
                break;
            if (const std::uint32_t length = m_rules.verbAt(action.type, m_document.tokens, verb, at);
                length > 0)
                consider(verb, verb + length, false);
            else if (const std::uint32_t reverse = reversalAt(verb); reverse > 0)
                consider(verb, verb + reverse, true);
        }
        for (std::uint32_t verb = end; verb < high; ++verb) {
            if (clauseBorder(verb) || m_document.lower(*m_sentence, token(verb)) == ",")
                break;
            if (const std::uint32_t length
                = m_rules.verbAt(action.type, m_document.tokens, verb, m_sentence->lastToken);
                length > 0)
                consider(verb, verb + length, false);
            else if (const std::uint32_t reverse = reversalAt(verb); reverse > 0)
                consider(verb, verb + reverse, true);
        }
        if (best > VerbBefore + VerbAfter)
            return;
        found.push_back(std::move(one));
    }

    std::uint32_t reversalAt(std::uint32_t at) const
    {
        for (const PhraseSet::Hit& hit : m_operators) {
            if (hit.first == at && hit.phrase == static_cast<std::uint32_t>(Operator::Reverse))
                return hit.last - hit.first;
        }
        return 0;
    }

    // ---- patterns

    void tryPattern(std::uint32_t index, std::uint32_t at, std::vector<Found>& found) const
    {
        const EventRules::Pattern& pattern = m_rules.patterns()[index];
        std::uint32_t next = at;
        std::vector<std::uint32_t> words;
        for (std::size_t element = 0; element < pattern.elements.size(); ++element) {
            const EventRules::Element& part = pattern.elements[element];
            const std::uint32_t limit = element == 0 ? at : next + static_cast<std::uint32_t>(part.gap);
            std::uint32_t matched = 0;
            for (std::uint32_t from = next; from <= limit && from < m_sentence->lastToken && matched == 0;
                 ++from) {
                if (from > next && clauseBorder(from - 1))
                    break;
                matched = matchElement(part, from);
                for (std::uint32_t token = from; token < matched; ++token)
                    words.push_back(token);
            }
            if (matched == 0)
                return;
            next = matched;
        }
        Found one;
        one.type = pattern.type;
        one.sign = pattern.sign;
        one.sentence = m_number;
        one.first = at;
        one.last = next;
        one.verb = at;
        one.matched = std::move(words);
        one.rule = "events#" + m_rules.types()[pattern.type].id + "/" + pattern.text;
        found.push_back(std::move(one));
    }

    // One past the last token matched from `at`, or 0.
    std::uint32_t matchElement(const EventRules::Element& part, std::uint32_t at) const
    {
        using What = EventRules::Element::What;
        switch (part.what) {
        case What::Words:
            for (const Phrase& phrase : part.alternatives) {
                if (const std::uint32_t size
                    = matchPhrase(phrase, m_document.tokens, at, m_sentence->lastToken);
                    size > 0)
                    return at + size;
            }
            return 0;
        case What::Entity: {
            if (m_mentionAt[at] < 0)
                return 0;
            const Mention& mention = m_reading.mentions[static_cast<std::size_t>(m_mentionAt[at])];
            if (part.kind != "any" && m_reading.entities[mention.entity].kind != part.kind)
                return 0;
            return mention.lastToken;
        }
        default:
            return matchQuantity(part.what, at);
        }
    }

    std::uint32_t matchQuantity(EventRules::Element::What what, std::uint32_t at) const
    {
        using What = EventRules::Element::What;
        const std::uint32_t begin = token(at).begin;
        for (std::uint32_t index = m_sentence->firstQuantity; index < m_sentence->lastQuantity; ++index) {
            const base::Quantity& quantity = m_document.quantities[index];
            if (quantity.span.begin != begin)
                continue;
            const bool fits = what == What::Quantity
                || (what == What::Percent && quantity.unit == base::Unit::Percent)
                || (what == What::BasisPoints
                    && (quantity.unit == base::Unit::BasisPoint
                        || quantity.unit == base::Unit::PercentagePoint))
                || (what == What::Money && quantity.unit == base::Unit::Money);
            if (!fits)
                return 0;
            std::uint32_t end = at;
            while (end < m_sentence->lastToken && token(end).begin < quantity.span.end)
                ++end;
            return end;
        }
        return 0;
    }

    // ---- what the words around say of it

    void settle(Found& one) const
    {
        bool seen[9] = {};
        const std::uint32_t low = one.first - std::min(one.first - m_sentence->firstToken, OperatorReach);
        const std::uint32_t high = std::min(m_sentence->lastToken, one.last + 3);
        int reversals = one.reversed ? 1 : 0;
        for (const PhraseSet::Hit& hit : m_operators) {
            const auto value = static_cast<Operator>(hit.phrase);
            if (std::find(one.matched.begin(), one.matched.end(), hit.first) != one.matched.end())
                continue; // "reject" of "pilots reject contract" is the event itself
            const bool inside = hit.first >= one.first && hit.first < one.last;
            const bool sentenceWide
                = value == Operator::Rumour || value == Operator::Conditional || value == Operator::Deny;
            const bool near = hit.last <= one.first ? hit.first >= low && !borderBetween(hit.last, one.first)
                                                    : hit.first < high;
            if (!near && !inside
                && !(sentenceWide && hit.first <= one.first && !borderBetween(hit.last, one.first)))
                continue;
            if (value == Operator::Reverse) {
                // The verb itself was counted already; a further one before it ("scraps plan to impose").
                if (hit.first != one.verb && hit.last <= one.first && !one.reversed
                    && !m_rules.types()[one.type].undoing)
                    ++reversals;
                continue;
            }
            if (value == Operator::Negate && hit.last > one.verb && hit.first != one.verb)
                continue;
            if ((value == Operator::Negate || value == Operator::Conditional) && hit.last + 4 < one.verb)
                continue;
            seen[hit.phrase] = true;
        }
        one.reversed = reversals % 2 == 1;
        const auto is = [&](Operator value) { return seen[static_cast<std::size_t>(value)]; };
        using base::Modality;
        one.modality = is(Operator::Deny) || is(Operator::Negate) ? Modality::Denied
            : is(Operator::Rumour)                                ? Modality::Rumoured
            : is(Operator::Threaten)                              ? Modality::Threatened
            : is(Operator::Conditional)                           ? Modality::Conditional
            : is(Operator::Delay)                                 ? Modality::Delayed
            : is(Operator::Propose)                               ? Modality::Proposed
            : is(Operator::Expect)                                ? Modality::Expected
            : m_sentence->background                              ? Modality::Historical
            : told(one)                                           ? Modality::Completed
                                                                  : Modality::Announced;
    }

    bool borderBetween(std::uint32_t from, std::uint32_t to) const
    {
        for (std::uint32_t at = from; at < to; ++at) {
            if (clauseBorder(at))
                return true;
        }
        return false;
    }

    // Whether a verb of the event stands in the past: its own verb, or any word of its pattern.
    bool told(const Found& one) const
    {
        if (one.matched.empty())
            return pastVerb(one.verb);
        return std::any_of(
            one.matched.begin(), one.matched.end(), [this](std::uint32_t at) { return pastVerb(at); });
    }

    bool pastVerb(std::uint32_t at) const
    {
        const std::string_view text = m_document.lower(*m_sentence, token(at));
        constexpr std::array<std::string_view, 28> Past{"cut", "hit", "rose", "fell", "won", "shut", "put",
            "set", "made", "took", "struck", "sold", "bought", "held", "kept", "gave", "lost", "beat",
            "broke", "sank", "drew", "grew", "left", "met", "said", "went", "paid", "sought"};
        return text.ends_with("ed") || std::find(Past.begin(), Past.end(), text) != Past.end();
    }

    // ---- arguments

    bool kindFits(const std::vector<std::string>& kinds, std::uint32_t entity) const
    {
        if (kinds.empty()) {
            const std::string& kind = m_reading.entities[entity].kind;
            return kind != "currency" && kind != "index" && kind != "commodity";
        }
        return std::find(kinds.begin(), kinds.end(), m_reading.entities[entity].kind) != kinds.end();
    }

    std::string nearest(const std::vector<std::string>& kinds, std::uint32_t from, std::uint32_t to,
        bool backwards, const std::string& other) const
    {
        const std::uint32_t count = to - from;
        for (std::uint32_t step = 0; step < count; ++step) {
            const std::uint32_t at = backwards ? to - 1 - step : from + step;
            if (m_mentionAt[at] < 0)
                continue;
            const Mention& mention = m_reading.mentions[static_cast<std::size_t>(m_mentionAt[at])];
            const std::string& id = m_reading.entities[mention.entity].id;
            if (id != other && kindFits(kinds, mention.entity))
                return id;
        }
        return {};
    }

    std::string theme() const
    {
        for (std::uint32_t at = m_sentence->firstToken; at < m_sentence->lastToken; ++at) {
            if (m_mentionAt[at] < 0)
                continue;
            const Mention& mention = m_reading.mentions[static_cast<std::size_t>(m_mentionAt[at])];
            if (m_reading.entities[mention.entity].kind == "commodity")
                return m_reading.entities[mention.entity].id;
        }
        return {};
    }

    // What the article is about, when its sentence does not say.
    std::string principal(const std::vector<std::string>& kinds, const std::string& other) const
    {
        for (std::uint32_t index = 0; index < m_reading.entities.size(); ++index) {
            if (m_reading.entities[index].relevance >= 40 && kindFits(kinds, index)
                && m_reading.entities[index].id != other)
                return m_reading.entities[index].id;
        }
        return {};
    }

    void add(const Found& one)
    {
        std::uint32_t index = one.type;
        int sign = one.sign;
        const EventType* type = &m_rules.types()[index];
        if (one.reversed) {
            if (type->reverse.empty())
                return; // undone, and what that is has no name: say nothing
            index = static_cast<std::uint32_t>(m_rules.find(type->reverse));
            type = &m_rules.types()[index];
            sign = 2;
        }
        base::Event event;
        event.type = type->id;
        event.polarity = sign == 2 ? type->sign : sign;
        event.modality = one.modality;
        if (one.modality == base::Modality::Denied)
            event.polarity = -event.polarity;
        event.certainty = certaintyOf(one.modality);
        // Before the verb stands who does it, after it to whom; in the passive the other way round.
        const bool passive
            = one.verb > one.first && m_document.lower(*m_sentence, token(one.verb)).ends_with("ed");
        const std::uint32_t begin = m_sentence->firstToken;
        const std::uint32_t end = m_sentence->lastToken;
        if (!passive) {
            event.subject = nearest(type->subjects, begin, one.first, true, {});
            event.object = nearest(type->objects, one.first, end, false, event.subject);
        } else {
            event.object = nearest(type->objects, begin, one.first, true, {});
            event.subject = nearest(type->subjects, one.verb, end, false, event.object);
        }
        if (event.subject.empty())
            event.subject = principal(type->subjects, event.object);
        event.theme = theme();
        if (event.theme.empty())
            event.theme = principal({"commodity"}, {});
        for (std::uint32_t at = m_sentence->firstQuantity;
             at < m_sentence->lastQuantity && event.quantities.size() < MaxQuantities; ++at)
            event.quantities.push_back(m_document.quantities[at]);
        event.provenance.evidence = {m_sentence->span};
        event.provenance.rules = {one.rule};
        unify(index, std::move(event));
    }

    void unify(std::uint32_t type, base::Event event)
    {
        const auto [it, added] = m_events.try_emplace(type, event);
        if (added)
            return;
        base::Event& known = it->second;
        // A headline is short: what its own sentence proves goes before, then the surest telling.
        if (event.certainty > known.certainty + 1e-9
            && known.provenance.evidence.front().field != base::Field::Title) {
            std::swap(known, event);
        }
        if (known.subject.empty())
            known.subject = event.subject;
        if (known.object.empty() && event.object != known.subject)
            known.object = event.object;
        if (known.theme.empty())
            known.theme = event.theme;
        for (const base::Span& span : event.provenance.evidence) {
            std::vector<base::Span>& evidence = known.provenance.evidence;
            if (evidence.size() < MaxEvidence
                && std::find(evidence.begin(), evidence.end(), span) == evidence.end())
                evidence.push_back(span);
        }
        for (const std::string& rule : event.provenance.rules) {
            std::vector<std::string>& rules = known.provenance.rules;
            if (rules.size() < MaxEvidence && std::find(rules.begin(), rules.end(), rule) == rules.end())
                rules.push_back(rule);
        }
        for (base::Quantity& quantity : event.quantities) {
            const bool same = std::any_of(known.quantities.begin(), known.quantities.end(),
                [&](const base::Quantity& other) { return other.span == quantity.span; });
            if (!same && known.quantities.size() < MaxQuantities)
                known.quantities.push_back(std::move(quantity));
        }
    }

    const EventRules& m_rules;
    Reading& m_reading;
    const Document& m_document;
    std::vector<std::int32_t> m_mentionAt; // mention that covers a token, or -1
    const TextSentence* m_sentence = nullptr;
    std::uint32_t m_number = 0;
    std::vector<PhraseSet::Hit> m_operators;
    std::map<std::uint32_t, base::Event> m_events; // by type
};

} // namespace

void findEvents(const EventRules& rules, Reading& reading) { EventFinder(rules, reading).run(); }

} // namespace engine
