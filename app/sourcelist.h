// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/entry.h>
#include <base/source.h>
#include <ingest/opml/opml.h>

#include <vector>

// Subscriptions of a list as sources of the store, and back. Any thread.
namespace app {

std::vector<base::Source> sourcesOf(const std::vector<base::Subscription>& subscriptions);
// Feeds only, in their order.
ingest::SubscriptionList listOf(const std::vector<base::Source>& sources);

} // namespace app
