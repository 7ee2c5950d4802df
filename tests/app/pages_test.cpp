// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: windowpages.cpp
// Every page of the real window over the sample news, in all sizes, themes and scales: nothing stands beyond
// its page or is cut off, and everything has a name for who cannot see it. The pictures and what a screen
// reader is told are left in build/<preset>/pages, to be looked at.
#include <app/application.h>
#include <app/resourcefiles.h>
#include <store/alertrules.h>
#include <store/database.h>
#include <ui/theme/ownstyle.h>
#include <ui/theme/theme.h>
#include <ui/windowpages.h>

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QFile>
#include <QScrollArea>
#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <support/pagecheck.h>

#include <memory>

namespace {

// What a screen reader is told, a line each, indented by depth; `unnamed` gets controls without a name.
void tell(QAccessibleInterface* what, int depth, QStringList& lines, QStringList& unnamed)
{
    constexpr int Deepest = 14;
    constexpr int MostChildren = 40; // of a long list the first will do
    if (what == nullptr || !what->isValid() || what->state().invisible || depth > Deepest)
        return;
    const QString name = what->text(QAccessible::Name);
    const QString value = what->text(QAccessible::Value);
    const char* role = QMetaEnum::fromType<QAccessible::Role>().valueToKey(what->role());
    lines << QString(depth * 2, QLatin1Char(' ')) + QString::fromLatin1(role) + QStringLiteral(" \u201C")
            + name + QStringLiteral("\u201D")
            + (value.isEmpty() ? QString() : QStringLiteral(" = ") + value.left(80));
    const bool holds = what->role() == QAccessible::Client || what->role() == QAccessible::Window
        || what->role() == QAccessible::ScrollBar || what->role() == QAccessible::Splitter
        || what->role() == QAccessible::LayeredPane || what->role() == QAccessible::Pane;
    if (what->state().focusable && !what->state().disabled && !holds && name.trimmed().isEmpty())
        unnamed << lines.last().trimmed() + QStringLiteral(" of ")
                + (what->object() != nullptr ? QString::fromLatin1(what->object()->metaObject()->className())
                                             : QString());
    for (int at = 0; at < std::min(what->childCount(), MostChildren); ++at)
        tell(what->child(at), depth + 1, lines, unnamed);
}

} // namespace

class PagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_application.reset(); }
    void everyPageFits_data();
    void everyPageFits();
    void everyControlIsNamed();
    void rowsReadAsSentences();

private:
    void settle(); // until what is shown stays the same

    QTemporaryDir m_folder;
    std::unique_ptr<app::Context> m_context;
    std::unique_ptr<app::Application> m_application;
    ui::MainWindow* m_window = nullptr;
};

void PagesTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QApplication::setStyle(new ui::OwnStyle);
    app::Options options;
    options.dataDir = m_folder.path().toStdString();
    options.offline = true;
    m_context = std::make_unique<app::Context>(app::makeContext(options));
    { // Rules that the sample news fire.
        auto store = store::Database::openForWriting(
            m_context->storePath(), app::resourceFiles(QStringLiteral("migrations")));
        QVERIFY(bool(store));
        for (const char* text : {"topic:\"Oil & Gas\" impact>=0.4; name: Oil shocks; class: critical; fresh: any",
                 "impact>=0.5; name: Large moves; class: high; fresh: any; crosses: first source"}) {
            const auto rule = desk::parseRule(text, base::fromUnix(0));
            QVERIFY2(bool(rule), text);
            QVERIFY(bool(store::saveRule(**store, *rule, base::fromUnix(0))));
        }
    }
    app::WindowOptions window;
    window.inputs = {LEADLINE_RESOURCES "/sample"};
    auto made = app::Application::make(*m_context, window);
    QVERIFY2(bool(made), made ? "" : made.error().text().c_str());
    m_application = std::move(made).value();
    m_application->start();
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (auto* found = qobject_cast<ui::MainWindow*>(widget))
            m_window = found;
    }
    QVERIFY(m_window != nullptr);
    QVERIFY(QTest::qWaitForWindowExposed(m_window));
    QTRY_VERIFY_WITH_TIMEOUT(
        m_window->shownArticle() != 0 && !m_application->isWorking() && m_window->unscoredRows().isEmpty(),
        60000);
    settle();
    // A ledger to look at: two decisions of the first article, one of which a later article called into question.
    for (int decision = 0; decision < 2; ++decision)
        Q_EMIT m_window->decisionAccepted(m_window->shownArticle(), decision);
    auto store = store::Database::openForWriting(
        m_context->storePath(), app::resourceFiles(QStringLiteral("migrations")));
    QVERIFY(bool(store));
    QTRY_COMPARE((*store)->handle().execAndGet("SELECT count(*) FROM ledger").getInt(), 2);
    (*store)->handle().exec(
        "INSERT INTO decision_change (ledger_id, state, at, article_id, title, sentence, clause) SELECT l.id, "
        "'review', l.accepted, a.id, a.title, a.title || '.', 'event:trade.deal' FROM ledger l, article a WHERE "
        "l.decision = 0 AND a.id <> l.article_id LIMIT 1");
}

void PagesTest::settle()
{
    QImage last;
    int same = 0;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            const QImage now = m_window->grab().toImage();
            same = now == last ? same + 1 : 0;
            last = now;
            return same >= 3;
        }(),
        20000);
}

void PagesTest::everyPageFits_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("scale");
    const QSize sizes[] = {{1600, 960}, {1280, 800}, {960, 700}};
    for (int page = 0; page < m_window->pages().count(); ++page) {
        for (const QSize& size : sizes) {
            for (const bool dark : {true, false}) {
                for (const double scale : {1.0, 1.5}) {
                    const QString name = QStringLiteral("%1-%2x%3-%4-%5")
                                             .arg(m_window->pages().name(page).toLower().replace(
                                                 QLatin1Char(' '), QLatin1Char('-')))
                                             .arg(size.width())
                                             .arg(size.height())
                                             .arg(dark ? QStringLiteral("dark") : QStringLiteral("light"))
                                             .arg(scale * 100);
                    QTest::newRow(qPrintable(name)) << page << size << dark << scale;
                }
            }
        }
    }
}

void PagesTest::everyPageFits()
{
    QFETCH(int, page);
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    QFETCH(double, scale);
    m_window->setDarkTheme(dark);
    m_window->setTextScale(scale);
    m_window->resize(size);
    m_window->pages().show(page);
    settle();
    QCOMPARE(m_window->size(), size);
    const QString file = support::pictureFolder() + QLatin1Char('/')
        + QString::fromUtf8(QTest::currentDataTag()) + QStringLiteral(".png");
    QVERIFY(m_window->grab().save(file));
    const QStringList wrong = support::cutOff(*m_window);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void PagesTest::everyControlIsNamed()
{
    m_window->setTextScale(1);
    m_window->resize(1600, 960);
    for (int page = 0; page < m_window->pages().count(); ++page) {
        m_window->pages().show(page);
        settle();
        QStringList lines;
        QStringList unnamed;
        tell(QAccessible::queryAccessibleInterface(m_window), 0, lines, unnamed);
        QFile file(support::pictureFolder() + QLatin1Char('/')
            + m_window->pages().name(page).toLower().replace(QLatin1Char(' '), QLatin1Char('-'))
            + QStringLiteral(".txt"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(lines.join(QLatin1Char('\n')).toUtf8());
        QVERIFY(lines.size() > 20);
        QVERIFY2(unnamed.isEmpty(),
            qPrintable(
                m_window->pages().name(page) + QStringLiteral(": ") + unnamed.join(QLatin1Char('\n'))));
    }
}

void PagesTest::rowsReadAsSentences()
{
    m_window->pages().show(0);
    settle();
    const QAbstractItemView* feed = nullptr;
    for (const auto* view : m_window->findChildren<QAbstractItemView*>()) {
        if (view->isVisible() && (feed == nullptr || view->model()->rowCount() > feed->model()->rowCount()))
            feed = view;
    }
    QVERIFY(feed != nullptr);
    const QModelIndex row = feed->model()->index(0, 0);
    const QString read = row.data(Qt::AccessibleTextRole).toString();
    QVERIFY2(read.contains(row.data(Qt::DisplayRole).toString()), qPrintable(read)); // the headline
    QVERIFY2(read.contains(QStringLiteral("impact")), qPrintable(read));
}

QTEST_MAIN(PagesTest)
#include "pages_test.moc"
