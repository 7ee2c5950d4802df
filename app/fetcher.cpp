// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "fetcher.h"

#include "transport.h"

#include <base/modules.h>

#include <algorithm>

namespace app {

Fetcher::Fetcher(FetchLimits limits, QObject* parent)
    : QObject(parent)
    , m_limits(std::move(limits))
{
}

Fetcher::~Fetcher() = default;

void Fetcher::fetch(const FetchRequest& request, Done done)
{
    if (m_limits.offline) {
        base::Error error{base::ErrorCode::Network, "not fetched: offline mode is on",
            request.url.toString(QUrl::RemoveUserInfo).toStdString()};
        QMetaObject::invokeMethod(
            this,
            [done = std::move(done), error = std::move(error)] {
                done(FetchAnswer{error, 0, 0, {}});
            },
            Qt::QueuedConnection);
        return;
    }
    m_waiting.push_back({request, std::move(done)});
    QMetaObject::invokeMethod(this, &Fetcher::advance, Qt::QueuedConnection);
}

void Fetcher::advance()
{
    // The first whose host is not busy; the others keep their place.
    while (m_active < m_limits.parallel) {
        const auto next = std::find_if(m_waiting.begin(), m_waiting.end(),
            [this](const Waiting& one) { return m_hosts.value(one.request.url.host()) < m_limits.perHost; });
        if (next == m_waiting.end())
            return;
        Waiting waiting = std::move(*next);
        m_waiting.erase(next);
        begin(std::move(waiting));
    }
}

void Fetcher::setLimits(const FetchLimits& limits)
{
    const bool otherProxy = limits.systemProxy != m_limits.systemProxy;
    m_limits = limits;
    if (otherProxy && m_transport != nullptr)
        m_transport->useSystemProxy(m_limits.systemProxy);
    QMetaObject::invokeMethod(this, &Fetcher::advance, Qt::QueuedConnection);
}

void Fetcher::begin(Waiting waiting)
{
    const QString host = waiting.request.url.host();
    if (m_transport == nullptr) {
        const auto make = base::moduleFunctionAs<MakeTransport>("network", "leadlineMakeTransport");
        if (!make) {
            waiting.done(FetchAnswer{make.error(), 0, 0, {}});
            return;
        }
        (*make)(m_transport);
        m_transport->useSystemProxy(m_limits.systemProxy);
    }
    ++m_active;
    ++m_hosts[host];
    m_transport->start(
        m_limits, waiting.request, [this, host, done = std::move(waiting.done)](FetchAnswer answer) {
            end(host);
            done(std::move(answer));
        });
}

void Fetcher::end(const QString& host)
{
    --m_active;
    if (--m_hosts[host] == 0)
        m_hosts.remove(host);
    QMetaObject::invokeMethod(this, &Fetcher::advance, Qt::QueuedConnection);
}

void Fetcher::cancelAll()
{
    std::deque<Waiting> waiting;
    waiting.swap(m_waiting);
    if (m_transport != nullptr)
        m_transport->cancelAll();
    for (const Waiting& one : waiting) {
        one.done(FetchAnswer{base::Error{base::ErrorCode::Cancelled, "cancelled",
                                 one.request.url.toString(QUrl::RemoveUserInfo).toStdString()},
            0, 0, {}});
    }
}

} // namespace app
