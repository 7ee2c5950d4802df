// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "labelledsets.h"

#include <base/files.h>
#include <base/strings.h>

#include <algorithm>
#include <set>

namespace evaluate {

namespace {

int labelOf(std::string_view name)
{
    return name == "negative" || name == "-" ? 0 : name == "positive" || name == "+" ? 2 : 1;
}

// {'Name': 'neutral', "Dr Reddy's": 'positive'}: what stands before each label.
std::vector<std::pair<std::string, int>> decisions(std::string_view text)
{
    std::vector<std::pair<std::string, int>> list;
    std::size_t from = 0;
    for (;;) {
        std::size_t best = std::string_view::npos;
        std::string_view label;
        for (const std::string_view name : {"neutral", "positive", "negative"}) {
            for (const char quote : {'\'', '"'}) {
                const std::string mark = std::string(": ") + quote + std::string(name) + quote;
                const std::size_t at = text.find(mark, from);
                if (at < best) {
                    best = at;
                    label = name;
                }
            }
        }
        if (best == std::string_view::npos)
            return list;
        std::string_view name = text.substr(from, best - from);
        while (!name.empty() && (name.front() == '{' || name.front() == ',' || name.front() == ' '))
            name.remove_prefix(1);
        if (name.size() > 2)
            list.emplace_back(std::string(name.substr(1, name.size() - 2)), labelOf(label));
        from = best + label.size() + 4;
    }
}

} // namespace

std::vector<std::vector<std::string>> readCsv(const std::string& file)
{
    std::vector<std::vector<std::string>> rows;
    const base::Result<std::string> bytes = base::readFile(file);
    if (!bytes)
        return rows;
    std::vector<std::string> row;
    std::string cell;
    bool quoted = false;
    for (std::size_t at = 0; at < bytes->size(); ++at) {
        const char c = (*bytes)[at];
        if (quoted) {
            if (c != '"')
                cell += c;
            else if (at + 1 < bytes->size() && (*bytes)[at + 1] == '"')
                cell += (*bytes)[++at];
            else
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',' || c == '\n') {
            row.push_back(std::move(cell));
            cell.clear();
            if (c == '\n') {
                rows.push_back(std::move(row));
                row.clear();
            }
        } else if (c != '\r') {
            cell += c;
        }
    }
    if (!cell.empty() || !row.empty()) {
        row.push_back(std::move(cell));
        rows.push_back(std::move(row));
    }
    return rows;
}

Part partOf(const std::string& text) { return base::hash64(text) % 5 == 0 ? Part::Measure : Part::Build; }

std::uint64_t groupOf(const std::string& name, std::size_t index)
{
    return base::hash64(name + std::to_string(index)) | 1;
}

// Files of own labels that tell what their kind of source says in its own way; the others look for what is
// hard. Not those that are measured: what ships is as sure as what was measured.
bool isUsual(const std::string& file)
{
    constexpr std::string_view Usual[] = {"announcements", "business", "corporate", "macro", "mentions",
        "notes", "outlooks", "press", "releases", "reportage", "results", "statements", "summaries"};
    return std::find(std::begin(Usual), std::end(Usual), file) != std::end(Usual);
}

std::string stemOf(const std::string& name)
{
    const std::size_t slash = name.rfind('/');
    const std::size_t begin = slash == std::string::npos ? 0 : slash + 1;
    return name.substr(begin, name.rfind('.') - begin);
}

std::vector<std::pair<std::string, std::vector<std::string>>> readTables(const std::string& folder)
{
    std::vector<std::pair<std::string, std::vector<std::string>>> rows;
    const base::Result<base::ResourceFiles> files = base::readFolder(folder);
    if (!files)
        return rows;
    for (const auto& [name, bytes] : *files) {
        if (!name.ends_with(".tsv"))
            continue;
        for (const std::string_view line : base::split(bytes, '\n')) {
            if (line.empty() || line.front() == '#')
                continue;
            std::vector<std::string> cells;
            for (const std::string_view cell : base::split(line, '\t'))
                cells.emplace_back(base::trimmed(cell));
            rows.emplace_back(name, std::move(cells));
        }
    }
    return rows;
}

std::vector<LabelledLine> readHeadlines(const std::string& file)
{
    std::vector<LabelledLine> list;
    for (const std::vector<std::string>& row : readCsv(file)) {
        if (row.size() < 3 || row[1] == "Title")
            continue;
        const auto names = decisions(row[2]);
        std::set<int> labels;
        for (const auto& [name, label] : names)
            labels.insert(label);
        for (const auto& [name, label] : names)
            list.push_back({{row[1], name, label, 1, 1}, partOf(row[1]), labels.size() > 1});
    }
    return list;
}

std::vector<LabelledLine> readPosts(const std::string& file)
{
    std::vector<LabelledLine> list;
    for (const std::vector<std::string>& row : readCsv(file)) {
        if (row.size() < 2 || row[0] == "text")
            continue;
        const int label = row[1] == "0" ? 0 : row[1] == "1" ? 2 : 1;
        list.push_back({{row[0], {}, label, 1, 1}, partOf(row[0]), false});
    }
    return list;
}

std::vector<LabelledLine> readLabels(const std::string& folder)
{
    std::vector<LabelledLine> list;
    constexpr std::size_t Neighbours = 6; // lines written together are left out together
    std::size_t row = 0;
    for (const auto& [name, cells] : readTables(folder)) {
        ++row;
        if (cells.size() < 2)
            continue;
        const Part part = name.ends_with("-measure.tsv") ? Part::Measure : Part::Build;
        list.push_back({{cells[1], cells.size() > 2 ? cells[2] : std::string(), labelOf(cells[0]), 1, 1,
                            groupOf(name, row / Neighbours)},
            part, false, stemOf(name)});
    }
    return list;
}

std::vector<LabelledLine> readPairs(const std::string& folder)
{
    std::vector<LabelledLine> list;
    std::size_t row = 0;
    for (const auto& [name, cells] : readTables(folder)) {
        ++row;
        if (cells.size() < 4)
            continue;
        const Part part = name.ends_with("-measure.tsv") ? Part::Measure : Part::Build;
        const auto target = [&](std::size_t at) { return cells.size() > at ? cells[at] : std::string(); };
        const std::uint64_t group = groupOf(name, row);
        list.push_back({{cells[1], target(4), labelOf(cells[0]), 1, 1, group}, part, false, stemOf(name)});
        list.push_back({{cells[3], target(5), labelOf(cells[2]), 1, 1, group}, part, false, stemOf(name)});
    }
    return list;
}

std::vector<engine::LabelledText> trainingTexts(
    const std::string& shared, const std::string& resources, bool measured)
{
    std::vector<engine::LabelledText> texts;
    // What the weights of texts in the two fits are, and how far their labels are doubted.
    struct Share {
        double words = 1;
        double stack = 1;
        double doubt = 0;
    };
    const auto take = [&](const std::vector<LabelledLine>& lines, const Share& share) {
        constexpr double Conflicting = 2; // the rare headlines that tell names apart count twice
        for (const LabelledLine& line : lines) {
            if (line.part == Part::Measure && !measured)
                continue;
            texts.push_back(line.text);
            const double times = line.conflicting ? Conflicting : 1;
            texts.back().weight = share.words * times;
            texts.back().stackWeight = share.stack * times;
            texts.back().usual = isUsual(line.file);
            texts.back().doubt = line.part == Part::Measure ? 0 : share.doubt;
        }
    };
    const Share headline{2, 1.5, 0}; // there are few of them beside the rest,
    const Share post{
        10, 4.5, 0}; // and fewer of those: more as the rest grew, or they are read as the rest is
    const Share own{2.5, 2, 0.01};
    const Share pair{2, 0.3, 0}; // five in six of their texts say something, of what is written far fewer do
    std::vector<LabelledLine> headlines = readHeadlines(shared + "/data/sentfin/sentfin_train80.csv");
    take(headlines, headline);
    // Headlines that say one thing of all they name count as texts without a target, too.
    std::erase_if(headlines, [](const LabelledLine& line) { return line.conflicting; });
    std::string last;
    std::erase_if(headlines, [&](const LabelledLine& line) {
        const bool repeated = line.text.text == last;
        last = line.text.text;
        return repeated;
    });
    for (LabelledLine& line : headlines)
        line.text.target.clear();
    take(headlines, headline);
    take(readPosts(shared + "/data/twitter_fin_sentiment/sent_train_clean.csv"), post);
    take(readLabels(resources + "/engine/labels"), own);
    take(readPairs(resources + "/../tests/data/sentiment"), pair);
    return texts;
}

} // namespace evaluate
