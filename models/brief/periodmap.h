// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <brief/briefdocument.h>
#include <desk/feedview.h>

#include <optional>
#include <string>
#include <vector>

namespace brief {

// When an article was told: published, else received.
base::Instant toldAt(const desk::ArticleRow& row);

struct Period {
    base::Instant first = {};
    base::Instant last = {};
};
// Nothing without rows.
std::optional<Period> periodOf(const std::vector<desk::ArticleRow>& rows);
// "17 to 23 Nov 2026", "23 Nov 2026".
std::string periodText(const Period& period);

// Topic × day of the rows, the topics most was written about first. A period of more than twelve days goes
// in steps of several days, each named by its first.
HeatMap periodMap(const std::vector<desk::ArticleRow>& rows, std::size_t topics = 12);

// The topics whose mean sentiment moved most from before the period's last third to that third, largest
// first; only those with at least two articles on each side.
Chart movers(const std::vector<desk::ArticleRow>& rows, std::size_t topics = 6);

// Articles by the steps of the map.
Chart volume(const std::vector<desk::ArticleRow>& rows);

} // namespace brief
