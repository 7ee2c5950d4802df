// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// Any bytes as an input, and what comes of them through the engine: no crash, no identity twice, and
// every span inside its text.
#include "fuzz.h"

#include <base/files.h>
#include <engine/analyser.h>
#include <engine/pack.h>
#include <ingest/input.h>

#include <set>

namespace {

const engine::Pack& pack()
{
    static const std::shared_ptr<const engine::Pack> loaded
        = engine::loadPack(base::readFolder(LEADLINE_RESOURCES "/engine").value()).value();
    return *loaded;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    ingest::InputContext context;
    context.name = "input";
    const auto document = ingest::readInput(fuzz::text(data, size), context);
    if (!document)
        return 0;
    std::set<std::string> identities;
    for (const base::Article& article : document->articles) {
        fuzz::requireSound(article);
        fuzz::require(identities.insert(article.identity).second, "an identity stands once");
        engine::ArticleText text;
        text.title = article.title;
        text.body = article.body;
        const base::Analysis analysis = engine::analyse(pack(), text);
        for (const base::Sentence& sentence : analysis.summary) {
            for (const base::Span& span : sentence.provenance.evidence) {
                const std::string& whole = span.field == base::Field::Title ? article.title : article.body;
                fuzz::require(span.begin < span.end && span.end <= whole.size(), "a span lies in its text");
            }
        }
    }
    return 0;
}
