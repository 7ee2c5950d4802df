// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>

#include <optional>
#include <string>

// The clock of a place, by the IANA name of its zone ("Europe/Berlin"); ICU's tables inside.
namespace desk {

bool isTimeZone(const std::string& name);

// Minutes since midnight there, 0…1439, with that day's summer time. Nothing when there is no such zone.
std::optional<int> minuteOfDay(base::Instant at, const std::string& zone);

} // namespace desk
