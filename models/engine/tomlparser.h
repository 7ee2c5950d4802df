// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/toml.h>

namespace engine {

// Reads the text of one TOML file into a document; the text must live as long as it.
class TomlParser final {
public:
    TomlParser(std::string_view text, TomlDocument& document);

    bool run(); // false when the text is no TOML: line() and reason() say where and why
    int line() const { return m_line; }
    const std::string& reason() const { return m_reason; }

private:
    using Keys = std::vector<std::string_view>;

    bool fail(std::string reason);
    char at(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }
    bool ended() const { return m_at >= m_text.size(); }
    bool take(std::string_view sign);
    void skipSpaces();
    bool skipLines(); // spaces, ends of lines and comments
    bool endLine(); // nothing more may stand on this line
    bool skipComment();

    TomlValue* header(); // the table it opens
    bool pair(TomlValue& table);
    bool key(std::string_view& key);
    bool keys(Keys& keys);
    // The table below `from` that the keys lead to, made where it is missing.
    TomlValue* tableOf(TomlValue& from, const Keys& keys, std::size_t count, bool byHeader);
    static TomlValue* memberOf(TomlValue& table, std::string_view key);
    TomlValue& added(TomlValue& table, std::string_view key);

    bool value(TomlValue& value);
    bool array(TomlValue& value);
    bool inlineTable(TomlValue& value);
    bool text(std::string_view& text);
    bool basic(std::string_view& text);
    bool literal(std::string_view& text);
    bool manyLines(std::string_view& text, char quote);
    bool escape(std::string& into);
    bool number(TomlValue& value);

    std::string_view m_text;
    TomlDocument& m_document;
    std::size_t m_at = 0;
    int m_line = 1;
    int m_depth = 0; // of values inside each other
    std::string m_reason;
};

} // namespace engine
