// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "blocks.h"

#include <base/strings.h>

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string_view>

namespace ingest {

namespace {

constexpr int MaxDepth = 300;
constexpr std::size_t MinProse = 60; // bytes in a block that reads as prose
constexpr std::size_t ShortText = 300; // bytes of a caption or byline
constexpr std::size_t MinPage = 600; // bytes of prose on a page that has an article
constexpr double MaxLinkShare = 0.5;
constexpr std::size_t MaxPointers = 3; // linked headings in an article
constexpr double River = 0.3; // worth of a list of teasers
constexpr double ClimbProse = 300; // bytes of prose a part must add to the article
constexpr double ClimbShare = 0.5;

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> all)
{
    return std::find(all.begin(), all.end(), text) != all.end();
}

// The words of one name: "articleBody" is article, body.
void splitName(std::string_view name, std::vector<std::string>& words)
{
    std::string word;
    const auto end = [&] {
        if (!word.empty())
            words.push_back(base::lowerAscii(word));
        word.clear();
    };
    bool lower = false;
    for (const char c : name) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool letter = upper || (c >= 'a' && c <= 'z');
        if (!letter || (upper && lower))
            end();
        if (letter)
            word += c;
        lower = letter && !upper;
    }
    end();
}

// The words of class and id: "articleBody main-nav" is article, body, main, nav. What an element has beside
// it or lacks ("no-sidebar") and headings turned into anchors ("sharing-the-road-with-cyclists") name
// nothing.
std::vector<std::string> nameWords(const xmlNode* node)
{
    constexpr std::size_t Slug = 4; // words of an id that is a heading
    std::vector<std::string> words;
    for (const char* attribute : {"class", "id"}) {
        const std::string names = attributeOf(node, attribute);
        for (std::size_t at = 0; at < names.size();) {
            const std::size_t end = std::min(names.find_first_of(" \t\n", at), names.size());
            std::vector<std::string> parts;
            splitName(std::string_view(names).substr(at, end - at), parts);
            at = end + 1;
            if (parts.size() > 1 && parts.back() == "hidden" && !isOneOf(parts.front(), {"is", "visually"}))
                parts.pop_back(); // of something in it: "label-hidden"
            const auto layout = [](std::string_view word) {
                return isOneOf(word, {"layout", "grid", "template"});
            };
            if (parts.empty()
                || isOneOf(parts.front(), {"no", "has", "with", "without", "hide", "not", "above", "before"})
                || std::any_of(parts.begin(), parts.end(), layout)
                || (attribute[0] == 'i' && parts.size() >= Slug))
                continue;
            words.insert(words.end(), parts.begin(), parts.end());
        }
    }
    return words;
}

bool isCommentWord(std::string_view word)
{
    return word.starts_with("comment")
        || isOneOf(word, {"disqus", "respond", "replies", "discussion", "reactions"});
}

bool isClutterWord(std::string_view word)
{
    static constexpr std::string_view Starts[] = {"sidebar", "share", "sharing", "related", "promo",
        "newsletter", "subscri", "advert", "cookie", "breadcrumb", "paginat", "footer", "popup", "popover",
        "modal", "sponsor", "recommend", "trending", "signup", "masthead", "outbrain", "taboola", "copyright",
        "addthis", "sharedaddy", "navbar", "navigation", "syndicat"};
    return std::any_of(std::begin(Starts), std::end(Starts),
               [&](std::string_view start) { return word.starts_with(start); })
        || isOneOf(word,
            {"nav", "menu", "submenu", "ad", "ads", "adv", "adsense", "dfp", "pager", "tags", "taglist",
                "tagcloud", "toolbar", "widget", "widgets", "login", "register", "skip", "print", "rating",
                "ratings", "vote", "votes", "poll", "banner", "paywall", "disclaimer", "byline", "dateline",
                "biography", "bio", "authorbox", "crosslinks", "hatnote", "navbox", "toc", "printfooter",
                "noprint", "cta", "disclosure", "placeholder", "meta", "postmeta", "postmetadata",
                "entrymeta", "metadata", "upsell", "feedback", "follow", "followus", "readmore",
                "subscription", "privacy", "interesting", "bildunterschrift", "imagecaption", "authors",
                "authorbox", "authorinfo", "contributors", "tools", "toolbox", "signin", "tooltip", "donate",
                "donation", "fb", "twitter", "facebook", "pinterest", "whatsapp", "gdpr", "consent",
                "caption", "credit", "credits"});
}

bool isProseHolder(std::string_view tag)
{
    return isOneOf(tag,
        {"p", "pre", "blockquote", "div", "td", "section", "article", "li", "dd", "main", "center", "font",
            "body"});
}

struct NameHints {
    bool article = false;
    bool body = false;
    bool articleBody = false;
};

NameHints hintsOf(const xmlNode* node)
{
    const std::vector<std::string> words = nameWords(node);
    const auto has = [&](std::initializer_list<std::string_view> all) {
        return std::any_of(
            words.begin(), words.end(), [&](const std::string& word) { return isOneOf(word, all); });
    };
    NameHints hints;
    hints.article = has({"article", "story", "post", "entry", "news", "blog"});
    hints.body = has({"body", "content", "text", "copy", "main", "paragraphs"});
    hints.articleBody = (hints.article && hints.body)
        || has({"articlebody", "storybody", "postbody", "articletext", "storytext", "postcontent",
            "entrycontent", "articlecontent", "bodytext", "fulltext", "maincontent"});
    return hints;
}

double nameWeight(const xmlNode* node, const std::string& tag)
{
    double weight = tag == "article" ? 1.2 : tag == "main" ? 1.1 : 1.0;
    if (base::lowerAscii(attributeOf(node, "itemprop")).find("articlebody") != std::string::npos)
        return 1.6;
    const NameHints hints = hintsOf(node);
    if (hints.articleBody)
        weight *= 1.35;
    else if (hints.article || hints.body)
        weight *= 1.12;
    return weight;
}

bool isArticleBody(const xmlNode* node)
{
    return base::lowerAscii(attributeOf(node, "itemprop")).find("articlebody") != std::string::npos
        || hintsOf(node).articleBody;
}

bool isOpening(const xmlNode* node)
{
    if (base::lowerAscii(attributeOf(node, "itemprop")) == "description")
        return true;
    const std::vector<std::string> words = nameWords(node);
    return std::any_of(words.begin(), words.end(), [](std::string_view word) {
        return isOneOf(word,
            {"lead", "lede", "intro", "introduction", "introtext", "teaser", "standfirst", "dek", "deck",
                "abstract", "summary", "excerpt", "bajada", "entradilla", "chapeau", "chapo", "sapo",
                "ingress", "vorspann", "anreisser", "subtitle", "subheadline", "copete", "sumario",
                "sommario", "leadtext", "perex", "preamble", "subline"});
    });
}

} // namespace

bool isBlockTag(const std::string& tag)
{
    return isOneOf(tag,
        {"p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "ul", "ol", "li",
            "table", "thead", "tbody", "tr", "td", "th", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5",
            "h6", "figure", "figcaption", "dl", "dt", "dd", "form", "fieldset", "center", "hr", "address",
            "details", "summary", "body", "noscript"});
}

PageBlocks::PageBlocks(const xmlNode* body, bool strict)
    : m_body(body)
    , m_strict(strict)
{
    count(body, 0, false);
    drop(body, 0);
    count(body, 0, false); // again, of what is left
}

const BlockFacts& PageBlocks::factsOf(const xmlNode* node) const
{
    static const BlockFacts none;
    const auto it = m_facts.find(node);
    return it == m_facts.end() ? none : it->second;
}

double PageBlocks::linkShare(const xmlNode* node) const
{
    const BlockFacts& facts = factsOf(node);
    return facts.text == 0 ? 0 : static_cast<double>(facts.linked) / static_cast<double>(facts.text);
}

void PageBlocks::count(const xmlNode* node, int depth, bool linked)
{
    BlockFacts facts;
    std::size_t ownLinked = 0;
    for (const xmlNode* child = node->children; child != nullptr && depth < MaxDepth; child = child->next) {
        if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
            && child->content != nullptr) {
            const std::size_t size = base::collapsed(reinterpret_cast<const char*>(child->content)).size();
            facts.text += size;
            facts.own += size;
            facts.linked += linked ? size : 0;
            ownLinked += linked ? size : 0;
            continue;
        }
        const std::string tag = tagOf(child);
        if (tag.empty()
            || isOneOf(tag,
                {"script", "style", "noscript", "template", "svg", "iframe", "select", "button", "textarea"}))
            continue;
        if (const auto it = m_facts.find(child); it != m_facts.end() && it->second.dropped)
            continue;
        count(child, depth + 1, linked || tag == "a");
        const BlockFacts& below = m_facts[child];
        facts.text += below.text;
        facts.linked += below.linked;
        facts.sentences += below.sentences;
        facts.blocks += below.blocks;
        facts.pointers += below.pointers;
        if (!isBlockTag(tag)) {
            facts.own += below.own;
            ownLinked += below.linked;
        }
    }
    const std::string tag = tagOf(node);
    if (isProseHolder(tag) && facts.own >= MinProse
        && static_cast<double>(ownLinked) < MaxLinkShare * static_cast<double>(facts.own)) {
        facts.sentences += facts.own;
        ++facts.blocks;
    }
    if (isOneOf(tag, {"h2", "h3", "h4", "h5"}) && facts.text > 0 && facts.linked * 5 > facts.text * 4)
        ++facts.pointers;
    m_facts[node] = facts;
}

bool PageBlocks::isCard(const xmlNode* node) const
{
    constexpr std::size_t MaxCard = 700;
    const auto card = [&](const xmlNode* one) {
        const BlockFacts& facts = factsOf(one);
        return one->type == XML_ELEMENT_NODE && facts.pointers == 1 && facts.text < MaxCard;
    };
    if (!card(node) || !isOneOf(tagOf(node), {"div", "li", "article", "section", "td"}))
        return false;
    // Two neighbours of its kind, without walking through a thousand.
    int found = 0;
    for (const bool back : {true, false}) {
        const xmlNode* other = node;
        for (int step = 0; step < 6 && other != nullptr; ++step) {
            other = back ? other->prev : other->next;
            found += other != nullptr && card(other) ? 1 : 0;
        }
    }
    return found >= 2;
}

bool PageBlocks::isDropped(const xmlNode* node, const std::string& tag) const
{
    if (isOneOf(tag,
            {"script", "style", "noscript", "iframe", "svg", "select", "button", "input", "textarea",
                "template", "menu", "dialog", "object", "embed", "canvas", "audio", "video", "label"}))
        return true;
    const std::vector<std::string> words
        = isOneOf(tag, {"body", "html"}) ? std::vector<std::string>() : nameWords(node);
    const auto is
        = [&](std::string_view word) { return std::find(words.begin(), words.end(), word) != words.end(); };
    if (is("respond") || is("commentform") || (is("comment") && is("form"))) // where one writes, not reads
        return true;
    const std::size_t here = factsOf(node).sentences;
    const std::size_t all = factsOf(m_body).sentences;
    // A wrapper around nearly everything is the page, whatever it is called.
    const bool wrapper = all > 0 && here * 4 > all * 3;
    if (isOneOf(
            tag, {"nav", "aside", "footer"})) // on a page without an article the footer may be all its prose
        return !wrapper || all < MinPage;
    if (tag == "form") // some engines put the whole page into one
        return here * 2 < all;
    if (isOneOf(base::lowerAscii(attributeOf(node, "role")),
            {"navigation", "complementary", "banner", "contentinfo", "search", "dialog"}))
        return !wrapper;
    std::string style = base::lowerAscii(attributeOf(node, "style"));
    std::erase(style, ' ');
    if (style.find("display:none") != std::string::npos
        || style.find("visibility:hidden") != std::string::npos || hasAttribute(node, "hidden")
        || base::lowerAscii(attributeOf(node, "aria-hidden")) == "true")
        return !wrapper;
    if (words.empty() || isOneOf(tag, {"body", "html", "article", "main", "a", "h1", "blockquote"}))
        return false;
    if (!m_strict) // only what can be nothing else
        return !wrapper && std::any_of(words.begin(), words.end(), [](const std::string& word) {
            return isCommentWord(word)
                || isOneOf(
                    word, {"sidebar", "footer", "cookie", "cookies", "breadcrumb", "modal", "consent"});
        });
    const std::size_t text = factsOf(node).text;
    if (isOneOf(tag, {"p", "b", "i", "em", "strong"})) // prose, but for captions and bylines
        return text < ShortText && std::any_of(words.begin(), words.end(), isClutterWord);
    if (std::any_of(words.begin(), words.end(), isCommentWord))
        return !wrapper || all - here > 300;
    if ((is("next") && (is("prev") || is("previous"))) || is("prevnext") || is("nextprev"))
        return !wrapper;
    if (is("social") && !is("embed")) // a quoted post is part of the text, the row of buttons is not
        return !wrapper;
    if (is("author") || is("autor")) // who it is
        return here * 3 < all;
    if (is("teaser") || is("teasers")) // without a link it leads into this article
        return !wrapper && (linkShare(node) > 0.1 || text > 1000);
    return !wrapper && std::any_of(words.begin(), words.end(), isClutterWord);
}

void PageBlocks::drop(const xmlNode* node, int depth)
{
    for (const xmlNode* child = node->children; child != nullptr && depth < MaxDepth; child = child->next) {
        const std::string tag = tagOf(child);
        if (tag.empty())
            continue;
        if (isDropped(child, tag))
            m_facts[child].dropped = true;
        else
            drop(child, depth + 1);
    }
}

void PageBlocks::score(
    const xmlNode* node, int depth, std::unordered_map<const xmlNode*, double>& scores) const
{
    for (const xmlNode* child = node->children; child != nullptr && depth < MaxDepth; child = child->next) {
        const std::string tag = tagOf(child);
        if (tag.empty() || factsOf(child).dropped)
            continue;
        score(child, depth + 1, scores);
        const BlockFacts& facts = factsOf(child);
        if (!isProseHolder(tag) || facts.own < MinProse / 2)
            continue;
        const double share = linkShare(child);
        double value
            = (1 + std::min(static_cast<double>(facts.own) / 80, 6.0)) * std::max(0.0, 1 - 1.6 * share);
        if (tag == "li" || tag == "td")
            value *= 0.6;
        const bool leaf = isOneOf(tag, {"p", "pre", "blockquote", "li", "font"});
        const xmlNode* holder = leaf ? node : child;
        for (const double part : {1.0, 0.6, 0.35, 0.2}) {
            if (holder == nullptr || holder->type != XML_ELEMENT_NODE)
                break;
            scores[holder] += value * part;
            if (holder == m_body)
                break;
            holder = holder->parent;
        }
    }
}

// An article in several parts: the element above, as long as what it adds is mostly prose and hardly linked.
const xmlNode* PageBlocks::climbed(const xmlNode* best) const
{
    for (int step = 0; step < 4 && best != m_body && best->parent != nullptr; ++step) {
        const BlockFacts& here = factsOf(best);
        const xmlNode* above = best;
        // The next one up that adds anything.
        while (above != m_body && factsOf(above).text <= here.text + 20)
            above = above->parent;
        const BlockFacts& more = factsOf(above);
        const double text = static_cast<double>(more.text - here.text);
        const double prose = static_cast<double>(more.sentences - std::min(here.sentences, more.sentences));
        const double links = static_cast<double>(more.linked - std::min(here.linked, more.linked));
        if (above == best || prose < ClimbProse || prose < text * ClimbShare || links > text * 0.2)
            break;
        best = above;
    }
    return best;
}

// The element that the page itself names as the article around the best part, as long as it is mostly text.
const xmlNode* PageBlocks::anchored(const xmlNode* best) const
{
    constexpr double MaxLinks = 0.35;
    const xmlNode* anchor = best;
    for (const xmlNode* above = best; above != m_body && above != nullptr; above = above->parent) {
        const std::string tag = tagOf(above);
        const bool named = isArticleBody(above) || (tag == "article" && !isListed(above));
        if (named && linkShare(above) < MaxLinks)
            anchor = above;
    }
    return anchor;
}

// A page of modules, none of which is the article: the lowest element with most of the prose, if it is a
// text.
const xmlNode* PageBlocks::gathered(const xmlNode* best) const
{
    constexpr double Most = 0.7;
    constexpr double Enough = 0.5;
    constexpr double MaxLinks = 0.25;
    const auto all = static_cast<double>(factsOf(m_body).sentences);
    if (static_cast<double>(factsOf(best).sentences) >= Enough * all)
        return best;
    const xmlNode* above = best;
    while (above != m_body && static_cast<double>(factsOf(above).sentences) < Most * all)
        above = above->parent;
    const BlockFacts& facts = factsOf(above);
    const bool text = linkShare(above) < MaxLinks
        && static_cast<double>(facts.sentences) >= Enough * static_cast<double>(facts.text);
    return text && facts.pointers <= MaxPointers ? above : best;
}

// One of several of its kind, as on a home page or in a list of comments.
bool PageBlocks::isListed(const xmlNode* node) const
{
    int others = 0;
    for (const xmlNode* child = node->parent->children; child != nullptr; child = child->next) {
        if (child != node && tagOf(child) == tagOf(node) && factsOf(child).text > 60)
            ++others;
    }
    return others >= 2;
}

// Between the headline and the body often stands the opening of the article in an element of its own.
bool PageBlocks::findOpening(const xmlNode* node, const xmlNode* body, int depth, bool& headed,
    std::vector<const xmlNode*>& found) const
{
    constexpr std::size_t MinOpening = 60;
    constexpr std::size_t MaxOpening = 900;
    for (const xmlNode* child = node->children; child != nullptr && depth < MaxDepth; child = child->next) {
        if (child == body)
            return true;
        const std::string tag = tagOf(child);
        if (tag.empty() || factsOf(child).dropped)
            continue;
        if (tag == "h1") {
            headed = true;
            found.clear();
            continue;
        }
        const BlockFacts& facts = factsOf(child);
        if (headed && facts.text >= MinOpening && facts.text <= MaxOpening && linkShare(child) < 0.2
            && isOpening(child)) {
            found.push_back(child);
            continue;
        }
        if (findOpening(child, body, depth + 1, headed, found))
            return true;
    }
    return false;
}

std::vector<const xmlNode*> PageBlocks::article() const
{
    std::vector<const xmlNode*> parts = body();
    bool headed = false;
    std::vector<const xmlNode*> opening;
    if (parts.front() != m_body && findOpening(m_body, parts.front(), 0, headed, opening))
        parts.insert(parts.begin(), opening.begin(), opening.end());
    return parts;
}

std::vector<const xmlNode*> PageBlocks::body() const
{
    std::unordered_map<const xmlNode*, double> scores;
    score(m_body, 0, scores);
    const xmlNode* best = nullptr;
    double bestScore = 0;
    for (auto& [node, value] : scores) {
        value *= nameWeight(node, tagOf(node)) * (1 - linkShare(node));
        if (const BlockFacts& facts = factsOf(node);
            facts.pointers > MaxPointers && facts.pointers * 2 > facts.blocks)
            value *= River;
        // Of equal ones the one with more text, so that the order of the map decides nothing.
        const bool more = best != nullptr && value == bestScore && factsOf(node).text > factsOf(best).text;
        if (value > bestScore || more) {
            best = node;
            bestScore = value;
        }
    }
    if (best == nullptr)
        return {m_body};
    best = anchored(climbed(best));
    if (m_strict) // else there are boxes among the modules
        best = gathered(best);
    if (best == m_body)
        return {m_body};
    // The parts beside the best one that belong to the same text.
    std::vector<const xmlNode*> parts;
    const std::string bestClass = attributeOf(best, "class");
    for (const xmlNode* child = best->parent->children; child != nullptr; child = child->next) {
        if (child == best) {
            parts.push_back(child);
            continue;
        }
        const std::string tag = tagOf(child);
        const BlockFacts& facts = factsOf(child);
        if (tag.empty() || facts.dropped)
            continue;
        const auto it = scores.find(child);
        const double value = it == scores.end()
            ? 0
            : it->second * (!bestClass.empty() && attributeOf(child, "class") == bestClass ? 1.3 : 1.0);
        const bool prose
            = isOneOf(tag, {"p", "blockquote", "pre"}) && facts.own >= 80 && linkShare(child) < 0.3;
        if (prose || (value >= std::max(8.0, bestScore * 0.25) && linkShare(child) < 0.3))
            parts.push_back(child);
    }
    return parts;
}

} // namespace ingest
