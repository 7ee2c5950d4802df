// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QDialog>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace ui {

// The kept layouts: one is used, saved under a name, or removed.
class LayoutsDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LayoutsDialog)

public:
    LayoutsDialog(const Theme& theme, const QStringList& names, QWidget* parent = nullptr);
    ~LayoutsDialog() override;

Q_SIGNALS:
    void saved(const QString& name); // the windows as they stand
    void used(const QString& name);
    void removed(const QString& name);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // Delete in the list

private:
    QString chosen() const; // empty: none
    void useChosen();
    void removeChosen();
    void showState();

    QLineEdit* m_name = nullptr;
    QPushButton* m_save = nullptr;
    QListWidget* m_list = nullptr;
    QPushButton* m_use = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace ui
