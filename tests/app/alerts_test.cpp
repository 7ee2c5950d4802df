// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// Rules over real news, and how people are told: by a notification service on a private session bus
// (dbus-daemon, of the package dbus).
#include <app/alertdelivery.h>
#include <app/alertkeeper.h>
#include <app/context.h>
#include <app/databasethread.h>
#include <app/ingestjob.h>
#include <app/resourcefiles.h>
#include <base/files.h>
#include <store/alertrules.h>
#include <store/alertstore.h>
#include <store/sourcestore.h>
#include <store/storystore.h>

#include <QDBusConnection>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <support/httpserver.h>
#include <support/teststore.h>

#include <algorithm>

namespace {

constexpr int WaitMs = 20000;

// What a desktop does, as far as it is asked.
class NotificationService final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Call {
        QString summary;
        QString body;
        QStringList actions;
        QVariantMap hints;
        int timeout = 0;
        qint64 at = 0;
    };
    QList<Call> calls;
    QList<uint> withdrawn;
    QElapsedTimer clock;

public Q_SLOTS:
    uint Notify(const QString&, uint, const QString&, const QString& summary, const QString& body,
        const QStringList& actions, const QVariantMap& hints, int timeout)
    {
        calls.append({summary, body, actions, hints, timeout, clock.isValid() ? clock.elapsed() : 0});
        return static_cast<uint>(calls.size());
    }
    void CloseNotification(uint id) { withdrawn.append(id); }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString& action);
    void NotificationClosed(uint id, uint reason);
};

} // namespace

class AlertsTest final : public QObject {
    Q_OBJECT

    QProcess m_daemon;
    std::unique_ptr<QDBusConnection> m_bus;
    std::unique_ptr<NotificationService> m_service;
    std::unique_ptr<QTemporaryDir> m_folder;
    base::Instant m_now = {};
    std::unique_ptr<store::Database> m_database;
    base::Source m_source;

    std::string path(const char* name) const { return m_folder->filePath(QString::fromUtf8(name)).toStdString(); }

    void serve()
    {
        QVERIFY(m_bus->registerObject(QStringLiteral("/org/freedesktop/Notifications"), m_service.get(),
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(m_bus->registerService(QStringLiteral("org.freedesktop.Notifications")));
    }

    void keep(const std::string& text)
    {
        const auto read = store::parseStoredRule(*m_database, text, m_now);
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QVERIFY(store::saveRule(*m_database, *read, m_now));
    }

    // Articles of as many stories, analysed just now.
    void arrive(int first, int count, const std::string& title, base::Mode mode = base::Mode::News)
    {
        std::vector<support::AnalysedArticle> batch;
        for (int at = first; at < first + count; ++at) {
            batch.push_back(support::article(m_source, at, title + ' ' + std::to_string(at), "A tanker. Oil rose."));
            batch.back().article.published = batch.back().article.received = m_now;
            batch.back().analysis.mode = mode;
        }
        const auto stored = support::storeBatch(*m_database, batch);
        std::vector<store::PlacedArticle> placed;
        for (int at = 0; at < count; ++at) {
            store::PlacedArticle one;
            one.article = stored->ids[static_cast<std::size_t>(at)];
            one.story = first + at;
            one.novelty = 100;
            placed.push_back(std::move(one));
        }
        QVERIFY(store::placeArticles(*m_database, placed, m_now));
    }

    std::vector<desk::Firing> evaluate()
    {
        app::AlertKeeper keeper;
        std::vector<desk::Firing> all;
        for (;;) {
            const auto progress = keeper.evaluateSome(*m_database, m_now);
            if (!progress || progress->seen == 0)
                return all;
            all.insert(all.end(), progress->fired.begin(), progress->fired.end());
        }
    }

    // Runs a delivery over the store until it has nothing to do, then gives the store back.
    void deliver(const std::function<void(app::AlertDelivery&)>& with = {})
    {
        app::DatabaseThread writer(std::move(m_database), QStringLiteral("writer"));
        {
            app::AlertDelivery delivery(writer);
            QSignalSpy idle(&delivery, &app::AlertDelivery::idle);
            delivery.wake();
            QTRY_VERIFY_WITH_TIMEOUT(!idle.isEmpty(), WaitMs);
            if (with)
                with(delivery);
        }
    }
    void reopen() { m_database = support::openStore(path("leadline.sqlite")); }

private Q_SLOTS:
    void initTestCase()
    {
        m_daemon.start(QStringLiteral("dbus-daemon"),
            {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        if (!m_daemon.waitForStarted())
            QSKIP("dbus-daemon is not installed (the package dbus): delivery is not tested");
        QVERIFY(m_daemon.waitForReadyRead(WaitMs));
        const QByteArray address = m_daemon.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        m_bus = std::make_unique<QDBusConnection>(
            QDBusConnection::connectToBus(QString::fromUtf8(address), QStringLiteral("desktop")));
        QVERIFY(m_bus->isConnected());
    }

    void cleanupTestCase()
    {
        m_bus.reset();
        m_daemon.terminate();
        m_daemon.waitForFinished(WaitMs);
    }

    void init()
    {
        m_service = std::make_unique<NotificationService>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_now = app::currentInstant();
        reopen();
        m_source = support::addSource(*m_database);
    }

    void cleanup()
    {
        m_bus->unregisterService(QStringLiteral("org.freedesktop.Notifications"));
        m_bus->unregisterObject(QStringLiteral("/org/freedesktop/Notifications"));
        m_database.reset();
    }

    void rulesSeeWhatCameIn()
    {
        keep("oil; name: Oil; class: critical");
        keep("wheat; name: Wheat");
        keep("oil; name: With opinion; opinion: yes");
        keep("oil; name: Asleep; snooze: 8h");
        keep("tanker impact>=0.9; name: Never");
        arrive(1, 2, "Oil");
        arrive(3, 1, "Oil, an opinion", base::Mode::Opinion);
        const std::vector<desk::Firing> fired = evaluate();
        QMap<QString, int> by;
        for (const desk::Firing& firing : fired)
            ++by[QString::fromStdString(firing.ruleName)];
        QCOMPARE(by, (QMap<QString, int>{{QStringLiteral("Oil"), 2}, {QStringLiteral("With opinion"), 3}}));
        const desk::Firing receipt = *store::readFiring(*m_database, fired.front().id);
        QCOMPARE(receipt.articles.size(), std::size_t{1});
        QVERIFY(!receipt.articles.front().clauses.front().spans.empty());
        QVERIFY(receipt.articles.front().quote.find("Oil rose") != std::string::npos);
        QVERIFY(evaluate().empty());
    }

    void aFiringIsToldWithActions()
    {
        serve();
        keep("oil; name: Oil <shock>; class: critical");
        arrive(1, 1, "Oil & <b>gas</b>");
        QCOMPARE(evaluate().size(), std::size_t{1});
        deliver([this](app::AlertDelivery& delivery) {
            QCOMPARE(m_service->calls.size(), 1);
            const NotificationService::Call call = m_service->calls.front();
            QCOMPARE(call.summary, QStringLiteral("Critical: Oil <shock>"));
            QVERIFY2(call.body.contains(QStringLiteral("&lt;b&gt;gas")), qPrintable(call.body));
            QCOMPARE(call.hints.value(QStringLiteral("urgency")).toInt(), 2);
            QCOMPARE(call.timeout, 0); // stays until it is acted upon
            QVERIFY(call.hints.contains(QStringLiteral("sound-name")));
            QVERIFY(call.actions.contains(QStringLiteral("acknowledge")) && call.actions.contains(QStringLiteral("snooze")));
            QSignalSpy acknowledge(&delivery.notifier(), &app::DesktopNotifier::acknowledgeAsked);
            QSignalSpy open(&delivery.notifier(), &app::DesktopNotifier::openAsked);
            Q_EMIT m_service->ActionInvoked(7777, QStringLiteral("default")); // another program's
            Q_EMIT m_service->ActionInvoked(1, QStringLiteral("acknowledge"));
            QTRY_COMPARE_WITH_TIMEOUT(acknowledge.size(), 1, WaitMs);
            QCOMPARE(open.size(), 0);
            const auto firings = acknowledge.front().front().value<QList<qint64>>();
            QCOMPARE(firings.size(), 1);
            delivery.withdraw(firings);
            QTRY_COMPARE_WITH_TIMEOUT(m_service->withdrawn.size(), 1, WaitMs);
        });
        reopen();
        QVERIFY(store::readWaiting(*m_database)->empty());
        QVERIFY(store::readDeliveries(*m_database, 10)->front().done);
    }

    void manyAreToldTogether()
    {
        serve();
        keep("oil; name: Oil");
        arrive(1, 10, "Oil");
        QCOMPARE(evaluate().size(), std::size_t{10});
        deliver();
        QCOMPARE(m_service->calls.size(), 1);
        QVERIFY(m_service->calls.front().summary.contains(QStringLiteral("10")));
        reopen();
        QVERIFY(store::readWaiting(*m_database)->empty());
        QCOMPARE(store::readDeliveries(*m_database, 10)->front().channel, std::string("digest"));
    }

    void nothingIsLostWithoutAService()
    {
        keep("oil; name: Oil");
        arrive(1, 1, "Oil");
        QCOMPARE(evaluate().size(), std::size_t{1});
        deliver();
        reopen();
        QCOMPARE(store::readWaiting(*m_database)->size(), std::size_t{1});
        const auto lines = store::readDeliveries(*m_database, 10);
        QVERIFY(std::any_of(lines->begin(), lines->end(),
            [](const desk::DeliveryLine& line) { return !line.done && !line.detail.empty(); }));
        // The next start, with a desktop.
        serve();
        deliver();
        QCOMPARE(m_service->calls.size(), 1);
        reopen();
        QVERIFY(store::readWaiting(*m_database)->empty());
    }

    void aTrayTakesItsPlace()
    {
        keep("oil; name: Oil");
        arrive(1, 1, "Oil");
        evaluate();
        app::DatabaseThread writer(std::move(m_database), QStringLiteral("writer"));
        app::AlertDelivery delivery(writer);
        QStringList shown;
        bool there = false;
        delivery.setFallback([&](const app::Notification& notification) {
            if (there)
                shown << notification.title;
            return there;
        });
        QSignalSpy idle(&delivery, &app::AlertDelivery::idle);
        QSignalSpy delivered(&delivery, &app::AlertDelivery::delivered);
        QSignalSpy rang(&delivery, &app::AlertDelivery::rang);
        delivery.wake();
        QTRY_COMPARE_WITH_TIMEOUT(idle.size(), 1, WaitMs);
        QCOMPARE(delivered.size(), 0); // the tray could not show it: it waits, and was heard
        QCOMPARE(rang.size(), 1);
        there = true;
        delivery.wake();
        QTRY_COMPARE_WITH_TIMEOUT(delivered.size(), 1, WaitMs);
        QCOMPARE(shown, QStringList{QStringLiteral("High: Oil")});
        QCOMPARE(rang.size(), 1); // once
        QCOMPARE(rang.front().front().value<desk::AlertClass>(), desk::AlertClass::High);
    }

    void whatTheLogSaysWithoutADesktop()
    {
        keep("oil; name: Oil");
        arrive(1, 1, "Oil");
        evaluate();
        deliver();
        reopen();
        const auto lines = store::readDeliveries(*m_database, 10);
        QCOMPARE(lines->size(), std::size_t{2}); // heard, and not told
        const auto refused = std::find_if(
            lines->begin(), lines->end(), [](const desk::DeliveryLine& line) { return !line.done; });
        QVERIFY(refused != lines->end());
        QCOMPARE(refused->channel, std::string("desktop"));
        QCOMPARE(refused->detail, std::string("the desktop has no notification service; it waits in the list"));
        // The next start does not sound it again.
        app::DatabaseThread writer(std::move(m_database), QStringLiteral("writer"));
        app::AlertDelivery delivery(writer);
        QSignalSpy idle(&delivery, &app::AlertDelivery::idle);
        QSignalSpy rang(&delivery, &app::AlertDelivery::rang);
        delivery.wake();
        QTRY_COMPARE_WITH_TIMEOUT(idle.size(), 1, WaitMs);
        QCOMPARE(rang.size(), 0);
    }

    void aRuleOfSoundAloneIsHeard()
    {
        serve();
        keep("oil; name: Oil; class: critical; delivery: sound");
        keep("tanker; name: Quiet; delivery: list");
        arrive(1, 1, "Oil");
        QCOMPARE(evaluate().size(), std::size_t{2});
        app::DatabaseThread writer(std::move(m_database), QStringLiteral("writer"));
        app::AlertDelivery delivery(writer);
        QSignalSpy idle(&delivery, &app::AlertDelivery::idle);
        QSignalSpy rang(&delivery, &app::AlertDelivery::rang);
        delivery.wake();
        QTRY_COMPARE_WITH_TIMEOUT(idle.size(), 1, WaitMs);
        QCOMPARE(rang.size(), 1);
        QCOMPARE(rang.front().front().value<desk::AlertClass>(), desk::AlertClass::Critical);
        QCOMPARE(m_service->calls.size(), 0);
        delivery.wake();
        QTRY_COMPARE_WITH_TIMEOUT(idle.size(), 2, WaitMs);
        QCOMPARE(rang.size(), 1);
    }

    void quietHoursAreWaitedFor()
    {
        serve();
        keep("oil; name: Oil; quiet: 00:00-23:59 UTC");
        keep("tanker; name: Listed; delivery: list");
        arrive(1, 1, "Oil");
        QCOMPARE(evaluate().size(), std::size_t{2});
        deliver();
        QCOMPARE(m_service->calls.size(), 0);
        reopen();
        QCOMPARE(store::readWaiting(*m_database)->size(), std::size_t{1});
        desk::AlertRule rule = *store::findRule(*m_database, "Oil", m_now);
        rule.quiet.reset();
        QVERIFY(store::saveRule(*m_database, rule, m_now));
        deliver();
        QCOMPARE(m_service->calls.size(), 1);
    }

    void aCommandGetsItsArgumentsAsTheyAre()
    {
        serve();
        const std::string file = path("said");
        keep("oil; name: Oil; run: /bin/sh -c \"printf '%s|%s' \\\"$1\\\" \\\"$2\\\" > \\\"$3\\\"\" sh {title} {class} "
            + file);
        arrive(1, 1, "Oil $(touch x) {class} \"quoted\"");
        evaluate();
        deliver();
        QCOMPARE(*base::readFile(file), std::string("Oil $(touch x) {class} \"quoted\" 1|high"));
        reopen();
        QVERIFY(*store::wasDelivered(*m_database, store::readFirings(*m_database, {})->front().id, "command"));
        // It is not run again.
        std::filesystem::remove(file);
        deliver();
        QVERIFY(!std::filesystem::exists(file));
    }

    void fromTheFeedToTheDesktop()
    {
        serve();
        support::HttpServer server;
        QByteArray items;
        const auto feed = [&] {
            return QByteArrayLiteral("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Wire</title><link>"
                                     "http://wire.example</link><description>d</description>")
                + items + QByteArrayLiteral("</channel></rss>");
        };
        server.on("/feed", [&](const support::HttpRequest&) {
            return support::HttpReply{200, {{"Content-Type", "application/rss+xml"}}, feed()};
        });
        app::Options options;
        options.dataDir = m_folder->filePath(QStringLiteral("live")).toStdString();
        std::filesystem::create_directories(options.dataDir);
        const app::Context context = app::makeContext(options);
        const auto pack = app::enginePack(context);
        QVERIFY(pack);
        auto database = store::Database::openForWriting(
            context.storePath(), app::resourceFiles(QStringLiteral("migrations")));
        base::Source source;
        source.url = server.url(QStringLiteral("/feed")).toString().toStdString();
        source.title = "Wire";
        QVERIFY(store::ensureSource(**database, source));
        QVERIFY(store::saveRule(**database, *desk::parseRule("gallium; name: Gallium; class: critical", m_now), m_now));
        app::DatabaseThread writer(std::move(database).value(), QStringLiteral("writer"));
        app::IngestJob job(context, *pack, writer);
        app::AlertDelivery delivery(writer);
        connect(&job, &app::IngestJob::alertsFired, &delivery, &app::AlertDelivery::wake);
        QSignalSpy finished(&job, &app::IngestJob::finished);
        job.refresh(false);
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), WaitMs);
        constexpr int PollMs = 500;
        QTimer poll;
        connect(&poll, &QTimer::timeout, &job, [&job] { job.refresh(false); });
        poll.start(PollMs);
        items = "<item><title>Beijing tightens export licences for gallium</title><guid>g1</guid><pubDate>"
            + QDateTime::currentDateTimeUtc().toString(Qt::RFC2822Date).toUtf8()
            + "</pubDate><description>China's commerce ministry said exporters of gallium need a licence from "
              "Monday. Prices of the metal rose 8% in Rotterdam.</description></item>";
        m_service->clock.start();
        QTRY_COMPARE_WITH_TIMEOUT(m_service->calls.size(), 1, WaitMs);
        const qint64 took = m_service->calls.front().at;
        qInfo("from the item's appearance to the notification: %lld ms, polled every %d ms",
            static_cast<long long>(took), PollMs);
        QVERIFY2(took < PollMs + 1000, qPrintable(QString::number(took)));
        QVERIFY(m_service->calls.front().body.contains(QStringLiteral("gallium")));
        poll.stop();
        QTRY_VERIFY_WITH_TIMEOUT(!job.isRunning(), WaitMs);
    }
};

QTEST_GUILESS_MAIN(AlertsTest)
#include "alerts_test.moc"
