// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>
#include <desk/storylist.h>
#include <store/database.h>

// Stories as a list: which there are, newest first, told by most, of most impact.
namespace store {

// One page, read by keyset. By time and impact the index of the articles is walked; by sources the rows of
// the stories are sorted, or, of a query that few articles match, those of its matches.
base::Result<desk::StoryListPage> readStoryList(
    Database& database, const desk::StoryListRequest& request, base::Instant now);

} // namespace store
