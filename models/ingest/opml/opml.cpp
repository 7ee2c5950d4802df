// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "opml.h"

#include "outlinescan.h"

#include <base/strings.h>
#include <ingest/decode.h>
#include <ingest/feeds/feedtree.h>
#include <ingest/feeds/xmltext.h>
#include <ingest/htmltext.h>
#include <ingest/pages/pagetree.h>

#include <libxml/tree.h>

#include <algorithm>

namespace ingest {

namespace {

constexpr int MaxDepth = 64;
constexpr std::size_t MaxBytes = 64U << 20;

// A value as one line. Some escape twice; what no XML can carry goes.
std::string lineOf(std::string_view value)
{
    std::string line = decodeReferences(value);
    std::erase_if(line, [](char c) {
        return static_cast<unsigned char>(c) < 0x20
            && std::string_view("\t\n\r").find(c) == std::string_view::npos;
    });
    return base::collapsed(line);
}

std::string noteOf(std::string_view description)
{
    constexpr std::size_t MaxNote = 1000; // bytes
    const std::string text = lineOf(description);
    return std::string(base::trimmed(base::truncatedUtf8(text, MaxNote)));
}

// What one outline says, whichever reader found it: a subscription of `folder`, or the name of a group inside
// it, or nothing (an empty name).
template <typename Attribute>
std::string outline(
    const Attribute& attribute, const std::vector<std::string>& folder, SubscriptionList& list)
{
    std::string title = attribute("title");
    if (title.empty())
        title = attribute("text");
    title = lineOf(title);
    std::string url = attribute("xmlurl");
    const std::string type = base::lowerAscii(attribute("type"));
    if (url.empty() && (type == "rss" || type == "atom"))
        url = attribute("url");
    if (url.empty())
        return title;
    if (url.starts_with("feed://"))
        url = "http://" + url.substr(7);
    else if (url.starts_with("feed:"))
        url = url.substr(5);
    const std::string absolute = absoluteUrl({}, url);
    const std::string start = base::lowerAscii(std::string_view(absolute).substr(0, 8));
    if (!start.starts_with("http://") && !start.starts_with("https://"))
        list.leftOut.push_back("not an http address: " + url);
    else
        list.subscriptions.push_back({absolute, title, absoluteUrl({}, attribute("htmlurl")), folder,
            noteOf(attribute("description"))});
    return {};
}

void outlines(const xmlNode* parent, std::vector<std::string>& folder, SubscriptionList& list, int depth)
{
    if (depth > MaxDepth)
        return;
    for (const xmlNode* node = parent->children; node != nullptr; node = node->next) {
        if (node->type != XML_ELEMENT_NODE || tagOf(node) != "outline")
            continue;
        const std::string group
            = outline([&](std::string_view name) { return attributeOf(node, name); }, folder, list);
        if (!group.empty())
            folder.push_back(group);
        outlines(node, folder, list, depth + 1);
        if (!group.empty())
            folder.pop_back();
    }
}

// The same from text that is no XML.
void scanned(std::string_view text, SubscriptionList& list)
{
    std::vector<std::string> groups; // by depth; an empty name is none
    for (const ScannedOutline& found : scanOutlines(text)) {
        groups.resize(std::min(groups.size(), found.depth));
        groups.resize(found.depth);
        std::vector<std::string> folder = groups;
        std::erase(folder, std::string());
        groups.push_back(outline(
            [&](const char* name) {
                const auto value = found.attributes.find(name);
                return value == found.attributes.end() ? std::string() : value->second;
            },
            folder, list));
    }
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

// Of a name the reader takes off two layers.
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
    if (bytes.size() > MaxBytes)
        return base::Error{base::ErrorCode::TooLarge, "is larger than 64 MiB"};
    const std::string text = decode(bytes).text;
    const MendedXml mended = mendXml(text);
    const XmlTree tree = readXml(mended.text);
    const xmlNode* root = tree.root();
    const bool opml = root != nullptr && tagOf(root) == "opml";
    SubscriptionList list;
    list.warnings = mended.warnings;
    if (!opml && (tree.wellFormed || base::lowerAscii(text).find("<outline") == std::string::npos))
        return base::Error{base::ErrorCode::InvalidInput, "is not OPML"};
    const xmlNode* head = opml ? child(root, "head") : nullptr;
    if (const xmlNode* title = head == nullptr ? nullptr : child(head, "title"))
        list.title = lineOf(textOf(title));
    if (!tree.wellFormed) {
        list.warnings.emplace_back("the XML is not well-formed; its outlines were read one by one");
        scanned(text, list);
        return list;
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

std::string joinFolder(const std::vector<std::string>& names)
{
    std::string path;
    for (const std::string& name : names) {
        if (name.empty())
            continue;
        if (!path.empty())
            path += '/';
        for (const char c : name) {
            if (c == '/' || c == '\\')
                path += '\\';
            path += c;
        }
    }
    return path;
}

std::vector<std::string> splitFolder(std::string_view path)
{
    std::vector<std::string> names(1);
    for (std::size_t at = 0; at < path.size(); ++at) {
        if (path[at] == '/')
            names.emplace_back();
        else if (path[at] == '\\' && at + 1 < path.size())
            names.back() += path[++at];
        else
            names.back() += path[at];
    }
    std::erase(names, std::string());
    return names;
}

} // namespace ingest
