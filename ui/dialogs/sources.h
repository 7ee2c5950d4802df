// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <items/fetchlogmodel.h>
#include <items/sourcelistmodel.h>
#include <ui/dialogs/keys.h>
#include <ui/theme/theme.h>

#include <QDialog>
#include <QList>
#include <QSortFilterProxyModel>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace ui {

// All subscribed feeds and watched folders with their health; below them the log of the chosen one. Not
// modal. Emits what the user wants; the next reading shows what became of it.
class SourcesDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SourcesDialog)

public:
    explicit SourcesDialog(const Theme& theme, QWidget* parent = nullptr);
    ~SourcesDialog() override;

    static KeysDialog::Rows keys(); // for the list of all keys
    qint64 currentId() const; // 0: none
    QList<qint64> selectedIds() const;

public Q_SLOTS:
    void setNow(base::Instant now);
    void showSources(const std::vector<desk::SourceHealth>& sources);
    void showLog(qint64 id, const std::vector<base::FetchRecord>& records); // of another source: not shown
    void showMessage(const QString& text);
    void refreshTheme();

Q_SIGNALS:
    void sourceChosen(qint64 id); // its log is wanted; 0: none
    void retryWanted(const QList<qint64>& ids);
    void removeWanted(const QList<qint64>& ids); // after it was confirmed
    void fullTextChanged(const QList<qint64>& ids, bool on);
    void titleChanged(qint64 id, const QString& title);
    void folderChanged(const QList<qint64>& ids, const QString& folder);
    void addWanted();
    void importWanted();
    void exportWanted();
    void catalogueWanted();
    void closed();

protected:
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* buildList();
    QWidget* buildEmpty();
    QTreeView* table(QAbstractItemModel& model, const QString& name);
    void addActions();
    void addKey(const QString& key, const std::function<void()>& run);
    void choose(); // the current row is another one, or none
    void showState(); // of pages, labels and buttons
    void askRemove();
    void toggleFullText();
    void edit(int column);
    void copyAddress();
    void setColumns();

    const Theme& m_theme;
    items::SourceListModel m_sources;
    items::FetchLogModel m_log;
    QSortFilterProxyModel m_shown;
    qint64 m_chosen = 0;
    double m_scale = 0; // of the text, as the columns were set for
    bool m_read = false; // showSources was called
    QStackedWidget* m_pages = nullptr; // list or empty
    QStackedWidget* m_rows = nullptr; // table or "no source matches"
    QTreeView* m_table = nullptr;
    QTreeView* m_logTable = nullptr;
    QLineEdit* m_filter = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_noMatch = nullptr;
    QLabel* m_logTitle = nullptr;
    QLabel* m_logNote = nullptr;
    QLabel* m_message = nullptr;
    QLabel* m_emptyTitle = nullptr;
    QLabel* m_emptyText = nullptr;
    QList<QPushButton*> m_needChoice; // of no use without a chosen source
    QList<QPushButton*> m_bar; // of no use on the empty page
    QPushButton* m_fullText = nullptr;
};

} // namespace ui
