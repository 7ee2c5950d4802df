// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// Any bytes as a list of subscriptions: what was read is the same after it was written and read again.
#include "fuzz.h"

#include <ingest/opml/opml.h>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto first = ingest::readOpml(fuzz::text(data, size));
    if (!first)
        return 0;
    fuzz::requireUtf8(first->title);
    for (const base::Subscription& feed : first->subscriptions) {
        fuzz::require(!feed.url.empty(), "a subscription has an address");
        fuzz::requireAddress(feed.url);
        fuzz::requireUtf8(feed.title);
    }
    const std::string written = ingest::writeOpml(*first);
    const auto second = ingest::readOpml(written);
    fuzz::require(bool(second), "what was written can be read", written);
    fuzz::require(first->title == second->title, "the title is kept", written);
    fuzz::require(first->subscriptions.size() == second->subscriptions.size(), "each feed is kept", written);
    for (std::size_t at = 0; at < first->subscriptions.size(); ++at) {
        const base::Subscription& one = first->subscriptions[at];
        const base::Subscription& other = second->subscriptions[at];
        fuzz::require(one.url == other.url, "an address is kept", one.url + "\n" + other.url);
        fuzz::require(one.title == other.title, "a name is kept", one.title + "\n" + other.title);
        fuzz::require(one.note == other.note, "a note is kept", one.note + "\n" + other.note);
        fuzz::require(one.site == other.site, "a site is kept", one.site + "\n" + other.site);
        fuzz::require(one.folder == other.folder, "a folder is kept", written);
    }
    return 0;
}
