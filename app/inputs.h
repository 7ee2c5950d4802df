// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>

#include <string>
#include <vector>

namespace app {

struct InputSource {
    std::string name; // a file's path or an address
    bool address = false;
};

struct InputList {
    std::vector<InputSource> sources; // files of a folder in the order of their names
    std::vector<base::Error> failures; // arguments that name nothing
};

// What the arguments stand for: addresses as they are, files, and all files below folders (hidden ones and
// links to folders are passed over).
InputList listInputs(const std::vector<std::string>& arguments);

} // namespace app
