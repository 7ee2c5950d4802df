// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <base/result.h>
#include <ingest/schedule.h>

#include <QHash>
#include <QObject>
#include <QUrl>

#include <deque>
#include <functional>
#include <memory>
#include <string>

namespace app {

// Hop 1: what an address gave.
struct FetchedDocument {
    QUrl url; // the last address after redirects
    QUrl movedTo; // set when every redirect on the way was permanent: what to ask from now on
    std::string contentType;
    std::string etag;
    std::string lastModified;
    std::string bytes; // decompressed
    base::Instant receivedAt = {};
    bool notModified = false; // 304: bytes are empty, what is stored still holds
    bool cutOff = false; // the connection ended early: read as far as it came, not to be taken for the whole
};

// The end of one request.
struct FetchAnswer {
    base::Result<FetchedDocument> document; // Cancelled, NotFound, TooLarge, Network; the reason is plain
    int status = 0; // of HTTP; 0 where no server answered
    int millis = 0; // since it was sent
    ingest::AnswerTiming timing;
};

struct FetchRequest {
    QUrl url;
    std::string etag; // of the last answer, for a conditional request
    std::string lastModified;
    bool page = false; // for a person to read: asks for HTML first
};

struct FetchLimits {
    bool offline = false;
    bool systemProxy = true; // else none
    std::string contact; // goes into the User-Agent; some publishers ask for it
    int parallel = 16; // requests under way
    int perHost = 4;
    qint64 maxBytes = 32LL << 20; // of one answer, decompressed
    int idleMs = 30000; // without a byte
    int totalMs = 120000; // of one answer, redirects included
};

class Transport;

// Fetches addresses with Qt's network stack: http and https; gzip, deflate and what else Qt can; no cookies,
// no cache, no passwords; never from https to http. Requests beyond the limits wait in line. Lives in one
// thread; answers come there, from the event loop.
class Fetcher final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Fetcher)

public:
    static constexpr int MaxRedirects = 10;

    using Done = std::function<void(FetchAnswer)>;

    explicit Fetcher(FetchLimits limits, QObject* parent = nullptr);
    bool isOffline() const { return m_limits.offline; }
    void setOffline(bool offline) { m_limits.offline = offline; } // what is under way goes on
    void setLimits(const FetchLimits& limits); // for what is begun from now on
    ~Fetcher() override;

    // Calls back exactly once, unless the fetcher is destroyed before.
    void fetch(const FetchRequest& request, Done done);
    // Every request under way or in line ends with ErrorCode::Cancelled.
    void cancelAll();

private:
    struct Waiting {
        FetchRequest request;
        Done done;
    };

    void advance();
    void begin(Waiting waiting);
    void end(const QString& host);

    FetchLimits m_limits;
    std::unique_ptr<Transport> m_transport; // made with the first request, in the thread of requests
    std::deque<Waiting> m_waiting;
    QHash<QString, int> m_hosts; // requests under way
    int m_active = 0;
};

} // namespace app
