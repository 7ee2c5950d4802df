// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "xmltext.h"

#include <base/strings.h>
#include <ingest/htmltext.h>

#include <algorithm>

namespace ingest {

namespace {

bool isXmlReference(std::string_view name)
{
    return name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos";
}

// End of a document type, past its internal subset.
std::size_t doctypeEnd(std::string_view text, std::size_t at)
{
    int depth = 0;
    char quote = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if (depth > 0 && (c == '"' || c == '\'')) {
            quote = c;
        } else if (c == '[') {
            ++depth;
        } else if (c == ']') {
            --depth;
        } else if (c == '>' && depth <= 0) {
            return at + 1;
        }
    }
    return text.size();
}

} // namespace

MendedXml mendXml(std::string_view text)
{
    MendedXml mended;
    const std::size_t begin = text.find('<');
    if (begin == std::string_view::npos)
        return mended;
    if (!base::trimmed(text.substr(0, begin)).empty())
        mended.warnings.emplace_back("text before the document was left out");
    text.remove_prefix(begin);
    std::string& out = mended.text;
    out.reserve(text.size() + 64);
    bool bare = false;
    bool named = false;
    bool control = false;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '<') {
            const std::string_view rest = text.substr(at);
            if (rest.starts_with("<![CDATA[")) {
                const std::size_t end = std::min(text.find("]]>", at), text.size());
                const std::size_t stop = std::min(end + 3, text.size());
                for (const char inside : text.substr(at, stop - at)) {
                    const auto code = static_cast<unsigned char>(inside);
                    if (code >= 0x20 || inside == '\n' || inside == '\t' || inside == '\r')
                        out += inside;
                }
                at = stop;
                continue;
            }
            if (rest.starts_with("<!--")) {
                at = text.find("-->", at);
                at = at == std::string_view::npos ? text.size() : at + 3;
                continue;
            }
            if (base::lowerAscii(rest.substr(0, 9)) == "<!doctype") {
                at = doctypeEnd(text, at);
                continue;
            }
            if (rest.starts_with("<?xml ") || rest.starts_with("<?xml\t") || rest.starts_with("<?xml\n")) {
                // The text is UTF-8 by now, whatever it says.
                at = text.find("?>", at);
                at = at == std::string_view::npos ? text.size() : at + 2;
                continue;
            }
        }
        if (c == '&') {
            const std::size_t end = text.find(';', at);
            const std::string_view name
                = end == std::string_view::npos || end - at > 12 ? std::string_view() : text.substr(at + 1, end - at - 1);
            const bool plain = !name.empty() && std::all_of(name.begin(), name.end(), [](char letter) {
                return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '#';
            });
            if (plain && (isXmlReference(name) || name.front() == '#')) {
                out += text.substr(at, end - at + 1);
                at = end + 1;
                continue;
            }
            if (plain) {
                const std::string whole(text.substr(at, end - at + 1));
                const std::string decoded = decodeReferences(whole);
                if (decoded != whole) {
                    named = true;
                    out += decoded;
                    at = end + 1;
                    continue;
                }
            }
            bare = true;
            out += "&amp;";
            ++at;
            continue;
        }
        const auto code = static_cast<unsigned char>(c);
        if (code < 0x20 && c != '\n' && c != '\t' && c != '\r') {
            control = true;
            ++at;
            continue;
        }
        out += c;
        ++at;
    }
    if (bare)
        mended.warnings.emplace_back("a bare & was read as such");
    if (named)
        mended.warnings.emplace_back("named references that XML does not know were read as HTML's");
    if (control)
        mended.warnings.emplace_back("control characters were left out");
    return mended;
}

} // namespace ingest
