// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "tomlparser.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace engine {

namespace {

constexpr int Deepest = 64; // values inside each other: hostile files end here

bool isKeySign(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

// No control signs but the tab.
bool mayStand(char c) { return static_cast<unsigned char>(c) >= 0x20 ? c != '\x7F' : c == '\t'; }

void appendUtf8(std::string& text, std::uint32_t code)
{
    const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | code >> 6);
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | code >> 12);
        put(0x80 | (code >> 6 & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | code >> 18);
        put(0x80 | (code >> 12 & 0x3F));
        put(0x80 | (code >> 6 & 0x3F));
        put(0x80 | (code & 0x3F));
    }
}

} // namespace

TomlParser::TomlParser(std::string_view text, TomlDocument& document)
    : m_text(text)
    , m_document(document)
{
    if (m_text.starts_with("\xEF\xBB\xBF"))
        m_text.remove_prefix(3);
    m_document.root.open = true;
    m_document.root.line = 1;
}

bool TomlParser::fail(std::string reason)
{
    if (m_reason.empty())
        m_reason = std::move(reason);
    return false;
}

bool TomlParser::take(std::string_view sign)
{
    if (!m_text.substr(m_at).starts_with(sign))
        return false;
    m_at += sign.size();
    return true;
}

void TomlParser::skipSpaces()
{
    while (at() == ' ' || at() == '\t')
        ++m_at;
}

bool TomlParser::skipComment()
{
    if (at() != '#')
        return true;
    for (; !ended() && at() != '\n'; ++m_at) {
        if (!mayStand(at()) && !(at() == '\r' && at(1) == '\n'))
            return fail("a control sign in a comment");
    }
    return true;
}

bool TomlParser::skipLines()
{
    for (;;) {
        skipSpaces();
        if (!skipComment())
            return false;
        if (!take("\n") && !take("\r\n"))
            return true;
        ++m_line;
    }
}

bool TomlParser::endLine()
{
    skipSpaces();
    if (!skipComment())
        return false;
    if (ended())
        return true;
    if (!take("\n") && !take("\r\n"))
        return fail("a line goes on after its end");
    ++m_line;
    return true;
}

bool TomlParser::run()
{
    TomlValue* table = &m_document.root; // what members are read into until the next header
    for (;;) {
        if (!skipLines())
            return false;
        if (ended())
            return true;
        if (at() == '[') {
            table = header();
            if (table == nullptr)
                return false;
        } else if (!pair(*table)) {
            return false;
        }
        if (!endLine())
            return false;
    }
}

TomlValue* TomlParser::header()
{
    Keys path;
    const int line = m_line;
    const bool many = at(1) == '[';
    m_at += many ? 2 : 1;
    if (!keys(path))
        return nullptr;
    if (!take(many ? "]]" : "]")) {
        fail("a header is not closed");
        return nullptr;
    }
    TomlValue* parent = tableOf(m_document.root, path, path.size() - 1, true);
    if (parent == nullptr)
        return nullptr;
    TomlValue* known = memberOf(*parent, path.back());
    if (known == nullptr) {
        known = &added(*parent, path.back());
        known->kind = many ? TomlValue::Kind::Array : TomlValue::Kind::Table;
        known->open = true;
    } else if (!known->open || known->isTable() == many || known->headed) {
        fail(std::string(path.back()) + " stands twice");
        return nullptr;
    }
    TomlValue* table = many ? &known->items.emplace_back() : known;
    table->open = true;
    table->headed = true;
    table->line = line;
    return table;
}

TomlValue* TomlParser::memberOf(TomlValue& table, std::string_view key)
{
    const auto it = std::find_if(
        table.items.begin(), table.items.end(), [&](const TomlValue& item) { return item.key == key; });
    return it == table.items.end() ? nullptr : &*it;
}

TomlValue& TomlParser::added(TomlValue& table, std::string_view key)
{
    TomlValue& value = table.items.emplace_back();
    value.key = key;
    value.line = m_line;
    return value;
}

TomlValue* TomlParser::tableOf(TomlValue& from, const Keys& keys, std::size_t count, bool byHeader)
{
    TomlValue* table = &from;
    for (std::size_t at = 0; at < count; ++at) {
        TomlValue* next = memberOf(*table, keys[at]);
        if (next == nullptr) {
            next = &added(*table, keys[at]);
            next->open = true;
        }
        if (byHeader && next->kind == TomlValue::Kind::Array && next->open)
            next = &next->items.back(); // the latest of "[[…]]"
        if (!next->isTable() || !next->open) {
            fail(std::string(keys[at]) + " is no table that can be added to");
            return nullptr;
        }
        table = next;
    }
    return table;
}

bool TomlParser::pair(TomlValue& table)
{
    Keys path;
    if (!keys(path))
        return false;
    if (!take("="))
        return fail("= was expected after a key");
    TomlValue* parent = tableOf(table, path, path.size() - 1, false);
    if (parent == nullptr)
        return false;
    if (parent->find(path.back()) != nullptr)
        return fail("the member " + std::string(path.back()) + " stands twice");
    skipSpaces();
    return value(added(*parent, path.back()));
}

bool TomlParser::key(std::string_view& key)
{
    if (at() == '"' || at() == '\'')
        return at() == '"' ? basic(key) : literal(key);
    const std::size_t begin = m_at;
    while (isKeySign(at()))
        ++m_at;
    key = m_text.substr(begin, m_at - begin);
    return !key.empty() || fail("a key was expected");
}

bool TomlParser::keys(Keys& keys)
{
    do {
        skipSpaces();
        if (!key(keys.emplace_back()))
            return false;
        skipSpaces();
    } while (take("."));
    return true;
}

bool TomlParser::value(TomlValue& value)
{
    value.line = m_line;
    if (m_depth >= Deepest)
        return fail("values lie too deep inside each other");
    switch (at()) {
    case '"':
    case '\'':
        value.kind = TomlValue::Kind::Text;
        return text(value.text);
    case '[':
        return array(value);
    case '{':
        return inlineTable(value);
    case 't':
    case 'f':
        value.kind = TomlValue::Kind::Flag;
        value.flag = at() == 't';
        return take(value.flag ? "true" : "false") || fail("no value");
    default:
        return number(value);
    }
}

bool TomlParser::array(TomlValue& value)
{
    value.kind = TomlValue::Kind::Array;
    ++m_at;
    ++m_depth;
    for (;;) {
        if (!skipLines())
            return false;
        if (take("]"))
            break;
        if (!this->value(value.items.emplace_back()) || !skipLines())
            return false;
        if (!take(",") && at() != ']')
            return fail(", or ] was expected in an array");
    }
    --m_depth;
    return true;
}

bool TomlParser::inlineTable(TomlValue& value)
{
    value.kind = TomlValue::Kind::Table;
    value.open = true; // for the dotted keys inside
    ++m_at;
    ++m_depth;
    skipSpaces();
    if (!take("}")) {
        do {
            if (!pair(value))
                return false;
            skipSpaces();
        } while (take(","));
        if (!take("}"))
            return fail(", or } was expected in a table");
    }
    --m_depth;
    value.open = false;
    return true;
}

bool TomlParser::text(std::string_view& text)
{
    const char quote = at();
    if (at(1) == quote && at(2) == quote)
        return manyLines(text, quote);
    return quote == '"' ? basic(text) : literal(text);
}

bool TomlParser::basic(std::string_view& text)
{
    const std::size_t begin = ++m_at;
    while (mayStand(at()) && at() != '"' && at() != '\\')
        ++m_at;
    if (at() == '"') {
        text = m_text.substr(begin, m_at++ - begin);
        return true;
    }
    std::string changed(m_text.substr(begin, m_at - begin));
    for (;;) {
        const char sign = at();
        if (ended() || !mayStand(sign))
            return fail("a text does not end on its line");
        ++m_at;
        if (sign == '"')
            break;
        if (sign != '\\')
            changed += sign;
        else if (!escape(changed))
            return false;
    }
    text = m_document.texts.emplace_back(std::move(changed));
    return true;
}

bool TomlParser::literal(std::string_view& text)
{
    const std::size_t begin = ++m_at;
    while (mayStand(at()) && at() != '\'')
        ++m_at;
    if (at() != '\'')
        return fail("a text does not end on its line");
    text = m_text.substr(begin, m_at++ - begin);
    return true;
}

// Text in three quotes.
bool TomlParser::manyLines(std::string_view& text, char quote)
{
    m_at += 3;
    if (take("\n") || take("\r\n"))
        ++m_line;
    std::string changed;
    for (;;) {
        const char sign = at();
        if (ended())
            return fail("a text is not closed");
        if (sign == quote && at(1) == quote && at(2) == quote) {
            m_at += 3;
            for (int further = 0; further < 2 && at() == quote; ++further, ++m_at)
                changed += quote; // the text's own, before the three that end it
            break;
        }
        if (sign == '\n')
            ++m_line;
        else if (!mayStand(sign) && !(sign == '\r' && at(1) == '\n'))
            return fail("a control sign in a text");
        ++m_at;
        if (sign != '\\' || quote != '"') {
            changed += sign;
            continue;
        }
        // A line's end behind a backslash joins it to the next word.
        const std::size_t before = m_at;
        skipSpaces();
        if (at() != '\n' && at() != '\r') {
            m_at = before;
            if (!escape(changed))
                return false;
            continue;
        }
        while (at() == ' ' || at() == '\t' || at() == '\n' || at() == '\r') {
            m_line += at() == '\n' ? 1 : 0;
            ++m_at;
        }
    }
    text = m_document.texts.emplace_back(std::move(changed));
    return true;
}

// What stands behind a backslash.
bool TomlParser::escape(std::string& into)
{
    constexpr std::string_view Signs = "btnfr\"\\";
    constexpr std::string_view Meant = "\b\t\n\f\r\"\\";
    const char sign = at();
    ++m_at;
    if (const std::size_t place = Signs.find(sign); place != std::string_view::npos) {
        into += Meant[place];
        return true;
    }
    const std::size_t digits = sign == 'u' ? 4 : sign == 'U' ? 8 : 0;
    std::uint32_t code = 0;
    const std::string_view hex = m_text.substr(std::min(m_at, m_text.size()), digits);
    const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (digits == 0 || hex.size() != digits || error != std::errc() || end != hex.data() + hex.size()
        || code > 0x10FFFF || surrogate)
        return fail("no such escape");
    m_at += digits;
    appendUtf8(into, code);
    return true;
}

bool TomlParser::number(TomlValue& value)
{
    value.kind = TomlValue::Kind::Number;
    std::string digits;
    const std::size_t begin = m_at;
    for (; isKeySign(at()) || at() == '+' || at() == '.' || at() == ':'; ++m_at) {
        if (at() != '_')
            digits += at();
    }
    const std::string_view written = m_text.substr(begin, m_at - begin);
    if (written.empty())
        return fail("a value was expected");
    if (written.find(':') != std::string_view::npos
        || (written.size() > 4 && written.find('-', 1) == 4 && written.find_first_not_of("0123456789") == 4))
        return fail("dates have no place here");
    const bool signedOne = digits.front() == '+' || digits.front() == '-';
    const double sign = digits.front() == '-' ? -1 : 1;
    const std::string_view rest = std::string_view(digits).substr(signedOne ? 1 : 0);
    const char* const end = rest.data() + rest.size();
    if (rest == "inf" || rest == "nan") {
        value.number = sign
            * (rest == "inf" ? std::numeric_limits<double>::infinity() : std::numeric_limits<double>::quiet_NaN());
        return true;
    }
    const int base = rest.starts_with("0x") ? 16 : rest.starts_with("0o") ? 8 : rest.starts_with("0b") ? 2 : 10;
    if (base != 10) {
        std::uint64_t whole = 0;
        const auto read = std::from_chars(rest.data() + 2, end, whole, base);
        value.number = static_cast<double>(whole);
        return (!signedOne && read.ec == std::errc() && read.ptr == end) || fail("no value");
    }
    const auto read = std::from_chars(rest.data(), end, value.number);
    const bool zero = rest.size() > 1 && rest[0] == '0' && rest[1] >= '0' && rest[1] <= '9'; // "007"
    const bool point = rest.starts_with('.') || rest.ends_with('.') || rest.find(".e") != std::string_view::npos;
    const bool digit = !rest.empty() && ((rest[0] >= '0' && rest[0] <= '9'));
    value.number *= sign;
    return (digit && !zero && !point && read.ec == std::errc() && read.ptr == end) || fail("no value");
}

} // namespace engine
