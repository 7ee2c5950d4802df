// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "briefschedules.h"

#include <ui/widgets/chooser.h>

#include <QAction>
#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr desk::ScheduledKind Kinds[]
    = {desk::ScheduledKind::Desk, desk::ScheduledKind::Changes, desk::ScheduledKind::Decisions};

QString utf8(const std::string& text) { return QString::fromStdString(text); }

QString dayName(int day, QLocale::FormatType format) { return QLocale().standaloneDayName(day + 1, format); }

QString timeText(int minute)
{
    return QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QString kindText(desk::ScheduledKind kind)
{
    switch (kind) {
    case desk::ScheduledKind::Desk:
        return BriefSchedules::tr("Desk brief of a query");
    case desk::ScheduledKind::Changes:
        return BriefSchedules::tr("What changed since the last one");
    case desk::ScheduledKind::Decisions:
        return BriefSchedules::tr("Open decisions");
    }
    return {};
}

QString sentence(const desk::BriefSchedule& schedule)
{
    QStringList days;
    for (int day = 0; day < 7; ++day) {
        if (schedule.days[static_cast<std::size_t>(day)])
            days << dayName(day, QLocale::ShortFormat);
    }
    QString what = kindText(schedule.kind);
    if (schedule.kind != desk::ScheduledKind::Decisions && !schedule.query.empty())
        what += QStringLiteral(" (") + utf8(schedule.query) + QLatin1Char(')');
    return BriefSchedules::tr("%1 %2: %3, into %4/%5")
        .arg(days.size() == 7 ? BriefSchedules::tr("Daily") : days.join(QStringLiteral(", ")), timeText(schedule.minute),
            what, utf8(schedule.folder), utf8(schedule.name));
}

} // namespace

// ---- One of them

BriefScheduleDialog::BriefScheduleDialog(const Theme& theme, const desk::BriefSchedule& schedule, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_schedule(schedule)
{
    setWindowTitle(tr("Scheduled brief"));
    setPalette(theme.palette()); // a window does not take that of its parent
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 14);
    column->setSpacing(8);
    buildWhen(*column);
    buildWhere(*column);
    m_fault = new QLabel(this);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    m_fault->setFont(theme.font(11.5));
    m_fault->setStyleSheet(QStringLiteral("color: %1").arg(theme.css(Role::Negative)));
    column->addWidget(m_fault);
    column->addStretch();
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addStretch();
    m_save = new QPushButton(tr("Save"), this);
    m_save->setObjectName(QStringLiteral("primary"));
    m_save->setDefault(true);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    for (QPushButton* button : {m_save, cancel}) {
        button->setFont(theme.font(12.5));
        foot->addWidget(button);
    }
    column->addLayout(foot);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        const auto read = desk::parseSchedules(text());
        if (!read || read->size() != 1)
            return;
        Q_EMIT saved(read->front());
        accept();
    });
    setMinimumWidth(theme.px(520));
    showState();
}

BriefScheduleDialog::~BriefScheduleDialog() = default;

void BriefScheduleDialog::buildWhen(QVBoxLayout& column)
{
    auto* days = new QHBoxLayout;
    days->setSpacing(6);
    for (int day = 0; day < 7; ++day) {
        auto* button = new QToolButton(this);
        button->setObjectName(QStringLiteral("chip"));
        button->setFont(m_theme.font(12));
        button->setText(dayName(day, QLocale::ShortFormat));
        button->setAccessibleName(dayName(day, QLocale::LongFormat));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setChecked(m_schedule.days[static_cast<std::size_t>(day)]);
        connect(button, &QToolButton::toggled, this, &BriefScheduleDialog::showState);
        days->addWidget(button);
        m_days << button;
    }
    days->addSpacing(8);
    m_time = new QLineEdit(timeText(m_schedule.minute), this);
    m_time->setAccessibleName(tr("Time of day"));
    m_time->setToolTip(tr("By the clock of this machine, 00:00 to 23:59"));
    m_time->setFont(m_theme.font(13));
    m_time->setFixedWidth(m_theme.px(80));
    connect(m_time, &QLineEdit::textChanged, this, &BriefScheduleDialog::showState);
    days->addWidget(m_time);
    days->addStretch();
    column.addLayout(days);
    m_kind = new Chooser(m_theme, this);
    m_kind->setAccessibleName(tr("What it is of"));
    m_kind->setFont(m_theme.font(13));
    for (const desk::ScheduledKind kind : Kinds)
        m_kind->addItem(kindText(kind));
    m_kind->setCurrentIndex(static_cast<int>(
        std::find(std::begin(Kinds), std::end(Kinds), m_schedule.kind) - std::begin(Kinds)));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &BriefScheduleDialog::showState);
    column.addWidget(m_kind);
    m_query = new QLineEdit(utf8(m_schedule.query), this);
    m_query->setAccessibleName(tr("Query"));
    m_query->setPlaceholderText(tr("A query like received:24h impact>=0.3; empty: all articles"));
    m_query->setFont(m_theme.font(13));
    connect(m_query, &QLineEdit::textChanged, this, &BriefScheduleDialog::showState);
    column.addWidget(m_query);
}

void BriefScheduleDialog::buildWhere(QVBoxLayout& column)
{
    const auto label = [&](const QString& text, QWidget* of) {
        auto* made = new QLabel(text, this);
        made->setFont(m_theme.font(12));
        made->setBuddy(of);
        return made;
    };
    m_folder = new QLineEdit(utf8(m_schedule.folder), this);
    m_folder->setAccessibleName(tr("Folder"));
    m_folder->setPlaceholderText(QStringLiteral("~/briefs"));
    auto* choose = new QPushButton(tr("Choose\u2026"), this);
    choose->setAutoDefault(false);
    choose->setFont(m_theme.font(12));
    connect(choose, &QPushButton::clicked, this, [this] {
        auto* dialog = new QFileDialog(this, tr("Folder of the briefs"), m_folder->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
        dialog->open();
    });
    column.addWidget(label(tr("Folder"), m_folder));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_folder, 1);
    row->addWidget(choose);
    column.addLayout(row);
    m_name = new QLineEdit(utf8(m_schedule.name), this);
    m_name->setAccessibleName(tr("Name of the file"));
    column.addWidget(label(tr("Name of the file"), m_name));
    column.addWidget(m_name);
    auto* hint = label(tr("{date}, {time}, {kind} and {title} are filled in. The ending is the format: .pdf, .html, .md, "
                          ".txt or .json. Nothing in the folder is replaced."),
        m_name);
    hint->setWordWrap(true);
    hint->setFont(m_theme.font(11.5));
    hint->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Muted)));
    column.addWidget(hint);
    m_late = new QCheckBox(tr("Missed while Leadline was closed: make it at the next start, the same day"), this);
    m_late->setFont(m_theme.font(12.5));
    m_late->setChecked(m_schedule.late);
    column.addWidget(m_late);
    for (QLineEdit* line : {m_folder, m_name}) {
        line->setFont(m_theme.font(13));
        connect(line, &QLineEdit::textChanged, this, &BriefScheduleDialog::showState);
    }
}

std::string BriefScheduleDialog::text() const
{
    // The time as it was typed: whoever reads the line says what is wrong with it.
    desk::BriefSchedule one = m_schedule;
    for (int day = 0; day < 7; ++day)
        one.days[static_cast<std::size_t>(day)] = m_days[day]->isChecked();
    one.kind = Kinds[std::max(0, m_kind->currentIndex())];
    one.query = m_query->text().simplified().toStdString();
    one.folder = m_folder->text().simplified().toStdString();
    one.name = m_name->text().simplified().toStdString();
    one.late = m_late->isChecked();
    std::string line = desk::scheduleText(one);
    const std::size_t end = line.find(';');
    const std::size_t begin = line.rfind(' ', end - 1) + 1;
    return line.replace(begin, end - begin, m_time->text().simplified().toStdString());
}

void BriefScheduleDialog::showState()
{
    m_query->setVisible(Kinds[std::max(0, m_kind->currentIndex())] != desk::ScheduledKind::Decisions);
    if (m_save == nullptr)
        return;
    const bool any = std::any_of(m_days.begin(), m_days.end(), [](QToolButton* day) { return day->isChecked(); });
    const auto read = desk::parseSchedules(text());
    const bool right = any && read && read->size() == 1;
    m_save->setEnabled(right);
    QString fault;
    if (!any)
        fault = tr("Choose a day.");
    else if (m_folder->text().trimmed().isEmpty())
        fault = tr("Name a folder.");
    else if (!read)
        fault = utf8(read.error().message.substr(read.error().message.find(": ") + 2));
    else if (!right)
        fault = tr("A name or query holds a semicolon.");
    m_fault->setText(fault);
}

// ---- All of them

BriefSchedules::BriefSchedules(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_list = new QListWidget(this);
    m_list->setFont(theme.font(12.5));
    m_list->setWordWrap(true);
    m_list->setAccessibleName(tr("Scheduled briefs"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(theme.px(84));
    m_list->setStyleSheet(QStringLiteral("QListWidget { border: 1px solid %1; border-radius: 6px; } "
                                         "QListWidget::item { padding: 4px 6px; } QListWidget::item:selected { background: %2; color: %3; }")
                              .arg(theme.css(Role::Line), theme.css(Role::Selected), theme.css(Role::Text)));
    column->addWidget(m_list);
    setFocusProxy(m_list);
    auto* ways = new QHBoxLayout;
    ways->setSpacing(8);
    const auto button = [&](const QString& text) {
        auto* made = new QPushButton(text, this);
        made->setFont(theme.font(12.5));
        made->setAutoDefault(false);
        ways->addWidget(made);
        return made;
    };
    m_add = button(tr("Add\u2026"));
    m_change = button(tr("Change\u2026"));
    m_remove = button(tr("Remove"));
    ways->addStretch();
    column->addLayout(ways);
    connect(m_add, &QPushButton::clicked, this, [this] { edit(static_cast<int>(m_schedules.size())); });
    connect(m_change, &QPushButton::clicked, this, [this] { edit(m_list->currentRow()); });
    connect(m_list, &QListWidget::itemActivated, this, [this] { edit(m_list->currentRow()); });
    connect(m_remove, &QPushButton::clicked, this, &BriefSchedules::remove);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_change->setEnabled(row >= 0);
        m_remove->setEnabled(row >= 0);
    });
    auto* key = new QAction(m_list);
    key->setShortcut(QKeySequence(Qt::Key_Delete));
    key->setShortcutContext(Qt::WidgetShortcut);
    connect(key, &QAction::triggered, this, &BriefSchedules::remove);
    m_list->addAction(key);
    fill();
}

BriefSchedules::~BriefSchedules() = default;

void BriefSchedules::setText(const QString& text)
{
    auto read = desk::parseSchedules(text.toStdString());
    if (!read || *read == m_schedules)
        return;
    m_schedules = std::move(read).value();
    fill();
}

void BriefSchedules::fill()
{
    const int row = m_list->currentRow();
    m_list->clear();
    for (const desk::BriefSchedule& schedule : m_schedules)
        m_list->addItem(sentence(schedule));
    m_list->setCurrentRow(std::min(std::max(row, 0), m_list->count() - 1));
    m_change->setEnabled(m_list->currentRow() >= 0);
    m_remove->setEnabled(m_list->currentRow() >= 0);
}

void BriefSchedules::edit(int row)
{
    const auto at = static_cast<std::size_t>(row);
    if (row < 0 || at > m_schedules.size())
        return;
    desk::BriefSchedule start;
    start.query = "received:24h";
    start.folder = "~/briefs";
    auto* dialog = new BriefScheduleDialog(m_theme, at < m_schedules.size() ? m_schedules[at] : start, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BriefScheduleDialog::saved, this, [this, at](const desk::BriefSchedule& schedule) {
        if (at < m_schedules.size())
            m_schedules[at] = schedule;
        else
            m_schedules.push_back(schedule);
        fill();
        m_list->setCurrentRow(static_cast<int>(std::min(at, m_schedules.size() - 1)));
        Q_EMIT changed(utf8(desk::schedulesText(m_schedules)));
    });
    dialog->open();
}

void BriefSchedules::remove()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_schedules.erase(m_schedules.begin() + row);
    fill();
    Q_EMIT changed(utf8(desk::schedulesText(m_schedules)));
}

} // namespace ui
