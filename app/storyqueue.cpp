// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storyqueue.h"

#include "context.h"

namespace app {

StoryQueue::StoryQueue(std::shared_ptr<const engine::Pack> pack, DatabaseThread& writer, QObject* parent)
    : QObject(parent)
    , m_writer(writer)
    , m_keeper(std::make_shared<StoryKeeper>(std::move(pack)))
{
}

StoryQueue::~StoryQueue() { m_writer.drain(); }

void StoryQueue::usePack(std::shared_ptr<const engine::Pack> pack)
{
    m_keeper = std::make_shared<StoryKeeper>(std::move(pack));
}

void StoryQueue::wake()
{
    m_again = true;
    if (!m_running)
        step();
}

void StoryQueue::cancel() { m_again = false; }

void StoryQueue::step()
{
    m_running = true;
    m_writer.run([keeper = m_keeper, now = currentInstant()](
                     store::Database& database) { return keeper->placeSome(database, now); },
        this,
        [this](base::Result<StoryKeeper::Progress> progress) {
            if (!progress) {
                m_again = false;
                Q_EMIT failed(QString::fromStdString(progress.error().text()));
            } else if (progress->placed > 0) {
                Q_EMIT placed(progress->placed);
            }
            // A chunk of nothing: all is placed.
            if (m_again && progress && (progress->placed > 0 || progress->left > 0))
                return step();
            m_again = false;
            m_running = false;
            Q_EMIT idle();
        });
}

} // namespace app
