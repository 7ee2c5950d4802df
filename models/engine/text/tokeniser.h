// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/text/document.h>

#include <string_view>
#include <vector>

namespace engine {

// Appends the tokens of one field's text (lower: the same text in ASCII lower case). Linear.
void tokenise(
    const Vocabulary& vocabulary, std::string_view text, std::string_view lower, std::vector<Token>& tokens);

} // namespace engine
