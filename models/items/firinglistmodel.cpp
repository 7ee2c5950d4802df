// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "firinglistmodel.h"

#include "roles.h"
#include "rulelistmodel.h"
#include "timetext.h"

#include <QStringList>

#include <algorithm>
#include <tuple>

namespace items {

namespace {

QString utf8(const std::string& text) { return QString::fromStdString(text); }

bool stays(const desk::Firing& firing)
{
    return firing.level == desk::AlertClass::Critical && !firing.acknowledged;
}

} // namespace

FiringListModel::FiringListModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

FiringListModel::~FiringListModel() = default;

void FiringListModel::setFirings(std::vector<desk::Firing> firings, base::Instant now)
{
    std::sort(firings.begin(), firings.end(), [](const desk::Firing& a, const desk::Firing& b) {
        return std::tuple(stays(a), a.at, a.id) > std::tuple(stays(b), b.at, b.id);
    });
    m_now = now;
    const bool same = firings.size() == m_firings.size()
        && std::equal(firings.begin(), firings.end(), m_firings.begin(),
            [](const desk::Firing& a, const desk::Firing& b) { return a.id == b.id; });
    if (same) { // what is chosen stays so
        m_firings = std::move(firings);
        if (!m_firings.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_firings = std::move(firings);
    endResetModel();
}

void FiringListModel::setNow(base::Instant now)
{
    m_now = now;
    if (!m_firings.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int FiringListModel::indexOf(qint64 firing) const
{
    const auto found = std::find_if(
        m_firings.begin(), m_firings.end(), [firing](const desk::Firing& one) { return one.id == firing; });
    return found == m_firings.end() ? -1 : static_cast<int>(found - m_firings.begin());
}

int FiringListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_firings.size());
}

QVariant FiringListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const desk::Firing& firing = m_firings[static_cast<std::size_t>(index.row())];
    const auto note = [&] {
        QStringList parts{levelText(firing.level), ageText(firing.at, m_now), utf8(firing.ruleName)};
        if (!firing.reason.empty())
            parts << utf8(firing.reason);
        if (firing.held > 0)
            parts << tr("%1 held back").arg(firing.held);
        return parts.join(QStringLiteral(" \u00B7 "));
    };
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return utf8(firing.title);
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3").arg(utf8(firing.title), note(),
            firing.acknowledged ? tr("acknowledged") : tr("not acknowledged"));
    case IdRole:
        return static_cast<qint64>(firing.id);
    case KindRole:
        return static_cast<int>(firing.level);
    case ImpactRole:
        return firing.impact.value_or(-1);
    case ReadRole:
        return firing.acknowledged.has_value();
    case NoteRole:
        return note();
    default:
        return {};
    }
}

} // namespace items
