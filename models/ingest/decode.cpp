// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "decode.h"

#include "charset.h"

#include <base/strings.h>

#include <algorithm>
#include <optional>

namespace ingest {

namespace {

// The name after charset= or encoding= (in quotes or not), lower case; empty when there is none.
std::string namedAfter(std::string_view text, std::string_view key)
{
    const std::string lower = base::lowerAscii(text);
    std::size_t at = lower.find(key);
    if (at == std::string::npos)
        return {};
    at += key.size();
    while (
        at < lower.size() && (lower[at] == ' ' || lower[at] == '=' || lower[at] == '"' || lower[at] == '\''))
        ++at;
    std::size_t end = at;
    while (end < lower.size()
        && (std::isalnum(static_cast<unsigned char>(lower[end])) != 0 || lower[end] == '-'
            || lower[end] == '_' || lower[end] == ':' || lower[end] == '.'))
        ++end;
    return lower.substr(at, end - at);
}

std::string declared(std::string_view bytes)
{
    const std::string_view head = bytes.substr(0, 2048);
    if (const std::size_t xml = head.find("<?xml"); xml != std::string_view::npos) {
        const std::string name = namedAfter(head.substr(xml, head.find("?>", xml) - xml), "encoding");
        if (!name.empty())
            return name;
    }
    if (head.find("<meta") != std::string_view::npos || head.find("<META") != std::string_view::npos)
        return namedAfter(head, "charset=");
    return {};
}

// UTF-16 or 32 without a mark, told by where the zero bytes stand around the first '<' or letter.
std::string wideWithoutMark(std::string_view bytes)
{
    if (bytes.size() < 4)
        return {};
    const auto zero = [&](std::size_t at) { return bytes[at] == '\0'; };
    if (zero(0) && zero(1) && zero(2) && !zero(3))
        return "utf-32be";
    if (!zero(0) && zero(1) && zero(2) && zero(3))
        return "utf-32le";
    if (zero(0) && !zero(1) && zero(2) && !zero(3))
        return "utf-16be";
    if (!zero(0) && zero(1) && !zero(2) && zero(3))
        return "utf-16le";
    return {};
}

} // namespace

DecodedText decode(std::string_view bytes, std::string_view contentType)
{
    struct Mark {
        std::string_view bytes;
        const char* name;
    };
    constexpr Mark Marks[] = {{"\xEF\xBB\xBF", "utf-8"}, {std::string_view("\xFF\xFE\0\0", 4), "utf-32le"},
        {std::string_view("\0\0\xFE\xFF", 4), "utf-32be"}, {"\xFF\xFE", "utf-16le"},
        {"\xFE\xFF", "utf-16be"}};
    std::string encoding;
    for (const Mark& mark : Marks) {
        if (bytes.starts_with(mark.bytes)) {
            encoding = mark.name;
            bytes.remove_prefix(mark.bytes.size());
            break;
        }
    }
    if (encoding.empty())
        encoding = wideWithoutMark(bytes);
    DecodedText decoded;
    const bool validUtf8 = base::isValidUtf8(bytes);
    const auto finish = [&](std::string text, std::string name) {
        decoded.text = text.find('\0') == std::string::npos && base::isValidUtf8(text)
            ? std::move(text)
            : base::repairedUtf8(text);
        decoded.encoding = std::move(name);
        return decoded;
    };
    if (!encoding.empty() && encoding != "utf-8") {
        if (std::optional<std::string> text = convertCharset(bytes, encoding, decoded.repaired))
            return finish(std::move(*text), encoding);
    }
    if (encoding == "utf-8") {
        decoded.repaired = !validUtf8;
        return finish(std::string(bytes), encoding);
    }
    // Seven-bit encodings that switch alphabets by escape sequences look like ASCII otherwise.
    for (const auto& [sequence, name] : {std::pair("\x1B$)C", "iso-2022-kr"),
             std::pair("\x1B$B", "iso-2022-jp"), std::pair("\x1B$@", "iso-2022-jp"),
             std::pair("\x1B$)A", "iso-2022-cn"), std::pair("\x1B$)G", "iso-2022-cn")}) {
        if (validUtf8 && bytes.find(sequence) != std::string_view::npos) {
            if (std::optional<std::string> text = convertCharset(bytes, name, decoded.repaired))
                return finish(std::move(*text), name);
        }
    }
    // A declaration is true only if the bytes can be it: much that says Latin-1 is UTF-8 with multi-byte
    // signs.
    const bool ascii = std::all_of(
        bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    for (const std::string& name : {declared(bytes), namedAfter(contentType, "charset=")}) {
        const std::string known = canonicalCharset(name);
        if (known.empty() || known.starts_with("utf-16") || known.starts_with("utf-32"))
            continue; // wide encodings were told by their bytes above
        if (known == "utf-8") {
            if (validUtf8)
                return finish(std::string(bytes), "utf-8");
            if (std::optional<std::string> text = mostlyUtf8(bytes)) {
                decoded.repaired = true;
                return finish(std::move(*text), "utf-8");
            }
            continue;
        }
        if (validUtf8 && !ascii && (known == "windows-1252" || known == "iso-8859-15"))
            return finish(std::string(bytes), "utf-8");
        bool repaired = false;
        if (std::optional<std::string> text = convertCharset(bytes, known, repaired)) {
            decoded.repaired = repaired;
            return finish(std::move(*text), known);
        }
    }
    if (validUtf8)
        return finish(std::string(bytes), "utf-8");
    for (const std::string& name : {detectCharset(bytes), std::string("windows-1252")}) {
        if (name.empty() || name == "utf-8")
            continue;
        bool repaired = false;
        if (std::optional<std::string> text = convertCharset(bytes, name, repaired)) {
            decoded.repaired = repaired;
            return finish(std::move(*text), name);
        }
    }
    decoded.repaired = true;
    return finish(std::string(bytes), "utf-8");
}

} // namespace ingest
