// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// The power goes at a random write, with full disks, short writes and failing syncs before it: what was
// acknowledged is there when it is back. LEADLINE_POWER_LOSSES says how often (40).
#include <QTemporaryDir>
#include <QTest>

#include <support/faultvfs.h>
#include <support/storeactions.h>

namespace {

struct Losses {
    int rounds = 0;
    int faults = 0;
    int acknowledged = 0;
    int refused = 0; // actions that failed and said so
    std::vector<std::string> lines; // what was lost or damaged
};

} // namespace

class PowerLossTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path path(const QString& name) const { return m_folder.filePath(name).toStdString(); }

    void round(unsigned seed, bool faulty, bool careless, Losses& losses)
    {
        const auto before = path(QStringLiteral("run-%1").arg(seed));
        const auto after = path(QStringLiteral("after-%1").arg(seed));
        std::filesystem::create_directory(before);
        std::filesystem::create_directory(after);
        std::filesystem::copy_file(path(QStringLiteral("base.sqlite")), before / "leadline.sqlite");
        support::Acknowledged memory;
        {
            support::FaultVfs disk(seed);
            auto database = support::openStore(before / "leadline.sqlite");
            if (careless)
                database->handle().exec("PRAGMA synchronous = OFF");
            // A short journal, so that it is often brought into the file.
            sqlite3_wal_autocheckpoint(database->handle().getHandle(), 40);
            memory.compare(support::standing(*database));
            support::StoreActions actions(*database, seed);
            if (faulty) {
                disk.fullOfThousand = actions.below(15);
                disk.shortOfThousand = actions.below(15);
                disk.failedSyncsOfThousand = actions.below(60);
            }
            disk.operationsLeft = 20 + actions.below(1500);
            while (!disk.isOff()) {
                const bool done = actions.act([&](const support::Effects& effects) { memory.begun(effects); },
                    [&](const support::Effects& effects) { memory.done(effects); });
                (done ? losses.acknowledged : losses.refused) += 1;
            }
            losses.faults += disk.faults();
            database.reset();
            disk.writeSurvivors(after);
        }
        ++losses.rounds;
        const auto opened = store::Database::openForWriting(after / "leadline.sqlite", support::migrations());
        const std::string where = "seed " + std::to_string(seed) + ": ";
        if (!opened) {
            losses.lines.push_back(where + opened.error().text());
            return;
        }
        const auto faults = store::checkStore(**opened);
        for (const std::string& fault : faults ? *faults : std::vector{faults.error().text()})
            losses.lines.push_back(where + fault);
        for (const std::string& lost : memory.compare(support::standing(**opened)))
            losses.lines.push_back(where + lost);
        std::filesystem::remove_all(before);
        std::filesystem::remove_all(after);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto database = support::openStore(path(QStringLiteral("base.sqlite")));
        support::StoreActions actions(*database, 999999); // of no round
        for (int at = 0; at < 40; ++at)
            QVERIFY(actions.act([](const support::Effects&) {}, [](const support::Effects&) {}));
    }

    void nothingAcknowledgedIsLost_data()
    {
        QTest::addColumn<bool>("faulty");
        QTest::newRow("sound disk") << false;
        QTest::newRow("failing disk") << true;
    }
    void nothingAcknowledgedIsLost()
    {
        QFETCH(bool, faulty);
        bool given = false;
        const int asked = qEnvironmentVariableIntValue("LEADLINE_POWER_LOSSES", &given);
        Losses losses;
        for (int at = 0; at < (given ? asked : 40); ++at)
            round((faulty ? 100000U : 1U) + static_cast<unsigned>(at), faulty, false, losses);
        qInfo("%d power losses, %d injected faults: %d actions acknowledged, %d refused, %zu losses",
            losses.rounds, losses.faults, losses.acknowledged, losses.refused, losses.lines.size());
        QVERIFY2(losses.lines.empty(), losses.lines.empty() ? "" : losses.lines.front().c_str());
        QVERIFY(losses.acknowledged > losses.rounds);
        QVERIFY(!faulty || losses.faults > losses.rounds / 2);
    }

    // The same with a store that does not write through: the test can tell.
    void aCarelessStoreIsFoundOut()
    {
        Losses losses;
        for (unsigned at = 0; at < 10; ++at)
            round(200000U + at, false, true, losses);
        QVERIFY(!losses.lines.empty());
    }
};

QTEST_GUILESS_MAIN(PowerLossTest)
#include "powerloss_test.moc"
