// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "rulelistmodel.h"

#include "roles.h"
#include "timetext.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>

namespace items {

namespace {

constexpr std::int64_t SecondsOfWeek = 7 * 86400;

QString utf8(const std::string& text) { return QString::fromStdString(text); }

// By this machine's clock, as the analyst lives by it.
QString comingText(base::Instant at, base::Instant now)
{
    const QDateTime local = QDateTime::fromSecsSinceEpoch(base::toUnix(at));
    const bool soon = base::toUnix(at) - base::toUnix(now) < SecondsOfWeek;
    return (soon ? weekdayName(local.date()) : dayMonthText(local.date()))
        + local.toString(QStringLiteral(" HH:mm"));
}

} // namespace

QString levelText(desk::AlertClass level)
{
    switch (level) {
    case desk::AlertClass::Info:
        return RuleListModel::tr("info");
    case desk::AlertClass::High:
        return RuleListModel::tr("high");
    case desk::AlertClass::Critical:
        break;
    }
    return RuleListModel::tr("critical");
}

QString sleepText(const desk::AlertRule& rule, base::Instant now)
{
    if (!rule.enabled)
        return RuleListModel::tr("off");
    if (rule.expires && *rule.expires <= now)
        return RuleListModel::tr("expired %1 ago").arg(ageText(rule.expires, now));
    if (rule.snoozedUntil && *rule.snoozedUntil > now)
        return RuleListModel::tr("snoozed until %1").arg(comingText(*rule.snoozedUntil, now));
    return {};
}

RuleListModel::RuleListModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

RuleListModel::~RuleListModel() = default;

void RuleListModel::setRules(std::vector<desk::RuleRow> rules, base::Instant now)
{
    m_now = now;
    const bool same = rules.size() == m_rules.size()
        && std::equal(rules.begin(), rules.end(), m_rules.begin(),
            [](const desk::RuleRow& a, const desk::RuleRow& b) { return a.rule.id == b.rule.id; });
    if (same) { // what is chosen stays so
        m_rules = std::move(rules);
        if (!m_rules.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_rules = std::move(rules);
    endResetModel();
}

void RuleListModel::setNow(base::Instant now)
{
    m_now = now;
    if (!m_rules.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int RuleListModel::indexOf(qint64 rule) const
{
    const auto found = std::find_if(
        m_rules.begin(), m_rules.end(), [rule](const desk::RuleRow& row) { return row.rule.id == rule; });
    return found == m_rules.end() ? -1 : static_cast<int>(found - m_rules.begin());
}

const desk::RuleRow* RuleListModel::find(qint64 rule) const
{
    const int row = indexOf(rule);
    return row < 0 ? nullptr : &m_rules[static_cast<std::size_t>(row)];
}

int RuleListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rules.size());
}

QVariant RuleListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const desk::RuleRow& row = m_rules[static_cast<std::size_t>(index.row())];
    const QString sleep = sleepText(row.rule, m_now);
    const auto note = [&] {
        if (!row.problem.empty())
            return tr("cannot fire: %1").arg(utf8(row.problem));
        if (!sleep.isEmpty())
            return sleep;
        QStringList parts{levelText(row.rule.level)};
        if (row.firings == 0)
            return (parts << tr("has not fired")).join(QStringLiteral(" \u00B7 "));
        parts << tr("%1 a week").arg(row.perWeek, 0, 'f', 1);
        parts << tr("last %1 ago").arg(ageText(row.last, m_now));
        return parts.join(QStringLiteral(" \u00B7 "));
    };
    switch (role) {
    case Qt::DisplayRole:
        return utf8(row.rule.name);
    case Qt::ToolTipRole:
        return utf8(desk::ruleText(row.rule));
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(utf8(row.rule.name), note());
    case IdRole:
        return static_cast<qint64>(row.rule.id);
    case KindRole:
        return sleep.isEmpty() && row.problem.empty() ? static_cast<int>(row.rule.level) : Asleep;
    case ReadRole:
        return !sleep.isEmpty();
    case FailingRole:
        return !row.problem.empty();
    case NoteRole:
        return note();
    default:
        return {};
    }
}

} // namespace items
