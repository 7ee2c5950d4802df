// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "storecommand.h"
#include "textinput.h"

#include <app/alertdelivery.h>
#include <app/ingestjob.h>

#include <base/strings.h>
#include <store/alertstore.h>

#include <QCoreApplication>
#include <QTimer>

#include <iostream>

namespace app {

namespace {

constexpr int DueMs = 60000; // between looks for sources that are due

void print(const desk::Firing& firing)
{
    std::cout << base::toIso(firing.at) << '\t' << desk::className(firing.level) << '\t' << firing.ruleName
              << '\t' << firing.title << '\t'
              << (firing.impact ? base::fixed(*firing.impact, 2) : std::string("\u2013")) << '\t' << firing.url
              << (firing.reason.empty() ? std::string() : '\t' + firing.reason) << std::endl;
}

} // namespace

int runWatch(const Context& context, const WatchOptions& options)
{
    auto pack = enginePack(context);
    if (!pack) {
        printFailure(pack.error());
        return SomeFailed;
    }
    std::unique_ptr<store::Database> database = openForWriting(context);
    if (!database)
        return NoStore;
    DatabaseThread writer(std::move(database), QStringLiteral("writer"));
    IngestJob job(context, std::move(pack).value(), writer);
    AlertDelivery delivery(writer);
    bool ending = false;
    int rounds = 0;
    QTimer clock;
    clock.setInterval(options.every > 0 ? options.every * 1000 : DueMs);
    const auto look = [&] { job.refresh(options.every == 0); };
    QObject::connect(&clock, &QTimer::timeout, &job, look);
    QObject::connect(&job, &IngestJob::inputFailed, &job, [](const QString& name, const QString& reason) {
        printFailure({base::ErrorCode::Io, reason.toStdString(), name.toStdString()});
    });
    QObject::connect(&job, &IngestJob::alertsFired, &job, [&](const std::vector<desk::Firing>& firings) {
        for (const desk::Firing& firing : firings)
            print(firing);
        if (!options.quiet)
            delivery.wake();
    });
    const auto changeFirings = [&writer, &delivery](const QList<qint64>& firings, auto work) {
        writer.run([ids = store::Ids(firings.begin(), firings.end()), work,
                       now = currentInstant()](store::Database& store) { return bool(work(store, ids, now)); },
            &delivery, [](bool) {});
    };
    QObject::connect(&delivery.notifier(), &DesktopNotifier::acknowledgeAsked, &delivery,
        [&](const QList<qint64>& firings) {
            changeFirings(firings, [](store::Database& store, const store::Ids& ids, base::Instant now) {
                return store::acknowledge(store, ids, true, now);
            });
        });
    QObject::connect(&delivery.notifier(), &DesktopNotifier::snoozeAsked, &delivery,
        [&](const QList<qint64>& firings) {
            changeFirings(firings, [](store::Database& store, const store::Ids& ids, base::Instant now) {
                return store::snoozeFired(store, ids, now + std::chrono::hours(1), now);
            });
        });
    QObject::connect(&delivery, &AlertDelivery::failed, &delivery, [](const QString& reason) {
        printFailure({base::ErrorCode::Io, reason.toStdString(), {}});
    });
    const auto end = [&] {
        if (ending && !job.isRunning())
            QCoreApplication::quit();
    };
    QObject::connect(&delivery, &AlertDelivery::idle, &delivery, end, Qt::QueuedConnection);
    QObject::connect(
        &job, &IngestJob::finished, &job,
        [&] {
            if (options.rounds == 0 || ++rounds < options.rounds)
                return;
            clock.stop();
            ending = true;
            if (options.quiet)
                return end();
            delivery.wake(); // its end is the program's
        },
        Qt::QueuedConnection);
    if (!options.quiet)
        delivery.wake(); // what nobody was told of yet
    job.analysePending();
    look();
    clock.start();
    QCoreApplication::exec();
    return AllDone;
}

} // namespace app
