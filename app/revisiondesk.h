// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/databasethread.h>
#include <desk/feedview.h>
#include <desk/wordchanges.h>

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace app {

// The texts an article had, and the words that changed between two of them; read and compared in the
// reader's thread.
class RevisionDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RevisionDesk)

public:
    // The thread outlives this.
    explicit RevisionDesk(DatabaseThread& reader, QObject* parent = nullptr);
    ~RevisionDesk() override;

public Q_SLOTS:
    void read(qint64 article, std::optional<base::Instant> asOf = {}); // those there were then
    void compare(qint64 article, int before, int after); // places among the versions read last

Q_SIGNALS:
    void versionsRead(qint64 article, const std::vector<desk::TextVersion>& versions); // the present one last
    void compared(qint64 article, int before, int after, const std::vector<desk::WordRun>& title,
        const std::vector<desk::WordRun>& body);
    void said(const QString& message);

private:
    using Versions = std::vector<desk::TextVersion>;

    DatabaseThread& m_reader;
    qint64 m_article = 0;
    std::shared_ptr<const Versions> m_versions = std::make_shared<const Versions>();
};

} // namespace app
