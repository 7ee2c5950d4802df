// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "windowfixture.h"

#include <desk/query.h>

#include <QAction>
#include <QDialog>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QToolButton>

using ui::MainWindow;

namespace {

QString utf8(const std::string& text) { return QString::fromStdString(text); }

QAction* menuAction(const QWidget& widget, const QString& text)
{
    for (QAction* action : widget.findChildren<QAction*>()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

} // namespace

class WindowTest final : public QObject, private WindowFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { m_window.reset(); }
    void startAsksForTheFirstPage();
    void firstPageShowsItsFirstArticle();
    void staleAnswersAreNotShown();
    void movingShowsTheArticleButNeverMarksItRead();
    void openingMarksRead_data();
    void openingMarksRead();
    void keysAskForWhatTheySay_data();
    void keysAskForWhatTheySay();
    void rowStateIsShown();
    void lettersInTheSearchBoxAreText();
    void returnInTheSearchBoxSearches();
    void spacePressesTheButtonThatHasTheFocus();
    void pageButtonStaysPressed();
    void queriesHoldAllParts_data();
    void queriesHoldAllParts();
    void chosenViewSetsItsOrder();
    void viewOfTheNavigationIsAsked();
    void failureIsSaidAndTheSearchMarked();
    void failedNextPageKeepsTheRowsAndCanBeAskedAgain();
    void emptyAnswerSaysSo();
    void acceptedDecisionIsNotAcceptedTwice();
    void decisionIsOfTheArticleShown();
    void returnOnALinkFollowsIt();
    void everyKeyIsListed_data();
    void everyKeyIsListed();
};

void WindowTest::startAsksForTheFirstPage()
{
    m_window->start();
    QCOMPARE(m_requests.size(), std::size_t(1));
    QVERIFY(m_requests[0].sort == desk::Sort::Impact);
    QVERIFY(!m_requests[0].after);
    QVERIFY(m_requests[0].limit > 0);
}

void WindowTest::firstPageShowsItsFirstArticle()
{
    showFeed();
    QCOMPARE(m_chosen, QList<qint64>{1});
    const QString shown = visibleWords().join(QLatin1Char('\n'));
    QVERIFY2(shown.contains(QStringLiteral("1 of 12")), qPrintable(shown));
    QVERIFY(shown.contains(QStringLiteral("14:32 UTC")));
}

void WindowTest::staleAnswersAreNotShown()
{
    m_window->start();
    m_window->start();
    m_window->showFeed(samples::feed(), m_generation - 1, true);
    QCOMPARE(current(), 0);
    m_window->showFeed(samples::feed(), m_generation, true);
    QCOMPARE(current(), 1);
    m_window->showArticle(samples::article(9), samples::analysis(), {});
    QVERIFY2(!m_window->findChild<ui::Reader*>()->hasArticle(), "an article no longer wanted");
}

void WindowTest::movingShowsTheArticleButNeverMarksItRead()
{
    showFeed();
    QSignalSpy read(m_window.get(), &MainWindow::readChanged);
    for (const Qt::Key key : {Qt::Key_J, Qt::Key_J, Qt::Key_K})
        QTest::keyClick(m_window.get(), key);
    QCOMPARE(m_chosen, (QList<qint64>{1, 2, 3, 2}));
    QCOMPARE(read.count(), 0);
    QTest::keyClick(m_window.get(), Qt::Key_K);
    QTest::keyClick(m_window.get(), Qt::Key_K); // at the top: stays
    QCOMPARE(current(), 1);
}

void WindowTest::openingMarksRead_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("o") << static_cast<int>(Qt::Key_O);
    QTest::newRow("Return") << static_cast<int>(Qt::Key_Return);
    QTest::newRow("Enter") << static_cast<int>(Qt::Key_Enter);
}

void WindowTest::openingMarksRead()
{
    QFETCH(int, key);
    showFeed();
    QTest::keyClick(m_window.get(), Qt::Key_J);
    QSignalSpy read(m_window.get(), &MainWindow::readChanged);
    QVERIFY2(m_window->focusWidget() != nullptr, "the list has the focus from the start");
    QTest::keyClick(m_window->focusWidget(), static_cast<Qt::Key>(key));
    QCOMPARE(read.count(), 1);
    QCOMPARE(read.at(0).at(0).value<QList<qint64>>(), QList<qint64>{2});
    QCOMPARE(read.at(0).at(1).toBool(), true);
}

void WindowTest::keysAskForWhatTheySay_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifier");
    QTest::addColumn<QByteArray>("signal");
    const auto row = [](const char* name, Qt::Key key, Qt::KeyboardModifier modifier, const char* signal) {
        QTest::newRow(name) << static_cast<int>(key) << static_cast<int>(modifier) << QByteArray(signal);
    };
    row("s stars", Qt::Key_S, Qt::NoModifier, SIGNAL(starChanged(QList<qint64>, bool)));
    row("m marks read", Qt::Key_M, Qt::NoModifier, SIGNAL(readChanged(QList<qint64>, bool)));
    row("Shift+A marks all read", Qt::Key_A, Qt::ShiftModifier, SIGNAL(markAllReadRequested(QString)));
    row("Ctrl+Z takes back", Qt::Key_Z, Qt::ControlModifier, SIGNAL(undoRequested()));
    row("F5 refreshes", Qt::Key_F5, Qt::NoModifier, SIGNAL(refreshRequested()));
}

void WindowTest::keysAskForWhatTheySay()
{
    QFETCH(int, key);
    QFETCH(int, modifier);
    QFETCH(QByteArray, signal);
    showFeed();
    QSignalSpy asked(m_window.get(), signal.constData());
    QVERIFY(asked.isValid());
    QTest::keyClick(m_window.get(), static_cast<Qt::Key>(key), static_cast<Qt::KeyboardModifier>(modifier));
    QCOMPARE(asked.count(), 1);
}

void WindowTest::rowStateIsShown()
{
    showFeed();
    QListView& list = m_window->findChild<ui::ArticleListPanel*>()->view();
    QVERIFY(
        list.model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("unread")));
    m_window->showRowState({1, 2}, true, std::nullopt);
    m_window->showRowState({2}, std::nullopt, true);
    QVERIFY(!list.model()
                 ->index(0, 0)
                 .data(Qt::AccessibleTextRole)
                 .toString()
                 .contains(QStringLiteral("unread")));
    QVERIFY(list.model()
                ->index(1, 0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(QStringLiteral("starred")));
    QSignalSpy read(m_window.get(), &MainWindow::readChanged);
    QTest::keyClick(m_window.get(), Qt::Key_M);
    QCOMPARE(read.at(0).at(1).toBool(), false); // it was read: back to unread
}

void WindowTest::lettersInTheSearchBoxAreText()
{
    showFeed();
    QTest::keyClick(m_window.get(), Qt::Key_Slash);
    QVERIFY(search().hasFocus());
    QSignalSpy starred(m_window.get(), &MainWindow::starChanged);
    QTest::keyClicks(&search(), QStringLiteral("jobs 15 Americas?"));
    QCOMPARE(search().text(), QStringLiteral("jobs 15 Americas?"));
    QCOMPARE(starred.count(), 0);
    QCOMPARE(current(), 1);
}

void WindowTest::returnInTheSearchBoxSearches()
{
    showFeed();
    QSignalSpy read(m_window.get(), &MainWindow::readChanged);
    const std::size_t before = m_requests.size();
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(&search(), QStringLiteral("copper"));
    QTest::keyClick(&search(), Qt::Key_Return);
    QCOMPARE(m_requests.size(), before + 1);
    QCOMPARE(utf8(m_requests.back().query), QStringLiteral("copper"));
    QCOMPARE(read.count(), 0);
    QVERIFY(!search().hasFocus());
}

void WindowTest::spacePressesTheButtonThatHasTheFocus()
{
    m_window->showFirstStart(true);
    QSignalSpy sample(m_window.get(), &MainWindow::sampleNewsRequested);
    auto* first = m_window->findChild<QPushButton*>();
    QVERIFY(first != nullptr);
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Space);
    QCOMPARE(sample.count(), 1);
}

void WindowTest::pageButtonStaysPressed()
{
    for (QToolButton* button : m_window->findChildren<QToolButton*>()) {
        if (button->text() != QStringLiteral("News"))
            continue;
        button->click();
        QVERIFY(button->isChecked());
        return;
    }
    QFAIL("there is no such button");
}

void WindowTest::queriesHoldAllParts_data()
{
    QTest::addColumn<QString>("view");
    QTest::addColumn<QString>("impact");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meaning"); // another way to say it
    QTest::newRow("nothing") << ""
                             << ""
                             << ""
                             << "";
    QTest::newRow("words") << ""
                           << ""
                           << "copper smelter"
                           << "copper smelter";
    QTest::newRow("view and words") << "is:unread"
                                    << ""
                                    << "copper"
                                    << "copper is:unread";
    QTest::newRow("either word within a view") << "is:unread"
                                               << ""
                                               << "oil OR gas"
                                               << "(oil OR gas) is:unread";
    QTest::newRow("view of either word and a filter") << "oil OR gas"
                                                      << "impact>=0.4"
                                                      << ""
                                                      << "(oil OR gas) impact>=0.4";
    QTest::newRow("either in both") << "oil OR gas"
                                    << ""
                                    << "price OR cost"
                                    << "(price OR cost) (oil OR gas)";
    QTest::newRow("order first, then words") << ""
                                             << ""
                                             << "sort:published copper"
                                             << "copper sort:published";
    QTest::newRow("order alone") << "is:unread"
                                 << ""
                                 << "sort:published"
                                 << "is:unread sort:published";
}

namespace {

// The tree as text, so that two ways to say the same can be compared.
QString tree(const desk::QueryNode& node)
{
    QStringList children;
    for (const desk::QueryNode& child : node.children)
        children << tree(child);
    children.sort();
    return QStringLiteral("%1/%2/%3/%4(%5)")
        .arg(static_cast<int>(node.kind))
        .arg(utf8(node.field), utf8(node.text))
        .arg(node.number)
        .arg(children.join(QLatin1Char(' ')));
}

// Flat: the words inside "a b" beside a view become its sisters or stay a group, both mean the same.
void conditions(const desk::QueryNode& node, QStringList& list)
{
    if (node.kind != desk::NodeKind::And) {
        list << tree(node);
        return;
    }
    for (const desk::QueryNode& child : node.children)
        conditions(child, list);
}

} // namespace
void WindowTest::queriesHoldAllParts()
{
    QFETCH(QString, view);
    QFETCH(QString, impact);
    QFETCH(QString, typed);
    QFETCH(QString, meaning);
    desk::Navigation navigation;
    navigation.views = {{"Top by impact", "sort:impact", 1}};
    if (!view.isEmpty())
        navigation.views.push_back({"Chosen", view.toStdString(), 1});
    m_window->showNavigation(navigation);
    if (!view.isEmpty()) {
        for (QListView* list : m_window->findChildren<QListView*>()) {
            if (list->accessibleName().contains(QStringLiteral("Views")))
                list->setCurrentIndex(list->model()->index(list->model()->rowCount() - 1, 0));
        }
    }
    m_window->findChild<ui::ArticleListPanel*>()->setFilters({}, impact, desk::Sort::Impact);
    search().setText(typed);
    m_window->start();
    const auto asked = desk::parseQuery(m_requests.back().query, samples::now());
    const auto meant = desk::parseQuery(meaning.toStdString(), samples::now());
    QVERIFY2(asked && meant, m_requests.back().query.c_str());
    QStringList got;
    QStringList expected;
    conditions(asked->root, got);
    conditions(meant->root, expected);
    got.sort();
    expected.sort();
    QVERIFY2(got == expected, m_requests.back().query.c_str());
    QVERIFY2(asked->sort == meant->sort, m_requests.back().query.c_str());
}

void WindowTest::chosenViewSetsItsOrder()
{
    showFeed();
    const auto orderChip = [this] {
        for (const QToolButton* button : m_window->list().findChildren<QToolButton*>()) {
            if (button->accessibleName() == QStringLiteral("Order"))
                return button->text();
        }
        return QString();
    };
    QVERIFY2(orderChip().contains(QStringLiteral("impact")), qPrintable(orderChip()));
    for (QListView* list : m_window->findChildren<QListView*>()) {
        if (list->accessibleName().contains(QStringLiteral("Views")))
            list->setCurrentIndex(list->model()->index(2, 0)); // Latest
    }
    QVERIFY(m_requests.back().sort == desk::Sort::Published);
    QVERIFY2(orderChip().contains(QStringLiteral("published")), qPrintable(orderChip()));
    QAction* received = menuAction(*m_window, QStringLiteral("Sort: received"));
    QVERIFY(received != nullptr);
    received->trigger();
    QVERIFY2(
        m_requests.back().sort == desk::Sort::Received, "the reader's choice goes before the view's order");
}

void WindowTest::viewOfTheNavigationIsAsked()
{
    showFeed();
    for (QListView* list : m_window->findChildren<QListView*>()) {
        if (list->accessibleName().contains(QStringLiteral("Views")))
            list->setCurrentIndex(list->model()->index(3, 0)); // Unread
    }
    QCOMPARE(utf8(m_requests.back().query), QStringLiteral("is:unread"));
}

void WindowTest::failureIsSaidAndTheSearchMarked()
{
    showFeed();
    search().setText(QStringLiteral("impact>="));
    m_window->start();
    m_window->showFeedFailure(QStringLiteral("column 9: expected a number after impact>="), m_generation);
    QVERIFY(visibleWords().join(QLatin1Char('\n')).contains(QStringLiteral("column 9: expected a number")));
    QVERIFY(search().property("invalid").toBool());
    m_window->start();
    m_window->showFeed(samples::feed(), m_generation, true);
    QVERIFY(!visibleWords().join(QLatin1Char('\n')).contains(QStringLiteral("column 9")));
    QVERIFY(!search().property("invalid").toBool());
}

void WindowTest::failedNextPageKeepsTheRowsAndCanBeAskedAgain()
{
    m_window->start();
    desk::FeedPage page = samples::feed(40);
    page.next = desk::Cursor{0.1, 40};
    page.total = 80;
    m_window->showFeed(page, m_generation, true);
    QListView& list = m_window->findChild<ui::ArticleListPanel*>()->view();
    const auto toTheEnd = [&] {
        list.verticalScrollBar()->setValue(0);
        QCoreApplication::processEvents();
        list.verticalScrollBar()->setValue(list.verticalScrollBar()->maximum());
        QCoreApplication::processEvents();
    };
    toTheEnd();
    QCOMPARE(m_requests.size(), std::size_t(2));
    QVERIFY(m_requests.back().after && m_requests.back().after->id == 40);
    m_window->showFeedFailure(QStringLiteral("the store is busy"), m_generation);
    QVERIFY2(list.isVisible(), "the rows read so far stay");
    QCOMPARE(list.model()->rowCount(), 40);
    toTheEnd();
    QCOMPARE(m_requests.size(), std::size_t(3));
}

void WindowTest::emptyAnswerSaysSo()
{
    m_window->start();
    m_window->showFeed({}, m_generation, true);
    QVERIFY(visibleWords().contains(QStringLiteral("No article matches.")));
}

void WindowTest::acceptedDecisionIsNotAcceptedTwice()
{
    showFeed();
    QSignalSpy accepted(m_window.get(), &MainWindow::decisionAccepted);
    QTest::keyClick(m_window.get(), Qt::Key_2);
    QCOMPARE(m_window->findChild<ui::DecisionsPanel*>()->focusedCard(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_E);
    QCOMPARE(accepted.count(), 1);
    QCOMPARE(accepted.at(0).at(0).toLongLong(), 1);
    QCOMPARE(accepted.at(0).at(1).toInt(), 1);
    m_window->showArticle(samples::article(1), samples::analysis(), {samples::kept(1)});
    m_window->findChild<ui::DecisionsPanel*>()->focusCard(1);
    QTest::keyClick(m_window.get(), Qt::Key_E);
    QCOMPARE(accepted.count(), 1);
}

// The next article was asked for but has not come yet.
void WindowTest::decisionIsOfTheArticleShown()
{
    showFeed();
    QSignalSpy accepted(m_window.get(), &MainWindow::decisionAccepted);
    QTest::keyClick(m_window.get(), Qt::Key_1);
    QTest::keyClick(m_window.get(), Qt::Key_J);
    QCOMPARE(current(), 2);
    QTest::keyClick(m_window.get(), Qt::Key_E);
    QCOMPARE(accepted.count(), 1);
    QCOMPARE(accepted.at(0).at(0).toLongLong(), 1);
}

void WindowTest::returnOnALinkFollowsIt()
{
    showFeed();
    QSignalSpy read(m_window.get(), &MainWindow::readChanged);
    auto* reader = m_window->findChild<ui::Reader*>();
    QTextBrowser* brief = nullptr;
    for (QTextBrowser* browser : reader->findChildren<QTextBrowser*>()) {
        if (browser->accessibleName() == QStringLiteral("Brief"))
            brief = browser;
    }
    QVERIFY(brief != nullptr);
    brief->setFocus();
    QTest::keyClick(brief, Qt::Key_Tab);
    QVERIFY(brief->textCursor().hasSelection());
    QTest::keyClick(brief, Qt::Key_Return);
    QCOMPARE(reader->tab(), ui::Reader::FullText);
    QCOMPARE(read.count(), 0);
}

void WindowTest::everyKeyIsListed_data()
{
    QTest::addColumn<QString>("key");
    for (const char* key : {"D", "G", "R", "F2", "Shift+F2", "Delete", "Ctrl+Shift+O", "J", "K", "O", "U",
             "Esc", "S", "M", "Shift+A", "/", "?", "W", "B", "V", "Ctrl+F", "F11", "Ctrl+=", "Ctrl+-",
             "Ctrl+0", "Ctrl+Z", "1", "5", "E"})
        QTest::newRow(key) << QString::fromLatin1(key);
}

void WindowTest::everyKeyIsListed()
{
    QFETCH(QString, key);
    QTest::keyClick(m_window.get(), Qt::Key_Question);
    auto* dialog = m_window->findChild<QDialog*>();
    QVERIFY(dialog != nullptr);
    const QString shown = dialog->findChild<QTextBrowser*>()->toPlainText();
    const QStringList listed = shown.split(QRegularExpression(QStringLiteral("[\\s,]+")));
    QVERIFY2(listed.contains(key), qPrintable(shown));
    QVERIFY(shown.contains(QStringLiteral("sort:impact")));
}

QTEST_MAIN(WindowTest)
#include "window_test.moc"
