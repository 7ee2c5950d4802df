// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "rsscb.h"

#include "feedtree.h"

#include <base/strings.h>
#include <ingest/dates.h>
#include <ingest/htmltext.h>

#include <libxml/tree.h>

#include <array>
#include <vector>

namespace ingest {

namespace {

constexpr int MaxDepth = 8; // of the module's own elements
constexpr std::size_t MaxPeople = 50;
constexpr std::size_t MaxKeywords = 100;

bool isBank(const xmlNode* node)
{
    const std::string uri = base::lowerAscii(namespaceOf(node));
    return uri.find("cbwiki.net") != std::string::npos || uri.find("rss-cb") != std::string::npos
        || std::string_view(reinterpret_cast<const char*>(node->name)).starts_with("cb:");
}

struct Speaker {
    std::string name;
    std::string job;
    std::string house;
};

// What the module's elements say, wherever they stand inside one another.
struct Notice {
    std::string kind; // "speech", "exchangerate", …
    std::string title;
    std::string date;
    std::string institution;
    std::string country;
    std::string place;
    std::string audience;
    std::string publication;
    std::string value;
    std::string unit;
    std::string from;
    std::string to;
    std::string rate;
    std::string period;
    std::string topic;
    std::string link;
    std::vector<Speaker> people;
    std::vector<std::string> keywords;
};

std::string line(const xmlNode* node) { return base::collapsed(textOf(node)); }

void readPerson(const xmlNode* node, Speaker& who, std::array<std::string, 3>& names, int depth)
{
    for (const xmlNode* child = firstElement(node); child != nullptr; child = nextElement(child)) {
        const std::string name = localName(child);
        if (name == "nameaswritten")
            who.name = line(child);
        else if (name == "personaltitle")
            names[0] = line(child);
        else if (name == "givenname" || name == "firstname")
            names[1] = line(child);
        else if (name == "surname")
            names[2] = line(child);
        else if (name == "jobtitle")
            who.job = line(child);
        else if (name == "affiliation")
            who.house = line(child);
        else if (depth < MaxDepth)
            readPerson(child, who, names, depth + 1);
    }
}

void person(const xmlNode* node, Notice& notice)
{
    Speaker who;
    std::array<std::string, 3> names;
    readPerson(node, who, names, 0);
    if (who.name.empty())
        who.name = base::collapsed(names[0] + ' ' + names[1] + ' ' + names[2]);
    if (!who.name.empty() && notice.people.size() < MaxPeople)
        notice.people.push_back(std::move(who));
}

bool isKind(std::string_view name)
{
    return isOneOf(name,
        {"speech", "news", "event", "paper", "statistics", "exchangerate", "interestrate", "otherstatistic",
            "transaction"});
}

void read(const xmlNode* node, Notice& notice, int depth)
{
    const std::string name = localName(node);
    const auto take = [&](std::string& to) {
        if (to.empty())
            to = line(node);
    };
    if (isKind(name))
        notice.kind = name; // the innermost says it best
    if (name == "person" || name == "speaker" || name == "author") {
        person(node, notice);
    } else if (name == "resource") {
        for (const xmlNode* child = firstElement(node); child != nullptr; child = nextElement(child)) {
            if (isOneOf(localName(child), {"link", "resourcelink"}) && notice.link.empty())
                notice.link = line(child);
        }
    } else if (name == "simpletitle") {
        take(notice.title);
    } else if (name == "occurrencedate" || name == "publicationdate" || name == "eventdate") {
        take(notice.date);
    } else if (name == "institutionabbrev") {
        take(notice.institution);
    } else if (name == "country") {
        take(notice.country);
    } else if (name == "venue" || name == "locationaswritten") {
        take(notice.place);
    } else if (name == "audience") {
        take(notice.audience);
    } else if (name == "publication") {
        take(notice.publication);
    } else if (name == "value") {
        take(notice.value);
        if (notice.unit.empty())
            notice.unit = attribute(node, "units");
    } else if (name == "unit") {
        take(notice.unit);
    } else if (name == "basecurrency") {
        take(notice.from);
    } else if (name == "targetcurrency") {
        take(notice.to);
    } else if (name == "ratename" || name == "ratetype") {
        take(notice.rate);
    } else if (name == "topic" || name == "coverage") {
        notice.topic += (notice.topic.empty() ? "" : ", ") + line(node);
    } else if (name == "keyword" || name == "jelcode") {
        if (notice.keywords.size() < MaxKeywords)
            notice.keywords.push_back(line(node));
    } else if (name == "observationperiod" || name == "period") {
        take(notice.period);
    } else if (depth < MaxDepth) {
        for (const xmlNode* child = firstElement(node); child != nullptr; child = nextElement(child))
            read(child, notice, depth + 1);
    }
}

// "EUR to CHF: 0.9378"; empty where there is no figure.
std::string figure(const Notice& notice)
{
    if (notice.value.empty())
        return {};
    std::string name
        = notice.from.empty() || notice.to.empty() ? notice.rate : notice.from + " to " + notice.to;
    if (name.empty())
        name = notice.topic;
    const bool plainUnit = !notice.unit.empty() && notice.unit != notice.to
        && notice.unit.find_first_of(":_") == std::string::npos;
    return name + (name.empty() ? "" : ": ") + notice.value + (plainUnit ? ' ' + notice.unit : std::string());
}

std::string escaped(std::string text)
{
    base::replaceAll(text, "&", "&amp;");
    base::replaceAll(text, "<", "&lt;");
    base::replaceAll(text, ">", "&gt;");
    return "<p>" + text + ".</p>";
}

std::string figureText(const Notice& notice)
{
    std::string text = notice.kind == "exchangerate" ? "Exchange rate, "
        : notice.kind == "interestrate"              ? "Interest rate, "
                                                     : "";
    text += figure(notice);
    std::vector<std::string> facts;
    if (!notice.rate.empty() && text.find(notice.rate) == std::string::npos)
        facts.push_back(notice.rate);
    if (!notice.topic.empty() && text.find(notice.topic) == std::string::npos)
        facts.push_back(notice.topic);
    if (!notice.period.empty())
        facts.push_back(notice.period);
    for (const std::string& place : {notice.institution, notice.country}) {
        if (!place.empty())
            facts.push_back(place);
    }
    return escaped(facts.empty() ? text : text + " (" + base::join(facts, "; ") + ')');
}

std::string noticeText(const Notice& notice)
{
    std::vector<std::string> parts;
    for (const Speaker& who : notice.people) {
        std::string text = who.name;
        for (const std::string& more : {who.job, who.house}) {
            if (!more.empty())
                text += ", " + more;
        }
        parts.push_back(text);
    }
    std::string text = notice.kind == "speech" && !parts.empty() ? "Speech by " : "";
    text += base::join(parts, "; ");
    for (const std::string& more : {notice.audience, notice.place, notice.publication, notice.institution}) {
        if (!more.empty())
            text += (text.empty() ? "" : ", ") + more;
    }
    if (text.empty() && notice.title.empty())
        return {};
    return (notice.title.empty() ? std::string() : escaped(notice.title))
        + (text.empty() ? std::string() : escaped(text));
}

} // namespace

void readCentralBank(const xmlNode* item, base::FeedEntry& entry)
{
    Notice notice;
    for (const xmlNode* child = firstElement(item); child != nullptr; child = nextElement(child)) {
        if (isBank(child))
            read(child, notice, 0);
    }
    if (notice.kind.empty())
        return;
    const std::string number = figure(notice);
    if (entry.title.empty())
        entry.title = notice.title.empty() ? number : notice.title;
    if (!notice.value.empty() && entry.title.find(notice.value) == std::string::npos)
        entry.headline = entry.title + ": " + notice.value;
    for (const std::string& date : {notice.date, notice.period}) {
        if (!entry.published && !date.empty())
            entry.published = readDate(date);
    }
    if (entry.link.empty())
        entry.link = absoluteUrl({}, notice.link);
    if (entry.authors.empty()) {
        for (const Speaker& who : notice.people)
            entry.authors.push_back({who.name, {}});
        if (entry.authors.empty() && !notice.institution.empty())
            entry.authors.push_back({notice.institution, {}});
    }
    for (const std::string& keyword : notice.keywords) {
        if (!keyword.empty())
            entry.categories.push_back(keyword);
    }
    if (!entry.content.empty())
        return;
    // A figure is the item's whole point; other text only stands in where there is none.
    if (!notice.value.empty())
        entry.content = (entry.summary.empty() ? "" : "<p>" + entry.summary + "</p>") + figureText(notice);
    else if (entry.summary.empty())
        entry.content = noticeText(notice);
}

} // namespace ingest
