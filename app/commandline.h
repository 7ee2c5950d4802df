// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/context.h>

#include <functional>
#include <string>

namespace app {

struct WindowOptions {
    std::vector<std::string> inputs; // opened at the start, as if dropped on the window
    std::string render; // a PNG to write the window to, once it has settled; the program ends after that
    int width = 1600;
    int height = 960;
    std::string theme; // "dark", "light"; empty: the user's setting
};

// What the words on the command line ask for.
struct CommandLine {
    int exitCode = -1; // 0 or more: already answered (help, version, usage error)
    Options options;
    bool needsFonts = false; // the command draws pages: it wants a QGuiApplication
    std::function<int(const Context&)> command; // empty: open the window
    WindowOptions window;
};

// Never throws; prints help, version and usage errors itself.
CommandLine parseCommandLine(int argc, char** argv);

} // namespace app
