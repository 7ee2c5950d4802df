// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QDialog>

class QLabel;
class QLineEdit;

namespace ui {

// Asks for the address of a feed or of a page that names one, or for a folder to watch. Gives only http and
// https addresses and folders that are there.
class AddFeedDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AddFeedDialog)

public:
    explicit AddFeedDialog(const Theme& theme, QWidget* parent = nullptr);
    ~AddFeedDialog() override;

Q_SIGNALS:
    void addressGiven(const QString& address); // or a folder's path

private:
    void check();
    void browse();
    void explain(); // what will be done with what stands there
    void refuse(const QString& reason);

    const Theme& m_theme;
    QLineEdit* m_address = nullptr;
    QLabel* m_hint = nullptr;
};

} // namespace ui
