// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "modelfit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace evaluate {

namespace {

constexpr int Sweeps = 40;
constexpr double Rate = 0.1; // of what a table's answer should add that is added
constexpr double Shrink = 10; // examples' worth of doubt in an answer
constexpr std::size_t Bounds = 24; // tried for a part
constexpr std::size_t Answers = std::size_t{1} << engine::EvidenceTable::Questions;

engine::EvidenceModel regression(
    const std::vector<Example>& examples, const ModelShape& shape, std::size_t without)
{
    const std::size_t parts = shape.signs.size();
    engine::EvidenceModel model;
    model.weights = shape.start;
    std::vector<const Example*> rows;
    for (const Example& one : examples) {
        if (one.file != without)
            rows.push_back(&one);
    }
    std::vector<double> sums;
    for (const Example* row : rows)
        sums.push_back(model.sum(row->parts));
    for (int sweep = 0; sweep < Sweeps; ++sweep) {
        for (std::size_t part = 0; part <= parts; ++part) {
            const bool base = part == parts;
            if (!base && shape.kept[part])
                continue;
            double& weight = base ? model.base : model.weights[part];
            double slope = base ? 0 : shape.penalty * weight;
            double curve = base ? 1e-6 : shape.penalty;
            for (std::size_t at = 0; at < rows.size(); ++at) {
                const double value = base ? 1 : rows[at]->parts[part];
                if (value == 0)
                    continue;
                const double chance = 1 / (1 + std::exp(-sums[at]));
                slope += value * (chance - (rows[at]->same ? 1 : 0));
                curve += value * value * std::max(chance * (1 - chance), 1e-4);
            }
            double next = weight - slope / curve;
            if (!base && shape.signs[part] != 0)
                next = shape.signs[part] > 0 ? std::max(0.0, next) : std::min(0.0, next);
            const double step = std::clamp(next - weight, -1.0, 1.0);
            for (std::size_t at = 0; at < rows.size(); ++at)
                sums[at] += step * (base ? 1 : rows[at]->parts[part]);
            weight += step;
        }
    }
    return model;
}

// Adds tables, each the one that helps most after those before it.
void addTables(const std::vector<Example>& examples, const ModelShape& shape, engine::EvidenceModel& model,
    std::size_t without)
{
    const std::size_t parts = shape.signs.size();
    std::vector<const Example*> rows;
    std::vector<double> sums;
    for (const Example& one : examples) {
        if (one.file == without)
            continue;
        const double sum = model.sum(one.parts);
        if (sum < engine::EvidenceModel::Far)
            continue;
        rows.push_back(&one);
        sums.push_back(sum);
    }
    // Bounds that cut each part's values into equal shares.
    std::vector<std::vector<double>> bounds(parts);
    std::vector<std::vector<std::uint8_t>> bins(parts, std::vector<std::uint8_t>(rows.size()));
    for (std::size_t part = 0; part < parts; ++part) {
        std::vector<double> values;
        for (const Example* row : rows)
            values.push_back(row->parts[part]);
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
        const std::size_t step = std::max<std::size_t>(1, values.size() / Bounds);
        for (std::size_t at = step - 1; at + 1 < values.size(); at += step)
            bounds[part].push_back((values[at] + values[at + 1]) / 2);
        for (std::size_t at = 0; at < rows.size(); ++at)
            bins[part][at] = std::uint8_t(
                std::lower_bound(bounds[part].begin(), bounds[part].end(), rows[at]->parts[part])
                - bounds[part].begin());
    }
    std::vector<double> slope(rows.size());
    std::vector<double> curve(rows.size());
    std::vector<std::uint8_t> answers(rows.size());
    for (int round = 0; round < shape.tables; ++round) {
        for (std::size_t at = 0; at < rows.size(); ++at) {
            const double chance = 1 / (1 + std::exp(-sums[at]));
            slope[at] = chance - (rows[at]->same ? 1 : 0);
            curve[at] = std::max(chance * (1 - chance), 1e-6);
            answers[at] = 0;
        }
        engine::EvidenceTable table;
        for (std::size_t question = 0; question < engine::EvidenceTable::Questions; ++question) {
            double bestGain = -1;
            const std::size_t groups = std::size_t{1} << question;
            for (std::size_t part = 0; part < parts; ++part) {
                const std::size_t cells = bounds[part].size() + 1;
                if (cells < 2)
                    continue;
                std::vector<double> g(groups * cells);
                std::vector<double> h(groups * cells);
                for (std::size_t at = 0; at < rows.size(); ++at) {
                    const std::size_t cell = answers[at] * cells + bins[part][at];
                    g[cell] += slope[at];
                    h[cell] += curve[at];
                }
                std::vector<double> gain(cells - 1);
                for (std::size_t group = 0; group < groups; ++group) {
                    double allG = 0;
                    double allH = 0;
                    for (std::size_t cell = 0; cell < cells; ++cell) {
                        allG += g[group * cells + cell];
                        allH += h[group * cells + cell];
                    }
                    double leftG = 0;
                    double leftH = 0;
                    for (std::size_t cell = 0; cell + 1 < cells; ++cell) {
                        leftG += g[group * cells + cell];
                        leftH += h[group * cells + cell];
                        gain[cell] += leftG * leftG / (leftH + Shrink)
                            + (allG - leftG) * (allG - leftG) / (allH - leftH + Shrink);
                    }
                }
                for (std::size_t cell = 0; cell + 1 < cells; ++cell) {
                    if (gain[cell] > bestGain) {
                        bestGain = gain[cell];
                        table.part[question] = part;
                        table.bound[question] = bounds[part][cell];
                    }
                }
            }
            for (std::size_t at = 0; at < rows.size(); ++at)
                answers[at] = std::uint8_t(answers[at]
                    | (rows[at]->parts[table.part[question]] > table.bound[question] ? 1U << question : 0U));
        }
        std::array<double, Answers> g{};
        std::array<double, Answers> h{};
        for (std::size_t at = 0; at < rows.size(); ++at) {
            g[answers[at]] += slope[at];
            h[answers[at]] += curve[at];
        }
        for (std::size_t one = 0; one < Answers; ++one)
            table.additions[one] = -Rate * g[one] / (h[one] + Shrink);
        for (std::size_t at = 0; at < rows.size(); ++at)
            sums[at] += table.additions[answers[at]];
        model.tables.push_back(table);
    }
}

} // namespace

engine::EvidenceModel fittedModel(
    const std::vector<Example>& examples, const ModelShape& shape, std::size_t without)
{
    engine::EvidenceModel model = regression(examples, shape, without);
    addTables(examples, shape, model, without);
    return model;
}

double lossOf(const std::vector<Example>& examples, const engine::EvidenceModel& model, std::size_t file)
{
    double loss = 0;
    int count = 0;
    for (const Example& one : examples) {
        if (one.file != file)
            continue;
        const double sum = model.sum(one.parts);
        loss += std::log1p(std::exp(one.same ? -sum : sum));
        ++count;
    }
    return count == 0 ? 0 : loss / count;
}

} // namespace evaluate
