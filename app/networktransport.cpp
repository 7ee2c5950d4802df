// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// The module that knows Qt's network library; the fetcher asks it.
#include "exchange.h"
#include "transport.h"

#include <base/modules.h>

#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QPointer>

namespace app {

namespace {

class SystemProxies final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        return systemProxyForQuery(query);
    }
};

class NetworkTransport final : public Transport {
public:
    void useSystemProxy(bool system) override
    {
        if (system)
            m_network.setProxyFactory(new SystemProxies); // owned by the manager
        else
            m_network.setProxy(QNetworkProxy::NoProxy);
    }

    void start(const FetchLimits& limits, const FetchRequest& request, Fetcher::Done done) override
    {
        (new Exchange(limits, m_network, request, std::move(done), &m_network))->start();
    }

    void cancelAll() override
    {
        // Who is called back may destroy all of this.
        QList<QPointer<Exchange>> exchanges;
        for (Exchange* exchange : m_network.findChildren<Exchange*>(Qt::FindDirectChildrenOnly))
            exchanges << exchange;
        for (const QPointer<Exchange>& exchange : std::as_const(exchanges)) {
            if (exchange != nullptr)
                exchange->cancel();
        }
    }

private:
    QNetworkAccessManager m_network;
};

} // namespace

} // namespace app

LEADLINE_MODULE_FUNCTION void leadlineMakeTransport(std::unique_ptr<app::Transport>& made)
{
    made = std::make_unique<app::NetworkTransport>();
}
