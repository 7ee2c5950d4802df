// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "migrations.h"

#include "sqlerror.h"

#include <charconv>
#include <map>

namespace store {

namespace {

constexpr int Newest = 6; // the schema the code of this version speaks
constexpr std::int64_t CheckedBytes = 64 << 20; // larger stores are read whole before a migration only

std::map<int, const std::string*> numbered(const base::ResourceFiles& files)
{
    std::map<int, const std::string*> list;
    for (const auto& [name, text] : files) {
        int number = 0;
        std::from_chars(name.data(), name.data() + name.size(), number);
        if (number > 0)
            list.emplace(number, &text);
    }
    return list;
}

struct Version {
    int application = 0;
    int schema = 0;
    bool empty = true;
};

Version versionOf(SQLite::Database& handle)
{
    Version version;
    version.application = handle.execAndGet("PRAGMA application_id").getInt();
    version.schema = handle.execAndGet("PRAGMA user_version").getInt();
    version.empty = handle.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
    return version;
}

base::Outcome accept(const Version& version)
{
    if (version.empty)
        return base::Done{};
    if (version.application != ApplicationId)
        return base::Error{
            base::ErrorCode::InvalidInput, "is a database of another program; it was left as it is"};
    if (version.schema > Newest) {
        return base::Error{base::ErrorCode::TooNew,
            "was written by a later version (schema " + std::to_string(version.schema) + ", this one knows "
                + std::to_string(Newest) + "); it was left as it is"};
    }
    return base::Done{};
}

} // namespace

base::Outcome checkVersion(Database& database)
{
    return guarded<base::Done>([&]() -> base::Outcome {
        const Version version = versionOf(database.handle());
        if (version.empty)
            return base::Error{base::ErrorCode::NotFound, "the store is empty"};
        if (version.application == ApplicationId && version.schema < Newest)
            return base::Error{base::ErrorCode::Unsupported,
                "was written by an earlier version and is brought up to date when it is opened for writing"};
        return accept(version);
    });
}

base::Outcome migrate(Database& database, const base::ResourceFiles& migrations, bool existed)
{
    return guarded<base::Done>([&]() -> base::Outcome {
        SQLite::Database& handle = database.handle();
        const Version version = versionOf(handle);
        if (base::Outcome accepted = accept(version); !accepted)
            return accepted;
        const bool check = version.schema < Newest || database.bytes() <= CheckedBytes;
        if (!version.empty && check && handle.execAndGet("PRAGMA quick_check(1)").getString() != "ok")
            return base::Error{base::ErrorCode::Corrupt, "the store is damaged; it was left as it is"};
        for (const auto& [number, sql] : numbered(migrations)) {
            if (number <= version.schema || number > Newest)
                continue;
            if (existed && !version.empty) {
                std::filesystem::path backup = database.file();
                backup += ".v" + std::to_string(database.schemaVersion()) + ".backup";
                std::error_code code;
                if (!std::filesystem::exists(backup, code)) {
                    if (base::Outcome saved = backupStore(database, backup); !saved)
                        return saved;
                }
            }
            SQLite::Transaction transaction(handle);
            handle.exec(*sql);
            handle.exec("PRAGMA application_id = " + std::to_string(ApplicationId));
            handle.exec("PRAGMA user_version = " + std::to_string(number));
            transaction.commit();
        }
        if (database.schemaVersion() < Newest)
            return base::Error{base::ErrorCode::Internal, "a migration is missing"};
        return base::Done{};
    });
}

} // namespace store
