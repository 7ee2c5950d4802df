// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/databasethread.h>
#include <store/states.h>

#include <QList>
#include <QObject>
#include <QString>

#include <deque>
#include <functional>
#include <optional>

namespace app {

// What the analyst does with articles: written in the writer's thread as soon as it is done, said when it
// stands in the store, and taken back step by step. Lives in the window's thread.
class StateDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateDesk)

public:
    // The thread outlives this.
    explicit StateDesk(DatabaseThread& writer, QObject* parent = nullptr);
    ~StateDesk() override;

    // One more step that undo takes back, in the order in which steps were done: this does it and says so.
    void remember(std::function<void()> undo);

public Q_SLOTS:
    void setRead(const QList<qint64>& ids, bool read);
    void setStarred(const QList<qint64>& ids, bool starred);
    void setHidden(const QList<qint64>& ids, bool hidden);
    void setLabel(const QList<qint64>& ids, const QString& name, bool on);
    void setNote(qint64 id, const QString& note);
    // As of an instant: those that had been received by then.
    void markAllRead(const QString& query, std::optional<base::Instant> asOf = std::nullopt);
    void undo(); // the last change; says when there is none

Q_SIGNALS:
    // Each after it was written.
    void flagsChanged(const QList<qint64>& ids, std::optional<bool> read, std::optional<bool> starred);
    void hiddenChanged(const QList<qint64>& ids, bool hidden);
    void rowsChanged(const QList<qint64>& ids); // in something else that lists show
    void noteChanged(qint64 id, const QString& note);
    void changed(); // counts of views may differ
    void said(const QString& message);

private:
    struct Step {
        std::function<base::Result<store::Ids>(store::Database&)> work;
        std::function<void(const QList<qint64>&)> show; // of those it changed
    };
    // What takes a step back, for the ids it changed; `text` says what that brought.
    struct Inverse {
        std::function<Step(const store::Ids&)> step;
        std::function<QString(int)> text;
        qint64 noted = 0; // the article whose note it is: what is typed on belongs to the same step
    };
    void run(Step step, std::optional<Inverse> inverse, std::function<QString(int)> text);
    Step readStep(store::Ids ids, bool read);
    Step starStep(store::Ids ids, bool starred);
    Step hiddenStep(store::Ids ids, bool hidden);
    Step labelStep(store::Ids ids, const QString& name, bool on);

    struct Undo {
        Step step;
        std::function<QString(int)> text;
        qint64 noted = 0;
        std::function<void()> other = {}; // in the place of a step
    };
    void push(Undo undo);
    void undoLast();

    DatabaseThread& m_writer;
    std::deque<Undo> m_undo; // oldest first
};

} // namespace app
