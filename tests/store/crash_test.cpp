// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// A writer is killed at random moments, while it makes a store, brings one up to date or works: all it
// acknowledged is there, and the store is sound. LEADLINE_KILLS says how often (20).
#include <store/maintenance.h>
#include <store/migrations.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <support/fixturestore.h>
#include <support/storeactions.h>
#include <unistd.h>

#include <cstring>

namespace {

constexpr int WaitMs = 20000;
constexpr int RoundsOfAStore = 12;

// One line in one call: it is in the pipe whole before the next action begins.
void say(const std::string& line)
{
    if (::write(STDOUT_FILENO, line.data(), line.size()) < 0)
        ::_exit(4);
}

std::string lineOf(char mark, const support::Effects& effects)
{
    std::string line(1, mark);
    for (const auto& [key, value] : effects)
        line += '\t' + key + '\t' + value;
    return line + '\n';
}

int writer(const char* file, unsigned seed)
{
    const auto database = store::Database::openForWriting(file, support::migrations());
    if (!database) {
        say("failed\t" + database.error().text() + '\n');
        return 3;
    }
    say("open\n");
    support::StoreActions actions(**database, seed);
    for (;;) {
        if (!actions.act([](const support::Effects& effects) { say(lineOf('?', effects)); },
                [](const support::Effects& effects) { say(lineOf('!', effects)); }))
            say("failed\tan action\n");
        if (actions.below(20) == 0 && !store::tendStore(**database))
            say("failed\tthe care\n");
    }
}

} // namespace

class CrashTest final : public QObject {
    Q_OBJECT

    int m_acknowledged = 0;
    int m_inFlight = 0;
    int m_early = 0; // killed before the store was open

    // Gives the writer's failures.
    QStringList runAndKill(
        const std::filesystem::path& file, std::mt19937& random, support::Acknowledged& memory)
    {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(),
            {QStringLiteral("--writer"), QString::fromStdString(file.string()),
                QString::number(random() % 1000000000)});
        process.waitForStarted(WaitMs);
        QByteArray said;
        const auto wanted = static_cast<qsizetype>(random() % 60);
        // Half of the kills come early, while the store is made, opened or brought up to date.
        const bool early = random() % 2 == 0;
        while (!early && said.count("\n!") < wanted && process.waitForReadyRead(WaitMs))
            said += process.readAll();
        process.waitForFinished(static_cast<int>(random() % (early ? 150 : 12)));
        process.kill();
        process.waitForFinished(WaitMs);
        said += process.readAll();
        QStringList failures;
        if (!said.startsWith("open\n"))
            ++m_early;
        bool open = false;
        for (const QByteArray& line : said.split('\n')) {
            const QByteArrayList parts = line.split('\t');
            if (parts.front() == "failed")
                failures << QString::fromUtf8(line);
            support::Effects effects;
            for (qsizetype at = 1; at + 1 < parts.size(); at += 2)
                effects.emplace_back(parts[at].toStdString(), parts[at + 1].toStdString());
            if (parts.front() == "?") {
                memory.begun(effects);
                open = true;
            } else if (parts.front() == "!") {
                memory.done(effects);
                open = false;
                ++m_acknowledged;
            }
        }
        m_inFlight += open ? 1 : 0;
        return failures;
    }

private Q_SLOTS:
    void nothingAcknowledgedIsLost()
    {
        bool given = false;
        const int asked = qEnvironmentVariableIntValue("LEADLINE_KILLS", &given);
        const int kills = given ? asked : 20;
        std::mt19937 random(20261125);
        std::unique_ptr<QTemporaryDir> folder;
        support::Acknowledged memory;
        std::filesystem::path file;
        for (int kill = 0; kill < kills; ++kill) {
            if (kill % RoundsOfAStore == 0) {
                folder = std::make_unique<QTemporaryDir>();
                file = folder->filePath(QStringLiteral("leadline.sqlite")).toStdString();
                memory = {};
                if (kill % (2 * RoundsOfAStore) != 0) {
                    support::makeFixture(1, file);
                    SQLite::Database old(file.string());
                    SQLite::Statement query(old, "SELECT identity, note FROM article");
                    while (query.executeStep())
                        memory.done(
                            {{"note " + query.getColumn(0).getString(), query.getColumn(1).getString()}});
                }
            }
            const QStringList failures = runAndKill(file, random, memory);
            QVERIFY2(failures.isEmpty(), qPrintable(failures.join(QLatin1Char('\n'))));
            const auto opened = store::Database::openForWriting(file, support::migrations());
            QVERIFY2(opened, opened ? "" : opened.error().text().c_str());
            const auto faults = store::checkStore(**opened);
            QVERIFY2(faults && faults->empty(), faults && !faults->empty() ? faults->front().c_str() : "");
            const std::vector<std::string> lost = memory.compare(support::standing(**opened));
            QVERIFY2(lost.empty(), lost.empty() ? "" : lost.front().c_str());
        }
        qInfo("%d kills: %d actions acknowledged, %d under way when killed, %d killed before the store was "
              "open; "
              "nothing lost, integrity ok each time",
            kills, m_acknowledged, m_inFlight, m_early);
        QVERIFY(m_acknowledged > kills);
        QVERIFY(m_inFlight > 0);
    }
};

int main(int argc, char** argv)
{
    if (argc == 4 && std::strcmp(argv[1], "--writer") == 0)
        return writer(argv[2], static_cast<unsigned>(std::stoul(argv[3])));
    QCoreApplication application(argc, argv);
    CrashTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "crash_test.moc"
