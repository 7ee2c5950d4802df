// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "storecommand.h"
#include "textinput.h"

#include <app/ingestjob.h>

#include <QCoreApplication>

#include <unistd.h>

#include <cstdio>
#include <functional>
#include <iostream>

namespace app {

namespace {

void printCounts(const IngestCounts& counts)
{
    std::cout << counts.added << " articles added";
    if (counts.revised > 0)
        std::cout << ", " << counts.revised << " revised";
    if (counts.unchanged > 0)
        std::cout << ", " << counts.unchanged << " unchanged";
    if (counts.subscriptions > 0)
        std::cout << ", " << counts.subscriptions << " sources subscribed";
    if (counts.failed > 0)
        std::cout << "; " << counts.failed << " inputs failed";
    std::cout << '\n';
}

// Runs a job in the application's event loop and prints what came of it.
int runJob(const Context& context, bool analyse, const std::function<void(IngestJob&)>& start)
{
    std::shared_ptr<const engine::Pack> pack;
    if (analyse) {
        auto shipped = enginePack(context);
        if (!shipped) {
            printFailure(shipped.error());
            return SomeFailed;
        }
        pack = std::move(shipped).value();
    }
    std::unique_ptr<store::Database> database = openForWriting(context);
    if (!database)
        return NoStore;
    DatabaseThread writer(std::move(database), QStringLiteral("writer"));
    IngestJob job(context, std::move(pack), writer);
    const bool terminal = isatty(fileno(stderr)) != 0;
    QObject::connect(&job, &IngestJob::progressed, &job, [&](const IngestCounts& counts, const QString&) {
        if (terminal)
            std::cerr << "\r" << counts.done << " of " << counts.inputs << " inputs, " << counts.added
                      << " articles, " << counts.analysed << " analysed " << std::flush;
    });
    QObject::connect(&job, &IngestJob::inputFailed, &job, [&](const QString& name, const QString& reason) {
        if (terminal)
            std::cerr << '\r';
        printFailure({base::ErrorCode::InvalidInput, reason.toStdString(), name.toStdString()});
    });
    QObject::connect(&job, &IngestJob::subscribed, &job,
        [&](const QString& title, const QString& url, const QStringList& others) {
            std::cout << "subscribed: " << title.toStdString() << ' ' << url.toStdString() << '\n';
            for (const QString& other : others)
                std::cout << "  the page also names " << other.toStdString() << '\n';
        });
    QObject::connect(
        &job, &IngestJob::tableRead, &job, [](const QString& file, const ingest::TableUse& table) {
            std::cerr << file.toStdString() << ": " << ingest::mappingText(table.used)
                      << (table.remembered ? " (as remembered)" : " (--columns changes it)") << '\n';
        });
    QObject::connect(
        &job, &IngestJob::finished, &job, [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
    start(job);
    QCoreApplication::exec();
    if (terminal)
        std::cerr << '\r';
    printCounts(job.counts());
    return job.counts().failed > 0 ? SomeFailed : AllDone;
}

} // namespace

int runIngest(const Context& context, const IngestOptions& options)
{
    std::optional<ingest::TableMapping> columns;
    if (!options.columns.empty()) {
        base::Result<ingest::TableMapping> parsed = ingest::parseMapping(options.columns);
        if (!parsed) {
            printFailure({parsed.error().code, parsed.error().message, "--columns"});
            return UsageError;
        }
        columns = std::move(parsed).value();
    }
    return runJob(context, !options.listOnly, [&](IngestJob& job) {
        if (columns)
            job.setColumns(*columns);
        job.add(options.inputs);
    });
}

int runFetch(const Context& context, const FetchOptions& options)
{
    return runJob(context, !options.listOnly, [&](IngestJob& job) {
        job.refresh(options.due);
        job.analysePending();
    });
}

int subscribe(const Context& context, const std::string& argument)
{
    return runJob(context, true, [&](IngestJob& job) { job.subscribe(argument); });
}

int runReanalyze(const Context& context, const ReanalyzeOptions&)
{
    return runJob(context, true, [](IngestJob& job) { job.reanalyse(); });
}

} // namespace app
