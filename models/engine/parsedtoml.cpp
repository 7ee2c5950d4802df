// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "parsedtoml.h"

#include <base/strings.h>
#include <engine/bytes.h>

#include <array>
#include <cstring>

namespace engine {

namespace {

constexpr std::string_view Magic = "LLTOML01";
constexpr int MostDepth = 64;

void appendCount(std::string& bytes, std::size_t count)
{
    for (; count >= 128; count /= 128)
        bytes += static_cast<char>(count % 128 + 128);
    bytes += static_cast<char>(count);
}

void appendText(std::string& bytes, std::string_view text)
{
    appendCount(bytes, text.size());
    bytes += text;
}

void appendValue(std::string& bytes, const TomlValue& value)
{
    bytes += static_cast<char>(value.kind);
    appendCount(bytes, static_cast<std::size_t>(value.line));
    switch (value.kind) {
    case TomlValue::Kind::Text:
        appendText(bytes, value.text);
        break;
    case TomlValue::Kind::Number:
        append(bytes, value.number);
        break;
    case TomlValue::Kind::Flag:
        bytes += static_cast<char>(value.flag);
        break;
    case TomlValue::Kind::Array:
    case TomlValue::Kind::Table:
        appendCount(bytes, value.items.size());
        for (const TomlValue& item : value.items) {
            if (value.isTable())
                appendText(bytes, item.key);
            appendValue(bytes, item);
        }
        break;
    case TomlValue::Kind::Other:
        break;
    }
}

// Takes values from the front; what is not there makes it broken, and all further values empty.
class Taker final {
public:
    explicit Taker(std::string_view bytes)
        : m_rest(bytes)
    {
    }

    bool whole() const { return !m_broken && m_rest.empty(); }

    void take(TomlValue& value, int depth = 0)
    {
        const unsigned kind = byte();
        value.line = static_cast<int>(count());
        m_broken = m_broken || kind > static_cast<unsigned>(TomlValue::Kind::Other) || depth > MostDepth;
        if (m_broken)
            return;
        value.kind = static_cast<TomlValue::Kind>(kind);
        if (value.kind == TomlValue::Kind::Text) {
            value.text = bytes(count());
        } else if (value.kind == TomlValue::Kind::Number) {
            if (const std::string_view raw = bytes(sizeof value.number); !m_broken)
                std::memcpy(&value.number, raw.data(), raw.size());
        } else if (value.kind == TomlValue::Kind::Flag) {
            value.flag = byte() != 0;
        } else if (value.kind != TomlValue::Kind::Other) {
            const std::size_t size = count();
            m_broken = m_broken || size > m_rest.size(); // an item takes a byte or more
            if (m_broken)
                return;
            value.items.resize(size);
            for (TomlValue& item : value.items) {
                if (value.isTable())
                    item.key = bytes(count());
                take(item, depth + 1);
            }
        }
    }

private:
    std::string_view bytes(std::size_t size)
    {
        m_broken = m_broken || size > m_rest.size();
        const std::string_view taken = m_broken ? std::string_view() : m_rest.substr(0, size);
        m_rest.remove_prefix(taken.size());
        return taken;
    }
    unsigned byte()
    {
        const std::string_view one = bytes(1);
        return one.empty() ? 0U : static_cast<unsigned char>(one.front());
    }
    std::size_t count()
    {
        std::size_t number = 0;
        for (unsigned shift = 0; shift < 35; shift += 7) {
            const unsigned part = byte();
            number |= static_cast<std::size_t>(part & 127U) << shift;
            if (part < 128)
                return number;
        }
        m_broken = true;
        return 0;
    }

    std::string_view m_rest;
    bool m_broken = false;
};

std::uint64_t markOf(std::string_view text) { return contentHash(text, base::hash64(Magic)); }

} // namespace

std::uint64_t contentHash(std::string_view text, std::uint64_t hash)
{
    const auto take = [&text](std::uint64_t sum) {
        std::uint64_t next = 0;
        std::memcpy(&next, text.data(), sizeof next);
        text.remove_prefix(sizeof next);
        sum = (sum ^ next) * 0xD6E8FEB86659FD93ULL;
        return sum ^ (sum >> 32);
    };
    // Four sums side by side, so that none waits for another; then these, and what is left.
    std::array<std::uint64_t, 4> sums{hash, hash + 1, hash + 2, hash + 3};
    while (text.size() >= sizeof sums) {
        for (std::uint64_t& sum : sums)
            sum = take(sum);
    }
    for (const std::uint64_t sum : sums)
        hash = (hash ^ sum) * 0xD6E8FEB86659FD93ULL;
    while (text.size() >= sizeof hash)
        hash = take(hash);
    return base::hash64(text, hash);
}

std::string parsedBytes(const TomlValue& root, std::string_view text)
{
    std::string bytes(Magic);
    append(bytes, markOf(text));
    append(bytes, static_cast<std::uint64_t>(text.size()));
    appendValue(bytes, root);
    return bytes;
}

std::optional<TomlDocument> fromParsedBytes(const std::string& bytes, std::string_view text)
{
    std::string head(Magic);
    append(head, markOf(text));
    append(head, static_cast<std::uint64_t>(text.size()));
    if (bytes.compare(0, head.size(), head) != 0)
        return std::nullopt;
    TomlDocument document;
    Taker taker(std::string_view(document.texts.emplace_back(bytes)).substr(head.size()));
    taker.take(document.root);
    if (!taker.whole())
        return std::nullopt;
    return document;
}

} // namespace engine
