// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "changesmodel.h"

#include "navigationmodel.h"
#include "roles.h"
#include "timetext.h"

#include <QStringList>

#include <cmath>

namespace items {

namespace {

QString utf8(const std::string& text) { return QString::fromStdString(text); }

QString shift(const QString& before, const QString& after)
{
    return before + QStringLiteral(" \u2192 ") + after;
}

} // namespace

QString causeText(desk::MoveCause cause)
{
    switch (cause) {
    case desk::MoveCause::RevisedText:
        return ChangesModel::tr("text revised");
    case desk::MoveCause::OtherEngine:
        return ChangesModel::tr("another version of the engine");
    case desk::MoveCause::OtherData:
        return ChangesModel::tr("playbooks and lists changed");
    case desk::MoveCause::LaterNews:
        break;
    }
    return ChangesModel::tr("later news");
}

ChangesModel::ChangesModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

ChangesModel::~ChangesModel() = default;

void ChangesModel::setChanges(desk::ViewChanges changes, base::Instant now)
{
    beginResetModel();
    m_changes = std::move(changes);
    m_now = now;
    m_rows.clear();
    const auto group = [this](Kind kind, const QString& name, std::size_t size) {
        if (size == 0)
            return;
        m_rows.push_back(
            {Heading, 0, QStringLiteral("%1 \u00B7 %2").arg(name, countText(static_cast<qint64>(size)))});
        for (std::size_t at = 0; at < size; ++at)
            m_rows.push_back({kind, static_cast<int>(at), {}});
    };
    group(Added, tr("New articles"), m_changes.added.size());
    group(Revised, tr("Revised"), m_changes.revised.size());
    group(Moved, tr("Scores that moved"), m_changes.moved.size());
    endResetModel();
}

ChangesModel::Kind ChangesModel::kindAt(int row) const
{
    return row < 0 || row >= rowCount() ? Heading : m_rows[static_cast<std::size_t>(row)].kind;
}

int ChangesModel::placeAt(int row) const
{
    return row < 0 || row >= rowCount() ? 0 : m_rows[static_cast<std::size_t>(row)].place;
}

const desk::ArticleRow* ChangesModel::articleAt(int row) const
{
    const auto place = static_cast<std::size_t>(placeAt(row));
    switch (kindAt(row)) {
    case Added:
        return &m_changes.added[place];
    case Revised:
        return &m_changes.revised[place].row;
    case Moved:
        return &m_changes.moved[place].row;
    case Heading:
        break;
    }
    return nullptr;
}

int ChangesModel::nextRow(int from, int step) const
{
    for (int row = from + step; row >= 0 && row < rowCount(); row += step) {
        if (kindAt(row) != Heading)
            return row;
    }
    return -1;
}

int ChangesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString ChangesModel::note(const Row& row) const
{
    const auto place = static_cast<std::size_t>(row.place);
    const QString dot = QStringLiteral(" \u00B7 ");
    if (row.kind == Added) {
        const desk::ArticleRow& article = m_changes.added[place];
        QStringList words{utf8(article.source), ageText(article.received, m_now)};
        if (article.analysed)
            words << tr("impact %1").arg(article.impact, 0, 'f', 2) << signedText(article.sentiment);
        return words.join(dot);
    }
    if (row.kind == Revised) {
        const desk::RevisedArticle& revised = m_changes.revised[place];
        return utf8(revised.row.source) + dot
            + tr("revised %1").arg(clockText(revised.after.received, m_now));
    }
    const desk::ScoreMove& move = m_changes.moved[place];
    QStringList words;
    if (std::abs(move.impactAfter - move.impactBefore) >= desk::ShownMove)
        words << tr("impact %1")
                     .arg(shift(QString::number(move.impactBefore, 'f', 2),
                         QString::number(move.impactAfter, 'f', 2)));
    if (std::abs(move.sentimentAfter - move.sentimentBefore) >= desk::ShownMove)
        words << tr("sentiment %1")
                     .arg(shift(signedText(move.sentimentBefore), signedText(move.sentimentAfter)));
    words << causeText(move.cause);
    return words.join(dot);
}

QVariant ChangesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const desk::ArticleRow* article = articleAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return article == nullptr ? row.heading : utf8(article->title);
    case NoteRole:
        return article == nullptr ? QString() : note(row);
    case Qt::AccessibleTextRole:
        return article == nullptr ? row.heading : utf8(article->title) + QStringLiteral(", ") + note(row);
    case KindRole:
        return row.kind;
    case IdRole:
        return article == nullptr ? qint64{0} : static_cast<qint64>(article->id);
    default:
        return {};
    }
}

Qt::ItemFlags ChangesModel::flags(const QModelIndex& index) const
{
    return kindAt(index.row()) == Heading ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace items
