// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/alertview.h>

#include <string>

// An article of a firing as the store keeps it; private to store.
namespace store {

std::string firingArticleJson(const desk::FiringArticle& article);
// What cannot be read is left at its default. The columns of the row (article, fired, at) are not in it.
desk::FiringArticle firingArticleFrom(const std::string& json);

} // namespace store
