// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "archivefile.h"

#include "ziparchive.h"

#include <base/modules.h>
#include <ingest/files/filekind.h>

#include <zlib.h>

#include <algorithm>
#include <memory>

namespace ingest {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t PackedFileBytes = 128U << 20; // of a gzip file
constexpr std::size_t FreeBytes = 4U << 20; // whatever the ratio
constexpr std::size_t MaxRatio = 100; // text rarely packs better than twenty to one
constexpr std::size_t Chunk = 64U << 10;

} // namespace

bool looksLikeZip(std::string_view bytes)
{
    return bytes.starts_with("PK\3\4"sv) || bytes.starts_with("PK\5\6"sv);
}

bool looksLikeGzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B\x08"sv); }

base::Outcome readZip(std::string_view bytes, ArchiveBudget& budget, std::vector<std::string>& warnings,
    const std::function<void(ArchiveMember)>& take)
{
    const auto read = base::moduleFunctionAs<ReadZip>("ziparchive", "leadlineReadZip");
    if (!read)
        return read.error();
    base::Outcome outcome = base::Done{};
    (*read)(bytes, budget, warnings, take, zipKind, outcome);
    return outcome;
}

base::Result<Gunzipped> readGzip(std::string_view bytes, ArchiveBudget& budget)
{
    z_stream stream{};
    if (inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK)
        return base::Error{base::ErrorCode::Internal, "gzip could not be started"};
    const std::unique_ptr<z_stream, void (*)(z_stream*)> end(&stream, [](z_stream* one) { inflateEnd(one); });
    const std::size_t limit = std::min(budget.bytes, PackedFileBytes);
    Gunzipped out;
    std::string input(bytes); // zlib's input is not const
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(std::min<std::size_t>(input.size(), UINT32_MAX));
    std::vector<char> chunk(Chunk);
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
        stream.avail_out = static_cast<uInt>(Chunk);
        state = inflate(&stream, Z_NO_FLUSH);
        out.bytes.append(chunk.data(), Chunk - stream.avail_out);
        // Judged as it grows: a bomb is known by its first megabytes.
        const bool grows
            = out.bytes.size() > std::max(FreeBytes, MaxRatio * (input.size() - stream.avail_in));
        if (grows || out.bytes.size() > limit) {
            budget.bytes -= std::min(budget.bytes, out.bytes.size());
            return base::Error{base::ErrorCode::TooLarge,
                grows ? "grows far beyond its packed size" : "holds more than 128 MiB"};
        }
        if (state == Z_STREAM_END && stream.avail_in > 2 && stream.next_in[0] == 0x1F
            && stream.next_in[1] == 0x8B)
            state = inflateReset(&stream); // the next part
    }
    budget.bytes -= std::min(budget.bytes, out.bytes.size());
    out.cut = state != Z_STREAM_END;
    if (out.bytes.empty() && out.cut)
        return base::Error{base::ErrorCode::InvalidInput, "is a damaged gzip archive"};
    return out;
}

} // namespace ingest
