// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

namespace base {

enum class ErrorCode {
    InvalidInput, // the bytes or words handed in cannot be read
    NotFound,
    TooLarge, // a stated limit was passed
    Unsupported,
    Io, // file system or device
    Network,
    Cancelled,
    Locked, // somebody else holds it
    Corrupt,
    TooNew, // written by a later version of the program
    Internal
};

// What went wrong, said to a person, and where: `context` names the input (file, address, row), `message`
// the reason in plain words without a trailing full stop.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;
    std::string context = {};

    // "context: message", or the message alone.
    std::string text() const { return context.empty() ? message : context + ": " + message; }
};

} // namespace base
