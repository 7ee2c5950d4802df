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
    std::vector<std::string> warnings; // what was repaired
    std::vector<std::string> leftOut; // addresses that are not http(s)
};

bool looksLikeOpml(std::string_view bytes);

// OPML 1.0/1.1/2.0, nested folders, tolerant of what readers export and of lists that are no XML, at most 64
// MiB. Addresses that are not http(s) are left out, and named. InvalidInput when it is not OPML;
// TooLarge.
base::Result<SubscriptionList> readOpml(std::string_view bytes);

// OPML 2.0; readOpml of it gives back the same list.
std::string writeOpml(const SubscriptionList& list);

// The path of groups as one text, '/' between; a '/' or '\' inside a name is written with a '\' before it.
// splitFolder takes back what joinFolder wrote; empty names are left out by both.
std::string joinFolder(const std::vector<std::string>& names);
std::vector<std::string> splitFolder(std::string_view path);

} // namespace ingest
