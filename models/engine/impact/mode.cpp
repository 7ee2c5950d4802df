// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "impactpriors.h"

#include <algorithm>
#include <set>

namespace engine {

namespace {

struct Signs {
    int explainerTitle = 0;
    int opinionTitle = 0;
    int wrapTitle = 0;
    int recapTitle = 0;
    int datedEarly = 0; // in title and the first three sentences
    int dated = 0;
    int firstPerson = 0;
    int said = 0; // sentences with a reporting verb in the past
    int present = 0; // sentences in the general present
    int sentences = 0;
    base::Span title;
    base::Span opinionSpan;
    base::Span presentSpan;
};

bool hasWord(
    const Document& document, const TextSentence& sentence, std::initializer_list<std::string_view> words)
{
    for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at) {
        const std::string_view text = document.lower(sentence, document.tokens[at]);
        if (std::find(words.begin(), words.end(), text) != words.end())
            return true;
    }
    return false;
}

Signs readSigns(const ImpactPriors& priors, const Document& document)
{
    Signs signs;
    std::vector<PhraseSet::Hit> hits;
    for (std::size_t index = 0; index < document.sentences.size(); ++index) {
        const TextSentence& sentence = document.sentences[index];
        if (sentence.boilerplate)
            continue;
        const bool title = sentence.zone == Zone::Title;
        if (title)
            signs.title = sentence.span;
        else
            ++signs.sentences;
        bool dated = false;
        for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at) {
            hits.clear();
            priors.cues().matchAt(document.tokens, at, sentence.lastToken, hits);
            // Titles name their kind at their head: "Opinion: …", "How …", "… explained".
            const bool head = at - sentence.firstToken <= 1;
            for (const PhraseSet::Hit& hit : hits) {
                using Cue = ImpactPriors::Cue;
                const auto cue = static_cast<Cue>(hit.phrase);
                if (cue == Cue::Dated)
                    dated = true;
                else if (cue == Cue::FirstPerson && !title && !document.tokens[at].is(Quoted)) {
                    ++signs.firstPerson;
                    signs.opinionSpan = sentence.span;
                } else if (title && cue == Cue::Explainer
                    && (head || hit.last - hit.first > 1 || at + 1 >= sentence.lastToken))
                    ++signs.explainerTitle;
                else if (title && cue == Cue::Opinion && head)
                    ++signs.opinionTitle;
                else if (title && cue == Cue::Wrap)
                    ++signs.wrapTitle;
                else if (title && cue == Cue::Recap)
                    ++signs.recapTitle;
            }
        }
        if (title && document.title.ends_with('?'))
            ++signs.explainerTitle;
        signs.dated += dated ? 1 : 0;
        signs.datedEarly += dated && index <= 3 ? 1 : 0;
        const bool said = hasWord(document, sentence, {"said", "told", "reported", "announced"});
        signs.said += said && dated ? 1 : 0;
        if (!title && !dated
            && hasWord(document, sentence,
                {"is", "are", "has", "have", "can", "need", "needs", "makes", "remain", "remains", "means",
                    "makes", "depends", "usually", "often", "now"})) {
            ++signs.present;
            if (signs.presentSpan.size() == 0)
                signs.presentSpan = sentence.span;
        }
    }
    return signs;
}

std::size_t unrelatedNames(const Reading& reading)
{
    std::set<std::string> names;
    for (const base::Entity& entity : reading.entities) {
        if (entity.kind == "company" || entity.kind == "index")
            names.insert(entity.id);
    }
    return names.size();
}

void setMode(Reading& reading, base::Mode mode, const base::Span& evidence, const std::string& rule)
{
    reading.mode = mode;
    if (evidence.size() > 0)
        reading.modeEvidence.evidence = {evidence};
    reading.modeEvidence.rules = {rule};
}

} // namespace

void decideMode(const ImpactPriors& priors, Reading& reading)
{
    const Signs signs = readSigns(priors, reading.document);
    const double sentences = std::max(1, signs.sentences);
    const bool hardNews
        = std::any_of(reading.events.begin(), reading.events.end(), [&](const base::Event& event) {
              return event.certainty >= 0.9 && event.provenance.evidence.front().field == base::Field::Title;
          });
    double explainer = 2.0 * std::min(signs.explainerTitle, 1);
    explainer += signs.datedEarly == 0 ? 0.9 : -0.7;
    explainer += signs.dated == 0 ? 0.6 : -0.3;
    explainer += signs.present / sentences >= 0.3 ? 0.7 : 0;
    explainer += signs.said == 0 ? 0.3 : -0.5;
    explainer += signs.sentences >= 12 ? 0.4 : signs.sentences < 5 ? -1.2 : 0;
    explainer += hardNews ? -0.5 : 0;
    if (signs.opinionTitle > 0 || signs.firstPerson >= 3 || signs.firstPerson / sentences > 0.12)
        setMode(reading, base::Mode::Opinion, signs.opinionTitle > 0 ? signs.title : signs.opinionSpan,
            "impact#opinion");
    else if (signs.wrapTitle > 0 && unrelatedNames(reading) >= 4)
        setMode(reading, base::Mode::Wrap, signs.title, "impact#wrap");
    else if (signs.recapTitle > 0)
        setMode(reading, base::Mode::Recap, signs.title, "impact#recap");
    else if (explainer >= 1.8)
        setMode(reading, base::Mode::Explainer, signs.explainerTitle > 0 ? signs.title : signs.presentSpan,
            "impact#explainer");
    else
        setMode(reading, base::Mode::News, {}, "impact#news");
    const bool soft = reading.mode == base::Mode::Explainer || reading.mode == base::Mode::Opinion
        || reading.mode == base::Mode::Recap;
    if (!soft)
        return;
    const base::Modality modality = reading.mode == base::Mode::Opinion ? base::Modality::Conditional
        : reading.mode == base::Mode::Recap                             ? base::Modality::Historical
                                                                        : base::Modality::Explanatory;
    for (base::Event& event : reading.events) {
        if (event.certainty <= certaintyOf(modality))
            continue;
        event.certainty = certaintyOf(modality);
        if (event.modality == base::Modality::Completed || event.modality == base::Modality::Announced)
            event.modality = modality;
    }
}

} // namespace engine
