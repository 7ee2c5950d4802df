// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// Any bytes as a query: an error that names a column, or a tree that can be written and read again, that
// SQLite takes as a statement and an expression, and that an article can be asked for. Any cursor in it has a
// completion.
#include "fuzz.h"

#include <base/files.h>
#include <desk/completion.h>
#include <desk/querymatch.h>
#include <store/querysql.h>

#include <SQLiteCpp/SQLiteCpp.h>

namespace {

SQLite::Database& emptyStore()
{
    static SQLite::Database handle = [] {
        SQLite::Database made(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        const base::ResourceFiles files = base::readFolder(LEADLINE_RESOURCES "/migrations").value();
        for (const auto& [name, sql] : files)
            made.exec(sql);
        store::addQueryFunctions(made);
        return made;
    }();
    return handle;
}

void runs(const std::string& statement, const store::QuerySql& sql, const std::string& words)
{
    SQLite::Statement select(emptyStore(), statement);
    int at = 1;
    if (!words.empty())
        select.bind(at++, words);
    store::bindValues(select, sql, at);
    select.executeStep();
}

void takenBySqlite(const desk::Query& query)
{
    try {
        const store::QuerySql whole = store::compileQuery(query.root);
        runs("SELECT a.id FROM article a JOIN source s ON s.id = a.source_id WHERE " + whole.condition, whole,
            {});
        const store::SplitQuery split = store::splitQuery(query);
        if (!split.words.empty())
            runs("SELECT a.id FROM search f JOIN article a ON a.id = f.rowid WHERE search MATCH ? AND "
                    + split.rest.condition,
                split.rest, split.words);
    } catch (const SQLite::Exception& exception) {
        fuzz::require(false, "SQLite takes every query", exception.what());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const base::Instant now = base::fromUnix(1795000000);
    const std::string text(fuzz::text(data, size));
    const desk::Completion completion = desk::completionAt(text, size / 2);
    fuzz::require(
        completion.begin <= completion.end && completion.end <= text.size(), "a piece of the text", text);
    const auto query = desk::parseQuery(text, now,
        [](std::string_view name) { return std::optional("oil OR search:" + desk::quoted(name)); });
    if (!query) {
        fuzz::require(
            desk::errorColumn(query.error()).has_value(), "an error names a column", query.error().message);
        return 0;
    }
    const std::string written = desk::queryText(*query);
    const auto again = desk::parseQuery(written, now);
    if (written.size() <= 10000) { // signs may make it longer than a query can be
        fuzz::require(static_cast<bool>(again), "what is written is read", written);
        fuzz::require(desk::queryText(*again) == written, "what is read is written", written);
    }
    takenBySqlite(*query);
    desk::MatchedArticle article;
    article.title = "Oil and gas";
    article.body = text.substr(0, 2000);
    (void)desk::ArticleMatcher(article).matches(*query);
    return 0;
}
