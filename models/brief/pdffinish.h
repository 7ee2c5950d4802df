// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>
#include <brief/briefdocument.h>
#include <brief/textset.h>

#include <string>
#include <string_view>
#include <vector>

namespace brief {

class Pages;

// Adds to a drawn PDF what Qt's writer does not make: the outline, links within the brief and to addresses,
// the document's properties, and an id that depends on the content alone. One list of links a page. This is
// leadlineFinishPdf of the module pdffinish, which alone needs qpdf.
using FinishPdf = void(std::string_view drawn, const BriefDocument& document, const Pages& pages,
    const std::vector<std::vector<LinkArea>>& links, base::Result<std::string>& finished);

} // namespace brief
