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

// In the order of Operator, then the further slots of EventRules.
constexpr std::string_view WordLists[] = {"reverse", "delay", "deny", "propose", "threaten", "rumour",
    "expect", "conditional", "negate", "either", "surprise", "as_expected"};

// "cut/v" → "cut" and Verb; '_' joins words.
WordUse takeUse(std::string& word, char usual)
{
    char use = usual;
    if (word.size() > 2 && word[word.size() - 2] == '/') {
        use = word.back();
        word.resize(word.size() - 2);
    }
    std::replace(word.begin(), word.end(), '_', ' ');
    return use == 'v' ? WordUse::Verb : use == 'n' ? WordUse::Noun : WordUse::Any;
}

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

// Takes the entities and figures of "<company|fund>|<pct>|word" into the element and gives back the words.
std::vector<std::string> takeNames(const std::string& part, EventRules::Element& element)
{
    using Element = EventRules::Element;
    std::vector<std::string> words;
    for (std::size_t at = 0; at < part.size();) {
        const bool name = part[at] == '<';
        const std::size_t close = name ? part.find('>', at) : part.find('|', at);
        const std::string one = part.substr(name ? at + 1 : at, close - (name ? at + 1 : at));
        at = close == std::string::npos ? part.size() : close + (name ? 2 : 1);
        if (!name) {
            words.push_back(one);
            continue;
        }
        for (const std::string& kind : parts(one, '|')) {
            if (kind == "pct")
                element.figures |= Element::Percent;
            else if (kind == "bp")
                element.figures |= Element::BasisPoints;
            else if (kind == "money")
                element.figures |= Element::Money;
            else if (kind == "qty")
                element.figures |= Element::Quantity;
            else if (element.entity = true; kind != "any")
                element.kinds.push_back(kind);
        }
    }
    return words;
}

// "a &6 b" stands for "a ~6 b" and "b ~6 a": what is done and what it is done to, in either order.
std::vector<std::string> ordersOf(const std::string& pattern)
{
    const std::size_t at = pattern.find(" &");
    if (at == std::string::npos)
        return {pattern};
    const std::size_t end = pattern.find(' ', at + 1);
    if (end == std::string::npos)
        return {pattern.substr(0, at)};
    const std::string gap = " ~" + pattern.substr(at + 2, end - at - 1); // with the blank behind it
    const std::string open = pattern.starts_with("^ ") ? "^ " : "";
    const std::string left = pattern.substr(open.size(), at - open.size());
    const std::string right = pattern.substr(end + 1);
    return {open + left + gap + right, open + right + gap + left};
}

// Reads events.toml into rules.
class EventRules::Reader final {
public:
    Reader(EventRules& rules, Vocabulary& vocabulary)
        : m_rules(rules)
        , m_vocabulary(vocabulary)
    {
    }

    base::Outcome readWords(const TomlValue& table);
    base::Outcome readType(const TomlValue& row, const std::string& place);

private:
    base::Outcome addPattern(
        std::uint32_t type, const std::string& text, std::size_t number, const std::string& place);
    // The slot of these words; "@name" stands for a set. `usual`: the use of words that say none.
    base::Result<std::uint32_t> addSlot(
        const std::vector<std::string>& words, char usual, const std::string& place);

    EventRules& m_rules;
    Vocabulary& m_vocabulary;
    std::map<std::string, std::vector<std::string>> m_sets; // "@raise"
    TextMap<std::uint32_t> m_slots; // by their words
};

base::Result<std::shared_ptr<const EventRules>> EventRules::load(
    const base::ResourceFiles& files, Vocabulary& vocabulary)
{
    const base::Result<TomlDocument> document = readToml(files, File);
    if (!document)
        return document.error();
    auto rules = std::make_shared<EventRules>();
    base::Result<std::shared_ptr<const EventTyping>> typing = EventTyping::load(files);
    if (!typing)
        return typing.error();
    rules->m_typing = std::move(typing).value();
    const std::vector<TomlValue>& events = document->root.array("event");
    if (events.empty())
        return dataError(File, "no [[event]]");
    Reader reader(*rules, vocabulary);
    if (base::Outcome words = reader.readWords(document->root); !words)
        return words.error();
    for (const TomlValue& row : events) {
        if (!row.isTable())
            return dataError(placeOf(File, row), "an event must be a table");
        if (base::Outcome type = reader.readType(row, placeOf(File, row)); !type)
            return type.error();
    }
    for (std::size_t at = 0; at < rules->m_types.size(); ++at) {
        EventType& type = rules->m_types[at];
        if (!type.reverse.empty() && rules->find(type.reverse) < 0)
            return dataError(type.place, "reverse names no event: " + type.reverse);
        for (const std::string& other : strings(events[at], "instead_of")) {
            if (rules->find(other) < 0)
                return dataError(type.place, "instead_of names no event: " + other);
            type.insteadOf.push_back(static_cast<std::uint32_t>(rules->find(other)));
        }
    }
    rules->m_patternsOf.resize(rules->m_triggers.slots());
    rules->m_actionsOf.resize(rules->m_triggers.slots());
    for (std::uint32_t at = 0; at < rules->m_patterns.size(); ++at) {
        const Element& first = rules->m_patterns[at].elements.front();
        const std::vector<std::uint32_t>& needs = rules->m_patterns[at].needs;
        const Opening opening{at, needs.empty() ? Opening::Nothing : needs.front()};
        if (first.entity)
            rules->m_entityPatterns.push_back(opening);
        if (first.figures != Element::NoFigure)
            rules->m_figurePatterns.push_back(opening);
        if (first.slot != Element::NoWords)
            rules->m_patternsOf[first.slot].push_back(at);
    }
    for (std::uint32_t at = 0; at < rules->m_actions.size(); ++at)
        rules->m_actionsOf[rules->m_actions[at].nouns].push_back(at);
    std::vector<bool> starts(rules->m_triggers.slots());
    for (std::size_t slot = 0; slot < starts.size(); ++slot)
        starts[slot] = !rules->m_patternsOf[slot].empty() || !rules->m_actionsOf[slot].empty();
    rules->m_triggers.close(starts);
    rules->m_surprise.close();
    rules->m_comparison.close();
    for (std::uint32_t phrase = 0; phrase < rules->m_triggers.phrases(); ++phrase) {
        std::vector<std::uint32_t>& types = rules->m_typesOf.emplace_back();
        for (const std::uint32_t slot : rules->m_triggers.startsOf(phrase)) {
            for (const std::uint32_t pattern : rules->m_patternsOf[slot])
                types.push_back(rules->m_patterns[pattern].type);
            for (const std::uint32_t action : rules->m_actionsOf[slot])
                types.push_back(rules->m_actions[action].type);
        }
        std::sort(types.begin(), types.end());
        types.erase(std::unique(types.begin(), types.end()), types.end());
    }
    return std::shared_ptr<const EventRules>(std::move(rules));
}

base::Outcome EventRules::Reader::readWords(const TomlValue& table)
{
    if (const TomlValue* sets = table.table("sets")) {
        for (const TomlValue& set : sets->items)
            m_sets.emplace('@' + std::string(set.key), strings(*sets, set.key));
    }
    const TomlValue none;
    const TomlValue* operators = table.table("operators");
    for (const std::string_view list : WordLists) {
        const std::uint32_t slot = m_rules.m_triggers.addSlot();
        for (std::string word : strings(operators == nullptr ? none : *operators, list)) {
            const WordUse use = takeUse(word, ' ');
            m_rules.m_triggers.add(slot, word, use, m_vocabulary);
            if (slot == Unexpected || slot == AsExpected)
                m_rules.m_surprise.add(word, slot - Unexpected, m_vocabulary);
        }
    }
    std::uint32_t number = 0;
    for (const std::string_view list : {"above_expected", "below_expected", "better_lower", "falling"}) {
        for (const std::string& words : strings(operators == nullptr ? none : *operators, list))
            m_rules.m_comparison.add(words, number, m_vocabulary);
        ++number;
    }
    return base::Done{};
}

base::Outcome EventRules::Reader::readType(const TomlValue& row, const std::string& place)
{
    EventType type;
    type.id = textOr(row, "id");
    type.place = place;
    type.label = textOr(row, "label", type.id);
    type.prior = numberOr(row, "prior", 0);
    type.sign = static_cast<int>(numberOr(row, "sign", 0));
    type.reverse = textOr(row, "reverse");
    type.undoing = flagOr(row, "undoing", false);
    type.suffers = flagOr(row, "suffers", false);
    type.mutual = flagOr(row, "mutual", false);
    type.above = static_cast<int>(numberOr(row, "above", 0));
    type.breadth = numberOr(row, "breadth", 0.55);
    type.reference = numberOr(row, "reference", 0);
    type.subjects = strings(row, "subject");
    type.objects = strings(row, "object");
    if (type.id.empty() || type.prior <= 0 || type.prior >= 1)
        return dataError(place, "an event needs an id and a prior between 0 and 1");
    const auto index = static_cast<std::uint32_t>(m_rules.m_types.size());
    if (!m_rules.m_byId.emplace(type.id, index).second)
        return dataError(place, "the event " + type.id + " is listed twice");
    if (const std::vector<std::string> unless = strings(row, "unless"); !unless.empty()) {
        const base::Result<std::uint32_t> slot = addSlot(unless, ' ', place);
        if (!slot)
            return slot.error();
        type.unless.push_back(*slot);
    }
    const std::string rule = "events#" + type.id + '/';
    m_rules.m_types.push_back(std::move(type));
    if (const std::vector<std::string> nouns = strings(row, "nouns"); !nouns.empty()) {
        const base::Result<std::uint32_t> noun = addSlot(nouns, 'n', place);
        const base::Result<std::uint32_t> verb = addSlot(strings(row, "verbs"), 'v', place);
        if (!noun || !verb)
            return noun ? verb.error() : noun.error();
        m_rules.m_actions.push_back({index, *noun, *verb, rule});
    }
    std::size_t number = 0;
    for (const std::string& pattern : strings(row, "patterns")) {
        ++number;
        for (const std::string& order : ordersOf(pattern)) {
            if (base::Outcome added = addPattern(index, order, number, place); !added)
                return added.error();
        }
    }
    return base::Done{};
}

base::Result<std::uint32_t> EventRules::Reader::addSlot(
    const std::vector<std::string>& words, char usual, const std::string& place)
{
    std::string key(1, usual);
    for (const std::string& word : words)
        key += '|' + word;
    if (const auto known = m_slots.find(key); known != m_slots.end())
        return known->second;
    std::vector<std::string> flat;
    std::vector<std::string> open(words.rbegin(), words.rend());
    for (int steps = 0; !open.empty(); ++steps) {
        const std::string word = open.back();
        open.pop_back();
        if (word.empty() || steps > 5000)
            return dataError(place, "an empty word, or sets that hold each other");
        if (word.front() != '@') {
            flat.push_back(word);
            continue;
        }
        const auto set = m_sets.find(word);
        if (set == m_sets.end())
            return dataError(place, "no such set: " + word);
        open.insert(open.end(), set->second.rbegin(), set->second.rend());
    }
    const std::uint32_t slot = m_rules.m_triggers.addSlot();
    m_slots.emplace(key, slot);
    for (std::string& word : flat) {
        const WordUse use = takeUse(word, usual);
        m_rules.m_triggers.add(slot, word, use, m_vocabulary);
    }
    return slot;
}

base::Outcome EventRules::Reader::addPattern(
    std::uint32_t type, const std::string& text, std::size_t number, const std::string& place)
{
    Pattern pattern;
    pattern.type = type;
    pattern.rule = "events#" + m_rules.m_types[type].id + '/' + std::to_string(number);
    std::uint32_t gap = 0;
    for (std::string part : parts(text, ' ')) {
        if (part.front() == '~') {
            std::from_chars(part.data() + 1, part.data() + part.size(), gap);
            continue;
        }
        if (part == "=>+" || part == "=>-" || part == "=>0") {
            pattern.sign = part.back() == '+' ? 1 : part.back() == '-' ? -1 : 0;
            continue;
        }
        if (part == "^") {
            pattern.unbroken = true;
            continue;
        }
        Element element;
        element.gap = gap;
        gap = 0;
        if (part.front() == '!') {
            element.never = true;
            part.erase(0, 1);
        }
        const std::vector<std::string> words = takeNames(part, element);
        if (!words.empty()) {
            const base::Result<std::uint32_t> slot = addSlot(words, ' ', place);
            if (!slot)
                return slot.error();
            element.slot = *slot;
        }
        if (element.never && !element.onlyWords())
            return dataError(place, "only words can be forbidden: " + text);
        if (!element.never && element.onlyWords() && !pattern.elements.empty())
            pattern.needs.push_back(element.slot);
        pattern.elements.push_back(std::move(element));
    }
    if (pattern.elements.empty() || pattern.elements.front().never)
        return dataError(place, "a pattern must start with words, an entity or a figure: " + text);
    m_rules.m_patterns.push_back(std::move(pattern));
    return base::Done{};
}

int EventRules::find(const std::string& id) const
{
    const auto it = m_byId.find(id);
    return it == m_byId.end() ? -1 : static_cast<int>(it->second);
}

std::vector<std::uint32_t> EventRules::triggered(const Document& document) const
{
    std::vector<bool> found(m_types.size(), false);
    std::vector<Triggers::Hit> hits;
    for (const TextSentence& sentence : document.sentences) {
        for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at)
            m_triggers.matchAt(document.tokens, at, sentence.lastToken, hits);
    }
    for (const Triggers::Hit& hit : hits) {
        for (const std::uint32_t type : typesOf(hit.phrase))
            found[type] = true;
    }
    std::vector<std::uint32_t> types;
    for (std::uint32_t type = 0; type < found.size(); ++type) {
        if (found[type])
            types.push_back(type);
    }
    return types;
}

} // namespace engine
