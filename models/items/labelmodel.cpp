// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "labelmodel.h"

#include "navigationmodel.h"
#include "roles.h"

#include <algorithm>

namespace items {

LabelModel::LabelModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

LabelModel::~LabelModel() = default;

LabelModel::Label* LabelModel::find(const QString& name)
{
    const auto found = std::find_if(m_labels.begin(), m_labels.end(),
        [&](const Label& label) { return label.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == m_labels.end() ? nullptr : &*found;
}

void LabelModel::setLabels(const std::vector<desk::CountedView>& labels, const QList<QStringList>& carried)
{
    beginResetModel();
    m_labels.clear();
    for (const desk::CountedView& label : labels)
        m_labels.push_back({QString::fromStdString(label.name), static_cast<qint64>(label.count), 0});
    m_chosen = static_cast<int>(carried.size());
    for (const QStringList& names : carried) {
        for (const QString& name : names) {
            if (Label* label = find(name))
                ++label->carried;
        }
    }
    filter();
    endResetModel();
}

void LabelModel::setTyped(const QString& typed)
{
    beginResetModel();
    m_typed = typed.simplified();
    filter();
    endResetModel();
}

void LabelModel::filter()
{
    m_shown.clear();
    for (std::size_t at = 0; at < m_labels.size(); ++at) {
        if (m_labels[at].name.contains(m_typed, Qt::CaseInsensitive))
            m_shown.push_back(at);
    }
    m_new = m_typed.isEmpty() || find(m_typed) != nullptr ? QString() : m_typed;
}

bool LabelModel::wouldMake(int row) const { return row == static_cast<int>(m_shown.size()); }

QString LabelModel::nameAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    return wouldMake(row) ? m_new : m_labels[m_shown[static_cast<std::size_t>(row)]].name;
}

bool LabelModel::toggle(int row)
{
    if (row < 0 || row >= rowCount())
        return false;
    if (wouldMake(row)) {
        const auto place = std::find_if(m_labels.begin(), m_labels.end(),
            [this](const Label& label) { return label.name.compare(m_new, Qt::CaseInsensitive) > 0; });
        beginResetModel();
        m_labels.insert(place, {m_new, m_chosen, m_chosen});
        filter();
        endResetModel();
        return true;
    }
    Label& label = m_labels[m_shown[static_cast<std::size_t>(row)]];
    const bool on = label.carried < m_chosen;
    label.articles += on ? m_chosen - label.carried : -label.carried;
    label.carried = on ? m_chosen : 0;
    Q_EMIT dataChanged(index(row), index(row));
    return on;
}

int LabelModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size()) + (m_new.isEmpty() ? 0 : 1);
}

QVariant LabelModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (wouldMake(index.row())) {
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return tr("New label \u201C%1\u201D").arg(m_new);
        return {};
    }
    const Label& label = m_labels[m_shown[static_cast<std::size_t>(index.row())]];
    switch (role) {
    case Qt::DisplayRole:
        return label.name;
    case NoteRole:
        return countText(label.articles);
    case Qt::CheckStateRole:
        return label.carried == 0       ? Qt::Unchecked
            : label.carried == m_chosen ? Qt::Checked
                                        : Qt::PartiallyChecked;
    case Qt::AccessibleTextRole:
        return label.carried == 0       ? tr("%1, %2 articles").arg(label.name, countText(label.articles))
            : label.carried == m_chosen ? tr("%1, carried").arg(label.name)
                                        : tr("%1, carried by some").arg(label.name);
    default:
        return {};
    }
}

} // namespace items
