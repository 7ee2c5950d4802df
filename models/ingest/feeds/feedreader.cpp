// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "feedreader.h"

#include "edgar.h"
#include "feedschedule.h"
#include "feedtree.h"
#include "rsscb.h"

#include <base/strings.h>
#include <ingest/cleanhtml.h>
#include <ingest/dates.h>
#include <ingest/htmltext.h>

#include <libxml/tree.h>

#include <algorithm>
#include <charconv>

namespace ingest {

namespace {

constexpr std::size_t MaxCategories = 200; // of one entry; more is an attack or a mistake

void setIfEmpty(std::string& to, std::string value)
{
    if (to.empty())
        to = std::move(value);
}

// Of RSS's links that repeat, readers follow the last.
void setLast(std::string& to, std::string value)
{
    if (!value.empty())
        to = std::move(value);
}

std::optional<std::uint64_t> lengthIn(const std::string& text)
{
    std::uint64_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    return code == std::errc() && !text.empty() && end == text.data() + text.size() ? std::optional(value)
                                                                                    : std::nullopt;
}

// "en_us" is "en-US" to those who wrote it.
std::string languageTag(std::string text)
{
    std::replace(text.begin(), text.end(), '_', '-');
    return text.size() <= 35 ? text : std::string();
}

// How directly an element speaks of the date of publication; 0 is best. The update has its own.
constexpr int NoDate = 9;
int publishedRank(std::string_view key)
{
    if (isOneOf(key, {"published", "pubdate"}))
        return 0;
    if (isOneOf(key, {"issued", "dcterms:issued"}))
        return 1;
    if (isOneOf(key, {"dc:date", "dcterms:date", "date"}))
        return 2;
    return isOneOf(key, {"created", "dcterms:created"}) ? 3 : NoDate;
}

int updatedRank(std::string_view key)
{
    if (key == "updated")
        return 0;
    return isOneOf(key, {"modified", "dcterms:modified", "lastbuilddate", "lastmod"}) ? 1 : NoDate;
}

// A value and how directly its element spoke of it: an element of lower rank wins, of equals the last.
struct Ranked {
    std::optional<base::Instant> value;
    int rank = NoDate;

    void offer(std::optional<base::Instant> instant, int itsRank)
    {
        if (instant && itsRank <= rank) {
            value = instant;
            rank = itsRank;
        }
    }
};

class Reader final {
public:
    Reader(const std::string& url, base::ParsedFeed& feed)
        : m_url(url)
        , m_feed(feed)
    {
    }

    bool read(const xmlNode* root, std::string_view doctype)
    {
        const std::string name = localName(root);
        if (name == "feed") {
            const bool old = attribute(root, "version") == "0.3"
                || (isAtom(root) && namespaceOf(root).find("005") == std::string_view::npos);
            m_feed.format = old ? "atom03" : "atom10";
            channel(root);
            return true;
        }
        if (name == "entry" && isAtom(root)) {
            m_feed.format = "atom10";
            m_feed.entries.push_back(entry(root));
            return true;
        }
        if (name != "rss" && name != "rdf" && name != "channel") {
            // Something else around a feed, or an RSS whose root has another name.
            const xmlNode* inside = feedInside(root, 0);
            return inside != nullptr && read(inside, doctype);
        }
        m_feed.format = name == "rdf" ? rdfFormat(root) : rssFormat(attribute(root, "version"), doctype);
        if (name == "channel")
            channel(root);
        for (const xmlNode* child = firstElement(root); child != nullptr; child = nextElement(child)) {
            const std::string key = keyOf(child);
            if (name != "channel" && (key == "channel" || key == "feed"))
                channel(child);
            else if (name != "channel" && isOneOf(key, {"item", "entry"}))
                m_feed.entries.push_back(entry(child));
        }
        return true;
    }

private:
    static const xmlNode* feedInside(const xmlNode* node, int depth)
    {
        for (const xmlNode* child = firstElement(node); child != nullptr; child = nextElement(child)) {
            const std::string name = localName(child);
            if (name == "rss" || name == "rdf" || (name == "feed" && isAtom(child))
                || (name == "channel" && depth == 0))
                return child;
            if (const xmlNode* inside = depth < 3 ? feedInside(child, depth + 1) : nullptr)
                return inside;
        }
        return nullptr;
    }

    static std::string rssFormat(const std::string& version, std::string_view doctype)
    {
        if (version.starts_with("0.91"))
            return doctype.find("netscape") == std::string_view::npos ? "rss091u" : "rss091n";
        for (const char last : std::string_view("0234")) {
            if (version.starts_with(std::string("0.9") + last))
                return std::string("rss09") + last;
        }
        return "rss20";
    }

    static std::string rdfFormat(const xmlNode* root)
    {
        for (const xmlNs* declared = root->nsDef; declared != nullptr; declared = declared->next) {
            if (declared->href != nullptr
                && std::string_view(reinterpret_cast<const char*>(declared->href)).find("netscape.com")
                    != std::string_view::npos)
                return "rss090";
        }
        return "rss10";
    }

    // xml:base of the elements around, from the outermost inwards, on the feed's own address.
    std::string baseAt(const xmlNode* node) const
    {
        std::vector<std::string> bases;
        for (const xmlNode* up = node; up != nullptr && up->type == XML_ELEMENT_NODE; up = up->parent) {
            if (std::string own = attribute(up, "base"); !own.empty())
                bases.push_back(std::move(own));
        }
        std::string from = m_url;
        for (auto own = bases.rbegin(); own != bases.rend(); ++own) {
            if (std::string joined = absoluteUrl(from, *own); !joined.empty())
                from = std::move(joined);
        }
        return from.find("://") == std::string::npos ? std::string() : from;
    }

    std::string address(const xmlNode* node, const std::string& reference) const
    {
        return absoluteUrl(baseAt(node), reference);
    }

    // An id is no address to follow: only a relative one is made absolute.
    std::string identity(const xmlNode* node) const
    {
        std::string id = textOf(node);
        if (id.starts_with('/') && !id.starts_with("//")) {
            if (std::string joined = address(node, id); !joined.empty())
                return joined;
        }
        return id;
    }

    std::string html(const xmlNode* node) const { return cleanHtml(htmlOf(node), baseAt(node)); }

    static std::optional<base::Instant> date(const xmlNode* node, std::vector<std::string>& warnings)
    {
        const std::string text = textOf(node);
        if (text.empty())
            return std::nullopt;
        std::optional<base::Instant> instant = readDate(text);
        if (!instant)
            warnings.push_back("date not readable: " + std::string(base::truncatedUtf8(text, 60)));
        return instant;
    }

    static void category(const xmlNode* node, std::vector<std::string>& list)
    {
        std::string text = attribute(node, "term");
        if (text.empty())
            text = base::collapsed(textOf(node));
        if (text.empty())
            text = attribute(node, "label");
        if (text.empty())
            text = attribute(node, "text"); // itunes
        if (!text.empty() && list.size() < MaxCategories)
            list.push_back(std::move(text));
        for (const xmlNode* child = firstElement(node); child != nullptr; child = nextElement(child)) {
            if (keyOf(child) == "itunes:category")
                category(child, list);
        }
    }

    static void keywords(const xmlNode* node, std::vector<std::string>& list)
    {
        const std::string text = textOf(node);
        for (const std::string_view part : base::split(text, ',')) {
            std::string word(base::trimmed(part));
            if (!word.empty() && list.size() < MaxCategories)
                list.push_back(std::move(word));
        }
    }

    // The fields of a feed: of this one, with its entries, or of the one an entry was taken from.
    void channel(const xmlNode* root)
    {
        m_filer = filerOf(root);
        channel(root, m_feed.feed, true);
    }

    void channel(const xmlNode* root, base::FeedInfo& info, bool own)
    {
        setIfEmpty(info.language, languageTag(attribute(root, "lang")));
        if (root->parent != nullptr && root->parent->type == XML_ELEMENT_NODE)
            setIfEmpty(info.language, languageTag(attribute(root->parent, "lang")));
        Ranked published{info.published, info.published ? 0 : NoDate};
        Ranked updated{info.updated, info.updated ? 0 : NoDate};
        FeedSchedule schedule;
        std::string otherTitle;
        std::string otherText;
        std::string otherLink;
        std::vector<base::Person> otherAuthors;
        for (const xmlNode* node = firstElement(root); node != nullptr; node = nextElement(node)) {
            const std::string key = keyOf(node);
            if (isOneOf(key, {"item", "entry"})) {
                if (own)
                    m_feed.entries.push_back(entry(node));
            } else if (key == "items" || key == "channel") { // CDF has channels inside channels
                if (own)
                    items(node);
            } else if (key == "title") {
                setIfEmpty(info.title, lineOf(node));
                info.titled = true;
            } else if (isOneOf(key, {"dc:title", "media:title", "itunes:title"}))
                setIfEmpty(otherTitle, lineOf(node));
            else if (key == "link")
                channelLink(node, info, otherLink);
            else if (isOneOf(key, {"id", "guid"}))
                setIfEmpty(info.id, identity(node));
            else if (isOneOf(key, {"description", "subtitle", "tagline"}))
                setIfEmpty(info.description, html(node));
            else if (isOneOf(
                         key, {"dc:description", "itunes:summary", "itunes:subtitle", "abstract", "info"}))
                setIfEmpty(otherText, html(node));
            else if (isOneOf(key, {"language", "dc:language"}))
                setIfEmpty(info.language, languageTag(textOf(node)));
            else if (isOneOf(key, {"author", "managingeditor", "dc:creator", "dc:author"}))
                info.authors.push_back(person(node));
            else if (isOneOf(key, {"itunes:author", "itunes:owner", "webmaster", "dc:publisher"}))
                otherAuthors.push_back(person(node));
            else if (isOneOf(key, {"contributor", "dc:contributor"}))
                info.contributors.push_back(person(node));
            else if (isOneOf(key, {"copyright", "rights", "dc:rights", "media:copyright"}))
                setIfEmpty(info.copyright, lineOf(node));
            else if (isOneOf(key, {"category", "dc:subject", "itunes:category"}))
                category(node, info.categories);
            else if (isOneOf(key, {"itunes:keywords", "media:keywords"}))
                keywords(node, info.categories);
            else if (const int rank = publishedRank(key); rank < NoDate)
                published.offer(date(node, m_feed.warnings), rank);
            else if (const int updateRank = updatedRank(key); updateRank < NoDate)
                updated.offer(date(node, m_feed.warnings), updateRank);
            else
                schedule.read(key, node);
        }
        info.published = published.value;
        info.updated = updated.value;
        setIfEmpty(info.title, otherTitle);
        setIfEmpty(info.description, otherText);
        if (info.authors.empty()) { // a name says more than an address
            std::stable_partition(otherAuthors.begin(), otherAuthors.end(),
                [](const base::Person& who) { return !who.name.empty(); });
            info.authors = std::move(otherAuthors);
        }
        dropNobody(info.authors);
        if (!info.authors.empty())
            info.author = nameOf(info.authors.front());
        setIfEmpty(info.link, otherLink);
        if (const std::string href = attribute(root, "href"); info.link.empty() && !href.empty())
            info.link = address(root, href); // CDF
        if (const std::string when = attribute(root, "lastmod"); !info.updated && !when.empty())
            info.updated = readDate(when);
        schedule.write(info);
    }

    void items(const xmlNode* node)
    {
        for (const xmlNode* child = firstElement(node); child != nullptr; child = nextElement(child)) {
            if (localName(child) == "item")
                m_feed.entries.push_back(entry(child));
        }
    }

    void channelLink(const xmlNode* node, base::FeedInfo& info, std::string& other) const
    {
        const std::string href = attribute(node, "href");
        const std::string rel = base::lowerAscii(attribute(node, "rel"));
        if (href.empty() || (rel.empty() && !isAtom(node)))
            setLast(info.link, address(node, href.empty() ? textOf(node) : href));
        else if (rel.empty() || rel == "alternate")
            setIfEmpty(info.link, address(node, href));
        else if (rel == "via" || rel == "related")
            setIfEmpty(other, address(node, href));
    }

    base::Person person(const xmlNode* node) const
    {
        base::Person who = personOf(node);
        if (!who.url.empty())
            who.url = address(node, who.url);
        return who;
    }

    static void dropNobody(std::vector<base::Person>& people)
    {
        std::erase_if(people,
            [](const base::Person& who) { return who.name.empty() && who.email.empty() && who.url.empty(); });
    }

    static std::string nameOf(const base::Person& who) { return who.name.empty() ? who.email : who.name; }

    // What the elements of one entry say, before the better of two is taken.
    struct Draft {
        base::FeedEntry entry;
        Ranked published;
        Ranked updated;
        std::string otherTitle;
        std::string otherText;
        std::string otherLink;
        std::vector<base::Person> otherAuthors;
        bool permalink = false;
    };

    base::FeedEntry entry(const xmlNode* root)
    {
        Draft draft;
        draft.entry.language = languageTag(attribute(root, "lang"));
        for (const xmlNode* node = firstElement(root); node != nullptr; node = nextElement(node))
            field(node, draft);
        base::FeedEntry& entry = draft.entry;
        entry.published = draft.published.value;
        setIfEmpty(entry.id, attribute(root, "about"));
        setIfEmpty(entry.title, draft.otherTitle);
        setIfEmpty(entry.summary, draft.otherText);
        if (entry.link.empty() && draft.permalink)
            entry.link = absoluteUrl(baseAt(root), entry.id);
        if (entry.link.find("://") == std::string::npos)
            setIfEmpty(entry.link, draft.otherLink);
        for (const std::string_view name : {"about", "href"}) { // RDF, CDF
            if (const std::string where = attribute(root, name); entry.link.empty() && !where.empty())
                entry.link = address(root, where);
        }
        if (entry.authors.empty())
            entry.authors = std::move(draft.otherAuthors);
        if (const std::string when = attribute(root, "lastmod"); !when.empty()) // CDF
            draft.updated.offer(readDate(when), NoDate - 1);
        entry.updated = draft.updated.value;
        readFiling(root, m_filer, entry);
        readCentralBank(root, entry);
        dropNobody(entry.authors);
        dropNobody(entry.contributors);
        if (!entry.published && entry.updated && m_feed.format.starts_with("rss"))
            entry.published = entry.updated;
        return std::move(entry);
    }

    void field(const xmlNode* node, Draft& draft)
    {
        base::FeedEntry& entry = draft.entry;
        const std::string key = keyOf(node);
        if (key == "title") {
            setIfEmpty(entry.title, lineOf(node));
            entry.titled = true;
        } else if (isOneOf(key, {"dc:title", "media:title", "itunes:title"}))
            setIfEmpty(draft.otherTitle, lineOf(node));
        else if (key == "link")
            link(node, draft);
        else if (key == "feedburner:origlink")
            setIfEmpty(draft.otherLink, address(node, textOf(node)));
        else if (isOneOf(key, {"guid", "id"})) {
            if (entry.id.empty()) {
                entry.id = identity(node);
                draft.permalink
                    = key == "guid" && base::lowerAscii(attribute(node, "ispermalink")) != "false";
            }
        } else if (isOneOf(key, {"description", "summary", "dc:description", "abstract", "dcterms:abstract"}))
            setIfEmpty(entry.summary, html(node));
        else if (isOneOf(key,
                     {"content:encoded", "content", "xhtml:body", "xhtml:div", "body", "fullitem",
                         "fulltext"}))
            content(node, entry);
        else if (isOneOf(key,
                     {"media:description", "itunes:summary", "itunes:subtitle", "googleplay:description"}))
            setIfEmpty(draft.otherText, html(node));
        else if (isOneOf(key, {"author", "dc:creator", "dc:author"}))
            entry.authors.push_back(person(node));
        else if (isOneOf(key, {"itunes:author", "media:credit", "dc:publisher"}))
            draft.otherAuthors.push_back(person(node));
        else if (isOneOf(key, {"contributor", "dc:contributor"}))
            entry.contributors.push_back(person(node));
        else if (isOneOf(key, {"rights", "copyright", "dc:rights", "media:copyright"}))
            setIfEmpty(entry.copyright, lineOf(node));
        else if (key == "comments")
            setIfEmpty(entry.comments, address(node, textOf(node)));
        else if (key == "source")
            source(node, entry);
        else if (isOneOf(key, {"category", "dc:subject", "media:category", "itunes:category"}))
            category(node, entry.categories);
        else if (isOneOf(key, {"itunes:keywords", "media:keywords"}))
            keywords(node, entry.categories);
        else if (isOneOf(key, {"language", "dc:language"}))
            setIfEmpty(entry.language, languageTag(textOf(node)));
        else if (key == "enclosure")
            enclose(node, "url", "length", entry);
        else if (key == "media:content")
            enclose(node, "url", "filesize", entry);
        else if (key == "media:group")
            group(node, draft);
        else if (const int rank = publishedRank(key); rank < NoDate)
            draft.published.offer(date(node, entry.warnings), rank);
        else if (const int updateRank = updatedRank(key); updateRank < NoDate)
            draft.updated.offer(date(node, entry.warnings), updateRank);
    }

    // Atom writes the other feed's fields, RSS its name and address.
    void source(const xmlNode* node, base::FeedEntry& entry)
    {
        base::FeedInfo info;
        if (firstElement(node) != nullptr)
            channel(node, info, false);
        else
            info.title = lineOf(node);
        if (std::string url = attribute(node, "url"); !url.empty())
            info.id = std::move(url);
        entry.source = std::move(info);
    }

    void group(const xmlNode* root, Draft& draft)
    {
        for (const xmlNode* node = firstElement(root); node != nullptr; node = nextElement(node)) {
            if (keyOf(node) != "media:group")
                field(node, draft);
        }
    }

    // Of two contents (full text in one module, an excerpt in another) the longer is read.
    void content(const xmlNode* node, base::FeedEntry& entry) const
    {
        if (isAtom(node) && !attribute(node, "src").empty() && textOf(node).empty())
            return;
        std::string text = html(node);
        if (text.size() > entry.content.size())
            entry.content = std::move(text);
    }

    void link(const xmlNode* node, Draft& draft) const
    {
        const std::string href = attribute(node, "href");
        const std::string rel = base::lowerAscii(attribute(node, "rel"));
        if (href.empty() || (rel.empty() && !isAtom(node)))
            setLast(draft.entry.link, address(node, href.empty() ? textOf(node) : href));
        else if (rel == "enclosure")
            enclose(node, "href", "length", draft.entry);
        else if (rel.empty() || rel.ends_with("alternate"))
            setIfEmpty(draft.entry.link, address(node, href));
        else if (rel == "via" || rel == "related")
            setIfEmpty(draft.otherLink, address(node, href));
    }

    void enclose(const xmlNode* node, const char* where, const char* size, base::FeedEntry& entry) const
    {
        std::string url = address(node, attribute(node, where));
        if (url.empty())
            return;
        entry.enclosures.push_back(
            {std::move(url), attribute(node, "type"), lengthIn(attribute(node, size))});
    }

    const std::string& m_url;
    base::ParsedFeed& m_feed;
    std::string m_filer; // the company a list of filings is of
};

} // namespace

bool readFeedTree(
    const xmlNode* root, const std::string& url, std::string_view doctype, base::ParsedFeed& feed)
{
    return Reader(url, feed).read(root, doctype);
}

} // namespace ingest
