// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "mapdesk.h"

#include "context.h"

#include <store/marketmap.h>
#include <store/suggestions.h>

#include <optional>

namespace app {

namespace {

QString reason(const base::Error& error) { return QString::fromStdString(error.message); }

} // namespace

MapDesk::MapDesk(DatabaseThread& reader, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
{
}

MapDesk::~MapDesk() { m_reader.drain(); }

void MapDesk::readMap(const desk::MapRequest& request, int generation)
{
    using Answer = std::optional<base::Result<desk::MarketMap>>;
    *m_newestMap = generation;
    m_reader.run(
        [request, generation, newest = m_newestMap](store::Database& database) {
            return *newest == generation ? Answer(store::readMarketMap(database, request, currentInstant()))
                                         : Answer();
        },
        this,
        [this, generation](const Answer& map) {
            if (!map || generation != *m_newestMap)
                return;
            if (*map)
                Q_EMIT mapRead(**map, generation);
            else
                Q_EMIT mapFailed(reason(map->error()), generation);
        });
}

void MapDesk::readSeries(const desk::SeriesRequest& request, int generation)
{
    using Answer = std::optional<base::Result<desk::DaySeries>>;
    *m_newestSeries = generation;
    m_reader.run(
        [request, generation, newest = m_newestSeries](store::Database& database) {
            return *newest == generation ? Answer(store::readDaySeries(database, request, currentInstant()))
                                         : Answer();
        },
        this,
        [this, generation](const Answer& series) {
            if (!series || generation != *m_newestSeries)
                return;
            if (*series)
                Q_EMIT seriesRead(**series, generation);
            else
                Q_EMIT seriesFailed(reason(series->error()), generation);
        });
}

void MapDesk::readSuggestions(const desk::Completion& completion, int generation)
{
    m_reader.run(
        [completion](store::Database& database) { return store::readSuggestions(database, completion); },
        this,
        [this, generation](const base::Result<std::vector<desk::Suggestion>>& suggestions) {
            if (suggestions)
                Q_EMIT suggestionsRead(*suggestions, generation);
        });
}

} // namespace app
