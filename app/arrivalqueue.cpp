// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "arrivalqueue.h"

#include <algorithm>
#include <span>

namespace app {

namespace {

constexpr std::size_t BatchBytes = 10
    << 20; // of one transaction: larger ones gain little and hold the store longer

std::size_t sizeOf(const store::Arrival& arrival)
{
    std::size_t bytes = 512;
    for (const base::Article& article : arrival.articles)
        bytes += article.title.size() + article.body.size() + 256;
    return bytes;
}

using Results = std::vector<base::Result<store::StoredArrival>>;

Results storeAll(store::Database& database, std::span<store::Arrival> arrivals)
{
    Results results;
    base::Result<std::vector<store::StoredArrival>> together = store::storeArrivals(database, arrivals);
    if (together) {
        for (store::StoredArrival& one : *together)
            results.emplace_back(std::move(one));
        return results;
    }
    if (arrivals.size() == 1)
        return {together.error()};
    // Nothing of it was kept. Each alone, then: only what cannot be stored is lost.
    for (store::Arrival& one : arrivals) {
        base::Result<std::vector<store::StoredArrival>> single = store::storeArrivals(database, {&one, 1});
        if (single)
            results.emplace_back(std::move(single->front()));
        else
            results.emplace_back(single.error());
    }
    return results;
}

} // namespace

ArrivalQueue::ArrivalQueue(DatabaseThread& writer, QObject* parent)
    : QObject(parent)
    , m_writer(writer)
{
}

ArrivalQueue::~ArrivalQueue() { m_writer.drain(); }

void ArrivalQueue::put(store::Arrival arrival, Done done)
{
    const std::size_t bytes = sizeOf(arrival);
    m_bytes += bytes;
    m_waiting.push_back({std::move(arrival), std::move(done), bytes});
    write();
}

void ArrivalQueue::write()
{
    if (m_writing || m_waiting.empty())
        return;
    m_writing = true;
    std::size_t bytes = 0;
    const auto end = std::find_if(m_waiting.begin(), m_waiting.end(), [&bytes](const Waiting& one) {
        const bool full = bytes > 0 && bytes + one.bytes > BatchBytes;
        bytes += full ? 0 : one.bytes;
        return full;
    });
    std::vector<store::Arrival> arrivals;
    std::vector<Done> calls;
    for (auto one = m_waiting.begin(); one != end; ++one) {
        arrivals.push_back(std::move(one->arrival));
        calls.push_back(std::move(one->done));
    }
    m_waiting.erase(m_waiting.begin(), end);
    m_writer.run([arrivals = std::move(arrivals)](
                     store::Database& database) mutable { return storeAll(database, arrivals); },
        this,
        [this, calls = std::move(calls), bytes](Results results) {
            m_writing = false;
            m_bytes -= bytes;
            write();
            for (std::size_t i = 0; i < calls.size(); ++i)
                calls[i](std::move(results[i]));
            if (!isFull())
                Q_EMIT roomMade();
        });
}

} // namespace app
