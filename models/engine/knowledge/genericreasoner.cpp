// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "genericreasoner.h"

#include <engine/decisions/ideas.h>
#include <engine/events/eventrules.h>
#include <engine/knowledge/facts.h>
#include <engine/knowledge/playbooks.h>
#include <engine/prose/wording.h>

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr std::size_t MaxEvents = 3; // whose effects are told
constexpr double DirectCertainty = 0.9; // below it nothing is traded, only watched

class GenericReasoner final {
public:
    GenericReasoner(const Pack& pack, const Reading& reading, ArticleSlots& slots, std::vector<std::string> told,
        WordingChoice& choice, base::Analysis& analysis)
        : m_pack(pack)
        , m_reading(reading)
        , m_slots(slots)
        , m_choice(choice)
        , m_analysis(analysis)
        , m_told(std::move(told))
    {
    }

    void run()
    {
        std::size_t told = m_told.size();
        for (const base::Event& event : m_reading.events) {
            if (event.modality == base::Modality::Historical || told >= MaxEvents)
                continue;
            if (told > 0 && prominence(m_reading, event) < 0.6)
                continue;
            if (opposes(event) || std::find(m_told.begin(), m_told.end(), event.type) != m_told.end())
                continue;
            m_told.push_back(event.type);
            const std::vector<const Effect*> effects = m_pack.playbooks->effects(event.type);
            const std::size_t before = m_analysis.claims.size();
            for (const Effect* effect : effects)
                tell(event, *effect);
            told += m_analysis.claims.size() > before ? 1 : 0;
        }
        if (!m_reading.events.empty())
            caution();
    }

private:
    // Whether the undoing of this event was told already: the more prominent of the two is what happened.
    bool opposes(const base::Event& event) const
    {
        const std::vector<EventType>& types = m_pack.events->types();
        const std::string& reverse = types[static_cast<std::size_t>(m_pack.events->find(event.type))].reverse;
        return std::any_of(m_told.begin(), m_told.end(), [&](const std::string& told) {
            return told == reverse
                || types[static_cast<std::size_t>(m_pack.events->find(told))].reverse == event.type;
        });
    }

    void tell(const base::Event& event, const Effect& effect)
    {
        const int sign = effect.relative ? effect.sign * event.polarity : effect.sign;
        if (effect.relative && sign == 0)
            return;
        Slots slots = m_slots.own(event);
        if (!isAboutSomebody(m_reading, event, slots))
            return;
        slots["up"] = sign > 0 ? "up" : "down";
        slots["more"] = sign > 0 ? "more" : "less";
        slots["gain"] = sign > 0 ? "gain" : "lose";
        slots["gains"] = sign > 0 ? "gains" : "loses";
        slots["higher"] = sign > 0 ? "higher" : "lower";
        slots["better"] = sign > 0 ? "better" : "worse";
        slots["support"] = sign > 0 ? "support" : "weigh on";
        slots["supports"] = sign > 0 ? "supports" : "weighs on";
        const std::optional<std::string> text = said(effect, effect.say, slots);
        if (!text || said(*text) || m_pack.wording->isFiller(*text))
            return;
        base::Claim claim;
        claim.id = "c" + std::to_string(m_analysis.claims.size() + 1);
        claim.predicate = effect.predicate;
        claim.subject = realise(effect.subject, slots, false).value_or(effect.event);
        claim.object = event.object;
        claim.sign = event.modality == base::Modality::Denied ? -sign : sign;
        claim.strength = std::round(effect.strength * event.certainty * 1000) / 1000;
        claim.lagMinDays = effect.lagMin;
        claim.lagMaxDays = effect.lagMax;
        claim.grade = gradeBehind(event);
        claim.provenance.evidence = {event.provenance.evidence.front()};
        claim.provenance.rules = {"effects#" + effect.event + '/' + effect.predicate};
        write("Implication", *text, claim);
        if (const std::optional<std::string> risk = said(effect, effect.risk, slots)) {
            base::Claim assumed = claim;
            assumed.grade = base::Grade::C;
            write("Key risk", *risk, assumed);
        }
        idea(event, effect, slots, claim, *text);
        m_analysis.claims.push_back(std::move(claim));
    }

    std::optional<std::string> said(
        const Effect& effect, const std::vector<Wording>& wordings, const Slots& slots) const
    {
        std::vector<const Wording*> all;
        for (const Wording& wording : wordings)
            all.push_back(&wording);
        const std::optional<SaidWording> one = m_choice.choose(all, slots, effect.place, true);
        return one ? std::optional<std::string>(one->text) : std::nullopt;
    }

    bool said(const std::string& text) const
    {
        for (const base::Section& section : m_analysis.analysis) {
            for (const base::Sentence& sentence : section.sentences) {
                if (sentence.text == text)
                    return true;
            }
        }
        return false;
    }

    void write(const std::string& name, const std::string& text, const base::Claim& claim)
    {
        if (said(text))
            return;
        auto it = std::find_if(m_analysis.analysis.begin(), m_analysis.analysis.end(),
            [&](const base::Section& section) { return section.section == name; });
        if (it == m_analysis.analysis.end()) {
            m_analysis.analysis.push_back({name, {}});
            it = std::prev(m_analysis.analysis.end());
        }
        base::Provenance provenance = claim.provenance;
        if (claim.grade == base::Grade::C)
            provenance.evidence.clear();
        m_choice.said(text);
        it->sentences.push_back({text, claim.grade, std::move(provenance), {claim.id}});
    }

    // The instrument of the leg: the company's own ticker when the leg is the company.
    std::string instrumentOf(const Effect& effect, const base::Event& event) const
    {
        if (!effect.instrument.empty())
            return effect.instrument;
        if (effect.leg != "{company}" && effect.leg != "{object}" && effect.leg != "{subject}")
            return {};
        const std::string& id = effect.leg == "{object}" ? event.object
            : event.subject.empty()                      ? event.object
                                                         : event.subject;
        const base::Entity* entity = findEntity(m_reading, id);
        return entity == nullptr ? std::string() : entity->ticker;
    }

    void idea(const base::Event& event, const Effect& effect, const Slots& slots, const base::Claim& claim,
        const std::string& thesis)
    {
        const std::optional<std::string> leg = realise(effect.leg, slots, false);
        const std::optional<std::string> invalidation = realise(effect.invalidation, slots, false);
        if (!leg || !invalidation)
            return;
        const double certainty = std::min(m_reading.certainty, event.certainty);
        const bool direct = !effect.trade.empty() && certainty >= DirectCertainty;
        base::Decision decision;
        decision.legs = {{direct ? effect.trade : "watch", *leg, instrumentOf(effect, event)}};
        if (direct && effect.relative && claim.sign < 0)
            decision.legs.front().side = effect.trade == "long" ? "short" : "long";
        decision.kind = direct ? decision.legs.front().side : "watch";
        const std::optional<std::string> watch = realise(effect.watch, slots, false);
        if (!direct && !watch)
            return;
        const std::string& side = decision.legs.front().side;
        std::string title
            = direct ? (side == "long" ? "Own " : "Short ") + *leg : "Watch " + *leg + ": " + *watch;
        if (title.size() > 90)
            title = "Watch " + *leg;
        decision.title = title;
        const int low = std::max(1, effect.lagMin);
        const int high = std::max(low, effect.lagMax);
        decision.horizon = {low, high, horizonText(effect.lagMin, high)};
        decision.entry = direct ? "half now, half on the first pullback" : "only once " + *watch;
        decision.target = direct ? "1.5\u20132R" : std::string();
        decision.stop = direct ? "1R below entry, 50 bp of the book" : std::string();
        decision.invalidation = *invalidation;
        decision.risk = direct ? "the move may be in the price already; the article states no price"
                               : "the article supports no trade yet";
        decision.grade = gradeBehind(event);
        decision.provenance = claim.provenance;
        decision.claims = {claim.id};
        ConvictionParts parts;
        parts.certainty = certainty;
        parts.strength = effect.strength;
        parts.specificity = slots.contains("figure") ? 0.8 : 0.4;
        parts.purity = decision.legs.front().instrument.empty() ? 0.4 : 0.8;
        parts.catalyst = direct ? 0.5 : 0.2;
        parts.soft = m_reading.mode == base::Mode::Explainer || m_reading.mode == base::Mode::Opinion;
        decision.conviction = conviction(parts);
        if (!direct)
            decision.conviction = std::min(decision.conviction, 0.4);
        decision.text
            = ideaText(decision, thesis, occasionOf(m_reading, slots), tellingNames(m_reading, slots));
        m_analysis.decisions.push_back(std::move(decision));
    }

    // What the article itself says against reading too much into it.
    void caution()
    {
        if (m_analysis.claims.empty())
            return;
        const base::Event& event = m_reading.events.front();
        const Slots& slots = m_slots.own(event);
        base::Claim claim = m_analysis.claims.front();
        claim.grade = base::Grade::B;
        claim.provenance = {{event.provenance.evidence.front()},
            {"modality#" + std::string(base::modalityName(event.modality))}};
        using base::Modality;
        const char* text = nullptr;
        switch (event.modality) {
        case Modality::Rumoured:
            text = "The report is not confirmed: a denial {would} undo whatever the price has taken from it";
            break;
        case Modality::Proposed:
            text = "The step ({what}) is under discussion, not taken; it can still be changed or dropped";
            break;
        case Modality::Threatened:
            text = "So far it is a threat ({what}), and threats are often bargained away";
            break;
        case Modality::Denied:
            text = "The step ({what}) was denied, so what had been priced for it should come out";
            break;
        case Modality::Delayed:
            text = "The step ({what}) is delayed, not cancelled: its effects move out rather than away";
            break;
        case Modality::Conditional:
            text = "All of this hangs on conditions the article leaves open";
            break;
        default:
            return;
        }
        Slots own = slots;
        own["would"] = "would";
        if (const std::optional<std::string> sentence = realise(text, own, true))
            write("Key risk", *sentence, claim);
    }

    const Pack& m_pack;
    const Reading& m_reading;
    ArticleSlots& m_slots;
    WordingChoice& m_choice;
    base::Analysis& m_analysis;
    std::vector<std::string> m_told; // event types
};

} // namespace

void reasonGenerically(const Pack& pack, const Reading& reading, ArticleSlots& slots,
    const std::vector<std::string>& told, WordingChoice& choice, base::Analysis& analysis)
{
    GenericReasoner(pack, reading, slots, told, choice, analysis).run();
}

} // namespace engine
