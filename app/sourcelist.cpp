// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "sourcelist.h"

#include <utility>

namespace app {

std::vector<base::Source> sourcesOf(const std::vector<base::Subscription>& subscriptions)
{
    std::vector<base::Source> sources;
    for (const base::Subscription& subscription : subscriptions) {
        base::Source source;
        source.url = subscription.url;
        source.title = subscription.title;
        source.site = subscription.site;
        source.folder = ingest::joinFolder(subscription.folder);
        sources.push_back(std::move(source));
    }
    return sources;
}

ingest::SubscriptionList listOf(const std::vector<base::Source>& sources)
{
    ingest::SubscriptionList list;
    list.title = "Leadline";
    for (const base::Source& source : sources) {
        if (source.kind == base::SourceKind::Feed)
            list.subscriptions.push_back(
                {source.url, source.title, source.site, ingest::splitFolder(source.folder), {}});
    }
    return list;
}

} // namespace app
