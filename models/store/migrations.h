// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/result.h>
#include <store/database.h>

namespace store {

constexpr int ApplicationId = 0x4C454144; // "LEAD"

// Brings the store up to the newest of the migrations: each in its own transaction with the version's bump
// inside, after a verified backup beside the file when it held data. TooNew and foreign files are refused,
// and Corrupt ones as far as a quick check tells (made before migrations and of stores up to 64 MiB).
base::Outcome migrate(Database& database, const base::ResourceFiles& migrations, bool existed);

// Whether a store that is only read is one of ours and known.
base::Outcome checkVersion(Database& database);

} // namespace store
