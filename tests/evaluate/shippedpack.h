// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <engine/pack.h>

#include <iostream>
#include <memory>

namespace evaluate {

// The engine's data as they stand in the tree; nothing, and the reason on stderr, when they cannot be read.
inline std::shared_ptr<const engine::Pack> shippedPack()
{
    const auto resources = base::readFolder(LEADLINE_RESOURCES "/engine");
    auto pack = resources ? engine::loadPack(*resources)
                          : base::Result<std::shared_ptr<const engine::Pack>>(resources.error());
    if (pack)
        return std::move(pack).value();
    std::cerr << pack.error().text() << '\n';
    return nullptr;
}

} // namespace evaluate
