// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <store/rowmarks.h>
#include <store/savedsearches.h>
#include <store/sqlerror.h>
#include <store/states.h>
#include <store/viewchanges.h>

#include <QTemporaryDir>
#include <QTest>

#include <support/teststore.h>

namespace {

base::Instant at(std::int64_t seconds) { return base::fromUnix(seconds); }

} // namespace

class StatesTest final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<store::Database> m_database;
    base::Source m_source;
    int m_number = 0;

    std::int64_t put(const std::string& title, const std::string& body, int number = 0)
    {
        const auto one = support::article(m_source, number > 0 ? number : ++m_number, title, body);
        return support::storeBatch(*m_database, std::vector{one})->ids.front();
    }
    std::int64_t one(const char* sql) { return m_database->handle().execAndGet(sql).getInt64(); }

private Q_SLOTS:
    void init()
    {
        static int file = 0;
        m_database = support::openStore(m_folder.filePath(QString::number(++file) + ".sqlite").toStdString());
        m_source = support::addSource(*m_database);
        m_number = 0;
    }

    void readAndUnreadKeepTheirTime()
    {
        const std::int64_t id = put("Oil rises", "Text.");
        QCOMPARE(store::setRead(*m_database, {id}, true, at(50)).value(), store::Ids{id});
        QCOMPARE(one("SELECT read_at FROM article"), 50);
        QVERIFY(store::setRead(*m_database, {id}, true, at(60))->empty()); // it is read already
        QCOMPARE(one("SELECT read_at FROM article"), 50);
        QCOMPARE(store::setRead(*m_database, {id}, false, at(70)).value(), store::Ids{id});
        QCOMPARE(one("SELECT count(*) FROM article WHERE read_at IS NULL"), 1);
        // Several at once were marked, not opened.
        QCOMPARE(store::setRead(*m_database, {id, 999}, true, at(80)).value(), store::Ids{id});
        QCOMPARE(one("SELECT count(*) FROM article WHERE read_at IS NULL"), 1);
        QVERIFY(support::page(*m_database, "is:read").rows.front().read);
    }

    void rowsSayWhatWasPutOnThem()
    {
        const std::int64_t first = put("Oil rises", "Text.");
        const std::int64_t second = put("Oil falls", "Text.");
        QVERIFY(store::addLabel(*m_database, {first}, "to do").value() == store::Ids{first});
        QVERIFY(store::addLabel(*m_database, {first}, "Ask").value() == store::Ids{first});
        QVERIFY(store::setNote(*m_database, first, "Why now?").value().empty());
        QCOMPARE(store::setHidden(*m_database, {second}, true).value(), store::Ids{second});
        const std::vector<desk::ArticleRow> rows = store::readRows(*m_database, {first, second}).value();
        QCOMPARE(rows[0].labels, (std::vector<std::string>{"Ask", "to do"}));
        QVERIFY(rows[0].noted && !rows[0].hidden);
        QVERIFY(!rows[1].noted && rows[1].hidden && rows[1].labels.empty());
        const store::ArticleMarks marks = store::readMarks(*m_database, first).value();
        QCOMPARE(marks.labels, rows[0].labels);
        QCOMPARE(marks.note, std::string("Why now?"));
        QVERIFY(store::readMarks(*m_database, 999).error().code == base::ErrorCode::NotFound);
        QVERIFY(store::saveSearch(*m_database, {"Oil", "title:oil"}).value().empty());
        QVERIFY(store::saveSearch(*m_database, {"Broken", "impact>=high"}).value().empty());
        desk::Navigation navigation;
        QVERIFY(store::readKept(*m_database, at(0), navigation));
        QCOMPARE(navigation.labels.size(), std::size_t(2));
        QCOMPARE(navigation.labels[1].query, std::string("label:\"to do\""));
        QCOMPARE(navigation.labels[1].count, std::int64_t(1));
        QCOMPARE(navigation.savedSearches.size(), std::size_t(2)); // what cannot be read stays
        QCOMPARE(navigation.savedSearches[0].count, std::int64_t(1)); // the other one is hidden
        QCOMPARE(navigation.savedSearches[1].count, std::int64_t(0));
    }

    void hiddenArticlesAreNotMarked()
    {
        const std::int64_t first = put("Oil rises", "Text.");
        const std::int64_t second = put("Oil falls", "Text.");
        QCOMPARE(store::setHidden(*m_database, {first}, true).value(), store::Ids{first});
        const auto all = desk::parseQuery("", at(0)).value();
        QCOMPARE(store::markMatchesRead(*m_database, all).value(), store::Ids{second});
    }

    void labels()
    {
        const std::int64_t first = put("Oil rises", "Text.");
        const std::int64_t second = put("Oil falls", "Text.");
        QCOMPARE(store::addLabel(*m_database, {first, second}, "  To  call ").value(),
            (store::Ids{first, second}));
        QCOMPARE(store::addLabel(*m_database, {first}, "TO CALL")->size(), std::size_t{0});
        QVERIFY(store::addLabel(*m_database, {second}, "Fed"));
        const auto labels = store::readLabels(*m_database).value();
        QCOMPARE(labels.size(), std::size_t{2});
        QCOMPARE(labels[0].name, std::string("Fed"));
        QCOMPARE(labels[1].name, std::string("To call"));
        QCOMPARE(labels[1].articles, 2);
        QCOMPARE(store::removeLabel(*m_database, {second}, "fed").value(), store::Ids{second});
        QCOMPARE(
            store::readLabels(*m_database)->size(), std::size_t{1}); // nothing carries the other any more
        QVERIFY(!store::addLabel(*m_database, {first}, " "));
        QVERIFY(!store::addLabel(*m_database, {first}, "a\"b"));
        QVERIFY(!store::addLabel(*m_database, {first}, std::string(61, 'x')));
        QVERIFY(store::addLabel(*m_database, {first}, QStringLiteral("ä").repeated(60).toStdString()));
        QVERIFY(store::addLabel(*m_database, {777}, "Nothing")->empty());
        QCOMPARE(store::readLabels(*m_database)->size(), std::size_t{2}); // an empty label is not kept
    }

    void aNoteGivesTheFormerOne()
    {
        const std::int64_t id = put("Oil rises", "Text.");
        QCOMPARE(store::setNote(*m_database, id, "one").value(), std::string());
        QCOMPARE(store::setNote(*m_database, id, "two").value(), std::string("one"));
        QCOMPARE(store::readArticle(*m_database, id)->note, std::string("two"));
        QVERIFY(store::setNote(*m_database, 999, "x").error().code == base::ErrorCode::NotFound);
    }

    void savedSearches()
    {
        QCOMPARE(store::saveSearch(*m_database, {"Oil", "oil"}).value(), std::string());
        QVERIFY(store::saveSearch(*m_database, {"Rates", "rate OR rates"}));
        QCOMPARE(store::saveSearch(*m_database, {"OIL", "oil OR brent"}).value(), std::string("oil"));
        QVERIFY(store::moveSearch(*m_database, "rates", 0));
        auto searches = store::readSavedSearches(*m_database).value();
        QCOMPARE(searches.size(), std::size_t{2});
        QCOMPARE(searches[0].name, std::string("Rates"));
        QCOMPARE(searches[1].name, std::string("OIL"));
        QCOMPARE(searches[1].query, std::string("oil OR brent"));
        QVERIFY(!store::renameSearch(*m_database, "Oil", "rates")); // taken
        QVERIFY(store::renameSearch(*m_database, "Oil", "Crude"));
        QVERIFY(store::renameSearch(*m_database, "Crude", "CRUDE")); // its own name in another case
        QCOMPARE(store::removeSearch(*m_database, "crude")->query, std::string("oil OR brent"));
        QVERIFY(!store::removeSearch(*m_database, "crude"));
        QVERIFY(!store::saveSearch(*m_database, {" ", "x"}));
        m_database = support::openStore(m_database->file());
        QCOMPARE(store::readSavedSearches(*m_database)->size(), std::size_t{1});
    }

    void aViewKnowsWhenItWasSeen()
    {
        QVERIFY(!store::viewSeen(*m_database, "oil").value());
        QVERIFY(!store::setViewSeen(*m_database, "oil", at(100)).value());
        QVERIFY(store::setViewSeen(*m_database, "oil", at(200)).value() == at(100));
        QVERIFY(store::viewSeen(*m_database, "oil").value() == at(200));
        QVERIFY(!store::viewSeen(*m_database, "gas").value());
        QVERIFY(store::setViewSeen(*m_database, "oil", std::nullopt));
        QVERIFY(!store::viewSeen(*m_database, "oil").value());
    }

    void changesAreNewRevisedAndMoved()
    {
        // The support's articles are received a minute apart from 1795000160 on, and analysed at 1795000100.
        const std::int64_t old = put("Oil rises", "It rose 2% today.");
        const std::int64_t same = put("Gas rises", "Nothing happens to this.");
        const base::Instant seen = at(1795000100 + 60 * 5);
        m_number = 9;
        const std::int64_t fresh = put("Oil falls", "It fell after the count.");
        auto revised = support::article(m_source, 20, "Oil rises", "It rose 3% today.", 0.7);
        revised.article.identity = "id-1"; // received at another minute, long after
        QVERIFY(store::storeArticles(*m_database, std::vector{revised.article}));
        const store::FinishedAnalysis analysis{old, revised.article.fingerprint, revised.analysis};
        QVERIFY(store::storeAnalyses(*m_database, std::vector{analysis}, at(1795002000)));

        const base::Instant now = at(1795100000);
        const desk::ViewChanges changes = store::readViewChanges(*m_database, "oil", seen, now, 10).value();
        QCOMPARE(changes.added.size(), std::size_t{1});
        QCOMPARE(changes.added[0].id, fresh);
        QCOMPARE(changes.revised.size(), std::size_t{1});
        QCOMPARE(changes.revised[0].row.id, old);
        QCOMPARE(changes.revised[0].before.body, std::string("It rose 2% today."));
        QCOMPARE(changes.revised[0].after.body, std::string("It rose 3% today."));
        QCOMPARE(changes.moved.size(), std::size_t{1});
        QCOMPARE(changes.moved[0].impactBefore, 0.5);
        QCOMPARE(changes.moved[0].impactAfter, 0.7);
        QVERIFY(changes.moved[0].cause == desk::MoveCause::RevisedText);
        QVERIFY(!changes.more);
        QVERIFY(store::readViewChanges(*m_database, "gas", seen, now, 10)->empty());
        QVERIFY(store::readViewChanges(*m_database, "", at(1795003000), now, 10)->empty());
        QVERIFY(store::readViewChanges(*m_database, "", at(0), now, 1)->more);
        QVERIFY(store::setHidden(*m_database, {fresh, same}, true));
        QVERIFY(store::readViewChanges(*m_database, "oil", seen, now, 10)->added.empty());
        QVERIFY(!store::readViewChanges(*m_database, "impact>=", seen, now, 10));
    }

    void theSameAnalysisAgainIsNoMove()
    {
        const auto one = support::article(m_source, 1, "Oil rises", "Text.");
        const std::int64_t id = support::storeBatch(*m_database, std::vector{one})->ids.front();
        store::FinishedAnalysis again{id, one.article.fingerprint, one.analysis};
        QVERIFY(store::storeAnalyses(*m_database, std::vector{again}, at(1795009000)));
        QVERIFY(store::readViewChanges(*m_database, "", at(1795005000), at(1795100000), 10)->moved.empty());
        again.analysis.impact.score = 0.2;
        again.analysis.engine.pack = "other";
        QVERIFY(store::storeAnalyses(*m_database, std::vector{again}, at(1795009001)));
        const auto moved = store::readViewChanges(*m_database, "", at(1795005000), at(1795100000), 10)->moved;
        QCOMPARE(moved.size(), std::size_t{1});
        QVERIFY(moved[0].cause == desk::MoveCause::OtherData);
    }
};

QTEST_GUILESS_MAIN(StatesTest)
#include "states_test.moc"
