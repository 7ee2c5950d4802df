// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/context.h>
#include <desk/packview.h>

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <vector>

namespace app {

class StateDesk;

// The engine's readable files as an analyst edits them: lists, reads and checks them, tries a changed one on
// stored articles, and keeps it in the pack folder beside the store. What is typed is kept as a draft at
// once. Reading, checking and trying are done in threads of its own; of several questions of a kind only the
// last is answered.
class PackDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PackDesk)

public:
    // undo outlives this.
    PackDesk(const Context& context, StateDesk& undo, QObject* parent = nullptr);
    ~PackDesk() override;

    void useSettings(const Settings& settings); // checks and tries with their view of the economy from now on

public Q_SLOTS:
    void readFiles();
    void readText(const QString& path);
    // Keeps the draft, and says what is wrong with the file as it would be laid over the pack.
    void check(const QString& path, const QString& text);
    // The articles of the query, at most so many, that the changed file would turn out otherwise.
    void bench(const QString& path, const QString& text, const QString& query, int limit);
    void cancelBench();
    // In the pack folder; what has an error is not saved. The pack is loaded anew by whoever watches the
    // folder.
    void save(const QString& path, const QString& text);
    // Takes the analyst's own file and its draft away: the shipped one is in use again. Undo brings it back.
    void restore(const QString& path);

Q_SIGNALS:
    void filesRead(const std::vector<desk::PackFile>& files);
    void textRead(const desk::PackText& text);
    void checked(const QString& path, const std::vector<desk::PackFinding>& findings);
    void benchProgressed(int done, int total);
    void benchFound(const desk::BenchChange& change);
    void benchFinished(int changed, int articles, const QString& failure); // cancelled ones too
    void saved(const QString& path);
    void said(const QString& message);

private:
    std::filesystem::path ownPath(const QString& path) const;
    std::filesystem::path draftPath(const QString& path) const;

    Context m_context; // threads get copies
    StateDesk& m_undo;
    QThreadPool m_pool; // one thread: files in the order of questions
    QThreadPool m_benchPool; // one thread too
    std::shared_ptr<std::atomic<int>> m_checks; // number of the last question
    std::shared_ptr<std::atomic<int>> m_benches;
};

} // namespace app
