// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "alertqueue.h"

#include "context.h"

#include <store/decisionwatch.h>

namespace app {

AlertQueue::AlertQueue(DatabaseThread& writer, QObject* parent)
    : QObject(parent)
    , m_writer(writer)
    , m_keeper(std::make_shared<AlertKeeper>())
{
}

AlertQueue::~AlertQueue() { m_writer.drain(); }

void AlertQueue::wake()
{
    m_again = true;
    if (!m_running)
        step();
}

void AlertQueue::cancel() { m_again = false; }

void AlertQueue::step()
{
    m_running = true;
    m_writer.run(
        [keeper = m_keeper, now = currentInstant()](
            store::Database& database) -> base::Result<AlertKeeper::Progress> {
            base::Result<AlertKeeper::Progress> progress = keeper->evaluateSome(database, now);
            if (progress && progress->seen == 0) {
                const base::Result<int> expired = store::expireDecisions(database, now);
                if (!expired)
                    return expired.error();
                progress->decisions = progress->decisions || *expired > 0;
            }
            return progress;
        },
        this,
        [this](base::Result<AlertKeeper::Progress> progress) {
            if (!progress) {
                m_again = false;
                Q_EMIT failed(QString::fromStdString(progress.error().text()));
            } else {
                if (!progress->fired.empty())
                    Q_EMIT fired(progress->fired);
                if (progress->decisions)
                    Q_EMIT decisionsChanged();
            }
            if (m_again && progress && progress->seen > 0)
                return step();
            m_again = false;
            m_running = false;
            Q_EMIT idle();
        });
}

} // namespace app
