// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "edgar.h"

#include "feedtree.h"

#include <base/strings.h>
#include <ingest/htmltext.h>

#include <libxml/tree.h>

#include <algorithm>
#include <cctype>
#include <vector>

namespace ingest {

namespace {

constexpr std::string_view Number = "accession-number=";
constexpr std::size_t KeyDigits = 10; // of the SEC's number of a company
constexpr std::size_t MaxItems = 40;

// What is known of one filing.
struct Filing {
    std::string company;
    std::string role; // "Filer", "Issuer", "Reporting"
    std::string form;
    std::string formName;
    std::string date;
    std::string accession;
    std::string fileNumber;
    std::string size;
    std::string itemNumbers;
    std::vector<std::string> items; // "Item 2.02: Results of Operations"
    bool amended = false;
};

std::string childText(const xmlNode* node, std::string_view name)
{
    for (const xmlNode* child = firstElement(node); child != nullptr; child = nextElement(child)) {
        if (localName(child) == name)
            return base::collapsed(textOf(child));
    }
    return {};
}

// "8-K - COPPER CO (0001234567) (Filer)": form, company and role.
void readTitle(const std::string& title, Filing& filing)
{
    const std::size_t open = title.rfind(" (");
    const std::size_t key = open == std::string::npos || open == 0 ? open : title.rfind(" (", open - 1);
    if (key == std::string::npos || !title.ends_with(')') || open != key + KeyDigits + 3)
        return;
    const std::string_view digits = std::string_view(title).substr(key + 2, KeyDigits);
    const bool number = std::all_of(digits.begin(), digits.end(),
        [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; });
    const std::size_t dash = title.find(" - ");
    if (!number || dash == std::string::npos || dash > key)
        return;
    filing.form = title.substr(0, dash);
    filing.company = std::string(base::trimmed(std::string_view(title).substr(dash + 3, key - dash - 3)));
    filing.role = title.substr(open + 2, title.size() - open - 3);
}

// "Filed: 2026-11-24 AccNo: 0001234567-26-000001 Size: 2 MB", then lines that begin with "Item".
void readSummary(const std::string& html, Filing& filing)
{
    const std::string text = htmlToText(html);
    const auto after = [&](std::string_view label) {
        const std::size_t at = text.find(label);
        if (at == std::string::npos)
            return std::string();
        const std::size_t begin = text.find_first_not_of(' ', at + label.size());
        const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
        return begin == std::string::npos ? std::string() : text.substr(begin, end - begin);
    };
    filing.date = after("Filed:");
    filing.accession = after("AccNo:");
    const std::size_t size = text.find("Size:");
    if (size != std::string::npos)
        filing.size = base::collapsed(
            std::string_view(text).substr(size + 5, std::min(text.find('\n', size), text.size()) - size - 5));
    for (const std::string_view line : base::split(text, '\n')) {
        if (base::trimmed(line).starts_with("Item ") && filing.items.size() < MaxItems)
            filing.items.emplace_back(base::trimmed(line));
    }
}

void readContent(const xmlNode* content, Filing& filing)
{
    const auto take = [&](std::string& to, std::string_view name) {
        if (std::string text = childText(content, name); !text.empty())
            to = std::move(text);
    };
    take(filing.form, "filing-type");
    take(filing.formName, "form-name");
    take(filing.date, "filing-date");
    take(filing.accession, "accession-number");
    take(filing.accession, "accession-nunber"); // as it was spelt for years
    take(filing.fileNumber, "file-number");
    take(filing.size, "size");
    take(filing.itemNumbers, "items-desc");
    filing.amended = !childText(content, "amend").empty();
}

std::string escaped(std::string text)
{
    base::replaceAll(text, "&", "&amp;");
    base::replaceAll(text, "<", "&lt;");
    base::replaceAll(text, ">", "&gt;");
    return text;
}

std::string described(const Filing& filing)
{
    const bool filer = filing.role.empty() || filing.role == "Filer" || filing.role == "Filed by";
    std::string text = filing.company.empty() ? "A filing" : filing.company;
    if (!filing.company.empty() && !filer)
        text += " (" + base::lowerAscii(filing.role) + ')';
    text += filing.company.empty() ? " of form " : filer ? " filed form " : " is named in form ";
    text += filing.form + (filing.amended || filing.form.ends_with("/A") ? " (amendment)" : "");
    if (!filing.formName.empty())
        text += ", " + filing.formName;
    if (!filing.date.empty())
        text += ", on " + filing.date;
    std::string html = "<p>" + escaped(text) + ".</p>";
    if (!filing.items.empty()) {
        html += "<ul>";
        for (const std::string& item : filing.items)
            html += "<li>" + escaped(item) + "</li>";
        html += "</ul>";
    } else if (!filing.itemNumbers.empty()) {
        std::string items = filing.itemNumbers;
        items.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(items.front())));
        html += "<p>" + escaped(items) + ".</p>";
    }
    std::vector<std::string> numbers;
    if (!filing.accession.empty())
        numbers.push_back("Accession number " + filing.accession);
    if (!filing.fileNumber.empty())
        numbers.push_back("file number " + filing.fileNumber);
    if (!filing.size.empty())
        numbers.push_back("size " + filing.size);
    return numbers.empty() ? html : html + "<p>" + escaped(base::join(numbers, "; ")) + ".</p>";
}

std::string headline(const Filing& filing)
{
    std::string line = filing.company;
    if (!filing.role.empty() && filing.role != "Filer")
        line += " (" + filing.role + ')';
    line += ": " + filing.form;
    if (!filing.formName.empty())
        return line + ", " + filing.formName;
    if (filing.items.empty())
        return line;
    const std::string& first = filing.items.front();
    const std::size_t colon = first.find(": ");
    return line + ", " + (colon == std::string::npos ? first : first.substr(colon + 2));
}

} // namespace

std::string filerOf(const xmlNode* feed)
{
    for (const xmlNode* child = firstElement(feed); child != nullptr; child = nextElement(child)) {
        if (localName(child) == "company-info")
            return childText(child, "conformed-name");
    }
    return {};
}

void readFiling(const xmlNode* node, std::string_view filer, base::FeedEntry& entry)
{
    const xmlNode* content = nullptr;
    for (const xmlNode* child = firstElement(node); child != nullptr; child = nextElement(child)) {
        if (localName(child) == "content" && !childText(child, "filing-type").empty())
            content = child;
    }
    if (content == nullptr
        && (entry.id.find(Number) == std::string::npos || !entry.id.starts_with("urn:tag:")))
        return;
    Filing filing;
    readTitle(entry.title, filing);
    readSummary(entry.summary, filing);
    if (content != nullptr)
        readContent(content, filing);
    if (filing.company.empty())
        filing.company = filer;
    if (filing.form.empty() && !entry.categories.empty())
        filing.form = entry.categories.front();
    if (filing.form.empty())
        return;
    entry.content = described(filing);
    if (filing.company.empty())
        return;
    entry.headline = headline(filing);
    if (entry.authors.empty())
        entry.authors.push_back({filing.company, {}});
}

} // namespace ingest
