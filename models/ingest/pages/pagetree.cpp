// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "pagetree.h"

#include <base/strings.h>

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <cctype>

namespace ingest {

namespace {

constexpr int MaxDepth = 400;
constexpr std::size_t MaxAttributes = 1000; // of one tag; white space counts

void append(const xmlNode* node, std::string& out, int depth)
{
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
        if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
            && child->content != nullptr) {
            out += reinterpret_cast<const char*>(child->content);
            continue;
        }
        const std::string tag = tagOf(child);
        if (tag.empty() || tag == "script" || tag == "style" || tag == "noscript" || depth > MaxDepth)
            continue;
        if (tag == "br" || tag == "p" || tag == "div" || tag == "li" || tag == "td" || tag == "tr")
            out += ' ';
        append(child, out, depth + 1);
    }
}

// Past the text of a script or style whose start tag ends before `at`.
std::size_t rawTextEnd(const std::string& html, std::size_t at, const std::string& tag)
{
    while ((at = html.find("</", at)) != std::string::npos
        && base::lowerAscii(std::string_view(html).substr(at + 2, tag.size())) != tag)
        at += 2;
    return std::min(at, html.size());
}

// The parser's time grows by the square of a tag's attributes and of signs that begin no tag: attributes
// beyond all measure are left out, and such signs are written as the references they should have been.
std::string withinMeasure(std::string html)
{
    const std::size_t lastEnd = html.rfind('>');
    std::string out;
    std::size_t kept = 0; // what of `html` is in `out` or left out
    for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at)) {
        const char next = at + 1 < html.size() ? html[at + 1] : ' ';
        const bool letter = std::isalpha(static_cast<unsigned char>(next)) != 0;
        if ((!letter && next != '/' && next != '!' && next != '?') || lastEnd == std::string::npos
            || at > lastEnd) {
            out.append(html, kept, at - kept).append("&lt;");
            kept = ++at;
            continue;
        }
        if (html.compare(at, 4, "<!--") == 0) {
            at = std::min(html.find("-->", at), html.size());
            continue;
        }
        const std::size_t begin = ++at;
        if (!letter)
            continue;
        std::size_t attributes = 0;
        std::size_t excess = std::string::npos;
        char quote = 0;
        for (; at < html.size() && (quote != 0 || html[at] != '>'); ++at) {
            const char c = html[at];
            const bool ends = quote != 0 ? c == quote : c == ' ' || c == '\n' || c == '\t' || c == '/';
            if (quote == 0 && (c == '"' || c == '\''))
                quote = c;
            else if (ends)
                quote = 0;
            if (ends && ++attributes == MaxAttributes)
                excess = at + 1;
        }
        if (excess != std::string::npos) {
            out.append(html, kept, excess - kept);
            kept = at;
        }
        for (const std::string_view tag : {"script", "style"}) {
            const std::string name = base::lowerAscii(std::string_view(html).substr(begin, tag.size()));
            if (name == tag && std::isalpha(static_cast<unsigned char>(html[begin + tag.size()])) == 0)
                at = rawTextEnd(html, at, name);
        }
    }
    if (kept == 0)
        return html;
    return out.append(html, kept);
}

} // namespace

PageTree readPageTree(std::string utf8)
{
    utf8 = withinMeasure(std::move(utf8));
    return PageTree(htmlReadMemory(utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8",
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
            | HTML_PARSE_COMPACT));
}

std::string tagOf(const xmlNode* node)
{
    return node->type == XML_ELEMENT_NODE ? base::lowerAscii(reinterpret_cast<const char*>(node->name))
                                          : std::string();
}

std::string attributeOf(const xmlNode* node, std::string_view name)
{
    for (const xmlAttr* one = node->properties; one != nullptr; one = one->next) {
        if (base::lowerAscii(reinterpret_cast<const char*>(one->name)) != name || one->children == nullptr)
            continue;
        xmlChar* value = xmlNodeListGetString(node->doc, one->children, 1);
        std::string text = value == nullptr ? std::string() : reinterpret_cast<const char*>(value);
        xmlFree(value);
        return std::string(base::trimmed(text));
    }
    return {};
}

bool hasAttribute(const xmlNode* node, std::string_view name)
{
    for (const xmlAttr* one = node->properties; one != nullptr; one = one->next) {
        if (base::lowerAscii(reinterpret_cast<const char*>(one->name)) == name)
            return true;
    }
    return false;
}

std::string pageLine(const xmlNode* node)
{
    std::string text;
    append(node, text, 0);
    base::replaceAll(text, "\u00A0", " ");
    return base::collapsed(text);
}

} // namespace ingest
