// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ingest/pages/pagetree.h>

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

// Where on a page the article stands; private to pages.
namespace ingest {

// What is known of an element, dropped ones below it not counted.
struct BlockFacts {
    std::size_t text = 0; // bytes of visible text below
    std::size_t linked = 0; // of it inside links
    std::size_t sentences = 0; // bytes of text in blocks long enough to be prose and hardly linked
    std::size_t blocks = 0; // how many these are
    std::size_t pointers = 0; // headings that are links: they lead to articles elsewhere
    std::size_t own = 0; // bytes of text not inside a block below
    bool dropped = false; // never part of the article
};

class PageBlocks final {
public:
    // Without `strict` the names of elements do not drop them, only their tags: for pages that call the
    // article something else.
    PageBlocks(const xmlNode* body, bool strict);

    const BlockFacts& factsOf(const xmlNode* node) const;
    // One of a row of teasers: a linked heading, perhaps with a few words below.
    bool isCard(const xmlNode* node) const;
    double linkShare(const xmlNode* node) const;
    // The elements that hold the article, in document order; the body itself when none stands out.
    std::vector<const xmlNode*> article() const;

private:
    void count(const xmlNode* node, int depth, bool linked);
    void drop(const xmlNode* node, int depth);
    bool isDropped(const xmlNode* node, const std::string& tag) const;
    void score(const xmlNode* node, int depth, std::unordered_map<const xmlNode*, double>& scores) const;

    std::vector<const xmlNode*> body() const;
    bool findOpening(const xmlNode* node, const xmlNode* body, int depth, bool& headed,
        std::vector<const xmlNode*>& found) const;
    const xmlNode* climbed(const xmlNode* best) const;
    const xmlNode* anchored(const xmlNode* best) const;
    const xmlNode* gathered(const xmlNode* best) const;
    bool isListed(const xmlNode* node) const;

    const xmlNode* m_body;
    bool m_strict;
    std::unordered_map<const xmlNode*, BlockFacts> m_facts;
};

bool isBlockTag(const std::string& tag);

} // namespace ingest
