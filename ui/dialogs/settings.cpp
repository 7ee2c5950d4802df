// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "settings.h"

#include "keyspage.h"
#include "settingsform.h"

#include <ui/commandtable.h>
#include <ui/widgets/rowdelegate.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

SettingsDialog::SettingsDialog(const Theme& theme, CommandTable& commands, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_commands(commands)
{
    setWindowTitle(tr("Settings"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    resize(theme.px(800), theme.px(600));
    build();
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::build()
{
    setPalette(m_theme.palette()); // a window does not take that of its parent
    m_forms.clear();
    m_inside = new QWidget(this);
    auto* column = new QVBoxLayout(m_inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_fault = new QLabel(m_inside);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setFont(m_theme.font(12));
    m_fault->setWordWrap(true);
    m_fault->setContentsMargins(m_theme.px(22), m_theme.px(12), m_theme.px(22), 0);
    m_fault->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Negative)));
    column->addWidget(m_fault);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    m_names = new QListWidget(m_inside);
    m_names->setItemDelegate(new RowDelegate(m_theme, m_names));
    m_names->setAccessibleName(tr("Pages of the settings"));
    m_names->setFixedWidth(m_theme.px(150));
    m_names->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_names->setStyleSheet(
        QStringLiteral("QListWidget { background: %1; border-right: 1px solid %2; padding-top: 10px; }")
            .arg(m_theme.css(Role::Surface), m_theme.css(Role::Line)));
    m_pages = new QStackedWidget(m_inside);
    row->addWidget(m_names);
    row->addWidget(m_pages, 1);
    column->addLayout(row, 1);
    buildAppearance();
    buildRefresh();
    buildRetention();
    buildAnalysis();
    buildBriefs();
    m_pages->addWidget(new KeysPage(m_theme, m_commands, m_keysFault, m_pages));
    m_names->addItem(tr("Keys"));
    buildPrivacy();
    connect(m_names, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    m_names->setCurrentRow(0);
    layout()->addWidget(m_inside);
    setFaults(m_settingsFault, m_keysFault);
}

void SettingsDialog::refreshTheme()
{
    const int page = m_pages->currentIndex();
    const QWidget* focus = focusWidget();
    const QString name = focus == nullptr ? QString() : focus->objectName();
    QWidget* old = m_inside;
    old->hide();
    old->deleteLater(); // the control whose change brought the new theme is inside
    build();
    showPage(page);
    QWidget* next = name.isEmpty() ? nullptr : m_inside->findChild<QWidget*>(name);
    (next == nullptr ? m_names : next)->setFocus();
}

void SettingsDialog::showPage(int page) { m_names->setCurrentRow(page); }

void SettingsDialog::setValues(const desk::Settings& values)
{
    m_values = values;
    for (SettingsForm* form : std::as_const(m_forms))
        form->setValues(values);
}

void SettingsDialog::setFaults(const QString& settings, const QString& keys)
{
    m_settingsFault = settings;
    m_keysFault = keys;
    m_fault->setText(settings);
    m_fault->setVisible(!settings.isEmpty());
}

void SettingsDialog::hideEvent(QHideEvent* event)
{
    for (SettingsForm* form : std::as_const(m_forms))
        form->flush();
    QDialog::hideEvent(event);
}

SettingsForm* SettingsDialog::form(const QString& name)
{
    auto* made = new SettingsForm(m_theme, m_values);
    auto* area = new QScrollArea(m_pages);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(made);
    m_pages->addWidget(area);
    m_names->addItem(name);
    made->addTitle(name);
    connect(made, &SettingsForm::changed, this, [this](const QString& key, const desk::SettingValue& value) {
        if (desk::setSetting(m_values, key.toStdString(), value))
            Q_EMIT changed(key, value);
    });
    m_forms << made;
    return made;
}

void SettingsDialog::buildAppearance()
{
    SettingsForm* page = form(tr("Appearance"));
    page->addChoice(QStringLiteral("appearance.theme"), tr("Theme"),
        {{QStringLiteral("dark"), tr("Dark")}, {QStringLiteral("light"), tr("Light")},
            {QStringLiteral("system"), tr("As the system has it")},
            {QStringLiteral("as left"), tr("As the window was left")}});
    // Each language by its own name, to be found in any.
    page->addChoice(QStringLiteral("appearance.language"), tr("Language"),
        {{QStringLiteral("system"), tr("As the system has it")},
            {QStringLiteral("en"), QStringLiteral("English")},
            {QStringLiteral("de"), QStringLiteral("Deutsch")}},
        tr("Of the window, from the next start. Analyses stay in the language of their article."));
    page->addNumber(QStringLiteral("appearance.text_size"), tr("Text size"), tr("%"),
        tr("80 to 200. The commands Larger text and Smaller text change it too."));
    page->addFlag(QStringLiteral("appearance.reduced_motion"), tr("No animations"),
        tr("Where the system asks for that, there are none anyway."));
    page->addFlag(QStringLiteral("appearance.tray"), tr("Icon in the desktop's tray"),
        tr("It counts alerts, and says them where the desktop has no notification service."));
    page->addStretch();
}

void SettingsDialog::buildRefresh()
{
    SettingsForm* page = form(tr("Refresh"));
    page->addFlag(
        QStringLiteral("refresh.automatic"), tr("Fetch sources that are due while the window is open"));
    page->addFlag(
        QStringLiteral("network.offline"), tr("Work offline"), tr("Nothing is fetched; held over restarts."));
    page->addNumber(
        QStringLiteral("network.parallel"), tr("Requests at a time"), tr("in all"), tr("1 to 64."));
    page->addNumber(
        QStringLiteral("network.per_host"), tr("Of these to one host"), tr("at most"), tr("1 to 16."));
    page->addChoice(QStringLiteral("network.proxy"), tr("Proxy"),
        {{QStringLiteral("system"), tr("As the system has it")}, {QStringLiteral("none"), tr("None")}});
    page->addLine(QStringLiteral("network.contact"), tr("Contact address"), tr("desk@example.org"),
        tr("An e-mail or web address. It is sent with every request; some publishers ask for one."));
    page->addStretch();
}

void SettingsDialog::buildRetention()
{
    SettingsForm* page = form(tr("Retention"));
    page->addNote(
        tr("Everything is kept, unless rules say otherwise. They are set, and tried out before they "
           "hold, in a window of their own."));
    connect(page->addButton(tr("Keep and remove\u2026")), &QPushButton::clicked, this,
        &SettingsDialog::retentionWanted);
    page->addStretch();
}

void SettingsDialog::buildAnalysis()
{
    SettingsForm* page = form(tr("Analysis"));
    page->addNote(
        tr("Your view of the economy. The analysis takes it to hold where an article does not say. After a "
           "change all articles are analysed again in the background."));
    const SettingsForm::Choices height{{QStringLiteral("unknown"), tr("Not set")},
        {QStringLiteral("high"), tr("High")}, {QStringLiteral("low"), tr("Low")}};
    page->addChoice(QStringLiteral("analysis.growth"), tr("Growth"),
        {{QStringLiteral("unknown"), tr("Not set")}, {QStringLiteral("expanding"), tr("Expanding")},
            {QStringLiteral("slowing"), tr("Slowing")}});
    page->addChoice(QStringLiteral("analysis.inflation"), tr("Inflation"), height);
    page->addChoice(QStringLiteral("analysis.rates"), tr("Rates"), height);
    page->addStretch();
}

void SettingsDialog::buildBriefs()
{
    SettingsForm* page = form(tr("Briefs"));
    page->addNote(tr("What stands on every brief that is written from now on."));
    page->addLine(QStringLiteral("brief.title"), tr("Title"), {});
    page->addLine(QStringLiteral("brief.desk"), tr("Desk or author"), {});
    page->addLine(QStringLiteral("brief.logo"), tr("Logo"), tr("/path/of/a/picture.png"),
        tr("A picture on this machine, PNG or SVG."));
    page->addText(
        QStringLiteral("brief.notice"), tr("Disclaimer"), tr("Left empty, the usual one stands there."));
    page->addChoice(QStringLiteral("brief.paper"), tr("Paper"),
        {{QStringLiteral("a4"), tr("A4")}, {QStringLiteral("letter"), tr("US Letter")}});
    page->addSchedules(QStringLiteral("brief.schedule"), tr("Made by themselves"),
        tr("While Leadline runs, by the clock of this machine. Of one day each is made once."));
    page->addStretch();
}

void SettingsDialog::buildPrivacy()
{
    SettingsForm* page = form(tr("Privacy"));
    page->addNote(
        tr("What leaves this machine: requests for the feeds and pages you subscribed to or opened, to "
           "their publishers, with the program's name and version and the contact address, if you set one. "
           "Publishers see this machine's network address, as with any browser; no cookies are kept."));
    page->addNote(
        tr("What does not: articles, analyses, searches, notes, decisions and settings stay in the data "
           "folder. There is no account, no server, no telemetry, and analysis runs on this machine. "
           "\u201COriginal in the browser\u201D hands an address to your browser, which follows its own "
           "rules."));
    page->addNote(tr("Offline, nothing is fetched at all."));
    page->addNote(tr("The palette remembers what you chose last, by its name, in recent.json."));
    connect(page->addButton(tr("Forget what was chosen last")), &QPushButton::clicked, this,
        &SettingsDialog::recentCleared);
    page->addStretch();
}

} // namespace ui
