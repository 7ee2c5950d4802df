// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "pagetree.h"

#include <base/strings.h>

#include <libxml/HTMLparser.h>

namespace ingest {

namespace {

constexpr int MaxDepth = 400;

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

} // namespace

PageTree readPageTree(const std::string& utf8)
{
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
