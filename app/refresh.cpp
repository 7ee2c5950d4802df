// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "refresh.h"

#include <base/strings.h>

namespace app {

namespace {

constexpr int HttpGone = 410;

base::FetchRecord recordOf(const FetchAnswer& answer, base::Instant now)
{
    base::FetchRecord record;
    record.at = now;
    record.status = answer.status;
    record.millis = answer.millis;
    return record;
}

// What every answer with a usable document means.
void succeed(Refresh& refresh, const FetchedDocument& document)
{
    base::Source& source = refresh.source;
    source.lastFetched = source.lastSucceeded = refresh.record.at;
    source.lastError.clear();
    source.failures = 0;
    source.gone = false;
    if (document.movedTo.isValid() && !document.movedTo.isEmpty()) {
        const std::string moved = document.movedTo.toString(QUrl::FullyEncoded).toStdString();
        if (moved != source.url) {
            source.url = moved;
            refresh.record.message = "moved for good to " + moved;
        }
    }
    // A server that says "not modified" may leave its validators out: the old ones hold.
    if (!document.notModified || !document.etag.empty())
        source.etag = document.etag;
    if (!document.notModified || !document.lastModified.empty())
        source.lastModified = document.lastModified;
}

} // namespace

Refresh failedRefresh(const base::Source& source, const FetchAnswer& answer, const base::Error& reason,
    base::Instant now, double jitter)
{
    Refresh refresh{source, recordOf(answer, now)};
    refresh.source.lastFetched = now;
    refresh.source.lastError = reason.message;
    ++refresh.source.failures;
    refresh.source.gone = answer.status == HttpGone;
    refresh.source.nextFetch = ingest::nextFetch(refresh.source, answer.timing, now, jitter);
    refresh.record.message = reason.message;
    return refresh;
}

Refresh unchangedRefresh(
    const base::Source& source, const FetchAnswer& answer, base::Instant now, double jitter)
{
    Refresh refresh{source, recordOf(answer, now)};
    succeed(refresh, *answer.document);
    refresh.source.intervalMinutes = ingest::adjustedInterval(source.intervalMinutes, false);
    refresh.source.nextFetch = ingest::nextFetch(refresh.source, answer.timing, now, jitter);
    return refresh;
}

Refresh readRefresh(const base::Source& source, const FetchAnswer& answer,
    const ingest::InputDocument& document, std::size_t bytes, std::uint64_t hash, base::Instant now,
    double jitter)
{
    Refresh refresh{source, recordOf(answer, now)};
    succeed(refresh, *answer.document);
    base::Source& changed = refresh.source;
    changed.contentHash = hash;
    changed.ttlMinutes = document.ttlMinutes;
    changed.skipHours = document.skipHours;
    changed.skipDays = document.skipDays;
    std::vector<base::Instant> published;
    for (const base::Article& article : document.articles) {
        if (article.published)
            published.push_back(*article.published);
    }
    changed.intervalMinutes = ingest::learnedInterval(published, now)
                                  .value_or(ingest::adjustedInterval(source.intervalMinutes, true));
    changed.nextFetch = ingest::nextFetch(changed, answer.timing, now, jitter);
    refresh.record.bytes = static_cast<std::int64_t>(bytes);
    std::string& message = refresh.record.message;
    if (answer.document->cutOff) {
        // What came is kept, and the rest is asked for: neither validators nor hash speak of the whole.
        changed.etag.clear();
        changed.lastModified.clear();
        changed.contentHash = 0;
        message += (message.empty() ? "" : "; ")
            + std::string("the connection ended early: read as far as it came");
    }
    for (const std::string& omission : document.leftOut)
        message += (message.empty() ? "" : "; ") + omission;
    if (!document.warnings.empty())
        message += (message.empty() ? "" : "; ") + document.warnings.front();
    return refresh;
}

} // namespace app
