// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "pagetree.h"

#include <base/strings.h>

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>

#include <algorithm>

namespace ingest {

namespace {

constexpr int MaxDepth = 400;
constexpr std::size_t MaxNodes = 300'000; // elements, texts and attributes
constexpr std::size_t MaxAttributes = 300; // of a tag: libxml2 compares each with all before it
constexpr std::size_t MaxVisited = 2'000; // nodes looked at for one line

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

void countNode(void* context, std::size_t nodes)
{
    auto* parser = static_cast<htmlParserCtxt*>(context);
    auto& count = *static_cast<std::size_t*>(parser->_private);
    count += nodes;
    if (count > MaxNodes)
        xmlStopParser(parser);
}

void startElement(void* context, const xmlChar* name, const xmlChar** attributes)
{
    std::size_t nodes = 1;
    for (const xmlChar** one = attributes; one != nullptr && *one != nullptr; one += 2)
        nodes += 2;
    xmlSAX2StartElement(context, name, attributes);
    countNode(context, nodes);
}

void characters(void* context, const xmlChar* text, int size)
{
    xmlSAX2Characters(context, text, size);
    countNode(context, 1);
}

// Names in XML trees keep their capitals.
bool isNamed(const xmlAttr* attribute, std::string_view name)
{
    const std::string_view own = reinterpret_cast<const char*>(attribute->name);
    return own.size() == name.size() && std::equal(own.begin(), own.end(), name.begin(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + ('a' - 'A')) : a) == b;
    });
}

struct Budget {
    std::size_t bytes;
    std::size_t nodes = 0;
};

void append(const xmlNode* node, std::string& out, Budget& budget, int depth)
{
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
        if (out.size() > budget.bytes || ++budget.nodes > MaxVisited)
            return;
        if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
            && child->content != nullptr) {
            const std::string_view text = reinterpret_cast<const char*>(child->content);
            out += base::truncatedUtf8(text, budget.bytes);
            continue;
        }
        const std::string tag = tagOf(child);
        if (tag.empty() || tag == "script" || tag == "style" || tag == "noscript" || tag == "svg"
            || depth > MaxDepth)
            continue;
        if (tag == "br" || tag == "p" || tag == "div" || tag == "li" || tag == "td" || tag == "tr")
            out += ' ';
        append(child, out, budget, depth + 1);
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
        const bool letter = isLetter(next);
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
        bool afterEquals = false; // elsewhere a quote is a sign of the name or value it stands in
        for (; at < html.size() && (quote != 0 || html[at] != '>'); ++at) {
            const char c = html[at];
            const bool ends = quote != 0 ? c == quote : isBlank(c) || c == '/';
            if (quote == 0 && (c == '"' || c == '\'') && afterEquals)
                quote = c;
            else if (ends)
                quote = 0;
            afterEquals = c == '=' || (afterEquals && isBlank(c));
            if (ends && ++attributes == MaxAttributes)
                excess = at + 1;
        }
        if (excess != std::string::npos) {
            out.append(html, kept, excess - kept);
            kept = at;
        }
        for (const std::string_view tag : {"script", "style"}) {
            const std::string name = base::lowerAscii(std::string_view(html).substr(begin, tag.size()));
            if (name == tag && !isLetter(html[begin + tag.size()]))
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
    htmlParserCtxt* parser = htmlCreateMemoryParserCtxt(utf8.data(), static_cast<int>(utf8.size()));
    if (parser == nullptr)
        return nullptr;
    utf8 = std::string(); // the parser has its own
    std::size_t nodes = 0;
    parser->_private = &nodes;
    parser->sax->startElement = startElement;
    parser->sax->characters = characters;
    parser->sax->comment = nullptr;
    parser->sax->processingInstruction = nullptr;
    htmlCtxtUseOptions(parser,
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT
            | HTML_PARSE_IGNORE_ENC);
    if (xmlCharEncodingHandler* utf = xmlFindCharEncodingHandler("UTF-8"); utf != nullptr)
        xmlSwitchToEncoding(parser, utf);
    htmlParseDocument(parser);
    PageTree tree(parser->myDoc);
    parser->myDoc = nullptr;
    htmlFreeParserCtxt(parser);
    return tree;
}

std::string tagOf(const xmlNode* node)
{
    return node->type == XML_ELEMENT_NODE ? base::lowerAscii(reinterpret_cast<const char*>(node->name))
                                          : std::string();
}

std::string attributeOf(const xmlNode* node, std::string_view name)
{
    for (const xmlAttr* one = node->properties; one != nullptr; one = one->next) {
        if (!isNamed(one, name) || one->children == nullptr)
            continue;
        const xmlNode* value = one->children;
        if (value->next == nullptr && value->type == XML_TEXT_NODE && value->content != nullptr)
            return std::string(base::trimmed(reinterpret_cast<const char*>(value->content)));
        xmlChar* list = xmlNodeListGetString(node->doc, value, 1);
        const std::string text = list == nullptr ? std::string() : reinterpret_cast<const char*>(list);
        xmlFree(list);
        return std::string(base::trimmed(text));
    }
    return {};
}

bool hasAttribute(const xmlNode* node, std::string_view name)
{
    for (const xmlAttr* one = node->properties; one != nullptr; one = one->next) {
        if (isNamed(one, name))
            return true;
    }
    return false;
}

std::string pageLine(const xmlNode* node, std::size_t limit)
{
    std::string text;
    Budget budget{limit};
    append(node, text, budget, 0);
    base::replaceAll(text, "\u00A0", " ");
    return base::collapsed(text);
}

} // namespace ingest
