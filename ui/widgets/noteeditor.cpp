// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "noteeditor.h"

namespace ui {

namespace {
constexpr int RestMs = 700;
}

NoteEditor::NoteEditor(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("note"));
    setPlaceholderText(tr("Your note on this article. It is saved as you type."));
    setTabChangesFocus(true);
    m_rest.setSingleShot(true);
    m_rest.setInterval(RestMs);
    connect(&m_rest, &QTimer::timeout, this, &NoteEditor::giveOut);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_showing && m_article != 0)
            m_rest.start();
    });
}

NoteEditor::~NoteEditor() = default;

void NoteEditor::giveOut()
{
    m_rest.stop();
    Q_EMIT written(m_article, toPlainText());
}

void NoteEditor::open(qint64 article)
{
    if (article == m_article)
        return;
    if (m_rest.isActive())
        giveOut();
    m_article = article;
    showNote(article, {});
}

void NoteEditor::showNote(qint64 article, const QString& note)
{
    if (article != m_article || m_rest.isActive() || note == toPlainText())
        return;
    m_showing = true;
    setPlainText(note);
    m_showing = false;
}

void NoteEditor::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (m_rest.isActive())
        giveOut();
}

void NoteEditor::hideEvent(QHideEvent* event)
{
    QPlainTextEdit::hideEvent(event);
    if (m_rest.isActive())
        giveOut();
}

} // namespace ui
