// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QFrame>

#include <functional>

class QLabel;
class QLineEdit;
class QTextBrowser;
class QToolButton;

namespace ui {

// Finds words in the text that is open: all places are tinted and counted, one is current. Enter goes on,
// Shift+Enter back, Esc closes.
class FindBar final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindBar)

public:
    // view: the text that is open now, or null.
    FindBar(const Theme& theme, std::function<QTextBrowser*()> view, QWidget* parent = nullptr);
    ~FindBar() override;

    void open();
    void close();
    void textChanged(); // another text, or another view, is open: looks again
    void refreshTheme();

Q_SIGNALS:
    void closed();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void look(int by); // 0: from where the reader is

    const Theme& m_theme;
    std::function<QTextBrowser*()> m_view;
    QLineEdit* m_words = nullptr;
    QLabel* m_count = nullptr;
    QToolButton* m_back = nullptr;
    QToolButton* m_next = nullptr;
    QToolButton* m_close = nullptr;
    int m_current = -1; // place among those found
};

} // namespace ui
