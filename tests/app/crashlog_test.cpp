// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: crashlog.cpp
#include <app/crashlog.h>
#include <base/files.h>

#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

class CrashLogTest final : public QObject {
    Q_OBJECT

    // How a process ended that keeps its crashes in the folder and then does this.
    static int statusOf(const std::filesystem::path& folder, void (*what)())
    {
        const pid_t child = ::fork();
        if (child == 0) {
            app::keepCrashes(folder);
            what();
            ::_exit(0);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        return status;
    }

private Q_SLOTS:
    void faultIsKeptAndToldOnce()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        QVERIFY(base::writeFile(path / "leadline.log", "first line\nlast line\n"));
        for (const int fault : {SIGSEGV, SIGABRT}) {
            const int status = fault == SIGSEGV ? statusOf(path, [] { ::raise(SIGSEGV); })
                                                : statusOf(path, [] { std::abort(); });
            QVERIFY(WIFSIGNALED(status)); // it ends as it would have
            QCOMPARE(WTERMSIG(status), fault);
            const std::optional<std::string> told = app::takeCrash(path);
            QVERIFY(told.has_value());
            const QString text = QString::fromStdString(*told);
            QVERIFY2(text.contains(QStringLiteral("signal %1").arg(fault, 2, 10, QLatin1Char('0'))),
                told->c_str());
            QVERIFY(text.contains(QStringLiteral("last line")));
            QVERIFY(text.count(QLatin1Char('\n')) > 4); // where it happened
            QVERIFY(std::filesystem::exists(path / "crash-1.log"));
            QVERIFY(!app::takeCrash(path));
        }
    }

    void aRunThatEndsWellLeavesNothingToTell()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        const int status = statusOf(path, [] {});
        QVERIFY(WIFEXITED(status));
        QVERIFY(!app::takeCrash(path));
        QVERIFY(!app::takeCrash(path / "missing"));
    }
};

QTEST_GUILESS_MAIN(CrashLogTest)
#include "crashlog_test.moc"
