// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "palettemodel.h"

#include <desk/fuzzy.h>
#include <desk/query.h>

#include <algorithm>
#include <array>

namespace items {

namespace {

constexpr std::size_t MostRows = 100; // of matches
constexpr double Lately = 0.2; // more, for what was chosen last; less for what was chosen before
constexpr double LatelyStep = 0.005;
constexpr double FoundOnly = 0.5; // of what the store found by words and no letters match

// More for what is near: an article whose headline holds a command's word is seldom what was meant.
double weight(PaletteEntry::Kind kind)
{
    static constexpr std::array<double, 10> Weights{0.1, 0.12, 0.1, 0.1, 0.08, 0.06, 0.05, 0.05, 0, 0};
    return Weights[static_cast<std::size_t>(kind)];
}

// Places in UTF-16 of spans in UTF-8.
QList<TextRange> rangesOf(const std::string& text, const std::vector<base::Span>& spans)
{
    QList<TextRange> ranges;
    for (const base::Span& span : spans) {
        const auto begin = QString::fromStdString(text.substr(0, span.begin)).size();
        const auto length = QString::fromStdString(text.substr(span.begin, span.size())).size();
        ranges << TextRange{static_cast<int>(begin), static_cast<int>(length)};
    }
    return ranges;
}

// Whether it says more than words to look for.
bool isMoreThanWords(const desk::QueryNode& node)
{
    if (node.kind == desk::NodeKind::And)
        return std::any_of(node.children.begin(), node.children.end(), isMoreThanWords);
    return node.kind != desk::NodeKind::Words || !node.field.empty();
}

} // namespace

PaletteModel::PaletteModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

PaletteModel::~PaletteModel() = default;

void PaletteModel::setKnown(QList<PaletteEntry> entries)
{
    m_known = std::move(entries);
    m_knownTexts.clear();
    for (const PaletteEntry& entry : std::as_const(m_known))
        m_knownTexts.push_back(entry.text.toStdString());
    list();
}

void PaletteModel::setRecent(QList<PaletteEntry> entries)
{
    m_recent = std::move(entries);
    list();
}

void PaletteModel::setTyped(const QString& typed)
{
    m_typed = typed.simplified();
    m_found.clear();
    list();
}

void PaletteModel::setFound(QList<PaletteEntry> entries)
{
    m_found = std::move(entries);
    list();
}

int PaletteModel::recency(const PaletteEntry& entry) const
{
    for (qsizetype at = 0; at < m_recent.size(); ++at) {
        if (m_recent[at].sameAs(entry))
            return static_cast<int>(at);
    }
    return -1;
}

void PaletteModel::listAll(std::vector<Row>& rows) const
{
    for (const PaletteEntry& recent : m_recent) {
        const auto known = std::find_if(
            m_known.begin(), m_known.end(), [&](const PaletteEntry& entry) { return entry.sameAs(recent); });
        const bool needsWindow = recent.kind == PaletteEntry::Command || recent.kind == PaletteEntry::Page;
        if (known != m_known.end())
            rows.push_back({*known, {}, 0, {}});
        else if (!needsWindow)
            rows.push_back({recent, {}, 0, {}});
    }
    for (const PaletteEntry::Kind kind : {PaletteEntry::Page, PaletteEntry::View, PaletteEntry::Saved,
             PaletteEntry::Command, PaletteEntry::Topic, PaletteEntry::Label, PaletteEntry::Source}) {
        for (const PaletteEntry& entry : m_known) {
            if (entry.kind == kind && recency(entry) < 0)
                rows.push_back({entry, {}, 0, {}});
        }
    }
}

void PaletteModel::listMatches(std::vector<Row>& rows) const
{
    const desk::FuzzyPattern pattern(m_typed.toStdString());
    const auto listed = [&](const PaletteEntry& entry) {
        return std::any_of(rows.begin(), rows.end(), [&](const Row& row) { return row.entry.sameAs(entry); });
    };
    const auto take = [&](const PaletteEntry& entry, const std::string& utf8, bool always) {
        std::optional<desk::FuzzyMatch> match = pattern.match(utf8);
        if (!match && !always)
            return;
        Row row{entry, {}, match ? match->score : FoundOnly, {}};
        if (match)
            row.spans = std::move(match->hits);
        row.score += weight(entry.kind);
        if (const int before = recency(entry); before >= 0)
            row.score += Lately - LatelyStep * before;
        rows.push_back(std::move(row));
    };
    for (qsizetype at = 0; at < m_known.size(); ++at)
        take(m_known[at], m_knownTexts[static_cast<std::size_t>(at)], false);
    for (const PaletteEntry& entry : m_recent) {
        const bool needsWindow = entry.kind == PaletteEntry::Command || entry.kind == PaletteEntry::Page;
        if (!needsWindow && !listed(entry))
            take(entry, entry.text.toStdString(), false);
    }
    for (const PaletteEntry& entry : m_found) {
        if (!listed(entry))
            take(entry, entry.text.toStdString(), true);
    }
    std::stable_sort(
        rows.begin(), rows.end(), [](const Row& one, const Row& other) { return one.score > other.score; });
    if (rows.size() > MostRows)
        rows.resize(MostRows);
    for (Row& row : rows)
        row.hits = rangesOf(row.entry.text.toStdString(), row.spans);
}

void PaletteModel::addSearch(std::vector<Row>& rows) const
{
    const base::Result<desk::Query> query = desk::parseQuery(m_typed.toStdString(), m_now,
        [](std::string_view) { return std::string(); }); // the store knows the names
    Row row{{PaletteEntry::Search, m_typed, m_typed, {}}, {}, 0, {}};
    if (!query)
        row.fault = QString::fromStdString(query.error().message);
    const bool first = query && (query->sort || isMoreThanWords(query->root));
    rows.insert(first ? rows.begin() : rows.end(), std::move(row));
}

void PaletteModel::list()
{
    std::vector<Row> rows;
    if (m_typed.isEmpty()) {
        listAll(rows);
    } else {
        listMatches(rows);
        addSearch(rows);
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

PaletteEntry PaletteModel::entryAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].entry : PaletteEntry();
}

int PaletteModel::rowOf(const PaletteEntry& entry) const
{
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        if (m_rows[at].entry.sameAs(entry))
            return static_cast<int>(at);
    }
    return -1;
}

int PaletteModel::firstChoice() const
{
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        if (m_rows[at].fault.isEmpty())
            return static_cast<int>(at);
    }
    return -1;
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const PaletteEntry& entry = row.entry;
    const auto kindName = [&] {
        switch (entry.kind) {
        case PaletteEntry::Command:
            return tr("Command");
        case PaletteEntry::Page:
            return tr("Page");
        case PaletteEntry::View:
            return tr("View");
        case PaletteEntry::Saved:
            return tr("Saved search");
        case PaletteEntry::Topic:
            return tr("Topic");
        case PaletteEntry::Label:
            return tr("Label");
        case PaletteEntry::Entity:
            return tr("Entity");
        case PaletteEntry::Source:
            return tr("Source");
        case PaletteEntry::Article:
            return entry.note.isEmpty() ? tr("Article") : tr("Article \u00B7 %1").arg(entry.note);
        case PaletteEntry::Search:
            return tr("Search");
        }
        return QString();
    };
    const auto text = [&] {
        if (entry.kind != PaletteEntry::Search)
            return entry.text;
        return row.fault.isEmpty() ? tr("Search news for \u201C%1\u201D").arg(entry.text)
                                   : tr("Not a search: %1").arg(row.fault);
    };
    switch (role) {
    case Qt::DisplayRole:
        return text();
    case Qt::AccessibleTextRole: {
        QString read = text() + QStringLiteral(", ") + kindName();
        if (entry.kind != PaletteEntry::Article && !entry.note.isEmpty())
            read += QStringLiteral(", ") + entry.note;
        return read;
    }
    case KindNameRole:
        return kindName();
    case HitsRole:
        return QVariant::fromValue(row.hits);
    case KeyRole:
        return entry.kind == PaletteEntry::Article ? QString() : entry.note;
    case FaultRole:
        return !row.fault.isEmpty();
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || !m_rows[static_cast<std::size_t>(index.row())].fault.isEmpty())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace items
