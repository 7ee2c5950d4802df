// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "input.h"

#include <base/strings.h>
#include <ingest/decode.h>
#include <ingest/feeds/feedparser.h>
#include <ingest/files/archivefile.h>
#include <ingest/files/filekind.h>
#include <ingest/files/mailfile.h>
#include <ingest/files/markdownfile.h>
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
constexpr std::size_t MaxBody = 4U << 20; // of one article: longer than any book
constexpr int MaxArchives = 2; // one inside another

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> all)
{
    return std::find(all.begin(), all.end(), text) != all.end();
}

void takeFeed(base::ParsedFeed feed, const InputContext& context, InputDocument& document)
{
    document.kind = InputKind::Feed;
    document.sourceTitle = feed.feed.title;
    document.siteUrl = feed.feed.link;
    document.ttlMinutes = feed.feed.ttlMinutes;
    document.skipHours = feed.feed.skipHours;
    document.skipDays = feed.feed.skipDays;
    if (!feed.format.starts_with("atom")) // an Atom id is no place to fetch from
        document.sourceUrl = httpAddress(feed.feed.id);
    document.warnings = std::move(feed.warnings);
    document.leftOut = std::move(feed.leftOut);
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
        if (article.body.size() > MaxBody) {
            article.body = std::string(base::truncatedUtf8(article.body, MaxBody));
            article.fingerprint = 0;
            document.leftOut.emplace_back("of a text of more than 4 MiB only that much was read");
        }
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
    article.url = httpAddress(page->canonicalUrl);
    if (article.url.empty())
        article.url = httpAddress(context.url);
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
    document.leftOut = std::move(list->leftOut);
    return document;
}

base::Result<InputDocument> readTableText(std::string_view text, const InputOptions& options)
{
    TableUse use;
    use.guess = guessTable(text);
    use.key = headerKey(use.guess);
    use.used = use.guess.mapping;
    if (options.mapping) {
        if (std::optional<TableMapping> known = options.mapping(use.key)) {
            use.used = std::move(*known);
            use.remembered = true;
        }
    }
    base::Result<InputDocument> document = records(readTable(text, use.used), InputKind::Table);
    if (document)
        document->tables.push_back(std::move(use));
    return document;
}

base::Result<InputDocument> readFeed(std::string_view bytes, const InputContext& context)
{
    base::Result<base::ParsedFeed> feed = parseFeed(bytes, {context.url, context.contentType});
    if (!feed)
        return feed.error();
    InputDocument document;
    takeFeed(std::move(feed).value(), context, document);
    return document;
}

// What name and type say of an input.
struct Hints {
    std::string ending;
    std::string type;

    bool any(
        std::initializer_list<std::string_view> endings, std::initializer_list<std::string_view> types) const
    {
        return isOneOf(ending, endings) || std::any_of(types.begin(), types.end(), [&](std::string_view one) {
            return type.starts_with(one);
        });
    }
};

// Text whose bytes say what it is, whatever its name: a page, records, a table; plain text is what is left.
base::Result<InputDocument> readDecoded(std::string_view bytes, const std::string& decoded,
    const InputContext& context, const Hints& hints, const InputOptions& options)
{
    const bool markdown = hints.any({"md", "markdown", "mkd", "mdown"}, {"text/markdown"});
    const bool plain = markdown || isOneOf(hints.ending, {"txt", "text"});
    const std::string_view text = base::trimmed(decoded);
    if (text.empty())
        return unreadable("is empty");
    const bool table = hints.any({"csv", "tsv", "tab"}, {"text/csv", "text/tab-separated-values"});
    const bool bracket = text.starts_with('{') || text.starts_with("[{")
        || (text.starts_with('[') && base::trimmed(text.substr(1)).starts_with('{'));
    if (!table && (bracket || hints.any({"json", "jsonl", "ndjson"}, {"application/json"}))) {
        base::Result<RecordList> list = readRecordFile(text);
        if (list || !plain)
            return records(std::move(list), InputKind::Records);
    }
    const bool page = hints.any({"html", "htm", "xhtml", "shtml"}, {"text/html", "application/xhtml"});
    const bool html = looksLikeHtml(text) && !(markdown && !text.starts_with('<'));
    if ((html && !(table && !text.starts_with('<'))) || (page && text.find('<') != std::string_view::npos))
        return readPage(bytes, context);
    if (text.starts_with("<?xml")
        || (text.starts_with('<') && isOneOf(hints.ending, {"xml", "rss", "atom", "rdf", "opml"})))
        return unreadable("is XML, but neither a feed nor a list of feeds");
    if (table || (!markdown && looksLikeTable(text)))
        return readTableText(text, options);
    base::Article article = markdown ? readMarkdownFile(text) : readTextFile(text);
    if (article.title.empty() && article.body.empty())
        return unreadable("holds no words");
    InputDocument document;
    document.kind = InputKind::Text;
    document.sourceTitle = article.source;
    if (article.url.empty())
        article.url = httpAddress(context.url);
    document.articles.push_back(std::move(article));
    return document;
}

base::Result<InputDocument> read(std::string_view bytes, const InputContext& context,
    const InputOptions& options, ArchiveBudget& budget, int depth);

// What was read of a member, into the archive's document.
void takeMember(InputDocument member, const std::string& name, InputDocument& document)
{
    const bool inner = member.kind == InputKind::Archive;
    for (base::Article& article : member.articles) {
        if (article.source.empty())
            article.source = member.sourceTitle;
        document.articles.push_back(std::move(article));
    }
    for (base::Subscription& one : member.subscriptions)
        document.subscriptions.push_back(std::move(one));
    for (TableUse& table : member.tables) {
        table.member = table.member.empty() ? name : name + '/' + table.member;
        document.tables.push_back(std::move(table));
    }
    for (const std::string& warning : member.warnings)
        document.warnings.push_back(name + (inner ? "/" : ": ") + warning);
    for (const std::string& omission : member.leftOut)
        document.leftOut.push_back(name + (inner ? "/" : ": ") + omission);
}

base::Result<InputDocument> readArchive(std::string_view bytes, const InputContext& context,
    const InputOptions& options, ArchiveBudget& budget, int depth)
{
    if (depth >= MaxArchives)
        return unreadable("is an archive inside another archive's archive, which is not read");
    InputDocument document;
    document.kind = InputKind::Archive;
    const auto take = [&](ArchiveMember packed) {
        InputContext inner;
        inner.name = packed.name;
        inner.received = context.received;
        base::Result<InputDocument> member = read(packed.bytes, inner, options, budget, depth + 1);
        if (member)
            takeMember(std::move(member).value(), packed.name, document);
        else // pictures and the like are no news: nothing is missing without them
            (member.error().code == base::ErrorCode::Unsupported ? document.warnings : document.leftOut)
                .push_back(packed.name + ": " + member.error().message);
    };
    if (const base::Outcome outcome = readZip(bytes, budget, document.leftOut, take); !outcome)
        return outcome.error();
    if (!document.articles.empty() || !document.subscriptions.empty())
        return document;
    return unreadable("is an archive with nothing in it that can be read"
        + (!document.leftOut.empty()         ? ": " + document.leftOut.front()
                : !document.warnings.empty() ? ": " + document.warnings.front()
                                             : std::string()));
}

base::Result<InputDocument> readPacked(std::string_view bytes, const InputContext& context,
    const InputOptions& options, ArchiveBudget& budget, int depth)
{
    if (depth >= MaxArchives)
        return unreadable("is packed too often to be read");
    base::Result<Gunzipped> inner = readGzip(bytes, budget);
    if (!inner)
        return inner.error();
    InputContext plain = context;
    if (endingOf(plain.name) == "gz") // the ending below it may tell the kind
        plain.name.resize(plain.name.rfind('.'));
    if (endingOf(plain.url) == "gz")
        plain.url.resize(plain.url.rfind('.'));
    if (plain.contentType.find("gzip") != std::string::npos)
        plain.contentType.clear();
    base::Result<InputDocument> document = read(inner->bytes, plain, options, budget, depth + 1);
    if (document && inner->cut)
        document->leftOut.emplace_back("the gzip file is damaged or cut short; what could be read is here");
    return document;
}

base::Result<InputDocument> read(std::string_view bytes, const InputContext& context,
    const InputOptions& options, ArchiveBudget& budget, int depth)
{
    if (base::trimmed(bytes).empty())
        return unreadable("is empty");
    if (bytes.size() > MaxBytes)
        return base::Error{base::ErrorCode::TooLarge, "is larger than 256 MiB"};
    if (looksLikeZip(bytes))
        return readArchive(bytes, context, options, budget, depth);
    if (looksLikeGzip(bytes))
        return readPacked(bytes, context, options, budget, depth);
    if (const std::string kind = binaryKind(bytes); !kind.empty())
        return base::Error{kind == "an image" ? base::ErrorCode::Unsupported : base::ErrorCode::InvalidInput,
            "is " + kind + ", which is not read"};
    if (looksLikeOpml(bytes))
        return readSubscriptions(bytes);
    if (looksLikeFeed(bytes))
        return readFeed(bytes, context);
    Hints hints{
        endingOf(context.url.empty() ? context.name : context.url), base::lowerAscii(context.contentType)};
    if (looksLikeMail(bytes) || hints.any({"eml", "mbox"}, {"message/rfc822", "application/mbox"}))
        return records(readMailFile(bytes), InputKind::Mail);
    if (isBinary(bytes))
        return unreadable("is not text, so it cannot be read");
    return readDecoded(bytes, decode(bytes, context.contentType).text, context, hints, options);
}

} // namespace

base::Result<InputDocument> readInput(
    std::string_view bytes, const InputContext& context, const InputOptions& options)
{
    ArchiveBudget budget;
    base::Result<InputDocument> document = read(bytes, context, options, budget, 0);
    if (document)
        finish(context, *document);
    return document;
}

} // namespace ingest
