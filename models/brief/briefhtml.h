// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <brief/briefdocument.h>
#include <brief/briefinput.h>

#include <string>
#include <string_view>

namespace brief {

// One file that loads nothing: its style is in it, charts are drawn in SVG. Reads on a screen and prints on
// this paper. The colours come from print.json, by role. InvalidInput names a role that is missing.
base::Result<std::string> writeHtml(const BriefDocument& document, Paper paper, std::string_view colors);

// The blocks alone in plain HTML, as mail programs and word processors take it from the clipboard.
std::string richText(const BriefDocument& document);

} // namespace brief
