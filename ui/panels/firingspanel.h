// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/alertview.h>
#include <items/deliverylistmodel.h>
#include <items/firinglistmodel.h>
#include <ui/theme/theme.h>

#include <QList>
#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QListView;
class QPushButton;
class QScrollArea;
class QSplitter;
class QToolButton;
class QVBoxLayout;

namespace ui {

// What rules said, or how that was told; the receipt of one of them, and why the chosen rule does not fire on an article.
class FiringsPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FiringsPanel)

public:
    explicit FiringsPanel(const Theme& theme, QWidget* parent = nullptr);
    ~FiringsPanel() override;

    void setNow(base::Instant now);
    void setRule(qint64 rule, const QString& name); // the chosen one; 0: none
    void setOpenArticle(qint64 article); // in News
    void choose(qint64 firing); // as soon as it is listed
    void setOrientation(Qt::Orientation orientation); // of list and receipt
    void acknowledgeChosen();
    void openChosen();
    QListView& list() { return isLog() ? *m_log : *m_list; }
    bool isLog() const; // how alerts were told, in the place of what they are
    void showLog(bool log);
    void refreshTheme();

public Q_SLOTS:
    void showFirings(const std::vector<desk::Firing>& firings, qint64 rule, bool open);
    void showReceipt(const desk::Firing& firing);
    void showDeliveries(const std::vector<desk::DeliveryLine>& lines, qint64 before, bool more);
    void showWhyNot(const desk::WhyNot& why);

Q_SIGNALS:
    void firingsWanted(qint64 rule, bool open);
    void receiptWanted(qint64 firing);
    void deliveriesWanted(qint64 before);
    void acknowledgeWanted(const QList<qint64>& firings);
    void acknowledgeAllWanted();
    void articleWanted(qint64 article);
    void whyNotWanted(qint64 article); // of the chosen rule

public:
    void ask(); // for its list

private:
    QWidget* buildList();
    QWidget* buildReceipt();
    void fill();
    void fillReceipt();
    void fillWhy();
    QList<qint64> chosen() const;
    qint64 current() const;

    const Theme& m_theme;
    items::FiringListModel m_model;
    items::DeliveryListModel m_deliveries;
    std::vector<desk::Firing> m_open; // all that wait, however old
    std::vector<desk::Firing> m_newest;
    std::optional<desk::Firing> m_receipt;
    std::optional<desk::WhyNot> m_why;
    base::Instant m_now = {};
    qint64 m_rule = 0;
    QString m_ruleName;
    qint64 m_article = 0;
    qint64 m_choose = 0; // when it is listed
    QSplitter* m_parts = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_empty = nullptr;
    QToolButton* m_openOnly = nullptr;
    QToolButton* m_ruleOnly = nullptr;
    QToolButton* m_logChip = nullptr;
    QListView* m_log = nullptr;
    QPushButton* m_all = nullptr;
    QListView* m_list = nullptr;
    QLabel* m_receiptTitle = nullptr;
    QLabel* m_tag = nullptr;
    QScrollArea* m_area = nullptr;
    QVBoxLayout* m_cards = nullptr; // of the receipt
    QVBoxLayout* m_whyPlace = nullptr;
    QLabel* m_whyTitle = nullptr;
    QLabel* m_whyNote = nullptr;
    QPushButton* m_whyAsk = nullptr;
};

} // namespace ui
