// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storecommand.h"

#include "textinput.h"

#include <app/resourcefiles.h>

namespace app {

namespace {

std::unique_ptr<store::Database> opened(base::Result<std::unique_ptr<store::Database>> database)
{
    if (database)
        return std::move(database).value();
    printFailure(database.error());
    return nullptr;
}

} // namespace

std::unique_ptr<store::Database> openForWriting(const Context& context)
{
    return opened(
        store::Database::openForWriting(context.storePath(), resourceFiles(QStringLiteral("migrations"))));
}

std::unique_ptr<store::Database> openForReading(const Context& context)
{
    return opened(store::Database::openForReading(context.storePath()));
}

} // namespace app
