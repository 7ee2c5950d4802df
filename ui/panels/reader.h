// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/article.h>
#include <desk/feedview.h>
#include <desk/storyview.h>
#include <desk/wordchanges.h>
#include <ui/panels/articletext.h>
#include <ui/theme/theme.h>

#include <QHash>
#include <QPointer>
#include <QWidget>

#include <memory>

class QButtonGroup;
class QLabel;
class QScrollArea;
class QStackedWidget;
class QTextBrowser;
class QToolButton;

namespace ui {

class FindBar;
class Gauge;
class LinkWalk;
class NoteEditor;
class RevisionsDialog;
class StoryPanel;

// The article page: headline, times, topics, two gauges with "Why?", and the tabs Brief, Full text, Story,
// Entities, Notes.
// Evidence works both ways: a sentence lights the words it rests on, words light the sentences that use them.
class Reader final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Reader)

public:
    enum Tab { Brief, FullText, Story, Entities, Notes, TabCount };

    explicit Reader(const Theme& theme, QWidget* parent = nullptr);
    ~Reader() override;

    // `revisions`: former texts of it that are kept.
    void showArticle(base::Article article, base::Analysis analysis, base::Instant now, int revisions = 0);
    void clear(const QString& message); // nothing chosen
    bool hasArticle() const { return m_text != nullptr; }
    const base::Article& article() const { return m_article; }
    const base::Analysis& analysis() const { return m_analysis; }
    void setLabels(const QStringList& labels); // of the article shown
    NoteEditor& note() { return *m_note; } // of the article shown
    void setPlace(const QString& place); // "3 of 41"
    void setBackVisible(bool visible);
    void setNotesVisible(bool visible); // its tab
    void setTab(Tab tab);
    Tab tab() const;
    void showEvidence(const QSet<int>& numbers); // lights them in the full text
    void refreshTheme();
    bool pageDown(); // false when the text was at its end
    // By key what a pointer does: goes to the next sentence that rests on words of the article, or, in the full
    // text, to the next words something rests on, and shows what belongs to it.
    void stepEvidence(int by);
    void followEvidence(); // to the other side of what stepEvidence() stands at
    void openFind();

public Q_SLOTS:
    void openWhyImpact();
    void openWhySentiment();
    void openRevisions(); // says so when there are none
    // Oldest first, the present text last. Of an article that is not the one asked for: not shown.
    void showVersions(qint64 id, const std::vector<desk::TextVersion>& versions);
    void showChanges(qint64 id, int before, int after, const std::vector<desk::WordRun>& title,
        const std::vector<desk::WordRun>& body);
    void showStory(qint64 article, const desk::StoryTimeline& timeline); // of the article shown only
    void storyChanged(); // asks for it anew where it is shown

Q_SIGNALS:
    void storyWanted(qint64 id); // when its tab is looked at
    void splitWanted(const QList<qint64>& ids); // out of their story
    void articleWanted(qint64 id); // another one is to be shown
    void versionsWanted(qint64 id);
    void changesWanted(qint64 id, int before, int after); // places among the versions
    void linkChosen(const QString& address); // anything that is not evidence
    void said(const QString& message);
    void backChosen();
    void topicChosen(const QString& topic);
    void labelChosen(const QString& label);
    void briefWanted();

private:
    void build();
    QWidget* gaugeCard(Gauge*& gauge, QLabel*& value, QLabel*& word, QToolButton*& why, const QString& title);
    void fill();
    void fillChips();
    void followLink(const QUrl& link);
    void tabShown();
    QTextBrowser* openView() const; // null in a tab that is no text
    void keepPosition();
    void setTexts(const QSet<int>& litBrief, const QSet<int>& litFull);
    QString metaLine() const;

    const Theme& m_theme;
    base::Article m_article;
    base::Analysis m_analysis;
    base::Instant m_now = {};
    int m_revisions = 0;
    QStringList m_labels;
    QPointer<RevisionsDialog> m_revisionsDialog;
    std::unique_ptr<ArticleText> m_text;
    QLabel* m_empty = nullptr;
    QScrollArea* m_area = nullptr;
    QWidget* m_page = nullptr;
    QToolButton* m_brief = nullptr;
    QToolButton* m_back = nullptr;
    QLabel* m_place = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_meta = nullptr;
    QWidget* m_topics = nullptr;
    Gauge* m_impact = nullptr;
    Gauge* m_sentiment = nullptr;
    QLabel* m_impactValue = nullptr;
    QLabel* m_impactWord = nullptr;
    QLabel* m_sentimentValue = nullptr;
    QLabel* m_sentimentWord = nullptr;
    QToolButton* m_whyImpact = nullptr;
    QToolButton* m_whySentiment = nullptr;
    QButtonGroup* m_tabs = nullptr;
    QStackedWidget* m_stack = nullptr;
    QTextBrowser* m_briefView = nullptr;
    QTextBrowser* m_fullView = nullptr;
    QTextBrowser* m_entityView = nullptr;
    StoryPanel* m_story = nullptr;
    NoteEditor* m_note = nullptr;
    FindBar* m_find = nullptr;
    std::unique_ptr<LinkWalk> m_sentences; // in the brief
    std::unique_ptr<LinkWalk> m_words; // in the full text
    struct Position {
        int brief = 0;
        int full = 0;
    };
    QHash<qint64, Position> m_positions; // how far articles were read
};

} // namespace ui
