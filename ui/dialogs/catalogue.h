// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <items/cataloguemodel.h>
#include <ui/theme/theme.h>

#include <QDialog>
#include <QSortFilterProxyModel>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace ui {

// Feeds to choose from, in their groups. Emits those that were chosen.
class CatalogueDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CatalogueDialog)

public:
    explicit CatalogueDialog(const Theme& theme, QWidget* parent = nullptr);
    ~CatalogueDialog() override;

    // `known`: addresses that are subscribed already.
    void showCatalogue(const std::vector<base::Subscription>& feeds, const QSet<QString>& known);
    void showFailure(const QString& reason); // instead of the list

Q_SIGNALS:
    void subscribeWanted(const std::vector<base::Subscription>& feeds);

private:
    void showState();
    void subscribe();

    const Theme& m_theme;
    items::CatalogueModel m_model;
    QSortFilterProxyModel m_shown;
    QStackedWidget* m_pages = nullptr; // list or message
    QTreeView* m_view = nullptr;
    QLabel* m_message = nullptr;
    QLabel* m_hint = nullptr;
    QLineEdit* m_filter = nullptr;
    QPushButton* m_subscribe = nullptr;
};

} // namespace ui
