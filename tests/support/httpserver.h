// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <functional>

// A web server on the loopback for tests: plays what it is told, well or badly. Lives in the test's thread;
// one request a connection.
namespace support {

struct HttpRequest {
    QByteArray path;
    QHash<QByteArray, QByteArray> headers; // names in lower case
};

struct HttpReply {
    int status = 200;
    QList<QPair<QByteArray, QByteArray>> headers = {};
    QByteArray body = {};
    qint64 claimedLength = -1; // what Content-Length says, right or wrong; -1: the truth; -2: no such header
    int dripBytes = 0; // sends that many every few milliseconds
    bool silent = false; // takes the request and never answers
    bool cut = false; // closes after half of the body
};

class HttpServer final {
public:
    using Handler = std::function<HttpReply(const HttpRequest&)>;

    HttpServer()
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket* socket = m_server.nextPendingConnection())
                serve(socket);
        });
    }

    QUrl url(const QString& path) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path));
    }
    void on(const QByteArray& path, HttpReply reply)
    {
        m_handlers[path] = [reply = std::move(reply)](const HttpRequest&) { return reply; };
    }
    void on(const QByteArray& path, Handler handler) { m_handlers[path] = std::move(handler); }

    QList<HttpRequest> requests; // in the order of their arrival
    int open = 0; // requests under way
    int mostOpen = 0;

private:
    void serve(QTcpSocket* socket)
    {
        mostOpen = std::max(mostOpen, ++open);
        QObject::connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
            --open;
            socket->deleteLater();
        });
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            QByteArray head = socket->property("head").toByteArray() + socket->readAll();
            socket->setProperty("head", head);
            if (head.contains("\r\n\r\n"))
                answer(socket, parse(head));
        });
    }

    static HttpRequest parse(const QByteArray& head)
    {
        HttpRequest request;
        const QList<QByteArray> lines = head.split('\n');
        request.path = lines.front().split(' ').value(1);
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const qsizetype colon = lines[i].indexOf(':');
            if (colon > 0)
                request.headers[lines[i].left(colon).toLower()] = lines[i].mid(colon + 1).trimmed();
        }
        return request;
    }

    void answer(QTcpSocket* socket, const HttpRequest& request)
    {
        requests.append(request);
        const HttpReply reply
            = m_handlers.contains(request.path) ? m_handlers[request.path](request) : HttpReply{404};
        if (reply.silent)
            return;
        QByteArray out = "HTTP/1.1 " + QByteArray::number(reply.status) + " Status\r\nConnection: close\r\n";
        for (const auto& [name, value] : reply.headers)
            out += name + ": " + value + "\r\n";
        if (reply.claimedLength != -2 && reply.status != 304)
            out += "Content-Length: "
                + QByteArray::number(reply.claimedLength >= 0 ? reply.claimedLength : reply.body.size())
                + "\r\n";
        out += "\r\n";
        if (reply.dripBytes > 0) {
            socket->write(out);
            drip(socket, reply.body, reply.dripBytes);
            return;
        }
        out += reply.cut ? reply.body.left(reply.body.size() / 2) : reply.body;
        socket->write(out);
        socket->disconnectFromHost();
    }

    static void drip(QTcpSocket* socket, const QByteArray& body, int bytes)
    {
        auto* timer = new QTimer(socket);
        QObject::connect(
            timer, &QTimer::timeout, socket, [socket, timer, body, bytes, sent = qsizetype{0}]() mutable {
                socket->write(body.mid(sent, bytes));
                sent += bytes;
                if (sent >= body.size()) {
                    timer->stop();
                    socket->disconnectFromHost();
                }
            });
        timer->start(5);
    }

    QTcpServer m_server;
    QHash<QByteArray, Handler> m_handlers;
};

} // namespace support
