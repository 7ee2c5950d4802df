// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// The program itself with stores that are sound, old, damaged, foreign or in use: what it says, what it
// answers, and that it leaves them as they are.
#include <store/migrations.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <support/fixturestore.h>
#include <support/teststore.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

constexpr int WaitMs = 60000;

struct Answer {
    int code = -1;
    QString out;
    QString error;
};

} // namespace

class DoctorTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString name(const char* file) const { return m_folder->filePath(QString::fromUtf8(file)); }
    std::filesystem::path store() const { return name("leadline.sqlite").toStdString(); }

    Answer run(const QStringList& words, bool asNobody = false) const
    {
        QProcess process;
        if (asNobody && ::geteuid() == 0)
            process.setChildProcessModifier([] { static_cast<void>(::setuid(65534)); });
        process.start(QStringLiteral(LEADLINE_PROGRAM),
            QStringList{QStringLiteral("--data-dir"), m_folder->path(), QStringLiteral("--offline")} + words);
        process.waitForFinished(WaitMs);
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
    }

    QByteArray bytes(const std::filesystem::path& file) const
    {
        QFile opened(QString::fromStdString(file.string()));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }

    QStringList storeFiles() const
    {
        return QDir(m_folder->path())
            .entryList({QStringLiteral("leadline.sqlite*")}, QDir::Files | QDir::System, QDir::Name);
    }

    void makeStore(int articles)
    {
        const auto database = support::openStore(store());
        const base::Source source = support::addSource(*database);
        std::vector<support::AnalysedArticle> batch;
        for (int at = 0; at < articles; ++at)
            batch.push_back(
                support::article(source, at, "Tanker " + std::to_string(at), std::string(2000, 'x')));
        QVERIFY(support::storeBatch(*database, batch));
    }

    void scramble(qint64 from, qint64 length)
    {
        QFile damaged(QString::fromStdString(store().string()));
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        damaged.seek(from);
        damaged.write(QByteArray(length, '\x5A'));
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void refusals_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("said");
        QTest::newRow("text") << "text"
                              << "not a Leadline store";
        QTest::newRow("foreign") << "foreign"
                                 << "a database of another program";
        QTest::newRow("newer") << "newer"
                               << "written by a later version";
        QTest::newRow("empty") << "empty"
                               << "doctor --restore";
        QTest::newRow("damaged") << "damaged"
                                 << "doctor --salvage";
        QTest::newRow("cut short") << "cut short"
                                   << "doctor --salvage";
    }
    void refusals()
    {
        QFETCH(QString, kind);
        QFETCH(QString, said);
        if (kind == QLatin1String("text")) {
            QVERIFY(base::writeFile(store(), "Dear reader, this is no store."));
        } else if (kind == QLatin1String("empty")) {
            QVERIFY(base::writeFile(store(), ""));
        } else if (kind == QLatin1String("damaged")) {
            makeStore(200);
            scramble(16384, 5 * 16384);
        } else if (kind == QLatin1String("cut short")) {
            makeStore(200);
            QVERIFY(QFile::resize(name("leadline.sqlite"), 5 * 16384));
        } else {
            SQLite::Database other(store().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            other.exec("CREATE TABLE letters (x); PRAGMA journal_mode = WAL");
            if (kind == QLatin1String("newer")) {
                other.exec("PRAGMA application_id = " + std::to_string(store::ApplicationId));
                other.exec("PRAGMA user_version = 99");
            }
        }
        QFile::remove(name("leadline.sqlite.lock"));
        const QByteArray before = bytes(store());
        for (const QStringList& words :
            {QStringList{QStringLiteral("ingest"), QStringLiteral(LEADLINE_RESOURCES "/sample")},
                QStringList{QStringLiteral("fetch")},
                QStringList{QStringLiteral("doctor"), QStringLiteral("--repair")}}) {
            const Answer answer = run(words);
            QCOMPARE(answer.code, 3);
            QVERIFY2(answer.error.contains(said), qPrintable(answer.error));
            QVERIFY2(answer.error.startsWith(QStringLiteral("leadline: ") + name("leadline.sqlite")),
                qPrintable(answer.error));
            QCOMPARE(answer.error.count(QLatin1Char('\n')), 1);
        }
        QVERIFY(bytes(store()) == before);
        QStringList files = storeFiles();
        files.removeAll(QStringLiteral("leadline.sqlite.lock"));
        QCOMPARE(files, QStringList{QStringLiteral("leadline.sqlite")});
    }

    void whatMayNotBeWritten()
    {
        makeStore(5);
        ::chmod(m_folder->path().toUtf8().constData(), 0555);
        const QByteArray before = bytes(store());
        const Answer answer = run({QStringLiteral("fetch")}, true);
        const Answer search = run({QStringLiteral("search"), QStringLiteral("tanker")}, true);
        ::chmod(m_folder->path().toUtf8().constData(), 0755);
        QCOMPARE(answer.code, 3);
        QVERIFY2(answer.error.contains(QStringLiteral("cannot be written")), qPrintable(answer.error));
        QCOMPARE(search.code, 0);
        QCOMPARE(search.out.count(QStringLiteral("Tanker")), 5);
        QVERIFY(bytes(store()) == before);
    }

    void noStoreIsNotMadeByLooking()
    {
        for (const char* word : {"doctor", "search"}) {
            const Answer answer = run({QString::fromUtf8(word)});
            QCOMPARE(answer.code, 3);
            QVERIFY2(
                answer.error.contains(QStringLiteral("there is no store yet")), qPrintable(answer.error));
        }
        QCOMPARE(storeFiles(), QStringList());
    }

    void anOlderStoreIsBroughtUpToDateWithACopy()
    {
        support::makeFixture(1, store());
        const Answer search = run({QStringLiteral("search"), QStringLiteral("tanker")});
        QCOMPARE(search.code, 3);
        QVERIFY2(search.error.contains(QStringLiteral("earlier version")), qPrintable(search.error));
        QCOMPARE(run({QStringLiteral("fetch"), QStringLiteral("--due")}).code != 3, true);
        QVERIFY(QFile::exists(name("leadline.sqlite.v1.backup")));
        const Answer again = run({QStringLiteral("search"), QStringLiteral("tanker"),
            QStringLiteral("--format"), QStringLiteral("csv")});
        QCOMPARE(again.code, 0);
        QVERIFY(again.out.contains(QStringLiteral("Tanker seized")));
    }

    void commandsWorkBesideAWindow()
    {
        makeStore(5);
        const auto writer = support::openStore(store());
        const auto reader = store::Database::openForReading(store());
        QCOMPARE(run({QStringLiteral("ingest"), QStringLiteral("--no-analysis"),
                         QStringLiteral(LEADLINE_RESOURCES "/sample")})
                     .code,
            0);
        QVERIFY(support::page(**reader, "", 1000).rows.size() > 50); // the window sees them
        QVERIFY(store::setRead(*writer, {1}, true)); // and goes on writing
        QCOMPARE(run({QStringLiteral("doctor"), QStringLiteral("--backup"), name("beside.sqlite")}).code, 0);
        const Answer restore
            = run({QStringLiteral("doctor"), QStringLiteral("--restore"), name("beside.sqlite")});
        QCOMPARE(restore.code, 3);
        QVERIFY2(restore.error.contains(QStringLiteral("is open in the window")), qPrintable(restore.error));
    }

    void backupAndRestore()
    {
        makeStore(7);
        const Answer saved = run({QStringLiteral("doctor"), QStringLiteral("--backup"), name("copy.sqlite")});
        QCOMPARE(saved.code, 0);
        QVERIFY(saved.out.contains(QStringLiteral("written and checked")));
        QCOMPARE(run({QStringLiteral("doctor"), QStringLiteral("--backup"), name("copy.sqlite")}).code, 2);
        scramble(0, 16384);
        QCOMPARE(run({QStringLiteral("search"), QStringLiteral("tanker")}).code, 3);
        const Answer restored
            = run({QStringLiteral("doctor"), QStringLiteral("--restore"), name("copy.sqlite")});
        QCOMPARE(restored.code, 0);
        QVERIFY(restored.out.contains(QStringLiteral("before-restore")));
        QCOMPARE(
            run({QStringLiteral("search"), QStringLiteral("tanker")}).out.count(QStringLiteral("Tanker")), 7);
        const Answer foreign = run({QStringLiteral("doctor"), QStringLiteral("--restore"),
            QStringLiteral(LEADLINE_RESOURCES "/CHANGELOG.md")});
        QCOMPARE(foreign.code, 3);
        QVERIFY2(foreign.error.contains(QStringLiteral("not a Leadline store")), qPrintable(foreign.error));
        QCOMPARE(run({QStringLiteral("doctor"), QStringLiteral("--restore"), name("copy.sqlite"),
                         QStringLiteral("--repair")})
                     .code,
            1);
    }

    void salvageAndUse()
    {
        makeStore(400);
        scramble(3 * 16384, 2 * 16384);
        const QByteArray before = bytes(store());
        const Answer salvaged = run({QStringLiteral("doctor"), QStringLiteral("--salvage")});
        QVERIFY2(salvaged.code == 2 || salvaged.code == 0, qPrintable(salvaged.error));
        QVERIFY2(salvaged.out.contains(QStringLiteral("article: ")), qPrintable(salvaged.out));
        QVERIFY(bytes(store()) == before);
        QCOMPARE(
            run({QStringLiteral("doctor"), QStringLiteral("--restore"), name("leadline.sqlite.salvaged")})
                .code,
            0);
        const Answer sound = run({QStringLiteral("doctor")});
        QCOMPARE(sound.code, 0);
        QVERIFY(sound.out.contains(QStringLiteral("The store is sound")));
        QVERIFY(bytes(name("leadline.sqlite.before-restore").toStdString()) == before);
    }
};

QTEST_GUILESS_MAIN(DoctorTest)
#include "doctor_test.moc"
