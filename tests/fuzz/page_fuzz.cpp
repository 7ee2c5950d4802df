// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// Any bytes as a page: an error, or an article with words.
#include "fuzz.h"

#include <ingest/pages/extract.h>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto page = ingest::extractPage(fuzz::text(data, size), "https://example.org/news/1", "text/html");
    if (!page)
        return 0;
    for (const std::string* value :
        {&page->title, &page->author, &page->language, &page->text, &page->canonicalUrl, &page->siteName})
        fuzz::requireUtf8(*value);
    fuzz::requireAddress(page->canonicalUrl);
    fuzz::require(!page->text.empty() || !page->title.empty(), "a page that was read has words");
    fuzz::require(page->title.find('\n') == std::string::npos, "a title is one line", page->title);
    return 0;
}
