// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// The program itself scoring many lines: several processors work at them, and nobody may notice but by the
// clock.
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr int WaitMs = 120000;

} // namespace

class ScoreCommandTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QProcess& run(QProcess& process, const QStringList& words) const
    {
        process.start(QStringLiteral(LEADLINE_PROGRAM),
            QStringList{QStringLiteral("--data-dir"), m_folder.path(), QStringLiteral("--offline"),
                QStringLiteral("score")}
                + words);
        process.waitForFinished(WaitMs);
        return process;
    }

    QString written(const QByteArray& bytes) const
    {
        const QString name = m_folder.filePath(QStringLiteral("lines.ndjson"));
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return name;
    }

private Q_SLOTS:
    // More lines than are worked at together, with blank and wrong ones among them.
    void answersInTheOrderOfTheLines()
    {
        constexpr int Lines = 17000;
        const QList<int> wrong{300, 301, 16384, 16999};
        QByteArray input;
        QByteArray expected;
        for (int line = 1; line <= Lines; ++line) {
            if (wrong.contains(line)) {
                input += "no JSON\n";
                expected += "wrong " + QByteArray::number(line) + '\n';
            } else if (line % 1000 == 0) {
                input += '\n';
            } else {
                input += line % 2 == 0 ? "{\"text\": \"Profit rose.\"}\n" : "{\"text\": \"Profit fell.\"}\n";
                expected += (line % 2 == 0 ? "positive " : "negative ") + QByteArray::number(line) + '\n';
            }
        }
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        run(process, {written(input)});
        QCOMPARE(process.exitCode(), 2);
        QByteArray found;
        const QList<QByteArray> answers = process.readAll().split('\n');
        for (const QByteArray& answer : answers) {
            const QJsonObject object = QJsonDocument::fromJson(answer).object();
            const qsizetype named = answer.indexOf(", line ");
            if (!object.isEmpty())
                found += object[QLatin1String("label")].toString().toUtf8() + ' '
                    + QByteArray::number(object[QLatin1String("id")].toInt()) + '\n';
            else if (named >= 0)
                found += "wrong " + QByteArray::number(answer.mid(named + 7).split(':')[0].toInt()) + '\n';
        }
        QCOMPARE(found, expected);
    }

    void targetIsAskedAboutWhenTold()
    {
        const QString file = written(
            "{\"id\": \"a\", \"text\": \"Orvella overtakes Brantel in phones\", \"target\": \"Brantel\"}\n");
        const auto scoreOf = [&](const QStringList& words) {
            QProcess process;
            const QByteArray answer = run(process, words).readAllStandardOutput();
            return QJsonDocument::fromJson(answer).object()[QLatin1String("score")].toDouble();
        };
        QVERIFY(scoreOf({QStringLiteral("--target"), file}) < 0);
        QVERIFY(scoreOf({file}) > scoreOf({QStringLiteral("--target"), file}));
    }
};

QTEST_GUILESS_MAIN(ScoreCommandTest)
#include "scorecommand_test.moc"
