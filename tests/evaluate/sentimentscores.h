// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Measures of sentence sentiment beside rules alone and a word list.
namespace evaluate {

// Trains on the build parts, so that what is printed was never seen, and prints the table. `shipped`:
// measures the weights in resources instead (they have seen every part). `verbose` lists what the build parts
// of our own labels get wrong. Returns an exit code.
int sentiment(bool shipped, bool verbose);

} // namespace evaluate
