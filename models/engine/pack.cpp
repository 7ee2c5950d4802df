// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "pack.h"

#include <base/strings.h>
#include <engine/entities/gazetteer.h>
#include <engine/events/eventrules.h>
#include <engine/impact/impactpriors.h>
#include <engine/knowledge/graph.h>
#include <engine/knowledge/playbooks.h>
#include <engine/parsedtoml.h>
#include <engine/prose/wording.h>
#include <engine/sentiment/classifier.h>
#include <engine/sentiment/lexicon.h>
#include <engine/stories/storylexicon.h>
#include <engine/tables.h>
#include <engine/topics/topicmodel.h>
#include <engine/topics/topicrules.h>

namespace engine {

namespace {

// Loads one part; keeps the first error.
template <class Part>
void loadPart(std::shared_ptr<const Part>& part, const base::ResourceFiles& files, Vocabulary& vocabulary,
    std::optional<base::Error>& error)
{
    if (error)
        return;
    base::Result<std::shared_ptr<const Part>> loaded = Part::load(files, vocabulary);
    if (loaded)
        part = std::move(loaded).value();
    else
        error = loaded.error();
}

} // namespace

base::Result<std::shared_ptr<const Pack>> loadPack(const base::ResourceFiles& files)
{
    auto pack = std::make_shared<Pack>();
    std::uint64_t hash = base::hash64("pack");
    for (const auto& [name, text] : files) {
        if (!name.ends_with(ParsedSuffix)) // says nothing that its text does not
            hash = contentHash(text, base::hash64(name, hash));
    }
    pack->hash = base::hex64(hash);
    std::optional<base::Error> error;
    // Rules before names: a lemma's inflections belong to the rules that asked for them.
    loadPart(pack->sentiment, files, pack->vocabulary, error);
    loadPart(pack->events, files, pack->vocabulary, error);
    loadPart(pack->topics, files, pack->vocabulary, error);
    loadPart(pack->topicModel, files, pack->vocabulary, error);
    loadPart(pack->impact, files, pack->vocabulary, error);
    loadPart(pack->playbooks, files, pack->vocabulary, error);
    loadPart(pack->graph, files, pack->vocabulary, error);
    loadPart(pack->wording, files, pack->vocabulary, error);
    loadPart(pack->stories, files, pack->vocabulary, error);
    loadPart(pack->sentimentModel, files, pack->vocabulary, error); // of the rules' words, not of names
    loadPart(pack->gazetteer, files, pack->vocabulary, error);
    if (!error && pack->topicModel->topics() != pack->topics->topics().size())
        error = dataError("models/topics.bin", "was made for other topics than topics.toml has");
    if (error)
        return *error;
    return std::shared_ptr<const Pack>(std::move(pack));
}

} // namespace engine
