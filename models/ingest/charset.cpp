// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "charset.h"

#include <base/strings.h>

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>

namespace ingest {

namespace {

constexpr std::size_t Sample = 1U << 16;

struct ConverterClose {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct DetectorClose {
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

unsigned byteAt(std::string_view text, std::size_t at)
{
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

bool within(unsigned value, unsigned low, unsigned high) { return value >= low && value <= high; }

// The words between tags: names of elements tell nothing of the language.
std::string withoutTags(std::string_view bytes)
{
    std::string words;
    bool tag = false;
    for (const char c : bytes.substr(0, Sample)) {
        if (c == '<')
            tag = true;
        else if (c == '>')
            tag = false;
        else if (!tag)
            words += c;
    }
    return words;
}

// How an encoding of two bytes for a sign fits: the pairs that stand in its most used rows, and what is no
// pair.
struct Fit {
    std::size_t pairs = 0;
    std::size_t usual = 0;
    std::size_t wrong = 0;

    bool good(std::size_t percent) const
    {
        return pairs >= 2 && wrong * 50 <= pairs && usual * 100 >= pairs * percent;
    }
};

struct Structure {
    const char* name;
    bool (*lead)(unsigned byte);
    bool (*trail)(unsigned byte);
    bool (*usual)(unsigned lead, unsigned trail);
    std::size_t percent; // of the pairs that must be usual
    std::size_t least; // pairs that are needed to be sure
};

bool eucByte(unsigned byte) { return within(byte, 0xA1, 0xFE); }

// Only what ICU misses in short texts and EUC-TW, which it does not know; Korean and Chinese rows are told
// apart by the rows they use most.
constexpr std::array Structures{
    Structure{"euc-jp", eucByte, eucByte,
        [](unsigned lead, unsigned trail) {
            return (lead == 0xA4 && trail <= 0xF3) || (lead == 0xA5 && trail <= 0xF6);
        },
        25, 2},
    Structure{"shift_jis", [](unsigned lead) { return within(lead, 0x81, 0x9F) || within(lead, 0xE0, 0xFC); },
        [](unsigned trail) { return within(trail, 0x40, 0x7E) || within(trail, 0x80, 0xFC); },
        [](unsigned lead, unsigned trail) {
            return (lead == 0x82 && within(trail, 0x9F, 0xF1)) || (lead == 0x83 && within(trail, 0x40, 0x96));
        },
        25, 3},
    Structure{"windows-949", eucByte, eucByte,
        [](unsigned lead, unsigned) { return within(lead, 0xB0, 0xC8); }, 70, 4},
    // No sign of the national standard's first plane stands in rows 9 to 33.
    Structure{"euc-tw", eucByte, eucByte,
        [](unsigned lead, unsigned) { return within(lead, 0xC4, 0xFD) || within(lead, 0xA1, 0xA6); }, 97, 20},
};

Fit fitOf(const Structure& structure, std::string_view words)
{
    Fit fit;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const unsigned lead = byteAt(words, at);
        if (lead < 0x80)
            continue;
        const unsigned trail = byteAt(words, at + 1);
        if (!structure.lead(lead) || !structure.trail(trail)) {
            ++fit.wrong;
            continue;
        }
        ++fit.pairs;
        fit.usual += structure.usual(lead, trail) ? 1 : 0;
        ++at;
    }
    return fit;
}

std::string byStructure(std::string_view words)
{
    for (const Structure& structure : Structures) {
        const Fit fit = fitOf(structure, words);
        if (fit.good(structure.percent) && fit.pairs >= structure.least)
            return structure.name;
    }
    return {};
}

// Thai: a vowel written first has a consonant after it, and marks have a letter before them.
bool looksThai(std::string_view words)
{
    std::size_t high = 0;
    std::size_t right = 0;
    std::size_t checked = 0;
    const auto consonant = [](unsigned byte) { return within(byte, 0xA1, 0xCE); };
    const auto mark
        = [](unsigned byte) { return byte == 0xD1 || within(byte, 0xD4, 0xDA) || within(byte, 0xE7, 0xEC); };
    for (std::size_t at = 0; at < words.size(); ++at) {
        const unsigned byte = byteAt(words, at);
        if (byte < 0x80)
            continue;
        ++high;
        if (within(byte, 0xDB, 0xDE) || byte >= 0xFC)
            return false;
        if (within(byte, 0xE0, 0xE4)) {
            ++checked;
            right += consonant(byteAt(words, at + 1)) ? 1 : 0;
        } else if (mark(byte)) {
            ++checked;
            right += at > 0 && (consonant(byteAt(words, at - 1)) || mark(byteAt(words, at - 1))) ? 1 : 0;
        }
    }
    return high >= 20 && checked * 8 >= high && right * 100 >= checked * 96;
}

// How much text reads as Cyrillic words: 1 and more for prose, below 0 for other things.
double cyrillicScore(std::string_view words, const char* encoding)
{
    bool repaired = false;
    const std::optional<std::string> text = convertCharset(words, encoding, repaired);
    if (!text)
        return -1;
    constexpr std::u32string_view Frequent = U"оеаинтсрвл";
    double score = 0;
    std::size_t signs = 0;
    std::int32_t at = 0;
    UChar32 before = ' ';
    const auto size = static_cast<std::int32_t>(text->size());
    while (at < size) {
        UChar32 sign = 0;
        U8_NEXT(text->data(), at, size, sign);
        if (sign >= 0x80) {
            ++signs;
            if (within(static_cast<unsigned>(sign), 0x430, 0x45F))
                score += Frequent.find(static_cast<char32_t>(sign)) != std::u32string_view::npos ? 1.6 : 0.4;
            else if (within(static_cast<unsigned>(sign), 0x400, 0x42F))
                score += u_islower(before) != 0 ? -2 : 0.5;
            else
                score -= u_isalpha(before) != 0 ? 2 : 0.5; // a sign inside a word
        }
        before = sign;
    }
    return signs == 0 ? -1 : score / static_cast<double>(signs);
}

std::string cyrillic(std::string_view words)
{
    const char* best = "";
    double highest = 1.0; // prose in Russian reaches 1.1, other alphabets read as Cyrillic do not
    for (const char* encoding :
        {"windows-1251", "koi8-r", "koi8-u", "ibm866", "x-mac-cyrillic", "iso-8859-5", "ibm855"}) {
        const double score = cyrillicScore(words, encoding);
        if (score > highest) {
            highest = score;
            best = encoding;
        }
    }
    return best;
}

// Signs inside words that Western Europe has none of ("podniós³") are letters of Central Europe.
std::string centralEuropean(std::string_view words)
{
    std::size_t inside = 0;
    std::size_t windows = 0;
    std::size_t iso = 0;
    const auto letter
        = [](unsigned byte) { return byte >= 0xC0 || std::isalpha(static_cast<int>(byte)) != 0; };
    for (std::size_t at = 1; at < words.size(); ++at) {
        const unsigned byte = byteAt(words, at);
        if (byte < 0x80 || byte >= 0xC0 || !letter(byteAt(words, at - 1)) || !letter(byteAt(words, at + 1)))
            continue;
        constexpr std::array<unsigned, 12> Letters{
            0xB3, 0xB9, 0xBF, 0xB1, 0xB6, 0xBC, 0xBE, 0x9C, 0x9F, 0x9A, 0x9E, 0x9D};
        if (std::find(Letters.begin(), Letters.end(), byte) == Letters.end())
            continue;
        ++inside;
        windows += byte < 0xA0 || byte == 0xB9 ? 1 : 0;
        iso += byte == 0xB1 || byte == 0xB6 || byte == 0xBC ? 1 : 0;
    }
    if (inside < 3)
        return {};
    return iso > windows ? "iso-8859-2" : "windows-1250";
}

std::string byIcu(std::string_view bytes)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, DetectorClose> detector(ucsdet_open(&status));
    if (U_FAILURE(status))
        return {};
    ucsdet_setText(detector.get(), bytes.data(),
        static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), Sample)), &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) || match == nullptr || ucsdet_getConfidence(match, &status) < 25)
        return {};
    const char* name = ucsdet_getName(match, &status);
    return U_FAILURE(status) || name == nullptr ? std::string() : canonicalCharset(base::lowerAscii(name));
}

} // namespace

std::string canonicalCharset(std::string name)
{
    struct Alias {
        std::string_view name;
        const char* read;
    };
    constexpr Alias Aliases[] = {{"utf8", "utf-8"}, {"iso-8859-1", "windows-1252"},
        {"latin1", "windows-1252"}, {"latin-1", "windows-1252"}, {"iso8859-1", "windows-1252"},
        {"us-ascii", "windows-1252"}, {"ascii", "windows-1252"}, {"iso-8859-9", "windows-1254"},
        {"latin5", "windows-1254"}, {"iso-8859-11", "windows-874"}, {"tis-620", "windows-874"},
        {"gb2312", "gb18030"}, {"gbk", "gb18030"}, {"x-gbk", "gb18030"}, {"cp936", "gb18030"},
        {"ks_c_5601-1987", "windows-949"}, {"euc-kr", "windows-949"}, {"ksc5601", "windows-949"},
        {"cp949", "windows-949"}, {"shift-jis", "shift_jis"}, {"x-sjis", "shift_jis"}, {"sjis", "shift_jis"},
        {"cp932", "windows-31j"}, {"ms932", "windows-31j"}, {"x-euc-jp", "euc-jp"}, {"x-big5", "big5"},
        {"cp1251", "windows-1251"}, {"cp1252", "windows-1252"}, {"unicode", "utf-16le"}};
    if (name.starts_with("iso-8859-8"))
        return "windows-1255";
    // A mainframe's code, and those that hide markup from whoever looks at the bytes.
    if (name.starts_with("ibm42") || name.starts_with("utf-7") || name == "utf7"
        || name.find("ebcdic") != std::string::npos || name.starts_with("imap-") || name == "scsu"
        || name == "bocu-1")
        return {};
    for (const Alias& alias : Aliases) {
        if (alias.name == name)
            return alias.read;
    }
    return name;
}

std::optional<std::string> convertCharset(std::string_view bytes, const std::string& encoding, bool& repaired)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, ConverterClose> from(ucnv_open(encoding.c_str(), &status));
    const std::unique_ptr<UConverter, ConverterClose> to(ucnv_open("UTF-8", &status));
    if (U_FAILURE(status))
        return std::nullopt;
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    const char* source = bytes.data();
    std::array<char, 1U << 14> part{};
    std::array<UChar, 1U << 12> pivot{};
    UChar* pivotSource = pivot.data();
    UChar* pivotTarget = pivot.data();
    bool first = true;
    do {
        status = U_ZERO_ERROR;
        char* target = part.data();
        ucnv_convertEx(to.get(), from.get(), &target, part.data() + part.size(), &source,
            bytes.data() + bytes.size(), pivot.data(), &pivotSource, &pivotTarget,
            pivot.data() + pivot.size(), first, true, &status);
        first = false;
        text.append(part.data(), static_cast<std::size_t>(target - part.data()));
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    if (U_FAILURE(status))
        return std::nullopt;
    repaired = repaired || text.find("\xEF\xBF\xBD") != std::string::npos;
    return text;
}

std::string detectCharset(std::string_view bytes)
{
    const std::string words = withoutTags(bytes);
    if (looksThai(words))
        return "windows-874";
    if (std::string name = byStructure(words); !name.empty())
        return name;
    const auto high = static_cast<std::size_t>(std::count_if(
        words.begin(), words.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
    const auto letters = static_cast<std::size_t>(std::count_if(
        words.begin(), words.end(), [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }));
    if (high >= 8 && high > letters) {
        if (std::string name = cyrillic(words); !name.empty())
            return name;
    }
    std::string name = byIcu(high > 0 ? std::string_view(words) : bytes);
    if (name.empty() || name == "windows-1252") {
        if (std::string central = centralEuropean(words); !central.empty())
            return central;
    }
    return name;
}

std::optional<std::string> mostlyUtf8(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size() + 16);
    std::size_t good = 0;
    std::size_t wrong = 0;
    const auto size = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), 0x7FFFFFF0));
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t begin = at;
        UChar32 sign = 0;
        U8_NEXT(bytes.data(), at, size, sign);
        if (sign >= 0) {
            good += sign >= 0x80 ? 1 : 0;
            text += bytes.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
            continue;
        }
        ++wrong;
        at = begin + 1;
        bool repaired = false;
        text += convertCharset(bytes.substr(static_cast<std::size_t>(begin), 1), "windows-1252", repaired)
                    .value_or("\xEF\xBF\xBD");
        if (wrong > 1000)
            return std::nullopt;
    }
    return good >= 2 && wrong <= good ? std::optional(std::move(text)) : std::nullopt;
}

} // namespace ingest
