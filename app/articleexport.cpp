// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "articleexport.h"

#include "csvcell.h"

#include <base/quietthread.h>
#include <base/strings.h>
#include <store/articlestore.h>
#include <store/storefile.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <ostream>

namespace app {

namespace {

using Json = nlohmann::ordered_json;

constexpr int PageRows = 500;

Json orNull(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

std::string isoOr(const std::optional<base::Instant>& instant)
{
    return instant ? base::toIso(*instant) : std::string();
}

Json toJson(const desk::ArticleRow& row, const store::StoredArticle& stored)
{
    const base::Article& article = stored.article;
    return {{"id", orNull(article.guid.empty() ? article.identity : article.guid)}, {"title", article.title},
        {"body", article.body}, {"published", orNull(isoOr(article.published))},
        {"source", orNull(article.source)}, {"url", orNull(article.url)}, {"author", orNull(article.author)},
        {"language", orNull(article.language)}, {"categories", article.categories},
        {"received", base::toIso(article.received)},
        {"analysis",
            {{"impact", row.analysed ? Json(row.impact) : Json(nullptr)},
                {"sentiment", row.analysed ? Json(row.sentiment) : Json(nullptr)}, {"topics", row.topics},
                {"story", orNull(row.story)},
                {"novelty", row.story.empty() ? Json(nullptr) : Json(row.novelty)}}},
        {"read", row.read}, {"starred", row.starred}, {"labels", row.labels}, {"note", orNull(stored.note)}};
}

std::string text(const Json& json, int indent)
{
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

void writeCsv(std::ostream& out, const desk::ArticleRow& row, const store::StoredArticle& stored)
{
    const base::Article& article = stored.article;
    const std::array<std::string, 18> cells{article.guid.empty() ? article.identity : article.guid,
        article.title, article.body, isoOr(article.published), article.source, article.url, article.author,
        article.language, base::join(article.categories, "; "), base::toIso(article.received),
        row.analysed ? base::fixed(row.impact, 4) : "", row.analysed ? base::fixed(row.sentiment, 4) : "",
        base::join(row.topics, "; "), row.story, row.read ? "1" : "0", row.starred ? "1" : "0",
        base::join(row.labels, "; "), stored.note};
    const char* comma = "";
    for (const std::string& cell : cells) {
        out << comma << csvCell(cell);
        comma = ",";
    }
    out << '\n';
}

// Text that Markdown would read as its own signs, as it stands.
std::string escaped(const std::string& text)
{
    std::string out;
    bool lineStart = true; // nothing but blanks and digits since: "1." would begin a list
    for (const char c : text) {
        if (std::strchr("\\`*_[]<>#|~&", c) != nullptr || (lineStart && std::strchr("-+=:.)", c) != nullptr))
            out += '\\';
        out += c;
        lineStart = c == '\n' || (lineStart && (c == ' ' || (c >= '0' && c <= '9')));
    }
    return out;
}

void writeMarkdown(std::ostream& out, const desk::ArticleRow& row, const store::StoredArticle& stored)
{
    const base::Article& article = stored.article;
    out << "## " << escaped(base::collapsed(article.title)) << "\n\n" << escaped(article.source);
    if (!article.author.empty())
        out << ", " << escaped(article.author);
    if (article.published)
        out << ", " << base::toIso(*article.published);
    if (row.analysed)
        out << ", impact " << base::fixed(row.impact, 2) << ", sentiment " << (row.sentiment > 0 ? "+" : "")
            << base::fixed(row.sentiment, 2);
    out << "  \n";
    if (!article.url.empty())
        out << '<' << article.url << ">  \n";
    if (!row.topics.empty())
        out << "Topics: " << escaped(base::join(row.topics, ", ")) << "  \n";
    if (!row.labels.empty())
        out << "Labels: " << escaped(base::join(row.labels, ", ")) << "  \n";
    out << '\n' << escaped(article.body) << "\n\n";
    if (!stored.note.empty())
        out << "Note: " << escaped(stored.note) << "\n\n";
}

} // namespace

std::optional<ExportFormat> exportFormat(const std::string& nameOrEnding)
{
    const std::string name = base::lowerAscii(nameOrEnding);
    if (name == "json")
        return ExportFormat::Json;
    if (name == "ndjson" || name == "jsonl")
        return ExportFormat::Ndjson;
    if (name == "csv")
        return ExportFormat::Csv;
    if (name == "md" || name == "markdown")
        return ExportFormat::Markdown;
    return std::nullopt;
}

base::Result<int> exportArticles(store::Database& database, const desk::FeedRequest& request,
    ExportFormat format, base::Instant now, std::ostream& out)
{
    base::beginWork(base::Work::Export);
    int written = 0;
    desk::FeedRequest page = request;
    if (format == ExportFormat::Json)
        out << "[";
    else if (format == ExportFormat::Csv)
        out << "id,title,body,published,source,url,author,language,categories,received,impact,sentiment,"
               "analysis_topics,"
               "story,read,starred,labels,note\n";
    else if (format == ExportFormat::Markdown)
        out << "# " << (request.query.empty() ? std::string("All articles") : escaped(request.query))
            << "\n\n";
    while (written < request.limit) {
        page.limit = std::min(PageRows, request.limit - written);
        const base::Result<desk::FeedPage> rows = store::readPage(database, page, now);
        if (!rows)
            return rows.error();
        for (const desk::ArticleRow& row : rows->rows) {
            const base::Result<store::StoredArticle> stored
                = store::readArticle(database, row.id, request.asOf);
            if (!stored)
                return stored.error();
            if (format == ExportFormat::Json)
                out << (written == 0 ? "\n" : ",\n") << text(toJson(row, *stored), 1);
            else if (format == ExportFormat::Ndjson)
                out << text(toJson(row, *stored), -1) << '\n';
            else if (format == ExportFormat::Csv)
                writeCsv(out, row, *stored);
            else
                writeMarkdown(out, row, *stored);
            ++written;
        }
        if (!rows->next)
            break;
        page.after = rows->next;
    }
    if (format == ExportFormat::Json)
        out << "\n]\n";
    out.flush();
    if (!out)
        return base::Error{base::ErrorCode::Io, "cannot be written to the end"};
    return written;
}

base::Result<int> exportArticles(store::Database& database, const desk::FeedRequest& request,
    ExportFormat format, base::Instant now, const std::filesystem::path& to)
{
    std::filesystem::path part = to;
    part += ".part";
    const auto failed = [&](base::Error error) {
        std::error_code code;
        std::filesystem::remove(part, code);
        error.context = to.string();
        return error;
    };
    if (store::isOfStore(database.file(), to))
        return failed({base::ErrorCode::InvalidInput, "is Leadline's own store; it was left as it is"});
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    if (!out)
        return failed({base::ErrorCode::Io, std::string("cannot be written: ") + std::strerror(errno)});
    base::Result<int> written = exportArticles(database, request, format, now, out);
    out.close();
    if (!written)
        return failed(written.error());
    std::error_code code;
    std::filesystem::rename(part, to, code);
    if (code)
        return failed({base::ErrorCode::Io, "cannot be written: " + code.message()});
    return written;
}

} // namespace app
