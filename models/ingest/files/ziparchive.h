// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ingest {

struct ArchiveBudget;
struct ArchiveMember;

// leadlineReadZip of the module ziparchive, which alone needs libzip: as readZip. `kindOf` says of the names
// of an archive's members, each between newlines, which document they make; empty: none.
using ReadZip = void(std::string_view bytes, ArchiveBudget& budget, std::vector<std::string>& warnings,
    const std::function<void(ArchiveMember)>& take, std::string (*kindOf)(std::string_view names),
    base::Outcome& outcome);

} // namespace ingest
