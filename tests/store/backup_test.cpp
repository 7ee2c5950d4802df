// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: backup.cpp maintenance.cpp
#include <store/backup.h>
#include <store/maintenance.h>
#include <store/migrations.h>
#include <store/ledgerstore.h>
#include <store/states.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <support/fixturestore.h>
#include <support/teststore.h>
#include <unistd.h>

class BackupTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::filesystem::path path(const char* name) const
    {
        return m_folder->filePath(QString::fromUtf8(name)).toStdString();
    }

    static void add(store::Database& database, int from, int count)
    {
        const base::Source source = support::addSource(database);
        std::vector<support::AnalysedArticle> batch;
        for (int at = from; at < from + count; ++at)
            batch.push_back(
                support::article(source, at, "Title " + std::to_string(at), std::string(9000, 'x')));
        QVERIFY(support::storeBatch(database, batch));
    }

    static int articles(store::Database& database)
    {
        return static_cast<int>(support::page(database, "", 10000).rows.size());
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aBackupNeverOverwrites()
    {
        const auto database = support::openStore(path("source.sqlite"));
        add(*database, 0, 3);
        QVERIFY(store::backupStore(*database, path("copy.sqlite")));
        const auto again = store::backupStore(*database, path("copy.sqlite"));
        QVERIFY(!again);
        QVERIFY(QString::fromStdString(again.error().text()).contains(QStringLiteral("not overwritten")));
        QVERIFY(!store::backupStore(*database, path("none/copy.sqlite")));
        QCOMPARE(articles(*support::openStore(path("copy.sqlite"))), 3);
    }

    void aBackupWhileWritingIsOfOneMoment()
    {
        const auto database = support::openStore(path("source.sqlite"));
        add(*database, 0, 600);
        int steps = 0;
        std::chrono::steady_clock::duration slowest{};
        const auto saved = store::backupStore(*database, path("copy.sqlite"), [&](int, int) {
            // The writer goes on between the steps, without waiting.
            const auto begin = std::chrono::steady_clock::now();
            add(*database, 10000 + 10 * steps++, 10);
            slowest = std::max(slowest, std::chrono::steady_clock::now() - begin);
            return true;
        });
        QVERIFY(saved);
        QVERIFY(steps > 1);
        QVERIFY(slowest < std::chrono::seconds(2));
        QCOMPARE(articles(*database), 600 + 10 * steps);
        const auto copy = support::openStore(path("copy.sqlite"));
        QCOMPARE(articles(*copy), 600);
        QVERIFY(store::checkStore(*copy)->empty());
    }

    void aStoppedBackupLeavesNothing()
    {
        const auto database = support::openStore(path("source.sqlite"));
        add(*database, 0, 600);
        const auto saved = store::backupStore(*database, path("copy.sqlite"), [](int, int) { return false; });
        QVERIFY(!saved);
        QVERIFY(saved.error().code == base::ErrorCode::Cancelled);
        QVERIFY(QDir(m_folder->path()).entryList({QStringLiteral("copy*")}).isEmpty());
    }

    void aDiskWithoutRoomIsSaidBefore()
    {
        const QString mount = m_folder->filePath(QStringLiteral("small"));
        QDir().mkpath(mount);
        if (::geteuid() != 0
            || QProcess::execute(QStringLiteral("mount"),
                   {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                       QStringLiteral("size=2m"), QStringLiteral("tmpfs"), mount})
                != 0)
            QSKIP("a small file system cannot be mounted here");
        const auto unmount = qScopeGuard([&] { QProcess::execute(QStringLiteral("umount"), {mount}); });
        support::makeFixture(1, path("small/leadline.sqlite"));
        const QStringList before = QDir(mount).entryList(QDir::Files);
        const auto opened
            = store::Database::openForWriting(path("small/leadline.sqlite"), support::migrations());
        QVERIFY(!opened);
        const QString text = QString::fromStdString(opened.error().text());
        QVERIFY2(text.contains(QStringLiteral("not enough room on the disk")), qPrintable(text));
        SQLite::Database untouched(path("small/leadline.sqlite").string());
        QCOMPARE(untouched.execAndGet("PRAGMA user_version").getInt(), 1);
    }

    void restoreKeepsThePresentStore()
    {
        const auto file = path("leadline.sqlite");
        {
            const auto database = support::openStore(file);
            add(*database, 0, 3);
            QVERIFY(store::backupStore(*database, path("copy.sqlite")));
            add(*database, 100, 4);
            const auto open = store::restoreStore(file, path("copy.sqlite"));
            QVERIFY(!open); // somebody works with it
            QVERIFY(open.error().code == base::ErrorCode::Locked);
        }
        const auto restored = store::restoreStore(file, path("copy.sqlite"));
        QVERIFY(restored);
        QCOMPARE(articles(*support::openStore(file)), 3);
        QCOMPARE(articles(*support::openStore(restored->former)), 7);
        const auto second = store::restoreStore(file, path("copy.sqlite"));
        QVERIFY(second);
        QVERIFY(second->former != restored->former);
    }

    void restoreOfAnOlderBackup()
    {
        support::makeFixture(1, path("old.sqlite"));
        const auto restored = store::restoreStore(path("new/leadline.sqlite"), path("old.sqlite"));
        QVERIFY(restored);
        QCOMPARE(restored->schema, 1);
        QVERIFY(restored->former.empty());
        QCOMPARE(articles(*support::openStore(path("new/leadline.sqlite"))), 6);
    }

    void restoreRefuses_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"text", "damaged", "missing", "itself"})
            QTest::newRow(kind) << QString::fromUtf8(kind);
    }
    void restoreRefuses()
    {
        QFETCH(QString, kind);
        const auto file = path("leadline.sqlite");
        const auto from = kind == QLatin1String("itself") ? file : path("from.sqlite");
        {
            const auto database = support::openStore(file);
            add(*database, 0, 300);
            if (kind == QLatin1String("damaged"))
                QVERIFY(store::backupStore(*database, from));
        }
        if (kind == QLatin1String("text"))
            QVERIFY(base::writeFile(from, "not a store"));
        if (kind == QLatin1String("damaged")) {
            QFile damaged(QString::fromStdString(from.string()));
            QVERIFY(damaged.open(QIODevice::ReadWrite));
            damaged.seek(5 * 16384);
            damaged.write(QByteArray(65536, '\x5A'));
        }
        const base::Result<std::string> before = base::readFile(file);
        const auto restored = store::restoreStore(file, from);
        QVERIFY(!restored);
        QVERIFY(!restored.error().message.empty());
        QVERIFY(base::readFile(file).value() == *before);
        QVERIFY(QDir(m_folder->path())
                    .entryList({QStringLiteral("*before*"), QStringLiteral("*restoring*")})
                    .isEmpty());
    }

    void repairRebuildsTheIndex()
    {
        const auto database = support::openStore(path("repair.sqlite"));
        add(*database, 0, 1);
        database->handle().exec("INSERT INTO search (search) VALUES ('delete-all')");
        QVERIFY(!store::checkStore(*database)->empty());
        QVERIFY(store::repairStore(*database));
        QVERIFY(store::checkStore(*database)->empty());
        QCOMPARE(static_cast<int>(support::page(*database, "title").rows.size()), 1);
    }

    void aWordTheIndexHasWronglyIsFound()
    {
        const auto database = support::openStore(path("words.sqlite"));
        add(*database, 0, 5);
        database->handle().exec("UPDATE article SET title = 'Changed behind its back' WHERE id = 2");
        QCOMPARE(static_cast<int>(store::checkStore(*database)->size()), 1);
        QVERIFY(store::repairStore(*database));
        QVERIFY(store::checkStore(*database)->empty());
        QCOMPARE(static_cast<int>(support::page(*database, "behind").rows.size()), 1);
    }

    void repairKeepsTheLedgerOfALostArticle()
    {
        const auto database = support::openStore(path("ledger.sqlite"));
        add(*database, 0, 2);
        SQLite::Database& handle = database->handle();
        QVERIFY(store::acceptDecision(
            *database, {1, 0, "{\"title\":\"Long freight\"}", base::fromUnix(1795000000), {}}));
        handle.exec("PRAGMA foreign_keys = OFF");
        handle.exec("DELETE FROM article WHERE id = 1");
        QVERIFY(!store::checkStore(*database)->empty());
        const auto done = store::repairStore(*database);
        QVERIFY(done);
        QVERIFY(store::checkStore(*database)->empty());
        QVERIFY(store::takeBackDecision(*database, 1, 0));
    }

    void freePagesAreGivenBackInBites()
    {
        const auto database = support::openStore(path("leadline.sqlite"));
        add(*database, 0, 400);
        SQLite::Database& handle = database->handle();
        handle.exec(
            "DELETE FROM analysis; DELETE FROM article_topic; DELETE FROM article_entity; DELETE FROM "
            "article_event; DELETE FROM article; INSERT INTO search (search) VALUES ('rebuild')");
        const int before = handle.execAndGet("PRAGMA page_count").getInt();
        int bites = 0;
        while (*store::tendStore(*database, 32))
            ++bites;
        QVERIFY(bites > 2);
        QVERIFY(handle.execAndGet("PRAGMA page_count").getInt() < before / 4);
    }

    void vacuumOfAStoreThatCouldNot()
    {
        support::makeFixture(1, path("old.sqlite"));
        const auto database = support::openStore(path("old.sqlite"));
        QCOMPARE(database->handle().execAndGet("PRAGMA auto_vacuum").getInt(), 0);
        QVERIFY(store::vacuumStore(*database));
        QCOMPARE(database->handle().execAndGet("PRAGMA auto_vacuum").getInt(), 2);
        QVERIFY(store::checkStore(*database)->empty());
        QCOMPARE(articles(*database), 6);
    }

    void theJournalStaysShortWhileOthersRead()
    {
        const auto database = support::openStore(path("leadline.sqlite"));
        const auto reader = store::Database::openForReading(path("leadline.sqlite"));
        std::uintmax_t longest = 0;
        for (int round = 0; round < 20; ++round) {
            add(*database, round * 150, 150);
            QVERIFY(articles(**reader) > 0);
            longest = std::max(longest, std::filesystem::file_size(path("leadline.sqlite-wal")));
        }
        QVERIFY2(longest < (48U << 20), qPrintable(QString::number(longest)));
    }
};

QTEST_GUILESS_MAIN(BackupTest)
#include "backup_test.moc"
