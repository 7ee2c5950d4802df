// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/feedview.h>
#include <desk/retentionrules.h>
#include <desk/viewchanges.h>
#include <desk/wordchanges.h>
#include <ui/dialogs/keys.h>
#include <ui/theme/theme.h>

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <vector>

class QListView;
class QWidget;

namespace ui {

class RetentionDialog;
class ViewChangesDialog;

// What can be done with a view as a whole: keep its search by name, see what changed in it, write its
// articles out; and what is kept at all. Dialogs are made when they are asked for and fed with what comes.
class ViewWindows final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ViewWindows)

public:
    struct View {
        QString query;
        desk::Sort sort = desk::Sort::Impact;
    };

    // All outlive this. current: the view that is shown.
    ViewWindows(const Theme& theme, QListView& navigation, std::function<View()> current, QWidget& window);
    ~ViewWindows() override;

    static KeysDialog::Rows navigationKeys(); // for the list of all keys
    void setNow(base::Instant now) { m_now = now; }

public Q_SLOTS:
    void openSave();
    void openChanges();
    void openRetention();
    void chooseExport();
    void showChanges(const QString& query, const desk::ViewChanges& changes);
    void showDifferences(
        int revised, const std::vector<desk::WordRun>& title, const std::vector<desk::WordRun>& body);
    void showRules(
        const std::vector<desk::RetentionRule>& rules, const std::vector<desk::SourceHealth>& sources);
    void showPreview(const std::vector<desk::RetentionRule>& rules, const desk::RetentionPreview& preview);

Q_SIGNALS:
    void searchSaved(const QString& name, const QString& query);
    void searchRenamed(const QString& name, const QString& newName);
    void searchRemoved(const QString& name);
    void searchMoved(const QString& name, int by);
    void changesWanted(const QString& query);
    void differencesWanted(int revised);
    void looked(const QString& query);
    void articleWanted(qint64 id);
    void rulesWanted();
    void previewWanted(const std::vector<desk::RetentionRule>& rules);
    void rulesApplied(const std::vector<desk::RetentionRule>& rules, qint64 articles);
    void exportChosen(
        const QString& query, desk::Sort sort, const QString& path); // overwriting was confirmed
    void said(const QString& message);

private:
    QString currentSearch() const; // name of the saved search that is chosen; empty: another entry
    void openRename();
    void showMenu(const QPoint& point);

    const Theme& m_theme;
    QListView& m_navigation;
    std::function<View()> m_current;
    QWidget& m_window;
    base::Instant m_now = {};
    QPointer<ViewChangesDialog> m_changes;
    QPointer<RetentionDialog> m_retention;
};

} // namespace ui
