// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/databasethread.h>
#include <desk/storylist.h>
#include <engine/pack.h>

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace app {

// What lists of stories ask for: pages of them, one story whole, and the articles folded into a row of the
// feed. All is read in the reader's thread; answers to questions no longer asked are dropped.
class StoryListDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoryListDesk)

public:
    // The thread outlives this.
    explicit StoryListDesk(DatabaseThread& reader, QObject* parent = nullptr);
    ~StoryListDesk() override;

public Q_SLOTS:
    // A story that was asked for before is read now.
    void usePack(const std::shared_ptr<const engine::Pack>& pack);
    void readList(const desk::StoryListRequest& request, int generation);
    void readStory(qint64 story, std::optional<base::Instant> asOf); // of several only the last is answered
    // Newest first, as many as the feed unfolds at once.
    void readArticles(qint64 article, const QString& story, std::optional<base::Instant> asOf);

Q_SIGNALS:
    void listRead(const desk::StoryListPage& page, int generation, bool first);
    void listFailed(const QString& reason, int generation);
    void storyRead(qint64 story, const desk::StoryDetails& details);
    void articlesRead(qint64 article, const std::vector<desk::ArticleRow>& rows);
    void said(const QString& message);

private:
    DatabaseThread& m_reader;
    std::shared_ptr<const engine::Pack> m_pack; // contradictions are looked for with it
    struct Question {
        qint64 story = 0;
        std::optional<base::Instant> asOf;
    };
    std::optional<Question> m_waiting;
    int m_asked = 0; // stories
};

} // namespace app
