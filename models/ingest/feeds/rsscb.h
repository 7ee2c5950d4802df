// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/entry.h>

struct _xmlNode;

namespace ingest {

// RSS-CB 1.0 to 1.2, the module of central banks: speeches, news, papers, events and statistics. Fills of an
// item what it does not say by itself: title, date, authors, categories, text, address; for a figure the
// headline too.
void readCentralBank(const _xmlNode* item, base::FeedEntry& entry);

} // namespace ingest
