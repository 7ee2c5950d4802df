// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "feedparser.h"

#include "jsonfeed.h"
#include "xmltext.h"

#include <base/strings.h>
#include <ingest/dates.h>
#include <ingest/decode.h>
#include <ingest/htmltext.h>

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <charconv>
#include <memory>

namespace ingest {

namespace {

constexpr std::size_t MaxBytes = 64U << 20;
constexpr int MaxDepth = 250;

struct DocumentFree {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

std::string_view nameOf(const xmlNode* node)
{
    return reinterpret_cast<const char*>(node->name);
}

std::string_view namespaceOf(const xmlNode* node)
{
    return node->ns == nullptr || node->ns->href == nullptr ? std::string_view()
                                                            : reinterpret_cast<const char*>(node->ns->href);
}

// What a prefix that was never declared, or a namespace, stands for: "dc", "content", …; empty for the core.
std::string_view familyOf(const xmlNode* node)
{
    const std::string_view uri = namespaceOf(node);
    if (uri.empty())
        return {};
    struct Family {
        std::string_view part;
        std::string_view name;
    };
    constexpr Family Families[] = {{"purl.org/dc/terms", "dcterms"}, {"purl.org/dc/", "dc"}, {"modules/content", "content"},
        {"search.yahoo.com/mrss", "media"}, {"itunes", "itunes"}, {"w3.org/2005/Atom", ""}, {"purl.org/atom", ""},
        {"purl.org/rss", ""}, {"my.netscape.com", ""}, {"22-rdf-syntax", "rdf"}, {"w3.org/1999/xhtml", "xhtml"},
        {"feedburner", "feedburner"}, {"backend.userland.com", ""}, {"channel.netscape.com", ""}, {"cyber.law", ""}};
    for (const Family& family : Families) {
        if (uri.find(family.part) != std::string_view::npos)
            return family.name;
    }
    return "other";
}

bool isAtom(const xmlNode* node)
{
    const std::string_view uri = namespaceOf(node);
    return uri.find("w3.org/2005/Atom") != std::string_view::npos || uri.find("purl.org/atom") != std::string_view::npos;
}

std::string attribute(const xmlNode* node, const char* name)
{
    for (const xmlAttr* attribute = node->properties; attribute != nullptr; attribute = attribute->next) {
        if (base::lowerAscii(reinterpret_cast<const char*>(attribute->name)) != name || attribute->children == nullptr)
            continue;
        xmlChar* value = xmlNodeListGetString(node->doc, attribute->children, 1);
        std::string text = value == nullptr ? std::string() : reinterpret_cast<const char*>(value);
        xmlFree(value);
        return std::string(base::trimmed(text));
    }
    return {};
}

void appendText(const xmlNode* node, std::string& out, int depth)
{
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
        if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) && child->content != nullptr)
            out += reinterpret_cast<const char*>(child->content);
        else if (child->type == XML_ELEMENT_NODE && depth < MaxDepth)
            appendText(child, out, depth + 1);
    }
}

std::string textOf(const xmlNode* node)
{
    std::string text;
    appendText(node, text, 0);
    return std::string(base::trimmed(text));
}

// The markup inside, for XHTML content.
std::string markupOf(const xmlNode* node)
{
    std::string markup;
    xmlBuffer* buffer = xmlBufferCreate();
    if (buffer == nullptr)
        return markup;
    for (xmlNode* child = node->children; child != nullptr; child = child->next) {
        xmlBufferEmpty(buffer);
        if (xmlNodeDump(buffer, node->doc, child, 0, 0) > 0)
            markup += reinterpret_cast<const char*>(xmlBufferContent(buffer));
    }
    xmlBufferFree(buffer);
    return std::string(base::trimmed(markup));
}

bool hasElements(const xmlNode* node)
{
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
        if (child->type == XML_ELEMENT_NODE)
            return true;
    }
    return false;
}

// Text of an element that may hold HTML: escaped, in CDATA, or as elements. Atom's type="text" is no HTML.
std::string htmlOf(const xmlNode* node)
{
    const std::string type = base::lowerAscii(attribute(node, "type"));
    if (type == "xhtml" || type == "application/xhtml+xml" || (hasElements(node) && type != "text"))
        return markupOf(node);
    std::string text = textOf(node);
    if (isAtom(node) && (type.empty() || type == "text" || type == "text/plain")) {
        const std::string_view name = nameOf(node);
        const bool escapedHtml = text.find("</") != std::string::npos || text.find("<br") != std::string::npos;
        if (name != "content" && !escapedHtml) {
            base::replaceAll(text, "&", "&amp;");
            base::replaceAll(text, "<", "&lt;");
        }
    }
    return text;
}

void setIfEmpty(std::string& to, std::string value)
{
    if (to.empty())
        to = std::move(value);
}

// "a@b.example (Name)", "Name <a@b.example>", "Name".
base::Person personOf(const std::string& text)
{
    const std::size_t at = text.find('@');
    if (at == std::string::npos)
        return {htmlToLine(text), {}};
    const std::size_t open = text.find('(');
    const std::size_t close = text.find(')', open == std::string::npos ? 0 : open);
    if (open != std::string::npos && close != std::string::npos)
        return {htmlToLine(text.substr(open + 1, close - open - 1)), std::string(base::trimmed(std::string_view(text).substr(0, open)))};
    const std::size_t left = text.find('<');
    const std::size_t right = text.find('>');
    if (left != std::string::npos && right != std::string::npos && left < right)
        return {std::string(base::trimmed(std::string_view(text).substr(0, left))), text.substr(left + 1, right - left - 1)};
    return {{}, std::string(base::trimmed(text))};
}

std::string contentKey(std::string_view family, std::string_view name)
{
    std::string key(family);
    if (!key.empty())
        key += ':';
    return key + base::lowerAscii(name);
}

class FeedReader final {
public:
    FeedReader(const FeedContext& context, base::ParsedFeed& feed)
        : m_context(context)
        , m_feed(feed)
    {
    }

    // False when the document is no feed.
    bool read(const xmlNode* root)
    {
        const std::string name = base::lowerAscii(nameOf(root));
        m_base = m_context.url;
        if (const std::string own = attribute(root, "base"); !own.empty())
            m_base = absoluteUrl(m_context.url, own);
        if (name == "feed") {
            const std::string version = attribute(root, "version");
            m_feed.format = version == "0.3" || namespaceOf(root).find("purl.org/atom") != std::string_view::npos ? "atom03" : "atom10";
            channel(root);
            return true;
        }
        if (name == "rss" || name == "rdf" || name == "channel") {
            m_feed.format = name == "rdf" ? rdfFormat(root) : rssFormat(attribute(root, "version"));
            if (name == "channel")
                channel(root);
            for (const xmlNode* child = root->children; child != nullptr; child = child->next) {
                if (child->type != XML_ELEMENT_NODE)
                    continue;
                const std::string childName = base::lowerAscii(nameOf(child));
                if (childName == "channel")
                    channel(child);
                else if (childName == "item")
                    m_feed.entries.push_back(entry(child));
            }
            return true;
        }
        if (name == "entry" && isAtom(root)) {
            m_feed.format = "atom10";
            m_feed.entries.push_back(entry(root));
            return true;
        }
        return false;
    }

private:
    static std::string rssFormat(const std::string& version)
    {
        if (version.starts_with("0.90"))
            return "rss090";
        if (version.starts_with("0.91"))
            return "rss091";
        if (version.starts_with("0.92"))
            return "rss092";
        if (version.starts_with("0.93"))
            return "rss093";
        if (version.starts_with("0.94"))
            return "rss094";
        return "rss20";
    }

    static std::string rdfFormat(const xmlNode* root)
    {
        for (const xmlNode* child = root->children; child != nullptr; child = child->next) {
            if (child->type == XML_ELEMENT_NODE && namespaceOf(child).find("my.netscape.com") != std::string_view::npos)
                return "rss090";
        }
        return "rss10";
    }

    std::string url(const xmlNode* node, const std::string& reference) const
    {
        // xml:base of the elements around goes before the feed's own.
        std::string from = m_base;
        for (const xmlNode* up = node; up != nullptr && up->type == XML_ELEMENT_NODE; up = up->parent) {
            const std::string own = attribute(up, "base");
            if (!own.empty()) {
                from = absoluteUrl(m_context.url, own);
                break;
            }
        }
        return absoluteUrl(from, reference);
    }

    std::optional<base::Instant> date(const xmlNode* node, std::vector<std::string>& warnings) const
    {
        const std::string text = textOf(node);
        if (text.empty())
            return std::nullopt;
        std::optional<base::Instant> instant = readDate(text);
        if (!instant)
            warnings.push_back("date not readable: " + std::string(base::truncatedUtf8(text, 60)));
        return instant;
    }

    void channel(const xmlNode* root)
    {
        base::FeedInfo& info = m_feed.feed;
        setIfEmpty(info.language, attribute(root, "lang"));
        for (const xmlNode* node = root->children; node != nullptr; node = node->next) {
            if (node->type != XML_ELEMENT_NODE)
                continue;
            const std::string key = contentKey(familyOf(node), nameOf(node));
            if (key == "item" || key == "entry")
                m_feed.entries.push_back(entry(node));
            else if (key == "items" && hasElements(node))
                items(node);
            else if (key == "title" || key == "dc:title")
                setIfEmpty(info.title, htmlToLine(htmlOf(node)));
            else if (key == "link")
                channelLink(node);
            else if (key == "id" || key == "guid")
                setIfEmpty(info.id, textOf(node));
            else if (key == "description" || key == "subtitle" || key == "tagline" || key == "dc:description" || key == "itunes:summary")
                setIfEmpty(info.description, htmlToText(htmlOf(node)));
            else if (key == "language" || key == "dc:language")
                setIfEmpty(info.language, textOf(node));
            else if (key == "managingeditor" || key == "dc:creator" || key == "itunes:author" || key == "author")
                setIfEmpty(info.author, personName(node));
            else if (key == "copyright" || key == "rights" || key == "dc:rights")
                setIfEmpty(info.copyright, htmlToLine(htmlOf(node)));
            else if (key == "pubdate" || key == "dc:date" || key == "published" || key == "issued" || key == "dcterms:issued")
                info.published = info.published ? info.published : date(node, m_feed.warnings);
            else if (key == "lastbuilddate" || key == "updated" || key == "modified" || key == "dcterms:modified")
                info.updated = info.updated ? info.updated : date(node, m_feed.warnings);
            else if (key == "category" || key == "dc:subject")
                category(node, info.categories);
        }
    }

    void items(const xmlNode* node)
    {
        for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
            if (child->type == XML_ELEMENT_NODE && base::lowerAscii(nameOf(child)) == "item")
                m_feed.entries.push_back(entry(child));
        }
    }

    void channelLink(const xmlNode* node)
    {
        const std::string href = attribute(node, "href");
        const std::string rel = attribute(node, "rel");
        if (href.empty())
            setIfEmpty(m_feed.feed.link, url(node, textOf(node)));
        else if (rel.empty() || rel == "alternate")
            setIfEmpty(m_feed.feed.link, url(node, href));
        else if (rel == "self")
            setIfEmpty(m_feed.feed.id, url(node, href));
    }

    std::string personName(const xmlNode* node) const
    {
        const base::Person who = person(node);
        return who.name.empty() ? who.email : who.name;
    }

    base::Person person(const xmlNode* node) const
    {
        if (!hasElements(node))
            return personOf(textOf(node));
        base::Person who;
        for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
            if (child->type != XML_ELEMENT_NODE)
                continue;
            const std::string name = base::lowerAscii(nameOf(child));
            if (name == "name")
                who.name = htmlToLine(textOf(child));
            else if (name == "email")
                who.email = textOf(child);
        }
        return who;
    }

    static void category(const xmlNode* node, std::vector<std::string>& list)
    {
        std::string text = htmlToLine(textOf(node));
        if (text.empty())
            text = attribute(node, "label");
        if (text.empty())
            text = attribute(node, "term");
        if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end())
            list.push_back(std::move(text));
    }

    static std::optional<std::uint64_t> length(const std::string& text)
    {
        std::uint64_t value = 0;
        const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
        return code == std::errc() && !text.empty() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
    }

    void link(const xmlNode* node, base::FeedEntry& entry) const
    {
        const std::string href = attribute(node, "href");
        const std::string rel = base::lowerAscii(attribute(node, "rel"));
        if (href.empty()) {
            setIfEmpty(entry.link, url(node, textOf(node)));
        } else if (rel == "enclosure") {
            entry.enclosures.push_back({url(node, href), attribute(node, "type"), length(attribute(node, "length"))});
        } else if (rel.empty() || rel == "alternate") {
            setIfEmpty(entry.link, url(node, href));
        }
    }

    base::FeedEntry entry(const xmlNode* root)
    {
        base::FeedEntry entry;
        entry.language = attribute(root, "lang");
        std::string mediaTitle;
        std::string mediaText;
        std::string originalLink;
        bool permalink = false;
        std::vector<base::Person> otherAuthors;
        for (const xmlNode* node = root->children; node != nullptr; node = node->next) {
            if (node->type != XML_ELEMENT_NODE)
                continue;
            const std::string key = contentKey(familyOf(node), nameOf(node));
            if (key == "title")
                setIfEmpty(entry.title, htmlToLine(htmlOf(node)));
            else if (key == "dc:title" || key == "media:title" || key == "itunes:title")
                setIfEmpty(mediaTitle, htmlToLine(htmlOf(node)));
            else if (key == "link")
                link(node, entry);
            else if (key == "feedburner:origlink")
                originalLink = url(node, textOf(node));
            else if (key == "guid" || key == "id") {
                setIfEmpty(entry.id, textOf(node));
                permalink = key == "guid" && base::lowerAscii(attribute(node, "ispermalink")) != "false";
            } else if (key == "description" || key == "summary" || key == "dc:description" || key == "abstract")
                setIfEmpty(entry.summary, htmlOf(node));
            else if (key == "content:encoded" || key == "content" || key == "xhtml:body" || key == "body" || key == "fulltext")
                setIfEmpty(entry.content, htmlOf(node));
            else if (key == "media:description" || key == "itunes:summary")
                setIfEmpty(mediaText, htmlOf(node));
            else if (key == "pubdate" || key == "published" || key == "issued" || key == "created" || key == "dcterms:issued"
                || key == "dcterms:created")
                entry.published = entry.published ? entry.published : date(node, entry.warnings);
            else if (key == "dc:date")
                entry.published = entry.published ? entry.published : date(node, entry.warnings);
            else if (key == "updated" || key == "modified" || key == "dcterms:modified" || key == "lastbuilddate")
                entry.updated = entry.updated ? entry.updated : date(node, entry.warnings);
            else if (key == "author" || key == "dc:creator")
                entry.authors.push_back(person(node));
            else if (key == "itunes:author" || key == "media:credit" || key == "dc:contributor")
                otherAuthors.push_back(person(node));
            else if (key == "category" || key == "dc:subject" || key == "media:category")
                category(node, entry.categories);
            else if (key == "enclosure")
                entry.enclosures.push_back({url(node, attribute(node, "url")), attribute(node, "type"), length(attribute(node, "length"))});
            else if (key == "media:content" && !attribute(node, "url").empty())
                entry.enclosures.push_back({url(node, attribute(node, "url")), attribute(node, "type"), length(attribute(node, "filesize"))});
            else if (key == "media:group")
                group(node, mediaTitle, mediaText);
        }
        setIfEmpty(entry.id, attribute(root, "about"));
        setIfEmpty(entry.title, mediaTitle);
        setIfEmpty(entry.summary, mediaText);
        setIfEmpty(entry.link, originalLink);
        if (entry.link.empty() && permalink)
            entry.link = absoluteUrl(m_base, entry.id);
        if (entry.authors.empty())
            entry.authors = std::move(otherAuthors);
        std::erase_if(entry.authors, [](const base::Person& who) { return who.name.empty() && who.email.empty(); });
        if (!entry.published && entry.updated && m_feed.format.starts_with("rss"))
            entry.published = entry.updated;
        return entry;
    }

    static void group(const xmlNode* root, std::string& title, std::string& text)
    {
        for (const xmlNode* node = root->children; node != nullptr; node = node->next) {
            if (node->type != XML_ELEMENT_NODE)
                continue;
            const std::string name = base::lowerAscii(nameOf(node));
            if (name == "title")
                setIfEmpty(title, htmlToLine(textOf(node)));
            else if (name == "description")
                setIfEmpty(text, textOf(node));
        }
    }

    const FeedContext& m_context;
    base::ParsedFeed& m_feed;
    std::string m_base;
};

} // namespace

bool looksLikeFeed(std::string_view bytes)
{
    const DecodedText decoded = decode(bytes.substr(0, 8192));
    const std::string head = base::lowerAscii(decoded.text);
    if (base::trimmed(head).starts_with('{'))
        return head.find("jsonfeed.org/version") != std::string::npos;
    for (const std::string_view mark : {"<rss", "<feed", "<rdf:rdf", "<rdf ", "<channel"}) {
        const std::size_t at = head.find(mark);
        if (at != std::string::npos && head.substr(0, at).find("<html") == std::string::npos
            && head.substr(0, at).find("<opml") == std::string::npos && head.substr(0, at).find("<body") == std::string::npos)
            return true;
    }
    return false;
}

base::Result<base::ParsedFeed> parseFeed(std::string_view bytes, const FeedContext& context)
{
    if (bytes.size() > MaxBytes)
        return base::Error{base::ErrorCode::TooLarge, "is larger than 64 MiB"};
    if (base::trimmed(bytes).empty())
        return base::Error{base::ErrorCode::InvalidInput, "is empty"};
    const DecodedText decoded = decode(bytes, context.contentType);
    if (const std::string_view text = base::trimmed(decoded.text); text.starts_with('{') || text.starts_with('[')) {
        base::Result<base::ParsedFeed> feed = parseJsonFeed(text, context);
        if (feed)
            feed->encoding = decoded.encoding;
        return feed;
    }
    MendedXml mended = mendXml(decoded.text);
    if (mended.text.empty())
        return base::Error{base::ErrorCode::InvalidInput, "is not a feed: it holds no markup"};
    xmlParserCtxt* parser = xmlNewParserCtxt();
    if (parser == nullptr)
        return base::Error{base::ErrorCode::Internal, "no memory for the parser"};
    const std::unique_ptr<xmlDoc, DocumentFree> document(xmlCtxtReadMemory(parser, mended.text.data(),
        static_cast<int>(mended.text.size()), nullptr, "UTF-8",
        XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA));
    const bool wellFormed = parser->wellFormed != 0;
    xmlFreeParserCtxt(parser);
    const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (root == nullptr)
        return base::Error{base::ErrorCode::InvalidInput, "is not a feed: no XML element can be read"};
    base::ParsedFeed feed;
    feed.encoding = decoded.encoding;
    feed.wellformed = wellFormed && mended.warnings.empty() && !decoded.repaired;
    feed.warnings = std::move(mended.warnings);
    if (!wellFormed)
        feed.warnings.emplace_back("the XML is not well-formed; what could be read was read");
    if (decoded.repaired)
        feed.warnings.emplace_back("bytes that fit no character of " + decoded.encoding + " were replaced");
    if (!FeedReader(context, feed).read(root))
        return base::Error{base::ErrorCode::InvalidInput, "is XML, but not a feed: its root is <" + std::string(nameOf(root)) + ">"};
    return feed;
}

} // namespace ingest
