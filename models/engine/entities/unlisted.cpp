// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "unlisted.h"

#include <base/strings.h>
#include <engine/entities/namecontext.h>

#include <algorithm>
#include <map>

namespace engine {

namespace {

constexpr std::uint32_t LongestName = 7; // words

class UnlistedFinder final {
public:
    UnlistedFinder(EntityMarks& marks, const std::vector<Symbol>& symbols)
        : m_marks(marks)
        , m_symbols(symbols)
    {
    }

    void run()
    {
        const Document& document = m_marks.document();
        for (std::uint32_t number = 0; number < document.sentences.size(); ++number) {
            if (!document.sentences[number].boilerplate)
                readSentence(number);
        }
        if (!m_named.empty())
            findShortForms();
    }

private:
    bool nameToken(std::uint32_t at) const
    {
        return m_marks.capital(at) && !m_marks.taken(at)
            && !m_marks.cue(at, NotOfName | CompanyNoun | PersonTitle | Role);
    }

    // "Alabama-based", "Singapore-listed": where it is, not what it is called.
    bool tellsPlace(const TextSentence& sentence, std::uint32_t at) const
    {
        const std::string_view word = m_marks.lower(sentence, at);
        return word.ends_with("-based") || word.ends_with("-listed") || word.ends_with("-owned")
            || word.ends_with("-backed") || word.ends_with("-traded");
    }

    // A heading in capitals, "SMALL COMPANY RULES": no names but those with a short legal form.
    bool isShouted(const TextSentence& sentence, std::uint32_t begin, std::uint32_t end) const
    {
        for (std::uint32_t at = begin; at < end; ++at) {
            if (!m_marks.token(at).is(AllCaps) && m_marks.text(sentence, at).size() > 2)
                return false;
        }
        return end - begin >= 2;
    }

    void readSentence(std::uint32_t number)
    {
        const TextSentence& sentence = m_marks.document().sentences[number];
        for (std::uint32_t begin = sentence.firstToken; begin < sentence.lastToken;) {
            if (!nameToken(begin) || tellsPlace(sentence, begin)) {
                ++begin;
                continue;
            }
            std::uint32_t end = begin + 1;
            while (end < sentence.lastToken && end - begin < LongestName) {
                const std::string_view word = m_marks.lower(sentence, end);
                if (nameToken(end) || word == "plc")
                    ++end;
                else if ((word == "&" || word == "of" || word == "de") && end + 1 < sentence.lastToken
                    && nameToken(end + 1))
                    end += 2;
                else
                    break;
            }
            tryCompany(number, begin, end);
            begin = end;
        }
    }

    // A legal form proper; "Group" and "Holdings" are words of a trade too and prove nothing by themselves.
    bool isForm(const TextSentence& sentence, std::uint32_t at) const
    {
        if (!m_marks.cue(at, LegalForm) || m_marks.cue(at, WeakTradeWord))
            return false;
        const std::string_view text = m_marks.text(sentence, at);
        return text.size() > 3 || m_marks.token(at).is(AllCaps) || text == "Inc" || text == "Ltd"
            || text == "Plc" || text == "plc" || text == "Co" || text == "Llc" || text == "Oyj"
            || text == "Asa" || text == "Spa" || text == "SpA";
    }

    const Symbol* symbolAt(std::uint32_t at) const
    {
        const auto it = std::lower_bound(m_symbols.begin(), m_symbols.end(), at,
            [](const Symbol& one, std::uint32_t token) { return one.first < token; });
        return it != m_symbols.end() && it->first == at && it->bracketed ? &*it : nullptr;
    }

    bool speaksOfCompany(const TextSentence& sentence, std::uint32_t begin, std::uint32_t end) const
    {
        if (end < sentence.lastToken && m_marks.cue(end, CompanyVerb))
            return true;
        for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at) {
            if ((at < begin || at >= end) && m_marks.cue(at, CompanyNoun))
                return true;
        }
        return false;
    }

    void tryCompany(std::uint32_t number, std::uint32_t begin, std::uint32_t end)
    {
        const TextSentence& sentence = m_marks.document().sentences[number];
        // A title in capitals throughout says nothing by its capitals: only what the body names counts there.
        if (m_marks.capitalsSayNothing(number))
            return;
        if (begin > sentence.firstToken && m_marks.taken(begin - 1) && m_marks.capital(begin - 1))
            return; // the rest of a known name: "Systems Inc" after "Cisco"
        std::uint32_t form = end;
        for (std::uint32_t at = begin + 1; at < end && form == end; ++at) {
            if (isForm(sentence, at))
                form = at;
        }
        const std::uint32_t last = form < end ? endOfLegalForm(m_marks, sentence, form) : end;
        const Symbol* symbol = symbolAt(last);
        if (symbol != nullptr && symbol->bare && form == end)
            symbol = nullptr; // "(GDP)" after capitals
        if (isShouted(sentence, begin, end) && symbol == nullptr
            && (form == end || m_marks.text(sentence, form).size() > 4))
            return;
        for (std::uint32_t at = begin; at < end; ++at) {
            if (m_marks.cue(at, LongerName) && (form == end || m_marks.lower(sentence, at) == "department"))
                return; // "Michigan Department of Natural Resources"
        }
        bool company = form < end || symbol != nullptr;
        if (!company && end - begin >= 2 && m_marks.cue(end - 1, TradeWord | WeakTradeWord))
            company = m_marks.cue(end - 1, TradeWord) || speaksOfCompany(sentence, begin, end);
        const std::uint32_t nameEnd = std::min(form, end);
        if (!company || nameEnd <= begin)
            return;
        std::string name
            = base::collapsed(m_marks.document().text(m_marks.document().span(sentence, begin, nameEnd)));
        if (name.ends_with(" &")) // "Miller Tabak & Co"
            name.resize(name.size() - 2);
        std::uint32_t entity = 0;
        if (symbol != nullptr && symbol->known >= 0 && !symbol->bare) {
            entity = m_marks.entityIndex(static_cast<std::uint32_t>(symbol->known));
        } else {
            std::string slug = base::lowerAscii(name);
            std::replace(slug.begin(), slug.end(), ' ', '_');
            entity = m_marks.unlistedIndex(
                "company:" + slug, name, symbol != nullptr && !symbol->bare ? symbol->symbol : std::string());
        }
        m_marks.addMention(entity, number, begin, last);
        m_named.insert({base::lowerAscii(name), entity});
        const std::string_view head = m_marks.lower(sentence, begin);
        // The first word alone, where it is a name's: long, and no first name, trade or place.
        if (nameEnd - begin >= 2 && head.size() >= 4
            && !m_marks.cue(
                begin, TradeWord | FirstName | LongerName | Acronym | GovernmentVerb | PlaceAfter))
            m_named.insert({std::string(head), entity});
    }

    // One word that is also another's name or an ordinary one needs a company's word after it.
    bool isPlain(const TextSentence& sentence, std::uint32_t at) const
    {
        if (m_marks.token(at).word < 0)
            return true;
        if (m_marks.surname(m_marks.token(at).word) || at + 1 >= sentence.lastToken)
            return false;
        const std::string_view next = m_marks.lower(sentence, at + 1);
        return m_marks.cue(at + 1, CompanyNoun | CompanyVerb | Role)
            || (m_marks.token(at + 1).is(Punctuation) && next.size() > 1 && next.ends_with('s'));
    }

    void findShortForms()
    {
        const Document& document = m_marks.document();
        for (std::uint32_t number = 0; number < document.sentences.size(); ++number) {
            const TextSentence& sentence = document.sentences[number];
            if (sentence.boilerplate)
                continue;
            for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at) {
                if (m_marks.taken(at) || !m_marks.capital(at))
                    continue;
                std::string key;
                std::uint32_t best = 0;
                std::uint32_t entity = 0;
                for (std::uint32_t end = at; end < std::min(sentence.lastToken, at + LongestName); ++end) {
                    if (m_marks.taken(end))
                        break;
                    if (!key.empty())
                        key += ' ';
                    key += m_marks.lower(sentence, end);
                    if (const auto it = m_named.find(key); it != m_named.end()) {
                        best = end + 1;
                        entity = it->second;
                    }
                }
                if (best > 0 && (best > at + 1 || isPlain(sentence, at)))
                    m_marks.addMention(entity, number, at, best);
            }
        }
    }

    EntityMarks& m_marks;
    const std::vector<Symbol>& m_symbols;
    std::map<std::string, std::uint32_t> m_named; // lower-case name or short form → entity
};

} // namespace

void findUnlisted(EntityMarks& marks, const std::vector<Symbol>& symbols)
{
    UnlistedFinder(marks, symbols).run();
}

} // namespace engine
