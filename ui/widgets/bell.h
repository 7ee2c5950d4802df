// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/alertview.h>
#include <ui/theme/theme.h>

#include <QIcon>
#include <QToolButton>

namespace ui {

QIcon bellIcon(const QColor& colour, int size, double ratio);

// How many alerts wait to be acknowledged; red while a critical one does.
class Bell final : public QToolButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Bell)

public:
    explicit Bell(const Theme& theme, QWidget* parent = nullptr);
    ~Bell() override;

    void showCounts(const desk::FiringCounts& counts);
    static QString inWords(const desk::FiringCounts& counts); // in a sentence
    void refreshTheme();

private:
    const Theme& m_theme;
    desk::FiringCounts m_counts;
};

} // namespace ui
