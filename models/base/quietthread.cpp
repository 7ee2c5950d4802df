// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "quietthread.h"

#include <utility>

namespace base {

namespace {

// A property of the thread itself; nothing else is told by it.
std::function<void(Work)>& breachOfThisThread()
{
    thread_local std::function<void(Work)> breach;
    return breach;
}

} // namespace

const char* workName(Work work)
{
    switch (work) {
    case Work::Query:
        return "query";
    case Work::Parse:
        return "parse";
    case Work::Analysis:
        return "analysis";
    case Work::Export:
        return "export";
    }
    return "";
}

void keepQuiet(std::function<void(Work)> breach) { breachOfThisThread() = std::move(breach); }

void beginWork(Work work)
{
    if (const std::function<void(Work)>& breach = breachOfThisThread())
        breach(work);
}

} // namespace base
