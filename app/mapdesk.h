// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/databasethread.h>
#include <desk/completion.h>
#include <desk/marketmap.h>

#include <QObject>
#include <QString>

#include <atomic>
#include <memory>
#include <vector>

namespace app {

// News by topic and day, read in the reader's thread. Every answer carries the generation it was asked with;
// a question that a newer one of its kind has overtaken before its turn came is not answered at all.
class MapDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MapDesk)

public:
    // The reader outlives this.
    explicit MapDesk(DatabaseThread& reader, QObject* parent = nullptr);
    ~MapDesk() override;

public Q_SLOTS:
    void readMap(const desk::MapRequest& request, int generation);
    void readSeries(const desk::SeriesRequest& request, int generation);
    void readSuggestions(const desk::Completion& completion, int generation);

Q_SIGNALS:
    void mapRead(const desk::MarketMap& map, int generation);
    void mapFailed(const QString& reason, int generation);
    void seriesRead(const desk::DaySeries& series, int generation);
    void seriesFailed(const QString& reason, int generation);
    void suggestionsRead(const std::vector<desk::Suggestion>& suggestions, int generation);

private:
    using Newest = std::shared_ptr<std::atomic<int>>; // generation

    DatabaseThread& m_reader;
    Newest m_newestMap = std::make_shared<std::atomic<int>>(0);
    Newest m_newestSeries = std::make_shared<std::atomic<int>>(0);
};

} // namespace app
