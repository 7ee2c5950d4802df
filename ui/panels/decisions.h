// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <desk/ledger.h>
#include <ui/theme/theme.h>

#include <QWidget>

#include <vector>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace ui {

// Key decisions as cards in order of conviction; a card opens to the whole idea.
class DecisionsPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DecisionsPanel)

public:
    explicit DecisionsPanel(const Theme& theme, QWidget* parent = nullptr);
    ~DecisionsPanel() override;

    // kept: those of them that are in the ledger, with their states by `now`.
    void showDecisions(
        const base::Analysis& analysis, std::vector<desk::LedgerEntry> kept, base::Instant now);
    void clear();
    void focusCard(int index); // from 0; opens it
    void acceptFocused(); // unless there is none or it is accepted already
    int focusedCard() const { return m_focused; } // −1: none
    int count() const { return static_cast<int>(m_analysis.decisions.size()); }
    void refreshTheme();

Q_SIGNALS:
    void accepted(int index);
    void takenBack(int index); // out of the ledger

private:
    void fill();
    QWidget* card(int index);
    const desk::LedgerEntry* keptOf(int index) const; // nullptr: it was not accepted

    const Theme& m_theme;
    base::Analysis m_analysis;
    std::vector<desk::LedgerEntry> m_kept;
    base::Instant m_now = {};
    int m_focused = -1;
    QLabel* m_heading = nullptr;
    QLabel* m_count = nullptr;
    QLabel* m_notice = nullptr;
    QScrollArea* m_area = nullptr;
    QVBoxLayout* m_cards = nullptr;
};

} // namespace ui
