// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <base/analysisjson.h>
#include <store/accepteddecisions.h>
#include <store/states.h>

#include <QTemporaryDir>
#include <QTest>

#include <support/teststore.h>

class AcceptedDecisionsTest final : public QObject {
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
            QVERIFY(store::acceptDecision(*database, stored->ids[first ? 0 : 1], 0,
                base::toJson(frozen, base::JsonDetail::Full), base::fromUnix(first ? 1000 : 2000)));
        }
        QVERIFY(store::acceptDecision(*database, stored->ids[1], 1, "{}", base::fromUnix(3000))); // not readable
        const auto all = store::readAccepted(*database);
        QVERIFY(bool(all));
        QCOMPARE(all->size(), std::size_t(2));
        QCOMPARE(all->front().decision.title, std::string("Sell it again"));
        QCOMPARE(all->front().title, std::string("Power back"));
        QCOMPARE(all->back().decision.horizon.maxDays, 30);
        QCOMPARE(store::readAccepted(*database, base::fromUnix(1500))->size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(AcceptedDecisionsTest)
#include "accepteddecisions_test.moc"
