// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "language.h"

#include <base/strings.h>

#include <cld2/public/compact_lang_det.h>

namespace ingest {

namespace {

// A few sentences tell; only where they do not is more looked at.
constexpr std::size_t Enough = 1000;
constexpr std::size_t Most = 20000;

} // namespace

std::string detectLanguage(std::string_view text)
{
    std::string_view part = base::truncatedUtf8(text, Enough);
    if (base::trimmed(part).size() < 12)
        return {};
    bool reliable = false;
    CLD2::Language language
        = CLD2::DetectLanguage(part.data(), static_cast<int>(part.size()), true, &reliable);
    if (language == CLD2::UNKNOWN_LANGUAGE && text.size() > part.size()) {
        part = base::truncatedUtf8(text, Most);
        language = CLD2::DetectLanguage(part.data(), static_cast<int>(part.size()), true, &reliable);
    }
    if (language == CLD2::UNKNOWN_LANGUAGE || (!reliable && part.size() < 200))
        return {};
    const std::string code = CLD2::LanguageCode(language);
    const std::size_t dash = code.find('-');
    return code == "un" ? std::string() : code.substr(0, dash);
}

} // namespace ingest
