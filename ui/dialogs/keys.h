// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QDialog>
#include <QList>
#include <QString>

#include <utility>

class QLineEdit;
class QTextBrowser;

namespace ui {

// Every action with its key, and every operator of the query language; a box above shows those that hold what
// is typed.
class KeysDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeysDialog)

public:
    using Rows = QList<std::pair<QString, QString>>; // key, what it does; without a key: a heading

    KeysDialog(const Theme& theme, Rows keys, Rows operators, QWidget* parent = nullptr);
    ~KeysDialog() override;

private:
    void show(const QString& typed);

    const Theme& m_theme;
    Rows m_keys;
    Rows m_operators;
    QLineEdit* m_filter = nullptr;
    QTextBrowser* m_text = nullptr;
};

} // namespace ui
