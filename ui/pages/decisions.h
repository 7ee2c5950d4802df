// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <items/ledgermodel.h>
#include <ui/dialogs/keys.h>
#include <ui/theme/theme.h>
#include <ui/windowpages.h>

#include <QList>
#include <QPair>
#include <QWidget>

class QFrame;
class QLabel;
class QScrollArea;
class QSplitter;
class QToolButton;
class QTreeView;
class QVBoxLayout;

namespace ui {

class PageKeys;

// The ledger: every accepted decision with its state, and beside it the one that is chosen, as it stood when
// it was accepted and with the sentences of later articles that changed its state.
class DecisionsPage final : public QWidget, public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DecisionsPage)

public:
    explicit DecisionsPage(const Theme& theme, QWidget* parent = nullptr);
    ~DecisionsPage() override;

    QWidget& widget() override { return *this; }
    void shown() override;
    void refreshTheme() override;
    static KeysDialog::Rows keys(); // for the list of all keys

public Q_SLOTS:
    void showLedger(const std::vector<desk::LedgerEntry>& entries, base::Instant now);
    void showFailure(const QString& reason);

Q_SIGNALS:
    void ledgerWanted();
    void articleWanted(qint64 id);
    void takenBack(qint64 article, int decision);
    void sheetWanted(); // the decision sheet as a brief

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildList();
    QWidget* buildIdea();
    void addKeys();
    void setState(int chip);
    void choose(); // the current row
    void step(int by);
    void takeBack();
    void fillIdea();
    void addChange(const desk::LedgerChange& change);
    QLabel* addText(const QString& text, double size, Role role, bool strong = false);
    void setColumns();
    void arrange();
    const desk::LedgerEntry* current() const;

    const Theme& m_theme;
    items::LedgerModel m_model;
    base::Instant m_now = {};
    std::int64_t m_chosen = 0; // of the ledger
    double m_scale = 0; // the columns were made for
    QList<QPair<std::string, QToolButton*>> m_chips; // by state
    PageKeys* m_keys = nullptr;
    QSplitter* m_sides = nullptr;
    QTreeView* m_table = nullptr;
    QLabel* m_title = nullptr;
    QToolButton* m_sheet = nullptr;
    QLabel* m_message = nullptr;
    QScrollArea* m_ideaSide = nullptr;
    QVBoxLayout* m_idea = nullptr;
};

} // namespace ui
