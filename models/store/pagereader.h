// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <store/articlestore.h>
#include <store/storyhits.h>

// Parts of readPage for other readers of the store; private to it.
namespace store {

// readPage, where the request folds stories: this way.
base::Result<desk::FeedPage> readStoryPage(
    Database& database, const desk::Query& query, const desk::FeedRequest& request, const Folding& folding);

} // namespace store
