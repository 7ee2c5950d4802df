// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <ui/theme/theme.h>

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

class QBoxLayout;
class QStackedWidget;
class QToolButton;
class QWidget;

namespace ui {

class AlertsPage;
class ArticleWindows;
class Bell;
class DecisionsPage;
class MarketMapPage;
class OwnWindow;
class PlaybooksPage;
class StoriesPage;

// One page of the window, and what it is asked for when it comes to the front.
class Page {
public:
    virtual ~Page() = default;
    virtual QWidget& widget() = 0; // the same for as long as the page lives
    virtual void shown() = 0; // it came to the front, or its time changed while there: ask for what it shows
    virtual void refreshTheme() = 0;
    virtual void setNow(base::Instant /*now*/) { } // ages are counted from it
};

// The pages of the window and the buttons in the top bar that bring them to the front. The first page is
// News, which is no Page: it is always up to date. Every other is made when it is first asked for, so that
// the window opens with News alone.
class WindowPages final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowPages)

public:
    // All outlive this. buttons: where the buttons stand.
    WindowPages(const Theme& theme, QStackedWidget& stack, QBoxLayout& buttons, QWidget& bar);
    ~WindowPages() override;

    void addNews(const QString& name, QWidget& widget);
    void addOthers(); // all other pages, in the order of their buttons
    StoriesPage& stories(); // this and those below make the page where it is not made yet
    MarketMapPage& map();
    PlaybooksPage& playbooks();
    AlertsPage& alerts();
    DecisionsPage& decisions();
    Bell& bell() { return *m_bell; } // in the bar; a click opens the alerts
    void setArticles(ArticleWindows* articles) { m_articles = articles; }
    ArticleWindows& articles() { return *m_articles; } // in windows of their own; once they are set
    void show(int index); // in the order they were added; 0 is News
    void show(const Page& page); // that was added
    int current() const { return m_current; }
    const QList<QToolButton*>& buttons() const { return m_buttons; } // in the bar
    QToolButton* more() const { return m_more; } // lists the pages whose buttons the bar has no room for
    int count() const { return static_cast<int>(m_buttons.size()); }
    QString name(int index) const;
    void refresh(); // what is in front, here or in a window of its own, asks again
    // A page, but not News, in a window of its own; show() then brings that to the front.
    void detach(int index);
    void attach(int index); // back into the main window
    bool isDetached(int index) const;
    void closeWindows(); // with the main one; which were open stays known
    QByteArray saveWindows() const; // which pages have one, and where they stand
    void restoreWindows(const QByteArray& state); // what cannot be read changes nothing
    void refreshTheme();
    void setNow(base::Instant now);

Q_SIGNALS:
    // Once each, before the page is shown: what it asks for and shows is to be connected.
    void storiesMade(ui::StoriesPage* page);
    void mapMade(ui::MarketMapPage* page);
    void playbooksMade(ui::PlaybooksPage* page);
    void alertsMade(ui::AlertsPage* page);
    void decisionsMade(ui::DecisionsPage* page);
    void changed(int index);
    void windowOpened(QWidget* window); // of a page, before it is shown
    void windowClosed(int index); // by the user: the page is back
    void newsPressed(); // while News is in front
    void articleWanted(qint64 id); // by a page: to be shown in News
    void searchWanted(const QString& query); // likewise

private:
    // A page that is not made yet has an empty place in the stack.
    struct Place {
        std::function<Page*()> make;
        Page* page = nullptr;
        OwnWindow* window = nullptr; // that holds it; its place in the stack is held by a note
        QByteArray geometry; // of its last window
    };

    void add(const QString& name, std::function<Page*()> make);
    void addButton(const QString& name);
    Page& made(int index);
    void bringBack(int index);
    void listHidden();
    QWidget* note(int index); // stands where a page is that has its own window

    const Theme& m_theme;
    QStackedWidget& m_stack;
    QBoxLayout& m_layout;
    QWidget& m_bar;
    QList<QToolButton*> m_buttons;
    QList<Place> m_places; // of index 1 and on
    StoriesPage* m_stories = nullptr; // these once they are made
    MarketMapPage* m_map = nullptr;
    PlaybooksPage* m_playbooks = nullptr;
    AlertsPage* m_alerts = nullptr;
    DecisionsPage* m_decisions = nullptr;
    Bell* m_bell = nullptr;
    QToolButton* m_more = nullptr;
    ArticleWindows* m_articles = nullptr;
    int m_current = 0;
    base::Instant m_now = {};
};

} // namespace ui
