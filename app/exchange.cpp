// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "exchange.h"

#include "clock.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace app {

namespace {

base::Error httpError(int status, bool contact)
{
    const std::string code = " (" + std::to_string(status) + ")";
    switch (status) {
    case 401:
    case 407:
        return {base::ErrorCode::Network, "the server asks for a password" + code};
    case 403:
        return {base::ErrorCode::Network,
            "the server refuses access" + code
                + (contact ? "" : "; some ask for a contact address, see network.contact in the settings")};
    case 404:
        return {base::ErrorCode::NotFound, "there is nothing at this address" + code};
    case 410:
        return {base::ErrorCode::NotFound, "it is gone for good, says the server" + code};
    case 429:
        return {base::ErrorCode::Network, "the server asks for fewer requests" + code};
    default:
        return {base::ErrorCode::Network,
            (status >= 500 ? "the server failed" : "the server did not give it") + code};
    }
}

base::Error networkError(QNetworkReply::NetworkError code, const QString& text)
{
    const char* message = nullptr;
    switch (code) {
    case QNetworkReply::HostNotFoundError:
        message = "the host was not found";
        break;
    case QNetworkReply::ConnectionRefusedError:
        message = "the connection was refused";
        break;
    case QNetworkReply::RemoteHostClosedError:
        message = "the connection was closed without an answer";
        break;
    case QNetworkReply::SslHandshakeFailedError:
        message = "no secure connection could be made";
        break;
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        message = "no answer in time";
        break;
    case QNetworkReply::UnknownContentError:
        message = "the answer cannot be decompressed";
        break;
    default:
        return {base::ErrorCode::Network, text.toStdString()};
    }
    return {base::ErrorCode::Network, message};
}

} // namespace

Exchange::Exchange(const FetchLimits& limits, QNetworkAccessManager& network, FetchRequest request,
    Fetcher::Done done, QObject* parent)
    : QObject(parent)
    , m_limits(limits)
    , m_network(network)
    , m_request(std::move(request))
    , m_done(std::move(done))
{
    m_clock.start();
    m_deadline.setSingleShot(true);
    m_deadline.start(m_limits.totalMs);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        stop({base::ErrorCode::Network,
            "no complete answer within " + std::to_string(m_limits.totalMs / 1000) + " s"});
    });
}

Exchange::~Exchange() = default;

void Exchange::send(const QUrl& url)
{
    const QString scheme = url.scheme();
    if (scheme != QLatin1String("http") && scheme != QLatin1String("https"))
        return stop({base::ErrorCode::Unsupported, "only http and https addresses are fetched"});
    if (url.host().isEmpty())
        return stop({base::ErrorCode::InvalidInput, "is not an address"});
    m_bytes.clear();
    QNetworkRequest network(url);
    QString agent = QStringLiteral("Leadline/" LEADLINE_VERSION);
    if (!m_limits.contact.empty())
        agent += QStringLiteral(" (%1)").arg(QString::fromStdString(m_limits.contact).simplified());
    network.setHeader(QNetworkRequest::UserAgentHeader, agent);
    network.setRawHeader("Accept",
        m_request.page
            ? "text/html, application/xhtml+xml, */*;q=0.5"
            : "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, "
              "application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.7, */*;q=0.5");
    network.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    network.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    network.setTransferTimeout(m_limits.idleMs);
    network.setDecompressedSafetyCheckThreshold(m_limits.maxBytes);
    if (!m_request.etag.empty())
        network.setRawHeader("If-None-Match", QByteArray::fromStdString(m_request.etag));
    if (!m_request.lastModified.empty())
        network.setRawHeader("If-Modified-Since", QByteArray::fromStdString(m_request.lastModified));
    m_reply = m_network.get(network);
    m_reply->setReadBufferSize(1 << 20);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::read);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::finished);
}

void Exchange::read()
{
    const QByteArray part = m_reply->readAll();
    if (static_cast<qint64>(m_bytes.size()) + part.size() > m_limits.maxBytes)
        return stop({base::ErrorCode::TooLarge,
            "is larger than " + std::to_string(m_limits.maxBytes >> 20) + " MiB"});
    m_bytes.append(part.constData(), static_cast<std::size_t>(part.size()));
}

void Exchange::finished()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = m_reply->error();
    if (m_reply->bytesAvailable() > 0) {
        read();
        if (m_reply == nullptr)
            return; // stopped: too large
    }
    if (redirect(status))
        return;
    if (status >= 400)
        return stop(httpError(status, !m_limits.contact.empty()));
    const bool cutOff = error == QNetworkReply::RemoteHostClosedError && status == 200 && !m_bytes.empty();
    if (error != QNetworkReply::NoError && !cutOff)
        return stop(networkError(error, m_reply->errorString()));
    if (status >= 300 && status != 304)
        return stop(httpError(status, true));
    answer(document(status, cutOff));
}

bool Exchange::redirect(int status)
{
    if (status != 301 && status != 302 && status != 303 && status != 307 && status != 308)
        return false;
    const QUrl target = m_reply->url().resolved(QUrl::fromEncoded(m_reply->rawHeader("Location")));
    if (m_reply->rawHeader("Location").isEmpty() || !target.isValid()) {
        stop({base::ErrorCode::Network, "it redirects to nowhere"});
    } else if (m_reply->url().scheme() == QLatin1String("https")
        && target.scheme() == QLatin1String("http")) {
        stop({base::ErrorCode::Network, "it redirects from https to http, which is not followed"});
    } else if (++m_redirects > Fetcher::MaxRedirects) {
        stop({base::ErrorCode::Network, "it redirects too often"});
    } else {
        m_permanent = m_permanent && (status == 301 || status == 308);
        if (m_reply->url().host() != target.host()) {
            // Another server knows nothing of the first one's validators.
            m_request.etag.clear();
            m_request.lastModified.clear();
        }
        m_reply->disconnect(this);
        m_reply->deleteLater();
        m_reply = nullptr;
        send(target);
    }
    return true;
}

FetchedDocument Exchange::document(int status, bool cutOff)
{
    FetchedDocument document;
    document.url = m_reply->url();
    if (m_redirects > 0 && m_permanent)
        document.movedTo = m_reply->url().adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    document.notModified = status == 304;
    document.cutOff = cutOff;
    document.contentType = m_reply->rawHeader("Content-Type").toStdString();
    if (!cutOff) {
        document.etag = m_reply->rawHeader("ETag").toStdString();
        document.lastModified = m_reply->rawHeader("Last-Modified").toStdString();
    }
    document.bytes = std::move(m_bytes);
    document.receivedAt = currentInstant();
    return document;
}

void Exchange::stop(const base::Error& error)
{
    base::Error named = error;
    named.context = m_request.url.toString(QUrl::RemoveUserInfo).toStdString();
    answer(std::move(named));
}

void Exchange::answer(base::Result<FetchedDocument> document)
{
    if (!m_done)
        return; // answered already; what still comes is of no interest
    FetchAnswer answer{std::move(document), 0, static_cast<int>(m_clock.elapsed()), {}};
    m_deadline.stop();
    if (m_reply != nullptr) {
        answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        answer.timing = ingest::readTiming(m_reply->rawHeader("Retry-After").toStdString(),
            m_reply->rawHeader("Cache-Control").toStdString(), m_reply->rawHeader("Expires").toStdString(),
            currentInstant());
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    deleteLater();
    const Fetcher::Done done = std::move(m_done);
    m_done = nullptr;
    done(std::move(answer));
}

} // namespace app
