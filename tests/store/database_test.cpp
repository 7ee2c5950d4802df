// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: database.cpp migrations.cpp
#include <store/database.h>
#include <store/migrations.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <support/teststore.h>

class DatabaseTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path path(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }

    QByteArray bytes(const std::filesystem::path& file) const
    {
        QFile opened(QString::fromStdString(file.string()));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }

private Q_SLOTS:
    void aNewStoreIsMadeWithItsFolder()
    {
        const auto file = path("a/b/leadline.sqlite");
        const auto database = support::openStore(file);
        QCOMPARE(database->schemaVersion(), 4);
        QVERIFY(store::checkStore(*database)->empty());
        QVERIFY(store::Database::openForReading(file));
        QVERIFY(
            store::Database::openForReading(path("none.sqlite")).error().code == base::ErrorCode::NotFound);
    }

    void refusedFilesStayAsTheyAre_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("code");
        QTest::newRow("text") << "text" << static_cast<int>(base::ErrorCode::InvalidInput);
        QTest::newRow("foreign") << "foreign" << static_cast<int>(base::ErrorCode::InvalidInput);
        QTest::newRow("newer") << "newer" << static_cast<int>(base::ErrorCode::TooNew);
    }
    void refusedFilesStayAsTheyAre()
    {
        QFETCH(QString, kind);
        QFETCH(int, code);
        const auto file = path(("refused-" + kind.toStdString()).c_str());
        if (kind == QLatin1String("text")) {
            QVERIFY(base::writeFile(file, "This is somebody's letter, not a database.\n"));
        } else {
            SQLite::Database other(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            other.exec("CREATE TABLE letters (x)");
            if (kind == QLatin1String("newer")) {
                other.exec("PRAGMA application_id = " + std::to_string(store::ApplicationId));
                other.exec("PRAGMA user_version = 99");
            }
        }
        const QByteArray before = bytes(file);
        const auto opened = store::Database::openForWriting(file, support::migrations());
        QVERIFY(!opened);
        QCOMPARE(static_cast<int>(opened.error().code), code);
        QCOMPARE(bytes(file), before);
        QVERIFY(!store::Database::openForReading(file));
    }

    void aDamagedStoreIsRefused()
    {
        const auto file = path("damaged.sqlite");
        {
            const auto database = support::openStore(file);
            const base::Source source = support::addSource(*database);
            std::vector<support::AnalysedArticle> batch;
            for (int at = 0; at < 300; ++at)
                batch.push_back(
                    support::article(source, at, "Title", std::string(500, 'x') + std::to_string(at)));
            QVERIFY(support::storeBatch(*database, batch));
        }
        QFile damaged(QString::fromStdString(file.string()));
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        for (qint64 at = 8192; at + 512 < damaged.size(); at += 4096) {
            damaged.seek(at);
            damaged.write(QByteArray(512, '\x5A'));
        }
        damaged.close();
        const auto opened = store::Database::openForWriting(file, support::migrations());
        QVERIFY(!opened);
        QVERIFY(opened.error().code == base::ErrorCode::Corrupt);
    }

    void aStoreOfTheFirstVersionOpensWithABackup()
    {
        const auto file = path("first.sqlite");
        {
            SQLite::Database first(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            first.exec(support::migrations().at("0001_first.sql"));
            first.exec("PRAGMA application_id = " + std::to_string(store::ApplicationId));
            first.exec("PRAGMA user_version = 1");
            first.exec("INSERT INTO source (kind, url, title) VALUES (0, 'https://wire.example/f', 'Wire')");
            first.exec(
                "INSERT INTO article (source_id, identity, title, body, received, fingerprint, mode, impact) "
                "VALUES (1, 'a', 'Tanker seized', 'A tanker was seized.', 1795000000, 1, 'news', 0.5)");
        }
        const auto database = support::openStore(file);
        QCOMPARE(static_cast<int>(support::page(*database, "tank*").rows.size()), 1);
        QVERIFY(!store::ensureSource(*database, {}).value().nextFetch);
        QVERIFY(store::checkStore(*database)->empty());
        const auto backup = path("first.sqlite.v1.backup");
        SQLite::Database kept(backup.string(), SQLite::OPEN_READONLY);
        QCOMPARE(kept.execAndGet("SELECT count(*) FROM article").getInt(), 1);
        QCOMPARE(kept.execAndGet("PRAGMA user_version").getInt(), 1);
    }

    void backupIsACopyAndNeverOverwrites()
    {
        const auto database = support::openStore(path("source.sqlite"));
        const base::Source source = support::addSource(*database);
        QVERIFY(support::storeBatch(*database, std::vector{support::article(source, 1, "kept", "words")}));
        QVERIFY(store::backupStore(*database, path("copy.sqlite")));
        QVERIFY(!store::backupStore(*database, path("copy.sqlite")));
        const auto copy = support::openStore(path("copy.sqlite"));
        QCOMPARE(static_cast<int>(support::page(*copy, "kept").rows.size()), 1);
    }

    void repairRebuildsTheIndex()
    {
        const auto database = support::openStore(path("repair.sqlite"));
        const base::Source source = support::addSource(*database);
        QVERIFY(support::storeBatch(*database, std::vector{support::article(source, 1, "kept", "words")}));
        database->handle().exec("INSERT INTO search (search) VALUES ('delete-all')");
        QVERIFY(!store::checkStore(*database)->empty());
        QVERIFY(store::repairStore(*database));
        QVERIFY(store::checkStore(*database)->empty());
        QCOMPARE(static_cast<int>(support::page(*database, "kept").rows.size()), 1);
    }
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "database_test.moc"
