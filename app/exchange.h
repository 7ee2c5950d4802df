// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/fetcher.h>

#include <QElapsedTimer>
#include <QTimer>

class QNetworkAccessManager;
class QNetworkReply;

namespace app {

// One request with its redirects; private to the fetcher. Deletes itself after it has called back.
class Exchange final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Exchange)

public:
    Exchange(const FetchLimits& limits, QNetworkAccessManager& network, FetchRequest request,
        Fetcher::Done done, QObject* parent);
    ~Exchange() override;

    void start() { send(m_request.url); }
    void cancel() { stop({base::ErrorCode::Cancelled, "cancelled"}); }

private:
    void send(const QUrl& url);
    void read();
    void finished();
    bool redirect(int status);
    FetchedDocument document(int status, bool cutOff);
    void stop(const base::Error& error);
    void answer(base::Result<FetchedDocument> document);

    const FetchLimits& m_limits;
    QNetworkAccessManager& m_network;
    FetchRequest m_request;
    Fetcher::Done m_done;
    QNetworkReply* m_reply = nullptr;
    QTimer m_deadline;
    QElapsedTimer m_clock;
    std::string m_bytes;
    int m_redirects = 0;
    bool m_permanent = true; // all redirects so far
};

} // namespace app
