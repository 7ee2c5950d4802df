// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz.h"

#include <base/strings.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace fuzz {

namespace {

// Said here once more, apart from the cleaner: what it lets through by mistake must not pass here too.
constexpr std::string_view Elements
    = " a abbr acronym address article aside audio b bdi bdo big blockquote br caption center cite code col "
      "colgroup dd del details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header "
      "hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp section small span strike strong sub "
      "summary sup table tbody td tfoot th thead time tr tt u ul var video wbr ";
constexpr std::string_view Empty = " br col hr img wbr ";
constexpr std::string_view Attributes
    = " abbr align alt cite colspan datetime dir height href lang rowspan scope src start title width ";
constexpr std::string_view Addresses = " cite href src ";

bool among(std::string_view list, std::string_view name)
{
    return !name.empty() && name.find(' ') == std::string_view::npos
        && list.find(' ' + std::string(name) + ' ') != std::string_view::npos;
}

// The part of `html` from `at` up to one of `ends`.
std::string_view upTo(std::string_view html, std::size_t& at, std::string_view ends)
{
    const std::size_t begin = at;
    at = std::min(html.find_first_of(ends, at), html.size());
    return html.substr(begin, at - begin);
}

// From after "<name" to after ">".
void requireSafeAttributes(std::string_view html, std::size_t& at)
{
    std::vector<std::string_view> seen;
    while (at < html.size() && html[at] == ' ') {
        ++at;
        const std::string_view name = upTo(html, at, "= >");
        require(among(Attributes, name), "attributes are of the safe subset", name);
        require(std::find(seen.begin(), seen.end(), name) == seen.end(), "an attribute stands once", html);
        seen.push_back(name);
        require(html.substr(at, 2) == "=\"", "attributes are quoted", html.substr(at));
        at += 2;
        const std::string_view value = upTo(html, at, "\"");
        require(at < html.size(), "a quote is closed", value);
        require(value.find_first_of("<>`") == std::string_view::npos, "signs in values are escaped", value);
        if (among(Addresses, name) && !value.starts_with('#'))
            requireAddress(value);
        ++at;
    }
    require(at < html.size() && html[at] == '>', "a tag ends", html.substr(std::min(at, html.size())));
    ++at;
}

} // namespace

std::string_view text(const unsigned char* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), size};
}

void require(bool kept, const char* promise, std::string_view shown)
{
    if (kept)
        return;
    std::fprintf(stderr, "does not hold: %s\n", promise);
    std::fwrite(shown.data(), 1, std::min<std::size_t>(shown.size(), 2000), stderr);
    std::fputc('\n', stderr);
    std::abort();
}

void requireUtf8(std::string_view value) { require(base::isValidUtf8(value), "text is UTF-8", value); }

void requireAddress(std::string_view address)
{
    const std::string start = base::lowerAscii(address.substr(0, 8));
    require(address.empty() || start.starts_with("http://") || start.starts_with("https://")
            || start.starts_with("mailto:"),
        "addresses are http(s) or mailto", address);
    require(std::all_of(address.begin(), address.end(),
                [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F; }),
        "addresses hold no control character", address);
}

void requireSafeHtml(std::string_view html)
{
    std::vector<std::string_view> open;
    for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
        const bool closing = html.substr(at, 2) == "</";
        at += closing ? 2 : 1;
        const std::string_view name = upTo(html, at, " >");
        require(among(Elements, name), "elements are of the safe subset", name);
        if (closing) {
            require(!open.empty() && open.back() == name, "elements are closed in order", html);
            open.pop_back();
        } else if (!among(Empty, name)) {
            open.push_back(name);
        }
        requireSafeAttributes(html, at);
    }
    require(open.empty(), "each element is closed", html);
    require(html.find('\0') == std::string_view::npos, "no NUL is kept", html);
}

void requireSound(const base::ParsedFeed& feed)
{
    require(!feed.format.empty() && !feed.encoding.empty(), "a feed has a format and an encoding");
    for (const std::string* value : {&feed.feed.title, &feed.feed.link, &feed.feed.id, &feed.feed.description,
             &feed.feed.language, &feed.feed.author, &feed.feed.copyright})
        requireUtf8(*value);
    requireAddress(feed.feed.link);
    for (const base::FeedEntry& entry : feed.entries) {
        for (const std::string* value :
            {&entry.title, &entry.link, &entry.id, &entry.summary, &entry.content, &entry.language})
            requireUtf8(*value);
        for (const base::Person& person : entry.authors) {
            requireUtf8(person.name);
            requireUtf8(person.email);
        }
        for (const std::string& category : entry.categories)
            requireUtf8(category);
        for (const base::Enclosure& enclosure : entry.enclosures)
            requireAddress(enclosure.url);
        requireAddress(entry.link);
        requireSafeHtml(entry.summary);
        requireSafeHtml(entry.content);
    }
}

void requireSound(const base::Article& article)
{
    for (const std::string* value : {&article.guid, &article.title, &article.body, &article.url,
             &article.source, &article.author, &article.language})
        requireUtf8(*value);
    for (const std::string& category : article.categories)
        requireUtf8(category);
    requireAddress(article.url);
    require(!article.title.empty() || !article.body.empty(), "an article has words");
}

} // namespace fuzz
