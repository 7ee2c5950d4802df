// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "extract.h"

#include "metadata.h"
#include "pagetree.h"

#include <base/strings.h>
#include <ingest/decode.h>
#include <ingest/htmltext.h>
#include <ingest/language.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

namespace ingest {

namespace {

constexpr std::size_t MaxBytes = 32U << 20;
constexpr int MaxDepth = 300;
constexpr std::size_t MinParagraph = 25; // characters

bool contains(const std::string& text, std::initializer_list<std::string_view> parts)
{
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

// Elements that never hold the article, by tag or by what their class and id say.
bool isBoilerplate(const xmlNode* node, const std::string& tag)
{
    if (contains(" script style noscript nav aside footer form button iframe svg select input template menu dialog object ", {" " + tag + " "}))
        return true;
    const std::string role = base::lowerAscii(attributeOf(node, "role"));
    if (contains(" navigation complementary banner contentinfo search dialog ", {" " + role + " "}) && !role.empty())
        return true;
    if (base::lowerAscii(attributeOf(node, "aria-hidden")) == "true" || base::lowerAscii(attributeOf(node, "style")).find("display:none") != std::string::npos)
        return true;
    if (tag == "body" || tag == "html" || tag == "article" || tag == "main")
        return false;
    const std::string mark = base::lowerAscii(attributeOf(node, "class") + ' ' + attributeOf(node, "id"));
    if (mark.size() <= 1)
        return false;
    const bool bad = contains(mark, {"comment", "sidebar", "share", "social", "related", "promo", "newsletter", "subscribe", "advert", "cookie",
        "breadcrumb", "pagination", "footer", "navbar", "nav-", "menu", "popup", "modal", "sponsor", "recommend", "trending", "most-read",
        "paywall", "disclaimer", "copyright", "signup", "widget", "toolbar", "masthead", "skip-link", "outbrain", "taboola", "author-bio", "tags"});
    const bool good = contains(mark, {"article", "content", "story", "body", "post", "main", "entry", "text"});
    return bad && !(good && !contains(mark, {"comment", "related", "sidebar", "share", "newsletter", "recommend"}));
}

struct Block {
    const xmlNode* node = nullptr;
    double score = 0;
};

// Scores containers by the paragraphs right below them: length and commas, less what is linked.
class BodyFinder final {
public:
    const xmlNode* find(const xmlNode* root)
    {
        visit(root, 0);
        const xmlNode* best = nullptr;
        double bestScore = 0;
        for (const Block& block : m_blocks) {
            if (block.score > bestScore) {
                best = block.node;
                bestScore = block.score;
            }
        }
        return best;
    }

private:
    void credit(const xmlNode* node, double score)
    {
        if (node == nullptr || node->type != XML_ELEMENT_NODE)
            return;
        const auto [it, added] = m_index.try_emplace(node, m_blocks.size());
        if (added)
            m_blocks.push_back({node, startScore(node)});
        m_blocks[it->second].score += score;
    }

    static double startScore(const xmlNode* node)
    {
        const std::string tag = tagOf(node);
        double score = tag == "article" ? 20 : tag == "main" ? 10 : tag == "div" || tag == "section" ? 3 : tag == "td" ? 1 : 0;
        const std::string mark = base::lowerAscii(attributeOf(node, "class") + ' ' + attributeOf(node, "id") + ' ' + attributeOf(node, "itemprop"));
        if (contains(mark, {"article", "story", "articlebody", "post", "entry", "content", "body"}))
            score += 12;
        return score;
    }

    static std::size_t linked(const xmlNode* node, int depth)
    {
        std::size_t size = 0;
        for (const xmlNode* child = node->children; child != nullptr && depth < MaxDepth; child = child->next) {
            if (tagOf(child) == "a")
                size += lineOf(child).size();
            else if (child->type == XML_ELEMENT_NODE)
                size += linked(child, depth + 1);
        }
        return size;
    }

    void visit(const xmlNode* node, int depth)
    {
        for (const xmlNode* child = node->children; child != nullptr && depth < MaxDepth; child = child->next) {
            const std::string tag = tagOf(child);
            if (tag.empty() || isBoilerplate(child, tag))
                continue;
            const bool paragraph = tag == "p" || tag == "pre" || tag == "blockquote" || (tag == "div" && ownText(child) >= 80) || (tag == "td" && ownText(child) >= 80);
            if (paragraph) {
                const std::string text = lineOf(child);
                if (text.size() >= MinParagraph) {
                    const double links = static_cast<double>(linked(child, depth)) / static_cast<double>(text.size());
                    const double score = (1 + std::min(static_cast<double>(text.size()) / 100, 4.0)
                                             + static_cast<double>(std::count(text.begin(), text.end(), ',')) * 0.3)
                        * std::max(0.0, 1 - 1.5 * links);
                    const xmlNode* holder = tag == "p" || tag == "pre" || tag == "blockquote" ? node : child;
                    credit(holder, score);
                    credit(holder->parent, score / 2);
                    if (holder->parent != nullptr)
                        credit(holder->parent->parent, score / 4);
                }
            }
            visit(child, depth + 1);
        }
    }

    static std::size_t ownText(const xmlNode* node)
    {
        std::size_t size = 0;
        for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
            if (child->type == XML_TEXT_NODE && child->content != nullptr)
                size += base::collapsed(reinterpret_cast<const char*>(child->content)).size();
        }
        return size;
    }

    std::vector<Block> m_blocks; // in document order, so that ties go to the first
    std::map<const xmlNode*, std::size_t> m_index;
};

// The text of the body, a paragraph for each block.
class TextWriter final {
public:
    explicit TextWriter(const std::string& title)
        : m_title(base::lowerAscii(title))
    {
    }

    std::string write(const xmlNode* root)
    {
        visit(root, 0);
        flush();
        return base::join(m_paragraphs, "\n\n");
    }

private:
    void visit(const xmlNode* node, int depth)
    {
        for (const xmlNode* child = node->children; child != nullptr && depth < MaxDepth; child = child->next) {
            if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) && child->content != nullptr) {
                m_current += reinterpret_cast<const char*>(child->content);
                continue;
            }
            const std::string tag = tagOf(child);
            if (tag.empty() || isBoilerplate(child, tag) || tag == "h1" || tag == "figcaption" || tag == "time")
                continue;
            const bool block = contains(" p div section article main header ul ol li table tr blockquote pre h2 h3 h4 h5 h6 figure dl dt dd ", {" " + tag + " "});
            if (block || tag == "br")
                flush(tag == "br");
            if (tag == "ul" || tag == "ol") {
                // A list of links is navigation.
                const std::string text = lineOf(child);
                std::size_t links = 0;
                countLinks(child, links, 0);
                if (text.empty() || links * 2 > text.size())
                    continue;
            }
            visit(child, depth + 1);
            if (block)
                flush();
            else if (tag == "td" || tag == "th")
                m_current += ' ';
        }
    }

    static void countLinks(const xmlNode* node, std::size_t& size, int depth)
    {
        for (const xmlNode* child = node->children; child != nullptr && depth < MaxDepth; child = child->next) {
            if (tagOf(child) == "a")
                size += lineOf(child).size();
            else
                countLinks(child, size, depth + 1);
        }
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
        if (std::find(m_paragraphs.begin(), m_paragraphs.end(), text) == m_paragraphs.end())
            m_paragraphs.push_back(text);
    }

    std::string m_title;
    std::string m_current;
    std::vector<std::string> m_paragraphs;
};

const xmlNode* bodyOf(const xmlNode* root)
{
    for (const xmlNode* child = root->children; child != nullptr; child = child->next) {
        if (tagOf(child) == "body")
            return child;
    }
    return root;
}

} // namespace

base::Result<ExtractedPage> extractPage(std::string_view bytes, std::string_view url, std::string_view contentType)
{
    if (bytes.size() > MaxBytes)
        return base::Error{base::ErrorCode::TooLarge, "is larger than 32 MiB"};
    if (base::trimmed(bytes).empty())
        return base::Error{base::ErrorCode::InvalidInput, "is empty"};
    const PageTree tree = readPageTree(decode(bytes, contentType).text);
    const xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
    if (root == nullptr)
        return base::Error{base::ErrorCode::InvalidInput, "is not HTML"};
    ExtractedPage page;
    readMetadata(root, page);
    const xmlNode* body = bodyOf(root);
    const xmlNode* article = BodyFinder().find(body);
    page.text = TextWriter(page.title).write(article == nullptr ? body : article);
    if (page.text.empty() && page.title.empty())
        return base::Error{base::ErrorCode::InvalidInput, "holds no readable text"};
    if (const std::string seen = detectLanguage(page.text); !seen.empty() && (page.language.empty() || page.text.size() > 300))
        page.language = seen;
    page.canonicalUrl = absoluteUrl(url, page.canonicalUrl);
    return page;
}

} // namespace ingest
