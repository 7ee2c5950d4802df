// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "settings.h"

#include "briefschedule.h"

#include <algorithm>
#include <array>
#include <vector>

namespace desk {

namespace {

constexpr std::size_t LongestLine = 200; // bytes
constexpr std::size_t LongestText = 4000;

enum class Kind { Flag, Number, Choice, Line, Address, Text, Schedules };

struct Entry {
    std::string_view key;
    Kind kind = Kind::Flag;
    std::variant<bool Settings::*, int Settings::*, std::string Settings::*> member;
    int least = 0;
    int most = 0;
    std::vector<std::string_view> choices = {};
    std::string_view none = {}; // the choice that is kept as nothing
    bool zero = false; // besides least…most
};

const std::vector<Entry>& table()
{
    static const std::vector<Entry> all{
        {"appearance.theme", Kind::Choice, &Settings::theme, 0, 0, {"dark", "light", "system", "as left"}},
        {"appearance.language", Kind::Choice, &Settings::language, 0, 0, {"system", "en", "de"}},
        {"appearance.text_size", Kind::Number, &Settings::textSize, 80, 200, {}, {}, true},
        {"appearance.reduced_motion", Kind::Flag, &Settings::reducedMotion},
        {"appearance.tray", Kind::Flag, &Settings::tray},
        {"refresh.automatic", Kind::Flag, &Settings::automatic},
        {"network.offline", Kind::Flag, &Settings::offline},
        {"network.proxy", Kind::Choice, &Settings::systemProxy, 0, 0, {"system", "none"}},
        {"network.parallel", Kind::Number, &Settings::parallel, 1, 64},
        {"network.per_host", Kind::Number, &Settings::perHost, 1, 16},
        {"network.contact", Kind::Address, &Settings::contact},
        {"analysis.growth", Kind::Choice, &Settings::growth, 0, 0, {"expanding", "slowing", "unknown"},
            "unknown"},
        {"analysis.inflation", Kind::Choice, &Settings::inflation, 0, 0, {"high", "low", "unknown"},
            "unknown"},
        {"analysis.rates", Kind::Choice, &Settings::rates, 0, 0, {"high", "low", "unknown"}, "unknown"},
        {"brief.desk", Kind::Line, &Settings::briefDesk},
        {"brief.title", Kind::Line, &Settings::briefTitle},
        {"brief.logo", Kind::Line, &Settings::briefLogo},
        {"brief.notice", Kind::Text, &Settings::briefNotice},
        {"brief.paper", Kind::Choice, &Settings::briefPaper, 0, 0, {"a4", "letter"}},
        {"brief.schedule", Kind::Schedules, &Settings::briefSchedule},
    };
    return all;
}

const Entry* entryOf(std::string_view key)
{
    const auto found = std::find_if(
        table().begin(), table().end(), [key](const Entry& entry) { return entry.key == key; });
    return found == table().end() ? nullptr : &*found;
}

base::Error wrong(std::string message) { return {base::ErrorCode::InvalidInput, std::move(message)}; }

std::string choicesText(const Entry& entry)
{
    std::string text;
    for (std::size_t at = 0; at < entry.choices.size(); ++at)
        text += (at == 0                                 ? ""
                        : at + 1 == entry.choices.size() ? " or "
                                                         : ", ")
            + ('"' + std::string(entry.choices[at]) + '"');
    return text;
}

bool hasControls(std::string_view text, bool lines)
{
    return std::any_of(text.begin(), text.end(), [lines](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && !(lines && (c == '\n' || c == '\t'))) || byte == 0x7F;
    });
}

// What is wrong with a text; empty when nothing is.
std::string textFault(const Entry& entry, const std::string& text)
{
    const bool lines = entry.kind == Kind::Text || entry.kind == Kind::Schedules;
    if (hasControls(text, lines))
        return lines ? "a text without control characters" : "one line of text";
    if (text.size() > (lines ? LongestText : LongestLine))
        return "a text of at most " + std::to_string(lines ? LongestText : LongestLine) + " bytes";
    const auto plain = [](char c) { return c > ' ' && c < 0x7F; };
    if (entry.kind == Kind::Address && !text.empty()
        && (text.find_first_of("@.") == std::string::npos || !std::all_of(text.begin(), text.end(), plain)))
        return "an e-mail or web address, or nothing";
    if (entry.kind == Kind::Schedules) {
        if (const auto schedules = parseSchedules(text); !schedules)
            return "lines like \"mon-fri 06:30; desk: received:24h; into: ~/briefs; name: {date}-{time}.pdf\" ("
                + schedules.error().message + ')';
    }
    return {};
}

} // namespace

std::span<const std::string_view> settingKeys()
{
    static const std::vector<std::string_view> keys = [] {
        std::vector<std::string_view> all;
        for (const Entry& entry : table())
            all.push_back(entry.key);
        return all;
    }();
    return keys;
}

bool isSetting(std::string_view key) { return entryOf(key) != nullptr; }

SettingValue settingOf(const Settings& settings, std::string_view key)
{
    const Entry* entry = entryOf(key);
    if (entry == nullptr)
        return std::string();
    if (const auto* number = std::get_if<int Settings::*>(&entry->member))
        return settings.*(*number);
    if (const auto* flag = std::get_if<bool Settings::*>(&entry->member)) {
        if (entry->kind == Kind::Choice)
            return std::string(entry->choices[settings.*(*flag) ? 0 : 1]);
        return settings.*(*flag);
    }
    const std::string& text = settings.*std::get<std::string Settings::*>(entry->member);
    return text.empty() ? std::string(entry->none) : text;
}

base::Outcome setSetting(Settings& settings, std::string_view key, const SettingValue& value)
{
    const Entry* entry = entryOf(key);
    if (entry == nullptr)
        return wrong(std::string(key) + " is not a setting");
    const auto* text = std::get_if<std::string>(&value);
    switch (entry->kind) {
    case Kind::Flag: {
        const auto* flag = std::get_if<bool>(&value);
        if (flag == nullptr)
            return wrong("true or false");
        settings.*std::get<bool Settings::*>(entry->member) = *flag;
        return base::Done{};
    }
    case Kind::Number: {
        const auto* number = std::get_if<int>(&value);
        const bool fits = number != nullptr
            && ((*number >= entry->least && *number <= entry->most) || (entry->zero && *number == 0));
        if (!fits)
            return wrong(
                "a whole number from " + std::to_string(entry->least) + " to " + std::to_string(entry->most));
        settings.*std::get<int Settings::*>(entry->member) = *number;
        return base::Done{};
    }
    case Kind::Choice: {
        if (text == nullptr
            || std::find(entry->choices.begin(), entry->choices.end(), *text) == entry->choices.end())
            return wrong(choicesText(*entry));
        if (const auto* flag = std::get_if<bool Settings::*>(&entry->member))
            settings.*(*flag) = *text == entry->choices.front();
        else
            settings.*std::get<std::string Settings::*>(entry->member)
                = *text == entry->none ? std::string() : *text;
        return base::Done{};
    }
    case Kind::Line:
    case Kind::Address:
    case Kind::Text:
    case Kind::Schedules:
        break;
    }
    if (text == nullptr)
        return wrong("a text in quotes");
    if (std::string fault = textFault(*entry, *text); !fault.empty())
        return wrong(std::move(fault));
    settings.*std::get<std::string Settings::*>(entry->member) = *text;
    return base::Done{};
}

} // namespace desk
