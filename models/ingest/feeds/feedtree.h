// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/entry.h>

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

struct _xmlDoc;
struct _xmlNode;

// What the reader of feeds asks of an XML tree: names whatever their prefix, and text whatever way it was
// put into the element.
namespace ingest {

struct XmlDocumentFree {
    void operator()(_xmlDoc* document) const;
};

struct XmlTree {
    std::unique_ptr<_xmlDoc, XmlDocumentFree> document;
    bool wellFormed = false;
    bool prefixesDeclared = true;
    bool tooDeep = false; // elements more than 256 deep were not read
    bool tooMany = false; // elements after the first 100,000 were not read

    const _xmlNode* root() const;
};

// No network, no entities, no document type; recovers what it can.
XmlTree readXml(std::string_view text);

// The local name in lower case, with the family of its namespace where that is not the feed's own: "title",
// "dc:creator", "content:encoded", "itunes:summary". "other:name" for namespaces no feed reader knows.
std::string keyOf(const _xmlNode* node);
// The same without the family.
std::string localName(const _xmlNode* node);
std::string_view namespaceOf(const _xmlNode* node);
bool isAtom(const _xmlNode* node);
bool isOneOf(std::string_view key, std::initializer_list<std::string_view> keys);
const _xmlNode* firstElement(const _xmlNode* node);
const _xmlNode* nextElement(const _xmlNode* node);

// Trimmed; empty when it is missing. Prefixes do not count, nor does the case.
std::string attribute(const _xmlNode* node, std::string_view name);
// All text inside, trimmed; base64 undone where the element says that it is.
std::string textOf(const _xmlNode* node);
// The HTML that the element means, whether as text, escaped, in CDATA, as elements or as base64.
std::string htmlOf(const _xmlNode* node);
// The same as one line of plain text; of more than 1 MiB the beginning.
std::string lineOf(const _xmlNode* node);

// "a@b.example (Name)", "Name <a@b.example>", "Name", or elements <name> and <email>.
base::Person personOf(const _xmlNode* node);
base::Person personIn(std::string_view text);

} // namespace ingest
