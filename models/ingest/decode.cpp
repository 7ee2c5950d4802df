// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "decode.h"

#include "charset.h"

#include <base/strings.h>

#include <algorithm>
#include <optional>

namespace ingest {

namespace {

constexpr std::size_t Declaration = 2048; // bytes at the start that are looked through for one

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

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

// Walks the attributes of a tag from `at`, which comes to stand behind the tag. `use` gets each name in lower
// case and its value.
template <typename Use> void eachAttribute(std::string_view text, std::size_t& at, const Use& use)
{
    while (at < text.size() && text[at] != '>') {
        if (isSpace(text[at]) || text[at] == '/') {
            ++at;
            continue;
        }
        const std::size_t begin = at++;
        while (
            at < text.size() && !isSpace(text[at]) && text[at] != '=' && text[at] != '>' && text[at] != '/')
            ++at;
        const std::string name = base::lowerAscii(text.substr(begin, at - begin));
        std::size_t after = at;
        while (after < text.size() && isSpace(text[after]))
            ++after;
        std::string_view value;
        if (after < text.size() && text[after] == '=') {
            at = after + 1;
            while (at < text.size() && isSpace(text[at]))
                ++at;
            const char quote = at < text.size() ? text[at] : ' ';
            if (quote == '"' || quote == '\'') {
                const std::size_t end = std::min(text.find(quote, at + 1), text.size());
                value = text.substr(at + 1, end - at - 1);
                at = std::min(end + 1, text.size());
            } else {
                const std::size_t first = at;
                while (at < text.size() && !isSpace(text[at]) && text[at] != '>')
                    ++at;
                value = text.substr(first, at - first);
            }
        }
        use(name, value);
    }
    at = std::min(at + 1, text.size());
}

// The encoding that a page's <meta> declares, found as browsers find it: not in comments, not in other tags.
std::string declaredByMeta(std::string_view text)
{
    for (std::size_t at = text.find('<'); at != std::string_view::npos && at + 1 < text.size();
         at = text.find('<', at)) {
        if (text.substr(at).starts_with("<!--")) {
            const std::size_t end = text.find("-->", at + 2);
            if (end == std::string_view::npos)
                return {};
            at = end + 3;
            continue;
        }
        const bool closing = text[at + 1] == '/';
        const std::size_t name = at + (closing ? 2 : 1);
        if (name >= text.size() || std::isalpha(static_cast<unsigned char>(text[name])) == 0) {
            const bool other = text[at + 1] == '!' || text[at + 1] == '?' || closing;
            at = other ? std::min(text.find('>', at), text.size()) : at + 1;
            continue;
        }
        at = name;
        while (at < text.size() && !isSpace(text[at]) && text[at] != '>' && text[at] != '/')
            ++at;
        const bool meta = !closing && base::lowerAscii(text.substr(name, at - name)) == "meta";
        std::string charset;
        std::string content;
        bool pragma = false;
        eachAttribute(text, at, [&](const std::string& key, std::string_view value) {
            if (key == "charset" && charset.empty())
                charset = base::lowerAscii(base::trimmed(value));
            else if (key == "content" && content.empty())
                content = namedAfter(value, "charset");
            else if (key == "http-equiv")
                pragma = base::lowerAscii(value) == "content-type";
        });
        if (charset.empty() && pragma)
            charset = content;
        if (!meta || charset.empty())
            continue;
        if (charset == "x-user-defined")
            return "windows-1252";
        return charset.starts_with("utf-16") ? "utf-8" : charset; // it was read as bytes so far
    }
    return {};
}

std::string declared(std::string_view bytes)
{
    const std::string_view head = bytes.substr(0, Declaration);
    if (const std::size_t xml = head.find("<?xml"); xml != std::string_view::npos) {
        const std::string name = namedAfter(head.substr(xml, head.find("?>", xml) - xml), "encoding");
        if (!name.empty())
            return name;
    }
    return declaredByMeta(head);
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
