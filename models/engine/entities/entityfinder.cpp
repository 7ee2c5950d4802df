// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "entityfinder.h"

#include <base/strings.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace engine {

namespace {

constexpr std::array<std::string_view, 26> LegalForms{"inc", "corp", "corporation", "ltd", "limited", "plc",
    "ag", "sa", "se", "nv", "ab", "asa", "oyj", "llc", "lp", "gmbh", "group", "holdings", "holding", "spa",
    "kk", "as", "bhd", "co", "company", "bancorp"};
constexpr std::array<std::string_view, 40> TradeWords{"bank", "motors", "airlines", "airways", "energy",
    "oil", "gas", "mining", "minerals", "metals", "resources", "technologies", "technology", "systems",
    "software", "semiconductor", "semiconductors", "pharma", "pharmaceuticals", "therapeutics", "biotech",
    "biosciences", "capital", "partners", "industries", "foods", "stores", "retail", "insurance", "logistics",
    "shipping", "steel", "chemicals", "telecom", "networks", "electronics", "devices", "aerospace", "power",
    "materials"};
// Words that say that a company is spoken of.
constexpr std::array<std::string_view, 24> CompanyCues{"shares", "stock", "ceo", "profit", "revenue",
    "earnings", "sales", "guidance", "outlook", "acquire", "acquisition", "chief", "dividend", "investors",
    "chairman", "subsidiary", "takeover", "quarterly", "customers", "said", "unit", "orders", "plant",
    "factory"};
// Capitalised words that are no part of a name before a legal form.
constexpr std::array<std::string_view, 30> NotNames{"the", "a", "an", "in", "on", "at", "by", "for", "its",
    "their", "our", "this", "that", "and", "of", "with", "from", "to", "as", "but", "when", "while", "if",
    "central", "major", "chief", "executive", "press", "monday", "friday"};

template <std::size_t N> bool isOneOf(std::string_view word, const std::array<std::string_view, N>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

struct Candidate {
    AliasMatch match;
    std::uint32_t sentence = 0;
    std::uint32_t token = 0;
};

class EntityFinder final {
public:
    EntityFinder(const Gazetteer& gazetteer, Reading& reading)
        : m_gazetteer(gazetteer)
        , m_reading(reading)
        , m_document(reading.document)
    {
    }

    void run()
    {
        m_taken.assign(m_document.tokens.size(), false);
        findKnown();
        findUnknownCompanies();
        findShortForms();
        rank();
    }

private:
    std::string_view lower(const TextSentence& sentence, std::uint32_t token) const
    {
        return m_document.lower(sentence, m_document.tokens[token]);
    }

    // ---- known names

    void findKnown()
    {
        std::vector<AliasMatch> matches;
        for (std::uint32_t number = 0; number < m_document.sentences.size(); ++number) {
            const TextSentence& sentence = m_document.sentences[number];
            if (sentence.boilerplate)
                continue;
            for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken;) {
                m_gazetteer.matchAt(m_document, sentence, at, matches);
                if (matches.empty()) {
                    ++at;
                    continue;
                }
                const Candidate candidate{matches.front(), number, at};
                if (insideLongerName(sentence, candidate)) {
                    at = matches.front().endToken;
                    continue;
                }
                if (candidate.match.use == AliasUse::NeedsContext && !hasCue(sentence, candidate))
                    m_unsure.push_back(candidate);
                else
                    accept(candidate);
                at = matches.front().endToken;
            }
        }
        for (const Candidate& candidate : m_unsure) {
            if (m_index.contains(known(candidate).id))
                accept(candidate);
        }
    }

    const KnownEntity& known(const Candidate& candidate) const
    {
        return m_gazetteer.entities()[candidate.match.entity];
    }

    // "Norway" of "Norway Pelagic ASA" is no country; a capitalised word that ends in a legal form follows.
    bool insideLongerName(const TextSentence& sentence, const Candidate& candidate) const
    {
        const KnownEntity& entity = known(candidate);
        if (entity.kind == "company" || sentence.zone == Zone::Title)
            return false;
        std::uint32_t at = candidate.match.endToken;
        int words = 0;
        while (at < sentence.lastToken && words < 3
            && (m_document.tokens[at].flags & (Capitalised | AllCaps)) != 0) {
            if (isOneOf(lower(sentence, at), LegalForms) && words + 1 >= 1)
                return !isOneOf(lower(sentence, at), std::array<std::string_view, 2>{"group", "as"})
                    || words > 0;
            ++at;
            ++words;
        }
        return false;
    }

    bool hasCue(const TextSentence& sentence, const Candidate& candidate) const
    {
        const KnownEntity& entity = known(candidate);
        if (entity.kind == "country")
            return !m_document.tokens[candidate.token].is(SentenceStart);
        if (entity.kind != "company")
            return false;
        // Its ticker or a company's word close by, and a capital that the place alone does not explain.
        const std::uint32_t end = std::min(sentence.lastToken, candidate.match.endToken + 4);
        for (std::uint32_t at = candidate.match.endToken; at < end; ++at) {
            if (!entity.ticker.empty()
                && m_document.text(sentence, m_document.tokens[at]) == std::string_view(entity.ticker))
                return true;
        }
        return false;
    }

    void accept(const Candidate& candidate)
    {
        const KnownEntity& entity = known(candidate);
        const std::uint32_t index = entityIndex(entity);
        addMention(index, candidate.sentence, candidate.token, candidate.match.endToken,
            candidate.match.use == AliasUse::Government);
    }

    std::uint32_t entityIndex(const KnownEntity& knownEntity)
    {
        const auto [it, added]
            = m_index.try_emplace(knownEntity.id, static_cast<std::uint32_t>(m_reading.entities.size()));
        if (added) {
            base::Entity entity;
            entity.id = knownEntity.id;
            entity.name = knownEntity.name;
            entity.kind = knownEntity.kind;
            entity.ticker = knownEntity.ticker;
            m_reading.entities.push_back(std::move(entity));
            m_reading.facts.push_back({knownEntity.country, knownEntity.sector, knownEntity.tags, false});
        }
        return it->second;
    }

    void addMention(std::uint32_t entity, std::uint32_t sentence, std::uint32_t first, std::uint32_t last,
        bool government)
    {
        m_reading.mentions.push_back({entity, sentence, first, last, government});
        for (std::uint32_t at = first; at < last; ++at)
            m_taken[at] = true;
    }

    // ---- companies no list knows

    bool nameToken(const TextSentence& sentence, std::uint32_t at) const
    {
        const Token& token = m_document.tokens[at];
        return (token.flags & (Capitalised | AllCaps)) != 0 && !isOneOf(lower(sentence, at), NotNames);
    }

    void findUnknownCompanies()
    {
        for (std::uint32_t number = 0; number < m_document.sentences.size(); ++number) {
            const TextSentence& sentence = m_document.sentences[number];
            if (sentence.boilerplate)
                continue;
            std::uint32_t begin = sentence.firstToken;
            while (begin < sentence.lastToken) {
                if (m_taken[begin] || !nameToken(sentence, begin)) {
                    ++begin;
                    continue;
                }
                std::uint32_t end = begin;
                while (end < sentence.lastToken && end - begin < 6 && nameToken(sentence, end)
                    && !m_taken[end] && !(end > begin && m_document.tokens[end].is(SentenceStart)))
                    ++end;
                tryCompany(number, begin, end);
                begin = std::max(end, begin + 1);
            }
        }
    }

    void tryCompany(std::uint32_t number, std::uint32_t begin, std::uint32_t end)
    {
        const TextSentence& sentence = m_document.sentences[number];
        // A title in capitals throughout says nothing by its capitals: only what the body names counts there.
        if (sentence.zone == Zone::Title)
            return;
        if (begin > sentence.firstToken && m_taken[begin - 1] && m_document.tokens[begin - 1].is(Capitalised))
            return; // the rest of a known name: "Systems Inc" after "Cisco"
        std::uint32_t form = end;
        for (std::uint32_t at = begin + 1; at < end; ++at) {
            if (isOneOf(lower(sentence, at), LegalForms))
                form = at;
        }
        const std::string ticker = tickerAfter(sentence, end);
        bool company = form < end || !ticker.empty();
        if (!company && end - begin >= 2 && isOneOf(lower(sentence, end - 1), TradeWords)) {
            for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken && !company; ++at)
                company = isOneOf(lower(sentence, at), CompanyCues);
        }
        if (!company)
            return;
        const std::uint32_t last = form < end ? form + 1 : end;
        const std::uint32_t nameEnd = form < end ? form : end;
        if (nameEnd <= begin)
            return;
        const std::string name(
            m_document.text(m_document.span(sentence, begin, std::max(nameEnd, begin + 1))));
        std::string slug = base::lowerAscii(base::collapsed(name));
        std::replace(slug.begin(), slug.end(), ' ', '_');
        const auto [it, added]
            = m_index.try_emplace("company:" + slug, static_cast<std::uint32_t>(m_reading.entities.size()));
        if (added) {
            base::Entity entity;
            entity.id = "company:" + slug;
            entity.name = base::collapsed(name);
            entity.kind = "company";
            entity.ticker = ticker;
            m_reading.entities.push_back(std::move(entity));
            m_reading.facts.push_back({{}, {}, {}, true});
        }
        addMention(it->second, number, begin, last, false);
        m_named.insert({base::lowerAscii(base::collapsed(name)), it->second});
        const std::string_view firstWord = lower(sentence, begin);
        if (nameEnd - begin >= 2 && firstWord.size() >= 4 && !isOneOf(firstWord, TradeWords)
            && m_gazetteerWords.find(std::string(firstWord)) == m_gazetteerWords.end())
            m_named.insert({std::string(firstWord), it->second});
    }

    // "(NYSE: ABC)", "(ABC.O)".
    std::string tickerAfter(const TextSentence& sentence, std::uint32_t at) const
    {
        if (at + 2 >= sentence.lastToken || lower(sentence, at) != "(")
            return {};
        const std::string_view exchange = lower(sentence, at + 1);
        constexpr std::array<std::string_view, 12> Exchanges{"nyse", "nasdaq", "lse", "tsx", "asx", "amex",
            "otc", "otcmkts", "tsxv", "euronext", "nyseamerican", "hkex"};
        if (isOneOf(exchange, Exchanges) && lower(sentence, at + 2) == ":" && at + 3 < sentence.lastToken
            && m_document.tokens[at + 3].is(AllCaps))
            return std::string(m_document.text(sentence, m_document.tokens[at + 3]));
        return {};
    }

    // ---- later short forms of the companies found by form

    void findShortForms()
    {
        if (m_named.empty())
            return;
        for (std::uint32_t number = 0; number < m_document.sentences.size(); ++number) {
            const TextSentence& sentence = m_document.sentences[number];
            if (sentence.boilerplate)
                continue;
            for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at) {
                if (m_taken[at] || !m_document.tokens[at].is(Capitalised))
                    continue;
                std::string key;
                for (std::uint32_t end = at + 1; end <= std::min(sentence.lastToken, at + 4); ++end) {
                    if (!key.empty())
                        key += ' ';
                    key += lower(sentence, end - 1);
                    const auto it = m_named.find(key);
                    const bool longer = end < sentence.lastToken
                        && m_named.contains(key + ' ' + std::string(lower(sentence, end)));
                    if (it != m_named.end() && !longer) {
                        addMention(it->second, number, at, end, false);
                        break;
                    }
                }
            }
        }
    }

    // ---- order and relevance

    void rank()
    {
        std::vector<Mention>& mentions = m_reading.mentions;
        std::sort(mentions.begin(), mentions.end(),
            [](const Mention& a, const Mention& b) { return a.firstToken < b.firstToken; });
        const std::size_t count = m_reading.entities.size();
        std::vector<double> title(count, 0);
        std::vector<double> lead(count, 0);
        std::vector<double> number(count, 0);
        for (const Mention& mention : mentions) {
            const TextSentence& sentence = m_document.sentences[mention.sentence];
            m_reading.entities[mention.entity].mentions.push_back(
                m_document.span(sentence, mention.firstToken, mention.lastToken));
            number[mention.entity] += 1;
            if (sentence.zone == Zone::Title)
                title[mention.entity] = 1;
            if (sentence.zone == Zone::Lead)
                lead[mention.entity] = 1;
        }
        for (std::size_t at = 0; at < count; ++at) {
            const double salience = 3 * title[at] + 2 * lead[at] + std::log1p(number[at]);
            m_reading.entities[at].relevance
                = static_cast<int>(std::lround(100 * (1 - std::exp(-salience / 3))));
        }
        std::vector<std::uint32_t> order(count);
        for (std::uint32_t at = 0; at < count; ++at)
            order[at] = at;
        std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            const base::Entity& left = m_reading.entities[a];
            const base::Entity& right = m_reading.entities[b];
            if (left.relevance != right.relevance)
                return left.relevance > right.relevance;
            return left.id < right.id;
        });
        std::vector<base::Entity> entities(count);
        std::vector<EntityFacts> facts(count);
        std::vector<std::uint32_t> place(count);
        for (std::uint32_t at = 0; at < count; ++at) {
            entities[at] = std::move(m_reading.entities[order[at]]);
            facts[at] = std::move(m_reading.facts[order[at]]);
            place[order[at]] = at;
        }
        m_reading.entities = std::move(entities);
        m_reading.facts = std::move(facts);
        for (Mention& mention : mentions)
            mention.entity = place[mention.entity];
    }

    const Gazetteer& m_gazetteer;
    Reading& m_reading;
    const Document& m_document;
    std::vector<bool> m_taken; // tokens that belong to a mention
    std::vector<Candidate> m_unsure;
    std::map<std::string, std::uint32_t> m_index; // entity id → index
    std::map<std::string, std::uint32_t> m_named; // lower-case short form → index
    std::set<std::string> m_gazetteerWords{"first", "general", "national", "united", "global", "american",
        "international", "new", "north", "south", "east", "west", "central", "pacific", "atlantic", "royal"};
};

} // namespace

void findEntities(const Gazetteer& gazetteer, Reading& reading) { EntityFinder(gazetteer, reading).run(); }

} // namespace engine
