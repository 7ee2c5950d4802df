// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/context.h>
#include <brief/briefbuilder.h>
#include <brief/briefpdf.h>
#include <store/database.h>

#include <QString>

namespace app {

// What a brief of this article is made from. NotFound.
base::Result<brief::BriefInput> briefInput(store::Database& database, std::int64_t article, base::Instant now,
    std::optional<base::Instant> asOf = std::nullopt);

// Hops 10 and 11: writes the PDF and its sidecar ("x.pdf" → "x.json") beside it. Needs a QGuiApplication;
// safe on any one thread. Gives the number of pages.
base::Result<int> writeBrief(brief::BriefInput input, const std::string& file);

} // namespace app
