// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/article.h>
#include <desk/ledger.h>
#include <ui/theme/theme.h>

#include <QHash>
#include <QObject>
#include <QString>

#include <vector>

namespace ui {

class CommandTable;
class DecisionsPanel;
class OwnWindow;
class Reader;

// Articles in windows of their own, each with its decisions: read beside the list, or two side by side.
class ArticleWindows final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ArticleWindows)

public:
    // Both outlive this; the commands' keys hold here, too.
    ArticleWindows(const Theme& theme, const CommandTable& commands, QObject* parent = nullptr);
    ~ArticleWindows() override;

    void open(qint64 id); // to the front when it is open already
    void closeAll();
    void refreshTheme();
    QList<qint64> articles() const { return m_windows.keys(); }

public Q_SLOTS:
    // Shows it where it is open, as of the time that is shown.
    void showArticle(const base::Article& article, const base::Analysis& analysis,
        const std::vector<desk::LedgerEntry>& kept, int revisions, base::Instant now);

Q_SIGNALS:
    void articleWanted(qint64 id); // is to be given to showArticle()
    void made(ui::Reader* reader); // of a new window: its story and its versions are to be connected
    void decisionAccepted(qint64 id, int index);
    void decisionTakenBack(qint64 id, int index);
    void briefWanted(qint64 id);
    void searchWanted(const QString& query); // in News
    void linkChosen(const QString& address);
    void said(const QString& message);

private:
    struct View {
        OwnWindow* window = nullptr;
        Reader* reader = nullptr;
        DecisionsPanel* decisions = nullptr;
    };
    View make(qint64 id);
    void addKeys(const View& view);

    const Theme& m_theme;
    const CommandTable& m_commands;
    QHash<qint64, View> m_windows; // by article
};

} // namespace ui
