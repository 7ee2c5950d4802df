// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

// A brief as a value: everything that will stand in it, in order, decided before anything is drawn. The writers
// (PDF, HTML, Markdown, text, JSON) each walk the same blocks. All text is UTF-8.
namespace brief {

enum class Look {
    Plain,
    Strong,
    Lead, // the word a paragraph begins with: "Implication."
    Muted,
    Negative, // a figure below zero; its sign is the second cue
    Positive,
    Assumption, // grade C: tinted
    Mark, // a number of the evidence, raised
    Added, // of a revision: underlined
    Removed // of a revision: struck through
};

struct Run {
    std::string text;
    Look look = Look::Plain;
    std::string target = {}; // "#e12" within the brief, or an address; empty for no link
};

using Line = std::vector<Run>;

// The brief's own headline.
struct Title {
    std::string text;
    Line meta; // "Materials Review · published 23 Nov 2026 13:44 UTC · explainer · story: 1 source"
};

struct Heading {
    int level = 2; // 1: a part of the brief, 2: an article or section, 3: within an article
    Line text;
    std::string anchor = {}; // empty when nothing leads here
    bool listed = false; // in the contents and the outline
};

struct Paragraph {
    enum class Role { Body, Meta, Small, Quiet };
    Line text;
    Role role = Role::Body;
};

// Topics as outlined chips.
struct Chips {
    std::vector<std::string> words;
};

struct Trend {
    std::string title; // "Sentiment, 30 days: Trade Policy"
    std::vector<double> values; // −1…+1, oldest first
};

// Impact 0…1 and sentiment −1…+1, with their words.
struct Gauges {
    double impact = 0;
    std::string impactLabel;
    double sentiment = 0;
    std::string sentimentLabel;
    Trend trend = {}; // none when it has no values
    bool small = false; // one line, for an article among many
};

struct Column {
    std::string head;
    double width = 0; // CSS pixels; 0: shares what is left
    bool right = false; // figures
};

// Rows never part from their cells; a table that runs over pages repeats its head.
struct Table {
    std::string name; // for readers that cannot see it
    std::vector<Column> columns;
    std::vector<std::vector<Line>> rows;
    std::vector<std::string> anchors = {}; // one a row, or none at all
};

// Topic × day. A cell without articles has no value.
struct HeatMap {
    struct Cell {
        std::optional<double> sentiment; // mean, −1…+1
        double impact = 0; // mean, 0…1
        int articles = 0;
    };
    struct Row {
        std::string label;
        std::vector<Cell> cells; // one for each column
    };
    std::string title;
    std::vector<std::string> columns; // "17 Nov"
    std::vector<Row> rows;
};

struct Chart {
    enum class Kind {
        Bars, // signed, from the middle
        Columns, // counts, from the floor
        Lines // −1…+1
    };
    struct Point {
        std::string label;
        double value = 0;
        std::string text; // the value as shown
    };
    Kind kind = Kind::Bars;
    std::string title;
    std::vector<Point> points;
};

// Stand side by side.
struct Charts {
    std::vector<Chart> charts;
};

// Numbered from `first`; each entry is where its mark "#eN" leads.
struct Evidence {
    struct Entry {
        std::string text; // “…less reliant on China” or "Assumption, playbook critical-materials"
        std::string place; // "¶1", "title"; empty for assumptions
    };
    int first = 1;
    std::vector<Entry> entries;
};

// Where the contents stand; their entries are the listed headings that follow.
struct Contents { };
struct PageBreak { };

using Block = std::variant<Title, Heading, Paragraph, Chips, Gauges, Table, HeatMap, Charts, Evidence, Contents,
    PageBreak>;

struct BriefDocument {
    std::string head; // "Leadline brief"
    std::string desk; // "Critical minerals desk"; may be empty
    std::string made; // "23 Nov 2026 14:32 UTC"
    std::string madeIso; // the same moment for the file's own date
    std::string title; // of the file
    std::string subject; // what it was made from
    std::vector<std::string> keywords;
    std::string language = "en"; // BCP 47
    std::string logo; // bytes of a PNG, JPEG or SVG; may be empty
    std::string notice; // "Analysis, not investment advice."
    std::string engine; // "Engine 0.1.0 · pack 4f9c2e · rebuild: leadline brief --from brief.json"
    std::vector<Block> blocks;
};

// What a line says without its looks.
std::string plainText(const Line& line);

} // namespace brief
