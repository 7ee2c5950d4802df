// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>
#include <ingest/files/recordfile.h>

#include <string_view>

namespace ingest {

bool looksLikeMail(std::string_view bytes);

// One message (EML) or many (MBOX), as bytes: headers with encoded words, multipart, base64 and
// quoted-printable bodies; plain text goes before HTML. The sender becomes the source.
base::Result<RecordList> readMailFile(std::string_view bytes);

} // namespace ingest
