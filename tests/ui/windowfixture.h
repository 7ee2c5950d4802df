// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "samples.h"

#include <ui/mainwindow.h>
#include <ui/panels/articlelist.h>
#include <ui/panels/decisions.h>
#include <ui/panels/reader.h>
#include <ui/widgets/searchbox.h>

#include <QLabel>
#include <QLineEdit>
#include <QStringList>
#include <QTest>

#include <memory>
#include <vector>

// A window that is shown, with what it has asked for so far.
class WindowFixture {
protected:
    void open()
    {
        m_requests.clear();
        m_chosen.clear();
        m_window = std::make_unique<ui::MainWindow>(m_dark, m_light);
        QObject::connect(m_window.get(), &ui::MainWindow::feedRequested, m_window.get(),
            [this](const desk::FeedRequest& request, int generation) {
                m_requests.push_back(request);
                m_generation = generation;
            });
        QObject::connect(m_window.get(), &ui::MainWindow::articleChosen, m_window.get(),
            [this](qint64 id) { m_chosen << id; });
        m_window->resize(1600, 960);
        m_window->setNow(samples::now());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void showFeed(int rows = 12)
    {
        m_window->showNavigation(samples::navigation());
        m_window->start();
        m_window->showFeed(samples::feed(rows), m_generation, true);
        m_window->showArticle(samples::article(current()), samples::analysis(), {});
    }

    std::int64_t current() const { return m_window->findChild<ui::ArticleListPanel*>()->currentId(); }
    QLineEdit& search() const { return *m_window->findChild<ui::SearchBox*>(); }

    QStringList visibleWords() const
    {
        QStringList list;
        for (const QLabel* label : m_window->findChildren<QLabel*>()) {
            if (label->isVisible())
                list << label->text();
        }
        return list;
    }

    const ui::Theme m_dark = samples::theme(QStringLiteral("dark.json"));
    const ui::Theme m_light = samples::theme(QStringLiteral("light.json"));
    std::unique_ptr<ui::MainWindow> m_window;
    std::vector<desk::FeedRequest> m_requests;
    int m_generation = 0;
    QList<qint64> m_chosen;
};
