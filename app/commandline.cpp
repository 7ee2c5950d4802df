// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commandline.h"

#include "commands/commands.h"

#include <desk/querytimes.h>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace app {

namespace {

// A subcommand whose options live as long as the command made from them.
template <class T>
std::pair<CLI::App*, std::shared_ptr<T>> addCommand(CLI::App& root, CommandLine& line,
    const std::string& name, const std::string& text, int (*run)(const Context&, const T&))
{
    auto options = std::make_shared<T>();
    CLI::App* command = root.add_subcommand(name, text);
    command->fallthrough();
    command->callback([&line, options, run] {
        line.command = [options, run](const Context& context) { return run(context, *options); };
    });
    return {command, options};
}

void addFormat(CLI::App* command, std::string& format, const std::vector<std::string>& formats)
{
    command->add_option("--format", format, "Form of the output")
        ->check(CLI::IsMember(formats))
        ->capture_default_str();
}

void addFeedCommands(CLI::App& root, CommandLine& line)
{
    CLI::App* feeds = root.add_subcommand("feeds", "Lists and changes the subscribed feeds");
    feeds->require_subcommand(1);
    feeds->fallthrough();
    using Action = FeedsOptions::Action;
    const auto add
        = [&](const std::string& name, const std::string& text, Action action, const std::string& argument) {
              auto [command, options] = addCommand<FeedsOptions>(*feeds, line, name, text, runFeeds);
              options->action = action;
              if (!argument.empty())
                  command->add_option(argument, options->argument, argument)->required();
              return std::pair(command, options);
          };
    const auto [list, listOptions] = add("list", "One source a line, with its health", Action::List, "");
    addFormat(list, listOptions->format, {"table", "json"});
    add("add", "Subscribes to an address, finding the feed of a page, or watches a folder", Action::Add,
        "address");
    add("remove", "Removes a feed; its articles stay", Action::Remove, "id");
    add("import", "Subscribes to all feeds of an OPML file", Action::Import, "file");
    add("export", "Writes all feeds as OPML", Action::Export, "file");
    const auto [log, logOptions] = add("log", "The last fetches of a source", Action::Log, "id");
    addFormat(log, logOptions->format, {"table", "json"});
    add("retry", "Makes a failing, waiting or gone feed due now", Action::Retry, "id");
    const auto [pages, pagesOptions]
        = add("fulltext", "Fetches the page of each new entry of a source", Action::FullText, "id");
    pages->add_flag("--off", pagesOptions->off, "Keep what the feed carries");
    addCommand<ReanalyzeOptions>(root, line, "reanalyze",
        "Analyses again what another version or other data analysed", runReanalyze);
    const auto [fetch, fetchOptions]
        = addCommand<FetchOptions>(root, line, "fetch", "Refreshes the subscribed feeds", runFetch);
    fetch->add_flag("--due", fetchOptions->due, "Only those whose time has come");
    fetch->add_flag(
        "--no-analysis", fetchOptions->listOnly, "Store and list; analyse at the next fetch or start");
}

void addAlertCommands(CLI::App& root, CommandLine& line)
{
    CLI::App* alerts = root.add_subcommand("alerts", "Lists, changes and rehearses the alert rules");
    alerts->require_subcommand(1);
    alerts->fallthrough();
    using Action = AlertsOptions::Action;
    const auto add = [&](const char* name, const char* text, Action action, const char* argument, const char* what) {
        auto [command, options] = addCommand<AlertsOptions>(*alerts, line, name, text, runAlerts);
        options->action = action;
        if (argument != nullptr)
            command->add_option(argument, options->rule, what)->required();
        if (action != Action::Add && action != Action::Remove)
            addFormat(command, options->format, {"table", "json"});
        return std::pair(command, options);
    };
    add("list", "One rule a line, with how often it fires", Action::List, nullptr, nullptr);
    add("add", "Keeps a rule", Action::Add, "rule",
        "'topic:Metals impact>=0.5; name: Metals; class: critical; cooldown: 6h'");
    add("remove", "Removes a rule; its firings stay", Action::Remove, "rule", "Its number or name");
    const auto [test, testOptions] = add("test", "Why a rule fires on an article, or why not", Action::Test, "rule",
        "Its number, name or text");
    test->add_option("--article", testOptions->article, "The article's id")->required();
    const auto [replay, replayOptions] = add("replay", "When a rule would have fired, and on what", Action::Replay,
        "rule", "Its number, name or text");
    replay->add_option("--days", replayOptions->days, "The last days")
        ->check(CLI::Range(1, 3650))
        ->capture_default_str();
    const auto [log, logOptions]
        = add("log", "What fired, and how it was delivered", Action::Log, nullptr, nullptr);
    log->add_option("--limit", logOptions->limit, "Lines of each at most")
        ->check(CLI::Range(1, 1000000))
        ->capture_default_str();

    CLI::App* lists = root.add_subcommand("watchlists", "Names to follow: entities, tickers, topics, words");
    lists->require_subcommand(1);
    lists->fallthrough();
    using Lists = WatchlistsOptions::Action;
    const auto addList = [&](const char* name, const char* text, Lists action) {
        auto [command, options] = addCommand<WatchlistsOptions>(*lists, line, name, text, runWatchlists);
        options->action = action;
        if (action != Lists::List)
            command->add_option("name", options->name, "The watchlist's name")->required();
        if (action == Lists::Import)
            command->add_option("file", options->file, "CSV")->required();
    };
    addList("list", "The watchlists with their members", Lists::List);
    addList("import", "Adds the members of a CSV file to a watchlist", Lists::Import);
    addList("remove", "Removes a watchlist", Lists::Remove);

    const auto [watch, watchOptions] = addCommand<WatchOptions>(
        root, line, "watch", "Fetches, analyses and alerts without a window, until it is ended", runWatch);
    watch->add_option("--every", watchOptions->every, "Seconds between looks at all sources; else each when due")
        ->check(CLI::Range(1, 86400));
    watch->add_option("--rounds", watchOptions->rounds, "Ends after so many looks")->check(CLI::Range(1, 1000000));
    watch->add_flag("--no-notifications", watchOptions->quiet, "Prints alone; nothing on the desktop");
}

// The end of what the words name: of a day, of a minute; a length of time counts back from now.
std::optional<base::Instant> instantOf(const std::string& text)
{
    const base::Instant now = currentInstant();
    const std::optional<desk::TimeSpan> span = desk::readTime(text, now);
    if (!span || !span->from)
        return std::nullopt;
    return span->to ? std::min(now, *span->to - std::chrono::seconds(1)) : *span->from;
}

void addBriefCommand(CLI::App& root, CommandLine& line)
{
    auto [brief, options] = addCommand<BriefOptions>(root, line, "brief",
        "Writes a brief: PDF, HTML, Markdown, text or JSON, by the ending of its name", runBrief);
    CLI::Option* query = brief->add_option("query", options->query,
        "A desk brief of what this query finds; with --since, what changed in it");
    query->each([queried = options](const std::string&) { queried->queried = true; });
    brief->add_option("--article", options->article, "Of one article, by its id");
    brief->add_option("--story", options->story, "Of a story, by its name: s12");
    brief->add_flag("--decisions", options->decisions, "The decision sheet: what the ledger holds");
    brief->add_option("--since", options->since, "What changed since the brief with this sidecar");
    brief->add_option("--from", options->from, "A brief's sidecar, to make the same brief again");
    brief->add_option("-o,--output", options->out, "The file to write");
    brief->add_option("--into", options->into, "A folder to write into; nothing there is replaced");
    brief->add_option("--name", options->name, "The file's name there: {date}, {time}, {kind} and {title} are filled in")
        ->capture_default_str();
    brief->add_option("--paper", options->paper, "Page size; else as the settings say")
        ->check(CLI::IsMember({"a4", "letter"}));
    brief->add_option("--in-full", options->inFull, "Articles told in full, the first of the query")
        ->check(CLI::Range(0, 100000))
        ->capture_default_str();
    brief->add_option("--limit", options->limit, "Headlines at most")
        ->check(CLI::Range(1, 1000000))
        ->capture_default_str();
}

void addStoreCommands(CLI::App& root, CommandLine& line)
{
    auto [ingest, ingestOptions] = addCommand<IngestOptions>(
        root, line, "ingest", "Adds files, folders or addresses to the store", runIngest);
    ingest
        ->add_option(
            "input", ingestOptions->inputs, "Feeds, OPML, HTML, text, JSON, CSV, EML; folders; addresses")
        ->required();
    ingest->add_flag(
        "--no-analysis", ingestOptions->listOnly, "Store and list; analyse at the next fetch or start");
    ingest->add_option("--columns", ingestOptions->columns,
        "What the columns of a CSV carry, as they are shown when one is read: "
        "\"delimiter=semicolon columns=published,title,body,-\"");

    auto [search, searchOptions]
        = addCommand<SearchOptions>(root, line, "search", "Searches the stored articles", runSearch);
    search->add_option("query", searchOptions->query, "In the query language; empty means all");
    search->add_option("--limit", searchOptions->limit, "Rows at most")
        ->check(CLI::Range(1, 10000000))
        ->capture_default_str();
    addFormat(search, searchOptions->format, {"table", "json", "ndjson", "csv"});

    auto [exported, exportOptions] = addCommand<ExportOptions>(
        root, line, "export", "Writes the articles of a query, whole; ingest reads them back", runExport);
    exported->add_option("query", exportOptions->query, "In the query language; empty means all");
    exported->add_option("-o,--output", exportOptions->out, "The file to write; - is standard output")
        ->capture_default_str();
    exported->add_option("--format", exportOptions->format, "Else by the file's ending")
        ->check(CLI::IsMember({"json", "ndjson", "csv", "md"}));
    exported->add_option("--limit", exportOptions->limit, "Articles at most")->check(CLI::Range(1, 10000000));

    auto [show, showOptions]
        = addCommand<ShowOptions>(root, line, "show", "One article with its analysis", runShow);
    show->add_option("id", showOptions->id, "The article's id, as search prints it")->required();
    addFormat(show, showOptions->format, {"text", "json"});

    addBriefCommand(root, line);

    auto [doctor, doctorOptions]
        = addCommand<DoctorOptions>(root, line, "doctor", "Checks the store", runDoctor);
    doctor->add_flag("--repair", doctorOptions->repair, "Rebuilds indexes that disagree with the articles");
    doctor->add_flag("--vacuum", doctorOptions->vacuum, "Writes the store anew without its free space");
    doctor->add_option("--backup", doctorOptions->backup,
        "Writes a verified copy of the store to this file, also while the window is open");
    CLI::Option* restore = doctor->add_option("--restore", doctorOptions->restore,
        "Puts a verified copy of this backup in the store's place, and keeps the present store beside it");
    CLI::Option* salvage = doctor->add_flag("--salvage", doctorOptions->salvage,
        "Reads what is left of a damaged store into a new one beside it");
    for (CLI::Option* option : {restore, salvage}) {
        for (const char* other : {"--repair", "--vacuum", "--backup"})
            option->excludes(doctor->get_option(other));
    }
    restore->excludes(salvage);
}

void addStatelessCommands(CLI::App& root, CommandLine& line)
{
    auto [analyze, analyzeOptions] = addCommand<AnalyzeOptions>(
        root, line, "analyze", "Analyses without touching any store", runAnalyze);
    analyze->add_option("file", analyzeOptions->files, "Files; - is standard input")
        ->default_val(std::vector<std::string>{"-"});
    addFormat(analyze, analyzeOptions->format, {"text", "json", "ndjson"});
    analyze->add_option("--pack", analyzeOptions->pack, "A folder of engine data laid over the shipped one");

    auto [lint, lintOptions]
        = addCommand<LintOptions>(root, line, "lint", "Checks the engine's data and its own tests", runLint);
    lint->add_option(
        "folder", lintOptions->folder, "A folder of engine data laid over the shipped one; else the user's pack");
    lint->add_flag("--quiet", lintOptions->quiet, "Errors alone, no warnings");

    auto [bench, benchOptions] = addCommand<BenchOptions>(root, line, "bench",
        "The stored articles of a query that other engine data would write about otherwise", runBench);
    bench->add_option("folder", benchOptions->folder, "A folder of engine data laid over the shipped one")
        ->required();
    bench->add_option("query", benchOptions->query, "In the query language; empty means all");
    bench->add_option("--limit", benchOptions->limit, "Articles at most")
        ->check(CLI::Range(1, 10000000))
        ->capture_default_str();

    auto [score, scoreOptions]
        = addCommand<ScoreOptions>(root, line, "score", "Sentence sentiment, a line of JSON each", runScore);
    score->add_flag("--target", scoreOptions->target, "Score what each line says about its target");
    score->add_option("file", scoreOptions->file, "NDJSON with id, text and target; - is standard input")
        ->capture_default_str();

    auto [feed, feedOptions]
        = addCommand<ParseFeedOptions>(root, line, "parse-feed", "Reads a feed and prints it", runParseFeed);
    feed->add_option("file", feedOptions->files, "Files; - is standard input")->required();
    feed->add_option("--url", feedOptions->url, "The address relative links start from");
    feed->add_option("--content-type", feedOptions->contentType, "The Content-Type it was served with");
    addFormat(feed, feedOptions->format, {"json", "ndjson"});

    auto [extract, extractOptions]
        = addCommand<ExtractOptions>(root, line, "extract", "Article text from HTML", runExtract);
    extract->add_option("file", extractOptions->files, "Files; - is standard input")->required();
    extract->add_option("--url", extractOptions->url, "The page's address");
    addFormat(extract, extractOptions->format, {"json", "ndjson"});
}

} // namespace

CommandLine parseCommandLine(int argc, char** argv)
{
    CommandLine line;
    CLI::App root("Leadline: a local-first research terminal for market news", "leadline");
    std::string dataDir;
    root.add_option("--data-dir", dataDir, "Folder of the store, settings and log");
    root.add_flag("--offline", line.options.offline, "Fetch nothing from the network");
    std::string asOf;
    root.add_option("--as-of", asOf,
            "See only what had been received and analysed by then: 2026-03-01 (its end), 2026-03-01T14:30, "
            "7d")
        ->check([](const std::string& text) {
            return instantOf(text) ? std::string() : "expected a time like 2026-03-01T14:30, not " + text;
        });
    root.add_option("--log-level", line.options.logLevel, "How much to say on stderr")
        ->check(CLI::IsMember({"trace", "debug", "info", "warn", "error", "off"}))
        ->capture_default_str();
    root.set_version_flag("--version", "leadline " LEADLINE_VERSION);
    root.add_option("--open", line.window.inputs, "Open these files in the window");
    root.add_option("--render", line.window.render, "Write a picture of the window to this PNG and end");
    root.add_option("--width", line.window.width, "Width of the window")->check(CLI::Range(400, 8000));
    root.add_option("--height", line.window.height, "Height of the window")->check(CLI::Range(300, 8000));
    root.add_option("--theme", line.window.theme, "Theme of the window")
        ->check(CLI::IsMember({"dark", "light"}));
    root.require_subcommand(0, 1);

    addStoreCommands(root, line);
    addStatelessCommands(root, line);
    addFeedCommands(root, line);
    addAlertCommands(root, line);
    try {
        root.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        line.exitCode = root.exit(error) == 0 ? AllDone : UsageError;
        return line;
    }
    line.options.asOf = instantOf(asOf);
    line.options.dataDir = dataDir.empty() ? defaultDataDir() : std::filesystem::path(dataDir);
    line.needsFonts = root.got_subcommand("brief");
    return line;
}

} // namespace app
