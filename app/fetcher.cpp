// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "fetcher.h"

#include "exchange.h"

#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>

#include <algorithm>

namespace app {

namespace {

class SystemProxies final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        return systemProxyForQuery(query);
    }
};

} // namespace

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

void Fetcher::useProxy()
{
    if (m_limits.systemProxy)
        m_network->setProxyFactory(new SystemProxies); // owned by the manager
    else
        m_network->setProxy(QNetworkProxy::NoProxy);
}

void Fetcher::setLimits(const FetchLimits& limits)
{
    const bool otherProxy = limits.systemProxy != m_limits.systemProxy;
    m_limits = limits;
    if (otherProxy && m_network != nullptr)
        useProxy();
    QMetaObject::invokeMethod(this, &Fetcher::advance, Qt::QueuedConnection);
}

void Fetcher::begin(Waiting waiting)
{
    if (m_network == nullptr) {
        m_network = new QNetworkAccessManager(this);
        useProxy();
    }
    const QString host = waiting.request.url.host();
    ++m_active;
    ++m_hosts[host];
    auto* exchange = new Exchange(
        m_limits, *m_network, waiting.request,
        [this, host, done = std::move(waiting.done)](FetchAnswer answer) {
            --m_active;
            if (--m_hosts[host] == 0)
                m_hosts.remove(host);
            QMetaObject::invokeMethod(this, &Fetcher::advance, Qt::QueuedConnection);
            done(std::move(answer));
        },
        this);
    connect(this, &Fetcher::cancelRequested, exchange, &Exchange::cancel);
    exchange->start();
}

void Fetcher::cancelAll()
{
    std::deque<Waiting> waiting;
    waiting.swap(m_waiting);
    Q_EMIT cancelRequested();
    for (const Waiting& one : waiting) {
        one.done(FetchAnswer{base::Error{base::ErrorCode::Cancelled, "cancelled",
                                 one.request.url.toString(QUrl::RemoveUserInfo).toStdString()},
            0, 0, {}});
    }
}

} // namespace app
