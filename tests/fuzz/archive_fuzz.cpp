// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// Any bytes as an archive: an error, or members with harmless names that together stay within the budget.
#include "fuzz.h"

#include <base/strings.h>
#include <ingest/files/archivefile.h>

#include <algorithm>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    constexpr std::size_t Budget = 8U << 20;
    const std::string_view bytes = fuzz::text(data, size);
    ingest::looksLikeZip(bytes);
    ingest::looksLikeGzip(bytes);
    ingest::ArchiveBudget budget{Budget, 100};
    std::vector<std::string> warnings;
    std::size_t taken = 0;
    (void)ingest::readZip(bytes, budget, warnings, [&](const ingest::ArchiveMember& member) {
        fuzz::requireUtf8(member.name);
        fuzz::require(member.name.size() <= 200, "a name is short", member.name);
        fuzz::require(std::none_of(member.name.begin(), member.name.end(),
                          [](char c) { return static_cast<unsigned char>(c) < 0x20; }),
            "a name holds no control character", member.name);
        taken += member.bytes.size();
    });
    fuzz::require(taken <= Budget, "the budget holds");
    ingest::ArchiveBudget second{Budget, 100};
    if (const auto inflated = ingest::readGzip(bytes, second))
        fuzz::require(inflated->bytes.size() <= Budget, "the budget holds");
    return 0;
}
