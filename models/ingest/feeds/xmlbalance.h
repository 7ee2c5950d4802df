// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace ingest {

// Tags that do not match made to match, so that a strict parser reads each entry where it stands: an end tag
// closes what was left open inside, one without a start is dropped, a new entry ends the one before, HTML's
// empty elements end at once, attributes are quoted. Linear; for text that a strict parser refused.
std::string balancedXml(std::string_view text);

} // namespace ingest
