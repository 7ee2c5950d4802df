// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "viewwindows.h"

#include <items/navigationmodel.h>
#include <items/roles.h>
#include <ui/dialogs/retention.h>
#include <ui/dialogs/searchname.h>
#include <ui/dialogs/viewchanges.h>

#include <QAction>
#include <QFileDialog>
#include <QListView>
#include <QMenu>

namespace ui {

ViewWindows::ViewWindows(
    const Theme& theme, QListView& navigation, std::function<View()> current, QWidget& window)
    : QObject(&window)
    , m_theme(theme)
    , m_navigation(navigation)
    , m_current(std::move(current))
    , m_window(window)
{
    m_navigation.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&m_navigation, &QListView::customContextMenuRequested, this, &ViewWindows::showMenu);
    const auto key = [this](const QString& keys, auto run) {
        auto* action = new QAction(&m_navigation);
        action->setShortcut(QKeySequence(keys));
        action->setShortcutContext(Qt::WidgetShortcut);
        m_navigation.addAction(action);
        connect(action, &QAction::triggered, this, [this, run] {
            if (!currentSearch().isEmpty())
                run();
        });
    };
    key(QStringLiteral("F2"), [this] { openRename(); });
    key(QStringLiteral("Del"), [this] { Q_EMIT searchRemoved(currentSearch()); });
    key(QStringLiteral("Alt+Up"), [this] { Q_EMIT searchMoved(currentSearch(), -1); });
    key(QStringLiteral("Alt+Down"), [this] { Q_EMIT searchMoved(currentSearch(), 1); });
}

ViewWindows::~ViewWindows() = default;

KeysDialog::Rows ViewWindows::navigationKeys()
{
    return {{QStringLiteral("F2"), tr("rename")}, {QStringLiteral("Del"), tr("remove")},
        {QStringLiteral("Alt+Up Down"), tr("move in the list")}};
}

QString ViewWindows::currentSearch() const
{
    const QModelIndex current = m_navigation.currentIndex();
    return current.data(items::KindRole).toInt() == items::NavigationModel::Saved && current.isValid()
        ? current.data().toString()
        : QString();
}

void ViewWindows::showMenu(const QPoint& point)
{
    const QModelIndex index = m_navigation.indexAt(point);
    if (!index.isValid() || index.data(items::KindRole).toInt() != items::NavigationModel::Saved)
        return;
    m_navigation.setCurrentIndex(index);
    auto* menu = new QMenu(&m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Rename\u2026\tF2"), this, &ViewWindows::openRename);
    menu->addAction(tr("Remove\tDel"), this, [this] { Q_EMIT searchRemoved(currentSearch()); });
    menu->addSeparator();
    menu->addAction(tr("Move up\tAlt+Up"), this, [this] { Q_EMIT searchMoved(currentSearch(), -1); });
    menu->addAction(tr("Move down\tAlt+Down"), this, [this] { Q_EMIT searchMoved(currentSearch(), 1); });
    menu->popup(m_navigation.viewport()->mapToGlobal(point));
}

void ViewWindows::openSave()
{
    QString query = m_current().query;
    if (query.isEmpty())
        return Q_EMIT said(tr("Nothing to save: type a search first, or choose a view."));
    const bool ordered = query.contains(QStringLiteral("sort:"));
    if (!ordered && m_current().sort == desk::Sort::Published)
        query += QStringLiteral(" sort:published");
    else if (!ordered && m_current().sort == desk::Sort::Received)
        query += QStringLiteral(" sort:received");
    QString name = query;
    name.remove(QLatin1Char('"'));
    auto* dialog = new SearchNameDialog(m_theme, tr("Save this search"), name.simplified(), query, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SearchNameDialog::named, this,
        [this, query](const QString& given) { Q_EMIT searchSaved(given, query); });
    dialog->open();
}

void ViewWindows::openRename()
{
    const QString name = currentSearch();
    const QString query = m_navigation.currentIndex().data(items::QueryRole).toString();
    auto* dialog = new SearchNameDialog(m_theme, tr("Rename the search"), name, query, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SearchNameDialog::named, this, [this, name](const QString& given) {
        if (given != name)
            Q_EMIT searchRenamed(name, given);
    });
    dialog->open();
}

void ViewWindows::openChanges()
{
    if (m_changes != nullptr)
        return;
    const QString query = m_current().query;
    m_changes = new ViewChangesDialog(m_theme, query, m_now, &m_window);
    m_changes->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_changes, &ViewChangesDialog::differencesWanted, this, &ViewWindows::differencesWanted);
    connect(m_changes, &ViewChangesDialog::articleWanted, this, &ViewWindows::articleWanted);
    connect(m_changes, &ViewChangesDialog::looked, this, [this, query] { Q_EMIT looked(query); });
    m_changes->open();
    Q_EMIT changesWanted(query);
}

void ViewWindows::showChanges(const QString& query, const desk::ViewChanges& changes)
{
    if (m_changes != nullptr && m_changes->query() == query)
        m_changes->showChanges(changes);
}

void ViewWindows::showDifferences(
    int revised, const std::vector<desk::WordRun>& title, const std::vector<desk::WordRun>& body)
{
    if (m_changes != nullptr)
        m_changes->showDifferences(revised, title, body);
}

void ViewWindows::openRetention()
{
    if (m_retention == nullptr) {
        m_retention = new RetentionDialog(m_theme, m_now, &m_window);
        m_retention->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_retention, &RetentionDialog::previewWanted, this, &ViewWindows::previewWanted);
        connect(m_retention, &RetentionDialog::applied, this, &ViewWindows::rulesApplied);
        m_retention->open();
    }
    Q_EMIT rulesWanted();
}

void ViewWindows::showRules(
    const std::vector<desk::RetentionRule>& rules, const std::vector<desk::SourceHealth>& sources)
{
    if (m_retention != nullptr)
        m_retention->showRules(rules, sources);
}

void ViewWindows::showPreview(
    const std::vector<desk::RetentionRule>& rules, const desk::RetentionPreview& preview)
{
    if (m_retention != nullptr)
        m_retention->showPreview(rules, preview);
}

void ViewWindows::chooseExport()
{
    const View view = m_current();
    auto* dialog = new QFileDialog(&m_window, tr("Export articles"), {},
        tr("JSON (*.json);;JSON, one article a line (*.ndjson);;Table (*.csv);;Markdown (*.md)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave); // asks before it gives the name of a file that is there
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(QStringLiteral("articles.json"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        const qsizetype dot = filter.indexOf(QStringLiteral("*.")) + 2;
        dialog->setDefaultSuffix(filter.mid(dot, filter.indexOf(QLatin1Char(')'), dot) - dot));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, view](const QString& path) { Q_EMIT exportChosen(view.query, view.sort, path); });
    dialog->open();
}

} // namespace ui
