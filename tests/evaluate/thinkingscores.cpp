// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "thinkingscores.h"

#include "textlikeness.h"

#include <base/analysisjson.h>
#include <base/files.h>
#include <base/strings.h>
#include <engine/analyser.h>
#include <engine/events/eventrules.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <map>
#include <set>

namespace evaluate {

namespace {

constexpr std::size_t Every = 30;
constexpr std::size_t Listed = 100;
constexpr std::size_t LongEnough = 120; // words

struct Text {
    std::string title;
    std::string body;
    base::Analysis analysis;
};

base::Analysis analysed(const engine::Pack& pack, const std::string& title, const std::string& body)
{
    engine::ArticleText text;
    text.title = title;
    text.body = body;
    return engine::analyse(pack, text);
}

std::vector<const base::Sentence*> sentencesOf(const base::Analysis& analysis)
{
    std::vector<const base::Sentence*> list;
    for (const base::Section& section : analysis.analysis) {
        for (const base::Sentence& sentence : section.sentences)
            list.push_back(&sentence);
    }
    return list;
}

std::string writtenOf(const base::Analysis& analysis)
{
    std::string text;
    for (const base::Sentence* sentence : sentencesOf(analysis))
        text += sentence->text + ' ';
    return text;
}

// All names the article's entities are called by, longest first.
std::vector<std::string> namesOf(const Text& text, bool properAlone = false)
{
    std::set<std::string> names;
    for (const base::Entity& entity : text.analysis.entities) {
        if (properAlone && (entity.kind == "commodity" || entity.kind == "currency"))
            continue; // "oil" is what a text is about, not whom it names
        names.insert(entity.name);
        for (const base::Span& span : entity.mentions)
            names.insert(base::collapsed(
                base::slice(span.field == base::Field::Title ? text.title : text.body, span)));
    }
    std::vector<std::string> list(names.begin(), names.end());
    std::stable_sort(list.begin(), list.end(),
        [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    return list;
}

std::string masked(std::string text, const std::vector<std::string>& names, std::string_view with)
{
    for (const std::string& name : names) {
        if (name.size() > 2)
            base::replaceAll(text, name, with);
    }
    return text;
}

bool namesAny(const std::string& sentence, const std::vector<std::string>& names)
{
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return name.size() > 2 && base::lowerAscii(sentence).find(base::lowerAscii(name)) != std::string::npos;
    });
}

// Whether the sentence quotes words that stand in the article.
bool quotesOf(const std::string& sentence, const Text& text)
{
    const std::string body = base::collapsed(text.title + ' ' + text.body);
    for (std::size_t open = sentence.find("\u201C"); open != std::string::npos;
         open = sentence.find("\u201C", open + 3)) {
        const std::size_t close = sentence.find("\u201D", open);
        if (close != std::string::npos
            && body.find(sentence.substr(open + 3, close - open - 3)) != std::string::npos)
            return true;
    }
    return false;
}

// Whether the text holds something that is this article's: a name, a figure or quoted words of it, or its event.
bool isSpecific(const std::string& sentence, const Text& text, const std::vector<std::string>& names,
    const std::vector<std::string>& events)
{
    if (quotesOf(sentence, text) || namesAny(sentence, names) || namesAny(sentence, events))
        return true;
    const Words said = wordsOf(text.title + ' ' + text.body);
    const std::set<std::string> known(said.begin(), said.end());
    for (const std::string& word : wordsOf(sentence)) {
        if (std::isdigit(static_cast<unsigned char>(word.front())) != 0 && known.contains(word))
            return true;
    }
    return false;
}

// A sentence with names, figures and quotations taken out.
std::string skeletonOf(const std::string& sentence, const std::vector<std::string>& names)
{
    std::string text = masked(sentence, names, "N");
    for (std::size_t open = text.find("\u201C"); open != std::string::npos; open = text.find("\u201C", open)) {
        const std::size_t close = std::min(text.find("\u201D", open), text.size());
        text.replace(open, std::min(close + 3, text.size()) - open, "Q");
    }
    std::string skeleton;
    for (const std::string& word : wordsOf(text))
        skeleton += (std::isdigit(static_cast<unsigned char>(word.front())) != 0 ? "0" : word) + ' ';
    return skeleton;
}

struct Gate {
    double specificSentences = 0;
    double specificDecisions = 0;
    double swapMasked = 0;
    double swap = 0;
    double bleu = 0;
    double leak = 0;
    double words = 0;
};

std::vector<std::string> wholeOf(const std::vector<Text>& texts)
{
    std::vector<std::string> whole;
    for (const Text& text : texts)
        whole.push_back(text.title + ' ' + text.body);
    return whole;
}

// All that can be measured of texts given to articles; analyses[i] is what article i is given.
Gate gateOf(const engine::Pack& pack, const std::vector<Text>& texts, const std::vector<base::Analysis>& given)
{
    Gate gate;
    const Swap swap(wholeOf(texts));
    std::map<std::string, std::set<std::size_t>> skeletons;
    std::vector<std::string> written;
    double sentences = 0;
    double decisions = 0;
    double leaked = 0;
    for (std::size_t at = 0; at < texts.size(); ++at) {
        const std::vector<std::string> names = namesOf(texts[at]);
        std::vector<std::string> events;
        for (const base::Event& event : texts[at].analysis.events)
            events.push_back(
                pack.events->types()[static_cast<std::size_t>(pack.events->find(event.type))].label);
        for (const base::Sentence* sentence : sentencesOf(given[at])) {
            ++sentences;
            gate.specificSentences += isSpecific(sentence->text, texts[at], names, events) ? 1 : 0;
            skeletons[skeletonOf(sentence->text, names)].insert(at);
        }
        for (const base::Decision& decision : given[at].decisions) {
            ++decisions;
            gate.specificDecisions
                += isSpecific(decision.title + ' ' + decision.text, texts[at], names, events) ? 1 : 0;
        }
        const std::string text = writtenOf(given[at]);
        gate.swap += swap.finds(at, text) ? 1 : 0;
        gate.swapMasked += swap.finds(at, masked(text, namesOf(texts[at], true), " ")) ? 1 : 0;
        gate.words += static_cast<double>(wordsOf(text).size());
        written.push_back(masked(text, names, "N"));
    }
    const auto bound = static_cast<std::size_t>(std::max(1.0, 0.03 * static_cast<double>(texts.size())));
    for (std::size_t at = 0; at < texts.size(); ++at) {
        const std::vector<std::string> names = namesOf(texts[at]);
        for (const base::Sentence* sentence : sentencesOf(given[at]))
            leaked += skeletons[skeletonOf(sentence->text, names)].size() > bound ? 1 : 0;
    }
    const auto count = static_cast<double>(std::max<std::size_t>(1, texts.size()));
    gate.specificSentences /= std::max(1.0, sentences);
    gate.specificDecisions /= std::max(1.0, decisions);
    gate.swap /= count;
    gate.swapMasked /= count;
    gate.words /= count;
    gate.leak = leaked / std::max(1.0, sentences);
    gate.bleu = selfBleu(written);
    return gate;
}

void print(const char* name, const Gate& gate)
{
    std::printf("%-9s specific sentences %.3f decisions %.3f  swap masked %.3f open %.3f  self-BLEU-4 %.3f  "
                "leak %.3f  words %.0f\n",
        name, gate.specificSentences, gate.specificDecisions, gate.swapMasked, gate.swap, gate.bleu, gate.leak,
        gate.words);
}

bool mainEventIs(const base::Analysis& analysis, const std::string& type)
{
    return !analysis.events.empty() && analysis.events.front().type == type;
}

// What a canned engine would give: the text made for the first other article with the same main event.
std::vector<base::Analysis> canned(const std::vector<Text>& texts)
{
    std::vector<base::Analysis> given;
    for (std::size_t at = 0; at < texts.size(); ++at) {
        const std::string type
            = texts[at].analysis.events.empty() ? "" : texts[at].analysis.events.front().type;
        std::size_t from = (at + 1) % texts.size();
        for (std::size_t other = 0; other < texts.size(); ++other) {
            if (other != at && mainEventIs(texts[other].analysis, type)) {
                from = other;
                break;
            }
        }
        given.push_back(texts[from].analysis);
    }
    return given;
}

// Ideas of one analysis that break a rule of theirs.
int violations(const base::Analysis& analysis)
{
    int count = 0;
    std::map<std::string, int> sides;
    for (const base::Decision& decision : analysis.decisions) {
        count += decision.horizon.maxDays <= 0 || decision.horizon.minDays > decision.horizon.maxDays ? 1 : 0;
        count += decision.entry.empty() || decision.invalidation.empty() || decision.risk.empty() ? 1 : 0;
        count += decision.kind != "watch" && (decision.target.empty() || decision.stop.empty()) ? 1 : 0;
        count += (decision.kind == "pair" || decision.kind == "long_short") && decision.legs.size() < 2 ? 1 : 0;
        count += decision.text.find('{') != std::string::npos ? 1 : 0;
        if (decision.kind == "hedge")
            continue;
        for (const base::Leg& leg : decision.legs) {
            const int side = leg.side == "long" || leg.side == "buy" ? 1
                : leg.side == "short" || leg.side == "sell"          ? -1
                                                                     : 0;
            const auto [known, fresh] = sides.emplace(leg.name, side);
            count += !fresh && known->second * side < 0 ? 1 : 0;
        }
    }
    return count;
}

// The body with every ninth longer word behind the first paragraph misspelt.
std::string disturbed(const std::string& body)
{
    std::string text = body;
    std::size_t number = 0;
    const std::size_t lead = std::min(text.find("\n"), text.size());
    for (std::size_t at = lead; at + 8 < text.size(); ++at) {
        const bool starts = text[at] == ' ' && std::islower(static_cast<unsigned char>(text[at + 1])) != 0;
        const std::size_t end = text.find(' ', at + 1);
        if (!starts || end == std::string::npos || end - at < 8 || ++number % 9 != 0)
            continue;
        std::swap(text[at + 4], text[at + 5]);
    }
    return text;
}

double share(std::size_t part, std::size_t whole)
{
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::shared_ptr<const engine::Pack> packFrom(const std::vector<std::string>& places)
{
    base::Result<base::ResourceFiles> files = base::readFolder(LEADLINE_RESOURCES "/engine");
    for (const std::string& place : places) {
        if (!files || !std::filesystem::is_directory(place))
            continue;
        base::Result<base::ResourceFiles> own = base::readFolder(place);
        if (!own)
            return nullptr;
        for (auto& [name, text] : *own)
            (*files)[name] = std::move(text);
    }
    auto pack = files ? engine::loadPack(*files)
                      : base::Result<std::shared_ptr<const engine::Pack>>(files.error());
    if (pack)
        return std::move(pack).value();
    std::cerr << pack.error().text() << '\n';
    return nullptr;
}

std::vector<Text> readTexts(const std::vector<std::string>& files)
{
    std::vector<Text> texts;
    for (const std::string& file : files) {
        if (std::filesystem::is_directory(file))
            continue;
        const base::Result<std::string> bytes = base::readFile(file);
        if (!bytes) {
            std::fprintf(stderr, "%s\n", bytes.error().text().c_str());
            continue;
        }
        for (const std::string_view line : base::split(*bytes, '\n')) {
            const nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
            if (json.is_object())
                texts.push_back({json.value("title", ""), json.value("body", ""), {}});
        }
    }
    return texts;
}

void printShares(const std::vector<Text>& texts)
{
    std::size_t sections = 0;
    std::size_t ideas = 0;
    std::size_t books = 0;
    std::size_t generic = 0;
    std::size_t watched = 0;
    std::size_t high = 0;
    std::size_t highBooks = 0;
    int broken = 0;
    for (const Text& text : texts) {
        bool book = false;
        for (const base::Sentence* sentence : sentencesOf(text.analysis)) {
            book = book
                || std::any_of(sentence->provenance.rules.begin(), sentence->provenance.rules.end(),
                    [](const std::string& rule) { return rule.starts_with("playbook/"); });
        }
        const std::vector<base::Decision>& decisions = text.analysis.decisions;
        sections += text.analysis.analysis.size() >= 3 ? 1 : 0;
        ideas += decisions.size() >= 3 ? 1 : 0;
        books += book ? 1 : 0;
        generic += !book && !text.analysis.analysis.empty() ? 1 : 0;
        watched += !decisions.empty()
                && std::all_of(decisions.begin(), decisions.end(),
                    [](const base::Decision& decision) { return decision.kind == "watch"; })
            ? 1
            : 0;
        if (text.analysis.impact.score >= 0.4) {
            ++high;
            highBooks += book ? 1 : 0;
        }
        broken += violations(text.analysis);
    }
    std::printf("%zu articles: three sections or more %.3f, three decisions or more %.3f, by a playbook %.3f, "
                "by graph and effects alone %.3f, watch items alone %.3f; impact of .4 or more %zu, of these by "
                "a playbook %.3f; ideas against a rule %d\n",
        texts.size(), share(sections, texts.size()), share(ideas, texts.size()), share(books, texts.size()),
        share(generic, texts.size()), share(watched, texts.size()), high, share(highBooks, high), broken);
}

void printProvenance(const std::vector<Text>& texts)
{
    std::size_t all = 0;
    std::size_t resting = 0;
    std::map<base::Grade, std::size_t> grades;
    for (const Text& text : texts) {
        for (const base::Sentence* sentence : sentencesOf(text.analysis)) {
            ++all;
            ++grades[sentence->grade];
            resting += !sentence->provenance.rules.empty()
                    && (sentence->grade == base::Grade::C || !sentence->provenance.evidence.empty())
                ? 1
                : 0;
        }
    }
    std::printf("provenance %.3f of %zu sentences; grades A %.3f B %.3f C %.3f\n", share(resting, all), all,
        share(grades[base::Grade::A], all), share(grades[base::Grade::B], all),
        share(grades[base::Grade::C], all));
}

void printStability(const engine::Pack& pack, const std::vector<Text>& texts)
{
    std::size_t steady = 0;
    std::size_t same = 0;
    for (const Text& text : texts) {
        const base::Analysis again = analysed(pack, text.title, disturbed(text.body));
        steady += std::abs(again.impact.score - text.analysis.impact.score) <= 0.05
                && std::abs(again.sentiment.score - text.analysis.sentiment.score) <= 0.05
            ? 1
            : 0;
        same += base::toJson(analysed(pack, text.title, text.body), base::JsonDetail::Full)
                == base::toJson(text.analysis, base::JsonDetail::Full)
            ? 1
            : 0;
    }
    std::printf("stable under misspelt words %.3f, the same bytes twice %.3f\n", share(steady, texts.size()),
        share(same, texts.size()));
}

// What an analysis advises: kinds, sides and names of legs.
std::set<std::string> structureOf(const base::Analysis& analysis)
{
    std::set<std::string> parts;
    for (const base::Decision& decision : analysis.decisions) {
        for (const base::Leg& leg : decision.legs)
            parts.insert(decision.kind + '/' + leg.side + '/' + leg.name);
    }
    return parts;
}

bool advisesOtherwise(const base::Analysis& a, const base::Analysis& b)
{
    const std::set<std::string> left = structureOf(a);
    const std::set<std::string> right = structureOf(b);
    std::set<std::string> both = left;
    both.insert(right.begin(), right.end());
    const auto shared = static_cast<double>(std::count_if(
        left.begin(), left.end(), [&](const std::string& part) { return right.contains(part); }));
    return !both.empty() && shared / static_cast<double>(both.size()) < 0.5;
}

// Pairs of texts that differ in what decides: whether the analysis changes as it should. "flip": the sentiment turns
// its sign, or the advice is another one and the sentiment moves; "lower", "higher": the impact of the second;
// "change": other advice.
void printSensitivity(const engine::Pack& pack)
{
    const base::Result<std::string> bytes = base::readFile(LEADLINE_THINKING "/pairs.ndjson");
    if (!bytes)
        return;
    std::size_t all = 0;
    std::size_t right = 0;
    for (const std::string_view line : base::split(*bytes, '\n')) {
        const nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
        if (!json.is_object())
            continue;
        const auto of = [&](const char* side) {
            return analysed(pack, json[side].value("title", ""), json[side].value("body", ""));
        };
        const base::Analysis a = of("a");
        const base::Analysis b = of("b");
        const std::string expected = json.value("expect", "");
        const double moved = std::abs(a.sentiment.score - b.sentiment.score);
        const bool good = expected == "flip"
            ? a.sentiment.score * b.sentiment.score < 0 || (advisesOtherwise(a, b) && moved >= 0.1)
            : expected == "lower"  ? b.impact.score < a.impact.score
            : expected == "higher" ? b.impact.score > a.impact.score
                                   : advisesOtherwise(a, b);
        ++all;
        right += good ? 1 : 0;
        if (!good)
            std::printf("  %s not seen: %s | %s\n", expected.c_str(), json["a"].value("title", "").c_str(),
                json["b"].value("title", "").c_str());
    }
    std::printf("sensitivity to what decides %.3f of %zu pairs\n", share(right, all), all);
}

} // namespace

int thinking(const std::vector<std::string>& files)
{
    const std::shared_ptr<const engine::Pack> pack = packFrom(files);
    if (!pack)
        return 1;
    std::vector<Text> texts = readTexts(files);
    if (texts.empty()) {
        std::cerr << "no articles\n";
        return 1;
    }
    for (Text& text : texts)
        text.analysis = analysed(*pack, text.title, text.body);
    printShares(texts);
    std::vector<Text> listed;
    const std::size_t every = texts.size() >= Every * Listed ? Every : 1;
    for (std::size_t at = 0; at < texts.size() && listed.size() < Listed; at += every) {
        // The next one that is long enough and has something to think about.
        for (std::size_t next = at; next < std::min(texts.size(), at + every); ++next) {
            if (wordsOf(texts[next].body).size() >= LongEnough && !texts[next].analysis.analysis.empty()) {
                listed.push_back(texts[next]);
                break;
            }
        }
    }
    std::vector<base::Analysis> own;
    std::set<std::string> types;
    for (const Text& text : listed) {
        own.push_back(text.analysis);
        types.insert(text.analysis.events.front().type);
    }
    std::printf("listed: %zu articles of %zu main event types\n", listed.size(), types.size());
    printProvenance(listed);
    const Swap swap(wholeOf(listed));
    for (std::size_t at = 0; at < listed.size(); ++at) {
        if (!swap.finds(at, writtenOf(own[at])))
            std::printf("  not known by its analysis (%zu words): %s\n",
                wordsOf(writtenOf(own[at])).size(), listed[at].title.c_str());
    }
    print("engine", gateOf(*pack, listed, own));
    print("canned", gateOf(*pack, listed, canned(listed)));
    printStability(*pack, listed);
    printSensitivity(*pack);
    return 0;
}

} // namespace evaluate
