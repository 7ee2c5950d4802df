// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "eventrules.h"

#include <base/strings.h>
#include <engine/tables.h>
#include <engine/toml.h>

#include <algorithm>
#include <charconv>

namespace engine {

namespace {

const std::string File = "events.toml";

struct OperatorName {
    std::string_view member;
    Operator value;
};

constexpr OperatorName OperatorNames[]
    = {{"reverse", Operator::Reverse}, {"delay", Operator::Delay}, {"deny", Operator::Deny},
        {"propose", Operator::Propose}, {"threaten", Operator::Threaten}, {"rumour", Operator::Rumour},
        {"expect", Operator::Expect}, {"conditional", Operator::Conditional}, {"negate", Operator::Negate}};

} // namespace

double certaintyOf(base::Modality modality)
{
    switch (modality) {
    case base::Modality::Completed:
        return 1.0;
    case base::Modality::Announced:
        return 0.92;
    case base::Modality::Proposed:
        return 0.75;
    case base::Modality::Expected:
        return 0.65;
    case base::Modality::Explanatory:
        return 0.62;
    case base::Modality::Threatened:
        return 0.55;
    case base::Modality::Delayed:
        return 0.55;
    case base::Modality::Rumoured:
        return 0.50;
    case base::Modality::Conditional:
        return 0.40;
    case base::Modality::Denied:
        return 0.30;
    case base::Modality::Historical:
        return 0.20;
    }
    return 0.2;
}

base::Result<std::shared_ptr<const EventRules>> EventRules::load(
    const base::ResourceFiles& files, Vocabulary& vocabulary)
{
    const base::Result<toml::table> table = readToml(files, File);
    if (!table)
        return table.error();
    auto rules = std::make_shared<EventRules>();
    const toml::array* events = (*table)["event"].as_array();
    if (events == nullptr)
        return dataError(File, "no [[event]]");
    for (const toml::node& node : *events) {
        const toml::table* row = node.as_table();
        if (row == nullptr)
            return dataError(placeOf(File, node), "an event must be a table");
        EventType type;
        type.id = textOr(*row, "id");
        type.place = placeOf(File, node);
        type.label = textOr(*row, "label", type.id);
        type.prior = numberOr(*row, "prior", 0);
        type.sign = static_cast<int>(numberOr(*row, "sign", 0));
        type.reverse = textOr(*row, "reverse");
        type.undoing = (*row)["undoing"].value_or(false);
        type.breadth = numberOr(*row, "breadth", 0.55);
        type.reference = numberOr(*row, "reference", 0);
        type.subjects = strings(*row, "subject");
        type.objects = strings(*row, "object");
        if (type.id.empty() || type.prior <= 0 || type.prior >= 1)
            return dataError(type.place, "an event needs an id and a prior between 0 and 1");
        const auto index = static_cast<std::uint32_t>(rules->m_types.size());
        if (!rules->m_byId.emplace(type.id, index).second)
            return dataError(type.place, "the event " + type.id + " is listed twice");
        for (const std::string& noun : strings(*row, "nouns")) {
            Action action{index, compilePhrase(noun, vocabulary), noun};
            if (action.noun.empty())
                return dataError(type.place, "an empty noun");
            rules->m_actionIndex[action.noun.front().id].push_back(
                static_cast<std::uint32_t>(rules->m_actions.size()));
            rules->m_actions.push_back(std::move(action));
        }
        PhraseSet verbs;
        for (const std::string& verb : strings(*row, "verbs"))
            verbs.add(verb, 0, vocabulary);
        rules->m_verbs.push_back(std::move(verbs));
        const std::string place = type.place;
        rules->m_types.push_back(std::move(type));
        for (const std::string& pattern : strings(*row, "patterns")) {
            if (base::Outcome added = rules->addPattern(index, pattern, place, vocabulary); !added)
                return added.error();
        }
    }
    for (const EventType& type : rules->m_types) {
        if (!type.reverse.empty() && rules->find(type.reverse) < 0)
            return dataError(type.place, "reverse names no event: " + type.reverse);
    }
    if (const toml::table* operators = (*table)["operators"].as_table()) {
        for (const OperatorName& name : OperatorNames) {
            for (const std::string& phrase : strings(*operators, name.member))
                rules->m_operators.add(phrase, static_cast<std::uint32_t>(name.value), vocabulary);
        }
        for (const std::string& phrase : strings(*operators, "surprise"))
            rules->m_surprise.add(phrase, 0, vocabulary);
        for (const std::string& phrase : strings(*operators, "as_expected"))
            rules->m_surprise.add(phrase, 1, vocabulary);
    }
    return std::shared_ptr<const EventRules>(std::move(rules));
}

base::Outcome EventRules::addPattern(
    std::uint32_t type, const std::string& text, const std::string& place, Vocabulary& vocabulary)
{
    Pattern pattern;
    pattern.type = type;
    pattern.text = text;
    pattern.place = place;
    int gap = 0;
    for (const std::string& part : parts(text, ' ')) {
        if (part.front() == '~') {
            std::from_chars(part.data() + 1, part.data() + part.size(), gap);
            continue;
        }
        if (part == "=>+" || part == "=>-" || part == "=>0") {
            pattern.sign = part.back() == '+' ? 1 : part.back() == '-' ? -1 : 0;
            continue;
        }
        Element element;
        element.gap = gap;
        gap = 0;
        if (part == "<pct>")
            element.what = Element::What::Percent;
        else if (part == "<bp>")
            element.what = Element::What::BasisPoints;
        else if (part == "<money>")
            element.what = Element::What::Money;
        else if (part == "<qty>")
            element.what = Element::What::Quantity;
        else if (part.front() == '<' && part.back() == '>') {
            element.what = Element::What::Entity;
            element.kind = part.substr(1, part.size() - 2);
        } else {
            for (std::string alternative : parts(part, '|')) {
                std::replace(alternative.begin(), alternative.end(), '_', ' ');
                element.alternatives.push_back(compilePhrase(alternative, vocabulary));
            }
        }
        pattern.elements.push_back(std::move(element));
    }
    if (pattern.elements.empty() || pattern.elements.front().what != Element::What::Words)
        return dataError(place, "a pattern must start with words: " + text);
    const auto index = static_cast<std::uint32_t>(m_patterns.size());
    for (const Phrase& first : pattern.elements.front().alternatives) {
        std::vector<std::uint32_t>& list = m_patternIndex[first.front().id];
        if (list.empty() || list.back() != index)
            list.push_back(index);
    }
    m_patterns.push_back(std::move(pattern));
    return base::Done{};
}

int EventRules::find(const std::string& id) const
{
    const auto it = m_byId.find(id);
    return it == m_byId.end() ? -1 : static_cast<int>(it->second);
}

std::uint32_t EventRules::verbAt(
    std::uint32_t type, const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end) const
{
    std::vector<PhraseSet::Hit> hits;
    m_verbs[type].matchAt(tokens, at, end, hits);
    return hits.empty() ? 0 : hits.front().last - at;
}

} // namespace engine
