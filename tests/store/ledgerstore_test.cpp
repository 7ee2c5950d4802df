// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <base/analysisjson.h>
#include <store/ledgerstore.h>
#include <store/states.h>

#include <QTemporaryDir>
#include <QTest>

#include <support/teststore.h>

class LedgerStoreTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLedgerIsReadBackNewestFirst()
    {
        QTemporaryDir folder;
        const auto database = support::openStore(folder.filePath(QStringLiteral("store.sqlite")).toStdString());
        const base::Source source = support::addSource(*database);
        const auto stored = support::storeBatch(*database,
            {support::article(source, 1, "Furnace shut", "Text."), support::article(source, 2, "Power back", "Text.")});
        QVERIFY(bool(stored));
        base::Analysis frozen;
        for (const char* idea : {"Own idle capacity", "Sell it again"}) {
            const bool first = frozen.decisions.empty();
            frozen.decisions.resize(1);
            frozen.decisions[0].title = idea;
            frozen.decisions[0].horizon.maxDays = 30;
            QVERIFY(store::acceptDecision(*database, {stored->ids[first ? 0 : 1], 0,
                base::toJson(frozen, base::JsonDetail::Full), base::fromUnix(first ? 1000 : 2000), {}}));
        }
        QVERIFY(store::acceptDecision(*database, {stored->ids[1], 1, "{}", base::fromUnix(3000), {}})); // not readable
        const auto all = store::readLedger(*database);
        QVERIFY(bool(all));
        QCOMPARE(all->size(), std::size_t(2));
        QCOMPARE(all->front().frozen.title, std::string("Sell it again"));
        QCOMPARE(all->front().articleTitle, std::string("Power back"));
        QCOMPARE(all->back().frozen.horizon.maxDays, 30);
        QCOMPARE(store::readLedger(*database, base::fromUnix(1500))->size(), std::size_t(1));
        QCOMPARE(store::readLedgerOf(*database, stored->ids[1])->size(), std::size_t(1));
    }

    // What was taken back comes again as it was, with all that had become of it.
    void whatIsTakenBackCanBePutAgain()
    {
        QTemporaryDir folder;
        const auto database = support::openStore(folder.filePath(QStringLiteral("store.sqlite")).toStdString());
        const base::Source source = support::addSource(*database);
        const auto stored = support::storeBatch(*database, {support::article(source, 1, "Furnace shut", "Text.")});
        QVERIFY(bool(stored));
        base::Analysis frozen;
        frozen.decisions.resize(1);
        frozen.decisions[0].title = "Own idle capacity";
        const std::int64_t article = stored->ids[0];
        store::KeptDecision kept{article, 3, base::toJson(frozen, base::JsonDetail::Full), base::fromUnix(1000),
            {{"triggered", base::fromUnix(2000), article, "Furnace shut", "It shut.", "furnace"}}};
        QVERIFY(store::acceptDecision(*database, kept));
        const auto taken = store::takeBackDecision(*database, article, 3);
        QVERIFY(bool(taken));
        QVERIFY(store::readLedger(*database)->empty());
        QVERIFY(!store::takeBackDecision(*database, article, 3));
        QVERIFY(store::acceptDecision(*database, *taken));
        const auto again = store::readLedger(*database);
        QCOMPARE(again->size(), std::size_t(1));
        QCOMPARE(again->front().accepted, base::fromUnix(1000));
        QCOMPARE(again->front().changes.size(), std::size_t(1));
        QCOMPARE(again->front().changes[0].sentence, std::string("It shut."));
        QCOMPARE(again->front().changes[0].by, article);
        QVERIFY(store::readLedger(*database, base::fromUnix(1500))->front().changes.empty()); // as it was then
    }
};

QTEST_GUILESS_MAIN(LedgerStoreTest)
#include "ledgerstore_test.moc"
