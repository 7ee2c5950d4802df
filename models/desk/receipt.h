// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/article.h>
#include <desk/alertview.h>
#include <desk/querymatch.h>

#include <string>
#include <string_view>

namespace desk {

// The article as a receipt keeps it, with what of the query it met. `analysis` may be none; revisions: how
// many texts it had before.
FiringArticle receiptOf(const Query& match, const MatchedArticle& matched, const base::Article& article,
    const base::Analysis* analysis, int revisions, base::Instant at);

// The sentence a place of a text stands in, in one line.
std::string sentenceAt(std::string_view text, std::size_t at);

} // namespace desk
