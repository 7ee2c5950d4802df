// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <ui/theme/theme.h>

#include <QObject>

#include <optional>

class QToolButton;
class QWidget;

namespace ui {

// The clock of the terminal, which can be set back: everything then shows only what was known at that
// instant, and a word in the status bar says so until it is set right again.
class AsOfClock final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AsOfClock)

public:
    // All outlive this. The word is made in `bar`.
    AsOfClock(const Theme& theme, QWidget& window, QWidget& bar);
    ~AsOfClock() override;

    QToolButton* word() const { return m_word; }
    std::optional<base::Instant> instant() const { return m_instant; } // nothing: now
    void setNow(base::Instant now) { m_now = now; }
    void refreshTheme();

public Q_SLOTS:
    void open(); // asks for the time
    void set(std::optional<base::Instant> instant);

Q_SIGNALS:
    void changed();

private:
    const Theme& m_theme;
    QWidget& m_window;
    QToolButton* m_word = nullptr;
    base::Instant m_now = {};
    std::optional<base::Instant> m_instant;
};

} // namespace ui
