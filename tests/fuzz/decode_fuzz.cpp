// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// Any bytes as text, with what the transport says about them in a first line "charset=…": UTF-8 comes out,
// without a mark, and the name of an encoding.
#include "fuzz.h"

#include <base/strings.h>
#include <ingest/decode.h>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    std::string_view bytes = fuzz::text(data, size);
    std::string contentType;
    if (bytes.starts_with("charset=") && bytes.find('\n') != std::string_view::npos) {
        contentType = "text/xml; " + std::string(bytes.substr(0, bytes.find('\n')));
        bytes.remove_prefix(bytes.find('\n') + 1);
    }
    const ingest::DecodedText decoded = ingest::decode(bytes, contentType);
    fuzz::requireUtf8(decoded.text);
    fuzz::require(!decoded.encoding.empty() && decoded.encoding == base::lowerAscii(decoded.encoding),
        "an encoding has a name in lower case", decoded.encoding);
    fuzz::require(decoded.text.size() <= 4 * bytes.size() + 16, "text grows no more than encodings make it");
    const ingest::DecodedText again = ingest::decode("\xEF\xBB\xBF" + decoded.text);
    fuzz::require(again.text == decoded.text && !again.repaired, "decoded text is as it was", decoded.text);
    return 0;
}
