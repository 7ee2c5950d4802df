// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <items/palettemodel.h>
#include <ui/dialogs/keys.h>
#include <ui/theme/theme.h>

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QListView;

namespace ui {

// One box in the middle of the window that finds everything: type, arrows choose, Enter does it, Esc closes.
class PaletteDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteDialog)

public:
    // `theme` and `model` outlive this.
    PaletteDialog(const Theme& theme, items::PaletteModel& model, QWidget& window);
    ~PaletteDialog() override;

    static KeysDialog::Rows keys(); // for the list of all keys
    void showFound(const QList<items::PaletteEntry>& entries); // for what is typed

Q_SIGNALS:
    void typed(const QString& text); // once for letters that follow fast
    void chosen(const items::PaletteEntry& entry); // it is closed by then

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // arrows and Enter of the line go to the list
    void showEvent(QShowEvent* event) override;

private:
    void choose(int row);
    void moveBy(int step);
    void take();
    void showState();

    const Theme& m_theme;
    items::PaletteModel& m_model;
    QLineEdit* m_line = nullptr;
    QListView* m_list = nullptr;
    QLabel* m_legend = nullptr;
    QTimer m_soon;
    bool m_moved = false; // by the user, since the last letter
};

} // namespace ui
