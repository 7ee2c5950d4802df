// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QWidget>

#include <vector>

namespace ui {

// How often a rule would have fired: a bar for each day, the oldest at the left.
class FiringDays final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FiringDays)

public:
    explicit FiringDays(const Theme& theme, QWidget* parent = nullptr);
    ~FiringDays() override;

    void setDays(std::vector<int> perDay, const QStringList& names, Role role); // a name for each day
    void refreshTheme();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override; // says the day under the pointer

private:
    QRectF bar(std::size_t day) const;

    const Theme& m_theme;
    std::vector<int> m_days;
    QStringList m_names;
    Role m_role = Role::Accent;
};

} // namespace ui
