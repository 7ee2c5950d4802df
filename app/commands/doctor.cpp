// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "storecommand.h"
#include "textinput.h"

#include <app/resourcefiles.h>
#include <store/backup.h>
#include <store/maintenance.h>
#include <store/salvage.h>
#include <store/storefile.h>

#include <unistd.h>

#include <cstdio>
#include <iostream>

namespace app {

namespace {

int restore(const Context& context, const std::string& backup)
{
    const base::Result<store::Restored> restored = store::restoreStore(context.storePath(), backup);
    if (!restored) {
        printFailure(restored.error());
        return NoStore;
    }
    std::cout << "Restored from " << backup << " (schema " << restored->schema << ")\n";
    if (!restored->former.empty())
        std::cout << "The store that was there is kept as " << restored->former.string() << '\n';
    return AllDone;
}

int salvage(const Context& context)
{
    const base::Result<store::Salvage> salvaged
        = store::salvageStore(context.storePath(), resourceFiles(QStringLiteral("migrations")));
    if (!salvaged) {
        printFailure(salvaged.error());
        return NoStore;
    }
    bool lost = salvaged->unclear > 0 || !salvaged->mended.empty();
    for (const store::SalvagedTable& table : salvaged->tables) {
        std::cout << table.name << ": " << table.rows << " rows read";
        if (table.inPart > 0)
            std::cout << ", " << table.inPart << " of them in part";
        if (table.lostPages > 0)
            std::cout << "; " << table.lostPages << " pages could not be read";
        std::cout << '\n';
        lost = lost || table.inPart > 0 || table.lostPages > 0;
    }
    for (const std::string& line : salvaged->mended)
        std::cout << line << '\n';
    if (salvaged->unclear > 0)
        std::cout << salvaged->unclear << " pages hold rows of which it is not clear where they belong\n";
    const std::string file = salvaged->file.string();
    std::cout << (lost ? "Not all could be read" : "All rows were read") << ". The new store is " << file
              << "; the old one was left as it is.\n"
              << "To work with the new one: leadline doctor --restore '" << file << "'\n";
    return lost ? SomeFailed : AllDone;
}

// Whether nobody else has the store open: a check that writes would make others wait.
bool isAlone(const Context& context)
{
    return static_cast<bool>(
        store::StoreLock::acquire(context.storePath(), store::StoreLock::Mode::Alone, 0));
}

bool printed(const base::Result<std::vector<std::string>>& lines)
{
    if (!lines) {
        printFailure(lines.error());
        return false;
    }
    for (const std::string& line : *lines)
        std::cout << line << '\n';
    return true;
}

bool backUp(store::Database& database, const std::string& file)
{
    const bool terminal = isatty(fileno(stderr)) != 0;
    const base::Outcome saved = store::backupStore(database, file, [terminal](int done, int all) {
        if (terminal && all > 0)
            std::cerr << "\rcopied " << 100LL * done / all << " % " << std::flush;
        return true;
    });
    if (terminal)
        std::cerr << '\r';
    if (!saved) {
        printFailure(saved.error());
        return false;
    }
    std::cout << "Backup written and checked: " << file << '\n';
    return true;
}

int check(store::Database& database, bool whole)
{
    const base::Result<std::vector<std::string>> faults = store::checkStore(database);
    if (!faults) {
        printFailure(faults.error());
        return NoStore;
    }
    for (const std::string& fault : *faults)
        std::cout << "fault: " << fault << '\n';
    if (!whole)
        std::cout << "The store is open elsewhere: the search index was compared by its articles, not by its "
                     "words\n";
    std::cout << (faults->empty() ? "The store is sound" : "The store has faults") << " (schema "
              << database.schemaVersion() << ", " << database.bytes() / 1024 << " KiB)\n";
    if (!faults->empty())
        std::cout
            << "leadline doctor --repair makes indexes anew; leadline doctor --salvage reads what is left "
               "into a new store\n";
    return faults->empty() ? AllDone : SomeFailed;
}

} // namespace

int runDoctor(const Context& context, const DoctorOptions& options)
{
    if (!options.restore.empty())
        return restore(context, options.restore);
    if (options.salvage)
        return salvage(context);
    const bool writes = options.repair || options.vacuum;
    // Looking must not make a store where there is none, nor bring one up to date.
    std::unique_ptr<store::Database> database = openForReading(context);
    if (!database)
        return NoStore;
    if (!options.backup.empty() && !backUp(*database, options.backup))
        return SomeFailed;
    database.reset();
    const bool whole = writes || (isAlone(context) && store::checkWritable(context.storePath()));
    database = whole ? openForWriting(context) : openForReading(context);
    if (!database)
        return NoStore;
    if (options.repair && !printed(store::repairStore(*database)))
        return NoStore;
    if (options.vacuum) {
        const base::Result<std::int64_t> freed = store::vacuumStore(*database);
        if (!freed) {
            printFailure(freed.error());
            return NoStore;
        }
        std::cout << "Written anew without free space: " << *freed / 1024 << " KiB smaller\n";
    }
    return check(*database, whole);
}

} // namespace app
