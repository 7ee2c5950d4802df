// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "feedtree.h"

#include <base/strings.h>
#include <ingest/cleanhtml.h>
#include <ingest/htmltext.h>

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <cctype>
#include <optional>

namespace ingest {

namespace {

constexpr int MaxDepth = 256;
constexpr std::size_t MaxLine = 1U << 20; // of a title or name, markup and all; what follows is not read
constexpr std::size_t MaxElements = 100'000; // a tree of them takes some 35 MB

const char* chars(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

void startElement(void* context, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri,
    int namespaces, const xmlChar** declared, int attributes, int defaulted, const xmlChar** values)
{
    auto* parser = static_cast<xmlParserCtxt*>(context);
    auto* elements = static_cast<std::size_t*>(parser->_private);
    if (parser->nodeNr >= MaxDepth || ++*elements > MaxElements) {
        parser->wellFormed = 0;
        xmlStopParser(parser);
        return;
    }
    xmlSAX2StartElementNs(context, name, prefix, uri, namespaces, declared, attributes, defaulted, values);
}

void appendText(const xmlNode* node, std::string& out)
{
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
        if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
            && child->content != nullptr)
            out += chars(child->content);
        else if (child->type == XML_ELEMENT_NODE)
            appendText(child, out); // at most MaxDepth deep
    }
}

std::string markupOf(const xmlNode* node)
{
    std::string markup;
    xmlBuffer* buffer = xmlBufferCreate();
    if (buffer == nullptr)
        return markup;
    for (xmlNode* child = node->children; child != nullptr; child = child->next) {
        xmlBufferEmpty(buffer);
        if (xmlNodeDump(buffer, node->doc, child, 0, 0) > 0)
            markup += chars(xmlBufferContent(buffer));
    }
    xmlBufferFree(buffer);
    return std::string(base::trimmed(markup));
}

int sextet(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

// Nothing when it is no base64 of UTF-8 text.
std::optional<std::string> fromBase64(std::string_view text)
{
    std::string out;
    unsigned bits = 0;
    int count = 0;
    for (const char c : text) {
        if (c == '=' || c == ' ' || c == '\n' || c == '\r' || c == '\t')
            continue;
        const int value = sextet(c);
        if (value < 0)
            return std::nullopt;
        bits = (bits << 6) | static_cast<unsigned>(value);
        if (++count == 4) {
            out += static_cast<char>((bits >> 16) & 0xFF);
            out += static_cast<char>((bits >> 8) & 0xFF);
            out += static_cast<char>(bits & 0xFF);
            bits = 0;
            count = 0;
        }
    }
    if (count >= 2)
        out += static_cast<char>((bits >> (count == 2 ? 4 : 10)) & 0xFF);
    if (count == 3)
        out += static_cast<char>((bits >> 2) & 0xFF);
    if (count == 1 || out.empty() || !base::isValidUtf8(out))
        return std::nullopt;
    return out;
}

bool isTextual(std::string_view type)
{
    return type.starts_with("text") || type == "html" || type == "xhtml" || type == "escaped"
        || type.ends_with("xml");
}

enum class Kind { Plain, Html, Markup };

struct Construct {
    std::string text;
    Kind kind = Kind::Html;
    bool declared = false; // the publisher said which kind it is
};

// Whether text that should be plain holds markup all the same: an end tag, or an empty element.
bool showsMarkup(std::string_view text)
{
    return text.find("</") != std::string_view::npos || text.find("/>") != std::string_view::npos
        || text.find("<br>") != std::string_view::npos || text.find("<p>") != std::string_view::npos;
}

// Elements where escaped markup was promised: the markup escaped inside them is meant as such.
std::string nestedMarkup(const xmlNode* node, std::string_view type)
{
    std::string markup = markupOf(node);
    if (type == "html" || type == "text/html") {
        if (showsMarkup(textOf(node)))
            return decodeReferences(markup);
    }
    return markup;
}

Construct constructOf(const xmlNode* node)
{
    const std::string type = base::lowerAscii(attribute(node, "type"));
    const std::string mode = base::lowerAscii(attribute(node, "mode"));
    const bool elements = firstElement(node) != nullptr;
    if (mode != "base64" && mode != "escaped"
        && (elements || type == "xhtml" || type == "application/xhtml+xml")) {
        if (type != "text" && type != "text/plain")
            return {elements ? nestedMarkup(node, type) : textOf(node), elements ? Kind::Markup : Kind::Plain,
                true};
        return {elements ? markupOf(node) : textOf(node), elements ? Kind::Markup : Kind::Plain, false};
    }
    std::string text = textOf(node);
    if (!isAtom(node))
        return {std::move(text), Kind::Html, false};
    // Encoded without a kind is plain text to the letter.
    if (mode == "base64" && type.empty())
        return {showsMarkup(text) ? std::move(text) : decodeReferences(text), Kind::Plain, true};
    if (type == "html" || type == "text/html" || type == "application/octet-stream")
        return {std::move(text), Kind::Html, true};
    const bool markup = showsMarkup(text);
    return {std::move(text), markup ? Kind::Html : Kind::Plain, false};
}

std::string_view familyOf(std::string_view uri)
{
    struct Family {
        std::string_view part;
        std::string_view name;
    };
    // Parts, in lower case, of the names publishers write, which differ in their ends and in their case.
    constexpr Family Families[]
        = {{"purl.org/dc/terms", "dcterms"}, {"purl.org/dc/", "dc"}, {"purl.org/metadata/dublin_core", "dc"},
            {"modules/content", "content"}, {"search.yahoo.com/mrss", "media"}, {"itunes.com", "itunes"},
            {"google.com/schemas/play-podcasts", "googleplay"}, {"w3.org/2005/atom", ""},
            {"purl.org/atom", ""}, {"purl.org/pie", ""}, {"modules/syndication", "sy"},
            {"purl.org/rss/1.0/modules", "other"}, {"purl.org/rss", ""}, {"purl.org/net/rss", ""},
            {"my.netscape.com", ""}, {"channel.netscape.com", ""}, {"backend.userland.com", ""},
            {"harvard.edu/tech/rss", ""}, {"feedburner", "feedburner"}, {"22-rdf-syntax", "rdf"},
            {"w3.org/1999/xhtml", "xhtml"}, {"w3.org/1998/math", "math"}, {"w3.org/2000/svg", "svg"}};
    const std::string lower = base::lowerAscii(uri);
    for (const Family& family : Families) {
        if (lower.find(family.part) != std::string::npos)
            return family.name;
    }
    return "unknown";
}

// What a prefix that was never declared stands for by custom.
std::string_view familyOfPrefix(std::string_view prefix)
{
    for (const std::string_view known :
        {"dc", "dcterms", "content", "media", "itunes", "feedburner", "xhtml", "rdf", "googleplay", "sy"}) {
        if (prefix == known)
            return known;
    }
    return prefix == "atom" || prefix == "rss" ? std::string_view() : std::string_view("other");
}

// What the images of a fragment without words say instead.
std::string imageText(std::string_view html)
{
    const std::string clean
        = html.find("alt") == std::string_view::npos ? std::string() : cleanHtml(html, {});
    std::string text;
    constexpr std::string_view Mark = " alt=\"";
    for (std::size_t at = clean.find(Mark); at != std::string::npos; at = clean.find(Mark, at)) {
        at += Mark.size();
        const std::size_t end = clean.find('"', at);
        text += ' ' + decodeReferences(std::string_view(clean).substr(at, end - at));
    }
    return base::collapsed(text);
}

} // namespace

void XmlDocumentFree::operator()(xmlDoc* document) const { xmlFreeDoc(document); }

const xmlNode* XmlTree::root() const { return document ? xmlDocGetRootElement(document.get()) : nullptr; }

XmlTree readXml(std::string_view text)
{
    XmlTree tree;
    xmlParserCtxt* parser = xmlNewParserCtxt();
    if (parser == nullptr)
        return tree;
    // Huge lifts libxml2's limits on length; the depth is limited here, and there is no entity to expand.
    constexpr int Options = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
        | XML_PARSE_NOCDATA | XML_PARSE_HUGE;
    std::size_t elements = 0;
    parser->_private = &elements;
    if (parser->sax != nullptr)
        parser->sax->startElementNs = startElement;
    tree.document.reset(
        xmlCtxtReadMemory(parser, text.data(), static_cast<int>(text.size()), nullptr, "UTF-8", Options));
    tree.wellFormed = parser->wellFormed != 0;
    tree.prefixesDeclared = parser->nsWellFormed != 0;
    const bool stopped = parser->disableSAX != 0 && parser->errNo == XML_ERR_USER_STOP;
    tree.tooMany = stopped && elements > MaxElements;
    tree.tooDeep = stopped && !tree.tooMany;
    xmlFreeParserCtxt(parser);
    return tree;
}

std::string localName(const xmlNode* node)
{
    std::string_view name = chars(node->name);
    if (const std::size_t colon = name.rfind(':'); colon != std::string_view::npos)
        name.remove_prefix(colon + 1);
    return base::lowerAscii(name);
}

std::string_view namespaceOf(const xmlNode* node)
{
    return node->ns == nullptr || node->ns->href == nullptr ? std::string_view() : chars(node->ns->href);
}

std::string keyOf(const xmlNode* node)
{
    const std::string_view name = chars(node->name);
    const std::size_t colon = name.find(':');
    std::string_view family;
    if (colon != std::string_view::npos) {
        family = familyOfPrefix(base::lowerAscii(name.substr(0, colon)));
    } else if (!namespaceOf(node).empty()) {
        family = familyOf(namespaceOf(node));
        // A default namespace nobody knows is a feed that misspelt its own.
        if (family == "unknown")
            family = node->ns->prefix == nullptr ? std::string_view()
                                                 : familyOfPrefix(base::lowerAscii(chars(node->ns->prefix)));
    }
    return family.empty() ? localName(node) : std::string(family) + ':' + localName(node);
}

bool isAtom(const xmlNode* node)
{
    const std::string uri = base::lowerAscii(namespaceOf(node));
    return uri.find("w3.org/2005/atom") != std::string::npos || uri.find("purl.org/atom") != std::string::npos
        || uri.find("purl.org/pie") != std::string::npos;
}

bool isOneOf(std::string_view key, std::initializer_list<std::string_view> keys)
{
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

const xmlNode* firstElement(const xmlNode* node)
{
    const xmlNode* child = node->children;
    return child == nullptr || child->type == XML_ELEMENT_NODE ? child : nextElement(child);
}

const xmlNode* nextElement(const xmlNode* node)
{
    do
        node = node->next;
    while (node != nullptr && node->type != XML_ELEMENT_NODE);
    return node;
}

std::string attribute(const xmlNode* node, std::string_view name)
{
    for (const xmlAttr* found = node->properties; found != nullptr; found = found->next) {
        std::string_view own = chars(found->name);
        if (const std::size_t colon = own.rfind(':'); colon != std::string_view::npos)
            own.remove_prefix(colon + 1);
        if (own.size() != name.size() || base::lowerAscii(own) != name || found->children == nullptr)
            continue;
        xmlChar* value = xmlNodeListGetString(node->doc, found->children, 1);
        std::string text = value == nullptr ? std::string() : std::string(base::trimmed(chars(value)));
        xmlFree(value);
        return text;
    }
    return {};
}

std::string textOf(const xmlNode* node)
{
    std::string text;
    appendText(node, text);
    if (isAtom(node)) {
        const std::string type = base::lowerAscii(attribute(node, "type"));
        if (base::lowerAscii(attribute(node, "mode")) == "base64" || (!type.empty() && !isTextual(type))) {
            if (std::optional<std::string> decoded = fromBase64(text))
                text = std::move(*decoded);
        }
    }
    return std::string(base::trimmed(text));
}

std::string htmlOf(const xmlNode* node)
{
    Construct construct = constructOf(node);
    if (construct.kind == Kind::Plain) {
        base::replaceAll(construct.text, "&", "&amp;");
        base::replaceAll(construct.text, "<", "&lt;");
    }
    return std::move(construct.text);
}

std::string lineOf(const xmlNode* node)
{
    Construct construct = constructOf(node);
    construct.text.resize(base::truncatedUtf8(construct.text, MaxLine).size());
    if (construct.kind == Kind::Plain)
        return base::collapsed(construct.declared ? construct.text : decodeReferences(construct.text));
    // Where the kind was declared, what the markup leaves is the title; elsewhere it may be escaped twice.
    std::string line
        = construct.declared ? base::collapsed(htmlToText(construct.text)) : htmlToLine(construct.text);
    return line.empty() ? imageText(construct.text) : line;
}

base::Person personIn(std::string_view text)
{
    const std::string line
        = htmlToLine(text.find("</") == std::string_view::npos ? std::string() : std::string(text));
    std::string all = line.empty() ? base::collapsed(decodeReferences(text)) : line;
    const std::size_t at = all.find('@');
    if (at == std::string::npos || at == 0)
        return {all, {}};
    const auto partOf = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-' || c == '_'
            || c == '+' || c == '%';
    };
    std::size_t begin = at;
    while (begin > 0 && partOf(all[begin - 1]))
        --begin;
    std::size_t end = at + 1;
    while (end < all.size() && partOf(all[end]))
        ++end;
    if (begin == at || end == at + 1)
        return {all, {}};
    base::Person who;
    who.email = all.substr(begin, end - begin);
    std::string rest = all.substr(0, begin) + ' ' + all.substr(end);
    base::replaceAll(rest, "mailto:", "");
    rest = base::collapsed(rest);
    for (const std::string_view emptied : {"( )", "()", "< >", "<>", "[ ]"})
        base::replaceAll(rest, emptied, "");
    std::string_view name = base::trimmed(rest);
    constexpr std::string_view Around = " ()<>[],;\"'";
    while (!name.empty() && Around.find(name.front()) != std::string_view::npos)
        name.remove_prefix(1);
    // A bracket that closes one inside the name belongs to it.
    while (!name.empty() && Around.find(name.back()) != std::string_view::npos
        && !(name.back() == ')' && name.find('(') != std::string_view::npos))
        name.remove_suffix(1);
    who.name = base::collapsed(name);
    return who;
}

base::Person personOf(const xmlNode* node)
{
    if (firstElement(node) == nullptr)
        return personIn(textOf(node));
    base::Person who;
    for (const xmlNode* child = firstElement(node); child != nullptr; child = nextElement(child)) {
        const std::string name = localName(child);
        if (name == "name" && who.name.empty())
            who.name = lineOf(child);
        else if (name == "email" && who.email.empty())
            who.email = textOf(child);
        else if (isOneOf(name, {"uri", "url", "homepage"}) && who.url.empty())
            who.url = textOf(child);
    }
    return who.name.empty() && who.email.empty() && who.url.empty() ? personIn(textOf(node)) : who;
}

} // namespace ingest
