// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "filekind.h"

#include <base/strings.h>
#include <ingest/decode.h>

#include <algorithm>

namespace ingest {

namespace {

using namespace std::string_view_literals;

struct Mark {
    std::size_t at;
    std::string_view bytes;
    std::string_view kind;
};

constexpr Mark Marks[] = {
    {0, "%PDF-"sv, "a PDF"},
    {0, "%!PS"sv, "a PostScript document"},
    {0, "{\\rtf"sv, "an RTF document"},
    {0, "\x89PNG"sv, "an image"},
    {0, "\xFF\xD8\xFF"sv, "an image"},
    {0, "GIF87a"sv, "an image"},
    {0, "GIF89a"sv, "an image"},
    {0, "II*\0"sv, "an image"},
    {0, "MM\0*"sv, "an image"},
    {0, "\0\0\1\0"sv, "an image"},
    {0, "8BPS"sv, "an image"},
    {4, "ftypavif"sv, "an image"},
    {4, "ftyphei"sv, "an image"},
    {8, "WEBP"sv, "an image"},
    {4, "ftyp"sv, "a video or sound file"},
    {0, "\x1A\x45\xDF\xA3"sv, "a video"},
    {0, "OggS"sv, "a sound file"},
    {0, "fLaC"sv, "a sound file"},
    {0, "ID3\2"sv, "a sound file"},
    {0, "ID3\3"sv, "a sound file"},
    {0, "ID3\4"sv, "a sound file"},
    {0, "\xFF\xFB"sv, "a sound file"},
    {8, "WAVE"sv, "a sound file"},
    {8, "AVI "sv, "a video"},
    {0, "7z\xBC\xAF"sv, "a 7z archive"},
    {0, "Rar!\x1A"sv, "a RAR archive"},
    {0, "BZh"sv, "a bzip2 archive"},
    {0,
        "\xFD"
        "7zXZ"sv,
        "an xz archive"},
    {0, "\x28\xB5\x2F\xFD"sv, "a Zstandard archive"},
    {257, "ustar"sv, "a tar archive"},
    {0, "SQLite format 3\0"sv, "a database"},
    {0, "PAR1"sv, "a Parquet table"},
    {0,
        "\x7F"
        "ELF"sv,
        "a program"},
    {0, "MZ\x90"sv, "a program"},
    {0, "\xCA\xFE\xBA\xBE"sv, "a program"},
    {0, "\xCF\xFA\xED\xFE"sv, "a program"},
    {0, "wOFF"sv, "a font"},
    {0, "wOF2"sv, "a font"},
    {0, "OTTO\0"sv, "a font"},
    {0, "\0\1\0\0\0"sv, "a font"},
};

// Office's older files are small file systems; the names of their streams, in UTF-16, tell them apart.
std::string compoundKind(std::string_view bytes)
{
    constexpr std::pair<std::string_view, std::string_view> Streams[]
        = {{"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv, "a Word document"},
            {"W\0o\0r\0k\0b\0o\0o\0k\0"sv, "an Excel workbook"},
            {"P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0"sv, "a PowerPoint document"},
            {"_\0_\0s\0u\0b\0s\0t\0g\0001\0"sv, "an Outlook message"}};
    for (const auto& [stream, kind] : Streams) {
        if (bytes.find(stream) != std::string_view::npos)
            return std::string(kind);
    }
    return "an office document";
}

} // namespace

std::string endingOf(std::string_view name)
{
    const std::string path = base::lowerAscii(name.substr(0, name.find_first_of("?#")));
    const std::size_t slash = path.find_last_of("/\\");
    const std::size_t dot = path.find_last_of('.');
    return dot == std::string::npos || (slash != std::string::npos && dot < slash) ? std::string()
                                                                                   : path.substr(dot + 1);
}

std::string binaryKind(std::string_view bytes)
{
    if (bytes.starts_with("\xD0\xCF\x11\xE0"sv))
        return compoundKind(bytes);
    for (const Mark& mark : Marks) {
        if (bytes.size() >= mark.at + mark.bytes.size()
            && bytes.substr(mark.at, mark.bytes.size()) == mark.bytes) {
            // Short marks that text may begin with too need bytes that are no text behind them.
            const bool sure = mark.bytes.size() > 4 || mark.bytes == "%!PS"
                || bytes.substr(0, 4).find_first_of("\x00\x01\x7F\x89\xFF\xFD\xB5"sv)
                    != std::string_view::npos
                || isBinary(bytes);
            if (sure)
                return std::string(mark.kind);
        }
    }
    // Some begin a PDF behind other bytes; every reader of theirs looks through the first thousand.
    const std::size_t pdf = bytes.substr(0, 1024).find("%PDF-1.");
    return pdf != std::string_view::npos && isBinary(bytes) ? "a PDF" : std::string();
}

std::string zipKind(std::string_view names)
{
    constexpr std::pair<std::string_view, std::string_view> Kinds[] = {{"\nword/document", "a Word document"},
        {"\nxl/workbook", "an Excel workbook"}, {"\nppt/presentation", "a PowerPoint document"},
        {"\nMETA-INF/container.xml\n", "an EPUB book"}, {"\nMETA-INF/MANIFEST.MF\n", "a program"},
        {"\nMETA-INF/manifest.xml\n", "an OpenDocument file"}, {"\nAndroidManifest.xml\n", "a program"}};
    for (const auto& [name, kind] : Kinds) {
        if (names.find(name) != std::string_view::npos)
            return std::string(kind);
    }
    return {};
}

bool isBinary(std::string_view bytes)
{
    const DecodedText decoded = decode(bytes.substr(0, 4096));
    const auto odd = std::count_if(decoded.text.begin(), decoded.text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f'
            && c != '\x1B' && c != '\x1E';
    });
    return odd > 8 || decoded.text.find("\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"sv) != std::string::npos;
}

bool looksLikeHtml(std::string_view text)
{
    const std::string head = base::lowerAscii(text.substr(0, 4096));
    const std::string_view start = base::trimmed(head);
    return start.starts_with("<!doctype html") || head.find("<html") != std::string::npos
        || head.find("<body") != std::string::npos
        || (start.starts_with('<')
            && (head.find("<p") != std::string::npos || head.find("<div") != std::string::npos));
}

} // namespace ingest
