// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "database.h"

#include "maintenance.h"
#include "migrations.h"
#include "querysql.h"
#include "sqlerror.h"

#include <sqlite3.h>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace store {

namespace fs = std::filesystem;

namespace {

constexpr int BusyMs = 5000;
constexpr std::int64_t CheckedBytes = 64 << 20;
constexpr std::chrono::milliseconds CheckTime(500); // of a larger store that was not closed

const std::string DamagedAdvice
    = "the store is damaged; it was left as it is (leadline doctor --salvage reads what is left into a new "
      "store, --restore FILE takes a backup)";

// Stops what the connection does when the time is over.
class Deadline final {
public:
    Deadline(sqlite3* handle, std::chrono::milliseconds time)
        : m_thread([this, handle, time](const std::stop_token& stop) {
            std::unique_lock lock(m_mutex);
            if (!m_over.wait_for(lock, stop, time, [&stop] { return stop.stop_requested(); }))
                sqlite3_interrupt(handle);
        })
    {
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_over;
    std::jthread m_thread; // joined first
};

bool soundAsFarAsRead(SQLite::Database& handle, bool whole)
{
    std::optional<Deadline> deadline;
    if (!whole)
        deadline.emplace(handle.getHandle(), CheckTime);
    try {
        SQLite::Statement check(handle, "PRAGMA quick_check(1)");
        return !check.executeStep() || check.getColumn(0).getString() == "ok";
    } catch (const SQLite::Exception& exception) {
        if (exception.getErrorCode() == SQLITE_INTERRUPT)
            return true;
        throw;
    }
}

// An error of SQLite's, which names no file yet, with what to do about it.
base::Error withAdvice(base::Error error, const fs::path& file)
{
    if (!error.context.empty())
        return error;
    // Damage that shows in the first page reads as no database at all; inspectFile knows it for ours.
    if (error.code == base::ErrorCode::Corrupt || error.code == base::ErrorCode::InvalidInput)
        return {base::ErrorCode::Corrupt, DamagedAdvice, file.string()};
    if (error.code == base::ErrorCode::Locked)
        error.message += ": close that, or wait until it is done, and try again";
    error.context = file.string();
    return error;
}

// A new store appears under its name whole, or not at all: an empty file is never one of ours.
base::Outcome makeStore(const fs::path& file, const base::ResourceFiles& migrations)
{
    std::error_code code;
    const fs::path real = fs::weakly_canonical(file, code);
    fs::path fresh = real;
    fresh += ".new";
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        fs::path left = fresh;
        left += suffix;
        fs::remove(left, code);
    }
    base::Outcome made = guarded<base::Done>([&] {
        SQLite::Database handle(fresh.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, BusyMs);
        handle.exec("PRAGMA page_size = 16384"); // articles are long: a quarter less work to write them
        handle.exec("PRAGMA auto_vacuum = INCREMENTAL"); // it can be set now only
        handle.exec("PRAGMA journal_mode = WAL");
        return migrate(handle, fresh, migrations, false);
    });
    if (made)
        made = publish(fresh, real);
    if (!made) {
        if (made.error().context.empty())
            made.error().context = file.string();
        for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
            fs::path left = fresh;
            left += suffix;
            fs::remove(left, code);
        }
    }
    return made;
}

} // namespace

Database::Database(StoreLock lock, std::unique_ptr<SQLite::Database> handle, fs::path file)
    : m_lock(std::move(lock))
    , m_handle(std::move(handle))
    , m_file(std::move(file))
{
    addQueryFunctions(*m_handle);
}

Database::~Database()
{
    if (m_writes)
        closingCare(*m_handle);
}

base::Result<std::unique_ptr<Database>> Database::openForWriting(
    const fs::path& file, const base::ResourceFiles& migrations)
{
    std::error_code code;
    if (file.has_parent_path())
        fs::create_directories(file.parent_path(), code);
    if (code)
        return base::Error{
            base::ErrorCode::Io, "the folder cannot be made: " + code.message(), file.parent_path().string()};
    base::Result<FileState> state = inspectFile(file, newestSchema());
    if (!state)
        return state.error();
    if (base::Outcome writable = checkWritable(file); !writable)
        return writable.error();
    // What is to be made or brought up to date is nobody else's meanwhile; the look is taken again then.
    bool alone = !state->exists || state->schema < newestSchema();
    base::Result<StoreLock> lock
        = StoreLock::acquire(file, alone ? StoreLock::Mode::Alone : StoreLock::Mode::Shared, BusyMs);
    if (!lock)
        return lock.error();
    if (alone) {
        state = inspectFile(file, newestSchema());
        if (!state)
            return state.error();
        if (!state->exists) {
            if (base::Outcome made = makeStore(file, migrations); !made)
                return made.error();
        }
    }
    const bool unclean = state->unclean;
    base::Result<std::unique_ptr<Database>> opened
        = guarded<std::unique_ptr<Database>>([&]() -> base::Result<std::unique_ptr<Database>> {
              auto handle = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE, BusyMs);
              // A journal that is waiting stays as it is until the store is accepted.
              sqlite3_db_config(
                  handle->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, unclean ? 1 : 0, nullptr);
              // SQLite opens what it may not write for reading, and says so only later.
              if (sqlite3_db_readonly(handle->getHandle(), "main") == 1)
                  throw SQLite::Exception("read-only", SQLITE_READONLY);
              const int schema = schemaOf(*handle);
              if (schema > newestSchema())
                  return base::Error{base::ErrorCode::TooNew,
                      "was written by a later version (schema " + std::to_string(schema)
                          + "); it was left as it is"};
              const std::int64_t bytes = handle->execAndGet("PRAGMA page_count").getInt64()
                  * handle->execAndGet("PRAGMA page_size").getInt64();
              const bool whole = schema < newestSchema() || bytes <= CheckedBytes;
              if ((whole || unclean) && !soundAsFarAsRead(*handle, whole))
                  return base::Error{base::ErrorCode::Corrupt, ""};
              if (schema < newestSchema()) {
                  if (!alone)
                      return base::Error{base::ErrorCode::Locked, "the store is being brought up to date"};
                  if (base::Outcome migrated = migrate(*handle, file, migrations, true); !migrated)
                      return migrated.error();
              }
              sqlite3_db_config(handle->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
              lock->share();
              handle->exec("PRAGMA journal_mode = WAL");
              handle->exec("PRAGMA synchronous = FULL");
              handle->exec("PRAGMA foreign_keys = ON");
              handle->exec("PRAGMA temp_store = MEMORY");
              handle->exec("PRAGMA cache_size = -40960"); // KiB; taken as it is needed: ids of sources come in no order
              limitJournal(*handle);
              auto database
                  = std::unique_ptr<Database>(new Database(std::move(lock).value(), std::move(handle), file));
              database->m_writes = true;
              return database;
          });
    if (!opened)
        return withAdvice(opened.error(), file);
    return opened;
}

base::Result<std::unique_ptr<Database>> Database::openForReading(const fs::path& file)
{
    const base::Result<FileState> state = inspectFile(file, newestSchema());
    if (!state)
        return state.error();
    if (!state->exists)
        return base::Error{base::ErrorCode::NotFound, "there is no store yet", file.string()};
    base::Result<StoreLock> lock = StoreLock::acquire(file, StoreLock::Mode::Shared, BusyMs);
    if (!lock)
        return lock.error();
    base::Result<std::unique_ptr<Database>> opened = guarded<std::unique_ptr<Database>>(
        [&]() -> base::Result<std::unique_ptr<Database>> {
            // Where nothing can be written and no journal waits, the file alone is the store.
            std::error_code code;
            const fs::path real = fs::canonical(file, code);
            const bool fixed = !state->unclean && !(canWrite(real) && canWrite(real.parent_path()));
            const std::string name = fixed ? immutableName(file) : file.string();
            auto handle = std::make_unique<SQLite::Database>(
                name, SQLite::OPEN_READONLY | (fixed ? SQLite::OPEN_URI : 0), BusyMs);
            handle->exec("PRAGMA query_only = ON");
            handle->exec("PRAGMA temp_store = MEMORY");
            handle->exec(
                "PRAGMA cache_size = -8192"); // KiB: the inner pages of a million articles' trees stay
            const int schema = schemaOf(*handle);
            if (schema > newestSchema())
                return base::Error{base::ErrorCode::TooNew,
                    "was written by a later version (schema " + std::to_string(schema)
                        + "); it was left as it is"};
            if (schema < newestSchema())
                return base::Error{base::ErrorCode::Unsupported,
                    "was written by an earlier version and is brought up to date when it is opened for "
                    "writing: open the window, or run leadline fetch"};
            handle->execAndGet("SELECT count(*) FROM sqlite_master"); // the schema can be read
            return std::unique_ptr<Database>(new Database(std::move(lock).value(), std::move(handle), file));
        });
    if (!opened)
        return withAdvice(opened.error(), file);
    return opened;
}

int Database::schemaVersion() const
{
    try {
        return schemaOf(*m_handle);
    } catch (const SQLite::Exception&) {
        return 0;
    }
}

FewPages::FewPages(Database& database)
    : m_handle(database.handle())
    , m_before(m_handle.execAndGet("PRAGMA cache_size").getInt())
{
    m_handle.exec("PRAGMA cache_size = -1024");
}

FewPages::~FewPages()
{
    try {
        m_handle.exec("PRAGMA cache_size = " + std::to_string(m_before));
    } catch (const SQLite::Exception&) {
        return; // the connection is slower for it, and nothing is lost
    }
}

std::int64_t Database::bytes() const
{
    std::error_code code;
    const std::uintmax_t size = fs::file_size(m_file, code);
    return code ? 0 : static_cast<std::int64_t>(size);
}

} // namespace store
