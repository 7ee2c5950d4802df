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
    {"bend", "bends bent bending"},
    {"bet", "bets betting"},
    {"bid", "bids bidding"},
    {"bind", "binds bound binding"},
    {"bite", "bites bit bitten biting"},
    {"bleed", "bleeds bled bleeding"},
    {"blow", "blows blew blown blowing"},
    {"break", "breaks broke broken breaking"},
    {"bring", "brings brought bringing"},
    {"broadcast", "broadcasts broadcasting"},
    {"build", "builds built building"},
    {"burn", "burns burned burnt burning"},
    {"burst", "bursts bursting"},
    {"bust", "busts busted busting"},
    {"buy", "buys bought buying"},
    {"cast", "casts casting"},
    {"catch", "catches caught catching"},
    {"choose", "chooses chose chosen choosing"},
    {"cling", "clings clung clinging"},
    {"come", "comes came coming"},
    {"cost", "costs costing"},
    {"creep", "creeps crept creeping"},
    {"crisis", "crises"},
    {"cut", "cuts cutting"},
    {"deal", "deals dealt dealing"},
    {"dig", "digs dug digging"},
    {"dive", "dives dived dove diving"},
    {"do", "does did done doing"},
    {"draw", "draws drew drawn drawing"},
    {"drive", "drives drove driven driving"},
    {"eat", "eats ate eaten eating"},
    {"fall", "falls fell fallen falling"},
    {"feed", "feeds fed feeding"},
    {"feel", "feels felt feeling"},
    {"fight", "fights fought fighting"},
    {"find", "finds found finding"},
    {"flee", "flees fled fleeing"},
    {"fly", "flies flew flown flying"},
    {"forbid", "forbids forbade forbidden forbidding"},
    {"forecast", "forecasts forecasted forecasting"},
    {"forget", "forgets forgot forgotten forgetting"},
    {"forgive", "forgives forgave forgiven forgiving"},
    {"forgo", "forgoes forwent forgone forgoing"},
    {"freeze", "freezes froze frozen freezing"},
    {"get", "gets got gotten getting"},
    {"give", "gives gave given giving"},
    {"go", "goes went gone going"},
    {"grind", "grinds ground grinding"},
    {"grow", "grows grew grown growing"},
    {"hang", "hangs hung hanging"},
    {"have", "has had having"},
    {"hide", "hides hid hidden hiding"},
    {"hit", "hits hitting"},
    {"hold", "holds held holding"},
    {"hurt", "hurts hurting"},
    {"keep", "keeps kept keeping"},
    {"know", "knows knew known knowing"},
    {"lay", "lays laid laying"},
    {"lead", "leads led leading"},
    {"lean", "leans leaned leant leaning"},
    {"leap", "leaps leapt leaped leaping"},
    {"leave", "leaves left leaving"},
    {"lend", "lends lent lending"},
    {"let", "lets letting"},
    {"light", "lights lit lighted lighting"},
    {"lose", "loses lost losing"},
    {"make", "makes made making"},
    {"man", "men"},
    {"mean", "means meant meaning"},
    {"meet", "meets met meeting"},
    {"mislead", "misleads misled misleading"},
    {"offset", "offsets offsetting"},
    {"outbid", "outbids outbidding"},
    {"outdo", "outdoes outdid outdone outdoing"},
    {"outgrow", "outgrows outgrew outgrown"},
    {"outgun", "outguns outgunned outgunning"},
    {"outrun", "outruns outran outrunning"},
    {"outsell", "outsells outsold outselling"},
    {"outspend", "outspends outspent outspending"},
    {"overcome", "overcomes overcame overcoming"},
    {"overpay", "overpays overpaid overpaying"},
    {"oversell", "oversells oversold overselling"},
    {"overshoot", "overshoots overshot"},
    {"overspend", "overspends overspent overspending"},
    {"overtake", "overtakes overtook overtaken overtaking"},
    {"overthrow", "overthrows overthrew overthrown overthrowing"},
    {"pay", "pays paid paying"},
    {"put", "puts putting"},
    {"quit", "quits quitting"},
    {"read", "reads reading"},
    {"rebuild", "rebuilds rebuilt rebuilding"},
    {"relight", "relights relit relighting"},
    {"repay", "repays repaid repaying"},
    {"rerun", "reruns reran rerunning"},
    {"resell", "resells resold reselling"},
    {"reset", "resets resetting"},
    {"rethink", "rethinks rethought rethinking"},
    {"rid", "rids ridding"},
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
    {"shed", "sheds shedding"},
    {"shoot", "shoots shot shooting"},
    {"shrink", "shrinks shrank shrunk shrinking"},
    {"shrug", "shrugs shrugged shrugging"},
    {"shut", "shuts shutting"},
    {"sink", "sinks sank sunk sinking"},
    {"slide", "slides slid sliding"},
    {"speak", "speaks spoke spoken speaking"},
    {"spend", "spends spent spending"},
    {"spin", "spins spun spinning"},
    {"split", "splits splitting"},
    {"spoil", "spoils spoiled spoilt spoiling"},
    {"spread", "spreads spreading"},
    {"spring", "springs sprang sprung"},
    {"stand", "stands stood standing"},
    {"steal", "steals stole stolen stealing"},
    {"stick", "sticks stuck sticking"},
    {"sting", "stings stung stinging"},
    {"strike", "strikes struck striking"},
    {"string", "strings strung stringing"},
    {"sweep", "sweeps swept sweeping"},
    {"swell", "swells swelled swollen swelling"},
    {"swing", "swings swung swinging"},
    {"take", "takes took taken taking"},
    {"tear", "tears tore torn tearing"},
    {"tell", "tells told telling"},
    {"think", "thinks thought thinking"},
    {"thrive", "thrives thrived throve thriving"},
    {"throw", "throws threw thrown throwing"},
    {"thrust", "thrusts thrusting"},
    {"undercut", "undercuts undercutting"},
    {"undergo", "undergoes underwent undergone"},
    {"undersell", "undersells undersold underselling"},
    {"understand", "understands understood"},
    {"undertake", "undertakes undertook undertaken"},
    {"undo", "undoes undid undone undoing"},
    {"unfreeze", "unfreezes unfroze unfrozen unfreezing"},
    {"unwind", "unwinds unwound unwinding"},
    {"uphold", "upholds upheld upholding"},
    {"upset", "upsets upsetting"},
    {"wear", "wears wore worn wearing"},
    {"win", "wins won winning"},
    {"wind", "winds wound winding"},
    {"withdraw", "withdraws withdrew withdrawn withdrawing"},
    {"withhold", "withholds withheld withholding"},
    {"withstand", "withstands withstood withstanding"},
    {"woman", "women"},
    {"wring", "wrings wrung wringing"},
    {"write", "writes wrote written writing"},
};

constexpr std::string_view Doubling[] = {"admit", "allot", "backpedal", "bag", "ban", "bar", "blot", "bog",
    "cancel", "cap", "channel", "chop", "clip", "clog", "commit", "compel", "concur", "control", "defer",
    "deter", "dial", "dim", "dip", "dog", "drag", "drip", "drop", "entrap", "equip", "excel", "expel", "flag",
    "flip", "flop", "fret", "fuel", "grab", "grip", "halt", "handicap", "hop", "incur", "jab", "jam", "jar",
    "jot", "kidnap", "knit", "label", "lag", "level", "log", "lop", "map", "mar", "marvel", "model", "mop",
    "nab", "nag", "nip", "nod", "occur", "omit", "outbid", "outfit", "outstrip", "overlap", "pad", "patrol",
    "peg", "pencil", "pep", "permit", "pin", "pip", "plan", "plod", "plot", "plug", "pop", "prefer", "prod",
    "prop", "quit", "ram", "rebel", "rebut", "recur", "refer", "regret", "rev", "revel", "rig", "rip",
    "rival", "rob", "rot", "rub", "sag", "sap", "scar", "scrap", "scrub", "ship", "shovel", "shun",
    "sidestep", "signal", "skid", "skim", "skip", "slam", "slap", "slim", "slip", "slit", "slot", "slow",
    "snap", "snip", "snub", "spar", "spot", "spur", "stab", "star", "stem", "step", "stir", "stop", "strip",
    "stun", "submit", "swap", "tag", "tap", "thin", "throb", "tip", "top", "total", "transfer", "transmit",
    "trap", "travel", "trim", "trip", "tug", "tunnel", "unplug", "unwrap", "whip", "worship", "wrap", "zap"};

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
