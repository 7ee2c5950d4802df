// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/article.h>
#include <base/entry.h>

#include <string_view>

// What the fuzz targets share: an input as text and the promises that hold for whatever comes out. A promise
// that is broken is named on stderr and ends the process, which is what a fuzzer looks for.
namespace fuzz {

std::string_view text(const unsigned char* data, std::size_t size);

// Ends the process unless `kept`; `promise` says what does not hold, `shown` is the value it does not hold
// of.
void require(bool kept, const char* promise, std::string_view shown = {});

void requireUtf8(std::string_view value);
// Empty, or an http(s) or mailto address.
void requireAddress(std::string_view address);
// Only elements, attributes and addresses of the safe subset, each element closed, nothing half written.
void requireSafeHtml(std::string_view html);
void requireSound(const base::ParsedFeed& feed);
void requireSound(const base::Article& article);

} // namespace fuzz
