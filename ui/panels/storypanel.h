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
// takes one out of the story. On a page of its own, without an article beside it, a click only chooses, several
// can be chosen, and impact and sentiment are listed too.
class StoryPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoryPanel)

public:
    enum class Place { BesideArticle, OwnPage };

    explicit StoryPanel(
        const Theme& theme, QWidget* parent = nullptr, Place place = Place::BesideArticle);

    void clear(); // nothing asked for
    bool isAsked() const { return m_asked; }
    void setAsked() { m_asked = true; }
    void showStory(qint64 article, const desk::StoryTimeline& timeline, base::Instant now);
    void refreshTheme();
    QTreeWidget& members() { return *m_members; }

protected:
    void resizeEvent(QResizeEvent* event) override;

Q_SIGNALS:
    void articleChosen(qint64 id); // never the one shown
    void splitChosen(const QList<qint64>& ids);

private:
    void build();
    void fill();
    void choose(qint64 id);
    void splitCurrent();
    void fitColumns();
    void fitDisputes(); // the whole of them is seen where the page scrolls
    QString summary() const;
    QString disputes() const;

    const Theme& m_theme;
    const Place m_place;
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
