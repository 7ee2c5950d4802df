// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "inputs.h"

#include <base/strings.h>

#include <algorithm>
#include <filesystem>

namespace app {

namespace fs = std::filesystem;

namespace {

bool hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

void addFolder(const fs::path& folder, InputList& list)
{
    std::vector<std::string> files;
    std::error_code code;
    for (fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, code),
         end;
         !code && it != end; it.increment(code)) {
        std::error_code ignored;
        if (hidden(it->path())) {
            if (it->is_directory(ignored))
                it.disable_recursion_pending();
            continue;
        }
        if (it->is_regular_file(ignored))
            files.push_back(it->path().string());
    }
    if (code)
        list.failures.push_back({base::ErrorCode::Io, code.message(), folder.string()});
    std::sort(files.begin(), files.end());
    for (std::string& file : files)
        list.sources.push_back({std::move(file), false});
}

} // namespace

InputList listInputs(const std::vector<std::string>& arguments)
{
    InputList list;
    for (const std::string& argument : arguments) {
        const std::string lower = base::lowerAscii(argument);
        if (lower.starts_with("http://") || lower.starts_with("https://")) {
            list.sources.push_back({argument, true});
            continue;
        }
        std::error_code code;
        const fs::file_status status = fs::status(argument, code);
        if (!fs::exists(status))
            list.failures.push_back({base::ErrorCode::NotFound, "no such file or folder", argument});
        else if (fs::is_directory(status))
            addFolder(argument, list);
        else
            list.sources.push_back({argument, false});
    }
    return list;
}

} // namespace app
