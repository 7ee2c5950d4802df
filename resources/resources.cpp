// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// A static library must hold one object of its own; the data are in the generated ones beside it.
namespace resources {
extern const int Format;
const int Format = 1;
} // namespace resources
