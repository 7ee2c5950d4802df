// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QWidget>

namespace ui {

// What to do in one step when there is nothing to show yet: each a button.
class EmptyState final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyState)

public:
    explicit EmptyState(const Theme& theme, QWidget* parent = nullptr);
    ~EmptyState() override;

Q_SIGNALS:
    void sampleWanted();
    void feedWanted();
    void filesWanted();
};

} // namespace ui
