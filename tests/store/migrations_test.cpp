// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: migrations.cpp
#include <store/migrations.h>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <support/fixturestore.h>
#include <support/teststore.h>

#include <algorithm>

namespace {

// Tables and columns that a later schema gave up on purpose, as "table" or "table.column".
const QStringList GivenUp = {QStringLiteral("article.read")}; // its place is the table unread

} // namespace

class MigrationsTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::filesystem::path path(const char* name) const
    {
        return m_folder->filePath(QString::fromUtf8(name)).toStdString();
    }

    QStringList names() const { return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name); }

    static void everySchema()
    {
        QTest::addColumn<int>("schema");
        for (int schema = 1; schema < store::newestSchema(); ++schema)
            QTest::addRow("schema %d", schema) << schema;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everyMigrationIsKnownAndHasTheStoreBeforeIt()
    {
        QCOMPARE(static_cast<int>(support::migrations().size()), store::newestSchema());
        for (int schema = 1; schema < store::newestSchema(); ++schema)
            QVERIFY2(!support::fixtureSql(schema).empty(),
                qPrintable(
                    QStringLiteral("make tests/data/stores/v%1.sql (its README says how)").arg(schema)));
    }

    void releasedSchemasStayAsTheyWere_data() { everySchema(); }
    void releasedSchemasStayAsTheyWere()
    {
        QFETCH(int, schema);
        SQLite::Database built(":memory:", SQLite::OPEN_READWRITE);
        int at = 0;
        for (const auto& [name, sql] : support::migrations()) {
            if (++at <= schema)
                built.exec(sql);
        }
        SQLite::Database frozen(":memory:", SQLite::OPEN_READWRITE);
        frozen.exec(support::fixtureSql(schema));
        QCOMPARE(support::schemaTexts(built), support::schemaTexts(frozen));
    }

    void aStoreOfEveryVersionOpensWithEveryRow_data() { everySchema(); }
    void aStoreOfEveryVersionOpensWithEveryRow()
    {
        QFETCH(int, schema);
        const auto file = path("old.sqlite");
        support::makeFixture(schema, file);
        std::map<std::string, std::vector<std::string>> before;
        support::Columns old;
        {
            SQLite::Database store(file.string());
            old = support::tableColumns(store);
        }
        {
            const auto database = support::openStore(file);
            QCOMPARE(database->schemaVersion(), store::newestSchema());
            QVERIFY(store::checkStore(*database)->empty());
            QCOMPARE(static_cast<int>(support::page(*database, "tanker").rows.size()), 1);
            QCOMPARE(static_cast<int>(support::page(*database, "Wahrungshuter").rows.size()), 1);
            QCOMPARE(static_cast<int>(support::page(*database, "barrel").rows.size()), 1);
        }
        std::filesystem::path copy = file;
        copy += ".v" + std::to_string(schema) + ".backup";
        SQLite::Database backup(copy.string());
        SQLite::Database now(file.string());
        const support::Columns present = support::tableColumns(now);
        int compared = 0;
        for (auto& [table, columns] : old) {
            const QString name = QString::fromStdString(table);
            if (!present.contains(table)) {
                QVERIFY2(GivenUp.contains(name), table.c_str());
                continue;
            }
            std::vector<std::string> kept;
            for (const std::string& column : columns) {
                const std::vector<std::string>& there = present.at(table);
                if (std::find(there.begin(), there.end(), column) != there.end())
                    kept.push_back(column);
                else
                    QVERIFY2(GivenUp.contains(name + QLatin1Char('.') + QString::fromStdString(column)),
                        (table + "." + column).c_str());
            }
            QCOMPARE(support::rows(now, table, kept), support::rows(backup, table, kept));
            compared += static_cast<int>(support::rows(now, table, kept).size());
        }
        QVERIFY(compared > 20);
        // The copy is the store of that version, whole and alone.
        QCOMPARE(backup.execAndGet("PRAGMA user_version").getInt(), schema);
        QCOMPARE(backup.execAndGet("PRAGMA integrity_check").getString(), std::string("ok"));
        SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE);
        fresh.exec(support::fixtureSql(schema));
        for (const auto& [table, columns] : old)
            QCOMPARE(support::rows(backup, table, columns), support::rows(fresh, table, columns));
    }

    void aMigratedStoreHasTheSchemaOfANewOne_data() { everySchema(); }
    void aMigratedStoreHasTheSchemaOfANewOne()
    {
        QFETCH(int, schema);
        support::makeFixture(schema, path("old.sqlite"));
        const auto migrated = support::openStore(path("old.sqlite"));
        const auto fresh = support::openStore(path("new.sqlite"));
        QCOMPARE(support::tableColumns(migrated->handle()), support::tableColumns(fresh->handle()));
    }

    void copiesNeverOverwriteOneAnother()
    {
        const auto file = path("old.sqlite");
        support::makeFixture(1, file);
        QVERIFY(base::writeFile(path("old.sqlite.v1.backup"), "of last year"));
        support::openStore(file);
        QCOMPARE(*base::readFile(path("old.sqlite.v1.backup")), std::string("of last year"));
        SQLite::Database second(path("old.sqlite.v1-2.backup").string());
        QCOMPARE(second.execAndGet("PRAGMA user_version").getInt(), 1);
    }

    void aMigrationThatFailsLeavesTheStoreAndNamesTheCopy()
    {
        const auto file = path("old.sqlite");
        support::makeFixture(1, file);
        base::ResourceFiles broken = support::migrations();
        broken.at("0002_refresh.sql") = "DELETE FROM article; INSERT INTO nowhere VALUES (1);";
        const auto opened = store::Database::openForWriting(file, broken);
        QVERIFY(!opened);
        const QString text = QString::fromStdString(opened.error().text());
        QVERIFY2(text.contains(QStringLiteral("left at schema 1")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("old.sqlite.v1.backup")), qPrintable(text));
        // The same program without the fault opens it, with every row.
        const auto database = support::openStore(file);
        QCOMPARE(static_cast<int>(support::page(*database, "").rows.size()), 6);
    }

    void aStoreInUseIsNotMigrated()
    {
        const auto file = path("old.sqlite");
        support::makeFixture(1, file);
        const auto share = store::StoreLock::acquire(file, store::StoreLock::Mode::Shared, 0);
        QVERIFY(share);
        QVERIFY(store::StoreLock::acquire(file, store::StoreLock::Mode::Shared, 0));
        const auto alone = store::StoreLock::acquire(file, store::StoreLock::Mode::Alone, 0);
        QVERIFY(!alone);
        QVERIFY(alone.error().code == base::ErrorCode::Locked);
    }

    void whatChangesRows_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<bool>("changes");
        QTest::newRow("a table") << QByteArray("-- why\nCREATE TABLE x (a);\nCREATE INDEX y ON x (a);")
                                 << false;
        QTest::newRow("a column") << QByteArray("ALTER TABLE source ADD COLUMN x INTEGER; -- what\n")
                                  << false;
        QTest::newRow("rename") << QByteArray("ALTER TABLE a RENAME TO b;") << true;
        QTest::newRow("update") << QByteArray("CREATE TABLE x (a); UPDATE article SET read = 1;") << true;
        QTest::newRow("drop") << QByteArray("DROP TABLE search;") << true;
        QTest::newRow("nothing") << QByteArray("\n-- nothing yet\n") << false;
    }
    void whatChangesRows()
    {
        QFETCH(QByteArray, sql);
        QFETCH(bool, changes);
        QCOMPARE(store::changesRows(sql.toStdString()), changes);
    }
};

QTEST_GUILESS_MAIN(MigrationsTest)
#include "migrations_test.moc"
