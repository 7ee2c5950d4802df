// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/storylist.h>
#include <ui/theme/theme.h>

#include <QWidget>

#include <vector>

class QAction;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace ui {

// How a story came to its bounds: merges, splits and moves, by the program and by hand, each of which can be undone.
class StoryLog final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoryLog)

public:
    explicit StoryLog(const Theme& theme, QWidget* parent = nullptr);
    ~StoryLog() override;

    void showLog(const desk::StoryDetails& details, base::Instant now);
    void refreshTheme();
    QTreeWidget& list() { return *m_list; }

public Q_SLOTS:
    void undoCurrent();

Q_SIGNALS:
    void undoWanted(const desk::StoryChange& change);

private:
    void fill();
    QString textOf(const desk::StoryChange& change) const;
    void enableUndo();

    const Theme& m_theme;
    desk::StoryDetails m_details;
    base::Instant m_now = {};
    QLabel* m_title = nullptr;
    QLabel* m_none = nullptr;
    QTreeWidget* m_list = nullptr;
    QPushButton* m_undo = nullptr;
    QAction* m_undoAction = nullptr;
};

} // namespace ui
