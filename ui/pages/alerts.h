// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/alertview.h>
#include <items/rulelistmodel.h>
#include <ui/dialogs/keys.h>
#include <ui/windowpages.h>

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QListView;
class QListWidget;
class QPushButton;
class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace ui {

class FiringsPanel;
class RehearsalPanel;
class RuleEditor;
class WatchlistPanel;

// Alert rules and watchlists, one of them in an editor, with the rehearsal of what is typed; and what the
// rules said, with receipts.
class AlertsPage final : public QWidget, public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertsPage)

public:
    explicit AlertsPage(const Theme& theme, QWidget* parent = nullptr);
    ~AlertsPage() override;

    QWidget& widget() override { return *this; }
    void shown() override;
    void refreshTheme() override;
    static KeysDialog::Rows keys(); // for the list of all keys
    void setNow(base::Instant now) override;
    void openFiring(qint64 firing); // chosen in the list
    void startRule(const QString& query = {});

public Q_SLOTS:
    void refreshRules(); // rules or watchlists are others
    void refreshFirings();
    void setOpenArticle(qint64 article); // in News
    void showRules(const std::vector<desk::RuleRow>& rules);
    void ruleSaved(qint64 rule);
    void showCheck(const std::optional<desk::AlertRule>& rule, const QString& problem, int column, int generation);
    void showFirings(const std::vector<desk::Firing>& firings, qint64 rule, bool open);
    void showReceipt(const desk::Firing& firing);
    void showRehearsalProgress(qint64 done, qint64 of, int generation);
    void showRehearsal(const desk::Rehearsal& rehearsal, int generation);
    void showRehearsalFailure(const QString& reason, int generation);
    void showDeliveries(const std::vector<desk::DeliveryLine>& lines, qint64 before, bool more);
    void showWhyNot(const desk::WhyNot& why);
    void showWatchlists(const std::vector<desk::WatchlistRow>& lists);

Q_SIGNALS:
    void rulesWanted();
    void checkWanted(const QString& text, int generation);
    void saveWanted(qint64 rule, const QString& text);
    void removeWanted(qint64 rule);
    void snoozeWanted(qint64 rule, const std::optional<base::Instant>& until);
    void firingsWanted(qint64 rule, bool open);
    void receiptWanted(qint64 firing);
    void deliveriesWanted(qint64 before);
    void acknowledgeWanted(const QList<qint64>& firings);
    void acknowledgeAllWanted();
    void rehearsalWanted(const desk::AlertRule& rule, int days, int generation);
    void rehearsalEnded();
    void whyNotWanted(const desk::AlertRule& rule, qint64 article);
    void watchlistsWanted();
    void watchlistSaved(const desk::Watchlist& list);
    void watchlistRenamed(const QString& name, const QString& newName);
    void watchlistRemoved(const QString& name);
    void watchlistImported(const QString& name, const QString& csvFile);
    void articleWanted(qint64 id);
    void searchWanted(const QString& query);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override; // the page's keys

private:
    QWidget* buildLists();
    QWidget* buildRule();
    QWidget* buildEmpty();
    void connectParts();
    void chooseRule(qint64 rule);
    void chooseWatchlist(const QString& name);
    void addWatchlist();
    void ruleRead();
    void askWhyNot(qint64 article);
    void arrange();
    bool runKey(int key, Qt::KeyboardModifiers modifiers, bool typing, QObject* where);
    void fillWatchlists();

    const Theme& m_theme;
    items::RuleListModel m_rules;
    std::vector<desk::WatchlistRow> m_watchlists;
    base::Instant m_now = {};
    qint64 m_wantedRule = 0; // to be chosen as soon as it is listed
    QString m_wantedList; // likewise
    qint64 m_article = 0; // open in News
    int m_rehearsal = 0; // number of the last one
    desk::AlertClass m_level = desk::AlertClass::High; // of the rule it was asked for
    QSplitter* m_columns = nullptr;
    QSplitter* m_work = nullptr; // rule and firings: side by side where there is room
    QSplitter* m_lists = nullptr;
    QListView* m_ruleView = nullptr;
    QListWidget* m_listView = nullptr;
    QStackedWidget* m_stack = nullptr;
    QScrollArea* m_ruleArea = nullptr;
    QWidget* m_empty = nullptr;
    QLabel* m_rulesTitle = nullptr;
    QLabel* m_listsTitle = nullptr;
    QLabel* m_listsEmpty = nullptr;
    QLabel* m_emptyTitle = nullptr;
    QLabel* m_emptyNote = nullptr;
    QPushButton* m_new = nullptr;
    QPushButton* m_newList = nullptr;
    QPushButton* m_first = nullptr;
    RuleEditor* m_editor = nullptr;
    RehearsalPanel* m_rehearsalPanel = nullptr;
    WatchlistPanel* m_watchlist = nullptr;
    FiringsPanel* m_firings = nullptr;
};

} // namespace ui
