// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <engine/analyser.h>
#include <engine/pack.h>

#include <stdexcept>

// The shipped pack, loaded from the resources folder.
namespace support {

inline std::shared_ptr<const engine::Pack> shippedPack()
{
    const base::Result<base::ResourceFiles> files = base::readFolder(LEADLINE_RESOURCES "/engine");
    if (!files)
        throw std::runtime_error(files.error().text());
    const base::Result<std::shared_ptr<const engine::Pack>> pack = engine::loadPack(*files);
    if (!pack)
        throw std::runtime_error(pack.error().text());
    return *pack;
}

inline base::Analysis analyse(const engine::Pack& pack, std::string_view title, std::string_view body)
{
    engine::ArticleText text;
    text.title = title;
    text.body = body;
    return engine::analyse(pack, text);
}

inline const base::Event* eventOf(const base::Analysis& analysis, const std::string& type)
{
    for (const base::Event& event : analysis.events) {
        if (event.type == type)
            return &event;
    }
    return nullptr;
}

} // namespace support
