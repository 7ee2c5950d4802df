// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/settings.h>
#include <ui/theme/theme.h>

#include <QDialog>
#include <QList>
#include <QString>

class QLabel;
class QListWidget;
class QStackedWidget;

namespace ui {

class CommandTable;
class SettingsForm;

// Everything that can be set, page by page. Not modal: what is changed holds at once, and is passed on as a
// key with its value.
class SettingsDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsDialog)

public:
    enum Page { Appearance, Refresh, Retention, Analysis, Briefs, Keys, Privacy, PageCount };

    // `theme` and `commands` outlive this.
    SettingsDialog(const Theme& theme, CommandTable& commands, QWidget* parent = nullptr);
    ~SettingsDialog() override;

    void setValues(const desk::Settings& values);
    void setFaults(const QString& settings, const QString& keys); // what is wrong with the files
    void refreshTheme();
    void showPage(int page);

Q_SIGNALS:
    void changed(const QString& key, const desk::SettingValue& value);
    void retentionWanted();
    void recentCleared();

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    SettingsForm* form(const QString& name); // a page of its own
    void buildAppearance();
    void buildRefresh();
    void buildRetention();
    void buildAnalysis();
    void buildBriefs();
    void buildPrivacy();

    const Theme& m_theme;
    CommandTable& m_commands;
    desk::Settings m_values;
    QString m_settingsFault;
    QString m_keysFault;
    QWidget* m_inside = nullptr; // made anew in another theme
    QListWidget* m_names = nullptr;
    QStackedWidget* m_pages = nullptr;
    QLabel* m_fault = nullptr;
    QList<SettingsForm*> m_forms;
};

} // namespace ui
