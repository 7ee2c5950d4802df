// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "briefing.h"

#include "resourcefiles.h"

#include <base/files.h>
#include <store/articlestore.h>

#include <filesystem>

namespace app {

namespace {
constexpr int TrendDays = 30;
}

base::Result<brief::BriefInput> briefInput(
    store::Database& database, std::int64_t article, base::Instant now, std::optional<base::Instant> asOf)
{
    base::Result<store::StoredArticle> stored = store::readArticle(database, article, asOf);
    if (!stored)
        return stored.error();
    brief::BriefInput input;
    input.article = std::move(stored->article);
    input.analysis = std::move(stored->analysis).value_or(base::Analysis());
    input.storySources = stored->storySources;
    input.made = now;
    if (!input.analysis.topics.empty()) {
        base::Result<std::vector<double>> trend
            = store::topicTrend(database, input.analysis.topics.front().name, asOf.value_or(now), TrendDays);
        if (trend && trend->size() >= 3) {
            input.trendTopic = input.analysis.topics.front().name;
            input.trend = std::move(trend).value();
        }
    }
    return input;
}

base::Result<int> writeBrief(brief::BriefInput input, const std::string& file)
{
    const std::filesystem::path path(file);
    if (path.extension() != ".pdf")
        return base::Error{base::ErrorCode::Unsupported, "briefs are written as .pdf", file};
    const base::ResourceFiles themes = resourceFiles(QStringLiteral("themes"));
    const auto print = themes.find("print.json");
    const base::Result<brief::BriefStyle> style
        = brief::briefStyle(print == themes.end() ? std::string() : print->second);
    if (!style)
        return style.error();
    std::filesystem::path sidecar = path;
    sidecar.replace_extension(".json");
    input.sidecar = sidecar.filename().string();
    const base::Result<brief::Pdf> pdf = brief::writePdf(brief::build(input), input.paper, *style);
    if (!pdf)
        return pdf.error();
    if (base::Outcome written = base::writeFile(
            path, std::string_view(pdf->bytes.constData(), static_cast<std::size_t>(pdf->bytes.size())));
        !written)
        return written.error();
    if (base::Outcome written = base::writeFile(sidecar, brief::toSidecar(input)); !written)
        return written.error();
    return pdf->pages;
}

} // namespace app
