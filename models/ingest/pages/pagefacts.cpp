// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "pagefacts.h"

#include <base/strings.h>

#include <algorithm>
#include <initializer_list>

namespace ingest {

namespace {

constexpr int MaxDepth = 400;
constexpr std::size_t MaxLine = 160; // bytes of a line that speaks of author or date
constexpr std::size_t MaxMeta = 500;
constexpr std::size_t MaxContent = 4096; // bytes of a meta value
constexpr std::size_t MaxFound = 8;
constexpr std::size_t MaxLines = 2000;

bool has(const std::string& names, std::initializer_list<std::string_view> parts)
{
    return std::any_of(parts.begin(), parts.end(),
        [&](std::string_view part) { return names.find(part) != std::string::npos; });
}

class Collector final {
public:
    explicit Collector(PageFacts& facts)
        : m_facts(facts)
    {
    }

    void walk(const xmlNode* node, int depth, bool aside)
    {
        for (const xmlNode* child = node->children; child != nullptr && depth < MaxDepth;
             child = child->next) {
            if (child->type == XML_TEXT_NODE && child->content != nullptr) {
                if (!aside)
                    readText(reinterpret_cast<const char*>(child->content));
                continue;
            }
            const std::string tag = tagOf(child);
            if (tag.empty() || tag == "style" || tag == "svg" || tag == "noscript")
                continue;
            if (tag == "script") {
                readScript(child);
                continue;
            }
            const bool beside = aside || leadsAside(child, tag);
            readElement(child, tag, beside);
            if (tag != "title")
                walk(child, depth + 1, beside);
        }
    }

private:
    static bool leadsAside(const xmlNode* node, const std::string& tag)
    {
        if (tag == "aside" || tag == "nav" || tag == "footer")
            return true;
        if (tag == "body" || tag == "html" || tag == "main" || tag == "article" || tag == "meta")
            return false;
        const std::string names
            = base::lowerAscii(attributeOf(node, "class") + ' ' + attributeOf(node, "id"));
        return has(names, {"comment", "related", "recommend", "cookie", "most-read", "trending"})
            || (tag != "div" && has(names, {"sidebar"}));
    }

    void readText(const char* content)
    {
        if (m_facts.lines.size() >= MaxLines)
            return;
        std::string line = base::collapsed(std::string_view(content).substr(0, 2 * MaxLine));
        base::replaceAll(line, "\u00A0", " ");
        if (line.size() >= 2 && line.size() <= MaxLine)
            m_facts.lines.push_back(std::move(line));
    }

    void readScript(const xmlNode* node)
    {
        if (base::lowerAscii(attributeOf(node, "type")).find("ld+json") == std::string::npos)
            return;
        std::string text;
        for (const xmlNode* part = node->children; part != nullptr; part = part->next) {
            if (part->content != nullptr)
                text += reinterpret_cast<const char*>(part->content);
        }
        readLinkedData(text, m_facts.linked);
    }

    void readElement(const xmlNode* node, const std::string& tag, bool aside)
    {
        if (tag == "html" || tag == "body") {
            if (m_facts.language.empty())
                m_facts.language = attributeOf(node, "lang");
            return;
        }
        if (tag == "meta") {
            readMeta(node);
        } else if (tag == "title") {
            if (m_facts.documentTitle.empty())
                m_facts.documentTitle = pageLine(node, MaxContent);
            return;
        } else if (tag == "link") {
            if (base::lowerAscii(attributeOf(node, "rel")) == "canonical")
                m_facts.meta.emplace("canonical", attributeOf(node, "href"));
            return;
        }
        if (!aside)
            readNames(node, tag);
    }

    void readMeta(const xmlNode* node)
    {
        std::string content = attributeOf(node, "content");
        const bool slip = content.empty(); // a common one
        if (slip)
            content = attributeOf(node, "value");
        if (content.empty() || m_facts.meta.size() >= MaxMeta)
            return;
        content = base::truncatedUtf8(content, MaxContent);
        for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
            const std::string name = base::lowerAscii(attributeOf(node, key));
            if (name.empty())
                continue;
            const auto [place, fresh] = m_facts.meta.emplace(name, content);
            if (fresh && slip)
                m_facts.slips.insert(name);
            // One tag for each of several writers.
            const bool writer = name == "author" || name == "citation_author" || name == "dc.creator"
                || name == "dcterms.creator" || name == "article:author";
            if (!fresh && writer && place->second.size() < MaxContent && !content.starts_with("http")
                && place->second.find(content) == std::string::npos)
                place->second += ", " + content;
        }
    }

    static std::string line(const xmlNode* node) { return pageLine(node, 2 * MaxLine); }

    static void add(std::vector<std::string>& list, std::string text, std::size_t max = MaxLine)
    {
        if (!text.empty() && text.size() <= max && list.size() < MaxFound) // longer ones are no lines
            list.push_back(std::move(text));
    }

    // What tag, class, id, rel and itemprop of an element say of title, author and date.
    void readNames(const xmlNode* node, const std::string& tag)
    {
        constexpr std::size_t MaxTitle = 400;
        const std::string property = base::lowerAscii(attributeOf(node, "itemprop"));
        const std::string names
            = base::lowerAscii(attributeOf(node, "class") + ' ' + attributeOf(node, "id"));
        const bool heading = tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '3';
        const bool logo = has(names, {"logo", "brand", "site-title", "sitename", "site-name", "blog-title"});
        if ((tag == "h1" && !logo) || property == "headline"
            || (heading
                && has(names,
                    {"entry-title", "post-title", "article-title", "headline", "articletitle",
                        "posttitle"}))) {
            add(m_facts.headings, pageLine(node, 2 * MaxTitle), MaxTitle);
            m_facts.headingLines.resize(m_facts.headings.size(), m_facts.lines.size());
        }
        if (tag == "time") {
            const std::string moment = attributeOf(node, "datetime");
            add(m_facts.times, moment.empty() ? line(node) : moment);
        }
        if (property.find("datepublished") != std::string::npos) {
            for (const char* name : {"content", "datetime"})
                add(m_facts.marked, attributeOf(node, name));
            add(m_facts.marked, line(node));
        }
        if (tag == "article" || tag == "main" || tag == "form" || tag == "head")
            return;
        const std::string relation = base::lowerAscii(attributeOf(node, "rel"));
        if (relation == "author" || property == "author" || property == "creator") {
            const std::string content = attributeOf(node, "content");
            add(m_facts.authors, content.empty() ? line(node) : content);
        }
        if (tag == "a"
            && has(base::lowerAscii(attributeOf(node, "href")),
                {"/author", "/autor", "/staff/", "/contributor"}))
            add(m_facts.bylines, line(node));
        else if (m_facts.bylines.size() < MaxFound
            && has(names, {"author", "byline", "autor", "writer", "vcard"})
            && !has(names, {"avatar", "image", "bio", "icon"}))
            add(m_facts.bylines, line(node));
        if (m_facts.dateLines.size() < MaxFound
            && has(names,
                {"date", "publish", "posted", "timestamp", "post-meta", "entry-meta", "byline", "datum",
                    "fecha", "meta-info", "article-meta", "postmeta", "article-info"})) {
            if (std::string text = line(node); text.find_first_of("0123456789") != std::string::npos)
                add(m_facts.dateLines, std::move(text));
        }
    }

    PageFacts& m_facts;
};

} // namespace

PageFacts collectFacts(const xmlNode* root)
{
    PageFacts facts;
    facts.language = attributeOf(root, "lang");
    Collector collector(facts);
    collector.walk(root, 0, false);
    return facts;
}

} // namespace ingest
