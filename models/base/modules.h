// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>

#include <functional>
#include <string_view>

namespace base {

// The address of a function in a part of the program that is loaded when it is first used, so that the
// program starts without the libraries it needs: NAME.so in ../lib/leadline beside the program's own folder.
// Stays loaded. Io when the part is not there or does not fit. Any thread.
Result<void*> moduleFunction(std::string_view module, const char* function);

// The same, as a function of a known type.
template <class Function>
Result<std::function<Function>> moduleFunctionAs(std::string_view module, const char* function)
{
    const Result<void*> address = moduleFunction(module, function);
    if (!address)
        return address.error();
    return std::function<Function>(reinterpret_cast<Function*>(*address));
}

} // namespace base

// Before the definition of a function that a module hands out.
#define LEADLINE_MODULE_FUNCTION extern "C" __attribute__((visibility("default")))
