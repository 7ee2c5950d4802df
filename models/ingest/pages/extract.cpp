// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "extract.h"

#include "blocks.h"
#include "metadata.h"
#include "pagetree.h"

#include <base/strings.h>
#include <ingest/decode.h>
#include <ingest/htmltext.h>
#include <ingest/language.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <vector>

namespace ingest {

namespace {

constexpr std::size_t MaxBytes = 32U << 20;
constexpr int MaxDepth = 300;
constexpr std::size_t ShortText = 400; // bytes: perhaps the wrong part of the page

// The words in front of a link to another article.
bool pointsElsewhere(const std::string& line)
{
    static constexpr std::string_view Starts[] = {"read more", "read also", "also read", "read next",
        "see also", "more on", "related", "watch", "you may also", "recommended", "don't miss", "more from",
        "sign up", "click here", "mehr zum thema", "lesen sie", "auch interessant", "siehe auch", "mehr dazu",
        "lire aussi", "\u00E0 lire", "lea tambi", "lea m", "lee tambi", "leia tamb", "leia mais",
        "leggi anche", "lees ook", "czytaj", "przeczytaj"};
    const std::string lower = base::lowerAscii(line);
    return std::any_of(std::begin(Starts), std::end(Starts),
        [&](std::string_view start) { return lower.starts_with(start); });
}

// The text of the body, a paragraph for each block.
class TextWriter final {
public:
    TextWriter(const PageBlocks& blocks, const std::string& title)
        : m_blocks(blocks)
        , m_title(base::lowerAscii(title))
    {
    }

    std::string write(const std::vector<const xmlNode*>& parts)
    {
        for (const xmlNode* part : parts) {
            visit(part, 0);
            flush();
        }
        return base::join(m_paragraphs, "\n\n");
    }

private:
    void visit(const xmlNode* node, int depth)
    {
        for (const xmlNode* child = node->children; child != nullptr && depth < MaxDepth;
             child = child->next) {
            if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
                && child->content != nullptr) {
                m_current += reinterpret_cast<const char*>(child->content);
                continue;
            }
            const std::string tag = tagOf(child);
            if (tag.empty() || m_blocks.factsOf(child).dropped || tag == "h1" || tag == "figcaption"
                || tag == "time")
                continue;
            const bool block = isBlockTag(tag);
            if (block || tag == "br")
                flush(tag == "br");
            if (isLinkList(child, tag))
                continue;
            visit(child, depth + 1);
            if (block)
                flush();
            else if (tag == "td" || tag == "th")
                m_current += ' ';
        }
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
        const std::string text = base::collapsed(m_current);
        if (soft && !text.empty() && text.size() < 40)
            return; // a line end inside a short line
        m_current.clear();
        if (text.empty() || base::lowerAscii(text) == m_title)
            return;
        // A passage set twice, as a pull quote or for small screens, is read once.
        if (text.size() < 60 || m_seen.insert(text).second)
            m_paragraphs.push_back(text);
    }

    const PageBlocks& m_blocks;
    std::string m_title;
    std::string m_current;
    std::vector<std::string> m_paragraphs;
    std::set<std::string> m_seen;
};

std::string bodyText(const xmlNode* body, const std::string& title, bool strict)
{
    const PageBlocks blocks(body, strict);
    return TextWriter(blocks, title).write(blocks.article());
}

// Saved pages often keep the label of an encoding they are no longer in: bytes beyond ASCII that are valid UTF-8
// throughout are nothing else.
std::string decodedPage(std::string_view bytes, std::string_view contentType)
{
    const bool ascii
        = std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!ascii && base::isValidUtf8(bytes) && bytes.find('\0') == std::string_view::npos)
        return std::string(bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes);
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
    if (bytes.size() > MaxBytes)
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
    page.text = bodyText(body, page.title, true);
    if (page.text.size() < ShortText) {
        std::string all = bodyText(body, page.title, false);
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
