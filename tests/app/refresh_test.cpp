// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <app/refresh.h>

#include <QTest>

class RefreshTest final : public QObject {
    Q_OBJECT

    static constexpr std::int64_t Now = 1795000000;

    static base::Instant now() { return base::fromUnix(Now); }
    static app::FetchAnswer answer(int status = 200)
    {
        app::FetchedDocument document;
        document.etag = "\"2\"";
        document.receivedAt = now();
        return {document, status, 40, {}};
    }
    static base::Source source()
    {
        base::Source source;
        source.id = 1;
        source.url = "https://wire.example/feed";
        source.etag = "\"1\"";
        source.failures = 3;
        source.lastError = "the server failed (500)";
        return source;
    }

private Q_SLOTS:
    void aSuccessEndsAllFailures()
    {
        ingest::InputDocument document;
        document.ttlMinutes = 120;
        document.skipDays = 1;
        const app::Refresh refresh = app::readRefresh(source(), answer(), document, 1234, 99, now(), 0.5);
        QCOMPARE(refresh.source.failures, 0);
        QVERIFY(refresh.source.lastError.empty());
        QCOMPARE(refresh.source.etag, std::string("\"2\""));
        QCOMPARE(refresh.source.ttlMinutes, 120);
        QCOMPARE(refresh.source.skipDays, 1);
        QCOMPARE(refresh.source.contentHash, 99U);
        QCOMPARE(refresh.record.bytes, 1234);
        QCOMPARE(refresh.record.millis, 40);
        QVERIFY(*refresh.source.nextFetch >= now() + std::chrono::minutes(120));
    }

    void theRhythmIsLearned()
    {
        ingest::InputDocument document;
        for (int i = 0; i < 10; ++i) {
            base::Article article;
            article.published = now() - std::chrono::hours(4 * i);
            document.articles.push_back(article);
        }
        const app::Refresh refresh = app::readRefresh(source(), answer(), document, 1, 1, now(), 0.5);
        QCOMPARE(refresh.source.intervalMinutes, 120); // half of what lies between two
    }

    void failuresWaitLonger()
    {
        base::Source failing = source();
        failing.failures = 0;
        const app::FetchAnswer none{base::Error{base::ErrorCode::Network, "no answer in time"}, 0, 30000, {}};
        base::Instant before = now();
        for (int i = 1; i <= 4; ++i) {
            const app::Refresh refresh = app::failedRefresh(failing, none, none.document.error(), now(), 0.5);
            QCOMPARE(refresh.source.failures, i);
            QCOMPARE(refresh.source.lastError, std::string("no answer in time"));
            QVERIFY(*refresh.source.nextFetch > before);
            before = *refresh.source.nextFetch;
            failing = refresh.source;
        }
        QVERIFY(!failing.gone);
        QVERIFY(failing.etag == "\"1\""); // what is stored still holds
    }

    void goneIsRemembered()
    {
        app::FetchAnswer gone = answer(410);
        gone.document = base::Error{base::ErrorCode::NotFound, "it is gone for good, says the server (410)"};
        QVERIFY(app::failedRefresh(source(), gone, gone.document.error(), now(), 0).source.gone);
    }

    void anAnswerWithoutValidatorsKeepsThemOn304Only()
    {
        app::FetchAnswer bare = answer(304);
        bare.document->etag.clear();
        bare.document->notModified = true;
        QCOMPARE(app::unchangedRefresh(source(), bare, now(), 0).source.etag, std::string("\"1\""));
        bare.document->notModified = false;
        QCOMPARE(app::readRefresh(source(), bare, {}, 1, 1, now(), 0).source.etag, std::string());
    }

    void aMoveIsFollowedAndLogged()
    {
        app::FetchAnswer moved = answer();
        moved.document->movedTo = QUrl(QStringLiteral("https://new.example/feed"));
        const app::Refresh refresh = app::unchangedRefresh(source(), moved, now(), 0);
        QCOMPARE(refresh.source.url, std::string("https://new.example/feed"));
        QCOMPARE(refresh.record.message, std::string("moved for good to https://new.example/feed"));
    }
};

QTEST_GUILESS_MAIN(RefreshTest)
#include "refresh_test.moc"
