// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storyfeatures.h"

#include <cstring>
#include <type_traits>

namespace engine {

namespace {

constexpr std::uint8_t Layout = 4;

// Little-endian whatever the machine, so that a store can be carried to another.
class Writer final {
public:
    template <class Value> void number(Value value)
    {
        auto bits = static_cast<std::make_unsigned_t<Value>>(value);
        for (std::size_t at = 0; at < sizeof value; ++at) {
            m_bytes += static_cast<char>(bits & 0xFF);
            if constexpr (sizeof value > 1)
                bits = static_cast<std::make_unsigned_t<Value>>(bits >> 8);
        }
    }
    template <class Value> void list(const std::vector<Value>& values)
    {
        number(static_cast<std::uint16_t>(values.size()));
        for (const Value& value : values) {
            if constexpr (std::is_same_v<Value, WeightedTerm>) {
                number(value.term);
                std::uint32_t bits = 0;
                std::memcpy(&bits, &value.weight, sizeof bits);
                number(bits);
            } else {
                number(value);
            }
        }
    }
    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

class Reader final {
public:
    explicit Reader(std::string_view bytes)
        : m_bytes(bytes)
    {
    }
    template <class Value> void number(Value& value)
    {
        std::uint64_t bits = 0;
        if (m_at + sizeof value > m_bytes.size()) {
            m_whole = false;
            return;
        }
        for (std::size_t at = 0; at < sizeof value; ++at)
            bits |= static_cast<std::uint64_t>(static_cast<unsigned char>(m_bytes[m_at + at])) << (8 * at);
        m_at += sizeof value;
        value = static_cast<Value>(bits);
    }
    template <class Value> void list(std::vector<Value>& values)
    {
        std::uint16_t size = 0;
        number(size);
        if (m_at + size * sizeof(Value) > m_bytes.size())
            m_whole = false;
        for (std::uint16_t at = 0; at < size && m_whole; ++at) {
            Value value{};
            if constexpr (std::is_same_v<Value, WeightedTerm>) {
                std::uint32_t bits = 0;
                number(value.term);
                number(bits);
                std::memcpy(&value.weight, &bits, sizeof bits);
            } else {
                number(value);
            }
            values.push_back(value);
        }
    }
    bool whole() const { return m_whole && m_at == m_bytes.size(); }

private:
    std::string_view m_bytes;
    std::size_t m_at = 0;
    bool m_whole = true;
};

template <class Stream, class Features> void walk(Stream& stream, Features& features)
{
    stream.number(features.article);
    stream.number(features.time);
    stream.number(features.order);
    stream.number(features.source);
    stream.number(features.words);
    stream.number(features.bodyWords);
    stream.number(features.kinds);
    stream.number(features.months);
    stream.number(features.quarters);
    stream.number(features.direction);
    stream.number(features.simhash);
    stream.list(features.grams);
    stream.list(features.title);
    stream.list(features.text);
    stream.list(features.names);
    stream.list(features.entities);
    stream.list(features.actors);
    stream.list(features.places);
    stream.list(features.goods);
    stream.list(features.subjects);
    stream.list(features.figures);
    stream.list(features.facts);
    stream.list(features.events);
    stream.list(features.families);
    stream.list(features.acts);
    stream.list(features.leads);
    stream.list(features.days);
    stream.list(features.topics);
    stream.list(features.fields);
}

} // namespace

std::string storyFeaturesToBytes(const StoryFeatures& features)
{
    Writer writer;
    writer.number(Layout);
    writer.number(static_cast<std::uint8_t>(features.shingles.empty ? 0 : 1));
    if (!features.shingles.empty) {
        for (const std::uint8_t byte : features.shingles.bytes)
            writer.number(byte);
        for (const std::uint32_t band : features.shingles.bands)
            writer.number(band);
    }
    walk(writer, features);
    return writer.take();
}

std::optional<StoryFeatures> storyFeaturesFromBytes(std::string_view bytes)
{
    Reader reader(bytes);
    StoryFeatures features;
    std::uint8_t layout = 0;
    std::uint8_t shingled = 0;
    reader.number(layout);
    reader.number(shingled);
    if (layout != Layout)
        return std::nullopt;
    if (shingled != 0) {
        features.shingles.empty = false;
        for (std::uint8_t& byte : features.shingles.bytes)
            reader.number(byte);
        for (std::uint32_t& band : features.shingles.bands)
            reader.number(band);
    }
    walk(reader, features);
    if (!reader.whole())
        return std::nullopt;
    return features;
}

} // namespace engine
