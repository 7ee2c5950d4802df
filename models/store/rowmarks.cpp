// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "rowmarks.h"

#include "alertrules.h"
#include "articlestore.h"
#include "savedsearches.h"
#include "sqlerror.h"
#include "states.h"
#include "storedquery.h"

#include <desk/query.h>
#include <desk/watchlistmarks.h>

namespace store {

namespace {

constexpr const char* LabelsOf = "SELECT l.name FROM article_label x JOIN label l ON l.id = x.label_id WHERE "
                                 "x.article_id = ? ORDER BY l.name";

std::vector<std::string> labelsOf(SQLite::Statement& query, std::int64_t article)
{
    std::vector<std::string> labels;
    query.reset();
    query.bind(1, article);
    while (query.executeStep())
        labels.push_back(query.getColumn(0).getString());
    return labels;
}

// All lists at once, over what is kept of each row: a page has some hundred.
void fillWatchlists(Database& database, std::vector<desk::ArticleRow>& rows)
{
    const base::Result<std::vector<desk::Watchlist>> lists = readWatchlists(database);
    if (!lists)
        return;
    const desk::WatchlistMarks marks(*lists);
    if (marks.empty()) {
        for (desk::ArticleRow& row : rows)
            row.watchlists.clear();
        return;
    }
    SQLite::Database& handle = database.handle();
    SQLite::Statement entities(handle, "SELECT entity, name, ticker FROM article_entity WHERE article_id = ?");
    SQLite::Statement body(handle, "SELECT body FROM article WHERE id = ?");
    SQLite::Statement topics(handle, "SELECT topic FROM article_topic WHERE article_id = ?");
    for (desk::ArticleRow& row : rows) {
        std::vector<desk::NamedInArticle> named;
        entities.reset();
        entities.bind(1, row.id);
        while (entities.executeStep())
            named.push_back({entities.getColumn(0).getString(), entities.getColumn(1).getString(),
                entities.getColumn(2).getString()});
        std::vector<std::string> about;
        topics.reset();
        topics.bind(1, row.id);
        while (topics.executeStep())
            about.push_back(topics.getColumn(0).getString());
        std::string text;
        if (marks.needsTexts()) {
            body.reset();
            body.bind(1, row.id);
            if (body.executeStep())
                text = body.getColumn(0).getString();
        }
        row.watchlists = marks.of(named, about, row.title, text);
    }
}

} // namespace

void fillMarks(Database& database, std::vector<desk::ArticleRow>& rows)
{
    SQLite::Statement labels(database.handle(), LabelsOf);
    SQLite::Statement marks(database.handle(), "SELECT hidden, note <> '' FROM article WHERE id = ?");
    for (desk::ArticleRow& row : rows) {
        row.labels = labelsOf(labels, row.id);
        marks.reset();
        marks.bind(1, row.id);
        if (marks.executeStep()) {
            row.hidden = marks.getColumn(0).getInt() != 0;
            row.noted = marks.getColumn(1).getInt() != 0;
        }
    }
    fillWatchlists(database, rows);
}

base::Result<ArticleMarks> readMarks(Database& database, std::int64_t article)
{
    return guarded<ArticleMarks>([&]() -> base::Result<ArticleMarks> {
        ArticleMarks marks;
        SQLite::Statement note(database.handle(), "SELECT note FROM article WHERE id = ?");
        note.bind(1, article);
        if (!note.executeStep())
            return base::Error{base::ErrorCode::NotFound, "there is no such article"};
        marks.note = note.getColumn(0).getString();
        SQLite::Statement labels(database.handle(), LabelsOf);
        marks.labels = labelsOf(labels, article);
        return marks;
    });
}

base::Result<std::vector<desk::CountedView>> readLabelViews(Database& database)
{
    const base::Result<std::vector<Label>> labels = readLabels(database);
    if (!labels)
        return labels.error();
    std::vector<desk::CountedView> views;
    for (const Label& label : *labels)
        views.push_back({label.name, "label:" + desk::quoted(label.name), label.articles});
    return views;
}

base::Outcome readKept(Database& database, base::Instant now, desk::Navigation& navigation)
{
    base::Result<std::vector<desk::CountedView>> labels = readLabelViews(database);
    if (!labels)
        return labels.error();
    navigation.labels = std::move(labels).value();
    base::Result<std::vector<SavedSearch>> searches = readSavedSearches(database);
    if (!searches)
        return searches.error();
    for (SavedSearch& search : *searches) {
        const base::Result<desk::Query> query = parseStoredQuery(database, search.query, now);
        const base::Result<desk::MatchCount> count
            = query ? countMatches(database, *query) : base::Result<desk::MatchCount>(desk::MatchCount{});
        if (!count)
            return count.error();
        navigation.savedSearches.push_back(
            {std::move(search.name), std::move(search.query), count->count, count->more});
    }
    const base::Result<std::vector<desk::Watchlist>> lists = readWatchlists(database);
    if (!lists)
        return lists.error();
    for (const desk::Watchlist& list : *lists) {
        desk::Query query;
        query.root = desk::watchlistNode(list.name, list.members);
        const base::Result<desk::MatchCount> count = countMatches(database, query);
        if (!count)
            return count.error();
        navigation.watchlists.push_back(
            {list.name, "watchlist:" + desk::quoted(list.name), count->count, count->more});
    }
    return base::Done{};
}

} // namespace store
