// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// Any bytes as mail, one message or a whole mailbox: an error, or messages with words in UTF-8.
#include "fuzz.h"

#include <ingest/files/mailfile.h>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::string_view bytes = fuzz::text(data, size);
    ingest::looksLikeMail(bytes);
    const auto list = ingest::readMailFile(bytes);
    if (!list)
        return 0;
    fuzz::require(!list->articles.empty(), "mail that was read holds a message");
    for (const base::Article& article : list->articles) {
        fuzz::requireUtf8(article.title);
        fuzz::requireUtf8(article.body);
        fuzz::requireUtf8(article.source);
    }
    return 0;
}
