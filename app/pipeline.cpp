// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "pipeline.h"

#include <base/quietthread.h>
#include <engine/analyser.h>

namespace app {

base::Result<ingest::InputDocument> readInput(const InputBytes& input, const ingest::InputOptions& options)
{
    base::beginWork(base::Work::Parse);
    ingest::InputContext context;
    context.name = input.name;
    context.url = input.url;
    context.contentType = input.contentType;
    context.received = input.received;
    base::Result<ingest::InputDocument> document = ingest::readInput(input.bytes, context, options);
    if (!document && document.error().context.empty())
        document.error().context = input.name;
    return document;
}

base::Analysis analyseArticle(const engine::Pack& pack, const base::Article& article)
{
    base::beginWork(base::Work::Analysis);
    engine::ArticleText text;
    text.title = article.title;
    text.body = article.body;
    text.source = article.source;
    text.published = article.published;
    text.language = article.language;
    return engine::analyse(pack, text);
}

} // namespace app
