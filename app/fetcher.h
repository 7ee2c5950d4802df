// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <base/result.h>

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <string>

class QNetworkAccessManager;
class QNetworkReply;

namespace app {

// Hop 1: what an address gave.
struct FetchedDocument {
    QUrl url; // the last address after redirects
    std::string contentType;
    std::string etag;
    std::string lastModified;
    std::string bytes;
    base::Instant receivedAt = {};
    int status = 0;
    bool notModified = false; // 304: bytes are empty, what is stored still holds
};

struct FetchRequest {
    QUrl url;
    std::string etag; // of the last answer, for a conditional request
    std::string lastModified;
};

// Fetches addresses with Qt's network stack. http and https only; redirects never fall from https to http;
// at most `MaxBytes` of answer and `Timeout` without progress. Lives in one thread; answers come there.
class Fetcher final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Fetcher)

public:
    static constexpr qint64 MaxBytes = 64LL << 20;
    static constexpr int TimeoutMs = 30000;
    static constexpr int MaxRedirects = 10;

    using Answer = std::function<void(base::Result<FetchedDocument>)>;

    explicit Fetcher(bool offline, QObject* parent = nullptr);
    ~Fetcher() override;

    // Calls back once, from the event loop. Network errors say the reason in plain words.
    void fetch(const FetchRequest& request, Answer answer);
    // Every request under way ends with ErrorCode::Cancelled.
    void cancelAll();

Q_SIGNALS:
    void cancelRequested();

private:
    void finish(QNetworkReply* reply, const Answer& answer, const std::string& stopped);

    QNetworkAccessManager* m_network = nullptr;
    bool m_offline = false;
};

} // namespace app
