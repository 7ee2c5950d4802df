// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "entityscores.h"
#include "eventscores.h"
#include "labelledstories.h"
#include "sentimentscores.h"
#include "shippedpack.h"
#include "storyfit.h"
#include "storyscores.h"
#include "thinkingscores.h"
#include "topicscores.h"

#include <base/files.h>
#include <base/strings.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <map>
#include <set>

// leadline-evaluate stories FILE.ndjson…: groups labelled articles and prints how well; lines held out are
// reported apart. -v lists what was put together or torn apart. --fit makes the weights anew, see storyfit.h.
// leadline-evaluate entities FILE.ndjson…: see entityscores.h; events FILE.ndjson… and crudeoil FOLDER: see
// eventscores.h; topics FOLDER|FILE.csv…: see topicscores.h; thinking FILE.ndjson…: see
// thinkingscores.h.
namespace {

void print(const char* name, const std::vector<std::string>& labels, const std::vector<std::int64_t>& groups)
{
    const evaluate::Scores pair = evaluate::pairScores(labels, groups);
    const evaluate::Scores cubed = evaluate::bCubed(labels, groups);
    std::printf("%-8s %4zu articles  pairs P %.3f R %.3f F1 %.3f   B3 P %.3f R %.3f F1 %.3f\n", name,
        labels.size(), pair.precision, pair.recall, pair.f1(), cubed.precision, cubed.recall, cubed.f1());
}

void listFaults(const std::vector<evaluate::LabelledStory>& articles, const std::vector<std::int64_t>& groups)
{
    std::map<std::int64_t, std::vector<std::size_t>> byGroup;
    std::map<std::string, std::set<std::int64_t>> byChain;
    for (std::size_t at = 0; at < articles.size(); ++at) {
        byGroup[groups[at]].push_back(at);
        byChain[articles[at].chain].insert(groups[at]);
    }
    for (const auto& [group, members] : byGroup) {
        std::set<std::string> chains;
        bool torn = false;
        for (const std::size_t at : members) {
            chains.insert(articles[at].chain);
            torn = torn || byChain[articles[at].chain].size() > 1;
        }
        // What is held out stays unseen.
        const bool held
            = std::any_of(members.begin(), members.end(), [&](std::size_t at) { return articles[at].held; });
        if ((chains.size() < 2 && !torn) || held)
            continue;
        std::printf("%s s%lld\n", chains.size() > 1 ? "MIXED" : "torn ", static_cast<long long>(group));
        for (const std::size_t at : members)
            std::printf("    %-28s %s %s\n", articles[at].chain.c_str(),
                articles[at].article.published ? base::toIso(*articles[at].article.published).c_str() : "-",
                articles[at].article.title.c_str());
    }
}

int stories(const std::vector<std::string>& files, bool verbose)
{
    const std::shared_ptr<const engine::Pack> pack = evaluate::shippedPack();
    if (!pack)
        return 1;
    const std::vector<evaluate::LabelledStory> articles = evaluate::readStories(files);
    if (articles.empty()) {
        std::cerr << "no labelled articles\n";
        return 1;
    }
    const std::vector<std::int64_t> groups
        = evaluate::grouped(pack->stories, evaluate::featuresOf(*pack, articles), articles.size());
    if (verbose)
        listFaults(articles, groups);
    std::vector<std::string> labels[3];
    std::vector<std::int64_t> found[3];
    for (std::size_t at = 0; at < articles.size(); ++at) {
        for (const int set : {0, articles[at].held ? 2 : 1}) {
            labels[set].push_back(articles[at].chain);
            found[set].push_back(groups[at]);
        }
    }
    print("all", labels[0], found[0]);
    print("tuned on", labels[1], found[1]);
    print("held out", labels[2], found[2]);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    std::vector<std::string> files;
    bool verbose = false;
    bool fit = false;
    bool folds = false;
    for (int at = 2; at < argc; ++at) {
        if (std::strcmp(argv[at], "-v") == 0)
            verbose = true;
        else if (std::strcmp(argv[at], "--fit") == 0)
            fit = true;
        else if (std::strcmp(argv[at], "--folds") == 0)
            folds = true;
        else
            files.emplace_back(argv[at]);
    }
    if (argc >= 2 && std::strcmp(argv[1], "sentiment") == 0)
        return evaluate::sentiment(!files.empty() && files.front() == "shipped", folds, verbose);
    if (argc >= 3 && std::strcmp(argv[1], "entities") == 0 && !files.empty())
        return evaluate::entities(files, verbose);
    if (argc >= 3 && std::strcmp(argv[1], "events") == 0 && !files.empty())
        return evaluate::events(files, verbose);
    if (argc >= 3 && std::strcmp(argv[1], "crudeoil") == 0 && !files.empty())
        return evaluate::crudeOil(files.front(), verbose);
    if (argc >= 3 && std::strcmp(argv[1], "topics") == 0 && !files.empty()) {
        const bool shipped = files.front() == "shipped";
        return evaluate::topics({files.begin() + (shipped ? 1 : 0), files.end()}, shipped, verbose);
    }
    if (argc >= 3 && std::strcmp(argv[1], "thinking") == 0 && !files.empty())
        return evaluate::thinking(files);
    if (argc < 3 || std::strcmp(argv[1], "stories") != 0 || files.empty()) {
        std::cerr << "usage: leadline-evaluate stories|entities|events FILE.ndjson\u2026 [-v] [--fit]\n"
                     "       leadline-evaluate crudeoil FOLDER [-v]\n"
                     "       leadline-evaluate topics [shipped] FOLDER|FILE.csv\u2026 [-v]\n"
                     "       leadline-evaluate sentiment [shipped] [--folds] [-v]\n"
                     "       leadline-evaluate thinking [PACK-FOLDER] FILE.ndjson\u2026\n";
        return 1;
    }
    return fit ? evaluate::fitStories(files) : stories(files, verbose);
}
