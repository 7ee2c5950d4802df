// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>

#include <sqlite3.h>
#include <support/disk.h>
#include <support/forwardedfile.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

// A layer between SQLite and the disk that fails on purpose and remembers what was written through. While one
// lives it is the default layer. Databases and their journals only; one thread.
namespace support {

class FaultVfs final {
public:
    explicit FaultVfs(unsigned seed)
        : m_real(sqlite3_vfs_find(nullptr))
        , m_random(seed)
        , m_vfs(*m_real)
    {
        m_vfs.zName = "fault";
        m_vfs.pNext = nullptr;
        m_vfs.pAppData = this;
        m_vfs.szOsFile = static_cast<int>(sizeof(Handle)) + m_real->szOsFile;
        m_vfs.xOpen = open;
        m_vfs.xDelete = remove;
        sqlite3_vfs_register(&m_vfs, 1);
    }
    ~FaultVfs()
    {
        sqlite3_vfs_unregister(&m_vfs);
        sqlite3_vfs_register(m_real, 1);
    }
    FaultVfs(const FaultVfs&) = delete;
    FaultVfs& operator=(const FaultVfs&) = delete;

    // Of a thousand writes, so many meet a full disk or are cut short; of a thousand syncs, so many fail, and
    // what they should have written through may be lost for good, as on Linux.
    int fullOfThousand = 0;
    int shortOfThousand = 0;
    int failedSyncsOfThousand = 0;
    int operationsLeft = 1 << 30; // then the power goes

    bool isOff() const { return operationsLeft <= 0; }
    int faults() const { return m_faults; }

    // What is on the disk after the power came back: what was written through, and of the rest some, torn at
    // sectors. Under the same names in another folder.
    void writeSurvivors(const std::filesystem::path& folder)
    {
        constexpr std::size_t Sector = 512;
        for (auto& [path, disk] : m_disks) {
            if (disk->gone && chance(500))
                continue;
            std::string bytes = disk->durable;
            for (const DiskChange& change : disk->pending) {
                if (chance(400))
                    continue;
                DiskChange torn = change;
                if (!torn.isCut && chance(300))
                    torn.bytes.resize(std::min(
                        torn.bytes.size(), Sector * (m_random() % (torn.bytes.size() / Sector + 1))));
                torn.apply(bytes);
            }
            const base::Outcome written
                = base::writeFile(folder / std::filesystem::path(path).filename(), bytes);
            if (!written)
                std::abort();
        }
    }

private:
    struct Handle {
        sqlite3_file base = {};
        FaultVfs* owner = nullptr;
        DiskFile* disk = nullptr; // of temporary files none
        sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    };

    using Below = ForwardedFile<Handle>;
    static Handle* of(sqlite3_file* file) { return Below::of(file); }
    static const sqlite3_io_methods* methods(sqlite3_file* file) { return Below::methods(file); }

    bool chance(int ofThousand) { return static_cast<int>(m_random() % 1000) < ofThousand; }

    static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out)
    {
        auto* self = static_cast<FaultVfs*>(vfs->pAppData);
        auto* handle = new (file) Handle;
        const int code = self->m_real->xOpen(self->m_real, name, handle->real(), flags, out);
        if (code != SQLITE_OK)
            return code;
        handle->owner = self;
        handle->base.pMethods = &Methods;
        if (name != nullptr
            && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0) {
            std::unique_ptr<DiskFile>& disk = self->m_disks[name];
            if (!disk) {
                disk = std::make_unique<DiskFile>();
                // Read through the layer below: a plain handle would drop the locks.
                sqlite3_int64 size = 0;
                methods(file)->xFileSize(handle->real(), &size);
                disk->durable.resize(static_cast<std::size_t>(size));
                if (size > 0)
                    methods(file)->xRead(handle->real(), disk->durable.data(), static_cast<int>(size), 0);
            } else if (disk->gone) {
                *disk = DiskFile();
            }
            handle->disk = disk.get();
        }
        return SQLITE_OK;
    }

    static int remove(sqlite3_vfs* vfs, const char* name, int syncFolder)
    {
        auto* self = static_cast<FaultVfs*>(vfs->pAppData);
        if (self->isOff())
            return SQLITE_IOERR_DELETE;
        const int code = self->m_real->xDelete(self->m_real, name, syncFolder);
        const auto disk = self->m_disks.find(name);
        if (code == SQLITE_OK && disk != self->m_disks.end())
            disk->second->gone = true;
        return code;
    }

    static int write(sqlite3_file* file, const void* data, int amount, sqlite3_int64 at)
    {
        Handle* handle = of(file);
        FaultVfs* self = handle->owner;
        if (handle->disk == nullptr)
            return methods(file)->xWrite(handle->real(), data, amount, at);
        if (--self->operationsLeft <= 0)
            return SQLITE_IOERR_WRITE;
        if (self->chance(self->fullOfThousand)) {
            ++self->m_faults;
            return SQLITE_FULL;
        }
        const bool cut = self->chance(self->shortOfThousand);
        const int length = cut ? amount / 2 : amount;
        const int code = methods(file)->xWrite(handle->real(), data, length, at);
        if (code == SQLITE_OK)
            handle->disk->pending.push_back({false, static_cast<std::size_t>(at),
                std::string(static_cast<const char*>(data), static_cast<std::size_t>(length))});
        self->m_faults += cut ? 1 : 0;
        return cut ? SQLITE_IOERR_WRITE : code;
    }

    static int truncate(sqlite3_file* file, sqlite3_int64 size)
    {
        Handle* handle = of(file);
        if (handle->disk != nullptr && --handle->owner->operationsLeft <= 0)
            return SQLITE_IOERR_TRUNCATE;
        const int code = methods(file)->xTruncate(handle->real(), size);
        if (code == SQLITE_OK && handle->disk != nullptr)
            handle->disk->pending.push_back({true, static_cast<std::size_t>(size), {}});
        return code;
    }

    static int sync(sqlite3_file* file, int)
    {
        Handle* handle = of(file);
        FaultVfs* self = handle->owner;
        if (handle->disk == nullptr)
            return SQLITE_OK;
        if (--self->operationsLeft <= 0)
            return SQLITE_IOERR_FSYNC;
        std::vector<DiskChange>& pending = handle->disk->pending;
        if (self->chance(self->failedSyncsOfThousand)) {
            ++self->m_faults;
            std::erase_if(pending, [self](const DiskChange&) { return self->chance(500); });
            return SQLITE_IOERR_FSYNC;
        }
        for (const DiskChange& change : pending)
            change.apply(handle->disk->durable);
        pending.clear();
        return SQLITE_OK;
    }

    static constexpr sqlite3_io_methods Methods = {2, Below::close, Below::read, write, truncate, sync,
        Below::fileSize, Below::lock, Below::unlock, Below::reserved, Below::control, Below::sectorSize,
        Below::device, Below::shmMap, Below::shmLock, Below::shmBarrier, Below::shmUnmap, nullptr, nullptr};

    sqlite3_vfs* m_real;
    std::mt19937 m_random;
    sqlite3_vfs m_vfs;
    std::map<std::string, std::unique_ptr<DiskFile>> m_disks;
    int m_faults = 0;
};

} // namespace support
