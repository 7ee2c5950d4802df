// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// What becomes of the analyst's wishes about sources: over a real store, a job in its own thread and a web
// server on the loopback. Lives with the revisions' desk, which reads the same store.
#include <app/context.h>
#include <app/databasethread.h>
#include <app/ingestjob.h>
#include <app/resourcefiles.h>
#include <app/revisiondesk.h>
#include <app/sourcedesk.h>
#include <base/files.h>
#include <ingest/opml/opml.h>
#include <store/articlestore.h>
#include <store/sourcestore.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <support/httpserver.h>

namespace {

constexpr int WaitMs = 20000;

QByteArray rss(const QByteArray& title, const QByteArray& text = "Charges fell below zero.")
{
    return "<rss version=\"2.0\"><channel><title>" + title
        + "</title><item><guid>one</guid><title>Smelters cut runs</title><description>" + text
        + "</description></item></channel></rss>";
}

base::Subscription subscription(
    const QUrl& url, const std::string& title, std::vector<std::string> folder = {})
{
    base::Subscription feed;
    feed.url = url.toString().toStdString();
    feed.title = title;
    feed.folder = std::move(folder);
    return feed;
}

} // namespace

class SourceDeskTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<app::Context> m_context;
    std::unique_ptr<support::HttpServer> m_server;
    std::unique_ptr<app::DatabaseThread> m_writer;
    std::unique_ptr<app::DatabaseThread> m_reader;
    QThread m_thread;
    app::IngestJob* m_job = nullptr;
    std::unique_ptr<app::SourceDesk> m_desk;
    std::vector<desk::SourceHealth> m_sources; // read last
    std::vector<base::FetchRecord> m_log;
    QStringList m_said;

    const desk::SourceHealth* named(const std::string& title) const
    {
        for (const desk::SourceHealth& health : m_sources) {
            if (health.source.title == title && health.source.kind != base::SourceKind::File)
                return &health;
        }
        return nullptr;
    }

    // Subscribed, and read once where the server knows it.
    qint64 subscribed(
        const QString& path, const std::string& title, const std::vector<std::string>& folder = {})
    {
        m_desk->subscribe({subscription(m_server->url(path), title, folder)});
        const bool there = QTest::qWaitFor(
            [&] {
                const desk::SourceHealth* health = named(title);
                return health != nullptr && health->source.lastFetched;
            },
            WaitMs);
        return there ? named(title)->source.id : 0;
    }

    bool says(const QString& words) const { return m_said.join(QLatin1Char('\n')).contains(words); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        app::Options options;
        options.dataDir = m_folder->path().toStdString();
        m_context = std::make_unique<app::Context>(app::makeContext(options));
        m_context->settings.systemProxy = false;
        m_server = std::make_unique<support::HttpServer>();
        m_writer
            = std::make_unique<app::DatabaseThread>(store::Database::openForWriting(m_context->storePath(),
                                                        app::resourceFiles(QStringLiteral("migrations")))
                                                        .value(),
                QStringLiteral("writer"));
        m_reader = std::make_unique<app::DatabaseThread>(
            store::Database::openForReading(m_context->storePath()).value(), QStringLiteral("reader"));
        m_job = new app::IngestJob(*m_context, nullptr, *m_writer);
        m_job->moveToThread(&m_thread);
        connect(&m_thread, &QThread::finished, m_job, &QObject::deleteLater);
        m_thread.start();
        m_desk = std::make_unique<app::SourceDesk>(*m_reader, *m_writer, *m_job);
        m_sources.clear();
        m_log.clear();
        m_said.clear();
        connect(m_desk.get(), &app::SourceDesk::sourcesRead, this,
            [this](const std::vector<desk::SourceHealth>& sources) { m_sources = sources; });
        connect(m_desk.get(), &app::SourceDesk::logRead, this,
            [this](qint64, const std::vector<base::FetchRecord>& records) { m_log = records; });
        connect(m_desk.get(), &app::SourceDesk::said, this, [this](const QString& text) { m_said << text; });
        connect(m_job, &app::IngestJob::finished, m_desk.get(), &app::SourceDesk::changed);
        QSignalSpy read(m_desk.get(), &app::SourceDesk::sourcesRead);
        m_desk->setOpen(true);
        QVERIFY(read.wait(WaitMs));
    }

    void cleanup()
    {
        m_desk.reset();
        m_thread.quit();
        m_thread.wait();
        m_reader.reset();
        m_writer.reset();
        m_server.reset();
    }

    void retryAsksTheOneAgain()
    {
        m_server->on("/a", support::HttpReply{503});
        m_server->on("/b", support::HttpReply{200, {}, rss("B")});
        const qint64 failing = subscribed(QStringLiteral("/a"), "A");
        QVERIFY(failing != 0 && subscribed(QStringLiteral("/b"), "B") != 0);
        QVERIFY(named("A")->failing());
        QVERIFY(!named("A")->source.lastError.empty());
        const auto before = m_server->requests.size();
        m_server->on("/a", support::HttpReply{200, {}, rss("A")});
        m_desk->readLog(failing);
        m_desk->retry({failing});
        QTRY_VERIFY_WITH_TIMEOUT(named("A") != nullptr && !named("A")->failing(), WaitMs);
        QCOMPARE(named("A")->articles, 1);
        QCOMPARE(m_server->requests.size(), before + 1);
        QCOMPARE(m_server->requests.back().path, QByteArray("/a"));
        QTRY_COMPARE_WITH_TIMEOUT(m_log.size(), std::size_t(2), WaitMs);
        QCOMPARE(m_log.front().status, 200);
        QCOMPARE(m_log.back().status, 503);
    }

    void retryOfOneThatIsGoneAsksItToo()
    {
        m_server->on("/a", support::HttpReply{410});
        const qint64 gone = subscribed(QStringLiteral("/a"), "A");
        QVERIFY(named("A")->source.gone);
        m_server->on("/a", support::HttpReply{200, {}, rss("A")});
        m_desk->retry({gone});
        QTRY_VERIFY_WITH_TIMEOUT(!named("A")->source.gone && named("A")->articles == 1, WaitMs);
    }

    void removedSourceIsGoneAndItsArticlesStay()
    {
        m_server->on("/a", support::HttpReply{200, {}, rss("A")});
        const qint64 id = subscribed(QStringLiteral("/a"), "A");
        QTRY_COMPARE_WITH_TIMEOUT(named("A")->articles, 1, WaitMs);
        QSignalSpy changed(m_desk.get(), &app::SourceDesk::sourcesChanged);
        m_desk->remove({id});
        QTRY_VERIFY_WITH_TIMEOUT(named("A") == nullptr, WaitMs);
        QCOMPARE(changed.count(), 1);
        QVERIFY2(says(QStringLiteral("articles stay")), qPrintable(m_said.join(QLatin1Char('\n'))));
        auto database = store::Database::openForReading(m_context->storePath());
        desk::FeedRequest all;
        QCOMPARE(store::readPage(**database, all, app::currentInstant())->total, 1);
        m_desk->retry({id}); // no longer a feed
        QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("removed")), WaitMs);
    }

    void watchedFolderIsRemovedToo()
    {
        const QString watched = m_folder->filePath(QStringLiteral("notes"));
        QVERIFY(QDir().mkpath(watched));
        QMetaObject::invokeMethod(
            m_job, [job = m_job, path = watched.toStdString()] { job->subscribe(path); },
            Qt::QueuedConnection);
        QTRY_VERIFY_WITH_TIMEOUT(named("notes") != nullptr, WaitMs);
        m_desk->remove({named("notes")->source.id});
        QTRY_VERIFY_WITH_TIMEOUT(named("notes") == nullptr, WaitMs);
    }

    void titleFolderAndFullTextAreKept()
    {
        m_server->on("/a", support::HttpReply{200, {}, rss("A")});
        m_server->on("/b", support::HttpReply{200, {}, rss("B")});
        const qint64 a = subscribed(QStringLiteral("/a"), "A");
        const qint64 b = subscribed(QStringLiteral("/b"), "B");
        m_desk->setTitle(a, QStringLiteral("Alpha"));
        m_desk->setFolder({a, b}, QStringLiteral("Wires/North"));
        m_desk->setFullText({b}, true);
        QTRY_VERIFY_WITH_TIMEOUT(named("Alpha") != nullptr && named("B")->source.fullText, WaitMs);
        QCOMPARE(named("Alpha")->source.folder, std::string("Wires/North"));
        QCOMPARE(named("B")->source.folder, std::string("Wires/North"));
        QVERIFY(!named("Alpha")->source.fullText);
    }

    void exportedListReadsBack()
    {
        QVERIFY(subscribed(QStringLiteral("/a"), "A & Sons", {"Wires", "North"}) != 0);
        QVERIFY(subscribed(QStringLiteral("/b"), "B") != 0);
        const QString path = m_folder->filePath(QStringLiteral("list.opml"));
        m_desk->exportList(path);
        QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("2 feeds written")), WaitMs);
        const auto list = ingest::readOpml(base::readFile(path.toStdString()).value());
        QVERIFY(list);
        QCOMPARE(list->subscriptions.size(), std::size_t(2));
        for (const base::Subscription& feed : list->subscriptions) {
            if (feed.title == "A & Sons")
                QVERIFY((feed.folder == std::vector<std::string>{"Wires", "North"}));
        }
        m_desk->exportList(m_folder->filePath(QStringLiteral("no/such/folder/list.opml")));
        QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("Not written")), WaitMs);
    }

    void catalogueSaysWhatIsSubscribed()
    {
        QVERIFY(subscribed(QStringLiteral("/a"), "A") != 0);
        ingest::SubscriptionList list;
        list.subscriptions = {subscription(m_server->url(QStringLiteral("/a")), "A", {"Wires"}),
            subscription(m_server->url(QStringLiteral("/b")), "B", {"Wires"})};
        const QString path = m_folder->filePath(QStringLiteral("catalogue.opml"));
        QVERIFY(base::writeFile(path.toStdString(), ingest::writeOpml(list)));
        std::vector<base::Subscription> feeds;
        QSet<QString> known;
        connect(m_desk.get(), &app::SourceDesk::catalogueRead, this,
            [&](const std::vector<base::Subscription>& read, const QSet<QString>& subscribed) {
                feeds = read;
                known = subscribed;
            });
        m_desk->setCatalogue(path);
        m_desk->readCatalogue();
        QTRY_COMPARE_WITH_TIMEOUT(feeds.size(), std::size_t(2), WaitMs);
        QCOMPARE(known, QSet<QString>{m_server->url(QStringLiteral("/a")).toString()});
    }

    void missingCatalogueIsSaidPlainly()
    {
        QString reason;
        connect(m_desk.get(), &app::SourceDesk::catalogueFailed, this,
            [&](const QString& text) { reason = text; });
        m_desk->setCatalogue(QStringLiteral(":/no/such.opml"));
        m_desk->readCatalogue();
        QTRY_VERIFY_WITH_TIMEOUT(reason.contains(QStringLiteral("no catalogue")), WaitMs);
    }

    void offlineNothingIsFetched()
    {
        m_server->on("/a", support::HttpReply{200, {}, rss("A")});
        const qint64 id = subscribed(QStringLiteral("/a"), "A");
        const auto before = m_server->requests.size();
        m_desk->setOffline(true);
        m_desk->retry({id});
        QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("offline")), WaitMs);
        m_desk->subscribe({subscription(m_server->url(QStringLiteral("/b")), "B")});
        QTRY_VERIFY_WITH_TIMEOUT(named("B") != nullptr, WaitMs);
        QCOMPARE(m_server->requests.size(), before);
        m_desk->setOffline(false);
        m_desk->retry({id});
        QTRY_COMPARE_WITH_TIMEOUT(m_server->requests.size(), before + 1, WaitMs);
    }

    void closedManagerIsNotRead()
    {
        m_desk->setOpen(false);
        QSignalSpy read(m_desk.get(), &app::SourceDesk::sourcesRead);
        QSignalSpy said(m_desk.get(), &app::SourceDesk::said);
        m_desk->subscribe({subscription(m_server->url(QStringLiteral("/a")), "A")});
        QTRY_COMPARE_WITH_TIMEOUT(said.count(), 1, WaitMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->requests.size(), 1, WaitMs);
        m_reader->drain();
        QCoreApplication::processEvents();
        QCOMPARE(read.count(), 0);
    }

    void revisionsAreReadAndCompared()
    {
        m_server->on("/a", support::HttpReply{200, {}, rss("A", "Charges fell below zero.")});
        const qint64 id = subscribed(QStringLiteral("/a"), "A");
        m_server->on("/a", support::HttpReply{200, {}, rss("A", "Charges rose above zero.")});
        m_desk->retry({id});
        QTRY_COMPARE_WITH_TIMEOUT(m_server->requests.size(), 2, WaitMs);
        const auto revisions = [&] {
            auto database = store::Database::openForReading(m_context->storePath());
            return store::readArticle(**database, 1)->revisions;
        };
        QTRY_COMPARE_WITH_TIMEOUT(revisions(), 1, WaitMs);

        app::RevisionDesk desk(*m_reader);
        std::vector<desk::TextVersion> versions;
        std::vector<desk::WordRun> title;
        std::vector<desk::WordRun> body;
        connect(&desk, &app::RevisionDesk::versionsRead, this,
            [&](qint64, const std::vector<desk::TextVersion>& read) { versions = read; });
        connect(&desk, &app::RevisionDesk::compared, this,
            [&](qint64, int, int, const std::vector<desk::WordRun>& first,
                const std::vector<desk::WordRun>& second) {
                title = first;
                body = second;
            });
        desk.compare(1, 0, 1); // nothing was read yet: no answer
        desk.read(1);
        QTRY_COMPARE_WITH_TIMEOUT(versions.size(), std::size_t(2), WaitMs);
        QVERIFY(body.empty());
        QVERIFY(versions.front().body.find("fell below") != std::string::npos);
        QVERIFY(versions.back().body.find("rose above") != std::string::npos);
        desk.compare(1, 0, 1);
        QTRY_VERIFY_WITH_TIMEOUT(!body.empty(), WaitMs);
        QCOMPARE(title.size(), std::size_t(1));
        bool removed = false;
        bool added = false;
        for (const desk::WordRun& run : body) {
            removed = removed || (run.change == desk::Change::Removed && run.text == "fell below");
            added = added || (run.change == desk::Change::Added && run.text == "rose above");
        }
        QVERIFY(removed && added);
        QSignalSpy said(&desk, &app::RevisionDesk::said);
        desk.read(99);
        QTRY_COMPARE_WITH_TIMEOUT(said.count(), 1, WaitMs);
    }
};

QTEST_MAIN(SourceDeskTest)
#include "sourcedesk_test.moc"
