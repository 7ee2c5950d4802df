// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace ingest {

// BCP 47 primary tag ("en", "de") of a text's language by CLD2; empty when it cannot be told.
std::string detectLanguage(std::string_view text);

// What a record calls its language as a tag: "en", "de-AT" and "en_US" as they stand, "English" and
// "Deutsch" as "en" and "de"; empty when it names none.
std::string languageTag(std::string_view name);

} // namespace ingest
