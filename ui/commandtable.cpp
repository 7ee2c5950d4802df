// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commandtable.h"

#include <QAbstractButton>
#include <QAction>
#include <QMenu>

#include <algorithm>

namespace ui {

namespace {

// One of two keys that begin alike is never reached.
bool collide(const QKeySequence& one, const QKeySequence& other)
{
    return one.matches(other) != QKeySequence::NoMatch || other.matches(one) != QKeySequence::NoMatch;
}

bool readable(const QKeySequence& key)
{
    for (int at = 0; at < key.count(); ++at) {
        if (key[static_cast<uint>(at)].key() == Qt::Key_unknown)
            return false;
    }
    return !key.isEmpty();
}

QStringList portable(const QList<QKeySequence>& keys)
{
    QStringList texts;
    for (const QKeySequence& key : keys)
        texts << key.toString(QKeySequence::PortableText);
    return texts;
}

} // namespace

QString keyText(const QKeySequence& key) { return key.toString(QKeySequence::NativeText); }

QString Command::name() const
{
    QString shown = text.section(QStringLiteral(": "), 0, 0);
    if (!shown.isEmpty())
        shown[0] = shown[0].toUpper();
    return shown;
}

QString Command::keyText() const
{
    QStringList texts;
    for (const QKeySequence& key : keys)
        texts << ui::keyText(key);
    return texts.join(QStringLiteral("  "));
}

CommandTable::CommandTable(QWidget& window)
    : QObject(&window)
    , m_window(window)
{
}

CommandTable::~CommandTable() = default;

void CommandTable::add(const QString& id, const QString& keys, const QString& text, Where where,
    const std::function<void()>& run)
{
    Q_ASSERT(!m_places.contains(id));
    Command command{id, text, where, {}, {}, new QAction(&m_window), run};
    for (const QString& key : keys.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        command.usual << QKeySequence(key);
    command.keys = command.usual;
    command.action->setText(command.name());
    command.action->setShortcuts(command.keys);
    command.action->setEnabled(where == Where::Everywhere || m_news);
    m_window.addAction(command.action);
    connect(command.action, &QAction::triggered, this, [this, action = command.action, run] {
        // A button that has the focus is pressed by Space, whatever else Space does.
        auto* button = qobject_cast<QAbstractButton*>(m_window.focusWidget());
        if (button != nullptr && action->shortcuts().contains(QKeySequence(Qt::Key_Space)))
            return button->click();
        run();
    });
    m_places.insert(id, m_commands.size());
    m_commands.push_back(std::move(command));
}

const Command* CommandTable::find(const QString& id) const
{
    const auto place = m_places.find(id);
    return place == m_places.end() ? nullptr : &m_commands[*place];
}

Command* CommandTable::command(const QString& id)
{
    const auto place = m_places.constFind(id);
    return place == m_places.constEnd() ? nullptr : &m_commands[*place];
}

QAction* CommandTable::action(const QString& id) const
{
    const Command* found = find(id);
    return found == nullptr ? nullptr : found->action;
}

bool CommandTable::run(const QString& id)
{
    const Command* found = find(id);
    if (found == nullptr || !found->action->isEnabled())
        return false;
    const std::function<void()> run = found->run;
    run();
    return true;
}

void CommandTable::addTo(QMenu& menu, const QStringList& ids) const
{
    for (const QString& id : ids) {
        if (id.isEmpty())
            menu.addSeparator();
        else if (QAction* found = action(id); found != nullptr)
            menu.addAction(found);
    }
}

void CommandTable::setNewsInFront(bool news)
{
    m_news = news;
    for (const Command& command : m_commands)
        command.action->setEnabled(command.where == Where::Everywhere || news);
}

std::vector<const Command*> CommandTable::takenBy(const QKeySequence& key, const QString& except) const
{
    std::vector<const Command*> taken;
    for (const Command& command : m_commands) {
        if (command.id != except
            && std::any_of(command.keys.begin(), command.keys.end(),
                [&](const QKeySequence& other) { return collide(key, other); }))
            taken.push_back(&command);
    }
    return taken;
}

QStringList CommandTable::setOwnKeys(const OwnKeys& own)
{
    QStringList faults;
    m_own.clear();
    QList<QKeySequence> taken;
    const auto isTaken = [&](const QKeySequence& key) {
        return std::any_of(
            taken.begin(), taken.end(), [&](const QKeySequence& other) { return collide(key, other); });
    };
    for (auto it = own.begin(); it != own.end(); ++it) {
        if (m_places.contains(it.key()))
            continue;
        faults << tr("%1 is no command").arg(it.key());
        m_own.insert(it.key(), it.value()); // of another version, perhaps
    }
    // What was chosen goes before what is usual.
    for (Command& command : m_commands) {
        const auto chosen = own.find(command.id);
        if (chosen == own.end())
            continue;
        QList<QKeySequence> keys;
        for (const QString& text : *chosen) {
            const QKeySequence key = QKeySequence::fromString(text, QKeySequence::PortableText);
            if (!readable(key))
                faults << tr("\u201C%1\u201D is no key (%2)").arg(text, command.id);
            else if (isTaken(key))
                faults << tr("%1 is given to two commands; %2 goes without it").arg(keyText(key), command.id);
            else
                keys << key;
        }
        if (keys.isEmpty() && !chosen->isEmpty())
            continue; // nothing of it can be used: as usual
        taken << keys;
        command.keys = keys;
        m_own.insert(command.id, portable(keys));
    }
    for (Command& command : m_commands) {
        if (m_own.contains(command.id))
            continue;
        command.keys.clear();
        for (const QKeySequence& key : std::as_const(command.usual)) {
            if (!isTaken(key))
                command.keys << key;
        }
    }
    use();
    return faults;
}

void CommandTable::use()
{
    for (const Command& command : m_commands)
        command.action->setShortcuts(command.keys);
    Q_EMIT keysChanged();
}

void CommandTable::chooseKeys(const QString& id, const QList<QKeySequence>& keys)
{
    Command* chosen = command(id);
    if (chosen == nullptr)
        return;
    OwnKeys own = m_own;
    for (const Command& other : m_commands) {
        if (other.id == id)
            continue;
        QList<QKeySequence> left = other.keys;
        left.removeIf([&](const QKeySequence& key) {
            return std::any_of(
                keys.begin(), keys.end(), [&](const QKeySequence& one) { return collide(one, key); });
        });
        if (left.size() != other.keys.size())
            own[other.id] = portable(left);
    }
    if (keys == chosen->usual)
        own.remove(id);
    else
        own[id] = portable(keys);
    setOwnKeys(own);
    Q_EMIT keysChosen(m_own);
}

void CommandTable::chooseUsual(const QString& id)
{
    if (const Command* chosen = find(id); chosen != nullptr)
        chooseKeys(id, QList<QKeySequence>(chosen->usual));
}

void CommandTable::chooseAllUsual()
{
    setOwnKeys({});
    Q_EMIT keysChosen(m_own);
}

} // namespace ui
