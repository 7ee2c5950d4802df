// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: salvage.cpp pagefile.cpp
#include <store/backup.h>
#include <store/pagefile.h>
#include <store/salvage.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <support/fixturestore.h>
#include <support/storeactions.h>

#include <algorithm>

class SalvageTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::map<std::string, std::string> m_original; // what stands in the sound store
    std::uint32_t m_pages = 0;

    std::filesystem::path path(const QString& name) const { return m_folder.filePath(name).toStdString(); }

    static QByteArray bytes(const std::filesystem::path& file)
    {
        QFile opened(QString::fromStdString(file.string()));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }

    // The identities of articles no byte of which is on these pages; `ledger` gets the same of its rows.
    std::set<std::string> untouched(
        const std::set<std::uint32_t>& damaged, std::map<std::int64_t, std::string>* ledger = nullptr)
    {
        std::set<std::string> found;
        store::PageFile pages = store::PageFile::open(path(QStringLiteral("sound.sqlite"))).value();
        for (std::uint32_t page = 1; page <= pages.pageCount(); ++page) {
            const auto tree = pages.tree(page);
            if (!tree || tree->kind != store::TreePage::Kind::TableLeaf || damaged.contains(page)
                || std::any_of(tree->overflow.begin(), tree->overflow.end(),
                    [&damaged](std::uint32_t other) { return damaged.contains(other); }))
                continue;
            for (const store::PageRecord& record : tree->records) {
                if (record.values.size() > 20 && record.values[2].bytes.starts_with("id-"))
                    found.insert(record.values[2].bytes);
                if (ledger != nullptr && record.values.size() == 5
                    && record.values[3].bytes.starts_with("{\"conviction"))
                    ledger->emplace(record.rowid, record.values[3].bytes);
            }
        }
        return found;
    }

    static void damage(
        const std::filesystem::path& file, std::uint32_t page, const QString& how, std::mt19937& random)
    {
        constexpr qint64 Size = 16384;
        QFile opened(QString::fromStdString(file.string()));
        QVERIFY(opened.open(QIODevice::ReadWrite));
        const bool half = how == QLatin1String("half scrambled");
        QByteArray garbage(half ? Size / 2 : Size, '\0');
        if (how != QLatin1String("zeroed")) {
            for (char& byte : garbage)
                byte = static_cast<char>(random());
        }
        opened.seek((page - 1) * Size + (half ? Size / 2 : 0));
        opened.write(garbage);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto file = path(QStringLiteral("sound.sqlite"));
        {
            const auto database = support::openStore(file);
            const base::Source source = support::addSource(*database);
            std::mt19937 random(7);
            for (int from = 0; from < 3000; from += 500) {
                std::vector<support::AnalysedArticle> batch;
                for (int at = from; at < from + 500; ++at) {
                    const std::size_t words = at % 50 == 0 ? 6000 : 40 + random() % 300;
                    std::string body;
                    for (std::size_t word = 0; word < words; ++word)
                        body += "word" + std::to_string(random() % 5000) + ' ';
                    batch.push_back(support::article(source, at, "Title " + std::to_string(at), body));
                }
                QVERIFY(support::storeBatch(*database, batch));
            }
            support::StoreActions actions(*database, 3);
            for (int at = 0; at < 300; ++at)
                QVERIFY(actions.act([](const support::Effects&) {}, [](const support::Effects&) {}));
            m_original = support::standing(*database);
        }
        m_pages = store::PageFile::open(file).value().pageCount();
        QCOMPARE(untouched({}).size(),
            static_cast<std::size_t>(std::count_if(m_original.begin(), m_original.end(),
                [](const auto& entry) { return entry.first.starts_with("text "); })));
    }

    void whatIsOnSoundPagesIsKept_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("where");
        for (const QString& how :
            {QStringLiteral("zeroed"), QStringLiteral("scrambled"), QStringLiteral("half scrambled")}) {
            for (const QString& where :
                {QStringLiteral("anywhere"), QStringLiteral("first page"), QStringLiteral("inner pages")})
                QTest::newRow(qPrintable(how + QStringLiteral(", ") + where)) << how << where;
        }
    }
    void whatIsOnSoundPagesIsKept()
    {
        QFETCH(QString, how);
        QFETCH(QString, where);
        const auto file = path(QStringLiteral("damaged.sqlite"));
        std::filesystem::copy_file(
            path(QStringLiteral("sound.sqlite")), file, std::filesystem::copy_options::overwrite_existing);
        std::mt19937 random(static_cast<unsigned>(qHash(how + where)));
        std::set<std::uint32_t> damaged;
        if (where == QLatin1String("first page")) {
            damaged.insert(1);
        } else if (where == QLatin1String("inner pages")) {
            store::PageFile pages = store::PageFile::open(file).value();
            for (std::uint32_t page = 2; page <= m_pages; ++page) {
                const auto tree = pages.tree(page);
                if (tree && tree->kind == store::TreePage::Kind::TableInner)
                    damaged.insert(page);
            }
            QVERIFY(!damaged.empty());
        }
        while (where != QLatin1String("inner pages") && damaged.size() < m_pages / 40)
            damaged.insert(2 + random() % (m_pages - 1));
        for (const std::uint32_t page : damaged)
            damage(file, page, how, random);
        const QByteArray before = bytes(file);

        const auto salvaged = store::salvageStore(file, support::migrations());
        QVERIFY2(salvaged, salvaged ? "" : salvaged.error().text().c_str());
        QCOMPARE(bytes(file), before);
        const auto database = support::openStore(salvaged->file);
        const auto faults = store::checkStore(*database);
        QVERIFY2(faults->empty(), faults->empty() ? "" : faults->front().c_str());
        const std::map<std::string, std::string> found = support::standing(*database);
        std::map<std::int64_t, std::string> ledger;
        const std::set<std::string> sound = untouched(damaged, &ledger);
        QVERIFY(sound.size() > 1500);
        int accepted = 0;
        for (const std::string& identity : sound) {
            for (const char* key : {"text ", "read ", "star ", "note "}) {
                const auto there = found.find(key + identity);
                QVERIFY2(there != found.end(), (key + identity).c_str());
                QCOMPARE(there->second, m_original.at(key + identity));
            }
        }
        for (const auto& [row, frozen] : ledger) {
            SQLite::Statement query(database->handle(), "SELECT frozen FROM ledger WHERE id = ?");
            query.bind(1, row);
            QVERIFY(query.executeStep());
            QCOMPARE(query.getColumn(0).getString(), frozen);
            ++accepted;
        }
        const auto articles = std::find_if(salvaged->tables.begin(), salvaged->tables.end(),
            [](const store::SalvagedTable& table) { return table.name == "article"; });
        QVERIFY(articles != salvaged->tables.end());
        QVERIFY(articles->rows >= static_cast<std::int64_t>(sound.size()));
        qInfo("%zu of %u pages damaged: %lld articles of %zu read, %lld in part, %zu had no damage, %lld "
              "pages known lost; "
              "%d ledger rows",
            damaged.size(), m_pages, static_cast<long long>(articles->rows), untouched({}).size(),
            static_cast<long long>(articles->inPart), sound.size(),
            static_cast<long long>(articles->lostPages), accepted);
        QCOMPARE(static_cast<int>(support::page(*database, "title 1").rows.size()) > 0, true);
    }

    void everyRowOfASoundStoreIsRead()
    {
        const auto file = path(QStringLiteral("whole.sqlite"));
        std::filesystem::copy_file(path(QStringLiteral("sound.sqlite")), file);
        const auto salvaged = store::salvageStore(file, support::migrations());
        QVERIFY(salvaged);
        QVERIFY(salvaged->mended.empty());
        SQLite::Database before(file.string());
        SQLite::Database after(salvaged->file.string());
        for (const auto& [table, columns] : support::tableColumns(before)) {
            if (table != "alert_edits") // counts what was put into the new store, too
                QCOMPARE(support::rows(after, table, columns), support::rows(before, table, columns));
        }
    }

    void anOlderStoreWithAJournal()
    {
        const auto file = path(QStringLiteral("old.sqlite"));
        support::makeFixture(1, file);
        QByteArray journal;
        {
            SQLite::Database old(file.string(), SQLite::OPEN_READWRITE);
            old.exec("UPDATE article SET note = 'in the journal' WHERE id = 2");
            journal = bytes(file.string() + "-wal");
        }
        support::makeFixture(1, path(QStringLiteral("older.sqlite")));
        {
            // The journal's pages are whole pages: they are the newer state of either file.
            QFile beside(m_folder.filePath(QStringLiteral("older.sqlite-wal")));
            QVERIFY(beside.open(QIODevice::WriteOnly));
            beside.write(journal);
        }
        QVERIFY(!journal.isEmpty());
        const auto salvaged
            = store::salvageStore(path(QStringLiteral("older.sqlite")), support::migrations());
        QVERIFY2(salvaged, salvaged ? "" : salvaged.error().text().c_str());
        QCOMPARE(salvaged->schema, 1);
        const auto database = support::openStore(salvaged->file);
        QCOMPARE(static_cast<int>(support::page(*database, "").rows.size()), 6);
        QCOMPARE(database->handle().execAndGet("SELECT note FROM article WHERE id = 2").getString(),
            std::string("in the journal"));
    }

    void whatHoldsNothingIsSaid()
    {
        const auto file = path(QStringLiteral("letter.sqlite"));
        QVERIFY(base::writeFile(file, std::string(100000, 'x')));
        const auto salvaged = store::salvageStore(file, support::migrations());
        QVERIFY(!salvaged);
        QVERIFY(!std::filesystem::exists(path(QStringLiteral("letter.sqlite.salvaged"))));
        QVERIFY(!store::salvageStore(path(QStringLiteral("none.sqlite")), support::migrations()));
    }
};

QTEST_GUILESS_MAIN(SalvageTest)
#include "salvage_test.moc"
