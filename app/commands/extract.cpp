// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "textinput.h"

#include <ingest/pages/extract.h>

#include <nlohmann/json.hpp>

#include <iostream>

namespace app {

int runExtract(const Context&, const ExtractOptions& options)
{
    using Json = nlohmann::ordered_json;
    const auto orNull = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
    bool failed = false;
    for (const std::string& file : options.files) {
        const base::Result<std::string> bytes = readFileOrInput(file, ingest::MaxPageBytes);
        const base::Result<ingest::ExtractedPage> page = bytes
            ? ingest::extractPage(*bytes, options.url, {})
            : base::Result<ingest::ExtractedPage>(bytes.error());
        Json line;
        if (page) {
            line = {{"file", file}, {"title", orNull(page->title)}, {"author", orNull(page->author)},
                {"published", page->published ? Json(base::toIso(*page->published)) : Json(nullptr)},
                {"language", orNull(page->language)}, {"text", page->text}};
        } else {
            failed = true;
            base::Error error = page.error();
            if (error.context.empty())
                error.context = file;
            printFailure(error);
            line = {{"file", file}, {"error", page.error().message}};
        }
        std::cout << line.dump(options.format == "json" ? 2 : -1) << '\n';
    }
    return failed ? SomeFailed : AllDone;
}

} // namespace app
