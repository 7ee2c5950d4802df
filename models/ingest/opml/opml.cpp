// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "opml.h"

#include <base/strings.h>
#include <ingest/decode.h>
#include <ingest/feeds/xmltext.h>
#include <ingest/htmltext.h>

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <memory>

namespace ingest {

namespace {

constexpr int MaxDepth = 64;

struct DocumentFree {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

std::string lowerName(const xmlNode* node) { return base::lowerAscii(reinterpret_cast<const char*>(node->name)); }

std::string attribute(const xmlNode* node, std::string_view name)
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

void outlines(const xmlNode* parent, std::vector<std::string>& folder, SubscriptionList& list, int depth)
{
    if (depth > MaxDepth)
        return;
    for (const xmlNode* node = parent->children; node != nullptr; node = node->next) {
        if (node->type != XML_ELEMENT_NODE || lowerName(node) != "outline")
            continue;
        std::string title = attribute(node, "title");
        if (title.empty())
            title = attribute(node, "text");
        title = htmlToLine(title);
        std::string url = attribute(node, "xmlurl");
        const std::string type = base::lowerAscii(attribute(node, "type"));
        if (url.empty() && (type == "rss" || type == "atom" || type == "link"))
            url = attribute(node, "url");
        if (url.starts_with("feed://"))
            url = "http://" + url.substr(7);
        else if (url.starts_with("feed:"))
            url = url.substr(5);
        if (!url.empty()) {
            const std::string absolute = absoluteUrl({}, url);
            if (absolute.empty() || absolute.find("://") == std::string::npos)
                list.warnings.push_back("not an http address: " + url);
            else
                list.subscriptions.push_back({absolute, title, absoluteUrl({}, attribute(node, "htmlurl")), folder});
        }
        const bool group = url.empty() && !title.empty();
        if (group)
            folder.push_back(title);
        outlines(node, folder, list, depth + 1);
        if (group)
            folder.pop_back();
    }
}

const xmlNode* child(const xmlNode* parent, std::string_view name)
{
    for (const xmlNode* node = parent->children; node != nullptr; node = node->next) {
        if (node->type == XML_ELEMENT_NODE && lowerName(node) == name)
            return node;
    }
    return nullptr;
}

std::string escaped(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

} // namespace

bool looksLikeOpml(std::string_view bytes)
{
    return base::lowerAscii(decode(bytes.substr(0, 4096)).text).find("<opml") != std::string::npos;
}

base::Result<SubscriptionList> readOpml(std::string_view bytes)
{
    const MendedXml mended = mendXml(decode(bytes).text);
    const std::unique_ptr<xmlDoc, DocumentFree> document(xmlReadMemory(mended.text.data(), static_cast<int>(mended.text.size()),
        nullptr, "UTF-8", XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
    const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (root == nullptr || lowerName(root) != "opml")
        return base::Error{base::ErrorCode::InvalidInput, "is not OPML"};
    SubscriptionList list;
    list.warnings = mended.warnings;
    if (const xmlNode* head = child(root, "head")) {
        if (const xmlNode* title = child(head, "title"); title != nullptr && title->children != nullptr && title->children->content != nullptr)
            list.title = htmlToLine(reinterpret_cast<const char*>(title->children->content));
    }
    const xmlNode* body = child(root, "body");
    std::vector<std::string> folder;
    outlines(body == nullptr ? root : body, folder, list, 0);
    return list;
}

std::string writeOpml(const SubscriptionList& list)
{
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n    <title>" + escaped(list.title)
        + "</title>\n  </head>\n  <body>\n";
    std::vector<std::string> open;
    const auto indent = [&] { return std::string(4 + 2 * open.size(), ' '); };
    const auto closeTo = [&](std::size_t depth) {
        while (open.size() > depth) {
            open.pop_back();
            out += indent() + "</outline>\n";
        }
    };
    for (const base::Subscription& feed : list.subscriptions) {
        std::size_t same = 0;
        while (same < open.size() && same < feed.folder.size() && open[same] == feed.folder[same])
            ++same;
        closeTo(same);
        while (open.size() < feed.folder.size()) {
            const std::string name = feed.folder[open.size()];
            out += indent() + "<outline text=\"" + escaped(name) + "\" title=\"" + escaped(name) + "\">\n";
            open.push_back(name);
        }
        out += indent() + "<outline type=\"rss\" text=\"" + escaped(feed.title) + "\" title=\"" + escaped(feed.title) + "\" xmlUrl=\""
            + escaped(feed.url) + "\"" + (feed.site.empty() ? "" : " htmlUrl=\"" + escaped(feed.site) + "\"") + "/>\n";
    }
    closeTo(0);
    return out + "  </body>\n</opml>\n";
}

} // namespace ingest
