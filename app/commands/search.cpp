// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "storecommand.h"
#include "textinput.h"

#include <app/csvcell.h>
#include <base/strings.h>
#include <desk/query.h>
#include <store/articlestore.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iomanip>
#include <iostream>

namespace app {

namespace {

using Json = nlohmann::ordered_json;

Json rowJson(const desk::ArticleRow& row)
{
    const auto orNull = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
    return {{"id", row.id}, {"guid", orNull(row.guid)}, {"title", row.title}, {"source", row.source},
        {"url", orNull(row.url)},
        {"published", row.published ? Json(base::toIso(*row.published)) : Json(nullptr)},
        {"received", base::toIso(row.received)}, {"impact", row.analysed ? Json(row.impact) : Json(nullptr)},
        {"sentiment", row.analysed ? Json(row.sentiment) : Json(nullptr)}, {"label", orNull(row.label)},
        {"topics", row.topics}, {"story", orNull(row.story)},
        {"novelty", row.story.empty() ? Json(nullptr) : Json(row.novelty)}, {"mode", orNull(row.mode)},
        {"read", row.read}, {"starred", row.starred}, {"labels", row.labels}};
}

void printTable(const desk::ArticleRow& row)
{
    std::cout << std::setw(6) << row.id << "  "
              << (row.analysed ? base::fixed(row.impact, 2) : std::string("  \u2013 ")) << "  "
              << std::setw(5)
              << (row.analysed ? (row.sentiment > 0 ? "+" : "") + base::fixed(row.sentiment, 2)
                               : std::string("  "))
              << "  "
              << (row.published ? base::toIso(*row.published).substr(0, 16) : std::string("no date         "))
              << "  " << row.title << "  [" << row.source << "]\n";
}

void printCsv(const desk::ArticleRow& row)
{
    std::cout << row.id << ',' << csvCell(row.title) << ',' << csvCell(row.source) << ',' << csvCell(row.url)
              << ',' << (row.published ? base::toIso(*row.published) : std::string()) << ','
              << base::toIso(row.received) << ','
              << (row.analysed ? base::fixed(row.impact, 4) : std::string()) << ','
              << (row.analysed ? base::fixed(row.sentiment, 4) : std::string()) << ','
              << csvCell(base::join(row.topics, "; ")) << ',' << row.mode << '\n';
}

// The query with a caret under the column the error names.
void printColumn(const std::string& query, const base::Error& error)
{
    const std::optional<int> column = desk::errorColumn(error);
    if (!column)
        return;
    std::string line = query;
    std::replace_if(
        line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    std::cerr << "  " << line << "\n  " << desk::columnSpaces(line, *column) << "^\n";
}

} // namespace

int runSearch(const Context& context, const SearchOptions& options)
{
    const std::unique_ptr<store::Database> database = openForReading(context);
    if (!database)
        return NoStore;
    desk::FeedRequest request;
    request.query = options.query;
    request.sort = desk::Sort::Relevance;
    request.asOf = context.options.asOf;
    int left = options.limit;
    Json all = Json::array();
    if (options.format == "csv")
        std::cout << "id,title,source,url,published,received,impact,sentiment,topics,mode\n";
    while (left > 0) {
        request.limit = std::min(left, 1000);
        const base::Result<desk::FeedPage> page = store::readPage(*database, request, currentInstant());
        if (!page) {
            printFailure(page.error());
            printColumn(options.query, page.error());
            return page.error().code == base::ErrorCode::InvalidInput ? UsageError : NoStore;
        }
        for (const desk::ArticleRow& row : page->rows) {
            if (options.format == "json")
                all.push_back(rowJson(row));
            else if (options.format == "ndjson")
                std::cout << rowJson(row).dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
            else if (options.format == "csv")
                printCsv(row);
            else
                printTable(row);
        }
        left -= static_cast<int>(page->rows.size());
        if (!page->next)
            break;
        request.after = page->next;
    }
    if (options.format == "json")
        std::cout << all.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    return AllDone;
}

} // namespace app
