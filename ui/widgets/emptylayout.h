// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QLayout;

namespace ui {

// Takes all out of it; the widgets are gone from the screen at once and go themselves when what is under way is done.
void emptyLayout(QLayout& layout);

} // namespace ui
