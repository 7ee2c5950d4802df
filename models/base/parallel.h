// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

namespace base {

// Does jobs 0…`count` - 1, as many at once as there are processors (or as threads can be started), and
// returns when all are done. What one does must not hang on another, and none may throw.
void inParallel(std::size_t count, const std::function<void(std::size_t)>& job);

} // namespace base
