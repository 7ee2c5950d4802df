// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "vocabulary.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace engine {

namespace {

// Lemma and its forms that no rule gives, separated by spaces; by lemma.
constexpr std::pair<std::string_view, std::string_view> Irregular[] = {
    {"arise", "arises arose arisen arising"},
    {"be", "is are was were been being am"},
    {"bear", "bears bore borne bearing"},
    {"become", "becomes became becoming"},
    {"begin", "begins began begun beginning"},
    {"bid", "bids bidding"},
    {"break", "breaks broke broken breaking"},
    {"bring", "brings brought bringing"},
    {"build", "builds built building"},
    {"buy", "buys bought buying"},
    {"catch", "catches caught catching"},
    {"choose", "chooses chose chosen choosing"},
    {"come", "comes came coming"},
    {"cost", "costs costing"},
    {"crisis", "crises"},
    {"cut", "cuts cutting"},
    {"deal", "deals dealt dealing"},
    {"do", "does did done doing"},
    {"draw", "draws drew drawn drawing"},
    {"drive", "drives drove driven driving"},
    {"eat", "eats ate eaten eating"},
    {"fall", "falls fell fallen falling"},
    {"feel", "feels felt feeling"},
    {"fight", "fights fought fighting"},
    {"find", "finds found finding"},
    {"fly", "flies flew flown flying"},
    {"forecast", "forecasts forecasted forecasting"},
    {"freeze", "freezes froze frozen freezing"},
    {"get", "gets got gotten getting"},
    {"give", "gives gave given giving"},
    {"go", "goes went gone going"},
    {"grow", "grows grew grown growing"},
    {"have", "has had having"},
    {"hit", "hits hitting"},
    {"hold", "holds held holding"},
    {"hurt", "hurts hurting"},
    {"keep", "keeps kept keeping"},
    {"know", "knows knew known knowing"},
    {"lay", "lays laid laying"},
    {"lead", "leads led leading"},
    {"leave", "leaves left leaving"},
    {"lend", "lends lent lending"},
    {"let", "lets letting"},
    {"lose", "loses lost losing"},
    {"make", "makes made making"},
    {"man", "men"},
    {"mean", "means meant meaning"},
    {"meet", "meets met meeting"},
    {"outgrow", "outgrows outgrew outgrown"},
    {"outrun", "outruns outran outrunning"},
    {"overcome", "overcomes overcame overcoming"},
    {"overshoot", "overshoots overshot"},
    {"pay", "pays paid paying"},
    {"put", "puts putting"},
    {"quit", "quits quitting"},
    {"read", "reads reading"},
    {"rebuild", "rebuilds rebuilt rebuilding"},
    {"ride", "rides rode ridden riding"},
    {"rise", "rises rose risen rising"},
    {"run", "runs ran running"},
    {"say", "says said saying"},
    {"see", "sees saw seen seeing"},
    {"seek", "seeks sought seeking"},
    {"sell", "sells sold selling"},
    {"send", "sends sent sending"},
    {"set", "sets setting"},
    {"shake", "shakes shook shaken shaking"},
    {"shrink", "shrinks shrank shrunk shrinking"},
    {"shut", "shuts shutting"},
    {"sink", "sinks sank sunk sinking"},
    {"slide", "slides slid sliding"},
    {"speak", "speaks spoke spoken speaking"},
    {"spend", "spends spent spending"},
    {"spread", "spreads spreading"},
    {"spring", "springs sprang sprung"},
    {"stand", "stands stood standing"},
    {"steal", "steals stole stolen stealing"},
    {"stick", "sticks stuck sticking"},
    {"strike", "strikes struck striking"},
    {"swing", "swings swung swinging"},
    {"take", "takes took taken taking"},
    {"tell", "tells told telling"},
    {"think", "thinks thought thinking"},
    {"thrive", "thrives thrived throve thriving"},
    {"throw", "throws threw thrown throwing"},
    {"undercut", "undercuts undercutting"},
    {"undergo", "undergoes underwent undergone"},
    {"understand", "understands understood"},
    {"undertake", "undertakes undertook undertaken"},
    {"upset", "upsets upsetting"},
    {"win", "wins won winning"},
    {"withdraw", "withdraws withdrew withdrawn withdrawing"},
    {"woman", "women"},
    {"write", "writes wrote written writing"},
};

constexpr std::string_view Doubling[] = {"admit", "allot", "ban", "bar", "cancel", "cap", "chop", "clip", "commit",
    "compel", "control", "defer", "dim", "dip", "drag", "drop", "excel", "expel", "flag", "flop", "fret", "fuel",
    "halt", "hop", "incur", "jam", "knit", "label", "lag", "level", "log", "map", "model", "nab", "nip", "occur",
    "omit", "outbid", "patrol", "permit", "pin", "plan", "plot", "plug", "prefer", "prop", "quit", "ram", "rebel",
    "rebut", "refer", "regret", "rig", "rip", "rob", "rub", "sag", "scrap", "scrub", "ship", "signal", "skid",
    "skip", "slam", "slap", "slip", "slot", "slow", "snap", "snub", "spot", "spur", "star", "stem", "step", "stir",
    "stop", "strip", "stun", "submit", "swap", "tap", "throb", "tip", "top", "total", "transfer", "transmit",
    "trap", "travel", "trim", "trip", "tug", "wrap", "zap"};

static_assert(std::is_sorted(std::begin(Irregular), std::end(Irregular)));
static_assert(std::is_sorted(std::begin(Doubling), std::end(Doubling)));

bool isVowel(char letter) { return std::string_view("aeiou").find(letter) != std::string_view::npos; }

bool endsWithAny(std::string_view text, std::initializer_list<std::string_view> endings)
{
    return std::any_of(
        endings.begin(), endings.end(), [&](std::string_view ending) { return text.ends_with(ending); });
}

void add(std::vector<std::string>& forms, std::string form)
{
    if (std::find(forms.begin(), forms.end(), form) == forms.end())
        forms.push_back(std::move(form));
}

void addRegular(std::vector<std::string>& forms, std::string_view lemma)
{
    const std::string word(lemma);
    const std::string stem = word.substr(0, word.size() - 1);
    const bool consonantY = word.size() > 2 && word.back() == 'y' && !isVowel(word[word.size() - 2]);
    if (consonantY)
        add(forms, stem + "ies");
    else if (endsWithAny(word, {"s", "x", "z", "ch", "sh"}))
        add(forms, word + "es");
    else
        add(forms, word + "s");
    if (word.ends_with("ee")) {
        add(forms, word + "d");
        add(forms, word + "ing");
    } else if (word.ends_with('e')) {
        add(forms, word + "d");
        add(forms, (word.ends_with("ie") ? word.substr(0, word.size() - 2) + "y" : stem) + "ing");
    } else if (consonantY) {
        add(forms, stem + "ied");
        add(forms, word + "ing");
    } else if (std::binary_search(std::begin(Doubling), std::end(Doubling), lemma)) {
        add(forms, word + word.back() + "ed");
        add(forms, word + word.back() + "ing");
        add(forms, word + "ed");
        add(forms, word + "ing");
    } else {
        add(forms, word + "ed");
        add(forms, word + "ing");
    }
}

// The same word in the other of American and British spelling; empty when both write it alike.
std::string otherSpelling(std::string_view word)
{
    constexpr std::pair<std::string_view, std::string_view> Pairs[]
        = {{"licence", "license"}, {"defence", "defense"}, {"offence", "offense"}, {"labour", "labor"},
            {"favour", "favor"}, {"harbour", "harbor"}, {"programme", "program"}, {"centre", "center"},
            {"fibre", "fiber"}, {"metre", "meter"}, {"litre", "liter"}, {"tyre", "tire"},
            {"aluminium", "aluminum"}, {"sulphur", "sulfur"}, {"cheque", "check"}, {"plough", "plow"},
            {"judgement", "judgment"}, {"colour", "color"}, {"behaviour", "behavior"},
            {"neighbour", "neighbor"}, {"travelling", "traveling"}};
    for (const auto& [british, american] : Pairs) {
        if (word == british)
            return std::string(american);
        if (word == american && american != "check" && american != "tire" && american != "meter")
            return std::string(british);
    }
    constexpr std::string_view Ise[] = {"advertise", "advise", "arise", "comprise", "compromise", "devise",
        "exercise", "franchise", "merchandise", "otherwise", "precise", "premise", "promise", "raise", "rise",
        "supervise", "surprise", "revise", "wise", "enterprise", "expertise", "noise", "praise", "cruise"};
    if (word.ends_with("ise") && std::find(std::begin(Ise), std::end(Ise), word) == std::end(Ise))
        return std::string(word.substr(0, word.size() - 3)) + "ize";
    if (word.ends_with("ize") && word.size() > 5)
        return std::string(word.substr(0, word.size() - 3)) + "ise";
    return {};
}

void addForms(std::vector<std::string>& forms, std::string_view lemma)
{
    add(forms, std::string(lemma));
    if (lemma.size() < 2 || !std::all_of(lemma.begin(), lemma.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || c == '-' || static_cast<unsigned char>(c) >= 0x80;
        }))
        return;
    const auto irregular = std::lower_bound(std::begin(Irregular), std::end(Irregular), lemma,
        [](const auto& entry, std::string_view word) { return entry.first < word; });
    if (irregular != std::end(Irregular) && irregular->first == lemma) {
        std::string_view rest = irregular->second;
        while (!rest.empty()) {
            const std::size_t space = std::min(rest.find(' '), rest.size());
            add(forms, std::string(rest.substr(0, space)));
            rest.remove_prefix(std::min(space + 1, rest.size()));
        }
        return;
    }
    addRegular(forms, lemma);
}

} // namespace

std::vector<std::string> inflections(std::string_view lemma)
{
    std::vector<std::string> forms;
    addForms(forms, lemma);
    if (const std::string other = otherSpelling(lemma); !other.empty())
        addForms(forms, other);
    return forms;
}

} // namespace engine
