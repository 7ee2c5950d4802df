// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace ingest {

// HTML from strangers made harmless: only elements and attributes of a short list stay, every address is
// http(s), mailto or a place in the text itself (relative ones are joined to `base`), each element is closed.
// Nothing in it loads: of images their place and words stay, of drawings and formulas their text. Scripts,
// styles, frames, forms' controls, comments and handlers go; the words of unknown elements and of scripts
// that nobody closes stay. Never fails; linear.
std::string cleanHtml(std::string_view html, std::string_view base = {});

} // namespace ingest
