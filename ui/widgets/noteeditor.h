// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>
#include <QTimer>

namespace ui {

// The note on one article, given out to be saved as it is typed: when the typing rests, and at once when the
// article or the editor is left.
class NoteEditor final : public QPlainTextEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoteEditor)

public:
    explicit NoteEditor(QWidget* parent = nullptr);
    ~NoteEditor() override;

    void open(qint64 article); // gives out what was typed before; empty until its note is shown
    // Of another article, or while something is typed: not shown.
    void showNote(qint64 article, const QString& note);

Q_SIGNALS:
    void written(qint64 article, const QString& note);

protected:
    void focusOutEvent(QFocusEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void giveOut();

    qint64 m_article = 0;
    QTimer m_rest;
    bool m_showing = false; // the text changes because it is shown
};

} // namespace ui
