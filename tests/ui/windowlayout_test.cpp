// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "windowfixture.h"
#include <ui/windowpages.h>

#include <QAccessible>
#include <QListView>
#include <QMap>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QToolButton>

using ui::MainWindow;

namespace {

QString utf8(const std::string& text) { return QString::fromStdString(text); }

} // namespace

class WindowLayoutTest final : public QObject, private WindowFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { m_window.reset(); }
    void longMessageDoesNotWidenTheWindow();
    void narrowWindowTakesTurns();
    void mediumWindowPutsDecisionsBelow();
    void lowWindowStillShowsTheBrief();
    void everyScaleFits_data();
    void everyScaleFits();
    void scaleBeforeTheFirstShowKeepsTheColumns();
    void scaleReachesEveryText();
    void jobShowsAndCanBeCancelled();
    void firstStartOffersThreeSteps();
    void newArticlesWaitBehindABar();
    void rowsFollowEachOtherAtEveryWidth();
    void everyControlHasAName();
    void stateComesBack();
    void wrongStateIsRefused_data();
    void wrongStateIsRefused();
};

void WindowLayoutTest::longMessageDoesNotWidenTheWindow()
{
    m_window->showJob(QString(300, QLatin1Char('j')), 1, 2);
    m_window->showMessage(QString(600, QLatin1Char('m')));
    QCoreApplication::sendPostedEvents();
    m_window->resize(1000, 700);
    QCoreApplication::processEvents();
    QCOMPARE(m_window->size(), QSize(1000, 700));
}

void WindowLayoutTest::narrowWindowTakesTurns()
{
    m_window->resize(960, 700);
    showFeed();
    const auto* list = m_window->findChild<ui::ArticleListPanel*>();
    const auto* reader = m_window->findChild<ui::Reader*>();
    QVERIFY(list->isVisible());
    QVERIFY(!reader->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_O);
    QVERIFY(!list->isVisible());
    QVERIFY(reader->isVisible());
    for (QToolButton* button : reader->findChildren<QToolButton*>()) {
        if (button->text().contains(QStringLiteral("Back to News"))) {
            QVERIFY(button->isVisible());
            button->click();
        }
    }
    QVERIFY(list->isVisible());
    QVERIFY(!reader->isVisible());
    m_window->resize(1600, 960);
    QVERIFY(list->isVisible() && reader->isVisible());
}

void WindowLayoutTest::mediumWindowPutsDecisionsBelow()
{
    showFeed();
    const auto* reader = m_window->findChild<ui::Reader*>();
    const auto* decisions = m_window->findChild<ui::DecisionsPanel*>();
    const auto top = [&](const QWidget* widget) { return widget->mapTo(m_window.get(), QPoint(0, 0)); };
    QVERIFY(top(decisions).x() > top(reader).x());
    m_window->resize(1200, 800);
    QCoreApplication::processEvents();
    QCOMPARE(top(decisions).x(), top(reader).x());
    QVERIFY(top(decisions).y() > top(reader).y());
}

void WindowLayoutTest::lowWindowStillShowsTheBrief()
{
    m_window->resize(960, 700);
    showFeed();
    QTest::keyClick(m_window.get(), Qt::Key_O);
    QCoreApplication::processEvents();
    for (const QTextBrowser* browser : m_window->findChildren<QTextBrowser*>()) {
        if (browser->accessibleName() == QStringLiteral("Brief"))
            QVERIFY2(browser->visibleRegion().boundingRect().height() >= 100,
                qPrintable(QString::number(browser->visibleRegion().boundingRect().height())));
    }
    QVERIFY(m_window->findChild<ui::DecisionsPanel*>()->height() >= 120);
}

void WindowLayoutTest::everyScaleFits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    for (const QSize& size : {QSize(1600, 960), QSize(1280, 800), QSize(960, 700)}) {
        for (const double scale : {0.8, 1.0, 1.5, 2.0})
            QTest::addRow("%d x %d at %d %%", size.width(), size.height(), static_cast<int>(scale * 100))
                << size << scale;
    }
}

// The window keeps the size it is given, and nothing sticks out of the panel it stands in.
void WindowLayoutTest::everyScaleFits()
{
    QFETCH(QSize, size);
    QFETCH(double, scale);
    m_window->setTextScale(scale);
    m_window->resize(size);
    showFeed();
    for (const bool reading : {false, true}) {
        if (reading)
            QTest::keyClick(m_window.get(), Qt::Key_O);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        QCOMPARE(m_window->size(), size);
        for (const QWidget* panel : {static_cast<QWidget*>(m_window->findChild<ui::ArticleListPanel*>()),
                 static_cast<QWidget*>(m_window->findChild<ui::Reader*>()),
                 static_cast<QWidget*>(m_window->findChild<ui::DecisionsPanel*>())}) {
            if (!panel->isVisible())
                continue;
            for (const QWidget* child : panel->findChildren<QWidget*>()) {
                const bool text = qobject_cast<const QLabel*>(child) != nullptr
                    || qobject_cast<const QToolButton*>(child) != nullptr;
                if (!text || !child->isVisible())
                    continue;
                const QRect place(child->mapTo(panel, QPoint(0, 0)), child->size());
                QVERIFY2(place.left() >= 0 && place.right() < panel->width(),
                    qPrintable(child->property("text").toString()));
            }
        }
    }
}

void WindowLayoutTest::scaleBeforeTheFirstShowKeepsTheColumns()
{
    const auto listWidth = [this](double scale) {
        MainWindow window(m_dark, m_light);
        window.setTextScale(scale);
        window.resize(1600, 960);
        window.show();
        return window.findChild<ui::ArticleListPanel*>()->width();
    };
    const int usual = m_window->findChild<ui::ArticleListPanel*>()->width();
    QVERIFY2(usual > 400, qPrintable(QString::number(usual)));
    QCOMPARE(listWidth(1), usual);
    QVERIFY(listWidth(1.2) > usual);
}

void WindowLayoutTest::scaleReachesEveryText()
{
    showFeed();
    const auto sizes = [this] {
        QMap<const QWidget*, int> map;
        for (const QWidget* child : m_window->findChildren<QWidget*>()) {
            const bool text = qobject_cast<const QLabel*>(child) != nullptr
                || qobject_cast<const QToolButton*>(child) != nullptr
                || qobject_cast<const QLineEdit*>(child) != nullptr;
            if (text && child->isVisible() && !child->property("text").toString().isEmpty())
                map.insert(child, child->fontInfo().pixelSize());
        }
        return map;
    };
    const QMap<const QWidget*, int> before = sizes();
    m_window->setTextScale(1.5);
    const QMap<const QWidget*, int> after = sizes();
    int compared = 0;
    for (auto at = before.begin(); at != before.end(); ++at) {
        if (!after.contains(at.key()))
            continue; // made anew
        ++compared;
        QVERIFY2(after[at.key()] > at.value(), qPrintable(at.key()->property("text").toString()));
    }
    QVERIFY(compared > 10);
}

void WindowLayoutTest::everyControlHasAName()
{
    showFeed();
    m_window->showJob(QStringLiteral("Reading"), 1, 2);
    int controls = 0;
    for (QWidget* child : m_window->findChildren<QWidget*>()) {
        if (!child->isVisible() || child->focusPolicy() == Qt::NoFocus
            || qobject_cast<QLabel*>(child) != nullptr)
            continue;
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(child);
        QVERIFY(accessible != nullptr);
        ++controls;
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), child->metaObject()->className());
    }
    QVERIFY(controls > 10);
}

void WindowLayoutTest::stateComesBack()
{
    showFeed();
    m_window->setDarkTheme(false);
    m_window->setTextScale(1.2);
    m_window->findChild<ui::ArticleListPanel*>()->setFilters(
        QStringLiteral("received:24h"), QStringLiteral("impact>=0.4"), desk::Sort::Received);
    const QByteArray state = m_window->saveWindow();
    open();
    QVERIFY(m_window->isDarkTheme());
    QVERIFY(m_window->restoreWindow(state));
    QVERIFY(!m_window->isDarkTheme());
    QCOMPARE(m_window->palette().color(QPalette::Window), m_light.colour(ui::Role::Background));
    m_window->start();
    QCOMPARE(utf8(m_requests.back().query), QStringLiteral("received:24h impact>=0.4"));
    QVERIFY(m_requests.back().sort == desk::Sort::Received);
    QCOMPARE(m_window->saveWindow().size(), state.size());
}

void WindowLayoutTest::wrongStateIsRefused_data()
{
    QTest::addColumn<QByteArray>("state");
    MainWindow window(m_dark, m_light);
    const QByteArray good = window.saveWindow();
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("window");
    QTest::newRow("cut off") << good.left(good.size() / 2);
    QTest::newRow("last byte missing") << good.left(good.size() - 1);
    QByteArray other = good;
    other[0] = static_cast<char>(~other[0]);
    QTest::newRow("another kind") << other;
    QByteArray sort = good;
    // Before the last bytes: whether it works offline and lists stories, and the windows of pages.
    const qsizetype windows = window.pages().saveWindows().size() + qsizetype(sizeof(quint32));
    sort[sort.size() - windows - 3] = 77;
    QTest::newRow("an order that is none") << sort;
}

void WindowLayoutTest::wrongStateIsRefused()
{
    QFETCH(QByteArray, state);
    const QByteArray before = m_window->saveWindow();
    QVERIFY(!m_window->restoreWindow(state));
    QCOMPARE(m_window->saveWindow(), before);
}

void WindowLayoutTest::jobShowsAndCanBeCancelled()
{
    QSignalSpy cancelled(m_window.get(), &MainWindow::cancelRequested);
    m_window->showJob(QStringLiteral("Reading"), 3, 40);
    QToolButton* cancel = nullptr;
    for (QToolButton* button : m_window->findChildren<QToolButton*>()) {
        if (button->text() == QStringLiteral("Cancel"))
            cancel = button;
    }
    QVERIFY(cancel != nullptr && cancel->isVisible());
    const QString shown = visibleWords().join(QLatin1Char('\n'));
    QVERIFY2(shown.contains(QStringLiteral("3")) && shown.contains(QStringLiteral("40")), qPrintable(shown));
    cancel->click();
    QCOMPARE(cancelled.count(), 1);
    m_window->showJob(QStringLiteral("analysis queue empty"), 0, 0);
    QVERIFY(!cancel->isVisible());
}

void WindowLayoutTest::firstStartOffersThreeSteps()
{
    m_window->showFirstStart(true);
    QStringList steps;
    for (const QPushButton* button : m_window->findChildren<QPushButton*>()) {
        if (button->isVisible())
            steps << button->text();
    }
    QCOMPARE(steps.size(), 3);
    QVERIFY(steps[0].contains(QStringLiteral("sample news")));
    QVERIFY(!m_window->findChild<ui::ArticleListPanel*>()->isVisible());
    m_window->showFirstStart(false);
    QVERIFY(m_window->findChild<ui::ArticleListPanel*>()->isVisible());
}

void WindowLayoutTest::newArticlesWaitBehindABar()
{
    showFeed();
    m_window->showNewCount(12);
    QToolButton* bar = nullptr;
    for (QToolButton* button : m_window->findChildren<QToolButton*>()) {
        if (button->isVisible() && button->text() == QStringLiteral("12 new"))
            bar = button;
    }
    QVERIFY(bar != nullptr);
    QCOMPARE(m_window->findChild<ui::ArticleListPanel*>()->view().model()->rowCount(), 12);
    const std::size_t before = m_requests.size();
    bar->click();
    QCOMPARE(m_requests.size(), before + 1);
    m_window->showFeed(samples::feed(), m_generation, true);
    QVERIFY(!bar->isVisible());
}

// A narrower column needs more lines: the rows below must move down.
void WindowLayoutTest::rowsFollowEachOtherAtEveryWidth()
{
    showFeed();
    for (const int width : {1600, 960, 700, 560, 1600}) {
        m_window->resize(width, 700);
        for (const QListView* list : m_window->findChildren<QListView*>()) {
            const auto gap = [list] {
                for (int at = 1; at < list->model()->rowCount(); ++at) {
                    const QRect above = list->visualRect(list->model()->index(at - 1, 0));
                    if (list->visualRect(list->model()->index(at, 0)).top() != above.bottom() + 1)
                        return at;
                }
                return 0;
            };
            QTRY_COMPARE(gap(), 0); // the list lays itself out a moment later
        }
    }
}

QTEST_MAIN(WindowLayoutTest)
#include "windowlayout_test.moc"
