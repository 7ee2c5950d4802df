// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/context.h>

#include <string>
#include <vector>

// One function and one file for each subcommand. Each prints its result to stdout, its failures to stderr,
// and gives the exit code.
namespace app {

enum ExitCode { AllDone = 0, UsageError = 1, SomeFailed = 2, NoStore = 3 };

struct IngestOptions {
    std::vector<std::string> inputs; // files, folders, addresses
    bool listOnly = false; // without analysis
    std::string columns; // of tables, as ingest::parseMapping reads them
};

struct FetchOptions {
    bool due = false; // only the sources whose time has come
    bool listOnly = false;
};

struct ReanalyzeOptions { };

struct SearchOptions {
    std::string query;
    int limit = 50;
    std::string format = "table"; // table, json, ndjson, csv
};

struct ExportOptions {
    std::string query;
    std::string out = "-"; // "-" is standard output
    std::string format; // json, ndjson, csv, md; empty: by the ending of `out`
    int limit = 10000000;
};

struct ShowOptions {
    std::int64_t id = 0;
    std::string format = "text"; // text, json
};

struct AnalyzeOptions {
    std::vector<std::string> files; // "-" is standard input
    std::string format = "text"; // text, json, ndjson
    std::string pack; // a folder of engine data laid over the shipped; empty: the user's own
};

struct LintOptions {
    std::string folder; // of engine data, laid over the shipped; empty: the user's own
    bool quiet = false; // errors alone
};

struct BenchOptions {
    std::string folder; // of engine data
    std::string query;
    int limit = 1000;
};

struct ScoreOptions {
    bool target = false; // the lines name a target
    std::string file = "-";
};

struct ParseFeedOptions {
    std::vector<std::string> files;
    std::string format = "json"; // json, ndjson
    std::string url;
    std::string contentType;
};

struct ExtractOptions {
    std::vector<std::string> files;
    std::string format = "json";
    std::string url;
};

struct BriefOptions {
    std::string query;
    bool queried = false; // a query was given, perhaps an empty one
    std::int64_t article = 0;
    std::string story; // "s12"
    bool decisions = false;
    std::string since; // sidecar
    std::string from; // sidecar
    std::string out;
    std::string into; // a folder
    std::string name = "{date}-{kind}.pdf"; // of the file there
    std::string paper; // a4, letter; empty: as the settings say
    int inFull = 12;
    int limit = 20000;
};

struct DoctorOptions {
    bool repair = false;
    bool vacuum = false;
    bool salvage = false;
    std::string backup;
    std::string restore;
};

struct FeedsOptions {
    enum class Action { List, Add, Remove, Import, Export, Log, Retry, FullText };
    Action action = Action::List;
    std::string argument; // address, folder, source id or file
    bool off = false; // of FullText
    std::string format = "table"; // of List and Log: table, json
};

struct AlertsOptions {
    enum class Action { List, Add, Remove, Test, Replay, Log };
    Action action = Action::List;
    std::string rule; // a rule's number or name; of Test and Replay also its text; of Add its text
    std::int64_t article = 0; // of Test
    int days = 30; // of Replay
    int limit = 50; // of Log
    std::string format = "table"; // table, json
};

struct WatchlistsOptions {
    enum class Action { List, Import, Remove };
    Action action = Action::List;
    std::string name;
    std::string file; // CSV
};

struct WatchOptions {
    int every = 0; // seconds between looks at all sources; 0: each when it is due
    int rounds = 0; // ends after so many looks; 0: never by itself
    bool quiet = false; // nothing on the desktop
};

int runIngest(const Context& context, const IngestOptions& options);
int runSearch(const Context& context, const SearchOptions& options);
int runExport(const Context& context, const ExportOptions& options);
int runShow(const Context& context, const ShowOptions& options);
int runBench(const Context& context, const BenchOptions& options);
int runLint(const Context& context, const LintOptions& options);
int runAnalyze(const Context& context, const AnalyzeOptions& options);
int runScore(const Context& context, const ScoreOptions& options);
int runParseFeed(const Context& context, const ParseFeedOptions& options);
int runExtract(const Context& context, const ExtractOptions& options);
int runBrief(const Context& context, const BriefOptions& options);
int runDoctor(const Context& context, const DoctorOptions& options);
int runFeeds(const Context& context, const FeedsOptions& options);
int runFetch(const Context& context, const FetchOptions& options);
int runAlerts(const Context& context, const AlertsOptions& options);
int runWatchlists(const Context& context, const WatchlistsOptions& options);
int runWatch(const Context& context, const WatchOptions& options);
int runReanalyze(const Context& context, const ReanalyzeOptions& options);
// Looks for the feed at an address (or in the page there) and subscribes to it; watches a folder.
int subscribe(const Context& context, const std::string& argument);

} // namespace app
