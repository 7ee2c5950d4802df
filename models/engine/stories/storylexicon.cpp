// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storylexicon.h"

#include <base/strings.h>
#include <engine/tables.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace engine {

namespace {

constexpr double Unlisted = 0.4; // of 10,000: rarer than any word in the list

bool isVowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

bool hasVowel(std::string_view text)
{
    for (const char c : text) {
        if (isVowel(c))
            return true;
    }
    return false;
}

// "stopp" and "agre" of "stopped" and "agreed" meet "stop" and "agree": doubles are undone, a final e goes.
void tidy(std::string& stem)
{
    const std::size_t size = stem.size();
    if (size > 3 && stem[size - 1] == stem[size - 2] && !isVowel(stem.back()) && stem.back() != 'l'
        && stem.back() != 's')
        stem.pop_back();
    while (stem.size() > 3 && stem.back() == 'e')
        stem.pop_back();
}

// "consumer-price" is listed with a hyphen; each word under its stem.
Term phraseTerm(std::string_view phrase)
{
    const std::size_t hyphen = phrase.find('-');
    if (hyphen == std::string_view::npos)
        return termOf(storyStem(phrase));
    return termOf(storyStem(phrase.substr(0, hyphen)) + '-' + storyStem(phrase.substr(hyphen + 1)));
}

Term pairTerm(std::string_view before, std::string_view word)
{
    return before.empty() ? 0 : termOf(storyStem(before) + '-' + storyStem(word));
}

} // namespace

Term termOf(std::string_view text)
{
    const std::uint64_t hash = base::hash64(text);
    const Term term = static_cast<Term>(hash ^ (hash >> 32));
    return term == 0 ? 1 : term;
}

std::string storyStem(std::string_view word)
{
    std::string stem(word);
    for (const char c : stem) {
        if (c < 'a' || c > 'z')
            return stem;
    }
    if (stem.size() > 4 && stem.ends_with("ies")) {
        stem.resize(stem.size() - 3);
        stem += 'y';
    } else if (stem.size() > 4
        && (stem.ends_with("sses") || stem.ends_with("ches") || stem.ends_with("shes")
            || stem.ends_with("xes"))) {
        stem.resize(stem.size() - 2);
    } else if (stem.size() > 3 && stem.back() == 's' && !stem.ends_with("ss") && !stem.ends_with("us")
        && !stem.ends_with("is")) {
        stem.pop_back();
    }
    if (stem.size() > 5 && stem.ends_with("ing")
        && hasVowel(std::string_view(stem).substr(0, stem.size() - 3))) {
        stem.resize(stem.size() - 3);
        tidy(stem);
    } else if (stem.size() > 4 && stem.ends_with("ied")) {
        stem.resize(stem.size() - 3);
        stem += 'y';
    } else if (stem.size() > 4 && stem.ends_with("ed")
        && hasVowel(std::string_view(stem).substr(0, stem.size() - 2))) {
        stem.resize(stem.size() - 2);
        tidy(stem);
    } else {
        tidy(stem);
    }
    return stem;
}

base::Result<std::shared_ptr<const StoryLexicon>> StoryLexicon::load(
    const base::ResourceFiles& files, Vocabulary&)
{
    auto lexicon = std::make_shared<StoryLexicon>();
    const auto stop = readTable(files, "stories/stopwords.tsv", 1);
    if (!stop)
        return stop.error();
    for (const TableRow& row : *stop) {
        for (const std::string& word : parts(row.cells[0], ' '))
            lexicon->m_stop.insert(word);
    }
    const auto alike = readTable(files, "stories/alike.tsv", 2);
    if (!alike)
        return alike.error();
    for (const TableRow& row : *alike) {
        for (const std::string& word : parts(row.cells[1], ' '))
            lexicon->m_alike.emplace(storyStem(word), termOf(row.cells[0]));
    }
    const auto frequencies = readTable(files, "stories/frequencies.tsv", 2);
    if (!frequencies)
        return frequencies.error();
    for (const TableRow& row : *frequencies) {
        const std::string_view cell = row.cells[1];
        double count = 0;
        std::from_chars(cell.data(), cell.data() + cell.size(), count);
        if (count <= 0)
            return dataError(row.place(), "a frequency above zero was expected");
        lexicon->m_frequency.emplace(termOf(row.cells[0]), static_cast<float>(count));
    }
    const auto kinds = readTable(files, "stories/kinds.tsv", 2);
    if (!kinds)
        return kinds.error();
    for (const TableRow& row : *kinds) {
        const std::string_view kind = row.cells[0];
        if (kind == "roundup") {
            lexicon->m_roundUps = parts(row.cells[1], '|');
            continue;
        }
        if (kind == "comment") {
            lexicon->m_comments = parts(row.cells[1], '|');
            continue;
        }
        if (kind == "decision") {
            lexicon->m_decisions = parts(row.cells[1], '|');
            continue;
        }
        const int bit = kind == "market" ? Market
            : kind == "move"             ? Move
            : kind == "results"          ? Results
            : kind == "indicator"        ? Indicator
            : kind == "trade"            ? Trade
                                         : 0;
        if (bit == 0)
            return dataError(row.place(),
                "market, move, results, indicator, trade, roundup, comment or decision was expected");
        for (const std::string& word : parts(row.cells[1], ' ')) {
            std::uint8_t& own = lexicon->m_kinds[lexicon->term(word)];
            own = static_cast<std::uint8_t>(own | bit);
        }
    }
    if (base::Outcome read = lexicon->loadFields(files); !read)
        return read.error();
    if (base::Outcome read = lexicon->loadPlaces(files); !read)
        return read.error();
    const base::Result<StoryWeights> weights = StoryWeights::load(files);
    if (!weights)
        return weights.error();
    lexicon->m_weights = *weights;
    return std::shared_ptr<const StoryLexicon>(std::move(lexicon));
}

base::Outcome StoryLexicon::loadFields(const base::ResourceFiles& files)
{
    const auto table = readTable(files, "stories/fields.tsv", 2);
    if (!table)
        return table.error();
    for (const TableRow& row : *table) {
        const Term field = termOf("field:" + std::string(row.cells[0]));
        double& frequency = m_fieldFrequency[field];
        for (const std::string& phrase : parts(row.cells[1], ' ')) {
            for (const Term key : {phraseTerm(phrase), termOf(phrase)}) // "acquire" also stands for its like
                m_fields[key].push_back(field);
            if (phrase.find('-') == std::string::npos)
                frequency += this->frequency(term(phrase));
        }
    }
    return base::Done{};
}

base::Outcome StoryLexicon::loadPlaces(const base::ResourceFiles& files)
{
    const auto table = readTable(files, "stories/places.tsv", 2);
    if (!table)
        return table.error();
    for (const TableRow& row : *table) {
        if (row.cells[0] == "great") {
            for (const std::string& id : parts(row.cells[1], ' '))
                m_greatPlaces.insert(termOf("country:" + id));
            continue;
        }
        for (const std::string& phrase : parts(row.cells[1], ' '))
            m_countries.emplace(phraseTerm(phrase), termOf(row.cells[0]));
    }
    constexpr std::size_t Columns = 8; // id, name, kind, ticker, country, sector, tags, aliases
    for (const char* name : {"gazetteer/institutions.tsv", "gazetteer/officials.tsv"}) {
        const auto known = readTable(files, name, Columns);
        if (!known)
            return known.error();
        for (const TableRow& row : *known) {
            const Term id = termOf(row.cells[0]);
            if (!row.cells[4].empty())
                m_countryOf.emplace(id, termOf("country:" + std::string(row.cells[4])));
            if (!row.cells[4].empty() && row.cells[0].starts_with("cb:"))
                m_bankIn.emplace(termOf("country:" + std::string(row.cells[4])), id);
            for (const std::string& tag : parts(row.cells[6], ',')) {
                if (tag.starts_with("cb_"))
                    m_bankOf.emplace(id, termOf("cb:" + tag.substr(3)));
            }
        }
    }
    return base::Done{};
}

std::vector<Term> StoryLexicon::fields(std::string_view lowerBefore, std::string_view lowerWord) const
{
    std::vector<Term> found;
    for (const Term key : {termOf(storyStem(lowerWord)), term(lowerWord), pairTerm(lowerBefore, lowerWord)}) {
        const auto place = m_fields.find(key);
        if (place != m_fields.end())
            found.insert(found.end(), place->second.begin(), place->second.end());
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

double StoryLexicon::fieldRarity(Term field) const
{
    const auto found = m_fieldFrequency.find(field);
    return std::log(1 + 10000 / (found == m_fieldFrequency.end() ? Unlisted : 1 + found->second));
}

Term StoryLexicon::country(std::string_view lowerBefore, std::string_view lowerWord) const
{
    for (const Term key : {termOf(storyStem(lowerWord)), pairTerm(lowerBefore, lowerWord)}) {
        const auto place = m_countries.find(key);
        if (place != m_countries.end())
            return place->second;
    }
    return 0;
}

Term StoryLexicon::countryOf(Term entity) const
{
    const auto found = m_countryOf.find(entity);
    return found == m_countryOf.end() ? 0 : found->second;
}

Term StoryLexicon::bankOf(Term official) const
{
    const auto found = m_bankOf.find(official);
    return found == m_bankOf.end() ? 0 : found->second;
}

Term StoryLexicon::bankIn(Term country) const
{
    const auto found = m_bankIn.find(country);
    return found == m_bankIn.end() ? 0 : found->second;
}

std::shared_ptr<const StoryLexicon> StoryLexicon::withWeights(const StoryWeights& weights) const
{
    auto other = std::make_shared<StoryLexicon>(*this);
    other->m_weights = weights;
    return other;
}

std::uint8_t StoryLexicon::wordKinds(Term term) const
{
    const auto found = m_kinds.find(term);
    return found == m_kinds.end() ? std::uint8_t{0} : found->second;
}

bool StoryLexicon::isRoundUp(std::string_view lowerHeadline) const
{
    return std::any_of(m_roundUps.begin(), m_roundUps.end(),
        [&](const std::string& phrase) { return lowerHeadline.find(phrase) != std::string_view::npos; });
}

bool StoryLexicon::isRateDecision(std::string_view lowerHeadline) const
{
    return lowerHeadline.find("rate") != std::string_view::npos
        && std::any_of(m_decisions.begin(), m_decisions.end(),
            [&](const std::string& word) { return lowerHeadline.find(word) != std::string_view::npos; });
}

bool StoryLexicon::isComment(std::string_view lowerHeadline) const
{
    if (lowerHeadline.ends_with('?'))
        return true;
    return std::any_of(m_comments.begin(), m_comments.end(), [&](const std::string& phrase) {
        return lowerHeadline.starts_with(phrase)
            || lowerHeadline.find(' ' + phrase + ' ') != std::string_view::npos;
    });
}

Term StoryLexicon::term(std::string_view lowerWord) const
{
    const std::string stem = storyStem(lowerWord);
    const auto found = m_alike.find(stem);
    return found == m_alike.end() ? termOf(stem) : found->second;
}

double StoryLexicon::frequency(Term term) const
{
    const auto found = m_frequency.find(term);
    return found == m_frequency.end() ? Unlisted : static_cast<double>(found->second);
}

} // namespace engine
