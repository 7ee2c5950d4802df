// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace ui {

// Asks for the name a search is kept under.
class SearchNameDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchNameDialog)

public:
    SearchNameDialog(const Theme& theme, const QString& title, const QString& name, const QString& query,
        QWidget* parent = nullptr);
    ~SearchNameDialog() override;

Q_SIGNALS:
    void named(const QString& name);

private:
    void showState();

    QLineEdit* m_name = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace ui
