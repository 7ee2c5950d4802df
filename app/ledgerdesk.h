// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/databasethread.h>
#include <store/ledgerstore.h>

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace app {

class StateDesk;

// The ledger of accepted decisions: read in the reader's thread, changed in the writer's at once.
class LedgerDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LedgerDesk)

public:
    // All outlive this.
    LedgerDesk(DatabaseThread& reader, DatabaseThread& writer, StateDesk& undo, QObject* parent = nullptr);
    ~LedgerDesk() override;

public Q_SLOTS:
    void read(std::optional<base::Instant> asOf);
    void accept(qint64 article, int decision); // its place in the article's analysis, from 0
    void takeBack(qint64 article, int decision);

Q_SIGNALS:
    void ledgerRead(const std::vector<desk::LedgerEntry>& entries, base::Instant now); // as of then
    void failed(const QString& reason); // of reading
    void changed(qint64 article); // after it was written
    void said(const QString& message);

private:
    void remove(qint64 article, int decision, const QString& done, bool undoable);
    void put(const store::KeptDecision& decision, const QString& done);

    DatabaseThread& m_reader;
    DatabaseThread& m_writer;
    StateDesk& m_undo;
};

} // namespace app
