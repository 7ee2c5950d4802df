// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/pack.h>
#include <engine/prose/wording.h>
#include <engine/reading.h>

namespace engine {

// What an article gives to the slots of any text: {will} by its certainty; {gov}, {theme} of its strongest
// events; {dom}, {share}, {years}, {uses}, {stat_source} of its material's bottleneck. What is not known has
// no slot.
Slots commonSlots(const Pack& pack, const Reading& reading);

// {subject}, {object}, {theme}, {figure}, {what}, {will} of one event.
Slots eventSlots(const Pack& pack, const Reading& reading, const base::Event& event);

// The entity with this id; null when the article does not name it.
const base::Entity* findEntity(const Reading& reading, const std::string& id);

} // namespace engine
