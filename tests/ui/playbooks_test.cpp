// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: packview.h
#include "samples.h"

#include <desk/packview.h>
#include <ui/pages/playbooks.h>

#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

#include <memory>

class PlaybooksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<ui::PlaybooksPage>(m_theme);
        m_page->resize(1400, 800);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_page->showFiles({{"effects.toml", false, true, false}, {"playbooks/mine.toml", true, false, false},
            {"playbooks/tariffs.toml", false, true, false}});
    }
    void cleanup() { m_page.reset(); }

    void ownFilesComeFirstAndAreOpened()
    {
        QSignalSpy wanted(m_page.get(), &ui::PlaybooksPage::textWanted);
        m_page->showFiles({{"playbooks/mine.toml", true, false, false}});
        QVERIFY(list().item(0)->text().contains(QStringLiteral("own")));
        m_page->showText({{"playbooks/mine.toml", true, false, false}, "id = \"mine\"\n", {}});
        QCOMPARE(editor().toPlainText(), QStringLiteral("id = \"mine\"\n"));
        QVERIFY(!save().isEnabled()); // nothing was changed
    }

    void typingIsCheckedAfterAPauseAndNewColoursAreNot()
    {
        show("id = \"mine\"\n");
        QSignalSpy check(m_page.get(), &ui::PlaybooksPage::checkWanted);
        m_page->refreshTheme();
        QVERIFY(!check.wait(900));
        editor().setFocus();
        QTest::keyClicks(&editor(), QStringLiteral("# now"));
        QVERIFY(check.wait());
        QCOMPARE(check.size(), 1);
        QVERIFY(check.first().at(1).toString().contains(QStringLiteral("# now")));
        QVERIFY(save().isEnabled());
    }

    void whatHasErrorsIsNotSaved()
    {
        show("id = \"mine\"\n");
        QTest::keyClicks(&editor(), QStringLiteral("x"));
        m_page->showFindings(QStringLiteral("playbooks/mine.toml"),
            {{"playbooks/mine.toml", 1, "no table", true}, {"playbooks/other.toml", 3, "long", false}});
        QVERIFY(!save().isEnabled());
        const QListWidget* findings = named(QStringLiteral("What is wrong with it"));
        QCOMPARE(findings->count(), 1); // another file's warning was there before
        QVERIFY(findings->item(0)->text().contains(QStringLiteral("line 1")));
    }

    void savesByKey()
    {
        show("id = \"mine\"\n");
        QSignalSpy saved(m_page.get(), &ui::PlaybooksPage::saveWanted);
        editor().setFocus();
        QTest::keyClicks(&editor(), QStringLiteral("#"));
        QTest::keyClick(&editor(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(saved.size(), 1);
        m_page->showSaved(QStringLiteral("playbooks/mine.toml"));
        QVERIFY(!save().isEnabled());
    }

    void benchListsWhatWouldReadOtherwise()
    {
        show("id = \"mine\"\n");
        QSignalSpy bench(m_page.get(), &ui::PlaybooksPage::benchWanted);
        QSignalSpy opened(m_page.get(), &ui::PlaybooksPage::articleWanted);
        QTest::keyClick(&editor(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(bench.size(), 1);
        m_page->showBenchChange({7, "Tariffs <rise>", {"Before."}, {"After."}});
        m_page->showBenchEnd(1, 12, {});
        const auto* changes = m_page->findChild<QTextBrowser*>();
        const QString text = changes->toPlainText();
        QVERIFY2(text.contains(QStringLiteral("Tariffs <rise>")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("After.")));
        QVERIFY(text.indexOf(QStringLiteral("Before.")) < text.indexOf(QStringLiteral("After.")));
        Q_EMIT const_cast<QTextBrowser*>(changes)->anchorClicked(QUrl(QStringLiteral("#7")));
        QCOMPARE(opened.first().at(0).toLongLong(), 7LL);
    }

    void anotherFileKeepsWhatWasTyped()
    {
        show("id = \"mine\"\n");
        QSignalSpy check(m_page.get(), &ui::PlaybooksPage::checkWanted);
        QTest::keyClicks(&editor(), QStringLiteral("#"));
        list().setCurrentRow(1);
        QCOMPARE(check.size(), 1); // at once: the draft is not lost
        QCOMPARE(check.first().at(0).toString(), QStringLiteral("playbooks/mine.toml"));
    }

private:
    QListWidget* named(const QString& name) const
    {
        for (QListWidget* one : m_page->findChildren<QListWidget*>()) {
            if (one->accessibleName() == name)
                return one;
        }
        return nullptr;
    }
    QListWidget& list() const { return *named(QStringLiteral("Files")); }
    QPlainTextEdit& editor() const { return *m_page->findChild<QPlainTextEdit*>(); }
    QPushButton& save() const { return *m_page->findChild<QPushButton*>(QStringLiteral("primary")); }
    void show(const char* text) { m_page->showText({{"playbooks/mine.toml", true, false, false}, text, {}}); }

    const ui::Theme m_theme = samples::theme(QStringLiteral("dark.json"));
    std::unique_ptr<ui::PlaybooksPage> m_page;
};

QTEST_MAIN(PlaybooksTest)
#include "playbooks_test.moc"
