// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/pack.h>
#include <engine/prose/wording.h>
#include <engine/reading.h>

#include <optional>
#include <vector>

namespace engine {

// What an article gives to the slots of any text; what is not known has no slot. Each is made when first asked for.
class ArticleSlots final {
public:
    ArticleSlots(const Pack& pack, const Reading& reading);

    // {will} by its certainty; {gov}, {theme} of its strongest events; {dom}, {share}, {years}, {uses}, {stat_source}
    // of its material's bottleneck.
    const Slots& common();
    // Of one of its events: {event} as a noun phrase, {event_short} the same without names and figures, {what} its
    // type's name, {subject}, {object}, {theme}, {figure}, {from}, {to}, {expected}, {when}, {will}; {company} and
    // {ticker} of whom it befalls, and {sector}, {sector_adj}, {sector_fund}, {suppliers}, {customers},
    // {sector_cost}, {sector_demand} of its sector; {country}, {currency}.
    const Slots& own(const base::Event& event);
    // Both, where the event's own go before.
    const Slots& of(const base::Event& event);

private:
    std::size_t indexOf(const base::Event& event) const;

    const Pack& m_pack;
    const Reading& m_reading;
    std::optional<Slots> m_common;
    std::vector<std::optional<Slots>> m_own; // by event
    std::vector<std::optional<Slots>> m_both;
};

// Whether there is somebody of whom a thing can be said: a company's event without a company is worth a word only
// where the head tells it as done.
bool isAboutSomebody(const Reading& reading, const base::Event& event, const Slots& slots);

// The event for a text that names nothing else of the article: its noun phrase, with the foremost entity behind it
// when it names none itself.
std::string occasionOf(const Reading& reading, const Slots& slots);
// Names that make a text this article's: of company, subject, object and foremost entities.
std::vector<std::string> tellingNames(const Reading& reading, const Slots& slots);

// The entity with this id; null when the article does not name it.
const base::Entity* findEntity(const Reading& reading, const std::string& id);

} // namespace engine
