// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "alertrule.h"
#include "localtime.h"
#include "querylexer.h"
#include "querytimes.h"
#include "ruletext.h"
#include "words.h"

#include <base/strings.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace desk {

namespace {

constexpr std::size_t LongestName = 80; // characters
constexpr std::size_t LongestDefault = 60; // bytes
constexpr int LongestHours = 14 * 24; // of what crosses
constexpr int MinutesOfDay = 24 * 60;

constexpr std::array<std::string_view, 17> Words{"when", "name", "class", "high", "critical", "crosses",
    "sources", "watchlists", "quiet", "cooldown", "snooze", "expires", "fresh", "opinion", "delivery", "run",
    "off"};
constexpr std::string_view WordList = "name:, class:, crosses:, sources:, watchlists:, quiet:, cooldown:, "
                                      "snooze:, expires:, fresh:, opinion:, delivery:, run:, high:, critical: "
                                      "or off";

struct Failure {
    base::Error error;
};

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(),
        [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string defaultName(const AlertRule& rule)
{
    const std::string text = !rule.query.empty() ? rule.query
        : rule.crossings.empty()                 ? std::string()
                                                 : crossingText(rule.crossings.front());
    std::string name = base::collapsed(base::truncatedUtf8(text, LongestDefault));
    return text.size() > LongestDefault ? name + "\u2026" : name;
}

std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> all;
    for (const Piece& piece : pieces(text, " \t"))
        all.push_back(piece.text);
    return all;
}

class RuleParser final {
public:
    RuleParser(
        std::string_view text, base::Instant now, const SavedQueries& saved, const WatchlistMembers& watchlists)
        : m_text(text)
        , m_now(now)
        , m_saved(saved)
        , m_watchlists(watchlists)
    {
    }

    AlertRule run()
    {
        if (const std::optional<std::size_t> open = openQuote(m_text))
            fail(*open, "this quotation mark is not closed");
        bool first = true;
        for (const Piece& piece : pieces(m_text, ";\n")) {
            clause(piece, first);
            first = false;
        }
        if (m_rule.query.empty() && m_rule.crossings.empty())
            fail(0, "expected a query, or what crosses: it would fire on every article");
        checkClasses();
        if (m_rule.name.empty())
            m_rule.name = defaultName(m_rule);
        return std::move(m_rule);
    }

private:
    [[noreturn]] void fail(std::size_t at, const std::string& expected) const
    {
        throw Failure{{base::ErrorCode::InvalidInput,
            "column " + std::to_string(columnAt(m_text, at)) + ": " + expected}};
    }

    void clause(const Piece& piece, bool first)
    {
        const std::size_t colon = piece.text.find(':');
        const std::string word = base::lowerAscii(base::trimmed(piece.text.substr(0, colon)));
        const bool known = std::find(Words.begin(), Words.end(), word) != Words.end()
            && (colon != std::string_view::npos) == (word != "off");
        if (!known && first)
            return query(piece, m_rule.query);
        if (!known)
            fail(piece.at, "expected " + std::string(WordList));
        if (!m_seen.insert(word).second || (word == "when" && !m_rule.query.empty()))
            fail(piece.at, word + " stands there twice");
        if (word == "off") {
            m_rule.enabled = false;
            return;
        }
        m_at[word] = piece.at;
        Piece value{base::trimmed(piece.text.substr(colon + 1)), 0};
        value.at = value.text.empty() ? piece.at + piece.text.size()
                                      : piece.at + static_cast<std::size_t>(value.text.data() - piece.text.data());
        if (value.text.empty())
            fail(value.at, "expected a value after " + word + ":");
        take(word, value);
    }

    void take(const std::string& word, const Piece& value)
    {
        if (word == "when")
            query(value, m_rule.query);
        else if (word == "high")
            query(value, m_rule.highWhen);
        else if (word == "critical")
            query(value, m_rule.criticalWhen);
        else if (word == "name")
            name(value);
        else if (word == "class")
            level(value);
        else if (word == "crosses")
            for (const Piece& one : pieces(value.text, ",", value.at))
                m_rule.crossings.push_back(crossing(one));
        else if (word == "sources")
            list(value, m_rule.sources);
        else if (word == "watchlists")
            list(value, m_rule.watchlists);
        else if (word == "quiet")
            quiet(value);
        else if (word == "cooldown")
            m_rule.cooldownMinutes = value.text == "none" ? 0 : minutes(value, "30m, 6h, 2d or none");
        else if (word == "snooze")
            m_rule.snoozedUntil = moment(value);
        else if (word == "expires")
            m_rule.expires = moment(value);
        else if (word == "fresh")
            fresh(value);
        else if (word == "opinion")
            opinion(value);
        else if (word == "delivery")
            delivery(value);
        else
            m_rule.command = argumentsOf(value.text);
    }

    void query(const Piece& piece, std::string& into) const
    {
        const base::Result<Query> read = parseQuery(piece.text, m_now, m_saved, m_watchlists);
        if (!read) {
            const std::optional<int> column = errorColumn(read.error());
            const std::size_t colon = read.error().message.find(": ");
            if (!column)
                fail(piece.at, read.error().message);
            throw Failure{{base::ErrorCode::InvalidInput,
                "column " + std::to_string(columnAt(m_text, piece.at) + *column - 1)
                    + read.error().message.substr(colon)}};
        }
        if (read->sort)
            fail(piece.at, "a rule has no order: expected a query without sort:");
        into = piece.text;
    }

    void name(const Piece& value)
    {
        m_rule.name = base::collapsed(unquoted(value.text));
        if (m_rule.name.empty())
            fail(value.at, "expected a name");
        if (characters(m_rule.name) > LongestName)
            fail(value.at, "expected a name of at most " + std::to_string(LongestName) + " characters");
    }

    void level(const Piece& value)
    {
        for (const AlertClass one : {AlertClass::Info, AlertClass::High, AlertClass::Critical}) {
            if (value.text == className(one)) {
                m_rule.level = one;
                return;
            }
        }
        fail(value.at, "expected info, high or critical");
    }

    double amount(std::string_view text, const Piece& piece, double least, double most) const
    {
        const std::optional<double> number = readNumber(text);
        if (!number || *number < least || *number > most)
            fail(piece.at,
                "expected a number from " + numberText(least) + " to " + numberText(most) + " in \""
                    + std::string(piece.text) + '"');
        return *number + 0.0;
    }

    int hours(std::string_view text, const Piece& piece) const
    {
        const std::optional<int> length = minutesOf(text);
        if (!length || *length % 60 != 0 || *length / 60 > LongestHours)
            fail(piece.at, "expected hours or days, like 24h or 2d, up to " + std::to_string(LongestHours) + "h");
        return *length / 60;
    }

    Crossing crossing(const Piece& piece) const
    {
        const std::vector<std::string_view> said = words(piece.text);
        const std::size_t count = said.size();
        Crossing made;
        if (count == 3 && (said[0] == "impact" || said[0] == "novelty") && said[1] == "above") {
            const bool impact = said[0] == "impact";
            made.kind = impact ? Crossing::Kind::Impact : Crossing::Kind::Novelty;
            made.amount = amount(said[2], piece, 0, impact ? 1 : 100);
        } else if (count == 2 && said[0] == "first" && said[1] == "source") {
            made.kind = Crossing::Kind::FirstSource;
        } else if (count == 5 && said[0] == "sentiment" && (said[1] == "falls" || said[1] == "rises")
            && said[3] == "in") {
            made.kind = said[1] == "falls" ? Crossing::Kind::SentimentFall : Crossing::Kind::SentimentRise;
            made.amount = amount(said[2], piece, 0.01, 2);
            made.hours = hours(said[4], piece);
        } else if (count == 5 && said[0] == "volume" && said[1] == "above" && said[2].ends_with('x')
            && said[3] == "in") {
            made.kind = Crossing::Kind::Volume;
            made.amount = amount(said[2].substr(0, said[2].size() - 1), piece, 1, 1000);
            made.hours = hours(said[4], piece);
        } else {
            fail(piece.at,
                "expected \"impact above 0.6\", \"novelty above 75\", \"first source\", \"sentiment falls 0.2 "
                "in 24h\", \"sentiment rises 0.2 in 24h\" or \"volume above 3x in 24h\"");
        }
        return made;
    }

    void list(const Piece& value, std::vector<std::string>& into) const
    {
        for (const Piece& one : pieces(value.text, ",", value.at)) {
            std::string name = base::collapsed(unquoted(one.text));
            if (!hasWord(name))
                fail(one.at, "expected a name: \"" + name + "\" holds no letter or digit");
            if (&into == &m_rule.watchlists && m_watchlists && !m_watchlists(name))
                fail(one.at, "there is no watchlist \"" + name + '"');
            into.push_back(std::move(name));
        }
    }

    void quiet(const Piece& value)
    {
        constexpr std::string_view Form = "expected quiet hours like 22:00-07:00 Europe/Berlin";
        const std::vector<std::string_view> said = words(value.text);
        const std::size_t dash = said[0].find('-');
        const auto from = clockOf(said[0].substr(0, dash));
        const auto to = dash == std::string_view::npos ? std::nullopt : clockOf(said[0].substr(dash + 1));
        if (!from || !to || *from == *to)
            fail(value.at, std::string(Form));
        QuietHours made;
        made.from = *from;
        made.to = *to;
        std::size_t next = 1;
        if (next < said.size() && said[next] != "but")
            made.zone = said[next++];
        if (!isTimeZone(made.zone))
            fail(value.at,
                "expected a time zone like Europe/Berlin or UTC, not \"" + made.zone + '"');
        if (next + 1 < said.size() && said[next] == "but" && said[next + 1] == "critical") {
            made.butCritical = true;
            next += 2;
        }
        if (next != said.size())
            fail(value.at, std::string(Form) + ", or with \"but critical\" after it");
        m_rule.quiet = made;
    }

    int minutes(const Piece& value, const std::string& forms) const
    {
        const std::optional<int> read = minutesOf(value.text);
        if (!read)
            fail(value.at, "expected " + forms);
        return *read;
    }

    // The end of a length of time that begins now, or the beginning of a day or minute.
    base::Instant moment(const Piece& value) const
    {
        if (const std::optional<int> length = minutesOf(value.text))
            return m_now + std::chrono::minutes(*length);
        const std::optional<base::Instant> whole = base::fromIso(value.text);
        const std::optional<TimeSpan> span = readTime(value.text, m_now);
        if (!whole && (!span || !span->from))
            fail(value.at, "expected a time like 2026-12-01T08:00 (UTC), 2026-12-01 or 8h");
        return whole ? *whole : *span->from;
    }

    void fresh(const Piece& value)
    {
        if (value.text == "any") {
            m_rule.freshDays = 0;
            return;
        }
        const int read = minutes(value, "days like 7d, or any");
        if (read % MinutesOfDay != 0)
            fail(value.at, "expected days like 7d, or any");
        m_rule.freshDays = read / MinutesOfDay;
    }

    void opinion(const Piece& value)
    {
        if (value.text != "yes" && value.text != "no")
            fail(value.at, "expected yes or no");
        m_rule.opinions = value.text == "yes";
    }

    void delivery(const Piece& value)
    {
        m_rule.desktop = m_rule.sound = false;
        for (const Piece& one : pieces(value.text, ",", value.at)) {
            if (one.text == "desktop")
                m_rule.desktop = true;
            else if (one.text == "sound")
                m_rule.sound = true;
            else if (one.text != "list")
                fail(one.at, "expected desktop, sound or list");
        }
    }

    void checkClasses() const
    {
        const auto refuse = [&](const char* word, AlertClass level) {
            if (m_seen.contains(word) && m_rule.level >= level)
                fail(m_at.at(word),
                    "expected no " + std::string(word) + ": in a rule whose class is "
                        + std::string(className(m_rule.level)));
        };
        refuse("high", AlertClass::High);
        refuse("critical", AlertClass::Critical);
    }

    std::string_view m_text;
    base::Instant m_now;
    const SavedQueries& m_saved;
    const WatchlistMembers& m_watchlists;
    AlertRule m_rule;
    std::set<std::string> m_seen;
    std::map<std::string, std::size_t, std::less<>> m_at;
};

std::string momentText(base::Instant at) { return base::toIso(at); }

std::string listText(const std::vector<std::string>& values)
{
    std::string text;
    for (const std::string& one : values)
        text += (text.empty() ? "" : ", ") + listed(one);
    return text;
}

std::string deliveryText(const AlertRule& rule)
{
    if (!rule.desktop && !rule.sound)
        return "list";
    return rule.desktop && rule.sound ? "desktop, sound" : rule.desktop ? "desktop" : "sound";
}

std::vector<std::string> clauses(const AlertRule& rule)
{
    const AlertRule usual;
    std::vector<std::string> all;
    if (!rule.query.empty())
        all.push_back(rule.query);
    const auto add = [&all](const char* word, const std::string& value) {
        all.push_back(std::string(word) + ": " + value);
    };
    if (!rule.name.empty() && rule.name != defaultName(rule))
        add("name", listed(rule.name));
    if (rule.level != usual.level)
        add("class", std::string(className(rule.level)));
    if (!rule.highWhen.empty())
        add("high", rule.highWhen);
    if (!rule.criticalWhen.empty())
        add("critical", rule.criticalWhen);
    if (!rule.crossings.empty()) {
        std::string text;
        for (const Crossing& one : rule.crossings)
            text += (text.empty() ? "" : ", ") + crossingText(one);
        add("crosses", text);
    }
    if (!rule.sources.empty())
        add("sources", listText(rule.sources));
    if (!rule.watchlists.empty())
        add("watchlists", listText(rule.watchlists));
    if (rule.quiet)
        add("quiet",
            clockMinutes(rule.quiet->from) + '-' + clockMinutes(rule.quiet->to) + ' ' + rule.quiet->zone
                + (rule.quiet->butCritical ? " but critical" : ""));
    if (rule.cooldownMinutes != usual.cooldownMinutes)
        add("cooldown", rule.cooldownMinutes == 0 ? "none" : minutesText(rule.cooldownMinutes));
    if (rule.snoozedUntil)
        add("snooze", momentText(*rule.snoozedUntil));
    if (rule.expires)
        add("expires", momentText(*rule.expires));
    if (rule.freshDays != usual.freshDays)
        add("fresh", rule.freshDays == 0 ? "any" : std::to_string(rule.freshDays) + 'd');
    if (rule.opinions)
        add("opinion", "yes");
    if (rule.desktop != usual.desktop || rule.sound != usual.sound)
        add("delivery", deliveryText(rule));
    if (!rule.command.empty())
        add("run", argumentsText(rule.command));
    if (!rule.enabled)
        all.emplace_back("off");
    return all;
}

} // namespace

std::string crossingText(const Crossing& crossing)
{
    const std::string amount = numberText(crossing.amount);
    const std::string length = " in " + minutesText(crossing.hours * 60);
    switch (crossing.kind) {
    case Crossing::Kind::Impact:
        return "impact above " + amount;
    case Crossing::Kind::Novelty:
        return "novelty above " + amount;
    case Crossing::Kind::FirstSource:
        return "first source";
    case Crossing::Kind::SentimentFall:
        return "sentiment falls " + amount + length;
    case Crossing::Kind::SentimentRise:
        return "sentiment rises " + amount + length;
    case Crossing::Kind::Volume:
        return "volume above " + amount + 'x' + length;
    }
    return {};
}

base::Result<AlertRule> parseRule(std::string_view text, base::Instant now, const SavedQueries& saved,
    const WatchlistMembers& watchlists)
{
    try {
        return RuleParser(text, now, saved, watchlists).run();
    } catch (const Failure& failure) {
        return failure.error;
    }
}

std::string ruleText(const AlertRule& rule) { return base::join(clauses(rule), "\n"); }

std::string ruleLine(const AlertRule& rule) { return base::join(clauses(rule), "; "); }

base::Outcome checkRule(const AlertRule& rule, base::Instant now, const SavedQueries& saved,
    const WatchlistMembers& watchlists)
{
    for (const std::string* query : {&rule.query, &rule.highWhen, &rule.criticalWhen}) {
        if (holdsSign(*query, ";\n\r") || openQuote(*query))
            return base::Error{base::ErrorCode::InvalidInput,
                "column 1: in the query of a rule, ; and line ends stand in \" \""};
    }
    base::Result<AlertRule> read = parseRule(ruleText(rule), now, saved, watchlists);
    if (!read)
        return read.error();
    AlertRule same = rule;
    same.name = base::collapsed(rule.name.empty() ? read->name : rule.name);
    for (std::string* query : {&same.query, &same.highWhen, &same.criticalWhen})
        *query = base::trimmed(*query);
    read->id = rule.id;
    if (*read != same)
        return base::Error{base::ErrorCode::InvalidInput, "column 1: the rule would not be read back as it is"};
    return base::Done{};
}

} // namespace desk
