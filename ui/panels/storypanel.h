// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <desk/storyview.h>
#include <ui/theme/theme.h>

#include <QWidget>

class QAction;
class QLabel;
class QTextBrowser;
class QTreeWidget;

namespace ui {

// The story of an article: its articles in order of time, who told it first and what each brought that was
// new, and below them what they say differently, side by side. Enter or a click opens an article, Delete
// takes one out of the story.
class StoryPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoryPanel)

public:
    explicit StoryPanel(const Theme& theme, QWidget* parent = nullptr);

    void clear(); // nothing asked for
    bool isAsked() const { return m_asked; }
    void setAsked() { m_asked = true; }
    void showStory(qint64 article, const desk::StoryTimeline& timeline, base::Instant now);
    void refreshTheme();

Q_SIGNALS:
    void articleChosen(qint64 id); // never the one shown
    void splitChosen(qint64 id);

private:
    void build();
    void fill();
    void choose(qint64 id);
    void splitCurrent();
    QString summary() const;
    QString disputes() const;

    const Theme& m_theme;
    bool m_asked = false;
    qint64 m_article = 0; // the one shown
    desk::StoryTimeline m_timeline;
    base::Instant m_now = {};
    QLabel* m_summary = nullptr;
    QTreeWidget* m_members = nullptr;
    QLabel* m_disputesTitle = nullptr;
    QTextBrowser* m_disputes = nullptr;
    QAction* m_split = nullptr;
};

} // namespace ui
