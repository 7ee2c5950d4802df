// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "crashreport.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

CrashReportDialog::CrashReportDialog(
    const Theme& theme, const QString& report, const QString& file, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("The last run ended by a fault"));
    setPalette(theme.palette()); // a window does not take that of its parent
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 14);
    column->setSpacing(10);
    auto* said
        = new QLabel(tr("Leadline ended by a fault of its own. All you did is in the store: every action is "
                        "written when it is done. This is what was left of that run; it was sent nowhere. It "
                        "is kept as %1.")
                         .arg(file),
            this);
    said->setFont(theme.font(13));
    said->setWordWrap(true);
    column->addWidget(said);
    auto* text = new QPlainTextEdit(report, this);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(theme.px(11.5));
    text->setFont(fixed);
    text->setObjectName(QStringLiteral("note"));
    text->setReadOnly(true);
    text->setAccessibleName(tr("What was left"));
    column->addWidget(text, 1);
    auto* foot = new QHBoxLayout;
    foot->addStretch();
    auto* copy = new QPushButton(tr("Copy"), this);
    auto* close = new QPushButton(tr("Close"), this);
    for (QPushButton* button : {copy, close}) {
        button->setFont(theme.font(12.5));
        foot->addWidget(button);
    }
    close->setDefault(true);
    column->addLayout(foot);
    connect(copy, &QPushButton::clicked, this, [report] { QGuiApplication::clipboard()->setText(report); });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    resize(theme.px(720), theme.px(460));
}

CrashReportDialog::~CrashReportDialog() = default;

} // namespace ui
