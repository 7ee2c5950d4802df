// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/error.h>
#include <base/instant.h>
#include <base/result.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>

// The edge where SQLiteCpp's exceptions end; private to the store.
namespace store {

// The reason in plain words: "the disk is full", "the store is locked by another program", …
base::Error sqlError(const SQLite::Exception& exception);

// Runs `work` and turns an exception into an error.
template <class T, class Work> base::Result<T> guarded(Work work)
{
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        return sqlError(exception);
    }
}

inline std::optional<base::Instant> instantAt(const SQLite::Column& column)
{
    return column.isNull() ? std::nullopt : std::optional(base::fromUnix(column.getInt64()));
}

inline void bindInstant(SQLite::Statement& statement, int index, const std::optional<base::Instant>& instant)
{
    if (instant)
        statement.bind(index, static_cast<std::int64_t>(base::toUnix(*instant)));
    else
        statement.bind(index);
}

} // namespace store
