// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/qlist.h>
#include <QtCore/qmetatype.h>
#include <QtCore/qnamespace.h>

namespace items {

// A part of a QString: its first character and how many, in UTF-16 units.
struct TextRange {
    int begin = 0;
    int length = 0;
};

// Where a row stands in a list that folds stories.
enum class Fold {
    None, // there is nothing to unfold
    Folded, // articles of its story are folded into it
    Unfolded, // they stand below it
    Inside // it is one of these
};

// What the lists' models answer beside the display text.
enum Role {
    IdRole = Qt::UserRole + 1, // qint64
    TitleRole, // QString
    SourceRole, // QString
    AgeRole, // QString, "9 m"
    AnalysedRole, // bool
    ImpactRole, // double 0…1
    SentimentRole, // double −1…+1
    TopicsRole, // QStringList
    ModeRole, // QString
    ReadRole, // bool
    StarredRole, // bool
    UrlRole, // QString
    StorySourcesRole, // int
    StoryArticlesRole, // int
    FoldRole, // items::Fold
    LabelsRole, // QStringList
    NotedRole, // bool: with a note
    WatchlistsRole, // QStringList: those it is of
    TitleHitsRole, // QList<items::TextRange>: words of the search in the title
    ExcerptRole, // QString: where the body says them; empty outside of a search
    ExcerptHitsRole, // QList<items::TextRange>
    // navigation
    KindRole, // NavigationModel::Kind
    QueryRole, // QString: what a click shows
    CountRole, // QString: right-hand text
    SignRole, // double: sign of the right-hand figure, 0 for counts
    FailingRole, // bool
    // tables: sources, their logs, catalogues
    HealthRole, // SourceListModel::Health
    SortRole, // what the column is ordered by: number or text
    SearchRole, // QString: all that the filter box looks through
    NoteRole, // QString: a second, quieter line
    KnownRole // bool: subscribed already
};

} // namespace items
