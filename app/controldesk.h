// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/keyfile.h>
#include <app/settings.h>
#include <items/palettemodel.h>

#include <QList>
#include <QByteArray>
#include <QMap>
#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <filesystem>

namespace app {

// How the window is set up, in three files of the data folder: settings.toml, keys.toml, and recent.json with
// what the palette found last. Read and written one after the other in a thread of its own; each change is
// written at once. A file that cannot be read is left as it is and said to be so; once something is changed
// it is kept beside the new one under another name. Lives in the window's thread.
class ControlDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ControlDesk)

public:
    // settings: those in use.
    ControlDesk(std::filesystem::path folder, Settings settings, QObject* parent = nullptr);
    ~ControlDesk() override; // waits until all is written

    const Settings& settings() const { return m_settings; }

public Q_SLOTS:
    void start(); // reads all four
    void readSettings();
    void change(const QString& key, const desk::SettingValue& value); // one the table refuses is not taken
    void keepKeys(const app::KeysOfCommands& keys);
    void keepRecent(const QList<items::PaletteEntry>& recent);
    void keepLayouts(const QMap<QString, QByteArray>& layouts); // by name

Q_SIGNALS:
    void settingsRead(const desk::Settings& settings, const QString& fault);
    void settingsChanged(const desk::Settings& settings, const QStringList& keys); // which ones are new
    void keysRead(const app::KeysOfCommands& keys, const QString& fault);
    void recentRead(const QList<items::PaletteEntry>& recent);
    void layoutsRead(const QMap<QString, QByteArray>& layouts);
    void said(const QString& message);

private:
    template <class Work, class Done> void run(Work work, Done done);
    void use(const Settings& settings);

    std::filesystem::path m_folder;
    Settings m_settings;
    int m_changes = 0; // so far; what was read before the last one is stale
    QThreadPool m_pool;
};

} // namespace app
