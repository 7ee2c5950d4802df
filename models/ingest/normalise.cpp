// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "normalise.h"

#include <base/strings.h>
#include <ingest/files/partnames.h>
#include <ingest/htmltext.h>
#include <ingest/language.h>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <algorithm>

namespace ingest {

namespace {

constexpr std::size_t TitleWords = 12; // of the body, where there is no title
constexpr std::int64_t FutureSeconds = 86400; // a later date than this after receipt is not believed

std::string nfc(const std::string& text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)
        || std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return text;
    std::string out;
    icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
    normalizer->normalizeUTF8(
        0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, status);
    return U_FAILURE(status) ? text : out;
}

// Paragraphs separated by one blank line, no space at a line's end.
std::string cleanBody(const std::string& text)
{
    std::string out;
    int blank = 0;
    for (std::string_view line : base::split(text, '\n')) {
        line = base::trimmed(line);
        if (line.empty()) {
            ++blank;
            continue;
        }
        if (!out.empty())
            out += blank > 0 ? "\n\n" : "\n";
        out += line;
        blank = 0;
    }
    return out;
}

std::string firstWords(const std::string& body)
{
    const std::string line = base::collapsed(std::string_view(body).substr(0, body.find('\n')));
    std::size_t at = 0;
    for (std::size_t words = 0; words < TitleWords && at != std::string::npos; ++words)
        at = line.find(' ', at + 1);
    return at == std::string::npos ? std::string(base::truncatedUtf8(line, 120))
                                   : line.substr(0, at) + " \u2026";
}

} // namespace

void complete(base::Article& article)
{
    article.title = base::collapsed(nfc(base::repairedUtf8(article.title)));
    article.body = cleanBody(nfc(base::repairedUtf8(article.body)));
    if (article.title.empty())
        article.title = article.body.empty() ? "Untitled" : firstWords(article.body);
    if (!article.language.empty()) {
        const std::size_t end = article.language.find_first_of("-_");
        article.language = base::lowerAscii(article.language.substr(0, end));
    }
    // What is written decides, not what a template says: many feeds claim "en" whatever they carry.
    const std::string seen
        = detectLanguage(article.body.size() >= 40 ? article.body : article.title + ". " + article.body);
    if (!seen.empty() && (article.language.empty() || article.body.size() >= 200))
        article.language = seen;
    article.fingerprint = base::hash64(article.body, base::hash64(article.title));
    if (article.identity.empty()) {
        const std::string key = !article.guid.empty() ? "g:" + article.guid
            : !article.url.empty()                    ? "u:" + article.url
                                                      : "t:" + article.title + '\n' + article.body;
        article.identity = base::hex64(base::hash64(key));
    }
    if (article.published && base::toUnix(*article.published) > base::toUnix(article.received) + FutureSeconds
        && base::toUnix(article.received) > 0) {
        article.warnings.push_back("date lies in the future: " + base::toIso(*article.published));
        article.published.reset();
    }
}

base::Article normalise(const base::FeedEntry& entry, const base::FeedInfo& feed, base::Instant received)
{
    base::Article article;
    article.guid = entry.id;
    std::string link(base::trimmed(entry.link));
    base::replaceAll(link, " ", "%20");
    // A relative one of a feed without an address leads nowhere.
    article.url = httpAddress(absoluteUrl(httpAddress(feed.link), link));
    article.title = entry.headline.empty() ? entry.title : entry.headline;
    const std::string summary = htmlToText(entry.summary);
    const std::string content = htmlToText(entry.content);
    article.body = content.size() >= summary.size() ? content : summary;
    article.source = feed.title;
    if (!entry.authors.empty())
        article.author
            = entry.authors.front().name.empty() ? entry.authors.front().email : entry.authors.front().name;
    article.language = entry.language.empty() ? feed.language : entry.language;
    for (const std::string& written : entry.categories) {
        std::string category = htmlToLine(written);
        if (!category.empty()
            && std::find(article.categories.begin(), article.categories.end(), category)
                == article.categories.end())
            article.categories.push_back(std::move(category));
    }
    article.published = entry.published ? entry.published : entry.updated;
    article.received = received;
    article.warnings = entry.warnings;
    if (!entry.distinction.empty())
        article.identity = base::hex64(base::hash64(
            (entry.id.empty() ? "u:" + entry.link : "g:" + entry.id) + '\n' + entry.distinction));
    complete(article);
    return article;
}

} // namespace ingest
