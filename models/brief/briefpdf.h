// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>
#include <brief/briefdocument.h>
#include <brief/briefinput.h>
#include <brief/briefstyle.h>

#include <functional>
#include <string>

namespace brief {

class Pages;

struct Pdf {
    std::string bytes;
    int pages = 0;
};

// Told how many of how many pages are drawn (0 of 0 while they are laid out); false ends the work.
using Progress = std::function<bool(int done, int pages)>;

// Draws the brief: vector graphics, embedded subsets of the fonts (Inter where it is installed, else the
// system's sans), outline, links and properties; the same bytes for the same document. Needs a
// QGuiApplication; safe on any one thread. Cancelled when `progress` says so.
base::Result<Pdf> writePdf(const BriefDocument& document, Paper paper, const BriefStyle& style,
    const Progress& progress = {});
// The same of pages that are laid out already.
base::Result<Pdf> writePdf(const BriefDocument& document, Pages& pages, const Progress& progress = {});

} // namespace brief
