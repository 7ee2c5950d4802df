// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "briefwriter.h"

#include "resourcefiles.h"

#include <base/files.h>
#include <base/strings.h>
#include <brief/briefbuilder.h>
#include <brief/briefhtml.h>
#include <brief/brieftext.h>

#include <nlohmann/json.hpp>

#include <utility>
#include <vector>

namespace app {

namespace fs = std::filesystem;

namespace {

std::string printColors()
{
    const base::ResourceFiles themes = resourceFiles(QStringLiteral("themes"));
    const auto print = themes.find("print.json");
    return print == themes.end() ? std::string() : print->second;
}

// The brief's parts, and all that it can be made from again.
std::string jsonBrief(const brief::BriefInput& input)
{
    auto json = nlohmann::ordered_json::parse(brief::toSidecar(input));
    json["document"] = nlohmann::ordered_json::parse(brief::writeJson(brief::build(input)));
    return json.dump(1) + "\n";
}

// Whether a sidecar may stand in this file's place.
bool isSidecar(const fs::path& file)
{
    const base::Result<std::string> text = base::readFile(file, std::uintmax_t(1) << 32);
    return text && text->substr(0, 200).find("\"leadline_brief\"") != std::string::npos;
}

// All of these files, or none: each is written whole beside its place first.
base::Outcome writeTogether(const std::vector<std::pair<fs::path, std::string>>& files)
{
    const auto beside = [](fs::path path) { return path += ".new"; };
    const auto dropped = [&](base::Error error, const fs::path& file) {
        for (const auto& [path, bytes] : files) {
            std::error_code ignored;
            fs::remove(beside(path), ignored);
        }
        error.context = file.string();
        return error;
    };
    for (const auto& [path, bytes] : files) {
        if (base::Outcome written = base::writeFile(beside(path), bytes); !written)
            return dropped(written.error(), path);
    }
    for (const auto& [path, bytes] : files) {
        std::error_code code;
        fs::rename(beside(path), path, code);
        if (code)
            return dropped({base::ErrorCode::Io, "cannot be written: " + code.message()}, path);
    }
    return base::Done{};
}

} // namespace

std::optional<BriefFormat> briefFormat(const fs::path& file)
{
    const std::string ending = base::lowerAscii(file.extension().string());
    static const std::pair<std::string_view, BriefFormat> endings[] = {{".pdf", BriefFormat::Pdf},
        {".html", BriefFormat::Html}, {".htm", BriefFormat::Html}, {".md", BriefFormat::Markdown},
        {".txt", BriefFormat::Text}, {".json", BriefFormat::Json}};
    for (const auto& [known, format] : endings) {
        if (ending == known)
            return format;
    }
    return std::nullopt;
}

base::Result<brief::BriefStyle> printStyle() { return brief::briefStyle(printColors()); }

base::Result<RenderedBrief> renderBrief(
    const brief::BriefInput& input, BriefFormat format, const brief::Progress& progress)
{
    if (format == BriefFormat::Json)
        return RenderedBrief{jsonBrief(input)};
    const brief::BriefDocument document = brief::build(input);
    if (format == BriefFormat::Markdown)
        return RenderedBrief{brief::writeMarkdown(document)};
    if (format == BriefFormat::Text)
        return RenderedBrief{brief::writeText(document)};
    if (format == BriefFormat::Html) {
        base::Result<std::string> html = brief::writeHtml(document, input.paper, printColors());
        if (!html)
            return html.error();
        return RenderedBrief{std::move(html).value()};
    }
    const base::Result<brief::BriefStyle> style = printStyle();
    if (!style)
        return style.error();
    base::Result<brief::Pdf> pdf = brief::writePdf(document, input.paper, *style, progress);
    if (!pdf)
        return pdf.error();
    return RenderedBrief{std::move(pdf->bytes), pdf->pages};
}

base::Result<int> writeBrief(
    brief::BriefInput input, const fs::path& file, Sidecar sidecar, const brief::Progress& progress)
{
    const std::optional<BriefFormat> format = briefFormat(file);
    if (!format)
        return base::Error{base::ErrorCode::Unsupported,
            "its ending names no format: .pdf, .html, .md, .txt or .json", file.string()};
    fs::path beside = file;
    beside.replace_extension(".json");
    std::error_code code;
    if (sidecar == Sidecar::Write) {
        if (fs::exists(beside, code) && !isSidecar(beside))
            return base::Error{base::ErrorCode::InvalidInput,
                "is no sidecar of a brief; it was left as it is. Choose another name", beside.string()};
        input.sidecar = beside.filename().string();
    }
    base::Result<RenderedBrief> rendered = renderBrief(input, *format, progress);
    if (!rendered)
        return rendered.error();
    std::vector<std::pair<fs::path, std::string>> files;
    if (sidecar == Sidecar::Write && *format != BriefFormat::Json)
        files.emplace_back(beside, brief::toSidecar(input));
    files.emplace_back(file, std::move(rendered->bytes));
    if (base::Outcome written = writeTogether(files); !written)
        return written.error();
    return rendered->pages;
}

fs::path briefPath(
    const fs::path& folder, std::string name, const brief::BriefInput& input, std::string_view title)
{
    const std::string iso = base::toIso(input.made);
    base::replaceAll(name, "{date}", iso.substr(0, 10));
    base::replaceAll(name, "{time}", iso.substr(11, 2) + iso.substr(14, 2));
    base::replaceAll(name, "{kind}", brief::kindName(input.kind));
    base::replaceAll(name, "{title}", base::truncatedUtf8(title, 80));
    for (char& one : name) {
        if (static_cast<unsigned char>(one) < 0x20 || std::string_view("/\\:*?\"<>|").find(one) != std::string_view::npos)
            one = '-';
    }
    const fs::path wanted = folder / name;
    fs::path path = wanted;
    const auto taken = [](fs::path file) {
        std::error_code code;
        const bool itself = fs::exists(file, code);
        return itself || fs::exists(file.replace_extension(".json"), code);
    };
    for (int number = 2; taken(path); ++number) {
        path = wanted;
        path.replace_filename(
            wanted.stem().string() + "-" + std::to_string(number) + wanted.extension().string());
    }
    return path;
}

} // namespace app
