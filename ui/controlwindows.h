// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/palettefinds.h>
#include <desk/settings.h>
#include <items/palettemodel.h>
#include <ui/commandtable.h>
#include <ui/theme/theme.h>

#include <QList>
#include <QObject>
#include <QPointer>

namespace items {
class NavigationModel;
}

namespace ui {

class PaletteDialog;
class SettingsDialog;
class WindowLayouts;
class WindowPages;

// The dialogs by which the window itself is steered: the palette, the settings, the list of keys. Made when
// they are asked for and fed with what comes.
class ControlWindows final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ControlWindows)

public:
    // All outlive this.
    ControlWindows(const Theme& theme, CommandTable& commands, WindowPages& pages,
        const items::NavigationModel& navigation, QWidget& window);
    ~ControlWindows() override;

    void setNow(base::Instant now) { m_palette.setNow(now); }
    void refreshTheme();
    void choose(const QString& key, const desk::SettingValue& value); // by a command instead of the dialog
    void useAppearance(const desk::Settings& settings);
    void setLayouts(WindowLayouts* layouts) { m_layouts = layouts; }
    WindowLayouts& layouts() { return *m_layouts; } // once they are set

public Q_SLOTS:
    void openPalette();
    void openSettings();
    void openKeys();
    void showFound(const desk::PaletteFinds& finds, int generation);
    void setRecent(const QList<items::PaletteEntry>& recent);
    void showSettings(const desk::Settings& settings, const QString& fault);
    void useKeys(const ui::CommandTable::OwnKeys& own, const QString& fault);

Q_SIGNALS:
    void findWanted(const QString& typed, int generation);
    void recentChanged(const QList<items::PaletteEntry>& recent);
    void viewWanted(const QString& query); // one of the navigation
    void searchWanted(const QString& query);
    void articleWanted(qint64 id);
    void settingsWanted();
    void settingChanged(const QString& key, const desk::SettingValue& value);
    void keysChosen(const ui::CommandTable::OwnKeys& own);
    void retentionWanted();
    void themeWanted(bool dark);
    void scaleWanted(double scale);
    void said(const QString& message);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // the system changed its colours

private:
    QList<items::PaletteEntry> known() const;
    void go(const items::PaletteEntry& entry);

    const Theme& m_theme;
    CommandTable& m_commands;
    WindowPages& m_pages;
    WindowLayouts* m_layouts = nullptr;
    const items::NavigationModel& m_navigation;
    QWidget& m_window;
    items::PaletteModel m_palette;
    QList<items::PaletteEntry> m_recent; // the last one first
    desk::Settings m_settings;
    QString m_settingsFault;
    QString m_keysFault;
    int m_generation = 0;
    QPointer<PaletteDialog> m_paletteDialog;
    QPointer<SettingsDialog> m_settingsDialog;
};

} // namespace ui
