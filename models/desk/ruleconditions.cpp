// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "ruleconditions.h"

#include <base/strings.h>

#include <algorithm>

namespace desk {

namespace {

const std::vector<int> Nowhere;
constexpr std::string_view States[]
    = {"read", "unread", "starred", "hidden", "analysed", "decision", "note", "label", "alert"};

std::string keyOf(const QueryNode& node)
{
    std::string key = std::to_string(static_cast<int>(node.kind)) + '\x1f' + node.field + '\x1f' + node.text
        + '\x1f' + (node.prefix ? '1' : '0') + std::to_string(static_cast<int>(node.comparison));
    if (node.kind == NodeKind::Number || node.kind == NodeKind::Near)
        key += '\x1f' + std::to_string(node.number) + '\x1f' + base::hex64(std::hash<double>()(node.number));
    if (node.from)
        key += "\x1f>" + std::to_string(base::toUnix(*node.from));
    if (node.to)
        key += "\x1f<" + std::to_string(base::toUnix(*node.to));
    for (const QueryNode& child : node.children)
        key += "\x1e" + keyOf(child);
    return key;
}

std::uint8_t wordSpace(std::string_view field)
{
    constexpr std::string_view Names[] = {"source", "author", "topic", "event", "label", "entity"};
    for (std::uint8_t at = 0; at < std::size(Names); ++at) {
        if (Names[at] == field)
            return at;
    }
    return std::size(Names);
}

} // namespace

RuleConditions::Term RuleConditions::term(const std::string& text, bool prefix)
{
    Dictionary& dictionary = prefix ? m_beginnings : m_words;
    const auto [at, fresh] = dictionary.emplace(text, static_cast<Term>(m_termTexts.size()));
    if (fresh)
        m_termTexts.push_back(text);
    return at->second;
}

RuleConditions::Term RuleConditions::wordTerm(std::string_view text) const
{
    const auto known = m_words.find(text);
    return known == m_words.end() ? 0 : known->second;
}

std::vector<RuleConditions::Term> RuleConditions::termsOf(const QueryNode& node, bool prefix)
{
    std::vector<Term> terms;
    const std::vector<Word> words = wordsIn(node.text);
    for (std::size_t at = 0; at < words.size(); ++at)
        terms.push_back(term(words[at].text, prefix && at + 1 == words.size()));
    return terms;
}

RuleConditions::Condition RuleConditions::wordsOf(const QueryNode& node)
{
    Condition made;
    made.title = node.field != "body";
    made.body = node.field != "title";
    made.terms = termsOf(node, node.kind == NodeKind::Prefix);
    return made;
}

RuleConditions::Id RuleConditions::keep(const std::string& key, Condition condition)
{
    const Id id = static_cast<Id>(m_all.size());
    m_known.emplace(key, id);
    m_all.push_back(std::move(condition));
    return id;
}

RuleConditions::Id RuleConditions::add(const QueryNode& node)
{
    const std::string key = keyOf(node);
    if (const auto known = m_known.find(key); known != m_known.end())
        return known->second;
    Condition made;
    switch (node.kind) {
    case NodeKind::Words:
    case NodeKind::Phrase:
    case NodeKind::Prefix:
        made = wordsOf(node);
        break;
    case NodeKind::Near: {
        QueryNode left = node.children[0];
        QueryNode right = node.children[1];
        left.field = right.field = node.field;
        made = wordsOf(left);
        made.kind = Kind::Near;
        made.right = termsOf(right, right.kind == NodeKind::Prefix);
        made.node.number = node.number;
        break;
    }
    case NodeKind::State:
        made.kind = Kind::State;
        made.node = node;
        break;
    case NodeKind::Number:
        made.kind = Kind::Number;
        made.node = node;
        break;
    case NodeKind::Time:
        made.kind = Kind::Time;
        made.node = node;
        break;
    default: // Field
        if (node.field == "watchlist") {
            made.kind = Kind::Any;
            for (QueryNode member : node.children) {
                if (member.kind == NodeKind::Field && member.field != "ticker")
                    member.field = "=" + member.field; // compared whole
                made.members.push_back(add(member));
            }
            const Id id = keep(key, std::move(made));
            for (const Id member : std::vector<Id>(m_all[id].members))
                m_all[member].parents.push_back(id);
            return id;
        }
        if (const std::uint8_t space = wordSpace(node.field); space < WordSpaces) {
            made.kind = Kind::Words;
            made.space = space;
            made.prefix = node.prefix;
            made.terms = termsOf(node, node.prefix);
        } else {
            made.kind = Kind::Exact;
            made.node = node;
            made.space = node.field == "ticker" ? Ticker
                : node.field == "lang"          ? Language
                : node.field == "mode"          ? Mode
                : node.field == "=topic"        ? WholeTopic
                : node.field == "=entity"       ? WholeEntity
                                                : Story;
        }
    }
    return keep(key, std::move(made));
}

void RuleConditions::prepare()
{
    m_byTerm.assign(m_termTexts.size(), {});
    m_places.assign(m_termTexts.size(), {});
    m_answers.assign(m_all.size(), {});
    for (Id id = 0; id < m_all.size(); ++id)
        trigger(id);
    for (auto& [field, bounds] : m_byNumber) {
        std::sort(bounds.least.begin(), bounds.least.end());
        std::sort(bounds.most.begin(), bounds.most.end(), std::greater<>());
    }
    m_lengths.clear();
    for (const auto& [text, id] : m_beginnings)
        m_lengths.push_back(text.size());
    std::sort(m_lengths.begin(), m_lengths.end());
    m_lengths.erase(std::unique(m_lengths.begin(), m_lengths.end()), m_lengths.end());
}

// Where the article says that it may hold.
void RuleConditions::trigger(Id id)
{
    const Condition& condition = m_all[id];
    // The longest word is likely to be the rarest; a beginning only when there is nothing else.
    const auto rarest = [this](const std::vector<Term>& terms) {
        return *std::max_element(terms.begin(), terms.end(), [this](Term a, Term b) {
            const auto weight = [this](Term term) {
                const auto beginning = m_beginnings.find(m_termTexts[term]);
                const bool prefix = beginning != m_beginnings.end() && beginning->second == term;
                return m_termTexts[term].size() + (prefix ? 0 : 1000);
            };
            return weight(a) < weight(b);
        });
    };
    switch (condition.kind) {
    case Kind::Text:
    case Kind::Near:
        if (!condition.terms.empty())
            m_byTerm[rarest(condition.terms)].push_back(id);
        return;
    case Kind::Words:
        if (!condition.terms.empty())
            m_byValue[condition.space][rarest(condition.terms)].push_back(id);
        return;
    case Kind::Exact:
        (condition.node.prefix ? m_byExactBeginning : m_byExact)[condition.space][condition.node.text].push_back(
            id);
        return;
    case Kind::State:
        m_byState[condition.node.field].push_back(id);
        return;
    case Kind::Number: {
        Bounds& bounds = m_byNumber[condition.node.field];
        const bool most = condition.node.comparison == Comparison::Less
            || condition.node.comparison == Comparison::LessOrEqual;
        (most ? bounds.most : bounds.least).emplace_back(condition.node.number, id);
        return;
    }
    case Kind::Time:
    case Kind::Any:
        return;
    }
}

double RuleConditions::guess(Id id) const
{
    const Condition& condition = m_all[id];
    switch (condition.kind) {
    case Kind::Text:
    case Kind::Near: {
        std::size_t longest = 0;
        for (const Term term : condition.terms)
            longest = std::max(longest, m_termTexts[term].size());
        const double one = longest >= 8 ? 0.5 : longest >= 5 ? 2 : 8;
        return condition.terms.size() > 1 ? one / 4 : one;
    }
    case Kind::Words:
        return condition.space == Entity ? 0.5 : condition.space == Topic ? 8 : 3;
    case Kind::Exact:
        return condition.space == Language ? 90 : condition.space == Mode ? 40 : 0.3;
    case Kind::State:
        return 30;
    case Kind::Number:
        return 50;
    case Kind::Time:
        return 100;
    case Kind::Any: {
        double sum = 0;
        for (const Id member : condition.members)
            sum += guess(member);
        return sum;
    }
    }
    return 100;
}

template <class Each> void RuleConditions::eachBeginning(std::string_view word, Each each) const
{
    for (const std::size_t length : m_lengths) {
        if (length > word.size())
            return;
        if (const auto known = m_beginnings.find(word.substr(0, length)); known != m_beginnings.end())
            each(known->second);
    }
}

void RuleConditions::read(std::string_view text, bool title)
{
    int position = 0;
    const auto stand = [&](Term term) {
        Places& places = m_places[term];
        if (places.epoch != m_epoch) {
            places.epoch = m_epoch;
            places.title.clear();
            places.body.clear();
            found(m_byTerm[term]);
        }
        (title ? places.title : places.body).push_back(position);
    };
    for (const Word& word : wordsIn(text)) {
        if (const Term known = wordTerm(word.text))
            stand(known);
        eachBeginning(word.text, stand);
        ++position;
    }
}

void RuleConditions::readValues(Space space, const std::vector<std::string>& values)
{
    const auto& triggers = m_byValue[space];
    const auto look = [&](Term term) {
        if (const auto known = triggers.find(term); known != triggers.end())
            found(known->second);
    };
    for (const std::string& value : values) {
        m_valueWords.push_back(wordsIn(value));
        std::vector<Token>& tokens = m_values[space].emplace_back();
        for (const Word& word : m_valueWords.back()) {
            tokens.push_back({wordTerm(word.text), word.text});
            if (tokens.back().word != 0)
                look(tokens.back().word);
            eachBeginning(word.text, look);
        }
    }
}

void RuleConditions::readExact(ExactSpace space, const std::string& value)
{
    const std::string lower = base::lowerAscii(value);
    if (const auto known = m_byExact[space].find(lower); known != m_byExact[space].end())
        found(known->second);
    const Triggers& beginnings = m_byExactBeginning[space];
    for (std::size_t length = 1; !beginnings.empty() && length <= lower.size(); ++length) {
        if (const auto known = beginnings.find(std::string_view(lower).substr(0, length));
            known != beginnings.end())
            found(known->second);
    }
}

void RuleConditions::take(const MatchedArticle& article)
{
    m_article = &article;
    ++m_epoch;
    m_found.clear();
    for (auto& values : m_values)
        values.clear();
    m_valueWords.clear();
    read(article.title, true);
    read(article.body, false);
    std::vector<std::string> names;
    for (const MatchedEntity& entity : article.entities) {
        names.push_back(entity.id);
        names.push_back(entity.name);
        if (!entity.ticker.empty())
            readExact(Ticker, entity.ticker);
        readExact(WholeEntity, entity.id);
        readExact(WholeEntity, entity.name);
    }
    readValues(Source, article.sources);
    readValues(Author, {article.author});
    readValues(Topic, article.topics);
    readValues(Event, article.events);
    readValues(Label, article.labels);
    readValues(Entity, names);
    for (const std::string& topic : article.topics)
        readExact(WholeTopic, topic);
    readExact(Language, article.language);
    readExact(Mode, article.mode);
    readExact(Story, article.story);
    for (const std::string_view state : States) {
        const auto known = m_byState.find(std::string(state));
        if (known != m_byState.end() && inState(article, known->first))
            found(known->second);
    }
    for (const auto& [field, bounds] : m_byNumber) {
        const std::optional<double> value = numberOf(article, field);
        if (!value)
            continue;
        for (auto one = bounds.least.begin(); one != bounds.least.end() && one->first <= *value; ++one)
            m_found.push_back(one->second);
        for (auto one = bounds.most.begin(); one != bounds.most.end() && one->first >= *value; ++one)
            m_found.push_back(one->second);
    }
}

void RuleConditions::eachThatHolds(const std::function<void(Id)>& each)
{
    // It grows while it is walked: by those that hold when one of their members does.
    for (std::size_t at = 0; at < m_found.size(); ++at) {
        const Id id = m_found[at];
        if (!holds(id) || m_answers[id].given)
            continue;
        m_answers[id].given = true;
        each(id);
        found(m_all[id].parents);
    }
}

bool RuleConditions::holds(Id id)
{
    Answer& known = m_answers[id];
    if (known.epoch != m_epoch)
        known = {m_epoch, answer(m_all[id]), false};
    return m_answers[id].holds;
}

bool RuleConditions::answer(const Condition& condition)
{
    switch (condition.kind) {
    case Kind::Text:
        return stands(condition);
    case Kind::Near:
        return near(condition);
    case Kind::Words:
        return inValues(condition);
    case Kind::Exact:
        return exact(condition);
    case Kind::State:
        return inState(*m_article, condition.node.field);
    case Kind::Number: {
        const std::optional<double> value = numberOf(*m_article, condition.node.field);
        return value && compares(*value, condition.node.comparison, condition.node.number);
    }
    case Kind::Time: {
        const QueryNode& node = condition.node;
        const base::Instant time = node.field == "received"
            ? m_article->received
            : m_article->published.value_or(m_article->received);
        return (!node.from || time >= *node.from) && (!node.to || time < *node.to);
    }
    case Kind::Any:
        return std::any_of(
            condition.members.begin(), condition.members.end(), [this](Id member) { return holds(member); });
    }
    return false;
}

const std::vector<int>& RuleConditions::at(Term term, bool title) const
{
    const Places& places = m_places[term];
    return places.epoch != m_epoch ? Nowhere : title ? places.title : places.body;
}

// Where the terms begin that stand one after the other.
std::vector<int> RuleConditions::places(const std::vector<Term>& terms, bool title) const
{
    if (terms.empty())
        return {};
    std::vector<int> begins = at(terms.front(), title);
    for (std::size_t i = 1; i < terms.size() && !begins.empty(); ++i) {
        const std::vector<int>& all = at(terms[i], title);
        std::erase_if(begins, [&](int begin) {
            return !std::binary_search(all.begin(), all.end(), begin + static_cast<int>(i));
        });
    }
    return begins;
}

bool RuleConditions::stands(const Condition& condition) const
{
    const auto in = [&](bool title) {
        return condition.terms.size() == 1 ? !at(condition.terms.front(), title).empty()
                                           : !places(condition.terms, title).empty();
    };
    return (condition.title && in(true)) || (condition.body && in(false));
}

bool RuleConditions::near(const Condition& condition) const
{
    const int most = static_cast<int>(condition.node.number);
    const int left = static_cast<int>(condition.terms.size());
    const int right = static_cast<int>(condition.right.size());
    for (const bool title : {true, false}) {
        if (!(title ? condition.title : condition.body))
            continue;
        const std::vector<int> first = places(condition.terms, title);
        const std::vector<int> second = places(condition.right, title);
        for (const int begin : first) {
            const auto other = std::lower_bound(second.begin(), second.end(), begin - right - most);
            if (other != second.end() && *other <= begin + left + most)
                return true;
        }
    }
    return false;
}

bool RuleConditions::inValues(const Condition& condition) const
{
    const std::vector<Term>& terms = condition.terms;
    const auto same = [&](const Token& token, std::size_t at) {
        return condition.prefix && at + 1 == terms.size() ? token.text.starts_with(m_termTexts[terms[at]])
                                                          : token.word == terms[at];
    };
    for (const std::vector<Token>& tokens : m_values[condition.space]) {
        for (std::size_t from = 0; !terms.empty() && from + terms.size() <= tokens.size(); ++from) {
            std::size_t at = 0;
            while (at < terms.size() && same(tokens[from + at], at))
                ++at;
            if (at == terms.size())
                return true;
        }
    }
    return false;
}

bool RuleConditions::exact(const Condition& condition) const
{
    const QueryNode& node = condition.node;
    const auto anyEntity = [&](const auto& one) {
        return std::any_of(m_article->entities.begin(), m_article->entities.end(), one);
    };
    switch (condition.space) {
    case Ticker:
        return anyEntity([&](const MatchedEntity& one) { return !one.ticker.empty() && isValue(one.ticker, node); });
    case Language:
        return isValue(m_article->language, node);
    case Mode:
        return isValue(m_article->mode, node);
    case WholeTopic:
        return std::any_of(m_article->topics.begin(), m_article->topics.end(),
            [&](const std::string& topic) { return isValue(topic, node); });
    case WholeEntity:
        return anyEntity([&](const MatchedEntity& one) { return isValue(one.id, node) || isValue(one.name, node); });
    default:
        return isValue(m_article->story, node);
    }
}

} // namespace desk
