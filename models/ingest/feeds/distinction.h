// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/entry.h>

#include <vector>

namespace ingest {

// Publishers give different entries one id (or, without ids, one address). Those of one feed that share it
// and are not the same get a `distinction`: the address where that differs, else the title, else the text.
void distinguish(std::vector<base::FeedEntry>& entries);

} // namespace ingest
