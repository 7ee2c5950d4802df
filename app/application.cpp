// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "application.h"

#include "resourcefiles.h"

#include <base/files.h>
#include <base/quietthread.h>
#include <ingest/files/partnames.h>
#include <store/articlestore.h>
#include <store/ledgerstore.h>
#include <store/sourcestore.h>
#include <store/storedquery.h>
#include <store/suggestions.h>
#include <ui/articlewindows.h>
#include <ui/asofclock.h>
#include <ui/controlwindows.h>
#include <ui/dialogs/crashreport.h>
#include <ui/dialogs/tablecolumns.h>
#include <ui/panels/reader.h>
#include <ui/windowpages.h>

#include <QApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QPixmap>
#include <QUrl>

#include <spdlog/spdlog.h>

#include <algorithm>

namespace app {

namespace {

constexpr int ClockMs = 30000;
constexpr int RefreshMs = 60000; // between looks for sources that are due
constexpr int SoonMs = 400; // many changes are shown together
constexpr int PaintMs = 100; // after the first list was asked for, it is painted
constexpr int SettleMs = 400; // a window that is to be painted once more before its picture is taken

base::Result<ui::Theme> theme(const base::ResourceFiles& files, const std::string& name)
{
    const auto file = files.find(name);
    if (file == files.end())
        return base::Error{base::ErrorCode::NotFound, "the theme is missing", name};
    return ui::Theme::fromJson(file->second);
}

store::Ids idsOf(const QList<qint64>& list) { return {list.begin(), list.end()}; }

QString utf8(const std::string& text) { return QString::fromStdString(text); }

} // namespace

base::Result<std::unique_ptr<Application>> Application::make(
    const Context& context, const WindowOptions& options)
{
    const base::ResourceFiles themes = resourceFiles(QStringLiteral("themes"));
    const base::Result<ui::Theme> dark = theme(themes, "dark.json");
    const base::Result<ui::Theme> light = theme(themes, "light.json");
    if (!dark)
        return dark.error();
    if (!light)
        return light.error();
    base::Result<std::unique_ptr<store::Database>> writer
        = store::Database::openForWriting(context.storePath(), resourceFiles(QStringLiteral("migrations")));
    if (!writer)
        return writer.error();
    base::Result<std::unique_ptr<store::Database>> reader
        = store::Database::openForReading(context.storePath());
    if (!reader)
        return reader.error();
    return std::unique_ptr<Application>(new Application(
        context, options, std::move(writer).value(), std::move(reader).value(), *dark, *light));
}

Application::Application(const Context& context, WindowOptions options,
    std::unique_ptr<store::Database> writer, std::unique_ptr<store::Database> reader, const ui::Theme& dark,
    const ui::Theme& light)
    : m_context(context)
    , m_options(std::move(options))
    , m_writer(std::move(writer), QStringLiteral("writer"))
    , m_reader(std::move(reader), QStringLiteral("reader"))
    , m_job(new IngestJob(context, nullptr, m_writer))
    , m_sources(m_reader, m_writer, *m_job)
    , m_revisions(m_reader)
    , m_states(m_writer)
    , m_ledger(m_reader, m_writer, m_states)
    , m_stories(m_reader, m_writer, m_states)
    , m_storyList(m_reader)
    , m_labels(m_reader)
    , m_searches(m_writer, m_states)
    , m_changes(m_reader, m_writer, m_states)
    , m_packs(context)
    , m_palette(m_reader)
    , m_controls(context.options.dataDir, context.settings)
    , m_packFiles(context, m_states)
    , m_retention(m_reader, m_writer, context.storePath())
    , m_exports(context.storePath())
    , m_briefs(context)
    , m_schedules(context)
    , m_map(m_reader)
    , m_alerts(m_reader, m_writer, m_states, context.storePath())
    , m_delivery(m_writer)
    , m_window(dark, light)
    , m_tray(m_window.theme())
    , m_chime(&QApplication::beep)
    , m_saveState(m_options.render.empty())
{
    if (m_options.render.empty())
        m_job->askForColumns();
    m_job->yieldToWindow();
    m_job->moveToThread(&m_jobThread);
    connect(&m_jobThread, &QThread::finished, m_job, &QObject::deleteLater);
    m_jobThread.setObjectName(QStringLiteral("network"));
    m_jobThread.start();
    connectWindow();
    connectJob();
    connectDesks();
    connectStates();
    connectViews();
    connectBriefs();
    connectControls();
    connectPages();
    connectAlerts();
    connectTray();
    for (QTimer* timer : {&m_navigationSoon, &m_scoresSoon}) {
        timer->setSingleShot(true);
        timer->setInterval(SoonMs);
    }
    connect(&m_navigationSoon, &QTimer::timeout, this, &Application::readNavigation);
    connect(&m_scoresSoon, &QTimer::timeout, this, &Application::readScores);
    m_refreshClock.setInterval(RefreshMs);
    connect(&m_refreshClock, &QTimer::timeout, this,
        [this] { inJob([](IngestJob& job) { job.refresh(true); }); });
    connect(&m_packs, &PackWatch::loaded, this, [this](const std::shared_ptr<const engine::Pack>& own) {
        m_window.showMessage(tr("Other data are in use; articles are analysed again."));
        m_stories.usePack(own);
        m_briefs.usePack(own);
        m_schedules.usePack(own);
        m_storyList.usePack(own);
        inJob([own](IngestJob& job) { job.usePack(own); });
    });
    connect(&m_packs, &PackWatch::refused, this, [this](const QString& reason) {
        m_window.showMessage(tr("The pack folder does not fit: %1").arg(reason));
    });
    m_clock.setInterval(ClockMs);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        m_window.setNow(currentInstant());
        m_schedules.tick(m_working);
    });
}

Application::~Application()
{
    base::keepQuiet({});
    m_delivery.setFallback({});
    m_pool.waitForDone();
    m_jobThread.quit();
    m_jobThread.wait();
}

void Application::loadPack()
{
    inJob([this](IngestJob& job) {
        const base::Result<std::shared_ptr<const engine::Pack>> pack = enginePack(m_context);
        if (pack)
            job.usePack(*pack);
        QMetaObject::invokeMethod(
            this,
            [this, pack] {
                if (pack) {
                    m_stories.usePack(*pack);
                    m_briefs.usePack(*pack);
                    m_schedules.usePack(*pack);
                    m_storyList.usePack(*pack);
                } else {
                    m_window.showMessage(tr("Nothing is analysed: %1").arg(utf8(pack.error().text())));
                }
            },
            Qt::QueuedConnection);
    });
}

void Application::connectWindow()
{
    using ui::MainWindow;
    connect(&m_window, &MainWindow::feedRequested, this, &Application::readFeed);
    connect(&m_window, &MainWindow::suggestionsWanted, this, &Application::readSuggestions);
    connect(&m_window, &MainWindow::articleChosen, this, &Application::readArticle);
    connect(&m_window, &MainWindow::readChanged, &m_states, &StateDesk::setRead);
    connect(&m_window, &MainWindow::readChanged, this,
        [this] { m_firstFill = false; }); // somebody is reading: the list stays where it is
    connect(&m_window, &MainWindow::starChanged, &m_states, &StateDesk::setStarred);
    connect(&m_window, &MainWindow::markAllReadRequested, &m_states,
        [this](const QString& query) { m_states.markAllRead(query, m_window.clock().instant()); });
    connect(&m_window, &MainWindow::undoRequested, &m_states, &StateDesk::undo);
    connect(&m_states, &StateDesk::flagsChanged, &m_window, &MainWindow::showRowState);
    connect(&m_states, &StateDesk::said, &m_window, &MainWindow::showMessage);
    connect(&m_states, &StateDesk::changed, this, &Application::readNavigation);
    connect(&m_window, &MainWindow::decisionAccepted, &m_ledger, &LedgerDesk::accept);
    connect(&m_window, &MainWindow::decisionTakenBack, &m_ledger, &LedgerDesk::takeBack);
    connect(&m_ledger, &LedgerDesk::said, &m_window, &MainWindow::showMessage);
    connect(&m_ledger, &LedgerDesk::changed, this, [this](qint64 article) {
        if (isOpen(article))
            readArticle(article);
        navigationChanged();
    });
    connect(&m_window, &MainWindow::sampleNewsRequested, this, &Application::openSample);
    connect(&m_window, &MainWindow::cancelRequested, m_job, &IngestJob::cancel);
    connect(&m_window, &MainWindow::stateChanged, this, &Application::saveWindow);
    connect(&m_window, &MainWindow::addFeedRequested, this,
        [this](const QString& url) { inJob([url](IngestJob& job) { job.subscribe(url.toStdString()); }); });
    connect(&m_window, &MainWindow::filesChosen, this, [this](const QStringList& paths) {
        std::vector<std::string> inputs;
        for (const QString& path : paths)
            inputs.push_back(path.toStdString());
        inJob([inputs](IngestJob& job) { job.add(inputs); });
    });
    connect(&m_window, &MainWindow::originalRequested, this,
        [](const QString& url) { QDesktopServices::openUrl(QUrl(url)); });
    connect(&m_window, &MainWindow::refreshRequested, this,
        [this] { inJob([](IngestJob& job) { job.refresh(false); }); });
}

void Application::connectJob()
{
    connect(m_job, &IngestJob::progressed, this, &Application::showProgress);
    connect(m_job, &IngestJob::inputFailed, this, [this](const QString& name, const QString& reason) {
        ++m_failedInJob;
        m_window.showMessage(name + QStringLiteral(": ") + reason);
    });
    connect(m_job, &IngestJob::subscribed, this,
        [this](const QString& title, const QString& url, const QStringList& others) {
            m_window.showMessage(others.isEmpty() ? tr("Subscribed: %1 (%2)").arg(title, url)
                                                  : tr("Subscribed: %1 (%2). The page also names %3")
                                                        .arg(title, url, others.join(QStringLiteral(", "))));
            navigationChanged();
        });
    connect(m_job, &IngestJob::articlesStored, this, &Application::articlesStored);
    connect(m_job, &IngestJob::tableRead, this, &Application::showColumns);
    connect(m_job, &IngestJob::articlesAnalysed, this, [this](int) {
        if (!m_scoresSoon.isActive())
            m_scoresSoon.start();
        navigationChanged();
    });
    connect(m_job, &IngestJob::finished, this, &Application::jobFinished);
}

// Says what each column was taken for; where that is a guess, the analyst tells before anything is stored.
void Application::showColumns(const QString& file, const ingest::TableUse& table)
{
    const QString name = QFileInfo(file).fileName();
    if (table.remembered || table.guess.confidence >= 1) {
        m_window.showMessage(
            tr("%1 read by its columns: %2").arg(name, utf8(ingest::mappingText(table.used))));
        return;
    }
    if (m_window.findChild<ui::TableColumnsDialog*>() != nullptr) {
        m_window.showMessage(tr("%1: its columns are asked for when it is read again").arg(name));
        return;
    }
    ui::TableColumns columns;
    for (const std::string& cell : table.guess.header)
        columns.headers << utf8(cell);
    for (const std::vector<std::string>& row : table.guess.rows) {
        QStringList cells;
        for (const std::string& cell : row)
            cells << utf8(cell);
        columns.rows << cells;
    }
    for (std::size_t i = 0; i < table.used.columns.size(); ++i) {
        if (table.used.columns[i] != ingest::Part::None)
            columns.fields.insert(
                utf8(std::string(ingest::partName(table.used.columns[i]))), static_cast<int>(i));
    }
    auto* dialog = new ui::TableColumnsDialog(m_window.theme(), columns, name, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ui::TableColumnsDialog::assigned, this,
        [this, file, table](const QMap<QString, int>& fields) {
            ingest::TableMapping mapping = table.used;
            std::fill(mapping.columns.begin(), mapping.columns.end(), ingest::Part::None);
            for (auto field = fields.begin(); field != fields.end(); ++field) {
                if (field.value() >= 0 && static_cast<std::size_t>(field.value()) < mapping.columns.size())
                    mapping.columns[static_cast<std::size_t>(field.value())]
                        = ingest::partOf(field.key().toStdString());
            }
            inJob([key = table.key, mapping, file](
                      IngestJob& job) { job.changeColumns(key, mapping, file.toStdString()); });
        });
    dialog->show();
}

void Application::showProgress(const IngestCounts& counts)
{
    m_working = true;
    const int stored = counts.added + counts.revised;
    if (counts.done < counts.inputs)
        m_window.showJob(tr("Reading"), counts.done, counts.inputs);
    else if (counts.analysed < stored)
        m_window.showJob(tr("Analysing"), counts.analysed, stored);
    else
        m_window.showJob(tr("analysis queue empty"), 0, 0);
}

void Application::articlesStored(int added)
{
    m_addedInJob += added;
    if (m_empty && m_addedInJob > 0) {
        m_empty = false;
        m_firstFill = true;
        m_window.showFirstStart(false);
        m_window.start();
    } else {
        m_window.showNewCount(m_addedInJob);
    }
    navigationChanged();
}

// Rows that are listed without scores get them where they stand.
void Application::readScores()
{
    const QList<qint64> waiting = m_window.unscoredRows();
    if (waiting.isEmpty())
        return;
    m_reader.run([ids = idsOf(waiting)](store::Database& database) { return store::readRows(database, ids); },
        this,
        [this](base::Result<std::vector<desk::ArticleRow>> rows) {
            if (!rows)
                return;
            for (const desk::ArticleRow& row : *rows) {
                if (row.analysed && isOpen(row.id))
                    readArticle(row.id);
            }
            m_window.showScores(*rows);
        });
}

void Application::start()
{
    m_sinceStart.start();
    // The list first: counting what stands beside it takes longer. Asked before the window is up, and answered
    // once it is.
    m_reader.run([](store::Database& database) { return store::countStored(database); }, this,
        [this](const base::Result<std::int64_t>& stored) {
            m_empty = !stored || *stored == 0;
            m_window.showFirstStart(m_empty && m_options.inputs.empty());
            m_window.start();
            readNavigation();
            QTimer::singleShot(PaintMs, this, &Application::startWork);
        });
    base::Result<std::string> state = base::readFile(statePath(), 1 << 20);
    if (state && m_saveState)
        m_window.restoreWindow(QByteArray(state->data(), static_cast<qsizetype>(state->size())));
    m_window.controls().useAppearance(m_controls.settings());
    m_tray.setWanted(m_controls.settings().tray && m_options.render.empty());
    if (m_saveState)
        m_controls.start();
    if (m_context.offline())
        m_window.showOffline(true);
    m_sources.setOffline(m_window.isOffline());
    if (!m_options.theme.empty())
        m_window.setDarkTheme(m_options.theme == "dark");
    if (m_options.width > 0 && m_options.height > 0 && !m_saveState)
        m_window.resize(m_options.width, m_options.height);
    m_window.setNow(currentInstant());
    m_window.clock().set(m_context.options.asOf);
    connect(&m_window.clock(), &ui::AsOfClock::changed, this, [this] {
        readNavigation();
        for (const qint64 article : m_window.pages().articles().articles())
            readArticle(article);
    });
    m_clock.start();
    base::keepQuiet([this](base::Work work) {
        m_context.log->error("a {} begins on the window's thread", base::workName(work));
        Q_ASSERT_X(false, "window", base::workName(work));
    });
    m_window.show();
}

// What the first list and its painting are not to share the processor with: the engine's data, and all that
// goes on beside the window.
void Application::startWork()
{
    loadPack();
    if (!m_options.inputs.empty())
        inJob([inputs = m_options.inputs](IngestJob& job) { job.add(inputs); });
    else if (!m_options.render.empty())
        renderAndEnd();
    if (!m_options.render.empty())
        return;
    m_retention.startDaily();
    m_schedules.start();
    const bool automatic = m_controls.settings().automatic;
    inJob([automatic](IngestJob& job) {
        job.analysePending();
        job.reanalyse();
        if (automatic)
            job.refresh(true);
    });
    if (automatic)
        m_refreshClock.start();
}

void Application::readFeed(const desk::FeedRequest& request, int generation)
{
    m_reader.run(
        [request](store::Database& database) { return store::readPage(database, request, currentInstant()); },
        this,
        [this, request, generation, first = !request.after.has_value()](base::Result<desk::FeedPage> page) {
            if (page) {
                if (first)
                    m_addedInJob = 0;
                m_window.showFeed(*page, generation, first);
                if (m_sinceStart.isValid())
                    m_context.log->debug("first list {} ms after the window", m_sinceStart.elapsed());
                m_sinceStart.invalidate();
                if (first && page->more)
                    countFeed(request, generation);
            } else {
                m_window.showFeedFailure(utf8(page.error().message), generation);
            }
        });
}

void Application::countFeed(const desk::FeedRequest& request, int generation)
{
    m_reader.run(
        [request](store::Database& database) -> base::Result<desk::MatchCount> {
            const base::Result<desk::Query> parsed
                = store::parseStoredQuery(database, request.query, currentInstant(), request.asOf);
            return parsed ? store::countMatches(database, *parsed, request.folded)
                          : base::Result<desk::MatchCount>(parsed.error());
        },
        this,
        [this, generation](base::Result<desk::MatchCount> count) {
            if (count)
                m_window.showTotal(*count, generation);
        });
}

void Application::readSuggestions(const desk::Completion& completion, int generation)
{
    m_reader.run(
        [completion](store::Database& database) { return store::readSuggestions(database, completion); },
        this,
        [this, generation](base::Result<std::vector<desk::Suggestion>> suggestions) {
            if (suggestions)
                m_window.showSuggestions(*suggestions, generation);
        });
}

bool Application::isOpen(qint64 article)
{
    return article == m_window.shownArticle() || m_window.pages().articles().articles().contains(article);
}

void Application::readOpenArticles()
{
    if (m_window.shownArticle() != 0)
        readArticle(m_window.shownArticle());
    for (const qint64 article : m_window.pages().articles().articles()) {
        if (article != m_window.shownArticle())
            readArticle(article);
    }
}

void Application::readArticle(qint64 id)
{
    struct Shown {
        store::StoredArticle stored;
        std::vector<desk::LedgerEntry> accepted;
    };
    m_reader.run(
        [id, asOf = m_window.clock().instant()](store::Database& database) -> base::Result<Shown> {
            base::Result<store::StoredArticle> stored = store::readArticle(database, id, asOf);
            if (!stored)
                return stored.error();
            base::Result<std::vector<desk::LedgerEntry>> accepted = store::readLedgerOf(database, id, asOf);
            if (!accepted)
                return accepted.error();
            return Shown{std::move(stored).value(), std::move(accepted).value()};
        },
        this,
        [this](base::Result<Shown> shown) {
            if (!shown) {
                m_window.showMessage(utf8(shown.error().text()));
                return;
            }
            base::Analysis none;
            none.mode = base::Mode::NotAnalysed;
            const base::Analysis& analysis = shown->stored.analysis ? *shown->stored.analysis : none;
            m_window.showArticle(
                shown->stored.article, analysis, shown->accepted, shown->stored.revisions);
            m_window.pages().articles().showArticle(shown->stored.article, analysis, shown->accepted,
                shown->stored.revisions, m_window.clock().instant().value_or(currentInstant()));
        });
}

void Application::readNavigation()
{
    m_reader.run(
        [asOf = m_window.clock().instant()](
            store::Database& database) { return store::readNavigation(database, currentInstant(), asOf); },
        this,
        [this](base::Result<desk::Navigation> navigation) {
            if (navigation)
                m_window.showNavigation(*navigation);
        });
}

void Application::navigationChanged()
{
    if (!m_navigationSoon.isActive())
        m_navigationSoon.start();
}

void Application::openSample()
{
    // The sample news are compiled in; they are written out once and read like any other files.
    const base::ResourceFiles files = resourceFiles(QStringLiteral("sample"));
    const std::filesystem::path folder = m_context.options.dataDir / "sample";
    std::error_code code;
    std::filesystem::create_directories(folder, code);
    std::vector<std::string> inputs;
    for (const auto& [name, text] : files) {
        const std::filesystem::path path = folder / name;
        if (const base::Outcome written = base::writeFile(path, text); !written) {
            m_window.showMessage(utf8(written.error().text()));
            return;
        }
        inputs.push_back(path.string());
    }
    inJob([inputs](IngestJob& job) { job.add(inputs); });
}

void Application::jobFinished(const IngestCounts& counts)
{
    showProgress(counts);
    m_working = false;
    const bool quiet = counts.added + counts.revised == m_countsBefore.added + m_countsBefore.revised;
    if (m_failedInJob == 0 && !(quiet && counts.inputs == m_countsBefore.inputs))
        m_window.showMessage(tr("%1 articles added, %2 revised, %3 unchanged")
                                 .arg(counts.added - m_countsBefore.added)
                                 .arg(counts.revised - m_countsBefore.revised)
                                 .arg(counts.unchanged - m_countsBefore.unchanged));
    m_countsBefore = counts;
    if (m_empty && counts.added == 0)
        m_window.showFirstStart(true);
    m_failedInJob = 0;
    readNavigation();
    if (m_firstFill || !m_options.render.empty())
        m_window.startFromTop(); // in the order of scores that were not there when it was first listed
    m_firstFill = false;
    if (!m_options.render.empty())
        renderAndEnd();
}

void Application::renderAndEnd()
{
    // The reader's thread answers in order: after this question the window has all it asked for.
    m_reader.run([](store::Database&) { return true; }, this,
        [this](bool) {
            m_reader.run([](store::Database&) { return true; }, this,
                [this](bool) {
                    QTimer::singleShot(SettleMs, this, [this] {
                        const QPixmap picture = m_window.grab();
                        const bool saved = picture.save(utf8(m_options.render), "PNG");
                        if (!saved)
                            m_context.log->error("{}: cannot be written", m_options.render);
                        QCoreApplication::exit(saved ? 0 : 2);
                    });
                });
        });
}

void Application::showCrash(const std::string& report)
{
    auto* dialog = new ui::CrashReportDialog(m_window.theme(), utf8(report),
        utf8((m_context.options.dataDir / "crash-1.log").string()), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

std::filesystem::path Application::statePath() const { return m_context.options.dataDir / "window.state"; }

void Application::saveWindow()
{
    if (!m_saveState)
        return;
    const QByteArray state = m_window.saveWindow();
    if (const base::Outcome saved = base::writeFile(
            statePath(), std::string_view(state.constData(), static_cast<std::size_t>(state.size())));
        !saved)
        m_context.log->warn("window state not saved: {}", saved.error().text());
}

} // namespace app
