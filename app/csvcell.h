// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace app {

// The text as a cell of a table whose cells a comma parts, in quotes where it must be. What a spreadsheet
// would take for a formula gets the mark that makes it text ("'"); readTable takes it off again. Numbers
// stay.
std::string csvCell(const std::string& text);

} // namespace app
