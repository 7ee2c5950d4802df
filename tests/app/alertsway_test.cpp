// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: applicationalerts.cpp
// The whole way of an alert through the real window: a rule is typed, rehearsed and saved; news that comes in
// after that fires it; the bell counts it, the receipt stands on the page, it is acknowledged, and its article
// opens in News.
#include <app/application.h>
#include <base/files.h>
#include <ui/pages/alerts.h>
#include <ui/widgets/bell.h>
#include <ui/windowpages.h>

#include <QApplication>
#include <QDateTime>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

namespace {

constexpr int WaitMs = 60000;

template <class Widget> Widget* named(const QWidget& parent, const QString& name)
{
    for (Widget* child : parent.findChildren<Widget*>()) {
        if (child->accessibleName() == name)
            return child;
    }
    return nullptr;
}

} // namespace

class AlertsWayTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRuleFiresAndIsAcknowledged();
};

void AlertsWayTest::aRuleFiresAndIsAcknowledged()
{
    QTemporaryDir folder;
    QVERIFY(folder.isValid());
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    app::Options options;
    options.dataDir = folder.path().toStdString();
    options.offline = true;
    const app::Context context = app::makeContext(options);
    app::WindowOptions start;
    start.inputs = {LEADLINE_RESOURCES "/sample"};
    auto made = app::Application::make(context, start);
    QVERIFY2(bool(made), made ? "" : made.error().text().c_str());
    const std::unique_ptr<app::Application> application = std::move(made).value();
    application->start();
    ui::MainWindow* window = nullptr;
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (auto* found = qobject_cast<ui::MainWindow*>(widget))
            window = found;
    }
    QVERIFY(window != nullptr);
    QVERIFY(QTest::qWaitForWindowActive(window));
    QTRY_VERIFY_WITH_TIMEOUT(window->shownArticle() != 0 && !application->isWorking()
            && window->unscoredRows().isEmpty(),
        WaitMs);

    QTest::keyClick(window, Qt::Key_G);
    QTest::keyClick(window, Qt::Key_A);
    ui::AlertsPage& page = window->pages().alerts();
    QTRY_VERIFY(page.isVisible());
    QTest::keyClick(window->focusWidget(), Qt::Key_N);
    auto* query = named<QPlainTextEdit>(page, QStringLiteral("Fires on, a query"));
    QTest::keyClicks(query, QStringLiteral("zirconium"));
    QSignalSpy rehearsals(&page, &ui::AlertsPage::rehearsalWanted);
    QTRY_VERIFY_WITH_TIMEOUT(
        (QTest::keyClick(query, Qt::Key_Return, Qt::ControlModifier), !rehearsals.isEmpty()), WaitMs);
    auto* summary = page.findChild<QLabel*>(QStringLiteral("rehearsal"));
    QTRY_VERIFY_WITH_TIMEOUT(summary->text().startsWith(QStringLiteral("Would not have fired")), WaitMs);
    QTest::keyClick(query, Qt::Key_S, Qt::ControlModifier);
    auto* rules = named<QListView>(page, QStringLiteral("Rules"));
    QTRY_COMPARE_WITH_TIMEOUT(rules->model()->rowCount(), 1, WaitMs);

    // News that matches comes in.
    const QString path = folder.filePath(QStringLiteral("news.ndjson"));
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    const QString line = QStringLiteral("{\"id\":\"z1\",\"title\":\"Zirconium exports are banned by decree\","
                                        "\"body\":\"The ministry banned exports of zirconium on Monday. Prices "
                                        "rose 12 percent.\",\"published\":\"%1\"}\n")
                             .arg(now);
    QVERIFY(bool(base::writeFile(path.toStdString(), line.toStdString())));
    Q_EMIT window->filesChosen({path});
    ui::Bell& bell = window->pages().bell();
    QTRY_COMPARE_WITH_TIMEOUT(bell.text(), QStringLiteral("1"), WaitMs);
    auto* firings = named<QListView>(page, QStringLiteral("Firings"));
    QTRY_COMPARE_WITH_TIMEOUT(firings->model()->rowCount(), 1, WaitMs);
    QToolButton* open = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT(
        (open = named<QToolButton>(page, QStringLiteral("Open article: Zirconium exports are banned by decree")))
            != nullptr,
        WaitMs);
    if (const QString pictures = qEnvironmentVariable("LEADLINE_PICTURES"); !pictures.isEmpty())
        window->grab().save(pictures + QStringLiteral("/alerts-way.png"));
    firings->setFocus();
    QTest::keyClick(firings, Qt::Key_E);
    QTRY_COMPARE_WITH_TIMEOUT(bell.text(), QStringLiteral("0"), WaitMs);
    // The receipt is laid out anew as acknowledged; its article opens all the same.
    QTest::keyClick(firings, Qt::Key_O);
    QTRY_COMPARE(window->pages().current(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(window->isVisible() && window->shownArticle() != 0, WaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            for (const QLabel* label : window->findChildren<QLabel*>()) {
                if (label->isVisible() && label->text().contains(QStringLiteral("Zirconium exports are banned")))
                    return true;
            }
            return false;
        }(),
        WaitMs);
}

QTEST_MAIN(AlertsWayTest)
#include "alertsway_test.moc"
