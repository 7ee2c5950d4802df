// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/databasethread.h>
#include <base/instant.h>
#include <desk/storyview.h>
#include <engine/pack.h>

#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace app {

class StateDesk;

// The story of an article, read in the reader's thread, and what the analyst changes of its bounds, written
// in the writer's thread and taken back by undo.
class StoryDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoryDesk)

public:
    // All outlive this.
    StoryDesk(DatabaseThread& reader, DatabaseThread& writer, StateDesk& undo, QObject* parent = nullptr);
    ~StoryDesk() override;

public Q_SLOTS:
    // What was asked for before is answered now.
    void usePack(const std::shared_ptr<const engine::Pack>& pack);
    void read(qint64 article, std::optional<base::Instant> asOf = {}); // of several only the last is answered
    void splitOff(const QList<qint64>& articles); // of one story: they become one of their own
    void join(const QList<qint64>& articles); // their stories become the oldest of them
    void undoChange(const desk::StoryChange& change); // of the log, by whomever it was made

Q_SIGNALS:
    // A story without id when the article has none yet.
    void storyRead(qint64 article, const desk::StoryTimeline& timeline);
    void changed(); // articles changed their story
    void said(const QString& message);

private:
    // The last first.
    void undo(const std::vector<std::int64_t>& changes, const QString& done,
        const std::function<void()>& then = {});
    void makeAgain(const desk::StoryChange& change);

    DatabaseThread& m_reader;
    DatabaseThread& m_writer;
    StateDesk& m_undo;
    std::shared_ptr<const engine::Pack> m_pack; // contradictions are looked for with it
    struct Question {
        qint64 article = 0;
        std::optional<base::Instant> asOf;
    };
    std::optional<Question> m_waiting;
    int m_asked = 0;
};

} // namespace app
