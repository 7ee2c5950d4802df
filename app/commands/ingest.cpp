// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "storecommand.h"
#include "textinput.h"

#include <app/ingestjob.h>
#include <store/sourcestore.h>

#include <QCoreApplication>

#include <unistd.h>

#include <cstdio>
#include <iostream>

namespace app {

namespace {

// Runs a job in the application's event loop and prints what came of it.
int runJob(const Context& context, const std::function<void(IngestJob&)>& start)
{
    const auto pack = shippedPack();
    if (!pack) {
        printFailure(pack.error());
        return SomeFailed;
    }
    std::unique_ptr<store::Database> database = openForWriting(context);
    if (!database)
        return NoStore;
    DatabaseThread writer(std::move(database), QStringLiteral("writer"));
    IngestJob job(context, *pack, writer);
    const bool terminal = isatty(fileno(stderr)) != 0;
    QObject::connect(&job, &IngestJob::progressed, &job, [&](int done, int total, const QString&) {
        if (terminal)
            std::cerr << "\r" << done << " of " << total << " inputs, " << job.counts().added << " articles "
                      << std::flush;
    });
    QObject::connect(&job, &IngestJob::inputFailed, &job, [&](const QString& name, const QString& reason) {
        if (terminal)
            std::cerr << '\r';
        printFailure({base::ErrorCode::InvalidInput, reason.toStdString(), name.toStdString()});
    });
    QObject::connect(
        &job, &IngestJob::finished, &job, [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
    start(job);
    QCoreApplication::exec();
    if (terminal)
        std::cerr << '\r';
    const IngestCounts& counts = job.counts();
    std::cout << counts.added << " articles added";
    if (counts.revised > 0)
        std::cout << ", " << counts.revised << " revised";
    if (counts.unchanged > 0)
        std::cout << ", " << counts.unchanged << " unchanged";
    if (counts.subscriptions > 0)
        std::cout << ", " << counts.subscriptions << " feeds subscribed";
    if (counts.failed > 0)
        std::cout << "; " << counts.failed << " inputs failed";
    std::cout << '\n';
    return counts.failed > 0 ? SomeFailed : AllDone;
}

} // namespace

int runIngest(const Context& context, const IngestOptions& options)
{
    return runJob(context, [&](IngestJob& job) { job.add(options.inputs); });
}

int runFetch(const Context& context)
{
    std::vector<base::Source> feeds;
    {
        const std::unique_ptr<store::Database> database = openForWriting(context);
        if (!database)
            return NoStore;
        base::Result<std::vector<base::Source>> sources = store::readSources(*database);
        if (!sources) {
            printFailure(sources.error());
            return NoStore;
        }
        for (base::Source& source : *sources) {
            if (source.kind == base::SourceKind::Feed)
                feeds.push_back(std::move(source));
        }
    }
    return runJob(context, [&](IngestJob& job) { job.addFeeds(feeds); });
}

} // namespace app
