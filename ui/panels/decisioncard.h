// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/ledger.h>
#include <ui/theme/theme.h>

#include <QFrame>

#include <optional>

class QFormLayout;
class QLabel;
class QToolButton;

namespace ui {

// The colour of a state of the ledger: open, triggered, review, expired.
Role ledgerStateRole(const std::string& state);

// One decision: kind, conviction, title, legs, entry and exit; open, the whole idea.
class DecisionCard final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DecisionCard)

public:
    struct View {
        int number = 0; // among the article's, from 1
        bool open = false;
        bool foldable = true; // has More and Less, Accept and Take back
        std::optional<desk::LedgerEntry> kept = {}; // it was accepted
        base::Instant now = {};
    };

    DecisionCard(const Theme& theme, const base::Decision& decision, const View& view, QWidget* parent);
    ~DecisionCard() override;

Q_SIGNALS:
    void folded(); // opened or closed
    void accepted();
    void takenBack();

private:
    void addHead(const base::Decision& decision);
    void addRows(const base::Decision& decision);
    void addRow(const QString& key, const QString& value);
    void addFoot(const base::Decision& decision);
    void addKept();

    const Theme& m_theme;
    View m_view;
    QFormLayout* m_rows = nullptr;
    int m_keyWidth = 0;
};

} // namespace ui
