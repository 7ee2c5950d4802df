// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "eventsets.h"

#include "labelledsets.h"

#include <base/files.h>
#include <base/strings.h>

#include <nlohmann/json.hpp>

namespace evaluate {

std::vector<engine::EventText> eventTrainingTexts(const std::string& folder)
{
    std::vector<engine::EventText> texts;
    for (const auto& [name, cells] : readTables(folder)) {
        if (cells.size() != 2 || name.ends_with("-measure.tsv"))
            continue;
        engine::EventText text{cells[1], {}};
        for (const std::string_view type : base::split(cells[0], ',')) {
            if (type != "none")
                text.types.emplace_back(base::trimmed(type));
        }
        texts.push_back(std::move(text));
    }
    const base::Result<base::ResourceFiles> files = base::readFolder(folder);
    if (!files)
        return texts;
    for (const auto& [name, bytes] : *files) {
        if (!name.ends_with(".ndjson") || name.ends_with("-measure.ndjson"))
            continue;
        for (const std::string_view line : base::split(bytes, '\n')) {
            const nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
            if (!json.is_object())
                continue;
            engine::EventText text{json.value("text", std::string()), {}};
            bool optional = false;
            for (const nlohmann::json& event : json.value("events", nlohmann::json::array())) {
                optional = optional || event.value("optional", false);
                for (const std::string& type : event.value("types", std::vector<std::string>()))
                    text.types.push_back(type);
            }
            if (!optional)
                texts.push_back(std::move(text));
        }
    }
    return texts;
}

} // namespace evaluate
