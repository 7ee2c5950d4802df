// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <base/result.h>
#include <desk/marketmap.h>
#include <store/database.h>

// News by topic and day. Both look at the articles of a window of weeks, by the index of their time; with
// asOf also at what happened to these since.
namespace store {

// InvalidInput when the filter is no query.
base::Result<desk::MarketMap> readMarketMap(
    Database& database, const desk::MapRequest& request, base::Instant now);

// One query by day, up to the last day a map of that time has. InvalidInput when it is none.
base::Result<desk::DaySeries> readDaySeries(
    Database& database, const desk::SeriesRequest& request, base::Instant now);

} // namespace store
