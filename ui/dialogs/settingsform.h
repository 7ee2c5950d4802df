// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/settings.h>
#include <ui/theme/theme.h>

#include <QList>
#include <QMap>
#include <QString>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <utility>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ui {

// One page of settings: controls under each other, each bound to a key. What is typed is checked as it is
// typed; what the table refuses is said below and not passed on.
class SettingsForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsForm)

public:
    using Choices = QList<std::pair<QString, QString>>; // value, text

    SettingsForm(const Theme& theme, desk::Settings values, QWidget* parent = nullptr);
    ~SettingsForm() override; // what was typed last is passed on before

    void addTitle(const QString& text);
    void addNote(const QString& text); // a quieter paragraph
    void addFlag(const QString& key, const QString& text, const QString& hint = {});
    void addChoice(const QString& key, const QString& text, const Choices& choices, const QString& hint = {});
    void addNumber(const QString& key, const QString& text, const QString& unit, const QString& hint = {});
    void addLine(const QString& key, const QString& text, const QString& example, const QString& hint = {});
    void addText(const QString& key, const QString& text, const QString& hint = {});
    void addSchedules(const QString& key, const QString& text, const QString& hint = {}); // of briefs
    QPushButton* addButton(const QString& text);
    void addStretch();
    void setValues(const desk::Settings& values); // not into the control that has the focus
    void flush(); // passes on what was typed

Q_SIGNALS:
    void changed(const QString& key, const desk::SettingValue& value);

private:
    QLabel* label(const QString& text, double pixels, Role role);
    void addRow(
        const QString& key, const QString& text, QWidget* control, const QString& unit, const QString& hint);
    void given(const QString& key, const desk::SettingValue& value, bool typed);

    const Theme& m_theme;
    desk::Settings m_values;
    QVBoxLayout* m_column = nullptr;
    QMap<QString, QLabel*> m_faults; // by key
    QMap<QString, desk::SettingValue> m_waiting; // typed, and not passed on yet
    QList<std::function<void()>> m_fill; // sets the controls to the values
    QTimer m_soon;
};

} // namespace ui
