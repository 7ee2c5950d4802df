// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// From the sample files to the PDF: read, analysed, stored, found, briefed, and the PDF's text read back.
#include <app/briefing.h>
#include <app/briefwriter.h>
#include <app/context.h>
#include <app/databasethread.h>
#include <app/ingestjob.h>
#include <app/resourcefiles.h>
#include <store/articlestore.h>
#include <store/sourcestore.h>

#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <set>

namespace {
constexpr int WaitMs = 60000;
}

class WholeWayTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<app::Context> m_context;

    // Runs a job over these inputs to its end.
    app::IngestCounts ingest(const std::vector<std::string>& inputs, QStringList* failures = nullptr)
    {
        auto database = store::Database::openForWriting(
            m_context->storePath(), app::resourceFiles(QStringLiteral("migrations")));
        app::DatabaseThread writer(std::move(database).value(), QStringLiteral("writer"));
        app::IngestJob job(*m_context, app::enginePack(*m_context).value(), writer);
        QSignalSpy finished(&job, &app::IngestJob::finished);
        if (failures != nullptr)
            connect(&job, &app::IngestJob::inputFailed, &job,
                [failures](const QString& name, const QString& reason) {
                    *failures << name + QStringLiteral(": ") + reason;
                });
        job.add(inputs);
        while (job.isRunning())
            finished.wait(WaitMs);
        return job.counts();
    }

    desk::FeedPage page(const std::string& query)
    {
        auto database = store::Database::openForReading(m_context->storePath());
        desk::FeedRequest request;
        request.count = true;
        request.query = query;
        request.limit = 500;
        return store::readPage(**database, request, app::currentInstant()).value();
    }

private Q_SLOTS:
    void init()
    {
        app::Options options;
        options.dataDir
            = m_folder.filePath(QString::number(QRandomGenerator::global()->generate())).toStdString();
        options.offline = true;
        std::filesystem::create_directories(options.dataDir);
        m_context = std::make_unique<app::Context>(app::makeContext(options));
    }

    void sampleNewsToBrief()
    {
        const app::IngestCounts counts = ingest({LEADLINE_RESOURCES "/sample"});
        QVERIFY(counts.added >= 60);
        QCOMPARE(counts.failed, 0);
        QCOMPARE(ingest({LEADLINE_RESOURCES "/sample"}).added, 0); // again: nothing new

        const desk::FeedPage all = page("");
        std::set<std::string> topics;
        for (const desk::ArticleRow& row : all.rows)
            topics.insert(row.topics.begin(), row.topics.end());
        QVERIFY2(topics.size() >= 25, qPrintable(QString::number(topics.size())));
        QCOMPARE(static_cast<int>(page("lang:de").rows.size()), 1);
        QVERIFY(!page("lang:de").rows.front().analysed);

        const desk::FeedPage best
            = page("has:decision topic:\"Monetary Policy & Central Banks\" sort:impact");
        QVERIFY(!best.rows.empty());
        auto database = store::Database::openForReading(m_context->storePath());
        app::BriefRequest request;
        request.article = best.rows.front().id;
        base::Result<brief::BriefInput> input
            = app::readBriefInput(**database, request, *base::fromIso("2026-11-23T14:32:00Z"), {});
        QVERIFY(input);
        const std::string file = m_folder.filePath(QStringLiteral("brief.pdf")).toStdString();
        QVERIFY(app::writeBrief(*input, file));
        if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
            QSKIP("pdftotext is not installed (poppler-utils)");
        QProcess process;
        process.start(QStringLiteral("pdftotext"), {QString::fromStdString(file), QStringLiteral("-")});
        QVERIFY(process.waitForFinished());
        const QString words = QString::fromUtf8(process.readAllStandardOutput()).simplified();
        QVERIFY(words.contains(QString::fromStdString(best.rows.front().title)));
        QVERIFY(words.contains(QStringLiteral("Key decisions for investors")));
        QVERIFY(words.contains(QString::fromStdString(input->articles.front().analysis.decisions.front().title).simplified()));

        // The sidecar makes the same bytes again.
        const std::string again = m_folder.filePath(QStringLiteral("again.pdf")).toStdString();
        base::Result<brief::BriefInput> rebuilt = brief::fromSidecar(
            base::readFile(m_folder.filePath(QStringLiteral("brief.json")).toStdString()).value());
        QVERIFY(rebuilt);
        QVERIFY(app::writeBrief(*rebuilt, again, app::Sidecar::Keep));
        QVERIFY(base::readFile(again).value() == base::readFile(file).value());
        QVERIFY(!app::writeBrief(*rebuilt, m_folder.filePath(QStringLiteral("x.doc")).toStdString()));
    }

    void oneBadInputStopsNothing()
    {
        const std::string bad = m_folder.filePath(QStringLiteral("bad.bin")).toStdString();
        QVERIFY(base::writeFile(bad, std::string("\0\1\2\3\4\5\6\7\0\1\2\3\4\5\6\7\0\1\2\3", 20)));
        QStringList failures;
        const app::IngestCounts counts
            = ingest({bad, m_folder.filePath(QStringLiteral("none.xml")).toStdString(),
                         LEADLINE_RESOURCES "/sample/earnings-now.xml"},
                &failures);
        QCOMPARE(counts.failed, 2);
        QCOMPARE(failures.size(), 2);
        QVERIFY(counts.added > 0);
    }

    void offlineFetchesNothing()
    {
        QStringList failures;
        const app::IngestCounts counts = ingest({"https://feeds.invalid/rss"}, &failures);
        QCOMPARE(counts.failed, 1);
        QVERIFY2(failures.front().contains(QStringLiteral("offline")), qPrintable(failures.front()));
    }
};

QTEST_MAIN(WholeWayTest)
#include "wholeway_test.moc"
