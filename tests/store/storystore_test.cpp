// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: storystore.cpp storywriter.cpp storyview.cpp
#include <store/articlestore.h>
#include <store/storystore.h>

#include <QTemporaryDir>
#include <QTest>

#include <support/teststore.h>

class StoryStoreTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<store::Database> m_database;
    std::vector<std::int64_t> m_ids;
    int m_number = 0;
    const base::Instant m_now = base::fromUnix(1'795'100'000);

    std::string file() const
    {
        return m_folder.filePath(QStringLiteral("s%1.sqlite").arg(m_number)).toStdString();
    }
    // "s1 s1 s2": of the articles in order of id.
    QString stories() const
    {
        QStringList list;
        for (const std::int64_t id : m_ids)
            list << QString::fromStdString(desk::storyName(*store::storyOf(*m_database, id)));
        return list.join(QLatin1Char(' '));
    }
    // Sources and articles of a story as lists show them.
    QString counts(std::int64_t story) const
    {
        const auto view = store::readStory(*m_database, story);
        return view ? QStringLiteral("%1/%2").arg(view->articles).arg(view->sources) : QStringLiteral("none");
    }
    void place(const std::vector<store::PlacedArticle>& placed)
    {
        QVERIFY(store::placeArticles(*m_database, placed, m_now));
    }

private Q_SLOTS:
    // Six articles of three sources: 1 and 4 of the first, 2 and 5 of the second, …
    void init()
    {
        ++m_number;
        m_database = support::openStore(file());
        const base::Source source = support::addSource(*m_database);
        std::vector<support::AnalysedArticle> batch;
        for (int at = 0; at < 6; ++at) {
            batch.push_back(support::article(source, at, "Title " + std::to_string(at), "Body"));
            batch.back().article.source = "Source " + std::to_string(at % 3);
        }
        m_ids = support::storeBatch(*m_database, batch)->ids;
        QCOMPARE(m_ids.size(), std::size_t{6});
    }

    void namesAreReadBack_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<qint64>("id");
        QTest::newRow("name") << "s12" << qint64{12};
        QTest::newRow("number") << "12" << qint64{12};
        QTest::newRow("capital") << "S7" << qint64{7};
        for (const char* wrong : {"", "s", "s0", "s-1", "s1x", "x1", "s99999999999999999999"})
            QTest::newRow(wrong) << wrong << qint64{0};
    }
    void namesAreReadBack()
    {
        QFETCH(QString, name);
        QFETCH(qint64, id);
        QCOMPARE(desk::storyNumber(name.toStdString()), id);
        if (id > 0)
            QCOMPARE(desk::storyNumber(desk::storyName(id)), id);
    }

    void articlesWaitInOrderOfTimeUntilPlaced()
    {
        const auto waiting = store::readUnplaced(*m_database);
        QCOMPARE(waiting->size(), std::size_t{6});
        for (std::size_t at = 1; at < 6; ++at)
            QVERIFY((*waiting)[at - 1].at < (*waiting)[at].at);
        QCOMPARE(*store::nextStory(*m_database), 1);
        place({{m_ids[0], 1, 100, {}, {}}, {m_ids[1], 1, 40, {}, {}}, {m_ids[3], 1, 15, {}, {}}});
        QCOMPARE(store::readUnplaced(*m_database)->size(), std::size_t{3});
        QCOMPARE(stories(), QStringLiteral("s1 s1  s1  "));
        QCOMPARE(counts(1), QStringLiteral("3/2"));
        QCOMPARE(*store::nextStory(*m_database), 2);
    }

    void listsAndQueriesKnowStories()
    {
        place({{m_ids[0], 1, 100, {}, {}}, {m_ids[1], 1, 40, {}, {}}, {m_ids[2], 2, 100, {}, {}}});
        const auto rows = support::page(*m_database, "story:s1 sort:published").rows;
        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(rows[0].story, std::string("s1"));
        QCOMPARE(rows[0].novelty, 40);
        QCOMPARE(rows[0].storySources, 2);
        QCOMPARE(support::page(*m_database, "novelty>=75").rows.size(), std::size_t{2});
        QCOMPARE(support::page(*m_database, "novelty<75").rows.size(), std::size_t{1});
        QCOMPARE(support::page(*m_database, "story:s99").rows.size(), std::size_t{0});
        desk::FeedRequest request;
        request.query = "story:nothing"; // no id: said, not matched with nothing
        QVERIFY(store::readPage(*m_database, request, base::fromUnix(0)).error().code
            == base::ErrorCode::InvalidInput);
    }

    void aMergedStoryKeepsItsName()
    {
        place({{m_ids[0], 1, 100, {}, {}}, {m_ids[1], 2, 100, {}, {}}, {m_ids[2], 1, 20, {}, {{2, 1}}}});
        QCOMPARE(stories(), QStringLiteral("s1 s1 s1   "));
        QCOMPARE(counts(2), QStringLiteral("3/3"));
        QCOMPARE(store::readStory(*m_database, 2)->id, 1);
        QCOMPARE(store::readStory(*m_database, 1)->formerIds, std::vector<std::int64_t>{2});
        QCOMPARE(support::page(*m_database, "story:s2").rows.size(), std::size_t{3});
        const auto changes = store::readStoryChanges(*m_database);
        QCOMPARE(changes->size(), std::size_t{1});
        QVERIFY(changes->front().merge && !changes->front().byHand);
        QCOMPARE(changes->front().articles, std::vector<std::int64_t>{m_ids[1]});
        // An id is never given twice.
        QCOMPARE(*store::nextStory(*m_database), 3);
    }

    void changesByHandCanBeUndone()
    {
        place({{m_ids[0], 1, 100, {}, {}}, {m_ids[1], 1, 50, {}, {}}, {m_ids[2], 2, 100, {}, {}},
            {m_ids[3], 3, 100, {}, {}}});
        const QString before = stories();
        const std::int64_t edits = *store::storyEdits(*m_database);
        const auto first = store::mergeStories(*m_database, {3, 2}, m_now);
        QVERIFY(first);
        QVERIFY(*store::storyEdits(*m_database) != edits);
        QCOMPARE(stories(), QStringLiteral("s1 s1 s2 s2  "));
        const auto second = store::mergeStories(*m_database, {1, 3}, m_now); // by a former name
        QVERIFY(second);
        QCOMPARE(stories(), QStringLiteral("s1 s1 s1 s1  "));
        QCOMPARE(store::readStory(*m_database, 3)->id, 1);
        const auto split = store::splitStory(*m_database, 1, {m_ids[1], m_ids[3]}, m_now);
        QVERIFY(split);
        QCOMPARE(stories(), QStringLiteral("s1 s4 s1 s4  "));
        QCOMPARE(counts(1), QStringLiteral("2/2"));
        QCOMPARE(counts(4), QStringLiteral("2/2"));
        QVERIFY(store::undoStoryChange(*m_database, *split));
        QCOMPARE(stories(), QStringLiteral("s1 s1 s1 s1  "));
        QCOMPARE(store::readStory(*m_database, 4)->id, 1);
        QVERIFY(store::undoStoryChange(*m_database, second->front()));
        QCOMPARE(stories(), QStringLiteral("s1 s1 s2 s2  "));
        QCOMPARE(store::readStory(*m_database, 3)->id, 2);
        QVERIFY(store::undoStoryChange(*m_database, first->front()));
        QCOMPARE(stories(), before);
        QVERIFY(store::undoStoryChange(*m_database, first->front()).error().code
            == base::ErrorCode::InvalidInput);
    }

    void movedArticlesAreLoggedAndGoBack()
    {
        place({{m_ids[0], 1, 100, {}, {}}, {m_ids[1], 1, 50, {}, {}}, {m_ids[2], 1, 40, {}, {}},
            {m_ids[3], 2, 100, {}, {}}});
        // The fifth shows that the second began a story of its own, and that the third is of another.
        store::PlacedArticle fifth{m_ids[4], 3, 30, {}, {}};
        fifth.moved = {{{m_ids[1]}, 1, 3}, {{m_ids[2], m_ids[3]}, 1, 2}}; // one of these is not there
        fifth.retold = {{m_ids[1], 100, {}}};
        place({fifth});
        QCOMPARE(stories(), QStringLiteral("s1 s3 s2 s2 s3 "));
        QCOMPARE(counts(1), QStringLiteral("1/1"));
        QCOMPARE(counts(2), QStringLiteral("2/2"));
        QCOMPARE(counts(3), QStringLiteral("2/1"));
        QCOMPARE(support::page(*m_database, "story:s3 novelty>=100").rows.size(), std::size_t{1});
        QVERIFY(store::storiesChangedByHand(*m_database)->empty());
        const auto changes = store::readStoryChanges(*m_database);
        QCOMPARE(changes->size(), std::size_t{2});
        QVERIFY(changes->front().move && !changes->front().merge && !changes->front().byHand);
        QCOMPARE(changes->front().articles, std::vector<std::int64_t>{m_ids[2]});
        const std::int64_t edits = *store::storyEdits(*m_database);
        QVERIFY(store::undoStoryChange(*m_database, changes->front().id));
        QVERIFY(*store::storyEdits(*m_database) != edits);
        QCOMPARE(stories(), QStringLiteral("s1 s3 s1 s2 s3 "));
        QCOMPARE(store::readStory(*m_database, 2)->id, 2); // it has an article of its own
        using Stories = std::vector<std::int64_t>;
        QCOMPARE(*store::storiesChangedByHand(*m_database), (Stories{1, 2}));
        using Pairs = std::vector<std::pair<std::int64_t, std::int64_t>>;
        QCOMPARE(*store::storiesKeptApart(*m_database), (Pairs{{1, 2}}));
        // Made again, by hand now.
        QVERIFY(store::moveArticles(*m_database, 1, 2, {m_ids[2]}, m_now));
        QCOMPARE(stories(), QStringLiteral("s1 s3 s2 s2 s3 "));
        QVERIFY(store::readStoryChanges(*m_database)->front().byHand);
        const auto refused = [&](std::int64_t from, std::int64_t into, std::vector<std::int64_t> articles) {
            return store::moveArticles(*m_database, from, into, articles, m_now).error().code;
        };
        QVERIFY(refused(1, 2, {m_ids[0]}) == base::ErrorCode::InvalidInput); // all of it
        QVERIFY(refused(2, 2, {m_ids[2]}) == base::ErrorCode::InvalidInput);
        QVERIFY(refused(2, 9, {m_ids[2]}) == base::ErrorCode::NotFound);
    }

    void aStoryEmptiedByUndoIsAnotherNameOfWhereItsArticlesAre()
    {
        place({{m_ids[0], 1, 100, {}, {}}, {m_ids[1], 1, 50, {}, {}}});
        store::PlacedArticle third{m_ids[2], 1, 40, {}, {}};
        third.moved = {{{m_ids[0]}, 1, 2}};
        place({third});
        QCOMPARE(stories(), QStringLiteral("s2 s1 s1   "));
        QVERIFY(store::undoStoryChange(*m_database, store::readStoryChanges(*m_database)->front().id));
        QCOMPARE(stories(), QStringLiteral("s1 s1 s1   "));
        QCOMPARE(store::readStory(*m_database, 2)->id, 1);
        QCOMPARE(counts(1), QStringLiteral("3/3"));
    }

    void whatCannotBeDoneIsRefused()
    {
        place({{m_ids[0], 1, 100, {}, {}}, {m_ids[1], 1, 50, {}, {}}, {m_ids[2], 2, 100, {}, {}}});
        const QString before = stories();
        QVERIFY(
            store::mergeStories(*m_database, {1, 1}, m_now).error().code == base::ErrorCode::InvalidInput);
        QVERIFY(store::mergeStories(*m_database, {1, 9}, m_now).error().code == base::ErrorCode::NotFound);
        QVERIFY(!store::splitStory(*m_database, 1, {}, m_now));
        QVERIFY(!store::splitStory(*m_database, 1, {m_ids[0], m_ids[1]}, m_now)); // all of it
        QVERIFY(!store::splitStory(*m_database, 1, {m_ids[0], m_ids[2]}, m_now)); // one of another
        QVERIFY(!store::undoStoryChange(*m_database, 1));
        QVERIFY(!store::readStory(*m_database, 9));
        QCOMPARE(stories(), before);
    }

    void allOfItSurvivesARestart()
    {
        const std::vector<store::StoryFeatureRow> rows
            = {{m_ids[0], 100, 0, std::string("a\0b", 3)}, {m_ids[1], 200, 0, "c"}, {999, 300, 0, "gone"}};
        QVERIFY(store::saveStoryFeatures(*m_database, rows));
        place({{m_ids[0], 1, 100, {}, {}}, {m_ids[1], 1, 30, {}, {}}});
        m_database.reset();
        m_database = support::openStore(file());
        QCOMPARE(stories(), QStringLiteral("s1 s1    "));
        const auto back = store::readPlacedFeatures(*m_database, 0, 0, 10);
        QCOMPARE(back->size(), std::size_t{2});
        QCOMPARE(back->front().data, std::string("a\0b", 3));
        QCOMPARE(back->back().story, 1);
        QCOMPARE(store::readPlacedFeatures(*m_database, 100, m_ids[0], 10)->size(), std::size_t{1});
        const auto asked = store::readFeatures(*m_database, std::vector<std::int64_t>{m_ids[5], m_ids[1]});
        QVERIFY(asked->front().data.empty());
        QCOMPARE(asked->back().data, std::string("c"));
        QVERIFY(store::dropStoryFeatures(*m_database, 150));
        QCOMPARE(store::readPlacedFeatures(*m_database, 0, 0, 10)->size(), std::size_t{1});
        QCOMPARE(stories(), QStringLiteral("s1 s1    ")); // stories stay
    }

    void theScoreFollowsTheStory()
    {
        base::Analysis analysis = *store::readArticle(*m_database, m_ids[0])->analysis;
        analysis.impact.score = 0.25;
        place({{m_ids[0], 1, 15, analysis, {}}});
        QCOMPARE(store::readArticle(*m_database, m_ids[0])->analysis->impact.score, 0.25);
        QCOMPARE(support::page(*m_database, "story:s1").rows.front().impact, 0.25);
    }
};

QTEST_APPLESS_MAIN(StoryStoreTest)
#include "storystore_test.moc"
