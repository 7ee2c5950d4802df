// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace evaluate {

// Reads labelled sentences and prints precision, recall and F1 of the event types found (each and in all),
// of their arguments, and how often the modality is right; beside the types what their trigger words alone
// would find. Lines:
// {"text","events":[{"types":[id…],"modality":[name…],"subject"?:[…],"object"?:[…],"participants"?:[…],
//  "quantities"?:[…],"when"?:"…","optional"?:true}]}
// One of `types` and of `modality` ("asserted" for completed and announced) is to be found; `optional` events
// are neither wrong nor missed. Arguments are named ones, as the sentence writes them: an entity is right
// when one of its mentions overlaps the words (object and theme count as one role; `participants` may stand
// in any role); a quantity or a time when one text holds the other. Arguments are only measured on events of
// the right type. Verbose lists the faults, but never those of a file whose name holds "measure".
int events(const std::vector<std::string>& files, bool verbose);

// The CrudeOilNews annotations (a folder with "Active Learning" and "Augmented"): sentences with events of 18
// types, each of which some of ours tell. Prints for each type how many of its sentences have one of those,
// which of ours stand there, and of our events of the mapped types how many stand in a sentence that has
// the type.
int crudeOil(const std::string& folder, bool verbose);

} // namespace evaluate
