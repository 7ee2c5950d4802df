// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace ingest {

// HTML from strangers made harmless: only elements and attributes of a short list stay, every address is
// http(s), mailto or a place in the text itself (relative ones are joined to `base`), each element is closed.
// Scripts, styles, frames, forms' controls, vector images, comments and handlers go; the words of unknown
// elements stay. Never fails; linear.
std::string cleanHtml(std::string_view html, std::string_view base = {});

} // namespace ingest
