// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "input.h"

#include "normalise.h"

#include <base/strings.h>
#include <ingest/decode.h>
#include <ingest/feeds/feedparser.h>
#include <ingest/files/mailfile.h>
#include <ingest/files/recordfile.h>
#include <ingest/files/tablefile.h>
#include <ingest/files/textfile.h>
#include <ingest/htmltext.h>
#include <ingest/opml/opml.h>
#include <ingest/pages/extract.h>

#include <algorithm>
#include <set>

namespace ingest {

namespace {

std::string endingOf(const std::string& name)
{
    const std::size_t query = name.find_first_of("?#");
    const std::string path = base::lowerAscii(name.substr(0, query));
    const std::size_t slash = path.find_last_of('/');
    const std::size_t dot = path.find_last_of('.');
    return dot == std::string::npos || (slash != std::string::npos && dot < slash) ? std::string() : path.substr(dot + 1);
}

bool isBinary(std::string_view bytes)
{
    const DecodedText decoded = decode(bytes.substr(0, 4096));
    const auto odd = std::count_if(decoded.text.begin(), decoded.text.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f'; });
    return odd > 8 || decoded.text.find(std::string_view("\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD")) != std::string::npos;
}

bool looksLikeHtml(std::string_view text)
{
    const std::string head = base::lowerAscii(text.substr(0, 4096));
    const std::string_view start = base::trimmed(head);
    return start.starts_with("<!doctype html") || head.find("<html") != std::string::npos || head.find("<body") != std::string::npos
        || (start.starts_with('<') && (head.find("<p") != std::string::npos || head.find("<div") != std::string::npos));
}

void takeFeed(base::ParsedFeed feed, const InputContext& context, InputDocument& document)
{
    document.kind = InputKind::Feed;
    document.sourceTitle = feed.feed.title;
    document.siteUrl = feed.feed.link;
    document.sourceUrl = absoluteUrl({}, feed.feed.id);
    document.warnings = std::move(feed.warnings);
    for (const base::FeedEntry& entry : feed.entries) {
        base::Article article = normalise(entry, feed.feed, context.received);
        if (article.body.empty() && entry.title.empty()) {
            document.warnings.emplace_back("an entry without title and text was left out");
            continue;
        }
        document.articles.push_back(std::move(article));
    }
}

void takeRecords(RecordList list, InputKind kind, InputDocument& document)
{
    document.kind = kind;
    document.warnings = std::move(list.warnings);
    document.articles = std::move(list.articles);
}

// Gives every article its received time and what else it needs, and keeps identities apart.
void finish(const InputContext& context, InputDocument& document)
{
    std::set<std::string> seen;
    std::vector<base::Article> articles;
    for (base::Article& article : document.articles) {
        article.received = context.received;
        if (article.identity.empty())
            complete(article);
        if (!seen.insert(article.identity).second) {
            // The same id twice: the same text is a repeat, other text another article.
            const bool repeat = std::any_of(articles.begin(), articles.end(), [&](const base::Article& other) {
                return other.identity == article.identity && other.fingerprint == article.fingerprint;
            });
            if (repeat)
                continue;
            article.warnings.push_back("id used twice: " + article.guid);
            article.identity = base::hex64(base::hash64(article.identity, article.fingerprint));
            if (!seen.insert(article.identity).second)
                continue;
        }
        articles.push_back(std::move(article));
    }
    document.articles = std::move(articles);
}

base::Result<InputDocument> read(std::string_view bytes, const InputContext& context)
{
    InputDocument document;
    if (base::trimmed(bytes).empty())
        return base::Error{base::ErrorCode::InvalidInput, "is empty"};
    if (looksLikeOpml(bytes)) {
        base::Result<SubscriptionList> list = readOpml(bytes);
        if (!list)
            return list.error();
        document.kind = InputKind::Subscriptions;
        document.sourceTitle = list->title;
        document.subscriptions = std::move(list->subscriptions);
        document.warnings = std::move(list->warnings);
        return document;
    }
    if (looksLikeFeed(bytes)) {
        base::Result<base::ParsedFeed> feed = parseFeed(bytes, {context.url, context.contentType});
        if (!feed)
            return feed.error();
        takeFeed(std::move(feed).value(), context, document);
        return document;
    }
    const std::string ending = endingOf(context.url.empty() ? context.name : context.url);
    if (ending == "eml" || ending == "mbox" || (looksLikeMail(bytes) && ending != "txt" && ending != "md")) {
        base::Result<RecordList> list = readMailFile(bytes);
        if (!list)
            return list.error();
        takeRecords(std::move(list).value(), InputKind::Mail, document);
        return document;
    }
    if (isBinary(bytes))
        return base::Error{base::ErrorCode::InvalidInput, "is not text: this kind of file cannot be read"};
    const DecodedText decoded = decode(bytes, context.contentType);
    const std::string_view text = base::trimmed(decoded.text);
    const bool json = text.starts_with('{') || text.starts_with('[');
    if (json && ending != "txt" && ending != "md") {
        base::Result<RecordList> list = readRecordFile(text);
        if (!list)
            return list.error();
        takeRecords(std::move(list).value(), InputKind::Records, document);
        return document;
    }
    const std::string type = base::lowerAscii(context.contentType);
    if ((ending != "txt" && ending != "md" && looksLikeHtml(text)) || ending == "html" || ending == "htm" || type.starts_with("text/html")) {
        base::Result<ExtractedPage> page = extractPage(bytes, context.url, context.contentType);
        if (!page)
            return page.error();
        document.kind = InputKind::Page;
        document.sourceTitle = page->siteName;
        base::Article article;
        article.title = page->title;
        article.body = page->text;
        article.author = page->author;
        article.published = page->published;
        article.language = page->language;
        article.url = page->canonicalUrl.empty() ? absoluteUrl({}, context.url) : page->canonicalUrl;
        article.source = page->siteName;
        document.articles.push_back(std::move(article));
        return document;
    }
    if (text.starts_with("<?xml") || (text.starts_with('<') && (ending == "xml" || ending == "rss" || ending == "atom")))
        return base::Error{base::ErrorCode::InvalidInput, "is XML, but neither a feed nor OPML"};
    if (ending == "csv" || ending == "tsv") {
        base::Result<RecordList> list = readTableFile(decoded.text);
        if (!list)
            return list.error();
        takeRecords(std::move(list).value(), InputKind::Table, document);
        return document;
    }
    document.kind = InputKind::Text;
    document.articles.push_back(readTextFile(decoded.text, ending == "md" || ending == "markdown"));
    return document;
}

} // namespace

base::Result<InputDocument> readInput(std::string_view bytes, const InputContext& context)
{
    base::Result<InputDocument> document = read(bytes, context);
    if (document)
        finish(context, *document);
    return document;
}

} // namespace ingest
