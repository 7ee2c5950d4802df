// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QComboBox>

namespace ui {

// A combo box with a flat arrow in the theme's colour: a style sheet alone draws a raised button or none.
class Chooser final : public QComboBox {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Chooser)

public:
    explicit Chooser(const Theme& theme, QWidget* parent = nullptr);
    ~Chooser() override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

} // namespace ui
