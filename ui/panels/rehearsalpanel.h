// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/alertview.h>
#include <items/rehearsalmodel.h>
#include <ui/theme/theme.h>

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QToolButton;

namespace ui {

class FiringDays;

// What the rule that is typed would have done over the last days: how often, on what, and on what nearly.
class RehearsalPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RehearsalPanel)

public:
    explicit RehearsalPanel(const Theme& theme, QWidget* parent = nullptr);
    ~RehearsalPanel() override;

    void setReady(bool ready); // there is a rule that can be read
    void clear(); // of another rule
    void outdate(); // the rule was changed since
    void run(); // or ends the one that runs
    int days() const { return m_days; }
    QListView& list() { return *m_list; }
    void refreshTheme();

public Q_SLOTS:
    void showProgress(qint64 done, qint64 of);
    void showRehearsal(const desk::Rehearsal& rehearsal, desk::AlertClass level);
    void showFailure(const QString& reason);

Q_SIGNALS:
    void wanted(int days);
    void ended(); // by the analyst
    void articleOpened(qint64 article); // to be read
    void articleChosen(qint64 article);

private:
    void setDays(int days);
    void showState();

    const Theme& m_theme;
    items::RehearsalModel m_model;
    int m_days = 30;
    bool m_ready = false;
    bool m_running = false;
    bool m_shown = false; // there is one to look at
    QLabel* m_title = nullptr;
    QLabel* m_summary = nullptr;
    QToolButton* m_week = nullptr;
    QToolButton* m_month = nullptr;
    QPushButton* m_run = nullptr;
    FiringDays* m_bars = nullptr;
    QListView* m_list = nullptr;
};

} // namespace ui
