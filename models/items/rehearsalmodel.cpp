// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "rehearsalmodel.h"

#include "roles.h"
#include "rulelistmodel.h"
#include "timetext.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>

namespace items {

namespace {

QString utf8(const std::string& text) { return QString::fromStdString(text); }

// "23 Nov 13:44 UTC"
QString whenText(base::Instant at)
{
    return dayMonthText(QDateTime::fromSecsSinceEpoch(base::toUnix(at), Qt::UTC).date()) + QLatin1Char(' ')
        + utf8(base::clockText(at)) + QStringLiteral(" UTC");
}

} // namespace

RehearsalModel::RehearsalModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

RehearsalModel::~RehearsalModel() = default;

void RehearsalModel::setRehearsal(const desk::Rehearsal& rehearsal)
{
    beginResetModel();
    m_rows.clear();
    const QString dot = QStringLiteral(" \u00B7 ");
    for (const desk::RehearsedFiring& firing : rehearsal.firings) {
        QStringList parts{whenText(firing.at), tr("fired, %1").arg(levelText(firing.level)),
            firing.storySources == 1 ? tr("story of 1 source")
                                     : tr("story of %1 sources").arg(firing.storySources)};
        if (firing.held > 0)
            parts << tr("%1 held back").arg(firing.held);
        if (!firing.reason.empty())
            parts << utf8(firing.reason);
        m_rows.push_back({firing.article, firing.at, utf8(firing.title), parts.join(dot),
            firing.impact.value_or(-1), true});
    }
    for (const desk::RehearsedMiss& miss : rehearsal.misses)
        m_rows.push_back({miss.article, miss.at, utf8(miss.title),
            whenText(miss.at) + dot + tr("near miss: %1").arg(utf8(miss.reason)), miss.impact.value_or(-1),
            false});
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row& a, const Row& b) { return a.at > b.at; });
    endResetModel();
}

int RehearsalModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RehearsalModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return row.title;
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(row.title, row.note);
    case IdRole:
        return row.article;
    case ImpactRole:
        return row.impact;
    case ReadRole:
        return !row.fired;
    case NoteRole:
        return row.note;
    default:
        return {};
    }
}

} // namespace items
