// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QWidget>

namespace ui {

// A window beside the main one that holds a page or an article. It has no parent, so that it can stand on a
// screen of its own; whoever made it closes it with the main window.
class OwnWindow final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OwnWindow)

public:
    // Takes the content; `theme` outlives this.
    OwnWindow(const Theme& theme, const QString& title, QWidget& content);
    ~OwnWindow() override;

    QWidget& content() { return m_content; } // still the caller's, once it is taken out
    void refreshTheme();

Q_SIGNALS:
    void closed(); // by the user

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    const Theme& m_theme;
    QWidget& m_content;
};

} // namespace ui
