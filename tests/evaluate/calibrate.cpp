// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// leadline-calibrate TABLE: fits the impact to a table of texts and what prices did after them. Columns by their
// names: title, body or text; return, market_return, sigma (of daily abnormal returns), all in the same unit; beta
// (1 where missing) and time (ISO 8601) may be missing. The last fifth in time is only measured. Prints the measures
// before and after, and what to put into impact.toml and events.toml.

#include "calibration.h"
#include "shippedpack.h"

#include <base/instant.h>
#include <base/strings.h>
#include <engine/analyser.h>
#include <ingest/files/tablerows.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace {

using evaluate::Moved;

std::optional<double> number(const std::string& text)
{
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    return !text.empty() && *end == 0 && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

struct Table {
    std::vector<Moved> rows;
    int leftOut = 0; // without a text, a return or a sigma
};

base::Result<Table> readMoves(const std::string& file, const engine::Pack& pack)
{
    const base::Result<std::string> text = base::readFile(file);
    if (!text)
        return text.error();
    const ingest::TableShape shape = ingest::tableShape(*text);
    ingest::TableRows rows(*text, shape.delimiter, shape.quote);
    std::vector<std::string> header;
    rows.next(header);
    const auto column = [&](std::string_view name) {
        const auto found = std::find_if(
            header.begin(), header.end(), [&](const std::string& one) { return base::lowerAscii(one) == name; });
        return found == header.end() ? header.size() : static_cast<std::size_t>(found - header.begin());
    };
    for (const char* needed : {"return", "sigma"}) {
        if (column(needed) == header.size())
            return base::Error{base::ErrorCode::InvalidInput, std::string("no column \"") + needed + '"', file};
    }
    Table table;
    std::vector<std::string> cells;
    while (rows.next(cells)) {
        const auto cell = [&](std::string_view name) {
            const std::size_t at = column(name);
            return at < cells.size() ? cells[at] : std::string();
        };
        const std::string title = cell("title");
        const std::string body = cell("body").empty() ? cell("text") : cell("body");
        const std::optional<double> moved = number(cell("return"));
        const std::optional<double> sigma = number(cell("sigma"));
        if ((title.empty() && body.empty()) || !moved || !sigma || *sigma <= 0) {
            ++table.leftOut;
            continue;
        }
        engine::ArticleText article;
        article.title = title;
        article.body = body;
        const std::string source = cell("source");
        article.source = source;
        article.published = base::fromIso(cell("time"));
        const base::Analysis analysis = engine::analyse(pack, article);
        if (analysis.mode == base::Mode::NotAnalysed) {
            ++table.leftOut;
            continue;
        }
        Moved row;
        row.time = article.published ? static_cast<std::int64_t>(base::toUnix(*article.published)) : 0;
        row.move = std::abs(*moved - number(cell("beta")).value_or(1) * number(cell("market_return")).value_or(0))
            / *sigma;
        row.impact = analysis.impact;
        for (const base::ImpactTerm& term : analysis.impact.terms) {
            for (const engine::EventType& type : pack.events->types()) {
                if (term.name == "event" && term.detail.starts_with(type.label + ", prior "))
                    row.event = type.id;
            }
        }
        table.rows.push_back(std::move(row));
    }
    std::stable_sort(table.rows.begin(), table.rows.end(),
        [](const Moved& one, const Moved& other) { return one.time < other.time; });
    return table;
}

void report(const char* name, const std::vector<double>& scores, const std::vector<double>& moves)
{
    std::printf("%-8s Spearman %+.3f   AUC of moves above 2 sigma %.3f   top decile lift %.2f\n", name,
        evaluate::spearman(scores, moves), evaluate::areaUnderCurve(scores, moves),
        evaluate::topDecileLift(scores, moves));
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "leadline-calibrate TABLE\n");
        return 1;
    }
    const auto pack = evaluate::shippedPack();
    if (!pack)
        return 2;
    const base::Result<Table> table = readMoves(argv[1], *pack);
    if (!table) {
        std::fprintf(stderr, "%s\n", table.error().text().c_str());
        return 2;
    }
    const std::size_t kept = table->rows.size() * 4 / 5;
    if (kept < 10) {
        std::fprintf(stderr, "%s: %zu rows are too few to fit anything\n", argv[1], table->rows.size());
        return 2;
    }
    const std::vector<Moved> build(table->rows.begin(), table->rows.begin() + static_cast<std::ptrdiff_t>(kept));
    const std::vector<Moved> measure(table->rows.begin() + static_cast<std::ptrdiff_t>(kept), table->rows.end());
    std::map<std::string, double> present;
    for (const engine::EventType& type : pack->events->types())
        present.emplace(type.id, type.prior);
    const engine::ImpactWeights& weights = pack->impact->weights();
    const evaluate::Calibration fitted = evaluate::calibrate(build, weights, present);
    std::vector<double> moves;
    std::vector<double> before;
    std::vector<double> after;
    for (const Moved& row : measure) {
        moves.push_back(row.move);
        before.push_back(row.impact.score);
        after.push_back(evaluate::calibrated(row, weights, fitted));
    }
    std::printf("%zu rows to build on, %zu measured, %d left out\n", build.size(), measure.size(), table->leftOut);
    report("before", before, moves);
    report("after", after, moves);
    std::printf("\nimpact.toml\n[weights]\nbreadth = %.3f\nnovelty = %.3f\ncertainty = %.3f\nsource = %.3f\n"
                "surprise = %.3f\n\nevents.toml\n",
        fitted.weights.breadth, fitted.weights.novelty, fitted.weights.certainty, fitted.weights.source,
        fitted.weights.surprise);
    for (const auto& [event, prior] : fitted.priors)
        std::printf("%-28s prior = %.2f # was %.2f\n", event.c_str(), prior, present[event]);
    return 0;
}
