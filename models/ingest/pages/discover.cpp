// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "discover.h"

#include "pagetree.h"

#include <base/strings.h>
#include <ingest/decode.h>
#include <ingest/htmltext.h>

#include <libxml/tree.h>

#include <algorithm>
#include <array>

namespace ingest {

namespace {

constexpr std::size_t MaxFeeds = 50;

bool hasWord(std::string_view list, std::string_view word)
{
    std::string spaced = ' ' + base::collapsed(base::lowerAscii(list)) + ' ';
    return spaced.find(' ' + std::string(word) + ' ') != std::string::npos;
}

// Types that are feeds wherever they are declared.
bool isFeedType(std::string_view type)
{
    constexpr std::array<std::string_view, 7> Types{"application/rss+xml", "application/atom+xml",
        "application/rdf+xml", "application/feed+json", "application/x.atom+xml", "application/x-atom+xml",
        "text/rss+xml"};
    return std::find(Types.begin(), Types.end(), type) != Types.end();
}

// Types that other things have too: the address or title must speak of a feed.
bool isPerhapsFeedType(std::string_view type)
{
    return type == "text/xml" || type == "application/xml" || type == "application/json";
}

bool speaksOfFeed(std::string_view text)
{
    const std::string lower = base::lowerAscii(text);
    constexpr std::array<std::string_view, 5> Words{"rss", "atom", "feed", ".rdf", "syndicat"};
    return std::any_of(Words.begin(), Words.end(),
        [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

// Whether an address ends as those of feeds do: "/feed/", ".rss", "/index.xml", "?format=atom".
bool endsAsFeed(std::string_view address)
{
    std::string path = base::lowerAscii(address.substr(0, address.find('#')));
    const std::size_t query = path.find('?');
    const std::string asked = query == std::string::npos ? std::string() : path.substr(query + 1);
    path = path.substr(0, query);
    while (path.ends_with('/'))
        path.pop_back();
    constexpr std::array<std::string_view, 11> Ends{".rss", ".atom", ".rdf", "/feed", "/rss", "/atom",
        "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json"};
    return std::any_of(Ends.begin(), Ends.end(), [&](std::string_view end) { return path.ends_with(end); })
        || (path.ends_with(".xml") && speaksOfFeed(path.substr(path.rfind('/') + 1))) || asked == "feed"
        || asked.find("=rss") != std::string::npos || asked.find("=atom") != std::string::npos
        || asked.find("feed=") != std::string::npos;
}

std::string feedAddress(std::string_view base, std::string reference)
{
    for (const std::string_view scheme : {"feed:https:", "feed:http:"}) {
        if (base::lowerAscii(reference.substr(0, scheme.size())) == scheme)
            reference.erase(0, 5);
    }
    if (base::lowerAscii(reference.substr(0, 7)) == "feed://")
        reference = "http://" + reference.substr(7);
    std::string url = absoluteUrl(base, reference);
    return url.find("://") == std::string::npos ? std::string() : url;
}

class Finder final {
public:
    explicit Finder(std::string_view base)
        : m_base(base)
    {
    }

    std::vector<DiscoveredFeed> run(const xmlNode* root)
    {
        // Without recursion: pages may be as deep as they like.
        const xmlNode* node = root;
        while (node != nullptr) {
            if (node->type == XML_ELEMENT_NODE)
                element(node);
            const bool entered = node->type == XML_ELEMENT_NODE && node->children != nullptr;
            if (entered) {
                node = node->children;
                continue;
            }
            while (node != nullptr && node != root && node->next == nullptr)
                node = node->parent;
            node = node == nullptr || node == root ? nullptr : node->next;
        }
        std::stable_partition(m_declared.begin(), m_declared.end(), [](const DiscoveredFeed& feed) {
            const std::string words = base::lowerAscii(feed.title + ' ' + feed.url);
            return words.find("comment") == std::string::npos;
        });
        return std::move(m_declared.empty() ? m_linked : m_declared);
    }

private:
    void element(const xmlNode* node)
    {
        const std::string tag = tagOf(node);
        if (tag == "base" && !m_based) {
            if (const std::string own = absoluteUrl(m_base, attributeOf(node, "href")); !own.empty()) {
                m_base = own;
                m_based = true;
            }
        } else if (tag == "link") {
            declared(node);
        } else if (tag == "a" || tag == "area") {
            linked(node);
        }
    }

    void declared(const xmlNode* node)
    {
        const std::string rel = attributeOf(node, "rel");
        std::string type = base::lowerAscii(attributeOf(node, "type"));
        type = std::string(base::trimmed(std::string_view(type).substr(0, type.find(';'))));
        const std::string href = attributeOf(node, "href");
        const std::string title = base::collapsed(attributeOf(node, "title"));
        const bool alternate = hasWord(rel, "alternate") && !hasWord(rel, "stylesheet");
        const bool perhaps = isPerhapsFeedType(type) && speaksOfFeed(href + ' ' + title);
        const bool named = hasWord(rel, "feed") && (type.empty() || type != "text/html");
        if ((alternate && (isFeedType(type) || perhaps)) || named)
            add(m_declared, href, title, type);
    }

    void linked(const xmlNode* node)
    {
        const std::string href = attributeOf(node, "href");
        if (href.empty())
            return;
        const std::string type = base::lowerAscii(attributeOf(node, "type"));
        if (isFeedType(type) || endsAsFeed(href) || base::lowerAscii(href.substr(0, 5)) == "feed:")
            add(m_linked, href, pageLine(node), isFeedType(type) ? type : std::string());
    }

    void add(std::vector<DiscoveredFeed>& feeds, const std::string& href, const std::string& title,
        const std::string& type) const
    {
        std::string url = feedAddress(m_base, href);
        const bool known = std::any_of(
            feeds.begin(), feeds.end(), [&](const DiscoveredFeed& feed) { return feed.url == url; });
        if (!url.empty() && !known && feeds.size() < MaxFeeds)
            feeds.push_back({std::move(url), title, type});
    }

    std::string m_base;
    bool m_based = false;
    std::vector<DiscoveredFeed> m_declared;
    std::vector<DiscoveredFeed> m_linked;
};

} // namespace

std::vector<DiscoveredFeed> discoverFeeds(std::string_view html, std::string_view baseUrl)
{
    const PageTree page = readPageTree(decode(html).text);
    const xmlNode* root = page ? xmlDocGetRootElement(page.get()) : nullptr;
    return root == nullptr ? std::vector<DiscoveredFeed>() : Finder(baseUrl).run(root);
}

} // namespace ingest
