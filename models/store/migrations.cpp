// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "migrations.h"

#include "backup.h"
#include "sqlerror.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace store {

namespace {

constexpr int Newest = 8; // the schema the code of this version speaks

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

std::string_view withoutComments(std::string_view sql)
{
    for (;;) {
        sql.remove_prefix(std::min(sql.find_first_not_of(" \t\r\n;"), sql.size()));
        if (!sql.starts_with("--"))
            return sql;
        sql.remove_prefix(std::min(sql.find('\n'), sql.size()));
    }
}

base::Outcome migrateOnce(SQLite::Database& handle, int number, const std::string& sql)
{
    return guarded<base::Done>([&] {
        SQLite::Transaction transaction(handle);
        handle.exec(sql);
        handle.exec("PRAGMA application_id = " + std::to_string(ApplicationId));
        handle.exec("PRAGMA user_version = " + std::to_string(number));
        transaction.commit();
        return base::Done{};
    });
}

} // namespace

int newestSchema() { return Newest; }

int schemaOf(SQLite::Database& handle) { return handle.execAndGet("PRAGMA user_version").getInt(); }

bool changesRows(std::string_view sql)
{
    // A trigger's body would need a parser to be passed over; it is rare enough to be worth a copy.
    constexpr std::array<std::string_view, 5> Harmless
        = {"CREATE TABLE", "CREATE INDEX", "CREATE UNIQUE INDEX", "CREATE VIEW", "CREATE VIRTUAL TABLE"};
    for (sql = withoutComments(sql); !sql.empty(); sql = withoutComments(sql)) {
        // A semicolon in a comment or a string ends a statement too early: what follows is no statement, and
        // the answer is yes, which costs a copy.
        const std::string_view statement = sql.substr(0, sql.find(';'));
        const bool adds = statement.starts_with("ALTER TABLE")
            && statement.find(" ADD COLUMN ") != std::string_view::npos;
        if (!adds && std::none_of(Harmless.begin(), Harmless.end(), [&](std::string_view word) {
                return statement.starts_with(word);
            }))
            return true;
        sql.remove_prefix(statement.size());
    }
    return false;
}

base::Outcome makeSchema(SQLite::Database& handle, const base::ResourceFiles& migrations)
{
    for (const auto& [number, sql] : numbered(migrations)) {
        if (base::Outcome done = migrateOnce(handle, number, *sql); !done)
            return done;
    }
    return base::Done{};
}

base::Outcome migrate(SQLite::Database& handle, const std::filesystem::path& file,
    const base::ResourceFiles& migrations, bool existed)
{
    return guarded<base::Done>([&]() -> base::Outcome {
        const int before = schemaOf(handle);
        std::filesystem::path copy;
        for (const auto& [number, sql] : numbered(migrations)) {
            if (number <= before || number > Newest)
                continue;
            const int present = schemaOf(handle);
            if (existed && (copy.empty() || changesRows(*sql))) {
                // The copy, and the change: in the journal and then in the file.
                const auto bytes
                    = static_cast<std::uintmax_t>(handle.execAndGet("PRAGMA page_count").getInt64()
                        * handle.execAndGet("PRAGMA page_size").getInt64());
                if (base::Outcome room = checkRoom(file.parent_path(), 3 * bytes); !room)
                    return room;
                std::filesystem::path name = file;
                name += ".v" + std::to_string(present);
                copy = freeName(name, ".backup");
                if (base::Outcome saved = copyStore(file, copy); !saved)
                    return base::Error{saved.error().code,
                        "the copy before it is brought up to date failed: " + saved.error().text()
                            + "; the store was left as it is",
                        file.string()};
            }
            if (base::Outcome done = migrateOnce(handle, number, *sql); !done) {
                return base::Error{done.error().code,
                    "could not be brought from schema " + std::to_string(present) + " to "
                        + std::to_string(number) + ": " + done.error().message + "; it was left at schema "
                        + std::to_string(present)
                        + (copy.empty() ? "" : ", and a copy is at " + copy.string()),
                    file.string()};
            }
        }
        if (schemaOf(handle) < Newest)
            return base::Error{base::ErrorCode::Internal, "a migration is missing", file.string()};
        return base::Done{};
    });
}

} // namespace store
