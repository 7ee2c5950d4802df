// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "pagekeys.h"

#include <QKeyEvent>
#include <QWidget>

namespace ui {

PageKeys::PageKeys(QObject* parent)
    : QObject(parent)
{
}

PageKeys::~PageKeys() = default;

void PageKeys::watch(QWidget& widget) { widget.installEventFilter(this); }

void PageKeys::add(const QString& key, const std::function<void()>& run)
{
    m_keys.insert(QKeySequence(key)[0].toCombined(), run);
}

bool PageKeys::eventFilter(QObject* watched, QEvent* event)
{
    const bool asked = event->type() == QEvent::ShortcutOverride;
    if (!asked && event->type() != QEvent::KeyPress)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const Qt::KeyboardModifiers modifiers = key->modifiers() & ~Qt::KeypadModifier;
    const auto found = m_keys.constFind(QKeyCombination(modifiers, Qt::Key(key->key())).toCombined());
    if (found == m_keys.constEnd())
        return QObject::eventFilter(watched, event);
    event->accept(); // it comes as a key then, not as a shortcut of the window
    if (!asked)
        found.value()();
    return true;
}

} // namespace ui
