// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "metadata.h"

#include "byline.h"
#include "headline.h"

#include <base/strings.h>
#include <ingest/dates.h>
#include <ingest/htmltext.h>

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <vector>

namespace ingest {

namespace {

std::string metaOf(const PageFacts& facts, std::initializer_list<const char*> names)
{
    for (const char* name : names) {
        const auto it = facts.meta.find(name);
        if (it == facts.meta.end())
            continue;
        if (std::string line = htmlToLine(it->second); !line.empty())
            return line;
    }
    return {};
}

// "en.wire.example" is known as such and as en.wire and wire.
std::vector<std::string> namesOfHost(std::string_view url)
{
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos)
        return {};
    std::string_view host = url.substr(scheme + 3);
    host = host.substr(0, host.find_first_of("/?#:"));
    if (host.starts_with("www."))
        host.remove_prefix(4);
    std::vector<std::string> names;
    for (std::size_t end = host.size(); end != std::string_view::npos && end > 0;
         end = host.rfind('.', end - 1))
        names.emplace_back(host.substr(0, end));
    for (const std::string_view label : base::split(host, '.')) {
        if (label.size() > 3)
            names.emplace_back(label);
    }
    return names;
}

std::optional<base::Instant> firstDate(const std::vector<std::string>& texts)
{
    for (const std::string& text : texts) {
        // Empty fields of databases come out as the year 1 or the first second of 1970.
        if (const std::optional<base::Instant> date = readDate(text);
            date && date > base::fromUnix(-5364662400) && date != base::fromUnix(0)) // 1800
            return date;
    }
    for (const std::string& text : texts) {
        if (const std::optional<base::Instant> date = dateIn(text))
            return date;
    }
    return std::nullopt;
}

bool isName(const std::string& text)
{
    return !text.empty() && !base::lowerAscii(text).starts_with("http") && text.find('@') == std::string::npos
        && text.size() < 300;
}

// The names of the first line that has any. Where later ones stand inside it, as the links and spans of a
// byline do, they are the names and the rest is a job, a place or a button.
std::string firstNames(const std::vector<std::string>& lines)
{
    for (auto line = lines.begin(); line != lines.end(); ++line) {
        const std::string names = namesIn(*line);
        if (names.empty())
            continue;
        std::vector<std::string> inner;
        for (auto other = line + 1; other != lines.end(); ++other) {
            std::string name = namesIn(*other);
            if (name.size() < 4 || other->size() >= line->size() || line->find(*other) == std::string::npos
                || std::any_of(inner.begin(), inner.end(), [&](const std::string& one) {
                       return one.find(name) != std::string::npos || name.find(one) != std::string::npos;
                   }))
                continue;
            inner.push_back(std::move(name));
        }
        return inner.empty() ? names : base::join(inner, ", ");
    }
    return {};
}

// The short lines around the headline: those after it, then those before it, the nearest first.
std::vector<std::string> linesAround(const PageFacts& facts, const std::string& title)
{
    constexpr std::size_t After = 16;
    constexpr std::size_t Before = 8;
    if (facts.headings.empty())
        return {};
    const auto heading = std::find_if(facts.headings.begin(), facts.headings.end(),
        [&](const std::string& one) { return bareText(one) == bareText(title); });
    const auto index = heading == facts.headings.end() ? 0 : heading - facts.headings.begin();
    const std::size_t at = facts.headingLines[static_cast<std::size_t>(index)];
    const auto place = facts.lines.begin() + static_cast<std::ptrdiff_t>(at);
    std::vector<std::string> lines(
        place, place + static_cast<std::ptrdiff_t>(std::min(After, facts.lines.size() - at)));
    lines.insert(lines.end(), std::reverse_iterator(place),
        std::reverse_iterator(place - static_cast<std::ptrdiff_t>(std::min(Before, at))));
    return lines;
}

std::string chooseAuthor(
    const PageFacts& facts, const std::vector<std::string>& sites, const std::vector<std::string>& around)
{
    std::string author = facts.linked.author;
    const auto isSite = [&] {
        return std::any_of(sites.begin(), sites.end(),
            [&](const std::string& site) { return bareText(site) == bareText(author); });
    };
    if (!isName(author) || isSite()) {
        const std::string stated = metaOf(facts,
            {"author", "dc.creator", "dcterms.creator", "byl", "parsely-author", "sailthru.author",
                "article:author", "og:article:author", "creator", "cxenseparse:author", "citation_author"});
        if (isName(stated))
            author = stated;
    }
    // A page that names its site as author often has the person in a byline.
    if (!isName(author) || isSite()) {
        std::string person = firstNames(facts.authors);
        if (person.empty())
            person = firstNames(facts.bylines);
        if (person.empty())
            person = namesBeside(around);
        author = !person.empty() || !isName(author) ? person : author;
    }
    const std::string names = namesIn(author);
    return author.find_first_of("0123456789|") == std::string::npos && names.empty() ? author : names;
}

std::optional<base::Instant> chooseDate(
    const PageFacts& facts, std::string_view url, const std::vector<std::string>& around)
{
    std::vector<std::string> dates = facts.linked.dates;
    for (const char* name :
        {"article:published_time", "og:published_time", "og:article:published_time", "datepublished", "date",
            "dc.date", "dc.date.issued", "dcterms.date", "pubdate", "parsely-pub-date", "sailthru.date",
            "publishdate", "publish-date", "publish_date", "article:published", "dcterms.created",
            "dc.date.created", "dcterms.issued", "article.published", "cxenseparse:recs:publishtime",
            "og:pubdate", "date.published", "citation_publication_date", "citation_date", "datecreated",
            "article.created", "article_date_original", "originalpublicationdate"})
        dates.push_back(metaOf(facts, {name}));
    for (const auto& [name, value] : facts.meta) { // "shop:publication-date" and what else there is
        if (name.find("publi") != std::string::npos
            && (name.find("date") != std::string::npos || name.find("time") != std::string::npos))
            dates.push_back(value);
    }
    dates.insert(dates.end(), facts.marked.begin(), facts.marked.end());
    if (const auto date = firstDate(dates))
        return date;
    if (const auto date = firstDate(facts.times))
        return date;
    if (const auto date = dateInAddress(url))
        return date;
    if (const auto date = firstDate(facts.dateLines))
        return date;
    for (const std::string& line : around) {
        if (const auto date = dateIn(line))
            return date;
    }
    // Better the day of the last change than none.
    return firstDate({metaOf(facts, {"article:modified_time"}), metaOf(facts, {"og:updated_time"}),
        metaOf(facts, {"last-modified"})});
}

} // namespace

void readMetadata(const PageFacts& facts, std::string_view url, ExtractedPage& page)
{
    page.siteName = metaOf(facts, {"og:site_name", "application-name"});
    for (const std::string* other : {&facts.linked.publisher, &facts.linked.site}) {
        if (page.siteName.empty())
            page.siteName = *other;
    }
    TitleClues clues;
    clues.linked = facts.linked.title;
    for (const char* name : {"og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title"}) {
        // The first of them that is there is the one taken below.
        if (const auto found = facts.meta.find(name); found != facts.meta.end() && !found->second.empty()) {
            clues.exact = !facts.slips.contains(name);
            break;
        }
    }
    clues.stated = metaOf(facts,
        {"og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "parsely-title",
            "sailthru.title", "title"});
    clues.document = facts.documentTitle;
    clues.headings = facts.headings;
    clues.sites = namesOfHost(url);
    for (const std::string& name : {page.siteName, facts.linked.publisher, facts.linked.site,
             metaOf(facts, {"application-name", "apple-mobile-web-app-title"})}) {
        // Some pages put their title there.
        if (!name.empty() && bareText(name) != bareText(clues.stated))
            clues.sites.push_back(name);
    }
    page.title = chooseTitle(clues);
    const std::vector<std::string> around = linesAround(facts, page.title);
    page.author = chooseAuthor(facts, clues.sites, around);
    page.published = chooseDate(facts, url, around);

    std::string language = facts.language;
    if (language.empty())
        language = metaOf(facts, {"og:locale", "language", "content-language", "dc.language"});
    if (language.empty() && facts.linked.language.size() < 12)
        language = facts.linked.language;
    page.language = base::lowerAscii(language.substr(0, language.find_first_of("-_")));
    page.canonicalUrl = metaOf(facts, {"canonical", "og:url"});
}

} // namespace ingest
