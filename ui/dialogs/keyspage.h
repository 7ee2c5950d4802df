// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <items/commandlistmodel.h>
#include <ui/theme/theme.h>

#include <QWidget>

class QCheckBox;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace ui {

class CommandTable;

// The commands with their keys: choose one, press a key. A key that another command has is said, and taken
// from it only when asked for. What is chosen holds at once.
class KeysPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeysPage)

public:
    KeysPage(const Theme& theme, CommandTable& commands, const QString& fault, QWidget* parent = nullptr);
    ~KeysPage() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // Enter in the table goes to the key's field

private:
    void refresh();
    void showState(); // of the command that is chosen
    void take(bool evenTaken);

    const Theme& m_theme;
    CommandTable& m_commands;
    items::CommandListModel m_model;
    QLineEdit* m_filter = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_name = nullptr;
    QKeySequenceEdit* m_key = nullptr;
    QCheckBox* m_beside = nullptr; // keeps the present keys
    QLabel* m_conflict = nullptr;
    QPushButton* m_take = nullptr;
    QPushButton* m_none = nullptr;
    QPushButton* m_usual = nullptr;
    QPushButton* m_allUsual = nullptr;
    QString m_command; // id
};

} // namespace ui
