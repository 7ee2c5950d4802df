// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

class QAction;
class QMenu;
class QWidget;

namespace ui {

enum class Where { Everywhere, News }; // News: while that page is in front

struct Command {
    QString id; // "article.star": keys are kept under it, so it stays the same for ever
    QString text; // "hide: where it is hidden, list again"
    Where where = Where::Everywhere;
    QList<QKeySequence> usual;
    QList<QKeySequence> keys; // in use
    QAction* action = nullptr;
    std::function<void()> run;

    QString name() const; // "Hide": what stands before the colon, for menus and lists
    QString keyText() const; // "U, Esc"; empty: none
};

// Every command of the window, each with an action that keys and menus share. The list of keys, the palette
// and the settings are made from it.
class CommandTable final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandTable)

public:
    // By command: its keys in portable text, none for no key. Commands that are not named have their usual
    // ones.
    using OwnKeys = QMap<QString, QStringList>;

    explicit CommandTable(QWidget& window); // outlives this
    ~CommandTable() override;

    // keys: "U Esc", "G,N"; a space stands between keys that do the same.
    void add(const QString& id, const QString& keys, const QString& text, Where where,
        const std::function<void()>& run);
    const std::vector<Command>& commands() const { return m_commands; }
    const Command* find(const QString& id) const;
    QAction* action(const QString& id) const; // nothing: there is no such command
    bool run(const QString& id); // false: there is none, or not on this page
    void addTo(QMenu& menu, const QStringList& ids) const; // an empty id is a line between
    void setNewsInFront(bool news);

    // The commands that have the key, or one that begins like it: only one of two such keys can be reached.
    std::vector<const Command*> takenBy(const QKeySequence& key, const QString& except) const;
    // Gives what could not be done with them, in plain words.
    QStringList setOwnKeys(const OwnKeys& own);
    const OwnKeys& ownKeys() const { return m_own; }
    // As the user wants it: taken away from whatever has them.
    void chooseKeys(const QString& id, const QList<QKeySequence>& keys);
    void chooseUsual(const QString& id);
    void chooseAllUsual();

Q_SIGNALS:
    void keysChanged(); // in use
    void keysChosen(const ui::CommandTable::OwnKeys& own); // by the user: worth keeping

private:
    Command* command(const QString& id);
    void use();

    QWidget& m_window;
    std::vector<Command> m_commands;
    QHash<QString, std::size_t> m_places;
    OwnKeys m_own;
    bool m_news = true;
};

// "G, N": as it is shown.
QString keyText(const QKeySequence& key);

} // namespace ui
