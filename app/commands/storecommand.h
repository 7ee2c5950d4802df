// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/context.h>
#include <store/database.h>

#include <memory>

// How the commands open the store: the failure is printed, and nothing comes back.
namespace app {

std::unique_ptr<store::Database> openForWriting(const Context& context);
std::unique_ptr<store::Database> openForReading(const Context& context);

} // namespace app
