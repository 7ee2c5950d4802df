// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "typing.h"

#include <engine/bytes.h>
#include <engine/tables.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace engine {

namespace {

constexpr std::string_view File = "models/events.bin";
constexpr std::string_view Magic = "LLEVEN03";

// Takes values from the front; false when they are not there.
template <class Value> bool take(std::string_view& bytes, Value* to, std::size_t count)
{
    const std::size_t size = count * sizeof(Value);
    if (bytes.size() < size)
        return false;
    if (size > 0)
        std::memcpy(to, bytes.data(), size);
    bytes.remove_prefix(size);
    return true;
}

} // namespace

base::Result<std::shared_ptr<const EventTyping>> EventTyping::load(const base::ResourceFiles& files)
{
    const auto file = files.find(std::string(File));
    if (file == files.end())
        return dataError(std::string(File), "the file is missing");
    std::string_view bytes = file->second;
    if (!bytes.starts_with(Magic))
        return dataError(std::string(File), "is no event model of this version");
    bytes.remove_prefix(Magic.size());
    auto model = std::make_shared<EventTyping>();
    const auto damaged = [] { return dataError(std::string(File), "is damaged"); };
    std::uint32_t types = 0;
    std::uint32_t columns = 0;
    if (!take(bytes, &types, 1) || !take(bytes, &columns, 1) || types > 1000 || columns > TypingBuckets
        || !take(bytes, &model->m_scale, 1) || !take(bytes, &model->m_enough, 1))
        return damaged();
    for (std::uint32_t type = 0; type < types; ++type) {
        std::uint32_t size = 0;
        if (!take(bytes, &size, 1) || size > 100)
            return damaged();
        model->m_types.emplace_back(size, ' ');
        if (!take(bytes, model->m_types.back().data(), size))
            return damaged();
    }
    const std::size_t classes = types + 1;
    model->m_row = (classes + 15) / 16 * 16;
    model->m_biases.resize(classes);
    model->m_rarity.resize(columns);
    std::vector<std::uint32_t> buckets(columns);
    if (!take(bytes, model->m_biases.data(), classes) || !take(bytes, buckets.data(), columns)
        || !take(bytes, model->m_rarity.data(), columns))
        return damaged();
    model->m_columnOf.assign(TypingBuckets, None);
    model->m_weights.assign(columns * model->m_row, 0);
    for (std::uint32_t column = 0; column < columns; ++column) {
        if (buckets[column] >= TypingBuckets
            || !take(bytes, model->m_weights.data() + column * model->m_row, classes))
            return damaged();
        model->m_columnOf[buckets[column]] = column;
        model->m_ofNone.push_back(static_cast<float>(model->m_weights[column * model->m_row + types]));
    }
    if (!bytes.empty())
        return damaged();
    return std::shared_ptr<const EventTyping>(std::move(model));
}

std::string EventTyping::bytesOf(const Parts& parts)
{
    const std::size_t classes = parts.types.size() + 1;
    const std::size_t weights = parts.buckets.size() * classes;
    double most = 0;
    for (std::size_t at = 0; at < weights; ++at)
        most = std::max(most, std::abs(parts.weights[at]));
    const auto scale = static_cast<float>(most > 0 ? most / 127 : 1);
    std::string bytes(Magic);
    append(bytes, static_cast<std::uint32_t>(parts.types.size()));
    append(bytes, static_cast<std::uint32_t>(parts.buckets.size()));
    append(bytes, scale);
    append(bytes, static_cast<float>(parts.enough));
    for (const std::string& type : parts.types) {
        append(bytes, static_cast<std::uint32_t>(type.size()));
        bytes += type;
    }
    for (std::size_t one = 0; one < classes; ++one)
        append(bytes, static_cast<float>(parts.weights[weights + one]));
    for (const std::uint32_t bucket : parts.buckets)
        append(bytes, bucket);
    for (const double rarity : parts.rarity)
        append(bytes, static_cast<float>(rarity));
    for (std::size_t at = 0; at < weights; ++at)
        append(bytes, static_cast<std::int8_t>(std::lround(parts.weights[at] / double{scale})));
    return bytes;
}

std::string EventTyping::blank() { return bytesOf({{}, {}, {}, {0.0}, 1}); }

std::optional<EventTyping::Found> EventTyping::typeOf(const std::vector<TypingFeature>& features) const
{
    struct Known {
        std::uint32_t column = 0;
        std::uint32_t token = 0;
    };
    std::vector<Known> known;
    for (const TypingFeature& feature : features) {
        if (const std::uint32_t column = m_columnOf[feature.bucket]; column != None)
            known.push_back({column, feature.token});
    }
    if (known.empty())
        return std::nullopt;
    // What stands there twice counts once, where it stands first.
    std::sort(known.begin(), known.end(), [](const Known& a, const Known& b) {
        return a.column != b.column ? a.column < b.column : a.token < b.token;
    });
    known.erase(std::unique(known.begin(), known.end(),
                    [](const Known& a, const Known& b) { return a.column == b.column; }),
        known.end());
    float squares = 0;
    float none = 0;
    for (const Known& one : known) {
        squares += m_rarity[one.column] * m_rarity[one.column];
        none += m_rarity[one.column] * m_ofNone[one.column];
    }
    const float share = m_scale / std::sqrt(squares);
    // No type can have its share beside a likely none: most sentences end here.
    const auto sure = [](float margin) { return 1 / (1 + std::exp(-static_cast<double>(margin))); };
    const auto enough = static_cast<double>(m_enough);
    if (sure(none * share + m_biases[m_types.size()]) * enough > 1 - enough)
        return std::nullopt;
    std::vector<float> margins(m_row, 0.0F);
    for (std::size_t at = 0; at < known.size(); ++at) {
        constexpr std::size_t Ahead = 10;
        const Known& one = known[at];
        const std::int8_t* weights = m_weights.data() + one.column * m_row;
        for (std::size_t byte = 0; at + Ahead < known.size() && byte < m_row; byte += 64)
            __builtin_prefetch(m_weights.data() + known[at + Ahead].column * m_row + byte);
        const float value = m_rarity[one.column] * share;
        for (std::size_t type = 0; type < m_row; ++type)
            margins[type] += value * static_cast<float>(weights[type]);
    }
    std::size_t best = 0;
    double sum = 0;
    for (std::size_t one = 0; one <= m_types.size(); ++one) {
        margins[one] += m_biases[one];
        sum += sure(margins[one]);
        if (margins[one] > margins[best])
            best = one;
    }
    const double own = sure(margins[best]) / sum;
    if (best == m_types.size() || own < enough)
        return std::nullopt;
    const auto speaks = [&](const Known& one) {
        return m_rarity[one.column] * static_cast<float>(m_weights[one.column * m_row + best]);
    };
    const auto most = std::max_element(
        known.begin(), known.end(), [&](const Known& a, const Known& b) { return speaks(a) < speaks(b); });
    return Found{m_types[best], own, most->token};
}

} // namespace engine
