// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "fetcher.h"

#include "context.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

namespace app {

namespace {

base::Error networkError(QNetworkReply::NetworkError code, int status, const QString& text, const QUrl& url)
{
    std::string message;
    if (status >= 400)
        message = "the server answered " + std::to_string(status);
    else if (code == QNetworkReply::HostNotFoundError)
        message = "the host was not found";
    else if (code == QNetworkReply::ConnectionRefusedError)
        message = "the connection was refused";
    else if (code == QNetworkReply::InsecureRedirectError)
        message = "it redirects from https to http, which is not followed";
    else if (code == QNetworkReply::TooManyRedirectsError)
        message = "it redirects too often";
    else if (code == QNetworkReply::SslHandshakeFailedError)
        message = "no secure connection could be made";
    else if (code == QNetworkReply::OperationCanceledError || code == QNetworkReply::TimeoutError)
        message = "no answer in time";
    else
        message = text.toStdString();
    const auto kind = status == 404 || status == 410 ? base::ErrorCode::NotFound : base::ErrorCode::Network;
    return {kind, message, url.toString().toStdString()};
}

} // namespace

Fetcher::Fetcher(bool offline, QObject* parent)
    : QObject(parent)
    , m_network(new QNetworkAccessManager(this))
    , m_offline(offline)
{
    m_network->setRedirectPolicy(QNetworkRequest::NoLessSafeRedirectPolicy);
    m_network->setTransferTimeout(TimeoutMs);
}

Fetcher::~Fetcher() = default;

void Fetcher::fetch(const FetchRequest& request, Answer answer)
{
    const std::string context = request.url.toString().toStdString();
    const QString scheme = request.url.scheme();
    const auto refuse = [this, &answer](base::Error error) {
        QTimer::singleShot(
            0, this, [answer = std::move(answer), error = std::move(error)] { answer(error); });
    };
    if (scheme != QStringLiteral("http") && scheme != QStringLiteral("https"))
        return refuse({base::ErrorCode::Unsupported, "only http and https addresses are fetched", context});
    if (request.url.host().isEmpty())
        return refuse({base::ErrorCode::InvalidInput, "is not an address", context});
    if (m_offline)
        return refuse({base::ErrorCode::Network, "not fetched: offline mode is on", context});

    QNetworkRequest network(request.url);
    network.setHeader(QNetworkRequest::UserAgentHeader,
        QStringLiteral("Leadline/%1").arg(QStringLiteral(LEADLINE_VERSION)));
    network.setRawHeader("Accept",
        "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, "
        "text/html;q=0.8, */*;q=0.5");
    network.setMaximumRedirectsAllowed(MaxRedirects);
    network.setDecompressedSafetyCheckThreshold(MaxBytes);
    if (!request.etag.empty())
        network.setRawHeader("If-None-Match", QByteArray::fromStdString(request.etag));
    if (!request.lastModified.empty())
        network.setRawHeader("If-Modified-Since", QByteArray::fromStdString(request.lastModified));

    QNetworkReply* reply = m_network->get(network);
    auto stopped = std::make_shared<std::string>();
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply, stopped](qint64 received, qint64) {
        if (received > MaxBytes && stopped->empty()) {
            *stopped = "larger than " + std::to_string(MaxBytes >> 20) + " MiB";
            reply->abort();
        }
    });
    connect(this, &Fetcher::cancelRequested, reply, [reply, stopped] {
        *stopped = "cancelled";
        reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this,
        [this, reply, stopped, answer = std::move(answer)] { finish(reply, answer, *stopped); });
}

void Fetcher::finish(QNetworkReply* reply, const Answer& answer, const std::string& stopped)
{
    reply->deleteLater();
    const std::string context = reply->url().toString().toStdString();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!stopped.empty()) {
        const auto code = stopped == "cancelled" ? base::ErrorCode::Cancelled : base::ErrorCode::TooLarge;
        answer(base::Error{code, stopped, context});
        return;
    }
    if (reply->error() != QNetworkReply::NoError && status != 304) {
        answer(networkError(reply->error(), status, reply->errorString(), reply->url()));
        return;
    }
    FetchedDocument document;
    document.url = reply->url();
    document.status = status;
    document.notModified = status == 304;
    document.contentType = reply->rawHeader("Content-Type").toStdString();
    document.etag = reply->rawHeader("ETag").toStdString();
    document.lastModified = reply->rawHeader("Last-Modified").toStdString();
    document.bytes = reply->readAll().toStdString();
    document.receivedAt = currentInstant();
    answer(std::move(document));
}

void Fetcher::cancelAll() { Q_EMIT cancelRequested(); }

} // namespace app
