// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: database.cpp storefile.cpp storelock.cpp
#include <store/database.h>
#include <store/migrations.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <support/fixturestore.h>
#include <support/teststore.h>
#include <sys/stat.h>
#include <unistd.h>

class DatabaseTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::filesystem::path path(const char* name) const
    {
        return m_folder->filePath(QString::fromUtf8(name)).toStdString();
    }

    // Every file of the folder with its bytes. Not while this process has a store open: closing a plain
    // handle drops SQLite's locks.
    QMap<QString, QByteArray> everything() const
    {
        QMap<QString, QByteArray> found;
        for (const QFileInfo& info : QDir(m_folder->path()).entryInfoList(QDir::Files | QDir::System)) {
            QFile opened(info.filePath());
            if (info.isFile() && opened.open(QIODevice::ReadOnly))
                found.insert(info.fileName(), opened.readAll());
            else
                found.insert(info.fileName(), {});
        }
        return found;
    }

    static void fill(store::Database& database, int articles)
    {
        const base::Source source = support::addSource(database);
        std::vector<support::AnalysedArticle> batch;
        for (int at = 0; at < articles; ++at)
            batch.push_back(
                support::article(source, at, "Title", std::string(500, 'x') + std::to_string(at)));
        QVERIFY(support::storeBatch(database, batch));
    }

    // Another process with a connection of its own.
    static QString shell(const std::filesystem::path& file, const QString& sql)
    {
        QProcess process;
        process.start(QStringLiteral("sqlite3"), {QString::fromStdString(file.string()), sql});
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError()).trimmed();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aNewStoreIsMadeWithItsFolder()
    {
        const auto file = path("a/b/leadline.sqlite");
        {
            const auto database = support::openStore(file);
            QCOMPARE(database->schemaVersion(), store::newestSchema());
            QVERIFY(store::checkStore(*database)->empty());
            QVERIFY(store::Database::openForReading(file));
        }
        QVERIFY(
            store::Database::openForReading(path("none.sqlite")).error().code == base::ErrorCode::NotFound);
        // Closed, the store is one file; the lock's file means nothing.
        QCOMPARE(QDir(m_folder->filePath(QStringLiteral("a/b"))).entryList(QDir::Files, QDir::Name),
            (QStringList{QStringLiteral("leadline.sqlite"), QStringLiteral("leadline.sqlite.lock")}));
    }

    void aNameWithoutAFolderIsHere()
    {
        const QString before = QDir::currentPath();
        const auto back = qScopeGuard([&before] { QDir::setCurrent(before); });
        QDir::setCurrent(m_folder->path());
        QVERIFY(support::openStore("leadline.sqlite"));
        QVERIFY(std::filesystem::exists(path("leadline.sqlite")));
    }

    void whatAKilledMakerLeftIsNoStore()
    {
        const auto file = path("leadline.sqlite");
        QVERIFY(base::writeFile(path("leadline.sqlite.new"), "half a store"));
        QVERIFY(base::writeFile(path("leadline.sqlite.new-wal"), "half a journal"));
        fill(*support::openStore(file), 3);
        QCOMPARE(static_cast<int>(support::page(*support::openStore(file), "").rows.size()), 3);
        QVERIFY(!std::filesystem::exists(path("leadline.sqlite.new")));
    }

    void refusedFilesStayAsTheyAre_data()
    {
        using base::ErrorCode;
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* kind, ErrorCode code, const char* said) {
            QTest::newRow(kind) << QString::fromUtf8(kind) << static_cast<int>(code)
                                << QString::fromUtf8(said);
        };
        row("text", ErrorCode::InvalidInput, "not a Leadline store");
        row("foreign", ErrorCode::InvalidInput, "another program");
        row("foreign id", ErrorCode::InvalidInput, "another program");
        row("newer", ErrorCode::TooNew, "later version (schema 99");
        row("empty", ErrorCode::InvalidInput, "is empty");
        row("folder", ErrorCode::InvalidInput, "is a folder");
        row("pipe", ErrorCode::InvalidInput, "is not a file");
        row("broken link", ErrorCode::Io, "is a link to");
        row("cut short", ErrorCode::Corrupt, "should have");
        row("damaged", ErrorCode::Corrupt, "--salvage");
        row("damaged with a journal", ErrorCode::Corrupt, "--salvage");
        row("first page gone", ErrorCode::InvalidInput, "--salvage");
    }
    void refusedFilesStayAsTheyAre()
    {
        QFETCH(QString, kind);
        QFETCH(int, code);
        QFETCH(QString, said);
        const auto file = path("leadline.sqlite");
        if (kind == QLatin1String("text")) {
            QVERIFY(base::writeFile(file, "This is somebody's letter, not a database.\n"));
        } else if (kind == QLatin1String("empty")) {
            QVERIFY(base::writeFile(file, ""));
        } else if (kind == QLatin1String("folder")) {
            std::filesystem::create_directory(file);
        } else if (kind == QLatin1String("pipe")) {
            QCOMPARE(::mkfifo(file.c_str(), 0600), 0);
        } else if (kind == QLatin1String("broken link")) {
            std::filesystem::create_symlink(path("unplugged/leadline.sqlite"), file);
        } else if (kind.startsWith(QLatin1String("foreign")) || kind == QLatin1String("newer")) {
            SQLite::Database other(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            other.exec("CREATE TABLE letters (x)");
            if (kind == QLatin1String("foreign id"))
                other.exec("PRAGMA application_id = 7");
            if (kind == QLatin1String("newer")) {
                other.exec("PRAGMA application_id = " + std::to_string(store::ApplicationId));
                other.exec("PRAGMA user_version = 99");
            }
        } else {
            fill(*support::openStore(file), 300);
            QFile store(QString::fromStdString(file.string()));
            QVERIFY(store.open(QIODevice::ReadWrite));
            if (kind == QLatin1String("cut short")) {
                QVERIFY(store.resize(store.size() / 2));
            } else {
                const qint64 from = kind == QLatin1String("first page gone") ? 0 : 16384;
                for (qint64 at = from; at + 512 < store.size(); at += 4096) {
                    store.seek(at);
                    store.write(QByteArray(512, '\x5A'));
                }
            }
            store.close();
            if (kind == QLatin1String("damaged with a journal"))
                QVERIFY(base::writeFile(path("leadline.sqlite-wal"), std::string(100, 'w')));
            QFile::remove(QString::fromStdString(path("leadline.sqlite.lock").string()));
        }
        QMap<QString, QByteArray> before = everything();
        const auto opened = store::Database::openForWriting(file, support::migrations());
        QVERIFY(!opened);
        const QString text = QString::fromStdString(opened.error().text());
        QVERIFY2(static_cast<int>(opened.error().code) == code, qPrintable(text));
        QVERIFY2(text.contains(said), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("left as it is")), qPrintable(text));
        QVERIFY2(text.startsWith(QString::fromStdString(file.string())), qPrintable(text));
        QVERIFY(kind.startsWith(QLatin1String("damaged")) || !store::Database::openForReading(file));
        QMap<QString, QByteArray> after = everything();
        after.remove(QStringLiteral("leadline.sqlite.lock"));
        if (kind == QLatin1String("damaged with a journal"))
            after.remove(QStringLiteral("leadline.sqlite-shm"));
        QCOMPARE(after, before);
    }

    void whatMayNotBeWrittenIsSaidAndCanBeRead_data()
    {
        QTest::addColumn<bool>("folder");
        QTest::newRow("file") << false;
        QTest::newRow("folder") << true;
    }
    void whatMayNotBeWrittenIsSaidAndCanBeRead()
    {
        QFETCH(bool, folder);
        const auto file = path("leadline.sqlite");
        fill(*support::openStore(file), 3);
        ::chmod(m_folder->path().toUtf8().constData(), folder ? 0555 : 0777);
        ::chmod(file.c_str(), folder ? 0666 : 0444);
        const QMap<QString, QByteArray> before = everything();
        const bool root = ::geteuid() == 0;
        constexpr uid_t Nobody = 65534;
        if (root)
            QCOMPARE(::seteuid(Nobody), 0);
        const auto opened = store::Database::openForWriting(file, support::migrations());
        int read = 0;
        {
            const auto reader = store::Database::openForReading(file);
            read = reader ? static_cast<int>(support::page(**reader, "").rows.size()) : -1;
        }
        if (root)
            QCOMPARE(::seteuid(0), 0);
        ::chmod(m_folder->path().toUtf8().constData(), 0777);
        QVERIFY(!opened);
        const QString text = QString::fromStdString(opened.error().text());
        QVERIFY2(text.contains(QStringLiteral("cannot be written")), qPrintable(text));
        QCOMPARE(read, 3);
        QCOMPARE(everything(), before);
    }

    void aLockedStoreIsRefusedPlainly()
    {
        const auto file = path("leadline.sqlite");
        fill(*support::openStore(file), 3);
        SQLite::Database holder(file.string(), SQLite::OPEN_READWRITE);
        holder.exec("PRAGMA locking_mode = EXCLUSIVE");
        holder.exec("BEGIN EXCLUSIVE");
        const auto opened = store::Database::openForReading(file);
        QVERIFY(!opened);
        QVERIFY(opened.error().code == base::ErrorCode::Locked);
        QVERIFY(QString::fromStdString(opened.error().text()).contains(QStringLiteral("in use")));
    }

    // A second connection of this process must not drop the first one's locks on the file: another process
    // that ends would take the journal away under it.
    void otherProcessesDoNotTakeTheJournalAway()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("sqlite3")).isEmpty())
            QSKIP("sqlite3 is not installed");
        const auto file = path("leadline.sqlite");
        const auto writer = support::openStore(file);
        const base::Source source = support::addSource(*writer);
        const auto reader = store::Database::openForReading(file);
        QVERIFY(reader);
        QVERIFY(support::storeBatch(*writer, std::vector{support::article(source, 1, "one", "words")}));
        QCOMPARE(shell(file, QStringLiteral("SELECT count(*) FROM article")), QStringLiteral("1"));
        QVERIFY(std::filesystem::exists(path("leadline.sqlite-wal")));
        QVERIFY(support::storeBatch(*writer, std::vector{support::article(source, 2, "two", "words")}));
        QCOMPARE(shell(file, QStringLiteral("SELECT count(*) FROM article")), QStringLiteral("2"));
    }

    void aStoreBehindALinkIsOpenedWhereItIs()
    {
        std::filesystem::create_directory(path("disk"));
        fill(*support::openStore(path("disk/real.sqlite")), 3);
        std::filesystem::create_symlink(path("disk/real.sqlite"), path("leadline.sqlite"));
        const auto database = support::openStore(path("leadline.sqlite"));
        const auto other = support::openStore(path("disk/real.sqlite"));
        fill(*database, 5);
        QCOMPARE(static_cast<int>(support::page(*other, "").rows.size()), 5);
        QVERIFY(std::filesystem::is_symlink(path("leadline.sqlite")));
    }

    void theJournalOfAKilledProcessIsRead()
    {
        {
            const auto database = support::openStore(path("leadline.sqlite"));
            fill(*database, 3);
            // What stays when the process is killed now: the two files as they are.
            for (const char* suffix : {"", "-wal"}) {
                const std::string name = std::string("leadline.sqlite") + suffix;
                QVERIFY(shell(":memory:",
                    QStringLiteral(".shell cp '%1' '%2'")
                        .arg(QString::fromStdString(path(name.c_str()).string()),
                            QString::fromStdString(
                                path(("copy.sqlite" + std::string(suffix)).c_str()).string())))
                            .isEmpty());
            }
        }
        QVERIFY(std::filesystem::file_size(path("copy.sqlite-wal")) > 0);
        const auto database = support::openStore(path("copy.sqlite"));
        QVERIFY(store::checkStore(*database)->empty());
        QCOMPARE(static_cast<int>(support::page(*database, "").rows.size()), 3);
    }

    void aFullDiskLosesNothing()
    {
        const QString mount = m_folder->filePath(QStringLiteral("small"));
        QDir().mkpath(mount);
        if (::geteuid() != 0
            || QProcess::execute(QStringLiteral("mount"),
                   {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                       QStringLiteral("size=24m"), QStringLiteral("tmpfs"), mount})
                != 0)
            QSKIP("a small file system cannot be mounted here");
        const auto unmount = qScopeGuard([&] { QProcess::execute(QStringLiteral("umount"), {mount}); });
        const auto file = path("small/leadline.sqlite");
        std::size_t stored = 0;
        QString said;
        {
            const auto database = support::openStore(file);
            const base::Source source = support::addSource(*database);
            for (int at = 0; at < 3000 && said.isEmpty(); ++at) {
                const auto batch = support::storeBatch(*database,
                    std::vector{support::article(source, at, "Title", std::string(20000, 'a' + at % 26))});
                if (batch)
                    ++stored;
                else
                    said = QString::fromStdString(batch.error().text());
            }
            QVERIFY2(said.contains(QStringLiteral("the disk is full")), qPrintable(said));
            QVERIFY(stored > 20);
        }
        const auto database = support::openStore(file);
        QVERIFY(store::checkStore(*database)->empty());
        const std::size_t found = support::page(*database, "", 10000).rows.size();
        QVERIFY2(found == stored || found == stored + 1, qPrintable(QString::number(found)));
    }
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "database_test.moc"
