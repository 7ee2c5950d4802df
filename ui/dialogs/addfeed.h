// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QDialog>

class QLineEdit;

namespace ui {

// Asks for a feed's address; gives only http and https ones.
class AddFeedDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AddFeedDialog)

public:
    explicit AddFeedDialog(const Theme& theme, QWidget* parent = nullptr);
    ~AddFeedDialog() override;

Q_SIGNALS:
    void addressGiven(const QString& url);

private:
    void check();

    QLineEdit* m_address = nullptr;
};

} // namespace ui
