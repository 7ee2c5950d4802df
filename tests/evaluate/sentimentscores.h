// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Measures of sentence sentiment beside rules alone and a word list.
namespace evaluate {

// Trains on the build parts, so that what is printed was never seen, and prints the table. `shipped`:
// measures the weights in resources instead (they have seen every part). `folds` also scores the own labels
// and pairs built on, each by weights made without its fourth of them. `verbose` lists what of these is
// wrong. Returns an exit code.
int sentiment(bool shipped, bool folds, bool verbose);

} // namespace evaluate
