// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <brief/briefinput.h>
#include <brief/briefpdf.h>

#include <filesystem>
#include <optional>
#include <string>

namespace app {

enum class BriefFormat { Pdf, Html, Markdown, Text, Json };

// By a file's ending; nothing for others.
std::optional<BriefFormat> briefFormat(const std::filesystem::path& file);

// The colours of print.json, and its text.
base::Result<brief::BriefStyle> printStyle();

struct RenderedBrief {
    std::string bytes;
    int pages = 0; // of a PDF
};

// Hops 10 and 11. Needs a QGuiApplication for a PDF; safe on any one thread.
base::Result<RenderedBrief> renderBrief(
    const brief::BriefInput& input, BriefFormat format, const brief::Progress& progress = {});

enum class Sidecar {
    Write, // "x.pdf" gets "x.json" beside it, which the foot of the brief names
    Keep // the brief is made again from a sidecar: nothing is written beside it
};

// Writes the brief in the format of the file's ending, and its sidecar; both or neither, whole or not at all.
// A .json brief is its own sidecar. Gives the number of pages. InvalidInput when a file that is no sidecar
// stands in the sidecar's place.
base::Result<int> writeBrief(brief::BriefInput input, const std::filesystem::path& file,
    Sidecar sidecar = Sidecar::Write, const brief::Progress& progress = {});

// The file a name template gives in this folder: {date} is 2026-11-23, {time} 1432, {kind} and {title} what they
// say; what no file name may hold becomes "-". Where the file (or its sidecar) is there already, "-2" and so
// on is added.
std::filesystem::path briefPath(const std::filesystem::path& folder, std::string name,
    const brief::BriefInput& input, std::string_view title);

} // namespace app
