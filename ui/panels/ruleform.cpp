// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "ruleform.h"

#include <desk/query.h>
#include <items/rulelistmodel.h>
#include <ui/widgets/chooser.h>
#include <ui/widgets/rulehighlighter.h>

#include <QAction>
#include <QCheckBox>
#include <QCompleter>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QStyle>
#include <QTimeZone>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int MinutesOfDay = 24 * 60;
constexpr int ThreeColumns = 690; // room for as many cards beside each other
constexpr int TwoColumns = 440;

QString utf8(const std::string& text) { return QString::fromStdString(text); }

QString lengthText(int minutes)
{
    if (minutes == 0)
        return QStringLiteral("none");
    if (minutes % MinutesOfDay == 0)
        return QStringLiteral("%1d").arg(minutes / MinutesOfDay);
    return minutes % 60 == 0 ? QStringLiteral("%1h").arg(minutes / 60) : QStringLiteral("%1m").arg(minutes);
}

QString clockText(int minutes)
{
    return QStringLiteral("%1:%2")
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString momentText(const std::optional<base::Instant>& at)
{
    QString text = at ? utf8(base::toIso(*at)) : QString();
    text.replace(QStringLiteral(":00Z"), QString());
    return text;
}

// As it stands in the rule's text after this word.
QString clause(const QString& text, const QString& word)
{
    for (const QString& one : text.split(QLatin1Char('\n'))) {
        if (one.startsWith(word + QStringLiteral(": ")))
            return one.mid(word.size() + 2);
    }
    return {};
}

int characters(const QString& text) { return static_cast<int>(text.toUcs4().size()); }

void mark(QWidget* field, bool invalid)
{
    if (field->property("invalid").toBool() == invalid)
        return;
    field->setProperty("invalid", invalid);
    field->style()->unpolish(field); // lets the style sheet see the property
    field->style()->polish(field);
}

} // namespace

RuleForm::RuleForm(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_queryTitle = new QLabel(tr("Fires on"), this);
    column->addWidget(m_queryTitle);
    m_query = new QPlainTextEdit(this);
    m_query->setObjectName(QStringLiteral("note"));
    m_query->setAccessibleName(tr("Fires on, a query"));
    m_query->setPlaceholderText(QStringLiteral("topic:\"Sanctions & Export Controls\" impact>=0.3"));
    m_query->setTabChangesFocus(true);
    m_highlighter = new RuleHighlighter(m_theme, m_query->document());
    connect(m_query, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_filling)
            Q_EMIT edited();
    });
    column->addWidget(m_query);
    column->addSpacing(4);
    m_nameTitle = new QLabel(tr("Name"), this);
    column->addWidget(m_nameTitle);
    m_name = line(nullptr, tr("Name of the rule"), tr("the query, if it has no other"));
    column->addWidget(m_name);
    column->addSpacing(6);
    m_grid = new QGridLayout;
    m_grid->setSpacing(10);
    column->addLayout(m_grid);
    buildCards();
    refreshTheme();
}

RuleForm::~RuleForm() = default;

QFrame* RuleForm::card(const QString& title)
{
    auto* frame = new QFrame(this);
    frame->setObjectName(QStringLiteral("card"));
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(12, 9, 12, 10);
    column->setSpacing(6);
    auto* label = new QLabel(title, frame);
    column->addWidget(label);
    m_titles << label;
    m_cards << frame;
    return frame;
}

QLineEdit* RuleForm::line(QFrame* card, const QString& name, const QString& hint, const QString& tip)
{
    auto* edit = new QLineEdit(card != nullptr ? static_cast<QWidget*>(card) : this);
    edit->setAccessibleName(name);
    edit->setPlaceholderText(hint);
    edit->setToolTip(tip);
    edit->setMinimumWidth(1);
    if (card != nullptr) {
        auto* label = new QLabel(name, card);
        label->setWordWrap(true);
        label->setBuddy(edit);
        m_names << label;
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(label, 2);
        row->addWidget(edit, 5);
        static_cast<QVBoxLayout*>(card->layout())->addLayout(row);
    }
    connect(edit, &QLineEdit::textChanged, this, [this] {
        if (!m_filling)
            Q_EMIT edited();
    });
    m_lines << edit;
    return edit;
}

QCheckBox* RuleForm::check(QFrame* card, const QString& name)
{
    auto* box = new QCheckBox(name, card);
    card->layout()->addWidget(box);
    connect(box, &QCheckBox::toggled, this, [this] {
        if (!m_filling)
            Q_EMIT edited();
    });
    m_checks << box;
    return box;
}

void RuleForm::buildCards()
{
    QFrame* level = card(tr("Class"));
    m_level = new Chooser(m_theme, level);
    m_level->setAccessibleName(tr("Class"));
    for (const desk::AlertClass one :
        {desk::AlertClass::Info, desk::AlertClass::High, desk::AlertClass::Critical})
        m_level->addItem(items::levelText(one));
    level->layout()->addWidget(m_level);
    connect(m_level, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_filling)
            Q_EMIT edited();
    });
    m_high
        = line(level, tr("high if"), QStringLiteral("impact>=0.5"), tr("A query that makes it high instead"));
    m_critical
        = line(level, tr("critical if"), QStringLiteral("impact>=0.7"), tr("A query that makes it critical"));

    QFrame* crossing = card(tr("Only when it crosses"));
    m_crosses = line(crossing, tr("crosses"), tr("nothing"), tr("Several by commas"));
    auto* add = new QToolButton(crossing);
    add->setObjectName(QStringLiteral("chip"));
    add->setText(tr("Add \u25BE"));
    add->setAccessibleName(tr("Add what must cross"));
    add->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(add);
    for (const char* form : {"impact above 0.6", "sentiment falls 0.2 in 24h", "sentiment rises 0.2 in 24h",
             "volume above 3x in 24h", "first source", "novelty above 75"}) {
        const QString words = QString::fromLatin1(form);
        menu->addAction(words, this, [this, words] {
            const QString before = m_crosses->text().trimmed();
            m_crosses->setText(before.isEmpty() ? words : before + QStringLiteral(", ") + words);
            m_crosses->setFocus();
        });
    }
    add->setMenu(menu);
    add->setProperty("small", true);
    crossing->layout()->addWidget(add);
    crossing->layout()->setAlignment(add, Qt::AlignLeft);
    m_fresh = line(crossing, tr("told within"), QStringLiteral("7d"),
        tr("An article told longer before it was received is no news: 7d, or any"));

    QFrame* scope = card(tr("Scope"));
    m_sources = line(scope, tr("sources"), tr("all"), tr("Names by commas"));
    m_watchlists = line(scope, tr("watchlists"), tr("any"), tr("Names by commas"));
    m_opinions = check(scope, tr("opinion pieces too"));

    QFrame* quiet = card(tr("Quiet hours"));
    m_hours = line(quiet, tr("from, to"), tr("none"), QStringLiteral("22:00-07:00"));
    m_zone = line(quiet, tr("time zone"), QStringLiteral("UTC"));
    QStringList zones;
    for (const QByteArray& zone : QTimeZone::availableTimeZoneIds())
        zones << QString::fromLatin1(zone);
    auto* completer = new QCompleter(zones, m_zone);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_zone->setCompleter(completer);
    m_butCritical = check(quiet, tr("critical all the same"));

    QFrame* time = card(tr("Time"));
    m_cooldown = line(time, tr("cooldown"), QStringLiteral("6h"), tr("Of a story: 30m, 6h, 2d or none"));
    m_snooze = line(time, tr("snooze"), tr("awake"), QStringLiteral("2026-12-01T08:00 (UTC), 8h"));
    m_expires = line(time, tr("expires"), tr("never"), QStringLiteral("2027-01-01, 30d"));

    QFrame* delivery = card(tr("Delivery"));
    auto* ways = new QHBoxLayout;
    m_desktop = check(delivery, tr("desktop"));
    m_sound = check(delivery, tr("sound"));
    m_off = check(delivery, tr("off"));
    m_off->setToolTip(tr("Kept, but asleep"));
    for (QCheckBox* box : {m_desktop, m_sound, m_off}) {
        delivery->layout()->removeWidget(box);
        ways->addWidget(box);
    }
    ways->addStretch();
    static_cast<QVBoxLayout*>(delivery->layout())->addLayout(ways);
    m_run = line(delivery, tr("command"), tr("none"),
        tr("Program and arguments, without a shell; {title}, {url}, {source}, {class}, {rule} and {article} "
           "stand for what fired"));
    for (QFrame* one : std::as_const(m_cards))
        static_cast<QVBoxLayout*>(one->layout())->addStretch();
    arrange();
}

void RuleForm::setWatchlists(const QStringList& names)
{
    auto* completer = new QCompleter(names, m_watchlists);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_watchlists->setCompleter(completer);
}

void RuleForm::focusFirst() { m_query->setFocus(); }

int RuleForm::heightOfLines(const Theme& theme, int lines)
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(theme.px(12.5));
    return QFontMetrics(fixed).lineSpacing() * lines + theme.px(4) + 26; // the frame's padding does not grow
}

void RuleForm::refreshTheme()
{
    const QString muted = QStringLiteral("color: %1").arg(m_theme.css(Role::Muted));
    for (QLabel* label : m_titles + QList<QLabel*>{m_queryTitle, m_nameTitle}) {
        label->setFont(m_theme.font(11.5));
        label->setStyleSheet(muted);
    }
    for (QLabel* label : std::as_const(m_names)) {
        label->setFont(m_theme.font(11.5));
        label->setStyleSheet(muted);
    }
    for (QLineEdit* edit : std::as_const(m_lines))
        edit->setFont(m_theme.font(12));
    m_name->setFont(m_theme.font(13));
    for (QCheckBox* box : std::as_const(m_checks))
        box->setFont(m_theme.font(12));
    m_level->setFont(m_theme.font(12));
    for (QToolButton* button : findChildren<QToolButton*>())
        button->setFont(m_theme.font(11));
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(m_theme.px(12.5));
    m_query->setFont(fixed);
    m_query->setFixedHeight(heightOfLines(m_theme, 2));
    m_highlighter->rehighlight();
    arrange();
}

void RuleForm::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void RuleForm::arrange()
{
    const int columns = width() >= m_theme.px(ThreeColumns) ? 3 : width() >= m_theme.px(TwoColumns) ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (QFrame* one : std::as_const(m_cards))
        m_grid->removeWidget(one);
    for (int at = 0; at < m_cards.size(); ++at)
        m_grid->addWidget(m_cards[at], at / columns, at % columns);
    for (int at = 0; at < 3; ++at)
        m_grid->setColumnStretch(at, at < columns ? 1 : 0);
}

void RuleForm::showRule(const desk::AlertRule& rule)
{
    const QScopedValueRollback<bool> filling(m_filling, true);
    const QString text = utf8(desk::ruleText(rule));
    m_query->setPlainText(utf8(rule.query));
    m_name->setText(clause(text, QStringLiteral("name")));
    m_level->setCurrentIndex(static_cast<int>(rule.level));
    m_high->setText(utf8(rule.highWhen));
    m_critical->setText(utf8(rule.criticalWhen));
    m_crosses->setText(clause(text, QStringLiteral("crosses")));
    m_fresh->setText(rule.freshDays == 0 ? QStringLiteral("any") : QStringLiteral("%1d").arg(rule.freshDays));
    m_sources->setText(clause(text, QStringLiteral("sources")));
    m_watchlists->setText(clause(text, QStringLiteral("watchlists")));
    m_opinions->setChecked(rule.opinions);
    m_hours->setText(
        rule.quiet ? clockText(rule.quiet->from) + QLatin1Char('-') + clockText(rule.quiet->to) : QString());
    m_zone->setText(rule.quiet ? utf8(rule.quiet->zone) : QString());
    m_butCritical->setChecked(rule.quiet && rule.quiet->butCritical);
    m_cooldown->setText(lengthText(rule.cooldownMinutes));
    m_snooze->setText(momentText(rule.snoozedUntil));
    m_expires->setText(momentText(rule.expires));
    m_desktop->setChecked(rule.desktop);
    m_sound->setChecked(rule.sound);
    m_off->setChecked(!rule.enabled);
    m_run->setText(clause(text, QStringLiteral("run")));
    for (QLineEdit* edit : std::as_const(m_lines))
        edit->setCursorPosition(0);
    clearProblem();
}

void RuleForm::showSnooze(const desk::AlertRule& rule)
{
    const QScopedValueRollback<bool> filling(m_filling, true);
    m_snooze->setText(momentText(rule.snoozedUntil));
}

RuleForm::Values RuleForm::values() const
{
    Values values{m_query->toPlainText(), m_level->currentIndex(), {}, {}};
    for (const QLineEdit* edit : m_lines)
        values.lines << edit->text();
    for (const QCheckBox* box : m_checks)
        values.checks << box->isChecked();
    return values;
}

void RuleForm::setValues(const Values& values)
{
    const QScopedValueRollback<bool> filling(m_filling, true);
    m_query->setPlainText(values.query);
    m_level->setCurrentIndex(values.level);
    for (qsizetype at = 0; at < m_lines.size(); ++at)
        m_lines[at]->setText(values.lines.value(at));
    for (qsizetype at = 0; at < m_checks.size(); ++at)
        m_checks[at]->setChecked(values.checks.value(at));
    clearProblem();
}

QString RuleForm::text() const { return compose(nullptr); }

QString RuleForm::compose(QList<Part>* parts) const
{
    QString text;
    const auto add = [&](const char* word, const QString& value, QWidget* field) {
        const QString trimmed = value.simplified();
        if (trimmed.isEmpty())
            return;
        if (!text.isEmpty())
            text += QLatin1Char('\n');
        text += QLatin1String(word) + QStringLiteral(": ");
        const int begin = characters(text);
        text += trimmed;
        if (parts != nullptr)
            parts->append({begin, characters(text), field});
    };
    // A line end is no part of a query; the columns stay those of the field.
    QString query = m_query->toPlainText();
    query.replace(QLatin1Char('\n'), QLatin1Char(' '));
    if (!query.trimmed().isEmpty()) {
        text = QStringLiteral("when: ");
        const int begin = characters(text);
        text += query;
        if (parts != nullptr)
            parts->append({begin, characters(text), m_query});
    }
    add("name", m_name->text(), m_name);
    if (m_level->currentIndex() != static_cast<int>(desk::AlertClass::High))
        add("class",
            utf8(std::string(desk::className(static_cast<desk::AlertClass>(m_level->currentIndex())))),
            m_level);
    add("high", m_high->text(), m_high);
    add("critical", m_critical->text(), m_critical);
    add("crosses", m_crosses->text(), m_crosses);
    add("sources", m_sources->text(), m_sources);
    add("watchlists", m_watchlists->text(), m_watchlists);
    if (!m_hours->text().trimmed().isEmpty()) {
        QString quiet = m_hours->text().trimmed() + QLatin1Char(' ')
            + (m_zone->text().trimmed().isEmpty() ? QStringLiteral("UTC") : m_zone->text().trimmed());
        if (m_butCritical->isChecked())
            quiet += QStringLiteral(" but critical");
        add("quiet", quiet, m_hours);
    }
    add("cooldown", m_cooldown->text(), m_cooldown);
    add("snooze", m_snooze->text(), m_snooze);
    add("expires", m_expires->text(), m_expires);
    add("fresh", m_fresh->text(), m_fresh);
    if (m_opinions->isChecked())
        add("opinion", QStringLiteral("yes"), m_opinions);
    QStringList ways;
    if (m_desktop->isChecked())
        ways << QStringLiteral("desktop");
    if (m_sound->isChecked())
        ways << QStringLiteral("sound");
    add("delivery", ways.isEmpty() ? QStringLiteral("list") : ways.join(QStringLiteral(", ")), m_desktop);
    add("run", m_run->text(), m_run);
    if (m_off->isChecked())
        text += text.isEmpty() ? QStringLiteral("off") : QStringLiteral("\noff");
    return text;
}

QString RuleForm::markProblem(int column, int& columnInField)
{
    clearProblem();
    QList<Part> parts;
    compose(&parts);
    for (const Part& part : std::as_const(parts)) {
        if (column - 1 < part.begin || column - 1 > part.end)
            continue;
        columnInField = column - part.begin;
        if (part.field == m_query)
            m_highlighter->markFrom(columnInField - 1);
        mark(part.field, true);
        return part.field->accessibleName();
    }
    columnInField = column;
    return {};
}

void RuleForm::clearProblem()
{
    m_highlighter->markFrom(-1);
    for (QLineEdit* edit : std::as_const(m_lines))
        mark(edit, false);
}

} // namespace ui
