// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// Any bytes as HTML from outside: cleaned it holds nothing but the safe subset, and cleaning it once more
// changes nothing, so no reader takes it for something else.
#include "fuzz.h"

#include <base/strings.h>
#include <ingest/cleanhtml.h>
#include <ingest/htmltext.h>

namespace {

void check(std::string_view html, std::string_view base)
{
    const std::string clean = ingest::cleanHtml(html, base);
    fuzz::requireSafeHtml(clean);
    fuzz::require(ingest::cleanHtml(clean, base) == clean, "cleaning twice changes nothing", clean);
    if (base::isValidUtf8(html)) {
        fuzz::requireUtf8(clean);
        fuzz::requireUtf8(ingest::htmlToText(html));
        fuzz::requireUtf8(ingest::htmlToLine(html));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::string_view html = fuzz::text(data, size);
    check(html, {});
    check(html, "https://example.org/a/b?c=d");
    return 0;
}
