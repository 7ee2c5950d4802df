// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "localtime.h"

#include <unicode/ucal.h>
#include <unicode/ustring.h>

#include <memory>
#include <type_traits>
#include <vector>

namespace desk {

namespace {

constexpr std::size_t LongestName = 60;
constexpr int MinutesOfDay = 24 * 60;

std::u16string wide(const std::string& name) { return {name.begin(), name.end()}; }

} // namespace

bool isTimeZone(const std::string& name)
{
    // ICU knows abbreviations, too ("EST", "CST6CDT"); a zone of a rule is a place, or UTC.
    if (name == "UTC")
        return true;
    if (name.size() > LongestName || name.find('/') == std::string::npos)
        return false;
    for (const char c : name) {
        if (static_cast<unsigned char>(c) >= 0x80)
            return false;
    }
    const std::u16string id = wide(name);
    std::u16string canonical(2 * LongestName, u'\0');
    UErrorCode code = U_ZERO_ERROR;
    UBool system = 0;
    ucal_getCanonicalTimeZoneID(id.data(), static_cast<int32_t>(id.size()), canonical.data(),
        static_cast<int32_t>(canonical.size()), &system, &code);
    return U_SUCCESS(code) && system != 0;
}

std::optional<int> minuteOfDay(base::Instant at, const std::string& zone)
{
    if (!isTimeZone(zone))
        return std::nullopt;
    const std::u16string id = wide(zone);
    UErrorCode code = U_ZERO_ERROR;
    const std::unique_ptr<std::remove_pointer_t<UCalendar*>, decltype(&ucal_close)> calendar(
        ucal_open(id.data(), static_cast<int32_t>(id.size()), "en", UCAL_GREGORIAN, &code), &ucal_close);
    if (U_FAILURE(code))
        return std::nullopt;
    ucal_setMillis(calendar.get(), 1000.0 * static_cast<double>(base::toUnix(at)), &code);
    const int32_t hour = ucal_get(calendar.get(), UCAL_HOUR_OF_DAY, &code);
    const int32_t minute = ucal_get(calendar.get(), UCAL_MINUTE, &code);
    return U_SUCCESS(code) ? std::optional((hour * 60 + minute) % MinutesOfDay) : std::nullopt;
}

} // namespace desk
