// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "eventfinder.h"

#include "foundevent.h"
#include "typingfeatures.h"

#include <algorithm>
#include <map>

namespace engine {

namespace {

constexpr std::uint32_t VerbBefore = 8; // tokens a verb may stand before its noun …
constexpr std::uint32_t VerbAfter = 5; // … and after it ("tariffs were finally imposed")
// Tokens up to which a sentence is short: what stands close together in it belongs together.
constexpr std::uint32_t ShortSentence = 28;
constexpr std::size_t MaxEvidence = 4;
constexpr std::size_t MaxQuantities = 8;
// Sentences after the title in which a type may be learned: news tells early what it is of.
constexpr std::size_t LearnedWithin = 5;
constexpr double LearnedCertainty = 0.8; // of what a pattern would be

class EventFinder final {
public:
    EventFinder(const EventRules& rules, Reading& reading)
        : m_rules(rules)
        , m_reading(reading)
        , m_document(reading.document)
        , m_mentionAt(reading.document.tokens.size(), -1)
        , m_seen((rules.triggers().slots() + 63) / 64)
        , m_words(reading.document, m_mentionAt)
    {
        for (std::size_t at = 0; at < reading.mentions.size(); ++at) {
            for (std::uint32_t token = reading.mentions[at].firstToken;
                 token < reading.mentions[at].lastToken; ++token)
                m_mentionAt[token] = static_cast<std::int32_t>(at);
        }
        if (reading.published)
            m_publishedYear = std::stoi(base::toIso(*reading.published).substr(0, 4));
    }

    void run()
    {
        std::size_t read = 0;
        for (const TextSentence& sentence : m_document.sentences) {
            if (sentence.boilerplate)
                continue;
            if (!readSentence(sentence) && read <= LearnedWithin && !sentence.background)
                learn();
            ++read;
        }
        for (auto& [type, event] : m_events)
            m_reading.events.push_back(std::move(event));
        std::stable_sort(m_reading.events.begin(), m_reading.events.end(),
            [this](const base::Event& a, const base::Event& b) { return weight(a) > weight(b); });
    }

    std::vector<TypingFeature> typingFeatures()
    {
        std::vector<TypingFeature> list;
        for (const TextSentence& sentence : m_document.sentences) {
            m_sentence = &sentence;
            m_words.open(sentence);
            readTriggers();
            addTypingFeatures(m_rules, m_reading, m_words, m_mentionAt, m_hits, list);
        }
        return list;
    }

private:
    double weight(const base::Event& event) const
    {
        const double seen = prominence(m_reading, event);
        return event.certainty * seen * seen
            * m_rules.types()[static_cast<std::size_t>(m_rules.find(event.type))].prior;
    }

    // Whether a pattern fires in it, or none may.
    bool readSentence(const TextSentence& sentence)
    {
        m_sentence = &sentence;
        m_words.open(sentence);
        if (explains())
            return true;
        readTriggers();
        std::vector<FoundEvent> found;
        std::uint32_t figure = sentence.firstQuantity;
        for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at) {
            for (std::uint32_t hit = from(at); hit < from(at + 1); ++hit) {
                for (const std::uint32_t slot : m_rules.triggers().startsOf(m_hits[hit].phrase)) {
                    for (const std::uint32_t action : m_rules.actionsOf(slot))
                        tryAction(m_rules.actions()[action], at, m_hits[hit], found);
                    for (const std::uint32_t pattern : m_rules.patternsOf(slot))
                        tryPattern(m_rules.patterns()[pattern], at, m_hits[hit].size(), found);
                }
            }
            if (m_mentionAt[at] >= 0 && mentionOf(at).firstToken == at && !m_hits.empty()) {
                tryOpenings(m_rules.entityPatterns(), at, found);
            }
            while (figure < sentence.lastQuantity
                && m_document.quantities[figure].span.begin < m_words.token(at).begin)
                ++figure;
            if (figure < sentence.lastQuantity && !m_hits.empty()
                && m_document.quantities[figure].span.begin == m_words.token(at).begin) {
                tryOpenings(m_rules.figurePatterns(), at, found);
            }
        }
        if (found.empty())
            return false;
        std::vector<FoundEvent> kept = settled(found);
        for (const FoundEvent& one : kept)
            add(one, kept, 1);
        return true;
    }

    // ---- what is learned

    void learn()
    {
        m_typing.clear();
        addTypingFeatures(m_rules, m_reading, m_words, m_mentionAt, m_hits, m_typing);
        const std::optional<EventTyping::Found> told = m_rules.typing().typeOf(m_typing);
        const int type = told ? m_rules.find(told->type) : -1;
        if (type < 0)
            return;
        FoundEvent one;
        one.type = static_cast<std::uint32_t>(type);
        one.first = told->token;
        one.last = told->token + 1;
        one.verb = told->token;
        one.rule = "events#" + told->type + std::string(LearnedRule);
        one.matched = {told->token};
        // What it undoes or denies is part of what was learned: only how sure it is told is read.
        settleEvent(one, m_words, m_operators, true, m_publishedYear);
        if (one.modality != base::Modality::Denied && one.modality != base::Modality::Historical)
            add(one, {one}, LearnedCertainty);
    }

    // "What is a profit warning?", "How do central banks set rates?": a question of what things are, not
    // news.
    bool explains() const
    {
        const std::uint32_t first = m_sentence->firstToken;
        if (m_sentence->lastToken - first < 4)
            return false;
        const std::string_view word = m_words.lower(first);
        const std::string_view next = m_words.lower(first + 1);
        if (word == "how")
            return next == "to" || next == "do" || next == "does";
        return word == "what" && (next == "is" || next == "are")
            && (m_words.lower(first + 2) == "a" || m_words.lower(first + 2) == "an");
    }

    const Mention& mentionOf(std::uint32_t at) const
    {
        return m_reading.mentions[static_cast<std::size_t>(m_mentionAt[at])];
    }

    // ---- trigger words

    std::uint32_t from(std::uint32_t at) const { return m_from[at - m_sentence->firstToken]; }

    void readTriggers()
    {
        const Triggers& triggers = m_rules.triggers();
        m_hits.clear();
        m_from.clear();
        m_operators.clear();
        std::fill(m_seen.begin(), m_seen.end(), 0);
        m_folded.assign(m_sentence->lastToken - m_sentence->firstToken, 0);
        for (std::uint32_t at = m_sentence->firstToken; at < m_sentence->lastToken; ++at) {
            m_from.push_back(static_cast<std::uint32_t>(m_hits.size()));
            m_phrases.clear();
            triggers.matchAt(m_document.tokens, at, m_sentence->lastToken, m_phrases);
            const bool either = canBeEither(m_phrases);
            for (const Triggers::Hit& hit : m_phrases) {
                if (!usedSo(triggers.use(hit.phrase), at, hit.size(), either))
                    continue;
                for (const std::uint32_t slot : triggers.slotsOf(hit.phrase)) {
                    m_seen[slot / 64] |= std::uint64_t(1) << (slot % 64);
                    m_folded[at - m_sentence->firstToken] |= std::uint64_t(1) << (slot % 64);
                    if (slot < OperatorCount)
                        m_operators.push_back({static_cast<Operator>(slot), at, at + hit.size()});
                }
                m_hits.push_back(hit);
            }
        }
        m_from.push_back(static_cast<std::uint32_t>(m_hits.size()));
    }

    // Whether a phrase is used as its rule means it; `either`: its first word may be noun or verb.
    bool usedSo(WordUse use, std::uint32_t at, std::uint32_t length, bool either) const
    {
        if (use == WordUse::Any)
            return true;
        if (use == WordUse::Verb)
            return either ? m_words.isVerb(at) : !m_words.describes(at);
        const std::uint32_t head = at + length - 1;
        return !(head == at ? either : eitherAt(head)) || !m_words.isVerb(head);
    }

    bool canBeEither(const std::vector<Triggers::Hit>& phrases) const
    {
        return std::any_of(phrases.begin(), phrases.end(), [&](const Triggers::Hit& hit) {
            return hit.size() == 1 && m_rules.triggers().has(hit.phrase, EventRules::Either);
        });
    }
    bool eitherAt(std::uint32_t at) const
    {
        std::vector<Triggers::Hit> hits;
        m_rules.triggers().matchAt(m_document.tokens, at, at + 1, hits);
        return canBeEither(hits);
    }

    // Tokens of the slot's longest phrase at the token, or 0.
    std::uint32_t slotAt(std::uint32_t slot, std::uint32_t at, bool* verb = nullptr) const
    {
        const Triggers& triggers = m_rules.triggers();
        if (!stands(slot) || (m_folded[at - m_sentence->firstToken] >> (slot % 64) & 1) == 0)
            return 0;
        std::uint32_t longest = 0;
        for (std::uint32_t hit = from(at); hit < from(at + 1); ++hit) {
            if (m_hits[hit].size() <= longest || !triggers.has(m_hits[hit].phrase, slot))
                continue;
            longest = m_hits[hit].size();
            if (verb != nullptr)
                *verb = triggers.use(m_hits[hit].phrase) == WordUse::Verb;
        }
        return longest;
    }

    // Whether the slot stands anywhere in the sentence.
    bool stands(std::uint32_t slot) const { return (m_seen[slot / 64] >> (slot % 64) & 1) != 0; }

    bool excluded(const EventType& type) const
    {
        return std::any_of(
            type.unless.begin(), type.unless.end(), [&](std::uint32_t slot) { return stands(slot); });
    }

    // ---- noun and verb

    void tryAction(const EventRules::Action& action, std::uint32_t at, const Triggers::Hit& noun,
        std::vector<FoundEvent>& found)
    {
        const EventType& type = m_rules.types()[action.type];
        if (excluded(type))
            return;
        FoundEvent one;
        one.type = action.type;
        const std::uint32_t end = at + noun.size();
        // The nearest verb of the type, or a word that reverses it.
        const std::uint32_t low = at - std::min(at - m_sentence->firstToken, VerbBefore);
        const std::uint32_t high = std::min(m_sentence->lastToken, end + VerbAfter);
        std::uint32_t best = VerbBefore + VerbAfter + 1;
        const auto consider = [&](std::uint32_t verb, std::uint32_t verbEnd, bool reverse) {
            const std::uint32_t distance = verb < at ? at - verb : verb - end + 2;
            if (distance >= best || m_words.token(verb).is(Quoted) != m_words.token(at).is(Quoted))
                return;
            best = distance;
            one.verb = verb;
            one.first = std::min(verb, at);
            one.last = std::max(verbEnd, end);
            one.reversed = reverse;
        };
        const auto look = [&](std::uint32_t verb) {
            if (const std::uint32_t length = slotAt(action.verbs, verb); length > 0)
                consider(verb, verb + length, false);
            else if (const std::uint32_t reverse = reversalAt(verb); reverse > 0 && !type.undoing)
                consider(verb, verb + reverse, !type.reverse.empty());
        };
        for (std::uint32_t verb = at; verb-- > low && !m_words.clauseBorder(verb);)
            look(verb);
        for (std::uint32_t verb = end;
             verb < high && !m_words.clauseBorder(verb) && m_words.lower(verb) != ","; ++verb)
            look(verb);
        if (best > VerbBefore + VerbAfter)
            return;
        one.hasVerb = true;
        one.rule = action.rule + m_rules.triggers().text(noun.phrase);
        for (std::uint32_t own = at; own < end; ++own)
            one.matched.push_back(own);
        found.push_back(std::move(one));
    }

    std::uint32_t reversalAt(std::uint32_t at) const
    {
        for (const OperatorHit& hit : m_operators) {
            if (hit.first == at && hit.value == Operator::Reverse)
                return hit.last - hit.first;
        }
        return 0;
    }

    // ---- patterns

    void tryOpenings(
        const std::vector<EventRules::Opening>& openings, std::uint32_t at, std::vector<FoundEvent>& found)
    {
        for (const EventRules::Opening& opening : openings) {
            if (opening.needs == EventRules::Opening::Nothing || stands(opening.needs))
                tryPattern(m_rules.patterns()[opening.pattern], at, 0, found);
        }
    }

    void tryPattern(const EventRules::Pattern& pattern, std::uint32_t at, std::uint32_t length,
        std::vector<FoundEvent>& found)
    {
        if (pattern.unbroken && m_sentence->lastToken - m_sentence->firstToken > ShortSentence)
            return;
        for (const std::uint32_t slot : pattern.needs) {
            if (!stands(slot))
                return;
        }
        const bool named = length == 0; // it begins with an entity or a figure, not with words
        if (named)
            length = std::max(matchElement(pattern.elements.front(), at), at) - at;
        if (length == 0 || excluded(m_rules.types()[pattern.type]))
            return;
        FoundEvent one;
        one.type = pattern.type;
        one.sign = pattern.sign;
        one.first = at;
        one.verb = at;
        std::uint32_t next = at + length;
        if (!named)
            noteWords(one, pattern.elements.front().slot, at, next);
        const EventRules::Element* never = nullptr;
        for (std::size_t element = 1; element < pattern.elements.size(); ++element) {
            const EventRules::Element& part = pattern.elements[element];
            if (part.never) {
                never = &part;
                if (element + 1 == pattern.elements.size() && barred(part, next, next + part.gap + 1))
                    return;
                continue;
            }
            std::uint32_t matched = 0;
            std::uint32_t begin = next;
            for (; begin <= next + part.gap && begin < m_sentence->lastToken; ++begin) {
                if (begin > next
                    && (m_words.clauseBorder(begin - 1) || (pattern.unbroken && breaks(begin - 1))))
                    break;
                matched = matchElement(part, begin);
                if (matched > 0)
                    break;
            }
            if (matched == 0 || (never != nullptr && barred(*never, next, begin)))
                return;
            never = nullptr;
            if (part.slot != EventRules::Element::NoWords && slotAt(part.slot, begin) > 0)
                noteWords(one, part.slot, begin, matched);
            next = matched;
        }
        one.last = next;
        one.rule = pattern.rule;
        found.push_back(std::move(one));
    }

    // Whether a pattern that holds together cannot reach over the token.
    bool breaks(std::uint32_t at) const
    {
        const std::string_view text = m_words.lower(at);
        return text == "," || text == "(" || text == ")" || text == "-" || text == "--" || text == "\u2013"
            || text == "who" || text == "which" || text == "that" || text == "and" || text == "or";
    }

    void noteWords(FoundEvent& one, std::uint32_t slot, std::uint32_t begin, std::uint32_t end) const
    {
        bool verb = false;
        slotAt(slot, begin, &verb);
        if (verb && !one.hasVerb) {
            one.hasVerb = true;
            one.verb = begin;
        }
        for (std::uint32_t token = begin; token < end; ++token)
            one.matched.push_back(token);
    }

    bool barred(const EventRules::Element& never, std::uint32_t begin, std::uint32_t end) const
    {
        for (std::uint32_t at = begin; at < std::min(end, m_sentence->lastToken); ++at) {
            if (slotAt(never.slot, at) > 0)
                return true;
        }
        return false;
    }

    // One past the last token matched from `at`, or 0.
    std::uint32_t matchElement(const EventRules::Element& part, std::uint32_t at) const
    {
        if (part.slot != EventRules::Element::NoWords) {
            if (const std::uint32_t length = slotAt(part.slot, at); length > 0)
                return at + length;
        }
        if (part.entity && m_mentionAt[at] >= 0) {
            const Mention& mention = mentionOf(at);
            const std::string& kind = m_reading.entities[mention.entity].kind;
            if (part.kinds.empty()
                || std::find(part.kinds.begin(), part.kinds.end(), kind) != part.kinds.end())
                return mention.lastToken;
        }
        return part.figures == EventRules::Element::NoFigure ? 0 : matchFigure(part.figures, at);
    }

    std::uint32_t matchFigure(std::uint8_t figures, std::uint32_t at) const
    {
        using Element = EventRules::Element;
        const std::uint32_t begin = m_words.token(at).begin;
        for (std::uint32_t index = m_sentence->firstQuantity; index < m_sentence->lastQuantity; ++index) {
            const base::Quantity& quantity = m_document.quantities[index];
            if (quantity.span.begin != begin)
                continue;
            std::uint8_t kinds = Element::Quantity;
            if (quantity.unit == base::Unit::Percent)
                kinds |= Element::Percent;
            else if (quantity.unit == base::Unit::BasisPoint || quantity.unit == base::Unit::PercentagePoint)
                kinds |= Element::BasisPoints;
            else if (quantity.unit == base::Unit::Money)
                kinds |= Element::Money;
            if ((figures & kinds) == 0)
                return 0;
            std::uint32_t end = at;
            while (end < m_sentence->lastToken && m_words.token(end).begin < quantity.span.end)
                ++end;
            return end;
        }
        return 0;
    }

    // ---- one event of each type, and of two types the more telling

    std::vector<FoundEvent> settled(std::vector<FoundEvent>& found) const
    {
        std::map<std::uint32_t, FoundEvent> byType;
        for (FoundEvent& one : found) {
            const EventType& type = m_rules.types()[one.type];
            settleEvent(one, m_words, m_operators, type.undoing || type.reverse.empty(), m_publishedYear);
            if (one.reversed) {
                one.type = static_cast<std::uint32_t>(m_rules.find(type.reverse));
                one.sign = 2;
            }
            const auto [it, added] = byType.try_emplace(one.type, one);
            if (added)
                continue;
            // The tightest match tells the words; the weakest telling how sure it is.
            const base::Modality modality = certaintyOf(one.modality) < certaintyOf(it->second.modality)
                ? one.modality
                : it->second.modality;
            const bool apart = one.first >= it->second.last || one.last <= it->second.first;
            if (!apart) {
                FoundEvent& known = it->second;
                const bool tighter = one.last - one.first < known.last - known.first;
                const int other = tighter ? known.sign : one.sign;
                if (tighter)
                    known = one;
                // A direction the tighter one does not tell is the other's.
                if (known.sign == 2 && m_rules.types()[known.type].sign == 0)
                    known.sign = other;
            }
            // What is told as a fact stays one, whatever else may come.
            if (!apart || certaintyOf(it->second.modality) < certaintyOf(base::Modality::Announced))
                it->second.modality = modality;
        }
        std::vector<FoundEvent> kept;
        for (const auto& [type, one] : byType) {
            const bool replaced
                = std::any_of(byType.begin(), byType.end(), [&, own = type](const auto& other) {
                      const std::vector<std::uint32_t>& instead = m_rules.types()[other.first].insteadOf;
                      return std::find(instead.begin(), instead.end(), own) != instead.end();
                  });
            if (!replaced)
                kept.push_back(one);
        }
        return kept;
    }

    // +1 when the sentence tells a figure above what was expected of it, −1 below; turned after a word of
    // falling ("slows more than expected") and for measures that are better when lower; 0 when it says
    // neither or both.
    int againstExpected() const
    {
        enum { Above, Below, BetterLower, Falling };
        bool said[3] = {false, false, false};
        std::vector<PhraseSet::Hit> hits;
        for (std::uint32_t at = m_sentence->firstToken; at < m_sentence->lastToken; ++at)
            m_rules.comparisonWords().matchAt(m_reading.document.tokens, at, m_sentence->lastToken, hits);
        for (const PhraseSet::Hit& hit : hits) {
            if (hit.phrase == Falling)
                continue;
            const bool falls = hit.phrase != BetterLower
                && std::any_of(hits.begin(), hits.end(), [&](const PhraseSet::Hit& other) {
                       return other.phrase == Falling && other.last == hit.first;
                   });
            said[falls ? 1 - hit.phrase : hit.phrase] = true;
        }
        if (said[Above] == said[Below])
            return 0;
        return said[Above] != said[BetterLower] ? 1 : -1;
    }

    void add(const FoundEvent& one, const std::vector<FoundEvent>& others, double trust)
    {
        const EventType& type = m_rules.types()[one.type];
        base::Event event;
        event.type = type.id;
        event.polarity = one.sign == 2 ? type.sign : one.sign;
        event.modality = one.modality;
        if (const int told = type.above == 0 ? 0 : againstExpected(); told != 0)
            event.polarity = told * type.above;
        if (one.modality == base::Modality::Denied)
            event.polarity = -event.polarity;
        event.certainty = certaintyOf(one.modality) * trust;
        readArguments(event, one, others, type, m_words, m_reading, m_mentionAt);
        event.provenance.evidence = {m_sentence->span};
        event.provenance.rules = {one.rule};
        unify(one.type, std::move(event));
    }

    void unify(std::uint32_t type, base::Event event)
    {
        const auto [it, added] = m_events.try_emplace(type, event);
        if (added)
            return;
        base::Event& known = it->second;
        // A headline is short: what its own sentence proves goes before, then the surest telling; but what a
        // pattern reads goes before what was learned.
        const bool bettered = gradeBehind(known) == base::Grade::C && gradeBehind(event) != base::Grade::C;
        if (event.certainty > known.certainty + 1e-9
            && (known.provenance.evidence.front().field != base::Field::Title || bettered)) {
            std::swap(known, event);
        }
        // Of another actor: a second event of the type, which adds nothing to this one.
        if (!known.subject.empty() && !event.subject.empty() && known.subject != event.subject)
            return;
        if (known.subject.empty())
            known.subject = event.subject;
        if (known.object.empty() && event.object != known.subject)
            known.object = event.object;
        if (known.theme.empty())
            known.theme = event.theme;
        if (known.when.empty())
            known.when = event.when;
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
    int m_publishedYear = 0;
    const TextSentence* m_sentence = nullptr;
    std::vector<std::uint64_t> m_seen; // one bit for each slot that stands in the sentence
    std::vector<std::uint64_t> m_folded; // of each of its tokens, by slot modulo 64
    SentenceWords m_words;
    std::vector<Triggers::Hit> m_phrases; // at the token being read
    std::vector<Triggers::Hit> m_hits; // of the sentence, in order of token
    std::vector<std::uint32_t> m_from; // by token of the sentence: its first in m_hits
    std::vector<OperatorHit> m_operators;
    std::vector<TypingFeature> m_typing;
    std::map<std::uint32_t, base::Event> m_events; // by type
};

} // namespace

void findEvents(const EventRules& rules, Reading& reading) { EventFinder(rules, reading).run(); }

std::vector<TypingFeature> readTypingFeatures(const EventRules& rules, Reading& reading)
{
    return EventFinder(rules, reading).typingFeatures();
}

} // namespace engine
