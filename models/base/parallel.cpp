// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "parallel.h"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

namespace base {

void inParallel(std::size_t count, const std::function<void(std::size_t)>& job)
{
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t at = next++; at < count; at = next++)
            job(at);
    };
    const std::size_t most = std::min<std::size_t>(count, std::max(1U, std::thread::hardware_concurrency()));
    std::vector<std::jthread> helpers; // joined at the end
    try {
        for (std::size_t at = 1; at < most; ++at)
            helpers.emplace_back(work);
    } catch (const std::system_error&) { // there may be no more threads: fewer do the work
    }
    work();
}

} // namespace base
