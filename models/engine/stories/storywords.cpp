// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storywords.h"

#include <base/strings.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace engine {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || isUpper(c) || (static_cast<unsigned char>(c) & 0x80) != 0;
}

int monthOf(std::string_view word)
{
    constexpr std::array<std::string_view, 12> Names = {"january", "february", "march", "april", "may",
        "june", "july", "august", "september", "october", "november", "december"};
    for (std::size_t at = 0; at < Names.size(); ++at) {
        if (word == Names[at] || (word.size() == 3 && word != "may" && Names[at].starts_with(word))
            || (word == "sept" && at == 8))
            return static_cast<int>(at) + 1;
    }
    return 0;
}

// Forms of ordinary words that few names have: "Rescuers", "Fizzles" begin headlines without being names.
bool isWordForm(std::string_view lower)
{
    if (lower.size() < 7)
        return false;
    for (const std::string_view end :
        {"ers", "ors", "ists", "ings", "tions", "ments", "ness", "ally", "edly", "ingly"}) {
        if (lower.ends_with(end))
            return true;
    }
    return false;
}

int quarterOf(std::string_view word, std::string_view before)
{
    if (word.size() == 2 && (word[0] == 'q' || word[1] == 'q')) {
        const char digit = word[0] == 'q' ? word[1] : word[0];
        return digit >= '1' && digit <= '4' ? digit - '0' : 0;
    }
    if (word != "quarter" && word != "qtr")
        return 0;
    constexpr std::array<std::string_view, 8> Ordinals
        = {"first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th"};
    const auto found = std::find(Ordinals.begin(), Ordinals.end(), before);
    return found == Ordinals.end() ? 0 : static_cast<int>(found - Ordinals.begin()) % 4 + 1;
}

// Typographic quotes and dashes end a word though their bytes look like letters'.
std::size_t punctuationAt(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (at + 2 < text.size() && byte(at) == 0xE2 && (byte(at + 1) == 0x80 || byte(at + 1) == 0x82))
        return 3;
    if (at + 2 < text.size() && byte(at) == 0xE3 && byte(at + 1) == 0x80)
        return 3;
    if (at + 1 < text.size() && byte(at) == 0xC2)
        return 2;
    return 0;
}

bool isApostrophe(std::string_view text, std::size_t at)
{
    return text[at] == '\'' || text.substr(at, 3) == "\u2019";
}

struct Piece {
    std::string lower;
    std::string_view written;
    bool number = false;
    bool sentenceStart = false;
    bool percent = false; // followed by %
};

bool endsSentence(char c) { return c == '.' || c == '!' || c == '?' || c == '\n'; }

// Ideographs have no spaces between words: pairs of them stand for words.
void addIdeographs(std::string_view run, std::vector<Piece>& pieces, bool start)
{
    for (std::size_t at = 0; at + 3 <= run.size(); at += 3) {
        const std::string_view pair = run.substr(at, 6);
        pieces.push_back({std::string(pair), pair, false, start && at == 0, false});
    }
}

bool isIdeographs(std::string_view word)
{
    const auto first = static_cast<unsigned char>(word.front());
    return first >= 0xE3 && first <= 0xED && word.size() % 3 == 0 && word.size() > 6;
}

std::vector<Piece> cut(std::string_view text, std::size_t most)
{
    std::vector<Piece> pieces;
    bool start = true;
    std::size_t at = 0;
    while (at < text.size() && pieces.size() < most) {
        const char c = text[at];
        if (isDigit(c)) {
            const std::size_t begin = at;
            while (at < text.size()
                && (isDigit(text[at])
                    || ((text[at] == '.' || text[at] == ',') && at + 1 < text.size()
                        && isDigit(text[at + 1]))))
                ++at;
            const std::size_t digits = at;
            while (at < text.size() && isLetter(text[at]) && punctuationAt(text, at) == 0 && at - digits < 12)
                ++at;
            std::string written(text.substr(begin, digits - begin));
            std::erase(written, ',');
            pieces.push_back({written, text.substr(begin, digits - begin), true, start, false});
            if (at > digits) // "4bn", "20th", "737MAX"
                pieces.push_back({base::lowerAscii(text.substr(digits, at - digits)),
                    text.substr(digits, at - digits), false, false, false});
            else if (at < text.size() && text[at] == '%')
                pieces.back().percent = true;
            start = false;
        } else if (isLetter(c) && punctuationAt(text, at) == 0) {
            const std::size_t begin = at;
            while (at < text.size()) {
                if (punctuationAt(text, at) > 0)
                    break;
                // "U.S." and "S&P" stay whole.
                const bool inner = (text[at] == '.' || text[at] == '&') && at + 1 < text.size()
                    && isLetter(text[at + 1]) && at - begin <= 3
                    && (at - begin == 1 || (at >= 2 && text[at - 2] == '.'));
                if (!isLetter(text[at]) && !isDigit(text[at]) && !inner)
                    break;
                ++at;
            }
            std::string_view written = text.substr(begin, at - begin);
            std::string lower = base::lowerAscii(written);
            std::erase(lower, '.');
            if (isIdeographs(written))
                addIdeographs(written, pieces, start);
            else
                pieces.push_back({std::move(lower), written, false, start, false});
            start = false;
            if (at < text.size() && isApostrophe(text, at)) {
                const std::size_t mark = text[at] == '\'' ? 1 : 3;
                const std::size_t after = at + mark;
                if (after < text.size() && (text[after] == 's' || text[after] == 'S' || text[after] == 't')
                    && (after + 1 >= text.size() || !isLetter(text[after + 1])))
                    at = after + 1;
            }
        } else {
            start = start || endsSentence(c) || c == ':';
            const std::size_t skip = punctuationAt(text, at);
            at += skip == 0 ? 1 : skip;
        }
    }
    return pieces;
}

// The power of ten a word after a number stands for; 0 for other words.
double scaleOf(std::string_view word)
{
    if (word == "million" || word == "mln" || word == "mn" || word == "m")
        return 1e6;
    if (word == "billion" || word == "bln" || word == "bn" || word == "b")
        return 1e9;
    if (word == "trillion" || word == "tn" || word == "trn")
        return 1e12;
    if (word == "thousand" || word == "k")
        return 1e3;
    if (word == "crore")
        return 1e7;
    return word == "lakh" ? 1e5 : 0;
}

bool isMoneySign(std::string_view before)
{
    return before.ends_with('$') || before.ends_with("\u20AC") || before.ends_with("\u00A3")
        || before.ends_with("\u00A5") || before.ends_with("Rs ") || before.ends_with("Rs");
}

void readNumber(const std::vector<Piece>& pieces, std::size_t at, std::string_view before, StoryWord& word,
    std::size_t& used)
{
    const Piece& piece = pieces[at];
    double value = 0; // read and written without a locale
    std::from_chars(piece.lower.data(), piece.lower.data() + piece.lower.size(), value);
    std::string unit;
    const auto next = [&](std::size_t ahead) {
        return at + ahead < pieces.size() ? std::string_view(pieces[at + ahead].lower) : std::string_view();
    };
    const double scale = scaleOf(next(1));
    if (scale > 0) {
        value *= scale;
        used = 1;
    }
    const std::string_view after = next(1 + used);
    if (piece.percent || after == "percent" || after == "pct" || after == "pc") {
        unit = "%";
        used += piece.percent ? 0 : 1;
    } else if (after == "per" && next(2 + used) == "cent") {
        unit = "%";
        used += 2;
    } else if (after == "bp" || after == "bps") {
        unit = "bp";
        used += 1;
    } else if (after == "basis") {
        unit = "bp";
        used += 2;
    }
    const bool whole = value == std::floor(value);
    const bool year = whole && unit.empty() && scale == 0 && value >= 1900 && value <= 2100;
    if (!year)
        word.value = value;
    if (year || (whole && unit.empty() && scale == 0 && value < 10))
        return; // years and counts of a few say nothing of one story
    char digits[40];
    const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::general, 4).ptr;
    word.term = termOf('#' + std::string(digits, end) + unit);
    const std::string_view currency = next(1 + used);
    word.unit = unit == "%" ? StoryWord::Unit::Percent
        : unit == "bp"      ? StoryWord::Unit::BasisPoint
        : isMoneySign(before) || currency == "dollars" || currency == "euros" || currency == "pounds"
            || currency == "yen" || currency == "rupees"
        ? StoryWord::Unit::Money
        : StoryWord::Unit::None;
    // "2%" stands in too much news to tie two articles.
    const bool round = unit == "%" && whole && value < 10;
    word.figure = !round && (!unit.empty() || scale > 0 || !whole || value >= 1000);
}

} // namespace

std::vector<StoryWord> storyWords(const StoryLexicon& lexicon, std::string_view text, std::size_t most)
{
    constexpr std::size_t LongWord = 32; // bytes with the blank; so many words take less in any language
    text = base::truncatedUtf8(text, most * LongWord);
    const std::vector<Piece> pieces = cut(text, most);
    std::size_t capitals = 0;
    std::size_t letters = 0;
    for (const Piece& piece : pieces) {
        if (piece.number || lexicon.isStop(piece.lower))
            continue;
        ++letters;
        capitals += isUpper(piece.written.front()) ? 1U : 0U;
    }
    const bool tells = capitals * 10 < letters * 7; // else a capital is the house's style
    std::vector<StoryWord> words;
    words.reserve(pieces.size());
    std::string_view before;
    for (std::size_t at = 0; at < pieces.size(); ++at) {
        const Piece& piece = pieces[at];
        StoryWord word;
        word.sentenceStart = piece.sentenceStart;
        word.begin = static_cast<std::uint32_t>(piece.written.data() - text.data());
        word.end = word.begin + static_cast<std::uint32_t>(piece.written.size());
        word.plain = termOf(piece.lower);
        if (piece.number) {
            std::size_t used = 0;
            readNumber(pieces, at, text.substr(0, word.begin), word, used);
            if (at + 1 < pieces.size() && pieces[at + 1].lower == "q" && piece.lower.size() == 1)
                word.quarter = static_cast<std::int8_t>(quarterOf(piece.lower + "q", {}));
            words.push_back(word);
            for (std::size_t extra = 1; extra <= used && at + extra < pieces.size(); ++extra) {
                StoryWord unit;
                unit.unitOfFigure = true;
                unit.plain = termOf(pieces[at + extra].lower);
                unit.begin = static_cast<std::uint32_t>(pieces[at + extra].written.data() - text.data());
                unit.end = unit.begin + static_cast<std::uint32_t>(pieces[at + extra].written.size());
                words.push_back(unit);
            }
            at += used;
            before = piece.lower;
            continue;
        }
        const bool capital = isUpper(piece.written.front());
        const int month = capital || piece.lower != "may" ? monthOf(piece.lower) : 0;
        // "May" and "March" at a sentence's beginning may be verbs.
        if (month > 0 && capital && !(piece.sentenceStart && (month == 5 || month == 3)))
            word.month = static_cast<std::int8_t>(month);
        word.quarter = static_cast<std::int8_t>(quarterOf(piece.lower, before));
        word.capital = capital;
        const bool stop = lexicon.isStop(piece.lower) || piece.lower.size() < 2;
        if (!stop && word.month == 0) {
            word.term = lexicon.term(piece.lower);
            word.direction = static_cast<std::int8_t>(lexicon.direction(word.term));
            const bool shout = piece.written.size() > 1 && isUpper(piece.written[1]);
            // A headline's first word, or one of a headline in capitals, is a name when news seldom uses it.
            word.name = capital && word.quarter == 0
                && (tells && (!piece.sentenceStart || shout) ? true
                                                             : !lexicon.isListed(word.term)
                            && lexicon.wordKinds(word.term) == 0 && !isWordForm(piece.lower));
        }
        words.push_back(word);
        before = piece.lower;
    }
    return words;
}

std::string_view bareHeadline(std::string_view title, std::string_view source)
{
    std::string_view bare = base::trimmed(title);
    for (const std::string_view mark : {" | ", " - ", " \u2013 ", " \u2014 "}) {
        const std::size_t at = bare.rfind(mark);
        if (at == std::string_view::npos || at < 20)
            continue;
        const std::string_view tail = base::trimmed(bare.substr(at + mark.size()));
        const std::string name = base::lowerAscii(tail);
        const std::string own = base::lowerAscii(source);
        const bool publisher = mark == " | "
            || (!own.empty() && (own.find(name) != std::string::npos || name.find(own) != std::string::npos));
        if (publisher && tail.size() < 40)
            bare = base::trimmed(bare.substr(0, at));
    }
    // "UPDATE 2-", "RPT-", "WRAPUP 1-": capitals and a digit up to a hyphen without a space.
    const std::size_t dash = bare.find('-');
    if (dash != std::string_view::npos && dash > 2 && dash < 14 && dash + 1 < bare.size()
        && bare[dash + 1] != ' ') {
        bool shout = true;
        for (const char c : bare.substr(0, dash))
            shout = shout && (isUpper(c) || isDigit(c) || c == ' ');
        if (shout && bare.substr(0, dash).find(' ') != std::string_view::npos)
            bare = base::trimmed(bare.substr(dash + 1));
    }
    return bare;
}

} // namespace engine
