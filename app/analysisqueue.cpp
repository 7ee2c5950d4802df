// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "analysisqueue.h"

#include "context.h"
#include "pipeline.h"

#include <engine/analyser.h>
#include <engine/stories/clusterer.h>
#include <engine/stories/novelty.h>
#include <engine/stories/storyfeatures.h>
#include <store/articlestore.h>
#include <store/storystore.h>

namespace app {

namespace {

constexpr int Chunk = 100; // articles read, analysed and stored together

// A revised article stays in its story: what was told before it still weighs less.
base::Outcome rescorePlaced(
    store::Database& database, const engine::Pack& pack, std::vector<store::FinishedAnalysis>& finished)
{
    std::vector<std::int64_t> ids;
    for (const store::FinishedAnalysis& one : finished)
        ids.push_back(one.article);
    const base::Result<std::vector<store::StoryPlace>> places = store::readStoryPlaces(database, ids);
    if (!places)
        return places.error();
    for (const store::StoryPlace& place : *places) {
        for (store::FinishedAnalysis& one : finished) {
            if (one.article != place.article || one.analysis.mode == base::Mode::NotAnalysed)
                continue;
            engine::Placement placement;
            placement.novelty = place.novelty;
            placement.earlier = place.earlier;
            engine::rescoreImpact(pack, placement, one.analysis);
        }
    }
    return base::Done{};
}

} // namespace

AnalysisQueue::AnalysisQueue(
    std::shared_ptr<const engine::Pack> pack, DatabaseThread& writer, QObject* parent)
    : QObject(parent)
    , m_pack(std::move(pack))
    , m_writer(writer)
    , m_stop(std::make_shared<std::atomic<bool>>(false))
{
}

AnalysisQueue::~AnalysisQueue()
{
    m_stop->store(true);
    m_pool.clear();
    m_pool.waitForDone();
    m_writer.drain();
}

void AnalysisQueue::wake()
{
    m_more = true;
    read();
}

void AnalysisQueue::bringUpToDate()
{
    m_stale = true;
    m_below = 0;
    wake();
}

void AnalysisQueue::cancel()
{
    m_more = false;
    m_stale = false;
    m_stop->store(true);
    m_stop = std::make_shared<std::atomic<bool>>(false);
}

void AnalysisQueue::read()
{
    if (m_reading || (!m_more && !m_stale) || m_chunks >= m_pool.maxThreadCount() + 1)
        return;
    m_reading = true;
    const bool fresh = m_more; // what is new goes before what is stale
    m_more = false;
    m_writer.run(
        [fresh, taken = m_taken, below = m_below, today = store::Maker{std::string(engine::Version), m_pack->hash}](
            store::Database& database) {
            return fresh ? store::readPending(database, Chunk, taken)
                         : store::readStale(database, today, below, Chunk);
        },
        this,
        [this, fresh, stop = m_stop](base::Result<std::vector<base::Article>> articles) {
            m_reading = false;
            if (!fresh && articles && !stop->load()) {
                m_stale = articles->size() == Chunk;
                m_below = articles->empty() ? 0 : articles->back().id;
                if (!articles->empty())
                    analyse(std::move(*articles));
                end();
                return;
            }
            if (!articles) {
                m_more = false;
                m_stale = false;
                Q_EMIT failed(QString::fromStdString(articles.error().text()));
            } else if (!articles->empty() && !stop->load()) {
                m_more = m_more || articles->size() == Chunk;
                analyse(std::move(*articles));
            }
            end();
        });
}

void AnalysisQueue::analyse(std::vector<base::Article> articles)
{
    ++m_chunks;
    for (const base::Article& article : articles)
        m_taken.insert(article.id);
    m_pool.start([this, articles = std::move(articles), pack = m_pack, stop = m_stop] {
        std::vector<store::FinishedAnalysis> finished;
        std::vector<store::StoryFeatureRow> features;
        std::vector<std::int64_t> ids;
        for (const base::Article& article : articles) {
            ids.push_back(article.id);
            if (stop->load())
                continue;
            finished.push_back({article.id, article.fingerprint, analyseArticle(*pack, article)});
            const engine::StoryFeatures own
                = engine::storyFeatures(*pack->stories, article, finished.back().analysis);
            features.push_back({article.id, own.time, 0, engine::storyFeaturesToBytes(own)});
        }
        const int count = static_cast<int>(finished.size());
        m_writer.run(
            [finished = std::move(finished), features = std::move(features), pack, now = currentInstant()](
                store::Database& database) mutable -> base::Result<int> {
                // Features first: an analysed article waits for its story from then on.
                if (base::Outcome saved = store::saveStoryFeatures(database, features); !saved)
                    return saved.error();
                if (base::Outcome rescored = rescorePlaced(database, *pack, finished); !rescored)
                    return rescored.error();
                return store::storeAnalyses(database, finished, now);
            },
            this,
            [this, ids = std::move(ids), count](base::Result<int> stored) {
                --m_chunks;
                for (const std::int64_t id : ids)
                    m_taken.erase(id);
                if (stored) {
                    m_more = m_more || *stored < count; // some were revised meanwhile
                    Q_EMIT analysed(*stored);
                } else {
                    m_more = false;
                    m_stale = false;
                    Q_EMIT failed(QString::fromStdString(stored.error().text()));
                }
                end();
            });
    });
}

void AnalysisQueue::end()
{
    read();
    if (!isRunning())
        Q_EMIT idle();
}

} // namespace app
