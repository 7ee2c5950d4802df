// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace ingest {

// BCP 47 primary tag ("en", "de") of a text's language by CLD2; empty when it cannot be told.
std::string detectLanguage(std::string_view text);

} // namespace ingest
