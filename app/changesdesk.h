// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/databasethread.h>
#include <desk/viewchanges.h>
#include <desk/wordchanges.h>

#include <QObject>
#include <QSet>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace app {

class StateDesk;

// What changed in a view since it was last looked at, read and compared in the reader's thread; the marks are
// written in the writer's thread and can be taken back.
class ChangesDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChangesDesk)

public:
    // All outlive this.
    ChangesDesk(DatabaseThread& reader, DatabaseThread& writer, StateDesk& undo, QObject* parent = nullptr);
    ~ChangesDesk() override;

public Q_SLOTS:
    void viewShown(const QString& query); // sets the mark of a view that has none
    void read(const QString& query);
    void compare(int revised); // the texts of one of those read last
    void looked(const QString& query); // up to when its changes were read, or now

Q_SIGNALS:
    void changesRead(const QString& query, const desk::ViewChanges& changes);
    void compared(
        int revised, const std::vector<desk::WordRun>& title, const std::vector<desk::WordRun>& body);
    void said(const QString& message);

private:
    using Mark = std::optional<base::Instant>;
    void setMark(const QString& query, Mark at, std::function<void(const Mark& former)> done);

    DatabaseThread& m_reader;
    DatabaseThread& m_writer;
    StateDesk& m_undo;
    QSet<QString> m_seen; // views that have a mark for certain
    QString m_query; // read last
    Mark m_readAt;
    std::shared_ptr<const desk::ViewChanges> m_changes = std::make_shared<const desk::ViewChanges>();
};

} // namespace app
