// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <store/database.h>

#include <QObject>
#include <QPointer>
#include <QThread>

#include <memory>
#include <utility>

namespace app {

// One thread with one connection to the store. Work goes in as a function of the connection; its result comes
// back in the thread this object lives in, and is dropped when `context` is gone by then. Work runs in the
// order it was handed in; the destructor finishes what was handed in before.
class DatabaseThread final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DatabaseThread)

public:
    // Takes the connection over: nobody else may use it from now on.
    DatabaseThread(std::unique_ptr<store::Database> database, const QString& name, QObject* parent = nullptr);
    ~DatabaseThread() override;

    // work: R(store::Database&), run in the thread. done: void(R), called in this object's thread.
    // `context` must live in this object's thread.
    template <class Work, class Done> void run(Work work, QObject* context, Done done)
    {
        QMetaObject::invokeMethod(
            m_worker,
            [this, work = std::move(work), done = std::move(done),
                context = QPointer<QObject>(context)]() mutable {
                QMetaObject::invokeMethod(
                    this,
                    [result = work(*m_database), done = std::move(done), context]() mutable {
                        if (context)
                            done(std::move(result));
                    },
                    Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
    }

private:
    std::unique_ptr<store::Database> m_database;
    QThread m_thread;
    QObject* m_worker = nullptr; // lives in m_thread
};

} // namespace app
