// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "opml.h"

#include <base/strings.h>
#include <ingest/decode.h>
#include <ingest/feeds/xmltext.h>
#include <ingest/htmltext.h>
#include <ingest/pages/pagetree.h>

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

std::string noteOf(const xmlNode* node)
{
    constexpr std::size_t MaxNote = 1000; // bytes
    const std::string text = base::collapsed(decodeReferences(attributeOf(node, "description")));
    return std::string(base::truncatedUtf8(text, MaxNote));
}

void outlines(const xmlNode* parent, std::vector<std::string>& folder, SubscriptionList& list, int depth)
{
    if (depth > MaxDepth)
        return;
    for (const xmlNode* node = parent->children; node != nullptr; node = node->next) {
        if (node->type != XML_ELEMENT_NODE || tagOf(node) != "outline")
            continue;
        std::string title = attributeOf(node, "title");
        if (title.empty())
            title = attributeOf(node, "text");
        title = base::collapsed(decodeReferences(title)); // some escape twice
        std::string url = attributeOf(node, "xmlurl");
        const std::string type = base::lowerAscii(attributeOf(node, "type"));
        if (url.empty() && (type == "rss" || type == "atom"))
            url = attributeOf(node, "url");
        if (url.starts_with("feed://"))
            url = "http://" + url.substr(7);
        else if (url.starts_with("feed:"))
            url = url.substr(5);
        if (!url.empty()) {
            const std::string absolute = absoluteUrl({}, url);
            if (absolute.empty() || absolute.find("://") == std::string::npos)
                list.warnings.push_back("not an http address: " + url);
            else
                list.subscriptions.push_back(
                    {absolute, title, absoluteUrl({}, attributeOf(node, "htmlurl")), folder, noteOf(node)});
        }
        const bool group = url.empty() && !title.empty();
        if (group)
            folder.push_back(title);
        outlines(node, folder, list, depth + 1);
        if (group)
            folder.pop_back();
    }
}

// Some exports put markup into the values of attributes: a "<" there is written as "&lt;". Where an outline
// begins or ends inside a value, its quote was never closed and nothing is changed.
std::string withMarksEscaped(const std::string& text)
{
    const auto at = [&](std::size_t place, std::string_view what) {
        return text.compare(place, what.size(), what) == 0;
    };
    std::string out;
    bool tag = false;
    char quote = 0;
    for (std::size_t place = 0; place < text.size(); ++place) {
        const char c = text[place];
        if (c == '<') {
            const bool outline = at(place, "<outline") || at(place, "</outline") || at(place, "</body")
                || at(place, "</opml");
            if (tag && quote != 0 && !outline) {
                out += "&lt;";
                continue;
            }
            tag = at(place, "<outline");
            quote = 0;
        } else if (tag && (c == '"' || c == '\'')) {
            quote = quote == 0 ? c : quote == c ? '\0' : quote;
        } else if (tag && c == '>' && quote == 0) {
            tag = false;
        }
        out += c;
    }
    return out;
}

const xmlNode* child(const xmlNode* parent, std::string_view name)
{
    for (const xmlNode* node = parent->children; node != nullptr; node = node->next) {
        if (node->type == XML_ELEMENT_NODE && tagOf(node) == name)
            return node;
    }
    return nullptr;
}

std::string escaped(std::string_view text)
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

// A name loses two layers of references when it is read; an address only one.
std::string escapedName(std::string name)
{
    if (decodeReferences(name) != name)
        base::replaceAll(name, "&", "&amp;");
    return escaped(name);
}

} // namespace

bool looksLikeOpml(std::string_view bytes)
{
    // The first element decides; the declaration, comments and a document type may stand before it.
    const std::string head = base::lowerAscii(decode(bytes.substr(0, 16384)).text);
    for (std::size_t at = head.find('<'); at != std::string::npos && at + 1 < head.size();
         at = head.find('<', at + 1)) {
        if (head.compare(at, 4, "<!--") == 0) {
            at = head.find("-->", at);
            if (at == std::string::npos)
                return false;
        } else if (head[at + 1] != '?' && head[at + 1] != '!') {
            return head.compare(at, 5, "<opml") == 0;
        }
    }
    return false;
}

base::Result<SubscriptionList> readOpml(std::string_view bytes)
{
    const MendedXml mended = mendXml(withMarksEscaped(decode(bytes).text));
    const std::unique_ptr<xmlDoc, DocumentFree> document(
        xmlReadMemory(mended.text.data(), static_cast<int>(mended.text.size()), nullptr, "UTF-8",
            XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
    const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (root == nullptr || tagOf(root) != "opml")
        return base::Error{base::ErrorCode::InvalidInput, "is not OPML"};
    SubscriptionList list;
    list.warnings = mended.warnings;
    if (const xmlNode* head = child(root, "head")) {
        if (const xmlNode* title = child(head, "title");
            title != nullptr && title->children != nullptr && title->children->content != nullptr)
            list.title
                = base::collapsed(decodeReferences(reinterpret_cast<const char*>(title->children->content)));
    }
    const xmlNode* body = child(root, "body");
    std::vector<std::string> folder;
    outlines(body == nullptr ? root : body, folder, list, 0);
    return list;
}

std::string writeOpml(const SubscriptionList& list)
{
    std::string out
        = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n    <title>"
        + escapedName(list.title) + "</title>\n  </head>\n  <body>\n";
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
            out += indent() + "<outline text=\"" + escapedName(name) + "\" title=\"" + escapedName(name)
                + "\">\n";
            open.push_back(name);
        }
        out += indent() + "<outline type=\"rss\" text=\"" + escapedName(feed.title) + "\" title=\""
            + escapedName(feed.title) + "\" xmlUrl=\"" + escaped(feed.url) + "\""
            + (feed.site.empty() ? "" : " htmlUrl=\"" + escaped(feed.site) + "\"")
            + (feed.note.empty() ? "" : " description=\"" + escapedName(feed.note) + "\"") + "/>\n";
    }
    closeTo(0);
    return out + "  </body>\n</opml>\n";
}

} // namespace ingest
