// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>
#include <desk/alertview.h>
#include <store/database.h>

#include <cstdint>
#include <string>
#include <vector>

// The alert rules and watchlists the analyst keeps. All functions: one transaction each.
namespace store {

// In the order they were made. A rule that names a saved search or watchlist that is gone is read all the
// same; it can match nothing.
base::Result<std::vector<desk::AlertRule>> readRules(Database& database, base::Instant now);
// The same with what became of them, and why one cannot fire.
base::Result<std::vector<desk::RuleRow>> readRuleRows(Database& database, base::Instant now);
// By its number or its name. NotFound.
base::Result<desk::AlertRule> findRule(Database& database, const std::string& idOrName, base::Instant now);

// Reads a rule's text with the searches and watchlists of this store.
base::Result<desk::AlertRule> parseStoredRule(Database& database, const std::string& text, base::Instant now);
// A rule without an id is new; another one takes the place of what stood there. Gives its id. InvalidInput as
// desk::checkRule, or when another rule has its name; NotFound.
base::Result<std::int64_t> saveRule(Database& database, const desk::AlertRule& rule, base::Instant now);
// Gives what was removed, so that it can be saved again; its firings stay. NotFound.
base::Result<desk::AlertRule> removeRule(Database& database, std::int64_t id, base::Instant now);
// It fires nothing before then; nothing: from now on again. Gives what stood there. NotFound.
base::Result<desk::AlertRule> snoozeRule(
    Database& database, std::int64_t id, std::optional<base::Instant> until, base::Instant now);

// Grows with every change of what rules are made from: rules, watchlists, saved searches, the ledger.
base::Result<std::int64_t> alertEdits(Database& database);

base::Result<std::vector<desk::Watchlist>> readWatchlists(Database& database);
// In the place of the watchlist of that name, where there is one; gives its id. InvalidInput: no name, or a
// quote in it; a member without a letter or digit.
base::Result<std::int64_t> saveWatchlist(Database& database, const desk::Watchlist& list);
// NotFound; InvalidInput when another one has that name.
base::Outcome renameWatchlist(Database& database, const std::string& name, const std::string& newName);
// Gives what was removed. NotFound.
base::Result<desk::Watchlist> removeWatchlist(Database& database, const std::string& name);

} // namespace store
