// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// The store at a million articles: bench-store ROWS FOLDER
// Fills FOLDER/leadline.sqlite through the store's own functions and FOLDER/bare.sqlite by a bare loop over the
// same rows (both are kept for the next run), then times searches, pages, counts and marks, each beside the
// same statement run bare on SQLite and, where there is one, the LIKE query others use. Times in ms.

#include "storenews.h"

#include <desk/query.h>
#include <store/articlestore.h>
#include <store/marketmap.h>
#include <store/sourcestore.h>
#include <store/sqlerror.h>
#include <store/states.h>
#include <store/storylist.h>
#include <store/storystore.h>

#include <support/teststore.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>

namespace {

namespace fs = std::filesystem;

using Clock = std::chrono::steady_clock;

constexpr int BatchRows = 6000; // some 10 MiB of text, as the program hands it to its writer
constexpr int PageRows = 50;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

template <class T> T needed(base::Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().text().c_str());
        std::exit(2);
    }
    return std::move(result).value();
}

long peakMemoryMb()
{
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        if (word == "VmHWM:") {
            long kib = 0;
            status >> kib;
            return kib / 1024;
        }
    }
    return 0;
}

// The tuned loop of ../shared/bench over the same rows: one table, three indexes, an external-content FTS5
// index with a large hash table, in large transactions.
class BareLoop final {
public:
    explicit BareLoop(const fs::path& file)
        : m_handle(made(file))
        , m_row(m_handle, "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        , m_index(m_handle, "INSERT INTO fts (rowid, title, body) VALUES (?, ?, ?)")
    {
    }

    void insert(const std::vector<base::Article>& batch, const std::vector<store::FinishedAnalysis>& analyses)
    {
        SQLite::Transaction transaction(m_handle);
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const base::Article& article = batch[i];
            ++m_id;
            m_row.reset();
            m_row.bind(1, m_id);
            m_row.bind(2, article.sourceId);
            m_row.bindNoCopy(3, article.identity);
            m_row.bind(4, static_cast<std::int64_t>(base::toUnix(*article.published)));
            m_row.bindNoCopy(5, article.url);
            m_row.bindNoCopy(6, article.title);
            m_row.bindNoCopy(7, article.body);
            m_row.bind(8, "[]");
            m_row.bind(9, analyses[i].analysis.sentiment.score);
            m_row.bind(10, analyses[i].analysis.impact.score);
            m_row.exec();
            m_index.reset();
            m_index.bind(1, m_id);
            m_index.bindNoCopy(2, article.title);
            m_index.bindNoCopy(3, article.body);
            m_index.exec();
        }
        transaction.commit();
    }

private:
    static SQLite::Database made(const fs::path& file)
    {
        SQLite::Database handle(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        handle.exec("PRAGMA page_size = 16384");
        handle.execAndGet("PRAGMA journal_mode = WAL");
        for (const char* sql :
            {"PRAGMA synchronous = NORMAL", "PRAGMA cache_size = -65536", "PRAGMA temp_store = MEMORY",
                "CREATE TABLE article (id INTEGER PRIMARY KEY, feed INTEGER, guid TEXT, ts INTEGER, url "
                "TEXT, title "
                "TEXT, body TEXT, cats TEXT, sentiment REAL, impact REAL)",
                "CREATE UNIQUE INDEX a_guid ON article (feed, guid)", "CREATE INDEX a_ts ON article (ts, id)",
                "CREATE INDEX a_feed ON article (feed, ts)",
                "CREATE VIRTUAL TABLE fts USING fts5(title, body, content = 'article', content_rowid = 'id', "
                "tokenize "
                "= 'unicode61 remove_diacritics 2')",
                "INSERT INTO fts (fts, rank) VALUES ('hashsize', 16777216)",
                "INSERT INTO fts (fts, rank) VALUES ('automerge', 16)"})
            handle.exec(sql);
        return handle;
    }

    SQLite::Database m_handle;
    SQLite::Statement m_row;
    SQLite::Statement m_index;
    std::int64_t m_id = 0;
};

struct Filled {
    double ours = 0; // seconds
    double bare = 0;
    double oursWork = 0; // seconds of the processor
    double bareWork = 0;
    double analysing = 0;
};

// Two of three articles tell what nobody else does; the others follow one of the last few thousand, some
// stories much more than others.
void placeStories(store::Database& database, const std::vector<std::int64_t>& ids, std::int64_t& newest)
{
    std::vector<store::PlacedArticle> placed;
    for (const std::int64_t id : ids) {
        const std::uint64_t mixed = (static_cast<std::uint64_t>(id) * 0x9E3779B97F4A7C15ULL) >> 33;
        std::int64_t story = newest + 1;
        if (newest > 0 && mixed % 3 == 0) {
            const double share = static_cast<double>(mixed % 4099) / 4099;
            const auto back = static_cast<std::int64_t>(share * share * share * 4000);
            story = std::max<std::int64_t>(1, (newest - back) / 7 * 7); // every seventh is one that goes on
        }
        newest = std::max(newest, story);
        placed.push_back({id, story, 50, {}, {}});
    }
    needed(store::placeArticles(database, placed, bench::newest()));
}

double processorSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// Batch by batch, in turns: what else the machine does falls on both.
Filled fill(const fs::path& file, const fs::path& bareFile, int rows)
{
    const std::unique_ptr<store::Database> database = support::openStore(file);
    BareLoop loop(bareFile);
    bench::News news;
    std::vector<base::Source> sources;
    for (int i = 0; i < bench::Sources; ++i) {
        base::Source source;
        source.url = "https://feed.example/" + std::to_string(i);
        source.title = "Source " + std::to_string(i);
        sources.push_back(std::move(source));
    }
    const std::vector<base::Source> stored = needed(store::ensureSources(*database, sources));
    Filled filled;
    std::int64_t story = 0;
    for (int first = 0; first < rows; first += BatchRows) {
        std::vector<base::Article> batch;
        std::vector<store::FinishedAnalysis> analyses;
        for (int i = first; i < std::min(rows, first + BatchRows); ++i) {
            batch.push_back(news.article(i));
            batch.back().sourceId = stored[static_cast<std::size_t>(batch.back().sourceId - 1)].id;
            analyses.push_back({0, batch.back().fingerprint, news.analysis(i)});
        }
        auto start = Clock::now();
        double work = processorSeconds();
        loop.insert(batch, analyses);
        filled.bare += secondsSince(start);
        filled.bareWork += processorSeconds() - work;
        start = Clock::now();
        work = processorSeconds();
        const store::StoredBatch ids = needed(store::storeArticles(*database, batch));
        filled.ours += secondsSince(start);
        filled.oursWork += processorSeconds() - work;
        for (std::size_t i = 0; i < batch.size(); ++i)
            analyses[i].article = ids.ids[i];
        start = Clock::now();
        needed(store::storeAnalyses(*database, analyses, batch.back().received));
        filled.analysing += secondsSince(start);
        placeStories(*database, ids.ids, story);
    }
    return filled;
}

struct Times {
    double median = 0;
    double high = 0; // 95 %
};

Times timed(int repeats, const std::function<void(int)>& run)
{
    run(0); // what is read for the first time is not what is measured
    std::vector<double> times;
    for (int i = 1; i <= repeats; ++i) {
        const auto start = Clock::now();
        run(i);
        times.push_back(secondsSince(start) * 1000);
    }
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times[times.size() * 95 / 100]};
}

void report(const char* name, const Times& ours, const Times* bare, double bar)
{
    std::printf("%-46s %9.2f %9.2f", name, ours.median, ours.high);
    if (bare != nullptr)
        std::printf(" %9.2f %6.2f", bare->median, ours.median / std::max(bare->median, 0.001));
    else
        std::printf(" %9s %6s", "", "");
    if (bar > 0)
        std::printf("  < %g: %s", bar, ours.median < bar ? "yes" : "NO");
    std::printf("\n");
    std::fflush(stdout);
}

class Searches {
public:
    explicit Searches(const fs::path& file)
        : m_database(needed(store::Database::openForReading(file)))
        , m_bare(file.string(), SQLite::OPEN_READONLY)
        , m_now(bench::newest())
    {
        m_bare.exec("PRAGMA temp_store = MEMORY");
    }

    desk::FeedPage page(const std::string& query, desk::Sort sort, std::optional<desk::Cursor> after = {},
        bool folded = false)
    {
        desk::FeedRequest request;
        request.query = query;
        request.sort = sort;
        request.limit = PageRows;
        request.after = after;
        request.folded = folded;
        return needed(store::readPage(*m_database, request, m_now));
    }

    // Runs the statement with its text value and reads all columns.
    int bare(const std::string& sql, const std::string& value)
    {
        SQLite::Statement query(m_bare, sql);
        if (!value.empty())
            query.bind(1, value);
        int rows = 0;
        while (query.executeStep()) {
            for (int i = 0; i < query.getColumnCount(); ++i)
                (void)query.getColumn(i).getString();
            ++rows;
        }
        return rows;
    }

    SQLite::Database& handle() { return m_bare; }
    store::Database& database() { return *m_database; }

private:
    std::unique_ptr<store::Database> m_database;
    SQLite::Database m_bare;
    base::Instant m_now;
};

// What a row of the list shows.
constexpr const char* Columns
    = "a.id, a.guid, a.title, coalesce(nullif(a.source_name, ''), (SELECT s.title FROM source s WHERE s.id = "
      "a.source_id)), a.source_id, a.url, a.published, a.received, a.impact, a.sentiment, a.label, a.topics, "
      "a.mode, "
      "a.language, EXISTS (SELECT 1 FROM unread u WHERE u.article_id = a.id), a.starred, a.story_id, "
      "a.novelty, (SELECT "
      "t.sources FROM story t WHERE t.id = a.story_id), a.hidden, a.note <> '', (SELECT group_concat(l.name) "
      "FROM "
      "article_label x JOIN label l ON l.id = x.label_id WHERE x.article_id = a.id)";

void measureSearches(Searches& searches, const bench::News& news)
{
    using desk::Sort;
    const std::string columns = Columns;
    const std::string byRank = "SELECT " + columns
        + " FROM (SELECT rowid, rank FROM search WHERE search MATCH ? ORDER BY rank LIMIT 50) f JOIN article "
          "a ON a.id "
          "= f.rowid ORDER BY f.rank";
    const std::string newest = "SELECT " + columns
        + " FROM search f JOIN article a ON a.id = f.rowid WHERE search MATCH ? AND a.hidden = 0 ORDER BY "
          "a.sort_published DESC, a.id DESC LIMIT 50";
    const auto both
        = [&](const char* name, int repeats, const std::function<std::string(int)>& query,
              const std::function<std::string(int)>& match, Sort sort, const std::string& sql, double bar) {
              const Times ours = timed(repeats, [&](int i) { searches.page(query(i), sort); });
              const Times bare = timed(repeats, [&](int i) { searches.bare(sql, match(i)); });
              report(name, ours, &bare, bar);
          };
    const auto word = [&](bench::Band band) { return [&news, band](int i) { return news.word(band, i); }; };
    using bench::Band;
    both("newest 50, frequent word", 60, word(Band::Frequent), word(Band::Frequent), Sort::Published, newest,
        5);
    both("newest 50, middling word", 60, word(Band::Middling), word(Band::Middling), Sort::Published, newest,
        5);
    both("newest 50, rare word", 60, word(Band::Rare), word(Band::Rare), Sort::Published, newest, 5);
    both("bm25 top 50, frequent word", 20, word(Band::Frequent), word(Band::Frequent), Sort::Relevance,
        byRank, 120);
    both("bm25 top 50, middling word", 60, word(Band::Middling), word(Band::Middling), Sort::Relevance,
        byRank, 25);
    both("bm25 top 50, rare word", 60, word(Band::Rare), word(Band::Rare), Sort::Relevance, byRank, 25);
    const auto phrase = [&](int i) { return news.phrase(i); };
    both("phrase of two words, bm25 top 50", 30, phrase, phrase, Sort::Relevance, byRank, 0);
    both("phrase of two words, newest 50", 30, phrase, phrase, Sort::Published, newest, 0);
    const auto prefix = [&](int i) { return news.word(Band::Middling, i).substr(0, 4) + "*"; };
    both("prefix of 4 letters, newest 50", 30, prefix, prefix, Sort::Published, newest, 0);
    const auto three = [&](int i) {
        return news.word(Band::Frequent, i) + ' ' + news.word(Band::Frequent, i + 7) + ' '
            + news.word(Band::Middling, i);
    };
    const std::string since = std::to_string(base::toUnix(bench::newest()) - 30 * 86400);
    const std::string conditions = "SELECT " + columns
        + " FROM search f JOIN article a ON a.id = f.rowid WHERE search MATCH ? AND a.impact >= 0.5 AND "
          "a.published >= "
        + since + " ORDER BY f.rank LIMIT 50";
    both(
        "3 words impact>=0.5 published:30d, bm25", 30,
        [&](int i) { return three(i) + " impact>=0.5 published:30d"; }, three, Sort::Relevance, conditions,
        25);
    both(
        "frequent word impact>=0.5 published:30d, bm25", 20,
        [&](int i) { return news.word(Band::Frequent, i) + " impact>=0.5 published:30d"; },
        word(Band::Frequent), Sort::Relevance, conditions, 0);
    const Times like = timed(2, [&](int i) {
        searches.bare("SELECT id, title, published FROM article WHERE title LIKE ?1 OR body LIKE ?1 ORDER BY "
                      "sort_published DESC, id DESC LIMIT 50",
            '%' + news.word(Band::Rare, i) + '%');
    });
    report("LIKE, rare word (others' way)", like, nullptr, 0);
}

void measurePages(Searches& searches, int rows)
{
    const std::string columns = Columns;
    const struct {
        const char* name;
        desk::Sort sort;
        const char* key;
    } orders[] = {{"published", desk::Sort::Published, "sort_published"},
        {"received", desk::Sort::Received, "received"}, {"impact", desk::Sort::Impact, "impact"}};
    for (const auto& order : orders) {
        const std::string key = std::string("a.") + order.key;
        const std::string start = "SELECT " + columns + " FROM article a WHERE a.hidden = 0 "
            + (order.sort == desk::Sort::Impact ? "AND a.impact >= 0 " : "");
        const std::string end = " ORDER BY " + key + " DESC, a.id DESC LIMIT 50";
        const std::string name = std::string("by ") + order.name;
        const Times ours = timed(100, [&](int) { searches.page("", order.sort); });
        const Times bare = timed(100, [&](int) { searches.bare(start + end, {}); });
        report(("first list, " + name).c_str(), ours, &bare, 5);
        std::vector<desk::Cursor> deep;
        for (int i = 0; i <= 100; ++i) {
            SQLite::Statement place(searches.handle(),
                std::string("SELECT a.id, ") + key + " FROM article a"
                    + (order.sort == desk::Sort::Impact ? " WHERE a.impact >= 0" : "") + " ORDER BY " + key
                    + " DESC, a.id DESC LIMIT 1 OFFSET " + std::to_string(rows / 2 + i * 37));
            place.executeStep();
            deep.push_back({place.getColumn(1).getDouble(), place.getColumn(0).getInt64()});
        }
        const Times next
            = timed(100, [&](int i) { searches.page("", order.sort, deep[static_cast<std::size_t>(i)]); });
        const Times bareNext = timed(100, [&](int i) {
            const desk::Cursor& at = deep[static_cast<std::size_t>(i)];
            SQLite::Statement query(searches.handle(), start + "AND (" + key + ", a.id) < (?, ?)" + end);
            query.bind(1, at.key);
            query.bind(2, at.id);
            while (query.executeStep()) {
                for (int c = 0; c < query.getColumnCount(); ++c)
                    (void)query.getColumn(c).getString();
            }
        });
        report(("next page at half depth, " + name).c_str(), next, &bareNext, 2);
        const Times folded = timed(100, [&](int) { searches.page("", order.sort, {}, true); });
        report(("first list of stories, " + name).c_str(), folded, nullptr, 5);
        const Times nextFolded = timed(
            100, [&](int i) { searches.page("", order.sort, deep[static_cast<std::size_t>(i)], true); });
        report(("next page of stories, half depth, " + name).c_str(), nextFolded, nullptr, 10);
    }
    const Times offset = timed(3, [&](int) {
        searches.bare("SELECT id, title FROM article ORDER BY sort_published DESC, id DESC LIMIT 50 OFFSET "
                + std::to_string(rows / 2),
            {});
    });
    report("OFFSET at half depth (others' way)", offset, nullptr, 0);
}

void measureStories(Searches& searches, const bench::News& news)
{
    using bench::Band;
    const auto feed = [&](const char* name, const std::function<std::string(int)>& query, desk::Sort sort) {
        const Times times = timed(20, [&](int i) { searches.page(query(i), sort, {}, true); });
        report(name, times, nullptr, 0);
    };
    feed(
        "stories of a frequent word, newest 50", [&](int i) { return news.word(Band::Frequent, i); },
        desk::Sort::Published);
    feed(
        "stories of a middling word, bm25 top 50", [&](int i) { return news.word(Band::Middling, i); },
        desk::Sort::Relevance);
    feed(
        "stories of is:unread, by impact", [](int) { return std::string("is:unread"); }, desk::Sort::Impact);
    const std::pair<const char*, desk::StorySort> orders[] = {{"newest", desk::StorySort::Newest},
        {"by sources", desk::StorySort::Sources}, {"by impact", desk::StorySort::Impact}};
    for (const auto& [name, sort] : orders) {
        for (const Band band : {Band::Frequent, Band::Rare}) {
            const auto list = [&, order = sort](const std::string& query) {
                desk::StoryListRequest request;
                request.query = query;
                request.sort = order;
                needed(store::readStoryList(searches.database(), request, bench::newest()));
            };
            if (band == Band::Frequent)
                report((std::string("page of stories, ") + name).c_str(),
                    timed(20, [&](int) { list(std::string()); }), nullptr, 0);
            report((std::string("page of stories, ") + name
                       + (band == Band::Frequent ? ", frequent word" : ", rare word"))
                       .c_str(),
                timed(10, [&](int i) { list(news.word(band, i)); }), nullptr, 0);
        }
    }
    report("count of all stories", timed(10, [&](int) {
        needed(store::countMatches(
            searches.database(), needed(desk::parseQuery("", bench::newest())), true));
    }),
        nullptr, 0);
}

void measureCounts(Searches& searches, const bench::News& news)
{
    const auto count = [&](const char* name, const std::function<std::string(int)>& query, int repeats) {
        const Times times = timed(repeats, [&](int i) {
            needed(store::countMatches(
                searches.database(), needed(desk::parseQuery(query(i), bench::newest()))));
        });
        report(name, times, nullptr, 0);
    };
    count(
        "count, middling word", [&](int i) { return news.word(bench::Band::Middling, i); }, 20);
    count(
        "count, frequent word", [&](int i) { return news.word(bench::Band::Frequent, i); }, 20);
    count(
        "count, is:unread", [](int) { return std::string("is:unread"); }, 5);
    const Times navigation
        = timed(3, [&](int) { needed(store::readNavigation(searches.database(), bench::newest())); });
    report("navigation with all its counts", navigation, nullptr, 0);
}

// Maps and series that end with the newest article.
void measureMaps(Searches& searches, const bench::News& news, int rows)
{
    const base::Instant now = *news.article(rows - 1).published + std::chrono::hours(1);
    for (const int days : {7, 14, 30}) {
        const Times map = timed(5, [&](int) {
            needed(store::readMarketMap(searches.database(), {days, {}, {}, {}}, now));
        });
        report(("market map, " + std::to_string(days) + " days").c_str(), map, nullptr, 0);
    }
    const auto series = [&](const char* name, const std::function<std::string(int)>& query) {
        const Times times = timed(5, [&](int i) {
            needed(store::readDaySeries(searches.database(), {query(i), 60, {}}, now));
        });
        report(name, times, nullptr, 0);
    };
    series("60 days of a topic", [](int) { return std::string("topic:\"Oil & Gas\""); });
    series("60 days of an entity", [](int i) { return "entity:\"Company " + std::to_string(i * 7) + '"'; });
    series("60 days of a frequent word", [&](int i) { return news.word(bench::Band::Frequent, i); });
    series("60 days of everything", [](int) { return std::string(); });
    const Times map = timed(3, [&](int) {
        needed(store::readMarketMap(searches.database(), {14, news.word(bench::Band::Frequent, 3), {}, {}}, now));
    });
    report("market map of a frequent word, 14 days", map, nullptr, 0);
}

void measureMarks(const fs::path& file, int rows)
{
    const std::unique_ptr<store::Database> database = support::openStore(file);
    const int marked = std::min(rows, 10000);
    const struct {
        const char* name;
        std::string ids;
    } choices[] = {{"the newest", "SELECT id FROM article ORDER BY sort_published DESC, id DESC LIMIT "},
        {"all over the store",
            "SELECT id FROM article WHERE id % " + std::to_string(std::max(1, rows / marked))
                + " = 0 LIMIT "}};
    for (const auto& choice : choices) {
        store::Ids ids;
        SQLite::Statement query(database->handle(), choice.ids + std::to_string(marked));
        while (query.executeStep())
            ids.push_back(query.getColumn(0).getInt64());
        query.reset();
        needed(store::setRead(*database, ids, false, bench::newest()));
        std::vector<double> marks;
        std::vector<double> undos;
        for (int i = 0; i < 5; ++i) {
            auto start = Clock::now();
            const std::size_t changed = needed(store::setRead(*database, ids, true, bench::newest())).size();
            marks.push_back(secondsSince(start) * 1000);
            start = Clock::now();
            const std::size_t undone = needed(store::setRead(*database, ids, false, bench::newest())).size();
            undos.push_back(secondsSince(start) * 1000);
            if (changed != ids.size() || undone != ids.size())
                std::fprintf(stderr, "marks went wrong: %zu, %zu\n", changed, undone);
        }
        std::sort(marks.begin(), marks.end());
        std::sort(undos.begin(), undos.end());
        report(
            (std::string("marking 10,000 read, ") + choice.name).c_str(), {marks[2], marks[4]}, nullptr, 500);
        report((std::string("undoing it, ") + choice.name).c_str(), {undos[2], undos[4]}, nullptr, 500);
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::fprintf(stderr, "bench-store ROWS FOLDER\n");
        return 1;
    }
    const int rows = std::atoi(argv[1]);
    const fs::path folder = argv[2];
    fs::create_directories(folder);
    const fs::path file = folder / "leadline.sqlite";
    if (!fs::exists(file)) {
        fs::remove(folder / "bare.sqlite");
        const Filled filled = fill(file, folder / "bare.sqlite", rows);
        std::printf("inserting %d articles with FTS: %.0f a second; bare loop %.0f; ratio %.2f, by processor "
                    "time %.2f "
                    "(bar 0.90)\n",
            rows, rows / filled.ours, rows / filled.bare, filled.bare / filled.ours,
            filled.bareWork / filled.oursWork);
        std::printf("storing their analyses: %.0f a second\n", rows / filled.analysing);
        std::printf("files: %.0f MB, bare %.0f MB; peak memory %ld MB\n",
            static_cast<double>(fs::file_size(file)) / 1e6,
            static_cast<double>(fs::file_size(folder / "bare.sqlite")) / 1e6, peakMemoryMb());
        std::fflush(stdout);
        fs::remove(folder / "bare.sqlite");
    }
    std::printf("%-46s %9s %9s %9s %6s\n", "ms", "median", "95 %", "bare", "ratio");
    {
        bench::News news;
        Searches searches(file);
        measurePages(searches, rows);
        measureSearches(searches, news);
        measureStories(searches, news);
        measureCounts(searches, news);
        measureMaps(searches, news, rows);
    }
    measureMarks(file, rows);
    std::printf("peak memory %ld MB\n", peakMemoryMb());
    return 0;
}
