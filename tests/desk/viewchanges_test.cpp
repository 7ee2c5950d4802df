// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <desk/viewchanges.h>

#include <QTest>

class ViewChangesTest final : public QObject {
    Q_OBJECT

private:
    static base::Analysis analysis(double novelty, double event)
    {
        base::Analysis analysis;
        analysis.impact.score = 0.4 + novelty / 10;
        analysis.impact.terms
            = {{"event", event, "", {}}, {"novelty", novelty, "", {}}, {"breadth", 0.1, "", {}}};
        analysis.engine = {"1", "pack"};
        return analysis;
    }

private Q_SLOTS:
    void theReasonNamesTheTermsThatMovedMost()
    {
        const desk::ScoreMove move = desk::scoreMove(analysis(0.6, 1.0), analysis(0.29, 1.1), false);
        QCOMPARE(QString::fromStdString(move.reason), QStringLiteral("novelty \u22120.31, event +0.10"));
        QVERIFY(move.cause == desk::MoveCause::LaterNews);
        QCOMPARE(move.impactBefore, 0.46);
        QCOMPARE(move.impactAfter, 0.429);
    }

    void causes_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("pack");
        QTest::addColumn<bool>("revised");
        QTest::addColumn<int>("cause");
        QTest::newRow("later news") << "1"
                                    << "pack" << false << int(desk::MoveCause::LaterNews);
        QTest::newRow("engine") << "2"
                                << "pack" << false << int(desk::MoveCause::OtherEngine);
        QTest::newRow("data") << "1"
                              << "other" << false << int(desk::MoveCause::OtherData);
        QTest::newRow("text before all") << "2"
                                         << "other" << true << int(desk::MoveCause::RevisedText);
    }

    void causes()
    {
        QFETCH(QString, engine);
        QFETCH(QString, pack);
        QFETCH(bool, revised);
        base::Analysis after = analysis(0.6, 1.0);
        after.engine = {engine.toStdString(), pack.toStdString()};
        QTEST(int(desk::scoreMove(analysis(0.6, 1.0), after, revised).cause), "cause");
    }
};

QTEST_GUILESS_MAIN(ViewChangesTest)
#include "viewchanges_test.moc"
