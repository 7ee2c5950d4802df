// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "ruleeditor.h"

#include <items/rulelistmodel.h>
#include <ui/widgets/rulehighlighter.h>

#include <QDateTime>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int PauseMs = 150; // in typing, before it is read
constexpr int Morning = 8; // o'clock

QString utf8(const std::string& text) { return QString::fromStdString(text); }

// Eight o'clock of the day that is so many days on, by this machine's clock.
base::Instant morning(base::Instant now, int days)
{
    const QDate day = QDateTime::fromSecsSinceEpoch(base::toUnix(now)).date().addDays(days);
    return base::fromUnix(QDateTime(day, QTime(Morning, 0)).toSecsSinceEpoch());
}

} // namespace

RuleEditor::RuleEditor(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    build();
    m_typed.setSingleShot(true);
    m_typed.setInterval(PauseMs);
    connect(&m_typed, &QTimer::timeout, this, &RuleEditor::check);
    connect(m_form, &RuleForm::edited, this, &RuleEditor::edited);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_filling)
            edited();
    });
    refreshTheme();
    showState();
}

RuleEditor::~RuleEditor() = default;

void RuleEditor::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_title = new QLabel(this);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    auto* head = new QHBoxLayout;
    head->setSpacing(16);
    const auto tab = [&](const QString& name, bool asText) {
        auto* button = new QToolButton(this);
        button->setObjectName(QStringLiteral("tab"));
        button->setText(name);
        button->setCheckable(true);
        connect(button, &QToolButton::clicked, this, [this, asText] { showAsText(asText); });
        head->addWidget(button);
        return button;
    };
    m_formTab = tab(tr("Form"), false);
    m_textTab = tab(tr("Text"), true);
    m_textTab->setToolTip(tr("The form and its text are one rule (Ctrl+T)"));
    m_state = new QLabel(this);
    m_state->setWordWrap(true);
    head->addWidget(m_state, 1);
    m_snooze = new QToolButton(this);
    m_snooze->setObjectName(QStringLiteral("chip"));
    m_snooze->setText(tr("Snooze \u25BE"));
    m_snooze->setAccessibleName(tr("Snooze the rule"));
    m_snooze->setPopupMode(QToolButton::InstantPopup);
    m_snooze->setMenu(new QMenu(m_snooze));
    connect(m_snooze->menu(), &QMenu::aboutToShow, this, &RuleEditor::fillSnoozeMenu);
    fillSnoozeMenu();
    m_remove = new QPushButton(tr("Remove"), this);
    m_remove->setToolTip(tr("Its firings stay; Ctrl+Z brings it back"));
    m_save = new QPushButton(tr("Save"), this);
    m_save->setObjectName(QStringLiteral("primary"));
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeWanted(m_id); });
    connect(m_save, &QPushButton::clicked, this, &RuleEditor::save);
    auto* does = new QHBoxLayout;
    does->setSpacing(8);
    for (QWidget* button : {static_cast<QWidget*>(m_snooze), static_cast<QWidget*>(m_remove),
             static_cast<QWidget*>(m_save)})
        does->addWidget(button);
    head->addLayout(does);
    column->addLayout(head);
    m_form = new RuleForm(m_theme, this);
    column->addWidget(m_form);
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("note"));
    m_text->setAccessibleName(tr("Text of the rule"));
    m_text->setTabChangesFocus(true);
    m_text->hide();
    m_highlighter = new RuleHighlighter(m_theme, m_text->document());
    column->addWidget(m_text);
    m_problem = new QLabel(this);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    column->addWidget(m_problem);
}

void RuleEditor::fillSnoozeMenu()
{
    QMenu* menu = m_snooze->menu();
    menu->clear();
    const auto entry = [&](const QString& name, const std::function<base::Instant()>& until) {
        menu->addAction(name, this, [this, until] { Q_EMIT snoozeWanted(m_id, until()); });
    };
    entry(tr("For an hour"), [this] { return m_now + std::chrono::hours(1); });
    entry(tr("Until tomorrow 08:00"), [this] { return morning(m_now, 1); });
    entry(tr("Until Monday 08:00"), [this] {
        const int today = QDateTime::fromSecsSinceEpoch(base::toUnix(m_now)).date().dayOfWeek();
        return morning(m_now, 8 - today);
    });
    entry(tr("For a week"), [this] { return m_now + std::chrono::hours(7 * 24); });
    if (m_stored.snoozedUntil && *m_stored.snoozedUntil > m_now)
        menu->addAction(tr("Wake up now"), this, [this] { Q_EMIT snoozeWanted(m_id, std::nullopt); });
}

void RuleEditor::refreshTheme()
{
    m_title->setFont(m_theme.font(18, QFont::DemiBold));
    m_state->setFont(m_theme.font(11.5));
    m_state->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Muted)));
    m_problem->setFont(m_theme.font(12));
    m_problem->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Negative)));
    for (QToolButton* tab : {m_formTab, m_textTab})
        tab->setFont(m_theme.font(13));
    m_snooze->setFont(m_theme.font(11.5));
    m_snooze->menu()->setFont(m_theme.font(12.5));
    for (QPushButton* button : {m_remove, m_save})
        button->setFont(m_theme.font(12));
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(m_theme.px(12.5));
    m_text->setFont(fixed);
    m_text->setFixedHeight(RuleForm::heightOfLines(m_theme, 10));
    m_highlighter->rehighlight();
    m_form->refreshTheme();
}

QString RuleEditor::text() const { return m_asText ? m_text->toPlainText() : m_form->text(); }

void RuleEditor::keepDraft()
{
    if (m_id < 0)
        return;
    if (m_changed)
        m_drafts[m_id] = {m_asText, m_text->toPlainText(), m_form->values()};
    else
        m_drafts.remove(m_id);
}

void RuleEditor::forget(qint64 rule)
{
    m_drafts.remove(rule);
    if (m_id == rule)
        m_changed = false;
}

void RuleEditor::dropNew()
{
    m_drafts.remove(0);
    if (m_id == 0) {
        m_id = -1;
        m_changed = false;
    }
}

void RuleEditor::load(const desk::AlertRule& rule)
{
    const QScopedValueRollback<bool> filling(m_filling, true);
    m_form->showRule(rule);
    m_text->setPlainText(utf8(desk::ruleText(rule)));
    m_highlighter->markFrom(-1);
    m_problem->clear();
    m_changed = false;
}

void RuleEditor::showRule(const desk::RuleRow& row)
{
    const bool same = row.rule.id == m_id;
    if (same && row.rule == m_stored)
        return showState();
    if (same && m_changed) { // it was put to sleep or woken beside what was typed
        m_stored = row.rule;
        m_form->showSnooze(row.rule);
        return check();
    }
    keepDraft();
    m_id = row.rule.id;
    m_stored = row.rule;
    load(row.rule);
    if (const auto draft = m_drafts.constFind(m_id); draft != m_drafts.constEnd()) {
        const QScopedValueRollback<bool> filling(m_filling, true);
        m_form->setValues(draft->values);
        m_text->setPlainText(draft->text);
        m_asText = draft->asText;
        m_changed = true;
    }
    m_rule = row.rule;
    showState();
    check();
}

void RuleEditor::startNew(const QString& query)
{
    keepDraft();
    m_id = 0;
    m_stored = {};
    m_stored.query = query.toStdString();
    load(m_stored);
    m_asText = false;
    m_changed = !query.isEmpty();
    if (const auto draft = m_drafts.constFind(0); draft != m_drafts.constEnd() && query.isEmpty()) {
        const QScopedValueRollback<bool> filling(m_filling, true);
        m_form->setValues(draft->values);
        m_text->setPlainText(draft->text);
        m_asText = draft->asText;
        m_changed = true;
    }
    m_rule.reset();
    showState();
    check();
}

void RuleEditor::focusFirst()
{
    if (m_asText)
        m_text->setFocus();
    else
        m_form->focusFirst();
}

void RuleEditor::edited()
{
    m_changed = true;
    m_typed.start();
    m_rule.reset(); // of what stood there before
    showState();
}

void RuleEditor::check()
{
    m_typed.stop();
    Q_EMIT checkWanted(text(), ++m_generation);
}

void RuleEditor::showCheck(
    const std::optional<desk::AlertRule>& rule, const QString& problem, int column, int generation)
{
    if (generation != m_generation)
        return; // of what is no longer typed
    m_rule = rule;
    m_form->clearProblem();
    m_highlighter->markFrom(-1);
    m_problem->clear();
    if (rule) {
        m_rule->id = std::max<qint64>(0, m_id);
        desk::AlertRule stored = m_stored;
        m_changed = m_id == 0 ? m_changed : desk::ruleText(*m_rule) != desk::ruleText(stored);
    } else if (m_changed || m_id > 0) { // nothing is wrong with a new one that nobody began
        const QString what = column > 0 ? problem.mid(problem.indexOf(QStringLiteral(": ")) + 2) : problem;
        if (m_asText || column <= 0) {
            m_highlighter->markFrom(column > 0 ? column - 1 : -1);
            m_problem->setText(column > 0 ? tr("Column %1: %2").arg(column).arg(what) : what);
        } else {
            int within = column;
            const QString field = m_form->markProblem(column, within);
            m_problem->setText(field.isEmpty() ? tr("Column %1: %2").arg(within).arg(what)
                                               : tr("%1, column %2: %3").arg(field).arg(within).arg(what));
        }
    }
    showState();
    Q_EMIT ruleRead();
}

void RuleEditor::showAsText(bool asText)
{
    if (asText != m_asText && m_id >= 0) {
        const QScopedValueRollback<bool> filling(m_filling, true);
        if (asText) {
            m_text->setPlainText(m_rule ? utf8(desk::ruleText(*m_rule)) : m_form->text());
            m_asText = true;
        } else if (m_rule) { // a text that cannot be read fills no form
            m_form->showRule(*m_rule);
            m_asText = false;
        }
        check();
    }
    showState();
    focusFirst();
}

void RuleEditor::save()
{
    if (m_save->isEnabled())
        Q_EMIT saveWanted(m_id, text());
}

void RuleEditor::showState()
{
    m_formTab->setChecked(!m_asText);
    m_textTab->setChecked(m_asText);
    m_formTab->setEnabled(!m_asText || m_rule.has_value());
    m_form->setVisible(!m_asText);
    m_text->setVisible(m_asText);
    m_problem->setVisible(!m_problem->text().isEmpty());
    const QString name = m_rule ? utf8(m_rule->name) : utf8(m_stored.name);
    m_title->setText(m_id > 0 ? name : tr("New rule"));
    QString state;
    if (m_changed)
        state = tr("not saved");
    else if (m_id > 0)
        state = items::sleepText(m_stored, m_now);
    m_state->setText(state);
    m_snooze->setVisible(m_id > 0);
    m_remove->setVisible(m_id > 0);
    const bool wrong = !m_problem->text().isEmpty();
    m_save->setEnabled(m_changed && !wrong && (m_rule || m_typed.isActive()));
    m_save->setToolTip(wrong ? tr("What cannot be read is not saved") : tr("Ctrl+S"));
}

} // namespace ui
