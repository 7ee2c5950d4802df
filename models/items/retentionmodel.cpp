// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "retentionmodel.h"

#include "navigationmodel.h"

#include <algorithm>
#include <limits>

namespace items {

RetentionModel::RetentionModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

RetentionModel::~RetentionModel() = default;

void RetentionModel::setSources(
    const std::vector<desk::SourceHealth>& sources, const std::vector<desk::RetentionRule>& rules)
{
    beginResetModel();
    m_sources.clear();
    m_previewed = false;
    for (const desk::SourceHealth& health : sources) {
        Source source;
        source.id = static_cast<qint64>(health.source.id);
        source.title
            = QString::fromStdString(health.source.title.empty() ? health.source.url : health.source.title);
        source.articles = static_cast<qint64>(health.articles);
        const auto rule = std::find_if(rules.begin(), rules.end(),
            [&](const desk::RetentionRule& one) { return one.source == health.source.id; });
        if (rule != rules.end()) {
            source.own = true;
            source.days = rule->days ? std::optional<qint64>(*rule->days) : std::nullopt;
            source.newest = rule->articles ? std::optional<qint64>(*rule->articles) : std::nullopt;
        }
        m_sources.push_back(std::move(source));
    }
    endResetModel();
}

std::vector<desk::RetentionRule> RetentionModel::rules() const
{
    std::vector<desk::RetentionRule> rules;
    for (const Source& source : m_sources) {
        if (!source.own)
            continue;
        desk::RetentionRule rule;
        rule.source = source.id;
        if (source.days)
            rule.days = static_cast<int>(*source.days);
        if (source.newest)
            rule.articles = *source.newest;
        rules.push_back(rule);
    }
    return rules;
}

void RetentionModel::setPreview(const desk::RetentionPreview& preview)
{
    m_going.clear();
    for (const desk::RetentionPreview::OfSource& source : preview.sources)
        m_going.insert(static_cast<qint64>(source.source), static_cast<qint64>(source.articles));
    m_previewed = true;
    if (!m_sources.empty())
        Q_EMIT dataChanged(index(0, Going), index(rowCount() - 1, Going));
}

void RetentionModel::forgetPreview()
{
    m_previewed = false;
    if (!m_sources.empty())
        Q_EMIT dataChanged(index(0, Going), index(rowCount() - 1, Going));
}

int RetentionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sources.size());
}

int RetentionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RetentionModel::text(const Source& source, int column, bool editing) const
{
    const auto limit = [&](const std::optional<qint64>& value) {
        if (value)
            return editing ? QString::number(*value) : countText(*value);
        return source.own ? tr("all") : editing ? QString() : QStringLiteral("\u2013");
    };
    switch (column) {
    case Title:
        return source.title;
    case Articles:
        return countText(source.articles);
    case Days:
        return limit(source.days);
    case Newest:
        return limit(source.newest);
    default:
        return m_previewed ? countText(m_going.value(source.id)) : QStringLiteral("\u2026");
    }
}

QVariant RetentionModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Source& source = m_sources[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(source, index.column(), role == Qt::EditRole);
    case Qt::TextAlignmentRole:
        return static_cast<int>(
            (index.column() == Title ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        if (index.column() == Days || index.column() == Newest)
            return tr("A number, “all” to keep all, or nothing: the rule for all sources");
        return source.title;
    default:
        return {};
    }
}

bool RetentionModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || (index.column() != Days && index.column() != Newest))
        return false;
    Source& source = m_sources[static_cast<std::size_t>(index.row())];
    std::optional<qint64>& limit = index.column() == Days ? source.days : source.newest;
    const std::optional<qint64>& other = index.column() == Days ? source.newest : source.days;
    const QString typed = value.toString().simplified();
    if (typed.isEmpty()) {
        limit.reset();
        source.own = other.has_value();
    } else if (typed.compare(tr("all"), Qt::CaseInsensitive) == 0) {
        limit.reset();
        source.own = true;
    } else {
        bool number = false;
        const qint64 most = index.column() == Days ? 36500 : std::numeric_limits<int>::max();
        const qint64 given = typed.toLongLong(&number);
        if (!number || given < 1 || given > most)
            return false;
        limit = given;
        source.own = true;
    }
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    Q_EMIT edited();
    return true;
}

QVariant RetentionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Title ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title:
        return tr("Source");
    case Articles:
        return tr("Articles");
    case Days:
        return tr("Days");
    case Newest:
        return tr("Newest");
    default:
        return tr("Would go");
    }
}

Qt::ItemFlags RetentionModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.column() == Days || index.column() == Newest)
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace items
