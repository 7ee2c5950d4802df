// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "datewords.h"

#include <base/strings.h>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace ingest {

namespace {

struct Name {
    std::string_view start;
    int month;
};

// How names of months begin. English and German first; each name decides only words that begin with it, and
// longer beginnings stand before shorter ones they contain.
constexpr std::array Names{Name{"jan", 1}, Name{"feb", 2}, Name{"mär", 3}, Name{"mrz", 3}, Name{"mrt", 3},
    Name{"apr", 4}, Name{"avr", 4}, Name{"abr", 4}, Name{"may", 5}, Name{"mai", 5}, Name{"mag", 5},
    Name{"maj", 5}, Name{"mei", 5}, Name{"máj", 5}, Name{"juin", 6}, Name{"juil", 7}, Name{"jun", 6},
    Name{"jún", 6}, Name{"giu", 6}, Name{"jul", 7}, Name{"júl", 7}, Name{"lug", 7}, Name{"aug", 8},
    Name{"aou", 8}, Name{"aoû", 8}, Name{"ago", 8}, Name{"sep", 9}, Name{"set", 9}, Name{"sze", 9},
    Name{"oct", 10}, Name{"okt", 10}, Name{"ott", 10}, Name{"out", 10}, Name{"nov", 11}, Name{"dec", 12},
    Name{"dez", 12}, Name{"dic", 12}, Name{"déc", 12}, Name{"des", 12}, Name{"fév", 2}, Name{"fev", 2},
    Name{"gen", 1}, Name{"ene", 1}, Name{"ápr", 4},
    // Polish, Czech
    Name{"sty", 1}, Name{"lut", 2}, Name{"kwi", 4}, Name{"cze", 6}, Name{"lip", 7}, Name{"sie", 8},
    Name{"wrz", 9}, Name{"paź", 10}, Name{"lis", 11}, Name{"gru", 12}, Name{"led", 1}, Name{"úno", 2},
    Name{"bře", 3}, Name{"dub", 4}, Name{"kvě", 5}, Name{"července", 7}, Name{"červenec", 7}, Name{"čer", 6},
    Name{"srp", 8}, Name{"zář", 9}, Name{"říj", 10}, Name{"pro", 12},
    // Turkish, Finnish
    Name{"oca", 1}, Name{"şub", 2}, Name{"nis", 4}, Name{"haz", 6}, Name{"tem", 7}, Name{"ağu", 8},
    Name{"eyl", 9}, Name{"eki", 10}, Name{"kas", 11}, Name{"ara", 12}, Name{"tam", 1}, Name{"hel", 2},
    Name{"huh", 4}, Name{"tou", 5}, Name{"kes", 6}, Name{"hei", 7}, Name{"elo", 8}, Name{"syy", 9},
    Name{"lok", 10}, Name{"joulu", 12},
    // Russian, Ukrainian
    Name{"янв", 1}, Name{"фев", 2}, Name{"мар", 3}, Name{"апр", 4}, Name{"мая", 5}, Name{"май", 5},
    Name{"июн", 6}, Name{"июл", 7}, Name{"авг", 8}, Name{"сен", 9}, Name{"окт", 10}, Name{"ноя", 11},
    Name{"дек", 12}, Name{"січ", 1}, Name{"лют", 2}, Name{"бер", 3}, Name{"кві", 4}, Name{"тра", 5},
    Name{"чер", 6}, Name{"лип", 7}, Name{"сер", 8}, Name{"вер", 9}, Name{"жов", 10}, Name{"лис", 11},
    Name{"гру", 12},
    // Greek, with and without accents
    Name{"ιαν", 1}, Name{"φεβ", 2}, Name{"μάρ", 3}, Name{"μαρ", 3}, Name{"απρ", 4}, Name{"μάι", 5},
    Name{"μαϊ", 5}, Name{"μαΐ", 5}, Name{"μάϊ", 5}, Name{"ιούν", 6}, Name{"ιουν", 6}, Name{"ιον", 6},
    Name{"ιούλ", 7}, Name{"ιουλ", 7}, Name{"ιολ", 7}, Name{"αύγ", 8}, Name{"αυγ", 8}, Name{"σεπ", 9},
    Name{"οκτ", 10}, Name{"νοέ", 11}, Name{"νοε", 11}, Name{"δεκ", 12}};

// "mar" begins March in half of Europe's languages, and Tuesday in a third of them.
constexpr std::array<std::string_view, 13> March{"mar", "march", "mars", "mart", "marts", "marzo", "março",
    "marca", "marec", "marzec", "maret", "marraskuuta", "maaliskuuta"};

} // namespace

int monthOf(std::string_view word)
{
    if (word == "maaliskuuta" || word == "maalis")
        return 3;
    if (word.starts_with("marras")) // Finnish
        return 11;
    if (word.starts_with("mar"))
        return std::find(March.begin(), March.end(), word) != March.end() ? 3 : 0;
    if (word == "márc" || word == "március")
        return 3;
    const auto* const found = std::find_if(
        Names.begin(), Names.end(), [&](const Name& name) { return word.starts_with(name.start); });
    return found == Names.end() ? 0 : found->month;
}

bool isWeekdayToo(std::string_view word) { return word == "mar" || word == "lis"; }

std::optional<int> zoneOf(std::string_view word)
{
    struct Zone {
        std::string_view name;
        int minutes;
    };
    constexpr Zone Zones[] = {{"z", 0}, {"ut", 0}, {"utc", 0}, {"gmt", 0}, {"wet", 0}, {"bst", 60},
        {"cet", 60}, {"west", 60}, {"cest", 120}, {"mez", 60}, {"mesz", 120}, {"eet", 120}, {"eest", 180},
        {"msk", 180}, {"est", -300}, {"edt", -240}, {"et", -300}, {"cst", -360}, {"cdt", -300}, {"mst", -420},
        {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"akst", -540}, {"akdt", -480}, {"hst", -600},
        {"ist", 330}, {"sgt", 480}, {"hkt", 480}, {"jst", 540}, {"kst", 540}, {"aest", 600}, {"aedt", 660},
        {"nzst", 720}, {"nzdt", 780}, {"gst", 240}, {"pkt", 300}, {"met", 60}, {"mest", 120}, {"sast", 120},
        {"cat", 120}, {"eat", 180}, {"brt", -180}, {"art", -180}, {"nst", -210}, {"ndt", -150}, {"ast", -240},
        {"adt", -180}, {"ct", -360}, {"mt", -420}, {"pt", -480}, {"acst", 570}, {"acdt", 630}, {"awst", 480},
        {"wib", 420}, {"ict", 420}, {"pht", 480}, {"trt", 180}, {"idt", 180}, {"npt", 345}, {"wat", 60}};
    const auto* const found = std::find_if(
        std::begin(Zones), std::end(Zones), [&](const Zone& zone) { return zone.name == word; });
    return found == std::end(Zones) ? std::nullopt : std::optional(found->minutes);
}

std::string plainDate(std::string_view text, bool& korean)
{
    std::string line = base::collapsed(text);
    if (std::all_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return base::lowerAscii(line);
    icu::UnicodeString wide = icu::UnicodeString::fromUTF8(line);
    wide.toLower(icu::Locale::getRoot());
    line.clear();
    wide.toUTF8String(line);
    korean = line.find("년") != std::string::npos || line.find("오전") != std::string::npos
        || line.find("오후") != std::string::npos;
    struct Sign {
        std::string_view sign;
        std::string_view plain;
    };
    constexpr Sign Signs[] = {{"\u00A0", " "}, {"\u202F", " "}, {"年", "-"}, {"月", "-"}, {"日", " "},
        {"년", "-"}, {"월", "-"}, {"일", " "}, {"時", ":"}, {"时", ":"}, {"시", ":"}, {"分", ":"},
        {"분", ":"}, {"秒", ""}, {"초", ""}, {"오전", " am "}, {"上午", " am "}, {"午前", " am "},
        {"오후", " pm "}, {"下午", " pm "}, {"午後", " pm "}, {"\u2013", "-"}, {"\u2212", "-"}};
    for (const Sign& sign : Signs)
        base::replaceAll(line, sign.sign, sign.plain);
    base::replaceAll(line, "- ", "-"); // "2026년 11월 24일"
    line = base::collapsed(line);
    while (line.ends_with(':') || line.ends_with('-'))
        line.pop_back();
    return line;
}

} // namespace ingest
