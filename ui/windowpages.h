// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QList>
#include <QObject>
#include <QString>

class QBoxLayout;
class QStackedWidget;
class QToolButton;
class QWidget;

namespace ui {

class MarketMapPage;
class PlaybooksPage;
class StoriesPage;

// One page of the window, and what it is asked for when it comes to the front.
class Page {
public:
    virtual ~Page() = default;
    virtual QWidget& widget() = 0; // the same for as long as the page lives
    virtual void shown() = 0; // it came to the front, or its time changed while there: ask for what it shows
    virtual void refreshTheme() = 0;
};

// The pages of the window and the buttons in the top bar that bring them to the front. The first page is
// News, which is no Page: it is always up to date.
class WindowPages final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowPages)

public:
    // All outlive this. buttons: where the buttons stand.
    WindowPages(const Theme& theme, QStackedWidget& stack, QBoxLayout& buttons, QWidget& bar);
    ~WindowPages() override;

    void addNews(const QString& name, QWidget& widget);
    void addOthers(); // makes all other pages, in the order of their buttons
    StoriesPage& stories() { return *m_stories; }
    MarketMapPage& map() { return *m_map; }
    PlaybooksPage& playbooks() { return *m_playbooks; }
    void show(int index); // in the order they were added; 0 is News
    void show(const Page& page); // that was added
    int current() const { return m_current; }
    int count() const { return static_cast<int>(m_buttons.size()); }
    QString name(int index) const;
    void refresh(); // what is in front asks again
    void refreshTheme();

Q_SIGNALS:
    void changed(int index);
    void newsPressed(); // while News is in front
    void articleWanted(qint64 id); // by a page: to be shown in News
    void searchWanted(const QString& query); // likewise

private:
    void add(const QString& name, Page& page);
    void addButton(const QString& name);

    const Theme& m_theme;
    QStackedWidget& m_stack;
    QBoxLayout& m_layout;
    QWidget& m_bar;
    QList<QToolButton*> m_buttons;
    QList<Page*> m_pages; // of index 1 and on
    StoriesPage* m_stories = nullptr;
    MarketMapPage* m_map = nullptr;
    PlaybooksPage* m_playbooks = nullptr;
    int m_current = 0;
};

} // namespace ui
