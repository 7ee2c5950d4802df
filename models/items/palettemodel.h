// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <base/span.h>
#include <items/roles.h>

#include <QAbstractListModel>
#include <QList>
#include <QString>

#include <string>
#include <vector>

namespace items {

// One thing the palette can find.
struct PaletteEntry {
    enum Kind { Command, Page, View, Saved, Topic, Label, Entity, Source, Article, Search };

    Kind kind = Command;
    QString text;
    QString target; // a command's or article's id, a page's name, else the query it shows
    QString note; // a command's key, an article's source

    bool sameAs(const PaletteEntry& other) const { return kind == other.kind && target == other.target; }
};

// What the palette lists: before anything is typed what was chosen last, then pages, views and commands; then
// what matches, best first, what was chosen lately and what is near before the rest. What was typed can be
// searched for as a query: that row is first where it is more than words, else last; where it cannot be read
// it says why and cannot be chosen.
class PaletteModel final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteModel)

public:
    enum { KindNameRole = Qt::UserRole + 100, HitsRole, KeyRole, FaultRole }; // beside Role
    // QString, "Command"; QList<TextRange> of the text; QString: a command's key; bool: cannot be chosen

    explicit PaletteModel(QObject* parent = nullptr);
    ~PaletteModel() override;

    void setNow(base::Instant now) { m_now = now; }
    void setKnown(QList<PaletteEntry> entries); // what the window knows
    void setRecent(QList<PaletteEntry> entries); // the last one first
    void setTyped(const QString& typed); // forgets what was found
    void setFound(QList<PaletteEntry> entries); // in the store, for what is typed
    const QString& typed() const { return m_typed; }
    PaletteEntry entryAt(int row) const;
    int rowOf(const PaletteEntry& entry) const; // −1: it is not listed
    int firstChoice() const; // the first row that can be chosen; −1: none

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        PaletteEntry entry;
        QList<TextRange> hits;
        double score = 0;
        QString fault;
        std::vector<base::Span> spans = {}; // the hits in UTF-8
    };

    void list();
    void listAll(std::vector<Row>& rows) const;
    void listMatches(std::vector<Row>& rows) const;
    void addSearch(std::vector<Row>& rows) const;
    int recency(const PaletteEntry& entry) const; // 0: the last one; −1: not lately

    base::Instant m_now = {};
    QList<PaletteEntry> m_known;
    std::vector<std::string> m_knownTexts; // in UTF-8
    QList<PaletteEntry> m_recent;
    QList<PaletteEntry> m_found;
    QString m_typed;
    std::vector<Row> m_rows;
};

} // namespace items
