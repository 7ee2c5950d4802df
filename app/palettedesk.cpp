// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "palettedesk.h"

#include "context.h"

#include <desk/words.h>
#include <store/articlestore.h>
#include <store/suggestions.h>

namespace app {

namespace {

constexpr int MostNames = 8; // of one kind
constexpr int MostArticles = 12;

// Headlines with all the words; the last may be the beginning of one.
std::string titleQuery(const std::vector<desk::Word>& words)
{
    std::string query;
    for (const desk::Word& word : words)
        query += (query.empty() ? "title:" : " title:") + word.text;
    return query + '*';
}

std::vector<std::string> names(store::Database& database, const char* field, const std::string& typed)
{
    desk::Completion completion;
    completion.field = field;
    completion.text = typed;
    std::vector<std::string> found;
    if (const base::Result<std::vector<desk::Suggestion>> all
        = store::readSuggestions(database, completion, MostNames)) {
        for (const desk::Suggestion& one : *all)
            found.push_back(one.shown);
    }
    return found;
}

base::Result<desk::PaletteFinds> findIn(
    store::Database& database, const std::string& typed, std::optional<base::Instant> asOf)
{
    desk::PaletteFinds finds;
    const std::vector<desk::Word> words = desk::wordsIn(typed);
    if (words.empty())
        return finds;
    finds.entities = names(database, "entity", typed);
    finds.sources = names(database, "source", typed);
    desk::FeedRequest request;
    request.query = titleQuery(words);
    request.sort = desk::Sort::Published;
    request.limit = MostArticles;
    request.asOf = asOf;
    const base::Result<desk::FeedPage> page = store::readPage(database, request, currentInstant());
    if (!page)
        return page.error();
    for (const desk::ArticleRow& row : page->rows)
        finds.articles.push_back({row.id, row.title, row.source});
    return finds;
}

} // namespace

PaletteDesk::PaletteDesk(DatabaseThread& reader, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
{
}

PaletteDesk::~PaletteDesk() { m_reader.drain(); }

void PaletteDesk::find(const QString& typed, int generation, std::optional<base::Instant> asOf)
{
    *m_latest = generation;
    m_reader.run(
        [typed = typed.toStdString(), generation, asOf, latest = m_latest](
            store::Database& database) -> base::Result<desk::PaletteFinds> {
            if (*latest != generation)
                return base::Error{base::ErrorCode::Cancelled, "overtaken"};
            return findIn(database, typed, asOf);
        },
        this,
        [this, generation](base::Result<desk::PaletteFinds> finds) {
            if (finds && *m_latest == generation)
                Q_EMIT found(*finds, generation);
        });
}

} // namespace app
