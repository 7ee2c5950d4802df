// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "storecommand.h"
#include "textinput.h"

#include <base/strings.h>
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

// Whether a spreadsheet would take the text for a formula: it begins with one of its signs, in their wide
// forms too, behind white space or behind the mark that makes such a cell text.
bool looksLikeFormula(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" '\n");
    if (begin == std::string_view::npos)
        return false;
    if (text.front() == '\n')
        return true;
    text.remove_prefix(begin);
    for (const std::string_view sign :
        {"=", "+", "-", "@", "\t", "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
        if (text.starts_with(sign))
            return true;
    }
    return false;
}

bool isNumber(std::string_view text)
{
    if (text.starts_with('+') || text.starts_with('-'))
        text.remove_prefix(1);
    return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos
        && std::count(text.begin(), text.end(), '.') <= 1 && text != ".";
}

// A formula gets the mark that makes it text; reading the table takes it off again.
std::string csvCell(const std::string& raw)
{
    const std::string text = looksLikeFormula(raw) && !isNumber(raw) ? "'" + raw : raw;
    if (text.find_first_of(",;\"\n\r\t") == std::string::npos)
        return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    return out + '"';
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

} // namespace

int runSearch(const Context& context, const SearchOptions& options)
{
    const std::unique_ptr<store::Database> database = openForReading(context);
    if (!database)
        return NoStore;
    desk::FeedRequest request;
    request.query = options.query;
    request.sort = desk::Sort::Relevance;
    int left = options.limit;
    Json all = Json::array();
    if (options.format == "csv")
        std::cout << "id,title,source,url,published,received,impact,sentiment,topics,mode\n";
    while (left > 0) {
        request.limit = std::min(left, 1000);
        const base::Result<desk::FeedPage> page = store::readPage(*database, request, currentInstant());
        if (!page) {
            printFailure(page.error());
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
