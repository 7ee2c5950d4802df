// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "schedule.h"

#include "feedtree.h"

#include <base/strings.h>

#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace ingest {

namespace {

constexpr int MaxMinutes = 366 * 24 * 60; // no feed means to be asked less often than once a year

// A whole number at the start of the text; 0 when there is none.
int numberIn(std::string_view text)
{
    int value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    return code == std::errc() && value > 0 ? value : 0;
}

int periodMinutes(std::string_view word)
{
    constexpr std::array<std::pair<std::string_view, int>, 5> Periods{{{"hourly", 60}, {"daily", 24 * 60},
        {"weekly", 7 * 24 * 60}, {"monthly", 30 * 24 * 60}, {"yearly", 365 * 24 * 60}}};
    const auto* const found = std::find_if(
        Periods.begin(), Periods.end(), [&](const auto& period) { return period.first == word; });
    return found == Periods.end() ? 0 : found->second;
}

// 0 = Sunday; nothing for what is no weekday.
std::optional<unsigned> weekday(std::string_view name)
{
    constexpr std::string_view Names = "sunmontuewedthufrisat";
    const std::size_t at = name.size() < 3 ? std::string_view::npos : Names.find(name.substr(0, 3));
    return at == std::string_view::npos || at % 3 != 0 ? std::nullopt
                                                       : std::optional(static_cast<unsigned>(at / 3));
}

} // namespace

void Schedule::read(std::string_view key, const xmlNode* node)
{
    const std::string text = base::lowerAscii(textOf(node));
    if (key == "ttl") {
        m_ttl = std::min(numberIn(text), MaxMinutes);
    } else if (key == "sy:updateperiod") {
        m_period = periodMinutes(text);
    } else if (key == "sy:updatefrequency") {
        m_frequency = std::max(1, numberIn(text));
    } else if (key == "skiphours") {
        for (const xmlNode* hour = firstElement(node); hour != nullptr; hour = nextElement(hour)) {
            const std::string digits = textOf(hour);
            int value = -1;
            std::from_chars(digits.data(), digits.data() + digits.size(), value);
            if (value >= 0 && value <= 24) // Netscape's hours run from 1 to 24
                m_hours |= 1U << (value % 24);
        }
    } else if (key == "skipdays") {
        for (const xmlNode* day = firstElement(node); day != nullptr; day = nextElement(day)) {
            if (const std::optional<unsigned> index = weekday(base::lowerAscii(textOf(day))))
                m_days = static_cast<std::uint8_t>(m_days | (1U << *index));
        }
    }
}

void Schedule::write(base::FeedInfo& info) const
{
    const int minutes = m_ttl > 0 ? m_ttl : m_period / m_frequency;
    if (minutes > 0)
        info.ttlMinutes = minutes;
    // Hours or days that are all skipped would leave the feed unread for good.
    if (m_hours != 0 && m_hours != 0xFFFFFF)
        info.skipHours = m_hours;
    if (m_days != 0 && m_days != 0x7F)
        info.skipDays = m_days;
}

} // namespace ingest
