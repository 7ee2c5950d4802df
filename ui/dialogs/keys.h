// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QDialog>
#include <QList>
#include <QString>

#include <utility>

namespace ui {

// Every action with its key, and every operator of the query language.
class KeysDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeysDialog)

public:
    using Rows = QList<std::pair<QString, QString>>; // key, what it does; without a key: a heading

    KeysDialog(const Theme& theme, const Rows& keys, const Rows& operators, QWidget* parent = nullptr);
    ~KeysDialog() override;
};

} // namespace ui
