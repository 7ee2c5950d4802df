// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/viewchanges.h>
#include <desk/wordchanges.h>
#include <items/changesmodel.h>
#include <ui/dialogs/keys.h>
#include <ui/theme/theme.h>

#include <QDialog>

#include <vector>

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;
class QTextBrowser;

namespace ui {

// What changed in a view since it was last looked at: new articles, revisions with their word differences,
// scores that moved and why.
class ViewChangesDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ViewChangesDialog)

public:
    ViewChangesDialog(const Theme& theme, QString query, base::Instant now, QWidget* parent = nullptr);
    ~ViewChangesDialog() override;

    static KeysDialog::Rows keys(); // for the list of all keys
    const QString& query() const { return m_query; } // of the view
    void showChanges(const desk::ViewChanges& changes);
    // Of another revision than the one chosen now: not shown.
    void showDifferences(
        int revised, const std::vector<desk::WordRun>& title, const std::vector<desk::WordRun>& body);

Q_SIGNALS:
    void differencesWanted(int revised); // place among the revised ones
    void articleWanted(qint64 id);
    void looked();

private:
    void choose(int row);
    void step(int by);
    void openArticle();
    QString details(int row) const; // as HTML

    const Theme& m_theme;
    QString m_query;
    base::Instant m_now = {};
    items::ChangesModel m_model;
    QLabel* m_title = nullptr;
    QLabel* m_summary = nullptr;
    QStackedWidget* m_pages = nullptr;
    QLabel* m_empty = nullptr;
    QListView* m_list = nullptr;
    QTextBrowser* m_text = nullptr;
    QPushButton* m_looked = nullptr;
};

} // namespace ui
