// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "controlwindows.h"

#include <desk/query.h>
#include <desk/querytable.h>
#include <items/datawords.h>
#include <items/navigationmodel.h>
#include <ui/dialogs/exportbrief.h>
#include <ui/dialogs/keys.h>
#include <ui/dialogs/labelchooser.h>
#include <ui/dialogs/palette.h>
#include <ui/dialogs/revisions.h>
#include <ui/dialogs/settings.h>
#include <ui/dialogs/sources.h>
#include <ui/dialogs/viewchanges.h>
#include <ui/pages/alerts.h>
#include <ui/pages/decisions.h>
#include <ui/pages/marketmap.h>
#include <ui/pages/playbooks.h>
#include <ui/pages/stories.h>
#include <ui/viewwindows.h>
#include <ui/windowpages.h>

#include <QAction>
#include <QEvent>
#include <QGuiApplication>
#include <QPalette>

namespace ui {

namespace {

constexpr qsizetype MostRecent = 20;
constexpr int LeastTyped = 2; // letters, before the store is asked
constexpr int HalfLight = 128;

QString utf8(const std::string& text) { return QString::fromStdString(text); }

bool systemIsDark() { return QGuiApplication::palette().color(QPalette::Window).lightness() < HalfLight; }

} // namespace

ControlWindows::ControlWindows(const Theme& theme, CommandTable& commands, WindowPages& pages,
    const items::NavigationModel& navigation, QWidget& window)
    : QObject(&window)
    , m_theme(theme)
    , m_commands(commands)
    , m_pages(pages)
    , m_navigation(navigation)
    , m_window(window)
{
    connect(&commands, &CommandTable::keysChosen, this, &ControlWindows::keysChosen);
    window.installEventFilter(this);
}

ControlWindows::~ControlWindows() = default;

void ControlWindows::refreshTheme()
{
    if (m_settingsDialog != nullptr)
        m_settingsDialog->refreshTheme();
}

QList<items::PaletteEntry> ControlWindows::known() const
{
    using items::PaletteEntry;
    QList<PaletteEntry> all;
    QStringList pages;
    for (int at = 0; at < m_pages.count(); ++at)
        pages << m_pages.name(at);
    QMap<QString, QString> pageKeys;
    for (const Command& command : m_commands.commands()) {
        const QString name = command.name();
        if (pages.contains(name))
            pageKeys.insert(name, command.keyText()); // the same thing by another way
        else if (command.action->isEnabled() && command.id != QLatin1String("window.palette"))
            all << PaletteEntry{PaletteEntry::Command, name, command.id, command.keyText()};
    }
    for (const QString& page : std::as_const(pages))
        all << PaletteEntry{PaletteEntry::Page, page, page, pageKeys.value(page)};
    for (int row = 0; row < m_navigation.rowCount(); ++row) {
        const QModelIndex index = m_navigation.index(row);
        const auto kind = [&] {
            switch (index.data(items::KindRole).toInt()) {
            case items::NavigationModel::Topic:
                return PaletteEntry::Topic;
            case items::NavigationModel::Source:
                return PaletteEntry::Source;
            case items::NavigationModel::Label:
                return PaletteEntry::Label;
            case items::NavigationModel::Saved:
                return PaletteEntry::Saved;
            default:
                return PaletteEntry::View;
            }
        };
        if (index.data(items::KindRole).toInt() != items::NavigationModel::Heading)
            all << PaletteEntry{kind(), index.data().toString(), index.data(items::QueryRole).toString(), {}};
    }
    return all;
}

void ControlWindows::openPalette()
{
    if (m_paletteDialog != nullptr)
        return;
    m_palette.setKnown(known());
    m_palette.setRecent(m_recent);
    m_paletteDialog = new PaletteDialog(m_theme, m_palette, m_window);
    m_paletteDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_paletteDialog, &PaletteDialog::typed, this, [this](const QString& typed) {
        ++m_generation;
        if (typed.size() >= LeastTyped)
            Q_EMIT findWanted(typed, m_generation);
    });
    connect(m_paletteDialog, &PaletteDialog::chosen, this, &ControlWindows::go);
    m_paletteDialog->open();
}

void ControlWindows::showFound(const desk::PaletteFinds& finds, int generation)
{
    using items::PaletteEntry;
    if (generation != m_generation || m_paletteDialog == nullptr)
        return;
    QList<PaletteEntry> entries;
    for (const std::string& name : finds.entities)
        entries << PaletteEntry{
            PaletteEntry::Entity, utf8(name), QStringLiteral("entity:") + utf8(desk::quoted(name)), {}};
    for (const std::string& name : finds.sources)
        entries << PaletteEntry{
            PaletteEntry::Source, utf8(name), QStringLiteral("source:") + utf8(desk::quoted(name)), {}};
    for (const desk::PaletteFinds::Article& article : finds.articles)
        entries << PaletteEntry{
            PaletteEntry::Article, utf8(article.title), QString::number(article.id), utf8(article.source)};
    m_paletteDialog->showFound(entries);
}

void ControlWindows::go(const items::PaletteEntry& entry)
{
    using items::PaletteEntry;
    if (entry.kind != PaletteEntry::Search) {
        m_recent.removeIf([&](const PaletteEntry& other) { return other.sameAs(entry); });
        m_recent.prepend(entry);
        if (m_recent.size() > MostRecent)
            m_recent.resize(MostRecent);
        Q_EMIT recentChanged(m_recent);
    }
    switch (entry.kind) {
    case PaletteEntry::Command:
        m_commands.run(entry.target);
        return;
    case PaletteEntry::Page:
        for (int at = 0; at < m_pages.count(); ++at) {
            if (m_pages.name(at) == entry.target)
                return m_pages.show(at);
        }
        return;
    case PaletteEntry::Article:
        return Q_EMIT articleWanted(entry.target.toLongLong());
    case PaletteEntry::Search:
        return Q_EMIT searchWanted(entry.target);
    default:
        if (m_navigation.indexOfQuery(entry.target) >= 0)
            return Q_EMIT viewWanted(entry.target);
        return Q_EMIT searchWanted(entry.target);
    }
}

void ControlWindows::setRecent(const QList<items::PaletteEntry>& recent) { m_recent = recent; }

void ControlWindows::openSettings()
{
    if (m_settingsDialog == nullptr) {
        m_settingsDialog = new SettingsDialog(m_theme, m_commands, &m_window);
        m_settingsDialog->setAttribute(Qt::WA_DeleteOnClose);
        m_settingsDialog->setValues(m_settings);
        m_settingsDialog->setFaults(m_settingsFault, m_keysFault);
        connect(m_settingsDialog, &SettingsDialog::changed, this, &ControlWindows::settingChanged);
        connect(m_settingsDialog, &SettingsDialog::retentionWanted, this, &ControlWindows::retentionWanted);
        connect(m_settingsDialog, &SettingsDialog::recentCleared, this, [this] {
            m_recent.clear();
            Q_EMIT recentChanged(m_recent);
            Q_EMIT said(tr("The palette begins anew."));
        });
    }
    m_settingsDialog->show();
    m_settingsDialog->raise();
    m_settingsDialog->activateWindow();
    Q_EMIT settingsWanted();
}

void ControlWindows::showSettings(const desk::Settings& settings, const QString& fault)
{
    m_settings = settings;
    m_settingsFault = fault;
    if (m_settingsDialog == nullptr)
        return;
    m_settingsDialog->setValues(settings);
    m_settingsDialog->setFaults(m_settingsFault, m_keysFault);
}

void ControlWindows::choose(const QString& key, const desk::SettingValue& value)
{
    Q_EMIT settingChanged(key, value);
}

void ControlWindows::useAppearance(const desk::Settings& settings)
{
    m_settings = settings;
    m_window.setProperty("reducedMotion", settings.reducedMotion);
    if (settings.theme == "system")
        Q_EMIT themeWanted(systemIsDark());
    else if (settings.theme != "as left")
        Q_EMIT themeWanted(settings.theme == "dark");
    if (settings.textSize > 0)
        Q_EMIT scaleWanted(settings.textSize / 100.0);
    if (m_settingsDialog != nullptr)
        m_settingsDialog->setValues(settings);
}

bool ControlWindows::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ApplicationPaletteChange && m_settings.theme == "system")
        Q_EMIT themeWanted(systemIsDark());
    return QObject::eventFilter(watched, event);
}

void ControlWindows::useKeys(const CommandTable::OwnKeys& own, const QString& fault)
{
    const QStringList faults = m_commands.setOwnKeys(own);
    m_keysFault = fault;
    if (!faults.isEmpty()) {
        m_keysFault = tr("Not all of keys.toml can be used: %1.").arg(faults.join(QStringLiteral("; ")));
        Q_EMIT said(m_keysFault);
    }
    if (m_settingsDialog != nullptr)
        m_settingsDialog->setFaults(m_settingsFault, m_keysFault);
}

void ControlWindows::openKeys()
{
    KeysDialog::Rows keys;
    for (const Command& command : m_commands.commands()) {
        const QString shown = command.keyText();
        keys.append({shown.isEmpty() ? QStringLiteral("\u2014") : shown, command.text});
    }
    const auto section = [&](const QString& heading, const KeysDialog::Rows& rows) {
        keys.append({{}, heading});
        keys.append(rows);
    };
    section(tr("In the palette"), PaletteDialog::keys());
    section(tr("On the Stories page"), StoriesPage::keys());
    section(tr("On the Decisions page"), DecisionsPage::keys());
    section(tr("On the Alerts page"), AlertsPage::keys());
    section(tr("In the market map"), MarketMapPage::keys());
    section(tr("In Sources"), SourcesDialog::keys());
    section(tr("In Revisions"), RevisionsDialog::keys());
    section(tr("In Changed since"), ViewChangesDialog::keys());
    section(tr("In Export brief"), ExportBriefDialog::keys());
    section(tr("In Playbooks"), PlaybooksPage::keys());
    section(tr("On a saved search in the navigation"), ViewWindows::navigationKeys());
    section(tr("In Labels"), LabelChooser::keys());
    section(tr("In lists to choose from"), {{QStringLiteral("Ctrl+Return"), tr("take what was chosen")}});
    KeysDialog::Rows operators;
    for (const desk::OperatorHelp& help : desk::operators())
        operators.append({utf8(help.form), items::dataWord(help.text)});
    auto* dialog = new KeysDialog(m_theme, keys, operators, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace ui
