// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// The module that knows libzip; archivefile.cpp asks it.
#include "ziparchive.h"

#include "archivefile.h"

#include <base/modules.h>
#include <base/strings.h>

#include <zip.h>

#include <algorithm>
#include <memory>

namespace ingest {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t MemberBytes = 64U << 20;
constexpr std::size_t FreeBytes = 4U << 20; // whatever the ratio
constexpr std::size_t MaxRatio = 100; // text rarely packs better than twenty to one
constexpr std::size_t MaxEntries = 65535; // in the archive's own list: more are not even looked at
constexpr std::size_t MaxName = 200;
constexpr std::size_t MaxWarnings = 100;
constexpr std::size_t Chunk = 64U << 10;

struct ArchiveClose {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct FileClose {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, ArchiveClose>;

base::Error unreadable(std::string reason)
{
    return base::Error{base::ErrorCode::InvalidInput, std::move(reason)};
}

std::size_t memberLimit(std::size_t packed)
{
    const std::size_t grown = packed > MemberBytes / MaxRatio ? MemberBytes : packed * MaxRatio;
    return std::min(MemberBytes, std::max(FreeBytes, grown));
}

// Headers of the archive's list, counted before the list is read into memory.
std::size_t listedEntries(std::string_view bytes)
{
    std::size_t count = 0;
    for (std::size_t at = bytes.find("PK\1\2"sv); at != std::string_view::npos && count <= MaxEntries;
         at = bytes.find("PK\1\2"sv, at + 4))
        ++count;
    return count;
}

Archive opened(std::string_view bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive == nullptr && source != nullptr)
        zip_source_free(source);
    zip_error_fini(&error);
    return Archive(archive);
}

std::string label(const char* name)
{
    std::string text = base::repairedUtf8(base::truncatedUtf8(name == nullptr ? "" : name, MaxName));
    text.resize(base::truncatedUtf8(text, MaxName).size()); // a sign put in is longer than what it stands for
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; },
        '?');
    return text.empty() ? "a member without a name" : text;
}

// Folders, and what systems leave beside the files somebody packed.
bool isLeftover(std::string_view name)
{
    const std::string_view last = name.substr(name.find_last_of("/\\") + 1);
    return last.empty() || name.starts_with("__MACOSX/") || last.starts_with("._") || last == ".DS_Store"
        || last == "Thumbs.db" || last == "desktop.ini";
}

// Why a member is not read, from what the archive's list says of it; empty when it is.
std::string refused(const zip_stat_t& stat, const ArchiveBudget& budget)
{
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        return "is encrypted";
    if ((stat.valid & ZIP_STAT_COMP_METHOD) != 0 && stat.comp_method != ZIP_CM_STORE
        && stat.comp_method != ZIP_CM_DEFLATE && stat.comp_method != ZIP_CM_BZIP2)
        return "is packed by method " + std::to_string(stat.comp_method) + ", which is not read";
    if ((stat.valid & ZIP_STAT_SIZE) != 0 && stat.size > MemberBytes)
        return "is larger than 64 MiB";
    return budget.bytes == 0 ? "was left out: the archive holds more than is read" : "";
}

// The member's bytes or the reason why they cannot be had; what was inflated is taken off the budget.
base::Result<std::string> inflated(
    zip_t* archive, zip_uint64_t index, std::size_t packed, ArchiveBudget& budget)
{
    const std::unique_ptr<zip_file_t, FileClose> file(zip_fopen_index(archive, index, 0));
    if (file == nullptr)
        return unreadable("is damaged");
    const std::size_t limit = std::min(memberLimit(packed), budget.bytes);
    std::string bytes;
    std::vector<char> chunk(Chunk);
    while (true) {
        const zip_int64_t got = zip_fread(file.get(), chunk.data(), chunk.size());
        bytes.append(chunk.data(), static_cast<std::size_t>(std::max<zip_int64_t>(got, 0)));
        if (got < 0 || bytes.size() > limit) {
            budget.bytes -= std::min(budget.bytes, bytes.size());
            return got < 0 ? unreadable("is damaged")
                           : base::Error{base::ErrorCode::TooLarge, "grows far beyond its packed size"};
        }
        if (got == 0)
            break;
    }
    budget.bytes -= std::min(budget.bytes, bytes.size());
    return bytes;
}

base::Outcome read(std::string_view bytes, ArchiveBudget& budget, std::vector<std::string>& warnings,
    const std::function<void(ArchiveMember)>& take, std::string (*kindOf)(std::string_view names))
{
    if (listedEntries(bytes) > MaxEntries)
        return base::Error{base::ErrorCode::TooLarge, "is a ZIP archive of too many members"};
    const Archive archive = opened(bytes);
    if (archive == nullptr)
        return unreadable("is a damaged ZIP archive");
    const auto count
        = static_cast<zip_uint64_t>(std::max<zip_int64_t>(zip_get_num_entries(archive.get(), 0), 0));
    std::string names = "\n";
    for (zip_uint64_t index = 0; index < std::min<zip_uint64_t>(count, 200); ++index)
        names += label(zip_get_name(archive.get(), index, ZIP_FL_ENC_GUESS)) + '\n';
    if (const std::string kind = kindOf(names); !kind.empty())
        return unreadable("is " + kind + ", which is not read");
    // The archive as a whole may not grow beyond the ratio either: many small members gain nothing.
    ArchiveBudget own = budget;
    own.bytes = std::min(budget.bytes, std::max(4 * FreeBytes, MaxRatio * bytes.size()));
    std::size_t unread = 0;
    const auto warn = [&](const std::string& reason) {
        if (warnings.size() < MaxWarnings)
            warnings.push_back(reason);
        else
            ++unread;
    };
    for (zip_uint64_t index = 0; index < count; ++index) {
        const std::string name = label(zip_get_name(archive.get(), index, ZIP_FL_ENC_GUESS));
        if (isLeftover(name))
            continue;
        if (budget.members == 0) {
            warn("members past the limit were left out, from " + name + " on");
            break;
        }
        --budget.members;
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_stat_index(archive.get(), index, 0, &stat) != 0) {
            warn(name + ": is damaged");
            continue;
        }
        if (const std::string reason = refused(stat, own); !reason.empty()) {
            warn(name + ": " + reason);
            continue;
        }
        const std::size_t before = own.bytes;
        base::Result<std::string> member
            = inflated(archive.get(), index, static_cast<std::size_t>(stat.comp_size), own);
        budget.bytes -= std::min(budget.bytes, before - own.bytes);
        if (member)
            take({name, std::move(member).value()});
        else
            warn(name + ": " + member.error().message);
        own.bytes = std::min(own.bytes, budget.bytes); // what an archive inside it used
    }
    if (unread > 0)
        warnings.push_back(std::to_string(unread) + " more members could not be read");
    return base::Done{};
}

} // namespace

} // namespace ingest

LEADLINE_MODULE_FUNCTION void leadlineReadZip(std::string_view bytes, ingest::ArchiveBudget& budget,
    std::vector<std::string>& warnings, const std::function<void(ingest::ArchiveMember)>& take,
    std::string (*kindOf)(std::string_view names), base::Outcome& outcome)
{
    outcome = ingest::read(bytes, budget, warnings, take, kindOf);
}
