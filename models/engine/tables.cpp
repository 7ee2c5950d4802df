// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "tables.h"

#include <base/strings.h>

#include <algorithm>

namespace engine {

base::Error dataError(const std::string& place, const std::string& reason)
{
    return {base::ErrorCode::InvalidInput, reason, place};
}

std::string TableRow::place() const
{
    return std::string(file).append(1, ':').append(std::to_string(line));
}

base::Result<Table> readTable(const base::ResourceFiles& files, std::string_view name, std::size_t columns)
{
    const auto file = files.find(std::string(name));
    if (file == files.end())
        return dataError(std::string(name), "the file is missing");
    Table table;
    int number = 0;
    for (std::string_view rest = file->second; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        ++number;
        if (base::trimmed(line).empty() || line.front() == '#')
            continue;
        const std::size_t first = table.m_cells.size();
        for (bool more = true; more;) {
            const std::size_t tab = std::min(line.find('\t'), line.size());
            table.m_cells.push_back(base::trimmed(line.substr(0, tab)));
            more = tab < line.size();
            line.remove_prefix(std::min(tab + 1, line.size()));
        }
        table.m_rows.push_back({file->first, number, {}});
        if (const std::size_t count = table.m_cells.size() - first; count != columns) {
            return dataError(table.m_rows.back().place(),
                std::to_string(count) + " columns where " + std::to_string(columns) + " belong");
        }
    }
    for (std::size_t at = 0; at < table.m_rows.size(); ++at)
        table.m_rows[at].cells = std::span(table.m_cells).subspan(at * columns, columns);
    return table;
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
