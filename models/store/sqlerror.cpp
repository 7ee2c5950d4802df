// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "sqlerror.h"

#include <sqlite3.h>

namespace store {

base::Error sqlError(const SQLite::Exception& exception)
{
    using base::ErrorCode;
    switch (exception.getErrorCode()) {
    case SQLITE_FULL:
        return {ErrorCode::Io, "the disk is full"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Locked, "the store is in use by another program"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {ErrorCode::Io, "the store cannot be written: no permission"};
    case SQLITE_CANTOPEN:
        return {ErrorCode::Io, "the store cannot be opened"};
    case SQLITE_NOTADB:
        return {ErrorCode::InvalidInput, "the file is not a Leadline store"};
    case SQLITE_CORRUPT:
        return {ErrorCode::Corrupt, "the store is damaged"};
    case SQLITE_IOERR:
        return {ErrorCode::Io, "the disk reported an error"};
    default:
        return {ErrorCode::Internal, std::string("the store: ") + exception.what()};
    }
}

} // namespace store
