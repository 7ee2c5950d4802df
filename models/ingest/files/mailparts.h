// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace ingest {

// A message or a part of one: its headers by lower-case name, unfolded (the first of a name counts), and the
// bytes behind them.
struct MailPart {
    std::map<std::string, std::string> headers;
    std::string_view body; // into the text it was split from

    std::string header(const std::string& name) const; // empty when there is none
};
MailPart splitMail(std::string_view text);

// "text/html" of a Content-Type, lower case.
std::string mediaType(const std::string& contentType);

// A parameter of a header by its lower-case name, quoted or not, also continued and encoded (RFC 2231).
std::string headerParameter(const std::string& value, const std::string& name);

// Encoded words (RFC 2047) decoded, neighbours of one charset joined first; raw bytes in any charset. One
// line.
std::string decodedHeader(std::string_view text);

// The part's bytes without their transfer encoding.
std::string decodedBytes(const MailPart& part);

// "Ann <a@w.example>", "a@w.example (Ann)": the name, else the address.
struct MailPerson {
    std::string name;
    std::string address;
};
MailPerson mailPerson(const std::string& header);

} // namespace ingest
