// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storefile.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <memory>
#include <string_view>
#include <vector>

namespace store {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t HeaderBytes = 100;
constexpr std::uintmax_t SpareBytes = 16 << 20; // left free for the log and the journal
using Header = std::array<unsigned char, HeaderBytes>;

std::uint32_t number(const Header& header, std::size_t at)
{
    return static_cast<std::uint32_t>(header[at]) << 24 | static_cast<std::uint32_t>(header[at + 1]) << 16
        | static_cast<std::uint32_t>(header[at + 2]) << 8 | header[at + 3];
}

base::Error refused(base::ErrorCode code, const std::string& reason, const fs::path& file)
{
    return {code, reason + "; it was left as it is", file.string()};
}

std::string systemReason(int code) { return std::error_code(code, std::generic_category()).message(); }

// How long the file must be. The count of pages holds when it was written with the same change as the rest of
// the header.
std::uintmax_t wholeSize(const Header& header)
{
    if (number(header, 24) != number(header, 92))
        return 0;
    const std::uint32_t page = static_cast<std::uint32_t>(header[16]) << 8 | header[17];
    return static_cast<std::uintmax_t>(page == 1 ? 65536 : page) * number(header, 28);
}

// False when it cannot be read; what is missing of a shorter file is zero.
bool readHeader(const fs::path& file, Header& header)
{
    sqlite3_vfs* vfs = sqlite3_vfs_find(nullptr);
    std::vector<char> full(static_cast<std::size_t>(vfs->mxPathname) + 1);
    if (vfs->xFullPathname(vfs, file.c_str(), vfs->mxPathname, full.data()) > SQLITE_OK_SYMLINK)
        return false;
    const std::unique_ptr<const char, void (*)(sqlite3_filename)> name(
        sqlite3_create_filename(full.data(), "", "", 0, nullptr), sqlite3_free_filename);
    if (!name)
        return false;
    std::vector<max_align_t> memory(static_cast<std::size_t>(vfs->szOsFile) / sizeof(max_align_t) + 1);
    auto* opened = reinterpret_cast<sqlite3_file*>(memory.data());
    int flags = 0;
    if (vfs->xOpen(vfs, name.get(), opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, &flags) != SQLITE_OK)
        return false;
    header = {};
    const int read = opened->pMethods->xRead(opened, header.data(), static_cast<int>(header.size()), 0);
    opened->pMethods->xClose(opened);
    return read == SQLITE_OK || read == SQLITE_IOERR_SHORT_READ;
}

} // namespace

base::Result<FileState> inspectFile(const fs::path& file, int newest)
{
    using base::ErrorCode;
    std::error_code code;
    const fs::file_status link = fs::symlink_status(file, code);
    if (link.type() == fs::file_type::not_found)
        return FileState{};
    const fs::file_status status = fs::status(file, code);
    if (status.type() == fs::file_type::not_found)
        return refused(ErrorCode::Io,
            "is a link to " + fs::read_symlink(file, code).string()
                + ", which is not there (a disk that is not attached?)",
            file);
    if (status.type() == fs::file_type::directory)
        return refused(ErrorCode::InvalidInput, "is a folder, not a store", file);
    if (status.type() != fs::file_type::regular)
        return refused(ErrorCode::InvalidInput, "is not a file", file);
    const std::uintmax_t bytes = fs::file_size(file, code);
    if (code)
        return refused(ErrorCode::Io, "cannot be read: " + code.message(), file);
    if (bytes == 0)
        return refused(ErrorCode::InvalidInput,
            "is empty, which no store ever is: restore a backup (leadline doctor --restore FILE), or move it "
            "away to begin a new store",
            file);
    Header header;
    if (!readHeader(file, header))
        return refused(ErrorCode::Io, "cannot be read: no permission, or the disk reported an error", file);
    const std::string_view magic(reinterpret_cast<const char*>(header.data()), 16);
    if (magic != std::string_view("SQLite format 3\0", 16))
        return refused(ErrorCode::InvalidInput,
            "is not a Leadline store, or its beginning is damaged (leadline doctor --salvage reads what is "
            "left)",
            file);
    if (number(header, 68) != static_cast<std::uint32_t>(ApplicationId))
        return refused(ErrorCode::InvalidInput, "is a database of another program", file);
    FileState state;
    state.exists = true;
    state.schema = static_cast<int>(number(header, 60));
    if (state.schema > newest)
        return refused(ErrorCode::TooNew,
            "was written by a later version (schema " + std::to_string(state.schema) + ", this one knows "
                + std::to_string(newest) + "): use that version, or restore a backup of before",
            file);
    // SQLite follows links: the journal lies beside the file itself.
    fs::path journal = fs::canonical(file, code);
    journal += "-wal";
    const std::uintmax_t waiting = fs::file_size(journal, code);
    state.unclean = !code && waiting > 0;
    if (state.unclean || wholeSize(header) <= fs::file_size(file, code))
        return state;
    // Somebody may have closed the store between the two looks.
    if (readHeader(file, header) && wholeSize(header) > fs::file_size(file, code))
        return refused(ErrorCode::Corrupt,
            "is damaged: it should have " + std::to_string(wholeSize(header)) + " bytes and has "
                + std::to_string(fs::file_size(file, code))
                + " (leadline doctor --salvage reads what is left, --restore FILE takes a backup)",
            file);
    return state;
}

bool isOfStore(const fs::path& store, const fs::path& file)
{
    for (const char* ending : {"", "-wal", "-shm", ".lock"}) {
        fs::path own = store;
        own += ending;
        std::error_code unknown;
        if (fs::equivalent(own, file, unknown))
            return true;
    }
    return false;
}

bool canWrite(const fs::path& fileOrFolder)
{
    return ::faccessat(AT_FDCWD, fileOrFolder.c_str(), W_OK, AT_EACCESS) == 0;
}

base::Outcome checkWritable(const fs::path& file)
{
    std::error_code code;
    const fs::path real = fs::weakly_canonical(file, code);
    const fs::path folder = real.has_parent_path() ? real.parent_path() : fs::path(".");
    if (fs::exists(real, code) && !canWrite(real))
        return refused(base::ErrorCode::Io, "cannot be written: " + systemReason(errno), file);
    if (!canWrite(folder))
        return base::Error{base::ErrorCode::Io,
            "the folder cannot be written, and a store needs its journal there: " + systemReason(errno),
            folder.string()};
    return base::Done{};
}

std::string immutableName(const fs::path& file)
{
    std::string name = "file:";
    for (const char letter : file.string()) {
        constexpr const char* Digits = "0123456789ABCDEF";
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '%' || letter == '?' || letter == '#' || byte < 0x20)
            name += {'%', Digits[byte >> 4], Digits[byte & 15]};
        else
            name += letter;
    }
    return name + "?immutable=1";
}

base::Outcome checkRoom(const fs::path& folder, std::uintmax_t needed)
{
    std::error_code code;
    const fs::space_info space = fs::space(folder.empty() ? fs::path(".") : folder, code);
    if (code || space.available >= needed + SpareBytes)
        return base::Done{};
    constexpr std::uintmax_t Mebi = 1 << 20;
    return base::Error{base::ErrorCode::Io,
        "not enough room on the disk: " + std::to_string((needed + SpareBytes) / Mebi + 1)
            + " MiB are needed, " + std::to_string(space.available / Mebi)
            + " MiB are free; nothing was changed",
        folder.string()};
}

fs::path freeName(const fs::path& base, const std::string& suffix)
{
    std::error_code code;
    for (int at = 1;; ++at) {
        fs::path name = base;
        name += (at == 1 ? "" : "-" + std::to_string(at)) + suffix;
        if (fs::symlink_status(name, code).type() == fs::file_type::not_found)
            return name;
    }
}

namespace {

base::Outcome syncPath(const fs::path& path, int flags)
{
    const int handle = ::open(path.c_str(), flags | O_CLOEXEC);
    const bool done = handle >= 0 && ::fsync(handle) == 0;
    const int code = errno;
    if (handle >= 0)
        ::close(handle);
    // Some file systems cannot sync a folder and need not.
    if (done || code == EINVAL)
        return base::Done{};
    return base::Error{
        base::ErrorCode::Io, "cannot be written through: " + systemReason(code), path.string()};
}

} // namespace

base::Outcome syncFile(const fs::path& file) { return syncPath(file, O_RDONLY); }

base::Outcome syncFolder(const fs::path& folder)
{
    return syncPath(folder.empty() ? fs::path(".") : folder, O_RDONLY | O_DIRECTORY);
}

base::Outcome publish(const fs::path& from, const fs::path& to)
{
    if (base::Outcome synced = syncFile(from); !synced)
        return synced;
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0) {
        const int reason = errno;
        std::error_code code;
        if (reason == EEXIST || fs::symlink_status(to, code).type() != fs::file_type::not_found)
            return base::Error{base::ErrorCode::Io, "exists already and was not overwritten", to.string()};
        fs::rename(from, to, code); // a file system that cannot promise it
        if (code)
            return base::Error{base::ErrorCode::Io, "cannot be written: " + code.message(), to.string()};
    }
    return syncFolder(to.parent_path());
}

} // namespace store
