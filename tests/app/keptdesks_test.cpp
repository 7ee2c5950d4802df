// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// What the analyst keeps and what is kept at all, over a real store: states and their marks, saved searches,
// what changed in a view, retention, export. Each change is there for a reader, and undo takes it back.
#include <app/changesdesk.h>
#include <app/databasethread.h>
#include <app/exportdesk.h>
#include <app/labeldesk.h>
#include <app/resourcefiles.h>
#include <app/retentiondesk.h>
#include <app/searchdesk.h>
#include <app/statedesk.h>
#include <base/files.h>
#include <store/retention.h>
#include <store/savedsearches.h>
#include <store/viewchanges.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <support/teststore.h>

namespace {

constexpr int WaitMs = 20000;

QStringList names(const std::vector<desk::CountedView>& views)
{
    QStringList list;
    for (const desk::CountedView& view : views)
        list << QString::fromStdString(view.name);
    return list;
}

} // namespace

class KeptDesksTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_path;
    std::unique_ptr<app::DatabaseThread> m_writer;
    std::unique_ptr<app::DatabaseThread> m_reader;
    std::unique_ptr<app::StateDesk> m_states;
    std::unique_ptr<store::Database> m_look; // the test's own reader
    QList<qint64> m_ids;
    QStringList m_said;

    template <class Desk> void listen(Desk& desk)
    {
        connect(&desk, &Desk::said, this, [this](const QString& text) { m_said << text; });
    }
    bool says(const QString& words) const { return m_said.join(QLatin1Char('\n')).contains(words); }

    QStringList searches()
    {
        QStringList list;
        const std::vector<store::SavedSearch> all = store::readSavedSearches(*m_look).value();
        for (const store::SavedSearch& search : all)
            list << QString::fromStdString(search.name + "=" + search.query);
        return list;
    }

    std::int64_t count(const std::string& query) { return support::page(*m_look, query).total; }

private Q_SLOTS:
    void init()
    {
        m_said.clear();
        m_ids.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("kept.sqlite")).toStdString();
        auto database
            = store::Database::openForWriting(m_path, app::resourceFiles(QStringLiteral("migrations")))
                  .value();
        const base::Source source = support::addSource(*database);
        std::vector<support::AnalysedArticle> batch;
        for (int at = 1; at <= 6; ++at)
            batch.push_back(support::article(source, at, "Smelter " + std::to_string(at) + " cuts runs",
                "Treatment charges fell below zero in round " + std::to_string(at) + '.'));
        const store::StoredBatch stored = support::storeBatch(*database, batch).value();
        for (const std::int64_t id : stored.ids)
            m_ids << static_cast<qint64>(id);
        m_writer = std::make_unique<app::DatabaseThread>(std::move(database), QStringLiteral("writer"));
        m_reader = std::make_unique<app::DatabaseThread>(
            store::Database::openForReading(m_path).value(), QStringLiteral("reader"));
        m_look = store::Database::openForReading(m_path).value();
        m_states = std::make_unique<app::StateDesk>(*m_writer);
        listen(*m_states);
    }

    void cleanup()
    {
        m_look.reset();
        m_states.reset();
        m_reader.reset();
        m_writer.reset();
    }

    void labelsOfSeveralAreOneStep()
    {
        app::LabelDesk labels(*m_reader);
        connect(m_states.get(), &app::StateDesk::rowsChanged, &labels, &app::LabelDesk::readRows);
        std::vector<desk::ArticleRow> rows;
        connect(&labels, &app::LabelDesk::rowsRead, this,
            [&](const std::vector<desk::ArticleRow>& read) { rows = read; });
        std::vector<desk::CountedView> all;
        connect(&labels, &app::LabelDesk::labelsRead, this,
            [&](const std::vector<desk::CountedView>& read) { all = read; });
        QStringList shown{QStringLiteral("not read")};
        connect(&labels, &app::LabelDesk::articleRead, this,
            [&](qint64, const QStringList& carried, const QString&) { shown = carried; });
        labels.readArticle(m_ids[0]);
        QTRY_COMPARE_WITH_TIMEOUT(shown, QStringList(), WaitMs);
        m_states->setLabel(m_ids.mid(0, 3), QStringLiteral("to do"), true);
        QTRY_COMPARE_WITH_TIMEOUT(rows.size(), std::size_t(3), WaitMs);
        QCOMPARE(rows.front().labels, std::vector<std::string>{"to do"});
        QTRY_COMPARE_WITH_TIMEOUT(shown, QStringList{QStringLiteral("to do")}, WaitMs); // of the one shown
        QVERIFY(says(QStringLiteral("3 articles")));
        labels.readLabels();
        QTRY_COMPARE_WITH_TIMEOUT(names(all), QStringList{QStringLiteral("to do")}, WaitMs);
        QCOMPARE(all.front().count, std::int64_t(3));
        QCOMPARE(count(all.front().query), std::int64_t(3));
        m_states->undo();
        QTRY_COMPARE_WITH_TIMEOUT(count("has:label"), std::int64_t(0), WaitMs);
        QTRY_COMPARE_WITH_TIMEOUT(shown, QStringList(), WaitMs);
    }

    void severalAreNamedByTheirNumber()
    {
        m_states->setRead(m_ids.mid(0, 2), true);
        m_states->setStarred(m_ids.mid(0, 4), true);
        QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("4 articles")), WaitMs);
        QVERIFY(says(QStringLiteral("2 articles marked read")));
        QTRY_COMPARE_WITH_TIMEOUT(count("is:starred"), std::int64_t(4), WaitMs);
        m_states->undo();
        QTRY_COMPARE_WITH_TIMEOUT(count("is:starred"), std::int64_t(0), WaitMs);
        QCOMPARE(count("is:read"), std::int64_t(2));
    }

    // Ctrl+Z pressed at once takes back what was just done, though that is still being written.
    void undoWaitsForWhatIsBeingWritten()
    {
        QSignalSpy shown(m_states.get(), &app::StateDesk::flagsChanged);
        m_states->setStarred(m_ids.mid(0, 1), true);
        m_states->setRead(m_ids.mid(0, 3), true);
        m_states->undo();
        QTRY_COMPARE_WITH_TIMEOUT(shown.count(), 3, WaitMs);
        QCOMPARE(count("is:read"), std::int64_t(0));
        QCOMPARE(count("is:starred"), std::int64_t(1));
    }

    void whatIsTypedOnIsOneStep()
    {
        QSignalSpy written(m_states.get(), &app::StateDesk::noteChanged);
        m_states->setNote(m_ids[0], QStringLiteral("Ask"));
        m_states->setNote(m_ids[0], QStringLiteral("Ask the desk"));
        QTRY_COMPARE_WITH_TIMEOUT(written.count(), 2, WaitMs);
        QCOMPARE(count("has:note"), std::int64_t(1));
        m_states->undo();
        QTRY_COMPARE_WITH_TIMEOUT(written.count(), 3, WaitMs);
        QCOMPARE(written.last().at(1).toString(), QString());
        QCOMPARE(count("has:note"), std::int64_t(0));
    }

    void whatWasReadLastComesFirst()
    {
        QSignalSpy written(m_states.get(), &app::StateDesk::flagsChanged);
        m_states->setRead({m_ids[3]}, true);
        m_states->setRead({m_ids[1]}, true);
        QTRY_COMPARE_WITH_TIMEOUT(written.count(), 2, WaitMs);
        const desk::FeedPage page = support::page(*m_look, "is:read sort:read");
        QCOMPARE(page.rows.size(), std::size_t(2));
        QCOMPARE(page.total, std::int64_t(2));
        const desk::Navigation navigation
            = store::readNavigation(*m_look, base::fromUnix(1795100000)).value();
        QVERIFY(names(navigation.views).contains(QStringLiteral("Recently read")));
    }

    void savedSearchesAreKeptRenamedMovedAndTakenBack()
    {
        app::SearchDesk desk(*m_writer, *m_states);
        listen(desk);
        QSignalSpy changed(&desk, &app::SearchDesk::changed);
        const auto step
            = [&](int number) { return QTest::qWaitFor([&] { return changed.count() == number; }, WaitMs); };
        desk.save(QStringLiteral("Cuts"), QStringLiteral("title:cuts"));
        desk.save(QStringLiteral("Charges"), QStringLiteral("charges"));
        QVERIFY(step(2));
        const desk::Navigation navigation
            = store::readNavigation(*m_look, base::fromUnix(1795100000)).value();
        QCOMPARE(names(navigation.savedSearches),
            (QStringList{QStringLiteral("Cuts"), QStringLiteral("Charges")}));
        QCOMPARE(navigation.savedSearches.front().count, std::int64_t(6));
        desk.move(QStringLiteral("Charges"), -1);
        QVERIFY(step(3));
        QCOMPARE(searches().front(), QStringLiteral("Charges=charges"));
        desk.rename(QStringLiteral("Charges"), QStringLiteral("Fees"));
        QVERIFY(step(4));
        desk.remove(QStringLiteral("Fees"));
        QVERIFY(step(5));
        QCOMPARE(searches(), (QStringList{QStringLiteral("Cuts=title:cuts")}));
        m_states->undo();
        QVERIFY(step(6));
        QCOMPARE(
            searches(), (QStringList{QStringLiteral("Fees=charges"), QStringLiteral("Cuts=title:cuts")}));
        m_states->undo();
        QVERIFY(step(7));
        QCOMPARE(searches().front(), QStringLiteral("Charges=charges"));
        m_states->undo();
        QVERIFY(step(8));
        QCOMPARE(searches().back(), QStringLiteral("Charges=charges"));
        m_states->undo();
        QVERIFY(step(9));
        QCOMPARE(searches(), (QStringList{QStringLiteral("Cuts=title:cuts")}));
    }

    void unreadableQueryIsNotKept()
    {
        app::SearchDesk desk(*m_writer, *m_states);
        listen(desk);
        desk.save(QStringLiteral("Broken"), QStringLiteral("impact>=high"));
        QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("column")), WaitMs);
        QVERIFY(searches().isEmpty());
    }

    void viewIsMarkedWhenItIsFirstShownAndTheMarkMovesAndComesBack()
    {
        app::ChangesDesk desk(*m_reader, *m_writer, *m_states);
        listen(desk);
        const std::string query = "title:cuts";
        const auto mark = [&] { return store::viewSeen(*m_look, query).value(); };
        QVERIFY(!mark());
        desk.viewShown(QString::fromStdString(query));
        QTRY_VERIFY_WITH_TIMEOUT(mark().has_value(), WaitMs);
        QVERIFY(m_said.isEmpty()); // silently
        // As if it had been looked at before the articles came.
        bool set = false;
        m_writer->run(
            [query](store::Database& database) {
                return bool(store::setViewSeen(database, query, base::fromUnix(1795000000)));
            },
            this, [&](bool done) { set = done; });
        QTRY_VERIFY_WITH_TIMEOUT(set, WaitMs);
        desk::ViewChanges changes;
        connect(&desk, &app::ChangesDesk::changesRead, this,
            [&](const QString&, const desk::ViewChanges& read) { changes = read; });
        desk.read(QString::fromStdString(query));
        QTRY_COMPARE_WITH_TIMEOUT(changes.added.size(), std::size_t(6), WaitMs);
        desk.looked(QString::fromStdString(query));
        QTRY_VERIFY_WITH_TIMEOUT(mark() > base::fromUnix(1795000000), WaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("Ctrl+Z")), WaitMs);
        m_states->undo();
        QTRY_COMPARE_WITH_TIMEOUT(mark(), std::optional(base::fromUnix(1795000000)), WaitMs);
    }

    void wordsOfARevisionAreCompared()
    {
        app::ChangesDesk desk(*m_reader, *m_writer, *m_states);
        bool revised = false;
        m_writer->run(
            [](store::Database& database) {
                const base::Source source = support::addSource(database);
                auto one = support::article(
                    source, 1, "Smelter 1 cuts runs", "Treatment charges rose above zero in round 1.");
                one.article.received = base::fromUnix(1795050000);
                return bool(store::setViewSeen(database, "", base::fromUnix(1795040000)))
                    && support::storeBatch(database, {one})->revised == 1;
            },
            this, [&](bool done) { revised = done; });
        QTRY_VERIFY_WITH_TIMEOUT(revised, WaitMs);
        desk::ViewChanges changes;
        connect(&desk, &app::ChangesDesk::changesRead, this,
            [&](const QString&, const desk::ViewChanges& read) { changes = read; });
        std::vector<desk::WordRun> body;
        connect(&desk, &app::ChangesDesk::compared, this,
            [&](int, const std::vector<desk::WordRun>&, const std::vector<desk::WordRun>& text) {
                body = text;
            });
        desk.read({});
        QTRY_COMPARE_WITH_TIMEOUT(changes.revised.size(), std::size_t(1), WaitMs);
        desk.compare(0);
        QTRY_VERIFY_WITH_TIMEOUT(!body.empty(), WaitMs);
        QVERIFY(std::any_of(body.begin(), body.end(), [](const desk::WordRun& run) {
            return run.change == desk::Change::Added && run.text == "rose above";
        }));
    }

    void retentionShowsFirstAndRemovesThen()
    {
        app::RetentionDesk desk(*m_reader, *m_writer, m_path);
        listen(desk);
        m_states->setStarred({m_ids[0]}, true);
        QTRY_COMPARE_WITH_TIMEOUT(count("is:starred"), std::int64_t(1), WaitMs);
        std::vector<desk::RetentionRule> rules(1);
        rules.front().articles = 2;
        desk::RetentionPreview preview;
        int previews = 0;
        connect(&desk, &app::RetentionDesk::previewRead, this,
            [&](const std::vector<desk::RetentionRule>& of, const desk::RetentionPreview& read) {
                QCOMPARE(of, rules);
                preview = read;
                ++previews;
            });
        desk.preview(rules);
        QTRY_COMPARE_WITH_TIMEOUT(previews, 1, WaitMs);
        QCOMPARE(preview.articles, std::int64_t(3)); // four are beyond the newest two, one has a star
        QCOMPARE(preview.kept, std::int64_t(1));
        QVERIFY(preview.bytes > 0);
        QCOMPARE(count(""), std::int64_t(6));
        QSignalSpy gone(&desk, &app::RetentionDesk::changed);
        desk.apply(rules, preview.articles);
        QTRY_COMPARE_WITH_TIMEOUT(gone.count(), 1, WaitMs);
        QCOMPARE(gone.first().first().toBool(), true);
        QCOMPARE(count(""), std::int64_t(3));
        QVERIFY(says(QStringLiteral("3 articles")));
        std::vector<desk::RetentionRule> kept;
        connect(&desk, &app::RetentionDesk::rulesRead, this,
            [&](const std::vector<desk::RetentionRule>& read,
                const std::vector<desk::SourceHealth>& sources) {
                QCOMPARE(sources.size(), std::size_t(1));
                kept = read;
            });
        desk.read();
        QTRY_COMPARE_WITH_TIMEOUT(kept, rules, WaitMs);
    }

    void articlesAreWrittenAndCounted_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* ending : {"json", "ndjson", "csv", "md"})
            QTest::newRow(ending) << QStringLiteral("articles.") + QString::fromLatin1(ending);
    }

    void articlesAreWrittenAndCounted()
    {
        QFETCH(const QString, name);
        app::ExportDesk desk(m_path);
        listen(desk);
        const QString path = m_folder->filePath(name);
        desk.write(QStringLiteral("\"round 3\" OR \"round 5\""), desk::Sort::Published, path);
        QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("2 articles written to ") + path), WaitMs);
        const std::string text = base::readFile(path.toStdString(), 1 << 20).value();
        QVERIFY(text.find("Smelter 5") < text.find("Smelter 3")); // newest first
        QVERIFY(text.find("Smelter 3") != std::string::npos);
        QVERIFY(text.find("Smelter 4") == std::string::npos);
    }

    void otherEndingsAreRefused()
    {
        app::ExportDesk desk(m_path);
        listen(desk);
        desk.write({}, desk::Sort::Impact, m_folder->filePath(QStringLiteral("articles.xlsx")));
        QVERIFY(says(QStringLiteral(".ndjson")));
        QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("articles.xlsx"))));
    }
};

QTEST_MAIN(KeptDesksTest)
#include "keptdesks_test.moc"
