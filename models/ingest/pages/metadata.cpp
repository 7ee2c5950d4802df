// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "metadata.h"

#include "byline.h"

#include <base/strings.h>
#include <ingest/dates.h>
#include <ingest/files/jsontext.h>
#include <ingest/htmltext.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <optional>
#include <vector>

namespace ingest {

namespace {

using Json = nlohmann::json;
constexpr int MaxDepth = 400;

struct Found {
    std::map<std::string, std::string> meta; // first value by lower-case name
    std::string documentTitle;
    std::vector<std::string> headings; // h1
    std::vector<std::string> marked; // dates of itemprop and time, in order of trust
    std::vector<std::string> times;
    std::vector<std::string> dateLines; // elements named after a date
    std::string markedAuthor; // rel or itemprop author
    std::string byline; // an element named after an author
    std::string language;
    std::vector<Json> linked; // JSON-LD objects
};

void collectLinked(const Json& json, Found& found, int depth)
{
    if (depth > 6)
        return;
    if (json.is_array()) {
        for (const Json& item : json)
            collectLinked(item, found, depth + 1);
    } else if (json.is_object()) {
        found.linked.push_back(json);
        if (const auto graph = json.find("@graph"); graph != json.end())
            collectLinked(*graph, found, depth + 1);
    }
}

void readScript(const xmlNode* node, Found& found)
{
    std::string text;
    for (const xmlNode* part = node->children; part != nullptr; part = part->next) {
        if (part->content != nullptr)
            text += reinterpret_cast<const char*>(part->content);
    }
    // Line ends inside strings are no JSON, but common.
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    const std::size_t begin = text.find_first_of("{[");
    const std::size_t end = text.find_last_of("}]");
    if (begin == std::string::npos || end == std::string::npos || end < begin)
        return;
    const Json json = parseJson(std::string_view(text).substr(begin, end + 1 - begin));
    if (!json.is_discarded())
        collectLinked(json, found, 0);
}

// What class, id and rel of an element say of authors and dates.
void readNames(const xmlNode* node, const std::string& tag, Found& found)
{
    constexpr std::size_t MaxLine = 160;
    const std::string property = base::lowerAscii(attributeOf(node, "itemprop"));
    if (property.find("datepublished") != std::string::npos) {
        for (const char* name : {"content", "datetime"}) {
            if (const std::string value = attributeOf(node, name); !value.empty())
                found.marked.push_back(value);
        }
        found.marked.push_back(pageLine(node));
    }
    if (tag == "body" || tag == "html" || tag == "article" || tag == "main" || tag == "form" || tag == "head")
        return;
    const std::string relation = base::lowerAscii(attributeOf(node, "rel"));
    const std::string names = base::lowerAscii(attributeOf(node, "class") + ' ' + attributeOf(node, "id"));
    const bool comment = names.find("comment") != std::string::npos;
    if (found.markedAuthor.empty()
        && (relation == "author" || property == "author" || property == "creator")) {
        const std::string content = attributeOf(node, "content");
        found.markedAuthor = namesIn(content.empty() ? pageLine(node) : content);
    }
    const auto named = [&](std::initializer_list<std::string_view> parts) {
        return !comment && std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
            return names.find(part) != std::string::npos;
        });
    };
    if (found.byline.empty() && named({"author", "byline", "autor", "writer", "vcard"})
        && !named({"avatar", "image", "bio", "icon"})) {
        const std::string line = pageLine(node);
        if (line.size() < MaxLine)
            found.byline = namesIn(line);
    }
    if (found.dateLines.size() < 8
        && named({"date", "publish", "posted", "timestamp", "post-meta", "entry-meta", "byline"})) {
        const std::string line = pageLine(node);
        if (!line.empty() && line.size() < MaxLine)
            found.dateLines.push_back(line);
    }
}

void walk(const xmlNode* node, Found& found, int depth)
{
    for (const xmlNode* child = node->children; child != nullptr && depth < MaxDepth; child = child->next) {
        const std::string tag = tagOf(child);
        if (tag.empty())
            continue;
        if (tag == "html" || tag == "body") {
            if (found.language.empty())
                found.language = attributeOf(child, "lang");
        } else if (tag == "meta") {
            const std::string content = attributeOf(child, "content");
            for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
                if (const std::string name = base::lowerAscii(attributeOf(child, key));
                    !name.empty() && !content.empty())
                    found.meta.emplace(name, content);
            }
        } else if (tag == "title" && found.documentTitle.empty()) {
            found.documentTitle = pageLine(child);
        } else if (tag == "link" && base::lowerAscii(attributeOf(child, "rel")) == "canonical") {
            found.meta.emplace("canonical", attributeOf(child, "href"));
        } else if (tag == "h1") {
            if (std::string line = pageLine(child); !line.empty() && found.headings.size() < 8)
                found.headings.push_back(std::move(line));
        } else if (tag == "time" && found.times.size() < 8) {
            const std::string moment = attributeOf(child, "datetime");
            found.times.push_back(moment.empty() ? pageLine(child) : moment);
        } else if (tag == "script") {
            if (base::lowerAscii(attributeOf(child, "type")).find("ld+json") != std::string::npos)
                readScript(child, found);
            continue;
        } else if (tag == "style") {
            continue;
        }
        readNames(child, tag, found);
        walk(child, found, depth + 1);
    }
}

std::string jsonText(const Json& object, const char* name)
{
    const auto it = object.find(name);
    if (it == object.end())
        return {};
    if (it->is_string())
        return htmlToLine(base::repairedUtf8(it->get<std::string>()));
    if (it->is_object())
        return jsonText(*it, "name");
    if (it->is_array() && !it->empty()) {
        std::string names;
        for (const Json& one : *it) {
            const std::string text = one.is_string() ? htmlToLine(one.get<std::string>())
                : one.is_object()                    ? jsonText(one, "name")
                                                     : std::string();
            if (!text.empty())
                names += (names.empty() ? "" : ", ") + text;
        }
        return names;
    }
    return {};
}

bool isArticle(const Json& object)
{
    const auto type = object.find("@type");
    if (type == object.end())
        return false;
    const std::string text = base::lowerAscii(type->dump());
    return text.find("article") != std::string::npos || text.find("posting") != std::string::npos
        || text.find("report") != std::string::npos;
}

// Letters and digits alone, for comparing titles that differ in signs.
std::string bare(std::string_view text)
{
    std::string out;
    for (const char c : base::lowerAscii(text)) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80)
            out += c;
    }
    for (const std::string_view sign :
        {"\u2018", "\u2019", "\u201C", "\u201D", "\u2013", "\u2014", "\u2026", "\u00AB", "\u00BB"})
        base::replaceAll(out, sign, "");
    return out;
}

// After a dash stands the site's name or more of the headline: names are written large or have a point.
bool mayBeSite(std::string_view tail)
{
    const bool small = tail.front() >= 'a' && tail.front() <= 'z';
    return !small || (tail.find('.') != std::string_view::npos && tail.find(' ') == std::string_view::npos);
}

// "Headline | Site", "Site - Headline": the heading that is in it; else without the site's name; else without
// a short end.
std::string withoutSite(
    const std::string& title, const std::vector<std::string>& headings, const std::string& site)
{
    const std::string whole = bare(title);
    const std::string* best = nullptr;
    for (const std::string& heading : headings) {
        const std::string words = bare(heading);
        if (words.size() >= 8 && whole.find(words) != std::string::npos && words != bare(site)
            && (best == nullptr || heading.size() > best->size()))
            best = &heading;
    }
    // A heading of half the title or more is the headline.
    if (best != nullptr && best->size() * 2 >= title.size())
        return *best;
    std::string_view rest = title;
    for (const std::string_view sign : {" | ", " :: ", " \u00BB ", " \u2013 ", " \u2014 ", " - ", "\uFF5C"}) {
        const std::size_t last = rest.rfind(sign);
        if (last == std::string_view::npos || last == 0)
            continue;
        const std::string_view tail = rest.substr(last + sign.size());
        const bool strong = sign == " | " || sign == " :: " || sign == " \u00BB " || sign == "\uFF5C";
        if ((!site.empty() && bare(tail) == bare(site))
            || (strong ? last >= tail.size()
                       : last > tail.size() * 2 && tail.size() < 35 && mayBeSite(tail))) {
            rest = base::trimmed(rest.substr(0, last));
            continue;
        }
        const std::size_t first = rest.find(sign);
        const std::string_view start = rest.substr(0, first);
        if ((!site.empty() && bare(start) == bare(site)) || (strong && tail.size() > start.size() * 2))
            rest = base::trimmed(rest.substr(first + sign.size()));
    }
    return std::string(rest);
}

std::string titleOf(const Found& found, const std::string& stated, const std::string& site)
{
    std::string title = withoutSite(stated.empty() ? found.documentTitle : stated, found.headings, site);
    // A title that only names the site or is cut short gives way to the heading.
    const bool cut = base::endsWith(title, "...") || base::endsWith(title, "\u2026");
    for (const std::string& heading : found.headings) {
        const std::string words = bare(heading);
        if (title.empty() || (bare(title) == bare(site) && words != bare(site) && words.size() > 3))
            return heading;
        if (cut && words.starts_with(bare(title)))
            return heading;
    }
    return title;
}

std::optional<base::Instant> firstDate(const std::vector<std::string>& texts)
{
    for (const std::string& text : texts) {
        if (const std::optional<base::Instant> date = readDate(text))
            return date;
    }
    for (const std::string& text : texts) {
        if (const std::optional<base::Instant> date = dateIn(text))
            return date;
    }
    return std::nullopt;
}

} // namespace

void readMetadata(const xmlNode* root, std::string_view url, ExtractedPage& page)
{
    Found found;
    found.language = attributeOf(root, "lang");
    walk(root, found, 0);
    const auto meta = [&](std::initializer_list<const char*> names) {
        for (const char* name : names) {
            const auto it = found.meta.find(name);
            if (it != found.meta.end() && !it->second.empty())
                return htmlToLine(it->second);
        }
        return std::string();
    };
    page.siteName = meta({"og:site_name", "application-name"});
    std::string title;
    std::string author;
    std::vector<std::string> dates;
    for (const Json& object : found.linked) {
        if (!isArticle(object))
            continue;
        if (title.empty())
            title = jsonText(object, "headline");
        if (author.empty())
            author = jsonText(object, "author");
        for (const char* name : {"datePublished", "dateCreated"})
            dates.push_back(jsonText(object, name));
        if (page.siteName.empty())
            page.siteName = jsonText(object, "publisher");
    }
    if (title.empty())
        title
            = meta({"og:title", "twitter:title", "dc.title", "headline", "parsely-title", "sailthru.title"});
    page.title = titleOf(found, title, page.siteName);

    const auto isName = [&](const std::string& text) {
        return !text.empty() && !base::lowerAscii(text).starts_with("http")
            && text.find('@') == std::string::npos && text.size() < 300;
    };
    // A page that names its site as author often has the person in a byline.
    if (!isName(author))
        author = meta({"author", "dc.creator", "dcterms.creator", "byl", "parsely-author", "sailthru.author",
            "article:author", "creator"});
    if (!isName(author) || bare(author) == bare(page.siteName)) {
        const std::string person = found.markedAuthor.empty() ? found.byline : found.markedAuthor;
        author = !person.empty() || !isName(author) ? person : author;
    }
    const std::string names = namesIn(author);
    page.author = author.find_first_of("0123456789|") == std::string::npos && names.empty() ? author : names;

    for (const char* name : {"article:published_time", "og:published_time", "datepublished", "date",
             "dc.date", "dc.date.issued", "dcterms.date", "pubdate", "parsely-pub-date", "sailthru.date",
             "publishdate", "publish-date", "article:published", "dcterms.created", "article.published",
             "cxenseparse:recs:publishtime", "og:pubdate", "date.published"})
        dates.push_back(meta({name}));
    dates.insert(dates.end(), found.marked.begin(), found.marked.end());
    page.published = firstDate(dates);
    if (!page.published)
        page.published = firstDate(found.times);
    const std::optional<base::Instant> inAddress = dateInAddress(url);
    if (!page.published)
        page.published = inAddress ? inAddress : firstDate(found.dateLines);

    const std::string language = found.language.empty()
        ? meta({"og:locale", "language", "content-language", "dc.language"})
        : found.language;
    page.language = base::lowerAscii(language.substr(0, language.find_first_of("-_")));
    page.canonicalUrl = meta({"canonical", "og:url"});
}

std::string linkedBody(const xmlNode* root)
{
    Found found;
    walk(root, found, 0);
    for (const Json& object : found.linked) {
        if (const auto it = object.find("articleBody");
            isArticle(object) && it != object.end() && it->is_string())
            return htmlToText(base::repairedUtf8(it->get<std::string>()));
    }
    return {};
}

} // namespace ingest
