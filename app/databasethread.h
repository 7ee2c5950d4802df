// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <store/database.h>

#include <QObject>
#include <QThread>
#include <QTimer>

#include <memory>
#include <utility>

namespace app {

// One thread with one connection to the store. Work goes in, from any thread, as a function of the
// connection; its result comes back in the thread `context` lives in. Work runs in the order it was handed
// in; the destructor finishes what was handed in before. Between, a writing connection takes care of its
// store.
class DatabaseThread final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DatabaseThread)

public:
    // Takes the connection over: nobody else may use it from now on.
    DatabaseThread(std::unique_ptr<store::Database> database, const QString& name, QObject* parent = nullptr);
    ~DatabaseThread() override;

    // work: R(store::Database&), run in the thread. done: void(R), called in the context's thread.
    // `context` outlives this object, or calls drain() before it goes.
    template <class Work, class Done> void run(Work work, QObject* context, Done done)
    {
        QMetaObject::invokeMethod(
            m_worker,
            [this, work = std::move(work), done = std::move(done), context]() mutable {
                QMetaObject::invokeMethod(
                    context,
                    [result = work(*m_database), done = std::move(done)]() mutable {
                        done(std::move(result));
                    },
                    Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
    }

    // Waits until all work handed in before is done: no result of it is sent after that.
    void drain();

private:
    void takeCare();

    std::unique_ptr<store::Database> m_database;
    QThread m_thread;
    QObject* m_worker = nullptr; // lives in m_thread
    QTimer* m_care = nullptr; // lives there too
};

} // namespace app
