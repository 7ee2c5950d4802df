// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

// A thread on which nothing may run that can take long, such as a window's: a query, the parsing of a document,
// an analysis, an export. Each of these says when it begins, and a quiet thread says so when that happens on it.
namespace base {

enum class Work { Query, Parse, Analysis, Export };

const char* workName(Work work); // "query", "parse", "analysis", "export"

// Of the calling thread, from now on: `breach` is called with what began. An empty function ends it.
void keepQuiet(std::function<void(Work)> breach);

// Called where such work begins.
void beginWork(Work work);

} // namespace base
