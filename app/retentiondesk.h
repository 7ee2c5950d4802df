// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/databasethread.h>
#include <desk/feedview.h>
#include <desk/retentionrules.h>

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <filesystem>
#include <optional>
#include <vector>

namespace app {

// What need not be kept for ever: the rules, what they would remove, and the removing, in small pieces
// between which others can write. Once a day what the rules name by then is removed.
class RetentionDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RetentionDesk)

public:
    // The threads outlive this.
    RetentionDesk(DatabaseThread& reader, DatabaseThread& writer, std::filesystem::path store,
        QObject* parent = nullptr);
    ~RetentionDesk() override;

    void startDaily(); // the first time a few minutes after this

public Q_SLOTS:
    void read();
    void preview(
        const std::vector<desk::RetentionRule>& rules); // of several at once only the last is answered
    // Keeps the rules and removes what they name; `expected`: how much that is, for the progress.
    void apply(const std::vector<desk::RetentionRule>& rules, qint64 expected);
    void cancel(); // what was removed stays removed
    void removeNow(); // by the rules that are kept

Q_SIGNALS:
    void rulesRead(
        const std::vector<desk::RetentionRule>& rules, const std::vector<desk::SourceHealth>& sources);
    void previewRead(const std::vector<desk::RetentionRule>& rules, const desk::RetentionPreview& preview);
    void progressed(const QString& text, int done, int total); // total 0: nothing under way
    void changed(bool asked); // articles are gone; asked: because somebody applied rules just now
    void said(const QString& message);

private:
    void startPreview();
    void removeSome();
    void finish(const QString& message);

    DatabaseThread& m_reader;
    DatabaseThread& m_writer;
    std::filesystem::path m_store;
    QThreadPool m_pool;
    QTimer m_daily;
    std::optional<std::vector<desk::RetentionRule>> m_wanted; // preview that waits
    bool m_previewing = false;
    bool m_removing = false;
    bool m_cancelled = false;
    bool m_asked = false;
    qint64 m_removed = 0;
    qint64 m_expected = 0; // 0: not known
};

} // namespace app
