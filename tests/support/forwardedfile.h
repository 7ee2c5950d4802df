// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sqlite3.h>

// The calls of an SQLite file that are handed on as they are to the file of the layer below. Handle is the
// layer's own file, whose real() is the one below; it begins with the sqlite3_file.
namespace support {

template <class Handle> struct ForwardedFile {
    static Handle* of(sqlite3_file* file) { return reinterpret_cast<Handle*>(file); }
    static const sqlite3_io_methods* methods(sqlite3_file* file) { return of(file)->real()->pMethods; }

    static int close(sqlite3_file* file) { return methods(file)->xClose(of(file)->real()); }
    static int read(sqlite3_file* file, void* data, int amount, sqlite3_int64 at)
    {
        return methods(file)->xRead(of(file)->real(), data, amount, at);
    }
    static int fileSize(sqlite3_file* file, sqlite3_int64* size)
    {
        return methods(file)->xFileSize(of(file)->real(), size);
    }
    static int lock(sqlite3_file* file, int level) { return methods(file)->xLock(of(file)->real(), level); }
    static int unlock(sqlite3_file* file, int level)
    {
        return methods(file)->xUnlock(of(file)->real(), level);
    }
    static int reserved(sqlite3_file* file, int* out)
    {
        return methods(file)->xCheckReservedLock(of(file)->real(), out);
    }
    static int control(sqlite3_file* file, int what, void* data)
    {
        return methods(file)->xFileControl(of(file)->real(), what, data);
    }
    static int sectorSize(sqlite3_file* file) { return methods(file)->xSectorSize(of(file)->real()); }
    static int device(sqlite3_file* file) { return methods(file)->xDeviceCharacteristics(of(file)->real()); }
    static int shmMap(sqlite3_file* file, int page, int size, int extend, void volatile** out)
    {
        return methods(file)->xShmMap(of(file)->real(), page, size, extend, out);
    }
    static int shmLock(sqlite3_file* file, int offset, int count, int flags)
    {
        return methods(file)->xShmLock(of(file)->real(), offset, count, flags);
    }
    static void shmBarrier(sqlite3_file* file) { methods(file)->xShmBarrier(of(file)->real()); }
    static int shmUnmap(sqlite3_file* file, int removing)
    {
        return methods(file)->xShmUnmap(of(file)->real(), removing);
    }
};

} // namespace support
