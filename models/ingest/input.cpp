// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "input.h"

#include <base/strings.h>
#include <ingest/decode.h>
#include <ingest/feeds/feedparser.h>
#include <ingest/files/mailfile.h>
#include <ingest/files/recordfile.h>
#include <ingest/files/tablefile.h>
#include <ingest/files/textfile.h>
#include <ingest/normalise.h>
#include <ingest/opml/opml.h>
#include <ingest/pages/extract.h>

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <set>

namespace ingest {

namespace {

constexpr std::size_t MaxBytes = 256U << 20;

std::string endingOf(const std::string& name)
{
    const std::size_t query = name.find_first_of("?#");
    const std::string path = base::lowerAscii(name.substr(0, query));
    const std::size_t slash = path.find_last_of('/');
    const std::size_t dot = path.find_last_of('.');
    return dot == std::string::npos || (slash != std::string::npos && dot < slash) ? std::string()
                                                                                   : path.substr(dot + 1);
}

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> all)
{
    return std::find(all.begin(), all.end(), text) != all.end();
}

// The kind of a file that is no text, by its first bytes; empty when they are of none known.
std::string binaryKind(std::string_view bytes)
{
    using namespace std::string_view_literals;
    struct Mark {
        std::string_view start;
        std::string_view kind;
    };
    constexpr Mark Marks[] = {{"%PDF-"sv, "a PDF"}, {"PK\x03\x04"sv, "a ZIP archive or office document"},
        {"\x89PNG"sv, "an image"}, {"\xFF\xD8\xFF"sv, "an image"}, {"GIF8"sv, "an image"},
        {"\x1F\x8B"sv, "a gzip archive"}, {"\xD0\xCF\x11\xE0"sv, "an office document"},
        {"\x7F"
         "ELF"sv,
            "a program"},
        {"MZ\x90"sv, "a program"}, {"SQLite format 3\0"sv, "a database"}, {"7z\xBC\xAF"sv, "an archive"},
        {"Rar!\x1A"sv, "an archive"}, {"BZh9"sv, "an archive"}, {"{\\rtf"sv, "an RTF document"}};
    for (const Mark& mark : Marks) {
        if (bytes.starts_with(mark.start))
            return std::string(mark.kind);
    }
    return bytes.size() > 12 && bytes.substr(0, 4) == "RIFF" ? "a sound or image file" : std::string();
}

bool isBinary(std::string_view bytes)
{
    const DecodedText decoded = decode(bytes.substr(0, 4096));
    const auto odd = std::count_if(decoded.text.begin(), decoded.text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
    });
    return odd > 8
        || decoded.text.find(std::string_view("\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD")) != std::string::npos;
}

bool looksLikeHtml(std::string_view text)
{
    const std::string head = base::lowerAscii(text.substr(0, 4096));
    const std::string_view start = base::trimmed(head);
    return start.starts_with("<!doctype html") || head.find("<html") != std::string::npos
        || head.find("<body") != std::string::npos
        || (start.starts_with('<')
            && (head.find("<p") != std::string::npos || head.find("<div") != std::string::npos));
}

void takeFeed(base::ParsedFeed feed, const InputContext& context, InputDocument& document)
{
    document.kind = InputKind::Feed;
    document.sourceTitle = feed.feed.title;
    document.siteUrl = feed.feed.link;
    if (!feed.format.starts_with("atom")) // an Atom id is no place to fetch from
        document.sourceUrl = httpAddress(feed.feed.id);
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

// Gives every article its received time and what else it needs, and keeps identities apart: an exact repeat
// is left out, another text under the same id is another article.
void finish(const InputContext& context, InputDocument& document)
{
    std::map<std::string, std::set<std::uint64_t>> seen; // the texts of each identity
    std::set<std::string> taken;
    std::vector<base::Article> articles;
    std::size_t repeats = 0;
    for (base::Article& article : document.articles) {
        article.received = context.received;
        if (article.identity.empty() || article.fingerprint == 0)
            complete(article);
        std::set<std::uint64_t>& texts = seen[article.identity];
        if (!texts.insert(article.fingerprint).second) {
            ++repeats;
            continue;
        }
        if (texts.size() > 1) {
            article.warnings.push_back(article.guid.empty() ? "address used twice: " + article.url
                                                            : "id used twice: " + article.guid);
        }
        const std::string identity = article.identity;
        for (std::size_t count = texts.size(); !taken.insert(article.identity).second; ++count)
            article.identity = identity + '-' + std::to_string(count);
        articles.push_back(std::move(article));
    }
    if (repeats > 0)
        document.warnings.push_back(std::to_string(repeats) + (repeats == 1 ? " repeat" : " repeats")
            + " of the same article left out");
    document.articles = std::move(articles);
}

base::Error unreadable(std::string reason)
{
    return base::Error{base::ErrorCode::InvalidInput, std::move(reason)};
}

// A list of records or the reason why there is none, as the document.
base::Result<InputDocument> records(base::Result<RecordList> list, InputKind kind)
{
    if (!list)
        return list.error();
    InputDocument document;
    takeRecords(std::move(list).value(), kind, document);
    // One sender or one source of all records names the whole.
    const std::string& source = document.articles.front().source;
    if (std::all_of(document.articles.begin(), document.articles.end(),
            [&](const base::Article& one) { return one.source == source; }))
        document.sourceTitle = source;
    return document;
}

base::Result<InputDocument> readPage(std::string_view bytes, const InputContext& context)
{
    base::Result<ExtractedPage> page = extractPage(bytes, context.url, context.contentType);
    if (!page)
        return page.error();
    InputDocument document;
    document.kind = InputKind::Page;
    document.sourceTitle = page->siteName;
    base::Article article;
    article.title = std::move(page->title);
    article.body = std::move(page->text);
    article.author = std::move(page->author);
    article.published = page->published;
    article.language = std::move(page->language);
    article.url = page->canonicalUrl.empty() ? httpAddress(context.url) : page->canonicalUrl;
    article.source = std::move(page->siteName);
    document.articles.push_back(std::move(article));
    return document;
}

base::Result<InputDocument> readSubscriptions(std::string_view bytes)
{
    base::Result<SubscriptionList> list = readOpml(bytes);
    if (!list)
        return list.error();
    InputDocument document;
    document.kind = InputKind::Subscriptions;
    document.sourceTitle = std::move(list->title);
    document.subscriptions = std::move(list->subscriptions);
    document.warnings = std::move(list->warnings);
    return document;
}

// Text whose bytes say what it is, whatever its name: a page, records, a table; plain text is what is left.
base::Result<InputDocument> readDecoded(
    std::string_view bytes, const std::string& decoded, const InputContext& context)
{
    const std::string ending = endingOf(context.url.empty() ? context.name : context.url);
    const std::string type = base::lowerAscii(context.contentType);
    const bool markdown = isOneOf(ending, {"md", "markdown", "mkd"}) || type.starts_with("text/markdown");
    const bool plain = markdown || isOneOf(ending, {"txt", "text"});
    const std::string_view text = base::trimmed(decoded);
    if (text.empty())
        return unreadable("is empty");
    if (text.starts_with('{') || text.starts_with("[{")
        || (text.starts_with('[') && base::trimmed(text.substr(1)).starts_with('{'))
        || isOneOf(ending, {"json", "jsonl", "ndjson"})) {
        base::Result<RecordList> list = readRecordFile(text);
        if (list || !plain)
            return records(std::move(list), InputKind::Records);
    }
    const bool page = isOneOf(ending, {"html", "htm", "xhtml", "shtml"}) || type.starts_with("text/html")
        || type.starts_with("application/xhtml");
    if (looksLikeHtml(text) || (page && text.find('<') != std::string_view::npos))
        return readPage(bytes, context);
    if (text.starts_with("<?xml")
        || (text.starts_with('<') && isOneOf(ending, {"xml", "rss", "atom", "rdf", "opml"})))
        return unreadable("is XML, but neither a feed nor a list of feeds");
    if (isOneOf(ending, {"csv", "tsv"}) || type.starts_with("text/csv")
        || type.starts_with("text/tab-separated-values") || (!plain && looksLikeTable(text)))
        return records(readTableFile(text), InputKind::Table);
    base::Article article = readTextFile(text, markdown);
    if (article.title.empty())
        return unreadable("holds no words");
    InputDocument document;
    document.kind = InputKind::Text;
    article.url = httpAddress(context.url);
    document.articles.push_back(std::move(article));
    return document;
}

base::Result<InputDocument> read(std::string_view bytes, const InputContext& context)
{
    if (base::trimmed(bytes).empty())
        return unreadable("is empty");
    if (bytes.size() > MaxBytes)
        return base::Error{base::ErrorCode::TooLarge, "is larger than 256 MiB"};
    if (const std::string kind = binaryKind(bytes); !kind.empty())
        return unreadable("is " + kind + ", not text");
    if (looksLikeOpml(bytes))
        return readSubscriptions(bytes);
    if (looksLikeFeed(bytes)) {
        base::Result<base::ParsedFeed> feed = parseFeed(bytes, {context.url, context.contentType});
        if (!feed)
            return feed.error();
        InputDocument document;
        takeFeed(std::move(feed).value(), context, document);
        return document;
    }
    const std::string ending = endingOf(context.url.empty() ? context.name : context.url);
    const std::string type = base::lowerAscii(context.contentType);
    if (looksLikeMail(bytes) || isOneOf(ending, {"eml", "mbox"}) || type.starts_with("message/rfc822"))
        return records(readMailFile(bytes), InputKind::Mail);
    if (isBinary(bytes))
        return unreadable("is not text, so it cannot be read");
    return readDecoded(bytes, decode(bytes, context.contentType).text, context);
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
