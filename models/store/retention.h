// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <base/result.h>
#include <desk/retentionrules.h>
#include <store/database.h>

#include <vector>

// What need not be kept for ever, by age and by number, of all sources or of one. Starred, noted and labelled
// articles, and those an accepted decision rests on, stay whatever a rule says.
namespace store {

using desk::RetentionPreview;
using desk::RetentionRule;

base::Result<std::vector<RetentionRule>> readRetention(Database& database);
// In the place of all there were. InvalidInput: a number below 1, a source twice; NotFound: no such source.
base::Outcome setRetention(Database& database, const std::vector<RetentionRule>& rules);

// What these rules would remove now; changes nothing. Over a connection for reading too.
base::Result<RetentionPreview> previewRetention(
    Database& database, const std::vector<RetentionRule>& rules, base::Instant now);
// Removes at most `limit` of what the stored rules name, oldest first, in one transaction, with their
// revisions, analyses and index entries; gives how many. 0: nothing is left to remove. What is removed stays
// known by its identity, so that a feed that still holds it does not bring it back.
base::Result<int> applyRetention(Database& database, base::Instant now, int limit);

} // namespace store
