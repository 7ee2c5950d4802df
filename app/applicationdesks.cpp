// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// Connects the desks with what the window shows of them. A part of Application.
#include "application.h"

#include <ui/articlestates.h>
#include <ui/articlewindows.h>
#include <ui/asofclock.h>
#include <ui/briefwindows.h>
#include <ui/controlwindows.h>
#include <ui/pages/decisions.h>
#include <ui/pages/marketmap.h>
#include <ui/pages/playbooks.h>
#include <ui/pages/stories.h>
#include <ui/panels/articlelist.h>
#include <ui/panels/reader.h>
#include <ui/sourcewindows.h>
#include <ui/viewwindows.h>
#include <ui/windowlayouts.h>
#include <ui/windowpages.h>

#include <algorithm>
#include <type_traits>

namespace app {

void Application::connectDesks()
{
    using ui::SourceWindows;
    SourceWindows* dialogs = &m_window.sources();
    connect(dialogs, &SourceWindows::managerShown, &m_sources, &SourceDesk::setOpen);
    connect(dialogs, &SourceWindows::logWanted, &m_sources, &SourceDesk::readLog);
    connect(dialogs, &SourceWindows::retryWanted, &m_sources, &SourceDesk::retry);
    connect(dialogs, &SourceWindows::removeWanted, &m_sources, &SourceDesk::remove);
    connect(dialogs, &SourceWindows::fullTextChanged, &m_sources, &SourceDesk::setFullText);
    connect(dialogs, &SourceWindows::titleChanged, &m_sources, &SourceDesk::setTitle);
    connect(dialogs, &SourceWindows::folderChanged, &m_sources, &SourceDesk::setFolder);
    connect(dialogs, &SourceWindows::exportChosen, &m_sources, &SourceDesk::exportList);
    connect(dialogs, &SourceWindows::catalogueWanted, &m_sources, &SourceDesk::readCatalogue);
    connect(dialogs, &SourceWindows::subscribeWanted, &m_sources, &SourceDesk::subscribe);
    connect(&m_sources, &SourceDesk::sourcesRead, dialogs, &SourceWindows::showSources);
    connect(&m_sources, &SourceDesk::logRead, dialogs, &SourceWindows::showLog);
    connect(&m_sources, &SourceDesk::catalogueRead, dialogs, &SourceWindows::showCatalogue);
    connect(&m_sources, &SourceDesk::catalogueFailed, dialogs, &SourceWindows::showCatalogueFailure);
    connect(&m_sources, &SourceDesk::said, dialogs, &SourceWindows::showMessage);
    connect(&m_sources, &SourceDesk::said, &m_window, &ui::MainWindow::showMessage);
    connect(&m_sources, &SourceDesk::sourcesChanged, this, &Application::navigationChanged);
    connect(m_job, &IngestJob::articlesStored, &m_sources, &SourceDesk::changed);
    connect(m_job, &IngestJob::subscribed, &m_sources, &SourceDesk::changed);
    connect(m_job, &IngestJob::progressed, &m_sources, &SourceDesk::changed);
    connect(m_job, &IngestJob::finished, &m_sources, &SourceDesk::changed);
    connect(&m_window, &ui::MainWindow::offlineChanged, &m_sources, &SourceDesk::setOffline);
    connect(&m_revisions, &RevisionDesk::said, &m_window, &ui::MainWindow::showMessage);
    connect(&m_stories, &StoryDesk::changed, this, &Application::navigationChanged);
    connect(&m_stories, &StoryDesk::said, &m_window, &ui::MainWindow::showMessage);
    connectReader(&m_window.reader());
    ui::ArticleWindows* articles = &m_window.pages().articles();
    connect(articles, &ui::ArticleWindows::made, this, &Application::connectReader);
    connect(articles, &ui::ArticleWindows::articleWanted, this, &Application::readArticle);
}

// That of the News page, or of an article in its own window: what is answered is shown by the one it is of.
void Application::connectReader(ui::Reader* reader)
{
    connect(reader, &ui::Reader::versionsWanted, &m_revisions,
        [this](qint64 article) { m_revisions.read(article, m_window.clock().instant()); });
    connect(reader, &ui::Reader::changesWanted, &m_revisions, &RevisionDesk::compare);
    connect(&m_revisions, &RevisionDesk::versionsRead, reader, &ui::Reader::showVersions);
    connect(&m_revisions, &RevisionDesk::compared, reader, &ui::Reader::showChanges);
    connect(reader, &ui::Reader::storyWanted, &m_stories,
        [this](qint64 article) { m_stories.read(article, m_window.clock().instant()); });
    connect(reader, &ui::Reader::splitWanted, &m_stories, &StoryDesk::splitOff);
    connect(&m_stories, &StoryDesk::storyRead, reader, &ui::Reader::showStory);
    connect(&m_stories, &StoryDesk::changed, reader, &ui::Reader::storyChanged);
}

void Application::connectPlaybooks(ui::PlaybooksPage* page)
{
    using ui::PlaybooksPage;
    connect(page, &PlaybooksPage::filesWanted, &m_packFiles, &PackDesk::readFiles);
    connect(page, &PlaybooksPage::textWanted, &m_packFiles, &PackDesk::readText);
    connect(page, &PlaybooksPage::checkWanted, &m_packFiles, &PackDesk::check);
    connect(page, &PlaybooksPage::benchWanted, &m_packFiles, &PackDesk::bench);
    connect(page, &PlaybooksPage::benchCancelled, &m_packFiles, &PackDesk::cancelBench);
    connect(page, &PlaybooksPage::saveWanted, &m_packFiles, &PackDesk::save);
    connect(page, &PlaybooksPage::restoreWanted, &m_packFiles, &PackDesk::restore);
    connect(&m_packFiles, &PackDesk::filesRead, page, &PlaybooksPage::showFiles);
    connect(&m_packFiles, &PackDesk::textRead, page, &PlaybooksPage::showText);
    connect(&m_packFiles, &PackDesk::checked, page, &PlaybooksPage::showFindings);
    connect(&m_packFiles, &PackDesk::benchProgressed, page, &PlaybooksPage::showBenchProgress);
    connect(&m_packFiles, &PackDesk::benchFound, page, &PlaybooksPage::showBenchChange);
    connect(&m_packFiles, &PackDesk::benchFinished, page, &PlaybooksPage::showBenchEnd);
    connect(&m_packFiles, &PackDesk::saved, page, &PlaybooksPage::showSaved);
}

void Application::connectStates()
{
    using ui::ArticleStates;
    ArticleStates* states = &m_window.states();
    connect(states, &ArticleStates::hiddenChanged, &m_states, &StateDesk::setHidden);
    connect(states, &ArticleStates::labelChanged, &m_states, &StateDesk::setLabel);
    connect(states, &ArticleStates::noteChanged, &m_states, &StateDesk::setNote);
    connect(states, &ArticleStates::storiesJoined, &m_stories, &StoryDesk::join);
    connect(states, &ArticleStates::labelsWanted, &m_labels, &LabelDesk::readLabels);
    connect(&m_window, &ui::MainWindow::articleChosen, &m_labels, &LabelDesk::readArticle);
    connect(&m_states, &StateDesk::hiddenChanged, states, &ArticleStates::showHidden);
    connect(&m_states, &StateDesk::rowsChanged, &m_labels, &LabelDesk::readRows);
    connect(&m_labels, &LabelDesk::labelsRead, states, &ArticleStates::showLabels);
    connect(&m_labels, &LabelDesk::articleRead, states, &ArticleStates::showMarks);
    connect(&m_labels, &LabelDesk::rowsRead, states, &ArticleStates::showRows);
    connect(&m_labels, &LabelDesk::said, &m_window, &ui::MainWindow::showMessage);
}

void Application::connectStories(ui::StoriesPage* page)
{
    using ui::StoriesPage;
    connect(page, &StoriesPage::listWanted, &m_storyList,
        [this](desk::StoryListRequest request, int generation) {
            request.asOf = m_window.clock().instant();
            m_storyList.readList(request, generation);
        });
    connect(page, &StoriesPage::storyWanted, &m_storyList,
        [this](qint64 story) { m_storyList.readStory(story, m_window.clock().instant()); });
    connect(page, &StoriesPage::storiesJoined, &m_stories, &StoryDesk::join);
    connect(page, &StoriesPage::articlesSplit, &m_stories, &StoryDesk::splitOff);
    connect(page, &StoriesPage::undoWanted, &m_stories, &StoryDesk::undoChange);
    connect(&m_storyList, &StoryListDesk::listRead, page, &StoriesPage::showList);
    connect(&m_storyList, &StoryListDesk::listFailed, page, &StoriesPage::showFailure);
    connect(&m_storyList, &StoryListDesk::storyRead, page, &StoriesPage::showStory);
    connect(&m_stories, &StoryDesk::changed, page, &StoriesPage::storiesChanged);
}

void Application::connectLedger(ui::DecisionsPage* page)
{
    using ui::DecisionsPage;
    connect(page, &DecisionsPage::ledgerWanted, &m_ledger,
        [this] { m_ledger.read(m_window.clock().instant()); });
    connect(page, &DecisionsPage::takenBack, &m_ledger, &LedgerDesk::takeBack);
    connect(page, &DecisionsPage::sheetWanted, &m_window.briefs(), &ui::BriefWindows::openSheet);
    connect(&m_ledger, &LedgerDesk::ledgerRead, page, &DecisionsPage::showLedger);
    connect(&m_ledger, &LedgerDesk::failed, page, &DecisionsPage::showFailure);
    connect(&m_ledger, &LedgerDesk::changed, page, &DecisionsPage::ledgerWanted);
    connect(m_job, &IngestJob::decisionsChanged, page, &DecisionsPage::ledgerWanted);
}

// Pages are connected when they are made.
void Application::connectPages()
{
    using ui::ArticleListPanel;
    using ui::WindowPages;
    WindowPages* pages = &m_window.pages();
    connect(pages, &WindowPages::storiesMade, this, &Application::connectStories);
    connect(pages, &WindowPages::decisionsMade, this, &Application::connectLedger);
    connect(pages, &WindowPages::mapMade, this, &Application::connectMap);
    connect(pages, &WindowPages::playbooksMade, this, &Application::connectPlaybooks);
    connect(&m_packFiles, &PackDesk::saved, &m_packs, &PackWatch::load); // the folder may be a new one
    connect(&m_packFiles, &PackDesk::said, &m_window, &ui::MainWindow::showMessage);
    ArticleListPanel* list = &m_window.list();
    connect(list, &ArticleListPanel::articlesWanted, &m_storyList,
        [this](qint64 article, const QString& story) {
            m_storyList.readArticles(article, story, m_window.clock().instant());
        });
    connect(&m_storyList, &StoryListDesk::articlesRead, list, &ArticleListPanel::showArticles);
    connect(&m_storyList, &StoryListDesk::said, &m_window, &ui::MainWindow::showMessage);
}

void Application::connectViews()
{
    using ui::ViewWindows;
    ViewWindows* views = &m_window.views();
    connect(views, &ViewWindows::searchSaved, &m_searches, &SearchDesk::save);
    connect(views, &ViewWindows::searchRenamed, &m_searches, &SearchDesk::rename);
    connect(views, &ViewWindows::searchRemoved, &m_searches, &SearchDesk::remove);
    connect(views, &ViewWindows::searchMoved, &m_searches, &SearchDesk::move);
    connect(&m_searches, &SearchDesk::changed, this, &Application::readNavigation);
    connect(&m_window, &ui::MainWindow::viewShown, &m_changes, &ChangesDesk::viewShown);
    connect(views, &ViewWindows::changesWanted, &m_changes, &ChangesDesk::read);
    connect(views, &ViewWindows::differencesWanted, &m_changes, &ChangesDesk::compare);
    connect(views, &ViewWindows::looked, &m_changes, &ChangesDesk::looked);
    connect(&m_changes, &ChangesDesk::changesRead, views, &ViewWindows::showChanges);
    connect(&m_changes, &ChangesDesk::compared, views, &ViewWindows::showDifferences);
    connect(views, &ViewWindows::rulesWanted, &m_retention, &RetentionDesk::read);
    connect(views, &ViewWindows::previewWanted, &m_retention, &RetentionDesk::preview);
    connect(views, &ViewWindows::rulesApplied, &m_retention, &RetentionDesk::apply);
    connect(&m_window, &ui::MainWindow::cancelRequested, &m_retention, &RetentionDesk::cancel);
    connect(&m_retention, &RetentionDesk::rulesRead, views, &ViewWindows::showRules);
    connect(&m_retention, &RetentionDesk::previewRead, views, &ViewWindows::showPreview);
    connect(&m_retention, &RetentionDesk::progressed, &m_window, &ui::MainWindow::showJob);
    connect(&m_retention, &RetentionDesk::changed, this, [this](bool asked) {
        readNavigation();
        if (asked) // else the list stays as it is under the reader
            m_window.start();
    });
    connect(views, &ViewWindows::exportChosen, &m_exports,
        [this](const QString& query, desk::Sort sort, const QString& path) {
            m_exports.write(query, sort, path, m_window.clock().instant());
        });
    const auto saysSo = [this](auto* desk) {
        using Desk = std::remove_pointer_t<decltype(desk)>;
        connect(desk, &Desk::said, &m_window, &ui::MainWindow::showMessage);
    };
    saysSo(&m_searches);
    saysSo(&m_changes);
    saysSo(&m_retention);
    saysSo(&m_exports);
}

void Application::connectBriefs()
{
    using ui::BriefWindows;
    BriefWindows* briefs = &m_window.briefs();
    briefs->setPaper(paperOf(briefSettings(m_context.settings).paper));
    connect(briefs, &BriefWindows::prepareWanted, &m_briefs,
        [this](const ui::BriefChoice& choice, int generation) {
            BriefRequest request;
            request.kind = choice.kind;
            request.article = choice.article;
            request.query = choice.query.toStdString();
            request.sort = choice.sort;
            request.articles.assign(choice.chosen.begin(), choice.chosen.end());
            request.inFull = static_cast<std::size_t>(choice.inFull);
            request.asOf = m_window.clock().instant();
            request.paper = choice.paper;
            m_briefs.prepare(std::move(request), choice.since, generation);
        });
    connect(briefs, &BriefWindows::pageWanted, &m_briefs, &BriefDesk::draw);
    connect(briefs, &BriefWindows::saveWanted, &m_briefs, &BriefDesk::write);
    connect(briefs, &BriefWindows::printWanted, &m_briefs, &BriefDesk::print);
    connect(briefs, &BriefWindows::copyWanted, &m_briefs, &BriefDesk::copy);
    connect(briefs, &BriefWindows::cancelWanted, &m_briefs, &BriefDesk::cancel);
    connect(&m_briefs, &BriefDesk::prepared, briefs, &BriefWindows::showPrepared);
    connect(&m_briefs, &BriefDesk::failed, briefs, &BriefWindows::showFailure);
    connect(&m_briefs, &BriefDesk::drawn, briefs, &BriefWindows::showPage);
    connect(&m_briefs, &BriefDesk::progressed, briefs, &BriefWindows::showProgress);
    connect(&m_briefs, &BriefDesk::finished, briefs, &BriefWindows::showFinished);
    connect(&m_briefs, &BriefDesk::copied, briefs, &BriefWindows::showCopied);
    connect(&m_schedules, &ScheduleDesk::said, &m_window, &ui::MainWindow::showMessage);
}

void Application::connectMap(ui::MarketMapPage* map)
{
    using ui::MarketMapPage;
    connect(map, &MarketMapPage::mapWanted, &m_map, [this](desk::MapRequest request, int generation) {
        request.asOf = m_window.clock().instant();
        m_map.readMap(request, generation);
    });
    connect(map, &MarketMapPage::seriesWanted, &m_map, [this](desk::SeriesRequest request, int generation) {
        request.asOf = m_window.clock().instant();
        m_map.readSeries(request, generation);
    });
    connect(map, &MarketMapPage::suggestionsWanted, &m_map, &MapDesk::readSuggestions);
    connect(&m_map, &MapDesk::mapRead, map, &MarketMapPage::showMap);
    connect(&m_map, &MapDesk::mapFailed, map, &MarketMapPage::showMapFailure);
    connect(&m_map, &MapDesk::seriesRead, map, &MarketMapPage::showSeries);
    connect(&m_map, &MapDesk::seriesFailed, map, &MarketMapPage::showSeriesFailure);
    connect(&m_map, &MapDesk::suggestionsRead, map, &MarketMapPage::showSuggestions);
    connect(m_job, &IngestJob::articlesAnalysed, map, &MarketMapPage::newsArrived);
}

void Application::connectControls()
{
    using ui::ControlWindows;
    ControlWindows* windows = &m_window.controls();
    connect(windows, &ControlWindows::findWanted, &m_palette, [this](const QString& typed, int generation) {
        m_palette.find(typed, generation, m_window.clock().instant());
    });
    connect(&m_palette, &PaletteDesk::found, windows, &ControlWindows::showFound);
    connect(windows, &ControlWindows::recentChanged, &m_controls, &ControlDesk::keepRecent);
    connect(windows, &ControlWindows::settingsWanted, &m_controls, &ControlDesk::readSettings);
    connect(windows, &ControlWindows::settingChanged, &m_controls, &ControlDesk::change);
    connect(windows, &ControlWindows::keysChosen, &m_controls, &ControlDesk::keepKeys);
    connect(&m_controls, &ControlDesk::recentRead, windows, &ControlWindows::setRecent);
    connect(&windows->layouts(), &ui::WindowLayouts::changed, &m_controls, &ControlDesk::keepLayouts);
    connect(&m_controls, &ControlDesk::layoutsRead, &windows->layouts(), &ui::WindowLayouts::setLayouts);
    connect(&m_controls, &ControlDesk::keysRead, windows, &ControlWindows::useKeys);
    connect(&m_controls, &ControlDesk::settingsRead, windows, &ControlWindows::showSettings);
    connect(&m_controls, &ControlDesk::settingsChanged, this, &Application::useSettings);
    connect(&m_controls, &ControlDesk::said, &m_window, &ui::MainWindow::showMessage);
    connect(&m_window, &ui::MainWindow::offlineChanged, &m_controls,
        [this](bool offline) { m_controls.change(QStringLiteral("network.offline"), offline); });
}

// All of them hold at once; `keys` names what is new.
void Application::useSettings(const Settings& settings, const QStringList& keys)
{
    const auto any = [&keys](QLatin1String group) {
        return std::any_of(
            keys.begin(), keys.end(), [group](const QString& key) { return key.startsWith(group); });
    };
    m_window.controls().useAppearance(settings);
    m_tray.setWanted(settings.tray && m_options.render.empty());
    m_briefs.useSettings(settings);
    m_schedules.useSettings(settings);
    m_window.briefs().setPaper(paperOf(settings.briefPaper));
    if (any(QLatin1String("network.")))
        inJob([settings](IngestJob& job) { job.useSettings(settings); });
    if (keys.contains(QStringLiteral("network.offline")) && settings.offline != m_window.isOffline())
        m_window.toggleOffline();
    if (any(QLatin1String("analysis.")))
        m_packs.useSettings(settings);
    m_packFiles.useSettings(settings);
    if (!keys.contains(QStringLiteral("refresh.automatic")))
        return;
    if (!settings.automatic)
        return m_refreshClock.stop();
    inJob([](IngestJob& job) { job.refresh(true); });
    m_refreshClock.start();
}

} // namespace app
