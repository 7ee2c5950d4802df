// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/alertview.h>
#include <ui/theme/theme.h>

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace ui {

class Chooser;

// One watchlist and its members. Every change is asked for at once.
class WatchlistPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WatchlistPanel)

public:
    explicit WatchlistPanel(const Theme& theme, QWidget* parent = nullptr);
    ~WatchlistPanel() override;

    void showList(const desk::WatchlistRow& row);
    QString name() const; // of the one that is shown
    void focusFirst();
    void refreshTheme();

Q_SIGNALS:
    void saveWanted(const desk::Watchlist& list);
    void renameWanted(const QString& name, const QString& newName);
    void removeWanted(const QString& name);
    void importWanted(const QString& name, const QString& csvFile);
    void searchWanted(const QString& query);
    void ruleWanted(const QString& query); // a new one on it

private:
    void add();
    void removeChosen();
    void rename();
    void chooseFile();
    void showState();

    const Theme& m_theme;
    desk::WatchlistRow m_row;
    QLineEdit* m_name = nullptr;
    QLabel* m_note = nullptr;
    QLabel* m_nameTitle = nullptr;
    QLabel* m_membersTitle = nullptr;
    QLabel* m_empty = nullptr;
    QListWidget* m_members = nullptr;
    Chooser* m_kind = nullptr;
    QLineEdit* m_value = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_take = nullptr; // off the list
    QPushButton* m_import = nullptr;
    QPushButton* m_show = nullptr;
    QPushButton* m_rule = nullptr;
    QPushButton* m_remove = nullptr;
};

QString watchlistQuery(const QString& name); // "watchlist:\"Battery metals\""

} // namespace ui
