// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>
#include <ingest/files/recordfile.h>

#include <string_view>

namespace ingest {

// A table with a header row in UTF-8; delimiter (comma, semicolon, tab, bar) and quotes are detected, columns
// are known by the names of partNamed. InvalidInput when no column is a title or a body.
base::Result<RecordList> readTableFile(std::string_view text);

} // namespace ingest
