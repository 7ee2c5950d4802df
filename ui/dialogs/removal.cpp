// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "removal.h"

#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace ui {

void askRemoval(const Theme& theme, QWidget& parent, const QString& question, const QString& consequence,
    RemovalDefault preset, std::function<void()> remove)
{
    auto* box = new QMessageBox(&parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(QMessageBox::tr("Remove"));
    box->setTextFormat(Qt::PlainText);
    box->setText(question);
    box->setInformativeText(consequence);
    box->setFont(theme.font(13));
    box->setPalette(theme.palette());
    box->setStyleSheet(QStringLiteral("QLabel { min-width: %1px; }").arg(theme.px(340)));
    QPushButton* confirm = box->addButton(QMessageBox::tr("Remove"), QMessageBox::AcceptRole);
    QPushButton* keep = box->addButton(QMessageBox::tr("Keep"), QMessageBox::RejectRole);
    for (QPushButton* push : {confirm, keep})
        push->setFont(theme.font(12.5));
    box->setDefaultButton(preset == RemovalDefault::Remove ? confirm : keep);
    box->setEscapeButton(keep);
    QObject::connect(box, &QMessageBox::buttonClicked, &parent,
        [confirm, remove = std::move(remove)](const QAbstractButton* button) {
            if (button == confirm)
                remove();
        });
    box->open();
}

} // namespace ui
