// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "settingsform.h"

#include "briefschedules.h"

#include <ui/widgets/chooser.h>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int SoonMs = 500;

QString textOf(const desk::Settings& values, const QString& key)
{
    const desk::SettingValue value = desk::settingOf(values, key.toStdString());
    if (const auto* number = std::get_if<int>(&value))
        return *number == 0 ? QString() : QString::number(*number);
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr ? QString() : QString::fromStdString(*text);
}

} // namespace

SettingsForm::SettingsForm(const Theme& theme, desk::Settings values, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_values(std::move(values))
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(theme.px(22), theme.px(18), theme.px(22), theme.px(18));
    m_column->setSpacing(theme.px(6));
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMs);
    connect(&m_soon, &QTimer::timeout, this, &SettingsForm::flush);
}

SettingsForm::~SettingsForm() { flush(); }

QLabel* SettingsForm::label(const QString& text, double pixels, Role role)
{
    auto* made = new QLabel(text, this);
    made->setTextFormat(Qt::PlainText);
    made->setFont(m_theme.font(pixels));
    made->setWordWrap(true);
    made->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(role)));
    return made;
}

void SettingsForm::addTitle(const QString& text)
{
    QLabel* title = label(text, 16, Role::Text);
    title->setFont(m_theme.font(16, QFont::DemiBold));
    m_column->addWidget(title);
    m_column->addSpacing(m_theme.px(6));
}

void SettingsForm::addNote(const QString& text) { m_column->addWidget(label(text, 12.5, Role::Body)); }

void SettingsForm::addRow(
    const QString& key, const QString& text, QWidget* control, const QString& unit, const QString& hint)
{
    control->setObjectName(key);
    if (!text.isEmpty()) {
        QLabel* name = label(text, 12.5, Role::Text);
        name->setBuddy(control);
        m_column->addWidget(name);
        control->setAccessibleName(text);
    }
    if (unit.isEmpty()) {
        m_column->addWidget(control);
    } else {
        auto* row = new QHBoxLayout;
        row->setSpacing(m_theme.px(8));
        row->addWidget(control);
        QLabel* word = label(unit, 12.5, Role::Muted);
        word->setWordWrap(false);
        row->addWidget(word);
        row->addStretch();
        m_column->addLayout(row);
    }
    if (!hint.isEmpty()) {
        m_column->addWidget(label(hint, 11.5, Role::Muted));
        control->setAccessibleDescription(hint);
    }
    QLabel* fault = label({}, 11.5, Role::Negative);
    fault->setObjectName(key + QStringLiteral(".fault"));
    fault->hide();
    m_column->addWidget(fault);
    m_faults.insert(key, fault);
    m_column->addSpacing(m_theme.px(10));
}

void SettingsForm::given(const QString& key, const desk::SettingValue& value, bool typed)
{
    const base::Outcome set = desk::setSetting(m_values, key.toStdString(), value);
    QLabel* fault = m_faults.value(key);
    fault->setVisible(!set);
    if (!set) {
        fault->setText(tr("Expected %1. Not taken.").arg(QString::fromStdString(set.error().message)));
        m_waiting.remove(key);
        return;
    }
    if (!typed)
        return Q_EMIT changed(key, value);
    m_waiting.insert(key, value);
    m_soon.start();
}

void SettingsForm::flush()
{
    m_soon.stop();
    const QMap<QString, desk::SettingValue> waiting = std::exchange(m_waiting, {});
    for (auto it = waiting.begin(); it != waiting.end(); ++it)
        Q_EMIT changed(it.key(), it.value());
}

void SettingsForm::addFlag(const QString& key, const QString& text, const QString& hint)
{
    auto* box = new QCheckBox(text, this);
    box->setFont(m_theme.font(13));
    addRow(key, {}, box, {}, hint);
    m_fill << [this, box, key] {
        const QSignalBlocker quiet(box);
        box->setChecked(std::get<bool>(desk::settingOf(m_values, key.toStdString())));
    };
    m_fill.last()();
    connect(box, &QCheckBox::toggled, this, [this, key](bool on) { given(key, on, false); });
}

void SettingsForm::addChoice(
    const QString& key, const QString& text, const Choices& choices, const QString& hint)
{
    auto* box = new Chooser(m_theme, this);
    box->setFont(m_theme.font(13));
    for (const auto& [value, shown] : choices)
        box->addItem(shown, value);
    box->setMinimumWidth(m_theme.px(260));
    box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    addRow(key, text, box, {}, hint);
    m_fill << [this, box, key] {
        const QSignalBlocker quiet(box);
        box->setCurrentIndex(box->findData(textOf(m_values, key)));
    };
    m_fill.last()();
    connect(box, &QComboBox::currentIndexChanged, this,
        [this, box, key] { given(key, box->currentData().toString().toStdString(), false); });
}

void SettingsForm::addNumber(
    const QString& key, const QString& text, const QString& unit, const QString& hint)
{
    auto* line = new QLineEdit(this);
    line->setFont(m_theme.font(13));
    line->setFixedWidth(m_theme.px(90));
    line->setAlignment(Qt::AlignRight);
    addRow(key, text, line, unit, hint);
    m_fill << [this, line, key] { line->setText(textOf(m_values, key)); };
    m_fill.last()();
    connect(line, &QLineEdit::textEdited, this, [this, key](const QString& typed) {
        bool number = false;
        const int value = typed.trimmed().toInt(&number);
        given(key, number ? desk::SettingValue(value) : desk::SettingValue(typed.toStdString()), true);
    });
}

void SettingsForm::addLine(
    const QString& key, const QString& text, const QString& example, const QString& hint)
{
    auto* line = new QLineEdit(this);
    line->setFont(m_theme.font(13));
    line->setPlaceholderText(example);
    addRow(key, text, line, {}, hint);
    m_fill << [this, line, key] {
        if (!line->hasFocus())
            line->setText(textOf(m_values, key));
    };
    m_fill.last()();
    connect(line, &QLineEdit::textEdited, this,
        [this, key](const QString& typed) { given(key, typed.trimmed().toStdString(), true); });
}

void SettingsForm::addText(const QString& key, const QString& text, const QString& hint)
{
    auto* edit = new QPlainTextEdit(this);
    edit->setFont(m_theme.font(13));
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(m_theme.px(84));
    addRow(key, text, edit, {}, hint);
    edit->setStyleSheet(
        QStringLiteral("QPlainTextEdit { border: 1px solid %1; border-radius: 6px; padding: 4px 6px; } "
                       "QPlainTextEdit:focus { border-color: %2; }")
            .arg(m_theme.css(Role::Line), m_theme.css(Role::Accent)));
    m_fill << [this, edit, key] {
        const QSignalBlocker quiet(edit);
        if (!edit->hasFocus())
            edit->setPlainText(textOf(m_values, key));
    };
    m_fill.last()();
    connect(edit, &QPlainTextEdit::textChanged, this,
        [this, edit, key] { given(key, edit->toPlainText().toStdString(), true); });
}

void SettingsForm::addSchedules(const QString& key, const QString& text, const QString& hint)
{
    auto* schedules = new BriefSchedules(m_theme, this);
    addRow(key, text, schedules, {}, hint);
    m_fill << [this, schedules, key] { schedules->setText(textOf(m_values, key)); };
    m_fill.last()();
    connect(schedules, &BriefSchedules::changed, this,
        [this, key](const QString& lines) { given(key, lines.toStdString(), false); });
}

QPushButton* SettingsForm::addButton(const QString& text)
{
    auto* button = new QPushButton(text, this);
    button->setFont(m_theme.font(12.5));
    button->setAutoDefault(false);
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_column->addSpacing(m_theme.px(4));
    m_column->addWidget(button);
    return button;
}

void SettingsForm::addStretch() { m_column->addStretch(1); }

void SettingsForm::setValues(const desk::Settings& values)
{
    if (!m_waiting.isEmpty())
        return; // the answer to what is being typed comes later
    m_values = values;
    for (const std::function<void()>& fill : std::as_const(m_fill))
        fill();
}

} // namespace ui
