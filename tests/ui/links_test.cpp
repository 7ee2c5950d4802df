// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// Links open only http, https and mailto, after their host was shown and the user agreed; and offline.
#include "dialoghost.h"
#include "windowfixture.h"

#include <ui/dialogs/openlink.h>
#include <ui/linkopener.h>
#include <ui/sourcewindows.h>

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QToolButton>

using ui::MainWindow;
using ui::OpenLinkDialog;

class LinksTest final : public QObject, private WindowFixture {
    Q_OBJECT

    OpenLinkDialog* dialog() const { return m_window->findChild<OpenLinkDialog*>(); }

    static QPushButton* button(const QWidget& parent, const QString& text)
    {
        for (QPushButton* push : parent.findChildren<QPushButton*>()) {
            if (push->text() == text)
                return push;
        }
        return nullptr;
    }

    void closed()
    {
        QTRY_VERIFY(dialog() == nullptr);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    QString health() const
    {
        for (const QString& words : visibleWords()) {
            if (words.contains(QStringLiteral("healthy")))
                return words;
        }
        return {};
    }

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { m_window.reset(); }
    void addressesAreRead_data();
    void addressesAreRead();
    void otherSchemesAreRefused_data();
    void otherSchemesAreRefused();
    void hostIsShownBeforeAnythingOpens();
    void declinedIsNotOpened();
    void copiedIsNotOpened();
    void trustedHostOpensWithoutAsking();
    void nameBeforeTheHostIsAlwaysAskedAbout();
    void anchorsOfTheArticleGoTheSameWay();
    void sourceInTheMetaLineLeadsToTheOriginal();
    void offlineIsSaidAskedForAndRemembered();
    void offlineOfTheCommandLineIsNotRemembered();
    void sourcesOpenByKeyMenuAndHealth();
    void looks_data() { pictures::rows(); }
    void looks();
};

void LinksTest::addressesAreRead_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("ascii");
    QTest::newRow("plain") << "https://news.example.org/a?b=1"
                           << "news.example.org"
                           << "";
    QTest::newRow("upper case") << "HTTPS://News.Example.ORG/"
                                << "news.example.org"
                                << "";
    QTest::newRow("port") << "http://example.org:8080/"
                          << "example.org"
                          << "";
    QTest::newRow("letters of another script") << QStringLiteral("https://\u0435xample.org/")
                                               << QStringLiteral("\u0435xample.org") << "xn--xample-2of.org";
    QTest::newRow("written in ASCII") << "https://xn--mnchen-3ya.example/"
                                      << QStringLiteral("m\u00FCnchen.example") << "xn--mnchen-3ya.example";
    QTest::newRow("number") << "https://127.0.0.1/x"
                            << "127.0.0.1"
                            << "";
    QTest::newRow("user before host") << "https://bank.example@other.example/"
                                      << "other.example"
                                      << "";
    QTest::newRow("space in the path") << "https://example.org/a b"
                                       << "example.org"
                                       << "";
    QTest::newRow("mail") << "mailto:desk@example.org?subject=x"
                          << "desk@example.org"
                          << "";
}

void LinksTest::addressesAreRead()
{
    QFETCH(QString, address);
    QFETCH(QString, host);
    QFETCH(QString, ascii);
    const ui::Link link = ui::readLink(address);
    QVERIFY2(link.refusal.isEmpty(), qPrintable(link.refusal));
    QCOMPARE(link.host, host);
    QCOMPARE(link.asciiHost, ascii);
    QCOMPARE(link.user, address.contains(QStringLiteral("bank.example@")));
    for (const QChar letter : link.address)
        QVERIFY2(letter.unicode() > 0x20 && letter.unicode() < 0x7f, "the full address is plain ASCII");
}

void LinksTest::otherSchemesAreRefused_data()
{
    QTest::addColumn<QString>("address");
    for (const char* address :
        {"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x",
            "ftp://example.org/x", "smb://host/share", "tel:123", "ms-word:ofe|u|https://example.org",
            "about:blank", "qrc:/themes/dark.json", "view-source:https://example.org", "//example.org/x",
            "/etc/passwd", "x.html", "https://", "http:///path", "mailto:", "", "https://exa mple.org/"})
        QTest::newRow(address) << QString::fromLatin1(address);
}

void LinksTest::otherSchemesAreRefused()
{
    QFETCH(QString, address);
    showFeed();
    QSignalSpy opened(m_window.get(), &MainWindow::originalRequested);
    const QStringList before = visibleWords();
    m_window->findChild<ui::LinkOpener*>()->open(address);
    QVERIFY(dialog() == nullptr);
    QCOMPARE(opened.count(), 0);
    QVERIFY2(visibleWords() != before, "the refusal is said");
}

void LinksTest::hostIsShownBeforeAnythingOpens()
{
    showFeed();
    QSignalSpy opened(m_window.get(), &MainWindow::originalRequested);
    QTest::keyClick(m_window.get(), Qt::Key_V);
    QVERIFY(dialog() != nullptr);
    QCOMPARE(opened.count(), 0);
    bool host = false;
    for (const QLabel* label : dialog()->findChildren<QLabel*>())
        host = host
            || (label->accessibleName() == QStringLiteral("example.org") && label->font().pixelSize() >= 20);
    QVERIFY2(host, "the host stands there, large");
    QCOMPARE(dialog()->findChild<QPlainTextEdit*>()->toPlainText(), QStringLiteral("https://example.org/3"));
    dialog()->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), dialog());
    QTest::keyClick(dialog(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.at(0).at(0).toString(), QStringLiteral("https://example.org/3"));
    closed();
    QTest::keyClick(m_window.get(), Qt::Key_V);
    QVERIFY2(dialog() != nullptr, "it is asked about again");
}

void LinksTest::declinedIsNotOpened()
{
    showFeed();
    QSignalSpy opened(m_window.get(), &MainWindow::originalRequested);
    QTest::keyClick(m_window.get(), Qt::Key_V);
    QTest::keyClick(dialog(), Qt::Key_Escape);
    closed();
    QCOMPARE(opened.count(), 0);
}

void LinksTest::copiedIsNotOpened()
{
    showFeed();
    QSignalSpy opened(m_window.get(), &MainWindow::originalRequested);
    QTest::keyClick(m_window.get(), Qt::Key_V);
    button(*dialog(), QStringLiteral("Copy"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("https://example.org/3"));
    closed();
    QCOMPARE(opened.count(), 0);
}

void LinksTest::trustedHostOpensWithoutAsking()
{
    showFeed();
    QSignalSpy opened(m_window.get(), &MainWindow::originalRequested);
    QTest::keyClick(m_window.get(), Qt::Key_V);
    dialog()->findChild<QCheckBox*>()->setChecked(true);
    button(*dialog(), QStringLiteral("Open"))->click();
    closed();
    QTest::keyClick(m_window.get(), Qt::Key_V);
    QCOMPARE(opened.count(), 2);
    QVERIFY(dialog() == nullptr);
    auto* opener = m_window->findChild<ui::LinkOpener*>();
    opener->open(QStringLiteral("https://sub.example.org/"));
    QVERIFY2(dialog() != nullptr, "another host is asked about");
    QCOMPARE(opened.count(), 2);
}

void LinksTest::nameBeforeTheHostIsAlwaysAskedAbout()
{
    showFeed();
    QSignalSpy opened(m_window.get(), &MainWindow::originalRequested);
    QTest::keyClick(m_window.get(), Qt::Key_V);
    dialog()->findChild<QCheckBox*>()->setChecked(true);
    button(*dialog(), QStringLiteral("Open"))->click();
    closed();
    m_window->findChild<ui::LinkOpener*>()->open(QStringLiteral("https://bank.example@example.org/"));
    QVERIFY(dialog() != nullptr);
    QCOMPARE(opened.count(), 1);
}

void LinksTest::anchorsOfTheArticleGoTheSameWay()
{
    showFeed();
    QSignalSpy opened(m_window.get(), &MainWindow::originalRequested);
    auto* reader = m_window->findChild<ui::Reader*>();
    int views = 0;
    for (QTextBrowser* view : reader->findChildren<QTextBrowser*>()) {
        ++views;
        QVERIFY2(!view->openLinks(), "nothing opens by itself");
        Q_EMIT view->anchorClicked(QUrl(QStringLiteral("https://links.example/x")));
        if (view->parent()->inherits("ui::StoryPanel")) { // its anchors lead to articles of the store alone
            QVERIFY(dialog() == nullptr);
            continue;
        }
        QVERIFY(dialog() != nullptr);
        QTest::keyClick(dialog(), Qt::Key_Escape);
        closed();
        Q_EMIT view->anchorClicked(QUrl(QStringLiteral("file:///etc/passwd")));
        QVERIFY(dialog() == nullptr);
    }
    QCOMPARE(views, 4);
    QCOMPARE(opened.count(), 0);
}

void LinksTest::sourceInTheMetaLineLeadsToTheOriginal()
{
    showFeed();
    QLabel* meta = nullptr;
    for (QLabel* label : m_window->findChildren<QLabel*>()) {
        if (label->text().contains(QStringLiteral("Received")))
            meta = label;
    }
    QVERIFY(meta != nullptr);
    QVERIFY2(
        meta->text().contains(QStringLiteral("href=\"https://example.org/3\"")), qPrintable(meta->text()));
    Q_EMIT meta->linkActivated(QStringLiteral("https://example.org/3"));
    QVERIFY(dialog() != nullptr);
}

void LinksTest::offlineIsSaidAskedForAndRemembered()
{
    showFeed();
    QSignalSpy changed(m_window.get(), &MainWindow::offlineChanged);
    QSignalSpy worthSaving(m_window.get(), &MainWindow::stateChanged);
    const auto word = [](const MainWindow& window) {
        for (QToolButton* button : window.findChildren<QToolButton*>()) {
            if (button->text() == QStringLiteral("Offline"))
                return button;
        }
        return static_cast<QToolButton*>(nullptr);
    };
    QVERIFY(word(*m_window) != nullptr && !word(*m_window)->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toBool(), true);
    QVERIFY(worthSaving.count() > 0);
    QVERIFY(word(*m_window)->isVisible());
    bool checked = false;
    for (const QAction* action : m_window->findChildren<QAction*>())
        checked = checked || (action->text() == QStringLiteral("Work offline") && action->isChecked());
    QVERIFY(checked);
    MainWindow next(m_dark, m_light);
    QVERIFY(next.restoreWindow(m_window->saveWindow()));
    QVERIFY(next.isOffline());
    word(*m_window)->click();
    QCOMPARE(changed.back().at(0).toBool(), false);
    QVERIFY(next.restoreWindow(m_window->saveWindow()));
    QVERIFY(!next.isOffline());
    QByteArray earlier = m_window->saveWindow();
    earlier.chop(1); // as a version without this wrote it
    earlier[3] = '1';
    QVERIFY(next.restoreWindow(earlier));
}

void LinksTest::offlineOfTheCommandLineIsNotRemembered()
{
    m_window->showOffline(true);
    QVERIFY(m_window->isOffline());
    MainWindow next(m_dark, m_light);
    QVERIFY(next.restoreWindow(m_window->saveWindow()));
    QVERIFY(!next.isOffline());
}

void LinksTest::sourcesOpenByKeyMenuAndHealth()
{
    showFeed();
    QSignalSpy shown(&m_window->sources(), &ui::SourceWindows::managerShown);
    const auto managers = [this] {
        int count = 0;
        for (const QDialog* found : m_window->findChildren<QDialog*>())
            count += found->isVisible() && found->windowTitle() == QStringLiteral("Sources") ? 1 : 0;
        return count;
    };
    QSignalSpy starred(m_window.get(), &MainWindow::starChanged);
    QTest::keyClick(m_window.get(), Qt::Key_G);
    QTest::keyClick(m_window.get(), Qt::Key_S);
    QCOMPARE(starred.count(), 0);
    QCOMPARE(shown.count(), 1);
    QCOMPARE(managers(), 1);
    for (QAction* action : m_window->findChildren<QAction*>()) {
        if (action->text() == QStringLiteral("Sources"))
            action->trigger();
    }
    QCOMPARE(shown.count(), 2);
    QVERIFY(!health().isEmpty());
    for (QLabel* label : m_window->findChildren<QLabel*>()) {
        if (label->text() == health())
            QTest::mouseClick(label, Qt::LeftButton);
    }
    QCOMPARE(shown.count(), 3);
    QCOMPARE(managers(), 1); // one of its kind
    for (QDialog* found : m_window->findChildren<QDialog*>())
        found->close();
    QCOMPARE(shown.back().at(0).toBool(), false);
}

void LinksTest::looks()
{
    QFETCH(QString, theme);
    QFETCH(double, scale);
    DialogHost host(theme, scale);
    const QStringList addresses{
        QStringLiteral("https://www.markets.example.org/2026/11/23/smelters-cut-runs?ref=feed"),
        QStringLiteral("http://user:x@\u0435xample.org/a/long/address/") + QString(300, QLatin1Char('x')),
        QStringLiteral("mailto:desk@example.org?subject=Runs")};
    for (int at = 0; at < addresses.size(); ++at) {
        OpenLinkDialog shown(host.theme, ui::readLink(addresses[at]), &host.window);
        shown.show();
        QVERIFY(QTest::qWaitForWindowActive(&shown));
        pictures::keep(shown, QStringLiteral("link%1").arg(at));
        const QStringList faults = pictures::clipped(shown);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }
}

QTEST_MAIN(LinksTest)
#include "links_test.moc"
