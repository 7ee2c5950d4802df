// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "controldesk.h"

#include <base/files.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace app {

namespace {

constexpr std::uintmax_t MostBytes = 1 << 20;
constexpr int LastKind = items::PaletteEntry::Article;

struct SettingsFile {
    Settings settings;
    std::vector<std::string> warnings;
    std::string fault; // the file cannot be read
};

QString utf8(const std::string& text) { return QString::fromStdString(text); }

base::Result<std::string> textOf(const std::filesystem::path& file)
{
    std::error_code code;
    if (!std::filesystem::exists(file, code))
        return std::string();
    return base::readFile(file, MostBytes);
}

SettingsFile readFile(const std::filesystem::path& file)
{
    SettingsFile read;
    if (base::Result<Settings> settings = app::readSettings(file, read.warnings))
        read.settings = std::move(settings).value();
    else
        read.fault = settings.error().message;
    return read;
}

// Under a name nothing has yet; empty where that cannot be done.
std::string putAside(const std::filesystem::path& file)
{
    constexpr int MostTries = 1000;
    for (int at = 1; at < MostTries; ++at) {
        std::filesystem::path aside = file;
        aside += ".unreadable-" + std::to_string(at);
        std::error_code code;
        if (std::filesystem::exists(aside, code))
            continue;
        std::filesystem::rename(file, aside, code);
        return code ? std::string() : aside.filename().string();
    }
    return {};
}

// What was done besides, to be said; or why it failed.
base::Result<std::string> writeSetting(
    const std::filesystem::path& file, const Settings& settings, const std::string& key)
{
    const base::Result<std::string> text = textOf(file);
    if (!text)
        return text.error();
    base::Result<std::string> changed = changedSettings(*text, key, desk::settingOf(settings, key));
    std::string aside;
    if (!changed && changed.error().code == base::ErrorCode::InvalidInput) {
        aside = putAside(file);
        if (aside.empty())
            return changed.error();
        changed = std::string();
        for (const std::string_view one : desk::settingKeys()) {
            const desk::SettingValue value = desk::settingOf(settings, one);
            if (changed && value != desk::settingOf(Settings(), one))
                changed = changedSettings(*changed, std::string(one), value);
        }
    }
    if (!changed)
        return changed.error();
    if (const base::Outcome written = base::writeFile(file, *changed); !written)
        return written.error();
    return aside;
}

// What stands there but cannot be read is put aside first; gives its new name, or nothing.
base::Result<std::string> replaceFile(const std::filesystem::path& file, bool readable, std::string_view text)
{
    std::string aside;
    if (!readable) {
        aside = putAside(file);
        if (aside.empty())
            return base::Error{
                base::ErrorCode::Io, "the file cannot be read, and not be put aside either", file.string()};
    }
    if (const base::Outcome written = base::writeFile(file, text); !written)
        return written.error();
    return aside;
}

base::Result<std::string> writeKeys(const std::filesystem::path& file, const KeysOfCommands& keys)
{
    const base::Result<std::string> text = textOf(file);
    return replaceFile(file, text && parseKeys(*text), keysText(keys));
}

constexpr const char* LayoutFile = "layouts.json";

// An object of base64 by name.
QByteArray layoutsText(const QMap<QString, QByteArray>& layouts)
{
    QJsonObject object;
    for (auto layout = layouts.begin(); layout != layouts.end(); ++layout)
        object.insert(layout.key(), QString::fromLatin1(layout->toBase64()));
    return QJsonDocument(object).toJson();
}

base::Result<QJsonObject> readLayouts(const std::filesystem::path& file)
{
    const base::Result<std::string> text = textOf(file);
    if (!text)
        return text.error();
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(*text));
    if (!text->empty() && !document.isObject())
        return base::Error{base::ErrorCode::InvalidInput, "holds no layouts", file.filename().string()};
    return document.object();
}

QMap<QString, QByteArray> layoutsOf(const QJsonObject& object)
{
    QMap<QString, QByteArray> layouts;
    for (auto layout = object.begin(); layout != object.end(); ++layout)
        layouts.insert(layout.key(), QByteArray::fromBase64(layout->toString().toLatin1()));
    return layouts;
}

QByteArray recentText(const QList<items::PaletteEntry>& recent)
{
    QJsonArray list;
    for (const items::PaletteEntry& entry : recent)
        list.append(QJsonObject{{QStringLiteral("kind"), static_cast<int>(entry.kind)},
            {QStringLiteral("text"), entry.text}, {QStringLiteral("target"), entry.target},
            {QStringLiteral("note"), entry.note}});
    return QJsonDocument(list).toJson();
}

QList<items::PaletteEntry> recentOf(const std::string& text)
{
    QList<items::PaletteEntry> recent;
    const QJsonArray list
        = QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size()))).array();
    for (const QJsonValue& value : list) {
        const int kind = value[QStringLiteral("kind")].toInt(-1);
        const QString target = value[QStringLiteral("target")].toString();
        if (kind >= 0 && kind <= LastKind && !target.isEmpty())
            recent << items::PaletteEntry{static_cast<items::PaletteEntry::Kind>(kind),
                value[QStringLiteral("text")].toString(), target, value[QStringLiteral("note")].toString()};
    }
    return recent;
}

} // namespace

ControlDesk::ControlDesk(std::filesystem::path folder, Settings settings, QObject* parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_settings(std::move(settings))
{
    m_pool.setMaxThreadCount(1); // in the order it was handed in
}

ControlDesk::~ControlDesk() { m_pool.waitForDone(); }

template <class Work, class Done> void ControlDesk::run(Work work, Done done)
{
    m_pool.start([this, work = std::move(work), done = std::move(done)]() mutable {
        auto result = work();
        QMetaObject::invokeMethod(
            this, [result = std::move(result), done = std::move(done)]() mutable { done(std::move(result)); },
            Qt::QueuedConnection);
    });
}

void ControlDesk::start()
{
    readSettings();
    run(
        [file = m_folder / "keys.toml"]() -> base::Result<KeysOfCommands> {
            const base::Result<std::string> text = textOf(file);
            return text ? parseKeys(*text) : base::Result<KeysOfCommands>(text.error());
        },
        [this](base::Result<KeysOfCommands> keys) {
            if (keys)
                return Q_EMIT keysRead(*keys, {});
            const QString fault = tr("keys.toml cannot be read (%1): all commands have their usual keys.")
                                      .arg(utf8(keys.error().message));
            Q_EMIT keysRead({}, fault);
            Q_EMIT said(fault);
        });
    run([file = m_folder / "recent.json"] { return textOf(file); },
        [this](base::Result<std::string> text) {
            if (text)
                Q_EMIT recentRead(recentOf(*text));
        });
    run([file = m_folder / LayoutFile] { return readLayouts(file); },
        [this](base::Result<QJsonObject> layouts) {
            if (layouts)
                Q_EMIT layoutsRead(layoutsOf(*layouts));
            else
                Q_EMIT said(utf8(layouts.error().text()));
        });
}

void ControlDesk::use(const Settings& settings)
{
    QStringList keys;
    for (const std::string_view key : desk::settingKeys()) {
        if (desk::settingOf(settings, key) != desk::settingOf(m_settings, key))
            keys << QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
    }
    m_settings = settings;
    if (!keys.isEmpty())
        Q_EMIT settingsChanged(m_settings, keys);
}

void ControlDesk::readSettings()
{
    run([file = m_folder / "settings.toml"] { return readFile(file); },
        [this, changes = m_changes](SettingsFile read) {
            QStringList faults;
            for (const std::string& warning : read.warnings)
                faults << utf8(warning);
            if (!read.fault.empty())
                faults << tr("settings.toml cannot be read (%1). What was in use stays so; once something is "
                             "changed here, "
                             "the file is kept under another name and a new one is written.")
                              .arg(utf8(read.fault));
            const QString fault = faults.join(QStringLiteral("\n"));
            if (read.fault.empty() && changes == m_changes)
                use(read.settings);
            Q_EMIT settingsRead(m_settings, fault);
            if (!fault.isEmpty())
                Q_EMIT said(faults.front());
        });
}

void ControlDesk::change(const QString& key, const desk::SettingValue& value)
{
    Settings settings = m_settings;
    if (const base::Outcome set = desk::setSetting(settings, key.toStdString(), value); !set)
        return Q_EMIT said(tr("%1 needs %2.").arg(key, utf8(set.error().message)));
    if (settings == m_settings)
        return;
    ++m_changes;
    use(settings);
    run([file = m_folder / "settings.toml", settings,
            key = key.toStdString()] { return writeSetting(file, settings, key); },
        [this](base::Result<std::string> aside) {
            if (!aside)
                Q_EMIT said(tr("Not saved: %1").arg(utf8(aside.error().message)));
            else if (!aside->empty())
                Q_EMIT said(
                    tr("The file of settings that could not be read is kept as %1.").arg(utf8(*aside)));
        });
}

void ControlDesk::keepKeys(const KeysOfCommands& keys)
{
    run([file = m_folder / "keys.toml", keys] { return writeKeys(file, keys); },
        [this](base::Result<std::string> aside) {
            if (!aside)
                Q_EMIT said(tr("Keys not saved: %1").arg(utf8(aside.error().message)));
            else if (!aside->empty())
                Q_EMIT said(tr("The file of keys that could not be read is kept as %1.").arg(utf8(*aside)));
        });
}

void ControlDesk::keepLayouts(const QMap<QString, QByteArray>& layouts)
{
    run(
        [file = m_folder / LayoutFile, text = layoutsText(layouts).toStdString()] {
            return replaceFile(file, bool(readLayouts(file)), text);
        },
        [this](base::Result<std::string> aside) {
            if (!aside)
                Q_EMIT said(tr("Not saved: %1").arg(utf8(aside.error().message)));
            else if (!aside->empty())
                Q_EMIT said(tr("The file of layouts that could not be read is kept as %1.").arg(utf8(*aside)));
        });
}

void ControlDesk::keepRecent(const QList<items::PaletteEntry>& recent)
{
    run(
        [file = m_folder / "recent.json", text = recentText(recent)] {
            return base::writeFile(file, {text.constData(), static_cast<std::size_t>(text.size())});
        },
        [this](base::Outcome written) {
            if (!written)
                Q_EMIT said(tr("Not saved: %1").arg(utf8(written.error().message)));
        });
}

} // namespace app
