// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/entry.h>

#include <string>
#include <string_view>

struct _xmlNode;

// The Atom lists of EDGAR, the filings system of the SEC: those of one company and those of all just now.
namespace ingest {

// The company a list is of, from its company-info; empty for other feeds.
std::string filerOf(const _xmlNode* feed);

// Where an entry is a filing: a headline that names the company, the company as its author, and sentences in
// place of bare numbers as its content. Other entries stay as they are. Titles, dates and categories (the
// form) are those of the entry.
void readFiling(const _xmlNode* node, std::string_view filer, base::FeedEntry& entry);

} // namespace ingest
