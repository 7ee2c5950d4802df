// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "ranking.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace store {

namespace {

constexpr double K1 = 1.2;
constexpr double B = 0.75;
constexpr double TitleWeight = 4;
constexpr sqlite3_int64 MostCounted = 20000; // matches of one phrase, for its weight
constexpr const char* PointerType = "leadline_ranking";

bool better(const Hit& one, const Hit& other)
{
    return one.key != other.key ? one.key > other.key : one.id > other.id;
}

// What one run collects; the function below gets it as a pointer.
class Ranking final {
public:
    // `first` and `last` are the least and the greatest id there is.
    Ranking(const RankRequest& request, std::int64_t first, std::int64_t last)
        : m_request(request)
        , m_first(first)
        , m_last(last)
    {
    }

    int see(const Fts5ExtensionApi* api, Fts5Context* context)
    {
        const std::int64_t id = api->xRowid(context);
        if (m_request.only != nullptr
            && !std::binary_search(m_request.only->begin(), m_request.only->end(), id, std::greater<>()))
            return SQLITE_OK;
        if (std::binary_search(m_request.without.begin(), m_request.without.end(), id, std::greater<>()))
            return SQLITE_OK;
        if (m_weights.empty()) {
            if (const int code = begin(api, context); code != SQLITE_OK)
                return code;
        }
        for (std::size_t phrase = 0; phrase < m_weights.size(); ++phrase) {
            Fts5PhraseIter place{};
            int column = 0;
            int offset = 0;
            double count = 0;
            int code = api->xPhraseFirst(context, static_cast<int>(phrase), &place, &column, &offset);
            for (; code == SQLITE_OK && column >= 0; api->xPhraseNext(context, &place, &column, &offset))
                count += column == 0 ? TitleWeight : 1;
            if (code != SQLITE_OK)
                return code;
            m_counts[phrase] = count;
        }
        // No text is shorter than nothing: what it would score then is the most it can.
        if (m_hits.size() >= m_request.limit && score(0) < m_hits.front().key)
            return SQLITE_OK;
        int length = 0;
        if (const int code = api->xColumnSize(context, -1, &length); code != SQLITE_OK)
            return code;
        keep({id, score(length)});
        return SQLITE_OK;
    }

    std::vector<Hit> take()
    {
        std::sort(m_hits.begin(), m_hits.end(), better);
        return std::move(m_hits);
    }

private:
    int begin(const Fts5ExtensionApi* api, Fts5Context* context)
    {
        sqlite3_int64 rows = 0;
        sqlite3_int64 words = 0;
        if (const int code = api->xRowCount(context, &rows); code != SQLITE_OK)
            return code;
        if (const int code = api->xColumnTotalSize(context, -1, &words); code != SQLITE_OK)
            return code;
        m_mean = std::max(
            1.0, static_cast<double>(words) / static_cast<double>(std::max<sqlite3_int64>(rows, 1)));
        const int phrases = api->xPhraseCount(context);
        m_weights.assign(static_cast<std::size_t>(phrases), 1);
        m_counts.assign(m_weights.size(), 0);
        for (int phrase = 0; phrase < phrases && phrases > 1; ++phrase) { // one phrase alone needs no weight
            Count count;
            const int code = api->xQueryPhrase(
                context, phrase, &count, [](const Fts5ExtensionApi* one, Fts5Context* at, void* data) {
                    auto& counted = *static_cast<Count*>(data);
                    counted.last = one->xRowid(at);
                    return ++counted.matches < MostCounted ? SQLITE_OK : SQLITE_DONE;
                });
            if (code != SQLITE_OK)
                return code;
            const sqlite3_int64 matches = wholeCount(count, rows);
            const double weight = std::log(
                (static_cast<double>(rows - matches) + 0.5) / (static_cast<double>(matches) + 0.5));
            m_weights[static_cast<std::size_t>(phrase)] = std::max(weight, 1e-6);
        }
        return SQLITE_OK;
    }

    struct Count {
        sqlite3_int64 matches = 0;
        sqlite3_int64 last = 0; // id of the last one counted
    };

    // Of a frequent word the first matches are counted, and the others taken to be as dense.
    sqlite3_int64 wholeCount(const Count& count, sqlite3_int64 rows) const
    {
        if (count.matches < MostCounted || count.last >= m_last)
            return count.matches;
        const double share
            = static_cast<double>(count.last - m_first + 1) / static_cast<double>(m_last - m_first + 1);
        return std::min(rows, static_cast<sqlite3_int64>(static_cast<double>(count.matches) / share));
    }

    double score(int length) const
    {
        double sum = 0;
        for (std::size_t phrase = 0; phrase < m_weights.size(); ++phrase) {
            const double count = m_counts[phrase];
            sum += m_weights[phrase] * count * (K1 + 1) / (count + K1 * (1 - B + B * length / m_mean));
        }
        return sum;
    }

    void keep(const Hit& hit)
    {
        if (m_request.after && !better(Hit{m_request.after->id, m_request.after->key}, hit))
            return;
        if (m_hits.size() >= m_request.limit) {
            if (!better(hit, m_hits.front()))
                return;
            std::pop_heap(m_hits.begin(), m_hits.end(), better);
            m_hits.pop_back();
        }
        m_hits.push_back(hit);
        std::push_heap(m_hits.begin(), m_hits.end(), better);
    }

    const RankRequest& m_request;
    std::int64_t m_first;
    std::int64_t m_last;
    std::vector<double> m_weights; // of the phrases: rare ones say more
    std::vector<double> m_counts;
    double m_mean = 1; // words of an article
    std::vector<Hit> m_hits; // the best so far, a heap with the worst of them in front
};

// rank_into(search, pointer) is 0 for every row.
void rankInto(const Fts5ExtensionApi* api, Fts5Context* context, sqlite3_context* result, int count,
    sqlite3_value** values)
{
    auto* ranking
        = count == 1 ? static_cast<Ranking*>(sqlite3_value_pointer(values[0], PointerType)) : nullptr;
    const int code = ranking == nullptr ? SQLITE_MISUSE : ranking->see(api, context);
    if (code != SQLITE_OK)
        sqlite3_result_error_code(result, code);
    else
        sqlite3_result_int(result, 0);
}

} // namespace

std::vector<Hit> bestMatches(SQLite::Database& handle, const RankRequest& request)
{
    if (request.limit == 0 || (request.only != nullptr && request.only->empty()))
        return {};
    SQLite::Statement ends(handle,
        "SELECT coalesce((SELECT min(id) FROM article), 0), coalesce((SELECT max(id) FROM "
        "article), 0)");
    ends.executeStep();
    Ranking ranking(request, ends.getColumn(0).getInt64(), ends.getColumn(1).getInt64());
    // Wrapped by hand: SQLiteCpp binds no pointers.
    sqlite3_stmt* statement = nullptr;
    int code = sqlite3_prepare_v2(handle.getHandle(),
        "SELECT 1 FROM search WHERE search MATCH ?1 AND rowid BETWEEN ?2 AND ?3 AND rank_into(search, ?4)",
        -1, &statement, nullptr);
    if (code == SQLITE_OK) {
        sqlite3_bind_text(
            statement, 1, request.words.data(), static_cast<int>(request.words.size()), SQLITE_STATIC);
        sqlite3_bind_int64(statement, 2, request.only != nullptr ? request.only->back() : 0);
        sqlite3_bind_int64(statement, 3,
            request.only != nullptr ? request.only->front() : std::numeric_limits<sqlite3_int64>::max());
        sqlite3_bind_pointer(statement, 4, &ranking, PointerType, nullptr);
        code = sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    if (code != SQLITE_DONE)
        throw SQLite::Exception(handle.getHandle(), code);
    return ranking.take();
}

void addRanking(SQLite::Database& handle)
{
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    int code = sqlite3_prepare_v2(handle.getHandle(), "SELECT fts5(?1)", -1, &statement, nullptr);
    if (code == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    if (api != nullptr)
        code = api->xCreateFunction(api, "rank_into", nullptr, &rankInto, nullptr);
    if (api == nullptr || code != SQLITE_OK)
        throw SQLite::Exception("full-text search is missing", SQLITE_ERROR);
}

} // namespace store
