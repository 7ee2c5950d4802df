// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "databasethread.h"

#include <store/maintenance.h>

#include <QSemaphore>

namespace app {

namespace {

constexpr int CareMs = 60000;
constexpr int NextBiteMs = 1000; // while there are free pages to give back

} // namespace

DatabaseThread::DatabaseThread(
    std::unique_ptr<store::Database> database, const QString& name, QObject* parent)
    : QObject(parent)
    , m_database(std::move(database))
    , m_worker(new QObject)
    , m_care(new QTimer(m_worker))
{
    m_care->setSingleShot(true);
    connect(m_care, &QTimer::timeout, m_worker, [this] { takeCare(); });
    m_thread.setObjectName(name);
    m_worker->moveToThread(&m_thread);
    m_thread.start();
    if (m_database->writes())
        QMetaObject::invokeMethod(
            m_worker, [this] { m_care->start(CareMs); }, Qt::QueuedConnection);
}

DatabaseThread::~DatabaseThread()
{
    // Queued after all work handed in before: that work is finished first.
    QMetaObject::invokeMethod(
        m_worker,
        [this] {
            m_care->stop();
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
    delete m_worker;
}

// In small bites, each when nothing handed in is waiting.
void DatabaseThread::takeCare()
{
    const base::Result<bool> more = store::tendStore(*m_database);
    m_care->start(more && *more ? NextBiteMs : CareMs);
}

void DatabaseThread::drain()
{
    QSemaphore done;
    QMetaObject::invokeMethod(
        m_worker, [&done] { done.release(); }, Qt::QueuedConnection);
    done.acquire();
}

} // namespace app
