// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/entry.h>
#include <base/source.h>
#include <desk/feedview.h>
#include <ui/theme/theme.h>

#include <QList>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <vector>

class QWidget;

namespace ui {

class CatalogueDialog;
class SourcesDialog;

// The dialogs about sources: made when they are asked for, fed with what comes, their wishes passed on. One
// of each at a time.
class SourceWindows final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SourceWindows)

public:
    // `theme` and `window` outlive this.
    SourceWindows(const Theme& theme, QWidget& window);
    ~SourceWindows() override;

    void setNow(base::Instant now);
    void refreshTheme();

public Q_SLOTS:
    void openSources();
    void openAdd();
    void openCatalogue();
    void chooseImport();
    void chooseExport();
    void showSources(const std::vector<desk::SourceHealth>& sources);
    void showLog(qint64 id, const std::vector<base::FetchRecord>& records);
    void showCatalogue(const std::vector<base::Subscription>& feeds, const QSet<QString>& known);
    void showCatalogueFailure(const QString& reason);
    void showMessage(const QString& text); // in the manager, where it is open

Q_SIGNALS:
    void managerShown(bool open); // sources are wanted while it is open
    void logWanted(qint64 id);
    void retryWanted(const QList<qint64>& ids);
    void removeWanted(const QList<qint64>& ids);
    void fullTextChanged(const QList<qint64>& ids, bool on);
    void titleChanged(qint64 id, const QString& title);
    void folderChanged(const QList<qint64>& ids, const QString& folder);
    void addressGiven(const QString& address); // of a feed, a page or a folder
    void importChosen(const QString& path);
    void exportChosen(const QString& path); // overwriting was confirmed
    void catalogueWanted();
    void subscribeWanted(const std::vector<base::Subscription>& feeds);

private:
    QWidget* front() const; // what new dialogs belong to

    const Theme& m_theme;
    QWidget& m_window;
    QPointer<SourcesDialog> m_sources;
    QPointer<CatalogueDialog> m_catalogue;
    base::Instant m_now = {};
};

} // namespace ui
