// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/entry.h>
#include <base/result.h>

#include <string>
#include <string_view>
#include <vector>

namespace ingest {

struct SubscriptionList {
    std::string title;
    std::vector<base::Subscription> subscriptions; // in document order
    std::vector<std::string> warnings;
};

bool looksLikeOpml(std::string_view bytes);

// OPML 1.0/1.1/2.0, nested folders, tolerant of what readers export. InvalidInput when it is not OPML.
base::Result<SubscriptionList> readOpml(std::string_view bytes);

// OPML 2.0; readOpml of it gives back the same list.
std::string writeOpml(const SubscriptionList& list);

} // namespace ingest
