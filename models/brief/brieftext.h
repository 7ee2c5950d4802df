// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <brief/briefdocument.h>

#include <string>

namespace brief {

// CommonMark with tables; evidence marks in brackets, [3].
std::string writeMarkdown(const BriefDocument& document);

// Plain text, wrapped at 78 columns.
std::string writeText(const BriefDocument& document);

// The document's parts for other programs: {"title","made",…,"blocks":[{"heading",…}|{"paragraph",…}|…]}.
std::string writeJson(const BriefDocument& document);

} // namespace brief
