// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "language.h"

#include <base/strings.h>

#include <cld2/public/compact_lang_det.h>

#include <algorithm>

namespace ingest {

namespace {

// A few sentences tell; only where they do not is more looked at.
constexpr std::size_t Enough = 1000;
constexpr std::size_t Most = 20000;
constexpr std::size_t Headline = 90; // bytes; names and figures in so little text look like any language

struct LanguageNames {
    std::string_view tag;
    std::string_view names; // English and own, lower case
};
constexpr LanguageNames Known[] = {{"en", "english englisch anglais"}, {"de", "german deutsch allemand"},
    {"fr", "french fran\u00E7ais francais"}, {"es", "spanish espa\u00F1ol espanol castellano"},
    {"it", "italian italiano"}, {"pt", "portuguese portugu\u00EAs portugues"},
    {"nl", "dutch nederlands flemish"}, {"sv", "swedish svenska"}, {"no", "norwegian norsk"},
    {"da", "danish dansk"}, {"fi", "finnish suomi"}, {"pl", "polish polski"},
    {"cs", "czech \u010De\u0161tina"}, {"ru", "russian \u0440\u0443\u0441\u0441\u043A\u0438\u0439"},
    {"uk", "ukrainian"}, {"tr", "turkish t\u00FCrk\u00E7e"}, {"el", "greek"}, {"hu", "hungarian magyar"},
    {"ro", "romanian rom\u00E2n\u0103"}, {"zh", "chinese mandarin \u4E2D\u6587"},
    {"ja", "japanese \u65E5\u672C\u8A9E"}, {"ko", "korean \uD55C\uAD6D\uC5B4"}, {"ar", "arabic"},
    {"he", "hebrew"}, {"hi", "hindi"}, {"id", "indonesian"}, {"vi", "vietnamese"}, {"th", "thai"}};

// Words that make sentences of a language, and no names.
constexpr LanguageNames Connecting[] = {
    {"de",
        "der die das und ist im vom zur zum mit auf ein eine einen dem nicht nach wird bei sich wegen gegen"},
    {"fr", "le les des du une et est dans pour sur au aux par avec ses qui ne pas cette"},
    {"es", "el los las del y por con una se sus su al para entre tras seg\u00FAn m\u00E1s"},
    {"it", "il gli di della delle e per con una del nel alla sul dopo oltre pi\u00F9"},
    {"pt", "os das dos e em por com uma no na ao para ap\u00F3s mais"},
    {"nl", "het een van en op voor met aan bij uit naar niet wordt"}};

// Whether a headline in the letters of English is written in that language: at least two such words say so.
bool isSentenceOf(std::string_view code, std::string_view text)
{
    for (const LanguageNames& words : Connecting) {
        if (words.tag != code)
            continue;
        int found = 0;
        for (const std::string_view one : base::split(words.names, ' ')) {
            const std::string inner = ' ' + std::string(one) + ' ';
            found += (' ' + base::lowerAscii(text) + ' ').find(inner) != std::string::npos ? 1 : 0;
        }
        return found >= 2;
    }
    return false;
}

} // namespace

std::string languageTag(std::string_view name)
{
    name = base::trimmed(name);
    const std::string_view primary = name.substr(0, name.find_first_of("-_"));
    const bool letters = std::all_of(primary.begin(), primary.end(), [](char c) {
        const char lower = static_cast<char>(c | 0x20);
        return lower >= 'a' && lower <= 'z';
    });
    if (letters && (primary.size() == 2 || primary.size() == 3) && name.size() <= 35)
        return std::string(name);
    const std::string lower = base::lowerAscii(name.substr(0, name.find_first_of(" (,")));
    for (const LanguageNames& known : Known) {
        for (const std::string_view one : base::split(known.names, ' ')) {
            if (one == lower)
                return std::string(known.tag);
        }
    }
    return {};
}

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
    const bool plain
        = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (plain && text.size() < Headline && code != "en" && !isSentenceOf(code, text))
        return {};
    const std::size_t dash = code.find('-');
    return code == "un" ? std::string() : code.substr(0, dash);
}

} // namespace ingest
