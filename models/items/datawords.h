// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <string_view>

namespace items {

// A word of the closed lists below the window (scores, kinds, modes, views, help of the query language) in
// the window's language. Any other text, such as one of the analyst's own pack, comes back as it is.
QString dataWord(std::string_view word);

} // namespace items
