// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ingest {

struct MendedXml {
    std::string text;
    std::string doctype; // the head of the document type, in lower case; empty when there is none
    std::vector<std::string> warnings; // what was mended
};

// Makes text that means to be XML readable as such: drops what stands before the first tag and the document
// type, writes HTML's named references as numbers, escapes a bare &, drops control characters. Of the
// entities a document type declares only short plain words are read, and only so many of them; those that
// name a file, hold markup or another entity stay unread. Linear.
MendedXml mendXml(std::string_view text);

} // namespace ingest
