// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "databasethread.h"

#include <QSemaphore>

namespace app {

DatabaseThread::DatabaseThread(
    std::unique_ptr<store::Database> database, const QString& name, QObject* parent)
    : QObject(parent)
    , m_database(std::move(database))
    , m_worker(new QObject)
{
    m_thread.setObjectName(name);
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

DatabaseThread::~DatabaseThread()
{
    // Queued after all work handed in before: that work is finished first.
    QMetaObject::invokeMethod(
        m_worker, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
    delete m_worker;
}

void DatabaseThread::drain()
{
    QSemaphore done;
    QMetaObject::invokeMethod(
        m_worker, [&done] { done.release(); }, Qt::QueuedConnection);
    done.acquire();
}

} // namespace app
