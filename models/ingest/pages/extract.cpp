// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "extract.h"

#include "blocks.h"
#include "metadata.h"
#include "pagetree.h"
#include "paragraphs.h"

#include <base/strings.h>
#include <ingest/decode.h>
#include <ingest/htmltext.h>
#include <ingest/language.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace ingest {

namespace {

constexpr int MaxDepth = 300;
constexpr std::size_t ShortText = 400; // bytes: perhaps the wrong part of the page

// The text of the body, a paragraph for each block.
class TextWriter final {
public:
    TextWriter(const PageBlocks& blocks, const std::string& title)
        : m_blocks(blocks)
        , m_title(base::lowerAscii(title))
    {
    }

    std::vector<PageParagraph> write(const std::vector<const xmlNode*>& parts)
    {
        for (const xmlNode* part : parts) {
            m_kind = kindOf(tagOf(part));
            visit(part, 0, false);
            flush();
        }
        return std::move(m_paragraphs);
    }

private:
    void visit(const xmlNode* node, int depth, bool linked)
    {
        for (const xmlNode* child = node->children; child != nullptr && depth < MaxDepth;
             child = child->next) {
            if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
                && child->content != nullptr) {
                const std::string_view text = reinterpret_cast<const char*>(child->content);
                m_current += text;
                m_linked += linked ? base::trimmed(text).size() : 0;
                continue;
            }
            const std::string tag = tagOf(child);
            if (tag.empty() || m_blocks.factsOf(child).dropped || tag == "h1" || tag == "figcaption")
                continue;
            const bool block = isBlockTag(tag);
            if (block || tag == "br")
                flush(tag == "br");
            if (isLinkList(child, tag) || m_blocks.isCard(child))
                continue;
            const PageParagraph::Kind outer = m_kind;
            if (block)
                m_kind = kindOf(tag);
            visit(child, depth + 1, linked || tag == "a");
            if (block)
                flush();
            m_kind = outer;
            if (block)
                continue;
        }
    }

    static PageParagraph::Kind kindOf(const std::string& tag)
    {
        if (tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6')
            return PageParagraph::Kind::Heading;
        if (tag == "li" || tag == "dt" || tag == "dd")
            return PageParagraph::Kind::Item;
        return tag == "tr" || tag == "td" || tag == "th" ? PageParagraph::Kind::Row
                                                         : PageParagraph::Kind::Prose;
    }

    // Lists and boxes of links lead away from the article.
    bool isLinkList(const xmlNode* node, const std::string& tag) const
    {
        const double share = m_blocks.linkShare(node);
        if (tag == "ul" || tag == "ol" || tag == "dl")
            return share > 0.5;
        if (tag == "table")
            return share > 0.8;
        if (tag == "p") // "Read more: …"
            return share > (pointsElsewhere(pageLine(node)) ? 0.3 : 0.9);
        if (tag == "div" || tag == "section")
            return share > 0.6 && m_blocks.factsOf(node).sentences < 200;
        return false;
    }

    void flush(bool soft = false)
    {
        base::replaceAll(m_current, "\u00A0", " ");
        for (const std::string_view unseen : {"\u00AD", "\u200B", "\uFEFF"}) // where a word may be broken
            base::replaceAll(m_current, unseen, "");
        const std::string text = base::collapsed(m_current);
        if (soft && !text.empty() && text.size() < 40)
            return; // a line end inside a short line
        const std::size_t linked = std::exchange(m_linked, 0);
        m_current.clear();
        if (text.empty() || base::lowerAscii(text) == m_title)
            return;
        m_paragraphs.push_back(
            {text, m_kind, static_cast<double>(linked) / static_cast<double>(text.size())});
    }

    const PageBlocks& m_blocks;
    std::string m_title;
    std::string m_current;
    std::size_t m_linked = 0;
    PageParagraph::Kind m_kind = PageParagraph::Kind::Prose;
    std::vector<PageParagraph> m_paragraphs;
};

std::string bodyText(const xmlNode* body, const ExtractedPage& page, bool strict)
{
    const PageBlocks blocks(body, strict);
    std::string text;
    for (const PageParagraph& paragraph :
        withoutClutter(TextWriter(blocks, page.title).write(blocks.article()), page.title, page.author))
        text += (text.empty() ? "" : "\n\n") + paragraph.text;
    return text;
}

// Saved pages often keep the label of an encoding they are no longer in, and one broken character does not
// make them another: bytes beyond ASCII that are nearly all well-formed UTF-8 are nothing else.
bool isUtf8(std::string_view bytes)
{
    constexpr std::size_t GoodForBad = 20;
    std::size_t good = 0;
    std::size_t bad = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        if (byte < 0x80) {
            if (byte == 0)
                return false;
            ++at;
            continue;
        }
        const std::size_t size = byte < 0xC2 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 1;
        const bool whole = size > 1 && base::isValidUtf8(bytes.substr(at, size));
        good += whole ? 1 : 0;
        bad += whole ? 0 : 1;
        at += whole ? size : 1;
    }
    return good > 0 && bad * GoodForBad <= good;
}

std::string decodedPage(std::string_view bytes, std::string_view contentType)
{
    if (isUtf8(bytes))
        return base::repairedUtf8(bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes);
    return decode(bytes, contentType).text;
}

const xmlNode* bodyOf(const xmlNode* root)
{
    for (const xmlNode* child = root->children; child != nullptr; child = child->next) {
        if (tagOf(child) == "body")
            return child;
    }
    return root;
}

} // namespace

base::Result<ExtractedPage> extractPage(
    std::string_view bytes, std::string_view url, std::string_view contentType)
{
    if (bytes.size() > MaxPageBytes)
        return base::Error{base::ErrorCode::TooLarge, "is larger than 32 MiB"};
    if (base::trimmed(bytes).empty())
        return base::Error{base::ErrorCode::InvalidInput, "is empty"};
    const PageTree tree = readPageTree(decodedPage(bytes, contentType));
    const xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
    if (root == nullptr)
        return base::Error{base::ErrorCode::InvalidInput, "is not HTML"};
    ExtractedPage page;
    const PageFacts facts = collectFacts(root);
    readMetadata(facts, url, page);
    const xmlNode* body = bodyOf(root);
    page.text = bodyText(body, page, true);
    if (page.text.size() < ShortText) {
        std::string all = bodyText(body, page, false);
        if (all.size() > 2 * page.text.size())
            page.text = std::move(all);
        // Pages that are drawn by their scripts state it.
        if (facts.linked.body.size() > 2 * page.text.size())
            page.text = facts.linked.body;
    }
    if (page.text.empty() && page.title.empty())
        return base::Error{base::ErrorCode::InvalidInput, "holds no readable text"};
    if (const std::string seen = detectLanguage(page.text);
        !seen.empty() && (page.language.empty() || page.text.size() > 300))
        page.language = seen;
    page.canonicalUrl = absoluteUrl(url, page.canonicalUrl);
    return page;
}

} // namespace ingest
