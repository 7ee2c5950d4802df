// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: suggestions.cpp storedquery.cpp querytable.cpp
#include <desk/querytable.h>
#include <store/alertrules.h>
#include <store/savedsearches.h>
#include <store/states.h>
#include <store/storedquery.h>
#include <store/suggestions.h>

#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <support/teststore.h>

class SuggestionsTest final : public QObject {
    Q_OBJECT

    const base::Instant m_now = base::fromUnix(1795000600);
    QTemporaryDir m_folder;
    std::unique_ptr<store::Database> m_database;

    // "topic:oi|": the choices where the bar stands.
    std::vector<desk::Suggestion> at(QString text)
    {
        const int cursor = static_cast<int>(text.left(text.indexOf('|')).toUtf8().size());
        text.remove('|');
        return store::readSuggestions(
            *m_database, desk::completionAt(text.toStdString(), static_cast<std::size_t>(cursor)))
            .value();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_database = support::openStore(m_folder.filePath(QStringLiteral("s.sqlite")).toStdString());
        const base::Source reuters = support::addSource(*m_database, "Reuters World");
        const base::Source other = support::addSource(*m_database, "Metals Daily");
        std::vector<support::AnalysedArticle> batch;
        for (int number = 1; number <= 6; ++number) {
            auto one = support::article(number < 5 ? reuters : other, number,
                number % 2 == 0 ? "Crude oil price" : "Sanctions on oil and gas",
                "Crude oil: the gas price rose.", number / 6.5);
            one.article.author = "Jane Doe";
            one.article.published = base::fromUnix(1795000000 + number);
            one.analysis.mode = base::Mode::Opinion;
            one.analysis.entities.push_back({"company:XOM", "Exxon Mobil", "company", "XOM", 90, 0, {}});
            one.analysis.sentiment.score = -0.5;
            one.analysis.decisions.resize(1);
            batch.push_back(one);
        }
        QVERIFY(support::storeBatch(*m_database, batch));
        m_database->handle().exec("INSERT INTO story (id) VALUES (12)");
        m_database->handle().exec("UPDATE article SET novelty = 80, story_id = 12");
        QVERIFY(store::addLabel(*m_database, {1, 2}, "to do"));
        QVERIFY(store::saveSearch(*m_database, {"My search", "oil -sanctions sort:published"}));
        QVERIFY(store::saveWatchlist(*m_database, {0, "Metals", {{desk::MemberKind::Word, "oil"}}}));
    }
    void cleanupTestCase() { m_database.reset(); }

    void everyOperatorOfTheHelpFindsSomething_data()
    {
        QTest::addColumn<QString>("form");
        for (const desk::OperatorHelp& help : desk::operators())
            QTest::newRow(help.form.c_str()) << QString::fromStdString(help.form);
    }
    void everyOperatorOfTheHelpFindsSomething()
    {
        QFETCH(QString, form);
        const auto query = store::parseStoredQuery(*m_database, form.toStdString(), m_now);
        QVERIFY2(query, query ? "" : query.error().message.c_str());
        desk::FeedRequest request;
        request.query = form.toStdString();
        const auto page = store::readPage(*m_database, request, m_now);
        QVERIFY(page);
        if (form == QLatin1String("-oil")) // all of them are about oil
            QVERIFY(page->rows.empty());
        else
            QVERIFY(!page->rows.empty());
    }

    void savedSearches_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("error");
        QTest::newRow("found") << "search:\"my SEARCH\" title:crude"
                               << "";
        QTest::newRow("unknown") << "oil search:Other"
                                 << "column 12: there is no saved search \"Other\"";
        QTest::newRow("itself") << "search:loop"
                                << "asks for itself";
        QTest::newRow("broken") << "search:broken"
                                << "in the saved search \"broken\", column 8: expected a number";
    }
    void savedSearches()
    {
        QFETCH(QString, text);
        QFETCH(QString, error);
        QVERIFY(store::saveSearch(*m_database, {"loop", "oil search:pool"}));
        QVERIFY(store::saveSearch(*m_database, {"pool", "gas OR search:LOOP"}));
        QVERIFY(store::saveSearch(*m_database, {"broken", "impact>x"}));
        const auto query = store::parseStoredQuery(*m_database, text.toStdString(), m_now);
        QCOMPARE(static_cast<bool>(query), error.isEmpty());
        if (!query)
            QVERIFY2(
                QString::fromStdString(query.error().message).contains(error), query.error().message.c_str());
    }

    void valuesComeWithTheirCounts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("inserted");
        QTest::addColumn<qint64>("count");
        QTest::newRow("topic") << "topic:oi|"
                               << "Oil & Gas"
                               << "\"Oil & Gas\"" << qint64{6};
        QTest::newRow("a later word") << "topic:ga|"
                                      << "Oil & Gas"
                                      << "\"Oil & Gas\"" << qint64{6};
        QTest::newRow("nothing yet") << "oil topic:|"
                                     << "Oil & Gas"
                                     << "\"Oil & Gas\"" << qint64{6};
        QTest::newRow("in quotes") << "topic:\"Oil & G|"
                                   << "Oil & Gas"
                                   << "\"Oil & Gas\"" << qint64{6};
        QTest::newRow("source") << "source:reu|"
                                << "Reuters World"
                                << "\"Reuters World\"" << qint64{4};
        QTest::newRow("in a group") << "source:(x OR met|)"
                                    << "Metals Daily"
                                    << "\"Metals Daily\"" << qint64{2};
        QTest::newRow("entity") << "-entity:mob|"
                                << "Exxon Mobil"
                                << "\"Exxon Mobil\"" << qint64{6};
        QTest::newRow("ticker") << "ticker:x|"
                                << "XOM"
                                << "XOM" << qint64{6};
        QTest::newRow("event") << "event:tr|"
                               << "trade.deal"
                               << "trade.deal" << qint64{6};
        QTest::newRow("label") << "label:t|"
                               << "to do"
                               << "\"to do\"" << qint64{2};
        QTest::newRow("language") << "lang:|"
                                  << "en"
                                  << "en" << qint64{6};
        QTest::newRow("saved search") << "search:my|"
                                      << "My search"
                                      << "\"My search\"" << qint64{-1};
        QTest::newRow("state") << "is:un|"
                               << "unread"
                               << "unread" << qint64{-1};
        QTest::newRow("field") << "oil imp|"
                               << "impact>="
                               << "impact>=" << qint64{-1};
        QTest::newRow("value by its word") << "exx|"
                                           << "entity:Exxon Mobil"
                                           << "entity:\"Exxon Mobil\"" << qint64{6};
    }
    void valuesComeWithTheirCounts()
    {
        QFETCH(QString, text);
        QFETCH(QString, first);
        QFETCH(QString, inserted);
        QFETCH(qint64, count);
        const auto all = at(text);
        QVERIFY(!all.empty());
        QCOMPARE(QString::fromStdString(all.front().shown), first);
        QCOMPARE(QString::fromStdString(all.front().inserted), inserted);
        QCOMPARE(static_cast<qint64>(all.front().count), count);
    }

    void whatFitsNothingHasNoChoices() { QVERIFY(at(QStringLiteral("topic:zzz|")).empty()); }
};

QTEST_GUILESS_MAIN(SuggestionsTest)
#include "suggestions_test.moc"
