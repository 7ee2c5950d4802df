// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/feedview.h>
#include <items/labelmodel.h>
#include <ui/dialogs/keys.h>
#include <ui/theme/theme.h>

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;

namespace ui {

// Labels of the chosen articles: type to filter or to name a new one, Enter puts on or takes off.
class LabelChooser final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabelChooser)

public:
    // carried: the labels of each chosen article.
    LabelChooser(const Theme& theme, QList<QStringList> carried, QWidget* parent = nullptr);
    ~LabelChooser() override;

    static KeysDialog::Rows keys(); // for the list of all keys
    void showLabels(const std::vector<desk::CountedView>& labels);

Q_SIGNALS:
    void toggled(const QString& name, bool on); // for all of the chosen articles

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // arrows and Enter of the line go to the list

private:
    void toggleCurrent();
    void chooseRow(int row);
    void showState();

    QList<QStringList> m_carried;
    items::LabelModel m_model;
    QLineEdit* m_line = nullptr;
    QListView* m_list = nullptr;
    QLabel* m_empty = nullptr;
};

} // namespace ui
