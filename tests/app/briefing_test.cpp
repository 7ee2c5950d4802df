// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <app/briefdesk.h>
#include <app/briefing.h>
#include <app/briefwriter.h>
#include <base/analysisjson.h>
#include <base/files.h>
#include <store/ledgerstore.h>
#include <store/states.h>

#include <QFile>
#include <QFileInfo>
#include <QPrinter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/Database.h>

#include <support/teststore.h>

// What briefs are made from, read from a store, and the desk that makes them in its thread.
class BriefingTest final : public QObject {
    Q_OBJECT

private:
    QString file(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    base::Result<brief::BriefInput> read(const app::BriefRequest& request)
    {
        return app::readBriefInput(*m_database, request, m_now, {});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Database> m_database;
    std::vector<std::int64_t> m_ids;
    base::Instant m_now = base::fromUnix(1795200000);

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = support::openStore(file("leadline.sqlite").toStdString());
        const base::Source source = support::addSource(*m_database);
        std::vector<support::AnalysedArticle> articles;
        for (int i = 1; i <= 5; ++i)
            articles.push_back(support::article(source, i, "Furnace " + std::to_string(i), "Text.", 0.1 * i));
        m_ids = support::storeBatch(*m_database, articles).value().ids;
    }

    void aQueryGivesRowsAndTheFirstInFull()
    {
        app::BriefRequest request;
        request.kind = brief::Kind::Desk;
        request.query = "impact>=0.2";
        request.inFull = 2;
        const auto input = read(request);
        QVERIFY2(bool(input), input ? "" : input.error().text().c_str());
        QCOMPARE(input->rows.size(), std::size_t(4));
        QCOMPARE(input->articles.size(), std::size_t(2));
        QCOMPARE(input->articles[0].article.title, std::string("Furnace 5"));
        QVERIFY(!input->more);
        request.limit = 3;
        QVERIFY(read(request)->more);
        request.query = "nothing-of-the-kind";
        QCOMPARE(int(read(request).error().code), int(base::ErrorCode::NotFound));
        request.query = "impact>>";
        QVERIFY(!read(request));
    }

    void chosenArticlesAreTheBrief()
    {
        app::BriefRequest request;
        request.kind = brief::Kind::Desk;
        request.articles = {m_ids[0], m_ids[3]};
        const auto input = read(request);
        QVERIFY(bool(input));
        QCOMPARE(input->rows.size(), std::size_t(2));
        QCOMPARE(input->rows[0].title, std::string("Furnace 4"));
    }

    void changesCountFromABrief()
    {
        app::BriefRequest first;
        first.kind = brief::Kind::Desk;
        first.query = "impact>=0.3";
        auto former = read(first);
        QVERIFY(bool(former));
        former->made = base::fromUnix(1795000100 + 4 * 60);
        QVERIFY(app::writeBrief(*former, file("former.txt").toStdString()));
        app::BriefRequest request;
        QVERIFY(app::countFrom(request, file("former.json").toStdString()));
        QVERIFY(request.kind == brief::Kind::Changes);
        QCOMPARE(request.query, std::string("impact>=0.3"));
        const auto input = read(request);
        QVERIFY(bool(input));
        QCOMPARE(input->changes.added.size(), std::size_t(1)); // received after it
        QCOMPARE(input->changes.added[0].title, std::string("Furnace 5"));
        // Several are told by impact, in the list as in full, whatever order they came in.
        request.since = base::fromUnix(1795000000);
        const auto all = read(request);
        QVERIFY(all && all->changes.added.size() > 1);
        for (std::size_t at = 1; at < all->changes.added.size(); ++at)
            QVERIFY(all->changes.added[at - 1].impact >= all->changes.added[at].impact);
        QVERIFY(base::writeFile(file("other.json").toStdString(), "{}"));
        QVERIFY(!app::countFrom(request, file("other.json").toStdString()));
    }

    void theLedgerKnowsWhatIsPast()
    {
        base::Analysis frozen;
        frozen.decisions.resize(1);
        frozen.decisions[0].horizon.maxDays = 1;
        for (const std::int64_t at : {1795000000, 1795190000})
            QVERIFY(store::acceptDecision(*m_database, {m_ids[0], at == 1795000000 ? 0 : 1,
                base::toJson(frozen, base::JsonDetail::Full), base::fromUnix(at), {}}));
        app::BriefRequest request;
        request.kind = brief::Kind::Decisions;
        const auto input = read(request);
        QVERIFY(bool(input));
        QCOMPARE(input->ledger.size(), std::size_t(2));
        QCOMPARE(input->ledger[0].state, std::string("open"));
        QCOMPARE(input->ledger[1].state, std::string("expired"));
        // What the watch of decisions made of one, with the sentence that did it; not before it did.
        m_database->handle().exec("INSERT INTO decision_change (ledger_id, state, at, sentence) SELECT id, 'triggered', "
                                  "1795190050, 'A tanker is seized.' FROM ledger WHERE accepted = 1795190000");
        const auto told = read(request);
        QCOMPARE(told->ledger[0].state, std::string("triggered"));
        QCOMPARE(told->ledger[0].cause, std::string("A tanker is seized."));
        request.asOf = base::fromUnix(1795190010);
        QCOMPARE(read(request)->ledger[0].state, std::string("open"));
    }

    void aLogoHasToBeAPicture()
    {
        QVERIFY(base::writeFile(file("logo.png").toStdString(), "no picture"));
        const app::BriefSettings broken{"Desk", {}, "logo.png", {}, "letter"};
        QVERIFY(!app::houseOf(broken, m_folder->path().toStdString()));
        QVERIFY(base::writeFile(file("logo.svg").toStdString(), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
        const auto house = app::houseOf({"Desk", {}, "logo.svg", {}, "letter"}, m_folder->path().toStdString());
        QVERIFY(bool(house));
        QCOMPARE(house->desk, std::string("Desk"));
        QVERIFY(house->logo.starts_with("<svg"));
    }

    void theDeskPreparesDrawsAndWrites()
    {
        app::Options options;
        options.dataDir = m_folder->path().toStdString();
        const app::Context context = app::makeContext(options);
        app::BriefDesk desk(context);
        QSignalSpy prepared(&desk, &app::BriefDesk::prepared);
        QSignalSpy failed(&desk, &app::BriefDesk::failed);
        QSignalSpy drawn(&desk, &app::BriefDesk::drawn);
        QSignalSpy finished(&desk, &app::BriefDesk::finished);
        app::BriefRequest request;
        request.kind = brief::Kind::Desk;
        desk.prepare(request, {}, 1);
        request.query = "impact>=0.4";
        desk.prepare(request, {}, 2);
        QTRY_VERIFY(!prepared.isEmpty() && prepared.last().at(0).toInt() == 2);
        desk.draw(1, 0, 300, true); // of an earlier one: nothing comes
        desk.draw(2, 0, 300, true);
        QTRY_COMPARE(drawn.count(), 1);
        QCOMPARE(drawn.last().at(0).toInt(), 2);
        QCOMPARE(drawn.last().at(3).value<QImage>().width(), 300);
        desk.write(2, file("out.pdf"));
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY2(QFileInfo::exists(file("out.pdf")), qPrintable(finished.last().at(0).toString()));
        QVERIFY(QFileInfo::exists(file("out.json")));
        // What a printer gets: here it is a file, which can be counted.
        const auto printer = std::make_shared<QPrinter>();
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(file("printed.pdf"));
        desk.print(2, printer);
        QTRY_COMPARE(finished.count(), 2);
        QFile printed(file("printed.pdf"));
        QVERIFY(printed.open(QIODevice::ReadOnly));
        QCOMPARE(int(printed.readAll().count("/Type /Page\n")), prepared.last().at(1).toInt());
        desk.write(2, file("leadline.sqlite"));
        QTRY_COMPARE(finished.count(), 3);
        QVERIFY(finished.last().at(0).toString().contains(QStringLiteral("own store")));
        request.query = "nothing-of-the-kind";
        desk.prepare(request, {}, 3);
        QTRY_COMPARE(failed.count(), 1);
        QSignalSpy copied(&desk, &app::BriefDesk::copied);
        app::BriefRequest one;
        one.article = m_ids[2];
        desk.prepare(one, {}, 4);
        desk.copy(4);
        QTRY_COMPARE(copied.count(), 1);
        QVERIFY(copied.last().at(0).toString().contains(QStringLiteral("Furnace 3")));
    }
};

QTEST_MAIN(BriefingTest)
#include "briefing_test.moc"
