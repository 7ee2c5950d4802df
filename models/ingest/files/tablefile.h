// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>
#include <ingest/files/recordfile.h>

#include <string_view>

namespace ingest {

// Whether the first line is a header row whose names are known.
bool looksLikeTable(std::string_view text);

// A table in UTF-8 with a header row or without; delimiter (comma, semicolon, tab, bar) and quotes are
// detected, columns are known by the names of partNamed, else by what is in them. InvalidInput when no column
// is a title or a body.
base::Result<RecordList> readTableFile(std::string_view text);

} // namespace ingest
