// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

// What a disk keeps of a file that is written to: what was written through, and what may be lost.
namespace support {

struct DiskChange {
    bool isCut = false; // to `at` bytes
    std::size_t at = 0;
    std::string bytes;

    void apply(std::string& file) const
    {
        if (isCut) {
            file.resize(at);
            return;
        }
        if (file.size() < at + bytes.size())
            file.resize(at + bytes.size());
        file.replace(at, bytes.size(), bytes);
    }
};

struct DiskFile {
    std::string durable;
    std::vector<DiskChange> pending;
    bool gone = false; // deleted, and the folder not synced
};

} // namespace support
