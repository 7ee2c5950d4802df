// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "mailparts.h"

#include <base/strings.h>
#include <ingest/decode.h>

#include <algorithm>
#include <array>

namespace ingest {

namespace {

constexpr std::size_t MaxHeader = 64U << 10; // bytes of one

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Bytes written as `sign` and two hexadecimal digits.
std::string fromHex(std::string_view text, char sign)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == sign && at + 2 < text.size() && hexValue(text[at + 1]) >= 0
            && hexValue(text[at + 2]) >= 0) {
            out += static_cast<char>(hexValue(text[at + 1]) * 16 + hexValue(text[at + 2]));
            at += 2;
        } else {
            out += text[at];
        }
    }
    return out;
}

std::string fromQuotedPrintable(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c != '=') {
            out += c;
            continue;
        }
        if (at + 2 < text.size() && hexValue(text[at + 1]) >= 0 && hexValue(text[at + 2]) >= 0) {
            out += static_cast<char>(hexValue(text[at + 1]) * 16 + hexValue(text[at + 2]));
            at += 2;
            continue;
        }
        const std::size_t end = text.find_first_not_of(" \t\r", at + 1);
        if (end == std::string_view::npos)
            break;
        if (text[end] == '\n') // a soft line end
            at = end;
        else
            out += c; // an equals sign somebody forgot to encode
    }
    return out;
}

std::string fromBase64(std::string_view text)
{
    static constexpr std::array<signed char, 256> Values = [] {
        std::array<signed char, 256> all{};
        all.fill(-1);
        constexpr std::string_view Alphabet
            = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (std::size_t at = 0; at < Alphabet.size(); ++at)
            all[static_cast<unsigned char>(Alphabet[at])] = static_cast<signed char>(at);
        return all;
    }();
    std::string out;
    out.reserve(text.size() * 3 / 4);
    unsigned bits = 0;
    int count = 0;
    for (const char c : text) {
        if (c == '=') { // the end of a piece; some servers put one piece behind another
            bits = 0;
            count = 0;
        }
        const int value = Values[static_cast<unsigned char>(c)];
        if (value < 0)
            continue;
        bits = (bits << 6) | static_cast<unsigned>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            out += static_cast<char>((bits >> count) & 0xFF);
        }
    }
    return out;
}

std::string inCharset(const std::string& bytes, const std::string& charset)
{
    return decode(bytes, "text/plain; charset=" + charset).text;
}

struct EncodedWord {
    std::string charset;
    std::string bytes;
    std::size_t size = 0; // 0: there is none
};

// "=?charset?B?bytes?=" at the start of the text.
EncodedWord encodedWord(std::string_view text)
{
    constexpr std::size_t MaxWord = 4096; // many pass the 75 of the standard
    constexpr std::size_t MaxCharset = 60;
    const std::size_t charsetEnd = text.substr(0, MaxCharset).find('?', 2);
    if (charsetEnd == std::string_view::npos || charsetEnd + 3 > text.size() || text[charsetEnd + 2] != '?')
        return {};
    const char kind = static_cast<char>(text[charsetEnd + 1] | 0x20);
    const std::size_t end = text.substr(0, MaxWord).find("?=", charsetEnd + 3);
    if ((kind != 'b' && kind != 'q') || end == std::string_view::npos)
        return {};
    EncodedWord word;
    word.charset = base::lowerAscii(text.substr(2, charsetEnd - 2));
    word.charset = word.charset.substr(0, word.charset.find('*')); // RFC 2231's language mark
    std::string payload(text.substr(charsetEnd + 3, end - charsetEnd - 3));
    if (kind == 'q') {
        std::replace(payload.begin(), payload.end(), '_', ' ');
        word.bytes = fromHex(payload, '=');
    } else {
        word.bytes = fromBase64(payload);
    }
    word.size = end + 2;
    return word;
}

// "name*0=", "name*1*=": a parameter in pieces, "charset'language'" in front of the first encoded one.
std::string continuedParameter(const std::string& value, const std::string& name)
{
    constexpr int MaxPieces = 50;
    std::string bytes;
    std::string charset = "utf-8";
    for (int piece = 0; piece < MaxPieces; ++piece) {
        const std::string plain = name + '*' + std::to_string(piece);
        const std::string encoded = headerParameter(value, plain + '*');
        if (!encoded.empty() && piece == 0 && std::count(encoded.begin(), encoded.end(), '\'') >= 2) {
            const std::size_t first = encoded.find('\'');
            charset = encoded.substr(0, first);
            bytes += fromHex(encoded.substr(encoded.find('\'', first + 1) + 1), '%');
            continue;
        }
        const std::string raw = headerParameter(value, plain);
        if (encoded.empty() && raw.empty())
            break;
        bytes += encoded.empty() ? raw : fromHex(encoded, '%');
    }
    return bytes.empty() ? bytes : inCharset(bytes, charset);
}

} // namespace

std::string MailPart::header(const std::string& name) const
{
    const auto it = headers.find(name);
    return it == headers.end() ? std::string() : it->second;
}

MailPart splitMail(std::string_view text)
{
    MailPart part;
    std::string* last = nullptr;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        const bool folded = line.starts_with(' ') || line.starts_with('\t');
        const std::size_t colon = line.find(':');
        if (!line.empty() && !folded && colon == std::string_view::npos && !part.headers.empty()
            && line.find(' ') != std::string_view::npos)
            break; // words: somebody forgot the blank line before the body
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty())
            break;
        if (folded) {
            if (last != nullptr && last->size() + line.size() < MaxHeader)
                last->append(1, ' ').append(base::trimmed(line));
            continue;
        }
        last = nullptr;
        if (colon == std::string_view::npos)
            continue;
        const auto [it, added] = part.headers.emplace(
            base::lowerAscii(base::trimmed(line.substr(0, std::min<std::size_t>(colon, 100)))),
            std::string(base::trimmed(line.substr(colon + 1).substr(0, MaxHeader))));
        last = added ? &it->second : nullptr; // the first of a name counts
    }
    part.body = text;
    return part;
}

std::string mediaType(const std::string& contentType)
{
    return std::string(base::trimmed(base::lowerAscii(contentType.substr(0, contentType.find(';')))));
}

std::string headerParameter(const std::string& value, const std::string& name)
{
    const std::string lower = base::lowerAscii(value);
    std::size_t at = 0;
    bool found = false;
    while (!found && (at = lower.find(name, at)) != std::string::npos) {
        const bool starts = at > 0 && std::string_view("; \t").find(lower[at - 1]) != std::string_view::npos;
        at += name.size();
        const std::size_t sign = lower.find_first_not_of(" \t", at);
        found = starts && sign != std::string::npos && lower[sign] == '=';
        at = found ? sign + 1 : at;
    }
    if (!found)
        return name.find('*') == std::string::npos ? continuedParameter(value, name) : std::string();
    at = std::min(value.find_first_not_of(" \t", at), value.size());
    if (at < value.size() && value[at] == '"') {
        const std::size_t end = value.find('"', at + 1);
        return value.substr(at + 1, end == std::string::npos ? end : end - at - 1);
    }
    return value.substr(at, value.find_first_of("; \t", at) - at);
}

std::string decodedHeader(std::string_view text)
{
    std::string out;
    EncodedWord pending; // words of one charset may part a character between them
    const auto flush = [&] {
        if (!pending.bytes.empty())
            out += inCharset(pending.bytes, pending.charset);
        pending = {};
    };
    std::string raw;
    const auto flushRaw = [&] {
        out += base::isValidUtf8(raw) ? raw : decode(raw).text;
        raw.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = std::min(text.find("=?", at), text.size());
        const EncodedWord word = begin < text.size() ? encodedWord(text.substr(begin)) : EncodedWord{};
        const std::string_view between = text.substr(at, begin - at);
        // White space between two encoded words is none.
        if (pending.bytes.empty() || word.size == 0 || !base::trimmed(between).empty()) {
            flush();
            raw += between;
        }
        if (word.size == 0) {
            flush();
            raw += text.substr(begin, 2);
            at = begin + 2;
            continue;
        }
        if (!pending.bytes.empty() && pending.charset != word.charset)
            flush();
        if (pending.bytes.empty())
            flushRaw();
        pending.charset = word.charset;
        pending.bytes += word.bytes;
        at = begin + word.size;
    }
    flush();
    flushRaw();
    return base::collapsed(base::repairedUtf8(out));
}

std::string decodedBytes(const MailPart& part)
{
    const std::string encoding = base::lowerAscii(base::trimmed(part.header("content-transfer-encoding")));
    if (encoding.starts_with("base64"))
        return fromBase64(part.body);
    if (encoding.starts_with("quoted-printable"))
        return fromQuotedPrintable(part.body);
    return std::string(part.body);
}

MailPerson mailPerson(const std::string& header)
{
    const std::string text = decodedHeader(header);
    MailPerson person;
    const std::size_t left = text.rfind('<');
    const std::size_t right = left == std::string::npos ? left : text.find('>', left);
    if (right != std::string::npos) {
        person.address = base::trimmed(text.substr(left + 1, right - left - 1));
        person.name = base::trimmed(text.substr(0, left));
    } else if (const std::size_t comment = text.find('(');
               comment != std::string::npos && text.ends_with(')')) {
        person.address = base::trimmed(text.substr(0, comment)); // address (Name)
        person.name = text.substr(comment + 1, text.size() - comment - 2);
    } else if (text.find('@') != std::string::npos) {
        person.address = text.substr(0, text.find(','));
    } else {
        person.name = text;
    }
    std::erase(person.name, '"');
    base::replaceAll(person.name, "\\", "");
    if (person.name.size() > 1 && person.name.starts_with('\'') && person.name.ends_with('\''))
        person.name = person.name.substr(1, person.name.size() - 2);
    person.name = base::trimmed(person.name);
    if (person.name == person.address)
        person.name.clear();
    return person;
}

} // namespace ingest
