// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/briefschedule.h>
#include <ui/theme/theme.h>

#include <QDialog>
#include <QString>
#include <QWidget>

#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace ui {

class Chooser;

// Days, time, what, where and under which name one brief is made by itself. What cannot be is said, and not
// saved.
class BriefScheduleDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BriefScheduleDialog)

public:
    BriefScheduleDialog(const Theme& theme, const desk::BriefSchedule& schedule, QWidget* parent = nullptr);
    ~BriefScheduleDialog() override;

Q_SIGNALS:
    void saved(const desk::BriefSchedule& schedule);

private:
    void buildWhen(QVBoxLayout& column);
    void buildWhere(QVBoxLayout& column);
    void showState();
    std::string text() const; // of the line that the controls say

    const Theme& m_theme;
    desk::BriefSchedule m_schedule;
    QList<QToolButton*> m_days; // Monday first
    QLineEdit* m_time = nullptr;
    Chooser* m_kind = nullptr;
    QLineEdit* m_query = nullptr;
    QLineEdit* m_folder = nullptr;
    QLineEdit* m_name = nullptr;
    QCheckBox* m_late = nullptr;
    QLabel* m_fault = nullptr;
    QPushButton* m_save = nullptr;
};

// The briefs that are made by themselves, to be added to, changed and removed from.
class BriefSchedules final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BriefSchedules)

public:
    explicit BriefSchedules(const Theme& theme, QWidget* parent = nullptr);
    ~BriefSchedules() override;

    void setText(const QString& text); // of the setting

Q_SIGNALS:
    void changed(const QString& text);

private:
    void edit(int row); // one past the last: a new one
    void remove();
    void fill();

    const Theme& m_theme;
    std::vector<desk::BriefSchedule> m_schedules;
    QListWidget* m_list = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_change = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace ui
