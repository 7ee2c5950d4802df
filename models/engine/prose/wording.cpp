// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "wording.h"

#include <base/strings.h>
#include <engine/tables.h>
#include <engine/toml.h>

#include <algorithm>

namespace engine {

namespace {

constexpr std::string_view Possessive = "\u2019s"; // "{company’s}"

bool isVowelSound(std::string_view word)
{
    const std::string lower = base::lowerAscii(word);
    if (lower.starts_with("eu") || lower.starts_with("one") || lower.starts_with("uni")
        || lower.starts_with("us") || lower.starts_with("u."))
        return false;
    return !lower.empty() && std::string_view("aeiou8").find(lower.front()) != std::string_view::npos;
}

// "a outage" → "an outage"; the slots decide what follows an article.
void fixArticles(std::string& text)
{
    for (std::size_t at = 0; at + 3 < text.size(); ++at) {
        const bool start = at == 0 || text[at - 1] == ' ' || text[at - 1] == '(';
        if (!start || (text[at] != 'a' && text[at] != 'A'))
            continue;
        if (text[at + 1] == ' ' && isVowelSound(std::string_view(text).substr(at + 2, 8)))
            text.insert(at + 1, 1, 'n');
        else if (text[at + 1] == 'n' && text[at + 2] == ' '
            && !isVowelSound(std::string_view(text).substr(at + 3, 8)) && text[at + 3] != 'h')
            text.erase(at + 1, 1);
    }
}

// A text whose slots are filled one after another.
class Filling final {
public:
    explicit Filling(const Slots& slots, std::string* result = nullptr)
        : m_slots(slots)
        , m_result(result)
    {
    }

    // Adds the text; false when one of its slots has no value. `depth`: how often values may hold slots.
    bool add(std::string_view text, int depth)
    {
        while (!text.empty()) {
            const std::size_t open = text.find('{');
            put(text.substr(0, open));
            if (open == std::string_view::npos)
                break;
            const std::size_t close = text.find('}', open);
            if (close == std::string_view::npos)
                return false;
            std::string_view name = text.substr(open + 1, close - open - 1);
            const bool possessive = name.ends_with(Possessive);
            if (possessive)
                name.remove_suffix(Possessive.size());
            const auto slot = m_slots.find(name);
            if (slot == m_slots.end() || slot->second.empty() || depth == 0 || !add(slot->second, depth - 1))
                return false;
            if (possessive)
                put(m_last == 's' ? Possessive.substr(0, 3) : Possessive);
            text.remove_prefix(close + 1);
        }
        return true;
    }

    bool says() const { return m_says; } // more than spaces

private:
    void put(std::string_view text)
    {
        if (text.empty())
            return;
        m_last = text.back();
        m_says = m_says || !base::trimmed(text).empty();
        if (m_result != nullptr)
            *m_result += text;
    }

    const Slots& m_slots;
    std::string* m_result;
    char m_last = ' ';
    bool m_says = false;
};

constexpr int Depth = 4;

} // namespace

base::Result<std::shared_ptr<const Phrasing>> Phrasing::load(const base::ResourceFiles& files, Vocabulary&)
{
    const base::Result<TomlDocument> document = readToml(files, "wording.toml");
    if (!document)
        return document.error();
    const TomlValue& table = document->root;
    auto phrasing = std::make_shared<Phrasing>();
    phrasing->m_withArticle = strings(table, "with_article");
    phrasing->m_without = strings(table, "without_article");
    const std::vector<std::string> fillers = strings(table, "fillers");
    const bool tooShort = std::any_of(
        fillers.begin(), fillers.end(), [](const std::string& filler) { return filler.size() < 3; });
    if (fillers.empty() || tooShort)
        return dataError("wording.toml", "fillers must be there, of three bytes or more each");
    phrasing->m_fillers = Substrings(fillers);
    if (const TomlValue* kinds = table.table("constructions")) {
        for (const TomlValue& kind : kinds->items)
            phrasing->m_constructions[std::string(kind.key)] = strings(*kinds, kind.key);
    }
    return std::shared_ptr<const Phrasing>(std::move(phrasing));
}

std::string Phrasing::nameOf(const base::Entity& entity) const
{
    const std::string& name = entity.name;
    if (name.starts_with("The "))
        return std::string("the ").append(name, 4);
    if (std::find(m_without.begin(), m_without.end(), name) != m_without.end())
        return name;
    for (const std::string& ending : m_withArticle) {
        if (name == ending || (entity.kind != "company" && base::endsWith(name, ending)))
            return std::string("the ").append(name);
    }
    return name;
}

std::string Phrasing::willOf(double certainty) const
{
    return certainty >= 0.9 ? "will" : certainty >= 0.6 ? "should" : "could";
}

bool Phrasing::isFiller(std::string_view text) const
{
    return m_fillers.anyIn(base::lowerAscii(text));
}

const std::vector<std::string>& Phrasing::constructions(const std::string& kind) const
{
    static const std::vector<std::string> none;
    const auto it = m_constructions.find(kind);
    return it == m_constructions.end() ? none : it->second;
}

bool isRealisable(std::string_view text, const Slots& slots)
{
    Filling filling(slots);
    return filling.add(text, Depth) && filling.says();
}

std::optional<std::string> realise(std::string_view text, const Slots& slots, bool sentence)
{
    std::string result;
    Filling filling(slots, &result);
    if (!filling.add(text, Depth) || !filling.says())
        return std::nullopt;
    const bool spaced = result.front() == ' ' || result.back() == ' ' || result.find("  ") != std::string::npos
        || result.find('\n') != std::string::npos;
    if (spaced)
        result = base::collapsed(result);
    base::replaceAll(result, " the the ", " the ");
    base::replaceAll(result, "s\u2019s ", "s\u2019 "); // of a name that ends in s
    fixArticles(result);
    if (sentence) {
        if (result.front() >= 'a' && result.front() <= 'z')
            result.front() = static_cast<char>(result.front() - 'a' + 'A');
        if (result.back() != '.' && result.back() != '?' && result.back() != '!')
            result += '.';
    }
    return result;
}

std::string horizonText(int minDays, int maxDays)
{
    struct Scale {
        int days;
        std::string_view one;
        std::string_view many;
    };
    constexpr Scale Scales[] = {{365, "year", "years"}, {91, "quarter", "quarters"}, {30, "month", "months"},
        {7, "week", "weeks"}, {1, "day", "days"}};
    if (maxDays <= 0)
        return {};
    if (minDays <= 0 && maxDays <= 7)
        return "within days";
    for (const Scale& scale : Scales) {
        const bool months = scale.days == 30;
        const bool fits = scale.days == 91
            ? minDays >= 91 && minDays % 91 == 0 && maxDays % 91 == 0 && maxDays <= 364
            : scale.days == 365 ? minDays >= 365 * 2 && maxDays % 365 == 0
                                : minDays >= scale.days || maxDays >= 4 * scale.days;
        if (!fits)
            continue;
        const int low = std::max(1, (minDays + scale.days / 2) / scale.days);
        const int high = std::max(low, (maxDays + (months ? 15 : 0)) / scale.days);
        std::string text = std::to_string(low);
        if (low != high)
            text.append("\u2013").append(std::to_string(high));
        return text.append(1, ' ').append(low == high && high == 1 ? scale.one : scale.many);
    }
    return std::to_string(maxDays).append(" days");
}

void nameOnce(std::string& sentence, std::string_view name, std::string_view later)
{
    const auto isLetter = [&](std::size_t at) {
        const auto byte = static_cast<unsigned char>(at < sentence.size() ? sentence[at] : ' ');
        return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
    };
    bool named = false;
    std::size_t at = name.empty() ? std::string::npos : sentence.find(name);
    while (at != std::string::npos) {
        const bool whole = (at == 0 || !isLetter(at - 1)) && !isLetter(at + name.size());
        // Part of a longer name ("Delta Air Lines" for "Delta") is left alone, and so is a ticker after it.
        const bool longer = sentence.compare(at + name.size(), 1, " ") == 0 && at + name.size() + 1 < sentence.size()
            && sentence[at + name.size() + 1] >= 'A' && sentence[at + name.size() + 1] <= 'Z';
        if (whole && named && !longer) {
            sentence.replace(at, name.size(), later);
            at = sentence.find(name, at + later.size());
            continue;
        }
        named = named || whole;
        at = sentence.find(name, at + name.size());
    }
}

std::size_t wordCount(std::string_view text)
{
    std::size_t words = 0;
    bool inside = false;
    for (const char letter : text) {
        const bool space = letter == ' ' || letter == '\n' || letter == '\t';
        words += !space && !inside ? 1 : 0;
        inside = !space;
    }
    return words;
}

} // namespace engine
