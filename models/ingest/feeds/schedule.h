// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/entry.h>

#include <string_view>

struct _xmlNode;

namespace ingest {

// When a publisher wants to be asked: RSS's ttl, skipHours and skipDays, the syndication module's period and
// frequency. Elements of other kinds are passed over.
class Schedule final {
public:
    void read(std::string_view key, const _xmlNode* node);
    // What is not said leaves `info` as it is; a ttl counts before a period.
    void write(base::FeedInfo& info) const;

private:
    int m_ttl = 0; // minutes
    int m_period = 0; // minutes
    int m_frequency = 1; // updates in a period
    std::uint32_t m_hours = 0;
    std::uint8_t m_days = 0;
};

} // namespace ingest
