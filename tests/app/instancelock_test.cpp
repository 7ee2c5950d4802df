// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// A second window finds the first and raises it; one that was killed is in nobody's way.
#include <app/instancelock.h>

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

#include <cstring>

namespace {

constexpr int WaitMs = 20000;

// In a process of its own: holds the folder until it is killed, and says when it was asked to come forward.
int holder(int& argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const auto lock = app::InstanceLock::acquire(argv[2]);
    const auto say = [](const char* word) {
        if (::write(STDOUT_FILENO, word, std::strlen(word)) < 0)
            ::_exit(4);
    };
    if (!lock) {
        say("refused\n");
        return 3;
    }
    QObject::connect(lock->get(), &app::InstanceLock::raiseAsked, &application, [&say] { say("raised\n"); });
    say("held\n");
    return QCoreApplication::exec();
}

} // namespace

class InstanceLockTest final : public QObject {
    Q_OBJECT

    static QByteArray nextLine(QProcess& process)
    {
        while (!process.canReadLine() && process.waitForReadyRead(WaitMs)) { }
        return process.readLine().trimmed();
    }

private Q_SLOTS:
    void theSecondRaisesTheFirst()
    {
        QTemporaryDir folder;
        const QString name
            = folder.filePath(QStringLiteral("data dir with ünï and a name that is far longer than a "
                                             "socket's path may be, which is about a hundred bytes"));
        QProcess first;
        first.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--holder"), name});
        QCOMPARE(nextLine(first), QByteArray("held"));
        const auto second = app::InstanceLock::acquire(name.toStdString());
        QVERIFY(!second);
        QVERIFY(second.error().code == base::ErrorCode::Locked);
        QVERIFY(app::InstanceLock::raiseOther(name.toStdString()));
        QCOMPARE(nextLine(first), QByteArray("raised"));
        // Another folder is another window.
        QVERIFY(app::InstanceLock::acquire(folder.filePath(QStringLiteral("other")).toStdString()));

        first.kill();
        QVERIFY(first.waitForFinished(WaitMs));
        const auto next = app::InstanceLock::acquire(name.toStdString());
        QVERIFY(next);
        QVERIFY(QFile::exists(name + QStringLiteral("/window.lock"))); // it is there, and means nothing
        QSignalSpy asked(next->get(), &app::InstanceLock::raiseAsked);
        QProcess another;
        another.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--holder"), name});
        QCOMPARE(nextLine(another), QByteArray("refused"));
        QVERIFY(another.waitForFinished(WaitMs));
        QCOMPARE(asked.count(), 0);
    }

    void nobodyToRaise()
    {
        QTemporaryDir folder;
        QVERIFY(!app::InstanceLock::raiseOther(folder.path().toStdString()));
    }
};

int main(int argc, char** argv)
{
    if (argc == 3 && std::strcmp(argv[1], "--holder") == 0)
        return holder(argc, argv);
    QCoreApplication application(argc, argv);
    InstanceLockTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "instancelock_test.moc"
