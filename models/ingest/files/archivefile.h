// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ingest {

// What may still be taken out of archives: shared by an archive and those inside it, so that nesting gains
// nothing.
struct ArchiveBudget {
    std::size_t bytes = 256U << 20; // inflated
    std::size_t members = 20000;
};

// A member of an archive. The name is a label only: it is never a path, whatever it holds.
struct ArchiveMember {
    std::string name; // UTF-8 without control characters, at most 200 bytes
    std::string bytes;
};

bool looksLikeZip(std::string_view bytes);
bool looksLikeGzip(std::string_view bytes);

// Hands the files of a ZIP archive to `take`, one at a time, in memory; nothing is written anywhere. Methods
// stored, deflate and bzip2. Each member that cannot be read (encrypted, damaged, another method, too large)
// becomes a warning that names it. A member may grow to a hundred times its packed size (4 MiB always) and to
// 64 MiB, all together to what is left of the budget. InvalidInput when it is no archive that can be read, or
// is a document that only looks like one ("is a Word document, which is not read"); TooLarge.
base::Outcome readZip(std::string_view bytes, ArchiveBudget& budget, std::vector<std::string>& warnings,
    const std::function<void(ArchiveMember)>& take);

// What is in a gzip file, also one of several parts, with the same ratio and at most 128 MiB. One cut short
// gives what could be read and `cut`.
struct Gunzipped {
    std::string bytes;
    bool cut = false;
};
base::Result<Gunzipped> readGzip(std::string_view bytes, ArchiveBudget& budget);

} // namespace ingest
