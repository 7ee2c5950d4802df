// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "storecommand.h"
#include "textinput.h"

#include <iostream>

namespace app {

int runDoctor(const Context& context, const DoctorOptions& options)
{
    const std::unique_ptr<store::Database> database
        = options.repair ? openForWriting(context) : openForReading(context);
    if (!database)
        return NoStore;
    if (!options.backup.empty()) {
        if (const base::Outcome saved = store::backupStore(*database, options.backup); !saved) {
            printFailure(saved.error());
            return SomeFailed;
        }
        std::cout << "Backup written and checked: " << options.backup << '\n';
    }
    if (options.repair) {
        const base::Result<std::vector<std::string>> done = store::repairStore(*database);
        if (!done) {
            printFailure(done.error());
            return NoStore;
        }
        for (const std::string& line : *done)
            std::cout << line << '\n';
    }
    const base::Result<std::vector<std::string>> faults = store::checkStore(*database);
    if (!faults) {
        printFailure(faults.error());
        return NoStore;
    }
    for (const std::string& fault : *faults)
        std::cout << "fault: " << fault << '\n';
    std::cout << (faults->empty() ? "The store is sound" : "The store has faults") << " (schema "
              << database->schemaVersion() << ", " << database->bytes() / 1024 << " KiB)\n";
    return faults->empty() ? AllDone : SomeFailed;
}

} // namespace app
