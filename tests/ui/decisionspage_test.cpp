// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: ledger.h ledgermodel.h
#include "samples.h"

#include <desk/ledger.h>
#include <items/ledgermodel.h>
#include <ui/pages/decisions.h>

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <memory>

class DecisionsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<ui::DecisionsPage>(m_theme);
        m_page->resize(1400, 800);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup() { m_page.reset(); }

    void anEmptyLedgerSaysHowToFillIt()
    {
        m_page->showLedger({}, samples::now());
        QVERIFY(!table().isVisible());
        QVERIFY(texts().contains(QStringLiteral("No decision was accepted yet")));
    }

    void aDecisionIsShownAsItStoodWithWhatBecameOfIt()
    {
        m_page->showLedger({reviewed()}, samples::now());
        QTRY_VERIFY(texts().contains(QStringLiteral("Own integrated miners")));
        const QString all = texts();
        QVERIFY(all.contains(QStringLiteral("Both sides met on Monday.")));
        QVERIFY(all.contains(QStringLiteral("It met: talks")));
        QSignalSpy opened(m_page.get(), &ui::DecisionsPage::articleWanted);
        for (QToolButton* link : m_page->findChildren<QToolButton*>(QStringLiteral("link"))) {
            if (link->isVisible())
                link->click();
        }
        QCOMPARE(opened.size(), 2); // what it was made from, and what changed it
        QCOMPARE(opened.at(0).at(0).toLongLong(), 1);
        QCOMPARE(opened.at(1).at(0).toLongLong(), 7);
    }

    void chipsCountAndListOneState()
    {
        desk::LedgerEntry old = samples::kept(1);
        old.frozen.horizon.maxDays = 3;
        old.accepted = samples::now() - std::chrono::days(4); // its end is not written yet
        m_page->showLedger({reviewed(), old}, samples::now());
        QCOMPARE(chips(), QStringList({QStringLiteral("All 2"), QStringLiteral("Open 0"),
                              QStringLiteral("Triggered 0"), QStringLiteral("For review 1"),
                              QStringLiteral("Expired 1")}));
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_5);
        QCOMPARE(table().model()->rowCount(), 1);
        QTRY_VERIFY(texts().contains(QStringLiteral("Hedge cathode purchases")));
        QTest::keyClick(&table(), Qt::Key_3);
        QVERIFY(texts().contains(QStringLiteral("No decision has this state.")));
    }

    void keysWalkOpenAndTakeBack()
    {
        m_page->showLedger({reviewed(), samples::kept(1)}, samples::now());
        QSignalSpy opened(m_page.get(), &ui::DecisionsPage::articleWanted);
        QSignalSpy taken(m_page.get(), &ui::DecisionsPage::takenBack);
        table().setFocus();
        const int before = table().currentIndex().row();
        QTest::keyClick(&table(), Qt::Key_J);
        QTest::keyClick(&table(), Qt::Key_K);
        QCOMPARE(table().currentIndex().row(), before);
        QTest::keyClick(&table(), Qt::Key_O);
        QCOMPARE(opened.size(), 1);
        QTest::keyClick(&table(), Qt::Key_Delete);
        QCOMPARE(taken.size(), 1);
        QCOMPARE(taken.at(0).at(0).toLongLong(), 1);
    }

    void theRowChosenStaysChosenWhenTheLedgerIsReadAgain()
    {
        m_page->showLedger({reviewed(), samples::kept(1)}, samples::now());
        table().setCurrentIndex(table().model()->index(1, 0));
        const QString chosen = table().currentIndex().data().toString();
        desk::LedgerEntry newer = samples::kept(0);
        newer.id = 99;
        newer.frozen.title = "Newer";
        newer.accepted = samples::now();
        m_page->showLedger({newer, reviewed(), samples::kept(1)}, samples::now());
        QCOMPARE(table().currentIndex().data().toString(), chosen);
    }

    void rowsReadAsSentencesAndSort()
    {
        items::LedgerModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEntries({samples::kept(1), reviewed()}, samples::now());
        model.sort(items::LedgerModel::State, Qt::AscendingOrder); // what asks for an eye comes first
        QCOMPARE(model.index(0, items::LedgerModel::State).data().toString(), QStringLiteral("For review"));
        const QString read = model.index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(read.startsWith(QStringLiteral("For review: Own integrated miners, accepted ")), qPrintable(read));
        model.setState("open");
        QCOMPARE(model.rowCount(), 1);
    }

private:
    static desk::LedgerEntry reviewed()
    {
        desk::LedgerEntry entry = samples::kept(0);
        entry.changes.push_back(
            {"review", samples::now(), 7, "Talks resume", "Both sides met on Monday.", "talks"});
        return entry;
    }
    QTreeView& table() const { return *m_page->findChild<QTreeView*>(); }
    QStringList chips() const
    {
        QStringList all;
        for (const QToolButton* chip : m_page->findChildren<QToolButton*>(QStringLiteral("chip"))) {
            if (chip->isCheckable())
                all << chip->text();
        }
        return all;
    }
    QString texts() const
    {
        QStringList all;
        for (const QLabel* label : m_page->findChildren<QLabel*>()) {
            if (label->isVisible())
                all << label->text();
        }
        return all.join(QLatin1Char('\n'));
    }

    const ui::Theme m_theme = samples::theme(QStringLiteral("dark.json"));
    std::unique_ptr<ui::DecisionsPage> m_page;
};

QTEST_MAIN(DecisionsPageTest)
#include "decisionspage_test.moc"
