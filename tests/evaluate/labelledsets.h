// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/training/sentimenttrainer.h>

#include <string>
#include <utility>
#include <vector>

// The labelled texts the sentiment is made from and measured on.
namespace evaluate {

enum class Part { Build, Measure };

struct LabelledLine {
    engine::LabelledText text;
    Part part = Part::Build;
    bool conflicting = false;
    std::string file = {}; // of the own labels and pairs: without folder and ending // the headline says
                           // other things of other names
};

// RFC 4180 rows; a quoted cell may hold line ends. A file that is missing gives none.
std::vector<std::vector<std::string>> readCsv(const std::string& file);
// The lines of all *.tsv of a folder but comments: the file's name and the cells.
std::vector<std::pair<std::string, std::vector<std::string>>> readTables(const std::string& folder);
// A fifth of all texts, by their hash, is Measure.
Part partOf(const std::string& text);

// A file that is missing gives an empty list. Headlines and posts fall to a part by a hash of the text, a
// fifth to Measure, so that no text is in both.
std::vector<LabelledLine> readHeadlines(const std::string& file); // SEntFiN: one line for each named entity
std::vector<LabelledLine> readPosts(
    const std::string& file); // text,label with 0 bearish, 1 bullish, 2 neutral
// All *.tsv of a folder: label, text, perhaps target. Those named *-measure.tsv are Measure.
std::vector<LabelledLine> readLabels(const std::string& folder);
// Minimal pairs: label, text, label, text, and perhaps the targets of both. The two follow each other in the
// list.
std::vector<LabelledLine> readPairs(const std::string& folder);

// What the shipped weights are made from; `measured` false leaves the measured parts out.
std::vector<engine::LabelledText> trainingTexts(
    const std::string& shared, const std::string& resources, bool measured);

} // namespace evaluate
