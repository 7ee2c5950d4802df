// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "entityfinder.h"

#include <engine/entities/coreference.h>
#include <engine/entities/namecontext.h>
#include <engine/entities/relevance.h>
#include <engine/entities/symbols.h>
#include <engine/entities/unlisted.h>

#include <algorithm>

namespace engine {

namespace {

enum class Verdict { Accept, Wait, Reject };

// "(FSB)" after words whose initials it is.
struct Introduced {
    std::int32_t word = -1;
    std::uint32_t firstToken = 0; // of the words, half-open
    std::uint32_t lastToken = 0;
};

// Where an alias stands, with all its bearers.
struct Occurrence {
    std::vector<AliasMatch> matches;
    std::uint32_t sentence = 0;
    std::uint32_t token = 0;
};

class EntityFinder final {
public:
    EntityFinder(const Gazetteer& gazetteer, Reading& reading)
        : m_marks(gazetteer, reading)
        , m_gazetteer(gazetteer)
        , m_document(reading.document)
        , m_reading(reading)
    {
    }

    void run()
    {
        m_symbols = findSymbols(m_marks);
        for (const Symbol& symbol : m_symbols) {
            if (!symbol.bare)
                m_marks.take(symbol.first, symbol.last);
        }
        findIntroduced();
        findKnown();
        settleWaiting();
        findUnlisted(m_marks, m_symbols);
        linkSymbols();
        findBareTickers();
        linkIntroduced();
        resolveDescriptions(m_marks);
        rankEntities(m_reading);
    }

private:
    const KnownEntity& known(std::uint32_t entity) const { return m_gazetteer.entities()[entity]; }
    static bool isUnsure(AliasUse use) { return use == AliasUse::NeedsContext || use == AliasUse::Later; }
    bool isListed(std::uint32_t entity) const
    {
        return known(entity).kind == "company" || known(entity).kind == "fund";
    }

    // ---- known names

    void findKnown()
    {
        collect();
        for (const Occurrence& one : m_occurrences) {
            const Candidate candidate{choose(one), one.sentence, one.token};
            switch (judge(candidate)) {
            case Verdict::Accept:
                accept(candidate);
                break;
            case Verdict::Wait:
                m_waiting.push_back(candidate);
                break;
            case Verdict::Reject:
                break;
            }
        }
    }

    // All aliases in order of text, and the words that head a longer name of somebody else.
    void collect()
    {
        std::vector<AliasMatch> matches;
        for (std::uint32_t number = 0; number < m_document.sentences.size(); ++number) {
            const TextSentence& sentence = m_document.sentences[number];
            if (sentence.boilerplate)
                continue;
            for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken;) {
                if (!m_marks.taken(at))
                    m_gazetteer.matchAt(m_document, sentence, at, m_marks.month(), matches);
                if (m_marks.taken(at) || matches.empty()) {
                    ++at;
                    continue;
                }
                const std::uint32_t end = matches.front().endToken;
                // "Orion Motors" is not Orion, here and where the text calls it Orion.
                const bool sure
                    = std::any_of(matches.begin(), matches.end(), [this](const AliasMatch& match) {
                          return !isUnsure(match.use) && known(match.entity).large;
                      });
                if (end == at + 1 && end < sentence.lastToken && m_marks.capital(end) && !sure
                    && m_marks.cue(end, TradeWord | WeakTradeWord) && !m_marks.cue(end, LegalForm)
                    && !m_marks.capitalsSayNothing(number))
                    m_others.push_back(m_marks.token(at).word);
                // "Irving Picard" makes a later "Picard" the man, not the company.
                const bool apart = m_occurrences.empty()
                    || m_occurrences.back().matches.front().endToken != at || at == sentence.firstToken;
                if (end == at + 1 && !sure && apart && !m_marks.capitalsSayNothing(number)
                    && nameBegan(m_marks, sentence, at))
                    m_others.push_back(m_marks.token(at).word);
                m_occurrences.push_back({matches, number, at});
                at = end;
            }
        }
    }

    // Of several bearers of one name: the one whose symbol follows, else one named already, else the surest.
    AliasMatch choose(const Occurrence& one) const
    {
        const std::vector<AliasMatch>& matches = one.matches;
        if (matches.size() == 1)
            return matches.front();
        const TextSentence& sentence = m_document.sentences[one.sentence];
        const Symbol* symbol = symbolAfter(sentence, matches.front().endToken);
        for (const AliasMatch& match : matches) {
            if (symbol != nullptr && symbol->known == static_cast<int>(match.entity))
                return match;
        }
        for (const AliasMatch& match : matches) {
            if (m_marks.has(known(match.entity).id))
                return match;
        }
        // A name that is certain goes before an ordinary word, a large bearer before a small one.
        return *std::max_element(matches.begin(), matches.end(), [this](const auto& a, const auto& b) {
            const auto rank = [this](const AliasMatch& match) {
                return (m_marks.month() == 0 && match.former ? 0 : 4) + (isUnsure(match.use) ? 0 : 2)
                    + (known(match.entity).large ? 1 : 0);
            };
            return rank(a) < rank(b);
        });
    }

    const Symbol* symbolAfter(const TextSentence& sentence, std::uint32_t end) const
    {
        const std::uint32_t at = endOfLegalForm(m_marks, sentence, end);
        const auto it = std::lower_bound(m_symbols.begin(), m_symbols.end(), at,
            [](const Symbol& one, std::uint32_t token) { return one.first < token; });
        return it != m_symbols.end() && it->first == at && it->bracketed ? &*it : nullptr;
    }

    Verdict judge(const Candidate& candidate) const
    {
        const KnownEntity& entity = known(candidate.match.entity);
        const TextSentence& sentence = m_document.sentences[candidate.sentence];
        const bool oneWord = candidate.match.endToken == candidate.token + 1;
        if (isListed(candidate.match.entity) && symbolAfter(sentence, candidate.match.endToken) != nullptr
            && !symbolAfter(sentence, candidate.match.endToken)->bare)
            return Verdict::Accept;
        if (entity.kind != "person" && isPerson(m_marks, candidate))
            return Verdict::Reject;
        if (insideLongerName(m_marks, candidate))
            return Verdict::Reject;
        // "SINGAPORE (Reuters)", "HONG KONG/TOKYO": where it was written.
        if (entity.kind == "country" && sentence.zone == Zone::Lead
            && m_marks.token(candidate.token).is(AllCaps) && candidate.match.endToken < sentence.lastToken) {
            const std::string_view next = m_marks.lower(sentence, candidate.match.endToken);
            if (next == "(" || next == "/")
                return Verdict::Reject;
        }
        // "NOV 4" is a day.
        if (oneWord && isListed(candidate.match.entity) && m_marks.cue(candidate.token, NotOfName)
            && candidate.match.endToken < sentence.lastToken
            && m_marks.token(candidate.match.endToken).is(Number))
            return Verdict::Reject;
        if (oneWord && entity.kind == "company"
            && std::find(m_others.begin(), m_others.end(), m_marks.token(candidate.token).word)
                != m_others.end())
            return Verdict::Reject;
        if (oneWord && introducedAs(candidate) != nullptr && !isOwnAcronym(candidate))
            return Verdict::Reject;
        switch (candidate.match.use) {
        case AliasUse::Government:
        case AliasUse::City:
            return isGovernment(m_marks, candidate) ? Verdict::Accept : Verdict::Reject;
        case AliasUse::Later:
            return endOfLegalForm(m_marks, sentence, candidate.match.endToken) > candidate.match.endToken
                ? Verdict::Accept
                : Verdict::Wait;
        case AliasUse::NeedsContext:
            return hasContext(candidate) ? Verdict::Accept : Verdict::Wait;
        case AliasUse::ExactCase:
            if (entity.kind == "company" && oneWord && m_marks.surname(m_marks.token(candidate.token).word)
                && companyScore(m_marks, candidate) < CompanyThreshold)
                return Verdict::Wait;
            return Verdict::Accept;
        case AliasUse::AnyCase:
        case AliasUse::Seat:
            break;
        }
        return Verdict::Accept;
    }

    bool hasContext(const Candidate& candidate) const
    {
        const KnownEntity& entity = known(candidate.match.entity);
        const TextSentence& sentence = m_document.sentences[candidate.sentence];
        const std::uint32_t first = candidate.token;
        if (isListed(candidate.match.entity)) {
            const Symbol* symbol = symbolAfter(sentence, candidate.match.endToken);
            return (symbol != nullptr && symbol->known == static_cast<int>(candidate.match.entity))
                || companyScore(m_marks, candidate) >= CompanyThreshold;
        }
        if (entity.kind == "country" && isActingCountry(candidate))
            return true;
        if (first == sentence.firstToken)
            return false;
        const std::string_view before = m_marks.lower(sentence, first - 1);
        if (entity.kind == "person") {
            if (before == "." && first >= sentence.firstToken + 2)
                return m_marks.cue(first - 2, PersonTitle);
            // "Governor Carney", "the Fed's Powell"
            return m_marks.cue(first - 1, Role | PersonTitle)
                || (before.size() > 1 && before.ends_with('s') && m_marks.token(first - 1).is(Punctuation)
                    && m_marks.taken(first - 2));
        }
        // "the WHO": capitals where others have none, and an article.
        return before == "the" && m_marks.token(first).is(AllCaps)
            && !m_marks.capitalsSayNothing(candidate.sentence);
    }

    // "Jordan and Egypt asked", "Jordan said": a name that is a person's too. One that a region elsewhere
    // bears
    // ("Georgia") needs its neighbours.
    bool isActingCountry(const Candidate& candidate) const
    {
        const TextSentence& sentence = m_document.sentences[candidate.sentence];
        const std::vector<std::string>& tags = known(candidate.match.entity).tags;
        if (m_marks.capitalsSayNothing(candidate.sentence)
            || std::any_of(
                tags.begin(), tags.end(), [](const auto& tag) { return tag.starts_with("near_"); }))
            return false;
        const std::uint32_t end = candidate.match.endToken;
        if (end < sentence.lastToken
            && (m_marks.cue(end, GovernmentVerb)
                || (m_marks.lower(sentence, end) == "and" && end + 1 < sentence.lastToken
                    && m_marks.capital(end + 1))))
            return true;
        return candidate.token > sentence.firstToken && m_marks.cue(candidate.token - 1, PlaceBefore);
    }

    void settleWaiting()
    {
        for (const Candidate& candidate : m_waiting) {
            const KnownEntity& entity = known(candidate.match.entity);
            const bool countryNamed = entity.kind != "country" && !entity.country.empty()
                && !isListed(candidate.match.entity) && entity.kind != "person"
                && m_marks.has(entity.country);
            const bool neighbourNamed = entity.kind == "country"
                && !m_marks.capitalsSayNothing(candidate.sentence)
                && std::any_of(entity.tags.begin(), entity.tags.end(), [this](const std::string& tag) {
                       return tag.starts_with("near_") && m_marks.has("country:" + tag.substr(5));
                   });
            if (m_marks.has(entity.id) || countryNamed || neighbourNamed)
                accept(candidate);
        }
    }

    void accept(const Candidate& candidate)
    {
        std::uint32_t entity = candidate.match.entity;
        const TextSentence& sentence = m_document.sentences[candidate.sentence];
        std::uint32_t last = candidate.match.endToken;
        if (isListed(entity)) {
            const Symbol* symbol = symbolAfter(sentence, last);
            // The writer's own symbol goes before a guess from a short name.
            if (symbol != nullptr && symbol->known >= 0 && !symbol->bare && isShort(candidate))
                entity = static_cast<std::uint32_t>(symbol->known);
            last = endOfLegalForm(m_marks, sentence, last);
        }
        m_marks.addMention(m_marks.entityIndex(entity), candidate.sentence, candidate.token, last,
            candidate.match.use == AliasUse::Government || candidate.match.use == AliasUse::City
                || candidate.match.use == AliasUse::Seat);
    }

    bool isShort(const Candidate& candidate) const
    {
        return candidate.match.endToken == candidate.token + 1
            && (isUnsure(candidate.match.use) || !known(candidate.match.entity).large);
    }

    // ---- symbols that stand for themselves

    void linkSymbols()
    {
        for (const Symbol& symbol : m_symbols) {
            if (symbol.bare || symbol.known < 0)
                continue;
            const auto entity = static_cast<std::uint32_t>(symbol.known);
            // In brackets it is said of the name before; a name that was not linked, was another's.
            if (symbol.bracketed && symbol.first > 0 && m_marks.taken(symbol.first - 1))
                continue;
            m_marks.addMention(m_marks.entityIndex(entity), symbol.sentence, symbol.first, symbol.last);
        }
    }

    // "TSLA jumped": capitals among small letters that are a symbol and no acronym, of a company that is
    // named elsewhere, or where shares are spoken of.
    void findBareTickers()
    {
        for (std::uint32_t number = 0; number < m_document.sentences.size(); ++number) {
            const TextSentence& sentence = m_document.sentences[number];
            if (sentence.boilerplate || m_marks.capitalsSayNothing(number))
                continue;
            for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at) {
                const Token& token = m_marks.token(at);
                const std::uint32_t size = token.end - token.begin;
                if (!token.is(AllCaps) || size < 2 || size > 5 || m_marks.taken(at)
                    || m_marks.cue(at, Acronym | LegalForm | NotOfName) || isIntroduced(token.word))
                    continue;
                const int index = m_gazetteer.findTicker(m_marks.text(sentence, at), m_marks.month());
                if (index < 0)
                    continue;
                const KnownEntity& entity = known(static_cast<std::uint32_t>(index));
                // ".SPX" is an index, "FOR-A" a word.
                if (at > sentence.firstToken && m_marks.lower(sentence, at - 1) == "."
                    && m_marks.token(at - 1).end == token.begin)
                    continue;
                const bool fund = entity.kind == "fund" && at + 1 < sentence.lastToken
                    && (m_marks.lower(sentence, at + 1) == "etf" || m_marks.cue(at + 1, CompanyNoun));
                if (m_marks.has(entity.id)
                    || (size >= 3 && ((entity.large && !entity.former && !entity.press) || fund)
                        && sharesSpokenOf(sentence, at)))
                    m_marks.addMention(
                        m_marks.entityIndex(static_cast<std::uint32_t>(index)), number, at, at + 1);
            }
        }
    }

    bool sharesSpokenOf(const TextSentence& sentence, std::uint32_t at) const
    {
        if (at + 1 < sentence.lastToken && m_marks.capital(at + 1))
            return false;
        if (at > sentence.firstToken && m_marks.token(at - 1).is(Capitalised)
            && !m_marks.token(at - 1).is(SentenceStart))
            return false;
        if (at + 1 < sentence.lastToken && m_marks.cue(at + 1, CompanyNoun | CompanyVerb))
            return true;
        return std::any_of(m_document.tokens.begin() + sentence.firstToken,
            m_document.tokens.begin() + sentence.lastToken,
            [this](const Token& token) { return (m_gazetteer.cues(token.word) & CompanyNoun) != 0; });
    }

    // ---- acronyms given in brackets

    void findIntroduced()
    {
        for (const Symbol& symbol : m_symbols) {
            if (!symbol.bare || symbol.symbol.size() < 2 || symbol.symbol.size() > 6)
                continue;
            const TextSentence& sentence = m_document.sentences[symbol.sentence];
            // Backwards over the words, small ones left out, until the initials are used up.
            std::uint32_t at = symbol.first;
            std::size_t letters = symbol.symbol.size();
            while (letters > 0 && at > sentence.firstToken) {
                const char head = m_marks.text(sentence, at - 1).front();
                if (head == symbol.symbol[letters - 1])
                    --letters;
                else if (m_marks.capital(at - 1))
                    break;
                --at;
                if (symbol.first - at > symbol.symbol.size() + 4)
                    break;
            }
            if (letters == 0)
                m_introduced.push_back({m_marks.token(symbol.first + 1).word, at, symbol.first});
        }
    }

    const Introduced* introducedAs(const Candidate& candidate) const
    {
        const std::int32_t word = m_marks.token(candidate.token).word;
        const auto it = std::find_if(m_introduced.begin(), m_introduced.end(),
            [word](const Introduced& one) { return one.word == word && word >= 0; });
        return it == m_introduced.end() || !m_marks.token(candidate.token).is(AllCaps) ? nullptr : &*it;
    }

    bool isIntroduced(std::int32_t word) const
    {
        return std::any_of(m_introduced.begin(), m_introduced.end(),
            [word](const Introduced& one) { return one.word == word && word >= 0; });
    }

    // The words before the brackets are a name of the same bearer.
    bool isOwnAcronym(const Candidate& candidate) const
    {
        const std::string& id = known(candidate.match.entity).id;
        return m_marks.has(id);
    }

    // Later uses of an acronym are mentions of what stood before its brackets.
    void linkIntroduced()
    {
        for (const Introduced& one : m_introduced) {
            const std::vector<Mention>& mentions = m_reading.mentions;
            const auto named = std::find_if(mentions.begin(), mentions.end(), [&one](const Mention& mention) {
                return mention.lastToken == one.lastToken && mention.firstToken >= one.firstToken;
            });
            if (named == mentions.end())
                continue;
            const std::uint32_t entity = named->entity;
            for (std::uint32_t number = 0; number < m_document.sentences.size(); ++number) {
                const TextSentence& sentence = m_document.sentences[number];
                for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at) {
                    if (m_marks.token(at).word == one.word && one.word >= 0 && m_marks.token(at).is(AllCaps)
                        && !m_marks.taken(at))
                        m_marks.addMention(entity, number, at, at + 1);
                }
            }
        }
    }

    EntityMarks m_marks;
    const Gazetteer& m_gazetteer;
    const Document& m_document;
    Reading& m_reading;
    std::vector<Symbol> m_symbols;
    std::vector<Occurrence> m_occurrences;
    std::vector<std::int32_t> m_others; // words that head the name of an unlisted company
    std::vector<Candidate> m_waiting;
    std::vector<Introduced> m_introduced;
};

} // namespace

void findEntities(const Gazetteer& gazetteer, Reading& reading) { EntityFinder(gazetteer, reading).run(); }

} // namespace engine
