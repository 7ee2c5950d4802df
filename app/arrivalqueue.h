// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/databasethread.h>
#include <store/sourcestore.h>

#include <QObject>

#include <functional>
#include <vector>

namespace app {

// Hop 6: what was read, on its way to the store. All that waits when the writer is free goes into one
// transaction, so that one arrival is written at once and a thousand in a few large steps. Lives in one
// thread.
class ArrivalQueue final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ArrivalQueue)

public:
    using Done = std::function<void(base::Result<store::StoredArrival>)>;

    explicit ArrivalQueue(DatabaseThread& writer, QObject* parent = nullptr);
    // What waits is dropped without a call; what is being written is waited for.
    ~ArrivalQueue() override;

    void put(store::Arrival arrival, Done done);
    // Enough waits: nothing new should be read before roomMade().
    bool isFull() const { return m_bytes > MaxBytes; }

Q_SIGNALS:
    void roomMade();

private:
    static constexpr std::size_t MaxBytes = 20 << 20; // of texts, waiting or being written

    struct Waiting {
        store::Arrival arrival;
        Done done;
        std::size_t bytes = 0;
    };

    void write();

    DatabaseThread& m_writer;
    std::vector<Waiting> m_waiting;
    std::size_t m_bytes = 0;
    bool m_writing = false;
};

} // namespace app
