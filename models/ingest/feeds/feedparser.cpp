// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "feedparser.h"

#include "distinction.h"
#include "feedreader.h"
#include "feedtree.h"
#include "jsonfeed.h"
#include "xmlbalance.h"
#include "xmltext.h"

#include <base/strings.h>
#include <ingest/decode.h>

#include <algorithm>

namespace ingest {

namespace {

// Where the feed's own element begins in text that has something else around it; npos when there is none.
std::size_t feedStart(std::string_view text)
{
    const std::string lower = base::lowerAscii(text);
    std::size_t first = std::string::npos;
    for (const std::string_view mark : {"<rss", "<feed", "<rdf:rdf", "<channel"})
        first = std::min(first, lower.find(mark));
    return first;
}

// The fields of a document that libxml2 can read as it is, or once its tags are balanced.
bool readFields(MendedXml& mended, const std::string& url, base::ParsedFeed& feed, std::string& rootName)
{
    const XmlTree tree = readXml(mended.text);
    if (tree.wellFormed)
        mended.text = std::string(); // the tree holds it all
    if (tree.root() != nullptr)
        rootName = localName(tree.root());
    if (tree.tooDeep)
        feed.leftOut.emplace_back("elements more than 256 deep were left out");
    if (tree.tooMany)
        feed.leftOut.emplace_back("elements after the first 100,000 were left out");
    if (!tree.prefixesDeclared) {
        feed.wellformed = false;
        feed.warnings.emplace_back("prefixes without a name space were read by custom");
    }
    if (tree.wellFormed)
        return readFeedTree(tree.root(), url, mended.doctype, feed);
    feed.wellformed = false;
    if (!tree.tooDeep && !tree.tooMany) {
        const std::size_t start = feedStart(mended.text);
        const XmlTree balanced = start == std::string_view::npos
            ? XmlTree()
            : readXml(balancedXml(std::string_view(mended.text).substr(start)));
        base::ParsedFeed second = feed;
        if (balanced.root() != nullptr && readFeedTree(balanced.root(), url, mended.doctype, second)) {
            feed = std::move(second);
            feed.warnings.emplace_back("the XML is not well-formed; its tags were balanced");
            return true;
        }
    }
    feed.warnings.emplace_back("the XML is not well-formed; what could be read was read");
    return tree.root() != nullptr && readFeedTree(tree.root(), url, mended.doctype, feed);
}

} // namespace

bool looksLikeFeed(std::string_view bytes)
{
    const DecodedText decoded = decode(bytes.substr(0, 8192));
    const std::string head = base::lowerAscii(decoded.text);
    if (base::trimmed(head).starts_with('{'))
        return head.find("jsonfeed.org/version") != std::string::npos;
    for (const std::string_view mark : {"<rss", "<feed", "<rdf:rdf", "<rdf ", "<channel"}) {
        const std::size_t at = head.find(mark);
        if (at != std::string::npos && head.substr(0, at).find("<html") == std::string::npos
            && head.substr(0, at).find("<opml") == std::string::npos
            && head.substr(0, at).find("<body") == std::string::npos)
            return true;
    }
    return false;
}

namespace {

// Readers ask every few minutes: nobody's feed needs more, and each entry costs an analysis.
void finish(base::ParsedFeed& feed)
{
    if (feed.entries.size() > MaxFeedEntries) {
        feed.leftOut.push_back("only the first " + std::to_string(MaxFeedEntries) + " of "
            + std::to_string(feed.entries.size()) + " entries were read");
        feed.entries.resize(MaxFeedEntries);
    }
    distinguish(feed.entries);
}

} // namespace

base::Result<base::ParsedFeed> parseFeed(std::string_view bytes, const FeedContext& context)
{
    if (bytes.size() > MaxFeedBytes)
        return base::Error{base::ErrorCode::TooLarge, "is larger than 32 MiB"};
    if (base::trimmed(bytes).empty())
        return base::Error{base::ErrorCode::InvalidInput, "is empty"};
    DecodedText decoded = decode(bytes, context.contentType);
    if (const std::string_view text = base::trimmed(decoded.text);
        text.starts_with('{') || text.starts_with('[')) {
        base::Result<base::ParsedFeed> feed = parseJsonFeed(text, context);
        if (feed) {
            feed->encoding = decoded.encoding;
            finish(*feed);
        }
        return feed;
    }
    MendedXml mended = mendXml(decoded.text);
    decoded.text = std::string(); // large feeds are held once
    if (mended.text.empty())
        return base::Error{base::ErrorCode::InvalidInput, "is not a feed: it holds no markup"};
    base::ParsedFeed feed;
    feed.encoding = decoded.encoding;
    feed.wellformed = mended.warnings.empty() && !decoded.repaired;
    feed.warnings = std::move(mended.warnings);
    if (decoded.repaired)
        feed.warnings.emplace_back("bytes that fit no character of " + decoded.encoding + " were replaced");
    std::string rootName;
    if (readFields(mended, context.url, feed, rootName)) {
        finish(feed);
        return feed;
    }
    return base::Error{base::ErrorCode::InvalidInput,
        rootName.empty() ? "is not a feed: no XML element can be read"
                         : "is XML, but not a feed: its root is <" + rootName + ">"};
}

} // namespace ingest
