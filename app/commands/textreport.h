// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/article.h>

#include <string>

namespace app {

// An article's analysis for a terminal, wrapped at 88 columns; evidence is numbered and listed at the end.
std::string textReport(const base::Article& article, const base::Analysis& analysis);

// Breaks text into lines of at most `width` characters, each after the first with `indent` spaces.
std::string wrapped(const std::string& text, std::size_t width, std::size_t indent);

} // namespace app
