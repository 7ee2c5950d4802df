// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "tables.h"

#include <base/strings.h>

namespace engine {

base::Error dataError(const std::string& place, const std::string& reason)
{
    return {base::ErrorCode::InvalidInput, reason, place};
}

base::Result<std::vector<TableRow>> readTable(
    const base::ResourceFiles& files, const std::string& name, std::size_t columns)
{
    const auto file = files.find(name);
    if (file == files.end())
        return dataError(name, "the file is missing");
    std::vector<TableRow> rows;
    int number = 0;
    for (std::string_view line : base::split(file->second, '\n')) {
        ++number;
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (base::trimmed(line).empty() || line.front() == '#')
            continue;
        TableRow row;
        row.place = name + ':' + std::to_string(number);
        for (const std::string_view cell : base::split(line, '\t'))
            row.cells.emplace_back(base::trimmed(cell));
        if (row.cells.size() != columns) {
            return dataError(row.place,
                std::to_string(row.cells.size()) + " columns where " + std::to_string(columns) + " belong");
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<std::string> parts(std::string_view cell, char separator)
{
    std::vector<std::string> list;
    for (const std::string_view part : base::split(cell, separator)) {
        if (const std::string_view text = base::trimmed(part); !text.empty())
            list.emplace_back(text);
    }
    return list;
}

} // namespace engine
