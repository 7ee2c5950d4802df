// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/commandline.h>

namespace app {

// Opens the window and runs until it is closed; gives the exit code.
int runWindow(int& argc, char** argv, const CommandLine& line);

// Where there is no display, fonts and pictures come from Qt's offscreen platform.
void usePlatformWithoutDisplay(bool needed);

} // namespace app
