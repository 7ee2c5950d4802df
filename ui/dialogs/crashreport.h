// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QDialog>

namespace ui {

// What the last run left when it ended by a fault: said once, to be read or copied. It is sent nowhere.
class CrashReportDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CrashReportDialog)

public:
    CrashReportDialog(const Theme& theme, const QString& report, const QString& file, QWidget* parent);
    ~CrashReportDialog() override;
};

} // namespace ui
