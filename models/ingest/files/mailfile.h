// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>
#include <ingest/files/recordfile.h>

#include <string_view>

namespace ingest {

// Whether these bytes begin like a message or a mailbox.
bool looksLikeMail(std::string_view bytes);

// One message (EML) or many (MBOX), as bytes. The text is the plain part, unless it only stands in for the
// HTML one; attachments are passed over, but a message in a message is an article of its own, and an HTML
// attachment is read where there is no other text. The sender is the author, and the source where no list is
// named; the Message-ID is the guid. A message that cannot be read is a warning.
base::Result<RecordList> readMailFile(std::string_view bytes);

} // namespace ingest
