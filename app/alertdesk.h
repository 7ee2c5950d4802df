// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/databasethread.h>
#include <desk/alertview.h>
#include <desk/watchlist.h>

#include <QList>
#include <QObject>
#include <QString>

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace app {

class StateDesk;

// Alert rules, their firings, rehearsals and watchlists for the window. Each change is written in the writer's
// thread at once, said when it stands, and taken back by undo. A rehearsal has a thread and connection of its
// own; of several only the last one answers.
class AlertDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertDesk)

public:
    // All outlive this.
    AlertDesk(DatabaseThread& reader, DatabaseThread& writer, StateDesk& undo, std::filesystem::path store,
        QObject* parent = nullptr);
    ~AlertDesk() override;

public Q_SLOTS:
    void readRules();
    // In the place of the rule of that number; 0: a new one.
    void saveRule(const desk::AlertRule& rule);
    // The same from the text form, for a rule's text field.
    void saveText(qint64 rule, const QString& text);
    // Reads the text as it is typed, with the searches and watchlists of the store.
    void checkText(const QString& text, int generation);
    void removeRule(qint64 rule);
    void snooze(qint64 rule, const std::optional<base::Instant>& until); // nothing: awake again

    void readFirings(qint64 rule, bool open); // 0: of all rules
    void readReceipt(qint64 firing);
    void acknowledge(const QList<qint64>& firings);
    void acknowledgeAll();
    void snoozeFired(const QList<qint64>& firings); // their rules sleep for an hour
    void readCounts();
    void readDeliveries(qint64 before); // lines of the log older than that one; 0: the newest

    void rehearse(const desk::AlertRule& rule, int days, int generation);
    void endRehearsal();
    void askWhyNot(const desk::AlertRule& rule, qint64 article);

    void readWatchlists();
    void saveWatchlist(const desk::Watchlist& list);
    void renameWatchlist(const QString& name, const QString& newName);
    void removeWatchlist(const QString& name);
    void importWatchlist(const QString& name, const QString& csvFile); // adds its members to the list

Q_SIGNALS:
    void rulesRead(const std::vector<desk::RuleRow>& rules);
    void ruleSaved(qint64 rule); // under this number
    void textChecked(const std::optional<desk::AlertRule>& rule, const QString& problem, int column, int generation);
    void firingsRead(const std::vector<desk::Firing>& firings, qint64 rule, bool open); // newest first
    void receiptRead(const desk::Firing& firing);
    void countsRead(const desk::FiringCounts& counts);
    void deliveriesRead(const std::vector<desk::DeliveryLine>& lines, qint64 before, bool more);
    void rehearsalProgressed(qint64 done, qint64 of, int generation);
    void rehearsed(const desk::Rehearsal& rehearsal, int generation);
    void rehearsalFailed(const QString& reason, int generation);
    void whyNotRead(const desk::WhyNot& why);
    void watchlistsRead(const std::vector<desk::WatchlistRow>& lists);
    void changed(); // rules or watchlists
    void watchlistsChanged(); // what is of which
    void firingsChanged(); // acknowledged, or not any more
    void settled(const QList<qint64>& firings); // acknowledged: nobody needs to be told of them
    void said(const QString& message);

private:
    template <class Work, class Done> void change(Work work, Done done);
    void watchlistsAreOthers();
    void rememberWatchlist(const std::string& name, const std::optional<desk::Watchlist>& former);
    void unacknowledge(const std::vector<std::int64_t>& firings);
    void acknowledged(const std::vector<std::int64_t>& firings);

    DatabaseThread& m_reader;
    DatabaseThread& m_writer;
    StateDesk& m_undo;
    std::filesystem::path m_store;
    std::unique_ptr<DatabaseThread> m_rehearsals; // begun with the first one
    std::shared_ptr<std::atomic<int>> m_rehearsal; // number of the one that is wanted
};

} // namespace app
