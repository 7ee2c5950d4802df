// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "modules.h"

#include <dlfcn.h>

#include <filesystem>
#include <string>

namespace base {

Result<void*> moduleFunction(std::string_view module, const char* function)
{
    std::error_code failed;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failed);
    const std::filesystem::path file
        = program.parent_path().parent_path() / "lib/leadline" / (std::string(module) + ".so");
    // Never closed: what the function made may outlive every caller.
    void* const handle = failed ? nullptr : dlopen(file.c_str(), RTLD_LAZY | RTLD_LOCAL);
    void* const address = handle == nullptr ? nullptr : dlsym(handle, function);
    if (address == nullptr) {
        const char* const reason = failed ? nullptr : dlerror();
        return Error{ErrorCode::Io,
            "a part of the program could not be loaded: "
                + std::string(reason == nullptr ? "unknown" : reason),
            file.string()};
    }
    return address;
}

} // namespace base
