// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QStyledItemDelegate>

namespace ui {

// A rule, a firing or a rehearsed article: a bar in the colour of its class, the impact, the title in at most
// two lines, and a quieter line below.
class AlertDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertDelegate)

public:
    explicit AlertDelegate(const Theme& theme, QObject* parent = nullptr);
    ~AlertDelegate() override;

    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    QFont titleFont(const QModelIndex& index) const;
    int titleLeft(const QModelIndex& index) const;

    const Theme& m_theme;
};

// The colour of a class, as the bar of a row and the tag of a receipt have it.
Role levelRole(int kind);

} // namespace ui
