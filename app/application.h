// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/alertdelivery.h>
#include <app/alertdesk.h>
#include <app/briefdesk.h>
#include <app/changesdesk.h>
#include <app/commandline.h>
#include <app/context.h>
#include <app/controldesk.h>
#include <app/databasethread.h>
#include <app/exportdesk.h>
#include <app/ingestjob.h>
#include <app/labeldesk.h>
#include <app/ledgerdesk.h>
#include <app/mapdesk.h>
#include <app/packdesk.h>
#include <app/packwatch.h>
#include <app/palettedesk.h>
#include <app/retentiondesk.h>
#include <app/revisiondesk.h>
#include <app/scheduledesk.h>
#include <app/searchdesk.h>
#include <app/sourcedesk.h>
#include <app/statedesk.h>
#include <app/storydesk.h>
#include <app/storylistdesk.h>
#include <store/articlestore.h>
#include <ui/chime.h>
#include <ui/mainwindow.h>
#include <ui/tray.h>

#include <QElapsedTimer>
#include <QObject>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <vector>

namespace ui {
class AlertsPage;
class DecisionsPage;
class MarketMapPage;
class PlaybooksPage;
class Reader;
class StoriesPage;
} // namespace ui

namespace app {

// The window's composition root: owns the store's threads, the job in its thread and the window, and makes
// every connection between them. The window's thread only passes values on.
class Application final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Application)

public:
    // The error says why there can be no window: the store or a theme.
    static base::Result<std::unique_ptr<Application>> make(
        const Context& context, const WindowOptions& options);
    ~Application() override;

    void start();
    void showCrash(const std::string& report); // of the last run
    bool isWorking() const { return m_working; } // a job is reading or analysing

private:
    Application(const Context& context, WindowOptions options,
        std::unique_ptr<store::Database> writer, std::unique_ptr<store::Database> reader,
        const ui::Theme& dark, const ui::Theme& light);
    void startWork();
    void loadPack(); // in the job's thread; what is stored before is analysed after
    void connectWindow();
    void connectJob();
    void connectDesks();
    void connectReader(ui::Reader* reader);
    void connectStates();
    void connectViews();
    void connectBriefs();
    void connectPages();
    void connectStories(ui::StoriesPage* page);
    void connectMap(ui::MarketMapPage* page);
    void connectControls();
    void useSettings(const Settings& settings, const QStringList& keys);
    void connectPlaybooks(ui::PlaybooksPage* page);
    void connectAlerts();
    void connectTray();
    void bringForward();
    void connectAlertsPage(ui::AlertsPage* page);
    void connectLedger(ui::DecisionsPage* page);
    void openFired(const QList<qint64>& firings);
    void readFeed(const desk::FeedRequest& request, int generation);
    void countFeed(const desk::FeedRequest& request, int generation);
    void readSuggestions(const desk::Completion& completion, int generation);
    void readArticle(qint64 id); // shown wherever it is open
    void readOpenArticles(); // again, as of the time that is shown
    bool isOpen(qint64 article); // in the window, or in one of its own
    void readNavigation();
    void navigationChanged(); // read again soon, once for many changes
    // Runs work on the job, in its thread.
    template <class Work> void inJob(Work work)
    {
        QMetaObject::invokeMethod(
            m_job, [job = m_job, work = std::move(work)] { work(*job); }, Qt::QueuedConnection);
    }
    void openSample();
    void saveWindow();
    void showColumns(const QString& file, const ingest::TableUse& table);
    void showProgress(const IngestCounts& counts);
    void articlesStored(int added);
    void readScores();
    void jobFinished(const IngestCounts& counts);
    void renderAndEnd();
    std::filesystem::path statePath() const;

    const Context& m_context;
    WindowOptions m_options;
    DatabaseThread m_writer;
    DatabaseThread m_reader;
    QThread m_jobThread;
    IngestJob* m_job; // lives and ends in m_jobThread
    SourceDesk m_sources;
    RevisionDesk m_revisions;
    StateDesk m_states;
    LedgerDesk m_ledger;
    StoryDesk m_stories;
    StoryListDesk m_storyList;
    LabelDesk m_labels;
    SearchDesk m_searches;
    ChangesDesk m_changes;
    PackWatch m_packs;
    PaletteDesk m_palette;
    ControlDesk m_controls;
    PackDesk m_packFiles;
    RetentionDesk m_retention;
    ExportDesk m_exports;
    BriefDesk m_briefs;
    ScheduleDesk m_schedules;
    MapDesk m_map;
    AlertDesk m_alerts;
    AlertDelivery m_delivery;
    QThreadPool m_pool;
    ui::MainWindow m_window;
    ui::Tray m_tray;
    ui::Chime m_chime;
    QTimer m_clock;
    QTimer m_refreshClock; // looks for sources that are due
    QTimer m_navigationSoon;
    QTimer m_scoresSoon;
    QElapsedTimer m_sinceStart; // valid until the first list is shown
    IngestCounts m_countsBefore; // of the job when it was last finished
    int m_addedInJob = 0;
    int m_failedInJob = 0;
    bool m_empty = true; // the store held nothing when last looked
    bool m_working = false;
    bool m_firstFill = false; // a job is filling a store that was empty
    bool m_saveState = true;
};

} // namespace app
