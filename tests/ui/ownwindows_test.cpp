// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// Pages and articles in windows of their own, and layouts that keep them.
#include "windowfixture.h"

#include <ui/articlewindows.h>
#include <ui/controlwindows.h>
#include <ui/dialogs/layouts.h>
#include <ui/ownwindow.h>
#include <ui/pages/decisions.h>
#include <ui/pages/marketmap.h>
#include <ui/windowlayouts.h>
#include <ui/windowpages.h>

#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

class OwnWindowsTest : public QObject, private WindowFixture {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        open();
        showFeed();
    }
    void cleanup() { m_window.reset(); }

    void anArticleOpensBesideTheListAndAnswersItsKeys()
    {
        ui::ArticleWindows& articles = m_window->pages().articles();
        QSignalSpy wanted(&articles, &ui::ArticleWindows::articleWanted);
        const qint64 id = current();
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(0).toLongLong(), id);
        articles.showArticle(samples::article(id + 1), samples::analysis(), {}, 0, samples::now()); // another one's answer
        QCOMPARE(windows().size(), 1);
        QVERIFY(!windows().front()->findChild<ui::Reader*>()->hasArticle());
        articles.showArticle(samples::article(id), samples::analysis(), {}, 0, samples::now());
        ui::OwnWindow* window = windows().front();
        QVERIFY(window->findChild<ui::Reader*>()->hasArticle());
        QVERIFY(window->windowTitle().startsWith(QString::fromStdString(samples::article(id).title)));
        QVERIFY(QTest::qWaitForWindowActive(window));
        QSignalSpy accepted(m_window.get(), &ui::MainWindow::decisionAccepted);
        QTest::keyClick(window, Qt::Key_2);
        QTest::keyClick(window, Qt::Key_E);
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(accepted.at(0).at(0).toLongLong(), id);
        QCOMPARE(accepted.at(0).at(1).toInt(), 1);
        QTest::keyClick(window, Qt::Key_U);
        QTRY_VERIFY(articles.articles().isEmpty());
    }

    void aPageInItsOwnWindowComesBackWhereItWas()
    {
        ui::WindowPages& pages = m_window->pages();
        const int map = indexOf(QStringLiteral("Market map"));
        pages.show(map);
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(pages.isDetached(map));
        QCOMPARE(pages.current(), 0);
        QCOMPARE(windows().size(), 1);
        ui::OwnWindow* window = windows().front();
        window->setGeometry(120, 90, 900, 640);
        const QSize size = window->size();
        pages.show(map); // comes to the front, in its window
        QCOMPARE(pages.current(), 0);
        window->close();
        QTRY_VERIFY(!pages.isDetached(map));
        pages.show(map);
        QVERIFY(pages.map().isVisibleTo(m_window.get()));
        pages.detach(map);
        QCOMPARE(windows().front()->size(), size);
    }

    void theNextStartFindsTheWindowsAsTheyWere()
    {
        const int decisions = indexOf(QStringLiteral("Decisions"));
        m_window->pages().detach(decisions);
        const QByteArray state = m_window->saveWindow();
        m_window.reset();
        open();
        QVERIFY(m_window->restoreWindow(state));
        QVERIFY(m_window->pages().isDetached(decisions));
        m_window->close();
        QTRY_VERIFY(!m_window->pages().decisions().isVisible()); // no window is left behind
    }

    void aLayoutIsSavedUnderItsNameUsedAndRemoved()
    {
        ui::WindowLayouts& layouts = m_window->controls().layouts();
        QSignalSpy changed(&layouts, &ui::WindowLayouts::changed);
        const int decisions = indexOf(QStringLiteral("Decisions"));
        m_window->pages().detach(decisions);
        ui::LayoutsDialog* dialog = openDialog();
        QTest::keyClicks(dialog->findChild<QLineEdit*>(), QStringLiteral("Two screens"));
        QTest::keyClick(dialog->findChild<QLineEdit*>(), Qt::Key_Return);
        QCOMPARE(changed.size(), 1);
        m_window->pages().attach(decisions);
        dialog = openDialog();
        auto* list = dialog->findChild<QListWidget*>();
        QCOMPARE(list->count(), 1);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(m_window->pages().isDetached(decisions));
        dialog = openDialog();
        QTest::keyClick(dialog->findChild<QListWidget*>(), Qt::Key_Delete);
        QVERIFY(layouts.names().isEmpty());
        QCOMPARE(changed.size(), 2);
        dialog->close();
    }

    void aLayoutThatCannotBeReadChangesNothing()
    {
        ui::WindowLayouts& layouts = m_window->controls().layouts();
        QSignalSpy said(&layouts, &ui::WindowLayouts::said);
        layouts.setLayouts({{QStringLiteral("Broken"), QByteArray("no layout")}});
        const QByteArray before = m_window->saveWindow();
        QVERIFY(!layouts.use(QStringLiteral("Broken")));
        QCOMPARE(said.size(), 1);
        QCOMPARE(m_window->saveWindow(), before);
    }

private:
    static QList<ui::OwnWindow*> windows()
    {
        QList<ui::OwnWindow*> all;
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (auto* window = qobject_cast<ui::OwnWindow*>(widget); window != nullptr && window->isVisible())
                all << window;
        }
        return all;
    }
    int indexOf(const QString& name) const
    {
        for (int at = 0; at < m_window->pages().count(); ++at) {
            if (m_window->pages().name(at) == name)
                return at;
        }
        return -1;
    }
    ui::LayoutsDialog* openDialog()
    {
        m_window->controls().layouts().openDialog();
        for (auto* dialog : m_window->findChildren<ui::LayoutsDialog*>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
};

QTEST_MAIN(OwnWindowsTest)
#include "ownwindows_test.moc"
