// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/databasethread.h>

#include <QObject>
#include <QString>

namespace app {

class StateDesk;

// The searches the analyst keeps: each change is written in the writer's thread at once, said when it stands,
// and taken back by undo.
class SearchDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchDesk)

public:
    // Both outlive this.
    SearchDesk(DatabaseThread& writer, StateDesk& undo, QObject* parent = nullptr);
    ~SearchDesk() override;

public Q_SLOTS:
    // In the place of the search of that name, where there is one. A query that cannot be read is not kept.
    void save(const QString& name, const QString& query);
    void rename(const QString& name, const QString& newName);
    void remove(const QString& name);
    void move(const QString& name, int by); // in the list; beyond its ends: to the end

Q_SIGNALS:
    void changed();
    void said(const QString& message);

private:
    void putBack(const QString& name, const QString& query, int place);
    template <class Work, class Done> void run(Work work, Done done);

    DatabaseThread& m_writer;
    StateDesk& m_undo;
};

} // namespace app
