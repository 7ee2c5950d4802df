// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// An analyst's morning by keys alone: the program itself in an X server with a window manager, over the
// sample news. Keys are sent as a keyboard sends them; what they did is read from the store, the files and
// the titles of the windows, never from the program's inside.
#include <store/articlestore.h>
#include <store/database.h>
#include <store/ledgerstore.h>
#include <store/states.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <csignal>
#include <functional>
#include <memory>

namespace {

constexpr int WaitMs = 30000;
constexpr int Articles = 50; // that are gone through

QString output(const QString& program, const QStringList& words, const QProcessEnvironment& environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, words);
    process.waitForFinished(WaitMs);
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

class TriageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void opensOnTheNews();
    void readsStarsAndLabelsFiftyArticles();
    void opensWhyAndEvidence();
    void acceptsADecision();
    void findsInTheArticle();
    void writesABrief();
    void marksAllAndTakesItBack();
    void searchesByQuery();
    void goesThroughEveryPage();
    void opensSourcesByThePalette();
    void losesNothingWhenKilled();
    void endsInOrderAtALogout();
    void didNothingSlowInTheWindowsThread();

private:
    void start();
    void keys(const QStringList& list); // "j", "shift+a", "Return", as xdotool names them
    void type(const QString& text);
    bool hasWindow(const QString& title) const;
    QString focused() const;
    qint64 activeWindow() const;
    std::unique_ptr<store::Database> open() const;
    std::int64_t count(const std::string& query) const;
    std::size_t ledger() const;

    QTemporaryDir m_folder;
    QProcess m_server;
    QProcess m_manager;
    QProcess m_program;
    QProcessEnvironment m_environment;
};

void TriageTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    for (const QString& program :
        {QStringLiteral("Xvfb"), QStringLiteral("openbox"), QStringLiteral("xdotool")})
        QVERIFY2(!QStandardPaths::findExecutable(program).isEmpty(),
            qPrintable(program + QStringLiteral(" is needed")));
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    m_environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    m_environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder.filePath(QStringLiteral("config")));
    m_environment.insert(QStringLiteral("HOME"), m_folder.path());
    // The server chooses a free display itself and says which.
    m_server.setProcessEnvironment(m_environment);
    m_server.start(QStringLiteral("Xvfb"),
        {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"),
            QStringLiteral("1680x1050x24"), QStringLiteral("-nolisten"), QStringLiteral("tcp")});
    QVERIFY(m_server.waitForStarted(WaitMs));
    QByteArray display;
    QTRY_VERIFY_WITH_TIMEOUT(
        (m_server.waitForReadyRead(100), display += m_server.readAllStandardOutput(), display.endsWith('\n')),
        WaitMs);
    m_environment.insert(
        QStringLiteral("DISPLAY"), QStringLiteral(":") + QString::fromLatin1(display).trimmed());
    m_manager.setProcessEnvironment(m_environment);
    m_manager.start(QStringLiteral("openbox"), {});
    QVERIFY(m_manager.waitForStarted(WaitMs));

    QProcess ingest;
    ingest.setProcessEnvironment(m_environment);
    ingest.start(QStringLiteral(LEADLINE_PROGRAM),
        {QStringLiteral("--data-dir"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("--offline"),
            QStringLiteral("ingest"), QStringLiteral(LEADLINE_RESOURCES "/sample")});
    QVERIFY(ingest.waitForFinished(WaitMs));
    QCOMPARE(ingest.exitCode(), 0);
    start();
}

void TriageTest::cleanupTestCase()
{
    for (QProcess* process : {&m_program, &m_manager, &m_server}) {
        process->terminate();
        if (!process->waitForFinished(WaitMs))
            process->kill();
    }
}

void TriageTest::start()
{
    m_program.setProcessEnvironment(m_environment);
    m_program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_program.start(QStringLiteral(LEADLINE_PROGRAM),
        {QStringLiteral("--data-dir"), m_folder.filePath(QStringLiteral("data")),
            QStringLiteral("--offline")});
    QVERIFY(m_program.waitForStarted(WaitMs));
    QTRY_COMPARE_WITH_TIMEOUT(focused(), QStringLiteral("Leadline"), WaitMs);
}

void TriageTest::keys(const QStringList& list)
{
    output(QStringLiteral("xdotool"),
        QStringList{QStringLiteral("key"), QStringLiteral("--delay"), QStringLiteral("25")} + list,
        m_environment);
}

void TriageTest::type(const QString& text)
{
    output(QStringLiteral("xdotool"),
        {QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("15"), text}, m_environment);
}

bool TriageTest::hasWindow(const QString& title) const
{
    return !output(QStringLiteral("xdotool"),
        {QStringLiteral("search"), QStringLiteral("--onlyvisible"), QStringLiteral("--name"), title},
        m_environment)
                .trimmed()
                .isEmpty();
}

QString TriageTest::focused() const
{
    return output(QStringLiteral("xdotool"),
        {QStringLiteral("getactivewindow"), QStringLiteral("getwindowname")}, m_environment)
        .trimmed();
}

qint64 TriageTest::activeWindow() const
{
    return output(QStringLiteral("xdotool"), {QStringLiteral("getactivewindow")}, m_environment)
        .trimmed()
        .toLongLong();
}

std::unique_ptr<store::Database> TriageTest::open() const
{
    auto opened = store::Database::openForReading(
        m_folder.filePath(QStringLiteral("data/leadline.sqlite")).toStdString());
    return opened ? std::move(opened).value() : nullptr;
}

std::int64_t TriageTest::count(const std::string& query) const
{
    const auto database = open();
    desk::FeedRequest request;
    request.query = query;
    request.limit = 1000;
    const auto now = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto page = database
        ? store::readPage(*database, request, now)
        : base::Result<desk::FeedPage>(base::Error{base::ErrorCode::Io, "no store", {}});
    return page ? static_cast<std::int64_t>(page->rows.size()) : -1;
}

std::size_t TriageTest::ledger() const
{
    const auto database = open();
    if (database == nullptr)
        return 0;
    const auto ledger = store::readLedger(*database);
    return ledger ? ledger->size() : 0;
}

void TriageTest::opensOnTheNews()
{
    QVERIFY(count("") > Articles);
    QCOMPARE(count("is:read"), std::int64_t{0}); // to be shown is not to be read
}

void TriageTest::readsStarsAndLabelsFiftyArticles()
{
    for (int at = 0; at < Articles; ++at) {
        QStringList list{QStringLiteral("o")};
        if (at % 5 == 0)
            list << QStringLiteral("s");
        keys(list);
        if (at % 10 == 0) {
            keys({QStringLiteral("l")});
            QTRY_VERIFY_WITH_TIMEOUT(hasWindow(QStringLiteral("^Labels$")), WaitMs);
            type(QStringLiteral("desk"));
            keys({QStringLiteral("Return"), QStringLiteral("Escape")});
            QTRY_COMPARE_WITH_TIMEOUT(focused(), QStringLiteral("Leadline"), WaitMs);
        }
        keys({QStringLiteral("j")});
    }
    QTRY_COMPARE_WITH_TIMEOUT(count("is:read"), std::int64_t{Articles}, WaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(count("is:starred"), std::int64_t{Articles / 5}, WaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(count("label:desk"), std::int64_t{Articles / 10}, WaitMs);
}

void TriageTest::opensWhyAndEvidence()
{
    for (const QString& key : {QStringLiteral("w"), QStringLiteral("shift+w")}) {
        keys({key});
        QTRY_VERIFY_WITH_TIMEOUT(hasWindow(QStringLiteral("^Why .*[0-9][.][0-9][0-9]")), WaitMs);
        keys({QStringLiteral("Escape")});
        QTRY_COMPARE_WITH_TIMEOUT(focused(), QStringLiteral("Leadline"), WaitMs);
    }
    // To a sentence, to the words it rests on, and to the sentences that use them.
    keys({QStringLiteral("bracketright"), QStringLiteral("r"), QStringLiteral("bracketright"),
        QStringLiteral("r"), QStringLiteral("t"), QStringLiteral("t")});
    QCOMPARE(focused(), QStringLiteral("Leadline"));
}

void TriageTest::acceptsADecision()
{
    keys({QStringLiteral("g"), QStringLiteral("n"), QStringLiteral("Home"), QStringLiteral("1"),
        QStringLiteral("e")});
    QTRY_COMPARE_WITH_TIMEOUT(ledger(), std::size_t{1}, WaitMs);
}

void TriageTest::findsInTheArticle()
{
    keys({QStringLiteral("f")});
    type(QStringLiteral("the"));
    keys({QStringLiteral("Return"), QStringLiteral("Escape")});
    // The bar took the letters: none of them was a key of the list.
    QCOMPARE(count("is:starred"), std::int64_t{Articles / 5});
    QCOMPARE(focused(), QStringLiteral("Leadline"));
}

void TriageTest::writesABrief()
{
    const QString file = m_folder.filePath(QStringLiteral("morning.pdf"));
    keys({QStringLiteral("b")});
    QTRY_COMPARE_WITH_TIMEOUT(focused(), QStringLiteral("Export brief"), WaitMs);
    const qint64 dialog = activeWindow();
    keys({QStringLiteral("ctrl+Return")}); // asks for the file when the pages are there
    QTRY_VERIFY_WITH_TIMEOUT(activeWindow() != dialog, WaitMs);
    keys({QStringLiteral("ctrl+a")});
    type(file);
    keys({QStringLiteral("Return")});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), WaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(activeWindow(), dialog, WaitMs);
    keys({QStringLiteral("Escape")});
    QFile pdf(file);
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.readAll().startsWith("%PDF-"));
    QTRY_COMPARE_WITH_TIMEOUT(focused(), QStringLiteral("Leadline"), WaitMs);
}

void TriageTest::marksAllAndTakesItBack()
{
    const std::int64_t all = count("");
    keys({QStringLiteral("shift+a")});
    QTRY_COMPARE_WITH_TIMEOUT(count("is:read"), all, WaitMs);
    keys({QStringLiteral("ctrl+z")});
    QTRY_COMPARE_WITH_TIMEOUT(count("is:read"), std::int64_t{Articles}, WaitMs);
}

void TriageTest::searchesByQuery()
{
    keys({QStringLiteral("slash")});
    type(QStringLiteral("topic:\"Oil & Gas\" impact>=0.3"));
    keys({QStringLiteral("Return")});
    const std::int64_t found = count("topic:\"Oil & Gas\" impact>=0.3");
    QVERIFY(found > 0);
    // All that is found is hidden, and nothing else; then undone.
    // Who sees the list waits for it; here it is tried again until it was there.
    QElapsedTimer waited;
    waited.start();
    std::int64_t hidden = 0;
    do {
        keys({QStringLiteral("ctrl+a"), QStringLiteral("x")});
        QTRY_VERIFY_WITH_TIMEOUT(count("is:hidden") > 0, WaitMs);
        hidden = count("is:hidden");
        keys({QStringLiteral("ctrl+z")});
        QTRY_COMPARE_WITH_TIMEOUT(count("is:hidden"), std::int64_t{0}, WaitMs);
    } while (hidden != found && waited.elapsed() < WaitMs);
    QCOMPARE(hidden, found);
    keys({QStringLiteral("slash"), QStringLiteral("ctrl+a"), QStringLiteral("BackSpace"),
        QStringLiteral("Return")});
}

void TriageTest::goesThroughEveryPage()
{
    for (const QString& letter :
        {QStringLiteral("t"), QStringLiteral("d"), QStringLiteral("a"), QStringLiteral("m"),
            QStringLiteral("p"), QStringLiteral("n")})
        keys({QStringLiteral("g"), letter});
    keys({QStringLiteral("question")});
    QTRY_VERIFY_WITH_TIMEOUT(hasWindow(QStringLiteral("^Keys")), WaitMs);
    keys({QStringLiteral("Escape")});
    QTRY_COMPARE_WITH_TIMEOUT(focused(), QStringLiteral("Leadline"), WaitMs);
    QCOMPARE(m_program.state(), QProcess::Running);
}

void TriageTest::opensSourcesByThePalette()
{
    keys({QStringLiteral("ctrl+k")});
    type(QStringLiteral("sources"));
    keys({QStringLiteral("Return")});
    QTRY_VERIFY_WITH_TIMEOUT(hasWindow(QStringLiteral("^Sources")), WaitMs);
    keys({QStringLiteral("Escape")});
    QTRY_COMPARE_WITH_TIMEOUT(focused(), QStringLiteral("Leadline"), WaitMs);
}

void TriageTest::losesNothingWhenKilled()
{
    keys({QStringLiteral("g"), QStringLiteral("n"), QStringLiteral("Home"), QStringLiteral("s")});
    const std::int64_t before = Articles / 5;
    QTRY_VERIFY_WITH_TIMEOUT(count("is:starred") != before, WaitMs);
    const std::int64_t starred = count("is:starred");
    ::kill(static_cast<pid_t>(m_program.processId()), SIGKILL);
    QVERIFY(m_program.waitForFinished(WaitMs));
    start();
    QCOMPARE(count("is:starred"), starred);
    QCOMPARE(count("is:read"), std::int64_t{Articles});
    QCOMPARE(ledger(), std::size_t{1});
    keys({QStringLiteral("alt+F4")});
    QTRY_COMPARE_WITH_TIMEOUT(m_program.state(), QProcess::NotRunning, WaitMs);
    QCOMPARE(m_program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_program.exitCode(), 0);
}

void TriageTest::endsInOrderAtALogout()
{
    start();
    m_program.terminate(); // SIGTERM
    QVERIFY(m_program.waitForFinished(WaitMs));
    QCOMPARE(m_program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_program.exitCode(), 0);
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("data/leadline.sqlite-wal")))); // closed as it should be
}

void TriageTest::didNothingSlowInTheWindowsThread()
{
    QFile log(m_folder.filePath(QStringLiteral("data/leadline.log")));
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray lines = log.readAll();
    QVERIFY2(!lines.contains("on the window's thread"), lines.constData());
}

QTEST_GUILESS_MAIN(TriageTest)
#include "triage_test.moc"
