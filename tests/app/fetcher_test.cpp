// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: exchange.cpp
#include <app/fetcher.h>

#include <QTest>

#include <support/httpserver.h>
#include <zlib.h>

#include <optional>

using support::HttpReply;
using support::HttpRequest;

class FetcherTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<support::HttpServer> m_server;

    static app::FetchLimits limits()
    {
        app::FetchLimits limits;
        limits.maxBytes = 1 << 20;
        limits.idleMs = 2000;
        limits.totalMs = 5000;
        return limits;
    }

    static app::FetchAnswer fetch(const app::FetchRequest& request, const app::FetchLimits& limits)
    {
        app::Fetcher fetcher(limits);
        std::optional<app::FetchAnswer> answer;
        fetcher.fetch(request, [&answer](app::FetchAnswer got) { answer = std::move(got); });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20000))
            qFatal("no answer at all");
        return std::move(*answer);
    }
    app::FetchAnswer fetch(const QString& path, const app::FetchLimits& with = limits()) const
    {
        return fetch({m_server->url(path), {}, {}}, with);
    }

    static QByteArray gzipped(const QByteArray& plain)
    {
        z_stream stream{};
        deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
        QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))), '\0');
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
        stream.avail_in = static_cast<uInt>(plain.size());
        stream.next_out = reinterpret_cast<Bytef*>(out.data());
        stream.avail_out = static_cast<uInt>(out.size());
        deflate(&stream, Z_FINISH);
        out.resize(static_cast<qsizetype>(stream.total_out));
        deflateEnd(&stream);
        return out;
    }

private Q_SLOTS:
    void init() { m_server = std::make_unique<support::HttpServer>(); }

    void anAnswerComesWhole()
    {
        m_server->on("/feed",
            HttpReply{200,
                {{"Content-Type", "application/rss+xml; charset=utf-8"}, {"ETag", "\"a\""},
                    {"Last-Modified", "Mon, 23 Nov 2026 10:00:00 GMT"}, {"Cache-Control", "max-age=900"}},
                "<rss/>"});
        app::FetchLimits with = limits();
        with.contact = "desk@bank.example";
        const app::FetchAnswer answer = fetch(QStringLiteral("/feed"), with);
        QVERIFY(answer.document);
        QCOMPARE(answer.document->bytes, std::string("<rss/>"));
        QCOMPARE(answer.document->etag, std::string("\"a\""));
        QCOMPARE(answer.document->lastModified, std::string("Mon, 23 Nov 2026 10:00:00 GMT"));
        QCOMPARE(answer.document->contentType, std::string("application/rss+xml; charset=utf-8"));
        QVERIFY(answer.document->movedTo.isEmpty());
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.timing.maxAge.value_or(0), 900);
        const HttpRequest& request = m_server->requests.front();
        QVERIFY(request.headers["user-agent"].startsWith("Leadline/"));
        QVERIFY(request.headers["user-agent"].endsWith("(desk@bank.example)"));
        QVERIFY(request.headers["accept-encoding"].contains("gzip"));
        QVERIFY(!request.headers.contains("cookie"));
    }

    void otherLimitsHoldFromTheNextRequestOn()
    {
        m_server->on("/feed", HttpReply{200, {}, "x"});
        app::Fetcher fetcher(limits());
        const auto ask = [&] {
            bool done = false;
            fetcher.fetch({m_server->url(QStringLiteral("/feed")), {}, {}},
                [&](const app::FetchAnswer&) { done = true; });
            return QTest::qWaitFor([&] { return done; }, 20000);
        };
        QVERIFY(ask());
        app::FetchLimits other = limits();
        other.contact = "desk@bank.example";
        other.systemProxy = !other.systemProxy;
        fetcher.setLimits(other);
        QVERIFY(ask());
        QCOMPARE(m_server->requests.size(), 2);
        QVERIFY(!m_server->requests.front().headers["user-agent"].contains("desk@"));
        QVERIFY(m_server->requests.back().headers["user-agent"].endsWith("(desk@bank.example)"));
    }

    void unchangedIsAskedAndTold()
    {
        m_server->on("/feed", [](const HttpRequest& request) {
            return request.headers["if-none-match"] == "\"a\""
                    && request.headers["if-modified-since"] == "Mon, 23 Nov 2026 10:00:00 GMT"
                ? HttpReply{304}
                : HttpReply{200, {}, "new"};
        });
        const app::FetchAnswer answer = fetch(
            {m_server->url(QStringLiteral("/feed")), "\"a\"", "Mon, 23 Nov 2026 10:00:00 GMT"}, limits());
        QVERIFY(answer.document);
        QVERIFY(answer.document->notModified);
        QCOMPARE(answer.status, 304);
    }

    void redirects_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("second");
        QTest::addColumn<bool>("moved");
        QTest::newRow("301 and 308") << 301 << 308 << true;
        QTest::newRow("301 and 302") << 301 << 302 << false;
        QTest::newRow("302 and 301") << 302 << 301 << false;
        QTest::newRow("307 and 303") << 307 << 303 << false;
    }

    void redirects()
    {
        QFETCH(int, first);
        QFETCH(int, second);
        QFETCH(bool, moved);
        m_server->on("/a", HttpReply{first, {{"Location", "/b"}}});
        m_server->on(
            "/b", HttpReply{second, {{"Location", m_server->url(QStringLiteral("/c")).toEncoded()}}});
        m_server->on("/c", HttpReply{200, {}, "here"});
        const app::FetchAnswer answer = fetch(QStringLiteral("/a"));
        QVERIFY(answer.document);
        QCOMPARE(answer.document->bytes, std::string("here"));
        QCOMPARE(answer.document->url, m_server->url(QStringLiteral("/c")));
        QCOMPARE(answer.document->movedTo.isEmpty(), !moved);
    }

    void failures_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("reason");
        QTest::newRow("404") << 404 << "nothing at this address";
        QTest::newRow("410") << 410 << "gone for good";
        QTest::newRow("403") << 403 << "contact address";
        QTest::newRow("401") << 401 << "password";
        QTest::newRow("429") << 429 << "fewer requests";
        QTest::newRow("500") << 500 << "the server failed (500)";
        QTest::newRow("503") << 503 << "the server failed (503)";
        QTest::newRow("302 without a target") << 302 << "redirects to nowhere";
    }

    void failures()
    {
        QFETCH(int, status);
        QFETCH(QString, reason);
        m_server->on("/x", HttpReply{status, {{"Retry-After", "3600"}}, "some page"});
        const app::FetchAnswer answer = fetch(QStringLiteral("/x"));
        QVERIFY(!answer.document);
        QCOMPARE(answer.status, status);
        QVERIFY2(QString::fromStdString(answer.document.error().message).contains(reason),
            answer.document.error().message.c_str());
        QCOMPARE(answer.timing.retryAfter.value_or(0), 3600);
    }

    void redirectsThatAreNotFollowed_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QString>("reason");
        QTest::newRow("a loop") << QByteArray("/loop") << "too often";
        QTest::newRow("a file") << QByteArray("file:///etc/hostname") << "only http and https";
        QTest::newRow("data") << QByteArray("data:text/xml,<rss/>") << "only http and https";
    }

    void redirectsThatAreNotFollowed()
    {
        QFETCH(QByteArray, location);
        QFETCH(QString, reason);
        m_server->on("/loop", HttpReply{302, {{"Location", location}}});
        const app::FetchAnswer answer = fetch(QStringLiteral("/loop"));
        QVERIFY(!answer.document);
        QVERIFY2(QString::fromStdString(answer.document.error().message).contains(reason),
            answer.document.error().message.c_str());
        QVERIFY(m_server->requests.size() <= app::Fetcher::MaxRedirects + 1);
    }

    void compressed()
    {
        const QByteArray body = QByteArray("<rss>").repeated(1000);
        m_server->on("/gz", HttpReply{200, {{"Content-Encoding", "gzip"}}, gzipped(body)});
        QCOMPARE(fetch(QStringLiteral("/gz")).document->bytes, body.toStdString());
        m_server->on("/broken", HttpReply{200, {{"Content-Encoding", "gzip"}}, "this is no gzip at all"});
        const app::FetchAnswer broken = fetch(QStringLiteral("/broken"));
        QVERIFY(!broken.document);
        QVERIFY2(broken.document.error().message.find("decompress") != std::string::npos,
            broken.document.error().message.c_str());
    }

    void aBombIsStopped()
    {
        m_server->on(
            "/bomb", HttpReply{200, {{"Content-Encoding", "gzip"}}, gzipped(QByteArray(64 << 20, ' '))});
        const app::FetchAnswer answer = fetch(QStringLiteral("/bomb"));
        QVERIFY(!answer.document);
        m_server->on("/large", HttpReply{200, {}, QByteArray(2 << 20, 'x')});
        const app::FetchAnswer large = fetch(QStringLiteral("/large"));
        QVERIFY(!large.document);
        QVERIFY(large.document.error().code == base::ErrorCode::TooLarge);
    }

    void wrongLengths()
    {
        m_server->on("/long", HttpReply{200, {{"ETag", "\"a\""}}, "<rss>all there is</rss>", 5000});
        const app::FetchAnswer cut = fetch(QStringLiteral("/long"));
        QVERIFY(cut.document);
        QVERIFY(cut.document->cutOff);
        QCOMPARE(cut.document->bytes, std::string("<rss>all there is</rss>"));
        QVERIFY(cut.document->etag.empty()); // the next fetch must not take this for the whole
        m_server->on("/none", HttpReply{200, {}, "<rss/>", -2});
        QCOMPARE(fetch(QStringLiteral("/none")).document->bytes, std::string("<rss/>"));
        m_server->on("/half", HttpReply{200, {}, QByteArray(10000, 'x'), -1, 0, false, true});
        const app::FetchAnswer half = fetch(QStringLiteral("/half"));
        QVERIFY(half.document);
        QVERIFY(half.document->cutOff);
        QCOMPARE(half.document->bytes.size(), std::size_t{5000});
    }

    void silenceAndDripsEnd()
    {
        app::FetchLimits with = limits();
        with.idleMs = 100;
        m_server->on("/silent", HttpReply{200, {}, {}, -1, 0, true});
        const app::FetchAnswer silent = fetch(QStringLiteral("/silent"), with);
        QVERIFY(!silent.document);
        QCOMPARE(silent.document.error().message, std::string("no answer in time"));
        with = limits();
        with.totalMs = 200;
        m_server->on("/drip", HttpReply{200, {}, QByteArray(100000, 'x'), -1, 1});
        const app::FetchAnswer drip = fetch(QStringLiteral("/drip"), with);
        QVERIFY(!drip.document);
        QVERIFY(drip.document.error().message.find("no complete answer") != std::string::npos);
        m_server->on("/slow", HttpReply{200, {}, QByteArray(100, 'x'), -1, 10});
        QCOMPARE(fetch(QStringLiteral("/slow")).document->bytes.size(), std::size_t{100});
    }

    void hostsAreNotCrowded()
    {
        app::FetchLimits with = limits();
        with.perHost = 2;
        m_server->on("/drip", HttpReply{200, {}, "0123456789", -1, 1});
        app::Fetcher fetcher(with);
        int answers = 0;
        for (int i = 0; i < 9; ++i)
            fetcher.fetch({m_server->url(QStringLiteral("/drip")), {}, {}},
                [&answers](const app::FetchAnswer& answer) { answers += answer.document ? 1 : 0; });
        QTRY_COMPARE_WITH_TIMEOUT(answers, 9, 20000);
        QVERIFY2(m_server->mostOpen <= 2, qPrintable(QString::number(m_server->mostOpen)));
    }

    void cancelledOnesAnswerOnce()
    {
        m_server->on("/silent", HttpReply{200, {}, {}, -1, 0, true});
        app::Fetcher fetcher(limits());
        int cancelled = 0;
        for (int i = 0; i < 20; ++i)
            fetcher.fetch(
                {m_server->url(QStringLiteral("/silent")), {}, {}}, [&](const app::FetchAnswer& answer) {
                    cancelled
                        += !answer.document && answer.document.error().code == base::ErrorCode::Cancelled ? 1
                                                                                                          : 0;
                });
        QTRY_VERIFY(!m_server->requests.isEmpty());
        fetcher.cancelAll();
        QTRY_COMPARE(cancelled, 20);
    }

    void offlineAsksNobody()
    {
        app::FetchLimits with = limits();
        with.offline = true;
        const app::FetchAnswer answer = fetch(QStringLiteral("/feed"), with);
        QVERIFY(!answer.document);
        QVERIFY(answer.document.error().message.find("offline") != std::string::npos);
        QVERIFY(m_server->requests.isEmpty());
    }

    void passwordsStayOutOfReasons()
    {
        QUrl url = m_server->url(QStringLiteral("/none"));
        url.setUserName(QStringLiteral("ann"));
        url.setPassword(QStringLiteral("secret"));
        const app::FetchAnswer answer = fetch({url, {}, {}}, limits());
        QVERIFY(!answer.document);
        QVERIFY(answer.document.error().text().find("secret") == std::string::npos);
    }

    void anUnknownHostIsSaidPlainly()
    {
        const app::FetchAnswer refused
            = fetch({QUrl(QStringLiteral("http://127.0.0.1:1/feed")), {}, {}}, limits());
        QVERIFY(!refused.document);
        QCOMPARE(refused.document.error().message, std::string("the connection was refused"));
        QCOMPARE(refused.status, 0);
    }
};

QTEST_GUILESS_MAIN(FetcherTest)
#include "fetcher_test.moc"
