// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "eventtrainer.h"

#include "descent.h"

#include <base/strings.h>
#include <engine/entities/entityfinder.h>
#include <engine/events/eventfinder.h>
#include <engine/events/eventrules.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace engine {

namespace {

struct Row {
    std::vector<std::pair<std::uint32_t, float>> values; // column, value
    std::vector<std::size_t> types; // that are right; the one after them all is: no event
    bool quiet = false; // no event
    std::size_t fold = 0;
    bool patterns = false; // a pattern fires
};

// For each type a logistic regression of its own, all of them fitted at once.
class Fit final {
public:
    Fit(std::size_t columns, std::size_t types)
        : m_columns(columns)
        , m_types(types)
    {
    }

    // columns × types, then the biases. Without the rows of one fold.
    std::vector<double> weights(
        const std::vector<Row>& rows, std::size_t leftOut, const EventTraining& settings) const
    {
        return minimise(
            [&](const std::vector<double>& weights, std::vector<double>& gradient) {
                double loss = 0;
                for (std::size_t at = 0; at < weights.size(); ++at) {
                    const double l2 = at < m_columns * m_types ? settings.l2 : 0;
                    gradient[at] = l2 * weights[at];
                    loss += 0.5 * l2 * weights[at] * weights[at];
                }
                for (const Row& row : rows) {
                    if (row.fold != leftOut)
                        loss += lossOf(row, weights, gradient);
                }
                return loss;
            },
            (m_columns + 1) * m_types, settings.iterations);
    }

    std::vector<double> margins(const Row& row, const std::vector<double>& weights) const
    {
        std::vector<double> margins(
            weights.begin() + static_cast<std::ptrdiff_t>(m_columns * m_types), weights.end());
        for (const auto& [column, value] : row.values) {
            for (std::size_t type = 0; type < m_types; ++type)
                margins[type] += weights[column * m_types + type] * double{value};
        }
        return margins;
    }

private:
    double lossOf(const Row& row, const std::vector<double>& weights, std::vector<double>& gradient) const
    {
        double loss = 0;
        std::vector<double> errors = margins(row, weights);
        for (std::size_t type = 0; type < m_types; ++type) {
            const bool yes = std::find(row.types.begin(), row.types.end(), type) != row.types.end();
            const double margin = yes ? errors[type] : -errors[type];
            loss += margin > 0 ? std::log1p(std::exp(-margin)) : std::log1p(std::exp(margin)) - margin;
            errors[type] = 1 / (1 + std::exp(-errors[type])) - (yes ? 1 : 0);
        }
        const auto add = [&](std::size_t column, double value) {
            for (std::size_t type = 0; type < m_types; ++type)
                gradient[column * m_types + type] += errors[type] * value;
        };
        for (const auto& [column, value] : row.values)
            add(column, double{value});
        add(m_columns, 1);
        return loss;
    }

    std::size_t m_columns;
    std::size_t m_types;
};

struct Guess {
    double probability = 0;
    bool right = false;
    bool quiet = false; // the sentence tells nothing
};

// The lowest probability above which guesses are as precise as asked for.
EventTypingMeasure measured(std::vector<Guess> guesses, const EventTraining& settings)
{
    std::sort(guesses.begin(), guesses.end(),
        [](const Guess& a, const Guess& b) { return a.probability > b.probability; });
    EventTypingMeasure best;
    EventTypingMeasure here;
    for (const Guess& guess : guesses) {
        ++(guess.right ? here.right : guess.quiet ? here.invented : here.wrong);
        here.enough = guess.probability;
        const auto right = static_cast<double>(here.right);
        const double wrong
            = static_cast<double>(here.wrong) + settings.nothing * static_cast<double>(here.invented);
        if (right >= settings.precision * (right + wrong))
            best = here;
    }
    return best;
}

} // namespace

std::string trainEvents(const Pack& pack, const std::vector<EventText>& texts, EventTypingMeasure& measure,
    const EventTraining& settings)
{
    const auto folds = static_cast<std::size_t>(settings.folds);
    EventTyping::Parts parts;
    std::map<std::string, std::size_t> labelOf;
    for (const EventText& text : texts) {
        for (const std::string& type : text.types)
            labelOf.try_emplace(type, 0);
    }
    for (auto& [type, label] : labelOf) {
        label = parts.types.size();
        parts.types.push_back(type);
    }
    std::vector<Row> rows;
    std::map<std::uint32_t, std::size_t> counts; // by bucket: texts that have it
    std::vector<std::set<std::uint32_t>> buckets;
    for (const EventText& text : texts) {
        Reading reading;
        reading.document = readDocument(pack.vocabulary, {}, text.text);
        findEntities(*pack.gazetteer, reading);
        Row row;
        for (const std::string& type : text.types)
            row.types.push_back(labelOf[type]);
        row.quiet = text.types.empty();
        if (row.quiet)
            row.types.push_back(parts.types.size());
        row.fold = base::hash64(text.text) / 7 % folds;
        std::set<std::uint32_t>& own = buckets.emplace_back();
        for (const TypingFeature& feature : readTypingFeatures(*pack.events, reading))
            own.insert(feature.bucket);
        for (const std::uint32_t bucket : own)
            ++counts[bucket];
        findEvents(*pack.events, reading);
        row.patterns = !reading.events.empty();
        rows.push_back(std::move(row));
    }
    std::map<std::uint32_t, std::uint32_t> columnOf;
    for (const auto& [bucket, count] : counts) {
        if (count < settings.seen)
            continue;
        columnOf[bucket] = static_cast<std::uint32_t>(parts.buckets.size());
        parts.buckets.push_back(bucket);
        parts.rarity.push_back(std::log(static_cast<double>(texts.size()) / static_cast<double>(count)));
    }
    for (std::size_t at = 0; at < rows.size(); ++at) {
        double squares = 0;
        for (const std::uint32_t bucket : buckets[at]) {
            const auto column = columnOf.find(bucket);
            if (column == columnOf.end())
                continue;
            const double rarity = parts.rarity[column->second];
            rows[at].values.emplace_back(column->second, static_cast<float>(rarity));
            squares += rarity * rarity;
        }
        for (auto& [column, value] : rows[at].values)
            value /= static_cast<float>(std::sqrt(squares));
    }
    const Fit fit(parts.buckets.size(), parts.types.size() + 1);
    std::vector<Guess> guesses;
    std::size_t asked = 0;
    std::size_t quiet = 0;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        const std::vector<double> weights = fit.weights(rows, fold, settings);
        for (const Row& row : rows) {
            if (row.fold != fold || row.patterns)
                continue;
            ++(row.quiet ? quiet : asked);
            std::vector<double> found = fit.margins(row, weights);
            double sum = 0;
            for (double& margin : found)
                sum += margin = 1 / (1 + std::exp(-margin));
            const auto best
                = static_cast<std::size_t>(std::max_element(found.begin(), found.end()) - found.begin());
            if (best < parts.types.size()) {
                guesses.push_back({found[best] / sum,
                    std::find(row.types.begin(), row.types.end(), best) != row.types.end(), row.quiet});
            }
        }
    }
    measure = measured(std::move(guesses), settings);
    measure.asked = asked;
    measure.quiet = quiet;
    parts.enough = measure.enough;
    parts.weights = fit.weights(rows, folds, settings);
    return EventTyping::bytesOf(parts);
}

} // namespace engine
